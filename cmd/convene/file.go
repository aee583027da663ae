package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// errLong is returned by readAtMost when there is more.
var errLong = errors.New("there is too much in it")

// readAtMost reads a file of so many bytes at most, until the context ends. It may be a pipe to which nobody has written yet, or
// a device that never ends. Who waits for a pipe can't be woken: that goroutine is left behind, and ends with the program.
func readAtMost(ctx context.Context, path string, most int64) ([]byte, error) {
	type outcome struct {
		content []byte
		err     error
	}
	done := make(chan outcome, 1)
	go func() {
		f, err := os.Open(path)
		if err != nil {
			done <- outcome{nil, err}
			return
		}
		content, err := io.ReadAll(io.LimitReader(f, most+1))
		if err == nil && int64(len(content)) > most {
			err = errLong
		}
		done <- outcome{content, errors.Join(err, f.Close())}
	}()
	select {
	case o := <-done:
		return o.content, o.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// writeFile writes a file in one go: whoever reads it finds the old content or the new, and never a half. A link is
// followed, and what is no regular file (a device, a pipe) is written to as it is.
func writeFile(path string, content []byte) error {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	mode := os.FileMode(0o666) // what the umask leaves of it
	if info, err := os.Stat(path); err == nil {
		if !info.Mode().IsRegular() {
			return os.WriteFile(path, content, mode)
		}
		mode = info.Mode().Perm()
	}
	draft := fmt.Sprintf("%s.%s.tmp", path, rand.Text())
	if err := writeDraft(draft, content, mode); err != nil {
		return errors.Join(fmt.Errorf("write %s: %w", path, err), remove(draft))
	}
	if err := os.Rename(draft, path); err != nil {
		return errors.Join(fmt.Errorf("write %s: %w", path, err), remove(draft))
	}
	return nil
}

// writeNew writes a file that was not there, in one go. What is there is never touched, whatever it is and whenever it came: the
// error is then os.ErrExist.
func writeNew(path string, content []byte) error {
	place, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return fmt.Errorf("write: %w", err)
	}
	if err := place.Close(); err != nil {
		return fmt.Errorf("write: %w", err)
	}
	if err := writeFile(path, content); err != nil {
		return errors.Join(err, remove(path))
	}
	return nil
}

// writeDraft writes a new file and makes sure that it is on the disk.
func writeDraft(path string, content []byte, mode os.FileMode) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return errors.Unwrap(err) // without the draft's name, which says nothing to anybody
	}
	_, err = f.Write(content)
	return errors.Join(err, f.Sync(), f.Close())
}

func remove(path string) error {
	if err := os.Remove(path); !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}
