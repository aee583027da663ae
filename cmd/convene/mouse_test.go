package main

import (
	"fmt"
	"strings"
	"testing"

	"convene/tui/sshd/sshtest"
	"convene/tui/theme"
)

// pointer is somebody's mouse, at a terminal that reports it as xterm does.
type pointer struct {
	t    *testing.T
	term *sshtest.Terminal
}

// at is where a text begins on the screen, in cells and lines.
func (p pointer) at(text string) (x, y int) {
	p.t.Helper()
	p.term.Until("the text "+text, func(screen string) bool {
		for row, l := range strings.Split(screen, "\n") {
			if i := strings.Index(l, text); i >= 0 {
				x, y = theme.Width(l[:i]), row
				return true
			}
		}
		return false
	})
	return x, y
}

// drag drops a text on another.
func (p pointer) drag(what, onto string) {
	p.t.Helper()
	fromX, fromY := p.at(what)
	toX, toY := p.at(onto)
	report := func(button, x, y int, end string) {
		p.term.Type(fmt.Sprintf("\x1b[<%d;%d;%d%s", button, x+1, y+1, end))
	}
	report(0, fromX, fromY, "M")
	for i := range 10 {
		report(32, fromX+(toX-fromX)*i/10, fromY+(toY-fromY)*i/10, "M")
	}
	report(32, toX, toY, "M")
	p.term.See("drop: a new cluster with")
	report(0, toX, toY, "m")
}

// The mouse over SSH: off until one key asks for it, then a note is dragged on another, and everyone sees the cluster.
func TestDraggingOverSSH(t *testing.T) {
	h := openHall(t)
	fay, code := h.facilitator(sshtest.Window{Width: 100, Height: 30})
	ann := h.join(code, "Ann", sshtest.Window{Width: 120, Height: 35})
	fay.See("Ann")
	fay.Press("n")
	fay.See("what it is for")
	fay.Press("n")
	ann.See("one idea")
	for _, note := range []string{"Pair across teams", "Pair with other teams", "A room with a view"} {
		ann.Type(note)
		ann.Press("enter")
		ann.See(note)
	}
	ann.Press("ctrl+d")
	fay.See("✓ Ann")
	fay.Press("n")
	fay.See("reading")
	fay.Press("n")
	fay.See("clustering")
	ann.See("clustering")

	if received(ann, "\x1b[?1002h") {
		t.Error("the mouse is on before anybody asks for it")
	}
	ann.Press("ctrl+g")
	ann.See("The mouse is on. Hold shift to select text.")
	if !received(ann, "\x1b[?1002h\x1b[?1006h") {
		t.Error("the terminal was not told to report its mouse")
	}
	mouse := pointer{t, ann}
	mouse.drag("Pair with other teams", "Pair across teams")
	for _, term := range []*sshtest.Terminal{ann, fay} {
		term.See("(no title yet)")
		term.See("1 cluster")
	}
	if received(fay, "\x1b[?1002h") {
		t.Error("the mouse is on at another terminal")
	}

	ann.Press("ctrl+c")
	if status := ann.Left(); status != 0 || ann.InFullScreen() {
		t.Errorf("left with status %d, full screen %v", status, ann.InFullScreen())
	}
	said := string(ann.Bytes())
	if off := strings.LastIndex(said, "\x1b[?1002l"); off < strings.LastIndex(said, "\x1b[?1002h") || off > strings.LastIndex(said, "\x1b[?1049l") {
		t.Error("the mouse is not off again before the full screen goes")
	}
}
