package theme

import (
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"
)

// Spaced puts a space between the characters of a line, to be read from afar; it then takes less than twice the cells.
// A text in a script that joins its letters, such as Arabic or Devanagari, stays as it is.
func Spaced(s string) string {
	for _, r := range s {
		if unicode.IsLetter(r) && !unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Han,
			unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Common) {
			return s
		}
	}
	var b strings.Builder
	for rest := s; rest != ""; {
		c, _ := ansi.FirstGraphemeCluster(rest, ansi.GraphemeWidth)
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(c)
		rest = rest[len(c):]
	}
	return b.String()
}
