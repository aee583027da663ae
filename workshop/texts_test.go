package workshop_test

import (
	"reflect"
	"strings"
)

// texts gathers every string that is anywhere in a value: in unexported fields, in the keys of maps and behind
// pointers too. What a view does not hold in this sense, no screen can show.
func texts(v any) string {
	var b strings.Builder
	gather(reflect.ValueOf(v), &b)
	return b.String()
}

func gather(v reflect.Value, b *strings.Builder) {
	switch v.Kind() {
	case reflect.String:
		b.WriteString(v.String())
		b.WriteByte('\n')
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			gather(v.Elem(), b)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			gather(v.Field(i), b)
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			gather(v.Index(i), b)
		}
	case reflect.Map:
		for it := v.MapRange(); it.Next(); {
			gather(it.Key(), b)
			gather(it.Value(), b)
		}
	default:
	}
}

// finds says whether a value holds a text anywhere.
func finds(v any, text string) bool { return strings.Contains(texts(v), text) }
