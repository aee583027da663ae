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
		lines = append(lines, Write(workshop.PersonID(fmt.Sprintf("p%d", i%people)), workshop.PromptVision, fmt.Sprintf("We share what we learn, number %d", i)))
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

// BenchmarkFrame is what a change costs at one terminal: the news, and the picture.
func BenchmarkFrame(b *testing.B) {
	for _, c := range []struct{ people, notes, width, height int }{{499, 40, 100, 30}, {25, 40, 100, 30}, {25, 300, 160, 45}} {
		b.Run(fmt.Sprintf("people=%d/notes=%d/%dx%d", c.people, c.notes, c.width, c.height), func(b *testing.B) {
			s := crowded(b, c.people, c.notes)
			var views []workshop.View
			for i := range 2 {
				if err := s.Play(By(Fay, workshop.TitleCluster{Cluster: 1, Title: fmt.Sprint("Sharing ", i)})); err != nil {
					b.Fatal(err)
				}
				views = append(views, viewOf(s, "p7"))
			}
			a := appOf(b, s, "p7", c.width, c.height)
			seat := &sharedSeat{stageSeat{stage: s, by: "p7"}, views[0]}
			a.seat = seat
			a.Update(tea.WindowSizeMsg{Width: c.width, Height: c.height})
			b.ReportAllocs()
			n := 0
			for b.Loop() {
				n++
				seat.view = views[n%2]
				news(a)
				a.Lines()
			}
		})
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
