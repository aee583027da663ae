package trend

import (
	"slices"

	"convene/workshop"
)

// Standing says what a cell has to tell.
type Standing int

// The standings of a card in a check.
const (
	NotAsked Standing = iota // the card was not in that check
	FaceDown                 // the group has not turned it over yet
	TooFew                   // fewer than workshop.MinAnswers answered: there is nothing but their number
	Told                     // there is a spread
)

// Cell is one card in one check.
type Cell struct {
	State Standing
	Card  workshop.HealthCard // with the words that it had then; without any where it was not asked
	// Spread has the number of answers where they were too few, and all of them with the sentences where they are told.
	Spread   workshop.Spread
	Split    bool             // see Disagreement
	Reworded bool             // the words of the card are others than when it was asked last
	Arrow    Arrow            // since the round before in which the card was told; NoArrow where there is none
	Since    workshop.CheckID // which round that was; zero where there is none
}

// cells are those of a card in all checks.
func cells(id workshop.CardID, checks []workshop.HealthCheck) []Cell {
	var out []Cell
	var before workshop.Spread
	var since workshop.CheckID
	var words workshop.HealthCard
	for _, h := range checks {
		c := Cell{}
		if card, asked := find(h.Cards, id); asked {
			c = cellOf(id, h)
			c.Card = card
			c.Reworded = words.ID != "" && words != card
			words = card
		}
		if c.State == Told {
			if since != 0 {
				c.Arrow, c.Since = Between(before, c.Spread), since
			}
			before, since = c.Spread, h.ID
		}
		out = append(out, c)
	}
	return out
}

// cellOf is a card of the check. It looks at the answers only of a card that was turned over, and only if they are enough.
func cellOf(id workshop.CardID, h workshop.HealthCheck) Cell {
	at := slices.IndexFunc(h.Cards, func(c workshop.HealthCard) bool { return c.ID == id })
	if at >= h.Turned {
		return Cell{State: FaceDown, Spread: workshop.Spread{Card: id}}
	}
	i := slices.IndexFunc(h.Spread, func(s workshop.Spread) bool { return s.Card == id })
	switch {
	case i < 0:
		return Cell{State: TooFew, Spread: workshop.Spread{Card: id}}
	case !h.Spread[i].Told():
		return Cell{State: TooFew, Spread: workshop.Spread{Card: id, Answered: h.Spread[i].Answered}}
	}
	s := h.Spread[i]
	s.Sentences = slices.Sorted(slices.Values(s.Sentences))
	return Cell{State: Told, Spread: s, Split: Disagreement(s)}
}

// Mean is where the answers lie between all red, 0, and all green, 1; false where they are not told.
func (c Cell) Mean() (float64, bool) {
	if c.State != Told {
		return 0, false
	}
	return float64(points(c.Spread)) / float64(2*c.Spread.Answered), true
}

// points counts a green as two and a yellow as one.
func points(s workshop.Spread) int { return 2*s.Green + s.Yellow }

// Disagreement says whether a card splits the group: at least a quarter of those who answered see it green and as many red, and
// two people at the least, so that nobody is asked to explain themselves alone. A mean would call that yellow, and nothing to
// talk about; it is what to talk about first. Of answers that are not told it says nothing.
func Disagreement(s workshop.Spread) bool {
	fewer := min(s.Red, s.Green)
	return s.Told() && fewer >= 2 && 4*fewer >= s.Answered
}
