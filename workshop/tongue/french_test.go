package tongue

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"
)

// No French sentence breaks before its colon, or inside its quotation marks.
func TestFrenchMarksAreNotTornOff(t *testing.T) {
	torn := regexp.MustCompile(` [:;?!»]|« `)
	names, err := fs.Glob(files, "fr/*.po")
	if err != nil || len(names) == 0 {
		t.Fatalf("%d files: %v", len(names), err)
	}
	for _, name := range names {
		page, err := fs.ReadFile(files, name)
		if err != nil {
			t.Fatal(err)
		}
		said := false
		for line := range strings.Lines(string(page)) {
			said = strings.HasPrefix(line, "msgstr") || said && strings.HasPrefix(line, `"`)
			if _, text, _ := strings.Cut(line, `"`); said && torn.MatchString(text) {
				t.Errorf("%s: a plain space before or inside a mark: %s", name, line)
			}
		}
	}
}
