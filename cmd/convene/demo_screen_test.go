//go:build unix

package main

import (
	"context"
	"io"
	"testing"
	"time"

	"github.com/creack/pty"
	"github.com/spf13/cobra"

	"convene/tui/tuitest"
	"convene/workshop"
	"convene/workshop/rehearsal"
	"convene/workshop/room"
	"convene/workshop/workshoptest"
)

func TestAFullDiskIsToldOnceWhenTheScreenOfADemoIsLeft(t *testing.T) {
	ctx, leave := context.WithCancel(t.Context())
	opening := workshop.OpenWorkshop{ID: "brave-otter", Topic: "Software Craft", Facilitator: "Robin"}
	r, err := room.Create(ctx, fullLog{workshoptest.NewLog()}, host, opening, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	company, err := rehearsal.New(1, 6, workshop.English)
	if err != nil {
		t.Fatal(err)
	}
	keys, tty, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	if err := pty.Setsize(tty, &pty.Winsize{Rows: 24, Cols: 80}); err != nil {
		t.Fatal(err)
	}
	screen := tuitest.NewScreen(t, 80, 24)
	shown, answered := make(chan struct{}), make(chan struct{})
	go func() { defer close(answered); screen.Answer(keys) }()
	go func() { defer close(shown); _, _ = io.Copy(screen, keys) }()
	cmd := &cobra.Command{}
	cmd.SetContext(ctx)
	cmd.SetIn(tty)
	cmd.SetOut(tty)
	left := make(chan error, 1)
	go func() { left <- demo{}.show(cmd, company, r, newClock(rehearsalStart(), 600)) }()
	screen.See("you lead")
	leave()
	toldOnce(t, <-left)
	_ = tty.Close()
	<-shown
	_ = screen.Close()
	_ = keys.Close()
	<-answered
}
