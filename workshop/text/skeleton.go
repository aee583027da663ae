package text

import (
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Skeleton returns what is left of a text when everything is taken away that two readers would not spell out to each
// other: upper and lower case, accents, spaces, punctuation, emoji, and the difference between letters that look
// alike. Two names with one skeleton cannot both be in a room; two proposals with one skeleton are one proposal. It
// is for comparing only, never for showing.
//
// It is in the spirit of the skeleton of UTS #39, section 4, with case and accents folded as well, and with a small
// part of its table: see lookalike.
//
// Two kinds of punctuation stay, + and #, because C, C# and C++ are not the same community. A text with no letter
// and no digit is its own skeleton, so that two names of different emoji differ.
func Skeleton(s string) string {
	clean := Line(s)
	var b strings.Builder
	for _, r := range decompose(clean) {
		if spelled(r) {
			b.WriteRune(lookalike(r))
		}
	}
	if bones := Line(b.String()); bones != "" {
		return bones
	}
	return clean
}

// decompose folds case and takes composed and styled letters apart. Each can make work for the other (a styled capital
// becomes a plain one), so both run twice; there is no third round in Unicode's own definition either (toNFKC_Casefold,
// The Unicode Standard, section 3.13). Folding leaves Cherokee capitals alone, hence the lower-casing after it.
func decompose(s string) string {
	if isPlain(s) {
		return strings.ToLower(s) // there is nothing to take apart
	}
	fold := cases.Fold()
	for range 2 {
		s = norm.NFKD.String(strings.ToLower(fold.String(s)))
	}
	return s
}

// spelled reports whether a character of decomposed text belongs to the spelling.
//
// A mark is an accent, and goes, in the alphabets where words are read without it. In the scripts of India and
// South-East Asia marks are vowels, and in Kana a mark makes another consonant: there they stay.
func spelled(r rune) bool {
	switch {
	case r == '+' || r == '#':
		return true
	case r == '\u3099' || r == '\u309a': // voiced and semi-voiced sound marks of Kana
		return true
	case r == '\u0640': // the Arabic stretching stroke
		return false
	case '\u02b0' <= r && r <= '\u02ff': // what is left of the modifier letters are apostrophes and tone marks
		return false
	case unicode.Is(unicode.M, r):
		return !unicode.In(r, unicode.Inherited, unicode.Greek, unicode.Cyrillic, unicode.Hebrew, unicode.Arabic)
	}
	return unicode.In(r, unicode.L, unicode.N)
}
