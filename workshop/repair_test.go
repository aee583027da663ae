package workshop_test

import (
	"slices"
	"testing"
	"time"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

func TestNothingIsRepairedThatIsNotLate(t *testing.T) {
	Given(t, Group("ada"), Onward(false)).
		When(Fay, RepairAgenda{Repair: Shorten}).ThenRefused(ErrNoRepair).
		When(Fay, RepairAgenda{}).ThenRefused(ErrNoRepair).
		When(Fay, RepairAgenda{Repair: "magic"}).ThenRefused(ErrNoRepair)
}

func TestALateGroupShortensWhatIsStillToCome(t *testing.T) {
	before := plan(t, DefaultTotal, false)
	Given(t, Group("ada"), Reach(StepMeasures, PhaseDiverge), Wait(45*time.Minute)).
		When(Fay, RepairAgenda{Repair: Shorten}).
		ThenState(func(t testing.TB, s State) {
			checkBlocks(t, s.Agenda)
			for i := range 3 {
				if s.Agenda[i] != before[i] {
					t.Errorf("%s is %v, want it as it was: %v", before[i].Step, s.Agenda[i], before[i])
				}
			}
			// The group was here 26 minutes early, and writing took 45 minutes instead of 5.
			if saved := before.Total() - s.Agenda.Total(); saved != Minutes(45-5-26) {
				t.Errorf("saved %s", saved)
			}
		})
}

// Late by less than there is to save, the group is on time afterwards, to the minute.
func TestShorteningMakesUpForAllOfIt(t *testing.T) {
	for late := 1; late <= 40; late++ {
		s := NewStage()
		if err := s.Play(Group("ada"), Onward(false), Wait(time.Duration(2+late)*time.Minute)); err != nil {
			t.Fatal(err)
		}
		if err := s.Play(By(Fay, RepairAgenda{Repair: Shorten})); err != nil {
			t.Fatal(err)
		}
		if got := s.State.Timing().Behind(s.Now); got != 0 {
			t.Errorf("%d minutes late: still behind by %s", late, got)
		}
		checkBlocks(t, s.State.Agenda)
	}
}

func TestShorteningStopsAtTheFloors(t *testing.T) {
	Given(t, Group("ada"), Onward(false), Wait(5*time.Hour)).
		When(Fay, RepairAgenda{Repair: Shorten}).
		ThenState(func(t testing.TB, s State) {
			for _, b := range s.Agenda[2:] {
				if b.Box != Minutes(least(b.Step)) {
					t.Errorf("%s still has %s", b.Step, b.Box)
				}
			}
			checkBlocks(t, s.Agenda)
		}).
		When(Fay, RepairAgenda{Repair: Shorten}).ThenRefused(ErrNoRepair)
}

func TestTheForcesCanGoUntilTheyBegin(t *testing.T) {
	Given(t, Group("ada"), Reach(StepResources, PhaseAlign)).
		When(Fay, RepairAgenda{Repair: SkipForces}).
		Then(AgendaRepaired{Repair: SkipForces, Agenda: withoutForces(plan(t, DefaultTotal, false))})
	Given(t, Group("ada"), Reach(StepForces, PhaseBrief)).
		When(Fay, RepairAgenda{Repair: SkipForces}).ThenRefused(ErrNoRepair)
}

func withoutForces(a Agenda) Agenda {
	return slices.DeleteFunc(a, func(b Block) bool { return b.Step == StepForces })
}

func TestOffersSayWhatTheySave(t *testing.T) {
	s := NewStage()
	if err := s.Play(Group("ada"), Reach(StepImpact, PhaseBrief)); err != nil {
		t.Fatal(err)
	}
	timing := s.State.Timing()
	for late := -10; late < 120; late++ {
		for _, o := range timing.Offers(Minutes(late)) {
			if o.Saves <= 0 || o.Agenda.Total()+o.Saves != timing.Agenda.Total() {
				t.Errorf("late by %d: %s saves %s and leaves %s", late, o.Repair, o.Saves, o.Agenda.Total())
			}
			if o.Repair == Shorten && (late <= 0 || o.Saves > Minutes(late)) {
				t.Errorf("late by %d: shortening saves %s", late, o.Saves)
			}
		}
	}
	timing.At = Position{}
	if got := timing.Offers(Minutes(10)); got != nil {
		t.Errorf("nowhere: %v", got)
	}
}

// Behind is a number that people read; less than half a minute is nothing to repair.
func TestASlightDelayIsNoReasonForARepair(t *testing.T) {
	Given(t, Group("ada"), Onward(false), Wait(2*time.Minute+29*time.Second)).
		When(Fay, RepairAgenda{Repair: Shorten}).ThenRefused(ErrNoRepair)
}

func TestShorteningKeepsTheTimeForWritingAlone(t *testing.T) {
	before := plan(t, DefaultTotal, false)
	for _, late := range []time.Duration{10 * time.Minute, 5 * time.Hour} {
		Given(t, Group("ada"), Onward(false), Wait(late)).
			When(Fay, RepairAgenda{Repair: Shorten}).
			ThenState(func(t testing.TB, s State) {
				for i, b := range s.Agenda {
					if b.Solo != before[i].Solo {
						t.Errorf("late by %s: %s has %s for writing alone, want %s", late, b.Step, b.Solo, before[i].Solo)
					}
				}
			})
	}
}
