package tui

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"convene/tui/tuitest"
	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// inFrench is a stage of the sample whose group works in French.
func inFrench(at workshop.Position) *Stage {
	s := SampleStage(at.Step, at.Phase)
	s.State.Lang = workshop.French
	return s
}

// The brief of every step and the canvas in French, for those who facilitate, for those who take part, and on the wall.
func TestTheBriefAndTheCanvasLookAsTheyDidInFrench(t *testing.T) {
	var moments []workshop.Position
	for _, at := range positions(t) {
		if at.Phase == workshop.PhaseBrief || at.Phase == workshop.PhaseCanvas {
			moments = append(moments, at)
		}
	}
	for _, at := range moments {
		for _, size := range [][2]int{{60, 15}, {80, 24}} {
			name := fmt.Sprintf("french/%s-%s@%dx%d", at.Step, at.Phase, size[0], size[1])
			t.Run(name, func(t *testing.T) {
				lines := strings.Split(ansi.Strip(appOf(t, inFrench(at), "ada", size[0], size[1]).draw()), "\n")
				tuitest.Fits(t, lines, size[0], size[1])
				tuitest.Golden(t, name, lines)
			})
		}
		name := fmt.Sprintf("french/wall-%s-%s@120x35", at.Step, at.Phase)
		t.Run(name, func(t *testing.T) {
			lines := strings.Split(ansi.Strip(wallOf(t, inFrench(at), 120, 35).draw()), "\n")
			tuitest.Fits(t, lines, 120, 35)
			tuitest.Golden(t, name, lines)
		})
	}
}

// The canvas at its end, with how every step was settled, as a facilitator scrolls through it.
func TestTheWholeCanvasInFrench(t *testing.T) {
	at := workshop.Position{Step: workshop.StepClosing, Phase: workshop.PhaseCanvas}
	lines := strings.Split(ansi.Strip(appOf(t, inFrench(at), Fay, 100, 120).draw()), "\n")
	tuitest.Fits(t, lines, 100, 120)
	tuitest.Golden(t, "french/canvas-whole@100x120", lines)
}

// How many votes there are is said with the rule of the name, and asked with the format's number first.
func TestTheRuleFollowsTheFormatsVotes(t *testing.T) {
	for votes, want := range map[int]string{1: "one vote each", 2: "two votes each", 4: "four votes each"} {
		s := SampleStage(workshop.StepName, workshop.PhaseBrief)
		s.State.Votes = votes
		if got := strings.Join(strings.Fields(ansi.Strip(appOf(t, s, "ada", 80, 24).draw())), " "); !strings.Contains(got, want) {
			t.Errorf("%d: no %q in the brief", votes, want)
		}
		s = SampleStage(workshop.StepName, workshop.PhaseConverge)
		s.State.Votes = votes
		a := appOf(t, s, Fay, 80, 24)
		typeKeys(a, "v")
		if got := ansi.Strip(a.draw()); !strings.Contains(got, fmt.Sprintf("%d vote", votes)) {
			t.Errorf("%d: the dialog proposes\n%s", votes, got)
		}
	}
}
