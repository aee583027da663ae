package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"convene/tui"
	"convene/workshop"
	"convene/workshop/rehearsal"
	"convene/workshop/room"
	"convene/workshop/workshoptest"
)

// performed is a rehearsal that goes on in the test's bubble, until the test ends it.
func performed(t *testing.T, speed float64) *performance {
	t.Helper()
	return performedOn(t, workshoptest.NewLog(), speed)
}

// performedOn is one that is written into that log.
func performedOn(t *testing.T, log room.Log, speed float64) *performance {
	t.Helper()
	c := newClock(rehearsalStart(), speed)
	opening := workshop.OpenWorkshop{ID: "brave-otter", Topic: "Software Craft", Facilitator: "Robin"}
	r, err := room.Create(t.Context(), log, host, opening, c.now)
	if err != nil {
		t.Fatal(err)
	}
	company, err := rehearsal.New(1, 6, workshop.English)
	if err != nil {
		t.Fatal(err)
	}
	return begin(t.Context(), company, r, c)
}

// ends ends it, with what it comes to.
func (p *performance) ends(t *testing.T) {
	t.Helper()
	if err := p.End(); err != nil {
		t.Error(err)
	}
	p.room.Close()
}

func TestARehearsalThatNobodyTakesOverComesToItsCanvas(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := performed(t, 60)
		time.Sleep(3 * time.Minute)
		if !p.room.State().Closed() {
			t.Errorf("after three hours of it the group is at %v", p.room.State().At)
		}
		if pace := p.Pace(); pace.Led || pace.Speed != 60 {
			t.Errorf("it has become %+v", pace)
		}
		at := p.Now()
		time.Sleep(time.Hour)
		if !p.Now().Equal(at) {
			t.Error("its clock runs on after its end")
		}
		p.TakeOver() // which finds nothing to take
		if p.Pace().Led {
			t.Error("there is something to lead in a workshop that is finished")
		}
		p.ends(t)
	})
}

// drive facilitates from a seat until the workshop is closed: whenever nothing has happened for a while, it goes on.
func drive(t *testing.T, p *performance, s tui.Seat) {
	t.Helper()
	seq := workshop.Seq(0)
	for range 2000 {
		time.Sleep(2 * time.Second)
		v := s.View()
		if v.Seq != seq {
			seq = v.Seq
			continue
		}
		if !v.Ended.IsZero() {
			return
		}
		if err := s.Do(t.Context(), decide(v)); err != nil {
			t.Fatalf("at %v: %v", v.At, err)
		}
	}
	t.Fatalf("it doesn't come to an end: %v", p.room.State().At)
}

// decide is what a facilitator does when the group has nothing more to do.
func decide(v workshop.View) workshop.Command {
	elects := v.At == workshop.Position{Step: workshop.StepLeader, Phase: workshop.PhaseConverge} && !v.Leadership.Decided()
	names := v.At == workshop.Position{Step: workshop.StepName, Phase: workshop.PhaseConverge} && v.Name.Chosen == ""
	counted := slices.ContainsFunc(v.Results, func(r workshop.Result) bool { return r.Purpose == workshop.ForLeader })
	switch {
	case v.Vote.ID != 0:
		return workshop.CloseVote{Vote: v.Vote.ID}
	case v.Tie.NeedsLot():
		return workshop.DrawLot{}
	case elects && counted && v.Tie.Vote == 0:
		return workshop.RecordNoLeader{Reason: "Nobody has the group behind them"}
	case elects, names:
		return workshop.OpenVote{}
	case v.At.Phase == workshop.PhaseCanvas:
		return workshop.CloseWorkshop{}
	default:
		return workshop.Advance{From: v.At}
	}
}

// Whenever the person takes over, they lead the simulated people to the canvas.
func TestARehearsalThatIsTakenOverGoesOnToTheCanvas(t *testing.T) {
	for _, after := range []time.Duration{0, 2 * time.Second, 20 * time.Second, 61 * time.Second, 95 * time.Second} {
		t.Run(fmt.Sprint(after), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				p := performed(t, 60)
				s := p.Seat()
				time.Sleep(after)
				at := p.room.State().At
				p.TakeOver()
				if pace := p.Pace(); !pace.Led || pace.Speed != 1 {
					t.Errorf("the person leads, and it is %+v", pace)
				}
				time.Sleep(time.Minute)
				if now := p.room.State().At; now != at {
					t.Errorf("the group went on from %v to %v by itself", at, now)
				}
				p.clock.quicken(60)
				drive(t, p, s)
				state := p.room.State()
				if state.Name.Chosen == "" || !state.Leadership.Decided() || len(state.Participants()) != 6 {
					t.Errorf("called %q, led by %+v, with %d people", state.Name.Chosen, state.Leadership, len(state.Participants()))
				}
				s.Leave()
				p.ends(t)
			})
		})
	}
}

// A command takes the lead before it is carried out, and so does a hand on the board.
func TestWhateverThePersonDoesTakesTheLead(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := performed(t, 60)
		s := p.Seat()
		time.Sleep(3 * time.Second)
		if err := s.Do(t.Context(), workshop.AdjustClock{Minutes: 1}); err != nil || !p.Pace().Led {
			t.Errorf("a command: %v, %+v", err, p.Pace())
		}
		s.Leave()
		p.ends(t)
	})
	for name, does := range map[string]func(*testing.T, tui.Seat) error{
		"a command in a booth": func(t *testing.T, s tui.Seat) error { return s.Do(t.Context(), workshop.DeclareDone{Done: true}) },
		"a draft in a booth":   func(_ *testing.T, s tui.Seat) error { return s.Draft("We are") },
	} {
		synctest.Test(t, func(t *testing.T) {
			p := performed(t, 60)
			s := p.Seat()
			time.Sleep(3 * time.Second)
			in := s.Booth("p01")
			if p.Pace().Led {
				t.Error("a seat takes the lead before anything is done from it")
			}
			// Nobody in a booth has anything to write in the gathering. That it is refused comes after the lead is taken.
			if err := does(t, in); err == nil || !p.Pace().Led {
				t.Errorf("%s: %v, %+v", name, err, p.Pace())
			}
			in.Leave()
			s.Leave()
			p.ends(t)
		})
	}
	synctest.Test(t, func(t *testing.T) {
		p := performed(t, 60)
		s := p.Seat()
		for p.room.State().At != (workshop.Position{Step: workshop.StepVision, Phase: workshop.PhaseConverge}) {
			time.Sleep(100 * time.Millisecond)
		}
		lone := s.View().Columns[0].Lone
		on := workshop.Spot{Note: lone[len(lone)-1].ID}
		if err := s.Point(on, false); err != nil || p.Pace().Led {
			t.Errorf("looking around: %v, %+v", err, p.Pace())
		}
		if err := s.Point(on, true); err != nil || !p.Pace().Led {
			t.Errorf("a hand on the board: %v, %+v", err, p.Pace())
		}
		s.Leave()
		p.ends(t)
	})
}

func (l *slowLog) Append(ctx context.Context, id workshop.ID, after workshop.Seq, records ...workshop.Record) error {
	if slices.ContainsFunc(records, func(r workshop.Record) bool { return r.Event.Kind() == l.kind }) {
		l.kind = ""
		close(l.busy)
		<-l.goOn
	}
	return l.Log.Append(ctx, id, after, records...)
}

// errFull is what a full disk says.
var errFull = errors.New("no space left on device")

func (l fullLog) Append(ctx context.Context, id workshop.ID, after workshop.Seq, records ...workshop.Record) error {
	if after > 0 {
		return fmt.Errorf("append to workshop %s: %w", id, errFull)
	}
	return l.Log.Append(ctx, id, after, records...)
}

func TestAPauseStopsThePeopleToo(t *testing.T) {
	for name, led := range map[string]bool{"that the script leads": false, "that the person leads": true} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				p := performed(t, 60)
				time.Sleep(2 * time.Second)
				if led {
					p.TakeOver()
				}
				p.Pause()
				synctest.Wait()
				seq, at := p.room.State().Seq, p.Now()
				time.Sleep(time.Hour)
				if p.room.State().Seq != seq || !p.Now().Equal(at) || !p.Pace().Paused {
					t.Errorf("in the pause %d things happened, and %v passed", p.room.State().Seq-seq, p.Now().Sub(at))
				}
				p.Pause()
				time.Sleep(time.Minute)
				if p.room.State().Seq == seq || p.Pace().Paused {
					t.Error("after the pause nothing happens")
				}
				p.ends(t)
			})
		})
	}
}

func TestTheSpeedGoesUpAndDown(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := performed(t, 60)
		for _, c := range []struct {
			by   int
			want float64
		}{
			{1, 120},
			{1, 300},
			{1, 600},
			{1, 600},
			{-1, 300},
			{-1, 120},
			{-1, 60},
			{-1, 20},
			{-1, 10},
			{-1, 5},
			{-1, 2},
			{-1, 1},
			{-1, 1},
		} {
			if p.Quicken(c.by); p.Pace().Speed != c.want {
				t.Errorf("it goes at %v, want %v", p.Pace().Speed, c.want)
			}
		}
		for from, want := range map[float64][2]float64{0.5: {0.5, 1}, 7: {5, 10}, 1000: {600, 1000}, 1e6: {600, 1e6}} {
			for i, by := range []int{-1, 1} {
				p.clock.quicken(from)
				if p.Quicken(by); p.Pace().Speed != want[i] {
					t.Errorf("from %v, %d, it goes at %v, want %v", from, by, p.Pace().Speed, want[i])
				}
			}
		}
		p.ends(t)
	})
}

// Nobody but the script leads it, unless something is done past it: then the person leads, and is told why.
func TestAScriptThatBreaksLeavesTheLeadAndSaysWhy(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := performed(t, 60)
		time.Sleep(20 * time.Second)
		past := p.room.Seat(host)
		if err := past.Do(t.Context(), workshop.Advance{From: p.room.State().At, Despite: true}); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Minute)
		if pace := p.Pace(); !pace.Led || pace.Alone || pace.Broken == nil || errors.Unwrap(pace.Broken) != nil {
			t.Errorf("it is %+v", pace)
		}
		if err := p.End(); !errors.Is(err, p.Pace().Broken) {
			t.Errorf("it ends with %v", err)
		}
		past.Leave()
		p.room.Close()
	})
}
