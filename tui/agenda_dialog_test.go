package tui

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"convene/tui/theme"
	"convene/tui/tuitest"
	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// planned is what the group's plan gives to a step, in minutes.
func planned(s *Stage, step workshop.Step) int { return minutesOf(s.State.Agenda, step) }

// atRow are the keys that plan the time, and choose the row of a step or of the total.
func atRow(step workshop.Step) []string {
	return append([]string{"g"}, down(slices.Index(agendaRows(), step))...)
}

// times is one key pressed so often.
func times(n int, key string) []string { return slices.Repeat([]string{key}, n) }

func TestPlanningABlock(t *testing.T) {
	s := gathered("Ada")
	a := hostOf(t, s, 80, 24)
	typeKeys(a, atRow(workshop.StepVision)...)
	says(t, a, "Plan the time", "▸ 1 Vision / Importance  -   24 min +  5:00 alone", "In all                  120 min    45 to 240")
	typeKeys(a, times(10, "+")...)
	says(t, a, "-   34 min +  7:00 alone   was 24", "130 min    45 to 240    was 120")
	if s.State.Agenda.Total() != workshop.Minutes(120) {
		t.Error("it is planned before it is kept")
	}
	typeKeys(a, "enter")
	says(t, a, "✓ Planned: 130 minutes.")
	if len(a.dialogs) > 0 || planned(s, workshop.StepVision) != 34 || s.State.Agenda.Total() != workshop.Minutes(130) {
		t.Errorf("planned: %v", s.State.Agenda)
	}
}

// Each pair of keys gives and takes a minute; choosing is as everywhere.
func TestTheKeysOfTheAgenda(t *testing.T) {
	for _, c := range []struct {
		keys string
		want int
	}{{"+ = right l", 28}, {"- left h", 21}, {"+ u", 24}, {"+ + 0 -", 23}, {"down + up +", 25}, {"j + k k j + +", 26}} {
		s := gathered("Ada")
		a := hostOf(t, s, 80, 24)
		typeKeys(a, atRow(workshop.StepVision)...)
		for _, k := range names(c.keys) {
			switch k {
			case "right":
				a.Update(tea.KeyPressMsg{Code: tea.KeyRight})
			case "left":
				a.Update(tea.KeyPressMsg{Code: tea.KeyLeft})
			default:
				typeKeys(a, k)
			}
		}
		if typeKeys(a, "enter"); planned(s, workshop.StepVision) != c.want {
			t.Errorf("after %s vision has %d minutes, want %d", c.keys, planned(s, workshop.StepVision), c.want)
		}
	}
	a := appOf(t, gathered("Ada"), Fay, 80, 24)
	typeKeys(a, "g")
	a.Update(tea.MouseWheelMsg{Button: tea.MouseWheelDown})
	says(t, a, "▸ 1 Vision / Importance")
}

func TestDroppingAPlan(t *testing.T) {
	s := gathered("Ada")
	a := hostOf(t, s, 80, 24)
	for _, keys := range []string{"g + + esc", "g enter", "g + - enter", "g + u enter"} {
		seq := s.State.Seq
		if typeKeys(a, names(keys)...); s.State.Seq != seq || len(a.dialogs) > 0 {
			t.Errorf("after %s: %v", keys, s.State.Agenda)
		}
	}
}

func TestStepFiveIsLeftOutAndComesBack(t *testing.T) {
	for _, c := range []struct {
		keys []string
		want int
		says string
	}{
		{[]string{"space"}, 0, "left out, was 15"},
		{[]string{"space"}, 0, "space brings step 5 back."},
		{times(11, "-"), 4, "its least, was 15"},
		{times(12, "-"), 0, "left out, was 15"},
		{times(13, "-"), 0, "Step 5 is left out already."},
		{[]string{"space", "space"}, 15, "space leaves step 5 out."},
		{append(times(12, "-"), "+"), 15, "120 min"},
	} {
		s := gathered("Ada")
		a := hostOf(t, s, 120, 35)
		typeKeys(a, append(atRow(workshop.StepForces), c.keys...)...)
		says(t, a, c.says)
		if typeKeys(a, "enter"); planned(s, workshop.StepForces) != c.want {
			t.Errorf("after %s the forces have %d minutes, want %d", c.keys, planned(s, workshop.StepForces), c.want)
		}
	}
	// What is usual is in proportion to the rest.
	s := gathered("Ada")
	a := hostOf(t, s, 120, 35)
	typeKeys(a, slices.Concat(atRow(workshop.StepForces), []string{"space"}, down(5), times(21, "+"), []string{"up", "up", "up", "up", "up", "+", "enter"})...)
	if got := planned(s, workshop.StepForces); got != 30 || s.State.Agenda.Total() != workshop.Minutes(240) {
		t.Errorf("beside 210 minutes the forces have %d: %v", got, s.State.Agenda)
	}
}

func TestAReserveIsKept(t *testing.T) {
	s := gathered("Ada")
	a := hostOf(t, s, 120, 35)
	typeKeys(a, append(atRow(workshop.StepReserve), "-")...)
	says(t, a, "There is no reserve to take from.")
	typeKeys(a, append(times(12, "+"), "enter")...)
	if s.State.Agenda.Reserve() != workshop.Minutes(12) {
		t.Errorf("planned: %v", s.State.Agenda)
	}
	says(t, a, "132 minutes, from welcome to canvas, 12 of them in reserve; g changes that", "━━━━ ──────────", "reserve 12")
	stops, here := stopsOf(stageOf(s, Fay, 100, 30))
	if want := "Vision Measures Impact Resources Forces Name Leader"; strings.Join(stops, " ") != want || here != -1 {
		t.Errorf("on the way: %v, at %d", stops, here)
	}
}

// Whatever can't be done is answered with why.
func TestWhyAChangeIsRefused(t *testing.T) {
	for _, c := range []struct {
		row  workshop.Step
		keys []string
		says string
	}{
		{workshop.StepImpact, times(11, "-"), "Impact needs at least 5 minutes."},
		{workshop.StepWelcome, times(4, "-"), "Welcome needs at least 2 minutes."},
		{workshop.StepReserve, times(121, "+"), "A workshop takes 240 minutes at most."},
		{inAll, times(25, "+"), "A workshop takes 240 minutes at most."},
		{inAll, times(16, "-"), "A workshop takes 45 minutes at least."},
		{inAll, append(times(15, "-"), "k", "+", "j", "-"), "Without the reserve it takes 45 minutes at least."},
		{
			inAll, append(times(24, "+"), "k", "k", "k", "k", "k", "space", "j", "j", "j", "j", "j", "+", "+", "+", "+", "+", "+", "+", "k", "k", "k", "k", "k", "space"),
			"No room for step 5: 240 minutes are the most.",
		},
		{workshop.StepName, []string{"space"}, "Only step 5 can be left out."},
	} {
		a := hostOf(t, gathered("Ada"), 80, 24)
		typeKeys(a, append(atRow(c.row), c.keys...)...)
		says(t, a, c.says)
		typeKeys(a, "up")
		if strings.Contains(bodyOf(a), c.says) {
			t.Errorf("it still says %q", c.says)
		}
	}
}

func TestStretchingCanBeTakenBackExactly(t *testing.T) {
	s := gathered("Ada")
	a := hostOf(t, s, 80, 24)
	typeKeys(a, append(atRow(workshop.StepImpact), "+", "+", "-", "-", "+", "+", "+", "+", "+", "enter")...) // 20 minutes
	was := s.State.Agenda
	keys := append(times(23, "+"), times(38, "-")...)
	typeKeys(a, slices.Concat(atRow(inAll), keys, times(15, "+"))...)
	if got := a.dialogs[0].(*agendaDialog).copy.plan; !slices.Equal(got, was) {
		t.Errorf("stretched to %d and back it is %v, was %v", workshop.MaxTotal, got, was)
	}
}

// Whoever does not facilitate, and everyone once the workshop has begun, has no such key.
func TestWhoPlansTheTime(t *testing.T) {
	s := gathered("Ada")
	ada := visitorOf(t, &porter{stage: s, who: personCalled("Ada")}, "brave-otter")
	if typeKeys(ada, "g"); len(ada.dialogs) > 0 {
		t.Error("who takes part plans")
	}
	if strings.Contains(bodyOf(ada), "changes that") {
		t.Errorf("she reads that she could:\n%s", bodyOf(ada))
	}
	a := hostOf(t, s, 120, 35)
	says(t, a, "120 minutes, from welcome to canvas; g changes that", "g plan the time")
	if words := strings.Join(helpWords(stageOf(s, Fay, 100, 30)), " "); !strings.Contains(words, "g plans the time") {
		t.Errorf("the help says %q", words)
	}
	play(t, a, s, Onward(false), Back(workshop.StepWelcome, workshop.PhaseGather))
	if typeKeys(a, "g"); len(a.dialogs) > 0 || strings.Contains(bodyOf(a), "changes that") {
		t.Errorf("planned after the beginning:\n%s", bodyOf(a))
	}
	if words := strings.Join(helpWords(stageOf(s, Fay, 100, 30)), " "); strings.Contains(words, "g plans") {
		t.Errorf("the help says %q", words)
	}
}

// cofacilitated has a second facilitator, and their plan with so many minutes for the welcome.
func cofacilitated(t *testing.T) (s *Stage, a *App, planWelcome func(minutes int)) {
	t.Helper()
	s = gathered("Ada", "Ben")
	ada := personCalled("Ada")
	if err := s.Play(By(Fay, workshop.AppointFacilitator{Person: ada})); err != nil {
		t.Fatal(err)
	}
	return s, hostOf(t, s, 80, 24), func(minutes int) {
		t.Helper()
		plan, err := s.State.Agenda.With(workshop.StepWelcome, minutes)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Play(By(ada, workshop.PlanAgenda{Agenda: plan})); err != nil {
			t.Fatal(err)
		}
	}
}

func TestSomebodyElsePlansMeanwhile(t *testing.T) {
	s, a, planWelcome := cofacilitated(t)
	typeKeys(a, append(atRow(workshop.StepVision), "+")...)
	planWelcome(10)
	news(a)
	says(t, a, "Somebody else has changed the plan. u takes it, enter twice keeps yours.", "25 min", "u take theirs")
	typeKeys(a, "enter")
	says(t, a, "Somebody else has changed the plan. enter again keeps yours")
	if planned(s, workshop.StepWelcome) != 10 {
		t.Fatal("their plan is gone")
	}
	planWelcome(11)
	news(a)
	if typeKeys(a, "enter"); planned(s, workshop.StepWelcome) != 11 {
		t.Fatal("their newest plan is gone, and nobody was told of it")
	}
	typeKeys(a, "enter")
	says(t, a, "✓ Planned: 121 minutes.")
	if planned(s, workshop.StepWelcome) != 5 || planned(s, workshop.StepVision) != 25 {
		t.Errorf("planned: %v", s.State.Agenda)
	}
}

func TestTakingSomebodyElsesPlan(t *testing.T) {
	s, a, planWelcome := cofacilitated(t)
	typeKeys(a, append(atRow(workshop.StepVision), "+")...)
	planWelcome(10)
	news(a)
	typeKeys(a, "u")
	says(t, a, "Welcome                  10 min", "125 min")
	if strings.Contains(bodyOf(a), "Somebody else") || strings.Contains(bodyOf(a), "was 24") {
		t.Errorf("it is no longer in question:\n%s", bodyOf(a))
	}
	typeKeys(a, "+", "enter")
	if planned(s, workshop.StepWelcome) != 10 || planned(s, workshop.StepVision) != 25 {
		t.Errorf("planned: %v", s.State.Agenda)
	}
}

// Whoever has changed nothing yet has nothing to decide.
func TestSomebodyElsesPlanIsShownWhereNothingWasChanged(t *testing.T) {
	_, a, planWelcome := cofacilitated(t)
	typeKeys(a, "g")
	planWelcome(10)
	news(a)
	says(t, a, "Somebody else has changed the plan: this is theirs.", "10 min")
	typeKeys(a, "+")
	says(t, a, "11 min", "was 10")
	// Both have planned the same.
	planWelcome(11)
	news(a)
	if typeKeys(a, "enter"); len(a.dialogs) > 0 || a.toast.tone == sorry {
		t.Errorf("there is nothing to keep:\n%s", bodyOf(a))
	}
}

func TestThePlanIsClosedWhenTheGroupBegins(t *testing.T) {
	for _, heard := range []bool{true, false} {
		s, a, _ := cofacilitated(t)
		typeKeys(a, "g", "+")
		if err := s.Play(By(personCalled("Ada"), workshop.Advance{From: s.State.At})); err != nil {
			t.Fatal(err)
		}
		if heard {
			news(a)
			says(t, a, "The group has moved on.")
		} else {
			typeKeys(a, "enter")
			says(t, a, "The workshop has begun")
		}
		if len(a.dialogs) > 0 || planned(s, workshop.StepWelcome) != 5 {
			t.Errorf("heard of it: %v; planned: %v", heard, s.State.Agenda)
		}
	}
}

// Whatever keys are pressed, what is planned can be kept, its sum is the number that is shown, and a key that changes
// nothing says why.
func TestEveryPlanCanBeKept(t *testing.T) {
	shown := regexp.MustCompile(`In all[ -]* (\d+) min`)
	origin := gathered("Ada")
	rapid.Check(t, func(t *rapid.T) {
		s := again(origin)
		start, err := workshop.NewAgenda(rapid.IntRange(workshop.MinTotal, workshop.MaxTotal).Draw(t, "minutes"), rapid.Bool().Draw(t, "without forces"))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.Do(Fay, workshop.PlanAgenda{Agenda: start}); err != nil && !errors.Is(err, workshop.ErrAlreadyThere) {
			t.Fatal(err)
		}
		st := stageOf(s, Fay, rapid.IntRange(38, 140).Draw(t, "width"), rapid.IntRange(10, 40).Draw(t, "height"))
		d := newAgendaDialog(st.view)
		for range rapid.IntRange(1, 60).Draw(t, "keys") {
			k := rapid.SampledFrom(names("+ + + - - - space up down down pgup pgdown u x enter")).Draw(t, "key")
			n := 1
			if k == "+" || k == "-" {
				n = rapid.IntRange(1, 30).Draw(t, "times")
			}
			var act action
			for range n {
				before := d.copy.plan
				act = d.update(st, keyPress(k))
				if changes := k == "+" || k == "-" || k == "space"; changes && d.said == "" && slices.Equal(before, d.copy.plan) {
					t.Fatalf("%s at %q changes nothing, and says nothing: %v", k, d.row(), before)
				}
			}
			if kept, ok := act.(attempt); ok && !slices.Equal(kept.action.(send).command.(workshop.PlanAgenda).Agenda, d.copy.plan) {
				t.Fatalf("it keeps %+v, not %v", kept.action, d.copy.plan)
			}
			if _, err := again(s).Do(Fay, workshop.PlanAgenda{Agenda: d.copy.plan}); err != nil && !errors.Is(err, workshop.ErrAlreadyThere) {
				t.Fatalf("%v: %v", err, d.copy.plan)
			}
			lines := d.draw(st)
			sum := shown.FindStringSubmatch(strings.Join(tuitest.Plain(lines), "\n"))
			if sum == nil || sum[1] != strconv.Itoa(d.copy.plan.Total().Minutes()) {
				t.Fatalf("it shows %q in all, and has %s:\n%s", sum, d.copy.plan.Total(), strings.Join(tuitest.Plain(lines), "\n"))
			}
			if len(lines) > st.height+frameLines-2 {
				t.Fatalf("%d lines in a body of %d", len(lines), st.height)
			}
			for _, l := range lines {
				if theme.Width(l) > st.width-6 {
					t.Fatalf("a line of %d cells in a body of %d: %q", theme.Width(l), st.width, l)
				}
			}
		}
	})
}

func TestTheAgendaLooksAsItDid(t *testing.T) {
	for _, c := range []struct {
		name string
		keys []string
	}{
		{"opened", []string{"g"}},
		{"changed", slices.Concat(atRow(workshop.StepVision), times(6, "+"), down(4), []string{"space"}, down(4), times(10, "+"))},
		{"floor", append(atRow(workshop.StepImpact), times(11, "-")...)},
		{"in-all", append(atRow(inAll), times(6, "+")...)},
	} {
		for _, size := range [][2]int{{60, 15}, {60, 20}, {80, 24}, {120, 35}} {
			a := hostOf(t, gathered(arrivals()[:3]...), size[0], size[1])
			typeKeys(a, c.keys...)
			tuitest.Fits(t, a.Lines(), size[0], size[1])
			tuitest.Golden(t, fmt.Sprintf("agenda/%s@%dx%d", c.name, size[0], size[1]), tuitest.Plain(a.Lines()))
		}
	}
	_, a, planWelcome := cofacilitated(t)
	typeKeys(a, "g", "down", "+")
	planWelcome(10)
	news(a)
	tuitest.Golden(t, "agenda/disputed@80x24", tuitest.Plain(a.Lines()))
	typeKeys(a, "esc")
	a = hostOf(t, gathered("Ada"), 80, 24)
	a.theme = theme.New(true, true)
	typeKeys(a, append(atRow(workshop.StepReserve), times(15, "+")...)...)
	tuitest.Golden(t, "agenda/ascii@80x24", tuitest.Plain(a.Lines()))
}
