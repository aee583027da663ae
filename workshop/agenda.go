package workshop

import (
	"slices"
)

// Limits of an agenda's total, in minutes.
const (
	MinTotal     = 45
	MaxTotal     = 240
	DefaultTotal = 120
)

// Block is the part of the agenda that one step has.
type Block struct {
	Step Step `json:"step"`
	Box  Span `json:"box"`            // for all phases of the step, in whole minutes
	Solo Span `json:"solo,omitempty"` // of it, for writing alone
}

// Agenda is the plan: its blocks in their order. The sum of the boxes is the whole workshop.
type Agenda []Block

// blueprint is the default agenda of the format, in minutes: two hours. A floor is what a block needs at least to be
// worth holding; the floors of the name and of the leader are high because nothing can make up for an election in a
// hurry. Solo times never go below the format's own minus a third.
var blueprint = [...]struct {
	step             Step
	box, solo, floor int
}{
	{StepWelcome, 5, 0, 2},
	{StepVision, 24, 5, 8},
	{StepMeasures, 24, 5, 8},
	{StepImpact, 15, 3, 5},
	{StepResources, 14, 2, 4},
	{StepForces, 15, 2, 4},
	{StepName, 9, 2, 6},
	{StepLeader, 9, 2, 6},
	{StepClosing, 5, 0, 2},
}

// NewAgenda plans a workshop of so many minutes, MinTotal to MaxTotal; 120 gives the format's own blocks. Other totals
// stretch or shrink every block in proportion, each at least its floor. The boxes always add up to the total.
// It returns ErrTotal when the total is out of range.
func NewAgenda(minutes int, skipForces bool) (Agenda, error) {
	if minutes < MinTotal || minutes > MaxTotal {
		return nil, ErrTotal
	}
	var a Agenda
	var floors []int
	for _, b := range blueprint {
		if skipForces && b.step == StepForces {
			continue
		}
		a = append(a, Block{Step: b.step, Box: Minutes(b.box), Solo: Minutes(b.solo)})
		floors = append(floors, b.floor)
	}
	return a.fit(floors, minutes), nil
}

// fit scales the boxes to the total in whole minutes, none below its floor: what is above the floors is dealt out in
// proportion to what each block had above its own, by largest remainder. The floors must not exceed the total.
func (a Agenda) fit(floors []int, total int) Agenda {
	spare, had := total, 0
	for i, b := range a {
		spare -= floors[i]
		had += max(0, b.Box.Minutes()-floors[i])
	}
	out := slices.Clone(a)
	order := make([]int, len(a))
	rest := spare
	share := func(i int) int { return spare * max(0, a[i].Box.Minutes()-floors[i]) }
	for i := range out {
		order[i] = i
		part := 0
		if had > 0 {
			part = share(i) / had
		}
		rest -= part
		out[i].Box = Minutes(floors[i] + part)
	}
	if had > 0 {
		slices.SortStableFunc(order, func(x, y int) int { return share(y)%had - share(x)%had })
	}
	for i := 0; rest > 0; i, rest = (i+1)%len(order), rest-1 {
		out[order[i]].Box += Minutes(1)
	}
	for i, b := range out {
		out[i].Solo = soloFor(b.Step, b.Box)
	}
	return out
}

// soloFor scales the solo time with its block, in steps of half a minute: never below two thirds of the format's own
// and never above it by more than a half.
func soloFor(step Step, box Span) Span {
	for _, b := range blueprint {
		if b.step == step && b.box > 0 {
			const half = Span(30e9)
			solo := Span(2*b.solo*box.Minutes()/b.box) * half
			low := (Minutes(b.solo)*2/3 + half - 1) / half * half
			return min(max(solo, low), Minutes(b.solo)*3/2)
		}
	}
	return 0
}

// Total is how long the whole workshop is planned to take.
func (a Agenda) Total() Span {
	var t Span
	for _, b := range a {
		t += b.Box
	}
	return t
}

// Has says whether the step is on the agenda.
func (a Agenda) Has(step Step) bool { return a.block(step) >= 0 }

func (a Agenda) block(step Step) int {
	return slices.IndexFunc(a, func(b Block) bool { return b.Step == step })
}

// Box is the time box of one phase. The solo time is the block's; the brief takes two minutes of a long block and one
// of a short one; of what is left, a quarter each goes to sharing and to aligning (in whole minutes where there are
// minutes to share, else in steps of ten seconds), and the rest to converging.
// The boxes of a step's phases add up to its block.
func (a Agenda) Box(p Position) Span {
	i := a.block(p.Step)
	phases := p.Step.Phases()
	if i < 0 || !slices.Contains(phases, p.Phase) {
		return 0
	}
	b := a[i]
	if len(phases) == 1 {
		return b.Box
	}
	brief := Minutes(1)
	if b.Box >= Minutes(20) {
		brief = Minutes(2)
	}
	rest := max(0, b.Box-brief-b.Solo)
	unit := Minutes(1)
	if rest < Minutes(6) {
		unit /= 6
	}
	quarter := rest / 4 / unit * unit
	switch p.Phase {
	case PhaseBrief:
		return brief
	case PhaseDiverge:
		return b.Solo
	case PhaseShare, PhaseAlign:
		return quarter
	default:
		if slices.Contains(phases, PhaseAlign) {
			return rest - 2*quarter
		}
		return rest - quarter
	}
}
