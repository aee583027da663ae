package workshop_test

import (
	"slices"
	"testing"

	. "convene/workshop"
	"convene/workshop/text"
	. "convene/workshop/workshoptest"
)

// terminals is a workshop that people joined at terminals of their own.
func terminals(people ...PersonID) Line {
	return func(s *Stage) error {
		if err := s.Play(Opened()); err != nil {
			return err
		}
		for _, p := range people {
			if err := s.Play(By(p, Join{Name: "Guest " + string(p)})); err != nil {
				return err
			}
		}
		return nil
	}
}

func TestAFacilitatorJoinsWithoutKnocking(t *testing.T) {
	Given(t, locked("dan")).
		When("dan", JoinAsFacilitator{Name: " Dan "}).Then(FacilitatorJoined{Name: "Dan"}).
		ThenState(func(t testing.TB, s State) {
			if p, _ := s.Person("dan"); p.Role != Facilitator || p.Booth || len(s.Door.Knocks) > 0 {
				t.Errorf("dan is %+v, at the door wait %+v", p, s.Door.Knocks)
			}
			if c := s.Canvas(); !slices.Equal(c.Facilitators, []string{"Fay", "Dan"}) {
				t.Errorf("on the canvas facilitate %q", c.Facilitators)
			}
		}).
		When("kim", JoinAsFacilitator{Name: "Facilitator"}).Then(FacilitatorJoined{Name: "Facilitator"}).
		When("kim", JoinAsFacilitator{Name: "\u200b"}).ThenRefused(ErrSeatTaken).
		When("lou", JoinAsFacilitator{Name: "\u200b"}).ThenRefused(text.ErrNameEmpty).
		When("dan", JoinAsFacilitator{Name: "Dan"}).ThenRefused(ErrSeatTaken).
		When("eve", JoinAsFacilitator{Name: "Ada"}).ThenRefused(ErrNameTaken).
		WhenInBooth("eve", Fay, JoinAsFacilitator{Name: "Eve"}).ThenRefused(ErrOwnTerminal).
		When("dan", LockDoor{}).ThenAccepted()
}

// The canvas names whoever has a name: "facilitated by Facilitator" says nothing.
func TestOnlyAFacilitatorWithANameStandsOnTheCanvas(t *testing.T) {
	for name, want := range map[string][]string{
		"Facilitator": {"Fay"}, "Facilitator 2": {"Fay"}, "Facilitatorial": {"Fay", "Facilitatorial"}, "Dan": {"Fay", "Dan"},
	} {
		Given(t, Opened()).When("dan", JoinAsFacilitator{Name: name}).ThenState(func(t testing.TB, s State) {
			if got := s.Canvas().Facilitators; !slices.Equal(got, want) {
				t.Errorf("with %q there facilitate %q, want %q", name, got, want)
			}
		})
	}
}

func TestAParticipantIsMadeAFacilitatorAndReleased(t *testing.T) {
	role := func(who PersonID, want Role) func(testing.TB, State) {
		return func(t testing.TB, s State) {
			if p, _ := s.Person(who); p.Role != want {
				t.Errorf("%s is a %s, want a %s", who, p.Role, want)
			}
		}
	}
	Given(t, terminals("ada", "ben")).
		When("ben", AppointFacilitator{Person: "ben"}).ThenRefused(ErrFacilitatorOnly).
		When(Fay, AppointFacilitator{Person: "eve"}).ThenRefused(ErrNoSuchPerson).
		When(Fay, AppointFacilitator{Person: Fay}).ThenRefused(ErrAlreadyThere).
		When(Fay, ReleaseFacilitator{Person: "ada"}).ThenRefused(ErrAlreadyThere).
		When(Fay, ReleaseFacilitator{Person: "eve"}).ThenRefused(ErrNoSuchPerson).
		When(Fay, ReleaseFacilitator{Person: Fay}).ThenRefused(ErrLastFacilitator).
		When(Fay, AppointFacilitator{Person: "ada"}).Then(FacilitatorAppointed{Person: "ada"}).
		ThenState(role("ada", Facilitator)).
		When("ada", Advance{From: at(StepWelcome, PhaseGather)}).ThenAccepted().
		And(Reach(StepVision, PhaseDiverge)).
		When("ada", WriteNote{Prompt: PromptVision, Text: "Mine"}).ThenRefused(ErrParticipantOnly).
		When("ada", ReleaseFacilitator{Person: Fay}).ThenRefused(ErrOwnFacilitator).
		When(Fay, ReleaseFacilitator{Person: Fay}).Then(FacilitatorReleased{Person: Fay}).
		ThenState(role(Fay, Participant)).
		When("ada", ReleaseFacilitator{Person: "ada"}).ThenRefused(ErrLastFacilitator).
		When(Fay, WriteNote{Prompt: PromptVision, Text: "At last"}).ThenAccepted().
		When(Fay, StartClock{}).ThenRefused(ErrFacilitatorOnly)
}

// Whoever was asked to help can't turn those out who facilitate in their own right: who opened the workshop, and whom
// the house has let in as a facilitator. Only after they have given it up can it be taken from them again.
func TestAGuestWhoFacilitatesCannotTurnTheOwnersOut(t *testing.T) {
	Given(t, terminals("ada"), By("lou", JoinAsFacilitator{Name: "Lou"}), By(Fay, AppointFacilitator{Person: "ada"})).
		When("ada", ReleaseFacilitator{Person: Fay}).ThenRefused(ErrOwnFacilitator).
		When("ada", ReleaseFacilitator{Person: "lou"}).ThenRefused(ErrOwnFacilitator).
		When(Fay, ReleaseFacilitator{Person: "lou"}).ThenRefused(ErrOwnFacilitator).
		When("lou", ReleaseFacilitator{Person: "ada"}).ThenAccepted().
		And(By(Fay, AppointFacilitator{Person: "ada"}), By("lou", ReleaseFacilitator{Person: "lou"}),
			By(Fay, AppointFacilitator{Person: "lou"})).
		When("ada", ReleaseFacilitator{Person: "lou"}).ThenAccepted()
}

func TestAFacilitatorIsReleasedBeforeTheyAreRemoved(t *testing.T) {
	Given(t, terminals("ada", "ben"), By(Fay, AppointFacilitator{Person: "ada"})).
		When(Fay, RemovePerson{Person: "ada"}).ThenRefused(ErrKeepFacilitator).
		When("ada", RemovePerson{Person: "ada"}).ThenRefused(ErrKeepFacilitator).
		And(By(Fay, ReleaseFacilitator{Person: "ada"})).
		When(Fay, RemovePerson{Person: "ada"}).ThenAccepted().
		When(Fay, AppointFacilitator{Person: "ada"}).ThenRefused(ErrNoSuchPerson).
		When(Fay, ReleaseFacilitator{Person: "ada"}).ThenRefused(ErrNoSuchPerson)
}

func TestWhoFacilitatesHasATerminalAndIsNotTheLeader(t *testing.T) {
	Given(t, Group("ada")).When(Fay, AppointFacilitator{Person: "ada"}).ThenRefused(ErrBoothOnly)

	Given(t, terminals("ada", "ben", "cal"), Reach(StepLeader, PhaseDiverge), By("ben", Nominate{Person: "ada", Reason: "Kind"}),
		Reach(StepLeader, PhaseConverge), By("ada", AcceptNomination{HasTime: true}), By(Fay, OpenVote{}),
		Cast("ada", "yes"), Cast("ben", "yes"), Cast("cal", "yes"), Counted()).
		When(Fay, AppointFacilitator{Person: "ada"}).ThenRefused(ErrKeepLeader).
		When(Fay, AppointFacilitator{Person: "ben"}).ThenAccepted().
		And(By(Fay, ReopenElection{Reason: "Ada moves away"})).
		When(Fay, AppointFacilitator{Person: "ada"}).ThenAccepted()
}

func TestNobodyBecomesAFacilitatorUnderAVote(t *testing.T) {
	Given(t, terminals("ada", "ben", "cal"), By(Fay, AppointFacilitator{Person: "cal"}), Reach(StepVision, PhaseDiverge),
		Write("ada", PromptVision, "One"), Reach(StepVision, PhaseConverge), By(Fay, OpenVote{})).
		When(Fay, AppointFacilitator{Person: "ada"}).ThenRefused(ErrVoteOpen).
		When(Fay, ReleaseFacilitator{Person: "cal"}).ThenRefused(ErrVoteOpen).
		And(By(Fay, AbandonVote{Vote: 1})).
		When(Fay, AppointFacilitator{Person: "ada"}).ThenAccepted().
		When(Fay, OpenVote{}).
		ThenState(func(t testing.TB, s State) {
			if !slices.Equal(s.Vote.Electorate, []PersonID{"ben"}) {
				t.Errorf("%v may vote, want those who take part", s.Vote.Electorate)
			}
		})
}

func TestWhoBecomesAFacilitatorTakesTheHandDown(t *testing.T) {
	aligning := func(s *Stage) error {
		return s.Play(terminals("ada", "ben", "cal"), Reach(StepVision, PhaseAlign))
	}
	concern := ShowHand{Level: 1, Concern: "Too vague"}
	Given(t, aligning, By("ada", concern), By("ben", ShowHand{Level: 4})).
		When(Fay, AppointFacilitator{Person: "ada"}).Then(FacilitatorAppointed{Person: "ada"}).
		When("cal", ShowHand{Level: 5}).Then(HandShown{Level: 5}, HandsRevealed{}).
		ThenView("", func(t testing.TB, v View) {
			if len(v.Concerns) > 0 || v.People[1].Showed {
				t.Errorf("a hand that was taken down is shown: %+v", v.People[1])
			}
		}).
		And(Onward(false))

	// Whoever is the last without a hand is not waited for any more.
	Given(t, aligning, By("ada", concern), By("ben", ShowHand{Level: 4})).
		When(Fay, AppointFacilitator{Person: "cal"}).Then(FacilitatorAppointed{Person: "cal"}, HandsRevealed{}).
		When(Fay, ReleaseFacilitator{Person: "cal"}).ThenAccepted().
		When(Fay, Advance{From: at(StepVision, PhaseAlign)}).ThenRefused(ErrHandsMissing)

	// With no hand up there is nothing to show.
	Given(t, aligning).When(Fay, AppointFacilitator{Person: "ada"}).Then(FacilitatorAppointed{Person: "ada"})
}

func TestWhatAFacilitatorWroteBeforeIsTheirsUntilTheReveal(t *testing.T) {
	Given(t, terminals("ada", "ben"), Reach(StepVision, PhaseDiverge), Write("ada", PromptVision, "Secret"),
		By("ada", DeclareDone{Done: true}), By(Fay, AppointFacilitator{Person: "ada"})).
		ThenView("ada", func(t testing.TB, v View) {
			if len(v.Notes) != 1 || v.MyRole != Facilitator || v.People[1].Done {
				t.Errorf("ada sees of her own %+v, and is seen as %+v", v.Mine, v.People[1])
			}
		}).
		ThenView(Fay, func(t testing.TB, v View) {
			if finds(v, "Secret") {
				t.Error("the other facilitator sees the note")
			}
		}).
		When("ada", RewordNote{Note: 1, Text: "Other"}).ThenRefused(ErrParticipantOnly).
		And(Onward(false)).
		ThenView("ben", func(t testing.TB, v View) {
			if !finds(v.Columns, "Secret") {
				t.Errorf("the wall: %+v", v.Columns)
			}
		})
}

// An acceptance is of the nominations that there were: whoever comes back into play is nominated, and asked, anew.
func TestWhoBecomesAFacilitatorIsNoCandidateAnyMore(t *testing.T) {
	Given(t, terminals("ada", "ben"), Reach(StepLeader, PhaseDiverge), By("ben", Nominate{Person: "ada", Reason: "Kind"}),
		Onward(false), By("ada", AcceptNomination{HasTime: true}), By(Fay, AppointFacilitator{Person: "ada"})).
		ThenView("", func(t testing.TB, v View) {
			if len(v.Nominees) > 0 {
				t.Errorf("nominees: %+v", v.Nominees)
			}
		}).
		When("ada", AcceptNomination{HasTime: true}).ThenRefused(ErrParticipantOnly).
		And(By(Fay, ReleaseFacilitator{Person: "ada"})).
		When("ada", AcceptNomination{HasTime: true}).ThenRefused(ErrNotNominated).
		And(Back(StepLeader, PhaseDiverge), By("ben", Nominate{Person: "ada", Reason: "Still kind"}), Onward(false)).
		ThenState(func(t testing.TB, s State) {
			if c := s.Candidates(); len(c) > 0 {
				t.Errorf("candidates who were not asked: %+v", c)
			}
		}).
		When("ada", AcceptNomination{HasTime: true}).ThenAccepted()
}
