package text

import "unicode"

// isSpace reports whether a character is shown as nothing but a gap. That is the property White_Space, in which line
// breaks and separators are, and the empty Braille cell.
func isSpace(r rune) bool {
	return unicode.IsSpace(r) || r == '\u2800'
}

// isAllowed reports whether a character may stand in clean text outside an emoji. Categories C and Z are not on the
// list: escapes, bidirectional overrides, zero-width characters, private use and what is unassigned end here.
func isAllowed(r rune) bool {
	switch {
	case !unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S):
		return false
	case unicode.In(r, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector):
		return false // letters and marks in name only, such as the Hangul filler: they show nothing
	case isSkinTone(r), isRegional(r):
		return false
	}
	return true
}

// isMark reports whether a character hangs on the one before it. Beside the category M these are the four letters
// that UAX #29 never parts from what they follow, and which would else be a way to stack without end: the Thai and
// Lao vowel sign am, and the halfwidth Katakana sound marks.
func isMark(r rune) bool {
	switch r {
	case '\u0e33', '\u0eb3', '\uff9e', '\uff9f':
		return true
	}
	return unicode.Is(unicode.M, r)
}
