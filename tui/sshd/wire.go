package sshd

import (
	"io"
	"sync"
	"time"
)

// wire is the way to one terminal, with a watchdog. A write over SSH waits for as long as its client doesn't read, so
// that nothing but the end of the connection sets it free.
type wire struct {
	mu       sync.Mutex // one write at a time: stdout and stderr go the same way
	patience time.Duration
	watchdog *time.Timer
}

// newWire returns a wire whose connection is cut when something takes longer than patience.
func newWire(patience time.Duration, cut func()) *wire {
	w := &wire{patience: patience, watchdog: time.AfterFunc(patience, cut)}
	w.watchdog.Stop()
	return w
}

// do does something that waits for the client.
func (w *wire) do(f func() error) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.watchdog.Reset(w.patience)
	defer w.watchdog.Stop()
	return f()
}

// watched is a writer whose writes the watchdog watches.
type watched struct {
	wire *wire
	to   io.Writer
}

func (w watched) Write(b []byte) (n int, err error) {
	err = w.wire.do(func() error {
		n, err = w.to.Write(b)
		return err
	})
	return n, err
}
