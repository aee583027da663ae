package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/google/go-cmp/cmp"

	"convene/workshop"
	"convene/workshop/ballot"
	"convene/workshop/room"
)

// goOn lets the group go on after a fault: with the vote or the health check that is open, or the lot, the vote or the check that comes
// next, or if there is none with anything.
func (a *aftermath) goOn() error {
	if !a.want.state.Open() {
		opening := workshop.OpenWorkshop{ID: theWorkshop, Topic: "Software Craft", Facilitator: "Fay"}
		r, err := room.Create(context.Background(), a.Store, facilitator, opening, time.Now)
		if err == nil {
			r.Close()
		}
		return err
	}
	r, err := room.Open(context.Background(), a.Store, theWorkshop, time.Now)
	if err != nil {
		return err
	}
	defer r.Close()
	switch s := a.want.state; {
	case s.Closed():
		return a.checkAgain(r)
	case s.Vote.ID != 0:
		return a.finish(r)
	case s.Tie.NeedsLot():
		return send(r, facilitator, workshop.DrawLot{})
	case s.Tie.Vote != 0:
		if err := send(r, facilitator, workshop.OpenVote{}); err != nil {
			return err
		}
		if was := s.Results[len(s.Results)-1].Seal; !slices.Equal(was, r.State().Vote.Seal) {
			return fmt.Errorf("the runoff is sealed with %x, the vote was with %x", r.State().Vote.Seal, was)
		}
		return a.finish(r)
	}
	switch err := send(r, facilitator, workshop.OpenVote{}); {
	case errors.Is(err, room.ErrNotSaved):
		return err
	case err != nil: // it is not the time for a vote
		return send(r, facilitator, workshop.AddPerson{Person: "p-late", Name: "Late"})
	default:
		return a.finish(r)
	}
}

func send(r *room.Room, who workshop.PersonID, c workshop.Command) error {
	if err := r.Seat(who).Do(context.Background(), c); err != nil {
		return fmt.Errorf("%s: %T: %w", who, c, err)
	}
	return nil
}

// finish lets everyone vote who has not, and nobody who has, and checks that every ballot is counted, and none twice.
func (a *aftermath) finish(r *room.Room) error {
	want, err := a.Box(context.Background(), theWorkshop)
	if err != nil {
		return err
	}
	v := r.State().Vote
	cast := workshop.CastBallot{Vote: v.ID, Ballot: marks(v.Options[0].Key)}
	for _, p := range v.Electorate {
		if !v.HasVoted(p) {
			if err := send(r, p, cast); err != nil {
				return err
			}
			want = append(want, cast.Ballot)
		}
		if err := send(r, p, cast); !errors.Is(err, workshop.ErrHasVoted) {
			return fmt.Errorf("a second ballot of %s: %v, want %v", p, err, workshop.ErrHasVoted)
		}
	}
	if err := send(r, facilitator, workshop.CloseVote{Vote: v.ID}); err != nil {
		return err
	}
	results := r.State().Results
	if diff := cmp.Diff(ballot.Sorted(want), results[len(results)-1].Ballots); diff != "" {
		return fmt.Errorf("what was counted (-want +got):\n%s", diff)
	}
	return nil
}

// checkAgain lets everyone answer the health check that is open, or the next one, who has not, and nobody who has, and checks that every
// sheet is counted, and none twice.
func (a *aftermath) checkAgain(r *room.Room) error {
	if last, _ := r.State().LastCheck(); last.ID != 0 && !last.Open() { // its cards are turned over first
		for turned := last.Turned + 1; turned <= len(last.Cards)+1; turned++ {
			if err := send(r, facilitator, workshop.TurnCard{Check: last.ID, Turned: turned}); err != nil {
				return err
			}
		}
	}
	if _, open := r.State().OpenCheck(); !open {
		if err := send(r, facilitator, workshop.OpenCheck{Cards: asked()}); err != nil {
			return err
		}
	}
	c, _ := r.State().OpenCheck()
	said := make(map[string]int)
	for _, one := range a.want.sheets {
		said[one.Sheet[0].Sentence]++
	}
	for i := range voters {
		give := workshop.GiveAnswers{Check: c.ID, Sheet: replies(50 + i), Lock: workshop.LockOf(receiptOf(50 + i))}
		if !c.HasAnswered(voter(i)) {
			if err := send(r, voter(i), give); err != nil {
				return err
			}
			said[give.Sheet[0].Sentence]++
		}
		if err := send(r, voter(i), give); !errors.Is(err, workshop.ErrHasAnswered) {
			return fmt.Errorf("a second sheet of %s: %v, want %v", voter(i), err, workshop.ErrHasAnswered)
		}
	}
	if err := send(r, facilitator, workshop.CloseCheck{Check: c.ID}); err != nil {
		return err
	}
	last, _ := r.State().LastCheck()
	counted := make(map[string]int)
	for _, s := range last.Spread[0].Sentences {
		counted[s]++
	}
	if diff := cmp.Diff(said, counted); diff != "" || last.Took != voters {
		return fmt.Errorf("of %d, what was counted (-want +got):\n%s", last.Took, diff)
	}
	return nil
}
