package tui

import (
	"fmt"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
	"convene/workshop"
)

type (
	// newsMsg says that the room of a visit has something new.
	newsMsg struct{ visit int }
	// tickMsg says that the moment has come at which the screen changes by itself.
	tickMsg struct{ due time.Time }
)

// Update routes a message: size and colours, news, the second that passed, then keys and pastes.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		a.width, a.height = msg.Width, msg.Height
	case tea.BackgroundColorMsg:
		a.theme = theme.New(msg.IsDark(), a.config.ASCII)
	case newsMsg:
		if msg.visit == a.visit {
			a.follow()
			return a, tea.Batch(a.listen(), a.tick())
		}
	case tickMsg:
		if msg.due.Equal(a.nextTick) {
			a.nextTick = time.Time{}
		}
		return a, a.tick()
	case tea.KeyPressMsg:
		visit := a.visit
		cmd := a.press(msg)
		if a.visit != visit {
			cmd = tea.Batch(cmd, a.listen())
		}
		return a, tea.Batch(cmd, a.tick())
	case tea.PasteMsg:
		return a, a.perform(a.front().update(a.stage(), msg))
	}
	return a, nil
}

// listen waits for news from the room. It ends with the program.
func (a *App) listen() tea.Cmd {
	if a.seat == nil {
		return nil
	}
	changed, done, visit := a.seat.Changed(), a.ctx.Done(), a.visit
	return func() tea.Msg {
		select {
		case <-changed:
			return newsMsg{visit}
		case <-done:
			return nil
		}
	}
}

// tick asks for the next full second while a clock runs or a toast is up, and for the next minute while the clock stands
// in a workshop that has begun: being late grows then too. Otherwise nothing on the screen changes with time.
func (a *App) tick() tea.Cmd {
	now := a.config.Now()
	after := time.Second - time.Duration(now.Nanosecond())
	switch toasting := !a.toast.over(now) && !a.toast.until.IsZero(); {
	case a.curtain() && now.Sub(a.lastKey) < curtainPause:
		after = curtainPause - now.Sub(a.lastKey)
	case toasting, a.seat != nil && a.seat.View().Clock.Runs():
	case a.seat != nil && !a.seat.View().Started.IsZero() && a.seat.View().Ended.IsZero():
		after += time.Duration(59-now.Second()) * time.Second
	default:
		return nil
	}
	due := now.Add(after)
	if !a.nextTick.IsZero() && !due.Before(a.nextTick) {
		return nil // one that comes early enough is on its way
	}
	a.nextTick = due
	return tea.Tick(after, func(time.Time) tea.Msg { return tickMsg{due} })
}

// updater is what gets keys and pastes: a dialog or a screen.
type updater interface {
	update(st stage, msg tea.Msg) action
}

// front is what stands in front: the newest dialog, or the screen.
func (a *App) front() updater {
	if n := len(a.dialogs); n > 0 {
		return a.dialogs[n-1]
	}
	return a.screen
}

// press answers a key: the way out, the front dialog, the text that is being typed, help, the facilitator's keys, and
// last the screen.
func (a *App) press(msg tea.KeyPressMsg) tea.Cmd {
	a.toast = toast{}
	st := a.stage()
	a.lastKey = st.now
	if key.Matches(msg, a.keys.leave) {
		return a.perform(a.leaving())
	}
	if a.tooSmall() {
		return nil // nobody should do what they can't see
	}
	if len(a.dialogs) > 0 {
		return a.perform(a.front().update(st, msg))
	}
	if !a.screen.typing() && !a.curtain() {
		if key.Matches(msg, a.keys.help) {
			return a.perform(show{newHelpDialog(a.helpBindings(st))})
		}
		if a.facilitates(st) {
			if act := facilitate(st, msg); act != nil {
				return a.perform(act)
			}
		}
	}
	act := a.screen.update(st, msg)
	if act == nil && !a.curtain() && key.Matches(msg, a.keys.back) {
		act = a.backing()
	}
	return a.perform(act)
}

// facilitates says whether the facilitator is at the keyboard, in a room.
func (a *App) facilitates(st stage) bool {
	return a.seat != nil && a.booth == nil && st.view.MyRole == workshop.Facilitator
}

// leaving is what ctrl+c does: in the lobby it ends the program, in a room it asks first, and asked twice it goes.
func (a *App) leaving() action {
	if a.seat == nil {
		return quit{}
	}
	if n := len(a.dialogs); n > 0 {
		if d, ok := a.dialogs[n-1].(*askDialog); ok && d.yes == action(quit{}) {
			return quit{}
		}
	}
	return show{&askDialog{question: "Leave convene?", detail: a.savedWords(), yes: quit{}}}
}

// savedWords says what a leaving facilitator can rely on.
func (a *App) savedWords() string {
	s := "Everything is saved. Open the workshop again to go on where you are."
	if n := len(a.drafts); n > 0 {
		return fmt.Sprintf("%s Only %s, typed in the booth and not added, would be lost when convene ends.", s, count(n, "unfinished note"))
	}
	return s
}

// backing is what esc does where nothing else takes it: out of the booth, or back to the lobby.
func (a *App) backing() action {
	switch {
	case a.booth != nil:
		return closeBooth{}
	case a.seat != nil && a.config.Lobby != nil:
		return show{&askDialog{
			question: "Back to the lobby?", detail: a.savedWords(), yes: leaveRoom{},
		}}
	}
	return nil
}
