package main

import (
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"os"

	"convene/store"
	"convene/tui"
	"convene/workshop"
)

// inCommunity lets f do something in the community of a code, at the seat of whoever has the file: they facilitate there. It makes
// no file where there is none, and takes no seat in a workshop that goes on.
func (o *options) inCommunity(ctx context.Context, code string, f func(tui.Seat) error) error {
	path, err := o.path()
	if err != nil {
		return err
	}
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return unknown(code)
	}
	return o.withStore(func(s *store.Store) (err error) {
		records, err := load(ctx, s, code)
		if err != nil {
			return err
		}
		now := workshop.Replay(workshop.State{}, records...)
		if !now.Closed() {
			return unfinished()
		}
		h, err := openHouse(ctx, s, slog.New(slog.DiscardHandler))
		if err != nil {
			return err
		}
		defer h.close()
		at, err := localLobby(h).Enter(ctx, now.ID)
		if err != nil {
			return err
		}
		defer at.Leave()
		return f(at)
	})
}

// unfinished is the error about the community of a workshop that goes on.
func unfinished() error {
	return hintedError{workshop.ErrUnfinished, "convene list says where it stands; the last step is to finish it"}
}
