package export

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"convene/workshop"
	"convene/workshop/format"
)

// read decodes strictly: no field that Document does not have, and nothing after it.
func read(t rapid.TB, source []byte) Document {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(source))
	d.DisallowUnknownFields()
	var doc Document
	if err := d.Decode(&doc); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Token(); err != io.EOF {
		t.Fatal("something follows the document")
	}
	return doc
}

func TestJSONHoldsTheWholeCanvas(t *testing.T) {
	c := withForces()
	got := read(t, written(t, FormatJSON, c))

	title, untitled := "We learn from one another", "Coding dojo"
	name, date, first, owner := "Craft Circle", "2026-03-14", "No time", "Ben"
	want := Document{
		Format: 1, Code: "brave-otter", Name: &name, Topic: "Software craft", Lang: "en", Date: &date,
		Leader:       &Leader{Name: "Ana", How: "vote"},
		Facilitators: []string{"Kim", "Lee"},
		People:       []string{"Ana", "Ben", "Chidi"},
		ForceField: &ForceField{
			Support: []Force{
				{Title: "Management asks for it", Notes: []string{"The CTO said so", "It's in the goals"}, Strength: 4, Low: 1, High: 5, Given: 3},
				{Title: "We like each other", Notes: []string{}, Strength: 3, Low: 2, High: 3, Given: 3},
				{Title: "Free pizza", Notes: []string{}},
			},
			SlowDown: []Force{
				{Title: "No time", Notes: []string{"Release in June", "Support duty"}, Strength: 5, Low: 4, High: 5, Given: 3},
				{Title: "Two sites", Notes: []string{}, Strength: 4, Low: 3, High: 4, Given: 3},
			},
			Sums: Sums{Support: 7, SlowDown: 9}, Balance: -2, FirstToWeaken: &first,
		},
		FirstActions: []Action{
			{What: "Weaken: No time. Ask for two Fridays before the release", Owner: &owner},
			{What: "One video call a week", Due: "2026-03-16"},
		},
		Settlements: map[workshop.Step]Settlement{
			"vision": {Heading: "Vision", Hands: [6]int{0, 0, 0, 1, 1, 1}, Concerns: []Concern{}},
			"measures": {
				Heading: "How and measures", Hands: [6]int{0, 1, 0, 0, 1, 0}, Missing: 1, Despite: true, Reopened: true,
				Concerns: []Concern{{Level: 1, Sentence: "We can't measure <fun> & joy"}},
			},
		},
		Time: &Ledger{
			Planned: 3240, Actual: 1650, Breaks: 79380,
			Blocks: []Account{{"welcome", 300, 449}, {"vision", 1440, 1201}, {"forces", 900, 0}, {"reserve", 600, 0}},
		},
	}
	want.Notes = []Note{
		{1, "vision", &title, "Pair across teams", 5, false},
		{3, "vision", &title, "Nobody is stuck, \"ever\"", 5, false},
		{2, "vision", nil, "Fun", 2, false},
		{4, "vision", nil, "Fewer meetings", 0, true},
		{5, "how", &untitled, "Coding dojo", 0, false},
		{6, "how", &untitled, "Dojo", 0, false},
	}
	for _, b := range c.Sections {
		s := Section{ID: b.Section, Heading: format.In("", workshop.Wording{}).Heading(b.Section), Statement: b.Statement, Entries: []Entry{}}
		for _, e := range b.Entries {
			s.Entries = append(s.Entries, Entry{e.Title, append([]string{}, e.Notes...), e.Dots})
		}
		want.Sections = append(want.Sections, s)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestJSONSaysWhatIsMissing(t *testing.T) {
	for _, tt := range []struct {
		about  string
		canvas workshop.Canvas
		want   []string
	}{
		{"nothing at all", workshop.Canvas{}, []string{
			`"name": null`, `"date": null`, `"sections": []`, `"forceField": null`, `"leader": null`, `"noLeader": null`,
			`"facilitators": []`, `"people": []`, `"firstActions": []`, `"settlements": {}`, `"time": null`, `"notes": []`,
		}},
		{"no name yet", bare(), []string{`"name": null`, `"topic": "Software craft"`, `"entries": []`}},
		{"no leader", noLeader(), []string{`"leader": null`, `"noLeader": "Ana will know in May`}},
		{"no block", workshop.Canvas{Time: &workshop.Ledger{}}, []string{`"breakSeconds": 0`, `"blocks": []`}},
		{"no force", workshop.Canvas{Forces: &workshop.ForceField{}}, []string{
			`"support": []`, `"slowDown": []`, `"firstToWeaken": null`,
		}},
	} {
		source := string(written(t, FormatJSON, tt.canvas))
		for _, want := range tt.want {
			if !strings.Contains(source, want) {
				t.Errorf("%s: no %s in\n%s", tt.about, want, source)
			}
		}
	}
}

func TestJSONNamesNobodyWhoHadAConcern(t *testing.T) {
	if source := written(t, FormatJSON, full()); bytes.Contains(source, []byte("p2")) {
		t.Errorf("the person's ID is in\n%s", source)
	}
}

func TestJSONKeepsAnyText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "text")
		c := typing{s, s, s, s, s, s, s, s, s}.fill()
		c.Named = true
		source := written(t, FormatJSON, c)
		if !utf8.Valid(source) || !bytes.HasSuffix(source, []byte("\n}\n")) {
			t.Errorf("not UTF-8, or no line break at the end:\n%q", source)
		}
		if bytes.Contains(source, []byte(`\u003c`)) || bytes.Contains(source, []byte(`\u0026`)) {
			t.Errorf("escaped for HTML:\n%s", source)
		}
		doc := read(t, source)
		if got := doc.Sections[0].Entries[0].Title; got != c.Sections[0].Entries[0].Title {
			t.Errorf("title: got %q, want %q", got, c.Sections[0].Entries[0].Title)
		}
		if c.Title != "" && *doc.Name != c.Title || doc.Leader.Name != c.Leader || doc.Leader.Terms != c.LeaderTerms {
			t.Errorf("name: got %q, want %q; leader: got %+v, want %q, %q", *doc.Name, c.Title, doc.Leader, c.Leader, c.LeaderTerms)
		}
	})
}

// The manual names every field that may be missing, so that a program which reads it looks for all others without asking.
func TestTheManualNamesTheFieldsThatMayBeMissing(t *testing.T) {
	manual, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	_, manual, _ = bytes.Cut(manual, []byte("// # JSON\n"))
	manual, _, _ = bytes.Cut(manual, []byte("// # CSV\n"))
	promised := regexp.MustCompile(`Three may be missing: the "(\w+)" [^"]* "(\w+)" [^"]* "(\w+)" `).FindSubmatch(bytes.ReplaceAll(manual, []byte("\n//"), nil))
	if promised == nil {
		t.Fatal("the manual doesn't say what may be missing")
	}
	var missing []string
	seen := map[reflect.Type]bool{}
	var look func(reflect.Type)
	look = func(of reflect.Type) {
		switch {
		case of.Kind() == reflect.Pointer || of.Kind() == reflect.Slice || of.Kind() == reflect.Array || of.Kind() == reflect.Map:
			look(of.Elem())
		case of.Kind() == reflect.Struct && !seen[of]:
			seen[of] = true
			for i := range of.NumField() {
				if name, optional := strings.CutSuffix(of.Field(i).Tag.Get("json"), ",omitempty"); optional {
					missing = append(missing, name)
				}
				look(of.Field(i).Type)
			}
		}
	}
	look(reflect.TypeFor[Document]())
	slices.Sort(missing)
	named := []string{string(promised[1]), string(promised[2]), string(promised[3])}
	if slices.Sort(named); !slices.Equal(missing, named) {
		t.Errorf("%q may be missing, the manual says %q", missing, named)
	}
}
