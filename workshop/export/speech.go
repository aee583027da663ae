package export

import (
	"strconv"
	"strings"

	"convene/workshop"
	"convene/workshop/format"
	"convene/workshop/tongue"
)

// speech is how a document speaks: in the language of the workshop, with the words of its format.
type speech struct {
	tongue.Tongue
	words format.Words
}

func speechOf(c workshop.Canvas) speech {
	return speech{tongue.In(c.Lang), format.In(c.Lang, c.Wording)}
}

// heading is what a step is called where it says what was agreed on.
func (l speech) heading(s workshop.Step) string { return l.words.Step(s).Heading }

// writing is how a document writes what people typed, so that it is text and no markup.
type writing func(typed string) string

// plain is that of a document without markup.
func plain(typed string) string { return typed }

// listed joins names as a sentence does: "A", "A and B", "A, B and C".
func (l speech) listed(names []string, write writing) string {
	var written []string
	for _, name := range names {
		written = append(written, write(name))
	}
	n := len(written)
	if n < 2 {
		return strings.Join(written, "")
	}
	return l.Say("%s and %s", strings.Join(written[:n-1], ", "), written[n-1])
}

// chosen says how a leader was found, and on what terms; nothing when it is not known how. There are terms only where the
// group consented to them.
func (l speech) chosen(h workshop.How, terms string, write writing) string {
	switch {
	case h == workshop.ByVote:
		return l.Say("Elected by vote")
	case h == workshop.ByRunoff:
		return l.Say("Elected by a runoff")
	case h == workshop.ByLot:
		return l.Say("By lot after two ties")
	case h == workshop.ByConsent && terms != "":
		return l.Say("By consent, %s", write(terms))
	case h == workshop.ByConsent:
		return l.Say("By consent")
	default:
		return ""
	}
}

// crowd is how many took part.
func (l speech) crowd(c workshop.Canvas) string {
	return l.Count(len(c.People), "%d person", "%d people")
}

// verdict says how the sides of a force field compare, and where to begin.
func (l speech) verdict(f workshop.ForceField, write writing) string {
	first, others, some := f.FirstToWeaken()
	switch balance := signed(f.Balance()); {
	case !isWeighed(f):
		return l.Say("The strengths have not been weighed yet.")
	case !some:
		return l.Say("Balance: %s.", balance)
	case others == 0:
		return l.Say("Balance: %s. Most worth weakening, with strength %d: %s", balance, first.Strength, write(first.Title))
	default:
		return l.Count(others, "Balance: %s. Most worth weakening, with strength %d like %d more: %s",
			"Balance: %s. Most worth weakening, with strength %d like %d more: %s", balance, first.Strength, others, write(first.Title))
	}
}

// isWeighed says whether any force has a strength.
func isWeighed(f workshop.ForceField) bool {
	support, slowDown := f.Sums()
	return support+slowDown > 0
}

// signed is a number with the sign of a balance.
func signed(n int) string {
	switch {
	case n > 0:
		return "+" + strconv.Itoa(n)
	case n < 0:
		return "−" + strconv.Itoa(-n)
	default:
		return "0"
	}
}
