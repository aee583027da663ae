package tui

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"convene/tui/theme"
	"convene/tui/tuitest"
	"convene/workshop"
)

func scored(title string, strength, low, high int) workshop.Force {
	return workshop.Force{Title: title, ForceScore: workshop.ForceScore{Strength: strength, Low: low, High: high, Given: 5}}
}

func fewForces() *workshop.ForceField {
	return &workshop.ForceField{
		Support: []workshop.Force{
			scored("People ask for it", 3, 2, 4),
			scored("The CTO was a programmer herself, and she still reads our code now and then", 5, 4, 5),
		},
		SlowDown: []workshop.Force{scored("Deadlines eat every Friday", 4, 1, 5)},
	}
}

func fourteenForces() *workshop.ForceField {
	f := &workshop.ForceField{}
	for i := range 7 {
		f.Support = append(f.Support, scored(fmt.Sprintf("Support %d is a force with a long title indeed", i+1), i%5+1, i%5+1, i%5+1))
		f.SlowDown = append(f.SlowDown, scored(fmt.Sprintf("Restraint %d", i+1), (i*2)%5+1, 1, (i*2)%5+1))
	}
	f.Support[3] = workshop.Force{Title: "Nobody weighed this one"}
	return f
}

func crowd(n int) *workshop.ForceField {
	f := &workshop.ForceField{}
	for i := range n {
		f.Support = append(f.Support, scored(fmt.Sprintf("Support %d", i+1), i%5+1, 1, 5))
		f.SlowDown = append(f.SlowDown, scored(fmt.Sprintf("Restraint %d", i+1), (i+2)%5+1, 1, 5))
	}
	return f
}

func TestTheForceFieldLooksAsItDid(t *testing.T) {
	fields := map[string]*workshop.ForceField{
		"none": nil, "empty": {}, "three": fewForces(), "fourteen": fourteenForces(), "crowd": crowd(30),
		"unweighed": {Support: []workshop.Force{{Title: "People ask for it"}}, SlowDown: []workshop.Force{{Title: "Deadlines"}}},
	}
	for name, f := range fields {
		for _, size := range bodies() {
			t.Run(fmt.Sprintf("%s@%dx%d", name, size[0], size[1]), func(t *testing.T) {
				lines := forceDiagram(stage{theme: theme.New(true, false), view: nowhere("")}, f, size[0], size[1])
				tuitest.Fits(t, lines, size[0], size[1])
				tuitest.Golden(t, fmt.Sprintf("forces/%s@%dx%d", name, size[0], size[1]), tuitest.Plain(lines))
			})
		}
	}
}

func TestTheForceFieldKeepsToItsPlace(t *testing.T) {
	for _, f := range []*workshop.ForceField{nil, {}, fewForces(), fourteenForces(), crowd(40)} {
		for width := 38; width < 160; width += 11 {
			for height := 6; height < 40; height += 5 {
				tuitest.Fits(t, forceDiagram(stage{theme: theme.New(true, true), view: nowhere("")}, f, width, height), width, height)
			}
		}
	}
}

// An arrow is as long as its force is strong, and the diagram says in words what it says in colour and length.
func TestArrowsAreAsLongAsForcesAreStrong(t *testing.T) {
	f := &workshop.ForceField{}
	for n := 1; n <= workshop.MaxForce; n++ {
		f.Support = append(f.Support, scored(fmt.Sprintf("push %d", n), n, n, n))
		f.SlowDown = append(f.SlowDown, scored(fmt.Sprintf("hold %d", n), n, n, n))
	}
	th := theme.New(true, false)
	lines := forceDiagram(stage{theme: th, view: nowhere("")}, f, 78, 19)
	unit := 0
	for _, l := range lines {
		l = ansi.Strip(l)
		for n := 1; n <= workshop.MaxForce; n++ {
			if !strings.Contains(l, fmt.Sprintf("push %d", n)) {
				continue
			}
			left, right, _ := strings.Cut(l, th.Centre)
			if unit == 0 {
				unit = strings.Count(left, th.Fill) / n
			}
			if got := strings.Count(left, th.Fill); got != unit*n || unit == 0 {
				t.Errorf("strength %d has a shaft of %d cells: %q", n, got, l)
			}
			if strings.Count(left, th.Fill) != strings.Count(right, th.Fill) {
				t.Errorf("the sides differ: %q", l)
			}
		}
	}
	all := ansi.Strip(strings.Join(lines, "\n"))
	for _, want := range []string{"supports 15", "slows down 15", "balance 0: both sides are equally strong", "Most worth weakening: hold 5."} {
		if !strings.Contains(all, want) {
			t.Errorf("nothing says %q:\n%s", want, all)
		}
	}
}

func TestWhereViewsDifferIsSaid(t *testing.T) {
	for _, size := range bodies() {
		for name, f := range map[string]*workshop.ForceField{"few": fewForces(), "fourteen": fourteenForces(), "crowd": crowd(30)} {
			all := ansi.Strip(strings.Join(forceDiagram(stage{theme: theme.New(true, false), view: nowhere("")}, f, size[0], size[1]), "\n"))
			if !strings.Contains(all, "talk about") {
				t.Errorf("%s at %v: nothing says that it is worth a talk:\n%s", name, size, all)
			}
		}
	}
}
