package tui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"convene/workshop"
	. "convene/workshop/workshoptest"
)

func TestTheBellRingsOnceWhenTimeIsUp(t *testing.T) {
	for _, who := range []workshop.PersonID{Fay, "ada", ""} {
		s := SampleStage(workshop.StepVision, workshop.PhaseDiverge)
		a := appOf(t, s, who, 100, 30)
		a.config.Served = true
		tick := func(d time.Duration) bool {
			s.Now = s.Now.Add(d)
			a.Update(tickMsg{due: s.Now})
			return a.Bell()
		}
		for _, c := range []struct {
			pass time.Duration
			want bool
		}{{time.Second, false}, {4 * time.Minute, false}, {59 * time.Second, true}, {time.Second, false}, {time.Hour, false}} {
			if got := tick(c.pass); got != c.want {
				t.Errorf("%q: %v later it rings: %v", who, c.pass, got)
			}
		}
		play(t, a, s, By(Fay, workshop.AdjustClock{Minutes: 90}))
		if a.Bell() {
			t.Errorf("%q: more time rings", who)
		}
		if !tick(90 * time.Minute) {
			t.Errorf("%q: the time that was added runs out in silence", who)
		}
		if late := appOf(t, s, who, 100, 30); late.Bell() {
			t.Errorf("%q: it rings for somebody who comes late", who)
		}
	}
}

func TestTheBellRingsForKnocks(t *testing.T) {
	s := knocking(t)
	fay, ada := hostOf(t, s, 100, 30), appOf(t, s, personCalled("Ada"), 100, 30)
	fay.config.Served, ada.config.Served = true, true
	for _, name := range []string{"Zoe", "Yan"} {
		play(t, fay, s, knock(name))
		news(ada)
		if !fay.Bell() || fay.Bell() || ada.Bell() {
			t.Errorf("%s's knock does not ring once, for the facilitator alone", name)
		}
	}
	play(t, fay, s, By(Fay, workshop.AdmitPerson{Person: personCalled("Zoe")}))
	if fay.Bell() {
		t.Error("letting in rings")
	}
}

func TestTheBellRingsWhenABreakIsOver(t *testing.T) {
	s := SampleStage(workshop.StepVision, workshop.PhaseDiverge)
	a := appOf(t, s, "ada", 100, 30)
	a.config.Served = true
	play(t, a, s, By(Fay, workshop.StartBreak{Minutes: 5}))
	if a.Bell() {
		t.Error("it rings when the break begins")
	}
	for _, c := range []struct {
		pass time.Duration
		want bool
	}{{5*time.Minute - 1, false}, {1, true}, {time.Second, false}} {
		s.Now = s.Now.Add(c.pass)
		a.Update(tickMsg{due: s.Now})
		if got := a.Bell(); got != c.want {
			t.Errorf("%v later it rings: %v", c.pass, got)
		}
	}
	play(t, a, s, By(Fay, workshop.EndBreak{}))
	if a.Bell() {
		t.Error("it rings when the break is ended")
	}
}

// Only time that runs out rings: a clock that is stopped doesn't, nor a workshop that is left.
func TestNothingElseRings(t *testing.T) {
	s := SampleStage(workshop.StepVision, workshop.PhaseDiverge)
	a := appOf(t, s, Fay, 100, 30)
	a.config.Served = true
	play(t, a, s, By(Fay, workshop.PauseClock{}))
	if a.Bell() {
		t.Error("it rings when the clock is stopped")
	}
	play(t, a, s, By(Fay, workshop.StartClock{}))
	a.Close()
	a.seat = nil
	s.Now = s.Now.Add(time.Hour)
	a.mindClock()
	over := SampleStage(workshop.StepVision, workshop.PhaseDiverge)
	over.Now = over.Now.Add(time.Hour)
	a.sit(stageSeat{stage: over, by: Fay})
	if a.mindClock(); a.Bell() {
		t.Error("the time of a workshop that was left rings in the next")
	}
}

// rung are the bytes that App writes to its own terminal by a command.
func rung(cmd tea.Cmd) string {
	if cmd == nil {
		return ""
	}
	switch msg := cmd().(type) {
	case tea.BatchMsg:
		all := ""
		for _, c := range msg {
			all += rung(c)
		}
		return all
	case tea.RawMsg:
		return fmt.Sprint(msg.Msg)
	default:
		return ""
	}
}

// A terminal that is not served has nobody but App to ring its bell.
func TestTheFacilitatorsOwnTerminalRings(t *testing.T) {
	s := SampleStage(workshop.StepVision, workshop.PhaseDiverge)
	a := appOf(t, s, Fay, 100, 30)
	a.nextTick = s.Now // one is on its way, so that nothing is waited for
	s.Now = s.Now.Add(6 * time.Minute)
	if got := rung(a.ringing()); got != "\a" {
		t.Errorf("when time is up it writes %q", got)
	}
	if got := rung(a.ringing()); got != "" {
		t.Errorf("a moment later it writes %q", got)
	}
}

// ringing is what App does about the bell now.
func (a *App) ringing() tea.Cmd {
	a.mindClock()
	return a.ring()
}

func TestAMutedTerminalIsSilent(t *testing.T) {
	s := SampleStage(workshop.StepVision, workshop.PhaseDiverge)
	a := appOf(t, s, "ada", 100, 30)
	a.config.Served = true
	typeText(a, "Half")
	typeKeys(a, "ctrl+o")
	says(t, a, "The bell is muted on this terminal", "Half")
	s.Now = s.Now.Add(6 * time.Minute)
	a.Update(tickMsg{due: s.Now})
	if a.Bell() {
		t.Error("muted, and it rings")
	}
	typeKeys(a, "ctrl+o")
	says(t, a, "The bell rings on this terminal")
	play(t, a, s, By(Fay, workshop.AdjustClock{Minutes: 1}))
	play(t, a, s, Wait(time.Minute))
	if !a.Bell() {
		t.Error("no longer muted, and it is silent")
	}
}

// What the sound says is on the screen as well, with a sign and in words.
func TestWhatTheBellSaysIsOnEveryScreen(t *testing.T) {
	for _, step := range []workshop.Step{workshop.StepVision, workshop.StepLeader} {
		s := SampleStage(step, workshop.PhaseDiverge)
		s.Now = s.Now.Add(10 * time.Minute)
		for _, who := range []workshop.PersonID{Fay, "ada"} {
			for _, width := range []int{60, 80, 120} {
				if got := bodyOf(appOf(t, s, who, width, 24)); !strings.Contains(got, "◷ time is up") {
					t.Errorf("%q at %d:\n%s", who, width, got)
				}
			}
		}
		if got := bodyOf(appOf(t, s, "ada", 40, 15)); !strings.Contains(got, "◷ over +") {
			t.Errorf("on a phone:\n%s", got)
		}
		if got := strings.Join(wallOf(t, s, 120, 35).Lines(), "\n"); !strings.Contains(got, "time is up") {
			t.Errorf("the wall:\n%s", got)
		}
	}
}
