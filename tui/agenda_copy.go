package tui

import (
	"errors"

	"convene/workshop"
	"convene/workshop/format"
	"convene/workshop/tongue"
)

// agendaCopy is a plan of the time that somebody is working on. It is a plan to hold a workshop by after every change; a
// change that would make it another is not made, and answered with why.
type agendaCopy struct {
	plan  workshop.Agenda
	shape workshop.Agenda // as the blocks were set one by one: stretching begins from it, so that it can be taken back exactly

	own   map[workshop.Step]workshop.Span // the format's times for writing alone that are not the usual ones
	words format.Words
}

func copyOf(v workshop.View) agendaCopy {
	return agendaCopy{plan: v.Agenda, shape: v.Agenda, own: v.Solo, words: words(v)}
}

// with is the copy with another plan.
func (c agendaCopy) with(a workshop.Agenda) agendaCopy {
	c.plan, c.shape = a, a
	return c
}

// minutesOf is what a block has; nothing when it is left out.
func minutesOf(a workshop.Agenda, step workshop.Step) int {
	for _, b := range a {
		if b.Step == step {
			return b.Box.Minutes()
		}
	}
	return 0
}

// atFloor says whether a step has the least that it can do with.
func (c *agendaCopy) atFloor(step workshop.Step) bool {
	_, err := c.plan.With(step, minutesOf(c.plan, step)-1)
	return step != workshop.StepReserve && c.plan.Has(step) && errors.Is(err, workshop.ErrBlockShort)
}

// set gives a block so many minutes.
func (c *agendaCopy) set(l tongue.Tongue, step workshop.Step, minutes int) (why string) {
	next, err := c.plan.With(step, minutes)
	had := minutesOf(c.plan, step)
	switch {
	case err == nil:
		*c = c.with(next.Paced(c.own))
		return ""
	case errors.Is(err, workshop.ErrTotal):
		return c.outOfRange(l, minutes > had)
	case had == 0 && step == workshop.StepForces:
		return l.Say("Step 5 is left out already.")
	case had == 0:
		return l.Say("There is no reserve to take from.")
	case errors.Is(err, workshop.ErrBlockShort):
		return l.Count(had, "%s needs at least %d minute.", "%s needs at least %d minutes.", c.words.Step(step).Title, had)
	default:
		return l.Error(err)
	}
}

// outOfRange says why the total can't become longer, or shorter.
func (c *agendaCopy) outOfRange(l tongue.Tongue, longer bool) string {
	switch {
	case longer:
		return l.Say("A workshop takes %d minutes at most.", workshop.MaxTotal)
	case c.plan.Has(workshop.StepReserve):
		return l.Say("Without the reserve it takes %d minutes at least.", workshop.MinTotal)
	default:
		return l.Say("A workshop takes %d minutes at least.", workshop.MinTotal)
	}
}

// more gives a block a minute more, or less. Step 5 leaves below its floor, and comes back with its usual time.
func (c *agendaCopy) more(l tongue.Tongue, step workshop.Step, by int) (why string) {
	switch {
	case step == workshop.StepForces && by > 0 && !c.plan.Has(step), step == workshop.StepForces && by < 0 && c.atFloor(step):
		return c.leaveOutOrBack(l)
	default:
		return c.set(l, step, minutesOf(c.plan, step)+by)
	}
}

// leaveOutOrBack takes step 5 away, or brings it back with the time that it usually has beside the other steps, as far as
// the longest workshop has room for it.
func (c *agendaCopy) leaveOutOrBack(l tongue.Tongue) (why string) {
	const step = workshop.StepForces
	if c.plan.Has(step) {
		return c.set(l, step, 0)
	}
	usual, err := workshop.NewAgenda(workshop.DefaultTotal, false)
	if err != nil {
		return l.Error(err)
	}
	box, total := minutesOf(usual, step), c.plan.Total().Minutes()
	others := workshop.DefaultTotal - box
	minutes := (box*(total-c.plan.Reserve().Minutes()) + others/2) / others
	if minutes = min(minutes, workshop.MaxTotal-total); minutes > 0 {
		if why = c.set(l, step, minutes); why == "" {
			return ""
		}
	}
	return l.Say("No room for step 5: %d minutes are the most.", workshop.MaxTotal)
}

// stretch brings the total to the next five minutes, upwards or downwards. The reserve stays as it is.
func (c *agendaCopy) stretch(l tongue.Tongue, by int) (why string) {
	const unit = 5
	total := c.plan.Total().Minutes()
	to := (total/unit + 1) * unit
	if by < 0 {
		to = (total - 1) / unit * unit
	}
	to = min(max(to, workshop.MinTotal+c.plan.Reserve().Minutes()), workshop.MaxTotal)
	if to == total {
		return c.outOfRange(l, by > 0)
	}
	next, err := c.shape.Fitted(to)
	if err != nil {
		return l.Error(err)
	}
	c.plan = next.Paced(c.own)
	return ""
}
