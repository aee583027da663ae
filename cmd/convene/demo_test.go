package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// interrupter ends a context as soon as somebody writes to it.
type interrupter struct {
	io.Writer
	stop context.CancelFunc
}

func (i interrupter) Write(p []byte) (int, error) {
	i.stop()
	return i.Writer.Write(p)
}

func TestAnInterruptedDemoLeavesNothingBehind(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("TMPDIR", folder)
	ctx, stop := context.WithCancel(t.Context())
	var out, errs bytes.Buffer
	args := []string{"demo", "--no-tui", "--speed", "1"}
	if got := run(ctx, args, strings.NewReader(""), &out, interrupter{&errs, stop}); got != exitFailed {
		t.Errorf("exit code %d", got)
	}
	if out.Len() > 0 {
		t.Errorf("standard output has %q", out.String())
	}
	if !strings.HasSuffix(errs.String(), "convene: interrupted\n") {
		t.Errorf("standard error has %q", errs.String())
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}

func TestTimePassesAtTheClocksSpeed(t *testing.T) {
	for _, c := range []struct {
		speed float64
		want  time.Duration
	}{
		{0, 0}, {0.5, 2 * time.Minute}, {1, time.Minute}, {60, time.Second}, {1e9, 60 * time.Nanosecond},
	} {
		synctest.Test(t, func(t *testing.T) {
			begun := time.Now()
			k := newClock(rehearsalStart(), c.speed)
			if err := k.pass(t.Context(), time.Minute); err != nil {
				t.Fatal(err)
			}
			if got := time.Since(begun); got != c.want {
				t.Errorf("at speed %v a minute takes %v, want %v", c.speed, got, c.want)
			}
			if got := k.now().Sub(rehearsalStart()); got != time.Minute {
				t.Errorf("the clock has moved by %v", got)
			}
		})
	}
}
