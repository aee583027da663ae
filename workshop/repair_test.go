package workshop_test

import (
	"errors"
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
			for i, b := range s.Agenda {
				switch {
				case i < 2 && b != before[i]:
					t.Errorf("%s is past, and is %v instead of %v", b.Step, b, before[i])
				case i >= 2 && b.Box >= before[i].Box:
					t.Errorf("%s still has %s", b.Step, b.Box)
				case b.Solo != before[i].Solo:
					t.Errorf("%s has %s for writing alone, want %s", b.Step, b.Solo, before[i].Solo)
				}
			}
			if b := s.Timing().Behind(Morning().Add(45 * time.Minute)); b > 0 || b <= Minutes(-1) {
				t.Errorf("the group is behind by %s", b)
			}
		})
}

// What is left of the present step gives its part; the phase that goes on doesn't, nor those that are over.
func TestTheRestOfTheStepGivesItsPart(t *testing.T) {
	for phase, shrinks := range map[Phase][]Phase{
		PhaseBrief:    {PhaseShare, PhaseConverge, PhaseAlign},
		PhaseDiverge:  {PhaseShare, PhaseConverge, PhaseAlign},
		PhaseShare:    {PhaseConverge, PhaseAlign},
		PhaseConverge: {PhaseAlign},
		PhaseAlign:    {},
	} {
		s := NewStage()
		if err := s.Play(Group("ada"), Reach(StepVision, phase), Wait(3*time.Hour), By(Fay, RepairAgenda{Repair: Shorten})); err != nil {
			t.Fatal(err)
		}
		before := plan(t, DefaultTotal, false)
		for _, ph := range shrinks {
			if p := at(StepVision, ph); s.State.Agenda.Box(p) >= before.Box(p) {
				t.Errorf("in %s: %s keeps its %s", phase, ph, before.Box(p))
			}
		}
		if p := at(StepVision, phase); s.State.Clock.Box != before.Box(p) {
			t.Errorf("in %s: its own clock has %s, had %s", phase, s.State.Clock.Box, before.Box(p))
		}
		if phase == PhaseAlign && s.State.Agenda[1] != before[1] {
			t.Errorf("nothing of the step is left, and it is %v", s.State.Agenda[1])
		}
	}
}

// Late by less than there is to save, the group is in time afterwards, by less than a minute.
func TestShorteningMakesUpForAllOfIt(t *testing.T) {
	for late := 1; late <= 40; late++ {
		s := NewStage()
		if err := s.Play(Group("ada"), Onward(false), Wait(time.Duration(2+late)*time.Minute)); err != nil {
			t.Fatal(err)
		}
		if err := s.Play(By(Fay, RepairAgenda{Repair: Shorten})); err != nil {
			t.Fatal(err)
		}
		if got := s.State.Timing().Behind(s.Now); got > 0 || got <= Minutes(-1) {
			t.Errorf("%d minutes late: behind by %s", late, got)
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
	return slices.DeleteFunc(slices.Clone(a), func(b Block) bool { return b.Step == StepForces })
}

func TestNothingIsRepairedBeforeItBegins(t *testing.T) {
	Given(t, Group("ada")).When(Fay, RepairAgenda{Repair: SkipForces}).ThenRefused(ErrNoRepair)
}

func TestTheReserveIsSpentOnWhatItIsFor(t *testing.T) {
	kept := with(t, plan(t, DefaultTotal, false), StepReserve, 8)
	begun := []Line{Group("ada"), By(Fay, PlanAgenda{Agenda: kept}), Onward(false)}
	Given(t, append(begun, Wait(7*time.Minute))...).
		ThenState(func(t testing.TB, s State) {
			now := Morning().Add(7 * time.Minute)
			if b := s.Timing().Behind(now); b != Minutes(5) {
				t.Errorf("the reserve hides that the group is late: behind by %s, want 5m", b)
			}
			if end, want := s.Timing().End(now), Morning().Add(120*time.Minute); !end.Equal(want) {
				t.Errorf("it will end at %s, want %s: three minutes early", end, want)
			}
		}).
		When(Fay, RepairAgenda{Repair: SpendReserve}).
		Then(AgendaRepaired{Repair: SpendReserve, Agenda: with(t, kept, StepReserve, 3)}).
		And(Wait(5*time.Minute)).
		When(Fay, RepairAgenda{Repair: SpendReserve}).
		Then(AgendaRepaired{Repair: SpendReserve, Agenda: plan(t, DefaultTotal, false)}).
		ThenState(func(t testing.TB, s State) {
			if b := s.Timing().Behind(Morning().Add(12 * time.Minute)); b != Minutes(2) {
				t.Errorf("behind by %s with nothing left to spend, want 2m", b)
			}
		}).
		When(Fay, RepairAgenda{Repair: SpendReserve}).ThenRefused(ErrNoRepair)
}

func TestShorteningLeavesTheReserveAlone(t *testing.T) {
	kept := with(t, plan(t, DefaultTotal, false), StepReserve, 8)
	Given(t, Group("ada"), By(Fay, PlanAgenda{Agenda: kept}), Onward(false), Wait(5*time.Hour)).
		When(Fay, RepairAgenda{Repair: Shorten}).
		ThenState(func(t testing.TB, s State) {
			if s.Agenda.Reserve() != Minutes(8) {
				t.Errorf("the reserve is %s", s.Agenda.Reserve())
			}
		})
	closing := []Line{Group("ada"), By(Fay, PlanAgenda{Agenda: kept}), Reach(StepClosing, PhaseCanvas), Wait(5 * time.Hour)}
	Given(t, closing...).When(Fay, RepairAgenda{Repair: Shorten}).ThenRefused(ErrNoRepair)
}

func TestTheEndCanBeMovedInsteadOfTheWork(t *testing.T) {
	usual := plan(t, DefaultTotal, false)
	Given(t, Group("ada"), Onward(false), Wait(9*time.Minute+30*time.Second)).
		When(Fay, RepairAgenda{Repair: EndLater}).
		Then(AgendaRepaired{Repair: EndLater, Agenda: usual, Later: Minutes(8)}). // a begun minute is a whole one
		ThenState(func(t testing.TB, s State) {
			now := Morning().Add(9*time.Minute + 30*time.Second)
			if got, want := s.Timing().Promised(now), Morning().Add((115+8)*time.Minute); !got.Equal(want) {
				t.Errorf("promised for %s, want %s", got, want)
			}
		}).
		When(Fay, RepairAgenda{Repair: EndLater}).ThenRefused(ErrNoRepair)
	kept := with(t, usual, StepReserve, 8)
	reserved := []Line{Group("ada"), By(Fay, PlanAgenda{Agenda: kept}), Onward(false)}
	Given(t, append(reserved, Wait(10*time.Minute))...). // what was kept for that is enough
								When(Fay, RepairAgenda{Repair: EndLater}).ThenRefused(ErrNoRepair)
	Given(t, append(reserved, Wait(15*time.Minute))...).
		When(Fay, RepairAgenda{Repair: EndLater}).
		Then(AgendaRepaired{Repair: EndLater, Agenda: usual, Later: Minutes(5)}).
		ThenState(func(t testing.TB, s State) {
			now := Morning().Add(15 * time.Minute)
			if end := s.Timing().End(now); !s.Timing().Promised(now).Equal(end) {
				t.Errorf("%s is promised, and it ends at %s", s.Timing().Promised(now), end)
			}
		})
	Given(t, Group("ada"), Onward(false), Wait(31*time.Hour)). // whatever came between
									When(Fay, RepairAgenda{Repair: EndLater}).Then(AgendaRepaired{Repair: EndLater, Agenda: usual, Later: Minutes(31*60 - 2)})
}

func TestARepairIsTakenBack(t *testing.T) {
	usual := plan(t, DefaultTotal, false)
	late := []Line{Group("ada"), Onward(false), Wait(22 * time.Minute)}
	const begun = 4 // records: opened, gathering, Ada, the brief
	Given(t, late...).
		When(Fay, UndoRepair{}).ThenRefused(ErrNoRepairToUndo).
		And(By(Fay, RepairAgenda{Repair: SkipForces}, RepairAgenda{Repair: EndLater})).
		When(Fay, UndoRepair{Of: begun + 1}).ThenRefused(ErrNoRepairToUndo). // not the latest
		When("ada", UndoRepair{Of: begun + 2}).ThenRefused(ErrFacilitatorOnly).
		When(Fay, UndoRepair{Of: begun + 2}).
		Then(RepairUndone{Repair: EndLater, Agenda: withoutForces(usual), Sooner: Minutes(5)}).
		When(Fay, UndoRepair{Of: begun + 2}).ThenRefused(ErrNoRepairToUndo). // two who take one back take one back
		When(Fay, UndoRepair{Of: begun + 1}).
		Then(RepairUndone{Repair: SkipForces, Agenda: usual}).
		ThenState(func(t testing.TB, s State) {
			if b := s.Timing().Behind(Morning().Add(22 * time.Minute)); b != Minutes(20) {
				t.Errorf("behind by %s, want 20m as before", b)
			}
		}).
		When(Fay, UndoRepair{Of: begun + 1}).ThenRefused(ErrNoRepairToUndo)
}

// After step 5 has been held, a repair from before it can still be taken back.
func TestARepairIsTakenBackAfterStepFive(t *testing.T) {
	s := NewStage()
	if err := s.Play(Group("ada"), Onward(false), Wait(22*time.Minute), By(Fay, RepairAgenda{Repair: EndLater}), Reach(StepName, PhaseBrief)); err != nil {
		t.Fatal(err)
	}
	if err := s.Play(By(Fay, UndoRepair{Of: s.State.Timing().RepairAt})); err != nil {
		t.Error(err)
	}
}

// Two facilitators who see the same lateness repair it once.
func TestTwoWhoRepairAtOnceRepairOnce(t *testing.T) {
	usual := plan(t, DefaultTotal, false)
	Given(t, Group("ada"), Onward(false), Wait(22*time.Minute), By(Fay, RepairAgenda{Repair: Shorten, Was: usual})).
		When(Fay, RepairAgenda{Repair: SkipForces, Was: usual}).ThenRefused(ErrReplanned)
}

// What stands on the canvas isn't left out any more.
func TestAStepThatWasBegunIsNotLeftOut(t *testing.T) {
	Given(t, Group("ada"), Reach(StepForces, PhaseBrief), Back(StepResources, PhaseAlign)).
		When(Fay, RepairAgenda{Repair: SkipForces}).ThenRefused(ErrNoRepair)
}

// A step that was left out does not come back behind the group, where it would only be gone back to by mistake.
func TestAStepDoesNotComeBackBehindTheGroup(t *testing.T) {
	s := NewStage()
	if err := s.Play(Group("ada"), Reach(StepResources, PhaseAlign), By(Fay, RepairAgenda{Repair: SkipForces})); err != nil {
		t.Fatal(err)
	}
	undo := UndoRepair{Of: s.State.Timing().RepairAt}
	skipped := []Line{Group("ada"), Reach(StepResources, PhaseAlign), By(Fay, RepairAgenda{Repair: SkipForces})}
	Given(t, append(skipped, Onward(true))...).
		When(Fay, undo).ThenRefused(ErrPastThat).
		And(Back(StepResources, PhaseAlign)).
		When(Fay, undo).ThenAccepted()
}

// The time for writing alone of a long workshop is long, and a block shrinks to no less than what holds it.
func TestAShortenedBlockHoldsItsSilence(t *testing.T) {
	for minutes := MinTotal; minutes <= MaxTotal; minutes++ {
		s := NewStage()
		opening := OpenWorkshop{ID: "brave-otter", Topic: "Craft", Facilitator: "Fay", Minutes: minutes}
		if err := s.Play(By(Fay, opening, AddPerson{Person: "ada", Name: "Ada"}), Onward(false), Wait(9*time.Hour),
			By(Fay, RepairAgenda{Repair: Shorten})); err != nil {
			if minutes == MinTotal && errors.Is(err, ErrNoRepair) {
				continue // everything is at its floor
			}
			t.Fatalf("%d minutes: %v", minutes, err)
		}
		checkBlocks(t, s.State.Agenda)
		for _, b := range s.State.Agenda[2:] { // a minute to say what it is for, and one to talk
			if b.Solo > 0 && b.Box < b.Solo+Minutes(2) {
				t.Errorf("of %d minutes %+v is left", minutes, b)
			}
		}
	}
}

func TestOffersSayWhatTheySave(t *testing.T) {
	s := NewStage()
	if err := s.Play(Group("ada"), Reach(StepImpact, PhaseBrief)); err != nil {
		t.Fatal(err)
	}
	timing := s.State.Timing()
	for late := -10; late < 120; late++ {
		for _, o := range timing.Offers(Minutes(late)) {
			then := timing
			then.Agenda, then.Total = o.Agenda, timing.Total+o.Later
			if gain := timing.Behind(s.Now) - then.Behind(s.Now); o.Saves <= 0 || o.Saves != gain {
				t.Errorf("late by %d: %s saves %s, and the group gains %s", late, o.Repair, o.Saves, gain)
			}
			if o.Repair != SkipForces && (late <= 0 || o.Saves >= Minutes(late+1)) {
				t.Errorf("late by %d: %s saves %s", late, o.Repair, o.Saves)
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
