package tongue

import (
	"strings"

	"convene/workshop"
)

// Pseudo is no language of anybody: it writes the letters of a sentence as Cyrillic ones of the same width, and keeps
// everything else. Tests draw the screens in it, and look for what is still Latin. Its tag is a private one of BCP 47.
const Pseudo workshop.Language = "x-pseudo"

// disguise has one letter for each from A to Z.
const disguise = "АБЦДЕФГХИЙКЛМНОПЯРСТУВЩЖЫЗ"

// disguised writes an English sentence in other letters. The verbs of fmt stay, whatever their flags.
func disguised(english string) string {
	letters := []rune(disguise)
	var out strings.Builder
	verb := false
	for _, r := range english {
		lower := r | 0x20
		switch {
		case lower < 'a' || lower > 'z':
			out.WriteRune(r)
			verb = r == '%' && !verb || verb && strings.ContainsRune("+-# 0123456789.[]*", r)
		case verb:
			out.WriteRune(r)
			verb = false
		case r == lower:
			out.WriteString(strings.ToLower(string(letters[r-'a'])))
		default:
			out.WriteRune(letters[r-'A'])
		}
	}
	return out.String()
}
