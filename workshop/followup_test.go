package workshop_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

// led is a community that Cal leads.
func led() Line {
	return lines(Group("ada", "ben", "cal", "dan"), elected("cal"), Onward(false), By(Fay, CloseWorkshop{}))
}

// roomPlanned is a community whose founding has one action: Ada's idea, which Ben sees to.
func roomPlanned() Line {
	return lines(Group("ada", "ben", "cal"), Reach(StepClosing, PhaseCanvas),
		By("ada", PlanAction{What: "Book a room", Owner: "ben", Due: day(7)}), By(Fay, CloseWorkshop{}))
}

// day is so many days after the morning of the founding.
func day(n int) Day { return DayOf(Morning()).Plus(n) }

// actions looks at what everyone sees of the actions.
func actions(want ...FollowUp) func(t testing.TB, v View) {
	return func(t testing.TB, v View) {
		t.Helper()
		if diff := cmp.Diff(want, v.Community.Actions); diff != "" {
			t.Errorf("the actions (-want +got):\n%s", diff)
		}
	}
}

func TestTheActionsOfTheFoundingAreFollowedUp(t *testing.T) {
	room := FollowUp{Planned: Planned{ID: 1, What: "Book a room", Owner: "Ben", Due: day(7)}}
	Given(t, roomPlanned()).
		ThenView("cal", actions(room)).
		When("ada", DropAction{Action: 1}).ThenRefused(ErrClosed). // from now on one says what became of it
		When("cal", SettleAction{Action: 1, As: ActionDone, Why: "Done"}).ThenRefused(ErrNotYoursToSettle).
		When("ben", SettleAction{Action: 2, As: ActionDone, Why: "Done"}).ThenRefused(ErrNoSuchAction).
		When("ben", SettleAction{Action: 1, As: ActionDone}).ThenRefused(ErrWhyMissing).
		When("ben", SettleAction{Action: 1, As: ActionOpen, Why: "Open"}).ThenRefused(ErrSettling).
		When("ben", SettleAction{Action: 1, As: "burnt", Why: "Burnt"}).ThenRefused(ErrSettling).
		When("ben", SettleAction{Action: 1, As: ActionMove, Why: "Later"}).ThenRefused(ErrDue).
		When("ben", SettleAction{Action: 1, As: ActionMove, Why: "Later", Due: day(-1)}).ThenRefused(ErrDue).
		When("ben", SettleAction{Action: 1, As: ActionMove, Why: "Later", Due: day(367)}).ThenRefused(ErrDue).
		When("ben", SettleAction{Action: 1, As: ActionMove, Why: "Later", Due: day(7)}).ThenRefused(ErrAlreadyThere).
		When("ben", SettleAction{Action: 1, As: ActionMove, Why: " All are  taken", Due: day(14)}).
		Then(ActionSettled{Action: 1, As: ActionMove, Why: "All are taken", Due: day(14)}).
		When("ada", SettleAction{Action: 1, As: ActionMove, Why: "Still", Due: day(21)}).ThenAccepted().
		ThenView("", actions(FollowUp{
			Planned: Planned{ID: 1, What: "Book a room", Owner: "Ben", Due: day(21)}, Why: "Still", On: day(0), Moved: 2,
		})).
		When(Fay, SettleAction{Action: 1, As: ActionDone, Why: "B12, Fridays", Due: day(3)}).
		Then(ActionSettled{Action: 1, As: ActionDone, Why: "B12, Fridays"}).
		ThenView("cal", actions(FollowUp{
			Planned: Planned{ID: 1, What: "Book a room", Owner: "Ben", Due: day(21)}, State: ActionDone, Why: "B12, Fridays", On: day(0), Moved: 2,
		})).
		When("ben", SettleAction{Action: 1, As: ActionGone, Why: "No"}).ThenRefused(ErrSettled)
}

func TestEverybodyKnowsWhatTheyMaySettle(t *testing.T) {
	mine := func(want ...ActionID) func(t testing.TB, v View) {
		return func(t testing.TB, v View) {
			t.Helper()
			if !slices.Equal(v.Settles, want) {
				t.Errorf("%s may settle %v, want %v", v.Me, v.Settles, want)
			}
		}
	}
	Given(t, Group("ada", "ben"), Reach(StepClosing, PhaseCanvas), By("ada", PlanAction{What: "Meet", Owner: "ben"})).
		ThenView("ada", mine())
	Given(t, roomPlanned(), By("cal", PlanAction{What: "Ask", Owner: "cal"})).
		ThenView("ada", mine(1)).ThenView("ben", mine(1)).ThenView("cal", mine(2)).ThenView(Fay, mine(1, 2)).ThenView("", mine()).
		And(By("ben", SettleAction{Action: 1, As: ActionGone, Why: "No need"})).
		ThenView("ben", mine()).ThenView(Fay, mine(2))
}

func TestActionsComeFromTheCardsOfACheck(t *testing.T) {
	plan := func(check CheckID, card CardID) PlanAction {
		return PlanAction{What: "Ask more", Owner: "ben", Check: check, Card: card}
	}
	Given(t, Group("ada"), Reach(StepClosing, PhaseCanvas)).
		When("ada", PlanAction{What: "Ask", Owner: "ada", Check: 1}).ThenRefused(ErrNoSuchCard).
		When("ada", PlanAction{What: "Ask", Owner: "ada", Card: "fun"}).ThenRefused(ErrNoSuchCard)
	Given(t, roomPlanned(), checking()).
		When("ada", plan(1, "")).ThenRefused(ErrNoSuchCard). // it is open
		And(By(Fay, CloseCheck{Check: 1}, TurnCard{Check: 1, Turned: 1})).
		When("ada", plan(1, "fun")).ThenRefused(ErrNoSuchCard). // nobody has seen it
		When("ada", plan(2, "safety")).ThenRefused(ErrNoSuchCard).
		When("ada", plan(0, "safety")).ThenRefused(ErrNoSuchCard).
		When("ada", plan(1, "love")).ThenRefused(ErrNoSuchCard).
		When("ada", plan(1, "")).ThenAccepted().
		When("ada", plan(1, "safety")).ThenRefused(ErrAlreadyThere).
		And(By("ben", SettleAction{Action: 2, As: ActionGone, Why: "Rather this"})).
		When("ada", plan(1, "safety")).Then(ActionPlanned{Action: 3, What: "Ask more", Owner: "ben", Check: 1, Card: "safety"}).
		ThenView("cal", func(t testing.TB, v View) {
			want := FollowUp{Planned: Planned{ID: 3, What: "Ask more", Owner: "Ben"}, Check: 1, Card: "safety"}
			if got := v.Community.Actions[2]; got != want {
				t.Errorf("got %+v", got)
			}
		})
}

// Only what is open counts: a community that does what it plans can go on for years.
func TestWhatIsSettledMakesRoom(t *testing.T) {
	settle := func(i int) Line { return By("ada", SettleAction{Action: ActionID(i + 1), As: ActionDone, Why: "Done"}) }
	plan := func(i int) Line { return By("ada", PlanAction{What: string(rune('a' + i)), Owner: "ada"}) }
	Given(t, community("ada"), times(MaxActions, plan)).
		When("ada", PlanAction{What: "One more", Owner: "ada"}).ThenRefused(ErrManyOpen).
		And(times(MaxActions, settle), times(MaxActions, plan)).
		When("ada", PlanAction{What: "One more", Owner: "ada"}).ThenRefused(ErrManyOpen)
}
