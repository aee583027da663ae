package room

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"convene/workshop"
)

// ErrClosed is returned for a command to a room that has been closed.
var ErrClosed = errors.New("this room is closed; open the workshop again")

// ErrNotSaved is returned to everyone whose commands were in an append that failed. Nothing has changed, unless the
// log wrote and failed only to say so: then the views show what it wrote. It comes as a NotSavedError.
var ErrNotSaved = errors.New("that could not be saved, so nothing has changed; try again")

// NotSavedError is ErrNotSaved with the log's error. That is not in the sentence, which everybody's screen shows: it can say
// where the file is, and how the disk fails.
type NotSavedError struct{ Log error }

func (e *NotSavedError) Error() string { return ErrNotSaved.Error() }

func (e *NotSavedError) Unwrap() []error { return []error{ErrNotSaved, e.Log} }

// maxBatch bounds how many commands share one append, so that the first of them doesn't wait for ever.
const maxBatch = 256

// Room is one workshop that is being held.
type Room struct {
	id  workshop.ID
	log Log
	now func() time.Time

	spoiled spoiled

	queue   chan request
	closing chan struct{}
	closed  chan struct{}
	close   sync.Once
	newest  atomic.Pointer[moment]   // stored with mu held
	drawn   atomic.Pointer[snapshot] // last, and so what the next drawing is based on; nil before the first

	// mu guards what follows. Nobody waits for anything while they hold it.
	mu         sync.Mutex
	unreadable error // from which record on the log could not be read when the room looked last; see Unreadable
	seats      map[*Seat]struct{}
	pointers   map[workshop.PersonID]pointer // where people are on the board
	opened     map[workshop.NoteID]bool      // notes of the step on which somebody has rested; replaced, never changed
	resting    *time.Timer                   // until the next look whether people stay where they are; nil when nobody could
	lapsing    *time.Timer                   // until the first hold could lapse; nil when nobody carries anything
	drafts     map[workshop.Section]string   // sentences that are being written, or were when the pen was laid down
	unsaved    bool                          // the log took nothing of what it was given last
	stirred    bool                          // something is true of the people that newest doesn't say yet
	pause      *time.Timer                   // until it ends, what is stirred is gathered; nil when it is quiet
}

// spoiled is an open vote, and an open health check, whose box did not hold as much as its roll had names when the room was
// opened: the file was changed or damaged, or it is a backup, which leaves answers out. It can only be abandoned.
type spoiled struct {
	vote  workshop.VoteID
	check workshop.CheckID
}

// request is one command on its way, and where its sender waits.
type request struct {
	envelope workshop.Envelope
	answer   chan error // one slot: the room never waits for a sender
}

// Open loads a workshop and starts its room. The clock is asked once for each command. It returns workshop.ErrNotOpen when
// there is no such workshop. An open vote whose box doesn't match its roll doesn't keep the workshop shut: it is refused
// ballots and its count with workshop.ErrBox, so that it can only be abandoned; and so with a health check. A log that can't
// be read to its end is shown as far as it can, and every command refused with workshop.ErrUnreadable: see Room.Unreadable.
func Open(ctx context.Context, log Log, id workshop.ID, now func() time.Time) (*Room, error) {
	state, unreadable, err := recall(ctx, log, id)
	if err != nil {
		return nil, fmt.Errorf("open room %s: %w", id, err)
	}
	if !state.Open() {
		return nil, workshop.ErrNotOpen
	}
	if unreadable != nil {
		r := start(log, state, spoiled{}, now)
		r.unreadable = unreadable
		return r, nil
	}
	bad, err := misfits(ctx, log, state)
	if err != nil {
		return nil, fmt.Errorf("open room %s: %w", id, err)
	}
	if bad != (spoiled{}) {
		// Somebody else may have voted, or answered, since the log was read.
		more, err := log.Load(ctx, id, state.Seq)
		if err != nil {
			return nil, fmt.Errorf("open room %s: %w", id, err)
		}
		if len(more) > 0 {
			return Open(ctx, log, id, now)
		}
	}
	return start(log, state, bad, now), nil
}

// misfits finds what is open and doesn't match its box.
func misfits(ctx context.Context, log Log, s workshop.State) (bad spoiled, err error) {
	if s.Vote.ID != 0 {
		box, err := log.Box(ctx, s.ID)
		if err != nil {
			return bad, err
		}
		if len(box) != len(s.Vote.Roll) {
			bad.vote = s.Vote.ID
		}
	}
	if check, open := s.OpenCheck(); open {
		box, err := log.Sheets(ctx, s.ID)
		if err != nil {
			return bad, err
		}
		if len(box) != len(check.Roll) {
			bad.check = check.ID
		}
	}
	return bad, nil
}

// Create opens a new workshop in the log, with the sender as its facilitator, and returns its room. It returns
// workshop.ErrAlreadyOpen when the code is taken.
func Create(ctx context.Context, log Log, by workshop.PersonID, c workshop.OpenWorkshop, now func() time.Time) (*Room, error) {
	e := workshop.Envelope{By: by, At: now(), Command: c}
	events, err := workshop.Decide(workshop.State{}, e)
	if err != nil {
		return nil, err
	}
	records := workshop.Records(0, e, events...)
	err = log.Append(ctx, c.ID, 0, records...)
	if conflict := (*workshop.ConflictError)(nil); errors.As(err, &conflict) {
		return nil, workshop.ErrAlreadyOpen
	}
	if err != nil {
		return nil, fmt.Errorf("create workshop %s: %w", c.ID, err)
	}
	return start(log, workshop.Replay(workshop.State{}, records...), spoiled{}, now), nil
}

// start lets a room live from a state that is on disk.
func start(log Log, s workshop.State, bad spoiled, now func() time.Time) *Room {
	r := &Room{
		id: s.ID, log: log, now: now, spoiled: bad,
		queue:   make(chan request, maxBatch),
		closing: make(chan struct{}),
		closed:  make(chan struct{}),
		seats:   make(map[*Seat]struct{}), pointers: make(map[workshop.PersonID]pointer),
		drafts: make(map[workshop.Section]string),
	}
	r.newest.Store(&moment{snapshot: &snapshot{state: s}, live: &workshop.Live{}, memo: new(memo)})
	go r.run()
	return r
}

// ID is the workshop's code.
func (r *Room) ID() workshop.ID { return r.id }

// State is the newest state that is on disk. It holds everyone's private notes: it is for exports and checks inside
// the program, never for a screen.
func (r *Room) State() workshop.State { return r.newest.Load().state }

// Close stops the room. What is being saved is saved; what is still queued is refused with ErrClosed. It returns when
// the room's goroutine has ended, and may be called more than once.
func (r *Room) Close() {
	r.close.Do(func() { close(r.closing) })
	<-r.closed
	r.hush()
}

// Welcome gives a facilitator's seat to somebody whom the house knows as one, by a name that they go by. It is for the
// house alone: no seat can send this. It waits like Seat.Do.
func (r *Room) Welcome(ctx context.Context, person workshop.PersonID, name string) error {
	return r.do(ctx, workshop.Envelope{By: person, Command: workshop.JoinAsFacilitator{Name: name}})
}

// Closed is closed when the room has ended.
func (r *Room) Closed() <-chan struct{} { return r.closed }

func (r *Room) isClosing() bool {
	select {
	case <-r.closing:
		return true
	default:
		return false
	}
}

// run carries out what is queued until the room closes. Whoever is still queued then sees that the room has ended.
func (r *Room) run() {
	defer close(r.closed)
	for {
		if r.isClosing() { // first of all: a select that finds the queue ready too would choose by chance
			return
		}
		select {
		case first := <-r.queue:
			r.handle(r.gather(first))
		case <-r.closing:
			return
		}
	}
}

// gather takes what is queued behind the first request, without waiting.
func (r *Room) gather(first request) []request {
	batch := []request{first}
	for len(batch) < maxBatch {
		select {
		case next := <-r.queue:
			batch = append(batch, next)
		default:
			return batch
		}
	}
	return batch
}

// do queues a command and waits for its answer. When the context ends while it waits the command may still be carried
// out; when the context has ended before, it is not sent.
func (r *Room) do(ctx context.Context, e workshop.Envelope) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if r.Unreadable() != nil {
		return workshop.ErrUnreadable
	}
	q := request{envelope: e, answer: make(chan error, 1)}
	select {
	case r.queue <- q:
	case <-r.closing:
		return ErrClosed
	case <-ctx.Done():
		return ctx.Err()
	}
	select {
	case err := <-q.answer:
		return err
	case <-ctx.Done():
		return ctx.Err()
	case <-r.closed:
	}
	// The room may have answered just before it ended; if not, it has never seen the command.
	select {
	case err := <-q.answer:
		return err
	default:
		return ErrClosed
	}
}
