package tongue_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/leonelquinteros/gotext"

	"convene/workshop"
)

// entry is what a catalogue has for a message.
type entry struct {
	many    string
	forms   []string
	plurals int // how many forms the header of the file gives to what is counted
	file    string
}

// catalogue reads a language's files, by English and meaning. What stands in two files is an error, as is a file that a
// translator's program could not open by itself.
func catalogue(t *testing.T, folder string) map[[2]string]entry {
	t.Helper()
	files, _ := filepath.Glob(folder + "/*.po")
	if len(files) == 0 {
		t.Fatalf("no catalogue in %s", folder)
	}
	all := map[[2]string]entry{}
	for _, name := range files {
		page, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		po := gotext.NewPo()
		po.Parse(page)
		if po.Language != folder || !strings.HasPrefix(po.PluralForms, "nplurals=") {
			t.Errorf("%s: the header says %q, %q", name, po.Language, po.PluralForms)
		}
		var plurals int
		if _, err := fmt.Sscanf(po.PluralForms, "nplurals=%d;", &plurals); err != nil {
			t.Fatalf("%s: %q: %v", name, po.PluralForms, err)
		}
		add := func(meaning string, entries map[string]*gotext.Translation) {
			for id, tr := range entries {
				if id == "" {
					continue
				}
				key := [2]string{id, meaning}
				if had, twice := all[key]; twice {
					t.Errorf("%q stands in %s and in %s", id, had.file, name)
				}
				e := entry{many: tr.PluralID, plurals: plurals, file: name}
				for i := range len(tr.Trs) {
					e.forms = append(e.forms, tr.Trs[i])
				}
				all[key] = e
			}
		}
		add("", po.GetDomain().GetTranslations())
		for meaning, entries := range po.GetDomain().GetCtxTranslations() {
			add(meaning, entries)
		}
		if ids := strings.Count("\n"+string(page), "\nmsgid "); ids-1 != count(all, name) {
			t.Errorf("%s: %d entries, %d of them different", name, ids-1, count(all, name))
		}
	}
	return all
}

func count(all map[[2]string]entry, file string) (n int) {
	for _, e := range all {
		if e.file == file {
			n++
		}
	}
	return n
}

// Everything that is said can be said in every language, with the same verbs.
func TestNothingIsMissing(t *testing.T) {
	said, _ := sources(t)
	said = append(said, refusals(t)...)
	for _, m := range torn(said) {
		t.Errorf("%s: %q is said with another plural elsewhere than with %q", m.at, m.english, m.many)
	}
	for _, l := range workshop.Languages() {
		if l != workshop.English {
			t.Run(string(l), func(t *testing.T) { isWhole(t, catalogue(t, string(l)), said) })
		}
	}
}

// isWhole checks that a catalogue has all that is said, and nothing else. How many forms a plural has, its header says.
func isWhole(t *testing.T, all map[[2]string]entry, said []message) {
	var missing []string
	used := map[[2]string]bool{}
	for _, m := range said {
		key := [2]string{m.english, m.meaning}
		if used[key] {
			continue
		}
		used[key] = true
		e, ok := all[key]
		if m.many != "" && !strings.Contains(m.english, "%[") && strings.Count(m.english, "%") != strings.Count(m.many, "%") {
			t.Errorf("%s: one says %q and many say %q: not the same is put into them", m.at, m.english, m.many)
		}
		forms := 1
		if m.many != "" {
			forms = e.plurals
		}
		if !ok || slices.Contains(e.forms, "") || len(e.forms) != forms || e.many != m.many {
			missing = append(missing, m.String())
		} else if wrong := wrongVerbs(m, e.forms); wrong != "" {
			t.Errorf("%s: %q: %s", m.at, m.english, wrong)
		}
	}
	if len(missing) > 0 {
		t.Errorf("%d messages are missing:\n\n%s", len(missing), strings.Join(missing, "\n"))
	}
	for key, e := range all {
		if !used[key] {
			t.Errorf("%s: nobody says %q any more", e.file, key[0])
		}
	}
}

// Whatever looks like a sentence in the sources of the screens and the exports goes through the catalogues.
func TestNothingIsSaidPastTheCatalogues(t *testing.T) {
	_, strays := sources(t)
	for _, s := range strays {
		t.Errorf("%s: %q", s.at, s.text)
	}
}
