package workshop

import (
	"cmp"
	"slices"
)

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

// unattributed are the settlements as they leave the room: whose a concern was stays there. The order of arrival, in which
// the people of a canvas stand too, would tell it, so that they are in one that says nothing: by level, and then sentence.
func unattributed(settled map[Step]Settlement) map[Step]Settlement {
	out := make(map[Step]Settlement, len(settled))
	for step, t := range settled {
		t.Concerns = slices.Clone(t.Concerns)
		for i := range t.Concerns {
			t.Concerns[i].Person = ""
		}
		slices.SortFunc(t.Concerns, func(a, b Concern) int {
			return cmp.Or(cmp.Compare(a.Level, b.Level), cmp.Compare(a.Sentence, b.Sentence))
		})
		out[step] = t
	}
	return out
}
