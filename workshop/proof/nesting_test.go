package proof_test

import (
	"fmt"
	"strings"
	"testing"

	. "convene/workshop/proof"
)

const maxBytes = 32 << 10

var kind = Kind{Called: "a format", MaxBytes: maxBytes, Deepest: "steps.vision.title", Begin: "begin with one"}

// deepKeys are files that are nested deeper than any file of ours. The library would take seconds for the longest of them.
func deepKeys() map[string]string {
	long := maxBytes/2 - 10
	return map[string]string{
		"a key":           "\n\n" + strings.Repeat("a.", long) + "a = 1",
		"a key of four":   "\n\na.b.c.d = 1",
		"with spaces":     "\n\na . b . c . d = 1",
		"between quotes":  "\n\n\"a\".'b'.\"c\\\".\".d = 1",
		"a title":         "\n\n[" + strings.Repeat("a.", long) + "a]",
		"in a table":      "\n\nx = {a.b.c.d = 1}",
		"lists":           "\n\nx = " + strings.Repeat("[", long) + strings.Repeat("]", long),
		"tables":          "\n\nx = " + strings.Repeat("{x = ", 4000) + "1" + strings.Repeat("}", 2000),
		"after a text":    "name = '''\n'''\na.b.c.d = 1",
		"after a comment": "# \"\n# '''\na.b.c.d = 1",
		"after an escape": "name = \"\\\\\"\n\na.b.c.d = 1",
	}
}

func TestWhatIsNestedTooDeepIsRefused(t *testing.T) {
	for name, page := range deepKeys() {
		t.Run(name, func(t *testing.T) { refusesDepth(t, page) })
	}
}

func refusesDepth(t testing.TB, page string) {
	t.Helper()
	r, _ := Read(kind, "my.toml", []byte(page))
	err := r.Mistakes()
	if want := `my.toml:3: this is nested too deep; nothing goes deeper than steps.vision.title`; fmt.Sprint(err) != want {
		t.Errorf("%.200v\nwant %s", err, want)
	}
}

// Dots and brackets in texts and comments are no nesting, and three parts are no depth.
func TestWhatStandsInATextIsNotNested(t *testing.T) {
	for name, page := range map[string]string{
		"a text":           `name = "a.b.c.d [[[[ {{{{"`,
		"a plain text":     `name = 'a.b.c.d [[[[ \'`,
		"several lines":    "name = \"\"\"\na.b.c.d [[[[\n\\\"\"\" ....\"\"\"",
		"plain lines":      "name = '''\na.b.c.d '' [[[['''",
		"a comment":        "name = 'x' # a.b.c.d = [[[[ {{{{ \"",
		"three parts":      `steps.vision.title = "a.b.c.d"`,
		"tables in tables": `steps = {vision = {title = "...."}}`,
		"a title and more": "[steps.vision]\ntitle = '....'\n[steps.impact]\ntitle = '....'",
		"a number":         "[steps.vision]\nsolo = 2.5",
	} {
		t.Run(name, func(t *testing.T) {
			r, _ := Read(kind, "my.toml", []byte(page))
			if err := r.Mistakes(); err != nil {
				t.Error(err)
			}
		})
	}
}

// BenchmarkHostile reads files of the full size that are made to take long.
func BenchmarkHostile(b *testing.B) {
	for name, page := range deepKeys() {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				refusesDepth(b, page)
			}
		})
	}
}
