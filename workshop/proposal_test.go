package workshop_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

// consenting is a group that comes to its leader by consent, and has read the reasons: ada and ben were both nominated.
func consenting(people ...PersonID) Line {
	return func(s *Stage) error {
		return s.Play(
			Group(people...), Reach(StepLeader, PhaseBrief), By(Fay, ChooseMethod{Method: Consent}), Onward(false),
			By("ada", Nominate{Person: "ben", Reason: "Asks the right questions"}),
			By("ben", Nominate{Person: "ada", Reason: "Keeps her word"}),
			Reach(StepLeader, PhaseConverge))
	}
}

// proposed is a group that consents to ada or doesn't: ben, cal and dot are asked.
func proposed(terms string) Line {
	return func(s *Stage) error {
		return s.Play(consenting("ada", "ben", "cal", "dot"), By(Fay, ProposeLeader{Person: "ada", Terms: terms}))
	}
}

func consents(by PersonID, proposal int) Line { return By(by, SignalConsent{Proposal: proposal}) }

func objects(by PersonID, proposal int, reason string) Line {
	return By(by, SignalConsent{Proposal: proposal, Objects: true, Reason: reason})
}

func TestAFacilitatorProposesSomebodyWhoWasNominated(t *testing.T) {
	Given(t, consenting("ada", "ben", "cal")).
		When("cal", ProposeLeader{Person: "ada"}).ThenRefused(ErrFacilitatorOnly).
		When(Fay, ProposeLeader{Person: "cal"}).ThenRefused(ErrNotNominated).
		When(Fay, ProposeLeader{Person: "ada", Terms: strings.Repeat("x", MaxReasonLen+1)}).ThenRefused(ErrReasonLong).
		When(Fay, ProposeLeader{Person: "ada", Terms: " for a\tyear "}).Then(LeaderProposed{Proposal: 1, Person: "ada", Terms: "for a year"}).
		When(Fay, ProposeLeader{Person: "ada", Terms: "for a year"}).ThenRefused(ErrSameProposal).
		When(Fay, ProposeLeader{Person: "ada", Terms: "  "}).Then(LeaderProposed{Proposal: 2, Person: "ada"}).
		When(Fay, ProposeLeader{Person: "ben"}).Then(LeaderProposed{Proposal: 3, Person: "ben"}).
		ThenView("", func(t testing.TB, v View) {
			if v.Proposal != (Proposal{Number: 3, Person: "ben"}) || v.Answers.Missing != 2 {
				t.Errorf("the wall shows %+v and %+v", v.Proposal, v.Answers)
			}
		})
	Given(t, Group("ada"), Reach(StepLeader, PhaseBrief), By(Fay, ChooseMethod{Method: Consent}), Onward(false),
		By("ada", Nominate{Person: "ada", Reason: "I'd love to"}), Reach(StepLeader, PhaseConverge)).
		When(Fay, ProposeLeader{Person: "ada"}).ThenRefused(ErrNobodyElse)
}

func TestEveryoneButTheOneProposedAnswers(t *testing.T) {
	Given(t, consenting("ada", "ben", "cal")).
		When("ben", SignalConsent{Proposal: 1}).ThenRefused(ErrNoProposal).
		And(By(Fay, ProposeLeader{Person: "ada"})).
		When("ada", SignalConsent{Proposal: 1}).ThenRefused(ErrAskedLast).
		When(Fay, SignalConsent{Proposal: 1}).ThenRefused(ErrParticipantOnly).
		When("ben", SignalConsent{Proposal: 1, Objects: true}).ThenRefused(ErrObjectionReason).
		When("ben", SignalConsent{Proposal: 1, Objects: true, Reason: strings.Repeat("x", MaxReasonLen+1)}).ThenRefused(ErrReasonLong).
		When("ben", SignalConsent{Proposal: 1, Reason: "not needed"}).Then(ConsentSignalled{Proposal: 1}).
		When("ben", SignalConsent{Proposal: 1}).ThenRefused(ErrAlreadySaid).
		And(By(Fay, ProposeLeader{Person: "ada", Terms: "for a year"})).
		When("ben", SignalConsent{Proposal: 1}).ThenRefused(ErrOtherProposal).
		When("ben", SignalConsent{Proposal: 2}).Then(ConsentSignalled{Proposal: 2})
}

func TestAnAnswerIsItsAuthorsUntilAllAreShown(t *testing.T) {
	Given(t, proposed(""), objects("ben", 1, "She leaves in May")).
		ThenView("ben", func(t testing.TB, v View) {
			if !v.HasSignal || v.Signal != (Signal{Objects: true, Reason: "She leaves in May"}) {
				t.Errorf("ben sees %+v of his own", v.Signal)
			}
		}).
		ThenView("ada", func(t testing.TB, v View) {
			seen := v.People[slices.IndexFunc(v.People, func(p Presence) bool { return p.ID == "ben" })]
			if v.HasSignal || !seen.Signalled || seen.Signal != (Signal{}) {
				t.Errorf("ada sees %+v", seen)
			}
			if diff := cmp.Diff(Answers{Missing: 2}, v.Answers); diff != "" {
				t.Errorf("answers (-want +got):\n%s", diff)
			}
		}).
		When("cal", SignalConsent{Proposal: 1}).Then(ConsentSignalled{Proposal: 1}).
		When("dot", SignalConsent{Proposal: 1}).Then(ConsentSignalled{Proposal: 1}, SignalsRevealed{Proposal: 1}).
		ThenView("ada", func(t testing.TB, v View) {
			want := Answers{Revealed: true, Consents: 2, Objections: []Objection{
				{Against: Proposal{Number: 1, Person: "ada"}, Person: "ben", Reason: "She leaves in May"},
			}}
			if diff := cmp.Diff(want, v.Answers); diff != "" {
				t.Errorf("answers (-want +got):\n%s", diff)
			}
		})
}

func TestAnswersAreShownAlthoughSomeAreMissing(t *testing.T) {
	Given(t, proposed("")).
		When(Fay, RevealSignals{Proposal: 1}).ThenRefused(ErrNoSignals).
		And(consents("ben", 1)).
		When("ben", RevealSignals{Proposal: 1}).ThenRefused(ErrFacilitatorOnly).
		When(Fay, RevealSignals{Proposal: 2}).ThenRefused(ErrOtherProposal).
		When(Fay, RevealSignals{Proposal: 1}).Then(SignalsRevealed{Proposal: 1}).
		When(Fay, RevealSignals{Proposal: 1}).ThenRefused(ErrAlreadySaid).
		ThenView("", func(t testing.TB, v View) {
			if a := v.Answers; a.Missing != 2 || a.Consents != 1 || a.Reached() {
				t.Errorf("answers: %+v", a)
			}
		}).
		When("ada", AcceptNomination{HasTime: true}).ThenRefused(ErrAskedLast).
		When("cal", SignalConsent{Proposal: 1, Objects: true, Reason: "I was slow"}).
		Then(ConsentSignalled{Proposal: 1, Objects: true, Reason: "I was slow"}).
		When("ada", AcceptNomination{HasTime: true}).ThenRefused(ErrObjections)
}

func TestTheOneProposedIsAskedLast(t *testing.T) {
	Given(t, proposed("for a year"), consents("ben", 1), consents("cal", 1)).
		When("ada", AcceptNomination{HasTime: true}).ThenRefused(ErrAskedLast).
		And(consents("dot", 1)).
		When("ben", AcceptNomination{HasTime: true}).ThenRefused(ErrAskedLast).
		When("ada", AcceptNomination{}).ThenRefused(ErrNoTime).
		When("ada", AcceptNomination{HasTime: true}).Then(NominationAccepted{}, LeaderElected{Person: "ada", How: ByConsent}).
		ThenState(func(t testing.TB, s State) {
			if s.Leadership != (Leadership{Leader: "ada", How: ByConsent, Terms: "for a year"}) {
				t.Errorf("leadership: %+v", s.Leadership)
			}
		}).
		When("ada", AcceptNomination{HasTime: true}).ThenRefused(ErrHaveOutcome).
		When(Fay, ProposeLeader{Person: "ben"}).ThenRefused(ErrHaveOutcome).
		When("ben", SignalConsent{Proposal: 1, Objects: true, Reason: "too late"}).ThenRefused(ErrHaveOutcome)
}

func TestTheOneProposedIsFreeToRefuse(t *testing.T) {
	Given(t, proposed(""), objects("ben", 1, "Who does her job?"), consents("cal", 1), consents("dot", 1)).
		When("ada", DeclineNomination{}).Then(NominationDeclined{}).
		ThenState(func(t testing.TB, s State) {
			if s.Proposal != (Proposal{}) || len(s.Heard) != 1 {
				t.Errorf("on the table: %+v; heard: %+v", s.Proposal, s.Heard)
			}
		}).
		When("cal", SignalConsent{Proposal: 1}).ThenRefused(ErrNoProposal).
		When(Fay, ProposeLeader{Person: "ada", Terms: "please"}).ThenRefused(ErrDeclined).
		When(Fay, ProposeLeader{Person: "ben"}).Then(LeaderProposed{Proposal: 2, Person: "ben"})
}

func TestWhoeverDeclinedCanTakeThatBack(t *testing.T) {
	Given(t, consenting("ada", "ben", "cal"), By("ada", DeclineNomination{})).
		When("ben", AcceptNomination{HasTime: true}).ThenRefused(ErrAskedLast).
		And(Line(func(s *Stage) error {
			return s.Play(By(Fay, ProposeLeader{Person: "ben"}), By("ben", DeclineNomination{}))
		})).
		ThenView("", func(t testing.TB, v View) {
			if v.Refused != "ben" {
				t.Errorf("%q has declined", v.Refused)
			}
		}).
		And(By("ben", AcceptNomination{HasTime: true})).
		ThenView("", func(t testing.TB, v View) {
			if v.Refused != "" {
				t.Errorf("%q has declined, and taken it back", v.Refused)
			}
		}).
		When("ada", AcceptNomination{HasTime: true}).Then(NominationAccepted{}).
		When("ada", AcceptNomination{HasTime: true}).ThenRefused(ErrAskedLast).
		When(Fay, ProposeLeader{Person: "ada"}).ThenAccepted()
}

func TestAnObjectionLeadsToAnotherProposal(t *testing.T) {
	Given(t, proposed(""), objects("ben", 1, "Who does her job?"), consents("cal", 1), consents("dot", 1)).
		When("ada", AcceptNomination{HasTime: true}).ThenRefused(ErrObjections).
		When(Fay, ProposeLeader{Person: "ada"}).ThenRefused(ErrSameProposal).
		When(Fay, ProposeLeader{Person: "ada", Terms: "with Ben's help"}).
		Then(LeaderProposed{Proposal: 2, Person: "ada", Terms: "with Ben's help"}).
		ThenView("", func(t testing.TB, v View) {
			want := []Objection{{Against: Proposal{Number: 1, Person: "ada"}, Person: "ben", Reason: "Who does her job?"}}
			if diff := cmp.Diff(want, v.Heard); diff != "" || v.Answers.Missing != 3 {
				t.Errorf("heard (-want +got), %d missing:\n%s", v.Answers.Missing, diff)
			}
		}).
		And(consents("ben", 2), consents("cal", 2), consents("dot", 2)).
		When("ada", AcceptNomination{HasTime: true}).ThenAccepted()
}

func TestAnAnswerThatNobodySawIsNotHeard(t *testing.T) {
	Given(t, proposed(""), objects("ben", 1, "Unseen"), By(Fay, ProposeLeader{Person: "ben"})).
		ThenState(func(t testing.TB, s State) {
			if len(s.Heard) != 0 {
				t.Errorf("heard: %+v", s.Heard)
			}
		})
}

func TestWhoeverObjectedCanConsentAfterAll(t *testing.T) {
	Given(t, proposed(""), objects("ben", 1, "Who does her job?"), consents("cal", 1), consents("dot", 1)).
		When("ben", SignalConsent{Proposal: 1}).Then(ConsentSignalled{Proposal: 1}).
		When("ada", AcceptNomination{HasTime: true}).Then(NominationAccepted{}, LeaderElected{Person: "ada", How: ByConsent})
}

func TestWhoeverLeavesIsNotWaitedFor(t *testing.T) {
	Given(t, proposed(""), consents("ben", 1), consents("cal", 1)).
		When(Fay, RemovePerson{Person: "dot"}).Then(PersonRemoved{Person: "dot"}, SignalsRevealed{Proposal: 1})
	Given(t, proposed(""), objects("ben", 1, "no"), consents("cal", 1)).
		When(Fay, RemovePerson{Person: "ben"}).Then(PersonRemoved{Person: "ben"}).
		And(consents("dot", 1)).
		ThenView("", func(t testing.TB, v View) {
			if !v.Answers.Reached() || v.Answers.Consents != 2 {
				t.Errorf("answers: %+v", v.Answers)
			}
		})
}

func TestAProposalGoesWithThePersonProposed(t *testing.T) {
	Given(t, proposed(""), consents("ben", 1), consents("cal", 1)).
		When(Fay, RemovePerson{Person: "ada"}).Then(PersonRemoved{Person: "ada"}).
		ThenState(func(t testing.TB, s State) {
			if s.Proposal != (Proposal{}) {
				t.Errorf("on the table: %+v", s.Proposal)
			}
		})
	Given(t, proposed(""), consents("ben", 1), Back(StepLeader, PhaseShare)).
		ThenView("ben", func(t testing.TB, v View) {
			if v.Proposal != (Proposal{}) || v.HasSignal {
				t.Errorf("on the table: %+v", v.Proposal)
			}
		})
}

func TestThereIsNoLeaderWhereNobodyConsents(t *testing.T) {
	Given(t, proposed(""), objects("ben", 1, "no"), consents("cal", 1), consents("dot", 1)).
		When(Fay, RecordNoLeader{Reason: "We ask again in May"}).Then(NoLeaderRecorded{Reason: "We ask again in May"}).
		ThenState(func(t testing.TB, s State) {
			if s.Proposal != (Proposal{}) || len(s.Heard) != 1 || s.Leadership.Leader != "" {
				t.Errorf("on the table: %+v; heard: %+v; leadership: %+v", s.Proposal, s.Heard, s.Leadership)
			}
		})
}

// What everyone has heard stays on the table, whoever leaves, and whoever takes it back.
func TestAnObjectionThatWasShownIsNotForgotten(t *testing.T) {
	objected := []Line{proposed(""), objects("ben", 1, "Who does her job?"), consents("cal", 1), consents("dot", 1)}
	for name, then := range map[string]Line{
		"left":           By(Fay, RemovePerson{Person: "ben"}),
		"taken back":     consents("ben", 1),
		"in other words": objects("ben", 1, "Who does it then?"),
		"again and again": func(s *Stage) error {
			return s.Play(consents("ben", 1), objects("ben", 1, "Who does her job?"), consents("ben", 1), objects("ben", 1, "No"))
		},
	} {
		Given(t, append(slices.Clip(objected), then)...).ThenState(func(t testing.TB, s State) {
			if len(s.Heard) != 1 || s.Heard[0].Reason != "Who does her job?" {
				t.Errorf("%s: heard is %+v", name, s.Heard)
			}
		})
	}
}
