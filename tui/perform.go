package tui

import (
	"context"
	"encoding/hex"
	"errors"
	"io"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"convene/workshop"
)

// patience is how long App waits for a command to be on disk before it says that something is wrong.
const patience = 10 * time.Second

// perform carries an action out. It is the only place where a screen's wish becomes something that happens.
func (a *App) perform(act action) tea.Cmd {
	switch act := act.(type) {
	case nil:
	case both:
		return tea.Batch(a.perform(act.first), a.perform(act.second))
	case send:
		_, leaves := act.then.(closeBooth)
		curtain := leaves && a.booth != nil // which has its own words: nothing of a turn is left when everyone looks again
		if a.do(act.command) {
			if act.said != "" && !curtain {
				a.say(say{text: act.said, tone: gladly})
			}
			return a.perform(act.then)
		}
		if act.refused != nil {
			return a.perform(act.refused(a.view))
		}
	case show:
		a.dialogs = append(a.dialogs, act.dialog)
	case dismiss:
		if n := len(a.dialogs); n > 0 {
			a.dialogs = a.dialogs[:n-1]
		}
		return a.perform(act.then)
	case attempt:
		return a.attempt(act)
	case say:
		a.say(act)
	case point:
		return a.point(act)
	case draft:
		a.draft(act)
	case goTo:
		if s, ok := a.screen.(*boardScreen); ok {
			s.selected, s.walked = act.ref, true
		}
	case clear:
		act.tidy()
	case openBooth:
		a.openBooth(act.person)
	case beginBooth:
		a.booth.part = private
		a.follow()
	case closeBooth:
		a.closeBooth()
	case endBooth:
		return a.perform(a.endBooth(act.next))
	case leaveRoom:
		a.enterLobby()
	case relist:
		a.relist(listPause)
	case enterByCode:
		a.admitted(a.config.Door.Enter(a.ctx, act.code))
	case takeSeat:
		a.admitted(a.config.Door.Return(a.ctx, a.place, act.code))
	case join:
		a.join(act.name)
	case openDoor:
		a.openDoor()
	case putOff:
		a.putOff(act.person)
	case enterRoom, createRoom, lookAt, exportCanvas, beginRehearsal:
		a.ask(act)
	case putAnswers:
		return a.putAnswers(act)
	case addPerson:
		if b := a.chance(8); b != nil {
			id := workshop.PersonID(hex.EncodeToString(b))
			if a.do(workshop.AddPerson{Person: id, Name: act.name}) {
				a.say(say{text: in(a.own).Say("%s is in.", nameOf(a.own, id)), tone: gladly})
			}
		}
	case quit:
		return tea.Quit
	}
	return nil
}

// attempt does something, and closes the dialog that it came from unless it was refused.
func (a *App) attempt(act attempt) tea.Cmd {
	from := a.dialogs[len(a.dialogs)-1]
	a.toast = toast{}
	cmd := a.perform(act.action)
	if a.toast.tone != sorry {
		a.dialogs = slices.DeleteFunc(a.dialogs, func(d dialog) bool { return d == from })
	}
	return cmd
}

// do sends a command as the person at the keyboard and shows a refusal. It returns whether it worked.
func (a *App) do(c workshop.Command) bool {
	ctx, cancel := context.WithTimeout(a.ctx, patience)
	defer cancel()
	err := a.active().Do(ctx, c)
	if err == nil {
		a.follow()
		return true
	}
	before := a.toast
	a.say(say{text: refusal(a.seat.View(), c, err), tone: sorry})
	a.hear(before) // it may have been refused because the group has moved on
	return false
}

// ask carries out what the lobby is needed for.
func (a *App) ask(act action) {
	var err error
	switch act := act.(type) {
	case createRoom:
		var id workshop.ID
		if act.after != "" {
			id, err = a.config.Lobby.Next(a.ctx, act.after, act.minutes)
		} else {
			id, err = a.config.Lobby.Create(a.ctx, act.topic, act.minutes)
		}
		if err == nil {
			err = a.enter(id)
		}
	case enterRoom:
		err = a.enter(act.id)
	case beginRehearsal:
		var r Rehearsal
		if r, err = a.config.Rehearse(a.ctx, act.id, act.people); err == nil {
			a.rehearse(r)
		}
	case lookAt:
		var c workshop.Canvas
		if c, err = a.config.Lobby.Canvas(a.ctx, act.id); err == nil {
			a.dialogs = append(a.dialogs, &canvasDialog{canvas: c})
		}
	case exportCanvas:
		var path string
		if a.config.Lobby == nil {
			err = errNoFiles
		} else if path, err = a.config.Lobby.Export(a.ctx, act.canvas, act.format); err == nil {
			a.say(say{text: in(a.view).Say("Saved as %s", path), tone: gladly})
		}
	}
	if err != nil {
		a.say(refuse(err))
	}
}

// draft shows everyone what the person is writing. Whoever no longer has the pen sees so on their screen.
func (a *App) draft(act draft) {
	err := a.active().Draft(act.sentence)
	if err != nil && !errors.Is(err, workshop.ErrPenOut) && !errors.Is(err, workshop.ErrNoPen) {
		a.say(refuse(err))
	}
}

func (a *App) enter(id workshop.ID) error {
	s, err := a.config.Lobby.Enter(a.ctx, id)
	if err != nil {
		return err
	}
	a.host(s)
	return nil
}

// chance reads random bytes; without any nothing that needs them is done.
func (a *App) chance(n int) []byte {
	b := make([]byte, n)
	if _, err := io.ReadFull(a.config.Rand, b); err != nil {
		a.say(say{text: in(a.view).Say("This machine has no random numbers to give: %s", err), tone: sorry})
		return nil
	}
	return b
}
