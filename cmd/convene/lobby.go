package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"convene/tui"
	"convene/workshop"
	"convene/workshop/export"
)

// lobby is the house as a facilitator sees it, who is somebody in each workshop. It implements tui.Lobby.
type lobby struct {
	house  *house
	name   string // what the facilitator is called
	who    func(workshop.ID) workshop.PersonID
	guests func() int // the terminals of others that close with the lobby's program
}

// localLobby is that of whoever sits at this keyboard.
func localLobby(h *house) lobby {
	return lobby{h, hostName(), asHost, h.guests}
}

// List returns the workshops, newest first. Those that can be read are listed even when others cannot; the error then
// says which.
func (l lobby) List(ctx context.Context) ([]tui.Listing, error) {
	states, err := loadAll(ctx, l.house.store)
	var out []tui.Listing
	for _, s := range states {
		l := tui.Listing{
			ID: s.ID, Title: s.Canvas().Title, Opened: s.Opened, At: s.At, Begun: !s.Started.IsZero(), Closed: s.Closed(),
			People: len(s.Participants()), Wording: s.Wording,
		}
		if c, founded := s.Community(); founded {
			l.Community = &c
		}
		if s.From != nil {
			l.After = s.From.Code
		}
		out = append(out, l)
	}
	return out, err
}

// Create opens a workshop under a free code, in the format with which convene was started.
func (l lobby) Create(ctx context.Context, topic string, minutes int) (workshop.ID, error) {
	return create(ctx, l.house.store, l.who, l.house.begins.Of(workshop.OpenWorkshop{
		Topic: topic, Facilitator: l.name, Minutes: minutes, Offset: offsetHere(),
	}))
}

// Next opens the workshop that goes on from the canvas of a finished one, under a free code.
func (l lobby) Next(ctx context.Context, after workshop.ID, minutes int) (workshop.ID, error) {
	last, err := l.house.state(ctx, after)
	if err != nil {
		return "", err
	}
	opening, err := following(last)
	if err != nil {
		return "", err
	}
	opening.Facilitator, opening.Minutes, opening.Offset = l.name, minutes, offsetHere()
	return create(ctx, l.house.store, l.who, opening)
}

// Enter takes the facilitator's seat. Of a workshop that has none left for them they see what everyone does.
func (l lobby) Enter(ctx context.Context, id workshop.ID) (tui.Seat, error) {
	who := l.who(id)
	if err := l.house.welcome(ctx, id, who, l.name); err != nil {
		return nil, err
	}
	s, err := l.house.state(ctx, id)
	if err != nil {
		return nil, err
	}
	if _, known := s.Person(who); !known {
		who = ""
	}
	visit, err := l.house.enter(ctx, id, who, terms{})
	return visit.Seat, err
}

// Guests counts the terminals that close with this program.
func (l lobby) Guests() int { return l.guests() }

// Canvas is a workshop's canvas so far.
func (l lobby) Canvas(ctx context.Context, id workshop.ID) (workshop.Canvas, error) {
	s, err := l.house.state(ctx, id)
	return s.Canvas(), err
}

// Export writes a canvas into the folder that convene was started in, as brave-otter.md, brave-otter.html and so on. What is
// there and says something else, or can't be read, is left alone; the next free name is taken then, brave-otter-2.md.
func (l lobby) Export(_ context.Context, c workshop.Canvas, format string) (string, error) {
	var page bytes.Buffer
	if err := export.Write(&page, export.Format(format), c); err != nil {
		return "", err
	}
	folder, err := os.Getwd()
	if err != nil {
		return "", fmt.Errorf("find this folder: %w", err)
	}
	for n := 1; ; n++ {
		name := string(c.Code)
		if n > 1 {
			name = fmt.Sprintf("%s-%d", name, n)
		}
		path := filepath.Join(folder, name+export.Format(format).Ending())
		switch err := writeNew(path, page.Bytes()); {
		case !errors.Is(err, os.ErrExist):
			return path, err
		case holds(path, page.Bytes()):
			return path, nil
		}
	}
}

// holds says whether a file has exactly this content.
func holds(path string, content []byte) bool {
	had, err := os.ReadFile(path)
	return err == nil && bytes.Equal(had, content)
}
