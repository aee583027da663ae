package sshd

import (
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// maxCluster bounds one character as a reader sees it, in bytes. The longest emoji has about 40; what people type has
// passed through workshop/text and is shorter still.
const maxCluster = 128

// line appends a line as it may go to the terminal, and says how many cells it takes. Printable text passes, and SGR
// in the pen's colours; every other sequence, control character, direction mark and broken byte is left out. It
// ends before the character that would go beyond the width. The pen is left as the line left it: reset it.
//
// This is the last filter. Nothing behind it would stop an escape sequence, neither from a note that was stored before
// its kind was known to be bad, nor from a mistake of ours.
func (p *pen) line(to []byte, s string, width int) (out []byte, cells int) {
	return p.lineIn(nil, to, s, width)
}

// lineIn appends a line, and keeps what stands in columns there; nil are none.
func (p *pen) lineIn(in *columns, to []byte, s string, width int) (out []byte, cells int) {
	for len(s) > 0 {
		switch c := s[0]; {
		case c == ansi.ESC:
			n := sgrLength(s)
			if n > 0 {
				to = in.style(to, s[:n], p.style(s[:n]), cells)
			} else {
				_, _, n, _ = ansi.DecodeSequence(s, 0, nil)
			}
			s = s[max(1, n):]
		case c >= ' ' && c < ansi.DEL && (len(s) == 1 || s[1] < utf8.RuneSelf):
			if cells == width {
				return to, cells
			}
			to = in.before(to, s[:1], cells)
			to, cells, s = append(to, c), cells+1, s[1:]
		default:
			cluster, w := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
			if !printable(cluster) || w < 1 {
				_, n := utf8.DecodeRuneInString(s)
				s = s[n:]
				continue
			}
			if cells+w > width {
				return to, cells
			}
			to = in.before(to, cluster, cells)
			to, cells, s = append(to, cluster...), cells+w, s[len(cluster):]
		}
	}
	return to, cells
}

// printable says whether a grapheme cluster is text and nothing else. In a cluster only a control character can stand
// where a control character stands first, so the first tells; the rest must be whole.
func printable(cluster string) bool {
	r, _ := utf8.DecodeRuneInString(cluster)
	return len(cluster) <= maxCluster && utf8.ValidString(cluster) && !unicode.IsControl(r) && !turnsText(r)
}

// turnsText says whether a character changes the direction of its neighbours, or breaks the line.
func turnsText(r rune) bool {
	switch {
	case r == 0x061c, r == 0x200e, r == 0x200f, r == 0x2028, r == 0x2029:
		return true
	default:
		return r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
	}
}
