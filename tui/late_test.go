package tui

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/google/go-cmp/cmp"

	"convene/tui/tuitest"
	"convene/workshop"
	. "convene/workshop/workshoptest"
)

const midSentence = "The notes are revealed. You were writing:"

// revealedOn is ada, who has typed something, when Fay reveals.
func revealedOn(t *testing.T, typed string) (*Stage, *App) {
	t.Helper()
	s, a := writing(t)
	typeText(a, typed)
	play(t, a, s, Onward(false))
	return s, a
}

// ticks lets time pass in one piece; the screen is drawn anew at its end.
func ticks(a *App, s *Stage, d time.Duration) {
	s.Now = s.Now.Add(d)
	a.Update(tickMsg{due: a.nextTick})
}

// saysNot fails when one of the texts is on the screen.
func saysNot(t *testing.T, a *App, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if got := bodyOf(a); strings.Contains(got, text) {
			t.Errorf("it says %q:\n%s", text, got)
		}
	}
}

// Given somebody in the middle of a sentence, when the notes are revealed, then every key that they go on typing is in it,
// where the cursor was.
func TestTypingThroughTheReveal(t *testing.T) {
	s, a := writing(t)
	typeText(a, "We help other")
	for range "other" {
		a.Update(tea.KeyPressMsg{Code: tea.KeyLeft})
	}
	play(t, a, s, Onward(false))
	typeText(a, "each nbx?5")
	typeKeys(a, "backspace", "backspace", "backspace", "backspace", "backspace")
	says(t, a, midSentence, "VISION", "We help each other", "reading together")
	typeKeys(a, "space", "enter")
	if diff := cmp.Diff([]string{"We help each other"}, texts(s, workshop.PromptVision)); diff != "" {
		t.Errorf("notes (-want +got):\n%s", diff)
	}
}

// Given a sentence in front after the reveal, when it is ended within ten seconds, then it is on the wall, and no draft.
func TestEndingASentenceWithinTheGrace(t *testing.T) {
	s, a := revealedOn(t, "We help")
	says(t, a, "adds it to the wall: 10 seconds left", "keeps it as a draft")
	ticks(a, s, 2500*time.Millisecond)
	says(t, a, "8 seconds left")
	ticks(a, s, 7*time.Second)
	says(t, a, "1 second left")
	typeText(a, " each other")
	typeKeys(a, "enter")
	says(t, a, "On the wall.", "We help each other")
	saysNot(t, a, midSentence)
	if n := len(a.drafts.all()); n > 0 {
		t.Errorf("%d drafts are left", n)
	}
	says(t, appOf(t, s, "jose", 100, 30), "We help each other")
}

// Given a sentence in front, when the ten seconds are over, then it stays as long as somebody types, is a draft, and comes
// back with the group.
func TestASentenceAfterTheGrace(t *testing.T) {
	for _, end := range []string{"enter", "esc"} {
		s, a := revealedOn(t, "We hel")
		ticks(a, s, time.Duration(workshop.Grace)-time.Second)
		typeText(a, "p")
		ticks(a, s, time.Second)
		says(t, a, midSentence, "The ten seconds are over. It is kept as a draft,", "enter or esc close")
		typeText(a, " n")
		says(t, a, "We help n", "The ten seconds are over.")
		typeKeys(a, end)
		says(t, a, keptDraft())
		saysNot(t, a, midSentence, "We help")
		if len(texts(s, workshop.PromptVision)) > 0 {
			t.Error("it was sent")
		}
		play(t, a, s, Back(workshop.StepVision, workshop.PhaseDiverge))
		says(t, a, "one idea", "We help n")
	}
}

// Whoever is typing when the ten seconds are over goes on with their sentence: no letter of it becomes a command on the board.
// When they have stopped it goes by itself and is kept, also from in front of a ballot, whose keys it would take.
func TestASentenceThatSomebodyLeavesUnended(t *testing.T) {
	s, a := revealedOn(t, "We help")
	ticks(a, s, time.Duration(workshop.Grace)-time.Second)
	typeText(a, " peo")
	ticks(a, s, lateRest-time.Second)
	typeText(a, "ple")
	says(t, a, midSentence, "We help people", "The ten seconds are over.")
	ticks(a, s, lateRest)
	saysNot(t, a, midSentence)
	says(t, a, "What you were typing is kept")
	if a.drafts.of("ada", workshop.PromptVision) != "We help people" || len(a.dialogs) != 0 {
		t.Errorf("drafts %v, %d dialogs", a.drafts.all(), len(a.dialogs))
	}
}

// esc within the ten seconds keeps it as a draft.
func TestASentenceThatIsLeft(t *testing.T) {
	s, a := revealedOn(t, "We help")
	typeKeys(a, "esc")
	says(t, a, keptDraft())
	if a.drafts.of("ada", workshop.PromptVision) != "We help" || len(texts(s, workshop.PromptVision)) > 0 || len(a.dialogs) > 0 {
		t.Errorf("drafts %v, notes %v", a.drafts.all(), texts(s, workshop.PromptVision))
	}
}

// Keys that were meant for the write screen change nothing in the text; an empty one closes.
func TestOtherKeysInASentence(t *testing.T) {
	_, a := revealedOn(t, "We help")
	typeKeys(a, "tab", "ctrl+d", "ctrl+t", "up", "down")
	says(t, a, midSentence, "We help")
	typeKeys(a, "ctrl+t")
	says(t, a, "You can end your sentence here")
	for range "We help" {
		typeKeys(a, "backspace")
	}
	says(t, a, midSentence)
	typeKeys(a, "enter")
	if len(a.dialogs) > 0 || len(a.drafts.all()) > 0 || a.toast.text != "" {
		t.Errorf("%d dialogs, drafts %v, %q", len(a.dialogs), a.drafts.all(), a.toast.text)
	}
}

// What is refused stays in the field, with the reason.
func TestASentenceThatIsTooLong(t *testing.T) {
	s, a := revealedOn(t, "We help")
	a.Update(tea.PasteMsg{Content: strings.Repeat("x", workshop.MaxNoteLen) + "\nthe end"})
	says(t, a, "15 too many")
	typeKeys(a, "enter")
	says(t, a, "One idea per note: 280 characters at most.", midSentence)
	for range 15 {
		typeKeys(a, "backspace")
	}
	typeKeys(a, "enter")
	if got := texts(s, workshop.PromptVision); len(got) != 1 || len(got[0]) != workshop.MaxNoteLen {
		t.Errorf("the notes are %q", got)
	}
}

// Wherever the group goes meanwhile, the sentence stays in front, and says what becomes of it.
func TestTheGroupGoesOnMeanwhile(t *testing.T) {
	for _, c := range []struct {
		name string
		to   []Line
		says string
		adds bool
	}{
		{"to cluster", []Line{Reach(workshop.StepVision, workshop.PhaseConverge)}, "adds it to the wall: 10 seconds left", true},
		{"to agree", []Line{Reach(workshop.StepVision, workshop.PhaseAlign)}, "The group has moved on. It is kept as a draft,", false},
		{"to vote", []Line{Reach(workshop.StepVision, workshop.PhaseConverge), By(Fay, workshop.OpenVote{})}, "A vote has opened. It is kept as a draft,", false},
		{"to the next step", []Line{Reach(workshop.StepMeasures, workshop.PhaseDiverge)}, "The group has moved on. It is kept as a draft,", false},
		{"back to the brief", []Line{Back(workshop.StepVision, workshop.PhaseBrief)}, "The group has moved on. It is kept as a draft,", false},
	} {
		for _, first := range [][]Line{nil, {Onward(false)}} { // with news in between, and without
			s, a := writing(t)
			if err := s.Play(Write("jose", workshop.PromptVision, "Mine")); err != nil {
				t.Fatal(err)
			}
			typeText(a, "We help")
			if first != nil {
				play(t, a, s, first...)
			}
			play(t, a, s, c.to...)
			typeText(a, "!")
			says(t, a, "You were writing:", "We help!", c.says)
			typeKeys(a, "enter")
			noted := false
			for n := range s.State.Notes.All() {
				noted = noted || n.Text == "We help!"
			}
			if kept := a.drafts.of("ada", workshop.PromptVision) == "We help!"; noted != c.adds || kept == c.adds || len(a.dialogs) > 0 {
				t.Errorf("%s: on the wall %v, a draft %v, %d dialogs", c.name, noted, kept, len(a.dialogs))
			}
		}
	}
}

// Given a sentence in front, when the group comes back, then it goes on where it was begun, with the cursor where it is.
func TestTheGroupComesBackMeanwhile(t *testing.T) {
	s, a := writing(t)
	typeText(a, "Else")
	typeKeys(a, "tab")
	typeText(a, "It mters")
	for range "ters" {
		a.Update(tea.KeyPressMsg{Code: tea.KeyLeft})
	}
	play(t, a, s, Onward(false))
	typeText(a, "a")
	play(t, a, s, Back(workshop.StepVision, workshop.PhaseDiverge))
	typeText(a, "t")
	if typed(a) != "It matters" || len(a.dialogs) > 0 {
		t.Errorf("%q is in the field, %d dialogs", typed(a), len(a.dialogs))
	}
	typeKeys(a, "enter")
	if diff := cmp.Diff([]string{"It matters"}, texts(s, workshop.PromptImportance)); diff != "" {
		t.Errorf("notes (-want +got):\n%s", diff)
	}
	typeKeys(a, "tab")
	if typed(a) != "Else" {
		t.Errorf("%q is in the field", typed(a))
	}
}

// A key that is pressed before the terminal has heard of the reveal leads nobody away from their sentence.
func TestAKeyThatCrossesTheReveal(t *testing.T) {
	for keys, want := range map[string]string{
		"ctrl+t": midSentence,
		"enter":  "We help", // on the wall
	} {
		s, a := writing(t)
		typeText(a, "We help")
		if err := s.Play(Onward(false)); err != nil {
			t.Fatal(err)
		}
		typeKeys(a, keys)
		news(a)
		says(t, a, want)
		if _, d := a.late(); (d != nil) != (want == midSentence) {
			t.Errorf("after %s the sentence is in front: %v", keys, d != nil)
		}
		if n := len(texts(s, workshop.PromptVision)); (n == 1) != (keys == "enter") {
			t.Errorf("after %s there are %d notes", keys, n)
		}
	}
}

// The seconds are counted from the reveal, on every screen, also while the workshop's clock stands; then it rests.
func TestTheGraceIsCountedOnTheScreen(t *testing.T) {
	s, a := revealedOn(t, "We help")
	play(t, a, s, By(Fay, workshop.PauseClock{}))
	a.toast = toast{}
	for range 10 {
		a.nextTick = time.Time{}
		if a.tick() == nil || a.nextTick.Sub(s.Now) > time.Second {
			t.Fatalf("at %v the next tick is at %v", s.Now, a.nextTick)
		}
		ticks(a, s, a.nextTick.Sub(s.Now))
	}
	saysNot(t, a, midSentence)
	a.nextTick, a.toast = time.Time{}, toast{}
	if a.tick(); a.nextTick.Sub(s.Now) <= time.Second {
		t.Error("it is over, and still ticks every second")
	}
}

// A reason that is typed when the nominations are revealed says how long it can still be sent.
func TestAReasonInMidSentence(t *testing.T) {
	at := func() (*Stage, *App) {
		s := SampleStage(workshop.StepLeader, workshop.PhaseDiverge)
		a := appOf(t, s, "ada", 100, 30)
		typeKeys(a, "enter")
		typeText(a, "She listens")
		play(t, a, s, Onward(true))
		return s, a
	}
	s, a := at()
	ticks(a, s, 2*time.Second)
	says(t, a, "She listens", "enter still nominates: 8 seconds", "After that it can't be sent; esc drops it.")
	before := len(s.State.Nominations)
	typeKeys(a, "enter")
	says(t, a, "is nominated.")
	if len(s.State.Nominations) != before+1 || len(a.dialogs) > 0 {
		t.Error("it was not sent")
	}
	s, a = at()
	ticks(a, s, time.Duration(workshop.Grace))
	says(t, a, "She listens", "and the ten seconds are over", "It waits here in case the group comes back")
	typeKeys(a, "enter")
	says(t, a, "She listens", "this one can't be sent")
	play(t, a, s, Back(workshop.StepLeader, workshop.PhaseDiverge))
	saysNot(t, a, "over: it", "It waits here")
	typeKeys(a, "enter")
	says(t, a, "is nominated.")
}

func TestASentenceLooksTheSameInEverySize(t *testing.T) {
	for _, size := range []struct {
		name          string
		width, height int
	}{{"80x24", 80, 24}, {"40x15", 40, 15}} {
		s, _ := writing(t)
		a := appOf(t, s, "ada", size.width, size.height)
		typeText(a, "We learn from one another, and help each other when somebody is st")
		play(t, a, s, Onward(false), Wait(2*time.Second))
		tuitest.Fits(t, a.Lines(), size.width, size.height)
		tuitest.Golden(t, "late/ten-seconds@"+size.name, strings.Split(bodyOf(a), "\n"))
		ticks(a, s, 7*time.Second)
		typeText(a, "u")
		ticks(a, s, time.Second)
		tuitest.Fits(t, a.Lines(), size.width, size.height)
		tuitest.Golden(t, "late/over@"+size.name, strings.Split(bodyOf(a), "\n"))
	}
}
