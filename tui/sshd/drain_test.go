package sshd

import (
	"context"
	"io"
	"testing"
	"testing/synctest"
	"time"
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
