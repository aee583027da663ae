package main

import (
	"context"

	"convene/store"
	"convene/workshop"
)

// earlier is what has become of a community under the canvases before the one from which a workshop goes on, that one included; nil when
// there is none, or when the file doesn't have them any more.
func earlier(ctx context.Context, s *store.Store, from *workshop.Origin) *workshop.Community {
	var line *workshop.Community
	for seen := map[workshop.ID]bool{}; from != nil && !seen[from.Code]; {
		seen[from.Code] = true
		state, _, err := recall(ctx, s, from.Code)
		before, founded := state.Community()
		if err != nil || !founded {
			break
		}
		if line != nil {
			before = line.After(before)
		}
		line, from = &before, state.From
	}
	return line
}

// communityOf is the community that a workshop has founded, or has gone on with; false before it is finished.
func communityOf(ctx context.Context, s *store.Store, state workshop.State) (workshop.Community, bool) {
	c, founded := state.Community()
	if before := earlier(ctx, s, state.From); founded && before != nil {
		c = c.After(*before)
	}
	return c, founded
}
