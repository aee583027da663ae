package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"convene/store"
)

func newServe(o *options) *cobra.Command {
	var backups vaultOptions
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Host workshops over SSH, without a screen of its own",
		Example: `convene serve --facilitators ~/.ssh/authorized_keys
convene serve --addr :22 --advertise workshops.example.org --facilitators facilitators.pub
convene serve --facilitators facilitators.pub --backup-dir backups`,
		Args: nothing,
		RunE: func(cmd *cobra.Command, _ []string) error {
			log, flush, err := o.logger(cmd.ErrOrStderr())
			if err != nil {
				return err
			}
			defer flush()
			if err := cmp.Or(o.door.check(cmd), backups.check(cmd)); err != nil {
				return err
			}
			outliveLog()
			return o.withHouse(cmd, log, func(h *house, db string) error {
				v, err := backups.open(h.store, db, log, time.Now)
				if err != nil {
					return err
				}
				return errors.Join(o.serve(cmd.Context(), h, v, db, log), v.close())
			})
		},
	}
	o.door.flags(cmd)
	o.takesLang(cmd, "new workshops and of the door")
	o.takesFormat(cmd)
	o.takesCards(cmd)
	backups.flags(cmd)
	return cmd
}

// serve keeps the door open until it is told to end, and lets backups be made meanwhile.
func (o *options) serve(ctx context.Context, h *house, v *vault, db string, log *slog.Logger) (err error) {
	d, err := openDoorway(ctx, o.door, db, h, log)
	if err != nil {
		return err
	}
	end := v.begin(ctx, h)
	defer func() { err = errors.Join(err, end()) }()
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
	cards, err := o.ownCards()
	if err != nil {
		return err
	}
	return o.withStore(func(s *store.Store) error {
		h, err := openHouse(cmd.Context(), s, log)
		if err != nil {
			return err
		}
		defer h.close()
		h.begins, h.cards = begins, cards
		return f(h, db)
	})
}

// logger writes what happens, from the level on that was asked for; flush is to be called when the log ends. What libraries
// have to say goes there as well, and not in between or over a screen.
func (o *options) logger(w io.Writer) (log *slog.Logger, flush func(), err error) {
	var level slog.Level
	if err := level.UnmarshalText([]byte(o.logLevel)); err != nil {
		return nil, nil, usageError{fmt.Errorf("there is no log level %q: debug, info, warn or error", o.logLevel), "convene"}
	}
	log, flush = sparingLog(w, level)
	slog.SetDefault(log)
	return log, flush, nil
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
