package tui

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"convene/tui/tuitest"
	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// aligned are moments of aligning.
func aligned() []moment {
	measures := sampleAt(workshop.StepMeasures, workshop.PhaseAlign)
	forces := sampleAt(workshop.StepForces, workshop.PhaseAlign)
	concerns := []Line{
		allExcept("ada", 4),
		By("ada", workshop.ShowHand{Level: 1, Concern: "Who pays for it?"}),
		By("jose", workshop.ShowHand{Level: 2, Concern: "I would need to know who has the time for all of it, and from whose budget that time comes every week"}),
		By("mei", workshop.ShowHand{Level: 5}),
	}
	return []moment{
		{name: "legend", from: measures, who: "ada", lines: []string{
			"HOW", "MEASURES", "Coding dojo", "How far do you stand behind it?", "5 I love it and will help to lead it",
			"0 no, I stand in the way", "The last hand opens them all; until then each can be changed unseen.", "0 of 12 hands are up; still to come: Ada, José",
		}},
		{name: "my-hand", from: measures, then: []Line{By("ada", workshop.ShowHand{Level: 3})}, who: "ada", lines: []string{
			"▸ 3 I can live with it", "✓ Your hand is up. 11 others to come: José",
		}},
		{name: "hands", from: measures, then: concerns, who: Fay, lines: []string{
			"How far we stand behind it", "5 █ 1  李梅", "4 █████████ 9", "2 █ 1  José", "Ada (1): Who pays for it?", "José (2): I would need",
		}},
		{name: "agreed", from: measures, then: []Line{AllShow(4)}, who: Fay, lines: []string{"4 ████████████ 12", "✓ nobody stands against it"}},
		{name: "forces", from: forces, who: Fay, lines: []string{"supports", "slows down", "balance", "No time", "0 of 12 hands are up"}},
		{name: "reopened", from: measures, then: []Line{AllShow(4), Onward(false), Back(workshop.StepMeasures, workshop.PhaseAlign)}, who: "ada", lines: []string{
			"reopened: this step was settled before", "0 of 12 hands are up",
		}},
		{name: "scrolled", from: sampleAt(workshop.StepVision, workshop.PhaseAlign), who: "ada", keys: []string{"down", "down", "down", "down"}, lines: []string{
			"Our customers notice every bug before we do", "0 no, I stand in the way",
		}},
	}
}

// In a small window it is read behind the outcome.
// A cluster without a title counts the note whose text it bears.
func TestAnUntitledClusterCountsAllOfItsNotes(t *testing.T) {
	s := NewStage()
	if err := s.Play(Group("ada", "ben"), Reach(workshop.StepVision, workshop.PhaseDiverge),
		Write("ada", workshop.PromptVision, "We learn", "We teach"), Reach(workshop.StepVision, workshop.PhaseConverge),
		By(Fay, workshop.FormCluster{Notes: []workshop.NoteID{1, 2}}), Reach(workshop.StepVision, workshop.PhaseAlign)); err != nil {
		t.Fatal(err)
	}
	says(t, appOf(t, s, "ada", 100, 30), "We learn  2 notes")
}

func TestWhenHandsAreOpenedIsSaidEverywhere(t *testing.T) {
	for _, size := range sizes() {
		a := appOf(t, SampleStage(workshop.StepVision, workshop.PhaseAlign), "ada", size[0], size[1])
		seen := ""
		for range 20 {
			seen += running(strings.Split(a.draw(), "\n"))
			typeKeys(a, "down")
		}
		if !strings.Contains(seen, "opens them all; until then each can be") && !strings.Contains(seen, "The last hand opens them all; until") {
			t.Errorf("nobody is told at %v:\n%s", size, bodyOf(a))
		}
	}
}

func TestAlignScreensLookAsTheyDid(t *testing.T) {
	for _, m := range aligned() {
		s := m.reach(t)
		for _, size := range bodies() {
			t.Run(fmt.Sprintf("%s@%dx%d", m.name, size[0], size[1]), func(t *testing.T) {
				st := stageOf(s, m.who, size[0], size[1])
				sc := screenOf(st)
				sc.draw(st)
				pressed(sc, st, m.keys...)
				lines := sc.draw(st)
				tuitest.Fits(t, lines, size[0], size[1])
				all := ansi.Strip(strings.Join(lines, "\n"))
				for _, want := range m.lines {
					if !strings.Contains(all, want) {
						t.Errorf("nothing says %q:\n%s", want, all)
					}
				}
				tuitest.Golden(t, fmt.Sprintf("align/%s@%dx%d", m.name, size[0], size[1]), tuitest.Plain(lines))
			})
		}
	}
}

func TestAlignScreensFitOddPlaces(t *testing.T) {
	everyoneAgainst := moment{
		name: "everyone-against", from: sampleAt(workshop.StepVision, workshop.PhaseAlign), then: []Line{AllShow(1)}, who: Fay,
	}
	for _, m := range append(aligned(), everyoneAgainst) {
		s := m.reach(t)
		for _, size := range [][2]int{{58, 10}, {78, 19}, {158, 40}, {58, 35}} {
			t.Run(fmt.Sprintf("%s@%dx%d", m.name, size[0], size[1]), func(t *testing.T) {
				st := stageOf(s, m.who, size[0], size[1])
				tuitest.Fits(t, screenOf(st).draw(st), size[0], size[1])
			})
		}
	}
}

// Whatever the group would put on the canvas, and whatever stands against it, can be reached.
func TestAligningShowsEverythingSomewhere(t *testing.T) {
	s := SampleStage(workshop.StepVision, workshop.PhaseAlign)
	for i, p := range s.State.Participants() {
		if err := s.Play(By(p.ID, workshop.ShowHand{Level: 1, Concern: fmt.Sprintf("Concern %d.", i+1)})); err != nil {
			t.Fatal(err)
		}
	}
	for _, size := range [][2]int{{58, 10}, {78, 19}, {118, 30}} {
		st := stageOf(s, Fay, size[0], size[1])
		sc := screenOf(st)
		seen := ""
		for range 40 {
			seen += ansi.Strip(strings.Join(sc.draw(st), "\n"))
			pressed(sc, st, "down")
		}
		for _, want := range []string{"VISION", "IMPORTANCE", "Our customers notice", "Concern 1.", "Concern 12."} {
			if !strings.Contains(seen, want) {
				t.Errorf("%q is not reached at %v", want, size)
			}
		}
	}
}

func TestScrollingTheOutcome(t *testing.T) {
	st := stageOf(SampleStage(workshop.StepVision, workshop.PhaseAlign), "ada", 78, 16)
	sc := screenOf(st)
	top := sc.draw(st)
	if all := ansi.Strip(strings.Join(top, "\n")); !strings.Contains(all, "lines more, scroll with the arrows") {
		t.Errorf("nothing says that there is more:\n%s", all)
	}
	for _, keys := range [][2]string{{"down", "up"}, {"pgdown", "pgup"}, {"j", "k"}} {
		pressed(sc, st, keys[0])
		if cmp.Equal(top, sc.draw(st)) {
			t.Errorf("%s does nothing", keys[0])
		}
		pressed(sc, st, keys[1], keys[1])
		if diff := cmp.Diff(top, sc.draw(st)); diff != "" {
			t.Errorf("%s does not lead back:\n%s", keys[1], diff)
		}
	}
	for range 30 {
		pressed(sc, st, "down")
		sc.draw(st)
	}
	if all := ansi.Strip(strings.Join(sc.draw(st), "\n")); strings.Contains(all, "lines more") || !strings.Contains(all, "Our customers") {
		t.Errorf("this is not the end:\n%s", all)
	}
}

// Three to five are shown at once; less asks for a sentence that everyone will read.
func TestShowingAHand(t *testing.T) {
	for level := range workshop.MaxLevel + 1 {
		s := SampleStage(workshop.StepMeasures, workshop.PhaseAlign)
		st := stageOf(s, "ada", 78, 19)
		act := pressed(screenOf(st), st, fmt.Sprint(level))
		want := workshop.ShowHand{Level: level}
		if level < workshop.Support {
			want.Concern = "why"
			act = answered(t, act, st, "w", "h", "y", "enter")
		}
		got, ok := act.(send)
		if diff := cmp.Diff(workshop.Command(want), got.command); !ok || diff != "" {
			t.Errorf("command (-want +got):\n%s", diff)
		}
		if got.then != action(closeBooth{}) {
			t.Errorf("%d: the turn in the booth does not end", level)
		}
		if _, err := s.Do("ada", want); err != nil {
			t.Errorf("%d: %v", level, err)
		}
		for _, who := range []workshop.PersonID{Fay, ""} {
			st := stageOf(s, who, 78, 19)
			if act := pressed(screenOf(st), st, fmt.Sprint(level)); act != nil {
				t.Errorf("%q shows a hand: %+v", who, act)
			}
		}
	}
}

func TestAConcernWithoutASentenceIsKeptOpen(t *testing.T) {
	a := appOf(t, SampleStage(workshop.StepMeasures, workshop.PhaseAlign), "ada", 80, 24)
	typeKeys(a, "2", "enter")
	says(t, a, "What would have to change?", "You show 2: I", "would need a change first.", "✗")
	typeKeys(a, "x", "enter")
	says(t, a, "Your hand is up.", "Your hand is up. 11 others to come")
}
