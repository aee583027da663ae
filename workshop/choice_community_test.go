package workshop_test

import (
	"fmt"

	. "convene/workshop"
)

// after is what people do in the community, once its workshop is finished.
func (c *chooser) after() Command {
	if c.chance(6) {
		return c.door()
	}
	if c.chance(12) {
		return RemovePerson{Person: c.person()}
	}
	if c.chance(3) {
		return c.life()
	}
	return c.checks()
}

// life is what they keep of it.
func (c *chooser) life() Command {
	switch c.number(0, 9) {
	case 0, 1:
		return SettleAction{
			Action: ActionID(c.number(0, len(c.s.Actions)+1)), As: oneOf(c, ActionDone, ActionMove, ActionMove, ActionGone, ActionOpen),
			Why: c.say(), Due: c.day(),
		}
	case 2:
		return NoteOccasion{
			Kind: oneOf(c, BookClub, LeanCoffee, "party"), On: c.day(), Topic: c.say(), Minutes: oneOf(c, "", "https://wiki.example", "wiki"),
		}
	case 3:
		return StrikeOccasion{Occasion: OccasionID(c.number(0, len(c.s.Occasions)+1))}
	case 4:
		return NameSponsor{Name: oneOf(c, "", "Ms Moneypenny", "M")}
	case 5:
		return GrantTime{Weekly: c.number(-1, 3) * 60}
	default:
		p := PlanAction{What: c.say(), Owner: c.person(), Due: c.day()}
		if n := len(c.s.Checks); n > 0 {
			p.Check, p.Card = CheckID(c.number(0, n)), oneOf[CardID](c, "", "fun", "safety")
		}
		return p
	}
}

// checks is most often something that fits the health check that there is.
func (c *chooser) checks() Command {
	var last HealthCheck
	if n := len(c.s.Checks); n > 0 {
		last = c.s.Checks[n-1]
	}
	switch {
	case c.chance(10):
		return PlanCheck{On: c.day()}
	case last.Open() && c.chance(12):
		return oneOf[Command](c, CloseCheck{Check: last.ID}, CloseCheck{Check: last.ID}, AbandonCheck{Check: last.ID})
	case last.Open():
		return c.answers(last)
	case last.ID != 0 && !last.Over():
		return TurnCard{Check: last.ID, Turned: last.Turned + oneOf(c, 0, 1, 1, 1)}
	default:
		return c.opens()
	}
}

func (c *chooser) opens() Command {
	open := OpenCheck{Until: c.day()}
	for range c.number(0, 3) {
		open.Cards = append(open.Cards, card(oneOf[CardID](c, "safety", "fun", "help", "Bad")))
	}
	return open
}

// answers are given by whoever comes next; their receipt is their number, so that they can be changed.
func (c *chooser) answers(check HealthCheck) Command {
	var sheet Sheet
	for _, card := range check.Cards {
		a := Answer{Card: card.ID, Colour: oneOf(c, Red, Yellow, Green, Abstain)}
		if c.chance(3) {
			a.Sentence = c.say()
		}
		sheet = append(sheet, a)
	}
	if c.chance(10) && len(sheet) > 0 {
		sheet[0].Colour = "blue"
	}
	c.given++
	was, is := fmt.Sprint("receipt ", c.number(max(0, c.given-6), c.given)), fmt.Sprint("receipt ", c.given)
	if c.chance(3) {
		return ChangeAnswers{Check: check.ID, Sheet: sheet, Was: []byte(was), Lock: LockOf([]byte(is))}
	}
	return GiveAnswers{Check: check.ID, Sheet: sheet, Lock: LockOf([]byte(is))}
}
