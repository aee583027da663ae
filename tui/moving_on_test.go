package tui

import (
	"strings"
	"testing"

	"convene/workshop"
	. "convene/workshop/workshoptest"
)

const movedOn = "The group has moved on."

// What was asked about the scene before is not asked any more; what has nothing to do with it stays.
func TestDialogsWhenTheGroupMovesOn(t *testing.T) {
	clustering := sampleAt(workshop.StepMeasures, workshop.PhaseConverge)
	writing := sampleAt(workshop.StepVision, workshop.PhaseDiverge)
	for _, c := range []struct {
		name  string
		from  func() *Stage
		who   workshop.PersonID
		keys  string
		stays []string // what is still to be read; nothing: the dialog has gone
	}{
		{name: "a question", from: writing, who: Fay, keys: "n"},
		{name: "a list", from: writing, who: Fay, keys: "K"},
		{name: "a question after a list", from: writing, who: Fay, keys: "K enter"},
		{name: "a ballot", from: sampleAt(workshop.StepName, workshop.PhaseConverge), who: "ada", keys: "space enter"},
		{name: "an empty input", from: writing, who: Fay, keys: "a"},
		{name: "an input that was emptied", from: writing, who: Fay, keys: "a x backspace"},
		{name: "which statement", from: clustering, who: Fay, keys: "w"},
		{name: "an input in which somebody types", from: writing, who: Fay, keys: "a Z o", stays: []string{
			"Who is here?", "Zo", "The group has moved on. enter still tries it, esc drops it.",
		}},
		{name: "a title", from: clustering, who: "ada", keys: "space down space e x", stays: []string{
			"What do these notes say together?", "The group has moved on. enter still tries it, esc drops it.",
		}},
		{name: "an untouched title", from: clustering, who: "ada", keys: "space down space e"},
		{name: "the help", from: writing, who: Fay, keys: "?", stays: []string{"Everywhere"}},
		{name: "the canvas", from: writing, who: Fay, keys: "c", stays: []string{"the canvas so far"}},
		{name: "leaving", from: writing, who: Fay, keys: "ctrl+c", stays: []string{"Leave convene?"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := c.from()
			if s.State.At.Step == workshop.StepName {
				if err := s.Play(By(Fay, workshop.OpenVote{})); err != nil {
					t.Fatal(err)
				}
			}
			a := appOf(t, s, c.who, 100, 30)
			typeKeys(a, names(c.keys)...)
			if len(a.dialogs) != 1 {
				t.Fatalf("%d dialogs are open", len(a.dialogs))
			}
			line := Onward(true)
			if s.State.Vote.ID != 0 {
				line = By(Fay, workshop.AbandonVote{Vote: s.State.Vote.ID})
			}
			play(t, a, s, line)
			says(t, a, c.stays...)
			if gone := len(a.dialogs) == 0; gone != (c.stays == nil) {
				t.Fatalf("the dialog is gone: %v\n%s", gone, bodyOf(a))
			}
			if said := a.toast.text == movedOn; said != (c.stays == nil) {
				t.Errorf("it says %q", a.toast.text)
			}
		})
	}
}

// As long as the scene is the same, nothing is closed, and what was said stays.
func TestDialogsWhileTheGroupStays(t *testing.T) {
	s := SampleStage(workshop.StepVision, workshop.PhaseDiverge)
	a := appOf(t, s, Fay, 100, 30)
	typeKeys(a, "K")
	a.say(say{text: "Something.", tone: plainly})
	play(t, a, s, By("jose", workshop.DeclareDone{Done: true}))
	says(t, a, "Who leaves the workshop?", "Something.")
}

// What one's own command does is no surprise, and what it says stays.
func TestMovingOnOneself(t *testing.T) {
	s := SampleStage(workshop.StepVision, workshop.PhaseShare)
	a := appOf(t, s, Fay, 100, 30)
	typeKeys(a, names("n n y")...)
	news(a)
	if a.scene.kind == "board" || a.toast.text == movedOn {
		t.Errorf("at %s it says %q", a.scene.kind, a.toast.text)
	}
	s = SampleStage(workshop.StepClosing, workshop.PhaseCanvas)
	a = appOf(t, s, Fay, 100, 30)
	typeKeys(a, "n", "y")
	news(a)
	says(t, a, "Finished. Thank you for facilitating.")
}

// A command that comes too late is refused, and the reason is read on the screen that the group has gone on to.
func TestACommandThatComesTooLate(t *testing.T) {
	s := SampleStage(workshop.StepVision, workshop.PhaseShare)
	a := appOf(t, s, Fay, 100, 30)
	typeKeys(a, names("n")...)
	if err := s.Play(Reach(workshop.StepVision, workshop.PhaseAlign)); err != nil {
		t.Fatal(err)
	}
	typeKeys(a, "n")
	if a.toast.tone != sorry || a.scene.kind != "align" {
		t.Errorf("at %s it says %q", a.scene.kind, a.toast.text)
	}
}

// A toast is about what was on the screen when it was said.
func TestAToastGoesWithItsScene(t *testing.T) {
	s := SampleStage(workshop.StepVision, workshop.PhaseDiverge)
	a := appOf(t, s, "jose", 100, 30)
	typeKeys(a, "ctrl+t")
	says(t, a, "The facilitator knows")
	play(t, a, s, Onward(false))
	if a.toast.text != "" {
		t.Errorf("it still says %q", a.toast.text)
	}
}

// Whoever is in mid-sentence keeps it in front of them; what was begun and left hears that nothing of it is lost.
func TestMovingOnInMidSentence(t *testing.T) {
	const kept, other = "What you were typing is kept", "What you began for the other question is kept"
	for _, c := range []struct {
		keys, says string
		dialog     bool
	}{
		{keys: ""},
		{keys: "a b", dialog: true},
		{keys: "a b enter"},
		{keys: "a backspace"},
		{keys: "a tab", says: kept},
		{keys: "a tab b", dialog: true, says: other},
		{keys: "a ctrl+d", dialog: true},
		{keys: "a f1", dialog: true},
		{keys: "a enter up"},
		{keys: "a enter up b", dialog: true},
	} {
		s := SampleStage(workshop.StepVision, workshop.PhaseDiverge)
		a := appOf(t, s, "ada", 100, 30)
		typeKeys(a, names(c.keys)...)
		play(t, a, s, Onward(false))
		_, d := a.late()
		if !strings.HasPrefix(a.toast.text, c.says) || c.says == "" && a.toast.text != "" || (d != nil) != c.dialog {
			t.Errorf("after %q it says %q, and the sentence is in front: %v", c.keys, a.toast.text, d != nil)
		}
	}
}
