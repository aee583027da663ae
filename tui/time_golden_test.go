package tui

import (
	"fmt"
	"testing"
	"time"

	"convene/tui/tuitest"
	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// threePeople is a workshop with a reserve of six minutes, and what has happened in it.
func threePeople(t *testing.T, lines ...Line) *Stage {
	t.Helper()
	s := NewStage()
	opening := workshop.OpenWorkshop{ID: "brave-otter", Topic: "Software Craft", Facilitator: "Fay", Minutes: 126, Reserve: 6}
	people := By(Fay, opening, workshop.AddPerson{Person: "ada", Name: "Ada"}, workshop.AddPerson{Person: "ben", Name: "Ben"},
		workshop.AddPerson{Person: "cleo", Name: "Cleo"})
	if err := s.Play(people, Wait(4*time.Minute)); err != nil {
		t.Fatal(err)
	}
	if err := s.Play(lines...); err != nil {
		t.Fatal(err)
	}
	return s
}

// What the clock says to a facilitator, and what it asks: read from the back row, and nothing is cut.
func TestTheClockLooksAsItDoes(t *testing.T) {
	writing := Reach(workshop.StepVision, workshop.PhaseDiverge)
	done := func(s *Stage) error {
		for _, p := range []workshop.PersonID{"ada", "ben", "cleo"} {
			if err := s.Play(By(p, workshop.DeclareDone{Done: true})); err != nil {
				return err
			}
		}
		return nil
	}
	for _, c := range []struct {
		name string
		then []Line
		keys string
		pass time.Duration
	}{
		{"late", []Line{writing, Wait(18 * time.Minute)}, "", 0},
		{"repairs", []Line{writing, Wait(18 * time.Minute)}, "r down", 0},
		{"repaired", []Line{writing, Wait(18 * time.Minute)}, "r 2 r", 0},
		{"ripe", []Line{writing, Wait(3 * time.Minute), done}, "pause", 0},
		{"lull", []Line{writing, Wait(22 * time.Hour)}, "pause", 0},
		{"how-long", []Line{writing, Wait(3 * time.Minute)}, "T", 0},
		{"break", []Line{writing, Wait(3 * time.Minute)}, "T down enter", 92 * time.Second},
		{"break-over", []Line{writing, Wait(3 * time.Minute)}, "T down enter", 12 * time.Minute},
		{"break-open", []Line{writing, Wait(3 * time.Minute)}, "T down down down down enter", 22 * time.Hour},
	} {
		for _, size := range [][2]int{{60, 15}, {80, 24}, {120, 35}} {
			s := threePeople(t, c.then...)
			a := appOf(t, s, Fay, size[0], size[1])
			typeKeys(a, names(c.keys)...)
			if c.pass > 0 {
				pass(a, s, c.pass)
				pass(a, s, 0)
			}
			name := fmt.Sprintf("time/%s@%dx%d", c.name, size[0], size[1])
			tuitest.Fits(t, a.Lines(), size[0], size[1])
			tuitest.Golden(t, name, tuitest.Plain(a.Lines()))
			if s.State.Break.On() && size[0] > 60 {
				wall := wallOf(t, s, size[0], size[1])
				tuitest.Fits(t, wall.Lines(), size[0], size[1])
				tuitest.Golden(t, "time/wall-"+c.name+fmt.Sprintf("@%dx%d", size[0], size[1]), tuitest.Plain(wall.Lines()))
			}
		}
	}
}
