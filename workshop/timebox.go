package workshop

import "slices"

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

// After is how much of the plan comes after the phase at p. The reserve is not planned for anything, and left out.
func (a Agenda) After(p Position) Span {
	var t Span
	passed := false
	for _, q := range a.Positions() {
		if passed {
			t += a.Box(q)
		}
		passed = passed || q == p
	}
	return t
}
