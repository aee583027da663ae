package workshop_test

import (
	"reflect"

	"github.com/google/go-cmp/cmp"
)

// inside lets cmp look into the unexported fields of the package's types too: two values are the same when nothing at
// all tells them apart.
func inside() cmp.Option {
	return cmp.Exporter(func(t reflect.Type) bool { return t.PkgPath() == "convene/workshop" })
}
