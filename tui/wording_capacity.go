package tui

import (
	"fmt"
	"time"

	"convene/workshop"
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
	has := fmt.Sprintf("sharing has %d min", whole)
	if v.At.Phase == workshop.PhaseShare {
		has = fmt.Sprintf("%d min left", whole)
	}
	needs := c.Needs
	if c.Fits() && whole > 0 {
		needs = min(needs, workshop.Minutes(whole)) // rounded up it must not look as if it didn't fit
	}
	what := count(notes, "note")
	if v.At.Phase == workshop.PhaseShare {
		what = fmt.Sprintf("%d unread", notes)
	}
	said := fmt.Sprintf("%s at 8 seconds each: about %s, %s.", what, minutesWords(needs), has)
	if !c.Fits() {
		said += " Read in pairs, or put only what needs it into the spotlight."
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
func minutesWords(s workshop.Span) string {
	if s < workshop.Minutes(1) {
		return count(int(time.Duration(s)/time.Second), "second")
	}
	return fmt.Sprintf("%d min", int((time.Duration(s)+time.Minute-1)/time.Minute))
}

// coverageWords say which notes nobody has opened yet.
func coverageWords(v workshop.View) string {
	switch c := v.Coverage(); {
	case c.Notes == 0:
		return ""
	case c.Opened == 0:
		return fmt.Sprintf("%s, none opened yet.", count(c.Notes, "note"))
	case c.Unread() == 0:
		return "Every note has been opened."
	default:
		return fmt.Sprintf("%d of %s opened, %d nobody has read yet.", c.Opened, count(c.Notes, "note"), c.Unread())
	}
}
