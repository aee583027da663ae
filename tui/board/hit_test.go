package board_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"convene/tui/board"
	"convene/tui/theme"
	"convene/tui/tuitest"
	"convene/workshop"
)

// Rows of ofTwo at 40 cells: 0 the head, 1 the title, 2 and 3 its notes, 4 its lower edge, 5 free, then the lone notes.
func TestWhatIsHit(t *testing.T) {
	th, w := theme.New(true, false), ofTwo()
	l := board.Lay(th, w, 40)
	seen := make(board.Windows)
	l.Follow(seen, w, 20)
	for _, c := range []struct {
		what string
		x, y int
		want board.Ref
	}{
		{"the head", 3, 0, board.Ref{}},
		{"the title", 5, 1, board.Cluster(1)},
		{"a note in it", 5, 2, board.Note(3)},
		{"the edge beside it", 39, 3, board.Note(4)},
		{"its lower edge", 5, 4, board.Cluster(1)},
		{"the free row", 5, 5, board.Ref{}},
		{"a lone note", 5, 6, board.Note(1)},
		{"below everything", 5, 15, board.Ref{}},
		{"beside everything", 50, 2, board.Ref{}},
	} {
		if got, ok := l.Hit(seen, c.x, c.y); got != c.want || ok != c.want.Somewhere() {
			t.Errorf("%s: %+v, want %+v", c.what, got, c.want)
		}
	}
}

// While a note of a cluster is carried, its cards are one place each, and all that is free in the lane is the gap.
func TestWhereTheCarriedWouldBeDropped(t *testing.T) {
	th, w := theme.New(true, false), ofTwo()
	w.Columns[0].Parked = []workshop.Card{{ID: 6, Prompt: workshop.PromptVision, Text: "six", Parked: true}}
	w.Carried, w.Focus = board.Note(3), board.Cluster(1)
	l := board.Lay(th, w, 40)
	seen := make(board.Windows)
	l.Follow(seen, w, 20)
	parked, _ := l.Find(board.Note(6))
	for _, c := range []struct {
		what string
		y    int
		want board.Ref
	}{
		{"a note in a cluster", 2, board.Cluster(1)},
		{"the lower edge", 4, board.Cluster(1)},
		{"the gap", 5, board.Gap(workshop.PromptVision)},
		{"a lone note", 6, board.Note(1)},
		{"a parked note", parked.Y + 1, board.Ref{}},
		{"below everything", 18, board.Gap(workshop.PromptVision)},
	} {
		if got, ok := l.Target(seen, 5, c.y); got != c.want || ok != c.want.Somewhere() {
			t.Errorf("%s: %+v, want %+v", c.what, got, c.want)
		}
	}
}

// Wherever a place is drawn it is hit, in every lane and however far the lanes have been scrolled.
func TestWhatIsDrawnIsHit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		th, w := theme.New(true, false), walls().Draw(t, "wall")
		w.Carried = board.Ref{}
		l := board.Lay(th, w, rapid.IntRange(20, 200).Draw(t, "width"))
		seen, height := make(board.Windows), rapid.IntRange(4, 40).Draw(t, "height")
		l.Follow(seen, w, height)
		for i, lane := range l.Lanes {
			if !lane.Shown {
				continue
			}
			if got := l.LaneAt(lane.X + lane.Width - 1); got != i {
				t.Errorf("lane %d is hit as %d", i, got)
			}
			for _, b := range lane.Boxes {
				y := b.Y - seen[lane.LaneID].Top + 1
				if !b.Ref.Somewhere() || y < 1 || y >= height-1 {
					continue
				}
				if got, ok := l.Hit(seen, lane.X, y); !ok || got != b.Ref {
					t.Errorf("%+v is hit as %+v", b.Ref, got)
				}
			}
		}
	})
}

func TestTheLineThatSaysWhatIsHiddenIsNoPlace(t *testing.T) {
	th, w := theme.New(true, false), wallOf(60)
	l := board.Lay(th, w, 78)
	seen := make(board.Windows)
	l.Follow(seen, w, 17)
	if got, ok := l.Hit(seen, 5, 16); ok {
		t.Errorf("%+v", got)
	}
}

func TestAGhostMovesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		th, w := theme.New(true, false), wallOf(60)
		w.Focus = board.Note(1)
		l := board.Lay(th, w, 120)
		seen := make(board.Windows)
		l.Follow(seen, w, 24)
		before := l.Draw(th, seen, 24)
		x, y := rapid.IntRange(0, 119).Draw(t, "x"), rapid.IntRange(0, len(before)-1).Draw(t, "y")
		after := l.Ghost(th, before, board.Note(19), x, y)
		for i := range after {
			switch {
			case i != y && after[i] != before[i]:
				t.Errorf("row %d has changed", i)
			case i == y && (theme.Width(after[i]) < theme.Width(before[i]) || theme.Width(after[i]) > 120):
				t.Errorf("%d cells became %d: %q", theme.Width(before[i]), theme.Width(after[i]), after[i])
			case i == y && !strings.Contains(tuitest.Plain(after)[i], "✥ A budget for books, a room"):
				t.Errorf("no ghost: %q", tuitest.Plain(after)[i])
			}
		}
	})
}

// The wheel moves what is seen of a lane, not the selection; the lane stays there, whatever others do, until something
// else is selected.
func TestAWheelScrollsALaneByItself(t *testing.T) {
	th, w := theme.New(true, false), wallOf(120)
	w.Focus = board.Note(1)
	l := board.Lay(th, w, 78)
	seen := make(board.Windows)
	l.Follow(seen, w, 17)
	id, other := l.Lanes[0].LaneID, l.Lanes[1].LaneID
	l.Scroll(seen, 0, 9)
	l.Follow(seen, w, 17)
	if seen[id].Top != 9 || seen[other].Top != 0 {
		t.Fatalf("the lanes begin at %d and %d", seen[id].Top, seen[other].Top)
	}
	first, _ := l.Hit(seen, 5, 3)
	pile := workshop.Pile{ID: 9000, Prompt: id.Prompt, Title: "above", Notes: []workshop.Card{{ID: 9000, Prompt: id.Prompt, Text: "x", Cluster: 9000}}}
	w.Columns[0].Clusters = append([]workshop.Pile{pile}, w.Columns[0].Clusters...)
	l = board.Lay(th, w, 78)
	l.Follow(seen, w, 17)
	if now, _ := l.Hit(seen, 5, 3); now != first {
		t.Errorf("where %+v stood stands %+v", first, now)
	}
	l.Scroll(seen, 0, 1<<20)
	if got, want := seen[id].Top, l.Lanes[0].Height-15; got != want {
		t.Errorf("the end begins at row %d, want %d", got, want)
	}
	w.Focus = board.Note(3)
	l.Follow(seen, w, 17)
	if b, _ := l.Find(w.Focus); b.Y < seen[id].Top || b.Y >= seen[id].Top+15 {
		t.Error("what is selected next is not seen")
	}
}
