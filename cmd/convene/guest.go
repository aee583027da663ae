package main

import (
	"context"
	"crypto/rand"
	"time"

	"convene/tui"
	"convene/tui/sshd"
	"convene/workshop"
)

// guests receives those who come over SSH. It implements sshd.Host.
type guests struct {
	house        *house
	limits       *limits
	facilitators map[string]string // the name of each key that may facilitate, by its fingerprint
}

// Screen is a visitor's own: the wall, the lobby for those who facilitate, or the way into a workshop.
func (g guests) Screen(ctx context.Context, v sshd.Visitor, t sshd.Terminal) (sshd.Screen, error) {
	c := tui.Config{
		Served: true, Now: time.Now, Rand: rand.Reader, ASCII: t.ASCII, Dark: true,
		Lang: g.house.begins.Lang, Invite: g.house.invite, Drafts: g.house.drafts,
		Cards: g.house.cards,
	}
	d := door{g.house, g.limits, v}
	name, facilitates := g.facilitators[v.Key]
	if facilitates {
		v.Stays()
	}
	switch {
	case t.Wall:
		s, err := g.look(ctx, d)
		if err != nil {
			return nil, err
		}
		visit, err := g.house.enter(ctx, s.ID, "", terms{})
		if err != nil {
			return nil, d.turnedAway(d.told(err))
		}
		if d.standing(s) == workshop.Seated {
			v.Stays()
		}
		c.Wall, c.Seat = true, visit.Seat
	case facilitates:
		l := lobby{
			g.house, name,
			func(id workshop.ID) workshop.PersonID { return g.house.badge.person(id, byKey(v.Key)) },
			func() int { return 0 },
		}
		c.Lobby = l
		if s, err := g.house.find(ctx, codeOf(v.User)); err == nil {
			at, err := l.Enter(ctx, s.ID)
			if err != nil {
				return nil, err
			}
			c.Seat = at
		}
	default:
		c.Door, c.Code = d, v.User
	}
	return tui.New(ctx, c), nil
}

// look is the workshop that somebody only wants to see.
func (g guests) look(ctx context.Context, d door) (workshop.State, error) {
	s, err := d.find(ctx, d.visitor.User)
	if err != nil {
		return workshop.State{}, err
	}
	return s, g.shows(d, s)
}

// shows says why a visitor may not see a workshop. Behind a locked door, and when it is finished, only those see it who have
// a seat there; and those no longer who have lost theirs.
func (g guests) shows(d door, s workshop.State) error {
	standing := d.standing(s)
	_, facilitates := g.facilitators[d.visitor.Key]
	switch {
	case facilitates, standing == workshop.Seated:
		return nil
	case standing == workshop.Removed, standing == workshop.Turned:
		return d.turnedAway(errNotYours)
	case s.Closed():
		return d.turnedAway(errMembers)
	case s.Door.Locked:
		return d.turnedAway(errLocked)
	default:
		return nil
	}
}
