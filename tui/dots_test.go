package tui

import (
	"strings"
	"testing"

	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// After a dot vote its result is shown, sorted, with the ties; tab goes to the board and back.
func TestTheDotsAreShownUntilTheGroupWorksOnTheBoard(t *testing.T) {
	s := SampleStage(workshop.StepMeasures, workshop.PhaseConverge)
	if err := s.Play(dots(0, 1, 1, 2, 3, 3)); err != nil {
		t.Fatal(err)
	}
	a := appOf(t, s, "ada", 80, 24)
	says(t, a, "What matters most here, by dots", "tied")
	typeKeys(a, "tab")
	says(t, a, "tab the dots")
	typeKeys(a, "tab")
	says(t, a, "What matters most here, by dots")
	typeKeys(a, "tab")

	// Whoever works on the board sees the board, and so does everyone who didn't choose otherwise.
	typeKeys(a, "space", "down", "space")
	if body := bodyOf(a); strings.Contains(body, "by dots") {
		t.Errorf("the result is in the way:\n%s", body)
	}
	other := appOf(t, s, "jose", 80, 24)
	if body := bodyOf(other); strings.Contains(body, "by dots") {
		t.Errorf("what the dots were put on is not there any more, and yet they are shown:\n%s", body)
	}
	typeKeys(other, "tab")
	says(t, other, "What matters most here, by dots")
}

func TestDotsThatNobodyPutAreSaidToBeNone(t *testing.T) {
	s := SampleStage(workshop.StepMeasures, workshop.PhaseConverge)
	if err := s.Play(By(Fay, workshop.OpenVote{}), everyoneCasts(nil), Counted()); err != nil {
		t.Fatal(err)
	}
	says(t, appOf(t, s, Fay, 80, 24), "Nobody has put a dot on anything.")
}

// While the vote is open no screen knows a count; what stands first is another idea for each.
func TestPeopleHaveTheIdeasInDifferentOrders(t *testing.T) {
	s := SampleStage(workshop.StepMeasures, workshop.PhaseConverge)
	if err := s.Play(By(Fay, workshop.OpenVote{})); err != nil {
		t.Fatal(err)
	}
	first := make(map[string]bool)
	for _, p := range s.State.Participants() {
		for line := range strings.Lines(bodyOf(appOf(t, s, p.ID, 100, 30))) {
			if strings.Contains(line, "▸ [") {
				first[strings.TrimSpace(line)] = true
			}
		}
	}
	if len(first) < 3 {
		t.Errorf("%d people see these first: %v", len(s.State.Participants()), first)
	}
}
