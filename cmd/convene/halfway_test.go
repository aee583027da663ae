package main

import (
	"context"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"convene/store"
	"convene/workshop"
	"convene/workshop/ballot"
	"convene/workshop/workshoptest"
)

// halfway puts a workshop with the code brave-otter into a file, in the middle of a scene: notes, hands, nominations,
// answers to a proposal, time or ballots. Whatever has to stay private has the word "secret" in it, and what everyone has seen
// the word "known".
func halfway(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: halfway SCENE FILE")
	}
	scene, ok := scenes()[args[0]]
	if !ok {
		ts.Fatalf("no scene %q", args[0])
	}
	stage := workshoptest.NewStage()
	ts.Check(stage.Play(workshoptest.Group("ana", "ben", "cleo")))
	ts.Check(stage.Play(scene...))
	s, err := store.Open(ts.MkAbs(args[1]))
	ts.Check(err)
	ts.Check(s.Append(context.Background(), "brave-otter", 0, stage.Records...))
	ts.Check(s.Close())
}

func scenes() map[string][]workshoptest.Line {
	type (
		write  = workshop.WriteNote
		reword = workshop.RewordNote
		back   = workshop.WithdrawNote
		hand   = workshop.ShowHand
		name   = workshop.Nominate

		propose = workshop.ProposeLeader
		answer  = workshop.SignalConsent
	)
	reach, booth := workshoptest.Reach, workshoptest.InBooth
	facilitator := func(c workshop.Command) workshoptest.Line { return workshoptest.By(workshoptest.Fay, c) }
	return map[string][]workshoptest.Line{
		"notes": {
			reach(workshop.StepVision, workshop.PhaseDiverge),
			booth("ana", write{Prompt: workshop.PromptVision, Text: "A secret first wording"}),
			booth("ana", reword{Note: 1, Text: "A known idea"}),
			booth("ben", write{Prompt: workshop.PromptVision, Text: "A secret that was taken back"}),
			booth("ben", back{Note: 2}),
			reach(workshop.StepVision, workshop.PhaseShare),
			booth("ben", write{Prompt: workshop.PromptVision, Text: "A known idea, just in time"}),
			reach(workshop.StepMeasures, workshop.PhaseDiverge),
			booth("cleo", write{Prompt: workshop.PromptHow, Text: "A secret idea"}),
			booth("cleo", write{Prompt: workshop.PromptHow, Text: "Another secret"}),
			booth("cleo", reword{Note: 4, Text: "Another secret, worded anew"}),
		},
		"hands": {
			reach(workshop.StepVision, workshop.PhaseAlign),
			booth("ana", hand{Level: 1, Concern: "A secret concern that changed"}),
			booth("ana", hand{Level: 2, Concern: "A known concern"}),
			workshoptest.By(workshoptest.Fay, workshop.RevealHands{}),
			booth("ben", hand{Level: 2, Concern: "A known concern, come late"}),
			reach(workshop.StepMeasures, workshop.PhaseAlign),
			booth("cleo", hand{Level: 0, Concern: "A secret concern"}),
		},
		"nominations": {
			reach(workshop.StepLeader, workshop.PhaseDiverge),
			booth("ana", name{Person: "ben", Reason: "A secret reason that changed"}),
			booth("ana", name{Person: "ben", Reason: "A known reason"}),
			booth("ben", name{Person: "cleo", Reason: "A secret reason, taken back"}),
			booth("ben", workshop.WithdrawNomination{Person: "cleo"}),
			reach(workshop.StepLeader, workshop.PhaseShare),
			workshoptest.By(workshoptest.Fay, workshop.StepBack{
				From: workshop.Position{Step: workshop.StepLeader, Phase: workshop.PhaseShare},
			}),
			booth("cleo", name{Person: "ana", Reason: "A secret reason after going back"}),
		},
		"answers": {
			reach(workshop.StepLeader, workshop.PhaseBrief),
			facilitator(workshop.ChooseMethod{Method: workshop.Consent}), workshoptest.Onward(false),
			booth("cleo", name{Person: "ben", Reason: "A known reason"}),
			reach(workshop.StepLeader, workshop.PhaseConverge),
			booth("cleo", workshop.ChangeNomination{From: "ben", To: "ana", Reason: "A known reason, in the second round"}),
			facilitator(propose{Person: "ana", Terms: "for a known year"}),
			booth("ben", answer{Proposal: 1, Objects: true, Reason: "A secret objection that he took back"}, answer{Proposal: 1}),
			booth("cleo", answer{Proposal: 1, Objects: true, Reason: "A known objection"}),
			facilitator(propose{Person: "ana", Terms: "for half a known year"}),
			booth("cleo", answer{Proposal: 2, Objects: true, Reason: "A secret objection to what was changed"}),
			facilitator(propose{Person: "ana", Terms: "for a known quarter"}),
			booth("ben", answer{Proposal: 3, Objects: true, Reason: "A secret objection"}),
		},
		"consent": {
			reach(workshop.StepLeader, workshop.PhaseBrief),
			facilitator(workshop.ChooseMethod{Method: workshop.Consent}), workshoptest.Onward(false),
			booth("cleo", name{Person: "ana", Reason: "A known reason"}),
			reach(workshop.StepLeader, workshop.PhaseConverge),
			facilitator(propose{Person: "ana", Terms: "for a known year"}),
			booth("ben", answer{Proposal: 1, Objects: true, Reason: "A secret objection that he took back"}, answer{Proposal: 1}),
			booth("cleo", answer{Proposal: 1}),
			booth("ana", workshop.AcceptNomination{HasTime: true}),
		},
		"time": {
			workshoptest.Wait(7 * time.Minute),
			workshoptest.Onward(false), workshoptest.Wait(20 * time.Minute),
			workshoptest.By(workshoptest.Fay, workshop.StartBreak{}), workshoptest.Wait(22 * time.Hour),
			workshoptest.By(workshoptest.Fay, workshop.EndBreak{}), workshoptest.Wait(6 * time.Minute),
			workshoptest.Onward(false), workshoptest.Wait(time.Hour),
		},
		"ballots": {
			reach(workshop.StepName, workshop.PhaseDiverge),
			booth("ana", write{Prompt: workshop.PromptName, Text: "Known Club"}, write{Prompt: workshop.PromptName, Text: "Known Circle"}),
			reach(workshop.StepName, workshop.PhaseConverge),
			workshoptest.By(workshoptest.Fay, workshop.OpenVote{}),
			booth("ana", workshop.CastBallot{Vote: 1, Ballot: ballot.Ballot{{Option: "n1", Weight: 1}}}),
			booth("ben", workshop.CastBallot{Vote: 1, Ballot: ballot.Ballot{{Option: "n2", Weight: 1}}}),
		},
	}
}
