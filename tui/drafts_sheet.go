package tui

import (
	"maps"

	"convene/workshop"
)

// answers are what somebody says in a health check so far, by card, and what they have put into the box, with the receipt for it, with
// which alone it can be changed. Like every draft they are kept in memory, for that person. (A server remembers the last lines that it
// has written to terminals, too; see package sshd.)
type answers struct {
	check   workshop.CheckID
	by      byCard
	put     byCard // as it is in the box; nil before, and after the program was started anew
	receipt string // empty in the same cases
}

// byCard are answers by card.
type byCard map[workshop.CardID]workshop.Answer

// answersOf are a person's in a check; none in another one than the last.
func (d *Drafts) answersOf(who workshop.PersonID, check workshop.CheckID) answers {
	d.mu.Lock()
	defer d.mu.Unlock()
	a := d.answersIn(check, who)
	a.by = maps.Clone(a.by)
	return a
}

// answersIn are a person's in a check, with the map that is kept.
func (d *Drafts) answersIn(check workshop.CheckID, who workshop.PersonID) answers {
	if kept := d.answers[who]; kept.check == check {
		return kept
	}
	return answers{check: check, by: make(byCard)}
}

// keepAnswers remembers what a person says, and forgets what they said in a check before. What they have in the box stays: another
// terminal of theirs may have put something newer there. What comes when the check is counted already is not kept.
func (d *Drafts) keepAnswers(who workshop.PersonID, check workshop.CheckID, by byCard) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if check <= d.counted || check < d.answers[who].check {
		return
	}
	a := d.answersIn(check, who)
	a.by = maps.Clone(by)
	d.answers[who] = a
}

// keepReceipt remembers what a person has put into the box, and the receipt for it.
func (d *Drafts) keepReceipt(who workshop.PersonID, check workshop.CheckID, put byCard, receipt string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if check <= d.counted || check < d.answers[who].check {
		return
	}
	a := d.answersIn(check, who)
	a.put, a.receipt = maps.Clone(put), receipt
	d.answers[who] = a
}

// forgetAnswers lets go of everybody's, once they are counted.
func (d *Drafts) forgetAnswers(counted workshop.CheckID) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if counted > d.counted {
		d.counted, d.answers = counted, make(map[workshop.PersonID]answers)
	}
}

// sheet is the answers as they go into the box: a card without one is an abstention.
func (b byCard) sheet(cards []workshop.HealthCard) workshop.Sheet {
	out := make(workshop.Sheet, len(cards))
	for i, c := range cards {
		out[i] = b[c.ID]
		if out[i].Card = c.ID; out[i].Colour == "" {
			out[i].Colour = workshop.Abstain
		}
	}
	return out
}

// given is how many of the cards have an answer.
func (b byCard) given(cards []workshop.HealthCard) int {
	n := 0
	for _, c := range cards {
		if b[c.ID].Colour != "" {
			n++
		}
	}
	return n
}
