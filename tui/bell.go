package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// Bell says whether something has just happened that deserves a sound, once: the time box, or a break, has run out, or
// somebody knocks and this is a facilitator's terminal. A terminal whose bell is muted never rings.
func (a *App) Bell() bool {
	rings := a.rings && !a.muted
	a.rings = false
	return rings
}

// ring sounds the bell of a terminal that App writes to itself. That of a served one is rung by whoever serves it.
func (a *App) ring() tea.Cmd {
	if a.config.Served || !a.Bell() {
		return nil
	}
	return tea.Raw("\a")
}

// mute turns the bell of this terminal off, or on again.
func (a *App) mute() {
	if a.muted = !a.muted; a.muted {
		a.say(say{text: "The bell is muted on this terminal; ctrl+o brings it back.", tone: plainly})
		return
	}
	a.say(say{text: "The bell rings on this terminal when time is up.", tone: plainly})
}

// muteKey is the key that turns the bell off or on, with what it does now.
func (a *App) muteKey() key.Binding {
	if a.muted {
		return named(a.keys.mute, "let the bell ring")
	}
	return a.keys.mute
}

// mindClock notices when the time box, or a break, runs out.
func (a *App) mindClock() {
	if a.seat == nil || a.unled() {
		a.inTime = false
		return
	}
	v, now := a.own, a.now()
	runs := v.Clock.Runs() || v.Break.On() && !v.Break.Until.IsZero()
	inTime := runs && !v.Break.Over(now) && (v.Break.On() || v.Clock.Remaining(now) > 0)
	a.rings = a.rings || a.inTime && runs && !inTime
	a.inTime = inTime
}
