package workshop_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

func TestAFirstActionIsPlannedWithItsOwner(t *testing.T) {
	Given(t, field()).
		When(Fay, PlanAction{What: "  Weaken:\tTime ", Owner: "ben"}).Then(ActionPlanned{Action: 1, What: "Weaken: Time", Owner: "ben"}).
		When(Fay, PlanAction{What: "Ask the CTO", Owner: "ada"}).Then(ActionPlanned{Action: 2, What: "Ask the CTO", Owner: "ada"}).
		ThenView("cal", func(t testing.TB, v View) {
			want := []Planned{{ID: 1, What: "Weaken: Time", Owner: "Ben"}, {ID: 2, What: "Ask the CTO", Owner: "Ada"}}
			if diff := cmp.Diff(want, v.Canvas.Actions); diff != "" {
				t.Errorf("on the canvas (-want +got):\n%s", diff)
			}
		}).
		When(Fay, DropAction{Action: 1}).Then(ActionDropped{Action: 1}).
		When(Fay, DropAction{Action: 1}).ThenRefused(ErrNoSuchAction).
		When(Fay, PlanAction{What: "Ask the CTO", Owner: "cal"}).Then(ActionPlanned{Action: 3, What: "Ask the CTO", Owner: "cal"})
}

func TestAnActionSaysWhatAndWho(t *testing.T) {
	Given(t, field(), By(Fay, AddPerson{Person: "gone", Name: "Gone"}, RemovePerson{Person: "gone"})).
		When(Fay, PlanAction{What: " \n", Owner: "ada"}).ThenRefused(ErrActionEmpty).
		When(Fay, PlanAction{What: strings.Repeat("é", MaxActionLen+1), Owner: "ada"}).ThenRefused(ErrActionLong).
		When(Fay, PlanAction{What: "Ask", Owner: "eve"}).ThenRefused(ErrNoSuchPerson).
		When(Fay, PlanAction{What: "Ask", Owner: "gone"}).ThenRefused(ErrNoSuchPerson).
		When(Fay, PlanAction{What: "Ask"}).ThenRefused(ErrNoSuchPerson).
		When("eve", PlanAction{What: "Ask", Owner: "ada"}).ThenRefused(ErrStranger).
		When(Fay, PlanAction{What: strings.Repeat("é", MaxActionLen), Owner: "ada"}).ThenAccepted()
}

// Two who press enter at once plan it once, whatever day they chose.
func TestTheSameActionIsPlannedOnce(t *testing.T) {
	Given(t, field(), By("ben", PlanAction{What: "Ask the CTO", Owner: "ada"})).
		When(Fay, PlanAction{What: "ask the CTO ", Owner: "ada"}).ThenRefused(ErrAlreadyThere).
		When("cal", PlanAction{What: "Ask the CTO", Owner: "ada", Due: "2026-03-09"}).ThenRefused(ErrAlreadyThere).
		When("cal", PlanAction{What: "Ask the CTO", Owner: "cal"}).ThenAccepted()
}

// closing is a group of three that looks at its canvas.
func closing() Line {
	return func(s *Stage) error { return s.Play(Group("ada", "ben", "cal"), Reach(StepClosing, PhaseCanvas)) }
}

func TestEveryonePlansFirstActions(t *testing.T) {
	for name, where := range map[string]Line{"on the forces": field(), "at the closing": closing()} {
		t.Run(name, func(t *testing.T) {
			Given(t, where, By(Fay, AddPerson{Person: "dee", Name: "Dee"})).
				When("ada", PlanAction{What: "Ask the CTO", Owner: "ben"}).Then(ActionPlanned{Action: 1, What: "Ask the CTO", Owner: "ben"}).
				WhenInBooth("dee", Fay, PlanAction{What: "Book a room", Owner: "dee"}).Then(ActionPlanned{Action: 2, What: "Book a room", Owner: "dee"}).
				When(Fay, PlanAction{What: "Send the canvas", Owner: Fay}).Then(ActionPlanned{Action: 3, What: "Send the canvas", Owner: Fay}).
				ThenState(func(t testing.TB, s State) {
					want := []Action{
						{ID: 1, What: "Ask the CTO", Owner: "ben", By: "ada"},
						{ID: 2, What: "Book a room", Owner: "dee", By: "dee"},
						{ID: 3, What: "Send the canvas", Owner: Fay, By: Fay},
					}
					if diff := cmp.Diff(want, s.Actions); diff != "" {
						t.Errorf("planned (-want +got):\n%s", diff)
					}
				})
		})
	}
}

// Whoever planned an action takes it away again; so does a facilitator, whoever planned it.
func TestOneDropsOnesOwn(t *testing.T) {
	planned := By("ada", PlanAction{What: "Ask the CTO", Owner: "ben"}, PlanAction{What: "Book a room", Owner: "ada"})
	Given(t, closing(), planned).
		When("ben", DropAction{Action: 1}).ThenRefused(ErrNotYourAction). // who is to do it
		When("cal", DropAction{Action: 1}).ThenRefused(ErrNotYourAction).
		When("cal", DropAction{Action: 9}).ThenRefused(ErrNoSuchAction).
		When("ada", DropAction{Action: 1}).Then(ActionDropped{Action: 1}).
		When("ada", DropAction{Action: 1}).ThenRefused(ErrNoSuchAction).
		When(Fay, DropAction{Action: 2}).Then(ActionDropped{Action: 2})
	Given(t, closing(), By(Fay, AddPerson{Person: "dee", Name: "Dee"}), InBooth("dee", PlanAction{What: "Book a room", Owner: "ada"})).
		When("ada", DropAction{Action: 1}).ThenRefused(ErrNotYourAction).
		WhenInBooth("dee", Fay, DropAction{Action: 1}).ThenAccepted()
}

// A view says which are the viewer's own, and of nobody else's whose idea they were.
func TestOneKnowsOnesOwnActions(t *testing.T) {
	c := Given(t, closing(), By("ada", PlanAction{What: "One", Owner: "ben"}), By(Fay, PlanAction{What: "Two", Owner: "ben"}),
		By("ada", PlanAction{What: "Three", Owner: "ben"}))
	for viewer, want := range map[PersonID][]ActionID{"ada": {1, 3}, Fay: {2}, "ben": nil, "": nil, "eve": nil} {
		c.ThenView(viewer, func(t testing.TB, v View) {
			if diff := cmp.Diff(want, v.Planned); diff != "" {
				t.Errorf("%q has planned (-want +got):\n%s", viewer, diff)
			}
			if finds(v.Mine, "Ada") || viewer != "" && viewer != "eve" && finds(v.Canvas.Actions, "Ada") {
				t.Errorf("%q is told whose idea it was: %+v", viewer, v.Canvas.Actions)
			}
		})
	}
}

func TestAnActionIsDueFromTodayOnAndWithinAYear(t *testing.T) {
	g := Given(t, closing()) // on 2 March 2026
	for i, day := range []Day{"", "2026-03-02", "2026-03-03", "2027-03-02", "2027-03-03"} {
		what := fmt.Sprint("Step ", i)
		g.When("ada", PlanAction{What: what, Owner: "ben", Due: day}).
			Then(ActionPlanned{Action: ActionID(i + 1), What: what, Owner: "ben", Due: day})
	}
	for _, day := range []Day{
		"2026-03-01", "2027-03-04", "1926-03-09", "9999-12-31", // out of reach
		"2026-02-30", "2026-3-9", "next week", "2026-03-09T00:00:00Z", " ", "03/09/2026", // no days
	} {
		g.When("ada", PlanAction{What: "One more", Owner: "ben", Due: day}).ThenRefused(ErrDue)
	}
	g.ThenView("cal", func(t testing.TB, v View) {
		want := Planned{ID: 4, What: "Step 3", Owner: "Ben", Due: "2027-03-02"}
		if diff := cmp.Diff(want, v.Canvas.Actions[3]); diff != "" {
			t.Errorf("on the canvas (-want +got):\n%s", diff)
		}
	})
}

// Today is the day of the place: in the evening of the west it is still the day before, in the east the next has begun.
func TestTodayIsTheDayOfThePlace(t *testing.T) {
	for offset, today := range map[Span]Day{0: "2026-03-02", Minutes(-10 * 60): "2026-03-01", Minutes(15 * 60): "2026-03-03"} {
		s := NewStage()
		if err := s.Play(By(Fay, open(func(o *OpenWorkshop) { o.Offset = offset })),
			By("ada", Join{Name: "Ada"}), Reach(StepClosing, PhaseCanvas)); err != nil {
			t.Fatal(err)
		}
		s.Now = Morning()
		if got := Share(s.State).Today(s.Now); got != today {
			t.Errorf("%s east of UTC it is %s, want %s", offset, got, today)
		}
		if _, err := s.Do("ada", PlanAction{What: "Ask", Owner: "ada", Due: today.Plus(-1)}); !errors.Is(err, ErrDue) {
			t.Errorf("%s east of UTC, the day before: %v", offset, err)
		}
		if _, err := s.Do("ada", PlanAction{What: "Ask", Owner: "ada", Due: today}); err != nil {
			t.Errorf("%s east of UTC, today: %v", offset, err)
		}
	}
}

func TestThereIsAnEndToActions(t *testing.T) {
	g := Given(t, field())
	for i := range MaxActions {
		g = g.And(By(Fay, PlanAction{What: fmt.Sprint("Step ", i), Owner: "ada"}))
	}
	g.When(Fay, PlanAction{What: "One more", Owner: "ada"}).ThenRefused(ErrManyActions).
		And(By(Fay, DropAction{Action: 7})).
		When(Fay, PlanAction{What: "One more", Owner: "ada"}).ThenAccepted()
}

func TestActionsArePlannedWhereTheForcesAreAndAtTheEnd(t *testing.T) {
	plan := PlanAction{What: "Ask the CTO", Owner: "ada"}
	for _, p := range []Position{at(StepForces, PhaseConverge), at(StepForces, PhaseAlign), at(StepClosing, PhaseCanvas)} {
		Given(t, Group("ada"), Reach(p.Step, p.Phase)).When(Fay, plan).ThenAccepted().When(Fay, DropAction{Action: 1}).ThenAccepted()
	}
	for _, p := range []Position{at(StepVision, PhaseConverge), at(StepImpact, PhaseAlign), at(StepName, PhaseConverge)} {
		Given(t, Group("ada"), Reach(p.Step, p.Phase)).
			When(Fay, plan).ThenRefused(ErrOtherStep).
			When(Fay, DropAction{Action: 1}).ThenRefused(ErrOtherStep)
	}
	for _, p := range []Position{at(StepForces, PhaseShare), at(StepWelcome, PhaseGather)} {
		Given(t, Group("ada"), Reach(p.Step, p.Phase)).When(Fay, plan).ThenRefused(ErrNotNow)
	}
}

// What an owner who left was to do stays planned, and says that it needs somebody.
func TestAnActionOutlivesItsOwner(t *testing.T) {
	Given(t, field(), By(Fay, PlanAction{What: "Ask the CTO", Owner: "ben"}, RemovePerson{Person: "ben"})).
		ThenState(func(t testing.TB, s State) {
			want := []Planned{{ID: 1, What: "Ask the CTO"}}
			if diff := cmp.Diff(want, s.Canvas().Actions); diff != "" {
				t.Errorf("on the canvas (-want +got):\n%s", diff)
			}
		})
}

// A record from before there were days is read as it was, and one without a day is still written like that.
func TestRecordsFromBeforeThereWereDays(t *testing.T) {
	const old = `{"seq":9,"at":"2026-03-02T09:00:00Z","by":"fay","kind":"action-planned","event":{"action":1,"what":"Ask","owner":"ben"}}`
	var r Record
	if err := json.Unmarshal([]byte(old), &r); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(Event(ActionPlanned{Action: 1, What: "Ask", Owner: "ben"}), r.Event); diff != "" {
		t.Errorf("an old record (-want +got):\n%s", diff)
	}
	if again, err := json.Marshal(r); err != nil || string(again) != old {
		t.Errorf("written again: %s, %v", again, err)
	}
	s := NewStage()
	if err := s.Play(closing()); err != nil {
		t.Fatal(err)
	}
	now := Evolve(s.State, Record{Seq: 9, At: r.At, By: "fay", Event: ActionPlanned{Action: 1, What: "Ask", Owner: "ben", Due: ""}})
	if diff := cmp.Diff(now, Evolve(s.State, r), inside()); diff != "" {
		t.Errorf("replayed (-now +old):\n%s", diff)
	}
}
