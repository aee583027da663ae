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
func Finds(typed, s string) bool { return FindsFolded(Fold(typed), Fold(s)) }

// FindsFolded is [Finds] for two texts that [Fold] has returned: whoever looks through many again and again folds each of
// them once.
func FindsFolded(typed, s string) bool {
	for word := range strings.FieldsSeq(typed) {
		if !strings.Contains(s, word) {
			return false
		}
	}
	return true
}
