package tui

import (
	"errors"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"convene/tui/board"
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
	told  bool // the room has told everyone that it is in the person's hand
	visit int
	at    workshop.Position
}

// point tells the room where the person is, for the sake of what follows. When somebody else carries that, nothing does.
func (a *App) point(act point) tea.Cmd {
	if err := a.seat.Point(act.on, act.holds); err != nil {
		a.refusePoint(err)
		return nil
	}
	a.pointed = pointed{on: act.on, holds: act.holds, visit: a.visit, at: a.own.At}
	return a.perform(act.then)
}

// refusePoint says why something can't be carried, and whose it is.
func (a *App) refusePoint(err error) {
	said := in(a.view).Error(err)
	if held := (*workshop.HeldError)(nil); errors.As(err, &held) {
		said = in(a.view).Say("%s is carrying that.", nameOf(a.seat.View(), held.Person))
	}
	a.say(say{text: said, tone: sorry})
}

// mindHand lets go of what is in the person's hand no longer: the room has put it down, because they were away, or a
// facilitator has taken it out of it, after the room had it there. What was grabbed only just now the room may not have told yet.
func (a *App) mindHand(s pointing) {
	if !a.pointed.holds || a.pointed.visit != a.visit || a.pointed.at != a.own.At {
		return
	}
	i := slices.IndexFunc(a.own.Live.Pointers, func(p workshop.Pointer) bool { return p.Person == a.own.Me && p.On == a.pointed.on })
	switch {
	case i < 0:
	case a.own.Live.Pointers[i].Holds:
		a.pointed.told = true
	case a.pointed.told && a.own.Live.Pointers[i].Lapsed:
		s.letGo()
		a.say(say{text: "Put down: you were away for two minutes.", tone: plainly})
		a.toast.until = time.Time{} // until they are back
	case a.pointed.told:
		s.letGo()
		a.say(say{text: "That was taken out of your hand.", tone: sorry})
	}
}

// recallHand tells somebody who has come back what became of what they carried when their terminal went, and leads them
// there.
func (a *App) recallHand() {
	on := board.Lit(a.drafts.takeDropped(a.own.Me))
	s, ok := a.screen.(*boardScreen)
	if !ok || !on.Somewhere() || !(board.Wall{Columns: a.view.Columns}).Has(on) {
		return
	}
	s.selected = on
	a.say(say{text: "What you carried was put down when your terminal went. You are on it again.", tone: plainly})
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
		a.mindHand(s)
		now.on, now.holds = s.pointing(a.stage())
	}
	before := a.pointed
	now.told = before.told && now.holds && now.on == before.on
	if a.pointed = now; now == before || now.on == (workshop.Spot{}) && (before.on == now.on || before.visit != now.visit) {
		return
	}
	if err := a.seat.Point(now.on, now.holds); err != nil && now.holds {
		s.letGo()
		a.pointed.holds = false
		a.refusePoint(err)
	}
}
