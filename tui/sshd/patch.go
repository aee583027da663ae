package sshd

import (
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// patch appends what turns a line of the terminal into another. It is worked out once for all terminals.
func (c *canvas) patch(out []byte, y int, old, now string) []byte {
	of := stencil{c.pen.profile, y, c.size.width, c.style, old, now}
	if p, known := c.stencils.find(of); known {
		c.style = p.style
		return append(out, p.bytes...)
	}
	before := len(out)
	out = c.work(out, y, old, now)
	c.stencils.keep(of, patched{string(out[before:]), c.style})
	return out
}

// work works a patch out. Only what differs is written, as long as it is certain in which cell of the terminal that is: terminals
// disagree about emoji and much else, so that from the first such character to the end a line is written anew, in its order and in its columns.
func (c *canvas) work(out []byte, y int, old, now string) []byte {
	width := c.size.width
	from := lastShared(old, now, width)
	to, same := firstShared(old, now, from, width)
	out = appendMove(out, y, from.cells)
	in := columns{y: y, x: from.cells, width: width, band: coloured(from.style)}
	text, cells := c.pen.lineIn(&in, c.text[:0], now[from.at:to.at], width-from.cells)
	text = in.after(text, cells)
	full := from.cells+cells == width
	c.text = text
	if same {
		out = append(c.styled(out, from.style), text...)
		c.style = to.style
		return out
	}
	if full && !in.strayed { // or it erases where it strays
		out = append(c.styled(out, ""), erase...)
	}
	out = append(append(c.styled(out, from.style), text...), c.ended()...)
	if full { // behind the last cell the cursor stays on that cell, and would erase it
		return out
	}
	return append(out, erase...)
}

// styled appends what lets the terminal write in a style from now on: nothing where it does already. Many lines often change in the
// same style, such as those of a large digit.
func (c *canvas) styled(out []byte, style string) []byte {
	if c.style == style {
		return out
	}
	if c.style != "" {
		out = append(out, reset...)
	}
	c.style = style
	out, _ = c.pen.line(out, style, 0)
	return out
}

// ended takes the terminal back to no style, whatever the last text has left.
func (c *canvas) ended() string {
	c.style = ""
	return reset
}

// place is somewhere between two characters of a line.
type place struct {
	at    int    // in bytes
	cells int    // before it
	style string // in which what follows is written: the SGR sequences since the last reset
}

// step goes over the next style or character of a line. It says false, and stays, at the end and before what is not certain.
func (p *place) step(line string) bool {
	rest := line[p.at:]
	if n := sgrLength(rest); n > 0 {
		switch sgr := rest[:n]; {
		case sgr == reset || sgr == "\x1b[0m":
			p.style = ""
		case p.style == "":
			p.style = sgr
		default:
			p.style += sgr
		}
		p.at += n
		return true
	}
	r, n := utf8.DecodeRuneInString(rest)
	cells := certain(r)
	p.at, p.cells = p.at+n*min(1, cells), p.cells+cells
	return cells > 0
}

// parts says whether what stands before a place can't be one character with what follows there.
func parts(line string, at int) bool {
	if at == len(line) || line[at] == ansi.ESC {
		return true
	}
	r, _ := utf8.DecodeRuneInString(line[at:])
	return certain(r) > 0
}

// lastShared is the last place up to which two lines are the same.
func lastShared(old, now string, width int) place {
	n := 0
	for n < min(len(old), len(now)) && old[n] == now[n] {
		n++
	}
	var last place
	for p := last; p.step(now) && p.at <= n && p.cells < width; {
		if parts(old, p.at) && parts(now, p.at) {
			last = p
		}
	}
	return last
}

// firstShared is the first place behind another from which on two lines are the same, cell by cell; or the end of the line that is to
// be, and false.
func firstShared(old, now string, from place, width int) (place, bool) {
	n := 0
	for n < min(len(old), len(now))-from.at && old[len(old)-1-n] == now[len(now)-1-n] {
		n++
	}
	to, before, apart := from, from, len(now)-len(old)
	for to.at < len(now)-n && to.step(now) {
	}
	for before.at < to.at-apart && before.step(old) {
	}
	if to.at < len(now)-n || before.at != to.at-apart {
		return place{at: len(now)}, false
	}
	for before.style != to.style && before.step(old) && to.step(now) { // what is the same in another style is another
	}
	same := before.cells == to.cells && to.cells <= width && parts(now, to.at)
	if !same {
		to = place{at: len(now)}
	}
	return to, same
}

// certain is how many cells a character takes in every terminal, whatever stands beside it; 0 when that can't be known. Of symbols
// those are left out that some terminals show as emoji.
func certain(r rune) int {
	switch {
	case r >= ' ' && r < ansi.DEL, r >= 0xa1 && r < 0x250 && r != 0xad && r != 0xa9 && r != 0xae, // Latin
		r >= 0x391 && r < 0x400, r >= 0x410 && r < 0x450, // Greek and Cyrillic
		r >= 0x2010 && r <= 0x2027, r >= 0x2190 && r <= 0x2193, r == 0x2713, r == 0x2717, // dashes and quotes, arrows, ticks
		r >= 0x2500 && r < 0x25aa, r > 0x25ab && r < 0x25b6, r > 0x25b6 && r < 0x25c0, r > 0x25c0 && r < 0x25fb: // boxes and dots
		return 1
	case r >= 0x3041 && r <= 0x3096, r >= 0x30a1 && r <= 0x30fa, r >= 0x4e00 && r <= 0x9fff, r >= 0xac00 && r <= 0xd7a3:
		return 2 // kana, Chinese and Korean
	}
	return 0
}
