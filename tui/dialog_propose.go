package tui

import (
	"convene/workshop"
	"convene/workshop/tongue"
)

// newProposeDialog asks whom the facilitator proposes, and then on what terms.
func newProposeDialog(v workshop.View) dialog {
	l := in(v)
	d := &pickDialog{title: l.Say("Whom do the reasons speak for?")}
	for _, n := range proposable(v) {
		var note, terms string
		if n.ID == v.Proposal.Person {
			note, terms = l.Say("on the table, with other terms"), v.Proposal.Terms
			d.at = len(d.items)
		}
		d.items = append(d.items, pickItem{label: n.Name, note: note, then: show{askTerms(l, n, terms)}})
	}
	return d
}

// askTerms asks for how long, or on what conditions, somebody is to lead. It may stay empty.
func askTerms(l tongue.Tongue, n workshop.Nominee, terms string) *inputDialog {
	return newInputDialog(l.Say("You propose %s. On what terms?", n.Name),
		l.Say("For how long, with how much time, with whose help? It answers what was heard. It may stay empty."), l.Say("propose"), terms,
		func(typed string) action {
			return send{
				command: workshop.ProposeLeader{Person: n.ID, Terms: typed}, said: l.Say("%s is proposed. Everyone answers now.", n.Name),
			}
		})
}
