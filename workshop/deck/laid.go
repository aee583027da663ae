package deck

import (
	"slices"

	"convene/workshop"
)

// Laid are the cards for the next check of a community: those that are in it unless somebody takes them out, and those that lie
// beside them. In it are the cards of the last check or, before the first, the standard ones and what the canvas proposes; one's
// own are in it always. There may be more of them than a check has room for; what the canvas proposes never makes it so.
func Laid(l workshop.Language, c workshop.Canvas, last, own []workshop.HealthCard) (in, beside []workshop.HealthCard) {
	in, beside = last, Standard(l)
	if len(last) == 0 {
		in, beside = beside, nil
	}
	in = With(in, own)
	for _, card := range Proposed(c) {
		if len(last) == 0 && len(in) < workshop.MaxCards {
			in = With(in, missing(in, card))
		} else {
			beside = append(beside, card)
		}
	}
	return in, slices.DeleteFunc(beside, func(card workshop.HealthCard) bool { return len(missing(in, card)) == 0 })
}

// missing is a card alone, or none when there is one with its id.
func missing(cards []workshop.HealthCard, card workshop.HealthCard) []workshop.HealthCard {
	if slices.ContainsFunc(cards, func(o workshop.HealthCard) bool { return o.ID == card.ID }) {
		return nil
	}
	return []workshop.HealthCard{card}
}
