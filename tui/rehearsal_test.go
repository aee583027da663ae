package tui

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"convene/tui/tuitest"
	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// practice is a rehearsal on a stage, which remembers what it was asked for.
type practice struct {
	stage  *Stage
	pace   Pace
	asked  []string
	failed error
}

func newPractice(s *Stage) *practice { return &practice{stage: s, pace: Pace{Speed: 60}} }

func (p *practice) Seat() Seat     { return practiceSeat{stageSeat{stage: p.stage, by: Fay}, p} }
func (p *practice) Now() time.Time { return p.stage.Now }
func (p *practice) Pace() Pace     { return p.pace }
func (p *practice) Pause()         { p.pace.Paused = !p.pace.Paused }
func (p *practice) Quicken(by int) { p.asked = append(p.asked, fmt.Sprintf("quicken %d", by)) }
func (p *practice) TakeOver() {
	p.asked, p.pace = append(p.asked, "take over"), Pace{Speed: 1, Led: true}
}
func (p *practice) End() error { p.asked = append(p.asked, "end"); return p.failed }

// practiceSeat takes the lead with whatever is done from it.
type practiceSeat struct {
	stageSeat
	of *practice
}

func (s practiceSeat) Do(ctx context.Context, c workshop.Command) error {
	if !s.of.pace.Led {
		s.of.TakeOver()
	}
	return s.stageSeat.Do(ctx, c)
}

// rehearsing is the program in a rehearsal, and the terminal's own clock.
func rehearsing(t *testing.T, s *Stage, width, height int) (*App, *practice, *time.Time) {
	t.Helper()
	p, now := newPractice(s), Morning()
	a := New(t.Context(), Config{Rehearsal: p, Dark: true, Now: func() time.Time { return now }})
	a.Update(tea.WindowSizeMsg{Width: width, Height: height})
	return a, p, &now
}

func screenText(a *App) string { return ansi.Strip(a.draw()) }

func TestARehearsalLooksAsItDid(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 35}, {60, 15}} {
		for _, c := range []struct {
			name string
			from func() *Stage
			then func(a *App, p *practice)
		}{
			{"gather", sampleAt(workshop.StepVision, workshop.PhaseBrief), func(a *App, p *practice) {
				if err := p.stage.Play(Back(workshop.StepWelcome, workshop.PhaseGather)); err != nil {
					t.Fatal(err)
				}
				news(a)
			}},
			{"paused", sampleAt(workshop.StepVision, workshop.PhaseDiverge), func(a *App, _ *practice) { typeKeys(a, "ctrl+s") }},
			{"taken", sampleAt(workshop.StepVision, workshop.PhaseBrief), func(a *App, _ *practice) { typeKeys(a, "n") }},
			{"finished", sampleAt(workshop.StepClosing, workshop.PhaseCanvas), func(a *App, p *practice) {
				if err := p.stage.Play(By(Fay, workshop.CloseWorkshop{})); err != nil {
					t.Fatal(err)
				}
				news(a)
			}},
		} {
			name := fmt.Sprintf("rehearsal/%s@%dx%d", c.name, size[0], size[1])
			t.Run(name, func(t *testing.T) {
				a, p, _ := rehearsing(t, c.from(), size[0], size[1])
				c.then(a, p)
				lines := strings.Split(a.draw(), "\n")
				tuitest.Fits(t, lines, size[0], size[1])
				tuitest.Golden(t, name, tuitest.Plain(lines))
			})
		}
	}
}

// Whatever is on the screen, and in whatever window: it always says that this is a rehearsal.
func TestARehearsalAlwaysSaysThatItIsOne(t *testing.T) {
	for _, phase := range []workshop.Phase{workshop.PhaseBrief, workshop.PhaseDiverge, workshop.PhaseShare, workshop.PhaseConverge, workshop.PhaseAlign} {
		for _, width := range []int{60, 80, 120} {
			a, p, _ := rehearsing(t, SampleStage(workshop.StepVision, phase), width, 24)
			for _, keys := range []string{"", "?", "esc", "ctrl+s", "ctrl+s", "a", "esc"} {
				if keys != "" {
					typeKeys(a, keys)
				}
				a.say(say{text: "Something that was said just now.", tone: sorry})
				all := screenText(a)
				want := []string{"Rehearsal"}
				if p.pace.Paused {
					want = append(want, "paused", "ctrl+s goes on")
				} else {
					want = append(want, "ctrl+s pauses", "speed "+map[bool]string{true: "1 ", false: "60"}[p.pace.Led])
				}
				if p.pace.Led {
					want = append(want, "you lead")
				} else {
					want = append(want, "n takes over")
				}
				for _, w := range append(want, "said just now") {
					if !strings.Contains(all, w) {
						t.Errorf("%s at %d columns, after %q: nothing says %q:\n%s", phase, width, keys, w, all)
					}
				}
			}
		}
	}
}

// An ordinary workshop has nothing of it.
func TestAWorkshopHasNoKeysOfARehearsal(t *testing.T) {
	a := appOf(t, SampleStage(workshop.StepVision, workshop.PhaseDiverge), Fay, 100, 30)
	before := screenText(a)
	typeKeys(a, "ctrl+s", "shift+right", "shift+left")
	if diff := cmp.Diff(before, screenText(a)); diff != "" {
		t.Error(diff)
	}
	typeKeys(a, "?")
	if all := strings.ToLower(screenText(a)); strings.Contains(all, "rehearsal") {
		t.Errorf("there is something about a rehearsal:\n%s", all)
	}
}

func TestKeysGovernTheRehearsal(t *testing.T) {
	a, p, _ := rehearsing(t, SampleStage(workshop.StepVision, workshop.PhaseDiverge), 80, 24)
	typeKeys(a, "shift+right", "shift+left", "ctrl+s")
	if diff := cmp.Diff([]string{"quicken 1", "quicken -1"}, p.asked); diff != "" || !p.pace.Paused {
		t.Errorf("paused: %v\n%s", p.pace.Paused, diff)
	}
	// In a dialog, where something is typed, they work too.
	p.asked = nil
	typeKeys(a, "a", "ctrl+s", "shift+right")
	if !p.pace.Paused || !p.pace.Led || len(a.dialogs) != 1 || p.asked[len(p.asked)-1] != "quicken 1" {
		t.Errorf("in a dialog: %+v, %d dialogs", p.pace, len(a.dialogs))
	}
}

// Every key that leads takes the lead at once, also one that asks something first: the group must not move on meanwhile.
func TestKeysThatLeadTakeTheLead(t *testing.T) {
	for k, want := range map[string]bool{
		"n": true, "b": true, "t": true, "+": true, "a": true, "T": true, "B": true, "c": false, "?": false, "down": false, "x": false,
	} {
		a, p, _ := rehearsing(t, SampleStage(workshop.StepVision, workshop.PhaseDiverge), 80, 24)
		typeKeys(a, k)
		if p.pace.Led != want {
			t.Errorf("%s takes the lead: %v", k, p.pace.Led)
		}
		if said := strings.Contains(a.toast.text, "You lead now"); said != want {
			t.Errorf("%s: it says %q", k, a.toast.text)
		}
	}
	a, p, _ := rehearsing(t, SampleStage(workshop.StepVision, workshop.PhaseShare), 80, 24)
	if typeKeys(a, "enter"); !p.pace.Led {
		t.Error("the spotlight doesn't take the lead")
	}
}

// As long as the simulated facilitator leads, the program asks the person nothing and rings no bell; then it does.
func TestPromptsWaitUntilThePersonLeads(t *testing.T) {
	s := SampleStage(workshop.StepVision, workshop.PhaseDiverge)
	for _, p := range s.State.Participants() {
		via := workshop.PersonID("")
		if p.Booth {
			via = Fay
		}
		if _, err := s.Send(workshop.Envelope{By: p.ID, Via: via, At: s.Now, Command: workshop.DeclareDone{Done: true}}); err != nil {
			t.Fatal(err)
		}
	}
	s.Now = s.Now.Add(20 * time.Minute)
	a, p, _ := rehearsing(t, s, 80, 24)
	news(a)
	if len(a.dialogs) > 0 || a.Bell() {
		t.Error("the person is asked, or rung for, while somebody else leads")
	}
	p.TakeOver()
	if news(a); len(a.dialogs) != 1 {
		t.Errorf("who leads is asked %d questions", len(a.dialogs))
	}
}

// Who the people are is said in the language of the workshop, at every size.
func TestARehearsalSaysThatThePeopleAreSimulated(t *testing.T) {
	for lang, want := range map[workshop.Language]string{
		workshop.English: "what they write is made up, and no door is open.",
		workshop.French:  "ce qu’elles écrivent est inventé, et aucune porte n’est ouverte.",
	} {
		s := NewStage()
		open := workshop.OpenWorkshop{ID: "brave-otter", Topic: "Craft", Facilitator: "Fay", Lang: lang}
		if err := s.Play(By(Fay, open)); err != nil {
			t.Fatal(err)
		}
		for _, size := range [][2]int{{60, 15}, {80, 24}, {120, 35}} {
			a, _, _ := rehearsing(t, s, size[0], size[1])
			if all := strings.Join(strings.Fields(screenText(a)), " "); !strings.Contains(all, want) {
				t.Errorf("%s at %v:\n%s", lang, size, screenText(a))
			}
		}
	}
}

// What breaks by itself is no news of the room, and no key: it is said all the same, and once.
func TestWhatBreaksIsSaid(t *testing.T) {
	gathering := func(t *testing.T) (*App, *practice, func(time.Duration)) {
		s := NewStage()
		if err := s.Play(By(Fay, workshop.OpenWorkshop{ID: "brave-otter", Topic: "Craft", Facilitator: "Fay"})); err != nil {
			t.Fatal(err)
		}
		a, p, now := rehearsing(t, s, 100, 24)
		a.Init()
		return a, p, func(d time.Duration) {
			*now = now.Add(d)
			a.Update(tickMsg{a.nextTick})
		}
	}
	t.Run("the script", func(t *testing.T) {
		a, p, wait := gathering(t)
		p.pace = Pace{Speed: 1, Led: true, Broken: workshop.ErrNameTaken}
		wait(time.Second)
		all := screenText(a)
		for _, want := range []string{"you lead now", "that name already"} {
			if !strings.Contains(all, want) {
				t.Errorf("nothing says %q:\n%s", want, all)
			}
		}
		wait(time.Minute)
		if strings.Contains(screenText(a), "that name already") {
			t.Error("it is said again")
		}
	})
	t.Run("those who attend", func(t *testing.T) {
		a, p, wait := gathering(t)
		p.TakeOver()
		wait(time.Second)
		a.say(say{text: "Read this first.", tone: sorry})
		p.pace.Alone, p.pace.Broken = true, workshop.ErrHeld
		if wait(time.Second); !strings.Contains(screenText(a), "Read this first.") {
			t.Error("a refusal is gone before it can be read")
		}
		wait(refusalTime)
		if all := screenText(a); strings.Count(all, "simulated people have stopped") != 2 {
			t.Errorf("a toast and the badge don't say it:\n%s", all)
		}
		wait(time.Minute)
		if all := screenText(a); strings.Count(all, "simulated people have stopped") != 1 {
			t.Errorf("the badge doesn't go on saying it:\n%s", all)
		}
	})
}

// What is said stays as long as people need to read it, however fast the rehearsal goes.
func TestWhatIsSaidStaysInRealTime(t *testing.T) {
	s := SampleStage(workshop.StepVision, workshop.PhaseDiverge)
	a, _, now := rehearsing(t, s, 80, 24)
	a.say(say{text: "Read this.", tone: gladly})
	s.Now = s.Now.Add(10 * time.Minute)
	*now = now.Add(toastTime - time.Second)
	if !strings.Contains(screenText(a), "Read this.") {
		t.Error("it is gone before it can be read")
	}
	*now = now.Add(2 * time.Second)
	if strings.Contains(screenText(a), "Read this.") {
		t.Error("it stays")
	}
}

// A second of the rehearsal is a sixtieth of one: the screen follows, but not more often than eyes do.
func TestTheScreenFollowsTheRehearsalsClock(t *testing.T) {
	for _, c := range []struct {
		pace Pace
		want time.Duration
	}{
		{Pace{Speed: 1}, time.Second}, {Pace{Speed: 5}, 200 * time.Millisecond}, {Pace{Speed: 600}, fastest}, {Pace{Speed: 600, Paused: true}, time.Second},
	} {
		s := SampleStage(workshop.StepVision, workshop.PhaseDiverge)
		s.Now = s.Now.Truncate(time.Second)
		a, p, now := rehearsing(t, s, 80, 24)
		p.pace, a.nextTick = c.pace, time.Time{}
		a.Init()
		if got := a.nextTick.Sub(*now); got != c.want {
			t.Errorf("at %+v the screen changes after %v, want %v", c.pace, got, c.want)
		}
	}
}
