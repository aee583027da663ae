package tui

import (
	"convene/workshop"
	"convene/workshop/tongue"
)

// sealWords show the seal of the lot that a vote may come down to, as far as a person compares it; the log has all of it.
// Empty where there can be no lot.
func sealWords(l tongue.Tongue, v workshop.Vote) string {
	const shown = 8 // bytes
	if len(v.Seal) < shown {
		return ""
	}
	s := v.Seal
	return l.Say("Should it come to a lot: that is sealed already, as %x %x %x %x.", s[:2], s[2:4], s[4:6], s[6:shown])
}

// sealPart is that in its place on a screen.
func sealPart(st stage, gives int) part {
	words := sealWords(st.Tongue, st.view.Vote)
	if words == "" {
		return part{}
	}
	return mutedPart(st, words, gives)
}
