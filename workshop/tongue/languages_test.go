package tongue_test

import (
	"os"
	"strings"
	"testing"

	"convene/workshop"
)

// Every place that names the languages names all of them.
func TestEveryLanguageIsNamedWhereTheyAreListed(t *testing.T) {
	for _, l := range workshop.Languages() {
		if tag := "(" + string(l) + ")"; !strings.Contains(workshop.ErrLanguage.Error(), tag) {
			t.Errorf("%q doesn't name %s", workshop.ErrLanguage, tag)
		}
		for _, name := range []string{"../export/schema.json", "../export/community.schema.json", "../../cmd/convene/log.schema.json"} {
			if l == workshop.English && strings.Contains(name, "log.") {
				continue // the log leaves it out
			}
			page, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			_, enum, _ := strings.Cut(string(page), `"lang": {`)
			if enum, _, _ = strings.Cut(enum, "]"); !strings.Contains(enum, `"`+string(l)+`"`) {
				t.Errorf("%s: the enum of lang doesn't have %q", name, l)
			}
		}
	}
}
