package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/board"
)

// titlesDialog points out, before the group aligns, which clusters still go by their first note, as it is now: others may give
// them titles meanwhile. No goes to the first of them, where e gives it its title.
type titlesDialog struct{ onward action }

func (d titlesDialog) outlives(stage) bool { return false }

func (d titlesDialog) update(st stage, msg tea.Msg) action { return d.ask(st).update(st, msg) }

func (d titlesDialog) draw(st stage) []string { return d.ask(st).draw(st) }

func (d titlesDialog) bindings(st stage) []key.Binding { return yesOrNo(st) }

func (d titlesDialog) ask(st stage) *askDialog {
	const most = 3 // clusters that are named
	piles, yes := untitled(st.view), weighedFirst(st.view, d.onward)
	if len(piles) == 0 {
		return &askDialog{question: "Every cluster has its title now. Go on?", yes: yes}
	}
	detail := st.Say("On the canvas each stands under its first note:")
	for i, p := range piles {
		if i == most-1 && len(piles) > most {
			detail += "\n" + st.Say("and %d more", len(piles)-i)
			break
		}
		detail += "\n" + quoted(st.Tongue, shorten(p.Label(), 48))
	}
	return &askDialog{
		question: st.Count(len(piles), "%d cluster has no title. Go on all the same?", "%d clusters have no title. Go on all the same?"),
		detail:   detail, yes: yes,
		no: both{goTo{board.Cluster(piles[0].ID)}, say{text: "e gives this cluster its title.", tone: plainly}},
	}
}
