//go:build unix

package main

import (
	"context"
	"image/color"
	"io"
	"path/filepath"
	"testing"
	"time"

	"github.com/creack/pty"

	"convene/store"
	"convene/tui"
	"convene/tui/tuitest"
	"convene/workshop"
	"convene/workshop/rehearsal"
	"convene/workshop/room"
)

// The size of the screens on the pictures.
const (
	pictureWidth  = 100
	pictureHeight = 30
)

// studio is where pictures are made: a rehearsal, as convene demo holds it, of which several people's screens are shown,
// each by the program in a pseudo-terminal of its own. Its clock stands while nothing happens, so that everybody who records
// gets the same.
type studio struct {
	t       *testing.T
	room    *room.Room
	clock   *clock
	company *rehearsal.Company
}

func openStudio(t *testing.T, d demo) *studio {
	t.Helper()
	t.Setenv("TERM", "xterm-256color")
	t.Setenv("COLORTERM", "truecolor")
	s, err := store.Open(filepath.Join(t.TempDir(), "convene.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	st := &studio{t: t, clock: newClock(rehearsalStart(), d.speed)}
	if st.company, err = rehearsal.New(d.seed, d.people, d.lang); err != nil {
		t.Fatal(err)
	}
	if st.room, err = d.open(t.Context(), s, st.clock); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(st.room.Close)
	return st
}

// easel is a terminal with one person's screen on it.
type easel struct {
	*tuitest.Screen
	keys io.Writer
}

// show opens somebody's screen, until the test ends.
func (st *studio) show(who workshop.PersonID, dark bool) *easel {
	st.t.Helper()
	keys, tty, err := pty.Open()
	if err != nil {
		st.t.Fatal(err)
	}
	if err := pty.Setsize(tty, &pty.Winsize{Rows: pictureHeight, Cols: pictureWidth}); err != nil {
		st.t.Fatal(err)
	}
	screen := tuitest.NewScreen(st.t, pictureWidth, pictureHeight)
	if !dark {
		screen.Paper(color.White)
	}
	shown, answered := make(chan struct{}), make(chan struct{})
	go func() { defer close(answered); screen.Answer(keys) }()
	go func() { defer close(shown); _, _ = io.Copy(screen, keys) }()
	ctx, leave := context.WithCancel(st.t.Context())
	left := make(chan error, 1)
	go func() {
		left <- tui.Run(ctx, tui.Config{
			Seat: seat{Seat: st.room.Seat(who)}, Now: st.clock.now, Rand: zeros{}, Dark: dark, Invite: exampleInvite,
		}, tty, tty)
	}()
	st.t.Cleanup(func() {
		leave()
		if err := <-left; err != nil {
			st.t.Errorf("leave %s's screen: %v", who, err)
		}
		_ = tty.Close()
		<-shown
		_ = screen.Close()
		_ = keys.Close()
		<-answered
	})
	return &easel{screen, keys}
}

// zeros are no chance at all.
type zeros struct{}

func (zeros) Read(b []byte) (int, error) { clear(b); return len(b), nil }

// exampleInvite is how people join where the pictures were made: at an address that many laptops have.
func exampleInvite(id workshop.ID) tui.Invite {
	a := address{"192.168.1.7", 2222}
	return tui.Invite{
		Commands: []string{a.join(id)}, URL: a.url(id),
		Fingerprint: "SHA256:mVKz0vYc3H2gJpWb7nXq9uRd5tLs8eAfE1oCiNkQw4M",
	}
}

// settled waits until a screen has not changed for a moment: what has happened in the room is on it then. There is nothing
// to wait for by name, so this is for drawing only; a test that compares waits for what it compares with.
func (e *easel) settled() {
	for before := -1; before != len(e.Bytes()); {
		before = len(e.Bytes())
		<-time.After(500 * time.Millisecond)
	}
}
