package main

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"time"

	"convene/tui"
	"convene/workshop"
	"convene/workshop/rehearsal"
	"convene/workshop/room"
)

// speeds are how many times faster than real time a rehearsal can be made to go while it is on the screen.
func speeds() []float64 { return []float64{1, 2, 5, 10, 20, 60, 120, 300, 600} }

// performance is a rehearsal that goes on: a company in a room, on a clock of its own, and a person who looks on and can take
// the lead. It implements tui.Rehearsal.
type performance struct {
	room    *room.Room
	clock   *clock
	company *rehearsal.Company

	ctx    context.Context // ends with the performance
	end    context.CancelFunc
	script context.Context // ends when the simulated facilitator is to give way
	yield  context.CancelFunc
	played chan struct{} // closed when the simulated facilitator leads no more
	over   chan struct{} // closed when nobody does anything any more

	mu     sync.Mutex
	led    bool  // by the person
	alone  bool  // who is the only one to do anything any more
	broken error // what the company ran into last
	failed error // all of that, for the end
}

// begin begins a rehearsal in a room that nobody else uses. It must be ended before the room is closed.
func begin(ctx context.Context, who *rehearsal.Company, r *room.Room, c *clock) *performance {
	p := &performance{room: r, clock: c, company: who, played: make(chan struct{}), over: make(chan struct{})}
	p.ctx, p.end = context.WithCancel(ctx)
	p.script, p.yield = context.WithCancel(p.ctx)
	go p.run()
	return p
}

// run plays the script to its end, or until the person takes over; from then on the company only takes part. A script that breaks
// leaves the lead to the person too.
func (p *performance) run() {
	defer close(p.over)
	// What is being carried out when the script ends is waited for: its context is that of the performance.
	err := p.company.Play(p.ctx, directed{stage{p.room}, p.script}, p.pacing(p.script), func(string) {})
	if err != nil {
		p.lead(err)
	}
	close(p.played)
	if err == nil {
		return
	}
	if err = p.company.Attend(p.ctx, stage{p.room}, p.pacing(p.ctx), unforeseen); err != nil && p.ctx.Err() == nil {
		p.mu.Lock()
		defer p.mu.Unlock()
		p.alone, p.broken = true, err
		if p.failed == nil || !strings.Contains(p.failed.Error(), err.Error()) { // a full disk ends both, and is told once
			p.failed = errors.Join(p.failed, err)
		}
	}
}

// directed is a stage on which the script leads until it ends.
type directed struct {
	stage
	script context.Context
}

// Facilitator is the seat from which the script leads.
func (d directed) Facilitator() rehearsal.Seat { return director{d.stage.Facilitator(), d.script} }

// director is the simulated facilitator's seat, from which nothing is begun any more once the script has ended.
type director struct {
	rehearsal.Seat
	script context.Context
}

// Do sends a command, unless somebody else leads now.
func (d director) Do(ctx context.Context, c workshop.Command) error {
	if err := d.script.Err(); err != nil {
		return err
	}
	return d.Seat.Do(ctx, c)
}

// lead gives the lead to the person, because they have taken it or because the script has broken.
func (p *performance) lead(ended error) {
	p.clock.free(1)
	p.mu.Lock()
	defer p.mu.Unlock()
	p.led = true
	if p.script.Err() == nil {
		p.failed = ended
		p.broken = cmp.Or(errors.Unwrap(ended), ended) // without where in the script that was
	}
}

func (p *performance) pacing(ctx context.Context) func(time.Duration) error {
	return func(d time.Duration) error { return p.clock.pass(ctx, d) }
}

// unforeseen is what ends a rehearsal that a person leads: not that somebody was too late, but that nothing can be saved.
func unforeseen(refused error) error {
	if errors.Is(refused, room.ErrNotSaved) || errors.Is(refused, room.ErrClosed) || errors.Is(refused, context.Canceled) {
		return refused
	}
	return nil
}

// End ends what everybody does, and returns when nobody does anything any more, with what went wrong meanwhile. The room stays.
func (p *performance) End() error {
	p.end()
	<-p.over
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.failed
}

// Seat is the facilitator's, whose commands take the lead.
func (p *performance) Seat() tui.Seat { return leadSeat{seat{Seat: p.room.Seat(host)}, p} }

// Now is the time in the rehearsal.
func (p *performance) Now() time.Time { return p.clock.now() }

// Pace is how fast it goes, who leads, and what has broken.
func (p *performance) Pace() tui.Pace {
	speed, paused := p.clock.pace()
	p.mu.Lock()
	defer p.mu.Unlock()
	return tui.Pace{Speed: speed, Paused: paused, Led: p.led, Alone: p.alone, Broken: p.broken}
}

// Pause stops everybody and the clock, or lets them go on.
func (p *performance) Pause() { p.clock.pause() }

// Quicken goes to the next higher speed, or with a negative number to the next lower one. Beyond the highest and the lowest, to
// which a rehearsal can be set when it begins, there is none.
func (p *performance) Quicken(by int) {
	speed, _ := p.clock.pace()
	all := speeds()
	i, exact := slices.BinarySearch(all, speed)
	if by < 0 {
		i--
	} else if exact {
		i++
	}
	if i >= 0 && i < len(all) {
		p.clock.quicken(all[i])
	}
}

// TakeOver ends what the simulated facilitator does, and returns when nothing more comes from there, and what came last is
// carried out.
func (p *performance) TakeOver() {
	p.yield()
	<-p.played
}

// leadSeat is the facilitator's seat in a rehearsal, or a booth's beside it. Whoever does anything from it has taken over first.
type leadSeat struct {
	seat
	of *performance
}

// Do takes the lead and sends a command.
func (s leadSeat) Do(ctx context.Context, c workshop.Command) error {
	s.of.TakeOver()
	return s.seat.Do(ctx, c)
}

// Draft takes the lead and shows what the person writes: the script may have the pen.
func (s leadSeat) Draft(sentence string) error {
	s.of.TakeOver()
	return s.seat.Draft(sentence)
}

// Booth is a seat at the same keyboard, which takes the lead in the same way: it is the person who sends people there.
func (s leadSeat) Booth(p workshop.PersonID) tui.Seat {
	return leadSeat{seat{Seat: s.Seat.Booth(p)}, s.of}
}

// Point takes the lead when something is carried: what is in a hand, no script can move.
func (s leadSeat) Point(on workshop.Spot, holds bool) error {
	if holds {
		s.of.TakeOver()
	}
	return s.seat.Point(on, holds)
}
