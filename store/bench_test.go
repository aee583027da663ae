package store

import (
	"fmt"
	"testing"

	"convene/workshop"
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
