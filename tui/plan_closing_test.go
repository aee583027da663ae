package tui

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"convene/tui/theme"
	"convene/tui/tuitest"
	"convene/workshop"
	"convene/workshop/tongue"
	. "convene/workshop/workshoptest"
)

// atClosing is the sample when it looks at its canvas, on 2 March 2026; José leads.
func atClosing() *Stage { return SampleStage(workshop.StepClosing, workshop.PhaseCanvas) }

func thenPlanned(t *testing.T, s *Stage, want ...workshop.Action) {
	t.Helper()
	if diff := cmp.Diff(want, s.State.Actions); diff != "" {
		t.Errorf("planned (-want +got):\n%s", diff)
	}
}

// Whoever takes part plans at the closing, on a phone as well: something that is easily forgotten, in words that they may
// change, with somebody who sees to it, and a day.
func TestSomebodyWhoTakesPartPlansAtTheClosing(t *testing.T) {
	for _, size := range [][2]int{{40, 15}, {80, 24}} {
		t.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(t *testing.T) {
			s := atClosing()
			a := appOf(t, s, "ada", size[0], size[1])
			look := func(name string) {
				t.Helper()
				lines := strings.Split(a.draw(), "\n")
				tuitest.Fits(t, lines, size[0], size[1])
				tuitest.Golden(t, fmt.Sprintf("plan/closing-%s@%dx%d", name, size[0], size[1]), tuitest.Plain(lines))
			}
			look("before")
			typeKeys(a, "enter")
			look("what")
			says(t, a, "A sponsor in management", "Time for the leader", "A place for the minutes", "The first event", "In your own words")
			typeKeys(a, names("down down down enter")...)
			look("words")
			typeWords(a, ": dojo")
			typeKeys(a, "enter")
			look("who")
			says(t, a, "you")
			typeKeys(a, "enter")
			look("when")
			typeKeys(a, names("down enter")...)
			thenPlanned(t, s, workshop.Action{ID: 1, What: "Set the date of the first event: dojo", Owner: "ada", Due: "2026-03-16", By: "ada"})
			if said := running(strings.Split(a.draw(), "\n")); !strings.Contains(said, "Planned: Ada sees to it by Mon") {
				t.Errorf("nothing says what was planned: %s", said)
			}
			typeKeys(a, "h")
			look("after")
		})
	}
}

// The leader is asked first about what is the leader's matter; what is planned is not offered again, in whatever words.
func TestWhatIsPlannedIsNotOfferedAgain(t *testing.T) {
	s := atClosing()
	leader := s.State.Leadership.Leader
	a := appOf(t, s, "ada", 120, 35)
	says(t, a, "Still to plan: a sponsor, time to lead, a place for minutes and a first event.")
	typeKeys(a, names("enter down enter enter enter enter")...)
	thenPlanned(t, s, workshop.Action{
		ID: 1, What: "Agree the leader's dedicated time with their manager", Owner: leader, Due: "2026-03-09", By: "ada",
	})
	if err := s.Play(By("lukasz", workshop.PlanAction{What: "Ask Eva to be our SPONSOR", Owner: "lukasz"})); err != nil {
		t.Fatal(err)
	}
	news(a)
	says(t, a, "2 first actions, the latest: Ask Eva", "Still to plan: a place for minutes and a first event.")
	typeKeys(a, "enter")
	says(t, a, "A place for the minutes", "The first event", "Ease what slows us down")
	for _, gone := range []string{"A sponsor in management", "Time for the leader"} {
		if strings.Contains(bodyOf(a), gone) {
			t.Errorf("%q is offered again:\n%s", gone, bodyOf(a))
		}
	}
}

// What is still to be planned takes one line of a small terminal, in every language.
func TestWhatIsStillToPlanTakesOneLine(t *testing.T) {
	for _, lang := range workshop.Languages() {
		s := atClosing()
		s.State.Lang = lang
		if words := forgottenWords(viewOf(s, "ada")); words == "" || theme.Width(words) > 78 {
			t.Errorf("in %s it takes %d cells: %q", lang, theme.Width(words), words)
		}
	}
}

// The field for a day says that esc leads back to the days, and it does.
func TestTheFieldForADayLeadsBackToTheDays(t *testing.T) {
	a := appOf(t, atClosing(), "ada", 80, 24)
	typeKeys(a, names("enter enter enter enter down down down down down down enter")...)
	says(t, a, "A date like", "enter plan it    esc back")
	typeKeys(a, "esc")
	says(t, a, "in a week", "on another day", "esc back")
	typeKeys(a, names("esc esc")...)
	says(t, a, "A first action: what will be done?", "esc cancel")
}

// Without a leader nobody is asked for a leader's time; without the force field, and with all else planned, one is asked
// for one's own words at once.
func TestNothingIsOfferedThatDoesNotFit(t *testing.T) {
	s := NewStage()
	if err := s.Play(By(Fay, workshop.OpenWorkshop{ID: "brave-otter", Topic: "Craft", Facilitator: "Fay", SkipForces: true}),
		By("ada", workshop.Join{Name: "Ada"}), Reach(workshop.StepClosing, workshop.PhaseCanvas)); err != nil {
		t.Fatal(err)
	}
	if s.State.Canvas().Forces != nil || s.State.Leadership.Leader != "" {
		t.Fatalf("the group has forces, or a leader: %+v", s.State.Leadership)
	}
	for _, who := range []workshop.PersonID{"ada", Fay} {
		a := appOf(t, s, who, 80, 24)
		typeKeys(a, "enter")
		says(t, a, "A sponsor in management", "A place for the minutes", "The first event", "In your own words")
		if body := bodyOf(a); strings.Contains(body, "Time for the leader") || strings.Contains(body, "Ease what") {
			t.Errorf("something is offered that doesn't fit:\n%s", body)
		}
	}
	for _, what := range []string{"Find a sponsor", "Publish minutes", "First event: lean coffee"} {
		if err := s.Play(By("ada", workshop.PlanAction{What: what, Owner: "ada"})); err != nil {
			t.Fatal(err)
		}
	}
	a := appOf(t, s, "ada", 80, 24)
	if strings.Contains(bodyOf(a), "Still to plan") {
		t.Errorf("something is missing that is planned:\n%s", bodyOf(a))
	}
	typeKeys(a, names("enter G o enter enter enter")...)
	thenPlanned(t, s, append(s.State.Actions[:3:3], workshop.Action{ID: 4, What: "Go", Owner: "ada", Due: "2026-03-09", By: "ada"})...)
}

// Every way back leads to the question before, and what was typed is still there.
func TestNothingTypedIsLostOnTheWayBack(t *testing.T) {
	s := atClosing()
	a := appOf(t, s, "ada", 80, 24)
	typeKeys(a, names("enter enter X Y enter enter")...)
	says(t, a, "By when? Find a sponsor in managementXY")
	typeKeys(a, "esc")
	says(t, a, "Who sees to it? Find a sponsor in managementXY")
	typeKeys(a, "esc")
	says(t, a, "what will be done?", "Find a sponsor in managementXY")
	typeKeys(a, names("Z enter enter enter")...)
	thenPlanned(t, s, workshop.Action{ID: 1, What: "Find a sponsor in managementXYZ", Owner: "ada", Due: "2026-03-09", By: "ada"})
}

// Two press enter at the same moment: it is planned once, and the second reads so.
func TestTwoPlanTheSameAtOnce(t *testing.T) {
	s := atClosing()
	one, two := appOf(t, s, "ada", 80, 24), appOf(t, s, Fay, 80, 24)
	typeKeys(one, names("enter down enter enter")...)
	typeKeys(two, names("enter down enter enter")...)
	typeKeys(one, names("enter enter")...)
	typeKeys(two, names("enter enter")...)
	if len(s.State.Actions) != 1 {
		t.Errorf("planned: %+v", s.State.Actions)
	}
	says(t, two, "That is planned already: somebody was a moment faster.")
	if len(two.dialogs) > 0 {
		t.Errorf("the second is asked again:\n%s", bodyOf(two))
	}
}

// What can't be planned now is not lost: the words are there again, and why.
func TestWhatIsRefusedIsThereToBeChanged(t *testing.T) {
	s := atClosing()
	a := appOf(t, s, "ada", 80, 24)
	typeKeys(a, names("enter enter ! enter enter")...)
	for i := range workshop.MaxActions {
		if err := s.Play(By("lukasz", workshop.PlanAction{What: fmt.Sprint("Step ", i), Owner: "lukasz"})); err != nil {
			t.Fatal(err)
		}
	}
	typeKeys(a, "enter")
	says(t, a, "20 first actions are plenty; drop one first.", "Find a sponsor in management!")
	typeKeys(a, "esc", "enter")
	says(t, a, "20 first actions are plenty; drop one first.")
	if len(a.dialogs) > 0 {
		t.Errorf("something is asked that can't be planned:\n%s", bodyOf(a))
	}
	b := appOf(t, atClosing(), "ada", 80, 24)
	typeKeys(b, names("enter enter ctrl+u enter")...)
	says(t, b, "Say what will be done first.")
}

// The group finishes while somebody chooses a day: the action is one of the community then, which goes on, and not on the canvas of
// its founding; nothing stays in front of that.
func TestTheGroupFinishesMeanwhile(t *testing.T) {
	s := atClosing()
	a := appOf(t, s, "ada", 80, 24)
	typeKeys(a, names("enter enter enter enter")...)
	if err := s.Play(By(Fay, workshop.CloseWorkshop{})); err != nil {
		t.Fatal(err)
	}
	typeKeys(a, "enter")
	if len(s.State.Actions) != 1 || len(s.State.Canvas().Actions) > 0 || len(a.dialogs) > 0 {
		t.Errorf("planned %+v, and asked %d things more", s.State.Actions, len(a.dialogs))
	}
	typeKeys(a, "enter", "x")
	if len(a.dialogs) > 0 || strings.Contains(bodyOf(a), "plan a first action") {
		t.Errorf("something can be planned in a workshop that is finished:\n%s", bodyOf(a))
	}
}

// x drops: one's own, after a question; a facilitator drops any. It is not on offer where there is nothing to drop.
func TestWhoDropsWhat(t *testing.T) {
	s := atClosing()
	if err := s.Play(By("ada", workshop.PlanAction{What: "Mine", Owner: "lukasz", Due: "2026-03-09"}),
		By(Fay, workshop.PlanAction{What: "Theirs", Owner: "lukasz"})); err != nil {
		t.Fatal(err)
	}
	luk := appOf(t, s, "lukasz", 80, 24)
	typeKeys(luk, "x")
	if len(luk.dialogs) > 0 {
		t.Errorf("somebody may drop what others have planned:\n%s", bodyOf(luk))
	}
	typeKeys(luk, "?")
	if strings.Contains(bodyOf(luk), "drop a first action") {
		t.Errorf("a key is shown that does nothing:\n%s", bodyOf(luk))
	}
	ada := appOf(t, s, "ada", 80, 24)
	typeKeys(ada, "x")
	says(t, ada, "Drop this first action?", "Mine (Łukasz, by Mon 9 Mar 2026)")
	typeKeys(ada, "enter")
	if len(s.State.Actions) != 2 {
		t.Fatal("enter drops it, and is not the safe answer")
	}
	typeKeys(ada, "x", "y")
	thenPlanned(t, s, workshop.Action{ID: 2, What: "Theirs", Owner: "lukasz", By: Fay})
	says(t, ada, "Dropped.")
	if err := s.Play(By("ada", workshop.PlanAction{What: "Mine", Owner: "ada"})); err != nil {
		t.Fatal(err)
	}
	fay := appOf(t, s, Fay, 80, 24)
	typeKeys(fay, "x")
	says(t, fay, "Which first action is dropped?", "Theirs", "Mine")
	typeKeys(fay, "down", "enter", "y")
	thenPlanned(t, s, workshop.Action{ID: 2, What: "Theirs", Owner: "lukasz", By: Fay})
}

// Somebody without a terminal plans in the booth, and hands the keyboard back.
func TestAnActionIsPlannedInTheBooth(t *testing.T) {
	s := atClosing()
	a := appOf(t, s, Fay, 100, 30)
	typeKeys(a, "o")
	says(t, a, "Whose turn is it? They come to this keyboard to plan a first")
	typeKeys(a, names("enter pause enter enter enter enter enter enter")...)
	if len(s.State.Actions) != 1 || s.State.Actions[0].By == Fay || s.State.Actions[0].Owner != s.State.Actions[0].By {
		t.Errorf("planned: %+v", s.State.Actions)
	}
	if !a.curtain() {
		t.Errorf("the turn goes on:\n%s", bodyOf(a))
	}
	typeKeys(a, names("pause esc")...)
	says(t, a, "First action: Find a sponsor in management")
}

// An action whose owner has left still says by when, and that it needs somebody.
func TestAnActionWithoutItsOwnerIsStillDue(t *testing.T) {
	s := atClosing()
	if err := s.Play(By("ada", workshop.PlanAction{What: "Ask", Owner: "lukasz", Due: "2026-03-09"}), By(Fay, workshop.RemovePerson{Person: "lukasz"})); err != nil {
		t.Fatal(err)
	}
	for name, a := range map[string]*App{"facilitator": appOf(t, s, Fay, 80, 24), "participant": appOf(t, s, "ada", 80, 24), "wall": wallOf(t, s, 120, 35)} {
		if !strings.Contains(bodyOf(a), "Ask (nobody yet, by Mon 9 Mar 2026)") {
			t.Errorf("%s:\n%s", name, bodyOf(a))
		}
	}
}

// By when can be any day, written as people write days. What is none, and what the rules refuse, stays to be put right.
func TestAnActionIsDueOnAnyDay(t *testing.T) {
	for _, typed := range []string{"2026-12-18", "18.12.2026", "18/12/2026", " 18.12.2026 "} {
		s := atClosing()
		a := appOf(t, s, "ada", 80, 24)
		toTheDate(t, a)
		typeText(a, typed)
		typeKeys(a, "enter")
		thenPlanned(t, s, workshop.Action{ID: 1, What: "Ask", Owner: "ada", Due: "2026-12-18", By: "ada"})
		if len(a.dialogs) > 0 || !strings.Contains(a.toast.text, "Planned: Ada sees to it by") {
			t.Errorf("%q: %d dialogs, said %q", typed, len(a.dialogs), a.toast.text)
		}
	}
	for typed, want := range map[string]string{
		"soon": "Write the date like this: 2026-03-23.", "": "Write the date like this", "31.2.2026": "Write the date like this",
		"12/18/2026": "Write the date like this", "2026-03-01": sentenceOf(workshop.ErrDue), "2028-03-01": sentenceOf(workshop.ErrDue),
	} {
		s := atClosing()
		a := appOf(t, s, "ada", 80, 24)
		toTheDate(t, a)
		typeText(a, typed)
		typeKeys(a, "enter")
		d, ok := a.dialogs[len(a.dialogs)-1].(*inputDialog)
		if !ok || d.field.text() != typed || a.toast.tone != sorry || !strings.Contains(a.toast.text, want) || len(s.State.Actions) > 0 {
			t.Errorf("%q: kept %v, said %q, planned %v", typed, ok, a.toast.text, s.State.Actions)
		}
		if typeKeys(a, "esc"); !strings.Contains(bodyOf(a), "in 3 months") {
			t.Errorf("esc doesn't lead back to the days:\n%s", bodyOf(a))
		}
	}
}

func sentenceOf(err error) string { return tongue.Tongue{}.Error(err) }

// toTheDate goes as far as the date of an action of one's own.
func toTheDate(t *testing.T, a *App) {
	t.Helper()
	typeKeys(a, names("enter up")...)
	for range 9 {
		typeKeys(a, "down")
	}
	typeKeys(a, "enter")
	typeText(a, "Ask")
	typeKeys(a, names("enter enter down down down down down down enter")...)
	says(t, a, "A date like 2026-03-23.")
}
