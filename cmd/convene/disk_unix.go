//go:build unix

package main

import (
	"os"
	"path/filepath"
	"syscall"
)

// doubt tells why the place of a folder for backups may not be the one that is meant, as when a disk is not mounted; it tells
// nothing where there is no doubt. It looks around before the folder is made, and is called when it is there.
func doubt(folder, db string) func() string {
	fresh := !isThere(filepath.Dir(filepath.Clean(folder)))
	return func() string {
		switch {
		case sameDisk(folder, db):
			return "backups are on the same disk as the workshops; if another is meant, see that it is mounted"
		case fresh:
			return "not even the folder above the one for backups was there; if it is on another disk, see that it is mounted"
		default:
			return ""
		}
	}
}

// sameDisk says whether two paths are on the same file system, as far as that can be told.
func sameDisk(one, other string) bool {
	a, okA := device(one)
	b, okB := device(other)
	return okA && okB && a == b
}

// device is the file system that a path is on.
func device(path string) (uint64, bool) {
	info, err := os.Stat(path)
	if err != nil {
		return 0, false
	}
	stat, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return 0, false
	}
	return uint64(stat.Dev), true
}
