package main

import (
	"context"
	"errors"
	"log/slog"

	"convene/store"
	"convene/workshop"
	"convene/workshop/ballot"
)

// journal is the file as the log of a room. Whoever looks after the house is told why a command could not be saved: people are
// only told that it could not, since the reason can say where the file is.
type journal struct {
	*store.Store
	log *slog.Logger
}

// Append adds records to the end of a workshop's log.
func (j journal) Append(ctx context.Context, id workshop.ID, after workshop.Seq, records ...workshop.Record) error {
	err := j.Store.Append(ctx, id, after, records...)
	if conflict := (*workshop.ConflictError)(nil); errors.As(err, &conflict) { // somebody else was quicker, and it is tried again
		return err
	}
	return j.told("nothing new can be saved; people wait until there is room, or the disk is well", err, "workshop", id)
}

// Box returns the ballots in a workshop's box, which the close of a vote takes with it.
func (j journal) Box(ctx context.Context, id workshop.ID) ([]ballot.Ballot, error) {
	box, err := j.Store.Box(ctx, id)
	return box, j.told("a box could not be read", err)
}

// Sheets returns the answers to a workshop's open health check, which its close takes with it.
func (j journal) Sheets(ctx context.Context, id workshop.ID) ([]workshop.LockedSheet, error) {
	sheets, err := j.Store.Sheets(ctx, id)
	return sheets, j.told("a box of answers could not be read", err)
}

// Nonce returns what a workshop's lot is drawn from, for a runoff or the lot itself.
func (j journal) Nonce(ctx context.Context, id workshop.ID) ([]byte, error) {
	nonce, err := j.Store.Nonce(ctx, id)
	return nonce, j.told("the chance of a lot could not be read", err)
}

func (j journal) told(what string, err error, more ...any) error {
	if err != nil {
		j.log.Error(what, append(more, "error", err)...)
	}
	return err
}
