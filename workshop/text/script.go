package text

import (
	"slices"
	"unicode"
)

// mixesScripts reports whether a name has characters of scripts that do not belong together. What may stand together is
// the "highly restrictive" level of UTS #39, section 5.2: one script, or Latin with one of the East Asian
// combinations. Characters of the scripts Common and Inherited (digits, punctuation, accents, emoji) go with all.
//
// The standard library has no Script_Extensions, so a mark that several scripts share counts as one of its main script.
func mixesScripts(name string) bool {
	var found []string
	for _, r := range name {
		if s := script(r); s != "" && !slices.Contains(found, s) {
			found = append(found, s)
		}
	}
	if len(found) <= 1 {
		return false
	}
	for _, together := range [...][]string{
		{"Latin", "Han", "Hiragana", "Katakana"}, // Japanese
		{"Latin", "Han", "Bopomofo"},             // Chinese
		{"Latin", "Han", "Hangul"},               // Korean
	} {
		outside := func(s string) bool { return !slices.Contains(together, s) }
		if !slices.ContainsFunc(found, outside) {
			return false
		}
	}
	return true
}

// script returns the name of a character's script in [unicode.Scripts], or nothing when it goes with every script.
func script(r rune) string {
	if unicode.In(r, unicode.Common, unicode.Inherited) {
		return ""
	}
	for name, table := range unicode.Scripts {
		if unicode.Is(table, r) {
			return name
		}
	}
	return ""
}
