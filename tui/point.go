package tui

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"convene/workshop"
)

// pointing is a screen on which the others see where one is.
type pointing interface {
	// pointing is on what one is, and whether one carries it. The zero Spot is nowhere.
	pointing(st stage) (on workshop.Spot, holds bool)
	// letGo leaves what one carries where it is: it is somebody else's.
	letGo()
}

// pointed is what the room was told last, at one visit to it and in one phase: it forgets when the group moves on.
type pointed struct {
	on    workshop.Spot
	holds bool
	visit int
	at    workshop.Position
}

// point tells the room where the person is, for the sake of what follows. When somebody else carries that, nothing does.
func (a *App) point(act point) tea.Cmd {
	if err := a.seat.Point(act.on, act.holds); err != nil {
		a.refusePoint(act.on, err)
		return nil
	}
	a.pointed = pointed{act.on, act.holds, a.visit, a.own.At}
	return a.perform(act.then)
}

// refusePoint says why something can't be carried, and whose it is.
func (a *App) refusePoint(on workshop.Spot, err error) {
	said := sentence(err)
	v := a.seat.View()
	if who, held := v.Live.Held(on); held && errors.Is(err, workshop.ErrHeld) {
		said = nameOf(v, who) + " is carrying that."
	}
	a.say(say{said, sorry})
}

// pointOut tells the room where the person is when that has changed, in whatever way it did: by a key, because what they
// were on is gone, or because the screen is another one now. Only what is carried can be refused: whoever just looks at
// something need not hear that somebody else carries it, or that the room has moved on.
func (a *App) pointOut() {
	if a.seat == nil {
		return
	}
	now := pointed{visit: a.visit, at: a.own.At}
	s, ok := a.screen.(pointing)
	if ok && a.booth == nil {
		now.on, now.holds = s.pointing(a.stage())
	}
	before := a.pointed
	if a.pointed = now; now == before || now.on == (workshop.Spot{}) && (before.on == now.on || before.visit != now.visit) {
		return
	}
	if err := a.seat.Point(now.on, now.holds); err != nil && now.holds {
		s.letGo()
		a.pointed.holds = false
		a.refusePoint(now.on, err)
	}
}
