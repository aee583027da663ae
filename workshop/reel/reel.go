// Package reel plays a workshop's log again: the state after every record, and when each of them comes on the film.
//
// A [Reel] is made once of a log, and is immutable. Any of its moments is found without playing it from the beginning: every
// so many records it keeps a still, which costs little, since a state shares with the one before what did not change.
//
// # Film time
//
// The film is as long as the workshop took, except that a wait in which nothing happened is cut to [LongestWait]: nobody wants to
// watch a break, or a night. Times on the film count from the first record.
//
// # What it shows
//
// A State holds everybody's private notes. What may be seen of it is drawn as it was then, with workshop.Share and
// workshop.ViewFor, so that a film shows nothing that the room did not see at that moment.
package reel

import (
	"sort"
	"time"

	"convene/workshop"
)

// LongestWait is how long the film stays without anything happening.
const LongestWait = 2 * time.Minute

// spacing is how many records lie between two stills: few enough that nobody waits for the records after a still, and enough that
// the stills of a long workshop fit into memory.
const spacing = 32

// Scene is a phase of the workshop, where the group came to it. One that it came back to is another scene.
type Scene struct {
	From int // the record with which it begins, counted from 1
	At   workshop.Position
}

// Reel is a log that can be looked at from every record on.
type Reel struct {
	records []workshop.Record
	stills  []workshop.State // after 0, spacing, 2×spacing … records
	comes   []time.Duration  // when a record comes on the film
	scenes  []Scene
}

// New makes a reel of a workshop's whole log, which must be one that workshop.Recall accepts.
func New(records []workshop.Record) *Reel {
	r := &Reel{records: records, comes: make([]time.Duration, len(records))}
	var s workshop.State
	for i, record := range records {
		if i%spacing == 0 {
			r.stills = append(r.stills, s)
		}
		if i > 0 {
			r.comes[i] = r.comes[i-1] + min(LongestWait, max(0, record.At.Sub(records[i-1].At)))
		}
		if v, ok := record.Event.(workshop.PhaseEntered); ok {
			r.scenes = append(r.scenes, Scene{i + 1, v.Position})
		}
		s = workshop.Evolve(s, record)
	}
	return r
}

// Len is how many records there are.
func (r *Reel) Len() int { return len(r.records) }

// Record is the n-th record, counted from 1.
func (r *Reel) Record(n int) workshop.Record { return r.records[n-1] }

// State is the workshop after n records, from 0 to Len.
func (r *Reel) State(n int) workshop.State {
	if len(r.records) == 0 {
		return workshop.State{}
	}
	still := min(n/spacing, len(r.stills)-1)
	return workshop.Replay(r.stills[still], r.records[still*spacing:n]...)
}

// Comes is when the n-th record comes on the film, counted from 1.
func (r *Reel) Comes(n int) time.Duration { return r.comes[n-1] }

// Length is how long the film takes.
func (r *Reel) Length() time.Duration {
	if len(r.comes) == 0 {
		return 0
	}
	return r.comes[len(r.comes)-1]
}

// By is how many records have come by a time on the film.
func (r *Reel) By(at time.Duration) int {
	return sort.Search(len(r.comes), func(i int) bool { return r.comes[i] > at })
}

// Cut is how much of the wait before the n-th record is not on the film.
func (r *Reel) Cut(n int) time.Duration {
	if n < 2 {
		return 0
	}
	return max(0, r.records[n-1].At.Sub(r.records[n-2].At)-LongestWait)
}

// Clock is what the time was at a time on the film, when n records have come. It jumps where a wait is cut.
func (r *Reel) Clock(n int, at time.Duration) time.Time {
	if n == 0 {
		n = 1
	}
	return r.records[n-1].At.Add(max(0, at-r.comes[n-1]))
}

// Scenes are the phases in the order in which the group came to them.
func (r *Reel) Scenes() []Scene { return r.scenes }

// Scene is the number of the scene that is on after n records; -1 before the first.
func (r *Reel) Scene(n int) int {
	return sort.Search(len(r.scenes), func(i int) bool { return r.scenes[i].From > n }) - 1
}
