package tui

import "convene/workshop"

// goBack is what b does. An open vote has to be thrown away for it.
func goBack(v workshop.View) action {
	if v.Vote.ID != 0 {
		return show{&askDialog{
			question: "Give this vote up?",
			detail:   "The ballots are thrown away uncounted. Everyone can vote again when you open it anew.",
			yes:      send{command: workshop.AbandonVote{Vote: v.Vote.ID}, said: "The vote was given up; nothing was counted."},
		}}
	}
	back := send{command: workshop.StepBack{From: v.At}}
	if v.Proposal.Number > 0 && !v.Leadership.Decided() {
		return show{&askDialog{
			question: "Take the proposal off the table?",
			detail:   "Everyone reads the reasons again, and can change their nominations. What nobody has seen is thrown away.",
			yes:      back,
		}}
	}
	return back
}

// choosesBack says whether there is more than one place to go back to.
func choosesBack(v workshop.View) bool {
	return v.Vote.ID == 0 && len(v.Agenda.Earlier(v.At)) > 1
}

// goFarBack is what B does: a choice of where to go back to, the nearest first.
func goFarBack(v workshop.View) action {
	d := &pickDialog{title: "Back to where? Nothing is lost, and its clock begins anew."}
	l, ways := in(v), v.Agenda.Earlier(v.At)
	for i := len(ways) - 1; i >= 0; i-- {
		to := ways[i]
		minutes := v.Agenda.Box(to).Minutes()
		item := pickItem{
			label: l.Marked(phaseWords(to)), note: l.Say("%d min", minutes),
			then: send{command: workshop.StepBack{From: v.At, To: to}},
		}
		if to.Step != v.At.Step {
			item.label = l.Say("%s: %s", wordsOf(v, to.Step).title, item.label)
		}
		if _, settled := v.Settled[to.Step]; settled {
			item.note = l.Say("%d min, reopens it", minutes)
		}
		d.items = append(d.items, item)
	}
	return show{d}
}
