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

// goneOn is a workshop that goes on from the last canvas of its community, after some lines.
func goneOn(t *testing.T, then ...Line) *Stage {
	t.Helper()
	return goneOnIn(t, workshop.English, then...)
}

func goneOnIn(t *testing.T, l workshop.Language, then ...Line) *Stage {
	t.Helper()
	s, open := NewStage(), workshop.OpenWorkshop{ID: "brave-otter", Topic: "Software Craft", Facilitator: "Fay", Lang: l, From: LastCanvas()}
	begins := By(Fay, open, workshop.AddPerson{Person: "ada", Name: "Ada"}, workshop.AddPerson{Person: "ben", Name: "Ben"})
	if err := s.Play(append([]Line{begins}, then...)...); err != nil {
		t.Fatal(err)
	}
	return s
}

// What each step opens with in a workshop that goes on from a canvas: on a terminal, on the wall, and on the board.
func TestAStepOpensWithWhatStandsThere(t *testing.T) {
	board := []Line{
		Reach(workshop.StepVision, workshop.PhaseDiverge), Write("ada", workshop.PromptVision, "Clean builds"),
		Write("ben", workshop.PromptVision, "Old code too!"), Reach(workshop.StepVision, workshop.PhaseConverge),
	}
	for name, then := range map[string][]Line{
		"vision": {Reach(workshop.StepVision, workshop.PhaseBrief)},
		"write":  {Reach(workshop.StepVision, workshop.PhaseDiverge)},
		"impact": {Reach(workshop.StepImpact, workshop.PhaseBrief)}, // nothing stood there
		"name":   {Reach(workshop.StepName, workshop.PhaseBrief)},
		"leader": {Reach(workshop.StepLeader, workshop.PhaseBrief)},
		"board":  board,
	} {
		for _, c := range []struct {
			lang          workshop.Language
			name          string
			width, height int
		}{{workshop.English, "", 80, 24}, {workshop.English, "", 120, 35}, {workshop.French, "-french", 80, 24}} {
			s := goneOnIn(t, c.lang, then...)
			for who, a := range map[string]*App{
				"facilitator": appOf(t, s, Fay, c.width, c.height), "wall": wallOf(t, s, c.width, c.height), "ada": appOf(t, s, "ada", c.width, c.height),
			} {
				at := fmt.Sprintf("again/%s%s-%s@%dx%d", name, c.name, who, c.width, c.height)
				t.Run(at, func(t *testing.T) {
					lines := strings.Split(ansi.Strip(a.draw()), "\n")
					tuitest.Fits(t, lines, c.width, c.height)
					tuitest.Golden(t, at, lines)
				})
			}
		}
	}
}

// Much may have stood there: the brief says as much of it as there is room for, and the rest of it stays whole.
func TestTheBriefHasRoomForWhatStoodThere(t *testing.T) {
	from := LastCanvas()
	for i := range 40 {
		said := fmt.Sprintf("Something that was said at some length, and for the time number %d", i)
		from.Entries[workshop.PromptVision] = append(from.Entries[workshop.PromptVision], workshop.Stood{Notes: []string{said}})
		from.Entries[workshop.PromptImportance] = append(from.Entries[workshop.PromptImportance], workshop.Stood{Notes: []string{said}})
	}
	for _, l := range workshop.Languages() {
		s := NewStage()
		if err := s.Play(By(Fay, workshop.OpenWorkshop{
			ID: "brave-otter", Topic: "Software Craft", Facilitator: "Fay", From: from, Lang: l,
		}, workshop.AddPerson{Person: "ada", Name: "Ada"}), Reach(workshop.StepVision, workshop.PhaseBrief)); err != nil {
			t.Fatal(err)
		}
		for _, size := range [][2]int{{80, 24}, {100, 30}, {120, 35}, {200, 60}} {
			for _, a := range []*App{appOf(t, s, "ada", size[0], size[1]), wallOf(t, s, size[0], size[1])} {
				page := ansi.Strip(a.draw())
				tuitest.Fits(t, strings.Split(page, "\n"), size[0], size[1])
				if n := strings.Count(page, in(a.view).Day(from.Date.Date())); n != 2 {
					t.Errorf("%s at %v: the last canvas is told of %d times:\n%s", l, size, n, page)
				}
			}
		}
	}
}

// Whoever takes the pen begins with the statement that stands, and enter without a change keeps it.
func TestTheStatementThatStandsIsTheDraft(t *testing.T) {
	s := goneOn(t, Reach(workshop.StepVision, workshop.PhaseConverge))
	a := appOf(t, s, Fay, 80, 24)
	typeKeys(a, "w", "enter")
	if page := ansi.Strip(a.draw()); !strings.Contains(page, "We ship code that we are proud of.") {
		t.Fatalf("the statement isn't in the field:\n%s", page)
	}
	typeKeys(a, " ", "S", "o", ".", "enter")
	if got := s.State.Statements[workshop.SectionVision]; got != "We ship code that we are proud of. So." {
		t.Errorf("the statement is %q", got)
	}
}

// In a low or narrow window what stood there gives way to the note that is being written.
func TestWhoWritesHasRoomWhateverStoodThere(t *testing.T) {
	for _, l := range workshop.Languages() {
		s := goneOnIn(t, l, Reach(workshop.StepVision, workshop.PhaseDiverge))
		for _, size := range [][2]int{{40, 16}, {40, 20}, {44, 24}, {60, 15}, {60, 18}, {60, 20}, {80, 19}, {80, 22}, {200, 20}} {
			a := appOf(t, s, "ada", size[0], size[1])
			typeKeys(a, "W", "h", "y")
			tuitest.Fits(t, strings.Split(ansi.Strip(a.draw()), "\n"), size[0], size[1])
			says(t, a, "Why")
			typeKeys(a, "enter", "ctrl+d")
			tuitest.Fits(t, strings.Split(ansi.Strip(a.draw()), "\n"), size[0], size[1])
			says(t, a, "Why", "✓")
			s = goneOnIn(t, l, Reach(workshop.StepVision, workshop.PhaseDiverge))
		}
	}
}
