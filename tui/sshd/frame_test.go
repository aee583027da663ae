package sshd

import (
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
)

func window(width, height int, lines ...string) frame {
	return frame{lines: lines, size: size{width, height}}
}

func TestOnlyWhatDiffersIsPainted(t *testing.T) {
	c := newCanvas(colorprofile.TrueColor, new(stencils))
	for _, step := range []struct {
		name string
		f    frame
		want string
	}{
		{"the first frame", window(20, 4, "one", "", "three"), wipe + "\x1b[1Hone\x1b[m\x1b[K\x1b[3Hthree\x1b[m\x1b[K"},
		{"the same again", window(20, 4, "one", "", "three"), ""},
		{"a line", window(20, 4, "one", "two", "three"), "\x1b[2Htwo\x1b[m\x1b[K"},
		{"fewer lines", window(20, 4, "one"), "\x1b[2H\x1b[m\x1b[K\x1b[3H\x1b[m\x1b[K"},
		{
			"more lines than the window has", window(20, 4, "one", "2", "3", "4", "5"),
			"\x1b[2H2\x1b[m\x1b[K\x1b[3H3\x1b[m\x1b[K\x1b[4H4\x1b[m\x1b[K",
		},
		{"another size", window(20, 2, "one"), wipe + "\x1b[1Hone\x1b[m\x1b[K"},
		{"a style", window(20, 2, "\x1b[1mone"), "\x1b[1H\x1b[1mone\x1b[m"},
	} {
		if got := string(c.paint(nil, step.f)); got != step.want {
			t.Errorf("%s: %q, want %q", step.name, got, step.want)
		}
	}

	f := window(20, 2, "\x1b[1mone")
	f.bell = true
	if got := string(c.paint(nil, f)); got != "\a" {
		t.Errorf("a bell without a change: %q", got)
	}
	f.bell, f.forget = false, true
	if got := string(c.paint(nil, f)); !strings.HasPrefix(got, wipe) || !strings.Contains(got, "one") {
		t.Errorf("after forgetting: %q", got)
	}
}

// The mouse is switched when a picture asks for it, and only when that changes something.
func TestTheMouseIsSwitchedOnce(t *testing.T) {
	c := newCanvas(colorprofile.TrueColor, new(stencils))
	f := window(20, 2, "one")
	f.mouse = true
	if got := string(c.paint(nil, f)); !strings.HasPrefix(got, mouseOn) || strings.Count(got, mouseOn) != 1 {
		t.Errorf("on: %q", got)
	}
	f.forget = true
	if got := string(c.paint(nil, f)); strings.Contains(got, mouseOn) {
		t.Errorf("on once more: %q", got)
	}
	f.forget, f.mouse = false, false
	if got := string(c.paint(nil, f)); got != mouseOff {
		t.Errorf("off: %q", got)
	}
	if got := string(c.goodbye(nil)); got != leave {
		t.Errorf("goodbye without a mouse: %q", got)
	}
	f.mouse = true
	c.paint(nil, f)
	if got := string(c.goodbye(nil)); got != mouseOff+leave {
		t.Errorf("goodbye with a mouse: %q", got)
	}
}

// The caller may use its slice again: what stands on the terminal must not change with it.
func TestTheCanvasKeepsNoSliceOfOthers(t *testing.T) {
	c := newCanvas(colorprofile.TrueColor, new(stencils))
	lines := []string{"one", "two"}
	c.paint(nil, window(20, 2, lines...))
	lines[1] = "deux"
	if got := string(c.paint(nil, window(20, 2, lines...))); !strings.Contains(got, "deux") {
		t.Errorf("the change was not seen: %q", got)
	}
}

func TestLinesThatFillTheWindowAreWhole(t *testing.T) {
	term := newWatchedTerminal(t, 6, 3)
	c := newCanvas(colorprofile.TrueColor, new(stencils))
	term.write(enter)
	for _, lines := range [][]string{
		{"abcdef", "每天每", "123456"},
		{"fedcba", "x每天y", "12345"},
		{"ab", "每天", "1234567"},
	} {
		term.write(string(c.paint(nil, window(6, 3, lines...))))
		for y, want := range lines {
			got := strings.TrimRight(strings.ReplaceAll(term.lines()[y], "\x1b[m", ""), " ")
			if got != want[:min(len(want), len(got))] || got == "" || len(got) < min(6, len(want)) {
				t.Errorf("line %d shows %q, want %q", y, got, want)
			}
		}
	}
}

func TestTheTerminalIsGivenBack(t *testing.T) {
	c := newCanvas(colorprofile.ANSI256, new(stencils))
	got := string(c.goodbye([]string{"see you\x1b]0;x\a", "ssh -t host"}))
	if want := leave + "see you\x1b[m\r\nssh -t host\x1b[m\r\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	for _, mode := range []string{"1049", "25", "2004", "7"} {
		on, off := strings.Contains(enter, "?"+mode+"h"), strings.Contains(enter, "?"+mode+"l")
		if on == off || on != strings.Contains(leave, "?"+mode+"l") || off != strings.Contains(leave, "?"+mode+"h") {
			t.Errorf("mode %s is not undone", mode)
		}
	}
}
