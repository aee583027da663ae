package tui

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/google/go-cmp/cmp"

	"convene/tui/theme"
	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// cellOf is where a text begins on the screen, below the header and the words above a wall.
func cellOf(t *testing.T, a *App, text string) (x, y int) {
	t.Helper()
	for y, l := range strings.Split(bodyOf(a), "\n") {
		if i := strings.Index(l, text); i >= 0 && y > bodyY {
			return theme.Width(l[:i]), y
		}
	}
	t.Fatalf("nothing says %q:\n%s", text, bodyOf(a))
	return 0, 0
}

func pressAt(a *App, x, y int) { a.Update(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft}) }
func moveTo(a *App, x, y int)  { a.Update(tea.MouseMotionMsg{X: x, Y: y, Button: tea.MouseLeft}) }
func letGoAt(a *App, x, y int) { a.Update(tea.MouseReleaseMsg{X: x, Y: y, Button: tea.MouseLeft}) }

// wheelAt turns the wheel so often, up when turns is below zero.
func wheelAt(a *App, x, y, turns int) {
	button := tea.MouseWheelDown
	if turns < 0 {
		button, turns = tea.MouseWheelUp, -turns
	}
	for range turns {
		a.Update(tea.MouseWheelMsg{X: x, Y: y, Button: button})
	}
}

// click clicks on a text.
func click(t *testing.T, a *App, text string) {
	t.Helper()
	x, y := cellOf(t, a, text)
	pressAt(a, x, y)
	letGoAt(a, x, y)
}

// lift takes hold of a text and drags it onto another, without letting go.
func lift(t *testing.T, a *App, what, onto string) (x, y int) {
	t.Helper()
	fromX, fromY := cellOf(t, a, what)
	x, y = cellOf(t, a, onto) // the ghost may cover it later
	pressAt(a, fromX, fromY)
	moveTo(a, fromX+1, fromY)
	moveTo(a, x, y)
	return x, y
}

// drag drops a text on another.
func drag(t *testing.T, a *App, what, onto string) {
	t.Helper()
	letGoAt(a, 0, 0) // nothing hangs on the mouse before
	x, y := lift(t, a, what, onto)
	letGoAt(a, x, y)
}

func TestTheMouseByKey(t *testing.T) {
	s := SampleStage(workshop.StepVision, workshop.PhaseDiverge)
	const on, off = "The mouse is on. Hold shift to select text.", "The mouse is off: your terminal selects text again."
	local, served := appOf(t, s, "ada", 80, 24), visitorOf(t, &porter{stage: s, who: "ada"}, "brave-otter")
	for _, c := range []struct {
		name  string
		a     *App
		mouse bool
	}{{"here", local, true}, {"over SSH", served, false}} {
		typeText(c.a, "half")
		for range 2 {
			if c.a.Mouse() != c.mouse || c.mouse != (c.a.View().MouseMode == tea.MouseModeCellMotion) {
				t.Errorf("%s: the mouse is reported: %v", c.name, c.a.Mouse())
			}
			typeKeys(c.a, "ctrl+g")
			c.mouse = !c.mouse
			says(t, c.a, map[bool]string{true: on, false: off}[c.mouse], "half")
		}
	}
	typeKeys(local, "f1")
	says(t, local, "ctrl+g", "mouse off")
	typeKeys(served, "f1")
	says(t, served, "ctrl+g", "mouse on")
	typeKeys(served, "ctrl+g")
	if !served.Mouse() {
		t.Error("in the help the key does nothing")
	}
	wall := New(t.Context(), Config{Seat: stageSeat{stage: s}, Wall: true, Served: true, Now: func() time.Time { return s.Now }})
	typeKeys(wall, "ctrl+g")
	if wall.Mouse() {
		t.Error("a wall has a mouse")
	}
}

// Until it is on nothing comes of the mouse, whatever a terminal sends.
func TestAMouseThatIsOffDoesNothing(t *testing.T) {
	s := theWall(t)
	a := appOf(t, s, "ada", 80, 24)
	typeKeys(a, "ctrl+g")
	before := len(s.Records)
	drag(t, a, "five", "six")
	if len(s.Records) != before || boardOf(t, a).walked {
		t.Error("something was dragged")
	}
}

// The wheel is the arrows where they scroll, and nothing where they would edit.
func TestTheWheelElsewhere(t *testing.T) {
	s := SampleStage(workshop.StepVision, workshop.PhaseDiverge)
	a := appOf(t, s, "ada", 80, 24)
	typeText(a, "half")
	before := bodyOf(a)
	wheelAt(a, 5, 12, -3)
	pressAt(a, 5, 12)
	if got := bodyOf(a); got != before {
		t.Errorf("the mouse changes what is being written:\n%s", got)
	}
	whole, _ := Sample()
	ended := &Stage{State: whole, Now: Morning()}
	a = appOf(t, ended, "ada", 60, 15)
	before = bodyOf(a)
	wheelAt(a, 5, 12, 2)
	if bodyOf(a) == before {
		t.Error("the canvas does not scroll")
	}
	wheelAt(a, 5, 12, -2)
	if bodyOf(a) != before {
		t.Error("the canvas does not scroll back")
	}
}

// On a ballot the wheel moves the selection, whatever kind of ballot it is.
func TestTheWheelOnABallot(t *testing.T) {
	for name, open := range map[string]workshop.OpenVote{"one mark": {}, "ranked": {Ranked: true, Nonce: make([]byte, 32)}} {
		s := NewStage()
		if err := s.Play(electing("ada", "ben", "cleo"), By(Fay, open)); err != nil {
			t.Fatal(err)
		}
		a := appOf(t, s, "ada", 80, 24)
		says(t, a, "▸ [ ] Ada")
		wheelAt(a, 5, 12, 1)
		if !strings.Contains(bodyOf(a), "▸ [ ] Ben") {
			t.Errorf("%s: the wheel does not move the selection:\n%s", name, bodyOf(a))
		}
	}
}

// In a list of a dialog the first click selects, the second chooses; beside it a click does nothing.
func TestClicksInADialog(t *testing.T) {
	for _, size := range [][2]int{{60, 15}, {80, 24}, {121, 35}} {
		s := gathered("Ada", "Ben", "Cleo")
		a := hostOf(t, s, size[0], size[1])
		typeKeys(a, "K")
		d, ok := a.dialogs[0].(*pickDialog)
		if !ok {
			t.Fatalf("%T", a.dialogs[0])
		}
		pressAt(a, 0, 5)
		says(t, a, d.title)
		for i := len(d.items) - 1; i >= 0; i-- {
			x, y := cellOf(t, a, d.items[i].label)
			pressAt(a, x, y)
			if d.at != i || len(a.dialogs) != 1 || a.dialogs[0] != dialog(d) {
				t.Fatalf("at %v a click on %q selects %d", size, d.items[i].label, d.at)
			}
		}
		x, y := cellOf(t, a, d.items[0].label)
		pressAt(a, x, y)
		if len(a.dialogs) > 0 && a.dialogs[0] == dialog(d) {
			t.Errorf("at %v a second click does not choose", size)
		}
	}
}

// The same in the list of clusters to send something to; below the list a click does nothing.
func TestClicksInTheListOfClusters(t *testing.T) {
	s := theWall(t)
	a := appOf(t, s, "ada", 80, 24)
	click(t, a, "five")
	typeKeys(a, "i")
	x, y := cellOf(t, a, "no title, 2 notes")
	pressAt(a, x, y+2)
	before := len(s.Records)
	pressAt(a, x, y)
	if len(a.dialogs) != 1 || len(s.Records) != before {
		t.Fatalf("the first click does %v:\n%s", s.Records[before:], bodyOf(a))
	}
	pressAt(a, x, y)
	want := workshop.NotesMoved{Notes: ids(5), Cluster: 2}
	if got := s.Records[before:]; len(got) != 1 || !cmp.Equal(got[0].Event, workshop.Event(want)) {
		t.Errorf("the second click does %v:\n%s", got, bodyOf(a))
	}
}
