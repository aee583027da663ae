package sshd

import (
	"strings"
	"unicode/utf8"
)

// gap is from how many spaces on what follows them stands in a column of its own.
const gap = 2

// columns keeps what stands in a column there. Terminals disagree about how wide some characters are, and behind the first of
// them nobody knows where the cursor is. So it is brought to its place again before the next frame, and before what a gap sets
// apart: where a terminal finds text wider than we do, what follows covers the rest of it, and where it finds it narrower,
// nothing is left there of what stood there before.
type columns struct {
	y, x    int // where the text begins
	width   int // of the terminal
	strayed bool
	astray  bool // still: the cursor may be in another cell than we think
	spaces  int  // in a row, up to here
	band    bool // what is written has a background
}

// before appends what a terminal must do before it gets a character that stands so many cells behind the beginning.
func (c *columns) before(out []byte, cluster string, cells int) []byte {
	if c == nil {
		return out
	}
	r, n := utf8.DecodeRuneInString(cluster)
	if c.astray && (c.spaces >= gap && cluster != " " || frames(r)) {
		out = c.back(out, cells)
	}
	if !c.astray && (n < len(cluster) || certain(r) == 0) {
		out = append(out, erase...)
		c.strayed, c.astray = true, true
	}
	c.spaces++
	if cluster != " " {
		c.spaces = 0
	}
	return out
}

// style appends a style that begins so many cells behind the beginning, as the terminal can show it. A background ends in its
// column as well, if what has it ends with a gap; and what a terminal finds narrower leaves room in that of the text before it.
func (c *columns) style(out []byte, sgr, shown string, cells int) []byte {
	if c == nil {
		return append(out, shown...)
	}
	ends := c.band && c.astray && c.x+cells < c.width
	c.band = coloured(sgr) || c.band && sgr != reset && sgr != "\x1b[0m"
	switch {
	case ends && c.spaces >= gap:
		return append(c.back(out, cells), shown...)
	case ends:
		return append(append(out, shown...), erase...)
	}
	return append(out, shown...)
}

// after appends what a terminal must do behind the last character, before it erases the rest of the line.
func (c *columns) after(out []byte, cells int) []byte {
	if c.astray && c.spaces >= gap && c.x+cells < c.width {
		out = c.back(out, cells)
	}
	return out
}

// back brings the cursor to where it should be.
func (c *columns) back(out []byte, cells int) []byte {
	c.astray = false
	return appendMove(out, c.y, c.x+cells)
}

// frames says whether a character may be part of a frame, or of a bar, in one of the sets of glyphs.
func frames(r rune) bool { return r >= 0x2500 && r < 0x25a0 || r == '|' }

// coloured says whether a style sets a background. Where a theme's foreground looks like one, a few bytes are wasted.
func coloured(style string) bool { return strings.Contains(style, "48;") }
