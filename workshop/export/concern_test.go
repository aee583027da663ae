package export

import (
	"bytes"
	"strings"
	"testing"

	"convene/workshop"
	"convene/workshop/workshoptest"
)

// disagreed is the canvas of a group whose people, in this order, were not behind their vision and said why.
func disagreed(t *testing.T, concerns ...string) workshop.Canvas {
	t.Helper()
	s := workshoptest.NewStage()
	lines := []workshoptest.Line{workshoptest.Group("ada", "ben"), workshoptest.Reach(workshop.StepVision, workshop.PhaseAlign)}
	for i, who := range []workshop.PersonID{"ada", "ben"} {
		lines = append(lines, workshoptest.By(who, workshop.ShowHand{Level: 1, Concern: concerns[i]}))
	}
	if err := s.Play(append(lines, workshoptest.Onward(true))...); err != nil {
		t.Fatal(err)
	}
	return s.State.Canvas()
}

func TestNoDocumentTellsWhoHadAConcern(t *testing.T) {
	one, other := disagreed(t, "Zeal is missing", "Ask who pays"), disagreed(t, "Ask who pays", "Zeal is missing")
	for _, f := range Formats() {
		t.Run(string(f), func(t *testing.T) {
			a, b := written(t, f, one), written(t, f, other)
			if !bytes.Equal(a, b) {
				t.Error("it is another document when the two swap what they said")
			}
			first, second := strings.Index(string(a), "Ask who pays"), strings.Index(string(a), "Zeal is missing")
			if heard := f != FormatCSV; heard != (first >= 0) || heard != (second > first) {
				t.Errorf("the concerns stand at %d and %d", first, second)
			}
		})
	}
}
