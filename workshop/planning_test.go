package workshop_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

// with is the agenda with one block changed.
func with(t testing.TB, a Agenda, step Step, minutes int) Agenda {
	t.Helper()
	out, err := a.With(step, minutes)
	if err != nil {
		t.Fatalf("%s of %d minutes: %v", step, minutes, err)
	}
	return out
}

func TestABlockIsGivenTimeAndTheOthersKeepTheirs(t *testing.T) {
	usual := plan(t, DefaultTotal, false)
	longer := with(t, usual, StepVision, 34)
	checkBlocks(t, longer)
	for i, b := range longer {
		switch {
		case b.Step == StepVision && (b.Box != Minutes(34) || b.Solo <= usual[i].Solo):
			t.Errorf("vision is %+v", b)
		case b.Step != StepVision && b != usual[i]:
			t.Errorf("%s is %+v, was %+v", b.Step, b, usual[i])
		}
	}
	if longer.Total() != Minutes(130) {
		t.Errorf("in all %s, want 130 minutes", longer.Total())
	}
}

func TestStepFiveGoesAndComesBackToItsPlace(t *testing.T) {
	usual := plan(t, DefaultTotal, false)
	without := with(t, usual, StepForces, 0)
	if without.Has(StepForces) || without.Total() != Minutes(105) {
		t.Errorf("without the forces: %v", without)
	}
	if back := with(t, without, StepForces, 15); !slices.Equal(back, usual) {
		t.Errorf("the forces came back as %v, want %v", back, usual)
	}
}

func TestTheReserveStandsLastAndBelongsToNoStep(t *testing.T) {
	a := with(t, plan(t, DefaultTotal, false), StepReserve, 7)
	if last := a[len(a)-1]; last != (Block{Step: StepReserve, Box: Minutes(7)}) || a.Reserve() != Minutes(7) || a.Total() != Minutes(127) {
		t.Errorf("with a reserve: %v", a)
	}
	if got, want := a.Positions(), plan(t, DefaultTotal, false).Positions(); !slices.Equal(got, want) {
		t.Errorf("the reserve is a place to go to: %v", got)
	}
	if gone := with(t, a, StepReserve, 0); gone.Has(StepReserve) {
		t.Errorf("no reserve: %v", gone)
	}
}

func TestNoBlockGoesBelowItsFloor(t *testing.T) {
	a := plan(t, DefaultTotal, false)
	for _, b := range a {
		if _, err := a.With(b.Step, least(b.Step)-1); !errors.Is(err, ErrBlockShort) {
			t.Errorf("%s with %d minutes: %v", b.Step, least(b.Step)-1, err)
		}
		with(t, a, b.Step, least(b.Step))
	}
	for _, step := range []Step{"", "lunch"} {
		if _, err := a.With(step, 10); !errors.Is(err, ErrOtherStep) {
			t.Errorf("%q: %v", step, err)
		}
	}
	for _, minutes := range []int{-1, MaxTotal, 1 << 60, -1 << 60} {
		if got, err := a.With(StepVision, minutes); err == nil {
			t.Errorf("vision of %d minutes: %v", minutes, got)
		}
	}
}

// The planned blocks always sum to the total, whatever is done to them, and floors hold.
func TestPlannedBlocksSumToTheTotal(t *testing.T) {
	steps := []Step{
		StepWelcome, StepVision, StepMeasures, StepImpact, StepResources, StepForces, StepName, StepLeader, StepClosing, StepReserve,
	}
	rapid.Check(t, func(t *rapid.T) {
		total := rapid.IntRange(MinTotal, MaxTotal).Draw(t, "total")
		a, err := NewAgenda(total, rapid.Bool().Draw(t, "without forces"))
		if err != nil {
			t.Fatal(err)
		}
		for range rapid.IntRange(0, 30).Draw(t, "changes") {
			if rapid.IntRange(0, 4).Draw(t, "scale") == 0 {
				total = rapid.IntRange(MinTotal-5, MaxTotal+5).Draw(t, "new total")
				if next, err := a.Fitted(total); err == nil {
					if a = next; a.Total() != Minutes(total) {
						t.Fatalf("fitted into %d minutes it has %s: %v", total, a.Total(), a)
					}
				}
				continue
			}
			step := rapid.SampledFrom(steps).Draw(t, "step")
			minutes := rapid.IntRange(0, 60).Draw(t, "minutes")
			before := a
			if next, err := a.With(step, minutes); err == nil {
				var was Span
				if i := slices.IndexFunc(before, func(b Block) bool { return b.Step == step }); i >= 0 {
					was = before[i].Box
				}
				if a = next; a.Total() != before.Total()-was+Minutes(minutes) {
					t.Fatalf("%s from %s to %d minutes: the total went from %s to %s", step, was, minutes, before.Total(), a.Total())
				}
			}
		}
		checkProper(t, a)
	})
}

// checkProper checks what holds for every plan.
func checkProper(t *rapid.T, a Agenda) {
	var sum Span
	for _, b := range a {
		sum += b.Box
		if b.Step == StepReserve {
			continue
		}
		if b.Box < Minutes(least(b.Step)) || b.Solo < solo(b.Step)*2/3 {
			t.Fatalf("%+v in %v", b, a)
		}
		var phases Span
		for _, ph := range b.Step.Phases() {
			phases += a.Box(at(b.Step, ph))
		}
		if phases != b.Box {
			t.Fatalf("the phases of %s add up to %s, the block is %s", b.Step, phases, b.Box)
		}
	}
	if sum != a.Total() || sum < Minutes(MinTotal) || sum > Minutes(MaxTotal) {
		t.Fatalf("%s in all: %v", sum, a)
	}
}

func TestTheWorkshopIsPlannedWhilePeopleGather(t *testing.T) {
	usual := plan(t, DefaultTotal, false)
	shorter := with(t, with(t, usual, StepForces, 0), StepWelcome, 8)
	Given(t, Group("ada")).
		When(Fay, PlanAgenda{Agenda: usual}).ThenRefused(ErrAlreadyThere).
		When("ada", PlanAgenda{Agenda: shorter}).ThenRefused(ErrFacilitatorOnly).
		When(Fay, PlanAgenda{Agenda: shorter}).Then(AgendaPlanned{Agenda: shorter}).
		ThenState(func(t testing.TB, s State) {
			if s.Clock.Left != Minutes(8) || s.Clock.Box != Minutes(8) || s.Total != Minutes(100) {
				t.Errorf("%+v, %s promised", s.Clock, s.Total)
			}
		}).
		And(By(Fay, StartClock{})).
		When(Fay, PlanAgenda{Agenda: usual}).ThenAccepted().
		ThenState(func(t testing.TB, s State) {
			if want := Morning().Add(5 * time.Minute); !s.Clock.Deadline.Equal(want) {
				t.Errorf("the welcome ends at %s, want %s", s.Clock.Deadline, want)
			}
		}).
		And(Onward(false), Back(StepWelcome, PhaseGather)).
		When(Fay, PlanAgenda{Agenda: shorter}).ThenRefused(ErrBegun)
}

func TestAPlanThatNobodyCanHoldAWorkshopByIsRefused(t *testing.T) {
	usual := plan(t, DefaultTotal, false)
	swapped := slices.Clone(usual)
	swapped[1], swapped[2] = swapped[2], swapped[1]
	odd, long := slices.Clone(usual), slices.Clone(usual)
	odd[1].Box += 1
	long[1].Box = 1<<63 - 1
	reserve := Block{Step: StepReserve, Box: Minutes(5)}
	hasty := slices.Clone(usual)
	hasty[6].Box = Minutes(least(StepName) - 1)
	Given(t, Group("ada")).When(Fay, PlanAgenda{Agenda: hasty}).ThenRefused(ErrBlockShort)
	tiny := plan(t, MinTotal, true)
	tiny[1].Box -= Minutes(1) // what the reserve has does not make up for it
	for name, c := range map[string]struct {
		agenda Agenda
		want   error
	}{
		"none":                 {nil, ErrOtherStep},
		"out of order":         {swapped, ErrOtherStep},
		"a step twice":         {append(slices.Clone(usual), usual[8]), ErrOtherStep},
		"without the vision":   {slices.Delete(slices.Clone(usual), 1, 2), ErrOtherStep},
		"without the closing":  {usual[:8], ErrOtherStep},
		"two reserves":         {append(slices.Clone(usual), reserve, reserve), ErrOtherStep},
		"a reserve first":      {append(Agenda{reserve}, usual...), ErrOtherStep},
		"an unknown step":      {append(slices.Clone(usual), Block{Step: "lunch", Box: Minutes(5)}), ErrOtherStep},
		"not in whole minutes": {odd, ErrBlockShort},
		"below a floor":        {append(Agenda{{Step: StepWelcome, Box: Minutes(1)}}, usual[1:]...), ErrBlockShort},
		"an empty reserve":     {append(slices.Clone(usual), Block{Step: StepReserve}), ErrBlockShort},
		"endless":              {long, ErrTotal},
		"too long":             {append(slices.Clone(usual), Block{Step: StepReserve, Box: Minutes(MaxTotal - DefaultTotal + 1)}), ErrTotal},
		"too short":            {append(tiny, Block{Step: StepReserve, Box: Minutes(9)}), ErrTotal},
	} {
		t.Run(name, func(t *testing.T) {
			Given(t, Group("ada")).When(Fay, PlanAgenda{Agenda: c.agenda}).ThenRefused(c.want)
		})
	}
}

func TestTwoWhoPlanAtOnceDontUndoEachOthersWork(t *testing.T) {
	usual := plan(t, DefaultTotal, false)
	mine, theirs := with(t, usual, StepVision, 30), with(t, usual, StepImpact, 20)
	Given(t, Group("ada"), By(Fay, PlanAgenda{Agenda: theirs, Was: usual})).
		When(Fay, PlanAgenda{Agenda: mine, Was: usual}).ThenRefused(ErrReplanned).
		When(Fay, PlanAgenda{Agenda: mine, Was: theirs}).Then(AgendaPlanned{Agenda: mine})
}

// The time for writing alone is the program's to plan: one that comes with a plan is not looked at.
func TestSoloTimesFollowTheBlocks(t *testing.T) {
	usual := plan(t, DefaultTotal, false)
	sly := with(t, usual, StepVision, 25)
	sly[1].Solo = Minutes(1)
	Given(t, Group("ada")).When(Fay, PlanAgenda{Agenda: sly}).Then(AgendaPlanned{Agenda: with(t, usual, StepVision, 25)})
}

func TestAReserveIsKeptFromTheStart(t *testing.T) {
	Given(t, By(Fay, OpenWorkshop{ID: "brave-otter", Topic: "Craft", Facilitator: "Fay", Minutes: 100, Reserve: 10})).
		ThenState(func(t testing.TB, s State) {
			if s.Agenda.Total() != Minutes(100) || s.Agenda.Reserve() != Minutes(10) {
				t.Errorf("%v", s.Agenda)
			}
		})
	Given(t).When(Fay, OpenWorkshop{ID: "brave-otter", Topic: "Craft", Facilitator: "Fay", Minutes: MaxTotal + 10, Reserve: 20}).
		ThenRefused(ErrTotal)
	for _, reserve := range []int{-1, 100 - MinTotal + 1, MaxTotal + 1, 1 << 62} {
		Given(t).When(Fay, OpenWorkshop{ID: "brave-otter", Topic: "Craft", Facilitator: "Fay", Minutes: 100, Reserve: reserve}).
			ThenRefused(ErrTotal)
	}
}

// What a plan gets is dealt out as the format has it, however little it had: shortened to its floors and stretched again,
// it is the format's.
func TestAStretchedPlanIsTheFormats(t *testing.T) {
	usual := plan(t, DefaultTotal, false)
	for _, skip := range []bool{false, true} {
		a := plan(t, DefaultTotal, skip)
		for total := DefaultTotal - 1; total >= MinTotal; total-- {
			a = fitted(t, a, total)
		}
		for total := MinTotal; total <= DefaultTotal; total++ {
			a = fitted(t, a, total)
		}
		for i, b := range a {
			want := plan(t, DefaultTotal, skip)[i].Box
			if b.Box < want-Minutes(2) || b.Box > want+Minutes(2) {
				t.Errorf("without step 5 %v: %s has %s after 45 minutes and back, had %s", skip, b.Step, b.Box, want)
			}
		}
	}
	if got := fitted(t, plan(t, MinTotal, false), DefaultTotal); !slices.Equal(got, usual) {
		t.Errorf("from the floors: %v", got)
	}
	long := fitted(t, with(t, usual, StepVision, 60), MaxTotal)
	if long[1].Box < Minutes(60) || long[0].Box > Minutes(9) {
		t.Errorf("stretched to four hours: %v", long)
	}
}

func fitted(t testing.TB, a Agenda, minutes int) Agenda {
	t.Helper()
	out, err := a.Fitted(minutes)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestAWelcomeThatWasCutShortHasNoTimeLessThanNone(t *testing.T) {
	shorter := with(t, plan(t, DefaultTotal, false), StepWelcome, 3)
	Given(t, Group("ada"), By(Fay, AdjustClock{Minutes: -5}, PlanAgenda{Agenda: shorter})).
		ThenState(func(t testing.TB, s State) {
			if s.Clock.Box != 0 || s.Clock.Left != 0 {
				t.Errorf("%+v", s.Clock)
			}
		}).
		When(Fay, AdjustClock{Minutes: 2}).ThenAccepted()
}
