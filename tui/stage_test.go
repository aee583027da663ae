package tui

import (
	"context"
	"crypto/rand"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
	"convene/workshop"
	"convene/workshop/workshoptest"
)

// viewOf is what a person sees of it while everyone is at their terminals; an empty one is the wall.
func viewOf(s *workshoptest.Stage, who workshop.PersonID) workshop.View {
	v := workshop.ViewFor(workshop.Share(s.State), s.State, who)
	v.Live.Here = make(map[workshop.PersonID]int)
	for p := range s.State.People.All() {
		v.Live.Here[p.ID] = 1
	}
	return v
}

// stageOf is what that person's screens play on.
func stageOf(s *workshoptest.Stage, who workshop.PersonID, width, height int) stage {
	v := viewOf(s, who)
	return stage{
		Tongue: in(v), view: v, theme: theme.New(true, false), keys: newKeyMap(), drafts: NewDrafts(), saves: true,
		now: s.Now, width: width, height: height,
	}
}

// screenOf is the screen that the person gets.
func screenOf(st stage) screen { return newScreen(sceneOf(st.view), st) }

// keyPress is the message of a key by its name in a key map.
func keyPress(name string) tea.KeyPressMsg {
	named := map[string]rune{
		"enter": tea.KeyEnter, "space": tea.KeySpace, "up": tea.KeyUp, "down": tea.KeyDown, "esc": tea.KeyEscape,
		"backspace": tea.KeyBackspace, "pgdown": tea.KeyPgDown, "pgup": tea.KeyPgUp, "tab": tea.KeyTab, "f1": tea.KeyF1,
		"left": tea.KeyLeft, "right": tea.KeyRight, "home": tea.KeyHome, "end": tea.KeyEnd,
	}
	if c, ok := named[name]; ok {
		return tea.KeyPressMsg{Code: c}
	}
	if rest, ok := strings.CutPrefix(name, "shift+"); ok {
		return tea.KeyPressMsg{Code: named[rest], Mod: tea.ModShift}
	}
	if len(name) > 5 && name[:5] == "ctrl+" {
		return tea.KeyPressMsg{Code: rune(name[5]), Mod: tea.ModCtrl}
	}
	return tea.KeyPressMsg{Code: rune(name[0]), Text: name}
}

// pressed is the action that follows the last of the keys. Nobody else carries anything.
func pressed(u updater, st stage, keys ...string) action {
	var act action
	for _, k := range keys {
		act = u.update(st, keyPress(k))
		if p, ok := act.(point); ok {
			if grab, ok := p.then.(clear); ok {
				grab.tidy()
			}
		}
	}
	return act
}

// answered opens the dialog that an action shows, presses keys in it, and returns what follows its end.
func answered(t *testing.T, act action, st stage, keys ...string) action {
	t.Helper()
	s, ok := act.(show)
	if !ok {
		t.Fatalf("the action is %T %+v, want a dialog", act, act)
	}
	switch d := pressed(s.dialog, st, keys...).(type) {
	case dismiss:
		return d.then
	case attempt:
		return d.action
	default:
		t.Fatalf("the dialog stays open after %v", keys)
		return nil
	}
}

// stageSeat is a place in a workshop that is played on a stage, without a room.
type stageSeat struct {
	stage   *workshoptest.Stage
	by, via workshop.PersonID
}

func (s stageSeat) Do(_ context.Context, c workshop.Command) error {
	if _, draws := c.(workshop.DrawLot); draws {
		c = workshop.DrawLot{Nonce: make([]byte, 32)} // as the room does
	}
	if s.via == "" {
		_, err := s.stage.Do(s.by, c)
		return err
	}
	_, err := s.stage.Send(workshop.Envelope{By: s.by, Via: s.via, At: s.stage.Now, Command: c})
	return err
}

func (s stageSeat) View() workshop.View             { return viewOf(s.stage, s.by) }
func (s stageSeat) Point(workshop.Spot, bool) error { return nil }
func (s stageSeat) Changed() <-chan struct{}        { return make(chan struct{}) }
func (s stageSeat) Booth(p workshop.PersonID) Seat  { return stageSeat{s.stage, p, s.by} }
func (s stageSeat) Touch()                          {}
func (s stageSeat) Leave()                          {}

// appOf is the whole program at a person's terminal.
func appOf(t testing.TB, s *workshoptest.Stage, who workshop.PersonID, width, height int) *App {
	t.Helper()
	a := New(t.Context(), Config{
		Seat: stageSeat{stage: s, by: who}, Rand: rand.Reader, Dark: true, Now: func() time.Time { return s.Now },
	})
	a.Update(tea.WindowSizeMsg{Width: width, Height: height})
	return a
}

// news tells the program that the room has some.
func news(a *App) { a.Update(newsMsg{a.visit}) }

// typeKeys presses keys in the whole program, one right after the other; "pause" lets so much time pass that a curtain
// opens.
func typeKeys(a *App, keys ...string) {
	for _, k := range keys {
		if k == "pause" {
			a.lastKey = a.lastKey.Add(-curtainPause)
			continue
		}
		a.Update(keyPress(k))
	}
}

func (s stageSeat) Draft(string) error { return nil }
