package board_test

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"convene/tui/board"
	"convene/tui/theme"
)

// A wall that is remembered is laid out and drawn as one that is seen for the first time, whatever was laid out before.
func TestWhatIsRememberedIsLaidOutTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var rows board.Rows
		for range 4 {
			th := theme.New(true, rapid.Bool().Draw(t, "ASCII"))
			w, width := walls().Draw(t, "wall"), rapid.IntRange(20, 160).Draw(t, "width")
			want := board.Lay(th, w, width).Draw(th, make(board.Windows), 30)
			w.Rows = &rows
			if got := board.Lay(th, w, width).Draw(th, make(board.Windows), 30); !reflect.DeepEqual(got, want) {
				t.Errorf("from memory:\n%q\nwant\n%q", got, want)
			}
		}
	})
}

// Whoever walks over a wall lays it out at every key: its texts are broken once.
func TestATextIsBrokenOnce(t *testing.T) {
	th := theme.New(true, false)
	w := rapid.Map(walls(), func(w board.Wall) board.Wall { w.Rows = new(board.Rows); return w }).Example(7)
	first := testing.AllocsPerRun(1, func() { board.Lay(th, w, 100) })
	w.Rows = nil
	if again := testing.AllocsPerRun(1, func() { board.Lay(th, w, 100) }); first >= again {
		t.Errorf("%v allocations from memory, %v without", first, again)
	}
}
