package main

import (
	"context"
	"errors"
	"strings"

	"convene/tui"
	"convene/tui/sshd"
	"convene/workshop"
	"convene/workshop/room"
	"convene/workshop/text"
)

// What visitors are told at the door.
var (
	errNoSuchCode = errors.New("there is no workshop with that code; look at the facilitator's screen")
	errNoSuchSeat = errors.New("no seat here has that code; is it from another workshop?")
	errLocked     = errors.New("the door is locked; ask the facilitator to open it for a moment (L), and come again")
	errNotYours   = errors.New("you have no seat in this workshop any more")
	errUnlisted   = errors.New("your key may not facilitate here any more")
	errMembers    = errors.New("only those who have a seat in this community see it; " +
		"come in, and a facilitator is asked to let you in")
	errUnwell = errors.New("the workshops can't be read just now; tell the facilitator, or try again soon")
)

// door lets one visitor in. It implements tui.Door.
type door struct {
	house   *house
	limits  *limits
	visitor sshd.Visitor
}

// find is the workshop that the visitor means, who may have guessed. Whoever has a seat there has not, and comes in
// however many others at the same address have guessed wrong. One word is no guess either: it is what their own system
// calls them.
func (d door) find(ctx context.Context, typed string) (workshop.State, error) {
	id, from := codeOf(typed), source(d.visitor.Address)
	guess := strings.Contains(string(id), "-")
	if guess {
		if err := d.limits.codes.take(from); err != nil {
			if s, err := d.house.find(ctx, id); err == nil && d.standing(s) == workshop.Seated {
				return s, nil
			}
			return workshop.State{}, d.turnedAway(err)
		}
	}
	s, err := d.house.find(ctx, id)
	wrong := errors.Is(err, errNoSuchCode)
	if guess && !wrong {
		d.limits.codes.back(from)
	}
	if err != nil && (guess || !wrong) {
		err = d.turnedAway(d.told(err))
	}
	return s, err
}

// told is an error as a visitor is told it. What is wrong with the file, and where it is, is for whoever looks after the house.
func (d door) told(err error) error {
	for _, plain := range [...]error{errNoSuchCode, errFullHouse, errWalls, room.ErrClosed, workshop.ErrNotOpen, context.Canceled} {
		if err == nil || errors.Is(err, plain) {
			return err
		}
	}
	d.house.log.Error("a visitor could not be let in", "error", err)
	return errUnwell
}

// codeOf is the code that somebody has typed: in small letters, and with a hyphen where they put a space of any kind.
func codeOf(typed string) workshop.ID {
	return workshop.ID(strings.Join(strings.Fields(strings.ToLower(typed)), "-"))
}

// standing is where the visitor's key stands towards a workshop. Without a key nobody knows them.
func (d door) standing(s workshop.State) workshop.Standing {
	if d.visitor.Key == "" {
		return workshop.Outside
	}
	return s.Standing(d.house.badge.person(s.ID, byKey(d.visitor.Key)))
}

// Enter takes the visitor's place in a workshop: that of their key or, without one, a new one with a seat code.
func (d door) Enter(ctx context.Context, code string) (tui.Visit, error) {
	s, err := d.find(ctx, code)
	if err != nil {
		return tui.Visit{}, err
	}
	if d.visitor.Key == "" {
		seatCode := newSeatCode()
		v, err := d.enter(ctx, s, bySeatCode(seatCode))
		v.SeatCode = seatCode
		return v, err
	}
	name, err := d.house.store.Name(ctx, d.house.badge.guest(byKey(d.visitor.Key)))
	if err != nil {
		d.house.log.Warn("recall name", "error", err) // then they are asked
	}
	v, err := d.enter(ctx, s, byKey(d.visitor.Key))
	v.Name = name
	return v, err
}

// Return takes the place that a seat code belongs to.
func (d door) Return(ctx context.Context, v tui.Visit, typed string) (tui.Visit, error) {
	from := source(d.visitor.Address)
	if err := d.limits.seatCodes.take(from); err != nil {
		return tui.Visit{}, d.turnedAway(err)
	}
	s, err := d.house.state(ctx, v.Seat.View().ID)
	if err != nil {
		return tui.Visit{}, d.told(err)
	}
	if _, ok := s.Person(d.house.badge.person(s.ID, bySeatCode(typed))); !ok {
		return tui.Visit{}, d.turnedAway(errNoSuchSeat)
	}
	d.limits.seatCodes.back(from)
	back, err := d.enter(ctx, s, bySeatCode(typed))
	back.SeatCode = spelled(plainSeatCode(typed))
	return back, err
}

// enter takes the place of a person. Nobody facilitates in their own right whose key is no longer on the list.
func (d door) enter(ctx context.Context, s workshop.State, proof proof) (tui.Visit, error) {
	who := d.house.badge.person(s.ID, proof)
	if p, _ := s.Person(who); p.Role == workshop.Facilitator && !p.Named {
		return tui.Visit{}, d.turnedAway(errUnlisted) // those on the list don't come through this door
	}
	visit, err := d.house.enter(ctx, s.ID, who, terms{
		allow:   func(c workshop.Command) error { return d.limits.allow(d.visitor.Address, who, c) },
		after:   func(ctx context.Context, c workshop.Command) { d.done(ctx, s.ID, who, c) },
		refused: func(err error) { _ = d.turnedAway(err) },
	})
	if err == nil {
		d.visitor.Known(string(who))
		if s.Standing(who) == workshop.Seated {
			d.visitor.Stays()
		}
	}
	return visit, d.turnedAway(d.told(err))
}

// done is called when the visitor has done something. That may have given them a seat: most who join get one.
func (d door) done(ctx context.Context, id workshop.ID, who workshop.PersonID, c workshop.Command) {
	if s, err := d.house.state(ctx, id); err == nil && s.Standing(who) == workshop.Seated {
		d.visitor.Stays()
	}
	d.remember(ctx, c)
}

// remember keeps the name that somebody with a key joins under, for the next workshop. That it can't be kept is no
// reason to keep them out.
func (d door) remember(ctx context.Context, c workshop.Command) {
	join, ok := c.(workshop.Join)
	if !ok || d.visitor.Key == "" {
		return
	}
	name, err := text.Name(join.Name)
	if err == nil {
		err = d.house.store.Remember(ctx, d.house.badge.guest(byKey(d.visitor.Key)), name)
	}
	if err != nil {
		d.house.log.Warn("remember name", "error", err)
	}
}
