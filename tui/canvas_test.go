package tui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"convene/tui/tuitest"
	"convene/workshop"
	. "convene/workshop/workshoptest"
)

func TestTheCanvasScreenFitsScrollsAndSaves(t *testing.T) {
	s := SampleStage(workshop.StepClosing, workshop.PhaseCanvas)
	for _, size := range [][2]int{{78, 19}, {118, 30}, {158, 60}, {38, 19}, {58, 10}} {
		st := stageOf(s, Fay, size[0], size[1])
		sc := screenOf(st)
		top := sc.draw(st)
		tuitest.Fits(t, top, size[0], size[1])
		if all := ansi.Strip(strings.Join(top, "\n")); !strings.Contains(all, "C r a f t") || !strings.Contains(all, "n finishes") {
			t.Errorf("at %v:\n%s", size, all)
		}
		for range 20 {
			pressed(sc, st, "pgdown")
			sc.draw(st)
		}
		end := sc.draw(st)
		tuitest.Fits(t, end, size[0], size[1])
		if all := ansi.Strip(strings.Join(end, "\n")); !strings.Contains(all, "Fay") {
			t.Errorf("the end is not reached at %v:\n%s", size, all)
		}
		if act, ok := pressed(sc, st, "m").(exportCanvas); !ok || act.format != "markdown" || act.canvas.Title != "Craft Guild" {
			t.Errorf("m does %+v", act)
		}
		if act, ok := pressed(sc, st, "H").(exportCanvas); !ok || act.format != "html" {
			t.Errorf("H does %+v", act)
		}
		if act, ok := pressed(sc, st, "J").(exportCanvas); !ok || act.format != "json" {
			t.Errorf("J does %+v", act)
		}
	}
}

// Whoever takes part reads; the folder that a canvas is saved to is the facilitator's.
func TestParticipantsReadTheCanvas(t *testing.T) {
	st := stageOf(SampleStage(workshop.StepClosing, workshop.PhaseCanvas), "ada", 78, 19)
	sc := screenOf(st)
	if act := pressed(sc, st, "m"); act != nil {
		t.Errorf("m does %+v", act)
	}
}

func TestTheCanvasSoFarStandsInFront(t *testing.T) {
	a := appOf(t, SampleStage(workshop.StepImpact, workshop.PhaseConverge), Fay, 80, 24)
	typeKeys(a, "c")
	says(t, a, "the canvas so far", "VISION", "IMPORTANCE", "HOW", "esc close")
	typeKeys(a, "pgdown", "pgdown", "pgdown", "pgdown")
	says(t, a, "no leader yet")
	typeKeys(a, "c")
	says(t, a, "clustering", "WHO")
	if strings.Contains(bodyOf(a), "the canvas so far") {
		t.Error("c does not close it")
	}
}
