package workshoptest

import (
	"fmt"
	"time"

	"convene/workshop"
)

// SampleByConsent is the sample, but its group comes to its leader by consent: an objection is taken back before anybody sees it,
// two are shown and are answered by another proposal, and a third that nobody sees is overtaken by the next. Each of its texts is
// said once only.
func SampleByConsent() (workshop.State, []workshop.Record) {
	s := SampleStage(workshop.StepLeader, workshop.PhaseBrief)
	object := func(proposal int, reason string) workshop.Command {
		return workshop.SignalConsent{Proposal: proposal, Objects: true, Reason: reason}
	}
	propose := func(terms string) Line {
		return By(Fay, workshop.ProposeLeader{Person: "grace", Terms: terms})
	}
	if err := s.Play(
		By(Fay, workshop.ChooseMethod{Method: workshop.Consent}), Wait(time.Minute), Onward(false),
		By("ada", workshop.Nominate{Person: "grace", Reason: "She started the dojo and people come"}),
		By("mei", workshop.Nominate{Person: "lukasz", Reason: "Knows every team"}),
		InBooth("tom", workshop.Nominate{Person: "grace", Reason: "She gets things done"}),
		Wait(2*time.Minute), Onward(false), Wait(time.Minute), Onward(false),
		propose("for a year"), Wait(30*time.Second),
		By("ada", object(1, "Would she still lead the dojo?"), workshop.SignalConsent{Proposal: 1}),
		By("jose", object(1, "A year is long for a first time")),
		InBooth("tom", object(1, "Her team needs her in spring")),
		By("ngoc", workshop.SignalConsent{Proposal: 1}),
		Wait(time.Minute), By(Fay, workshop.RevealSignals{Proposal: 1}), Wait(time.Minute),
		propose("for half a year"), Wait(30*time.Second),
		By("mei", object(2, "Who stands in for her on holidays?")),
		propose("for half a year, with Łukasz as her deputy"), Wait(30*time.Second),
		allConsent(3), Wait(30*time.Second), By("grace", workshop.AcceptNomination{HasTime: true}),
		Wait(time.Minute), Onward(false), Wait(3*time.Minute), By(Fay, workshop.CloseWorkshop{}),
	); err != nil {
		panic(fmt.Sprintf("play the sample by consent: %v", err))
	}
	return s.State, s.Records
}

// allConsent is everyone who is asked consenting to a proposal.
func allConsent(proposal int) Line {
	return func(s *Stage) error {
		for _, p := range s.State.Participants() {
			if p.ID == s.State.Proposal.Person {
				continue
			}
			if err := s.Play(By(p.ID, workshop.SignalConsent{Proposal: proposal})); err != nil {
				return err
			}
		}
		return nil
	}
}
