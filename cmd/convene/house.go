package main

import (
	"context"
	"errors"
	"log/slog"
	"maps"
	"slices"
	"sync"
	"time"

	"convene/store"
	"convene/tui"
	"convene/workshop"
	"convene/workshop/format"
	"convene/workshop/room"
)

// maxRooms is how many workshops are held at once. One that nobody is in makes place for another.
const maxRooms = 100

// maxWalls is how many walls one workshop has at once. They need no seat, and nobody sees that they are there.
const maxWalls = 10

// errWalls is returned when maxWalls are shown.
var errWalls = errors.New("10 walls are shown already; close one of them first")

// errFullHouse is returned when maxRooms workshops are being held and somebody is in each of them.
var errFullHouse = errors.New("100 workshops are being held here; come back when one has ended")

// house is a file of workshops, and a live room for each that somebody has come into. A room stays when everybody has
// left, so that what people typed and did not send is there when they come back. It is safe for concurrent use.
type house struct {
	store  *store.Store
	badge  badge
	log    *slog.Logger
	invite func(workshop.ID) tui.Invite // how others come in; nil when the door is closed
	begins format.Format                // what new workshops begin with; its language is that of the lobby and of the door
	cards  []workshop.HealthCard        // of one's own, for all health checks
	// single lets visitors with no code into the workshop that is being held, when there is one only: so it is on a laptop.
	single bool

	mu     sync.Mutex
	held   map[workshop.ID]*held
	closed bool
}

// held is a workshop that is being held.
type held struct {
	before func() *workshop.Community // gives what became of its community before, as in seat
	open   func() (*room.Room, error) // opens the room the first time; others wait for that
	drafts *tui.Drafts
	seats  int       // how many are in it or on their way; guarded by the house's mu, as the rest
	walls  int       // how many of them only look
	left   time.Time // when the last one left
	guests int       // how many are not at this keyboard
}

// openHouse makes a house of a file. It must be closed before the file is.
func openHouse(ctx context.Context, s *store.Store, log *slog.Logger) (*house, error) {
	secret, err := s.Secret(ctx)
	if err != nil {
		return nil, err
	}
	return &house{store: s, badge: badge(secret), log: log, held: make(map[workshop.ID]*held)}, nil
}

// close ends all rooms, and opens none any more. What is being saved is saved.
func (h *house) close() {
	h.mu.Lock()
	h.closed = true
	h.mu.Unlock()
	for _, in := range h.all() {
		if r, err := in.open(); err == nil {
			r.Close()
		}
	}
}

// all are the workshops that are being held.
func (h *house) all() []*held {
	h.mu.Lock()
	defer h.mu.Unlock()
	return slices.Collect(maps.Values(h.held))
}

// enter takes a place in a workshop's room, and opens the room if nobody is in it. Nobody's place is that of a wall.
func (h *house) enter(ctx context.Context, id workshop.ID, who workshop.PersonID, t terms) (tui.Visit, error) {
	in, at, err := h.hold(ctx, id)
	if err != nil {
		return tui.Visit{}, err
	}
	if err := h.count(in, who); err != nil {
		h.release(in)
		return tui.Visit{}, err
	}
	leave := sync.OnceFunc(func() {
		h.uncount(in, who)
		h.release(in)
	})
	visit := tui.Visit{Seat: seat{at.Seat(who), t, leave, in.before}, Drafts: in.drafts}
	if h.invite != nil {
		visit.Invite = h.invite(id)
	}
	return visit, nil
}

// count takes account of somebody who comes in, or refuses a wall too many.
func (h *house) count(in *held, who workshop.PersonID) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	if who == "" && in.walls >= maxWalls {
		return errWalls
	}
	in.add(who, 1)
	return nil
}

func (h *house) uncount(in *held, who workshop.PersonID) {
	h.mu.Lock()
	defer h.mu.Unlock()
	in.add(who, -1)
}

// add counts a terminal: as a wall when it is nobody's, and as a guest's unless it is the one here.
func (in *held) add(who workshop.PersonID, n int) {
	if who == "" {
		in.walls += n
	}
	if who != host {
		in.guests += n
	}
}

// hold keeps a workshop's room open until release is called as often. Files are read, and rooms closed, without mu, so
// that nobody waits for a long log but those who want that workshop.
func (h *house) hold(ctx context.Context, id workshop.ID) (*held, *room.Room, error) {
	in, emptied, err := h.claim(ctx, id)
	if emptied != nil {
		if r, err := emptied.open(); err == nil {
			r.Close()
		}
	}
	if err != nil {
		return nil, nil, err
	}
	r, err := in.open()
	if err != nil {
		h.mu.Lock()
		defer h.mu.Unlock()
		if h.held[id] == in {
			delete(h.held, id) // so that the next one tries again
		}
		return nil, nil, err
	}
	return in, r, nil
}

// claim finds, or makes, the place of a workshop among those that are held, and the one that had to make place for it.
func (h *house) claim(ctx context.Context, id workshop.ID) (in, emptied *held, err error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.closed {
		return nil, nil, room.ErrClosed
	}
	in, ok := h.held[id]
	if !ok {
		if len(h.held) >= maxRooms {
			if emptied = h.makePlace(); emptied == nil {
				return nil, nil, errFullHouse
			}
		}
		loading := context.WithoutCancel(ctx) // whoever came first may leave, and others wait
		in = &held{drafts: tui.NewDrafts(), open: sync.OnceValues(func() (*room.Room, error) {
			return h.openRoom(loading, id)
		})}
		in.before = sync.OnceValue(func() *workshop.Community {
			r, err := in.open()
			if err != nil {
				return nil
			}
			return earlier(loading, h.store, r.State().From)
		})
		h.held[id] = in
	}
	in.seats++
	return in, emptied, nil
}

// openRoom opens the room of a workshop. Who looks after the house is told of one that can only be looked at.
func (h *house) openRoom(ctx context.Context, id workshop.ID) (*room.Room, error) {
	r, err := room.Open(ctx, journal{h.store, h.log}, id, time.Now)
	if err == nil && r.Unreadable() != nil {
		h.log.Error("a workshop is damaged, and takes nothing new; convene restore puts a backup in the place of the file",
			"error", r.Unreadable())
	}
	return r, err
}

// release undoes one hold.
func (h *house) release(in *held) {
	h.mu.Lock()
	defer h.mu.Unlock()
	in.seats--
	in.left = time.Now()
}

// guests counts the terminals in workshops that are not at this keyboard.
func (h *house) guests() int {
	h.mu.Lock()
	defer h.mu.Unlock()
	n := 0
	for _, in := range h.held {
		n += in.guests
	}
	return n
}

// makePlace gives up the room that has been empty for longest, and returns it to be closed; nil when somebody is in each.
// The caller holds mu.
func (h *house) makePlace() *held {
	oldest := workshop.ID("")
	for id, in := range h.held {
		if in.seats == 0 && (oldest == "" || in.left.Before(h.held[oldest].left)) {
			oldest = id
		}
	}
	emptied := h.held[oldest]
	delete(h.held, oldest)
	return emptied
}

// drafts are those of the workshop's room; nil when it is not being held.
func (h *house) drafts(id workshop.ID) *tui.Drafts {
	h.mu.Lock()
	defer h.mu.Unlock()
	if in, ok := h.held[id]; ok {
		return in.drafts
	}
	return nil
}

// state is a workshop as it is now. Its room stays open for a while: whoever asks about a workshop may ask again.
func (h *house) state(ctx context.Context, id workshop.ID) (workshop.State, error) {
	in, r, err := h.hold(ctx, id)
	if err != nil {
		return workshop.State{}, err
	}
	defer h.release(in)
	return r.State(), nil
}

// welcome gives somebody whom the house knows as a facilitator their seat, if they have none yet, and if the workshop has any to
// give. A name that is taken gets a number.
func (h *house) welcome(ctx context.Context, id workshop.ID, who workshop.PersonID, name string) error {
	in, r, err := h.hold(ctx, id)
	if err != nil {
		return err
	}
	defer h.release(in)
	s := r.State()
	if _, known := s.Person(who); known || r.Unreadable() != nil {
		return nil
	}
	tries := []string{name, name + " 2", name + " 3", workshop.Unnamed, workshop.Unnamed + " 2", workshop.Unnamed + " 3"}
	for _, try := range tries {
		if err = r.Welcome(ctx, who, try); !errors.Is(err, workshop.ErrNameTaken) {
			return err
		}
	}
	return err
}

// find is the workshop of a code, or errNoSuchCode. On a laptop that holds a single workshop, whatever was typed leads there,
// unless its door is locked.
func (h *house) find(ctx context.Context, id workshop.ID) (workshop.State, error) {
	switch has, err := h.store.Has(ctx, id); {
	case err != nil:
		return workshop.State{}, err
	case has:
		return h.state(ctx, id)
	case !h.single:
		return workshop.State{}, errNoSuchCode
	}
	var open []workshop.State
	for _, in := range h.all() {
		if r, err := in.open(); err == nil && !r.State().Closed() {
			open = append(open, r.State())
		}
	}
	if len(open) != 1 || open[0].Door.Locked {
		return workshop.State{}, errNoSuchCode
	}
	return open[0], nil
}
