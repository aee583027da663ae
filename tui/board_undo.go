package tui

import (
	"convene/tui/board"
	"convene/workshop"
)

// undoneWords say what goes back, and to where, when the last action is taken back.
func undoneWords(st stage) string {
	const most = 40 // cells of what somebody wrote
	u, w := st.view.Undo, board.Wall{Columns: st.view.Columns}
	what := st.theme.Cut(w.Text(board.Lit(u.On)), most)
	switch {
	case u.On == workshop.Spot{}:
		return st.Say("Taken back.")
	case u.Placed:
		return st.Say("Taken back: \"%s\" is where it was.", what)
	case u.Notes == 0 && u.Title == "":
		return st.Say("Taken back: the cluster has no title again.")
	case u.Notes == 0:
		return st.Say("Taken back: the title is \"%s\" again.", u.Title)
	case u.Notes > 1:
		return undoneNotes(st)
	case u.Parked:
		return st.Say("Taken back: \"%s\" is parked again.", what)
	case u.Cluster != 0 && u.Title != "":
		return st.Say("Taken back: \"%s\" is in \"%s\" again.", what, u.Title)
	case u.Cluster != 0:
		return st.Say("Taken back: \"%s\" is back in a cluster without a title.", what)
	default:
		return st.Say("Taken back: \"%s\" stands alone again.", what)
	}
}

// undoneNotes say it of several notes.
func undoneNotes(st stage) string {
	u := st.view.Undo
	switch n := u.Notes; {
	case u.Apart:
		return st.Count(n, "Taken back: %d note is where it was.", "Taken back: %d notes are where they were.")
	case u.Parked:
		return st.Count(n, "Taken back: %d note is parked again.", "Taken back: %d notes are parked again.")
	case u.Cluster != 0 && u.Title != "":
		return st.Count(n, "Taken back: %d note is in \"%s\" again.", "Taken back: %d notes are in \"%s\" again.", n, u.Title)
	case u.Cluster != 0:
		return st.Count(n, "Taken back: %d note is back in a cluster without a title.", "Taken back: %d notes are back in a cluster without a title.")
	default:
		return st.Count(n, "Taken back: %d note stands alone again.", "Taken back: %d notes stand alone again.")
	}
}
