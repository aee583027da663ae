package room_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"convene/workshop"
	"convene/workshop/room"
)

func TestTheFirstMoveAfterQuietIsSeenAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := atTheWall(t)
		for i := range 3 {
			g.point(g.ann, workshop.Spot{Note: workshop.NoteID(1 + i%2)}, false)
			if !news(g.ben) || !news(g.fac) || len(g.ben.View().Live.Pointers) != 1 {
				t.Fatalf("move %d is not seen", i)
			}
			g.settle()
		}
		g.point(g.ann, one, false)
		if news(g.ben) {
			t.Error("there is news of a move that moved nothing")
		}
	})
}

func TestABurstIsShownFourTimesASecondToItsEnd(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := atTheWall(t)
		const seconds = 5
		if shown := g.burst(seconds * time.Second); shown < 4*seconds || shown > 4*seconds+2 {
			t.Errorf("%d times in %d seconds", shown, seconds)
		}
		g.shows(workshop.Pointer{Person: "ann", On: two, Holds: true})
	})
}

// Five hundred screens take a server more than fifty.
func TestInAHallABurstIsShownLessOften(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := atTheWall(t)
		for range 500 {
			g.Seat("ben")
		}
		g.settle()
		const seconds = 6
		if shown := g.burst(seconds * time.Second); shown < seconds || shown > 2*seconds {
			t.Errorf("%d times in %d seconds", shown, seconds)
		}
		g.shows(workshop.Pointer{Person: "ann", On: two, Holds: true})
	})
}

// burst lets Ann move all the time, and others come and go. It returns how often Ben was shown something.
func (g *group) burst(during time.Duration) (shown int) {
	ctx, cancel := context.WithCancel(g.t.Context())
	var reader sync.WaitGroup
	reader.Go(func() {
		for {
			select {
			case <-g.ben.Changed():
				shown++
			case <-ctx.Done():
				return
			}
		}
	})
	for i := range int(during / (time.Second / 100)) {
		g.point(g.ann, one, i%2 == 0)
		if i%10 == 0 {
			g.Seat("ann").Leave()
		}
		time.Sleep(time.Second / 100)
	}
	g.point(g.ann, two, true)
	time.Sleep(time.Second / 2) // before she has rested on it
	cancel()
	reader.Wait()
	return shown
}

func TestANewStateBringsWhatWasGathered(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := atTheWall(t)
		g.point(g.ann, one, false)
		g.point(g.ann, two, false)
		if got := g.ben.View().Live.Pointers; len(got) != 1 || got[0].On != one {
			t.Fatalf("seen is %+v", got)
		}
		g.do(g.ben, workshop.DeclareDone{Done: true})
		if got := g.ben.View().Live.Pointers; len(got) != 1 || got[0].On != two {
			t.Errorf("seen is %+v", got)
		}
		news(g.ben)
		time.Sleep(time.Second / 2) // longer than the pause, and before anybody has rested on a note
		if news(g.ben) {
			t.Error("what was seen is told a second time")
		}
	})
}

func TestAViewKeepsThePeopleAsTheyWere(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := atTheWall(t)
		g.point(g.ann, one, true)
		before := g.ben.View()
		want := fmt.Sprint(before.Live)
		g.point(g.ann, two, false)
		g.ann.Leave()
		g.settle()
		if got := fmt.Sprint(before.Live); got != want {
			t.Errorf("from %s to %s", want, got)
		}
		after := g.ben.View()
		if fmt.Sprint(after.Live) == want || after.Shared != before.Shared {
			t.Error("the people moved, and the board was drawn anew, or the people weren't")
		}
	})
}

func TestInAClosedRoomNobodyIsToldAnything(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := atTheWall(t)
		g.point(g.ann, one, false)
		g.point(g.ann, two, false)
		g.Close()
		news(g.ben)
		if err := g.ann.Point(one, false); !errors.Is(err, room.ErrClosed) {
			t.Errorf("got %v", err)
		}
		g.Seat("ann").Leave()
		time.Sleep(time.Minute)
		if news(g.ben) {
			t.Error("a closed room tells something")
		}
	})
	synctest.Test(t, func(t *testing.T) {
		g := atTheWall(t)
		g.Close() // while it is quiet
		g.Seat("ann").Leave()
		if news(g.ben) {
			t.Error("a closed room tells who comes and goes")
		}
	})
}

// Everything at once, for the race detector, on a real clock.
func TestPeopleComePointAndGoWhileOthersWork(t *testing.T) {
	g := gather(t, diverge)
	g.do(g.ann, vision("one"))
	g.goTo(wall)
	var all sync.WaitGroup
	for range 10 {
		all.Go(func() {
			for i := range 50 {
				s := g.Seat([]workshop.PersonID{"ann", "ben", "eve"}[i%3])
				if err := s.Point(one, i%2 == 0); err != nil && i%3 != 2 && !errors.Is(err, workshop.ErrHeld) {
					t.Error(err)
				}
				s.View()
				s.Leave()
			}
		})
	}
	for i := range 50 {
		g.do(g.boo, workshop.DeclareDone{Done: i%2 == 0})
	}
	all.Wait()
	g.ann.Leave()
	if err := g.ben.Point(one, true); err != nil {
		t.Errorf("something is carried by who isn't there any more: %v", err)
	}
}
