package board_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"convene/tui/board"
	"convene/tui/theme"
	"convene/tui/tuitest"
	"convene/workshop"
)

// pointedAt is the wall as it is drawn with the others on it.
func pointedAt(th *theme.Theme, w board.Wall, width, height int, others ...board.Pointer) []string {
	l := board.Lay(th, w, width)
	seen := make(board.Windows)
	l.Follow(seen, w, height)
	l.Point(th, others)
	return l.Draw(th, seen, height)
}

// ofTwo is a wall with a short and a long note, and a cluster of two.
func ofTwo() board.Wall {
	const prompt = workshop.PromptVision
	return board.Wall{Active: prompt, Labels: []string{"VISION"}, Columns: []workshop.Column{{
		Prompt: prompt,
		Clusters: []workshop.Pile{{ID: 1, Prompt: prompt, Title: "Together", Notes: []workshop.Card{
			{ID: 3, Prompt: prompt, Text: "three", Cluster: 1}, {ID: 4, Prompt: prompt, Text: "four", Cluster: 1},
		}}},
		Lone: []workshop.Card{
			{ID: 1, Prompt: prompt, Text: "one", Dots: 2},
			{ID: 2, Prompt: prompt, Text: "a note of two lines that ends early"},
			{ID: 5, Prompt: prompt, Text: "exactly as wide as it is"},
		},
	}}}
}

func TestWhereTheOthersAre(t *testing.T) {
	wall := ofTwo()
	for i, text := range []string{"leaves some room", "leaves hardly any", "leaves little"} {
		wall.Columns[0].Lone = append(wall.Columns[0].Lone, workshop.Card{
			ID: workshop.NoteID(6 + i), Prompt: workshop.PromptVision, Text: text,
		})
	}
	for _, c := range []struct {
		name   string
		others []board.Pointer
		want   string // a row of the wall
	}{
		{"on a note", []board.Pointer{{Name: "Ana", On: board.Note(3)}}, " │ · three          ◂ Ana │"},
		{"carrying it", []board.Pointer{{Name: "Ana", On: board.Note(3), Holds: true}}, " ✥ · three          ✥ Ana │"},
		{"a long name", []board.Pointer{{Name: "Wilhelmina", On: board.Note(3)}}, " │ · three     ◂ Wilhelm… │"},
		{"several", []board.Pointer{{Name: "Ana", On: board.Note(3)}, {Name: "Ben", On: board.Note(3)}, {Name: "Cleo", On: board.Note(3)}}, " │ · three       ◂ Ana +2 │"},
		{"who carries it is named first", []board.Pointer{{Name: "Ana", On: board.Note(3)}, {Name: "Ben", On: board.Note(3), Holds: true}}, " ✥ · three       ✥ Ben +1 │"},
		{"before the dots", []board.Pointer{{Name: "Ana", On: board.Note(1)}}, " ─ one            ◂ Ana  ●●"},
		{"on a cluster", []board.Pointer{{Name: "Ana", On: board.Cluster(1)}}, " ╭─ Together ─ ◂ Ana ─ 2 ─╮"},
		{"carrying a cluster", []board.Pointer{{Name: "Ana", On: board.Cluster(1), Holds: true}}, " ✥ · four                 │"},
		{"where the text leaves room", []board.Pointer{{Name: "Ana", On: board.Note(2)}}, " ╰ ends early         ◂ Ana"},
		{"shortened where the text leaves little room", []board.Pointer{{Name: "Wilhelmina", On: board.Note(6)}}, " ─ leaves some room ◂ Wilh…"},
		{"in fewer letters where it leaves hardly any", []board.Pointer{{Name: "Wilhelmina", On: board.Note(7)}}, " ─ leaves hardly any ◂ Wil…"},
		{"several, where it leaves little room", []board.Pointer{
			{Name: "Wilhelmina", On: board.Note(8)}, {Name: "Ben", On: board.Note(8)},
		}, " ─ leaves little ◂ Wilh… +1"},
		{"over the end of a text that leaves none", []board.Pointer{{Name: "Ana", On: board.Note(5)}}, " ─ exactly as wide as… ◂ An"},
	} {
		t.Run(c.name, func(t *testing.T) {
			all := tuitest.Plain(pointedAt(theme.New(true, false), wall, 27, 20, c.others...))
			for _, l := range all {
				if strings.TrimRight(l, " ") == c.want {
					return
				}
			}
			t.Errorf("no row is %q:\n%s", c.want, strings.Join(all, "\n"))
		})
	}
	plain := strings.Join(tuitest.Plain(pointedAt(theme.New(true, true), ofTwo(), 27, 20,
		board.Pointer{Name: "Ana", On: board.Note(3)}, board.Pointer{Name: "Ben", On: board.Note(1), Holds: true})), "\n")
	if !strings.Contains(plain, "< Ana") || !strings.Contains(plain, "& Ben") {
		t.Errorf("in ASCII:\n%s", plain)
	}
}

// A name gives way to what a note says: as long as a row leaves a few cells, nothing of the note is covered.
func TestANameCoversNoNoteThatLeavesItRoom(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[a-z]{1,20}`).Draw(t, "text")
		width := rapid.IntRange(len(text)+3+4, 60).Draw(t, "width") // the bracket; a space, the pointer, a space and a letter
		w := board.Wall{Active: workshop.PromptVision, Labels: []string{"VISION"}, Columns: []workshop.Column{{
			Prompt: workshop.PromptVision, Lone: []workshop.Card{{ID: 1, Prompt: workshop.PromptVision, Text: text}},
		}}}
		name := rapid.StringMatching(`[A-Z][a-z]{1,15}`).Draw(t, "name")
		got := tuitest.Plain(pointedAt(theme.New(true, false), w, width, 5, board.Pointer{Name: name, On: board.Note(1)}))[1]
		if !strings.HasPrefix(got, " ─ "+text+" ") || !strings.Contains(got, "◂ "+name[:1]) {
			t.Errorf("of %q and %q: %q", text, name, got)
		}
	})
}

// Somebody on what is not on this wall, or nowhere, is not drawn.
func TestTheOthersElsewhere(t *testing.T) {
	th := theme.New(true, false)
	want := pointedAt(th, ofTwo(), 40, 20)
	got := pointedAt(th, ofTwo(), 40, 20, board.Pointer{Name: "Ana", On: board.Note(99), Holds: true}, board.Pointer{Name: "Ben"})
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s", diff)
	}
}

// Nothing moves and nothing is wrapped anew because others come and go: what is not under a name stays where it was.
func TestTheOthersMoveNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		th, w := theme.New(true, false), walls().Draw(t, "wall")
		width := rapid.IntRange(30, 160).Draw(t, "width")
		others := rapid.SliceOf(rapid.Custom(func(t *rapid.T) board.Pointer {
			return board.Pointer{
				Name: words().Draw(t, "name"), Holds: rapid.Bool().Draw(t, "holds"),
				On: board.Note(workshop.NoteID(rapid.IntRange(0, 40).Draw(t, "note"))),
			}
		})).Draw(t, "others")
		before, after := pointedAt(th, w, width, 40), pointedAt(th, w, width, 40, others...)
		if len(before) != len(after) {
			t.Fatalf("%d lines became %d", len(before), len(after))
		}
		for i := range after {
			if got := theme.Width(after[i]); got > width {
				t.Errorf("%d cells of %d", got, width)
			}
			if strings.Contains(ansi.Strip(after[i]), th.Theirs) || strings.Contains(ansi.Strip(after[i]), th.Hand) {
				continue
			}
			if diff := cmp.Diff(ansi.Strip(before[i]), ansi.Strip(after[i])); diff != "" {
				t.Errorf("line %d: %s", i, diff)
			}
		}
	})
}

func BenchmarkDrawWithOthers(b *testing.B) {
	w := wallOf(500)
	w.Focus = board.Note(101)
	th := theme.New(true, false)
	seen := make(board.Windows)
	var others []board.Pointer
	for i := range 50 {
		others = append(others, board.Pointer{Name: "Wilhelmina", On: board.Note(workshop.NoteID(90 + i)), Holds: i%9 == 0})
	}
	for b.Loop() {
		l := board.Lay(th, w, 158)
		l.Follow(seen, w, 38)
		l.Point(th, others)
		l.Draw(th, seen, 38)
	}
}
