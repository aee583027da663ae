package tui

import (
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"

	"convene/workshop"
	"convene/workshop/reel"
	. "convene/workshop/workshoptest"
)

func TestTheFilmRunsAtItsSpeed(t *testing.T) {
	p := samplePlayer(t, 80, 24)
	p.pass(2 * time.Second)
	if p.film != 2*time.Minute {
		t.Errorf("two seconds at 60 are %v", p.film)
	}
	p.press("+")
	p.pass(time.Second)
	if p.film != 4*time.Minute {
		t.Errorf("a second at 120 more is %v", p.film)
	}
	p.press("-", "-", "-")
	p.pass(time.Second)
	if p.film != 4*time.Minute+15*time.Second {
		t.Errorf("a second at 15 more is %v", p.film)
	}
	p.press("space")
	p.pass(time.Hour)
	if p.film != 4*time.Minute+15*time.Second {
		t.Errorf("paused, it is at %v", p.film)
	}
	p.press("space")
	p.pass(24 * time.Hour)
	if p.seat.n != p.config.Reel.Len() || !p.stopped {
		t.Errorf("the film doesn't stop at its end: record %d", p.seat.n)
	}
	if all := p.text(); !strings.Contains(all, "space from the start") || !strings.Contains(all, "workshop-closed") {
		t.Errorf("the end doesn't say so:\n%s", all)
	}
	p.press("space")
	if p.seat.n != 2 || p.stopped {
		t.Errorf("it doesn't begin again: record %d", p.seat.n)
	}
	for range 30 {
		p.press("-")
	}
	if p.speed != LeastReplaySpeed {
		t.Errorf("the slowest is %v", p.speed)
	}
	for range 30 {
		p.press("+")
	}
	if p.speed != MostReplaySpeed {
		t.Errorf("the fastest is %v", p.speed)
	}
}

// What was asked for before the film was stopped, or moved, comes to nothing.
func TestAnOldFrameMovesNothing(t *testing.T) {
	p := samplePlayer(t, 80, 24)
	old := frameMsg{p.since}
	p.now = p.now.Add(time.Second)
	p.press("5")
	at := p.film
	p.now = p.now.Add(time.Second)
	if p.Update(old); p.film != at {
		t.Error("an old frame has moved the film")
	}
}

// A key that means nothing doesn't stop the film.
func TestAnyOtherKeyLetsTheFilmRun(t *testing.T) {
	p := samplePlayer(t, 80, 24)
	if _, cmd := p.Update(keyPress("x")); cmd == nil {
		t.Error("nothing asks for the next frame")
	}
}

func TestStepsGoFromRecordToRecord(t *testing.T) {
	p := samplePlayer(t, 100, 30)
	p.press("right")
	if p.seat.n != 3 || !p.stopped {
		t.Fatalf("→ leads to record %d", p.seat.n)
	}
	n := p.seat.n
	if want := fmt.Sprintf("record %d: %s", n, p.config.Reel.Record(n).Event.Kind()); !strings.Contains(p.text(), want) {
		t.Errorf("nothing says %q:\n%s", want, p.text())
	}
	p.press("right", "right", "left", "l", "h")
	if p.seat.n != n+1 {
		t.Errorf("there and back leads to record %d", p.seat.n)
	}
	p.press("home", "left", "left")
	if p.seat.n != 2 {
		t.Errorf("before the first there is record %d", p.seat.n)
	}
	p.press("end", "right")
	if p.seat.n != p.config.Reel.Len() {
		t.Errorf("after the last there is record %d", p.seat.n)
	}
}

func TestSeekingGoesFromPhaseToPhase(t *testing.T) {
	p := samplePlayer(t, 100, 30)
	at := func(step workshop.Step, phase workshop.Phase) {
		t.Helper()
		if got := p.seat.View().At; got != (workshop.Position{Step: step, Phase: phase}) {
			t.Errorf("it is %v, want %s/%s", got, step, phase)
		}
	}
	p.press("space", "down", "]", "down")
	at(workshop.StepVision, workshop.PhaseShare)
	p.press("right", "right", "up")
	at(workshop.StepVision, workshop.PhaseShare) // its beginning first
	p.press("up")
	at(workshop.StepVision, workshop.PhaseDiverge)
	p.press("[", "k", "up", "up", "up")
	at(workshop.StepWelcome, workshop.PhaseGather)
	p.press("end", "up")
	at(workshop.StepClosing, workshop.PhaseCanvas)
	p.press("down", "down")
	if p.seat.n != p.config.Reel.Len() {
		t.Errorf("after the last phase there is record %d", p.seat.n)
	}
	p.press("9")
	if share := float64(p.film) / float64(p.config.Reel.Length()); share < 0.85 || share > 0.9 {
		t.Errorf("9 leads to %.2f of the film", share)
	}
	p.press("0")
	if p.film != 0 {
		t.Errorf("0 leads to %v", p.film)
	}
}

// Seeking doesn't stop a film that runs, and doesn't start one that stands.
func TestSeekingKeepsTheFilmRunning(t *testing.T) {
	p := samplePlayer(t, 80, 24)
	p.press("down", "5", "up")
	if p.stopped {
		t.Error("seeking has stopped the film")
	}
	p.press("space", "down", "home")
	if !p.stopped {
		t.Error("seeking has started the film")
	}
}

func TestTheReplayIsLeft(t *testing.T) {
	for _, k := range []string{"q", "esc", "ctrl+c"} {
		p := samplePlayer(t, 80, 24)
		_, cmd := p.Update(keyPress(k))
		if cmd == nil {
			t.Fatalf("%s does nothing", k)
		}
		if _, quits := cmd().(tea.QuitMsg); !quits {
			t.Errorf("%s doesn't leave", k)
		}
	}
	p := samplePlayer(t, 80, 24)
	p.press("?")
	if p.press("esc"); p.help {
		t.Error("esc doesn't close the help")
	}
}

func TestACutWaitIsSaid(t *testing.T) {
	s := SampleStage(workshop.StepVision, workshop.PhaseBrief)
	if err := s.Play(Wait(3*time.Hour), Reach(workshop.StepVision, workshop.PhaseDiverge)); err != nil {
		t.Fatal(err)
	}
	p := playerOf(t, s.Records, 100, 30)
	p.goTo(p.config.Reel.Len())
	if all := p.text(); !strings.Contains(all, "Nothing happened for 2 h 58 min more: the wait is cut.") {
		t.Errorf("nothing says that a wait is cut:\n%s", all)
	}
}

// Of a workshop that goes on there is what there is so far.
func TestAWorkshopInProgressEndsWhereItIs(t *testing.T) {
	s := SampleStage(workshop.StepImpact, workshop.PhaseConverge)
	p := playerOf(t, s.Records, 100, 30)
	p.press("space", "end")
	if all := p.text(); !strings.Contains(all, "So far: record") {
		t.Errorf("nothing says that it goes on:\n%s", all)
	}
}

// In a bubble the real program runs the film by itself, to its end.
func TestAFilmRunsByItself(t *testing.T) {
	_, records := Sample()
	synctest.Test(t, func(t *testing.T) {
		film := reel.New(records)
		r := newReplay(t.Context(), ReplayConfig{Reel: film, Speed: 600, Now: time.Now, Tell: func(int) string { return "" }})
		begun := time.Now()
		for cmd := r.frame(); cmd != nil; {
			_, cmd = r.Update(cmd())
		}
		took, want := time.Since(begun), film.Length()/600
		if took < want || took > want+2*frameTime {
			t.Errorf("it took %v, want %v", took, want)
		}
	})
}
