//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package store

import "os"

// lockFile does nothing where files are not locked like this. On Windows nobody replaces a file that somebody has open.
func lockFile(*os.File) error { return nil }

// unlock does nothing where a lock goes with the file that is closed.
func unlock(*os.File) error { return nil }
