package workshop_test

import (
	"errors"
	"math"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	. "convene/workshop"
)

func plan(t testing.TB, minutes int, skipForces bool) Agenda {
	t.Helper()
	a, err := NewAgenda(minutes, skipForces)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// The default agenda, as the format has it: welcome 5, step 1: 24, step 2: 24, step 3: 15, step 4: 14, step 5: 15,
// name 9, leader 9, closing 5; alone 5, 5, 3, 2, 2, 2 minutes.
func TestTheDefaultAgendaIsTheFormats(t *testing.T) {
	want := Agenda{
		{StepWelcome, Minutes(5), 0},
		{StepVision, Minutes(24), Minutes(5)},
		{StepMeasures, Minutes(24), Minutes(5)},
		{StepImpact, Minutes(15), Minutes(3)},
		{StepResources, Minutes(14), Minutes(2)},
		{StepForces, Minutes(15), Minutes(2)},
		{StepName, Minutes(9), Minutes(2)},
		{StepLeader, Minutes(9), Minutes(2)},
		{StepClosing, Minutes(5), 0},
	}
	got := plan(t, DefaultTotal, false)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the default agenda (-format +ours):\n%s", diff)
	}
	if got.Total() != Minutes(120) {
		t.Errorf("it takes %s, want two hours", got.Total())
	}
}

// least is what every block needs, in minutes.
func least(step Step) int {
	switch step {
	case StepVision, StepMeasures:
		return 8
	case StepImpact:
		return 5
	case StepResources, StepForces:
		return 4
	case StepName, StepLeader:
		return 6
	default:
		return 2
	}
}

// solo is the format's own time for writing alone.
func solo(step Step) Span {
	i := slices.IndexFunc([]Step{StepVision, StepMeasures, StepImpact, StepResources, StepForces, StepName, StepLeader},
		func(s Step) bool { return s == step })
	if i < 0 {
		return 0
	}
	return []Span{Minutes(5), Minutes(5), Minutes(3), Minutes(2), Minutes(2), Minutes(2), Minutes(2)}[i]
}

// checkBlocks checks what holds for every agenda, also for one that was repaired.
func checkBlocks(t testing.TB, a Agenda) {
	t.Helper()
	for _, b := range a {
		if b.Box < Minutes(least(b.Step)) || b.Box != Minutes(b.Box.Minutes()) {
			t.Errorf("%s of %s has %s", b.Step, a.Total(), b.Box)
		}
		if own := solo(b.Step); b.Solo < own*2/3 || b.Solo > own*3/2 || b.Solo%Span(30*time.Second) != 0 {
			t.Errorf("%s: %s for writing alone in %s", b.Step, b.Solo, b.Box)
		}
		var sum Span
		for _, phase := range b.Step.Phases() {
			box := a.Box(Position{Step: b.Step, Phase: phase})
			if box < 0 {
				t.Errorf("%s/%s has %s", b.Step, phase, box)
			}
			sum += box
		}
		if sum != b.Box {
			t.Errorf("the phases of %s add up to %s, the block is %s", b.Step, sum, b.Box)
		}
	}
}

func TestEveryTotalIsPlannedToTheMinute(t *testing.T) {
	for minutes := MinTotal; minutes <= MaxTotal; minutes++ {
		for _, skip := range []bool{false, true} {
			a := plan(t, minutes, skip)
			if a.Total() != Minutes(minutes) || a.Has(StepForces) == skip {
				t.Errorf("%d minutes, without forces %v: %v", minutes, skip, a)
			}
			checkBlocks(t, a)
		}
	}
}

// What is above the floors is dealt out in proportion to what each block of the default agenda has above its own; a
// minute that cannot be split goes to the largest remainder.
func TestMinutesAreDealtOutInProportion(t *testing.T) {
	usual := plan(t, DefaultTotal, false)
	for minutes := MinTotal; minutes <= MaxTotal; minutes++ {
		lowest, highest := 1.0, 0.0 // remainders of those with, and without, a minute more
		for i, b := range plan(t, minutes, false) {
			spare, had := float64(minutes-MinTotal), float64(DefaultTotal-MinTotal) // the floors add up to MinTotal
			share := spare * float64(usual[i].Box.Minutes()-least(b.Step)) / had
			whole, rest := math.Modf(share)
			switch b.Box.Minutes() - least(b.Step) {
			case int(whole):
				highest = max(highest, rest)
			case int(whole) + 1:
				lowest = min(lowest, rest)
			default:
				t.Errorf("%s of %d minutes has %s, its share is %.2f above the floor", b.Step, minutes, b.Box, share)
			}
		}
		if highest > lowest+1e-9 {
			t.Errorf("%d minutes: a remainder of %.2f went empty, one of %.2f did not", minutes, highest, lowest)
		}
	}
}

// A longer workshop takes nothing away from any step.
func TestMoreTimeIsNeverLessForAStep(t *testing.T) {
	for minutes := MinTotal; minutes < MaxTotal; minutes++ {
		shorter, longer := plan(t, minutes, false), plan(t, minutes+1, false)
		for i := range shorter {
			// Largest remainders may give one minute back and forth, never more.
			if longer[i].Box < shorter[i].Box-Minutes(1) || longer[i].Solo < shorter[i].Solo-Span(time.Minute) {
				t.Errorf("%s: %v of %d minutes, %v of %d", longer[i].Step, shorter[i], minutes, longer[i], minutes+1)
			}
		}
	}
}

func TestATotalOutOfRangeIsNoAgenda(t *testing.T) {
	for _, minutes := range []int{-1, 0, MinTotal - 1, MaxTotal + 1} {
		if a, err := NewAgenda(minutes, false); !errors.Is(err, ErrTotal) || a != nil {
			t.Errorf("%d minutes: %v, %v", minutes, a, err)
		}
	}
}

func TestTheBoxesOfTheDefaultVisionStep(t *testing.T) {
	a := plan(t, DefaultTotal, false)
	for phase, want := range map[Phase]int{
		PhaseBrief: 2, PhaseDiverge: 5, PhaseShare: 4, PhaseConverge: 9, PhaseAlign: 4,
	} {
		if got := a.Box(at(StepVision, phase)); got != Minutes(want) {
			t.Errorf("%s takes %s, want %d minutes", phase, got, want)
		}
	}
	if got := a.Box(at(StepResources, PhaseBrief)); got != Minutes(1) {
		t.Errorf("the brief of a short block takes %s, want 1 minute", got)
	}
}

func TestWhatIsNotOnTheAgendaTakesNoTime(t *testing.T) {
	a := plan(t, DefaultTotal, true)
	for _, p := range []Position{{}, at(StepForces, PhaseBrief), at(StepVision, PhaseGather), at(StepName, PhaseAlign)} {
		if got := a.Box(p); got != 0 {
			t.Errorf("%s takes %s", p, got)
		}
	}
}
