package export

import (
	"math"
	"strings"
	"unicode"

	"convene/workshop/text"
)

// widths are those of Helvetica, which Arial and Liberation Sans share, in thousandths of the size of the text, from the
// space to the tilde.
var widths = [...]int{
	278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, // space to /
	556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, // 0 to ?
	1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, // @ to O
	667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, // P to _
	333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, // ` to o
	556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584, // p to ~
}

// Widths that are guessed, in ems: of letters of other scripts, and of emoji.
const (
	letterEms = 0.6
	emojiEms  = 1.3
)

// boldness is how much wider bold text is.
const boldness = 1.06

// ems is how wide a text is in a plain typeface, in the size of the text: exactly for ASCII, rather too wide for the rest.
func ems(s string) float64 {
	width := 0.0
	for _, r := range s {
		switch {
		case r >= ' ' && int(r-' ') < len(widths):
			width += float64(widths[r-' ']) / 1000
		case unicode.In(r, unicode.M, unicode.Cf):
		case isUnspaced(r):
			width++
		case r >= 0x1f000 || r >= 0x2600 && r < 0x27c0:
			width += emojiEms
		default:
			width += letterEms
		}
	}
	return width
}

// isUnspaced says whether lines break before and after the character without a space: it is as wide as high, then.
func isUnspaced(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Bopomofo) ||
		r >= 0x3000 && r < 0x3040 || r >= 0xff01 && r < 0xff61
}

// wrap breaks a text into lines of so many ems: at spaces, within words of scripts without spaces, and within words
// that are too long for a line. No text is one empty line.
func wrap(s string, width float64) []string {
	var lines []string
	line, used := "", 0.0
	for _, word := range strings.Fields(s) {
		space, needs := 0.0, ems(word)
		if line != "" {
			space = ems(" ")
		}
		anywhere := strings.ContainsFunc(word, isUnspaced)
		switch {
		case line != "" && used+space+needs <= width:
			line, used = line+" "+word, used+space+needs
			continue
		case line != "" && anywhere && used+space+1 <= width:
			line, used = line+" ", used+space
		case line != "":
			lines, line, used = append(lines, line), "", 0
		}
		if needs <= width && !anywhere {
			line, used = word, needs
			continue
		}
		for word != "" {
			one := text.Clip(word, 1)
			if w := ems(one); used+w > width && line != "" {
				lines, line, used = append(lines, line), "", 0
			}
			line, used, word = line+one, used+ems(one), word[len(one):]
		}
	}
	return append(lines, line)
}

// linesOf counts the lines that a text takes.
func linesOf(s string, width float64) float64 { return float64(len(wrap(s, math.Max(width, 1)))) }
