package tui

import (
	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// byReasons is a group of six that comes to its leader by consent, up to a phase: Ben was nominated twice, Cleo once.
func byReasons(phase workshop.Phase) Line {
	return func(s *Stage) error {
		return s.Play(
			Group("ada", "ben", "cleo", "dan", "eve", "finn"), Reach(workshop.StepLeader, workshop.PhaseBrief),
			By(Fay, workshop.ChooseMethod{Method: workshop.Consent}), Onward(false),
			By("ada", workshop.Nominate{Person: "ben", Reason: "Asks the questions that nobody else asks"}),
			By("cleo", workshop.Nominate{Person: "ben", Reason: "Has held a community together before, for three years, in a company that was twice as large as ours is"}),
			By("dan", workshop.Nominate{Person: "cleo", Reason: "Everyone trusts her"}),
			Reach(workshop.StepLeader, phase))
	}
}

// proposing is that group with Ben on the table, and everyone's answers: an objection where there are words.
func proposing(terms string, answers ...string) Line {
	return func(s *Stage) error {
		if err := s.Play(byReasons(workshop.PhaseConverge), By(Fay, workshop.ProposeLeader{Person: "ben", Terms: terms})); err != nil {
			return err
		}
		return s.Play(answering(1, answers...))
	}
}

// answering lets the people answer in the order of arrival, but for Ben.
func answering(proposal int, answers ...string) Line {
	return func(s *Stage) error {
		who := []workshop.PersonID{"ada", "cleo", "dan", "eve", "finn"}
		for i, a := range answers {
			if err := s.Play(By(who[i], workshop.SignalConsent{Proposal: proposal, Objects: a != "", Reason: a})); err != nil {
				return err
			}
		}
		return nil
	}
}

const (
	terms  = "for a year, with half a day a week"
	tooFew = "Half a day isn't enough: the last one who tried gave up after a month"
)

func consentMoments() []moment {
	at := func(then ...Line) func() *Stage {
		return func() *Stage {
			s := NewStage()
			if err := s.Play(then...); err != nil {
				panic(err)
			}
			return s
		}
	}
	objected := proposing(terms, "", tooFew, "", "", "")
	amended := By(Fay, workshop.ProposeLeader{Person: "ben", Terms: "for a year, with a day a week"})
	accepted := By("ben", workshop.AcceptNomination{HasTime: true})
	return []moment{
		{
			name: "brief", from: at(byReasons(workshop.PhaseShare), Back(workshop.StepLeader, workshop.PhaseBrief)), who: Fay,
			lines: []string{"By consent: name a person and say why.", "v chooses between a secret ballot and consent"},
		},
		{
			name: "reasons", from: at(byReasons(workshop.PhaseShare)), who: "ada", keys: []string{"down"},
			lines: []string{"Has one of them changed your mind?", "Everyone trusts her", "Ada (you)"},
		},
		{
			name: "reasons-nominee", from: at(byReasons(workshop.PhaseShare), By("cleo", workshop.DeclineNomination{})), who: "ben",
			lines: []string{"You are nominated, Ben. If you are proposed, you are asked last.", "✗ has declined"},
		},
		{
			name: "reasons-facilitator", from: at(byReasons(workshop.PhaseConverge)), who: Fay,
			lines: []string{"Whom do the reasons speak for?", "v proposes somebody, on the strength of the reasons"},
		},
		{
			name: "reasons-after-a-no", from: at(objected, By("ben", workshop.DeclineNomination{})), who: Fay,
			lines: []string{"Cleo, about Ben: Half a day isn't enough", "✗ has declined"},
		},
		{
			name: "reasons-nobody", from: at(Group("ada"), Reach(workshop.StepLeader, workshop.PhaseBrief), By(Fay, workshop.ChooseMethod{Method: workshop.Consent}),
				Reach(workshop.StepLeader, workshop.PhaseConverge)), who: Fay,
			lines: []string{"Nobody was nominated.", "N records that there is no leader yet"},
		},
		{
			name: "proposal", from: at(proposing(terms)), who: "ada",
			lines: []string{"B e n", terms, "c consent    o object, and say why", "0 of 5 have answered"},
		},
		{
			name: "proposal-answered", from: at(proposing(terms, tooFew)), who: "ada",
			lines: []string{"You object: Half a day", "Nobody sees it until all answers are shown;", "c consent after all"},
		},
		{
			name: "proposal-nominee", from: at(proposing(terms, "")), who: "ben",
			lines: []string{"You are proposed, Ben. You are asked last", "d decline"},
		},
		{
			name: "proposal-facilitator", from: at(proposing(terms, "", tooFew)), who: Fay,
			lines: []string{"2 of 5 have answered; still to come: Dan, Eve and Finn.", "v shows the answers"},
		},
		{
			name: "objection", from: at(objected), who: Fay,
			lines: []string{"1 objection to hear.", "✗ Cleo: Half a day isn't enough", "✓ Ada, Dan, Eve and Finn consent", "v changes the proposal"},
		},
		{
			name: "objection-own", from: at(objected), who: "cleo",
			lines: []string{"c consent after all", "✗ You object."},
		},
		{
			name: "amended", from: at(objected, amended), who: "cleo",
			lines: []string{"with a day a week", "Cleo, about Ben: Half a day isn't enough"},
		},
		{
			name: "consent", from: at(objected, amended, answering(2, "", "", "", "", "")), who: Fay,
			lines: []string{"✓ Nobody objects.", "Ben is asked now, last of all."},
		},
		{
			name: "consent-nominee", from: at(objected, amended, answering(2, "", "", "", "", "")), who: "ben",
			lines: []string{"The group consents, Ben. Will you lead?", "y accept    d decline", "Dedicated time for it"},
		},
		{
			name: "leads", from: at(objected, amended, answering(2, "", "", "", "", ""), accepted), who: "ben",
			lines: []string{"B e n", "by consent: no objection stands", "for a year, with a day a week"},
		},
	}
}
