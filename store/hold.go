package store

import (
	"errors"
	"fmt"
	"os"
)

// Hold holds an empty file, which it makes, until it is let go: so that whoever else would hold it, in another process or in
// this one, gets ErrLocked. It is let go when the process ends, too, and the file stays. Where files can't be locked, and on
// Windows, it keeps nobody out.
func Hold(path string) (letGo func() error, err error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, fmt.Errorf("hold: %w", err)
	}
	if err := lockFile(f); err != nil {
		return nil, errors.Join(fmt.Errorf("%w: %s", err, path), f.Close())
	}
	return f.Close, nil
}
