package main

import (
	"crypto/rand"
	"os"
	"time"

	"github.com/spf13/cobra"

	"convene/tui"
	"convene/workshop/rehearsal"
	"convene/workshop/room"
)

// show holds the rehearsal on the facilitator's screen, until the person leaves it. The screen ends it, and says what went wrong.
func (d demo) show(cmd *cobra.Command, who *rehearsal.Company, r *room.Room, c *clock) error {
	p := begin(cmd.Context(), who, r, c)
	return tui.Run(cmd.Context(), tui.Config{
		Rehearsal: p, Now: time.Now, Rand: rand.Reader, ASCII: !speaksUTF8(os.Getenv), Dark: isDark(os.Getenv),
	}, cmd.InOrStdin(), cmd.OutOrStdout())
}
