package main

import (
	"context"
	"fmt"
	"io"
	"time"

	"convene/workshop/rehearsal"
	"convene/workshop/room"
	"convene/workshop/tongue"
)

// hold plays the rehearsal without a screen, and tells its progress.
func (d demo) hold(ctx context.Context, who *rehearsal.Company, r *room.Room, c *clock, progress io.Writer) error {
	tell := func(line string) { fmt.Fprintf(progress, "%s  %s\n", c.now().Format("15:04"), line) }
	tell(tongue.In(d.lang).Say("The workshop %s begins", r.ID()))
	pace := func(span time.Duration) error { return c.pass(ctx, span) }
	return who.Play(ctx, stage{r}, pace, tell)
}
