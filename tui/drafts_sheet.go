package tui

import (
	"maps"

	"convene/workshop"
)

// answers are what somebody says in a health check so far, by card, and the receipt for what they have put into the box, with which
// alone it can be changed. Like every draft they are kept in memory, for that person. (A server remembers the last lines that it has
// written to terminals, too; see package sshd.)
type answers struct {
	check   workshop.CheckID
	by      map[workshop.CardID]workshop.Answer
	receipt string // empty before there is one, and after the program was started anew
}

// answersOf are a person's in a check; none in another one than the last.
func (d *Drafts) answersOf(who workshop.PersonID, check workshop.CheckID) answers {
	d.mu.Lock()
	defer d.mu.Unlock()
	kept := d.answers[who]
	if kept.check != check {
		return answers{check: check, by: make(map[workshop.CardID]workshop.Answer)}
	}
	kept.by = maps.Clone(kept.by)
	return kept
}

// keepAnswers remembers what a person says, and forgets what they said in a check before. Their receipt stays what it is: another
// terminal of theirs may have a newer one. What comes when the check is counted already is not kept.
func (d *Drafts) keepAnswers(who workshop.PersonID, a answers) {
	d.mu.Lock()
	defer d.mu.Unlock()
	kept := d.answers[who]
	if a.check <= d.counted || a.check < kept.check {
		return
	}
	a.by, a.receipt = maps.Clone(a.by), ""
	if kept.check == a.check {
		a.receipt = kept.receipt
	}
	d.answers[who] = a
}

// keepReceipt remembers the receipt for what a person has in the box.
func (d *Drafts) keepReceipt(who workshop.PersonID, check workshop.CheckID, receipt string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	kept := d.answers[who]
	if check <= d.counted || check < kept.check {
		return
	}
	if kept.check != check {
		kept = answers{check: check, by: make(map[workshop.CardID]workshop.Answer)}
	}
	kept.receipt = receipt
	d.answers[who] = kept
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
func (a answers) sheet(cards []workshop.HealthCard) workshop.Sheet {
	out := make(workshop.Sheet, len(cards))
	for i, c := range cards {
		out[i] = a.by[c.ID]
		if out[i].Card = c.ID; out[i].Colour == "" {
			out[i].Colour = workshop.Abstain
		}
	}
	return out
}

// given is how many of the cards have an answer.
func (a answers) given(cards []workshop.HealthCard) int {
	n := 0
	for _, c := range cards {
		if a.by[c.ID].Colour != "" {
			n++
		}
	}
	return n
}
