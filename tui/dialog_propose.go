package tui

import "convene/workshop"

// newProposeDialog asks whom the facilitator proposes, and then on what terms.
func newProposeDialog(v workshop.View) dialog {
	d := &pickDialog{title: "Whom do the reasons speak for?"}
	for _, n := range proposable(v) {
		var note, terms string
		if n.ID == v.Proposal.Person {
			note, terms = "on the table, with other terms", v.Proposal.Terms
			d.at = len(d.items)
		}
		d.items = append(d.items, pickItem{label: n.Name, note: note, then: show{askTerms(n, terms)}})
	}
	return d
}

// askTerms asks for how long, or on what conditions, somebody is to lead. It may stay empty.
func askTerms(n workshop.Nominee, terms string) *inputDialog {
	return newInputDialog("You propose "+n.Name+". On what terms?",
		"For how long, with how much time, with whose help? It answers what was heard. It may stay empty.", "propose", terms,
		func(typed string) action {
			return send{command: workshop.ProposeLeader{Person: n.ID, Terms: typed}, said: n.Name + " is proposed. Everyone answers now."}
		})
}
