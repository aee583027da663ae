package export

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"

	"convene/workshop"
	"convene/workshop/workshoptest"
)

// published is the schema as people get it, and closed the same without room for a field that it doesn't name.
func published(t *testing.T) (open, closed *jsonschema.Schema) {
	t.Helper()
	source, err := os.ReadFile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return compiled(t, source, func(any) {}), compiled(t, source, closeObjects)
}

// compiled is a schema with something changed in it.
func compiled(t *testing.T, source []byte, change func(any)) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(source))
	if err != nil {
		t.Fatal(err)
	}
	change(doc)
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func closeObjects(node any) {
	switch node := node.(type) {
	case map[string]any:
		if _, more := node["additionalProperties"]; node["properties"] != nil && node["type"] == "object" && !more {
			node["additionalProperties"] = false
		}
		for _, n := range node {
			closeObjects(n)
		}
	case []any:
		for _, n := range node {
			closeObjects(n)
		}
	}
}

func validates(t rapid.TB, s *jsonschema.Schema, source []byte) {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(source))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Validate(doc); err != nil {
		t.Errorf("%v\nin\n%s", err, source)
	}
}

func TestTheSchemaDescribesEveryDocument(t *testing.T) {
	_, closed := published(t)
	for name, sample := range samples {
		t.Run(name, func(t *testing.T) { validates(t, closed, written(t, FormatJSON, sample())) })
	}
	t.Run("nothing", func(t *testing.T) { validates(t, closed, written(t, FormatJSON, workshop.Canvas{})) })
	_, records := workshoptest.Sample()
	var s workshop.State
	for _, r := range records { // at every moment of a whole workshop
		if s = workshop.Replay(s, r); r.Seq%7 == 0 || int(r.Seq) == len(records) {
			validates(t, closed, written(t, FormatJSON, s.Canvas()))
		}
	}
	t.Run("any", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) { validates(t, closed, written(t, FormatJSON, anyCanvas(t))) })
	})
}

// Without this, a schema that allows everything would do.
func TestTheSchemaRefusesWhatIsNoCanvas(t *testing.T) {
	open, _ := published(t)
	for _, tt := range []struct {
		about string
		spoil func(d map[string]any)
	}{
		{"another format", func(d map[string]any) { d["format"] = 2 }},
		{"no date at all", func(d map[string]any) { d["date"] = "14.3.2026" }},
		{"a date that isn't", func(d map[string]any) { d["date"] = "2026-02-30" }},
		{"a list that is null", func(d map[string]any) { d["people"] = nil }},
		{"no sections", func(d map[string]any) { delete(d, "sections") }},
		{"an unknown section", func(d map[string]any) { d["sections"].([]any)[0].(map[string]any)["id"] = "mission" }},
		{"an unknown step", func(d map[string]any) { d["settlements"].(map[string]any)["lunch"] = map[string]any{} }},
		{"a strength of 6", func(d map[string]any) {
			d["forceField"].(map[string]any)["support"].([]any)[0].(map[string]any)["strength"] = 6
		}},
		{"a hand too few", func(d map[string]any) {
			d["settlements"].(map[string]any)["vision"].(map[string]any)["hands"] = []any{1, 2, 3, 4, 5}
		}},
		{"half a second", func(d map[string]any) { d["time"].(map[string]any)["breakSeconds"] = 0.5 }},
		{"a leader by acclamation", func(d map[string]any) { d["leader"].(map[string]any)["how"] = "acclamation" }},
		{"a note nowhere", func(d map[string]any) { d["notes"].([]any)[0].(map[string]any)["prompt"] = "" }},
	} {
		var d map[string]any
		if err := json.Unmarshal(written(t, FormatJSON, withForces()), &d); err != nil {
			t.Fatal(err)
		}
		if err := open.Validate(d); err != nil {
			t.Fatalf("before: %v", err)
		}
		tt.spoil(d)
		if err := open.Validate(d); err == nil {
			t.Errorf("%s is allowed", tt.about)
		}
	}
	var d map[string]any
	if err := json.Unmarshal(written(t, FormatJSON, full()), &d); err != nil {
		t.Fatal(err)
	}
	delete(d, "notes") // of a file from before there were any
	d["colour"] = "blue"
	if err := open.Validate(d); err != nil {
		t.Errorf("an older and a newer file: %v", err)
	}
}
