package workshop

import (
	"cmp"
	"slices"
)

// After is the community with what has become of it under its earlier canvases: it was founded then, its health checks and events
// come before these, and its sponsor stands behind it until another is named. Of its actions those have come along of which it was said
// what became of them. This community's own checks and actions are numbered on from those, so that what comes of After is to be read:
// no command is about it.
func (c Community) After(before Community) Community {
	c.Founded, c.Sponsor = before.Founded, cmp.Or(c.Sponsor, before.Sponsor)
	held := slices.DeleteFunc(slices.Clone(before.Checks), HealthCheck.Open)
	checks, actions, occasions := CheckID(0), ActionID(0), OccasionID(0)
	if n := len(held); n > 0 {
		checks = held[n-1].ID
	}
	settled := slices.DeleteFunc(slices.Clone(before.Actions), func(a FollowUp) bool { return a.State == ActionOpen })
	for _, a := range settled {
		actions = max(actions, a.ID)
	}
	for _, o := range before.Occasions {
		occasions = max(occasions, o.ID)
	}
	for _, own := range c.Checks {
		own.ID += checks
		held = append(held, own)
	}
	for _, own := range c.Actions {
		if own.ID += actions; own.Check != 0 {
			own.Check += checks
		}
		settled = append(settled, own)
	}
	all := slices.Clone(before.Occasions)
	for _, own := range c.Occasions {
		own.ID += occasions
		all = append(all, own)
	}
	slices.SortStableFunc(all, func(a, b Occasion) int { return cmp.Compare(a.On, b.On) })
	c.Checks, c.Actions, c.Occasions = held, settled, all
	return c
}
