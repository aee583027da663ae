package workshop_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

func aligning(people ...PersonID) Line {
	return func(s *Stage) error { return s.Play(Group(people...), Reach(StepVision, PhaseAlign)) }
}

func TestAHandIsZeroToFive(t *testing.T) {
	for _, level := range []int{-1, 6, 1 << 40} {
		Given(t, aligning("ada")).When("ada", ShowHand{Level: level, Concern: "x"}).ThenRefused(ErrNoSuchLevel)
	}
	for level := range MaxLevel + 1 {
		Given(t, aligning("ada", "ben")).When("ada", ShowHand{Level: level, Concern: "So so"}).ThenAccepted()
	}
}

func TestUnderThreeASentenceIsNeeded(t *testing.T) {
	Given(t, aligning("ada", "ben")).
		When("ada", ShowHand{Level: 2}).ThenRefused(ErrConcernMissing).
		When("ada", ShowHand{Level: 0, Concern: "\n"}).ThenRefused(ErrConcernMissing).
		When("ada", ShowHand{Level: 1, Concern: strings.Repeat("x", MaxReasonLen+1)}).ThenRefused(ErrReasonLong).
		When("ada", ShowHand{Level: 2, Concern: " Too\tvague"}).Then(HandShown{Level: 2, Concern: "Too vague"}).
		When("ada", ShowHand{Level: 2, Concern: "Too vague"}).ThenRefused(ErrAlreadySaid).
		When("ada", ShowHand{Level: 3, Concern: "not kept"}).Then(HandShown{Level: 3})
}

func TestHandsAreHiddenUntilTheLastIsShown(t *testing.T) {
	Given(t, aligning("ada", "ben"), By("ada", ShowHand{Level: 2, Concern: "Too vague"})).
		ThenView("ben", func(t testing.TB, v View) {
			if p := v.People[1]; !p.Showed || p.Hand != (Hand{}) || v.HandsShown || v.Concerns != nil {
				t.Errorf("ben sees of ada: %+v, concerns %+v", p, v.Concerns)
			}
		}).
		ThenView("ada", func(t testing.TB, v View) {
			if !v.HasHand || v.Hand.Level != 2 {
				t.Errorf("ada sees her own hand as %+v", v.Hand)
			}
		}).
		When("ben", ShowHand{Level: 5}).Then(HandShown{Level: 5}, HandsRevealed{}).
		ThenView("", func(t testing.TB, v View) {
			want := []Concern{{Person: "ada", Level: 2, Sentence: "Too vague"}}
			if diff := cmp.Diff(want, v.Concerns); diff != "" || !v.HandsShown || v.People[2].Hand.Level != 5 {
				t.Errorf("shown %v, ben's %+v, concerns (-want +got):\n%s", v.HandsShown, v.People[2].Hand, diff)
			}
		}).
		When("ben", ShowHand{Level: 4}).Then(HandShown{Level: 4})
}

func TestTheFacilitatorMayShowTheHandsEarly(t *testing.T) {
	Given(t, aligning("ada", "ben")).
		When(Fay, RevealHands{}).ThenRefused(ErrNoHands).
		And(By("ada", ShowHand{Level: 5})).
		When(Fay, RevealHands{}).Then(HandsRevealed{}).
		When(Fay, RevealHands{}).ThenRefused(ErrAlreadySaid).
		ThenView("ben", func(t testing.TB, v View) {
			if v.People[1].Hand.Level != 5 || v.People[2].Showed {
				t.Errorf("ben sees %+v", v.People)
			}
		})
}

// When the only one who has not shown a hand leaves, all hands are shown.
func TestTheLastHandMayLeave(t *testing.T) {
	Given(t, aligning("ada", "ben", "cal"), By("ada", ShowHand{Level: 5})).
		When(Fay, RemovePerson{Person: "ben"}).Then(PersonRemoved{Person: "ben"}).
		When(Fay, RemovePerson{Person: "cal"}).Then(PersonRemoved{Person: "cal"}, HandsRevealed{})
	Given(t, aligning("ada", "ben"), By("ada", ShowHand{Level: 1, Concern: "No"})).
		When(Fay, RemovePerson{Person: "ada"}).Then(PersonRemoved{Person: "ada"}).
		And(By("ben", ShowHand{Level: 5})).
		ThenState(func(t testing.TB, s State) {
			if _, ok := s.Hands.Of("ada"); ok {
				t.Error("the hand of somebody who left still counts")
			}
		}).
		When(Fay, Advance{From: at(StepVision, PhaseAlign)}).ThenAccepted()
	Given(t, writing("ada", "ben")).
		When(Fay, RemovePerson{Person: "ada"}).Then(PersonRemoved{Person: "ada"})
}

// What a hidden hand says must not be seen in any way: others' views are the same whatever it is.
func TestAHiddenHandLeavesNoTrace(t *testing.T) {
	for _, viewer := range []PersonID{"", Fay, "ben"} {
		var first View
		Given(t, aligning("ada", "ben"), By("ada", ShowHand{Level: 0, Concern: "Never"})).
			ThenView(viewer, func(_ testing.TB, v View) { first = v })
		Given(t, aligning("ada", "ben"), By("ada", ShowHand{Level: 5})).
			ThenView(viewer, func(t testing.TB, v View) {
				if diff := cmp.Diff(first, v, inside()); diff != "" {
					t.Errorf("%q can tell a fist from a five:\n%s", viewer, diff)
				}
			})
	}
}

func TestWhatIsSettledHasBeenSeen(t *testing.T) {
	at := Position{Step: StepVision, Phase: PhaseAlign}
	Given(t, Group("ada", "ben"), Reach(at.Step, at.Phase), By("ada", ShowHand{Level: 1, Concern: "Too vague"})).
		When(Fay, Advance{From: at}).ThenRefused(ErrHandsHidden).
		When(Fay, Advance{From: at, Despite: true}).ThenRefused(ErrHandsHidden).
		When(Fay, RevealHands{}).ThenAccepted().
		When(Fay, Advance{From: at, Despite: true}).
		ThenState(func(t testing.TB, s State) {
			if got := s.Settled[StepVision]; len(got.Concerns) != 1 || got.Missing != 1 {
				t.Errorf("settled as %+v", got)
			}
		})
}

// settledWithAConcern is a first step that ended with Ada not behind it and Cal silent, and a look back at it.
func settledWithAConcern() Line {
	return func(s *Stage) error {
		return s.Play(aligning("ada", "ben", "cal"), By("ada", ShowHand{Level: 1, Concern: "Too vague"}),
			By("ben", ShowHand{Level: 4}), By(Fay, RevealHands{}), Onward(true), Back(StepVision, PhaseAlign))
	}
}

func TestASettledStepThatIsOnlyLookedAtStaysAsItWas(t *testing.T) {
	want := StepSettled{
		Step: StepVision, Hands: [6]int{1: 1, 4: 1}, Missing: 1,
		Concerns: []Concern{{Person: "ada", Level: 1, Sentence: "Too vague"}},
		Despite:  true,
	}
	next := PhaseEntered{Position: at(StepMeasures, PhaseBrief), Box: Minutes(2), Deadline: Morning().Add(2 * time.Minute)}
	Given(t, settledWithAConcern()).
		ThenState(func(t testing.TB, s State) {
			if !s.Settled[StepVision].Reopened {
				t.Error("the group is back in the step, and it isn't marked")
			}
		}).
		When(Fay, Advance{From: at(StepVision, PhaseAlign)}).Then(want, next).
		ThenView("", func(t testing.TB, v View) {
			got := v.Settled[StepVision]
			if diff := cmp.Diff(want.Concerns, got.Concerns); diff != "" || got.Hands != want.Hands || got.Reopened {
				t.Errorf("settled as %+v", got)
			}
		})
}

func TestASettledStepIsSettledAnewWhenSomebodyShowsAHand(t *testing.T) {
	on := Advance{From: at(StepVision, PhaseAlign)}
	Given(t, settledWithAConcern(), By("ada", ShowHand{Level: 5})).
		When(Fay, on).ThenRefused(ErrHandsHidden).
		And(By(Fay, RevealHands{})).
		When(Fay, on).ThenRefused(ErrHandsMissing).
		And(By("ben", ShowHand{Level: 4}), By("cal", ShowHand{Level: 3})).
		When(Fay, on).
		ThenState(func(t testing.TB, s State) {
			if got := s.Settled[StepVision]; got.Hands != [6]int{3: 1, 4: 1, 5: 1} || got.Missing > 0 || got.Concerns != nil {
				t.Errorf("settled as %+v", got)
			}
		})
}

func TestAStepThatWasNeverSettledNeedsHands(t *testing.T) {
	Given(t, aligning("ada"), Back(StepVision, PhaseConverge), Onward(false)).
		When(Fay, Advance{From: at(StepVision, PhaseAlign)}).ThenRefused(ErrHandsMissing)
}

// Hands stand for what they were shown for, and for nothing else.
func TestWhatWasWorkedOnAgainNeedsHandsAnew(t *testing.T) {
	on := Advance{From: Position{Step: StepVision, Phase: PhaseAlign}}
	settled := func() Line {
		return func(s *Stage) error {
			return s.Play(Group("ada", "ben"), Reach(StepVision, PhaseAlign), AllShow(4), Reach(StepMeasures, PhaseBrief))
		}
	}
	Given(t, settled(), Back(StepVision, PhaseAlign)).When(Fay, on).ThenAccepted()
	Given(t, settled(), Back(StepVision, PhaseConverge), Reach(StepVision, PhaseAlign)).When(Fay, on).ThenRefused(ErrHandsMissing)
	Given(t, settled(), Back(StepVision, PhaseAlign), By(Fay, WriteStatement{Section: SectionVision, Text: "Anew"})).
		When(Fay, on).ThenRefused(ErrHandsMissing).
		And(AllShow(5)).
		When(Fay, on).ThenAccepted()
}

// A step can't be settled by accident while anybody stands in the way; whoever decides to go on is on the record.
func TestGoingOnAllTheSameIsADecisionOnRecord(t *testing.T) {
	on := Advance{From: at(StepVision, PhaseAlign)}
	despite := Advance{From: on.From, Despite: true}
	settled := func(want bool) func(testing.TB, State) {
		return func(t testing.TB, s State) {
			if got := s.Settled[StepVision].Despite; got != want {
				t.Errorf("gone on all the same: %v, want %v", got, want)
			}
		}
	}
	Given(t, aligning("ada", "ben"), By("ada", ShowHand{Level: 0, Concern: "Not our job"}), By("ben", ShowHand{Level: 5})).
		When(Fay, on).ThenRefused(ErrConcerns).
		When(Fay, on).ThenRefused(ErrConcerns).
		When(Fay, despite).ThenState(settled(true)).
		When(Fay, despite).ThenRefused(ErrMovedOn).
		And(Back(StepVision, PhaseAlign), Onward(false)). // looked at again: the decision stands
		ThenState(settled(true)).
		And(Back(StepVision, PhaseAlign), AllShow(4)).
		When(Fay, on).ThenState(settled(false))
	Given(t, aligning("ada", "ben"), By("ada", ShowHand{Level: 5}), By(Fay, RevealHands{})).
		When(Fay, on).ThenRefused(ErrHandsMissing).
		When(Fay, despite).ThenState(settled(true))
	Given(t, aligning("ada"), AllShow(5)).When(Fay, despite).ThenState(settled(false))
}
