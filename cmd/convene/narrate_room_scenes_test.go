package main

import (
	"testing"
	"time"

	"convene/workshop"
	"convene/workshop/workshoptest"
)

// onStage is the log of a script.
func onStage(t *testing.T, lines ...workshoptest.Line) []workshop.Record {
	t.Helper()
	s := workshoptest.NewStage()
	if err := s.Play(lines...); err != nil {
		t.Fatal(err)
	}
	return s.Records
}

// behindDoors is a workshop with what only facilitators and authors see, by two facilitators.
func behindDoors(t *testing.T) []workshop.Record {
	by, fay := workshoptest.By, workshoptest.Fay
	notes := func(n ...workshop.NoteID) []workshop.NoteID { return n }
	words := func(text string) workshop.Command {
		return workshop.ProposeSentence{Section: workshop.SectionVision, Text: text}
	}
	return onStage(t, workshoptest.Group("bo", "cy"),
		by("ana", workshop.Join{Name: "Anaïs"}), by("dan", workshop.Join{Name: "Dante"}),
		by("flo", workshop.JoinAsFacilitator{Name: "Florian"}),
		by(fay, workshop.LockDoor{Locked: true}),
		by("mallory", workshop.Join{Name: "Mallory"}), by("eve", workshop.Join{Name: "Evelyn"}),
		by(fay, workshop.RefusePerson{Person: "mallory"}), by("flo", workshop.AdmitPerson{Person: "eve"}),
		by("flo", workshop.AppointFacilitator{Person: "dan"}, workshop.ReleaseFacilitator{Person: "dan"}),
		by(fay, workshop.StartClock{}, workshop.PauseClock{}),
		workshoptest.Reach(workshop.StepVision, workshop.PhaseDiverge),
		workshoptest.Write("ana", workshop.PromptVision, "We learn from each other every day", "Gone"),
		workshoptest.Write("bo", workshop.PromptVision, "every WEEK, learn from each other!", "Third", "Fourth", "Fifth"),
		by("ana", workshop.RewordNote{Note: 1, Text: "Learn from each other every week"}, workshop.WithdrawNote{Note: 2},
			workshop.DeclareDone{Done: true}, workshop.DeclareDone{}, workshop.AskMinute{}),
		workshoptest.Reach(workshop.StepVision, workshop.PhaseConverge),
		by("ana", workshop.KeepApart{Notes: [2]workshop.NoteID{1, 3}}, workshop.FormCluster{Notes: notes(1, 3), Title: "Learning"}),
		by("bo", workshop.FormCluster{Notes: notes(4)}, workshop.TitleCluster{Cluster: 2, Title: "Order"},
			workshop.MoveNotes{Notes: notes(5), Cluster: 2}, workshop.PlaceCluster{Cluster: 2, Before: 1},
			workshop.ParkNotes{Notes: notes(6)}, workshop.MergeClusters{Into: 1, From: 2}, workshop.UndoLast{}),
		by("flo", workshop.PutSpotlight{On: workshop.Spot{Note: 1}}, workshop.PutSpotlight{}),
		by("flo", workshop.TakePen{Section: workshop.SectionVision}), by("bo", words("We share")), by("ana", words("We teach")),
		by(fay, workshop.HandPen{To: "ana"}), by("cy", words("We try")), by("ana", workshop.LayPen{}),
		by("flo", workshop.WriteStatement{Section: workshop.SectionVision, Text: "We share, teach and try"}),
		by("flo", workshop.OpenVote{}), workshoptest.Cast("ana"), abandoned("flo"),
		workshoptest.Reach(workshop.StepVision, workshop.PhaseAlign),
		by("bo", workshop.ShowHand{Level: 2, Concern: "Who pays?"}, workshop.ShowHand{Level: 1, Concern: "Who has the time?"}),
		by("ana", workshop.ShowHand{Level: 4}), by("flo", workshop.RevealHands{}), by("cy", workshop.ShowHand{Level: 3}),
		by(fay, workshop.RemovePerson{Person: "cy"}),
		workshoptest.Onward(true),
	)
}

// abandoned is somebody ending the open vote without a count.
func abandoned(by workshop.PersonID) workshoptest.Line {
	return func(s *workshoptest.Stage) error {
		return s.Play(workshoptest.By(by, workshop.AbandonVote{Vote: s.State.Vote.ID}))
	}
}

// atTheEnd is a workshop whose group comes to a leader and back, and plans what follows.
func atTheEnd(t *testing.T) []workshop.Record {
	by, fay := workshoptest.By, workshoptest.Fay
	return onStage(t, workshoptest.Group("bo", "cy"),
		by("ana", workshop.Join{Name: "Anaïs"}), by("flo", workshop.JoinAsFacilitator{Name: "Florian"}),
		workshoptest.Reach(workshop.StepLeader, workshop.PhaseBrief),
		by("flo", workshop.ChooseMethod{Method: workshop.Consent}),
		workshoptest.Reach(workshop.StepLeader, workshop.PhaseDiverge),
		by("bo", workshop.Nominate{Person: "ana", Reason: "Asks well"}, workshop.Nominate{Person: "cy", Reason: "Listens"},
			workshop.WithdrawNomination{Person: "cy"}),
		by("ana", workshop.Nominate{Person: "bo", Reason: "Has the time"}),
		workshoptest.Onward(true),
		workshoptest.Back(workshop.StepLeader, workshop.PhaseDiverge),
		by("cy", workshop.Nominate{Person: "bo", Reason: "Knows all of us"}, workshop.WithdrawNomination{Person: "bo"}),
		workshoptest.Onward(true), workshoptest.Onward(true),
		by("cy", workshop.ChangeNomination{To: "bo", Reason: "Is patient"},
			workshop.ChangeNomination{From: "bo", To: "ana", Reason: "Is calm"},
			workshop.ChangeNomination{From: "ana", To: "ana", Reason: "Is calm and kind"}, workshop.ChangeNomination{From: "ana"}),
		by(fay, workshop.ProposeLeader{Person: "bo"}), by("bo", workshop.DeclineNomination{}),
		by("flo", workshop.ProposeLeader{Person: "ana", Terms: "for a year"}),
		by("bo", workshop.SignalConsent{Proposal: 2, Objects: true, Reason: "Too long"}, workshop.SignalConsent{Proposal: 2}),
		by("flo", workshop.RevealSignals{Proposal: 2}),
		by("cy", workshop.SignalConsent{Proposal: 2, Objects: true, Reason: "Too soon"}, workshop.SignalConsent{Proposal: 2}),
		by("ana", workshop.AcceptNomination{HasTime: true}),
		by("ana", workshop.DeclineLeadership{Reason: "My team needs me"}),
		by(fay, workshop.RecordNoLeader{Reason: "We meet again in May"}),
		by("flo", workshop.ReopenElection{Reason: "Somebody came back"}),
		by("flo", workshop.RecordNoLeader{Reason: "We meet again in June"}),
		workshoptest.Reach(workshop.StepClosing, workshop.PhaseCanvas),
		by("cy", workshop.PlanAction{What: "Rent a room", Owner: "ana", Due: "2026-03-09"}),
		by("flo", workshop.PlanAction{What: "Buy cake", Owner: "bo"}),
		by("cy", workshop.DropAction{Action: 1}), by(fay, workshop.DropAction{Action: 2}),
		by("flo", workshop.CloseWorkshop{}),
	)
}

// late is a workshop that plans, rests, makes up for what it lost, and says what two long silences were.
func late(t *testing.T) []workshop.Record {
	by, fay := workshoptest.By, workshoptest.Fay
	plan, err := workshop.NewAgenda(150, false)
	if err != nil {
		t.Fatal(err)
	}
	repair := func(s *workshoptest.Stage) error {
		return s.Play(by("flo", workshop.RepairAgenda{Repair: workshop.EndLater}))
	}
	return onStage(t, workshoptest.Group("bo", "cy"), by("flo", workshop.JoinAsFacilitator{Name: "Florian"}),
		by("flo", workshop.PlanAgenda{Agenda: plan}),
		workshoptest.Onward(true), by("flo", workshop.StartBreak{Minutes: 10}), workshoptest.Wait(5*time.Minute),
		by(fay, workshop.EndBreak{}), workshoptest.Wait(40*time.Minute), repair, takenBack,
		workshoptest.Wait(22*time.Hour), answered(true), workshoptest.Wait(22*time.Hour), answered(false),
	)
}

// takenBack is a facilitator taking the latest repair back.
func takenBack(s *workshoptest.Stage) error {
	return s.Play(workshoptest.By("flo", workshop.UndoRepair{Of: s.State.Timing().RepairAt}))
}

// answered is a facilitator saying what the latest silence was.
func answered(rest bool) workshoptest.Line {
	return func(s *workshoptest.Stage) error {
		lulls := s.State.Timing().Lulls(s.Now)
		return s.Play(workshoptest.By("flo", workshop.AnswerLull{From: lulls[len(lulls)-1].From, Break: rest}))
	}
}

// community is one in its first year: it holds health checks, few and many, and keeps what came of them. Two facilitate.
func community(t *testing.T) []workshop.Record {
	by, fay := workshoptest.By, workshoptest.Fay
	card := func(id workshop.CardID, about string) workshop.HealthCard {
		return workshop.HealthCard{ID: id, About: about, Red: "It is bad", Green: "It is good"}
	}
	cards := []workshop.HealthCard{card("safety", "Safety"), card("fun", "Fun")}
	says := func(check workshop.CheckID, fun workshop.Colour, people ...workshop.PersonID) workshoptest.Line {
		return func(s *workshoptest.Stage) error {
			for _, p := range people {
				given := workshop.GiveAnswers{Check: check, Lock: workshop.LockOf([]byte(p)), Sheet: workshop.Sheet{
					{Card: "fun", Colour: fun, Sentence: "SECRET of " + string(p)}, {Card: "safety", Colour: workshop.Green},
				}}
				if err := s.Play(by(p, given)); err != nil {
					return err
				}
			}
			return nil
		}
	}
	change := workshop.ChangeAnswers{
		Check: 2, Sheet: workshop.Sheet{{Card: "fun", Colour: workshop.Red}, {Card: "safety", Colour: workshop.Yellow}},
		Was: []byte("bo"), Lock: workshop.LockOf([]byte("bo again")),
	}
	return onStage(t, workshoptest.Group("ana", "bo", "cy", "dan", "eva"), by("flo", workshop.JoinAsFacilitator{Name: "Florian"}),
		workshoptest.Reach(workshop.StepClosing, workshop.PhaseCanvas),
		by("cy", workshop.PlanAction{What: "Rent a room", Owner: "ana", Due: "2026-03-09"}), by(fay, workshop.CloseWorkshop{}),
		by("gil", workshop.Join{Name: "Gilbert"}),
		by(fay, workshop.AdmitPerson{Person: "gil"}, workshop.RemovePerson{Person: "gil"}),
		by("flo", workshop.PlanCheck{On: "2026-04-01"}, workshop.PlanCheck{}),
		by(fay, workshop.OpenCheck{Cards: cards}), says(1, workshop.Green, "ana", "bo"), by(fay, workshop.AbandonCheck{Check: 1}),
		by("flo", workshop.OpenCheck{Cards: cards, Until: "2026-03-05"}), says(2, workshop.Abstain, "ana"),
		says(2, workshop.Green, "bo", "cy", "dan", "eva"), by("bo", change),
		by(fay, workshop.CloseCheck{Check: 2}, workshop.TurnCard{Check: 2, Turned: 1}, workshop.TurnCard{Check: 2, Turned: 2},
			workshop.TurnCard{Check: 2, Turned: 3}),
		by("ana", workshop.PlanAction{What: "Ask more", Owner: "bo", Check: 2, Card: "safety", Due: "2026-03-19"},
			workshop.PlanAction{What: "Laugh", Owner: "cy"}, workshop.PlanAction{What: "Sing", Owner: "cy"}),
		by("cy", workshop.SettleAction{Action: 1, As: workshop.ActionMove, Why: "All are taken", Due: "2026-03-16"},
			workshop.SettleAction{Action: 3, As: workshop.ActionDone, Why: "We do"}),
		by("flo", workshop.SettleAction{Action: 4, As: workshop.ActionGone, Why: "Rather not"}),
		by("dan", workshop.NoteOccasion{Kind: workshop.LeanCoffee, On: "2026-03-06", Topic: "Mocks"}, workshop.StrikeOccasion{Occasion: 1}),
		by(fay, workshop.NameSponsor{Name: "Ms Moneypenny"}, workshop.NameSponsor{}),
		by("flo", workshop.OpenCheck{Cards: cards}), says(3, workshop.Red, "ana", "bo"), by("flo", workshop.CloseCheck{Check: 3}),
	)
}

// led is a community with a leader, who has time for it.
func led(t *testing.T) []workshop.Record {
	by, fay := workshoptest.By, workshoptest.Fay
	return onStage(t, workshoptest.Group("ana", "bo", "cy"), workshoptest.Reach(workshop.StepLeader, workshop.PhaseDiverge),
		by("ana", workshop.Nominate{Person: "cy", Reason: "Listens"}), workshoptest.Onward(true),
		by("cy", workshop.AcceptNomination{HasTime: true}), workshoptest.Onward(true), by(fay, workshop.OpenVote{}),
		workshoptest.Cast("ana", "yes"), workshoptest.Cast("bo", "yes"), workshoptest.Cast("cy", "yes"), workshoptest.Counted(),
		workshoptest.Onward(true), by(fay, workshop.CloseWorkshop{}), by("cy", workshop.GrantTime{Weekly: 240}, workshop.GrantTime{}))
}

// again is a workshop that goes on from a canvas, and changes what stands there.
func again(t *testing.T) []workshop.Record {
	return onStage(t, workshoptest.Again("ana", "bo"), workshoptest.Reach(workshop.StepVision, workshop.PhaseDiverge),
		workshoptest.Write("ana", workshop.PromptVision, "Clean builds"),
		workshoptest.Reach(workshop.StepVision, workshop.PhaseConverge),
		workshoptest.By("bo", workshop.TitleCluster{Cluster: 1, Title: "Craft"}, workshop.ParkNotes{Notes: []workshop.NoteID{4}}),
		workshoptest.Reach(workshop.StepMeasures, workshop.PhaseShare))
}
