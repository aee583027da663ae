package theme

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Wrap breaks plain text into lines of so many cells: at spaces, after hyphens and between wide characters where it
// can, inside long words where it must, never inside a character. (The library's own wrapping takes a character that
// begins with an ASCII letter apart, such as a keycap or a letter with a spacing mark, and miscounts its cells.)
func Wrap(s string, cells int) []string {
	var lines []string
	var line strings.Builder
	used, space := 0, false
	flush := func() {
		lines = append(lines, line.String())
		line.Reset()
		used = 0
	}
	for s != "" {
		if s[0] == ' ' {
			s, space = s[1:], true
			continue
		}
		unit, width := firstUnit(s)
		s = s[len(unit):]
		gap := 0
		if space && used > 0 {
			gap = 1
		}
		space = false
		if used > 0 && used+gap+width > cells {
			flush()
			gap = 0
		}
		if line.Len() == 0 {
			line.Grow(min(len(unit)+len(s), cells+1))
		}
		line.WriteString(strings.Repeat(" ", gap))
		used += gap
		if used+width <= cells {
			line.WriteString(unit)
			used += width
			continue
		}
		for unit != "" {
			c, w := firstCharacter(unit)
			if used > 0 && used+w > cells {
				flush()
			}
			line.WriteString(c)
			used += w
			unit = unit[len(c):]
		}
	}
	if used > 0 || len(lines) == 0 {
		flush()
	}
	return lines
}

// firstUnit is what stands at the beginning of a text and should not be broken: a word, a word's part up to a hyphen,
// or one wide character with the punctuation after it.
func firstUnit(s string) (unit string, cells int) {
	n := 0
	for n < len(s) && s[n] != ' ' {
		c, w := firstCharacter(s[n:])
		r, _ := utf8.DecodeRuneInString(c)
		if n > 0 && w > 1 && !unicode.IsPunct(r) {
			break
		}
		n, cells = n+len(c), cells+w
		if next, _ := utf8.DecodeRuneInString(s[n:]); (c == "-" || w > 1) && !unicode.IsPunct(next) {
			break
		}
	}
	return s[:n], cells
}

// firstCharacter is what a reader takes for the first character of a text, and the cells that it takes.
func firstCharacter(s string) (string, int) {
	if len(s) == 1 || s[0] < utf8.RuneSelf && s[1] < utf8.RuneSelf {
		return s[:1], 1 // clean text has no control characters
	}
	return ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
}

// cutPlain shortens plain text to so many cells, with an ellipsis when something is left out; never inside a character.
func (t *Theme) cutPlain(s string, cells int) string {
	if Width(s) <= cells {
		return s
	}
	n, used := 0, Width(t.Ellipsis)
	for n < len(s) {
		c, w := firstCharacter(s[n:])
		if used += w; used > cells {
			break
		}
		n += len(c)
	}
	return strings.TrimRight(s[:n], " .…") + t.Ellipsis
}
