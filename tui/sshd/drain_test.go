package sshd

import (
	"context"
	"io"
	"testing"
	"testing/synctest"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

// resumed is a reader with more behind its end.
type resumed struct{ more int }

func (r *resumed) Read(b []byte) (int, error) {
	if r.more--; r.more%2 == 0 {
		return 0, io.EOF
	}
	return len(b), nil
}

func TestWhatComesBehindTheEndIsReadAsWell(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, end := context.WithTimeout(t.Context(), time.Minute)
		defer end()
		r := &resumed{more: 100}
		drain(ctx, r)
		if r.more > 0 {
			t.Errorf("%d times nothing was read", r.more)
		}
	})
}

// muttering is a channel whose client writes to its standard error.
type muttering struct {
	gossh.NewChannel
	gossh.Channel
	stderr io.ReadWriter
}

func (m muttering) Accept() (gossh.Channel, <-chan *gossh.Request, error) {
	requests := make(chan *gossh.Request)
	close(requests)
	return m, requests, nil
}

func (m muttering) Stderr() io.ReadWriter { return m.stderr }

// A channel has two megabytes for what nobody reads.
func TestWhatAClientWritesToItsStderrIsNotKept(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		from, to := io.Pipe()
		life, hangUp := context.WithCancel(t.Context())
		line := &connection{terminals: make(chan struct{}, maxTerminals)}
		line.terminals <- struct{}{}
		v := &visit{life: life, hangUp: hangUp, line: line}
		_, _, err := sifted{muttering{stderr: struct {
			io.Reader
			io.Writer
		}{from, nil}}, v}.Accept()
		if err != nil {
			t.Fatal(err)
		}
		if n, err := to.Write(make([]byte, 4<<20)); n != 4<<20 || err != nil {
			t.Errorf("%d bytes were read: %v", n, err)
		}
		_ = to.Close()
		v.aside.Wait()
	})
}
