package main

import (
	"crypto/rand"
	"errors"
	"os"
	"time"

	"github.com/spf13/cobra"

	"convene/tui"
	"convene/workshop/rehearsal"
	"convene/workshop/room"
)

// show holds the rehearsal on the facilitator's screen, until the person leaves it.
func (d demo) show(cmd *cobra.Command, who *rehearsal.Company, r *room.Room, c *clock) error {
	p := begin(cmd.Context(), who, r, c)
	err := tui.Run(cmd.Context(), tui.Config{
		Rehearsal: p, Now: time.Now, Rand: rand.Reader, ASCII: !speaksUTF8(os.Getenv), Dark: isDark(os.Getenv),
	}, cmd.InOrStdin(), cmd.OutOrStdout())
	return errors.Join(err, p.End())
}
