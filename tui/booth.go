package tui

import (
	"fmt"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/workshop"
)

// booth is one person's private turn at the facilitator's keyboard. It begins with a screen that hides everything and
// asks who is there; only then does the person's own screen appear, on a seat of their own.
type booth struct {
	seat    Seat
	name    string
	private bool // the person has said that they are there
}

func (b *booth) typing() bool { return false }

func (b *booth) update(st stage, msg tea.Msg) action {
	if m, ok := msg.(tea.KeyPressMsg); ok && key.Matches(m, st.keys.enter) {
		return beginBooth{}
	}
	return nil
}

func (b *booth) draw(st stage) []string {
	t := st.theme
	lines := []string{
		t.Accent.Render(b.name + ", it is your turn."),
		"",
		t.Text.Render("Take the keyboard. Everyone else: please look away."),
		t.Muted.Render("What you write or vote here is yours alone; it leaves the screen with you."),
		"",
		t.Key.Render("enter") + t.Muted.Render("  I am "+b.name+", and nobody is looking"),
		t.Key.Render("esc") + t.Muted.Render("    not now"),
	}
	return middle(st, lines)
}

func (b *booth) bindings(st stage) []key.Binding {
	return []key.Binding{named(st.keys.enter, "begin"), named(st.keys.back, "not now")}
}

// openBooth hides the facilitator's screen and calls a person to the keyboard.
func (a *App) openBooth(p workshop.PersonID) {
	for _, q := range a.seat.View().People {
		if q.ID == p {
			a.booth = &booth{seat: a.seat.Booth(p), name: q.Name}
			a.screen, a.scene = a.booth, scene{}
			return
		}
	}
	a.say(say{sentence(workshop.ErrNoSuchPerson), sorry})
}

// closeBooth gives the keyboard back to the facilitator. When the person has done what they came for, and others have
// not, the next one is offered.
func (a *App) closeBooth(thanks bool) action {
	if a.booth == nil {
		return nil
	}
	name := a.booth.name
	a.booth.seat.Leave()
	a.booth, a.screen, a.dialogs = nil, nil, nil
	a.follow()
	if !thanks {
		return nil
	}
	said := say{fmt.Sprintf("Thank you, %s.", name), gladly}
	if d := newBoothDialog(a.stage()); d != nil && d.someoneWaits() {
		return both{show{d}, said}
	}
	return said
}

// boothTask says what a person could do in the booth now; empty when there is nothing.
func boothTask(v workshop.View) string {
	switch {
	case v.Vote.ID != 0 && v.Vote.Purpose == workshop.Strengths:
		return "weigh"
	case v.Vote.ID != 0:
		return "vote"
	case v.At.Phase == workshop.PhaseDiverge && v.At.Step == workshop.StepLeader:
		return "nominate"
	case v.At.Phase == workshop.PhaseDiverge:
		return "write"
	case v.At.Phase == workshop.PhaseAlign:
		return "show a hand"
	case choosesLeader(v):
		return "accept or decline"
	default:
		return ""
	}
}

// hasDone says whether a person has done what the booth is for now.
func hasDone(v workshop.View, p workshop.Presence) bool {
	switch boothTask(v) {
	case "weigh", "vote":
		return p.Voted
	case "show a hand":
		return p.Showed
	case "accept or decline":
		for _, n := range v.Nominees {
			if n.ID == p.ID {
				return n.Accepted || n.Declined
			}
		}
		return true
	default:
		return p.Done
	}
}
