package workshop

import "convene/workshop/ballot"

// ForceScore is how strong the group finds a force.
type ForceScore struct {
	Strength  int // median of the scores, 1 to 5; 0 when nobody has weighed it
	Low, High int // the spread
	Given     int // how many weighed it
}

// Disagreed says that the scores are far apart: worth a talk before the number is believed.
func (f ForceScore) Disagreed() bool { return f.High-f.Low >= 3 }

// Force is one arrow of the force field.
type Force struct {
	Title string
	Notes []string // the notes of a cluster; none for a note that stands alone
	ForceScore
}

// ForceField is Kurt Lewin's diagram: driving forces on one side, restraining ones on the other, each with a strength
// (Lewin, Field Theory in Social Science, 1951).
type ForceField struct {
	Support  []Force
	SlowDown []Force
}

// Sums adds up the strengths of both sides.
func (f ForceField) Sums() (support, slowDown int) {
	for _, x := range f.Support {
		support += x.Strength
	}
	for _, x := range f.SlowDown {
		slowDown += x.Strength
	}
	return support, slowDown
}

// Balance is the driving minus the restraining sum.
func (f ForceField) Balance() int {
	support, slowDown := f.Sums()
	return support - slowDown
}

// FirstToWeaken is the strongest restraining force, the first of them when several are equally strong: weakening what
// restrains moves a group further, and with less tension, than pushing harder. Others is how many are as strong; ok is
// false when none has a strength.
func (f ForceField) FirstToWeaken() (first Force, others int, ok bool) {
	for _, x := range f.SlowDown {
		switch {
		case x.Strength > first.Strength:
			first, others = x, 0
		case x.Strength == first.Strength:
			others++
		}
	}
	return first, others, first.Strength > 0
}

// forces draws the field from its two columns of the wall; nil when nothing hangs there.
func forces(wall []Column) *ForceField {
	var f ForceField
	for _, col := range wall {
		switch col.Prompt {
		case PromptSupport:
			f.Support = arrows(col)
		case PromptSlowDown:
			f.SlowDown = arrows(col)
		}
	}
	if len(f.Support)+len(f.SlowDown) == 0 {
		return nil
	}
	return &f
}

func arrows(c Column) []Force {
	var out []Force
	for _, e := range c.entries(nil) {
		out = append(out, Force{e.Title, e.Notes, e.score})
	}
	return out
}

// weighing asks how strong each force is: a score from 1 to MaxForce on as many of them as one can judge.
func (s State) weighing() VoteOpened {
	return VoteOpened{Purpose: Strengths, Options: s.ideas(), Rule: ballot.Rule{PerOption: MaxForce}}
}
