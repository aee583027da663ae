package tui

import (
	"context"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// secrets is what Ada keeps to herself at a moment: notes, a hand with its concern, a nomination, a ballot. Two of them
// differ in everything that nobody else may see, and in nothing else.
type secrets struct {
	text   string
	hand   int
	person workshop.PersonID
	option int
}

// keep does what the moment allows, and returns how much that is.
func (x secrets) keep(s *Stage) int {
	did := 0
	try := func(c workshop.Command) {
		if _, err := s.Do("ada", c); err == nil {
			did++
		}
	}
	if s.State.At.Phase != workshop.PhaseDiverge {
		s.Now = s.Now.Add(time.Duration(workshop.Grace)) // what is added in the grace is on the wall, and no secret
	}
	for _, p := range s.State.At.Step.Prompts() {
		try(workshop.WriteNote{Prompt: p, Text: x.text})
	}
	try(workshop.Nominate{Person: x.person, Reason: x.text})
	try(workshop.ShowHand{Level: x.hand, Concern: x.text})
	if _, err := s.Do(Fay, workshop.OpenVote{}); err == nil {
		try(workshop.CastBallot{Vote: s.State.Vote.ID, Ballot: Marked(s.State.Vote, s.State.Vote.Options[x.option].Key)})
	}
	return did
}

// wallFrames are what the wall shows in windows of several sizes.
func wallFrames(t *testing.T, s *Stage) string {
	t.Helper()
	var all []string
	for _, size := range [][2]int{{60, 15}, {120, 35}} {
		all = append(all, ansi.Strip(wallOf(t, s, size[0], size[1]).draw()))
	}
	return strings.Join(all, "\n")
}

// What people keep to themselves changes nothing on the wall, at any moment of a workshop. Frames are compared with each
// other and not searched, because letters of blocks cannot be searched.
func TestWhatIsPrivateChangesNothingOnTheWall(t *testing.T) {
	one, two := secrets{"canary sings", 1, "bjork", 0}, secrets{"badger digs ", 0, "yusuf", 1}
	whole, _ := Sample()
	kept := 0
	for _, p := range whole.Agenda.Positions() {
		for _, back := range []bool{false, true} { // the first time, and after what was on the wall already
			if back && p.Phase != workshop.PhaseDiverge {
				continue
			}
			var frames [2]string
			var did [2]int
			for i, x := range []secrets{one, two} {
				s := SampleStage(p.Step, p.Phase)
				if back {
					s = SampleStage(p.Step, workshop.PhaseShare)
					if err := s.Play(Back(p.Step, p.Phase)); err != nil {
						t.Fatal(err)
					}
				}
				if p.Phase != workshop.PhaseDiverge {
					s.Now = s.Now.Add(time.Duration(workshop.Grace)) // what is written in it is for the wall
				}
				did[i] = x.keep(s)
				frames[i] = wallFrames(t, s)
			}
			if did[0] != did[1] {
				t.Errorf("at %s %d secrets are kept, and %d: they can't be compared", p, did[0], did[1])
			}
			kept += did[0]
			if diff := cmp.Diff(frames[0], frames[1]); diff != "" {
				t.Errorf("at %s the wall tells secrets apart:\n%s", p, diff)
			}
		}
	}
	if kept < 30 {
		t.Errorf("only %d secrets were kept", kept)
	}
}

// The same secrets are on the wall as soon as all are revealed: otherwise nothing above would mean anything.
func TestTheWallShowsWhatWasRevealed(t *testing.T) {
	for _, c := range []struct {
		name string
		step workshop.Step
		at   workshop.Phase
		then []Line
	}{
		{"notes", workshop.StepVision, workshop.PhaseDiverge, []Line{Onward(true)}},
		{"nominations", workshop.StepLeader, workshop.PhaseDiverge, []Line{Onward(true)}},
		{"hands", workshop.StepMeasures, workshop.PhaseAlign, []Line{By(Fay, workshop.RevealHands{})}},
	} {
		var frames [2]string
		for i, x := range []secrets{{"canary sings", 1, "bjork", 0}, {"badger digs ", 0, "yusuf", 1}} {
			s := SampleStage(c.step, c.at)
			x.keep(s)
			if err := s.Play(c.then...); err != nil {
				t.Fatalf("%s: %v", c.name, err)
			}
			frames[i] = wallFrames(t, s)
		}
		if frames[0] == frames[1] {
			t.Errorf("%s are not on the wall:\n%s", c.name, frames[0])
		}
	}
}

// mute is the wall's seat. It fails the test when anything is done from it.
type mute struct {
	stageSeat
	t *testing.T
}

func (m mute) Do(_ context.Context, c workshop.Command) error {
	m.t.Errorf("the wall sends %T%+v", c, c)
	return nil
}

func (m mute) Point(on workshop.Spot, _ bool) error {
	m.t.Errorf("the wall points at %+v", on)
	return nil
}

func (m mute) Touch() { m.t.Error("the wall touches something") }

func (m mute) Booth(p workshop.PersonID) Seat {
	m.t.Errorf("the wall opens the booth for %s", p)
	return m
}

// Whatever is pressed or pasted on the wall: nothing happens, and nothing looks different.
func TestNoKeyDoesAnythingOnTheWall(t *testing.T) {
	keys := []string{"enter", "space", "up", "down", "esc", "backspace", "pgdown", "pgup", "tab"}
	for r := '!'; r <= '~'; r++ {
		if r != 'q' && r != 'Q' {
			keys = append(keys, string(r))
		}
	}
	for r := 'a'; r <= 'z'; r++ {
		if r != 'b' && r != 'c' {
			keys = append(keys, "ctrl+"+string(r))
		}
	}
	for i, m := range wallMoments() {
		if i%6 != 0 {
			continue // a few of all kinds are enough
		}
		s := m.reach(t)
		a := wallApp(t, mute{stageSeat{stage: s}, t}, s.Now, 80, 24)
		before := a.draw()
		for _, k := range keys {
			a.Update(keyPress(k))
			if got := a.draw(); got != before {
				t.Fatalf("at %s, %s changes the wall:\n%s", m.name, k, ansi.Strip(got))
			}
		}
		a.Update(tea.PasteMsg{Content: "canary"})
		a.Update(newsMsg{a.visit})
		if got := a.draw(); got != before {
			t.Errorf("at %s a paste or news of nothing changes the wall:\n%s", m.name, ansi.Strip(got))
		}
	}
}

func TestTheWallIsLeftWithoutAQuestion(t *testing.T) {
	for _, k := range []string{"q", "Q", "ctrl+c"} {
		a := wallOf(t, SampleStage(workshop.StepVision, workshop.PhaseShare), 120, 35)
		if !quits(a.press(keyPress(k))) {
			t.Errorf("%s does not leave", k)
		}
	}
}

// A terminal at the other end of SSH is never asked for its background: one key changes the colours, and nothing else.
func TestTheWallCanBeLightOrDark(t *testing.T) {
	s := SampleStage(workshop.StepVision, workshop.PhaseShare)
	a := wallApp(t, mute{stageSeat{stage: s}, t}, s.Now, 80, 24)
	dark := a.draw()
	a.Update(keyPress("ctrl+b"))
	if light := a.draw(); light == dark || ansi.Strip(light) != ansi.Strip(dark) {
		t.Errorf("ctrl+b does something else than change the colours:\n%s", ansi.Strip(light))
	}
}

func (m mute) Draft(string) error { return nil }
