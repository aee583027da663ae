package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"convene/store"
	"convene/workshop"
)

// How backups are made when nobody says otherwise, and how often at most.
const (
	usualEvery = 15 * time.Minute
	leastEvery = time.Minute
	usualKeep  = 48
)

// againSoon is when a backup that could not be made is tried again.
const againSoon = time.Minute

// farewellBackup is how long the backup at the end may take.
const farewellBackup = 8 * time.Second

// vaultOptions say where backups of a running server go, how often, and how many are kept.
type vaultOptions struct {
	folder string // empty for no backups
	every  time.Duration
	keep   int
}

func (o *vaultOptions) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&o.folder, "backup-dir", "", "folder for backups of the workshops, made while the server runs and when it ends")
	f.DurationVar(&o.every, "backup-every", usualEvery, "how often a backup is made, when something has changed")
	f.IntVar(&o.keep, "backup-keep", usualKeep, "how many backups are kept")
	_ = cmd.MarkFlagDirname("backup-dir") // it fails for unknown flags only
}

// check refuses what can't be meant.
func (o *vaultOptions) check(cmd *cobra.Command) error {
	switch {
	case o.folder == "" && (cmd.Flags().Changed("backup-every") || cmd.Flags().Changed("backup-keep")):
		return usageError{errors.New("say where backups go: --backup-dir is missing"), cmd.CommandPath()}
	case o.every < leastEvery:
		return usageError{errors.New("--backup-every takes a minute or more, like 15m"), cmd.CommandPath()}
	case o.keep < 1:
		return usageError{errors.New("--backup-keep takes 1 or more"), cmd.CommandPath()}
	}
	return nil
}

// vault is where backups of a running server are put. It is for one goroutine at a time. A nil vault makes none.
type vault struct {
	vaultOptions
	store *store.Store
	db    string // its path
	log   *slog.Logger
	now   func() time.Time

	remove func(path string) error
	letGo  func() error // of the folder; nil when it couldn't be locked

	copied uint64    // what the latest backup is a copy of; zero before the first
	told   time.Time // when it was last said that a backup waits for a vote
}

// open makes the folder, for its owner only, and removes what a backup left there that was interrupted. Nobody else may keep
// backups there of a file that is called the same: each would remove those of the other. The vault must be closed.
func (o vaultOptions) open(s *store.Store, db string, log *slog.Logger, now func() time.Time) (*vault, error) {
	if o.folder == "" {
		return nil, nil
	}
	doubted := doubt(o.folder, db)
	if err := os.MkdirAll(o.folder, 0o700); err != nil {
		return nil, hintedError{
			fmt.Errorf("make folder for backups: %w", err), "name a folder with --backup-dir that can be made, or is there",
		}
	}
	v := &vault{vaultOptions: o, store: s, db: db, log: log, now: now, remove: remove}
	var err error
	switch v.letGo, err = store.Hold(filepath.Join(o.folder, "."+backupStem(db)+"lock")); {
	case errors.Is(err, store.ErrLocked):
		return nil, hintedError{
			fmt.Errorf("another server keeps its backups in %s, and its workshops are in a %s as well", o.folder, filepath.Base(db)),
			"give each server a --backup-dir of its own",
		}
	case err != nil && closedTo(o.folder):
		return nil, hintedError{
			fmt.Errorf("no backup can be put into %s: %w", o.folder, errors.Unwrap(err)),
			"name a folder with --backup-dir that the user who runs convene may write to",
		}
	case err != nil:
		log.Warn("the folder for backups can't be locked; let no other server use it", "folder", o.folder, "error", err)
	}
	if err := v.tidy(); err != nil {
		return nil, errors.Join(fmt.Errorf("tidy folder for backups: %w", err), v.close())
	}
	if why := doubted(); why != "" {
		log.Warn(why, "folder", o.folder)
	}
	return v, nil
}

// closedTo says whether nothing can be put into a folder because it is not allowed. Unlike a full disk, that doesn't pass.
func closedTo(folder string) bool {
	probe, err := os.CreateTemp(folder, ".may-be-written-*")
	if err != nil {
		return errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS)
	}
	_, _ = probe.Close(), remove(probe.Name()) // it was only to be made
	return false
}

// tidy removes what backups have left that were interrupted.
func (v *vault) tidy() error {
	drafts, err := v.named(`\.db\.[A-Z0-9]+\.tmp`)
	if err != nil {
		return err
	}
	for _, name := range drafts {
		if err := remove(filepath.Join(v.folder, name)); err != nil {
			return err
		}
	}
	return nil
}

// close lets others keep their backups in the folder.
func (v *vault) close() error {
	if v == nil || v.letGo == nil {
		return nil
	}
	return v.letGo()
}

// begin lets backups of a house be made until end is called. That ends the rooms, so that the last backup has everything, and
// returns why there is none.
func (v *vault) begin(ctx context.Context, h *house) (end func() error) {
	if v == nil {
		return func() error { return nil }
	}
	ctx, stop := context.WithCancel(ctx)
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		v.run(ctx)
	}()
	return func() error {
		stop()
		<-ended
		h.close()
		return v.last()
	}
}

// run makes backups until the context ends. What goes wrong is logged, and tried again: people go on working meanwhile.
func (v *vault) run(ctx context.Context) {
	timer := time.NewTimer(v.every)
	defer timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-timer.C:
			timer.Reset(v.turn(ctx))
		}
	}
}

// turn makes a backup, if there is anything new, and says when the next turn is.
func (v *vault) turn(ctx context.Context) time.Duration {
	err := v.backUp(ctx)
	voting := (*store.VotingError)(nil)
	switch {
	case err == nil:
		v.told = time.Time{}
		return v.every
	case ctx.Err() != nil: // the server ends, and makes one then
	case errors.As(err, &voting):
		if v.told.IsZero() || v.now().Sub(v.told) >= v.every {
			v.told = v.now()
			v.log.Warn("the backup waits until the vote is closed", "workshops", codes(voting.IDs))
		}
	default:
		v.log.Error("no backup was made; it is tried again in a minute", "folder", v.folder, "error", err)
	}
	return min(v.every, againSoon)
}

// last makes the backup at the end, when nobody writes any more. That a vote holds it back is told, and is no failure.
func (v *vault) last() error {
	ctx, cancel := context.WithTimeout(context.Background(), farewellBackup)
	defer cancel()
	err := v.backUp(ctx)
	voting := (*store.VotingError)(nil)
	switch {
	case err == nil:
		return nil
	case errors.As(err, &voting):
		v.log.Warn("no backup was made at the end: a vote is open", "workshops", codes(voting.IDs))
		return nil
	default:
		v.log.Error("no backup was made at the end", "folder", v.folder, "error", err)
		return hintedError{
			fmt.Errorf("no backup was made at the end: %w", err),
			"the workshops themselves are saved; once " + v.folder + " can be written to, convene backup makes the copy",
		}
	}
}

// backUp makes a backup between votes, unless the latest has everything. One that is damaged, because the workshops are, gets
// another name, so that it pushes out none that is sound.
func (v *vault) backUp(ctx context.Context) error {
	switch revision, err := v.store.Revision(); {
	case err != nil:
		return err
	case revision == v.copied:
		return nil
	}
	at := v.now()
	name := backupName(v.db, at, sound)
	if err := v.unlink(name, backupName(v.db, at, damaged)); err != nil {
		return err
	}
	c, err := v.store.CopyBetweenVotes(ctx, filepath.Join(v.folder, name))
	if err != nil {
		return err
	}
	if n := len(c.Audit.Troubles); n > 0 {
		name = backupName(v.db, at, damaged)
		v.log.Error("the workshops are damaged, and so is this backup; convene verify says what is wrong", "backup", name,
			"troubles", n, "first", c.Audit.Troubles[0].String())
	}
	if err := c.Place(filepath.Join(v.folder, name), true); err != nil { // of the same second, with less in it
		return errors.Join(err, c.Drop())
	}
	v.copied = c.Revision
	v.log.Info("backup made", "folder", v.folder, "backup", name)
	if err := v.prune(name); err != nil { // it is tried again after the next one
		v.log.Error("the backup is made, and older ones can't be removed", "backup", name, "error", err)
	}
	return nil
}

// unlink removes links from where a backup is to be. A copy follows them, as is right for a name that somebody gives; here nobody
// has given one, and whoever else may write in the folder could lead a backup over any file of ours.
func (v *vault) unlink(names ...string) error {
	for _, name := range names {
		path := filepath.Join(v.folder, name)
		if info, err := os.Lstat(path); err != nil || info.Mode()&os.ModeSymlink == 0 {
			continue // what else is wrong is said when it is written
		}
		if err := v.remove(path); err != nil {
			return fmt.Errorf("remove link: %w", err)
		}
	}
	return nil
}

// prune removes the oldest backups beyond those that are kept, the sound and the damaged ones by themselves, and never the
// one that was just made: the clock may have been set back.
func (v *vault) prune(made string) error {
	for _, ending := range []string{sound, damaged} {
		names, err := v.named(regexp.QuoteMeta(ending))
		if err != nil {
			return err
		}
		for len(names) > v.keep {
			if names[0] != made {
				if err := v.remove(filepath.Join(v.folder, names[0])); err != nil {
					return fmt.Errorf("remove old backup: %w", err)
				}
				names = names[1:]
				continue
			}
			names = append(names[1:], made)
		}
	}
	return nil
}

// named lists the backups of this file with an ending, oldest first. What else is in the folder belongs to somebody else.
func (v *vault) named(ending string) ([]string, error) {
	pattern, err := regexp.Compile(`^` + regexp.QuoteMeta(backupStem(v.db)) + `\d{8}T\d{6}Z` + ending + `$`)
	if err != nil {
		return nil, err
	}
	entries, err := os.ReadDir(v.folder)
	if err != nil {
		return nil, fmt.Errorf("look for old backups: %w", err)
	}
	var names []string
	for _, e := range entries {
		if e.Type().IsRegular() && pattern.MatchString(e.Name()) {
			names = append(names, e.Name())
		}
	}
	return names, nil // ReadDir sorts them
}

func codes(ids []workshop.ID) string {
	var out []string
	for _, id := range ids {
		out = append(out, string(id))
	}
	return strings.Join(out, ", ")
}
