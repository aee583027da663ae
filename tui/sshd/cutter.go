package sshd

import (
	"bytes"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// How much of what a terminal sends is kept until its end has come, in bytes. What is longer is dropped, and its end is
// waited for without keeping it. Nothing is kept of OSC, DCS, APC, PM and SOS strings: they answer questions that were
// never asked.
const (
	maxSequence = 64
	maxPaste    = 16 << 10
)

var (
	pasteStart = []byte("\x1b[200~")
	pasteEnd   = []byte("\x1b[201~")
	x10Report  = []byte("\x1b[M") // of a mouse, by terminals that know no other: three bytes follow
)

// cutter cuts what a terminal sends into pieces that mean something by themselves: runs of text, single keys, pastes.
// It never holds more than one unfinished piece within its bound, whatever is sent. A decoder behind it sees only
// finished pieces, and can neither wait nor grow.
type cutter struct {
	state state
	held  []byte // the unfinished piece
	text  []byte // the run of text so far
	long  bool   // the piece has become too long: only its end is waited for
	match int    // how much of the end of a paste, or of an old report, has come
	keys  func([]byte)
	paste func([]byte)
}

// state is what the last byte has left open.
type state int

const (
	plain   state = iota
	char          // a character of several bytes
	escape        // ESC
	csi           // ESC [
	ss3           // ESC O
	str           // ESC ] and its like
	strEnd        // ESC in a string
	pasting       // ESC [ 200 ~
	x10           // ESC [ M
)

// newCutter returns a cutter that hands on pieces of text and single keys, and what was pasted. They are lent for the
// call.
func newCutter(keys, paste func([]byte)) *cutter { return &cutter{keys: keys, paste: paste} }

// take cuts what has come next.
func (c *cutter) take(b []byte) {
	for _, x := range b {
		c.step(x)
	}
	c.flush()
}

// waiting says whether the last byte may be all that comes: ESC is a key, and begins other keys.
func (c *cutter) waiting() bool { return c.state != plain && c.state != char && c.state != pasting }

// expire takes what has come as all that comes, after a silence.
func (c *cutter) expire() {
	switch {
	case c.state == x10:
		c.begin(plain)
	case c.waiting():
		c.abandon()
	}
}

// flush hands on the run of text.
func (c *cutter) flush() {
	if len(c.text) > 0 {
		c.keys(c.text)
		c.text = c.text[:0]
	}
}

// begin begins a piece with what is known to belong to it.
func (c *cutter) begin(s state, b ...byte) {
	c.flush()
	c.state, c.held, c.long, c.match = s, append(c.held[:0], b...), false, 0
}

// finish hands the piece on as a key.
func (c *cutter) finish() {
	if !c.long {
		c.keys(c.held)
	}
	c.begin(plain)
}

// abandon ends a piece that will not be finished. Its first two bytes may be keys by themselves: ESC, ESC twice, or alt
// and another. Shift and a key of URxvt's end with a $, like nothing else.
func (c *cutter) abandon() {
	switch n := len(c.held); {
	case n == 2 && c.held[1] == ansi.ESC:
		c.keys(c.held[1:])
		c.held = c.held[:1]
	case n > 2 && c.held[n-1] != '$':
		c.long = true
	}
	c.finish()
}

// keep adds a byte to the piece, within its bound.
func (c *cutter) keep(x byte, bound int) {
	if len(c.held) < bound {
		c.held = append(c.held, x)
	} else {
		c.long = true
	}
}

func (c *cutter) step(x byte) {
	switch c.state {
	case plain:
		c.stepPlain(x)
	case char:
		c.stepChar(x)
	case escape:
		c.stepEscape(x)
	case csi, ss3:
		c.stepSequence(x)
	case str, strEnd:
		c.stepString(x)
	case pasting:
		c.stepPaste(x)
	case x10:
		c.stepX10(x)
	}
}

// again takes a byte that has ended another piece.
func (c *cutter) again(x byte) {
	c.state = plain
	c.stepPlain(x)
}

func (c *cutter) stepPlain(x byte) {
	switch {
	case x == ansi.ESC:
		c.begin(escape, x)
	case x < utf8.RuneSelf:
		c.text = append(c.text, x)
	case x >= 0xc2 && x <= 0xf4: // all others never begin a character
		c.state, c.held = char, append(c.held[:0], x)
	}
}

func (c *cutter) stepChar(x byte) {
	if x < 0x80 || x > 0xbf {
		c.again(x)
		return
	}
	c.held = append(c.held, x)
	switch {
	case utf8.Valid(c.held):
		if c.held[0] == ansi.ESC {
			c.finish()
			return
		}
		c.state, c.text = plain, append(c.text, c.held...)
	case utf8.FullRune(bytes.TrimLeft(c.held, "\x1b")):
		c.state = plain
	}
}

func (c *cutter) stepEscape(x byte) {
	switch {
	case x == ansi.ESC && len(c.held) == 1:
		c.held = append(c.held, x) // alt and an arrow, on some terminals
	case x == ansi.ESC:
		c.keys(c.held[:1])
	case x == '[':
		c.state, c.held = csi, append(c.held, x)
	case x == 'O':
		c.state, c.held = ss3, append(c.held, x)
	case x == ']', x == 'P', x == 'X', x == '^', x == '_':
		c.state, c.held = str, append(c.held, x)
	case x >= 0xc2 && x <= 0xf4:
		c.state, c.held = char, append(c.held, x)
	case x < utf8.RuneSelf:
		c.held = append(c.held, x)
		c.finish()
	}
}

// stepSequence takes the parameters of a CSI or SS3 sequence up to its last byte.
func (c *cutter) stepSequence(x byte) {
	switch {
	case x >= 0x20 && x < 0x40:
		c.keep(x, maxSequence)
	case x == '[' && len(c.held) == 2:
		c.keep(x, maxSequence) // a function key of the Linux console, with one more letter
	case x >= 0x40 && x < ansi.DEL:
		c.keep(x, maxSequence)
		if !c.long && bytes.Equal(c.held, pasteStart) {
			c.begin(pasting)
			return
		}
		if bytes.HasSuffix(c.held, x10Report) {
			c.begin(x10)
			return
		}
		c.finish()
	default:
		c.abandon()
		c.again(x)
	}
}

// stepString waits for the end of a string: BEL, ESC \, or what cancels it.
func (c *cutter) stepString(x byte) {
	switch {
	case c.state == strEnd && x == '\\', x == ansi.CAN, x == ansi.SUB:
		c.begin(plain)
	case c.state == strEnd:
		c.abandon()
		c.begin(escape, ansi.ESC)
		c.stepEscape(x)
	case x == ansi.BEL:
		c.begin(plain)
	case x == ansi.ESC:
		c.state = strEnd
	default:
		c.keep(0, len("\x1b]")+1) // its length matters, up to three
	}
}

// stepX10 leaves out the three bytes of a report that we never ask for: taken as keys they would do anything. None of them
// is a control character.
func (c *cutter) stepX10(x byte) {
	if x < 0x20 {
		c.begin(plain)
		c.stepPlain(x)
		return
	}
	if c.match++; c.match == 3 {
		c.begin(plain)
	}
}

func (c *cutter) stepPaste(x byte) {
	if x == pasteEnd[c.match] {
		if c.match++; c.match == len(pasteEnd) {
			c.paste(bytes.ToValidUTF8(c.held, nil))
			c.begin(plain)
		}
		return
	}
	for _, missed := range pasteEnd[:c.match] {
		c.keep(missed, maxPaste)
	}
	c.match = 0
	if x == pasteEnd[0] {
		c.match = 1
		return
	}
	c.keep(x, maxPaste)
}
