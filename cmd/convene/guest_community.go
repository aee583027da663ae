package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"convene/workshop"
	"convene/workshop/export"
	"convene/workshop/text"
)

// brownBag is how an occasion is noted.
func brownBag(topic string) string {
	return "happened " + string(workshop.BrownBag) + ` "` + topic + `"`
}

// community writes the same bytes as convene community.
func (e errand) community(ctx context.Context, args []string, stdout io.Writer) error {
	if len(args) > 0 {
		return usageError{errors.New(e.Say("%q is too much", args[0])), ""}
	}
	if err := cmp.Or(e.astray, e.shows(e.door, e.state)); err != nil {
		return err
	}
	c, founded := communityOf(ctx, e.guests.house.store, e.state)
	if !founded {
		return workshop.ErrUnfinished
	}
	var page bytes.Buffer
	if err := export.WriteCommunity(&page, export.FormatMarkdown, c); err != nil {
		return err
	}
	_, err := page.WriteTo(stdout)
	return err
}

// happened notes what the community has held.
func (e errand) happened(ctx context.Context, args []string, stdout io.Writer) error {
	note, enough := occasionOf(args)
	if !enough {
		return usageError{errors.New(e.Say("say what it was, and what about: %s", brownBag(e.Say("Mutation testing")))), ""}
	}
	if !slices.Contains(workshop.OccasionKinds(), note.Kind) {
		return usageError{errors.New(e.Say("there is no kind %q: %s", string(note.Kind), kindNames())), ""}
	}
	switch {
	case e.astray != nil:
		return e.astray
	case e.standing(e.state) != workshop.Seated:
		return e.noSeat()
	}
	visit, err := e.enter(ctx, e.state, byKey(e.visitor.Key))
	if err != nil {
		return err
	}
	defer visit.Seat.Leave()
	if note.On == "" {
		note.On = visit.Seat.View().Today(time.Now())
	}
	if err := visit.Seat.Do(ctx, note); err != nil {
		return err
	}
	_, err = fmt.Fprintln(stdout, e.Say("noted for %s: %s", e.Due(note.On), text.Line(note.Topic)))
	return err
}

// occasionOf reads a kind, a topic of any number of words, and what may stand behind it: a day, and a link, as they are or behind the
// flags of the command line. Over SSH nobody sees any more where the quotation marks were.
func occasionOf(args []string) (note workshop.NoteOccasion, enough bool) {
	for range 2 {
		flag := ""
		switch last := len(args) - 1; {
		case last > 1 && note.Minutes == "" && strings.Contains(args[last], "://"):
			flag, note.Minutes, args = "--minutes", args[last], args[:last]
		case last > 1 && note.On == "" && workshop.Day(args[last]).Valid():
			flag, note.On, args = "--on", workshop.Day(args[last]), args[:last]
		}
		if n := len(args); n > 0 && args[n-1] == flag {
			args = args[:n-1]
		}
	}
	if len(args) < 2 {
		return note, false
	}
	note.Kind, note.Topic = workshop.OccasionKind(args[0]), strings.Join(args[1:], " ")
	return note, true
}
