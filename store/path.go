package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// DefaultPath is where the file is when nobody says otherwise: $XDG_DATA_HOME/convene/convene.db, or else
// ~/.local/share/convene/convene.db. It is always absolute; a relative $XDG_DATA_HOME is ignored, as the XDG Base
// Directory Specification asks. It returns an error when there is no home folder either.
func DefaultPath() (string, error) {
	data := os.Getenv("XDG_DATA_HOME")
	if !filepath.IsAbs(data) {
		home, err := os.UserHomeDir()
		if err != nil {
			return "", fmt.Errorf("find home folder: %w", err)
		}
		if !filepath.IsAbs(home) {
			return "", errors.New("find home folder: $HOME is not an absolute path")
		}
		data = filepath.Join(home, ".local", "share")
	}
	return filepath.Join(data, "convene", "convene.db"), nil
}

// makeFolder creates the folder of a file, for its owner only (0700, as the XDG specification asks).
func makeFolder(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("make folder: %w", err)
	}
	return nil
}

// syncFolder makes the name of a new file durable: bbolt syncs only what is in the file. Some systems cannot sync a
// folder, and the store works there too, so a failure is no error.
func syncFolder(path string) {
	d, err := os.Open(filepath.Dir(path))
	if err != nil {
		return
	}
	_ = d.Sync()
	_ = d.Close()
}
