package tui

import (
	"time"

	"convene/workshop"
	"convene/workshop/tongue"
)

// lateAsides say, beside a facilitator's clock, how the whole workshop stands against its plan and when it will end, the
// fullest first. Past five minutes it is no longer said in passing: there is something to be done about it.
func lateAsides(st stage) []string {
	v := st.view
	if v.Started.IsZero() || !v.Ended.IsZero() {
		return nil
	}
	style, ends := st.theme.Muted, hourWords(st, v.End(st.now))
	if late(v, st.now) {
		style = st.theme.Warn
	}
	short := style.Render(st.Say("ends %s", ends))
	words := lateWords(v, st.now)
	if words == "" {
		return []string{short}
	}
	return []string{style.Render(st.Say("%s, ends %s", words, ends)), short}
}

// late says whether repairs are worth being offered.
func late(v workshop.View, now time.Time) bool { return v.Behind(now) > workshop.RepairFrom }

// lateWords say how the whole workshop stands against its plan. A minute behind is worth knowing, being ahead only when
// it is much.
func lateWords(v workshop.View, now time.Time) string {
	if !v.Ended.IsZero() {
		return ""
	}
	l := in(v)
	switch behind := v.Behind(now).Minutes(); {
	case behind >= 1:
		return l.Say("%s behind", longWords(l, workshop.Minutes(behind)))
	case behind <= -5:
		return l.Say("%d min ahead", -behind)
	default:
		return ""
	}
}

// longWords is a span in whole minutes, from an hour and a half on in hours, from two days on in days.
func longWords(l tongue.Tongue, s workshop.Span) string {
	switch minutes := s.Minutes(); {
	case minutes < 90:
		return l.Say("%d min", minutes)
	case minutes < 48*60 && minutes%60 == 0:
		return l.Say("%d h", minutes/60)
	case minutes < 48*60:
		return l.Say("%d h %d min", minutes/60, minutes%60)
	default:
		return l.Count(minutes/(24*60), "%d day", "%d days")
	}
}
