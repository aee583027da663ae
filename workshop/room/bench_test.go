package room_test

import (
	"context"
	"fmt"
	"runtime"
	"sync/atomic"
	"testing"
	"time"

	"convene/workshop"
	"convene/workshop/room"
	"convene/workshop/workshoptest"
)

// slowLog takes as long for an append as a disk does to make it durable. It doesn't sleep: a sleep that short is
// several times longer than asked for.
type slowLog struct{ room.Log }

func (l slowLog) Append(ctx context.Context, id workshop.ID, after workshop.Seq, rs ...workshop.Record) error {
	for start := time.Now(); time.Since(start) < 300*time.Microsecond; {
		runtime.Gosched()
	}
	return l.Log.Append(ctx, id, after, rs...)
}

// BenchmarkDo is one command, from being sent to being answered: rewording a note, so that the state stays as large
// as it is.
func BenchmarkDo(b *testing.B) {
	for _, disk := range []string{"memory", "disk of 0.3 ms"} {
		for _, writers := range []int{1, 100} {
			b.Run(fmt.Sprintf("%s/%d writers", disk, writers), func(b *testing.B) {
				g := crowd(b, writers, writers)
				if disk != "memory" {
					g.log.Log = slowLog{g.log.Log}
				}
				var next atomic.Int64
				b.ReportAllocs()
				b.SetParallelism(max(1, writers/runtime.GOMAXPROCS(0)))
				b.ResetTimer()
				start := time.Now()
				work := func(more func() bool) {
					i := int(next.Add(1)-1) % writers
					seat, note := g.Seat(person(i)), workshop.NoteID(i+1)
					for more() {
						if err := seat.Do(context.Background(), workshop.RewordNote{Note: note, Text: "an idea"}); err != nil {
							b.Error(err)
						}
					}
				}
				if writers == 1 {
					left := b.N
					work(func() bool { left--; return left >= 0 })
				} else {
					b.RunParallel(func(p *testing.PB) { work(p.Next) })
				}
				b.ReportMetric(float64(b.N)/time.Since(start).Seconds(), "commands/s")
				b.ReportMetric(float64(b.N)/float64(len(g.log.appends())), "commands/append")
			})
		}
	}
}

// BenchmarkView is what a look costs when the seat's person has looked at the same state before.
func BenchmarkView(b *testing.B) {
	bySize(b, func(b *testing.B, g *group) {
		seat := g.Seat(person(0))
		for b.Loop() {
			seat.View()
		}
	})
}

// BenchmarkChange is one command that is carried out, and everybody looking at what it has made of the workshop.
func BenchmarkChange(b *testing.B) {
	bySize(b, func(b *testing.B, g *group) {
		var seats []*room.Seat
		for _, p := range g.State().Participants() {
			seats = append(seats, g.Seat(p.ID))
		}
		notes := g.State().Notes.Len()
		for _, kind := range []string{"done", "move"} {
			b.Run(kind, func(b *testing.B) {
				b.ReportAllocs()
				for i := 0; b.Loop(); i++ {
					if kind == "done" {
						g.do(seats[0], workshop.DeclareDone{Done: !seats[0].View().People[1].Done})
					} else {
						g.do(seats[0], workshop.MoveNotes{Notes: []workshop.NoteID{workshop.NoteID(notes)}, Cluster: 1 + workshop.ClusterID(i%2)})
					}
					for _, s := range seats {
						s.View()
					}
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(seats)), "ns/person")
			})
		}
	})
}

func bySize(b *testing.B, bench func(*testing.B, *group)) {
	for _, size := range []struct{ people, notes int }{{12, 60}, {50, 500}, {499, 5000}} {
		b.Run(fmt.Sprintf("%d people, %d notes", size.people, size.notes), func(b *testing.B) {
			g := crowd(b, size.people, size.notes)
			g.goTo(wall)
			for first := 1; first+4 <= size.notes/2; first += 5 {
				notes := []workshop.NoteID{}
				for id := first; id < first+5; id++ {
					notes = append(notes, workshop.NoteID(id))
				}
				g.do(g.fac, workshop.FormCluster{Notes: notes, Title: "a title"})
			}
			b.ReportAllocs()
			bench(b, g)
		})
	}
}

// crowd is a group of people who have written notes in turn, so that note i is person i's as long as there is one
// each. Nobody else takes part.
func crowd(b *testing.B, people, notes int) *group {
	b.Helper()
	log := &gate{Log: workshoptest.NewLog()}
	opening := workshop.OpenWorkshop{ID: "brave-otter", Topic: "Measuring", Facilitator: "Fay"}
	r, err := room.Create(b.Context(), log, "fay", opening, time.Now)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(r.Close)
	g := &group{Room: r, t: b, log: log, fac: r.Seat("fay")}
	for i := range people {
		g.do(r.Seat(person(i)), workshop.Join{Name: string(person(i))})
	}
	g.goTo(diverge)
	for i := range notes {
		g.do(r.Seat(person(i%people)), vision("%s", workshoptest.Idea(i)))
	}
	log.appends()
	return g
}
