package board_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"convene/tui/board"
	"convene/tui/theme"
)

func TestGoingDownReachesEverything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := walls().Draw(t, "wall")
		w.Carried = board.Ref{}
		l := board.Lay(theme.New(true, false), w, 78)
		for i, lane := range l.Lanes {
			var want []board.Ref
			for _, b := range lane.Boxes {
				if b.Ref.Somewhere() {
					want = append(want, b.Ref)
				}
			}
			var got []board.Ref
			for at := l.At(i, 0); at.Somewhere(); at = l.Move(at, 1) {
				if got = append(got, at); l.Move(at, 1) == at {
					break
				}
			}
			if !slices.Equal(got, want) {
				t.Errorf("lane %d: reached %v, want %v", i, got, want)
			}
		}
	})
}

func TestPagesGoOnAndComeBack(t *testing.T) {
	l := board.Lay(theme.New(true, false), wallOf(300), 78)
	first := l.At(0, 0)
	for at, pages := first, 0; ; pages++ {
		next := l.Page(at, 17)
		if next == at {
			if at != l.At(0, 1<<20) || pages < 5 {
				t.Errorf("stopped at %+v after %d pages", at, pages)
			}
			break
		}
		a, _ := l.Find(at)
		b, _ := l.Find(next)
		if b.Y-a.Y > 17 {
			t.Errorf("a page of %d rows", b.Y-a.Y)
		}
		at = next
	}
	if back := l.Page(l.At(0, 3), -17); back != first {
		t.Errorf("a page up leads to %+v", back)
	}
}

// What stands beside is what is seen beside, wherever both columns have been scrolled to.
func TestBesideIsInTheSameRowOfTheScreen(t *testing.T) {
	w := wallOf(60)
	w.Focus = board.Note(51)
	l := board.Lay(theme.New(true, false), w, 78)
	seen := make(board.Windows)
	l.Follow(seen, w, 17)
	beside, ok := l.Find(l.Beside(w.Focus, 1, seen))
	from, _ := l.Find(w.Focus)
	if d := (from.Y - seen[l.Lanes[0].LaneID].Top) - beside.Y; !ok || d < -2 || d > 2 {
		t.Errorf("from screen row %d to row %d", from.Y-seen[l.Lanes[0].LaneID].Top, beside.Y)
	}
	if off := l.Beside(w.Focus, 2, seen); off.Somewhere() {
		t.Errorf("beyond the last column: %+v", off)
	}
}

func TestCarriedNotesStopAtClustersAsAWhole(t *testing.T) {
	w := wallOf(24)
	w.Carried = board.Note(15)
	l := board.Lay(theme.New(true, false), w, 78)
	for _, lane := range l.Lanes {
		for _, b := range lane.Boxes {
			want := b.Kind == board.Title || b.Kind == board.Lone
			if b.Stop != want {
				t.Errorf("%+v is a place to drop: %v, want %v", b.Ref, b.Stop, want)
			}
		}
	}
}

// Left and right lead over all lanes, and past one in which nothing can be selected; tab leads to the other prompt.
func TestLanesAreWalkedAcrossAndPromptsByTurns(t *testing.T) {
	th, w := theme.New(true, false), wallOf(60)
	l := board.Lay(th, w, 158)
	if len(l.Lanes) != 4 {
		t.Fatalf("%d lanes", len(l.Lanes))
	}
	first, second := w.Columns[0].Prompt, w.Columns[1].Prompt
	card, lone := w.Columns[0].Clusters[0].Notes[0].ID, w.Columns[0].Lone[0].ID
	for _, c := range []struct {
		what      string
		got, want int
	}{
		{"right of the clusters", l.Toward(board.Note(card), first, 1), 1},
		{"right of what stands alone", l.Toward(board.Note(lone), first, 1), 2},
		{"left of what stands alone", l.Toward(board.Note(lone), first, -1), 0},
		{"at the left end", l.Toward(board.Note(card), first, -1), 0},
		{"from nowhere", l.Toward(board.Ref{}, second, -1), 1},
		{"the other prompt", l.Turn(board.Note(lone), first), 2},
		{"and back", l.Turn(board.Ref{}, second), 0},
	} {
		if c.got != c.want {
			t.Errorf("%s: lane %d, want %d", c.what, c.got, c.want)
		}
	}
	w.Columns[0].Lone, w.Columns[0].Parked = nil, nil
	l = board.Lay(th, w, 158)
	if got := l.Toward(board.Note(card), first, 1); got != 2 {
		t.Errorf("past an empty lane: %d", got)
	}
	w.Columns = w.Columns[:1]
	w.Columns[0].Lone = wallOf(60).Columns[0].Lone
	if l = board.Lay(th, w, 158); len(l.Lanes) != 3 || l.Turn(board.Note(card), first) != 1 || l.Turn(board.Note(lone), first) != 0 {
		t.Errorf("with one prompt, from lane to lane: %d lanes, %d, %d", len(l.Lanes), l.Turn(board.Note(card), first), l.Turn(board.Note(lone), first))
	}
}
