package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// groupOf is a workshop in which everyone has a terminal and writes for the vision.
func groupOf(t *testing.T, people ...workshop.PersonID) *Stage {
	t.Helper()
	s := NewStage()
	lines := []Line{Opened()}
	for _, p := range people {
		lines = append(lines, By(p, workshop.Join{Name: strings.ToUpper(string(p[:1])) + string(p[1:])}))
	}
	if err := s.Play(append(lines, Reach(workshop.StepVision, workshop.PhaseDiverge))...); err != nil {
		t.Fatal(err)
	}
	return s
}

// Whoever is done sees that, and for whom the group waits.
func TestWhoeverIsDoneSeesWhatHappensNext(t *testing.T) {
	s := groupOf(t, "ada", "ben", "cleo")
	a := appOf(t, s, "ada", 80, 24)
	typeKeys(a, "ctrl+d")
	says(t, a, "✓ You are done. Waiting for 2 others; ctrl+d to go on writing.", "ctrl+d go on writing")
	if strings.Contains(bodyOf(a), "one idea") {
		t.Error("there is still a box to write in")
	}
	for _, next := range []struct {
		who  workshop.PersonID
		want string
	}{
		{"ben", "Waiting for 1 other;"},
		{"cleo", "Everyone is: the facilitator goes on in a moment."},
	} {
		if err := s.Play(By(next.who, workshop.DeclareDone{Done: true})); err != nil {
			t.Fatal(err)
		}
		a.Update(newsMsg{a.visit})
		says(t, a, next.want)
	}
}

// Somebody who is done and types all the same is told how to go on, and nothing of it is taken for a note.
func TestTypingWhenDone(t *testing.T) {
	s := groupOf(t, "ada", "ben")
	a := appOf(t, s, "ada", 80, 24)
	for name, press := range map[string]func(){
		"a letter": func() { typeKeys(a, "x") },
		"enter":    func() { typeKeys(a, "enter") },
		"a paste":  func() { a.Update(tea.PasteMsg{Content: "x"}) },
	} {
		if !iAmDone(viewOf(s, "ada")) {
			typeKeys(a, "ctrl+d")
		}
		a.toast = toast{}
		press()
		says(t, a, "You are done. Press ctrl+d to go on writing.")
		if typed(a) != "" || len(viewOf(s, "ada").Notes) > 0 {
			t.Errorf("%s: %q is in the field", name, typed(a))
		}
	}
	typeKeys(a, "tab")
	says(t, a, "▸ IMPORTANCE", "You are done.")
	typeKeys(a, "ctrl+d", "x", "enter")
	if notes := viewOf(s, "ada").Notes; len(notes) != 1 || notes[0].Prompt != workshop.PromptImportance {
		t.Errorf("going on gave %+v", notes)
	}
}

// Being done asks for what was begun, also for the question that is not on the screen.
func TestBeingDoneOffersEveryDraft(t *testing.T) {
	s := groupOf(t, "ada", "ben")
	a := appOf(t, s, "ada", 80, 24)
	typeKeys(a, "a", "b", "tab", "ctrl+d")
	says(t, a, "Add what you were writing as a note?", "ab")
	typeKeys(a, "y")
	if notes := viewOf(s, "ada").Notes; len(notes) != 1 || notes[0].Prompt != workshop.PromptVision || !iAmDone(viewOf(s, "ada")) {
		t.Errorf("notes %+v, done %v", notes, iAmDone(viewOf(s, "ada")))
	}
}

func TestAMinuteIsAskedForOnce(t *testing.T) {
	a := appOf(t, groupOf(t, "ada", "ben"), "ada", 160, 45)
	says(t, a, "ctrl+t one more minute")
	typeKeys(a, "ctrl+t")
	if strings.Contains(bodyOf(a), "ctrl+t") {
		t.Error("the key is still shown")
	}
}

// Up edits the latest note, and says so when something else is being written.
func TestUpWhileSomethingIsTyped(t *testing.T) {
	s := groupOf(t, "ada", "ben")
	a := appOf(t, s, "ada", 80, 24)
	typeKeys(a, "up")
	if a.toast.text != "" || strings.Contains(bodyOf(a), "↑ edit") {
		t.Error("there is nothing to edit, and it is offered")
	}
	typeKeys(a, "a", "enter", "b", "up")
	says(t, a, "Add this note with enter first; then up edits the latest.")
	if typed(a) != "b" {
		t.Errorf("%q is typed", typed(a))
	}
}

// In the booth one is done as well, and then leaves it; coming back, one reads how.
func TestBeingDoneInTheBooth(t *testing.T) {
	s := SampleStage(workshop.StepVision, workshop.PhaseDiverge)
	a := appOf(t, s, Fay, 100, 30)
	typeKeys(a, names("o enter pause enter ctrl+d pause o k enter pause enter")...)
	if !iAmDone(a.stage().view) {
		typeKeys(a, names("esc pause o up up up up enter pause enter")...)
	}
	says(t, a, "You are done. esc leaves the booth; ctrl+d to go on writing.")
}

// F1 leads to the help where a question mark is text.
func TestHelpWhileTyping(t *testing.T) {
	a := appOf(t, groupOf(t, "ada", "ben"), "ada", 80, 24)
	typeKeys(a, "?", "f1")
	says(t, a, "Everywhere", "F1         help")
	if typed(a) != "?" {
		t.Errorf("%q is typed", typed(a))
	}
	typeKeys(a, "esc")
	if len(a.dialogs) > 0 {
		t.Error("the help stays")
	}
}

// In the booth a ballot that is left is lost, and that is asked; at a terminal of one's own it is only emptied.
func TestTakingMarksBack(t *testing.T) {
	for _, purpose := range []workshop.Step{workshop.StepName, workshop.StepForces} {
		s := SampleStage(purpose, workshop.PhaseConverge)
		if err := s.Play(By(Fay, workshop.OpenVote{})); err != nil {
			t.Fatal(err)
		}
		a := appOf(t, s, "ada", 80, 24)
		mark := "space"
		if purpose == workshop.StepForces {
			mark = "3"
		}
		typeKeys(a, mark, "esc")
		says(t, a, "Nothing is marked any more, and nothing is in the box.")
		if got := bodyOf(a); strings.Contains(got, "[●]") || strings.Contains(got, "███") || len(a.dialogs) > 0 {
			t.Errorf("marks are left:\n%s", got)
		}
		booth := appOf(t, s, Fay, 80, 24)
		typeKeys(booth, names("o enter pause enter")...)
		typeKeys(booth, mark, "esc")
		says(t, booth, "Leave without voting?")
	}
}

// A ballot that is thought over is not in the box, and that is said; so it is of a hand.
func TestThinkingABallotOver(t *testing.T) {
	for step, keys := range map[workshop.Step]string{
		workshop.StepVision: "space enter", workshop.StepName: "space enter", workshop.StepForces: "3 enter", workshop.StepLeader: "enter",
	} {
		for _, no := range []string{"n", "enter"} {
			s := SampleStage(step, workshop.PhaseConverge)
			if err := s.Play(By(Fay, workshop.OpenVote{})); err != nil {
				t.Fatal(err)
			}
			a := appOf(t, s, "ada", 80, 24)
			typeKeys(a, append(names(keys), no)...)
			says(t, a, "Not in the box yet: enter, then y, puts it there.")
			if viewOf(s, "ada").HasVoted {
				t.Errorf("%s: it is in the box", step)
			}
		}
	}
	a := appOf(t, SampleStage(workshop.StepVision, workshop.PhaseAlign), "ada", 80, 24)
	typeKeys(a, "2", "x", "esc")
	says(t, a, "Your hand stays as it was.")
}
