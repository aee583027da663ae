package tui

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/google/go-cmp/cmp"

	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// terminal is one of several of a person; they share what was typed.
func terminal(t *testing.T, s *Stage, who workshop.PersonID, shared *Drafts) *App {
	t.Helper()
	a := New(t.Context(), Config{
		Seat: stageSeat{stage: s, by: who}, Now: func() time.Time { return s.Now }, Drafts: func(workshop.ID) *Drafts { return shared },
	})
	a.Update(tea.WindowSizeMsg{Width: 100, Height: 30})
	return a
}

// A note that was being changed is on the wall as it was; the change is offered as another one.
func TestAChangeInMidSentence(t *testing.T) {
	s, a := writing(t, "We help")
	typeKeys(a, "up")
	typeText(a, " each other")
	play(t, a, s, Onward(false))
	says(t, a, midSentence, "We help each other")
	typeText(a, "!")
	typeKeys(a, "enter")
	if diff := cmp.Diff([]string{"We help", "We help each other!"}, texts(s, workshop.PromptVision)); diff != "" || len(a.drafts.all()) > 0 {
		t.Errorf("drafts %v, notes (-want +got):\n%s", a.drafts.all(), diff)
	}
}

// Given a change at one terminal and a draft at another, when the notes are revealed, then each keeps its own, and nothing is
// put over the other; both come up again, one after the other.
func TestAChangeAndADraft(t *testing.T) {
	s, _ := writing(t, "We help")
	shared := NewDrafts()
	here, there := terminal(t, s, "ada", shared), terminal(t, s, "ada", shared)
	typeKeys(here, "up")
	typeText(here, " more")
	typeText(there, "A new one")
	if err := s.Play(Onward(false)); err != nil {
		t.Fatal(err)
	}
	news(here)
	news(there)
	typeText(here, "!")
	says(t, here, midSentence, "We help more!")
	typeText(there, "?")
	says(t, there, midSentence, "A new one?")
	typeKeys(here, "esc")
	typeKeys(there, "esc")
	if err := s.Play(Back(workshop.StepVision, workshop.PhaseDiverge)); err != nil {
		t.Fatal(err)
	}
	news(here)
	news(there)
	typeKeys(here, "enter", "enter")
	if diff := cmp.Diff([]string{"We help", "A new one?", "We help more!"}, texts(s, workshop.PromptVision)); diff != "" || len(shared.all()) > 0 {
		t.Errorf("drafts %v, notes (-want +got):\n%s", shared.all(), diff)
	}
}

// While the group comes back, a change that is still typed comes before the draft.
func TestAChangeGoesOnWhenTheGroupComesBack(t *testing.T) {
	s, _ := writing(t, "We help")
	shared := NewDrafts()
	a := terminal(t, s, "ada", shared)
	typeKeys(a, "up")
	typeText(a, " more")
	shared.keep("ada", workshop.PromptVision, "A new one")
	play(t, a, s, Onward(false))
	play(t, a, s, Back(workshop.StepVision, workshop.PhaseDiverge))
	typeText(a, "!")
	typeKeys(a, "enter", "enter")
	if diff := cmp.Diff([]string{"We help", "We help more!", "A new one"}, texts(s, workshop.PromptVision)); diff != "" {
		t.Errorf("notes (-want +got):\n%s", diff)
	}
}

// Two terminals of a person are one sheet of paper: both show the sentence, and it is sent once.
func TestASentenceAtTwoTerminals(t *testing.T) {
	s, _ := writing(t)
	shared := NewDrafts()
	here, there := terminal(t, s, "ada", shared), terminal(t, s, "ada", shared)
	typeText(here, "We help")
	if err := s.Play(Onward(false)); err != nil {
		t.Fatal(err)
	}
	news(here)
	news(there)
	typeText(here, " each")
	typeText(there, " o") // before it has drawn what was typed here
	says(t, there, midSentence, "We help each o")
	typeText(there, "ther")
	says(t, here, "We help each other")
	typeKeys(here, "enter")
	typeKeys(there, "enter") // before it hears of it
	if diff := cmp.Diff([]string{"We help each other"}, texts(s, workshop.PromptVision)); diff != "" {
		t.Errorf("notes (-want +got):\n%s", diff)
	}
	news(there)
	says(t, there, "Added at your other terminal.")
	saysNot(t, there, midSentence)
	if n := len(shared.all()); n > 0 {
		t.Errorf("%d drafts are left", n)
	}
}

// In the booth the sentence is in front as well, and it leaves with its author.
func TestASentenceInTheBooth(t *testing.T) {
	for _, end := range []string{"enter", "esc"} {
		s := SampleStage(workshop.StepVision, workshop.PhaseDiverge)
		a := appOf(t, s, Fay, 100, 30)
		typeKeys(a, names("o enter pause enter H m")...)
		before := s.State.Notes.Len()
		play(t, a, s, Onward(false)) // from another facilitator's terminal
		typeText(a, "m")
		says(t, a, midSentence, "Hmm", "10 seconds left")
		typeKeys(a, end)
		if got, kept := s.State.Notes.Len()-before, len(a.drafts.all()); got+kept != 1 || (got == 1) != (end == "enter") {
			t.Errorf("after %s there are %d notes more, and %d drafts", end, got, kept)
		}
		typeKeys(a, names("esc pause esc")...)
		if a.booth != nil {
			t.Errorf("the booth is still open:\n%s", bodyOf(a))
		}
		if end == "esc" {
			saysNot(t, a, "Hmm")
		}
	}
}

// Whoever facilitates writes nothing: their draft is kept, and not in front of the group.
func TestFacilitatingInMidSentence(t *testing.T) {
	s, a := writing(t)
	typeText(a, "We help")
	play(t, a, s, By(Fay, workshop.AppointFacilitator{Person: "ada"}))
	play(t, a, s, Onward(true))
	saysNot(t, a, "We help", midSentence)
	if a.drafts.of("ada", workshop.PromptVision) != "We help" {
		t.Error("the draft is lost")
	}
	s, a = writing(t)
	typeText(a, "We help")
	play(t, a, s, By(Fay, workshop.AppointFacilitator{Person: "ada"}), Onward(true)) // heard of at once
	saysNot(t, a, "We help", midSentence)
}

// Nobody else sees a word of it before it is sent.
func TestASentenceIsOnOneScreenOnly(t *testing.T) {
	shared := NewDrafts()
	s, _ := writing(t)
	ada := terminal(t, s, "ada", shared)
	others := map[string]*App{"fay": terminal(t, s, Fay, shared), "jose": terminal(t, s, "jose", shared), "wall": wallOf(t, s, 120, 35)}
	typeText(ada, "We help")
	if err := s.Play(Onward(false)); err != nil {
		t.Fatal(err)
	}
	news(ada)
	typeText(ada, " more")
	says(t, ada, "We help more")
	for name, a := range others {
		news(a)
		if len(a.dialogs) > 0 || strings.Contains(bodyOf(a), "We help") || strings.Contains(bodyOf(a), "second") {
			t.Errorf("%s sees it:\n%s", name, bodyOf(a))
		}
	}
}

// Given a sentence in front, when the connection breaks, then it is a draft; whoever is back in time can still add it.
func TestTheConnectionBreaksInMidSentence(t *testing.T) {
	s, _ := writing(t)
	shared := NewDrafts()
	a := terminal(t, s, "ada", shared)
	typeText(a, "We help")
	play(t, a, s, Onward(false))
	typeText(a, " each other")
	a.Close()
	if got := shared.of("ada", workshop.PromptVision); got != "We help each other" {
		t.Errorf("the draft is %q", got)
	}
	s.Now = s.Now.Add(3 * time.Second)
	says(t, terminal(t, s, "ada", shared), midSentence, "We help each other", "7 seconds left")
	for _, who := range []workshop.PersonID{Fay, "jose"} {
		if a := terminal(t, s, who, shared); len(a.dialogs) > 0 {
			t.Errorf("%s has it in front", who)
		}
	}
	s.Now = s.Now.Add(7 * time.Second)
	if a := terminal(t, s, "ada", shared); len(a.dialogs) > 0 {
		t.Error("it is in front after the ten seconds")
	}
	if err := s.Play(Back(workshop.StepVision, workshop.PhaseDiverge)); err != nil {
		t.Fatal(err)
	}
	says(t, terminal(t, s, "ada", shared), "one idea", "We help each other")
}

// What another terminal has sent a moment ago is not sent again, also while its draft is still there.
func TestASentenceThatIsOnTheWallAlready(t *testing.T) {
	s, a := revealedOn(t, "We help")
	play(t, a, s, Write("ada", workshop.PromptVision, "We help"))
	typeKeys(a, "enter")
	says(t, a, "That is on the wall already.")
	if n := len(texts(s, workshop.PromptVision)); n != 1 || len(a.drafts.all()) > 0 || len(a.dialogs) > 0 {
		t.Errorf("%d notes, drafts %v, %d dialogs", n, a.drafts.all(), len(a.dialogs))
	}
}
