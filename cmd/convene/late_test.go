package main

import (
	"path/filepath"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"convene/store"
	"convene/workshop"
	"convene/workshop/room"
)

// evening is a workshop that is held on a clock of its own, with its log in a real file. It can be ended and opened
// again at any moment.
type evening struct {
	t    *testing.T
	path string
	file *store.Store
	*room.Room
	fay, ada *room.Seat
	repairs  int
}

// heldBy opens a workshop in which Ada takes part. The test runs in a bubble, whose clock stands until everyone sleeps.
func heldBy(t *testing.T, opening workshop.OpenWorkshop) *evening {
	t.Helper()
	e := &evening{t: t, path: filepath.Join(t.TempDir(), "convene.db")}
	e.open()
	opening.ID, opening.Topic, opening.Facilitator = "brave-otter", "Craft", "Fay"
	r, err := room.Create(t.Context(), e.file, "fay", opening, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	e.sit(r)
	e.do(e.ada, workshop.Join{Name: "Ada"})
	return e
}

func (e *evening) open() {
	e.t.Helper()
	file, err := store.Open(e.path)
	if err != nil {
		e.t.Fatal(err)
	}
	e.file = file
}

func (e *evening) sit(r *room.Room) {
	e.Room, e.fay, e.ada = r, r.Seat("fay"), r.Seat("ada")
}

// end ends the program.
func (e *evening) end() {
	e.t.Helper()
	e.Close()
	if err := e.file.Close(); err != nil {
		e.t.Fatal(err)
	}
}

// restart ends the program, and opens the workshop again from its file after so long.
func (e *evening) restart(after time.Duration) {
	e.t.Helper()
	e.end()
	time.Sleep(after)
	e.open()
	r, err := room.Open(e.t.Context(), e.file, "brave-otter", time.Now)
	if err != nil {
		e.t.Fatal(err)
	}
	e.sit(r)
}

func (e *evening) do(s *room.Seat, c workshop.Command) {
	e.t.Helper()
	if err := s.Do(e.t.Context(), c); err != nil {
		e.t.Fatalf("%T%+v at %s: %v", c, c, e.State().At, err)
	}
}

func (e *evening) timing() workshop.Timing { return e.State().Timing() }

// phase lets the present phase take all of its time box, and so much more, for which it makes up in these ways, and goes on.
func (e *evening) phase(over time.Duration, ways ...workshop.Repair) {
	e.t.Helper()
	time.Sleep(time.Duration(e.timing().Clock.Remaining(time.Now())) + over)
	if over > 0 {
		e.repaired(ways)
	}
	if e.State().At == (workshop.Position{Step: workshop.StepLeader, Phase: workshop.PhaseConverge}) {
		e.do(e.fay, workshop.RecordNoLeader{Reason: "Nobody has the time yet"})
	}
	e.do(e.fay, workshop.Advance{From: e.State().At, Despite: true})
}

// repaired makes up for being late with the first of these ways that there is, as often as it takes.
func (e *evening) repaired(ways []workshop.Repair) {
	e.t.Helper()
	for !e.timing().Started.IsZero() {
		t := e.timing()
		behind := t.Behind(time.Now())
		if behind.Minutes() < 1 {
			return // less than half a minute is nothing that anyone repairs
		}
		offers := t.Offers(behind)
		i := slices.IndexFunc(ways, func(r workshop.Repair) bool {
			return slices.ContainsFunc(offers, func(o workshop.Offer) bool { return o.Repair == r })
		})
		if i < 0 {
			e.t.Errorf("at %s, %s behind: none of %v is on offer", t.At, behind, ways)
			return
		}
		e.do(e.fay, workshop.RepairAgenda{Repair: ways[i]})
		e.repairs++
		if now := e.timing().Behind(time.Now()); now >= behind {
			e.t.Fatalf("%s: from %s to %s behind", ways[i], behind, now)
		}
	}
}

// A workshop that runs late at every step ends within what was promised, whichever way it is repaired; no block falls
// below its floor, and the time for writing alone is never cut.
func TestAWorkshopThatIsLateAtEveryStepEndsInItsBox(t *testing.T) {
	for _, c := range []struct {
		name    string
		opening workshop.OpenWorkshop
		ways    []workshop.Repair
		percent int  // of its time box that every convergence takes longer
		later   bool // the promise itself moves
	}{
		{"shortened", workshop.OpenWorkshop{}, []workshop.Repair{workshop.Shorten}, 30, false},
		{"shortened a short one", workshop.OpenWorkshop{Minutes: 90}, []workshop.Repair{workshop.Shorten}, 25, false},
		{"without step 5", workshop.OpenWorkshop{}, []workshop.Repair{workshop.SkipForces, workshop.Shorten}, 45, false},
		{"from the reserve", workshop.OpenWorkshop{Minutes: 140, Reserve: 20}, []workshop.Repair{workshop.SpendReserve}, 35, false},
		{"ended later", workshop.OpenWorkshop{}, []workshop.Repair{workshop.EndLater}, 90, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				e := heldBy(t, c.opening)
				defer e.end()
				e.phase(3 * time.Minute) // people gather as long as it takes
				promised, plan := e.timing().Promised(time.Now()), e.State().Plan
				for e.State().At.Phase != workshop.PhaseCanvas {
					over := time.Duration(0)
					if e.State().At.Phase == workshop.PhaseConverge { // in every step
						over = time.Duration(e.State().Clock.Box) * time.Duration(c.percent) / 100
					}
					e.phase(over, c.ways...)
					checkFloors(t, plan, e.State().Agenda)
				}
				time.Sleep(time.Duration(e.timing().Clock.Remaining(time.Now())))
				e.do(e.fay, workshop.CloseWorkshop{})
				end, s := time.Now(), e.State()
				if c.later {
					promised = s.Timing().Promised(end)
				}
				if end.After(promised) {
					t.Errorf("it ended at %s, %s after what was promised", end, end.Sub(promised))
				}
				if e.repairs < 2 {
					t.Errorf("%d repairs: it was not late", e.repairs)
				}
				l := s.Timing().Ledger(end)
				if took := workshop.Span(end.Sub(s.Opened)); l.Actual != took {
					t.Errorf("%s have passed, the ledger has %s", took, l.Actual)
				}
			})
		})
	}
}

// checkFloors checks that nothing but the reserve and step 5 has gone, and that every block keeps what it needs.
func checkFloors(t *testing.T, plan, now workshop.Agenda) {
	t.Helper()
	for _, was := range plan {
		i := slices.IndexFunc(now, func(b workshop.Block) bool { return b.Step == was.Step })
		if i < 0 {
			if was.Step != workshop.StepForces && was.Step != workshop.StepReserve {
				t.Errorf("%s has gone", was.Step)
			}
			continue
		}
		if now[i].Solo != was.Solo {
			t.Errorf("%s has %s for writing alone, want %s", was.Step, now[i].Solo, was.Solo)
		}
		if was.Step == workshop.StepReserve {
			continue
		}
		if _, err := now.With(was.Step, now[i].Box.Minutes()); err != nil {
			t.Errorf("%s has %s: %v", was.Step, now[i].Box, err)
		}
	}
}

// A clock that stands, restarts with the time box running, an announced break, and a night of which nobody said that it would
// be one: each is accounted for to the nanosecond, and none but the work makes the group late.
func TestPausesRestartsAndANightAreAccountedFor(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		e := heldBy(t, workshop.OpenWorkshop{})
		defer func() { e.end() }()
		begun := func() workshop.Span { return e.timing().Ledger(time.Now()).Actual }
		e.phase(0) // the welcome's five minutes
		expect := func(what string, behind, breaks, work time.Duration) {
			t.Helper()
			now := time.Now()
			l := e.timing().Ledger(now)
			if got := e.timing().Behind(now); got != workshop.Span(behind) {
				t.Errorf("%s: behind by %s, want %s", what, got, behind)
			}
			if l.Breaks != workshop.Span(breaks) || begun() != workshop.Span(work) {
				t.Errorf("%s: %s of breaks and %s of work, want %s and %s", what, l.Breaks, l.Actual, breaks, work)
			}
		}
		expect("begun", 0, 0, 5*time.Minute)

		e.do(e.fay, workshop.PauseClock{}) // it is talked about something else, and that is time too
		time.Sleep(90 * time.Second)
		e.do(e.fay, workshop.StartClock{})
		expect("a pause", 90*time.Second, 0, 6*time.Minute+30*time.Second)

		time.Sleep(30 * time.Second)
		left := e.timing().Clock.Remaining(time.Now())
		e.restart(20 * time.Second) // the power was cut, and the deadline did not wait
		if got := e.timing().Clock.Remaining(time.Now()); got != left-workshop.Span(20*time.Second) {
			t.Errorf("after a restart %s are left, want 20s less than %s", got, left)
		}
		expect("a restart", 90*time.Second, 0, 7*time.Minute+20*time.Second)

		e.do(e.fay, workshop.StartBreak{Minutes: 15})
		time.Sleep(10 * time.Minute)
		e.restart(12 * time.Minute) // nobody hurries
		expect("in a break", 90*time.Second, 22*time.Minute, 7*time.Minute+20*time.Second)
		e.do(e.fay, workshop.EndBreak{})
		expect("after a break", 90*time.Second, 22*time.Minute, 7*time.Minute+20*time.Second)

		left = e.timing().Clock.Remaining(time.Now())
		since := time.Now()
		e.restart(22 * time.Hour) // everyone went home without a word
		expect("a night", 90*time.Second+22*time.Hour-time.Duration(left), 22*time.Minute, 7*time.Minute+20*time.Second+22*time.Hour)
		e.do(e.ada, workshop.AskMinute{}) // is here first
		time.Sleep(time.Minute)
		e.do(e.fay, workshop.AnswerLull{From: since, Break: true})
		if got := e.timing().Clock.Remaining(time.Now()); got != left-workshop.Minutes(1) {
			t.Errorf("after the night %s are left, want a minute less than %s", got, left)
		}
		e.restart(0)
		expect("a night that was a break", 90*time.Second+max(0, time.Minute-time.Duration(left)), 22*time.Hour+22*time.Minute, 8*time.Minute+20*time.Second)
	})
}
