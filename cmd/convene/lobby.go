package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"convene/store"
	"convene/tui"
	"convene/workshop"
	"convene/workshop/export"
	"convene/workshop/room"
)

// lobby is the house as the screens see it: a file of workshops, each with a room while somebody is in it.
type lobby struct{ store *store.Store }

// List returns the workshops, newest first. Those that can be read are listed even when others cannot; the error then
// says which.
func (l lobby) List(ctx context.Context) ([]tui.Listing, error) {
	states, err := loadAll(ctx, l.store)
	var out []tui.Listing
	for _, s := range states {
		out = append(out, tui.Listing{
			ID: s.ID, Title: s.Canvas().Title, Opened: s.Opened, At: s.At, Closed: s.Closed(), People: len(s.Participants()),
		})
	}
	return out, err
}

func (l lobby) state(ctx context.Context, id workshop.ID) (workshop.State, error) {
	records, err := l.store.Load(ctx, id, 0)
	if err != nil {
		return workshop.State{}, err
	}
	return workshop.Recall(id, records...)
}

// Create opens a workshop under a free code.
func (l lobby) Create(ctx context.Context, topic string, minutes int) (workshop.ID, error) {
	return create(ctx, l.store, workshop.OpenWorkshop{
		Topic: topic, Facilitator: hostName(), Minutes: minutes, Offset: offsetHere(),
	})
}

// Enter opens the workshop's room and takes the facilitator's seat. Leaving the seat closes the room.
func (l lobby) Enter(ctx context.Context, id workshop.ID) (tui.Seat, error) {
	r, err := room.Open(ctx, l.store, id, time.Now)
	if err != nil {
		return nil, err
	}
	return seat{r.Seat(host), r.Close}, nil
}

// Canvas is a workshop's canvas so far.
func (l lobby) Canvas(ctx context.Context, id workshop.ID) (workshop.Canvas, error) {
	s, err := l.state(ctx, id)
	return s.Canvas(), err
}

// Export writes a canvas into the folder that convene was started in, as brave-otter.md or brave-otter.json. A file that
// is there and says something else is left alone; the next free name is taken then, brave-otter-2.md.
func (l lobby) Export(_ context.Context, c workshop.Canvas, format string) (string, error) {
	var page bytes.Buffer
	if err := export.Write(&page, export.Format(format), c); err != nil {
		return "", err
	}
	folder, err := os.Getwd()
	if err != nil {
		return "", fmt.Errorf("find this folder: %w", err)
	}
	ending := map[export.Format]string{export.FormatMarkdown: ".md", export.FormatJSON: ".json"}[export.Format(format)]
	for n := 1; ; n++ {
		name := string(c.Code)
		if n > 1 {
			name = fmt.Sprintf("%s-%d", name, n)
		}
		path := filepath.Join(folder, name+ending)
		if had, err := os.ReadFile(path); err == nil && !bytes.Equal(had, page.Bytes()) {
			continue
		}
		return path, writeFile(path, page.Bytes())
	}
}

// seat is a room's seat as the screens know it.
type seat struct {
	*room.Seat
	leave func() // what else happens when it is left; nil for nothing
}

// Booth is a seat for a person without a terminal, at the same keyboard.
func (s seat) Booth(p workshop.PersonID) tui.Seat { return seat{s.Seat.Booth(p), nil} }

// Leave gives the place up.
func (s seat) Leave() {
	s.Seat.Leave()
	if s.leave != nil {
		s.leave()
	}
}
