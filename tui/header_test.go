package tui

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"convene/tui/theme"
	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// stillSeat is a place in a workshop that never changes: commands are heard and not carried out.
type stillSeat struct {
	view  workshop.View
	booth workshop.View // of whoever is called to the keyboard
	heard int
}

func (s *stillSeat) Do(context.Context, workshop.Command) error { s.heard++; return nil }
func (s *stillSeat) View() workshop.View                        { return s.view }
func (s *stillSeat) Point(workshop.Spot, bool) error            { return nil }
func (s *stillSeat) Changed() <-chan struct{}                   { return nil }
func (s *stillSeat) Booth(workshop.PersonID) Seat               { return &stillSeat{view: s.booth} }
func (s *stillSeat) Touch()                                     {}
func (s *stillSeat) Leave()                                     {}

// place is somewhere on the way, for somebody.
type place struct {
	name string
	seat *stillSeat
	now  time.Time
}

// places are every position of the sample, and every open vote, for the facilitator, somebody who takes part, and the
// wall.
func places(t *testing.T) []place {
	t.Helper()
	var out []place
	add := func(name string, s *Stage) {
		for role, who := range map[string]workshop.PersonID{"facilitator": Fay, "participant": "ada", "wall": ""} {
			seat := &stillSeat{view: viewOf(s, who), booth: viewOf(s, "yusuf")}
			out = append(out, place{fmt.Sprintf("%s, %s", name, role), seat, s.Now})
		}
	}
	whole, _ := Sample()
	for _, at := range whole.Agenda.Positions() {
		s := SampleStage(at.Step, at.Phase)
		if at.Phase == workshop.PhaseGather { // nobody has come yet
			if err := s.Play(By("ada", workshop.Join{Name: "Ada"})); err != nil {
				t.Fatal(err)
			}
		}
		add(at.String(), s)
		if at.Phase == workshop.PhaseConverge && s.Play(By(Fay, workshop.OpenVote{})) == nil {
			add(at.String()+" voting", s)
		}
	}
	return out
}

// app is the whole program there.
func (p place) app(t *testing.T) *App {
	t.Helper()
	a := New(t.Context(), Config{Seat: p.seat, Dark: true, Now: func() time.Time { return p.now }})
	a.Update(tea.WindowSizeMsg{Width: 100, Height: 30})
	return a
}

// at is the program's width, and the stage that goes with it.
func (a *App) at(width int, st stage) stage {
	a.width = width
	st.width, st.height = a.bodySize()
	return st
}

// widths are every width of a small terminal, and some of larger ones.
func widths() []int {
	var out []int
	for w := 60; w <= 200; w++ {
		if w <= 84 || w%20 == 0 {
			out = append(out, w)
		}
	}
	return out
}

func TestTheFrameKeepsToItsWidth(t *testing.T) {
	for _, p := range places(t) {
		a := p.app(t)
		st := a.stage()
		for _, late := range []time.Duration{0, 3 * time.Hour} {
			st.now = p.now.Add(late)
			for _, width := range widths() {
				st := a.at(width, st)
				for part, line := range map[string]string{
					"header": a.header(st), "journey": a.journey(st), "footer": a.footer(st),
				} {
					if w := theme.Width(line); w > width {
						t.Errorf("%s: the %s takes %d cells of %d: %q", p.name, part, w, width, ansi.Strip(line))
					}
				}
			}
		}
	}
}

// At every width, the clock is whole, and so is the step's number and name.
func TestTheHeaderSaysWhereAndHowLong(t *testing.T) {
	for _, p := range places(t) {
		a := p.app(t)
		st := a.stage()
		w := wordsOf(st.view, st.view.At.Step)
		for _, width := range widths() {
			st := a.at(width, st)
			got := ansi.Strip(a.header(st))
			for _, want := range []string{strings.TrimSpace(w.number + " " + w.title), ansi.Strip(a.clock(st))} {
				if !strings.Contains(got, want) {
					t.Errorf("%s at %d: %q is not in %q", p.name, width, want, got)
				}
			}
		}
	}
}

// Whose turn it is stands in the header at every width, also when the name is as long as names may be.
func TestTheHeaderNamesWhoIsInTheBooth(t *testing.T) {
	for _, name := range []string{"Yusuf", "Wilhelmina Featherst", "Дмитрий Александрова"} {
		s := NewStage()
		if err := s.Play(Group(), By(Fay, workshop.AddPerson{Person: "p", Name: name}), Reach(workshop.StepMeasures, workshop.PhaseDiverge)); err != nil {
			t.Fatal(err)
		}
		a := appOf(t, s, Fay, 100, 30)
		typeKeys(a, names("o enter pause enter")...)
		for width := 60; width <= 200; width++ {
			a.Update(tea.WindowSizeMsg{Width: width, Height: 24})
			got := ansi.Strip(a.header(a.stage()))
			if !strings.Contains(got, "booth: "+name) || !strings.Contains(got, "05:00") || theme.Width(got) > width {
				t.Errorf("at %d: %q", width, got)
			}
		}
	}
}

func TestTheWordsOfTheClock(t *testing.T) {
	writing := sampleAt(workshop.StepVision, workshop.PhaseDiverge)
	for _, c := range []struct {
		name string
		from func() *Stage
		then []Line
		want string
	}{
		{"just begun", writing, nil, "◷ 05:00"},
		{"the second that runs counts", writing, []Line{Wait(1500 * time.Millisecond)}, "◷ 04:59"},
		{"the last second", writing, []Line{Wait(5*time.Minute - time.Millisecond)}, "◷ 00:01"},
		{"the end", writing, []Line{Wait(5 * time.Minute)}, "◷ time is up 00:00"},
		{"over", writing, []Line{Wait(6*time.Minute + 5*time.Second)}, "◷ time is up +01:05"},
		{"paused", writing, []Line{Wait(time.Minute), By(Fay, workshop.PauseClock{}), Wait(time.Hour)}, "‖ 04:00"},
		{"paused after the end", writing, []Line{Wait(6 * time.Minute), By(Fay, workshop.PauseClock{})}, "‖ +01:00"},
		{"not begun", fresh, []Line{Opened()}, "‖ 05:00"},
		{"more than an hour", writing, []Line{By(Fay, workshop.AdjustClock{Minutes: 90})}, "◷ 95:00"},
		{"since yesterday", writing, []Line{Wait(22 * time.Hour)}, "◷ time is up +21:55:00"},
		{"a break", writing, []Line{By(Fay, workshop.StartBreak{Minutes: 10}), Wait(time.Minute)}, "‖ break 09:00"},
		{"a break that is over", writing, []Line{By(Fay, workshop.StartBreak{Minutes: 10}), Wait(11*time.Minute + 5*time.Second)}, "◷ break is over +01:05"},
		{"a break without an end", writing, []Line{By(Fay, workshop.StartBreak{}), Wait(22 * time.Hour)}, "‖ break since Mon 09:06"},
		{"a break since last month", writing, []Line{By(Fay, workshop.StartBreak{}), Wait(30 * 24 * time.Hour)}, "‖ break since 2 Mar 09:06"},
		{"finished", sampleAt(workshop.StepClosing, workshop.PhaseCanvas), []Line{By(Fay, workshop.CloseWorkshop{})}, "finished"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := c.from()
			if err := s.Play(c.then...); err != nil {
				t.Fatal(err)
			}
			a := appOf(t, s, Fay, 100, 30)
			if got := ansi.Strip(a.clock(a.stage())); got != c.want {
				t.Errorf("the clock says %q, want %q", got, c.want)
			}
			if got := strings.TrimRight(ansi.Strip(a.header(a.stage())), " "); !strings.HasSuffix(got, c.want) {
				t.Errorf("the header does not end in the clock: %q", got)
			}
		})
	}
}

// Being late is the facilitator's to know. A minute behind is said, being ahead only when it is much.
func TestTheHeaderSaysHowLateItIs(t *testing.T) {
	for _, c := range []struct {
		name string
		wait time.Duration
		want string
	}{
		{"in time", 5 * time.Minute, ""},
		{"less than half a minute", 5*time.Minute + 29*time.Second, ""},
		{"a minute", 6 * time.Minute, "1 min behind"},
		{"much", 35 * time.Minute, "30 min behind"},
	} {
		s := SampleStage(workshop.StepVision, workshop.PhaseDiverge)
		behind := viewOf(s, Fay).Behind(s.Now)
		if err := s.Play(Wait(c.wait - time.Duration(behind))); err != nil {
			t.Fatal(err)
		}
		for who, want := range map[workshop.PersonID]string{Fay: c.want, "ada": "", "": ""} {
			a := appOf(t, s, who, 120, 30)
			got := ansi.Strip(a.header(a.stage()))
			if said := strings.Contains(got, "behind") || strings.Contains(got, "ahead"); said != (want != "") || !strings.Contains(got, want) {
				t.Errorf("%s, to %q: %q, want %q in it", c.name, who, got, want)
			}
		}
	}
	s := NewStage()
	if err := s.Play(Group("ada"), Reach(workshop.StepVision, workshop.PhaseConverge)); err != nil {
		t.Fatal(err)
	}
	a := appOf(t, s, Fay, 120, 30)
	n := -viewOf(s, Fay).Behind(s.Now).Minutes()
	if got := ansi.Strip(a.header(a.stage())); n < 5 || !strings.Contains(got, fmt.Sprintf("%d min ahead", n)) {
		t.Errorf("%d minutes ahead, and it says %q", n, got)
	}
	if got := lateWords(workshop.View{Shared: &workshop.Shared{}}, s.Now); got != "" {
		t.Errorf("before the start it says %q", got)
	}
}

func TestTheHeaderCountsWhoIsHere(t *testing.T) {
	s := SampleStage(workshop.StepVision, workshop.PhaseShare)
	says(t, appOf(t, s, Fay, 100, 30), "12 here")
	if err := s.Play(By(Fay, workshop.RemovePerson{Person: "ada"})); err != nil {
		t.Fatal(err)
	}
	says(t, appOf(t, s, "jose", 100, 30), "11 here")
}

// A facilitator knows at every width that people have to be let in, and nothing sticks to the words at the left.
func TestTheHeaderTellsOfALockedDoor(t *testing.T) {
	for _, at := range []workshop.Position{
		{Step: workshop.StepWelcome, Phase: workshop.PhaseGather},
		{Step: workshop.StepVision, Phase: workshop.PhaseBrief},
		{Step: workshop.StepVision, Phase: workshop.PhaseShare},
		{Step: workshop.StepForces, Phase: workshop.PhaseConverge},
	} {
		s := SampleStage(at.Step, at.Phase)
		if err := s.Play(locked()); err != nil {
			t.Fatal(err)
		}
		a := appOf(t, s, Fay, 100, 30)
		for _, late := range []time.Duration{0, 3 * time.Hour} {
			for _, width := range widths() {
				st := a.stage()
				st.now = s.Now.Add(late)
				got := ansi.Strip(a.header(a.at(width, st)))
				if !strings.Contains(got, "locked   ") || theme.Width(got) > width {
					t.Errorf("at %d, %s: %q", width, at, got)
				}
			}
		}
	}
}

// The door is said in a short word before it cuts the name of the phase, in French too, where both are longer.
func TestALockedDoorLeavesThePhaseItsName(t *testing.T) {
	whole, _ := Sample()
	for lang, short := range map[workshop.Language]string{workshop.English: "locked   ", workshop.French: "verrou   "} {
		for _, at := range whole.Agenda.Positions() {
			s := SampleStage(at.Step, at.Phase)
			s.State.Lang = lang
			if err := s.Play(locked()); err != nil {
				t.Fatal(err)
			}
			a := appOf(t, s, Fay, 80, 24)
			got, long := ansi.Strip(a.header(a.stage())), a.stage().Say("door locked")
			if !strings.Contains(got, " "+doingWords(viewOf(s, Fay))+" ") {
				t.Errorf("%s: the phase is cut in %q", at, got)
			}
			if !strings.Contains(got, long) && !strings.Contains(got, short) {
				t.Errorf("%s: the door is not in %q", at, got)
			}
		}
	}
}

func TestTheHeaderKeepsItsPartsApart(t *testing.T) {
	for _, p := range places(t) {
		a := p.app(t)
		st := a.stage()
		for _, width := range widths() {
			if got := ansi.Strip(a.header(a.at(width, st))); strings.Contains(got, "here") {
				before, _, _ := strings.Cut(got, fmt.Sprintf("%d here", countPresent(st.view)))
				if !strings.HasSuffix(before, "   ") {
					t.Errorf("%s at %d: %q", p.name, width, got)
				}
			}
		}
	}
}

func (s *stillSeat) Draft(string) error { return nil }

// Two screens whose clocks show the same time may have one picture: nothing else of the moment can be seen in a clock.
func TestAClockShowsItsTimeAndNoMore(t *testing.T) {
	a := appOf(t, crowded(t, 3, 3), "p1", 100, 30)
	st := a.stage()
	shown := make(map[clockTime]string)
	for left := -3 * time.Second; left <= 63*time.Second; left += 125 * time.Millisecond {
		shared := *a.view.Shared
		shared.Clock = workshop.Clock{Deadline: st.now.Add(left)}
		st.view.Shared = &shared
		at, now := clockTimeOf(workshop.Span(left)), a.clock(st)
		if before, known := shown[at]; known && before != now {
			t.Errorf("%v before the end it shows %q, and at another moment of %v %q", left, now, at, before)
		}
		shown[at] = now
	}
	if len(shown) < 60 {
		t.Errorf("only %d times are told apart", len(shown))
	}
}
