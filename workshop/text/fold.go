package text

import (
	"strings"
	"unicode"
)

// Fold returns the words of a text as they are compared: without case, accents and punctuation, one space between them.
// Unlike a [Skeleton] it keeps words apart. It is for finding, never for showing.
func Fold(s string) string {
	var b strings.Builder
	for _, r := range decompose(Line(s)) {
		switch {
		case spelled(r):
			b.WriteRune(r)
		case !unicode.Is(unicode.M, r) && r != '\'' && r != '’':
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// Finds says whether everything that was typed stands in a text: each word of it, or the beginning, middle or end of one,
// in whatever order. Nothing typed stands everywhere.
func Finds(typed, s string) bool {
	in := Fold(s)
	for word := range strings.FieldsSeq(Fold(typed)) {
		if !strings.Contains(in, word) {
			return false
		}
	}
	return true
}
