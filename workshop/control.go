package workshop

import (
	"strconv"
	"unicode/utf8"
)

// hasControls says whether a text of valid JSON stands for control characters: those of C0 and C1, or those that turn the
// direction of what follows (Unicode Standard Annex #9). The program cleans what people type before it is kept, so that only a
// file that somebody has forged holds them; on a terminal they could do anything. The set is the same in every version of
// Unicode: what is read today is read always.
func hasControls(raw []byte) bool {
	for i := 0; i < len(raw); {
		r, size := utf8.DecodeRune(raw[i:])
		if r == '\\' && i+1 < len(raw) {
			r, size = escaped(raw[i+1:])
		} else if r == ' ' || r == '\t' || r == '\n' || r == '\r' {
			r = ' ' // between the tokens; in a string JSON allows none of them as they are, but the first
		}
		if isControl(r) {
			return true
		}
		i += size
	}
	return false
}

// escaped is the character behind a backslash, and how many bytes both take. What is no character by itself, a half of a pair,
// is none of the controls.
func escaped(raw []byte) (r rune, size int) {
	switch raw[0] {
	case 'b', 'f', 'n', 'r', 't':
		return '\n', 2
	case 'u':
		if len(raw) >= 5 {
			if n, err := strconv.ParseUint(string(raw[1:5]), 16, 16); err == nil {
				return rune(n), 6
			}
		}
	}
	return ' ', 2
}

func isControl(r rune) bool {
	switch {
	case r < ' ', r >= 0x7f && r <= 0x9f:
		return true
	case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0x200e, r == 0x200f, r == 0x061c, r == 0x2028, r == 0x2029:
		return true
	default:
		return false
	}
}
