package workshop_test

import (
	"testing"
	"time"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

func TestPastAThirdTheFacilitatorIsOfferedAMinute(t *testing.T) {
	for _, c := range []struct {
		asks, people int
		want         bool
	}{{0, 3, false}, {1, 3, false}, {1, 2, true}, {2, 3, true}, {2, 6, false}, {3, 6, true}, {3, 9, false}, {4, 9, true}, {1, 1, true}} {
		r := Readiness{Writing: c.people, Asks: c.asks}
		if got := r.WantMinute(); got != c.want {
			t.Errorf("%d of %d ask: %v", c.asks, c.people, got)
		}
		if done := (Readiness{Writing: c.asks, Done: c.people - c.asks, Asks: c.asks}); done.WantMinute() != c.want {
			t.Errorf("%d of %d ask, the others are done: %v", c.asks, c.people, !c.want)
		}
	}
}

// view is what everyone sees of a workshop, with these people at terminals of their own.
func viewWith(s *Stage, here ...PersonID) View {
	v := ViewFor(Share(s.State), s.State, "")
	v.Live.Here = make(map[PersonID]int)
	for _, p := range here {
		v.Live.Here[p] = 1
	}
	return v
}

func TestEachPersonIsCountedOnce(t *testing.T) {
	s := NewStage()
	if err := s.Play(Group("ada", "ben"), By("cleo", Join{Name: "Cleo"}), By("dan", Join{Name: "Dan"}), By("eve", Join{Name: "Eve"}),
		Reach(StepVision, PhaseDiverge), By("ada", DeclareDone{Done: true}), By("ben", AskMinute{}), By("cleo", AskMinute{}),
		By("eve", AskMinute{}), By("eve", DeclareDone{Done: true})); err != nil {
		t.Fatal(err)
	}
	if got, want := viewWith(s, "dan").Readiness(), (Readiness{Done: 2, Writing: 2, Away: 1, Asks: 1}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

func TestWhenEveryoneIsDoneHalfTheTimeHasToPassInQuiet(t *testing.T) {
	done := DeclareDone{Done: true}
	s := NewStage()
	ripe := func(name string, want bool, here ...PersonID) {
		t.Helper()
		if got := viewWith(s, here...).Ripe(s.Now); got != want {
			t.Errorf("%s: %v", name, got)
		}
	}
	play := func(lines ...Line) {
		t.Helper()
		if err := s.Play(lines...); err != nil {
			t.Fatal(err)
		}
	}
	play(Group("ada", "ben"), By("cleo", Join{Name: "Cleo"}), Reach(StepVision, PhaseDiverge), Wait(150*time.Second))
	ripe("nobody is done", false, "cleo")
	ripe("nobody is here", false)
	play(By("ada", done), By("ben", done))
	ripe("one is writing", false, "cleo")
	ripe("the one who isn't done has gone", true)
	play(By("cleo", done))
	ripe("everyone is done, and half the time has passed", true, "cleo")
	play(By(Fay, AdjustClock{Minutes: 1}))
	ripe("what is given takes nothing from what has passed", true, "cleo")
	play(Back(StepVision, PhaseBrief), Onward(false), Wait(150*time.Second-1), By("ada", done), By("ben", done), By("cleo", done))
	ripe("not half yet", false, "cleo")
	play(By(Fay, PauseClock{}), Wait(time.Hour))
	ripe("a clock that stands", false, "cleo")
	play(By(Fay, StartClock{}), Wait(1))
	ripe("half the time", true, "cleo")
	play(By(Fay, StartBreak{}))
	ripe("a break", false, "cleo")
	play(By(Fay, EndBreak{}), By("ben", DeclareDone{}))
	ripe("one goes on", false, "cleo")
	play(Onward(false))
	ripe("another phase", false, "cleo")
}

// When everyone has gone, nobody is done, and nothing is ripe.
func TestAnEmptyRoomIsNotReady(t *testing.T) {
	s := NewStage()
	if err := s.Play(Opened(), By("cleo", Join{Name: "Cleo"}), Reach(StepVision, PhaseDiverge), Wait(4*time.Minute)); err != nil {
		t.Fatal(err)
	}
	if viewWith(s).Ripe(s.Now) {
		t.Error("everyone is away, and the facilitator is asked to reveal")
	}
}
