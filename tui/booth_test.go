package tui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// Whatever is typed in one burst with the end of a turn is nobody's: it neither reaches the facilitator's screen nor
// begins the next person's turn.
func TestKeysDontRunOverFromTheBooth(t *testing.T) {
	writing := func(t *testing.T) *Stage { return SampleStage(workshop.StepVision, workshop.PhaseDiverge) }
	voting := func(t *testing.T) *Stage {
		s := SampleStage(workshop.StepName, workshop.PhaseConverge)
		if err := s.Play(By(Fay, workshop.OpenVote{})); err != nil {
			t.Fatal(err)
		}
		return s
	}
	for _, end := range []struct {
		name  string
		begin func(t *testing.T) *Stage
		keys  string
	}{
		{"done writing", writing, "ctrl+d"},
		{"a ballot cast", voting, "space enter y"},
		{"leaving in the middle", writing, "esc"},
	} {
		for _, over := range []string{"n", "v", "b", "K", "o", "enter", "space", "y", "esc", "?", "c", "enter enter enter", "o enter enter"} {
			s := end.begin(t)
			a := appOf(t, s, Fay, 100, 30)
			typeKeys(a, names("o enter pause enter "+end.keys)...)
			seq := s.State.Seq
			typeKeys(a, names(over)...)
			if s.State.Seq != seq || len(a.dialogs) > 0 || !a.curtain() {
				t.Errorf("%s, and then %s: %d records more, %d dialogs\n%s",
					end.name, over, s.State.Seq-seq, len(a.dialogs), ansi.Strip(a.draw()))
			}
		}
	}
}

func TestTheCurtainOpensWhenTypingPauses(t *testing.T) {
	a := appOf(t, SampleStage(workshop.StepVision, workshop.PhaseDiverge), Fay, 100, 30)
	typeKeys(a, names("o enter enter enter")...)
	if got := ansi.Strip(a.draw()); strings.Contains(got, "one idea") || strings.Contains(got, "nobody is looking") {
		t.Fatalf("the turn begins by itself:\n%s", got)
	}
	typeKeys(a, names("pause enter")...)
	says(t, a, "one idea")
	typeKeys(a, names("ctrl+d pause o")...)
	says(t, a, "Whose turn is it?")
	typeKeys(a, names("esc o enter pause esc")...)
	if a.booth != nil || !strings.Contains(ansi.Strip(a.draw()), "in silence") {
		t.Errorf("the facilitator's screen is not back:\n%s", ansi.Strip(a.draw()))
	}
}

// A sentence that was begun and not added is kept for its author, offered, and named before the reveal.
func TestADraftIsKeptAndNamed(t *testing.T) {
	s := SampleStage(workshop.StepVision, workshop.PhaseDiverge)
	a := appOf(t, s, Fay, 100, 30)
	typeKeys(a, names("o enter pause enter H m m esc pause esc")...)
	if got := ansi.Strip(a.draw()); strings.Contains(got, "Hmm") {
		t.Fatalf("the draft is on the facilitator's screen:\n%s", got)
	}
	typeKeys(a, "n")
	says(t, a, "began a note that is not added yet. Reveal now?")
	typeKeys(a, names("n ctrl+c")...)
	says(t, a, "Only 1 unfinished note")
	typeKeys(a, names("n o enter pause enter")...)
	says(t, a, "Hmm")
	typeKeys(a, names("ctrl+d")...)
	says(t, a, "Add what you were writing as a note?")
	before := s.State.Notes.Len()
	typeKeys(a, names("esc")...)
	says(t, a, "one idea", "Hmm")
	typeKeys(a, names("ctrl+d enter")...)
	if s.State.Notes.Len() != before+1 || len(a.drafts.all()) > 0 {
		t.Errorf("%d notes more, drafts %v", s.State.Notes.Len()-before, a.drafts.all())
	}
}

func TestNothingIsDoneInAWindowThatIsTooSmall(t *testing.T) {
	s := SampleStage(workshop.StepVision, workshop.PhaseConverge)
	a := appOf(t, s, Fay, 40, 10)
	seq := s.State.Seq
	typeKeys(a, names("n b p space v")...)
	if s.State.Seq != seq || len(a.dialogs) > 0 {
		t.Error("keys worked on a screen that nobody could see")
	}
}
