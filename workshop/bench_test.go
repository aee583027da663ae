package workshop_test

import (
	"encoding/json"
	"fmt"
	"testing"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

// crowds are a workshop of the usual size, a large one, and the largest.
var crowds = []struct{ people, notes int }{{12, 60}, {50, 500}, {MaxPeople - 1, 5000}}

// moment is a command of those that come most often, at a time when it is carried out.
type moment struct {
	name  string
	state State
	by    PersonID
	send  Command
}

// records are what follows from the command.
func (m moment) records(tb testing.TB) []Record {
	tb.Helper()
	e := Envelope{By: m.by, At: Morning(), Command: m.send}
	events, err := Decide(m.state, e)
	if err != nil {
		tb.Fatal(err)
	}
	return Records(m.state.Seq, e, events...)
}

// moments are a crowd's, in the order of the workshop.
func moments(tb testing.TB, people, notes int) []moment {
	tb.Helper()
	s := NewStage()
	play := func(lines ...Line) State {
		if err := s.Play(lines...); err != nil {
			tb.Fatal(err)
		}
		return s.State
	}
	writing := play(Crowd(people), Reach(StepVision, PhaseDiverge), func(s *Stage) error {
		for i := range notes {
			if err := s.Play(Write(Member(i%people), PromptVision, Idea(i))); err != nil {
				return err
			}
		}
		return nil
	})
	by := Member(people / 2)
	own := NoteID(people/2 + 1)
	s = NewStage()
	wall := play(Piled(people, notes))
	voting := play(By(Fay, OpenVote{Among: []string{"c1", "c2", "c3"}}), func(s *Stage) error {
		for i := range people - 1 {
			if err := s.Play(Cast(Member((i+people/2+1)%people), "c2")); err != nil {
				return err
			}
		}
		return nil
	})
	ballot := CastBallot{Vote: voting.Vote.ID, Ballot: Marked(voting.Vote, "c2")}
	aligning := play(By(by, ballot), Counted(), Reach(StepVision, PhaseAlign), func(s *Stage) error {
		for i := range people - 1 {
			if err := s.Play(By(Member((i+people/2+1)%people), ShowHand{Level: 4})); err != nil {
				return err
			}
		}
		return nil
	})
	return []moment{
		{"write", writing, by, WriteNote{Prompt: PromptVision, Text: "One more idea"}},
		{"reword", writing, by, RewordNote{Note: own, Text: "Another idea"}},
		{"done", writing, by, DeclareDone{Done: true}},
		{"reveal", writing, Fay, Advance{From: writing.At, Despite: true}},
		{"move", wall, by, MoveNotes{Notes: []NoteID{NoteID(notes)}, Cluster: 2}},
		{"form", wall, by, FormCluster{Notes: []NoteID{NoteID(notes), NoteID(notes - 1)}}},
		{"cast", voting, by, ballot},
		{"hand", aligning, by, ShowHand{Level: 4}},
	}
}

func eachMoment(b *testing.B, bench func(*testing.B, moment)) {
	for _, c := range crowds {
		b.Run(fmt.Sprintf("%d people, %d notes", c.people, c.notes), func(b *testing.B) {
			for _, m := range moments(b, c.people, c.notes) {
				b.Run(m.name, func(b *testing.B) {
					b.ReportAllocs()
					bench(b, m)
				})
			}
		})
	}
}

func BenchmarkDecide(b *testing.B) {
	eachMoment(b, func(b *testing.B, m moment) {
		e := Envelope{By: m.by, At: Morning(), Command: m.send}
		for b.Loop() {
			if _, err := Decide(m.state, e); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkEvolve(b *testing.B) {
	eachMoment(b, func(b *testing.B, m moment) {
		records := m.records(b)
		for b.Loop() {
			Replay(m.state, records...)
		}
	})
}

// BenchmarkShare is what the first look at a workshop costs.
func BenchmarkShare(b *testing.B) {
	eachMoment(b, func(b *testing.B, m moment) {
		for b.Loop() {
			Share(m.state)
		}
	})
}

// BenchmarkShareAfter is what the first look after a command costs.
func BenchmarkShareAfter(b *testing.B) {
	eachMoment(b, func(b *testing.B, m moment) {
		shared, next := Share(m.state), Replay(m.state, m.records(b)...)
		for b.Loop() {
			ShareAfter(shared, m.state, next)
		}
	})
}

// BenchmarkViewFor is what a person's look costs when somebody else has looked at the same state before.
func BenchmarkViewFor(b *testing.B) {
	eachMoment(b, func(b *testing.B, m moment) {
		shared := Share(m.state)
		for b.Loop() {
			ViewFor(shared, m.state, m.by)
		}
	})
}

// BenchmarkRecall is what folding a whole log costs when its workshop is opened.
func BenchmarkRecall(b *testing.B) {
	s := NewStage()
	if err := s.Play(Piled(MaxPeople-1, 5000), Busy(100_000)); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Salvage(s.State.ID, s.Records...); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N)*float64(len(s.Records))/b.Elapsed().Seconds(), "records/s")
}

// BenchmarkRecord is what a record costs on its way to the disk, and back.
func BenchmarkRecord(b *testing.B) {
	s := NewStage()
	if err := s.Play(Piled(12, 60), Busy(1000)); err != nil {
		b.Fatal(err)
	}
	var written [][]byte
	b.Run("write", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			written = nil
			for _, r := range s.Records {
				raw, err := json.Marshal(r)
				if err != nil {
					b.Fatal(err)
				}
				written = append(written, raw)
			}
		}
	})
	b.Run("read", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			for _, raw := range written {
				var r Record
				if err := r.UnmarshalJSON(raw); err != nil {
					b.Fatal(err)
				}
			}
		}
	})
}
