package tui

import (
	"fmt"
	"testing"

	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// BenchmarkFindingAmongManyNotes is what a key costs while somebody looks for something on a wall of 500 notes, and what
// the frame after it costs, with its line of keys.
func BenchmarkFindingAmongManyNotes(b *testing.B) {
	s := NewStage()
	people := []workshop.PersonID{"ada", "ben", "cleo", "dan", "eve"}
	must := func(l ...Line) {
		if err := s.Play(l...); err != nil {
			b.Fatal(err)
		}
	}
	must(Group(people...), Reach(workshop.StepVision, workshop.PhaseDiverge))
	for i := range 250 {
		for _, p := range []workshop.Prompt{workshop.PromptVision, workshop.PromptImportance} {
			must(Write(people[i/50], p, fmt.Sprintf("Idea %d, and the words that one needs to say what it is about", i)))
		}
	}
	must(Reach(workshop.StepVision, workshop.PhaseConverge))
	for i := range 40 {
		n := workshop.NoteID(4*i + 1)
		must(By("ben", workshop.FormCluster{Notes: ids(n, n+2), Title: fmt.Sprint("Cluster ", i)}))
	}
	a := appOf(b, s, "ada", 160, 45)
	a.draw()
	typeKeys(a, "/", "i", "d", "e", "a")
	b.Run("frame", func(b *testing.B) {
		for b.Loop() {
			a.draw()
		}
	})
	b.Run("key", func(b *testing.B) {
		for b.Loop() {
			typeKeys(a, "s")
			typeKeys(a, "backspace")
		}
	})
}
