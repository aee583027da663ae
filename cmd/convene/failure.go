package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"syscall"

	"charm.land/fang/v2"

	"convene/store"
	"convene/workshop"
	"convene/workshop/room"
)

// The exit codes.
const (
	exitDone   = 0
	exitFailed = 1 // refused or failed
	exitUsage  = 2 // the command line was wrong
)

// usageError is a command line that cannot be understood.
type usageError struct {
	error
	command string // as it was called, "convene export"
}

func (e usageError) Unwrap() error { return e.error }

// hintedError is an error with something that its reader can do about it.
type hintedError struct {
	error
	hint string
}

func (e hintedError) Unwrap() error { return e.error }

// instead is a refusal of the store with another hint than its own.
func instead(err error, hint string) error {
	what, _ := parted(err)
	return hintedError{plainError{err, what}, hint}
}

// parted is a refusal of the store as what is wrong, and what to do about it. The latter stands behind a semicolon; where the file
// comes only after it, what is wrong is with that file.
func parted(err error) (what, hint string) {
	what, hint, _ = strings.Cut(err.Error(), "; ")
	if before, file, ok := strings.Cut(hint, ": "); ok {
		return what + ": " + file, before
	}
	return what, hint
}

// plainError is an error in other words.
type plainError struct {
	error
	what string
}

func (e plainError) Error() string { return e.what }
func (e plainError) Unwrap() error { return e.error }

func exitCode(err error) int {
	usage := usageError{}
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &usage):
		return exitUsage
	default:
		return exitFailed
	}
}

// report writes what went wrong and, where there is something, what to do about it.
func report(w io.Writer, _ fang.Styles, err error) {
	what, hint := explain(err)
	if lost := (*room.NotSavedError)(nil); errors.As(err, &lost) { // who sits here has the file, and may know how it fails
		what = fmt.Sprintf("%s: %v", what, lost.Log)
	}
	fmt.Fprintf(w, "convene: %s\n", what)
	if hint != "" {
		fmt.Fprintf(w, "hint: %s\n", hint)
	}
}

func explain(err error) (what, hint string) {
	usage, hinted := usageError{}, hintedError{}
	unreadable := (*workshop.UnreadableError)(nil)
	switch {
	case errors.As(err, &usage):
		return err.Error(), fmt.Sprintf("%s --help says how it goes", usage.command)
	case errors.As(err, &hinted):
		return err.Error(), hinted.hint
	case errors.Is(err, context.Canceled):
		return "interrupted", ""
	case errors.Is(err, fs.ErrPermission):
		return err.Error(), "run it as the user whose file or folder that is, or choose another"
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return err.Error(), "make room on the disk, and do it again; what was there is as it was"
	case errors.As(err, &unreadable) && errors.Is(err, workshop.ErrNewer):
		return err.Error(), "update convene, if there is a newer one; otherwise convene verify says what is wrong"
	case errors.As(err, &unreadable):
		return err.Error(), "convene verify says all that is wrong; convene restore puts a backup in the place of this file"
	case errors.Is(err, store.ErrNewer), errors.Is(err, store.ErrCutShort), errors.Is(err, store.ErrDamaged):
		what, hint = parted(err)
		if !errors.Is(err, store.ErrNewer) {
			hint = "convene restore BACKUP --force, with the same --db, puts a backup in its place, and keeps this file beside it"
		}
		return what, hint
	case errors.Is(err, store.ErrLocked), errors.Is(err, store.ErrForeign):
		// The store says what to do behind a semicolon.
		what, hint, _ = strings.Cut(err.Error(), "; ")
		return what, hint
	default:
		return err.Error(), ""
	}
}
