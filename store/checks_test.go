package store

import (
	"fmt"
	"testing"

	"convene/workshop"
	"convene/workshop/workshoptest"
)

// holdChecks holds the health checks of a community: one in which somebody answers anew, and that is counted, and one that is given
// up.
func holdChecks(t *testing.T, log *watched) {
	a := assemble(t, log)
	a.play(workshoptest.Reach(workshop.StepClosing, workshop.PhaseCanvas), workshoptest.By(facilitator, workshop.CloseWorkshop{}))
	a.fill()
	a.check(voters)
	a.do(voter(1), workshop.ChangeAnswers{Check: 1, Sheet: replies(7), Was: receiptOf(1), Lock: workshop.LockOf(receiptOf(99))})
	a.do(facilitator, workshop.CloseCheck{Check: 1})
	a.play(func(s *workshoptest.Stage) error {
		for turned := range len(asked()) + 1 {
			if err := s.Play(workshoptest.By(facilitator, workshop.TurnCard{Check: 1, Turned: turned + 1})); err != nil {
				return err
			}
		}
		return nil
	})
	a.check(voters - 4)
	a.do(facilitator, workshop.AbandonCheck{Check: 2})
}

// asked are the cards of these checks.
func asked() []workshop.HealthCard {
	return []workshop.HealthCard{
		{ID: "fun", About: "Fun", Red: "None", Green: "Much"}, {ID: "safety", About: "Safety", Red: "We fear", Green: "We ask"},
	}
}

// replies is what the ith person answers: no two say the same.
func replies(i int) workshop.Sheet {
	colours := []workshop.Colour{workshop.Red, workshop.Yellow, workshop.Green}
	return workshop.Sheet{
		{Card: "fun", Colour: colours[i%3], Sentence: fmt.Sprint("What number ", i, " has written")}, {Card: "safety", Colour: colours[i/3%3]},
	}
}

func receiptOf(i int) []byte { return fmt.Append(nil, "receipt ", i) }

// check opens a health check, to which the first n give answers: two of them alone, the others so that one append holds several.
func (a *assembly) check(n int) {
	a.t.Helper()
	a.do(facilitator, workshop.OpenCheck{Cards: asked()})
	open, _ := a.room.State().OpenCheck()
	give := func(i int) workshop.Command {
		return workshop.GiveAnswers{Check: open.ID, Sheet: replies(i), Lock: workshop.LockOf(receiptOf(i))}
	}
	a.do(voter(0), give(0))
	a.do(voter(1), give(1))
	a.together(func(i int) workshop.Command {
		if i < 2 || i >= n {
			return nil
		}
		return give(i)
	})
}
