package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"convene/workshop"
	. "convene/workshop/workshoptest"
)

func TestComingInForTheFirstTime(t *testing.T) {
	s := gathered("Ada")
	a := visitorOf(t, &porter{stage: s, who: "zoe"}, "")
	says(t, a, "Which workshop have you come for?", "like brave-otter")
	typeText(a, "brave-oter")
	typeKeys(a, "enter")
	says(t, a, "✗ There is no workshop with that code here", "brave-oter")
	typeKeys(a, names("backspace backspace backspace t t e r enter")...)
	says(t, a, "Software Craft", "What shall we call you?", "Been here before? Type your seat code.")
	typeText(a, "Ada")
	typeKeys(a, "enter")
	says(t, a, "✗ Somebody here has that name. If it is you: tab, and", "seat code. If not, add a letter.", "Ada")
	typeKeys(a, names("backspace backspace backspace Z o e enter")...)
	says(t, a, "✓ Welcome, Zoe.", "2 people are here", "brave-otter@192.168.1.7", seatCode)
	if p, ok := s.State.Person("zoe"); !ok || p.Name != "Zoe" || p.Booth {
		t.Errorf("the newcomer is %+v", p)
	}
}

// The code that ssh was given leads straight to the doorstep. What is no code at all is the login name of somebody who
// named none.
func TestTheCodeThatWasNamed(t *testing.T) {
	for code, want := range map[string]string{
		"brave-otter": "What shall we call you?",
		"brave-oter":  "✗ There is no workshop with that code here",
		"zmaier":      "find it on the large screen",
	} {
		a := visitorOf(t, &porter{stage: gathered(), who: "zoe"}, code)
		says(t, a, want)
		if asks := strings.Contains(bodyOf(a), "Which workshop have you come for?"); asks != (code != "brave-otter") {
			t.Errorf("%s: the code is asked for: %v", code, asks)
		}
	}
	a := visitorOf(t, &porter{stage: gathered(), who: "zoe"}, "zmaier")
	if strings.Contains(bodyOf(a), "✗") {
		t.Error("somebody who has asked for nothing is refused it")
	}
	if got := a.screen.(*codeScreen).field.text(); got != "" {
		t.Errorf("%q is to be deleted first", got)
	}
}

func TestWhoIsRememberedComesInAtOnce(t *testing.T) {
	s := gathered("Ada")
	a := visitorOf(t, &porter{stage: s, who: "zoe", called: "Zoe"}, "brave-otter")
	says(t, a, "✓ Welcome, Zoe.", "2 people are here")
	again := visitorOf(t, &porter{stage: s, who: "zoe", called: "Zoe"}, "brave-otter")
	says(t, again, "✓ Welcome back, Zoe.", "2 people are here")
	taken := visitorOf(t, &porter{stage: s, who: "other zoe", called: "Zoe"}, "brave-otter")
	says(t, taken, "What shall we call you?", "Zoe", "✗ Somebody here has that name.")
	typeKeys(taken, names("M enter")...)
	says(t, taken, "✓ Welcome, ZoeM.")
	if n := len(s.State.Participants()); n != 3 {
		t.Errorf("%d people have come, want 3", n)
	}
}

func TestASeatCodeLeadsBack(t *testing.T) {
	s := gathered("Ada")
	p := &porter{stage: s, who: "a borrowed laptop", seats: map[string]workshop.PersonID{seatCode: personCalled("Ada")}}
	a := visitorOf(t, p, "brave-otter")
	typeText(a, "Ad")
	typeKeys(a, "tab")
	says(t, a, "What is your seat code?", "It looks like k7qm-2fxd-6h")
	typeText(a, "k7qm-2fxd-6i")
	typeKeys(a, "enter")
	says(t, a, "✗ No seat here has that code; look at it again.", "k7qm-2fxd-6i")
	typeKeys(a, "esc")
	says(t, a, "What shall we call you?", "Ad")
	typeKeys(a, names("tab backspace h enter")...)
	says(t, a, "✓ Welcome back, Ada.", "1 person is here")
	if p.left != 1 {
		t.Errorf("%d places were given up, want the doorstep", p.left)
	}
	if n := len(s.State.Participants()); n != 1 {
		t.Errorf("%d people have seats", n)
	}
}

func TestWaitingAtALockedDoor(t *testing.T) {
	for _, c := range []struct {
		name string
		then Line
		says []string
	}{
		{"let in", By(Fay, workshop.AdmitPerson{Person: "zoe"}), []string{"✓ Welcome, Zoe.", "2 people are here"}},
		{"the door opens", open(), []string{"✓ Welcome, Zoe.", "2 people are here"}},
		{"turned away", By(Fay, workshop.RefusePerson{Person: "zoe"}), []string{"The facilitator has not let you in."}},
		{"somebody else knocks", By("yan", workshop.Join{Name: "Yan"}), []string{"The door is locked.", "that you are here, Zoe."}},
		{"the workshop ends", end(), []string{"The community of practice for", "that you are here, Zoe.", "You may leave"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := gathered("Ada")
			if err := s.Play(locked()); err != nil {
				t.Fatal(err)
			}
			a := visitorOf(t, &porter{stage: s, who: "zoe"}, "brave-otter")
			says(t, a, "The door is locked: the facilitator is asked to let you in.")
			typeText(a, "Zoe")
			typeKeys(a, "enter")
			says(t, a, "The door is locked.", "The facilitator has been told that you are here, Zoe.")
			play(t, a, s, c.then)
			says(t, a, c.says...)
		})
	}
}

// end takes a workshop to its end, whatever it has come to.
func end() Line {
	return func(s *Stage) error {
		return s.Play(Reach(workshop.StepClosing, workshop.PhaseCanvas), By(Fay, workshop.CloseWorkshop{}))
	}
}

// Somebody who waited is asked again when their name was taken meanwhile, and not for the name of somebody else.
func TestANameTakenWhileWaiting(t *testing.T) {
	s := gathered()
	if err := s.Play(locked()); err != nil {
		t.Fatal(err)
	}
	a := visitorOf(t, &porter{stage: s, who: "zoe", called: "Zoe"}, "brave-otter")
	says(t, a, "that you are here, Zoe.")
	play(t, a, s, By(Fay, workshop.AddPerson{Person: "p", Name: "Zoe"}), open())
	says(t, a, "What shall we call you?", "Zoe", "✗ Somebody here has that name.")
	typeKeys(a, names("M enter")...)
	says(t, a, "✓ Welcome, ZoeM.")
}

// Nothing of a workshop but its topic is to be seen from the doorstep.
func TestTheDoorstepShowsTheTopicAlone(t *testing.T) {
	s := SampleStage(workshop.StepMeasures, workshop.PhaseShare)
	if err := s.Play(locked()); err != nil {
		t.Fatal(err)
	}
	outside := visitorOf(t, &porter{stage: s, who: "zoe"}, "brave-otter")
	waiting := visitorOf(t, &porter{stage: s, who: "yan", called: "Yan"}, "brave-otter")
	turned := visitorOf(t, &porter{stage: s, who: "xi", called: "Xi"}, "brave-otter")
	play(t, turned, s, By(Fay, workshop.RefusePerson{Person: "xi"}))
	removed := visitorOf(t, &porter{stage: s, who: "ada"}, "brave-otter")
	play(t, removed, s, By(Fay, workshop.RemovePerson{Person: "ada"}))
	says(t, removed, "You no longer have a seat here.")
	for name, a := range map[string]*App{"outside": outside, "waiting": waiting, "turned": turned, "removed": removed} {
		for _, keys := range []string{"", "?", "c", "f1"} {
			typeKeys(a, names(keys)...)
			got := bodyOf(a)
			for _, secret := range []string{"Measures", "12 here", "Vision", "Björk", "reading together", seatCode, "dojo"} {
				if strings.Contains(strings.ReplaceAll(got, "It looks like "+seatCode, ""), secret) {
					t.Errorf("%s sees %q after %q:\n%s", name, secret, keys, got)
				}
			}
		}
	}
}

// Whoever loses their seat in the middle of something is told so, and nothing of theirs stays in front.
func TestLosingOnesSeat(t *testing.T) {
	s := SampleStage(workshop.StepVision, workshop.PhaseDiverge)
	p := &porter{stage: s, who: "ada", drafts: NewDrafts()}
	a := visitorOf(t, p, "brave-otter")
	typeText(a, "Half an idea")
	typeKeys(a, "ctrl+d")
	says(t, a, "Add what you were writing as a note?")
	play(t, a, s, By(Fay, workshop.RemovePerson{Person: "ada"}))
	says(t, a, "You no longer have a seat here.")
	if len(a.dialogs) > 0 || strings.Contains(bodyOf(a), "Half an idea") {
		t.Errorf("what she was doing is still there:\n%s", bodyOf(a))
	}
}

// Who comes after the end knocks, as at a locked door; those who made it see the canvas, and a seat code still leads to it.
func TestAFinishedWorkshop(t *testing.T) {
	s := founded()
	p := &porter{stage: s, who: "zoe", seats: map[string]workshop.PersonID{seatCode: "ada"}}
	a := visitorOf(t, p, "brave-otter")
	says(t, a, "The community of practice for", "The door is locked: the facilitator is asked to let you in.")
	typeKeys(a, "tab")
	typeText(a, seatCode)
	typeKeys(a, "enter")
	says(t, a, "Craft Guild", "finished")

	for _, called := range []string{"", "Zoe"} {
		s := founded()
		a := visitorOf(t, &porter{stage: s, who: "zoe", called: called}, "brave-otter")
		if called == "" {
			typeText(a, "Zoe")
			typeKeys(a, "enter")
		}
		says(t, a, "that you are here, Zoe.", "It opens by itself once you are let in.")
		saysNot(t, a, "Craft Guild")
		fay := appOf(t, s, Fay, 100, 30)
		says(t, fay, "Zoe is at the door.")
		typeKeys(fay, names("pause y")...)
		says(t, fay, "Zoe is in.")
		news(a)
		says(t, a, "Welcome, Zoe.", "Craft Guild")
	}
	says(t, visitorOf(t, &porter{stage: s, who: "ada"}, "brave-otter"), "Craft Guild", "finished")
}

// What was typed before the connection broke is there again.
func TestDraftsOutliveTheTerminal(t *testing.T) {
	s := SampleStage(workshop.StepVision, workshop.PhaseDiverge)
	p := &porter{stage: s, who: "ada", drafts: NewDrafts()}
	a := visitorOf(t, p, "brave-otter")
	typeText(a, "Half an idea")
	a.Close()
	says(t, visitorOf(t, p, "brave-otter"), "Half an idea")
}

// At the door letters are text, and ctrl+c is the way out, at once.
func TestKeysAtTheDoor(t *testing.T) {
	s := gathered()
	for _, code := range []string{"", "brave-otter"} {
		a := visitorOf(t, &porter{stage: s, who: "zoe"}, code)
		typeText(a, "nb?L")
		says(t, a, "nb?L")
		a.Update(tea.PasteMsg{Content: "two\nlines"})
		says(t, a, "nb?Ltwo lines")
		if _, cmd := a.Update(keyPress("ctrl+c")); !quits(cmd) {
			t.Errorf("with the code %q, ctrl+c does not leave", code)
		}
	}
	if err := s.Play(locked()); err != nil {
		t.Fatal(err)
	}
	a := visitorOf(t, &porter{stage: s, who: "zoe", called: "Zoe"}, "brave-otter")
	if _, cmd := a.Update(keyPress("ctrl+c")); !quits(cmd) {
		t.Error("ctrl+c does not leave while one waits")
	}
}

// A participant has no lobby to go back to.
func TestEscLeadsAVisitorNowhere(t *testing.T) {
	a := visitorOf(t, &porter{stage: gathered("Ada"), who: personCalled("Ada")}, "brave-otter")
	typeKeys(a, "esc")
	says(t, a, "1 person is here")
	if len(a.dialogs) > 0 {
		t.Errorf("esc asks %T", a.dialogs[0])
	}
}
