package tui

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"

	"convene/workshop/text"
	. "convene/workshop/workshoptest"
)

// Whatever somebody gives as the topic, a name, a note, a title, a sentence, a concern, a reason or a first action, everybody else
// sees plain text in its place: a terminal shows each line of a screen in exactly the cells that it was drawn for, and nothing on
// it moves, changes colour outside of it, or asks.
func FuzzOthersSeePlainText(f *testing.F) {
	for _, s := range HostileTexts() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, given string) {
		_, err := Hostile(given, func(s *Stage) {
			for name, a := range map[string]*App{
				"Ben": appOf(t, s, "ben", 80, 24), "Ben's phone": appOf(t, s, "ben", 40, 15),
				"Fay": appOf(t, s, Fay, 100, 30), "the wall": wallOf(t, s, 120, 35),
			} {
				showsAsDrawn(t, fmt.Sprintf("%s at %s", name, s.State.At), a)
			}
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}

// showsAsDrawn checks that a terminal shows a screen as it was drawn.
func showsAsDrawn(t *testing.T, where string, a *App) {
	t.Helper()
	screen := vt.NewEmulator(a.width, a.height)
	said := 0
	screen.SetCallbacks(vt.Callbacks{
		Bell: func() { said++ }, Title: func(string) { said++ }, AltScreen: func(bool) { said++ },
		EnableMode: func(ansi.Mode) { said++ }, DisableMode: func(ansi.Mode) { said++ }, CursorVisibility: func(bool) { said++ },
	})
	lines := a.Lines()
	for y, l := range lines {
		if strings.ContainsFunc(ansi.Strip(l), func(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) }) {
			t.Errorf("%s: line %d has a control character: %q", where, y, l)
			return
		}
		if _, err := fmt.Fprintf(screen, "\x1b[%d;1H%s\x1b[m", y+1, l); err != nil {
			t.Fatal(err)
		}
	}
	for y, l := range lines {
		drawn := ansi.Strip(l)
		x := 0
		for cells := drawn; cells != ""; {
			cluster := text.Clip(cells, 1)
			if cluster == "" {
				break
			}
			width := text.Cells(cluster)
			if cell := screen.CellAt(x, y); width > 0 && cluster != " " && (cell == nil || cell.Content != cluster) {
				t.Errorf("%s: in cell %d of line %d stands %v, want %q of %q", where, x, y, cell, cluster, drawn)
				return
			}
			cells, x = cells[len(cluster):], x+width
		}
	}
	if said > 0 {
		t.Errorf("%s: the terminal was told %d things that are no text", where, said)
	}
}
