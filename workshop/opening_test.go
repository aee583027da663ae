package workshop_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	. "convene/workshop"
	"convene/workshop/text"
	. "convene/workshop/workshoptest"
)

func open(change func(*OpenWorkshop)) OpenWorkshop {
	c := OpenWorkshop{ID: "brave-otter", Topic: "Software Craft", Facilitator: "Fay"}
	change(&c)
	return c
}

func TestOpeningSeatsTheFacilitatorAndStandsTheClock(t *testing.T) {
	agenda, err := NewAgenda(DefaultTotal, false)
	if err != nil {
		t.Fatal(err)
	}
	Given(t).
		When("fay", open(func(c *OpenWorkshop) { c.Topic = "  Software \n Craft " })).
		Then(
			WorkshopOpened{ID: "brave-otter", Topic: "Software Craft", Facilitator: "Fay", Agenda: agenda},
			PhaseEntered{Position: Position{Step: StepWelcome, Phase: PhaseGather}, Box: Minutes(5)},
		).
		ThenState(func(t testing.TB, s State) {
			p, _ := s.Person("fay")
			if !s.Open() || s.Closed() || p.Role != Facilitator || s.Opened != Morning() {
				t.Errorf("open %v, closed %v, fay is %q, opened at %s", s.Open(), s.Closed(), p.Role, s.Opened)
			}
			if s.Clock.Runs() || s.Clock.Left != Minutes(5) {
				t.Errorf("the clock: %+v, want it standing at 5 minutes", s.Clock)
			}
		})
}

func TestACodeIsTwoToFourWords(t *testing.T) {
	for _, code := range []ID{"brave-otter", "aa-bb-cc-dd"} {
		Given(t).When("fay", open(func(c *OpenWorkshop) { c.ID = code })).ThenAccepted()
	}
	for _, code := range []ID{"", "otter", "Brave-Otter", "a-b", "brave otter", "brave-otter-", "aa-bb-cc-dd-ee", "brave-otter\n"} {
		Given(t).When("fay", open(func(c *OpenWorkshop) { c.ID = code })).ThenRefused(ErrCode)
	}
}

func TestATopicIsNeededAndShort(t *testing.T) {
	for _, topic := range []string{"", " \t\n", "\x1b"} {
		Given(t).When("fay", open(func(c *OpenWorkshop) { c.Topic = topic })).ThenRefused(ErrTopicEmpty)
	}
	long := strings.Repeat("é", MaxTopicLen)
	Given(t).When("fay", open(func(c *OpenWorkshop) { c.Topic = long })).ThenAccepted()
	Given(t).When("fay", open(func(c *OpenWorkshop) { c.Topic = long + "x" })).ThenRefused(ErrTopicLong)
}

func TestATotalIsBetweenTheLimits(t *testing.T) {
	for _, minutes := range []int{MinTotal, 120, MaxTotal} {
		Given(t).When("fay", open(func(c *OpenWorkshop) { c.Minutes = minutes })).
			ThenState(func(t testing.TB, s State) {
				if s.Agenda.Total() != Minutes(minutes) {
					t.Errorf("planned %s, want %d minutes", s.Agenda.Total(), minutes)
				}
			})
	}
	for _, minutes := range []int{-1, 1, MinTotal - 1, MaxTotal + 1, 1 << 62} {
		Given(t).When("fay", open(func(c *OpenWorkshop) { c.Minutes = minutes })).ThenRefused(ErrTotal)
	}
}

func TestAFacilitatorHasANameAndMayBeCalledFacilitator(t *testing.T) {
	Given(t).When("fay", open(func(c *OpenWorkshop) { c.Facilitator = " \x00 " })).ThenRefused(text.ErrNameEmpty)
	Given(t).When("", open(func(*OpenWorkshop) {})).ThenRefused(text.ErrNameEmpty)
	Given(t).When("fay", open(func(c *OpenWorkshop) { c.Facilitator = "Facilitator" })).ThenAccepted()
}

func TestAWorkshopIsOpenedOnce(t *testing.T) {
	Given(t, Opened()).When("eve", open(func(*OpenWorkshop) {})).ThenRefused(ErrAlreadyOpen)
	Given(t).When("ada", Join{Name: "Ada"}).ThenRefused(ErrNotOpen)
	Given(t).When("fay", StartClock{}).ThenRefused(ErrNotOpen)
}

func TestAWorkshopEndsAtTheCanvas(t *testing.T) {
	Given(t, Group("ada"), Reach(StepClosing, PhaseCanvas), Wait(2*time.Minute)).
		When(Fay, CloseWorkshop{}).Then(WorkshopClosed{}).
		ThenState(func(t testing.TB, s State) {
			if !s.Closed() || s.Clock.Runs() || s.Clock.Left != Minutes(3) {
				t.Errorf("closed %v, the clock %+v, want it standing at 3 minutes", s.Closed(), s.Clock)
			}
		}).
		When(Fay, CloseWorkshop{}).ThenRefused(ErrClosed).
		When("bob", Join{Name: "Bob"}).ThenAccepted(). // the community goes on
		When("ada", DeclareDone{Done: true}).ThenRefused(ErrClosed).
		When(Fay, open(func(*OpenWorkshop) {})).ThenRefused(ErrAlreadyOpen)
	Given(t, Group("ada"), Reach(StepLeader, PhaseConverge)).When(Fay, CloseWorkshop{}).ThenRefused(ErrNotNow)
}

// An election that was reopened at the canvas still needs an outcome before the group goes home.
func TestAWorkshopDoesNotEndWithAnElectionOpen(t *testing.T) {
	Given(t, Group("ada"), Reach(StepClosing, PhaseCanvas), By(Fay, ReopenElection{Reason: "Changed"})).
		When(Fay, CloseWorkshop{}).ThenRefused(ErrNoOutcome)
}

// Decide is total: nothing that a program could send by mistake makes it panic.
func TestOddCommandsAreRefused(t *testing.T) {
	Given(t, Opened()).When(Fay, nil).ThenRefused(ErrNotNow)
	Given(t).When(Fay, nil).ThenRefused(ErrNotNow)
	Given(t, Opened()).When(Fay, (*Advance)(nil)).ThenRefused(ErrNotNow)
	if events, err := Decide(State{}, Envelope{}); len(events) > 0 || !errors.Is(err, ErrNotNow) {
		t.Errorf("an empty envelope: %v, %v", events, err)
	}
}

func TestTheCanvasBearsTheDayOfThePlace(t *testing.T) {
	for _, c := range []struct {
		offset Span
		day    int
	}{{Minutes(0), 2}, {Minutes(-9*60 - 30), 1}, {Minutes(13 * 60), 2}, {Minutes(15 * 60), 3}} {
		Given(t).
			When("fay", open(func(o *OpenWorkshop) { o.Offset = c.offset })).
			ThenState(func(t testing.TB, s State) {
				if got := s.Canvas().Date; got.Day() != c.day || !got.Equal(Morning()) {
					t.Errorf("%s east of UTC: %s", c.offset, got)
				}
			})
	}
}

func TestNoPlaceIsFurtherFromUTCThanOnEarth(t *testing.T) {
	for _, offset := range []Span{Minutes(15*60 + 1), Minutes(-15*60 - 1)} {
		Given(t).When("fay", open(func(c *OpenWorkshop) { c.Offset = offset })).ThenRefused(ErrOffset)
	}
}
