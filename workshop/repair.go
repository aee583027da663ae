package workshop

import (
	"slices"
	"time"
)

// Repair is a way to make up for being late; its text is its stable name on disk.
type Repair string

// The repairs, in the order in which they are offered.
const (
	SpendReserve Repair = "spend-reserve" // what the plan kept for being late
	Shorten      Repair = "shorten"       // everything still to come shrinks in proportion, never below its floor
	SkipForces   Repair = "skip-forces"   // step 5 is optional
	EndLater     Repair = "end-later"     // the promise is changed, by what the reserve doesn't cover
)

// RepairFrom is from how late on a group should be offered repairs. Before that, moving on a little earlier does it.
const RepairFrom = Span(5 * time.Minute)

// Offer is a repair with its effect.
type Offer struct {
	Repair Repair
	Saves  Span   // by how much less the group will be behind
	Agenda Agenda // as it would be
	Later  Span   // by how much later the workshop would be promised to end
}

// Offers lists the repairs that would help now, when the group is behind by so much. The present phase is left as it is: it
// ends when the facilitator goes on.
func (t Timing) Offers(behind Span) []Offer {
	here := t.Agenda.block(t.At.Step)
	if here < 0 || t.Started.IsZero() {
		return nil
	}
	var out []Offer
	late := Span(0)
	if behind.Minutes() > 0 { // less than half a minute is nothing to repair, and a begun minute is a whole one
		late = (behind + Minutes(1) - 1) / Minutes(1) * Minutes(1)
	}
	if spent := min(late, t.Agenda.Reserve()); spent > 0 {
		out = append(out, Offer{Repair: SpendReserve, Saves: spent, Agenda: t.Agenda.spend(spent)})
	}
	shorter := t.Agenda.shortened(t.At, late)
	if saves := t.Agenda.After(t.At) - shorter.After(t.At); saves.Minutes() > 0 {
		out = append(out, Offer{Repair: Shorten, Saves: saves, Agenda: shorter})
	}
	if _, begun := t.spent[StepForces]; !begun && t.Agenda.block(StepForces) > here {
		i := t.Agenda.block(StepForces)
		out = append(out, Offer{Repair: SkipForces, Saves: t.Agenda[i].Box, Agenda: t.Agenda.without(StepForces)})
	}
	if rest := late - t.Agenda.Reserve(); rest > 0 { // what was kept for being late goes first
		out = append(out, Offer{Repair: EndLater, Saves: late, Agenda: t.Agenda.without(StepReserve), Later: rest})
	}
	return out
}

// spend takes so much from the reserve, which goes when nothing is left of it.
func (a Agenda) spend(by Span) Agenda {
	i := a.block(StepReserve)
	if a[i].Box <= by {
		return a.without(StepReserve)
	}
	out := slices.Clone(a)
	out[i].Box -= by
	return out
}

// shortened takes so much, or what can be had, from what comes after the phase at p: in proportion to what the blocks have
// above what they need, in whole minutes. The rest of the present step gives its part like the steps that follow it. The
// reserve is no block to shorten: spending it is a repair of its own.
func (a Agenda) shortened(p Position, by Span) Agenda {
	reserve := a.Reserve()
	a = a.without(StepReserve)
	here := a.block(p.Step)
	tail := a[here+1:]
	spare := 0
	for _, b := range tail {
		spare += b.Box.Minutes() - b.least()
	}
	out := slices.Clone(a[:here+1])
	if own := out.rest(p, a[here].least()); own+spare > 0 {
		part := (by.Minutes()*own + (own+spare)/2) / (own + spare)
		for out[here].Box.Minutes() > a[here].least() && a.After(p)-append(slices.Clip(out), tail...).After(p) < Minutes(part) {
			out[here].Box -= Minutes(1)
		}
		by -= a.After(p) - append(slices.Clip(out), tail...).After(p)
	}
	out = append(out, tail.shrunk(by)...)
	if reserve > 0 {
		out = append(out, Block{Step: StepReserve, Box: reserve})
	}
	return out
}

// rest is how many minutes the step at p could do without in the phases after it.
func (a Agenda) rest(p Position, least int) int {
	shortest := slices.Clone(a)
	shortest[a.block(p.Step)].Box = Minutes(least)
	return int((a.After(p) - shortest.After(p)) / Minutes(1))
}

// shrunk takes so much, a begun minute as a whole one, from all blocks in proportion. The silence is the last thing to give:
// the times for writing alone stay.
func (a Agenda) shrunk(by Span) Agenda {
	total, least := 0, 0
	for _, b := range a {
		total += b.Box.Minutes()
		least += b.least()
	}
	minutes := int((max(0, by) + Minutes(1) - 1) / Minutes(1))
	out := a.fit(max(least, total-minutes), Block.least)
	for i := range out {
		out[i].Solo = a[i].Solo
	}
	return out
}

// least is to how many minutes a block can be shortened while its time for writing alone stays: to its floor, and to no
// less than a minute to say what it is for and a minute to talk.
func (b Block) least() int {
	least := b.floor()
	if b.Solo > 0 {
		least = max(least, int((b.Solo+Minutes(1)-1)/Minutes(1))+2)
	}
	return min(least, b.Box.Minutes())
}

func (c RepairAgenda) decide(s State, e Envelope) ([]Event, error) {
	if c.Was != nil && !slices.Equal(c.Was, s.Agenda) {
		return nil, ErrReplanned
	}
	t := s.Timing()
	for _, o := range t.Offers(t.Behind(e.At)) {
		if o.Repair == c.Repair {
			return []Event{AgendaRepaired{Repair: o.Repair, Agenda: o.Agenda, Later: o.Later}}, nil
		}
	}
	return nil, ErrNoRepair
}

// maxRepairs is how many repairs can be taken back, the latest ones.
const maxRepairs = 20

// repaired is a repair that can be taken back, and what the agenda was before.
type repaired struct {
	seq    Seq
	repair Repair
	agenda Agenda
	later  Span
}

func (v AgendaRepaired) evolve(s State, r Record) State {
	s.repairs = append(slices.Clone(s.repairs[max(0, len(s.repairs)+1-maxRepairs):]), repaired{r.Seq, v.Repair, s.Agenda, v.Later})
	s.Agenda = v.Agenda
	s.Total += v.Later
	return s
}

// latestRepair is the one that can be taken back.
func (s State) latestRepair() (repaired, bool) {
	if n := len(s.repairs); n > 0 {
		return s.repairs[n-1], true
	}
	return repaired{}, false
}

// A step that was left out does not come back once the group is past it.
func (c UndoRepair) decide(s State, _ Envelope) ([]Event, error) {
	last, some := s.latestRepair()
	if !some || c.Of != last.seq {
		return nil, ErrNoRepairToUndo
	}
	if i := last.agenda.block(StepForces); i >= 0 && !s.Agenda.Has(StepForces) && i < last.agenda.block(s.At.Step) {
		return nil, ErrPastThat
	}
	return []Event{RepairUndone{Repair: last.repair, Agenda: last.agenda, Sooner: last.later}}, nil
}

func (v RepairUndone) evolve(s State, _ Record) State {
	s.repairs = slices.Clone(s.repairs[:max(0, len(s.repairs)-1)])
	s.Agenda = v.Agenda
	s.Total -= v.Sooner
	return s
}
