package tui

import (
	"errors"
	"fmt"

	"convene/workshop"
)

// agendaCopy is a plan of the time that somebody is working on. It is a plan to hold a workshop by after every change; a
// change that would make it another is not made, and answered with why.
type agendaCopy struct {
	plan  workshop.Agenda
	shape workshop.Agenda // as the blocks were set one by one: stretching begins from it, so that it can be taken back exactly
}

func copyOf(a workshop.Agenda) agendaCopy { return agendaCopy{plan: a, shape: a} }

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
func (c *agendaCopy) set(step workshop.Step, minutes int) (why string) {
	next, err := c.plan.With(step, minutes)
	had := minutesOf(c.plan, step)
	switch {
	case err == nil:
		*c = copyOf(next)
		return ""
	case errors.Is(err, workshop.ErrTotal):
		return c.outOfRange(minutes > had)
	case had == 0 && step == workshop.StepForces:
		return "Step 5 is left out already."
	case had == 0:
		return "There is no reserve to take from."
	case errors.Is(err, workshop.ErrBlockShort):
		return fmt.Sprintf("%s needs at least %s.", wordsOf(step).title, count(had, "minute"))
	default:
		return sentence(err)
	}
}

// outOfRange says why the total can't become longer, or shorter.
func (c *agendaCopy) outOfRange(longer bool) string {
	switch {
	case longer:
		return fmt.Sprintf("A workshop takes %d minutes at most.", workshop.MaxTotal)
	case c.plan.Has(workshop.StepReserve):
		return fmt.Sprintf("Without the reserve it takes %d minutes at least.", workshop.MinTotal)
	default:
		return fmt.Sprintf("A workshop takes %d minutes at least.", workshop.MinTotal)
	}
}

// more gives a block a minute more, or less. Step 5 leaves below its floor, and comes back with its usual time.
func (c *agendaCopy) more(step workshop.Step, by int) (why string) {
	switch {
	case step == workshop.StepForces && by > 0 && !c.plan.Has(step), step == workshop.StepForces && by < 0 && c.atFloor(step):
		return c.leaveOutOrBack()
	default:
		return c.set(step, minutesOf(c.plan, step)+by)
	}
}

// leaveOutOrBack takes step 5 away, or brings it back with the time that it usually has beside the other steps, as far as
// the longest workshop has room for it.
func (c *agendaCopy) leaveOutOrBack() (why string) {
	const step = workshop.StepForces
	if c.plan.Has(step) {
		return c.set(step, 0)
	}
	usual, err := workshop.NewAgenda(workshop.DefaultTotal, false)
	if err != nil {
		return sentence(err)
	}
	box, total := minutesOf(usual, step), c.plan.Total().Minutes()
	others := workshop.DefaultTotal - box
	minutes := (box*(total-c.plan.Reserve().Minutes()) + others/2) / others
	if minutes = min(minutes, workshop.MaxTotal-total); minutes > 0 {
		if why = c.set(step, minutes); why == "" {
			return ""
		}
	}
	return fmt.Sprintf("No room for step 5: %d minutes are the most.", workshop.MaxTotal)
}

// stretch brings the total to the next five minutes, upwards or downwards. The reserve stays as it is.
func (c *agendaCopy) stretch(by int) (why string) {
	const unit = 5
	total := c.plan.Total().Minutes()
	to := (total/unit + 1) * unit
	if by < 0 {
		to = (total - 1) / unit * unit
	}
	to = min(max(to, workshop.MinTotal+c.plan.Reserve().Minutes()), workshop.MaxTotal)
	if to == total {
		return c.outOfRange(by > 0)
	}
	next, err := c.shape.Fitted(to)
	if err != nil {
		return sentence(err)
	}
	c.plan = next
	return ""
}
