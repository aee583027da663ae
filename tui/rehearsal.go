package tui

import (
	"context"
	"strconv"
	"strings"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
	"convene/workshop"
	"convene/workshop/tongue"
)

// Rehearsal is a workshop with simulated people, one of whom leads it until the person at the keyboard does. It has a clock of
// its own. Its methods return at once, but for those that wait until what somebody simulated is doing is done: TakeOver, End, and
// what takes the lead from the seat.
type Rehearsal interface {
	// Seat is the facilitator's. Every command, draft and hand on the board from it, or from a booth beside it, takes the lead; to
	// look around doesn't.
	Seat() Seat
	// Now is the time in the rehearsal.
	Now() time.Time
	// Pace is how fast it goes, and who leads.
	Pace() Pace
	// Pause stops the clock and everybody, or lets them go on.
	Pause()
	// Quicken goes to the next higher speed, or with a negative number to the next lower one.
	Quicken(by int)
	// TakeOver gives the lead to the person: from then on the simulated people only take part, and time is real. It waits until the
	// simulated facilitator is through with a command, which is as long as one takes to be saved.
	TakeOver()
	// End ends it, waits until nobody simulated does anything any more, and returns what went wrong.
	End() error
}

// Pace is how a rehearsal goes.
type Pace struct {
	Speed  float64 // how many times faster than real time
	Paused bool
	Led    bool  // by the person at the keyboard
	Alone  bool  // the simulated people do nothing any more
	Broken error // what has ended that, or the simulated lead; nil when the person has taken it
}

// Rehearsals begins rehearsals from the lobby: of a workshop that has not begun or, without a code, of the usual two hours. So
// many people are simulated.
type Rehearsals func(ctx context.Context, id workshop.ID, people int) (Rehearsal, error)

// rehearsalWords are for whoever looks at people coming in, and could take them for real.
func rehearsalWords(l tongue.Tongue) string {
	return l.Say("This is a rehearsal. The people who come in are simulated, what they write is made up, and no door is open.")
}

// usualCompany is how many people a rehearsal has unless another number is wanted.
const usualCompany = "12"

// fastest is how often the screen follows a rehearsal's clock.
const fastest = 100 * time.Millisecond

// now is the time in the room.
func (a *App) now() time.Time { return a.inRoom(a.config.Now()) }

// inRoom is the time in the room when it is so late at this terminal.
func (a *App) inRoom(awake time.Time) time.Time {
	if a.rehearsal != nil {
		return a.rehearsal.Now()
	}
	return awake
}

// inReal is how long something takes at this terminal that takes so long in the room.
func (a *App) inReal(d time.Duration) time.Duration {
	if a.rehearsal == nil {
		return d
	}
	p := a.rehearsal.Pace()
	if p.Paused {
		return d
	}
	return max(fastest, time.Duration(float64(d)/p.Speed))
}

// unled says whether this is a rehearsal that the simulated facilitator leads.
func (a *App) unled() bool { return a.rehearsal != nil && !a.rehearsal.Pace().Led }

// rehearse shows a rehearsal, from the facilitator's seat. Nobody else can come in.
func (a *App) rehearse(r Rehearsal) {
	a.rehearsal, a.told, a.drafts, a.invite = r, Pace{}, NewDrafts(), Invite{}
	a.sit(r.Seat())
}

// rehearsalReturns says whether this is a rehearsal that was begun from the lobby, where it leads back to.
func (a *App) rehearsalReturns() bool { return a.rehearsal != nil && a.config.Lobby != nil }

// endRehearsal ends the one that is on, if any.
func (a *App) endRehearsal() error {
	if a.rehearsal == nil {
		return nil
	}
	r := a.rehearsal
	a.rehearsal = nil
	return r.End()
}

// rehearsalKey answers the keys of a rehearsal, which work everywhere in it.
func (a *App) rehearsalKey(msg tea.KeyPressMsg) bool {
	if a.rehearsal == nil || !a.own.Ended.IsZero() {
		return false
	}
	switch {
	case key.Matches(msg, a.keys.pause):
		a.rehearsal.Pause()
	case key.Matches(msg, a.keys.faster):
		a.rehearsal.Quicken(1)
	case key.Matches(msg, a.keys.slower):
		a.rehearsal.Quicken(-1)
	default:
		return false
	}
	return true
}

// takeOver gives the lead to the person when they press a key that leads, which looking at the canvas doesn't.
func (a *App) takeOver(msg tea.KeyPressMsg) {
	if a.unled() && !key.Matches(msg, a.keys.canvas) {
		a.rehearsal.TakeOver()
	}
}

// mindRehearsal says once that the person leads now, and once that the simulated people have stopped, whether a key has led to
// that or not. Why something was refused is more important, and is let read first.
func (a *App) mindRehearsal() {
	if a.rehearsal == nil || !a.own.Ended.IsZero() || a.toast.tone == sorry && a.toast.fades(a.config.Now()) {
		return
	}
	p, l := a.rehearsal.Pace(), in(a.view)
	why := ""
	if p.Broken != nil {
		why = l.Error(p.Broken)
	}
	switch {
	case p.Alone && !a.told.Alone:
		a.say(say{text: l.Say("The simulated people have stopped, and nothing happens here by itself any more. %s", why), tone: sorry})
	case p.Led && !a.told.Led && why != "":
		a.say(say{text: l.Say("The simulated facilitator has stopped, so you lead now, and time is real. %s", why), tone: sorry})
	case p.Led && !a.told.Led:
		a.say(say{text: "You lead now, and time is real. The simulated people go on taking part.", tone: gladly})
	}
	a.told = p
}

// badge is what always says that this is a rehearsal, how it goes, and what can be done about it: in the fullest words that fit.
func (a *App) badge() string {
	p, t, l := a.rehearsal.Pace(), a.theme, in(a.view)
	speed := strconv.FormatFloat(p.Speed, 'f', -1, 64)
	var words []string
	switch {
	case !a.own.Ended.IsZero():
		words = []string{l.Say("Rehearsal, finished. These people were simulated.")}
	case p.Alone:
		words = []string{l.Say("Rehearsal: you lead, and the simulated people have stopped")}
	case p.Led && p.Paused:
		words = []string{
			l.Say("Rehearsal, paused: you lead · speed %s · ctrl+s goes on · shift+←→ speed", speed),
			l.Say("Rehearsal, paused: you lead · ctrl+s goes on"),
		}
	case p.Led:
		words = []string{
			l.Say("Rehearsal: you lead simulated people · speed %s · ctrl+s pauses · shift+←→ speed", speed),
			l.Say("Rehearsal: you lead · speed %s · ctrl+s pauses · shift+←→ speed", speed),
			l.Say("Rehearsal: you lead · speed %s · ctrl+s pauses", speed),
		}
	case p.Paused:
		words = []string{
			l.Say("Rehearsal, paused · speed %s · n takes over · ctrl+s goes on · shift+←→ speed", speed),
			l.Say("Rehearsal, paused · n takes over · ctrl+s goes on"),
		}
	default:
		words = []string{
			l.Say("Rehearsal with simulated people · speed %s · n takes over · ctrl+s pauses · shift+←→ speed", speed),
			l.Say("Rehearsal · speed %s · n takes over · ctrl+s pauses · shift+←→ speed", speed),
			l.Say("Rehearsal · speed %s · n takes over · ctrl+s pauses", speed),
		}
	}
	for i, w := range words {
		if w = " " + w + " "; theme.Width(w)+4 <= a.width || i == len(words)-1 {
			return t.Warn.Bold(true).Render(t.Cut(w, max(1, a.width-4)))
		}
	}
	return ""
}

// rehearsalKeys are the keys of a rehearsal, for the help.
func (a *App) rehearsalKeys() []key.Binding {
	if a.rehearsal == nil || !a.own.Ended.IsZero() {
		return nil
	}
	pause := a.keys.pause
	if a.rehearsal.Pace().Paused {
		pause = named(pause, "go on with the rehearsal")
	}
	return []key.Binding{pause, a.keys.slower, a.keys.faster}
}

// askCompany asks how many people are to be simulated, and then begins.
func askCompany(l tongue.Tongue, id workshop.ID, topic string) action {
	title := l.Say("Rehearse the usual two hours: with how many people?")
	if id != "" {
		title = l.Say("Rehearse %s: with how many people?", topic)
	}
	hint := l.Say("They are simulated, and nothing of it is kept: your workshop stays as it is. 5 to 50.")
	return show{newInputDialog(title, hint, "rehearse", usualCompany, func(typed string) action {
		n, err := strconv.Atoi(strings.TrimSpace(typed))
		if err != nil {
			return say{text: "How many people? A number from 5 to 50.", tone: sorry}
		}
		return beginRehearsal{id, n}
	})}
}
