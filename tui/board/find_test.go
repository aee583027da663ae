package board_test

import (
	"testing"

	"convene/tui/board"
)

// A search folds each text once: looking through a wall again, for other words too, costs no more than a list of what
// is left.
func TestEachTextIsFoldedOnce(t *testing.T) {
	const notes = 400
	w := wallOf(notes)
	w.Find = board.NewSearch("learn")
	w.Found()
	if allocs := testing.AllocsPerRun(10, func() {
		w.Find.Type("team")
		w.Found()
		w.Find.Type("learn")
		w.Found()
	}); allocs >= notes {
		t.Errorf("%v allocations for a wall of %d notes", allocs, notes)
	}
}

// What is remembered is the text, not the note: one that is changed is looked at anew.
func TestASearchFollowsWhatIsChanged(t *testing.T) {
	w := wallOf(8)
	w.Find = board.NewSearch("otter")
	if n := w.Found(); n != 0 {
		t.Fatalf("%d notes are found", n)
	}
	lone := &w.Columns[0].Lone[0]
	before := lone.Text
	lone.Text = "An OTTER, of course"
	at := board.Note(lone.ID)
	if n := w.Found(); n != 1 || !w.Says(at) {
		t.Errorf("%d notes are found, it among them: %v", n, w.Says(at))
	}
	lone.Text = before
	if n := w.Found(); n != 0 || w.Says(at) {
		t.Errorf("%d notes are found, it among them: %v", n, w.Says(at))
	}
	w.Find.Type("")
	if n := w.Found(); n != 8 || !w.Says(at) {
		t.Errorf("without words %d notes are shown of 8", n)
	}
}
