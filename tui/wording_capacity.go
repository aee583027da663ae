package tui

import (
	"time"

	"convene/workshop"
	"convene/workshop/tongue"
)

// capacityWords say whether there is time to read what was written, and what to do when there is not; nothing in steps whose
// notes aren't read together, or as long as there are none.
func capacityWords(v workshop.View, now time.Time) string {
	notes := 0
	for _, n := range v.Written {
		notes += n
	}
	if v.At.Phase == workshop.PhaseShare {
		notes = v.Coverage().Unread() // what has been read needs no time any more
	}
	if notes == 0 || !v.At.Step.Clusters() {
		return ""
	}
	c := v.Capacity(notes, now)
	whole := max(0, int(time.Duration(c.Has)/time.Minute)) // begun minutes are none to plan with
	needs := c.Needs
	if c.Fits() && whole > 0 {
		needs = min(needs, workshop.Minutes(whole)) // rounded up it must not look as if it didn't fit
	}
	l, about := in(v), minutesWords(in(v), needs)
	said := l.Count(notes, "%d note at 8 seconds each: about %s, sharing has %d min.",
		"%d notes at 8 seconds each: about %s, sharing has %d min.", notes, about, whole)
	if v.At.Phase == workshop.PhaseShare {
		said = l.Count(notes, "%d unread at 8 seconds each: about %s, %d min left.",
			"%d unread at 8 seconds each: about %s, %d min left.", notes, about, whole)
	}
	if !c.Fits() {
		said += " " + l.Say("Read in pairs, or put only what needs it into the spotlight.")
	}
	return said
}

// capacityPart is that in its place on a screen.
func capacityPart(st stage) part {
	words := capacityWords(st.view, st.now)
	if words == "" {
		return part{}
	}
	return mutedPart(st, words, 4)
}

// minutesWords are whole minutes, rounded up, and seconds below one.
func minutesWords(l tongue.Tongue, s workshop.Span) string {
	if s < workshop.Minutes(1) {
		return l.Count(int(time.Duration(s)/time.Second), "%d second", "%d seconds")
	}
	return l.Say("%d min", int((time.Duration(s)+time.Minute-1)/time.Minute))
}

// coverageWords say which notes nobody has opened yet.
func coverageWords(v workshop.View) string {
	switch c := v.Coverage(); {
	case c.Notes == 0:
		return ""
	case c.Opened == 0:
		return in(v).Count(c.Notes, "%d note, none opened yet.", "%d notes, none opened yet.")
	case c.Unread() == 0:
		return in(v).Say("Every note has been opened.")
	default:
		return in(v).Count(c.Notes, "%d of %d note opened, %d nobody has read yet.",
			"%d of %d notes opened, %d nobody has read yet.", c.Opened, c.Notes, c.Unread())
	}
}
