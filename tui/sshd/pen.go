package sshd

import (
	"strings"

	"github.com/charmbracelet/colorprofile"
)

// maxStyles is how many styles a pen remembers. A theme has about thirty.
const maxStyles = 256

// maxStyle bounds one SGR sequence, in bytes. The longest that a theme makes sets two true colours and a few attributes.
const maxStyle = 64

// pen writes styles as one terminal can show them.
type pen struct {
	profile colorprofile.Profile
	known   map[string]string
}

func newPen(p colorprofile.Profile) *pen { return &pen{profile: p, known: make(map[string]string)} }

// style is an SGR sequence in the colours that the terminal has. It may be empty.
func (p *pen) style(sgr string) string {
	if p.profile == colorprofile.TrueColor {
		return sgr
	}
	out, ok := p.known[sgr]
	if !ok {
		if len(p.known) >= maxStyles {
			clear(p.known)
		}
		sgr = strings.Clone(sgr) // or the whole line would be kept with it
		out = p.fewer(sgr)
		p.known[sgr] = out
	}
	return out
}

// fewer asks colorprofile, which would make a reset of a sequence that has nothing but colours when there are none. So
// another attribute goes in with it, the ordinary font (10), and is taken away again.
func (p *pen) fewer(sgr string) string {
	const font = "10"
	var b strings.Builder
	w := colorprofile.Writer{Forward: &b, Profile: p.profile}
	_, _ = w.WriteString("\x1b[" + font + ";" + sgr[len("\x1b["):]) // a Builder never fails
	rest, ok := strings.CutPrefix(b.String(), "\x1b["+font)
	if !ok || rest == "m" {
		return ""
	}
	return "\x1b[" + strings.TrimPrefix(rest, ";")
}

// sgrLength is the length of the SGR sequence that a text begins with: ESC [, digits ; and :, m. It is 0 when it
// begins with something else.
func sgrLength(s string) int {
	if !strings.HasPrefix(s, "\x1b[") {
		return 0
	}
	for i := len("\x1b["); i < min(len(s), maxStyle); i++ {
		switch c := s[i]; {
		case c == 'm':
			return i + 1
		case (c < '0' || c > '9') && c != ';' && c != ':':
			return 0
		}
	}
	return 0
}
