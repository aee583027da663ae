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
	if d := (from.Y - seen[l.Lanes[0].Prompt].Top) - beside.Y; !ok || d < -2 || d > 2 {
		t.Errorf("from screen row %d to row %d", from.Y-seen[l.Lanes[0].Prompt].Top, beside.Y)
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
