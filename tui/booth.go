package tui

import (
	"slices"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/workshop"
	"convene/workshop/tongue"
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
	lines := slices.Concat(
		[]string{t.Accent.Render(st.Say("%s, it is your turn.", b.name)), ""},
		styled(t.Text, wrapped(st, st.Say("Take the keyboard. Everyone else: please look away."))),
		styled(t.Muted, wrapped(st, st.Say("What you write or vote here is yours alone; it leaves the screen with you."))),
		[]string{""},
	)
	if b.part == handing {
		lines = slices.Concat(
			[]string{t.Accent.Render(st.Say("Thank you, %s.", b.name)), ""},
			styled(t.Text, wrapped(st, st.Say("Please hand the keyboard back. Nothing of yours is left on it."))),
			[]string{""},
		)
	}
	for _, k := range b.bindings(st) {
		lines = append(lines, t.Pad(t.Key.Render(keyName(st.Tongue, k)), 7)+t.Muted.Render(st.Marked(k.Help().Desc)))
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
		return []key.Binding{named(k.enter, st.Say("I am %s, and nobody is looking", b.name)), named(k.back, "not now")}
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
	a.say(refuse(workshop.ErrNoSuchPerson))
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

// task is what a person could do in the booth.
type task int

const (
	noTask task = iota
	toWeigh
	toVote
	toNominate
	toWrite
	toShowHand
	toAnswer
	toRenominate
	toAccept
	toPlan
	toLook
)

// boothTask says what a person could do in the booth now.
func boothTask(v workshop.View) task {
	switch {
	case answersCards(v):
		return toLook
	case !v.Ended.IsZero():
		return noTask
	case v.Vote.ID != 0 && v.Vote.Purpose == workshop.Strengths:
		return toWeigh
	case v.Vote.ID != 0:
		return toVote
	case v.At.Phase == workshop.PhaseDiverge && v.At.Step == workshop.StepLeader:
		return toNominate
	case v.At.Phase == workshop.PhaseDiverge:
		return toWrite
	case v.At.Phase == workshop.PhaseAlign:
		return toShowHand
	case choosesLeader(v) && v.Proposal.Number > 0:
		return toAnswer
	case choosesLeader(v) && v.Method == workshop.Consent && v.At.Phase == workshop.PhaseShare:
		return toRenominate
	case choosesLeader(v) && v.Method == workshop.Consent:
		return noTask
	case choosesLeader(v):
		return toAccept
	case v.At.Phase == workshop.PhaseCanvas:
		return toPlan
	default:
		return noTask
	}
}

// key is what the key of the booth is for.
func (t task) key() string {
	switch t {
	case toWeigh:
		return tongue.Mark("booth: weigh")
	case toVote:
		return tongue.Mark("booth: vote")
	case toNominate:
		return tongue.Mark("booth: nominate")
	case toWrite:
		return tongue.Mark("booth: write")
	case toShowHand:
		return tongue.Mark("booth: show a hand")
	case toAnswer:
		return tongue.Mark("booth: answer the proposal")
	case toRenominate:
		return tongue.Mark("booth: change a nomination")
	case toAccept:
		return tongue.Mark("booth: accept or decline")
	case toPlan:
		return tongue.Mark("booth: plan a first action")
	case toLook:
		return tongue.Mark("booth: answer the cards")
	default:
		return ""
	}
}

// question asks who comes to do it.
func (t task) question() string {
	switch t {
	case toWeigh:
		return tongue.Mark("Whose turn is it? They come to this keyboard to weigh.")
	case toVote:
		return tongue.Mark("Whose turn is it? They come to this keyboard to vote.")
	case toNominate:
		return tongue.Mark("Whose turn is it? They come to this keyboard to nominate.")
	case toWrite:
		return tongue.Mark("Whose turn is it? They come to this keyboard to write.")
	case toShowHand:
		return tongue.Mark("Whose turn is it? They come to this keyboard to show a hand.")
	case toAnswer:
		return tongue.Mark("Whose turn is it? They come to this keyboard to answer the proposal.")
	case toRenominate:
		return tongue.Mark("Whose turn is it? They come to this keyboard to change a nomination.")
	case toAccept:
		return tongue.Mark("Whose turn is it? They come to this keyboard to accept or decline.")
	case toPlan:
		return tongue.Mark("Whose turn is it? They come to this keyboard to plan a first action.")
	case toLook:
		return tongue.Mark("Whose turn is it? They come to this keyboard to answer the cards.")
	default:
		return ""
	}
}

// hasDone says whether a person has done what the booth is for now.
func hasDone(v workshop.View, p workshop.Presence) bool {
	switch boothTask(v) {
	case toWeigh, toVote:
		return p.Voted || !slices.Contains(v.Vote.Electorate, p.ID)
	case toShowHand:
		return p.Showed
	case toLook: // as far as the roll has names
		return openCheck(v).HasAnswered(p.ID)
	case toAnswer:
		return p.Signalled || p.ID == v.Proposal.Person && !v.Answers.Reached()
	case toRenominate, toPlan: // as often as they like
		return false
	case toAccept:
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
