package tui

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// promptedWith says whether the front dialog of a program asks the question.
func promptedWith(a *App, question string) bool {
	n := len(a.dialogs)
	if n == 0 {
		return false
	}
	_, ok := a.dialogs[n-1].(*promptDialog)
	return ok && strings.Contains(bodyOf(a), question)
}

const ripeQuestion, lullQuestion = "Everyone is done. Reveal the notes?", "Was that a break?"

// writingPair is two people who write their vision, and the facilitator's screen.
func writingPair(t *testing.T) (*Stage, *App) {
	t.Helper()
	s := NewStage()
	if err := s.Play(Group("ada", "ben"), Reach(workshop.StepVision, workshop.PhaseDiverge)); err != nil {
		t.Fatal(err)
	}
	return s, appOf(t, s, Fay, 100, 30)
}

// pass lets time pass on a screen.
func pass(a *App, s *Stage, d time.Duration) {
	s.Now = s.Now.Add(d)
	a.Update(tickMsg{due: s.Now})
}

var saysDone, writesOn = workshop.DeclareDone{Done: true}, workshop.DeclareDone{}

func TestTheFacilitatorIsAskedWhenEveryoneIsDone(t *testing.T) {
	s, a := writingPair(t)
	play(t, a, s, By("ada", saysDone), By("ben", saysDone))
	pass(a, s, 2*time.Minute)
	if promptedWith(a, ripeQuestion) {
		t.Error("asked before half the time has passed in quiet")
	}
	pass(a, s, 30*time.Second)
	if !promptedWith(a, ripeQuestion) {
		t.Fatalf("not asked:\n%s", bodyOf(a))
	}
	says(t, a, "02:30 are left. Rare ideas come late")
	typeKeys(a, "y")
	if s.State.At.Phase != workshop.PhaseDiverge {
		t.Error("a key that was meant for something else revealed the notes")
	}
	typeKeys(a, "pause", "y")
	if s.State.At.Phase != workshop.PhaseShare || len(a.dialogs) > 0 {
		t.Errorf("yes, and the group is at %s:\n%s", s.State.At, bodyOf(a))
	}
}

func TestNoGivesThemTheRestOfTheTime(t *testing.T) {
	s, a := writingPair(t)
	play(t, a, s, Wait(3*time.Minute), By("ada", saysDone), By("ben", saysDone))
	typeKeys(a, "pause", "enter")
	says(t, a, "They have the rest of the time.")
	pass(a, s, time.Minute)
	if promptedWith(a, ripeQuestion) {
		t.Error("asked again, with nothing new")
	}
	play(t, a, s, By("ben", writesOn))
	if promptedWith(a, ripeQuestion) {
		t.Error("asked while somebody writes")
	}
	play(t, a, s, By("ben", saysDone))
	if !promptedWith(a, ripeQuestion) {
		t.Error("everyone is done once more, and nobody is asked")
	}
	play(t, a, s, By("ada", writesOn))
	if len(a.dialogs) > 0 {
		t.Errorf("somebody goes on writing, and the question stays:\n%s", bodyOf(a))
	}
}

func TestNobodyIsAskedInTheMiddleOfSomething(t *testing.T) {
	s, a := writingPair(t)
	typeKeys(a, "a", "Z")
	play(t, a, s, Wait(3*time.Minute), By("ada", saysDone), By("ben", saysDone))
	if promptedWith(a, ripeQuestion) {
		t.Error("asked over a name that is being typed")
	}
	typeKeys(a, "esc")
	if !promptedWith(a, ripeQuestion) {
		t.Error("not asked afterwards")
	}
	for _, who := range []workshop.PersonID{"ada", ""} {
		if other := appOf(t, s, who, 100, 30); len(other.dialogs) > 0 {
			t.Errorf("%q is asked", who)
		}
	}
}

// When another facilitator has answered, there is nothing left to ask.
func TestAQuestionThatWasAnsweredElsewhereCloses(t *testing.T) {
	s, a := writingPair(t)
	play(t, a, s, Wait(3*time.Minute), By("ada", saysDone), By("ben", saysDone))
	play(t, a, s, Onward(false))
	if len(a.dialogs) > 0 {
		t.Errorf("the notes are revealed:\n%s", bodyOf(a))
	}
}

func TestAFacilitatorWhoComesBackIsAskedAboutTheNight(t *testing.T) {
	s, _ := writingPair(t)
	if err := s.Play(Wait(time.Minute), By("ada", workshop.WriteNote{Prompt: workshop.PromptVision, Text: "An idea"}), Wait(22*time.Hour)); err != nil {
		t.Fatal(err)
	}
	a := appOf(t, s, Fay, 100, 30)
	if !promptedWith(a, lullQuestion) {
		t.Fatalf("not asked:\n%s", bodyOf(a))
	}
	says(t, a, "Nothing happened from Mon 09:01 to 07:01.", "22 h are not counted")
	typeKeys(a, "pause", "y")
	says(t, a, "Not counted. Welcome back.", "04:00")
	pass(a, s, time.Second)
	if len(a.dialogs) > 0 {
		t.Errorf("asked again:\n%s", bodyOf(a))
	}
}

func TestWhoWorkedInSilenceSaysSoOnce(t *testing.T) {
	s, a := writingPair(t)
	pass(a, s, 31*time.Minute)
	if !promptedWith(a, lullQuestion) {
		t.Fatalf("not asked:\n%s", bodyOf(a))
	}
	typeKeys(a, "pause", "n")
	says(t, a, "Counted as work. r shows what can give.")
	pass(a, s, 20*time.Minute)
	if len(a.dialogs) > 0 || len(appOf(t, s, Fay, 100, 30).dialogs) > 0 {
		t.Errorf("asked again:\n%s", bodyOf(a))
	}
	typeKeys(a, "r")
	if strings.Contains(bodyOf(a), lullQuestion) {
		t.Errorf("offered again:\n%s", bodyOf(a))
	}
}

// esc gives no answer: nobody is asked again, and it can still be given.
func TestALullThatIsLeftOpenIsAmongTheRepairs(t *testing.T) {
	s, a := writingPair(t)
	pass(a, s, 31*time.Minute)
	typeKeys(a, "pause", "esc")
	pass(a, s, 20*time.Minute)
	if len(a.dialogs) > 0 {
		t.Errorf("asked again:\n%s", bodyOf(a))
	}
	typeKeys(a, "r")
	says(t, a, "Was that a break?", "51 min")
}

// Given the repairs on the screen, when time or somebody else brings and takes ways, then no key does what nobody has read.
func TestAWayKeepsItsNumber(t *testing.T) {
	s, a := writingPair(t)
	s.Now = s.Now.Add(29*time.Minute + 50*time.Second)
	a.prompts.lulls = []time.Time{Morning()} // is not asked about by itself
	typeKeys(a, "r")
	says(t, a, "1 Shorten the rest", "2 Leave out step 5", "3 Promise")
	pass(a, s, 15*time.Second)
	says(t, a, "1 Shorten the rest", "2 Leave out step 5", "3 Promise", "4 Was that a break?")
	play(t, a, s, By(Fay, workshop.RepairAgenda{Repair: workshop.Shorten}))
	says(t, a, "1 no longer needed", "2 Leave out step 5")
	typeKeys(a, "1", "enter")
	if got := s.State.Timing(); len(a.dialogs) != 1 || got.Repaired != workshop.Shorten || !got.Agenda.Has(workshop.StepForces) {
		t.Errorf("the latest repair is %s, and %d dialogs are open", got.Repaired, len(a.dialogs))
	}
	typeKeys(a, "down", "enter")
	if s.State.Agenda.Has(workshop.StepForces) || len(a.dialogs) > 0 {
		t.Errorf("step 5 was not left out:\n%s", bodyOf(a))
	}
}

// Until half the time has passed in quiet a facilitator reads how long that is, and that it is their choice.
func TestWhoIsDoneEarlyIsWaitedFor(t *testing.T) {
	s, a := writingPair(t)
	play(t, a, s, Wait(time.Minute), By("ada", saysDone))
	if strings.Contains(bodyOf(a), "everyone is done") {
		t.Errorf("Ben writes:\n%s", bodyOf(a))
	}
	play(t, a, s, By("ben", saysDone))
	says(t, a, "everyone is done: n reveals, or wait 01:30, for rare ideas come late")
	pass(a, s, 90*time.Second)
	if strings.Contains(bodyOf(a), "or wait") || !promptedWith(a, ripeQuestion) {
		t.Errorf("half the time has passed:\n%s", bodyOf(a))
	}
}

// Only those who are here are waited for, and where nobody is, nobody is said to be done.
func TestWhoIsAwayIsNotWaitedFor(t *testing.T) {
	s := gathered("Ada", "Ben")
	if err := s.Play(Reach(workshop.StepVision, workshop.PhaseDiverge)); err != nil {
		t.Fatal(err)
	}
	ada, ben := personCalled("Ada"), personCalled("Ben")
	away := func(who workshop.PersonID) *App {
		a := New(t.Context(), Config{Seat: absent{stageSeat{stage: s, by: Fay}, who}, Dark: true, Now: func() time.Time { return s.Now }})
		a.Update(tea.WindowSizeMsg{Width: 100, Height: 30})
		return a
	}
	a := away(ben)
	typeKeys(a, "n")
	says(t, a, "1 person is still writing. Reveal now?", "away, and not done.")
	if err := s.Play(Wait(time.Minute), By(ada, saysDone)); err != nil {
		t.Fatal(err)
	}
	says(t, away(ben), "everyone is done: n reveals")
	if err := s.Play(By(Fay, workshop.RemovePerson{Person: ben})); err != nil {
		t.Fatal(err)
	}
	saysNot(t, away(ada), "everyone is done")
}

// Those who take part keep what they were at, and are told of a break.
func TestABreakIsToldToEveryone(t *testing.T) {
	s := SampleStage(workshop.StepVision, workshop.PhaseDiverge)
	a := appOf(t, s, "ada", 100, 30)
	typeText(a, "Half an id")
	play(t, a, s, By(Fay, workshop.StartBreak{Minutes: 10}))
	says(t, a, "A break: back at 09:16. What you typed stays.", "back at 09:16", "‖ break 10:00", "Half an id")
	typeText(a, "ea")
	play(t, a, s, By(Fay, workshop.EndBreak{}))
	says(t, a, "The break is over.", "Half an idea")
	play(t, a, s, By(Fay, workshop.StartBreak{}))
	says(t, a, "A break, until the facilitator goes on.")
}
