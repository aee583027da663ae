package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"time"

	"convene/store"
	"convene/tui"
	"convene/workshop"
	"convene/workshop/rehearsal"
	"convene/workshop/room"
)

// lobbySpeed is how many times faster than real time a rehearsal begins that is started in the lobby.
const lobbySpeed = 60

// errHasBegun is returned when a workshop is to be rehearsed that is being held already.
var errHasBegun = errors.New("this workshop has begun; what is ahead can't be rehearsed any more")

// aside is a rehearsal in a temporary file, of which nothing stays.
type aside struct {
	*performance
	store  *store.Store
	folder string
}

// rehearse begins a rehearsal of a workshop that has not begun: its topic, language, words, agenda and votes with simulated
// people, in a file of its own. Without a code it is one of the usual two hours, in the format with which convene was started.
func (l lobby) rehearse(ctx context.Context, id workshop.ID, people int) (tui.Rehearsal, error) {
	opening := l.house.begins.Of(workshop.OpenWorkshop{Topic: rehearsal.Topic(l.house.begins.Lang), Offset: offsetHere()})
	var plan workshop.Agenda
	if id != "" {
		s, err := l.house.state(ctx, id)
		if err != nil {
			return nil, err
		}
		if !s.Started.IsZero() {
			return nil, errHasBegun
		}
		plan = s.Agenda
		opening = workshop.OpenWorkshop{
			Topic: s.Topic, Offset: s.Offset, Lang: s.Lang, Wording: s.Wording, Solo: s.Solo, Votes: s.Votes,
		}
	}
	company, err := rehearsal.New(rand.Uint64(), people, opening.Lang)
	if err != nil {
		return nil, err
	}
	opening.ID, opening.Facilitator = "rehearsal-room", l.name
	a := &aside{}
	if err := a.open(ctx, company, opening, plan); err != nil {
		return nil, errors.Join(err, a.clear())
	}
	return a, nil
}

func (a *aside) open(ctx context.Context, company *rehearsal.Company, o workshop.OpenWorkshop, plan workshop.Agenda) (err error) {
	if a.folder, err = os.MkdirTemp("", "convene-rehearsal-"); err != nil {
		return fmt.Errorf("make temporary folder: %w", err)
	}
	if a.store, err = store.Open(filepath.Join(a.folder, "convene.db")); err != nil {
		return err
	}
	c := newClock(time.Now(), lobbySpeed)
	r, err := room.Create(ctx, a.store, host, o, c.now)
	if err != nil {
		return err
	}
	if plan != nil {
		err = r.Seat(host).Do(ctx, workshop.PlanAgenda{Agenda: plan})
		if err != nil && !errors.Is(err, workshop.ErrAlreadyThere) {
			r.Close()
			return err
		}
	}
	a.performance = begin(ctx, company, r, c)
	return nil
}

// End leaves nothing of the rehearsal.
func (a *aside) End() error {
	err := a.performance.End()
	a.room.Close()
	return errors.Join(err, a.clear())
}

// clear closes and removes the file.
func (a *aside) clear() error {
	var err error
	if a.store != nil {
		err = a.store.Close()
	}
	return errors.Join(err, os.RemoveAll(a.folder))
}
