package tui

import (
	"context"
	"errors"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// porter is a door to one workshop on a stage, for one visitor.
type porter struct {
	stage  *Stage
	who    workshop.PersonID
	called string                       // the name that is remembered
	seats  map[string]workshop.PersonID // by seat code
	drafts *Drafts
	left   int // places that were given up
}

const seatCode = "k7qm-2fxd-6h"

var (
	errNoSuchCode = errors.New("there is no workshop with that code here; look at the large screen again")
	errNoSuchSeat = errors.New("no seat here has that code; look at it again")
)

func (p *porter) Enter(_ context.Context, code string) (Visit, error) {
	if code != string(p.stage.State.ID) {
		return Visit{}, errNoSuchCode
	}
	return p.visit(p.who, p.called), nil
}

func (p *porter) Return(_ context.Context, v Visit, code string) (Visit, error) {
	who, ok := p.seats[code]
	if !ok || v.Seat == nil {
		return Visit{}, errNoSuchSeat
	}
	return p.visit(who, ""), nil
}

func (p *porter) visit(who workshop.PersonID, called string) Visit {
	seat := porterSeat{stageSeat{stage: p.stage, by: who}, p}
	return Visit{Seat: seat, Name: called, SeatCode: seatCode, Drafts: p.drafts, Invite: openDoors()}
}

// porterSeat is a place that counts when it is given up.
type porterSeat struct {
	stageSeat
	porter *porter
}

func (s porterSeat) Leave() { s.porter.left++ }

func openDoors() Invite {
	return Invite{
		Commands:    []string{"ssh -p 2222 brave-otter@192.168.1.7", "ssh -p 2222 brave-otter@laptop.local"},
		URL:         "ssh://brave-otter@192.168.1.7:2222",
		Fingerprint: "SHA256:uNiVztksCsDhcc0u9e8BgrJXVGDOzUXHbt9Yr0fQ4Xk",
	}
}

// visitorOf is the whole program, served to a visitor who has named a code (empty: none) and sits at a terminal of
// 100 × 30.
func visitorOf(t *testing.T, p *porter, code string) *App {
	t.Helper()
	a := New(t.Context(), Config{
		Door: p, Code: code, Lang: p.stage.State.Lang, Served: true, Dark: true, Now: func() time.Time { return p.stage.Now },
	})
	a.Update(tea.WindowSizeMsg{Width: 100, Height: 30})
	return a
}

// hostOf is the whole program at Fay's terminal, while the door is open for others.
func hostOf(t *testing.T, s *Stage, width, height int) *App {
	t.Helper()
	a := New(t.Context(), Config{
		Seat: stageSeat{stage: s, by: Fay}, Dark: true, Now: func() time.Time { return s.Now },
		Invite: func(workshop.ID) Invite { return openDoors() },
	})
	a.Update(tea.WindowSizeMsg{Width: width, Height: height})
	return a
}

// gathered is a workshop in which people have arrived at their own terminals.
func gathered(people ...string) *Stage {
	s := NewStage()
	lines := []Line{Opened()}
	for _, name := range people {
		lines = append(lines, By(personCalled(name), workshop.Join{Name: name}))
	}
	if err := s.Play(lines...); err != nil {
		panic(err)
	}
	return s
}

func personCalled(name string) workshop.PersonID { return workshop.PersonID("key of " + name) }

// play goes on with a script, and lets the program hear of it.
func play(t *testing.T, a *App, s *Stage, lines ...Line) {
	t.Helper()
	if err := s.Play(lines...); err != nil {
		t.Fatal(err)
	}
	news(a)
}

func locked() Line { return By(Fay, workshop.LockDoor{Locked: true}) }
func open() Line   { return By(Fay, workshop.LockDoor{}) }
