package room_test

import (
	"context"
	"slices"
	"sync"

	"convene/workshop"
	"convene/workshop/ballot"
	"convene/workshop/room"
)

// gate is a log whose appends a test can hold back, count, and let go wrong.
type gate struct {
	room.Log

	mu       sync.Mutex
	held     chan struct{} // appends wait until it is closed; nil lets them through
	sizes    []int         // how many records each append brought, held ones included
	outcomes []outcome     // of the next appends, in order; those after them succeed
	loads    []error       // of the next loads
	boxes    []error       // of the next looks into the box
	lost     int           // ballots that the box has lost

	meanwhile func() // happens just before the next look into the box
}

// outcome is how an append goes wrong; the zero outcome doesn't.
type outcome struct {
	err     error
	written bool // it reports the error although the records are in the log
}

// hold keeps appends waiting until release is called.
func (g *gate) hold() (release func()) {
	g.mu.Lock()
	defer g.mu.Unlock()
	held := make(chan struct{})
	g.held = held
	return func() {
		g.mu.Lock()
		defer g.mu.Unlock()
		g.held = nil
		close(held)
	}
}

// next says how the next appends end.
func (g *gate) next(outcomes ...outcome) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.outcomes = outcomes
}

// appends forgets what was appended so far and returns how many records each append brought.
func (g *gate) appends() []int {
	g.mu.Lock()
	defer g.mu.Unlock()
	sizes := g.sizes
	g.sizes = nil
	return sizes
}

func (g *gate) Append(ctx context.Context, id workshop.ID, after workshop.Seq, records ...workshop.Record) error {
	g.mu.Lock()
	g.sizes = append(g.sizes, len(records))
	var o outcome
	if len(g.outcomes) > 0 {
		o, g.outcomes = g.outcomes[0], g.outcomes[1:]
	}
	held := g.held
	g.mu.Unlock()
	if held != nil {
		<-held
	}
	if o.err != nil && !o.written {
		return o.err
	}
	if err := g.Log.Append(ctx, id, after, records...); err != nil {
		return err
	}
	return o.err
}

func (g *gate) Load(ctx context.Context, id workshop.ID, after workshop.Seq) ([]workshop.Record, error) {
	if err := g.take(&g.loads); err != nil {
		return nil, err
	}
	return g.Log.Load(ctx, id, after)
}

func (g *gate) Box(ctx context.Context, id workshop.ID) ([]ballot.Ballot, error) {
	if err := g.take(&g.boxes); err != nil {
		return nil, err
	}
	if happens := g.meanwhile; happens != nil {
		g.meanwhile = nil
		happens()
	}
	ballots, err := g.Log.Box(ctx, id)
	return slices.Clone(ballots[min(g.lost, len(ballots)):]), err
}

// take removes the first of the errors that are still to come.
func (g *gate) take(errs *[]error) error {
	g.mu.Lock()
	defer g.mu.Unlock()
	if len(*errs) == 0 {
		return nil
	}
	err := (*errs)[0]
	*errs = (*errs)[1:]
	return err
}
