package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"convene/store"
)

func newServe(o *options) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Host workshops over SSH, without a screen of its own",
		Example: `convene serve --facilitators ~/.ssh/authorized_keys
convene serve --addr :22 --advertise workshops.example.org --facilitators facilitators.pub`,
		Args: nothing,
		RunE: func(cmd *cobra.Command, _ []string) error {
			log, err := o.logger(cmd.ErrOrStderr())
			if err != nil {
				return err
			}
			return o.withHouse(cmd, log, func(h *house, db string) error { return o.serve(cmd.Context(), h, db, log) })
		},
	}
	o.door.flags(cmd)
	o.takesFormat(cmd)
	return cmd
}

// serve keeps the door open until it is told to end.
func (o *options) serve(ctx context.Context, h *house, db string, log *slog.Logger) error {
	d, err := openDoorway(ctx, o.door, db, h, log)
	if err != nil {
		return err
	}
	if o.door.facilitators == "" {
		log.Warn("nobody can facilitate over SSH: --facilitators FILE says who may")
	}
	select {
	case <-ctx.Done():
		log.Info("closing")
		return d.close()
	case err := <-d.served: // the door has closed by itself
		d.served <- err
		return d.close()
	}
}

// withHouse opens the file and a house of it, lets f work with them, and closes both.
func (o *options) withHouse(cmd *cobra.Command, log *slog.Logger, f func(h *house, db string) error) error {
	db, err := o.path()
	if err != nil {
		return err
	}
	begins, err := o.newFormatOf(cmd)
	if err != nil {
		return err
	}
	return o.withStore(func(s *store.Store) error {
		h, err := openHouse(cmd.Context(), s, log)
		if err != nil {
			return err
		}
		defer h.close()
		h.begins = begins
		return f(h, db)
	})
}

// logger writes what happens, from the level on that was asked for.
func (o *options) logger(w io.Writer) (*slog.Logger, error) {
	var level slog.Level
	if err := level.UnmarshalText([]byte(o.logLevel)); err != nil {
		return nil, usageError{fmt.Errorf("there is no log level %q: debug, info, warn or error", o.logLevel), "convene"}
	}
	return slog.New(slog.NewTextHandler(w, &slog.HandlerOptions{Level: level})), nil
}

// logFile is where what happens is written while a screen is up: beside the database, and anew each time. What was there
// goes first, so that a link leads nowhere and the new file is its owner's alone.
func logFile(db string) (*os.File, error) {
	path := filepath.Join(filepath.Dir(db), "convene.log")
	if err := remove(path); err != nil {
		return nil, fmt.Errorf("open log: %w", err)
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY|os.O_EXCL, 0o600)
	if err != nil {
		return nil, fmt.Errorf("open log: %w", err)
	}
	return f, nil
}
