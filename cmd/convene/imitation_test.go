package main

import (
	"strings"
	"testing"

	"convene/tui/sshd/sshtest"
)

// Nobody comes in under a name that reads like that of somebody who is there, or like a part of the program. All of them come
// through the door, one after the other, and the log says so without the names.
func TestNobodyComesInAsSomebodyElse(t *testing.T) {
	h := openHall(t)
	leads, code := h.facilitator(sshtest.Window{})
	h.join(code, "Cox", sshtest.Window{}, sshtest.Key(sshtest.NewKey(t)))
	leads.See("1 here")
	const taken, mixed, reserved = "Somebody here has that name", "mixes letters of different alphabets", "a meaning of its own"
	imitations := []struct{ what, name, told string }{
		{"the same", "Cox", taken},
		{"capitals", "COX", taken},
		{"Cyrillic letters", "\u0421\u043e\u0445", taken},
		{"one Cyrillic letter", "C\u043ex", mixed},
		{"a Greek letter", "C\u03bfx", mixed},
		{"full-width letters", "\uff23\uff4f\uff58", taken},
		{"bold letters of mathematics", "\U0001d402\U0001d428\U0001d431", taken},
		{"an accent", "C\u00f3x", taken},
		{"stacked marks", "Co\u0301\u0302\u0303x", taken},
		{"a zero", "C0x", taken},
		{"a space of no width", "Co\u200bx", taken},
		{"a joiner", "C\u200dox", taken},
		{"the other direction", "\u202ecox", taken},
		{"spaces and a full stop", "C o x.", taken},
		{"an emoji", "Cox\U0001f600", taken},
		{"the facilitator", "Facilitator", reserved},
		{"somebody in charge", "\uff21\uff44\uff4d\uff49\uff4e", reserved},
		{"the program", "Convene", reserved},
		{"the wall", "WALL", reserved},
	}
	for _, i := range imitations {
		eve := sshtest.Dial(t, h.address, string(code), sshtest.Key(sshtest.NewKey(t))).Terminal()
		eve.See("What shall we call you?")
		eve.Paste(i.name)
		eve.Press("enter")
		eve.Until(i.what+" to be told why", func(screen string) bool {
			return strings.Contains(strings.Join(strings.Fields(screen), " "), i.told)
		})
		eve.Close()
	}
	leads.See("1 here")
	log := h.log.String()
	if n := strings.Count(log, `msg="turned away"`); n < 12 || n > len(imitations) { // ten of a kind, and the rest is counted
		t.Errorf("%d lines in the log for %d names", n, len(imitations))
	}
	if strings.Contains(log, "Cox") || strings.Contains(log, "name=") {
		t.Errorf("the log says names:\n%s", log)
	}
	t.Logf("%d names", len(imitations))
}
