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

// Block is the part of the agenda that one step has, or the reserve.
type Block struct {
	Step Step `json:"step"`
	Box  Span `json:"box"`            // for all phases of the step, in whole minutes
	Solo Span `json:"solo,omitempty"` // of it, for writing alone
}

// Agenda is the plan: its blocks in their order. The sum of the boxes is the whole workshop. Time that is kept for being
// late is one block at its end, StepReserve, and not a little in every block: what is spread out is spent (Goldratt,
// Critical Chain, 1997).
type Agenda []Block

// blue is a block of the blueprint.
type blue struct {
	step             Step
	box, solo, floor int
}

// blueprint is the default agenda of the format, in minutes: two hours. A floor is what a block needs at least to be
// worth holding; the floors of the name and of the leader are high because nothing can make up for an election in a
// hurry. Solo times never go below the format's own minus a third.
var blueprint = [...]blue{
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
	for _, b := range blueprint {
		if skipForces && b.step == StepForces {
			continue
		}
		a = append(a, Block{Step: b.step, Box: Minutes(b.box), Solo: Minutes(b.solo)})
	}
	return a.fit(minutes, Block.floor), nil
}

// fit scales the boxes to the total in whole minutes, none below its floor: what is above the floors is dealt out in
// proportion to what each block had above its own. The floors must not exceed the total.
func (a Agenda) fit(total int, floor func(Block) int) Agenda {
	least, above := make([]int, len(a)), make([]int, len(a))
	for i, b := range a {
		least[i], above[i] = floor(b), max(0, b.Box.Minutes()-floor(b))
		total -= least[i]
	}
	return a.boxed(least, deal(total, above))
}

// grown gives the blocks so many minutes more, such that what they have above their floors comes as near to the format's
// proportions as it can, and nothing is taken from any of them. Each minute goes to the block that is furthest behind, as seats
// do by Webster's method (Balinski and Young, Fair Representation, 1982): so it makes no difference whether time is given
// at once or minute by minute.
func (a Agenda) grown(minutes int) Agenda {
	has, more := make([]int, len(a)), make([]int, len(a))
	for i, b := range a {
		has[i] = b.Box.Minutes()
	}
	for ; minutes > 0; minutes-- {
		next, claim := 0, -1.0
		for i, b := range a {
			above := has[i] + more[i] - b.floor()
			if c := float64(b.usual()-b.floor()) / float64(2*max(0, above)+1); c > claim {
				next, claim = i, c
			}
		}
		more[next]++
	}
	return a.boxed(has, more)
}

// boxed is the agenda with the sums of these minutes, and the times for writing alone that go with them.
func (a Agenda) boxed(minutes, more []int) Agenda {
	out := slices.Clone(a)
	for i, b := range out {
		out[i].Box = Minutes(minutes[i] + more[i])
		out[i].Solo = soloFor(b.Step, out[i].Box)
	}
	return out
}

// deal shares minutes out in proportion to the weights, by largest remainder; evenly when nothing has a weight.
func deal(minutes int, weights []int) []int {
	out, order, sum := make([]int, len(weights)), make([]int, len(weights)), 0
	for _, w := range weights {
		sum += w
	}
	rest := minutes
	for i, w := range weights {
		order[i] = i
		if sum > 0 {
			out[i] = minutes * w / sum
		}
		rest -= out[i]
	}
	if sum > 0 {
		slices.SortStableFunc(order, func(x, y int) int { return minutes*weights[y]%sum - minutes*weights[x]%sum })
	}
	for i := 0; rest > 0; i, rest = (i+1)%len(order), rest-1 {
		out[order[i]]++
	}
	return out
}

// floor is the least that the block's step needs, in minutes; nothing for the reserve.
func (b Block) floor() int {
	for _, own := range blueprint {
		if own.step == b.Step {
			return own.floor
		}
	}
	return 0
}

// usual is what the format gives the block's step in two hours, in minutes; nothing to the reserve.
func (b Block) usual() int {
	for _, own := range blueprint {
		if own.step == b.Step {
			return own.box
		}
	}
	return 0
}

// soloFor scales the solo time with its block, in steps of half a minute: never below two thirds of the format's own
// and never above it by more than a half.
func soloFor(step Step, box Span) Span {
	for _, b := range blueprint {
		if b.step == step {
			return b.paced(Minutes(b.solo), box)
		}
	}
	return 0
}

// halfMinute is the unit of times for writing alone.
const halfMinute = Span(30e9)

// paced is the solo time in so long a block, when it is so much in the usual one. A minute to say what the step is for
// and a minute to talk always stay.
func (b blue) paced(usual, box Span) Span {
	solo := Span(int(usual/halfMinute)*box.Minutes()/b.box) * halfMinute
	low := (usual*2/3 + halfMinute - 1) / halfMinute * halfMinute
	high := usual * 3 / 2 / halfMinute * halfMinute
	return max(0, min(max(solo, low), high, box-Minutes(2)))
}

// Paced is the agenda with the times for writing alone of a format that has some of its own: for each step that is named,
// what it has in a workshop of two hours. They go with the blocks as the usual ones do. It is for plans: a repair leaves the
// times for writing alone as they are.
func (a Agenda) Paced(own map[Step]Span) Agenda {
	out := slices.Clone(a)
	for i, block := range out {
		for _, b := range blueprint {
			if usual, has := own[b.step]; has && b.step == block.Step {
				out[i].Solo = b.paced(usual, block.Box)
			}
		}
	}
	return out
}

// Total is how long the whole workshop is planned to take, the reserve included.
func (a Agenda) Total() Span {
	var t Span
	for _, b := range a {
		t += b.Box
	}
	return t
}

// Reserve is the time that is given to no step.
func (a Agenda) Reserve() Span {
	if i := a.block(StepReserve); i >= 0 {
		return a[i].Box
	}
	return 0
}

// fits says whether a group could follow the agenda, whatever made it: its blocks are the format's, each once and in their
// order, and each of them with a time that can be told.
func (a Agenda) fits() bool {
	last := -1
	for _, b := range a {
		known := b.Step == StepReserve || b.floor() > 0
		if !known || place(b.Step) <= last || b.Box < 0 || b.Box > Minutes(MaxTotal) || b.Solo < 0 || b.Solo > Minutes(MaxTotal) {
			return false
		}
		last = place(b.Step)
	}
	return true
}

// Has says whether the step is on the agenda.
func (a Agenda) Has(step Step) bool { return a.block(step) >= 0 }

func (a Agenda) block(step Step) int {
	return slices.IndexFunc(a, func(b Block) bool { return b.Step == step })
}

// without is the agenda with one block less.
func (a Agenda) without(step Step) Agenda {
	return slices.DeleteFunc(slices.Clone(a), func(b Block) bool { return b.Step == step })
}
