package workshop_test

import (
	"slices"
	"testing"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

func TestTheMethodIsChosenBeforeNominations(t *testing.T) {
	Given(t, Group("ada", "ben"), Reach(StepLeader, PhaseBrief)).
		ThenView("ada", func(t testing.TB, v View) {
			if v.Method != SecretBallot {
				t.Errorf("without a choice the method is %q", v.Method)
			}
		}).
		When(Fay, ChooseMethod{Method: SecretBallot}).ThenRefused(ErrAlreadyThere).
		When("ada", ChooseMethod{Method: Consent}).ThenRefused(ErrFacilitatorOnly).
		When(Fay, ChooseMethod{Method: "shouting"}).ThenRefused(ErrNoSuchMethod).
		When(Fay, ChooseMethod{Method: Consent}).Then(MethodChosen{Method: Consent}).
		And(Onward(false)).
		When(Fay, ChooseMethod{Method: SecretBallot}).ThenRefused(ErrNotNow)
	Given(t, Group("ada", "ben"), Reach(StepVision, PhaseBrief)).
		When(Fay, ChooseMethod{Method: Consent}).ThenRefused(ErrOtherStep)
	Given(t, candidates("ada", "ben"), By(Fay, RecordNoLeader{Reason: "later"}), Back(StepLeader, PhaseBrief)).
		When(Fay, ChooseMethod{Method: Consent}).ThenRefused(ErrHaveOutcome)
}

func TestEachMethodHasItsOwnWay(t *testing.T) {
	Given(t, consenting("ada", "ben", "cal")).
		When(Fay, OpenVote{}).ThenRefused(ErrByConsent).
		When("ada", AcceptNomination{HasTime: true}).ThenRefused(ErrAskedLast)
	Given(t, candidates("ada", "ben", "cal")).
		When(Fay, ProposeLeader{Person: "ada"}).ThenRefused(ErrByBallot).
		When("ben", SignalConsent{Proposal: 1}).ThenRefused(ErrByBallot).
		When(Fay, RevealSignals{Proposal: 1}).ThenRefused(ErrByBallot).
		When("ada", ChangeNomination{From: "ben", To: "cal", Reason: "calm"}).ThenRefused(ErrByBallot)
	Given(t, Group("ada"), Reach(StepVision, PhaseConverge)).
		When(Fay, ProposeLeader{Person: "ada"}).ThenRefused(ErrOtherStep)
}

// A no stays a no. A yes was given to stand in a secret ballot.
func TestAnotherMethodKeepsWhoDeclined(t *testing.T) {
	Given(t, candidates("ada", "ben", "cal", "dot"), By("ben", DeclineNomination{}), Back(StepLeader, PhaseBrief),
		By(Fay, ChooseMethod{Method: Consent}), Reach(StepLeader, PhaseConverge)).
		ThenState(func(t testing.TB, s State) {
			if got := s.Candidates(); len(got) != 0 {
				t.Errorf("candidates: %+v", got)
			}
		}).
		When(Fay, ProposeLeader{Person: "ben"}).ThenRefused(ErrDeclined).
		When(Fay, ProposeLeader{Person: "ada"}).ThenAccepted()
}

func TestNominationsCanBeChangedWhenAllAreRead(t *testing.T) {
	long := ChangeNomination{From: "ben", To: "cal", Reason: "Has the time"}
	Given(t, consenting("ada", "ben", "cal"), Back(StepLeader, PhaseShare)).
		When("cal", ChangeNomination{From: "ben", To: "ada", Reason: "mine?"}).ThenRefused(ErrNotNominated).
		When("ada", ChangeNomination{}).ThenRefused(ErrNoSuchPerson).
		When("ada", ChangeNomination{To: "eve", Reason: "who?"}).ThenRefused(ErrNoSuchPerson).
		When("ada", ChangeNomination{From: "ben", To: "cal"}).ThenRefused(ErrReasonMissing).
		When("ada", ChangeNomination{From: "ben", To: "ben", Reason: "Asks the right questions"}).ThenRefused(ErrAlreadyThere).
		And(By("cal", ChangeNomination{To: "ben", Reason: "Mine too"})).
		When("ada", long).Then(NominationChanged(long)).
		ThenView("cal", func(t testing.TB, v View) {
			if len(v.Nominations) != 1 || v.Nominations[0].Person != "ben" {
				t.Errorf("Ada changed hers, and Cal's are %+v", v.Nominations)
			}
		}).
		And(By("cal", ChangeNomination{From: "ben"})).
		ThenView("", func(t testing.TB, v View) {
			if len(v.Nominees) != 2 || v.Nominees[0].ID != "ada" || v.Nominees[1].ID != "cal" || !slices.Equal(v.Nominees[1].Reasons, []string{"Has the time"}) {
				t.Errorf("the wall shows %+v", v.Nominees)
			}
		}).
		When("cal", ChangeNomination{To: "ben", Reason: "One more"}).Then(NominationChanged{To: "ben", Reason: "One more"}).
		When("cal", ChangeNomination{From: "ben", To: "ben", Reason: "Better words"}).
		Then(NominationChanged{From: "ben", To: "ben", Reason: "Better words"}).
		When("cal", ChangeNomination{From: "ben"}).Then(NominationChanged{From: "ben"}).
		ThenView("", func(t testing.TB, v View) {
			if len(v.Nominees) != 2 {
				t.Errorf("the wall shows %+v", v.Nominees)
			}
		})
}

// Whoever thinks of somebody else while all answer, or because of an objection, says so when the answers have been seen.
func TestNominationsRestWhileAProposalIsAnswered(t *testing.T) {
	more := ChangeNomination{To: "cal", Reason: "Nobody objects to Cal"}
	Given(t, proposed("")).
		When("ben", more).ThenRefused(ErrProposalOpen).
		And(objects("ben", 1, "She leaves in May"), consents("cal", 1), consents("dot", 1)).
		When("ben", more).Then(NominationChanged(more)).
		When(Fay, ProposeLeader{Person: "cal"}).ThenAccepted()
}

func TestALeaderWhoDeclinesAfterAllReopensTheElection(t *testing.T) {
	sorry := DeclineLeadership{Reason: "I move abroad"}
	Given(t, proposed(""), consents("ben", 1), consents("cal", 1), consents("dot", 1)).
		When("ada", sorry).ThenRefused(ErrNotLeader).
		And(By("ada", AcceptNomination{HasTime: true}), Onward(false)).
		When("ben", sorry).ThenRefused(ErrNotLeader).
		When("ada", DeclineLeadership{}).ThenRefused(ErrReasonMissing).
		When("ada", sorry).Then(NominationDeclined{}, ElectionReopened{Reason: "I move abroad"}).
		When(Fay, CloseWorkshop{}).ThenRefused(ErrNoOutcome).
		And(Back(StepLeader, PhaseConverge)).
		When(Fay, ProposeLeader{Person: "ada"}).ThenRefused(ErrDeclined).
		When(Fay, ProposeLeader{Person: "ben"}).ThenAccepted()
	Given(t, candidates("ada", "ben"), By(Fay, OpenVote{}), Cast("ada", "yes"), Cast("ben", "yes"), By(Fay, CloseVote{Vote: 1})).
		When("ada", sorry).Then(NominationDeclined{}, ElectionReopened{Reason: "I move abroad"}).
		ThenState(func(t testing.TB, s State) {
			if s.Leadership.Decided() || len(s.Candidates()) != 0 {
				t.Errorf("leadership: %+v, candidates: %+v", s.Leadership, s.Candidates())
			}
		})
}
