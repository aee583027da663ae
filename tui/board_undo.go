package tui

import (
	"convene/tui/board"
	"convene/workshop"
)

// undoneWords say what goes back, and to where, when the last action is taken back.
func undoneWords(st stage) string {
	const most = 40 // cells of what somebody wrote
	u, w := st.view.Undo, board.Wall{Columns: st.view.Columns}
	what, verb, alone := quoted(st.theme.Cut(w.Text(board.Lit(u.On)), most)), " is ", " stands alone again"
	if u.Notes > 1 {
		what, verb, alone = count(u.Notes, "note"), " are ", " stand alone again"
	}
	said := ""
	switch {
	case u.On == workshop.Spot{}:
		return "Taken back."
	case u.Placed:
		said = what + " is where it was"
	case u.Notes == 0 && u.Title == "":
		said = "the cluster has no title again"
	case u.Notes == 0:
		said = "the title is " + quoted(u.Title) + " again"
	case u.Apart:
		said = what + " are where they were"
	case u.Parked:
		said = what + verb + "parked again"
	case u.Cluster != 0 && u.Title != "":
		said = what + verb + "in " + quoted(u.Title) + " again"
	case u.Cluster != 0:
		said = what + verb + "back in a cluster without a title"
	default:
		said = what + alone
	}
	return "Taken back: " + said + "."
}
