package sshd

import (
	"strconv"

	"github.com/charmbracelet/colorprofile"
)

// What the painter does to a terminal when it takes it over, and how it gives it back. Lines don't wrap: a terminal that
// finds a character wider than we do would spill the rest of its line over the next one. Somebody whose connection broke
// while the mouse was on comes back with a terminal that still reports it.
const (
	enter = mouseOff + "\x1b[?1049h\x1b[?25l\x1b[?2004h\x1b[?7l"
	leave = "\x1b[m\x1b[?7h\x1b[?2004l\x1b[?25h\x1b[?1049l"

	wipe  = "\x1b[m\x1b[2J"
	reset = "\x1b[m"
	erase = "\x1b[K"
	bell  = '\a'
)

// frame is one picture on its way from the program to the painter.
type frame struct {
	lines  []string
	size   size
	forget bool // what stands on the terminal is not known any more
	bell   bool
	mouse  bool // the terminal is to report its mouse
}

// canvas is what stands on one terminal, as far as we know.
type canvas struct {
	pen      *pen
	stencils *stencils // of all terminals
	size     size
	lines    []string // as they came, not as they were written
	mouse    bool     // is reported
	style    string   // in which the terminal writes, while a picture is painted
	text     []byte   // scratch
}

func newCanvas(p colorprofile.Profile, s *stencils) *canvas {
	return &canvas{pen: newPen(p), stencils: s}
}

// paint appends to out what turns what stands there into the frame; nothing when they are the same.
func (c *canvas) paint(out []byte, f frame) []byte {
	if f.mouse != c.mouse {
		out = append(out, mouseMode(f.mouse)...)
		c.mouse = f.mouse
	}
	lines := f.lines[:min(len(f.lines), f.size.height)]
	if f.forget || f.size != c.size {
		out = append(out, wipe...)
		c.size, c.lines = f.size, nil
	}
	for y := range max(len(lines), len(c.lines)) {
		if old, now := lineAt(c.lines, y), lineAt(lines, y); now != old {
			out = c.patch(out, y, old, now)
		}
	}
	out = c.styled(out, "")
	c.lines = append(c.lines[:0], lines...)
	if f.bell {
		out = append(out, bell)
	}
	return out
}

// lineAt is a line of a picture, which is empty below its last.
func lineAt(lines []string, y int) string {
	if y < len(lines) {
		return lines[y]
	}
	return ""
}

// appendMove appends what brings the cursor to a cell, counted from zero.
func appendMove(out []byte, y, x int) []byte {
	out = strconv.AppendInt(append(out, "\x1b["...), int64(y+1), 10)
	if x > 0 {
		out = strconv.AppendInt(append(out, ';'), int64(x+1), 10)
	}
	return append(out, 'H')
}

// goodbye is what gives the terminal back and leaves lines on its normal screen. The mouse goes first: whatever becomes
// of the rest, it is no use in a shell.
func (c *canvas) goodbye(lines []string) []byte {
	var out []byte
	if c.mouse {
		out = append(out, mouseOff...)
		c.mouse = false
	}
	out = append(out, leave...)
	for _, l := range lines {
		out, _ = c.pen.line(out, l, MaxWidth)
		out = append(out, reset+"\r\n"...)
	}
	return out
}
