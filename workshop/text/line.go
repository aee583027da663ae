package text

import (
	"strings"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"golang.org/x/text/unicode/norm"
)

const (
	// MaxBytes is how much of its argument [Line] looks at, and the most that it returns, in bytes. It bounds the
	// work, not the length of a note: that is counted with [Len].
	MaxBytes = 64 << 10

	// MaxMarks is how many combining marks a base may carry, after composition (an é carries none).
	MaxMarks = 2

	// maxCluster is how many code points a grapheme cluster may hold. Chains of old Hangul letters, or of consonants
	// joined by viramas, are one cluster of a cell or two by UAX #29 however long they are, and a terminal that
	// draws them one by one would overrun its line. The longest emoji has 10, the longest everyday conjunct fewer.
	maxCluster = 16
)

// Line cleans one line of free text: a note, a title, a reason, a topic, a statement.
//
//   - Bytes that are not UTF-8 are dropped, and the rest is in NFC.
//   - Every kind of space, tab, line break or separator becomes a space; runs of spaces become one; none are left at
//     either end.
//   - Control, format, private-use and unassigned characters are dropped, and letters and marks without any shape.
//   - A base carries at most [MaxMarks] combining marks. A mark without a base, at the start or after a space, and
//     a mark on an emoji, is dropped.
//   - Zero-width joiners, variation selector 16, skin tones, regional indicators and tags stay inside the emoji
//     that they belong to, and nowhere else: a joiner between letters is dropped even in scripts that use it.
//
// The result is at most [MaxBytes] long, and Line(Line(s)) == Line(s).
func Line(s string) string {
	if len(s) > MaxBytes {
		s = s[:MaxBytes] // may leave half a character, which is then dropped as invalid
	}
	if isPlain(s) {
		return s
	}

	// The order is what makes a second cleaning change nothing. Dropping comes before NFC, because a dropped character
	// may have kept a base and its mark apart. Limiting comes after, on marks in canonical order, and cannot undo
	// NFC: it drops a mark only where others stay between the base and what follows.
	return limit(norm.NFC.String(drop(s)))
}

// isPlain says whether a text is clean at first sight: printable ASCII, and no space at an end or beside another one. Most of
// what is typed is, and looking closely costs thirty times as much.
func isPlain(s string) bool {
	before := byte(' ')
	for i := range len(s) {
		if c := s[i]; c < ' ' || c > '~' || c == ' ' && before == ' ' {
			return false
		}
		before = s[i]
	}
	return s == "" || before != ' '
}

// drop leaves out what may not pass, and makes all spaces plain.
func drop(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for len(s) > 0 {
		if n := emoji(s); n > 0 {
			b.WriteString(s[:n])
			s = s[n:]
			continue
		}
		r, n := utf8.DecodeRuneInString(s)
		switch {
		case r == utf8.RuneError && n == 1:
		case isSpace(r):
			b.WriteByte(' ')
		case isAllowed(r):
			b.WriteRune(r)
		}
		s = s[n:]
	}
	return b.String()
}

// limit takes text without anything forbidden in NFC, and applies the rules about spaces, marks and lengths.
func limit(s string) string {
	var l line
	for len(s) > 0 {
		n := emoji(s)
		isEmoji := n > 0
		r, size := utf8.DecodeRuneInString(s)
		if !isEmoji {
			n = size
		}
		if len(l.out)+n > MaxBytes {
			break // NFC can make text longer
		}
		switch {
		case isEmoji:
			l.emoji(s[:n])
		case r == ' ':
			l.space()
		case !isAllowed(r):
			// A joiner that stood before an emoji, ↔, of which NFC and a stroke have made a plain symbol, ↮.
		case isMark(r):
			l.mark(s[:n])
		default:
			l.base(s[:n])
		}
		s = s[n:]
	}
	return strings.TrimRight(string(l.out), " ")
}

// line is clean text under construction. Its fields follow from out alone: what is left out changes nothing, so that
// every piece finds the same state again when its result is cleaned once more.
type line struct {
	out     []byte
	cluster int // where in out the last grapheme cluster starts
	points  int // code points in it
	room    int // marks that the last base can still take
}

func (l *line) space() {
	if len(l.out) > 0 && l.out[len(l.out)-1] != ' ' && l.add(" ") {
		l.room = 0
	}
}

func (l *line) emoji(s string) {
	if l.add(s) {
		l.room = 0
	}
}

func (l *line) base(s string) {
	if l.add(s) {
		l.room = MaxMarks
	}
}

func (l *line) mark(s string) {
	if l.room > 0 && l.add(s) {
		l.room--
	}
}

// add appends a piece, unless the last cluster would grow too long with it. It says whether it did.
func (l *line) add(s string) bool {
	end := len(l.out)
	l.out = append(l.out, s...)
	n := utf8.RuneCountInString(s)

	if len(graphemes.FromBytes(l.out[l.cluster:]).First()) <= end-l.cluster {
		l.cluster, l.points = end, n
		return true
	}
	if l.points+n > maxCluster {
		l.out = l.out[:end]
		return false
	}
	l.points += n
	return true
}
