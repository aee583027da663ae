package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"convene/store"
)

func newBackup(o *options) *cobra.Command {
	var force bool
	cmd := &cobra.Command{
		Use:   "backup [FILE]",
		Short: "Copy all workshops into a file, verified, and print its name",
		Long: "Copy all workshops into a file of their own, for its owner only, and verify the copy. Without FILE it is made in this " +
			"folder, with the time in its name. A file that is there already is replaced only with --force; a copy that is damaged, " +
			"because the workshops are, replaces nothing, and its name ends in .damaged.db.\n\n" +
			"While a server has the workshops open this is refused: it makes backups itself with convene serve --backup-dir.\n\n" +
			"While ballots are in a box it is refused, too: a copy with a single one tells how that person voted, and two copies that " +
			"are made during the same vote tell the vote of whoever voted between them, if nobody else did.",
		Example: "convene backup\nconvene backup /media/stick/workshops.db --force",
		Args:    oneFile("FILE"), ValidArgsFunction: offersFiles,
		RunE: func(cmd *cobra.Command, args []string) error {
			path, err := o.path()
			if err != nil {
				return err
			}
			to := backupName(path, time.Now(), sound)
			if len(args) > 0 {
				to = args[0]
			}
			err = o.withExisting(func(s *store.Store) error { return backup(cmd, s, path, to, force) },
				hintedError{fmt.Errorf("there are no workshops at %s", path), "say where with --db PATH"})
			if hinted := (hintedError{}); errors.Is(err, store.ErrLocked) && !errors.As(err, &hinted) {
				return instead(err, "a server makes backups of itself with convene serve --backup-dir DIR; or end it first")
			}
			return err
		},
	}
	cmd.Flags().BoolVar(&force, "force", false, "replace a file that is there already")
	return cmd
}

// backup makes a copy, and says what has to be said about it. A copy of a file that is damaged is better than none, but not
// better than an earlier one: it gets another name, and takes nobody's place.
func backup(cmd *cobra.Command, s *store.Store, path, to string, force bool) error {
	c, err := s.CopyBetweenVotes(cmd.Context(), to)
	if voting := (*store.VotingError)(nil); errors.As(err, &voting) {
		return instead(voting, "close the vote, or abandon it, and then make the copy: it would tell too much of who voted what")
	}
	if errors.Is(err, context.Canceled) {
		return hintedError{errors.New("interrupted"), "no copy was made, and nothing replaced"}
	}
	if err != nil {
		return err
	}
	hurt := len(c.Audit.Troubles) > 0
	if hurt {
		to = strings.TrimSuffix(to, sound) + damaged
	}
	if err := c.Place(to, force && !hurt); err != nil {
		err = errors.Join(err, c.Drop())
		switch {
		case errors.Is(err, store.ErrExists) && hurt:
			writeTroubles(cmd.ErrOrStderr(), path, c.Audit)
			return hintedError{err, "what would be copied is damaged, and replaces nothing; choose another name"}
		case errors.Is(err, store.ErrExists):
			return hintedError{err, "choose another name, or replace it with --force"}
		case errors.Is(err, store.ErrLocked):
			return instead(err, "choose another name: the workshops in that file are in use")
		}
		return err
	}
	if _, err := fmt.Fprintln(cmd.OutOrStdout(), to); err != nil {
		return err
	}
	writeTroubles(cmd.ErrOrStderr(), path, c.Audit)
	if c.Audit.Newer() {
		return hintedError{
			fmt.Errorf("the copy %s has records that this convene doesn't know, as %s has", to, path),
			"update convene, if there is a newer one, and make the copy again; keep your earlier backups",
		}
	}
	if n := len(c.Audit.Troubles); n > 0 {
		return hintedError{
			fmt.Errorf("the copy %s has %s, as %s has", to, counted(n, "trouble"), path),
			"keep your earlier backups; convene restore takes one that has none",
		}
	}
	return nil
}

// The endings of backups, by what they are copies of.
const (
	sound   = ".db"
	damaged = ".damaged.db"
)

// stamp is how the time stands in the name of a backup: in UTC, so that the names sort by it.
const stamp = "20060102T150405Z"

// backupStem is how the names of all backups of a file begin.
func backupStem(db string) string { return strings.TrimSuffix(filepath.Base(db), ".db") + "-" }

// backupName is what a backup of a file is called.
func backupName(db string, at time.Time, ending string) string {
	return backupStem(db) + at.UTC().Format(stamp) + ending
}
