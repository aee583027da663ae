package tui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"convene/tui/theme"
	"convene/tui/tuitest"
	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// wallApp is the whole program on a second projector.
func wallApp(t *testing.T, seat Seat, now time.Time, width, height int) *App {
	t.Helper()
	a := New(t.Context(), Config{Seat: seat, Wall: true, Served: true, Dark: true, Now: func() time.Time { return now }})
	a.Update(tea.WindowSizeMsg{Width: width, Height: height})
	return a
}

func wallOf(t *testing.T, s *Stage, width, height int) *App {
	t.Helper()
	return wallApp(t, stageSeat{stage: s}, s.Now, width, height)
}

// wallMoment is a moment of a workshop as the wall shows it.
type wallMoment struct {
	name  string
	from  func() *Stage
	then  []Line
	more  bool     // look at it in other windows too
	lines []string // that must be there, whatever it looks like
}

func (m wallMoment) reach(t *testing.T) *Stage {
	t.Helper()
	s := m.from()
	if err := s.Play(m.then...); err != nil {
		t.Fatal(err)
	}
	return s
}

func wallMoments() []wallMoment {
	naming := sampleAt(workshop.StepName, workshop.PhaseConverge)
	leading := sampleAt(workshop.StepLeader, workshop.PhaseConverge)
	agreeing := sampleAt(workshop.StepVision, workshop.PhaseAlign)
	open := By(Fay, workshop.OpenVote{})
	nameTie := voteWith([]string{"Craft Guild", "The Workbench"}, []string{"Craft Guild", "The Workbench"}, []string{"Sharp Tools", "Clean Coders"})
	nameTieAgain := voteWith(one("Craft Guild", "The Workbench")...)
	leaderTie := voteWith(one("grace", "lukasz", "grace", "ngoc", "lukasz", "grace")...)
	return []wallMoment{
		{name: "gather", more: true, from: sampleAt(workshop.StepVision, workshop.PhaseBrief), then: []Line{
			Back(workshop.StepWelcome, workshop.PhaseGather),
		}, lines: []string{"12 people are here"}},
		{name: "brief", more: true, from: sampleAt(workshop.StepMeasures, workshop.PhaseBrief), lines: []string{"HOW", "One idea per note.", "5 minutes alone, in silence"}},
		{name: "brief-leader", from: sampleAt(workshop.StepLeader, workshop.PhaseBrief), lines: []string{"One leader, so that everyone knows whom to ask."}},
		{name: "quiet", more: true, from: sampleAt(workshop.StepVision, workshop.PhaseDiverge), then: []Line{
			Write("ada", workshop.PromptVision, "canary", "another"), By("ada", workshop.DeclareDone{Done: true}), Wait(80 * time.Second),
		}, lines: []string{"alone, in silence", "2 notes, 1 of 12 done"}},
		{name: "quiet-paused", from: sampleAt(workshop.StepVision, workshop.PhaseDiverge), then: []Line{By(Fay, workshop.PauseClock{})}, lines: []string{"paused"}},
		{name: "quiet-over", from: sampleAt(workshop.StepLeader, workshop.PhaseDiverge), then: []Line{Wait(10 * time.Minute)}, lines: []string{"time is up; nothing is cut off", "0 of 12 done"}},
		{name: "share", more: true, from: sampleAt(workshop.StepVision, workshop.PhaseShare), lines: []string{"VISION  8 notes", "Fewer meetings"}},
		{name: "spotlight", from: sampleAt(workshop.StepVision, workshop.PhaseShare), then: []Line{
			By(Fay, workshop.PutSpotlight{On: workshop.Spot{Note: 4}}),
		}},
		{name: "converge", more: true, from: sampleAt(workshop.StepMeasures, workshop.PhaseAlign), then: []Line{
			Back(workshop.StepMeasures, workshop.PhaseConverge),
		}, lines: []string{"· Dojo with katas"}},
		{name: "crowd", from: fresh, then: []Line{
			Group("ada"), Reach(workshop.StepVision, workshop.PhaseDiverge),
			many(25, workshop.PromptVision, workshop.PromptImportance), Reach(workshop.StepVision, workshop.PhaseConverge),
		}},
		{name: "forces", from: sampleAt(workshop.StepForces, workshop.PhaseAlign), then: []Line{
			Back(workshop.StepForces, workshop.PhaseConverge),
		}, lines: []string{"balance +1"}},
		{name: "align", more: true, from: agreeing, then: []Line{By("ada", workshop.ShowHand{Level: 1, Concern: "canary"}), By("mei", workshop.ShowHand{Level: 4})}, lines: []string{"We ship code that we are proud of", "I can live with it and support it"}},
		{name: "align-forces", from: sampleAt(workshop.StepForces, workshop.PhaseAlign), lines: []string{"SUPPORTS", "I like it"}},
		{name: "hands", more: true, from: agreeing, then: []Line{
			AllShow(4), By("aicha", workshop.ShowHand{Level: 2, Concern: "I don't see the billing code in it"}),
			By("ada", workshop.ShowHand{Level: 5}), By("tom", workshop.ShowHand{Level: 3}),
		}, lines: []string{"How far we stand behind it", "Aïcha (2): I don't see the billing code in it", "José"}},
		{name: "dots-roll", from: sampleAt(workshop.StepVision, workshop.PhaseConverge), then: []Line{open}, lines: []string{"4 dots each", "Nobody can see what is in the box before it is counted."}},
		{name: "weigh-roll", from: sampleAt(workshop.StepForces, workshop.PhaseConverge), then: []Line{open}, lines: []string{"1 is weak, 5 strong."}},
		{name: "name-before", from: naming, lines: []string{"4 names to choose from", "proposed 2 times", "A tie goes to a runoff"}},
		{name: "name-roll", more: true, from: naming, then: []Line{open, Cast("ada", "Sharp Tools"), Cast("yusuf", "Sharp Tools")}},
		{name: "name-tie", from: naming, then: []Line{nameTie}, lines: []string{"The facilitator opens the runoff", "first place"}},
		{name: "name-by-lot", from: naming, then: []Line{nameTie, nameTieAgain, lot()}, lines: []string{"drawn by lot", "convene log lets anyone check"}},
		{name: "name-by-vote", from: naming, then: []Line{voteWith([]string{"Craft Guild", "Sharp Tools"}, []string{"Craft Guild"}, nil)}, lines: []string{"chosen by vote", "12 ballots, 4 of them blank."}},
		{name: "accept", from: sampleAt(workshop.StepLeader, workshop.PhaseShare), then: []Line{
			By("grace", workshop.AcceptNomination{HasTime: true}), By("obrien", workshop.DeclineNomination{}),
		}, lines: []string{"… 2 answers to come", "✗ has declined", "✓ has accepted, has time"}},
		{name: "leader-before", from: leading, lines: []string{"3 candidates", "More than half of the ballots elect", "Ranked ballots are the other way."}},
		{name: "leader-roll", from: leading, then: []Line{open, everyoneCasts([]string{"grace"})}, lines: []string{"✓ Everyone has voted."}},
		{name: "leader-runoff", from: leading, then: []Line{leaderTie}, lines: []string{"goes on", "opens the runoff between Grace and Łukasz"}},
		{name: "leader-elected", more: true, from: leading, then: []Line{voteWith(one("grace", "grace", "ngoc", "grace", "lukasz")...)}, lines: []string{"elected with 8 of 12, more than half"}},
		{name: "leader-none", from: leading, then: []Line{By(Fay, workshop.RecordNoLeader{Reason: "Nobody has time this year"})}, lines: []string{"A valid outcome"}},
		{name: "canvas", more: true, from: sampleAt(workshop.StepClosing, workshop.PhaseCanvas), lines: []string{"Grace, elected by a runoff", "IMPORTANCE"}},
		{name: "finished", from: func() *Stage {
			s := SampleStage(workshop.StepClosing, workshop.PhaseCanvas)
			if err := s.Play(By(Fay, workshop.CloseWorkshop{})); err != nil {
				panic(err)
			}
			return s
		}, lines: []string{"finished"}},
	}
}

func TestTheWallLooksAsItDid(t *testing.T) {
	for _, m := range wallMoments() {
		s := m.reach(t)
		for _, size := range [][2]int{{120, 35}, {80, 24}, {160, 45}, {240, 67}} {
			if size[0] != 120 && !m.more {
				continue
			}
			t.Run(fmt.Sprintf("%s@%dx%d", m.name, size[0], size[1]), func(t *testing.T) {
				lines := strings.Split(wallOf(t, s, size[0], size[1]).draw(), "\n")
				tuitest.Fits(t, lines, size[0], size[1])
				all := ansi.Strip(strings.Join(lines, "\n"))
				for _, want := range m.lines {
					if size[0] < 240 && !strings.Contains(all, want) { // there it is in letters
						t.Errorf("nothing says %q:\n%s", want, all)
					}
				}
				tuitest.Golden(t, fmt.Sprintf("wall/%s@%dx%d", m.name, size[0], size[1]), tuitest.Plain(lines))
			})
		}
	}
}

func TestTheWallFitsEveryWindow(t *testing.T) {
	for i, m := range wallMoments() {
		s := m.reach(t)
		for _, c := range []struct {
			width, height int
			ascii         bool
		}{{60, 15, false}, {60, 15, true}, {79, 23, false}, {100, 30, true}, {60, 60, false}, {240, 67, false}, {400, 150, false}} {
			if c.width == 400 && i%3 != 0 {
				continue // large windows take long
			}
			a := wallOf(t, s, c.width, c.height)
			a.theme = theme.New(true, c.ascii)
			lines := strings.Split(a.draw(), "\n")
			tuitest.Fits(t, lines, c.width, c.height)
			if len(lines) != c.height {
				t.Errorf("%s: %d lines of %d", m.name, len(lines), c.height)
			}
		}
	}
}

// The wall has one clock: while everyone writes it is the countdown, otherwise it stands in the head.
func TestTheWallHasOneClock(t *testing.T) {
	for _, m := range wallMoments() {
		s := m.reach(t)
		if !s.State.Ended.IsZero() {
			continue
		}
		a := wallOf(t, s, 60, 15) // where the clock in the head is plain text
		st := a.stage()
		clock := clockWords(st.view.Clock.Remaining(s.Now))
		inHead := strings.Contains(ansi.Strip(strings.Join(wallHead(st, wallSizeOf(60, 15)), "\n")), clock)
		if quiet := sceneOf(st.view).kind == "quiet"; inHead == quiet {
			t.Errorf("%s: the head has a clock: %v\n%s", m.name, inHead, ansi.Strip(a.draw()))
		}
	}
}

func TestTheWallAsksForRoom(t *testing.T) {
	for _, size := range [][2]int{{59, 15}, {60, 14}, {10, 3}, {1, 1}} {
		a := wallOf(t, SampleStage(workshop.StepVision, workshop.PhaseShare), size[0], size[1])
		got := strings.Join(strings.Fields(ansi.Strip(a.draw())), "")
		if want := "Thewallneedsawindowofatleast60×15."; got != want {
			t.Errorf("at %v the wall says %q", size, got)
		}
	}
}

// liveSeat adds to a view who points at what.
type liveSeat struct {
	stageSeat
	live workshop.Live
}

func (s liveSeat) View() workshop.View {
	v := s.stageSeat.View()
	v.Live = s.live
	return v
}

func TestTheWallShowsWhoIsOnANote(t *testing.T) {
	s := SampleStage(workshop.StepVision, workshop.PhaseConverge)
	seat := liveSeat{stageSeat{stage: s}, workshop.Live{Pointers: []workshop.Pointer{
		{Person: "tom", On: workshop.Spot{Note: 5}},
		{Person: "ada", On: workshop.Spot{Note: 5}},
		{Person: "grace", On: workshop.Spot{Note: 8}, Holds: true},
		{Person: "mei"},
		{Person: "nobody", On: workshop.Spot{Note: 1}},
	}}}
	all := ansi.Strip(wallApp(t, seat, s.Now, 120, 35).draw())
	for _, want := range []string{"Small steps, every day  ", "◂ Ada ◂ Tom B.", "✥ Grace"} {
		if !strings.Contains(all, want) {
			t.Errorf("nothing says %q:\n%s", want, all)
		}
	}
	if n := strings.Count(all, "◂") + strings.Count(all, "✥"); n != 3 {
		t.Errorf("%d people are shown, want 3:\n%s", n, all)
	}
}

func TestTheWallTellsLatecomersHowToJoin(t *testing.T) {
	const join = "ssh -p 2222 brave-otter@192.168.1.7"
	s := SampleStage(workshop.StepVision, workshop.PhaseShare)
	a := wallOf(t, s, 120, 35)
	a.invite = Invite{Commands: []string{join}}
	if all := ansi.Strip(a.draw()); !strings.Contains(all, join) {
		t.Errorf("nothing says how to join:\n%s", all)
	}
	// While people gather, it is large, and stands there once.
	if err := s.Play(Back(workshop.StepWelcome, workshop.PhaseGather)); err != nil {
		t.Fatal(err)
	}
	a = wallOf(t, s, 160, 45)
	a.invite = Invite{Commands: []string{join}}
	letters, _ := a.theme.Lettered(join, 120, 1)
	for _, l := range letters {
		if all := ansi.Strip(a.draw()); !strings.Contains(all, strings.TrimSpace(l)) || strings.Count(all, join) != 1 {
			t.Fatalf("the command is not large:\n%s", all)
		}
	}
}

// What we ask ourselves can always be written in large letters.
func TestOurWordsCanBeLettered(t *testing.T) {
	th := theme.New(true, false)
	var all []string
	for _, b := range SampleStage(workshop.StepVision, workshop.PhaseBrief).State.Agenda {
		w := wordsOf(workshop.View{Shared: &workshop.Shared{}}, b.Step)
		if w.title != "" && w.purpose != "" {
			all = append(all, w.title, w.purpose)
		}
		for _, p := range b.Step.Prompts() {
			all = append(all, wordsFor(workshop.View{Shared: &workshop.Shared{}}, p).label, wordsFor(workshop.View{Shared: &workshop.Shared{}}, p).question)
		}
	}
	for _, s := range all {
		if _, ok := th.Lettered(s, 114, 1); !ok {
			t.Errorf("%q has a character that the typeface lacks, or too long a word", s)
		}
	}
}

// A large group with many concerns: the bars, and as many concerns as fit, with the rest counted.
func TestManyConcernsAreCounted(t *testing.T) {
	s := SampleStage(workshop.StepVision, workshop.PhaseAlign)
	if err := s.Play(AllShow(1)); err != nil {
		t.Fatal(err)
	}
	all := ansi.Strip(wallOf(t, s, 80, 24).draw())
	if shown := strings.Count(all, "Too vague for me"); shown == 0 || !strings.Contains(all, fmt.Sprintf("… %d more concerns", 12-shown)) {
		t.Errorf("%d concerns are shown, and the rest is not counted:\n%s", shown, all)
	}
}

// Fifty people with long names, many notes and many nominees: everything still keeps to the window.
func TestTheWallHasRoomForALargeGroup(t *testing.T) {
	var ids []workshop.PersonID
	for i := range 50 {
		ids = append(ids, workshop.PersonID(fmt.Sprintf("person number %02d", i+1)))
	}
	nominate := func(s *Stage) error {
		for i, id := range ids[:20] {
			if _, err := s.Send(workshop.Envelope{By: ids[0], Via: Fay, At: s.Now, Command: workshop.Nominate{
				Person: id, Reason: strings.Repeat("Knows every team and is known by all. ", i%4+1),
			}}); err != nil {
				return err
			}
		}
		return nil
	}
	for _, c := range []struct {
		at   workshop.Position
		then []Line
	}{
		{workshop.Position{Step: workshop.StepVision, Phase: workshop.PhaseDiverge}, nil},
		{workshop.Position{Step: workshop.StepVision, Phase: workshop.PhaseAlign}, []Line{AllShow(2)}},
		{workshop.Position{Step: workshop.StepLeader, Phase: workshop.PhaseDiverge}, []Line{nominate, Onward(true)}},
		{workshop.Position{Step: workshop.StepClosing, Phase: workshop.PhaseCanvas}, nil},
	} {
		s := fresh()
		if err := s.Play(append([]Line{Group(ids...), Reach(c.at.Step, c.at.Phase)}, c.then...)...); err != nil {
			t.Fatal(err)
		}
		for _, size := range [][2]int{{60, 15}, {80, 24}, {120, 35}, {240, 67}} {
			tuitest.Fits(t, strings.Split(wallOf(t, s, size[0], size[1]).draw(), "\n"), size[0], size[1])
		}
	}
}
