package board_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"convene/tui/board"
	"convene/tui/theme"
	"convene/tui/tuitest"
	"convene/workshop"
)

// drawn is the wall as it is drawn at first.
func drawn(w board.Wall, width, height int) []string {
	th := theme.New(true, false)
	l := board.Lay(th, w, width)
	seen := make(board.Windows)
	l.Follow(seen, w, height)
	return l.Draw(th, seen, height)
}

func stripped(lines []string) []string {
	out := slices.Clone(lines)
	for i := range out {
		out[i] = ansi.Strip(out[i])
	}
	return out
}

func TestTheWallLooksAsItDid(t *testing.T) {
	for _, size := range [][2]int{{78, 17}, {118, 28}, {158, 38}, {38, 17}} {
		for _, n := range []int{0, 5, 60, 300} {
			w := wallOf(n)
			if n > 5 {
				w.Focus, w.Marked = board.Note(5), []board.Ref{board.Note(3), board.Cluster(2)}
			}
			tuitest.Golden(t, fmt.Sprintf("wall-%d@%dx%d", n, size[0], size[1]), stripped(drawn(w, size[0], size[1])))
		}
	}
}

// The foot of a lane always says how much is hidden: notes or, where it is only a part of one, lines.
func TestTheFootCountsWhatIsHidden(t *testing.T) {
	w := wallOf(0)
	long := strings.Repeat("Nobody is afraid of the old code. ", 3)
	w.Columns[0].Clusters = []workshop.Pile{{ID: 1, Title: "One", Notes: []workshop.Card{{ID: 1, Text: long, Cluster: 1}, {ID: 2, Text: long, Cluster: 1}}}}
	for height, want := range map[int]string{4: "… 1 below", 7: "… 3 more lines", 8: "… 2 more lines", 9: ""} {
		got := strings.Join(stripped(drawn(w, 50, height)), "\n")
		if !strings.Contains(got, want) || want == "" && strings.Contains(got, "…") {
			t.Errorf("%d rows, want %q:\n%s", height, want, got)
		}
	}
}

func TestTheWallHasItsStyles(t *testing.T) {
	w := wallOf(12)
	w.Carried, w.Focus = board.Note(7), board.Cluster(1)
	tuitest.Golden(t, "styles", drawn(w, 78, 17))
}

func TestCarryingLooksAsItDid(t *testing.T) {
	w := wallOf(24)
	for _, c := range []struct {
		name            string
		carried, target board.Ref
	}{
		{"into-a-cluster", board.Note(15), board.Cluster(1)},
		{"onto-a-note", board.Note(1), board.Note(15)},
		{"into-the-gap", board.Note(1), board.Gap(workshop.PromptVision)},
		{"a-cluster", board.Cluster(1), board.Cluster(9)},
	} {
		w.Carried, w.Focus = c.carried, c.target
		tuitest.Golden(t, "carry-"+c.name, stripped(drawn(w, 78, 24)))
	}
}

func TestEveryLineFits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := walls().Draw(t, "wall")
		th := theme.New(true, rapid.Bool().Draw(t, "ascii"))
		width, height := rapid.IntRange(20, 160).Draw(t, "width"), rapid.IntRange(3, 45).Draw(t, "height")
		l := board.Lay(th, w, width)
		seen := make(board.Windows)
		l.Follow(seen, w, height)
		lines := l.Draw(th, seen, height)
		lit := board.Spotlight(th, w, w.Focus, width, max(8, height))
		if len(lines) > height || len(lit) > max(8, height) {
			t.Errorf("%d and %d lines of %d", len(lines), len(lit), height)
		}
		for _, line := range append(lines, lit...) {
			if got := theme.Width(line); got > width {
				t.Errorf("%d cells of %d: %q", got, width, ansi.Strip(line))
			}
		}
	})
}

func TestWhatIsSelectedIsSeen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := walls().Draw(t, "wall")
		w.Carried = board.Ref{}
		th := theme.New(true, false)
		seen := make(board.Windows)
		height := rapid.IntRange(8, 45).Draw(t, "height")
		for range 3 {
			l := board.Lay(th, w, 100)
			if !w.Focus.Somewhere() {
				return
			}
			l.Follow(seen, w, height)
			if all := ansi.Strip(strings.Join(l.Draw(th, seen, height), "\n")); !strings.Contains(all, th.Point) {
				t.Fatalf("nothing points at %+v:\n%s", w.Focus, all)
			}
			w.Focus = l.Move(w.Focus, rapid.IntRange(-9, 9).Draw(t, "step"))
		}
	})
}

// Others form clusters and write notes above: what one looks at stays in its row of the screen.
func TestTheSelectionStaysInItsRowWhenOthersInsertAbove(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		th := theme.New(true, false)
		w := wallOf(rapid.IntRange(120, 200).Draw(t, "notes"))
		w.Focus = board.Note(workshop.NoteID(rapid.IntRange(1, 120).Draw(t, "focus")))
		l := board.Lay(th, w, 78)
		lane := l.LaneOf(w.Focus)
		id := l.Lanes[lane].LaneID
		seen := make(board.Windows)
		l.Follow(seen, w, 17)
		box, _ := l.Find(w.Focus)
		row := box.Y - seen[id].Top

		texts := rapid.SliceOfN(words(), 1, 5).Draw(t, "texts")
		pile := workshop.Pile{ID: 9000, Prompt: id.Prompt, Title: "new above"}
		for i, s := range texts {
			pile.Notes = append(pile.Notes, workshop.Card{ID: workshop.NoteID(9000 + i), Prompt: id.Prompt, Text: s, Cluster: 9000})
		}
		w.Columns[lane].Clusters = append([]workshop.Pile{pile}, w.Columns[lane].Clusters...)
		l = board.Lay(th, w, 78)
		l.Follow(seen, w, 17)
		after, ok := l.Find(w.Focus)
		if got := after.Y - seen[id].Top; !ok || got != row {
			t.Errorf("was in row %d, is in row %d", row, got)
		}
		if after.Y == box.Y {
			t.Error("nothing was inserted above")
		}
	})
}

func TestAtLeastTenNotesAreSeenOnASmallScreen(t *testing.T) {
	w := wallOf(60)
	all := strings.Join(stripped(drawn(w, 78, 17)), "\n")
	if n := strings.Count(all, " · ") + strings.Count(all, " ─ ") + strings.Count(all, " ╭ "); n < 10 {
		t.Errorf("%d notes are seen:\n%s", n, all)
	}
}

func BenchmarkDraw(b *testing.B) {
	w := wallOf(500)
	w.Focus = board.Note(101)
	th := theme.New(true, false)
	seen := make(board.Windows)
	for b.Loop() {
		l := board.Lay(th, w, 158)
		l.Follow(seen, w, 38)
		l.Draw(th, seen, 38)
	}
}
