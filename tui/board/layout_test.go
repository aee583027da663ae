package board_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"convene/tui/board"
	"convene/tui/theme"
	"convene/workshop"
)

// notes lists the notes of a layout, lane by lane from the top down.
func notes(l board.Layout) []workshop.NoteID {
	var out []workshop.NoteID
	for _, lane := range l.Lanes {
		for _, b := range lane.Boxes {
			if b.Ref.Note != 0 && b.Kind != board.Preview {
				out = append(out, b.Ref.Note)
			}
		}
	}
	return out
}

func TestEveryNoteStandsInOnePlace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := walls().Draw(t, "wall")
		l := board.Lay(theme.New(true, false), w, rapid.IntRange(20, 160).Draw(t, "width"))
		var want []workshop.NoteID
		for _, c := range w.Columns {
			for _, p := range c.Clusters {
				for _, n := range p.Notes {
					want = append(want, n.ID)
				}
			}
			for _, n := range slices.Concat(c.Lone, c.Parked) {
				want = append(want, n.ID)
			}
		}
		got := notes(l)
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("the lanes hold %v, want %v", got, want)
		}
	})
}

func TestBoxesDoNotOverlap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := board.Lay(theme.New(true, false), walls().Draw(t, "wall"), rapid.IntRange(20, 160).Draw(t, "width"))
		for _, lane := range l.Lanes {
			free := 0
			for _, b := range lane.Boxes {
				if b.Y < free || b.Height < 1 {
					t.Errorf("%+v begins at row %d with %d rows, above it ends at %d", b.Ref, b.Y, b.Height, free)
				}
				free = b.Y + b.Height
			}
			if lane.Height != free {
				t.Errorf("the lane is %d rows high, its boxes end at %d", lane.Height, free)
			}
		}
	})
}

// A note that is not selected takes three rows at most; the selected one is there to its last word.
func TestLongNotesEndInAnEllipsisUnlessTheyAreSelected(t *testing.T) {
	th := theme.New(true, false)
	long := strings.Repeat("words that go on ", 12) + "end"
	w := board.Wall{Labels: []string{"HOW"}, Columns: []workshop.Column{{
		Prompt: workshop.PromptHow, Lone: []workshop.Card{{ID: 1, Prompt: workshop.PromptHow, Text: long}},
	}}}
	look := func() (board.Box, string) {
		l := board.Lay(th, w, 40)
		seen := make(board.Windows)
		l.Follow(seen, w, 30)
		b, _ := l.Find(board.Note(1))
		return b, strings.Join(l.Draw(th, seen, 30), "\n")
	}
	if b, all := look(); b.Height != 3 || strings.Contains(all, "end") || !strings.Contains(all, "…") {
		t.Errorf("%d rows:\n%s", b.Height, all)
	}
	w.Focus = board.Note(1)
	if b, all := look(); b.Height <= 3 || !strings.Contains(all, "end") || strings.Contains(all, "…") {
		t.Errorf("selected, %d rows:\n%s", b.Height, all)
	}
}

// A lone note can be put down anywhere but in a gap; one from a cluster can stand alone again, under its own prompt.
func TestTheGapOpensForWhatDoesNotStandAlone(t *testing.T) {
	w := wallOf(24)
	for _, c := range []struct {
		name    string
		carried board.Ref
		want    bool
	}{
		{"a note in a cluster", board.Note(1), true},
		{"a parked note", board.Note(19), true},
		{"a note that stands alone", board.Note(15), false},
		{"a cluster", board.Cluster(1), false},
	} {
		t.Run(c.name, func(t *testing.T) {
			w.Carried = c.carried
			l := board.Lay(theme.New(true, false), w, 78)
			if _, got := l.Find(board.Gap(workshop.PromptVision)); got != c.want {
				t.Errorf("a gap: %v, want %v", got, c.want)
			}
			if _, other := l.Find(board.Gap(workshop.PromptImportance)); other {
				t.Error("a gap under the other prompt")
			}
		})
	}
}

// When something is grabbed that may stand alone, the gap opens in a row that was free: nothing else moves.
func TestNothingMovesWhenTheGapOpens(t *testing.T) {
	for _, width := range []int{40, 78, 160} {
		w, th := wallOf(60), theme.New(true, false)
		before := board.Lay(th, w, width)
		w.Carried, w.Focus = board.Note(1), board.Cluster(1)
		after := board.Lay(th, w, width)
		if _, ok := after.Find(board.Gap(workshop.PromptVision)); !ok {
			t.Fatal("no gap")
		}
		for _, lane := range before.Lanes {
			for _, b := range lane.Boxes {
				if now, ok := after.Find(b.Ref); b.Ref != w.Focus && b.Ref.Somewhere() && (!ok || now.Y != b.Y) {
					t.Errorf("%d wide, %+v moves from row %d to %d", width, b.Ref, b.Y, now.Y)
				}
			}
		}
	}
}
