package tui

import (
	"crypto/rand"
	"testing"

	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// Who serves a screen says goodbye in the language of the workshop, and of the house as long as there is none.
func TestAScreenSpeaksTheLanguageOfItsWorkshop(t *testing.T) {
	s := SampleStage(workshop.StepVision, workshop.PhaseAlign)
	s.State.Lang = workshop.French
	if got := appOf(t, s, "ada", 80, 24).Speaks(); got != workshop.French {
		t.Errorf("in a French workshop it speaks %q", got)
	}
	lobby := New(t.Context(), Config{Lobby: houseOf(1), Lang: workshop.French, Rand: rand.Reader, Dark: true, Now: Morning})
	if got := lobby.Speaks(); got != workshop.French {
		t.Errorf("in a French lobby it speaks %q", got)
	}
	silent := New(t.Context(), Config{Lobby: houseOf(1), Rand: rand.Reader, Dark: true, Now: Morning})
	if got := silent.Speaks(); got != "" {
		t.Errorf("in a lobby without a language it speaks %q", got)
	}
}
