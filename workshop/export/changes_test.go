package export

import (
	"bytes"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"convene/workshop"
	"convene/workshop/workshoptest"
)

// again is a canvas that goes on from another one. Of the vision something is new, changed, dropped and as it was, its statement
// is another one, and that of how is as it was; it has another name, and another leader.
func again(t *testing.T, l workshop.Language) workshop.Canvas {
	t.Helper()
	s := workshoptest.NewStage()
	from := workshoptest.LastCanvas()
	from.Entries[workshop.PromptVision] = append(from.Entries[workshop.PromptVision],
		workshop.Stood{Notes: []string{"A <b>room</b> of our own"}}, workshop.Stood{Title: "*Fun*", Notes: []string{"Cake", "[Tea](x)"}})
	facilitator := func(c ...workshop.Command) workshoptest.Line { return workshoptest.By(workshoptest.Fay, c...) }
	if err := s.Play(
		facilitator(workshop.OpenWorkshop{ID: "brave-otter", Topic: "Software Craft", Facilitator: "Fay", Lang: l, From: from},
			workshop.AddPerson{Person: "ana", Name: "Ana"}),
		workshoptest.Reach(workshop.StepVision, workshop.PhaseDiverge),
		workshoptest.Write("ana", workshop.PromptVision, "Clean builds"),
		workshoptest.Reach(workshop.StepVision, workshop.PhaseConverge),
		facilitator(workshop.TitleCluster{Cluster: 1, Title: "Proud, old code too"}, workshop.ParkNotes{Notes: []workshop.NoteID{4}},
			workshop.ParkNotes{Notes: []workshop.NoteID{6, 7}},
			workshop.WriteStatement{Section: workshop.SectionVision, Text: "We ship code that we are *proud* of, and learn."}),
		workshoptest.Reach(workshop.StepMeasures, workshop.PhaseShare),
	); err != nil {
		t.Fatal(err)
	}
	c := s.State.Canvas()
	c.Title, c.Leader, c.LeaderHow = "Craft & *Care*", "Ana", workshop.ByVote
	return c
}

func TestDocumentsTellWhatHasChangedSinceTheLastCanvas(t *testing.T) {
	for name, l := range map[string]workshop.Language{"again": workshop.English, "again-french": workshop.French} {
		for _, format := range []Format{FormatMarkdown, FormatHTML, FormatJSON} {
			t.Run(name+format.Ending(), func(t *testing.T) {
				asItWas(t, name+format.Ending(), written(t, format, again(t, l)))
			})
		}
	}
}

func TestTheChangesAreAsTheSchemaSays(t *testing.T) {
	_, closed := published(t)
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(written(t, FormatJSON, again(t, workshop.English))))
	if err != nil {
		t.Fatal(err)
	}
	if err := closed.Validate(doc); err != nil {
		t.Error(err)
	}
}

// The canvas of a group that has not come to any step yet.
func TestNothingHasChangedYet(t *testing.T) {
	s := workshoptest.NewStage()
	if err := s.Play(workshoptest.Again("ana")); err != nil {
		t.Fatal(err)
	}
	for _, format := range []Format{FormatMarkdown, FormatHTML} {
		page := string(written(t, format, s.State.Canvas()))
		if _, part, _ := strings.Cut(page, "What has changed since 14 March 2025"); !strings.Contains(part, "Nothing here yet.") {
			t.Errorf("%s", part)
		}
	}
}
