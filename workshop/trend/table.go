package trend

import (
	"slices"
	"time"

	"convene/workshop"
)

// Table is the checks of a community side by side.
type Table struct {
	Columns []Column // by check, the oldest first
	Rows    []Row    // the cards of the newest check in their order, then those that are gone, the ones asked last first
}

// Column is one check.
type Column struct {
	Check      workshop.CheckID
	Closed     time.Time
	Took       int // how many took part
	Came, Went int // how many people, since the check before
	// New, Reworded and Gone are the cards that differ from those of the check before: they were not in it, had other words
	// there, or are not here any more. In the first check none does.
	New, Reworded, Gone []workshop.HealthCard
}

// Row is one card through all checks, with the words that it had last.
type Row struct {
	Card  workshop.HealthCard
	Gone  bool // it is not in the newest check
	Cells []Cell
}

// Of sets the checks side by side that have been closed.
func Of(c workshop.Community) Table {
	var t Table
	var checks []workshop.HealthCheck
	for _, h := range c.Checks {
		if !h.Closed.IsZero() {
			checks = append(checks, h)
		}
	}
	for i, h := range checks {
		col := Column{Check: h.ID, Closed: h.Closed, Took: h.Took, Came: h.Came, Went: h.Went}
		if i > 0 {
			col.compare(checks[i-1].Cards, h.Cards)
		}
		t.Columns = append(t.Columns, col)
	}
	for i := len(checks) - 1; i >= 0; i-- {
		for _, card := range checks[i].Cards {
			if !slices.ContainsFunc(t.Rows, func(r Row) bool { return r.Card.ID == card.ID }) {
				t.Rows = append(t.Rows, Row{Card: card, Gone: i < len(checks)-1, Cells: cells(card.ID, checks)})
			}
		}
	}
	return t
}

// compare says what became of the cards since the check before.
func (c *Column) compare(before, now []workshop.HealthCard) {
	for _, card := range now {
		switch old, was := find(before, card.ID); {
		case !was:
			c.New = append(c.New, card)
		case old != card:
			c.Reworded = append(c.Reworded, card)
		}
	}
	for _, old := range before {
		if _, is := find(now, old.ID); !is {
			c.Gone = append(c.Gone, old)
		}
	}
}

func find(cards []workshop.HealthCard, id workshop.CardID) (workshop.HealthCard, bool) {
	i := slices.IndexFunc(cards, func(c workshop.HealthCard) bool { return c.ID == id })
	if i < 0 {
		return workshop.HealthCard{}, false
	}
	return cards[i], true
}

// Last is the newest cell of the row in which the card is told; false when it has never been.
func (r Row) Last() (Cell, bool) {
	for _, c := range slices.Backward(r.Cells) {
		if c.State == Told {
			return c, true
		}
	}
	return Cell{}, false
}

// Along is the arrow from the first round in which the card is told to the last one. What moves a little every time, and never
// enough for an arrow of its own, shows here.
func (r Row) Along() Arrow {
	i := slices.IndexFunc(r.Cells, func(c Cell) bool { return c.State == Told })
	last, told := r.Last()
	if !told || last.Since == 0 {
		return NoArrow
	}
	return Between(r.Cells[i].Spread, last.Spread)
}
