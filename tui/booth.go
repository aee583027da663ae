package tui

import (
	"slices"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/workshop"
)

// booth is one person's private turn at the facilitator's keyboard. It begins and ends with a curtain: a screen that hides
// everything and waits until no key has been pressed for a moment, so that nobody's keys run over into somebody else's
// screen. Between the curtains the person has their own screen, on a seat of their own.
type booth struct {
	seat Seat
	name string
	part boothPart
	next bool // somebody else has still to come
}

type boothPart int

const (
	calling boothPart = iota // the curtain before the turn
	private                  // the turn
	handing                  // the curtain after it
)

// curtainPause is how long no key may have been pressed before a curtain opens.
const curtainPause = 400 * time.Millisecond

func (b *booth) typing() bool { return false }

func (b *booth) update(st stage, msg tea.Msg) action {
	m, ok := msg.(tea.KeyPressMsg)
	switch {
	case !ok || !st.quiet:
		return nil
	case b.part == calling && key.Matches(m, st.keys.enter):
		return beginBooth{}
	case b.part == calling && key.Matches(m, st.keys.back), b.part == handing && key.Matches(m, st.keys.back):
		return endBooth{}
	case b.part == handing && b.next && key.Matches(m, st.keys.booth):
		return endBooth{next: true}
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
	}
	if b.part == handing {
		lines = []string{
			t.Accent.Render("Thank you, " + b.name + "."),
			"",
			t.Text.Render("Please hand the keyboard back. Nothing of yours is left on it."),
			"",
		}
	}
	for _, k := range b.bindings(st) {
		lines = append(lines, t.Pad(t.Key.Render(k.Help().Key), 7)+t.Muted.Render(k.Help().Desc))
	}
	for len(lines) < 7 {
		lines = append(lines, "")
	}
	return middle(st, lines)
}

func (b *booth) bindings(st stage) []key.Binding {
	k := st.keys
	switch {
	case !st.quiet:
		return nil
	case b.part == calling:
		return []key.Binding{named(k.enter, "I am "+b.name+", and nobody is looking"), named(k.back, "not now")}
	case b.next:
		return []key.Binding{named(k.booth, "the next person"), named(k.back, "the facilitator's screen")}
	default:
		return []key.Binding{named(k.back, "the facilitator's screen")}
	}
}

// openBooth hides the facilitator's screen and calls a person to the keyboard.
func (a *App) openBooth(p workshop.PersonID) {
	for _, q := range a.own.People {
		if q.ID == p {
			a.booth = &booth{seat: a.seat.Booth(p), name: q.Name}
			a.follow()
			return
		}
	}
	a.say(say{sentence(workshop.ErrNoSuchPerson), sorry})
}

// closeBooth ends a turn and draws the curtain until the keyboard has gone back to the facilitator.
func (a *App) closeBooth() {
	if a.booth == nil {
		return
	}
	a.booth.seat.Leave()
	a.booth.part, a.dialogs = handing, nil
	a.follow()
	if d := newBoothDialog(a.stage()); d != nil {
		a.booth.next = d.someoneWaits()
	}
}

// endBooth opens the curtain on the facilitator's screen, or lets the next person be called.
func (a *App) endBooth(next bool) action {
	a.booth, a.screen = nil, nil
	a.follow()
	if d := newBoothDialog(a.stage()); next && d != nil {
		return show{d}
	}
	return nil
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
	case choosesLeader(v) && v.Proposal.Number > 0:
		return "answer the proposal"
	case choosesLeader(v) && v.Method == workshop.Consent && v.At.Phase == workshop.PhaseShare:
		return "change a nomination"
	case choosesLeader(v) && v.Method == workshop.Consent:
		return ""
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
		return p.Voted || !slices.Contains(v.Vote.Electorate, p.ID)
	case "show a hand":
		return p.Showed
	case "answer the proposal":
		return p.Signalled || p.ID == v.Proposal.Person && !v.Answers.Reached()
	case "change a nomination":
		return false
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
