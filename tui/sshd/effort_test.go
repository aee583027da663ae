package sshd

import (
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/time/rate"
)

// heavy is a Screen that takes the server a while for each key, each size and each picture.
type heavy struct {
	slate
	key, size, picture time.Duration
	news               chan struct{}

	mu   sync.Mutex // the clock of a bubble orders nothing for the race detector
	done done
}

// done is what a heavy Screen has had to do.
type done struct {
	worked time.Duration
	keys   string
	sizes  int
}

func (h *heavy) Awaits() (news <-chan struct{}, due time.Time) { return h.news, time.Time{} }

func (h *heavy) Wake(bool) tea.Cmd {
	h.shown = "news"
	return nil
}

// so is what it has had to do so far.
func (h *heavy) so() done {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.done
}

func (h *heavy) work(d time.Duration, notes func(*done)) {
	time.Sleep(d)
	h.mu.Lock()
	defer h.mu.Unlock()
	h.done.worked += d
	notes(&h.done)
}

func (h *heavy) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		h.work(h.key, func(d *done) { d.keys += msg.Text })
	case tea.WindowSizeMsg:
		h.work(h.size, func(d *done) { d.sizes++ })
	}
	return h, nil
}

func (h *heavy) Lines() []string {
	h.work(h.picture, func(*done) {})
	return []string{h.shown, h.so().keys}
}

// desk is a terminal at which somebody sits: what they type goes through the input to the loop.
type desk struct {
	*typist
	screen *heavy
	studio *studio
}

// newDesk opens a terminal for a Screen in a bubble. Opening it costs nothing any more.
func newDesk(t *testing.T, screen *heavy, limit *rate.Limiter) *desk {
	t.Helper()
	d := &desk{screen: screen, studio: runOf(t, screen, &effort{limit: func() *rate.Limiter { return limit }})}
	d.typist = newTypistTo(t, d.studio.loop.send, func() *rate.Limiter { return limit })
	pause(time.Minute)
	screen.mu.Lock()
	defer screen.mu.Unlock()
	screen.done = done{}
	return d
}

// leans sends keys and sizes of the window for so long, far more than anybody needs.
func (d *desk) leans(t *testing.T, during time.Duration) {
	t.Helper()
	for end := time.Now().Add(during); time.Now().Before(end); {
		d.sends(t, digits(10))
		select {
		case d.resized <- struct{}{}:
		default:
		}
		pause(5 * time.Millisecond)
	}
}

// What costs much is done less often, and none of it takes the time of everyone else.
func TestNobodyGetsMoreThanTheirShareOfTheServer(t *testing.T) {
	for name, screen := range map[string]*heavy{
		"sizes":         {size: 3 * time.Millisecond},
		"keys":          {key: 2 * time.Millisecond},
		"pictures":      {picture: 4 * time.Millisecond},
		"all of it":     {key: time.Millisecond, size: time.Millisecond, picture: time.Millisecond},
		"what is cheap": {key: 50 * time.Microsecond, size: 50 * time.Microsecond, picture: 50 * time.Microsecond},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				d := newDesk(t, screen, newEventLimit())
				const during = time.Minute
				d.leans(t, during)
				share := eventBurst*eventTime + during/time.Second*eventRate*eventTime
				got := screen.so()
				if got.worked > share*11/10 {
					t.Errorf("in a minute it took %v, and its share is %v", got.worked, share)
				}
				if len(got.keys) < 100 || got.sizes < 100 {
					t.Errorf("%d keys and %d sizes came through", len(got.keys), got.sizes)
				}
			})
		})
	}
}

func TestTheTerminalsOfOnePersonShareWhatTheyGet(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		hers := newEventLimit()
		one, other := newDesk(t, &heavy{key: 2 * time.Millisecond}, hers), newDesk(t, &heavy{key: 2 * time.Millisecond}, hers)
		for range 600 {
			one.leans(t, 50*time.Millisecond)
			other.leans(t, 50*time.Millisecond)
		}
		worked, share := one.screen.so().worked+other.screen.so().worked, (eventBurst+60*eventRate)*eventTime
		if worked > share*11/10 {
			t.Errorf("in a minute two terminals took %v, and their share is %v", worked, share)
		}
	})
}

// A wall of 300 notes takes no longer than this for a key, for a window of another size, and for a picture.
func newCrowdedWall() *heavy {
	return &heavy{key: 200 * time.Microsecond, size: 50 * time.Microsecond, picture: 400 * time.Microsecond}
}

// Nobody waits who leans on a key, nor who draws at the corner of a window.
func TestHonestHandsAreNeverSlowed(t *testing.T) {
	for name, act := range map[string]func(t *testing.T, d *desk, n int){
		"a key that is held down": func(t *testing.T, d *desk, n int) {
			d.sends(t, "x")
			pause(frameTime)
			if got := len(d.screen.so().keys); got != n {
				t.Fatalf("%d keys were pressed, and %d heard", n, got)
			}
		},
		"a window that is pulled at": func(t *testing.T, d *desk, n int) {
			d.resized <- struct{}{}
			pause(frameTime)
			if got := d.screen.so().sizes; got < n-1 {
				t.Fatalf("%d sizes were told, and %d heard", n, got)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				d := newDesk(t, newCrowdedWall(), newEventLimit())
				const often = 30 * 60
				began := time.Now()
				for n := range often {
					act(t, d, n+1)
				}
				if took := time.Since(began); took > often*frameTime*21/20 {
					t.Errorf("what takes %v took %v", often*frameTime, took)
				}
			})
		})
	}
}

// What is pasted by mistake, and comes as keys, takes as long as it did without what it costs.
func TestAPasteThatComesAsKeysIsNotSlowed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t, newCrowdedWall(), newEventLimit())
		d.sends(t, digits(20<<10))
		pause(100 * time.Millisecond)
		if got := len(d.screen.so().keys); got < eventBurst {
			t.Errorf("%d keys came at once", got)
		}
		pause(eventQueue * time.Second / eventRate)
		if got, want := d.screen.so().keys, digits(eventBurst+eventQueue); !strings.HasPrefix(got, want) {
			t.Errorf("%d keys came through, want %d in their order at least", len(got), len(want))
		}
	})
}

// A disk that takes its time, or a processor that others are at, is nobody's fault.
func TestWhoWaitsForTheRoomIsNotChargedForIt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t, &heavy{key: 60 * time.Millisecond}, newEventLimit())
		for n := range 60 {
			d.sends(t, "x")
			pause(200 * time.Millisecond)
			if got := len(d.screen.so().keys); got != n+1 {
				t.Fatalf("%d keys were pressed, and %d heard", n+1, got)
			}
		}
	})
}

// Whoever has used up their share sees what others do as soon as everyone, and it costs them nothing.
func TestNewsComesToThoseWhoWait(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		screen := &heavy{key: 5 * time.Millisecond, picture: 5 * time.Millisecond, news: make(chan struct{})}
		limit := newEventLimit()
		s := runOf(t, screen, &effort{limit: func() *rate.Limiter { return limit }})
		for range 100 {
			s.msgs <- tea.KeyPressMsg{Code: 'x', Text: "x"}
		}
		pause(time.Second)
		owed := limit.Tokens()
		if owed > -100 {
			t.Fatalf("a hundred keys leave it with %v", owed)
		}
		screen.news <- struct{}{}
		pause(screen.picture)
		if got := s.out.writes; !strings.Contains(got[len(got)-1], "news") {
			t.Errorf("last was drawn %q", got[len(got)-1])
		}
		if limit.Tokens() < owed {
			t.Error("news was charged for")
		}
	})
}

// Nobody waits for somebody's share who has gone.
func TestWhoLeavesWaitsForNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t, &heavy{key: 5 * time.Millisecond}, newEventLimit())
		d.leans(t, 10*time.Second)
		began := time.Now()
		d.studio.stop()
		d.stop()
		if took := time.Since(began); took > 5*time.Millisecond {
			t.Errorf("the end took %v", took)
		}
	})
}
