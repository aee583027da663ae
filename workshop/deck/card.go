package deck

import (
	"fmt"
	"strings"
	"unicode"

	"convene/workshop"
	"convene/workshop/proof"
	"convene/workshop/text"
)

// maxID is how many characters an id may have.
const maxID = 40

// card is a card as it stands in a file. What it doesn't write, or writes wrong, is empty.
type card struct {
	workshop.HealthCard
	table proof.Table
	line  int // of its title
}

// writes says whether the card has something of its own there, be it right or wrong.
func (c card) writes(key string) bool {
	_, has := c.table[key]
	return has
}

// cardOf reads a card.
func cardOf(r *proof.Reading, t proof.Table, line int) card {
	r.Known(t, "id", "about", "green", "red")
	c := card{table: t, line: line}
	c.ID = id(r, t)
	c.About = said(r, t, "about", workshop.MaxCardLen)
	c.Green = said(r, t, "green", workshop.MaxCardTextLen)
	c.Red = said(r, t, "red", workshop.MaxCardTextLen)
	return c
}

// said is one line for people; empty when the table doesn't have it.
func said(r *proof.Reading, t proof.Table, key string, most int) string {
	out := ""
	r.Text(t, key, func(typed string) string {
		line := text.Line(typed)
		switch n := text.Len(line); {
		case n == 0:
			return fmt.Sprintf("%q is empty; write what the card says there", key)
		case n > most:
			return fmt.Sprintf("%q has %d characters, %d too many: a card has room for %d", key, n, n-most, most)
		}
		// It is not cleaned yet: the built-in texts keep their spaces that don't break.
		out = strings.TrimSpace(typed)
		return ""
	})
	return out
}

// id is what the card is known by; empty when the table doesn't have it.
func id(r *proof.Reading, t proof.Table) workshop.CardID {
	var out workshop.CardID
	r.Text(t, "id", func(typed string) string {
		switch {
		case !isID(typed):
			return `"id" is words of lower-case letters and digits, with hyphens between them, such as "ways-of-working"`
		case len(typed) > maxID:
			return fmt.Sprintf(`"id" has %d characters, %d too many: there are at most %d`, len(typed), len(typed)-maxID, maxID)
		}
		out = workshop.CardID(typed)
		return ""
	})
	return out
}

// isID says whether a text is words of an id, with a hyphen between each and the next.
func isID(s string) bool {
	for word := range strings.SplitSeq(s, "-") {
		if word == "" || !isASCII(word) {
			return false
		}
	}
	return true
}

// isASCII says whether a word has no letters but those of an id.
func isASCII(word string) bool {
	return !strings.ContainsFunc(word, func(c rune) bool { return !('a' <= c && c <= 'z' || '0' <= c && c <= '9') })
}

// apart takes letters apart that are two in an id, and that no accent makes.
var apart = strings.NewReplacer("œ", "oe", "æ", "ae")

// isBetween says whether a character ends a word of an id, unlike one of C++.
func isBetween(c rune) bool { return c <= unicode.MaxASCII && !isASCII(string(c)) }

// words makes an id of a text, of as many of its words as there is room for: without case and accents, and without the words
// that have other letters than an id. It is empty when none is left.
func words(s string, most int) string {
	id := ""
	for word := range strings.FieldsFuncSeq(apart.Replace(text.Fold(s)), isBetween) {
		switch {
		case !isASCII(word):
		case id == "":
			id = word[:min(len(word), most)]
		case len(id)+1+len(word) > most:
			return id
		default:
			id += "-" + word
		}
	}
	return id
}
