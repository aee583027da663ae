package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"convene/workshop"
	"convene/workshop/workshoptest"
)

const schemaFile = "log.schema.json"

// lineSchema is what is published about a line of the log.
func lineSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	s, err := c.Compile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// frozen is the record of a kind as people have it on their disks.
func frozen(t *testing.T, kind string) workshop.Record {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("../../store/testdata/v1", kind+".json"))
	if err != nil {
		t.Fatal(err)
	}
	var r workshop.Record
	if err := json.Unmarshal(raw, &r); err != nil {
		t.Fatal(err)
	}
	return r
}

// fits checks a line of a log.
func fits(t *testing.T, s *jsonschema.Schema, name string, line []byte) {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(line))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Validate(doc); err != nil {
		t.Errorf("%s: %s: %v", name, line, err)
	}
}

// linesFit checks every line of a log.
func linesFit(t *testing.T, s *jsonschema.Schema, name string, records []workshop.Record) {
	t.Helper()
	var out bytes.Buffer
	if err := writeLogJSON(&out, records); err != nil {
		t.Fatal(err)
	}
	for line := range bytes.Lines(out.Bytes()) {
		fits(t, s, name, line)
	}
	if lines := bytes.Count(out.Bytes(), []byte("\n")); lines != len(records) {
		t.Errorf("%s: %d lines for %d records", name, lines, len(records))
	}
}

// Every line that the program writes is as published: of whole workshops, of those in the middle of something private, and of
// every kind as it is on people's disks.
func TestEveryLineOfALogIsAsPublished(t *testing.T) {
	s := lineSchema(t)
	_, sample := workshoptest.Sample()
	linesFit(t, s, "sample", sample)
	linesFit(t, s, "rehearsal", rehearsed(t, 3))
	_, consent := workshoptest.SampleByConsent()
	linesFit(t, s, "consent", consent)
	life := community(t)
	for n := range life {
		linesFit(t, s, "community", life[:n+1])
	}
	linesFit(t, s, "led", led(t))
	linesFit(t, s, "again", again(t))
	linesFit(t, s, "format", openedInOwnWords(t))
	for name, scene := range scenes() {
		stage := workshoptest.NewStage()
		if err := stage.Play(workshoptest.Group("ana", "ben", "cleo")); err != nil {
			t.Fatal(err)
		}
		if err := stage.Play(scene...); err != nil {
			t.Fatal(err)
		}
		linesFit(t, s, name, stage.Records)
	}
	for _, v := range workshop.Kinds() {
		r := frozen(t, v.Kind())
		for _, private := range []bool{false, true} {
			if private && secretFields(v) == nil {
				continue
			}
			for _, lots := range []map[workshop.VoteID]bool{nil, {1: true, 2: true, 3: true}} {
				line, err := lineOf(r, private, lots)
				if err != nil {
					t.Fatal(err)
				}
				page, err := json.Marshal(line)
				if err != nil {
					t.Fatal(err)
				}
				fits(t, s, v.Kind(), page)
			}
		}
	}
}

// openedInOwnWords is a workshop with everything that a format can change.
func openedInOwnWords(t *testing.T) []workshop.Record {
	t.Helper()
	stage := workshoptest.NewStage()
	if err := stage.Play(workshoptest.By(workshoptest.Fay, workshop.OpenWorkshop{
		ID: "brave-otter", Topic: "Software Craft", Facilitator: "Fay", Lang: workshop.French, Votes: 3,
		Solo: map[workshop.Step]workshop.Span{workshop.StepVision: workshop.Minutes(6)},
		Wording: workshop.Wording{
			Name: "Ours",
			Steps: map[workshop.Step]workshop.StepWording{
				workshop.StepVision: {Title: "Why", Short: "Why", Heading: "Why", Purpose: "What for", Rule: "One each"},
			},
			Prompts:  map[workshop.Prompt]workshop.PromptWording{workshop.PromptVision: {Label: "WHY", Question: "What for?"}},
			Sections: map[workshop.Section]string{workshop.SectionVision: "Why"},
		},
	})); err != nil {
		t.Fatal(err)
	}
	return stage.Records
}

// fieldsOf are the names of an event's fields in JSON.
func fieldsOf(t reflect.Type) []string {
	var out []string
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case f.Anonymous:
			out = append(out, fieldsOf(f.Type)...)
		case name != "-":
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

// Each kind has its entry, with all of its fields and no other: what is added to an event is published too.
func TestEveryKindIsPublishedWithAllItsFields(t *testing.T) {
	raw, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	var doc struct {
		AdditionalProperties bool `json:"additionalProperties"`
		Properties           struct {
			Kind struct{ Enum []string } `json:"kind"`
		}
		AllOf []struct {
			If struct {
				Properties struct{ Kind struct{ Const string } }
			}
			Then struct {
				Properties struct {
					Event struct {
						Ref string `json:"$ref"`
					}
				}
			}
		}
		Defs map[string]struct {
			Description          string
			AdditionalProperties *bool
			Properties           map[string]any
		} `json:"$defs"`
	}
	doc.AdditionalProperties = true
	if err := json.Unmarshal(raw, &doc); err != nil {
		t.Fatal(err)
	}
	var kinds, ruled []string
	for _, v := range workshop.Kinds() {
		kind := v.Kind()
		kinds = append(kinds, kind)
		entry, ok := doc.Defs[kind]
		switch {
		case !ok:
			t.Errorf("%s has no entry", kind)
			continue
		case entry.Description == "":
			t.Errorf("%s is not described", kind)
		case entry.AdditionalProperties == nil || *entry.AdditionalProperties:
			t.Errorf("%s has room for fields that are not published", kind)
		}
		published := slices.Sorted(maps.Keys(entry.Properties))
		if diff := cmp.Diff(strings.Join(fieldsOf(reflect.TypeOf(v)), " "), strings.Join(published, " ")); diff != "" {
			t.Errorf("%s:\n%s", kind, diff)
		}
	}
	for _, rule := range doc.AllOf {
		kind, ref := rule.If.Properties.Kind.Const, rule.Then.Properties.Event.Ref
		if ruled = append(ruled, kind); ref != "#/$defs/"+kind {
			t.Errorf("%s goes by %s", kind, ref)
		}
	}
	if diff := cmp.Diff(kinds, doc.Properties.Kind.Enum); diff != "" || doc.AdditionalProperties {
		t.Errorf("the kinds are not those there are, or a line has room for more:\n%s", diff)
	}
	if diff := cmp.Diff(kinds, ruled); diff != "" {
		t.Errorf("not every kind has its rule:\n%s", diff)
	}
}

// logged is a line of a log.
func logged(kind, event, more string) string {
	return fmt.Sprintf(`{"seq":1,"at":"2026-03-14T13:11:00Z","kind":%q,"event":%s%s}`, kind, event, more)
}

func TestTheSchemaRefusesWhatIsNotPublished(t *testing.T) {
	s := lineSchema(t)
	const private = `,"private":true`
	for name, c := range map[string]struct {
		line string
		fits bool
	}{
		"as it is":           {logged("note-written", `{"note":1,"prompt":"vision","text":"An idea"}`, ""), true},
		"private":            {logged("note-written", `{"note":1,"prompt":"vision"}`, private), true},
		"without its text":   {logged("note-written", `{"note":1,"prompt":"vision"}`, ""), false},
		"private, and told":  {logged("note-written", `{"note":1,"prompt":"vision","text":"An idea"}`, private), false},
		"a private reason":   {logged("nominated", `{"reason":"Asks well"}`, private), false},
		"a private hand":     {logged("hand-shown", `{"level":2}`, private), false},
		"a private answer":   {logged("consent-signalled", `{"proposal":1,"objects":true}`, private), false},
		"whose answer it is": {logged("consent-signalled", `{"proposal":1}`, `,"by":"ana","private":true`), false},
		"an answer":          {logged("consent-signalled", `{"proposal":1}`, `,"by":"ana"`), true},
		"nothing to hide":    {logged("pen-laid", `{}`, private), false},
		"one field more":     {logged("pen-laid", `{"note":1}`, ""), false},
		"more on the line":   {logged("pen-laid", `{}`, `,"author":"ada"`), false},
		"no such kind":       {logged("pen-broken", `{}`, ""), false},
		"a length as number": {logged("clock-paused", `{"left":60}`, ""), false},
		"no such step":       {logged("notes-revealed", `{"step":"lunch"}`, ""), false},
		"no such phase":      {logged("phase-entered", `{"step":"vision","phase":"nap","box":"1m0s"}`, ""), false},
		"no such prompt":     {logged("note-written", `{"note":1,"prompt":"why","text":"An idea"}`, ""), false},
		"no such section":    {logged("pen-taken", `{"section":"leader"}`, ""), false},
		"no such repair":     {logged("agenda-repaired", `{"repair":"hurry","agenda":[]}`, ""), false},
		"no such method":     {logged("method-chosen", `{"method":"duel"}`, ""), false},
		"no such how":        {logged("name-chosen", `{"name":"Ours","how":"force"}`, ""), false},
		"six fingers":        {logged("hand-shown", `{"level":6}`, ""), false},
		"less than a fist":   {logged("hand-shown", `{"level":-1}`, ""), false},
		"note zero":          {logged("note-withdrawn", `{"note":0}`, ""), false},
		"minus one hand":     {logged("step-settled", `{"step":"vision","hands":[0,0,0,0,0,-1]}`, ""), false},
		"minus one vote": {
			logged("vote-closed", `{"vote":1,"outcome":{"cast":1,"blank":0,"tally":[{"option":"n1","votes":-1,"ballots":1}]}}`, ""),
			false,
		},
		"no time":          {`{"seq":1,"kind":"pen-laid","event":{}}`, false},
		"no time of a day": {`{"seq":1,"at":"noon","kind":"pen-laid","event":{}}`, false},
	} {
		doc, err := jsonschema.UnmarshalJSON(strings.NewReader(c.line))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(doc); (err == nil) != c.fits {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// The fields that a private line leaves out, by the schema, are those that it leaves out.
func TestTheSchemaKnowsWhatCanBePrivate(t *testing.T) {
	var doc struct {
		DependentSchemas struct {
			Private struct {
				Properties struct{ Kind struct{ Enum []string } }
			}
		}
		AllOf []struct {
			If struct {
				Properties struct{ Kind struct{ Const string } }
			}
			Then struct {
				Else struct {
					Properties struct {
						Event struct{ Properties map[string]bool }
					}
				}
			}
		}
	}
	readSchema(t, &doc)
	left := make(map[string]map[string]bool)
	for _, rule := range doc.AllOf {
		left[rule.If.Properties.Kind.Const] = rule.Then.Else.Properties.Event.Properties
	}
	var can []string
	for _, v := range workshop.Kinds() {
		var want map[string]bool
		if _, gives := v.(workshop.AnswersGiven); gives { // what is private is whose it is
			can = append(can, v.Kind())
		}
		for _, field := range secretFields(v) {
			if want == nil {
				can, want = append(can, v.Kind()), make(map[string]bool)
			}
			want[field] = false
		}
		if diff := cmp.Diff(want, left[v.Kind()]); diff != "" {
			t.Errorf("%s:\n%s", v.Kind(), diff)
		}
	}
	if diff := cmp.Diff(can, doc.DependentSchemas.Private.Properties.Kind.Enum); diff != "" {
		t.Errorf("what can be private:\n%s", diff)
	}
}

// The names that the schema lists are those that the domain has.
func TestTheSchemaHasTheNamesOfTheDomain(t *testing.T) {
	var doc struct {
		Defs map[string]struct {
			Enum []string
		} `json:"$defs"`
	}
	readSchema(t, &doc)
	names := constants(t, "../../workshop")
	for _, of := range []string{"Step", "Phase", "Prompt", "Section", "Repair", "Purpose", "How", "Method"} {
		if diff := cmp.Diff(names[of], doc.Defs[strings.ToLower(of)].Enum); diff != "" || len(names[of]) < 2 {
			t.Errorf("%s:\n%s", of, diff)
		}
	}
}

func readSchema(t *testing.T, doc any) {
	t.Helper()
	raw, err := os.ReadFile(schemaFile)
	if err == nil {
		err = json.Unmarshal(raw, doc)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// constants are the texts of a package's constants, in their order, by the names of their types.
func constants(t *testing.T, folder string) map[string][]string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	out := make(map[string][]string)
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			v, ok := n.(*ast.ValueSpec)
			if !ok || len(v.Values) != 1 {
				return true
			}
			of, named := v.Type.(*ast.Ident)
			text, literal := v.Values[0].(*ast.BasicLit)
			if named && literal && text.Kind == token.STRING {
				said, _ := strconv.Unquote(text.Value)
				out[of.Name] = append(out[of.Name], said)
			}
			return true
		})
	}
	return out
}
