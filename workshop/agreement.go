package workshop

// Agreement is how far the group stood behind the outcome of one step when it was settled.
type Agreement struct {
	Step Step
	Settlement
}

// Agreements are the settled steps in the order of the format.
func (c Canvas) Agreements() []Agreement {
	var out []Agreement
	for _, b := range blueprint {
		if t, ok := c.Settlements[b.step]; ok {
			out = append(out, Agreement{b.step, t})
		}
	}
	return out
}
