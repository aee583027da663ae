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

// goOn lets the group go on after a fault: with the vote that is open, or the lot or the vote that comes next, or if there is
// none with anything.
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
