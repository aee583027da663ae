package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"convene/store"
)

// demoFolder begins the name of the temporary folder of a rehearsal.
const demoFolder = "convene-demo-"

// leftAlone is how long nothing has been written to a rehearsal that may be taken for a leftover.
const leftAlone = time.Hour

// removeLeftovers removes the temporary folders of rehearsals that were killed. Whoever still plays has their file locked, and
// whoever has just begun has written to it; what can't be read as a rehearsal is somebody else's. All of that stays.
func removeLeftovers(temporary string, now time.Time) error {
	folders, err := filepath.Glob(filepath.Join(temporary, demoFolder+"*"))
	for _, folder := range folders {
		file := filepath.Join(folder, "convene.db")
		info, statErr := os.Lstat(file)
		if statErr != nil || !info.Mode().IsRegular() || now.Sub(info.ModTime()) < leftAlone {
			continue
		}
		s, openErr := store.OpenReadOnly(file)
		if openErr != nil {
			continue
		}
		if removeErr := errors.Join(s.Close(), os.RemoveAll(folder)); removeErr != nil {
			err = errors.Join(err, fmt.Errorf("remove the leftover of a rehearsal: %w", removeErr))
		}
	}
	return err
}
