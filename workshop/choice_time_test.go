package workshop_test

import . "convene/workshop"

// plan gives one block another time, most often one that it may have.
func (c *chooser) plan() Command {
	b := c.s.Agenda[c.number(0, len(c.s.Agenda)-1)]
	step := oneOf(c, b.Step, b.Step, StepForces, StepReserve)
	a, err := c.s.Agenda.With(step, b.Box.Minutes()+c.number(-3, 3))
	if err != nil || c.chance(20) {
		a = append(a, b)
	}
	return PlanAgenda{Agenda: a}
}

// timing is what a facilitator does about the time.
func (c *chooser) timing() Command {
	if ls := c.s.Timing().Lulls(c.now); len(ls) > 0 && !c.chance(4) {
		return AnswerLull{From: oneOf(c, ls...).From, Break: !c.chance(4)}
	}
	repair := oneOf(c, SpendReserve, Shorten, SkipForces, EndLater)
	switch c.number(0, 5) {
	case 0:
		return UndoRepair{Of: c.s.Timing().RepairAt}
	case 1:
		return UndoRepair{Of: Seq(c.number(0, 99))}
	case 2:
		return StartBreak{Minutes: c.number(-1, 20)}
	case 3, 4:
		if c.s.Break.On() {
			return EndBreak{}
		}
		return RepairAgenda{Repair: repair}
	default:
		return oneOf[Command](c, EndBreak{}, StartClock{}, AdjustClock{Minutes: c.number(-9, 9)})
	}
}
