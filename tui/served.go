package tui

import (
	"convene/tui/theme"
	"convene/workshop"
)

// Close gives the seat up. It may be called more than once; until App takes a seat again, the later calls do nothing.
func (a *App) Close() {
	if a.seat == nil || a.left {
		return
	}
	a.left = true
	if a.pointed.holds && a.pointed.visit == a.visit {
		a.drafts.dropped(a.own.Me, a.pointed.on)
	}
	if a.booth != nil {
		a.booth.seat.Leave()
	}
	a.seat.Leave()
}

// Farewell is how a visitor comes back, in lines for the screen that they return to, no wider than
// the window. It is empty for everyone else, and
// for those who would not be let in.
func (a *App) Farewell() []string {
	if a.config.Door == nil || a.seat == nil {
		return nil
	}
	v := a.own
	if v.Standing == workshop.Removed || v.Standing == workshop.Turned {
		return nil
	}
	var lines []string
	if a.invite.Open() {
		lines = append(lines, commandLines(in(v).Say("To come back: %s", a.invite.Commands[0]), a.width)...)
	}
	if a.place.SeatCode != "" && (v.Standing == workshop.Seated || waitsLong(v)) {
		lines = append(lines, commandLines(in(v).Say("Your seat code, if you are asked who you are: %s", a.place.SeatCode), a.width)...)
	}
	return lines
}

// seatCode is what brings the person at the terminal back. What a facilitator has on the screen may be projected, so it
// is not shown there.
func (a *App) seatCode() string {
	if a.seat == nil || a.own.MyRole != workshop.Participant && !waitsLong(a.own) {
		return ""
	}
	return a.place.SeatCode
}

// waitsLong says whether somebody is at the door of a community, where it may take days until they are let in.
func waitsLong(v workshop.View) bool { return v.Standing == workshop.Knocking && !v.Ended.IsZero() }

// rule is the line above the keys, with the seat code in it when there is one.
func (a *App) rule() string {
	t, code := a.theme, a.seatCode()
	if a.rehearsal != nil {
		said := a.badge()
		return t.Line(2) + said + t.Line(a.width-2-theme.Width(said))
	}
	if code == "" {
		return t.Line(a.width)
	}
	said := t.Muted.Render(" " + in(a.own).Say("seat %s", code) + " ")
	return t.Line(a.width-2-theme.Width(said)) + said + t.Line(2)
}

// tellsRefusals says whether the screen itself shows what was refused, where the eye is.
func (a *App) tellsRefusals() bool {
	_, tells := a.screen.(interface{ tellsRefusals() })
	return tells && len(a.dialogs) == 0 && a.toast.tone == sorry
}

// Speaks is the language of the workshop, or of the lobby and the door outside of all.
func (a *App) Speaks() workshop.Language { return a.own.Lang }
