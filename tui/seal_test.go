package tui

import (
	"bytes"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"convene/workshop"
	"convene/workshop/tongue"
	. "convene/workshop/workshoptest"
)

// The seal of a lot stands on every screen before the first ballot, and only where a lot can follow.
func TestTheSealIsOnEveryScreen(t *testing.T) {
	nonce := bytes.Repeat([]byte{7}, 32)
	for _, step := range []workshop.Step{workshop.StepName, workshop.StepLeader, workshop.StepVision} {
		s := SampleStage(step, workshop.PhaseConverge)
		if err := s.Play(By(Fay, workshop.OpenVote{Nonce: nonce})); err != nil {
			t.Fatal(err)
		}
		want := step != workshop.StepVision
		shows := func(who, screen string) {
			t.Helper()
			words := sealWords(tongue.Tongue{}, s.State.Vote)
			screen = strings.Join(strings.Fields(screen), " ")
			if got := words != "" && strings.Contains(screen, words); got != want {
				t.Errorf("%s, %s: %q is shown: %v in\n%s", step, who, words, got, screen)
			}
		}
		for _, size := range [][2]int{{80, 24}, {120, 35}} {
			shows("fay", bodyOf(appOf(t, s, Fay, size[0], size[1])))
			shows("ada", bodyOf(appOf(t, s, "ada", size[0], size[1])))
			shows("the wall", ansi.Strip(wallOf(t, s, size[0], size[1]).draw()))
		}
	}
}
