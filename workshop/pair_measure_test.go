package workshop_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"convene/workshop/text"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

// lookalikes has notes 1 and 2 alike under the first prompt, 3 unlike them; 4 says what 1 says under the other prompt.
func lookalikes() Line {
	return func(s *Stage) error {
		return s.Play(Group("ada", "ben"), Reach(StepVision, PhaseDiverge),
			Write("ada", PromptVision, "Nobody fears old code"), Write("ben", PromptVision, "Nobody fears old code any more", "Free lunch"),
			Write("ben", PromptImportance, "Nobody fears old code"), Reach(StepVision, PhaseConverge))
	}
}

func TestOnlyAPairIsKeptApart(t *testing.T) {
	for notes, want := range map[[2]NoteID]error{
		{1, 3}: ErrAlreadyThere, {1, 4}: ErrAlreadyThere, {1, 1}: ErrNoteTwice, {1, 99}: ErrNoSuchNote, {0, 1}: ErrNoSuchNote,
	} {
		Given(t, lookalikes()).When("ben", KeepApart{Notes: notes}).ThenRefused(want)
	}
	Given(t, lookalikes(), Reach(StepMeasures, PhaseShare)).When("ben", KeepApart{Notes: [2]NoteID{1, 2}}).ThenRefused(ErrOtherStep)
}

// Every pair is found by comparing each note with each, as long as no note has too many twins.
func TestPairsAreWhatTheMeasureSays(t *testing.T) {
	word := rapid.SampledFrom([]string{"we", "learn", "code", "old", "pair", "lunch", "share", "teams"})
	rapid.Check(t, func(t *rapid.T) {
		s := NewStage()
		lines := []Line{Group("ada"), Reach(StepVision, PhaseDiverge)}
		var notes []string
		for range rapid.IntRange(0, 12).Draw(t, "notes") {
			notes = append(notes, fmt.Sprint(rapid.SliceOfN(word, 1, 6).Draw(t, "note")))
			lines = append(lines, Write("ada", PromptVision, notes[len(notes)-1]))
		}
		if err := s.Play(append(lines, Onward(false))...); err != nil {
			t.Fatal(err)
		}
		found := Share(s.State).Pairs
		twins := make(map[NoteID]int)
		for _, p := range found {
			if a := text.Alike(notes[p.Notes[0]-1], notes[p.Notes[1]-1]); a != p.Alike || a < 0.8 {
				t.Fatalf("%v are alike by %.2f", p, a)
			}
			twins[p.Notes[1]]++
		}
		for i := range notes {
			want := 0
			for j := range i {
				if text.Alike(notes[i], notes[j]) >= 0.8 {
					want++
				}
			}
			if got := twins[NoteID(i+1)]; got != min(want, 3) {
				t.Fatalf("%q has %d twins before it, found are %d", notes[i], want, got)
			}
		}
		if !slices.IsSortedFunc(found, func(a, b Pair) int { return int(1000 * (b.Alike - a.Alike)) }) {
			t.Fatalf("not the most alike first: %v", found)
		}
	})
}

// BenchmarkReveal is what it costs to show 500 notes, the pairs among them included.
func BenchmarkReveal(b *testing.B) {
	words := []string{"code", "review", "teams", "share", "learn", "old", "lunch", "pair", "guild", "every", "friday", "dojo", "kata", "proud"}
	for _, kind := range []string{"different", "all the same"} {
		b.Run(kind, func(b *testing.B) {
			s := NewStage()
			people := []PersonID{"p0", "p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8", "p9"}
			lines := []Line{Group(people...), Reach(StepVision, PhaseDiverge)}
			for i := range 500 {
				note := "We all say the same thing"
				if kind == "different" {
					note = fmt.Sprint(words[i%14], words[i/3%14], " ", words[i/7%14], " ", words[i*5%14], " and ", words[i*i%14], " for ", i)
				}
				lines = append(lines, Write(people[i%10], PromptVision, note))
			}
			if err := s.Play(lines...); err != nil {
				b.Fatal(err)
			}
			r := Record{Seq: s.State.Seq + 1, Event: NotesRevealed{Step: StepVision}}
			for b.Loop() {
				Evolve(s.State, r)
			}
		})
	}
}
