package store

import (
	"bytes"
	"slices"
)

// call is something that a process asked of the system, or said to those who watch it.
type call struct {
	does  deed
	at    int64  // where something is written, or how long the file becomes
	bytes []byte // what is written, or said

	failed bool // the system did nothing of it, and said so
}

type deed int

const (
	writes  deed = iota // pwrite
	resizes             // ftruncate
	syncs               // fsync or fdatasync: what was done to the file before is on the disk when it returns
	says                // tells the watcher how far the process is; it has nothing to do with the file
)

// disk is what a power cut leaves of a file: for certain what was there at the latest sync, and perhaps some of what was
// done after it. Until a sync the system may bring it to the disk in any order, and not all of it.
type disk struct {
	safe  []byte
	loose []call // writes and resizes since the latest sync
}

func (d *disk) take(c call) {
	if c.failed {
		if c.does == syncs {
			d.loose = nil // the worst: the system gives up what it could not bring to the disk, and no later sync does
		}
		return
	}
	switch c.does {
	case syncs:
		d.safe, d.loose = d.after(d.loose), nil
	case writes, resizes:
		d.loose = append(slices.Clip(d.loose), c)
	case says:
	}
}

// after is the file when these calls, and nothing else, came after the latest sync.
func (d disk) after(calls []call) []byte {
	file := bytes.Clone(d.safe)
	for _, c := range calls {
		end := c.at + int64(len(c.bytes))
		if c.does == resizes && end < int64(len(file)) {
			file = file[:end]
		}
		if missing := end - int64(len(file)); missing > 0 {
			file = append(file, make([]byte, missing)...)
		}
		copy(file[c.at:], c.bytes)
	}
	return file
}

// torn is a write of which only the first n bytes have arrived.
func (c call) torn(n int) call { return call{does: c.does, at: c.at, bytes: c.bytes[:n]} }
