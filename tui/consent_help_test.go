package tui

import (
	"strings"
	"testing"

	"convene/workshop"
	. "convene/workshop/workshoptest"
)

func TestHelpSaysHowConsentIsFound(t *testing.T) {
	for _, c := range []struct {
		name string
		then Line
		who  workshop.PersonID
		want string
	}{
		{"who reads", byReasons(workshop.PhaseShare), "ada", "enter on a person nominates them"},
		{"who guides the reading", byReasons(workshop.PhaseShare), Fay, "n goes on to the proposal"},
		{"who will propose", byReasons(workshop.PhaseConverge), Fay, "v proposes somebody"},
		{"who answers", proposing(terms), "ada", "c consents, o objects and says why"},
		{"who is proposed", proposing(terms), "ben", "You are free to decline"},
		{"who guides the answers", proposing(terms), Fay, "The last answer shows them all"},
	} {
		s := (moment{from: fresh, then: []Line{c.then}}).reach(t)
		if got := strings.Join(helpWords(stageOf(s, c.who, 100, 30)), " "); !strings.Contains(got, c.want) {
			t.Errorf("%s is told %q, not %q", c.name, got, c.want)
		}
	}
}
