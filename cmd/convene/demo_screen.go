package main

import (
	"context"
	"crypto/rand"
	"errors"
	"os"
	"time"

	"github.com/spf13/cobra"

	"convene/tui"
	"convene/workshop/rehearsal"
	"convene/workshop/room"
)

// show plays the rehearsal on the facilitator's screen, until the person leaves it. The simulated facilitator gives way
// when the person at the keyboard leads somewhere else: its next command is refused then, which ends the play and
// leaves the screen as it is.
func (d demo) show(cmd *cobra.Command, who *rehearsal.Company, r *room.Room, c *clock) error {
	ctx, leave := context.WithCancel(cmd.Context())
	defer leave()
	played := make(chan error, 1)
	go func() {
		err := who.Play(ctx, stage{r}, func(span time.Duration) error { return c.pass(ctx, span) }, func(string) {})
		c.free() // whoever has taken over has a clock that runs as clocks do
		played <- err
	}()
	err := tui.Run(ctx, tui.Config{
		Seat: seat{Seat: r.Seat(host)}, Now: c.now, Rand: rand.Reader, ASCII: !speaksUTF8(os.Getenv), Dark: isDark(os.Getenv),
	}, cmd.InOrStdin(), cmd.OutOrStdout())
	leave()
	if end := <-played; errors.Is(end, room.ErrNotSaved) {
		err = errors.Join(err, end)
	}
	return err
}
