package store

import (
	"fmt"
	"sync"
	"testing"
	"time"

	"convene/workshop"
	"convene/workshop/room"
	"convene/workshop/workshoptest"
)

// notes is n events of the commonest kind, with a text of common length.
func notes(n int) []workshop.Event {
	out := make([]workshop.Event, n)
	for i := range out {
		out[i] = workshop.NoteWritten{
			Note: workshop.NoteID(i + 1), Prompt: workshop.PromptVision,
			Text: "Everybody who starts here finds somebody to ask within a day",
		}
	}
	return out
}

func BenchmarkAppend(b *testing.B) {
	for _, n := range []int{1, 100} {
		b.Run(fmt.Sprintf("records=%d", n), func(b *testing.B) {
			s := opened(b, newPath(b))
			events := notes(n)
			var end workshop.Seq
			for b.Loop() {
				end = appendTo(b, s, "brave-otter", end, events...)
			}
			perSecond(b, n)
		})
	}
}

// The cost of wiping grows with the file, so it is measured behind logs of different lengths.
func BenchmarkAppendBallot(b *testing.B) {
	for _, n := range []int{0, 100_000} {
		b.Run(fmt.Sprintf("behind=%d", n), func(b *testing.B) {
			s := opened(b, newPath(b))
			appendTo(b, s, "quiet-heron", 0, notes(n)...)
			var end workshop.Seq
			for b.Loop() {
				end = appendTo(b, s, "brave-otter", end, cast("linden"))
				if end%50 == 49 { // a large workshop has voted
					end = appendTo(b, s, "brave-otter", end, workshop.VoteAbandoned{Vote: 1})
				}
			}
			perSecond(b, 1)
		})
	}
}

func BenchmarkLoad(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		b.Run(fmt.Sprintf("records=%d", n), func(b *testing.B) {
			s := opened(b, newPath(b))
			appendTo(b, s, "brave-otter", 0, notes(n)...)
			for b.Loop() {
				if got := load(b, s, "brave-otter"); len(got) != n {
					b.Fatalf("%d records", len(got))
				}
			}
			perSecond(b, n)
		})
	}
}

func BenchmarkOpen(b *testing.B) {
	for _, n := range []int{1000, 100_000} {
		path := newPath(b)
		s := opened(b, path)
		appendTo(b, s, "brave-otter", 0, notes(n)...)
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
		for name, open := range map[string]func(string) (*Store, error){"to write": Open, "to read": OpenReadOnly} {
			b.Run(fmt.Sprintf("%s/records=%d", name, n), func(b *testing.B) {
				for b.Loop() {
					s, err := open(path)
					if err != nil {
						b.Fatal(err)
					}
					if err := s.Close(); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// BenchmarkOpenRoom is a workshop of 500 people, 5,000 notes and 100,000 records, from the file to the first look.
func BenchmarkOpenRoom(b *testing.B) {
	s := opened(b, newPath(b))
	stage := play(b, workshoptest.Piled(workshop.MaxPeople-1, 5000), workshoptest.Busy(100_000))
	if err := s.Append(b.Context(), stage.State.ID, 0, stage.Records...); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		r, err := room.Open(b.Context(), s, stage.State.ID, time.Now)
		if err != nil {
			b.Fatal(err)
		}
		r.Seat(workshoptest.Member(0)).View()
		r.Close()
	}
	perSecond(b, len(stage.Records))
}

// BenchmarkRoom is commands that are decided, made durable and published, from all of a crowd at once in one room: 500 people
// at a wall of 5,000 notes. Before its log is full they go on with a fresh one.
func BenchmarkRoom(b *testing.B) {
	const people, notes, atOnce = workshop.MaxPeople - 1, 5000, workshop.MaxRecords / 2
	stage := play(b, workshoptest.Piled(people, notes))
	for kind, command := range map[string]func(person, turn int) workshop.Command{
		"done": func(_, turn int) workshop.Command { return workshop.DeclareDone{Done: turn%2 == 0} },
		"move": func(person, turn int) workshop.Command {
			mine := []workshop.NoteID{workshop.NoteID(notes - person)}
			return workshop.MoveNotes{Notes: mine, Cluster: workshop.ClusterID(1 + turn%2)}
		},
	} {
		b.Run(kind, func(b *testing.B) {
			b.ReportAllocs()
			for left := b.N; left > 0; left -= atOnce {
				b.StopTimer()
				s := opened(b, newPath(b))
				if err := s.Append(b.Context(), stage.State.ID, 0, stage.Records...); err != nil {
					b.Fatal(err)
				}
				r, err := room.Open(b.Context(), s, stage.State.ID, time.Now)
				if err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
				var all sync.WaitGroup
				for i := range people {
					seat := r.Seat(workshoptest.Member(i))
					all.Go(func() {
						for n := i; n < min(left, atOnce); n += people {
							if err := seat.Do(b.Context(), command(i, n/people)); err != nil {
								b.Error(err)
							}
						}
					})
				}
				all.Wait()
				r.Close()
			}
			perSecond(b, 1)
		})
	}
}

// play puts a workshop on a stage.
func play(tb testing.TB, lines ...workshoptest.Line) *workshoptest.Stage {
	tb.Helper()
	s := workshoptest.NewStage()
	if err := s.Play(lines...); err != nil {
		tb.Fatal(err)
	}
	return s
}

// What an append of something else costs in a file of 8 MB, without a box and while one is in it.
func BenchmarkAppendNextToABox(b *testing.B) {
	for _, boxes := range []int{0, 1} {
		b.Run(fmt.Sprintf("boxes=%d", boxes), func(b *testing.B) {
			path := newPath(b)
			s := opened(b, path)
			appendTo(b, s, "quiet-heron", 0, notes(21_000)...)
			answers(b, s, 0, boxes)
			var end workshop.Seq
			for b.Loop() {
				end = appendTo(b, s, "calm-newt", end, notes(1)...)
			}
			b.ReportMetric(float64(len(contents(b, path)))/1e6, "MB")
		})
	}
}

// The cost of looking for what is to be wiped, which an append has while there is a box.
func BenchmarkScrub(b *testing.B) {
	for _, n := range []int{1000, 10_000, 100_000} {
		b.Run(fmt.Sprintf("records=%d", n), func(b *testing.B) {
			s := opened(b, newPath(b))
			appendTo(b, s, "brave-otter", 0, notes(n)...)
			for b.Loop() {
				if err := s.scrub(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func perSecond(b *testing.B, records int) {
	b.ReportMetric(float64(b.N)*float64(records)/b.Elapsed().Seconds(), "records/s")
}
