package tui

import (
	"fmt"
	"testing"

	tea "charm.land/bubbletea/v2"

	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// crowded is a wall of forty notes with so many people at it.
func crowded(b testing.TB, people, notes int) *Stage {
	b.Helper()
	s := NewStage()
	lines := []Line{By(Fay, workshop.OpenWorkshop{ID: "brave-otter", Topic: "Software Craft", Facilitator: "Fay", Minutes: 120})}
	for i := range people {
		lines = append(lines, By(workshop.PersonID(fmt.Sprintf("p%d", i)), workshop.Join{Name: fmt.Sprintf("Person %d", i)}))
	}
	lines = append(lines, Reach(workshop.StepVision, workshop.PhaseDiverge))
	for i := range notes {
		by, text := workshop.PersonID(fmt.Sprintf("p%d", i%people)), fmt.Sprintf("We share what we learn, number %d", i)
		lines = append(lines, Write(by, workshop.PromptVision, text))
	}
	lines = append(lines, Reach(workshop.StepVision, workshop.PhaseConverge),
		By(Fay, workshop.FormCluster{Notes: []workshop.NoteID{1, 2}, Title: "Sharing"}))
	if err := s.Play(lines...); err != nil {
		b.Fatal(err)
	}
	return s
}

// sharedSeat is a place whose view is made beforehand, as a room makes it once for all.
type sharedSeat struct {
	stageSeat
	view workshop.View
}

func (s *sharedSeat) View() workshop.View { return s.view }

// manySizes are walls and windows: those of the many at their terminals, and a large one.
var manySizes = []struct{ people, notes, width, height int }{{499, 40, 100, 30}, {25, 40, 100, 30}, {25, 300, 160, 45}}

// titled is the wall after so many changes of a title, as somebody sees it each time.
func titled(b testing.TB, s *Stage, changes int) []workshop.View {
	b.Helper()
	var views []workshop.View
	for i := range changes {
		if err := s.Play(By(Fay, workshop.TitleCluster{Cluster: 1, Title: fmt.Sprint("Sharing ", i)})); err != nil {
			b.Fatal(err)
		}
		views = append(views, viewOf(s, "p7"))
	}
	return views
}

// lookerOn is a served terminal at which somebody only looks.
func lookerOn(b testing.TB, s *Stage, width, height int) (*App, *sharedSeat) {
	b.Helper()
	a := appOf(b, s, "p7", width, height)
	seat := &sharedSeat{stageSeat{stage: s, by: "p7"}, viewOf(s, "p7")}
	a.seat, a.config.Served, a.mouse = seat, true, false
	a.Update(tea.WindowSizeMsg{Width: width, Height: height})
	return a, seat
}

// BenchmarkFrame is what a picture costs at one terminal: the first; one after a change, when nobody else sees the same, and when
// others have seen it already; one when a second has passed; and one when nothing has changed.
func BenchmarkFrame(b *testing.B) {
	for _, c := range manySizes {
		s := crowded(b, c.people, c.notes)
		views := titled(b, s, 2)
		run := func(name string, picture func(n int)) {
			b.Run(fmt.Sprintf("people=%d/notes=%d/%dx%d/%s", c.people, c.notes, c.width, c.height, name), func(b *testing.B) {
				b.ReportAllocs()
				for n := 0; b.Loop(); n++ {
					picture(n)
				}
			})
		}
		run("cold", func(int) { appOf(b, s, "p7", c.width, c.height).Lines() })
		a, seat := lookerOn(b, s, c.width, c.height)
		run("change", func(n int) {
			seat.view = views[n%2]
			a.Wake(true)
			a.Lines()
		})
		for i := range views {
			views[i].Memo = new(remembered)
		}
		run("shared", func(n int) {
			seat.view = views[n%2]
			a.Wake(true)
			a.Lines()
		})
		run("same", func(int) { a.Lines() })
		a.view.Memo = nil
		a.Lines()
		run("second", func(int) { a.Wake(false); a.Lines() })
	}
}

// Whoever only looks at what others have seen already takes next to nothing, however many people and notes there are.
func TestASharedPictureTakesLittle(t *testing.T) {
	if raceEnabled {
		t.Skip("the race detector allocates as well")
	}
	for _, c := range manySizes {
		s := crowded(t, c.people, c.notes)
		views := titled(t, s, 2)
		a, seat := lookerOn(t, s, c.width, c.height)
		n := 0
		look := func() {
			n++
			seat.view = views[n%2]
			a.Wake(true)
			a.Lines()
		}
		for i := range views {
			views[i].Memo = new(remembered)
			look()
		}
		shared := testing.AllocsPerRun(20, look)
		a.view.Memo = nil
		a.Lines()
		second := testing.AllocsPerRun(20, func() { a.Wake(false); a.Lines() })
		t.Logf("%d people, %d notes: %.0f allocations for a shared picture, %.0f for a second", c.people, c.notes, shared, second)
		if shared > 20 || second > 60 {
			t.Errorf("%d people and %d notes: a shared picture takes %.0f allocations, and a second %.0f", c.people, c.notes, shared, second)
		}
	}
}

// What a picture takes doesn't depend on the machine: a bound on it notices what would make every screen slower. It took 1,077
// allocations before styles were written once, and with 500 people at the wall 250 KB for lists of them.
func TestAPictureTakesLittle(t *testing.T) {
	if raceEnabled {
		t.Skip("the race detector allocates as well")
	}
	for _, c := range []struct{ people, notes, allocations int }{{25, 40, 600}, {499, 40, 600}, {25, 300, 1000}} {
		s := crowded(t, c.people, c.notes)
		a := appOf(t, s, "p7", 100, 30)
		a.seat = &sharedSeat{stageSeat{stage: s, by: "p7"}, viewOf(s, "p7")}
		if got := testing.AllocsPerRun(20, func() { news(a); a.Lines() }); got > float64(c.allocations) {
			t.Errorf("%d people and %d notes: a picture takes %.0f allocations, want %d at most", c.people, c.notes, got, c.allocations)
		} else {
			t.Logf("%d people and %d notes: %.0f allocations", c.people, c.notes, got)
		}
	}
}
