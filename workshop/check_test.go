package workshop_test

import (
	"strings"
	"testing"

	"convene/workshop/ballot"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

// tampered is a state that people have reached, and that then was changed by records that nobody decided.
func tampered(t *testing.T, history []Line, by PersonID, events ...Event) State {
	t.Helper()
	stage := NewStage()
	if err := stage.Play(history...); err != nil {
		t.Fatal(err)
	}
	if err := stage.State.Check(); err != nil {
		t.Fatalf("before it was forged: %v", err)
	}
	return Replay(stage.State, Records(stage.State.Seq, Envelope{By: by, At: stage.Now}, events...)...)
}

func TestCheckSaysWhichPromiseIsBroken(t *testing.T) {
	people := []Line{Group("ana", "ben", "cleo")}
	vision := []Line{
		Group("ana", "ben", "cleo"), Reach(StepVision, PhaseDiverge), Write("ana", PromptVision, "One idea", "Another"),
		Reach(StepVision, PhaseConverge),
	}
	voted := []Line{
		Group("ana", "ben", "cleo"), Reach(StepName, PhaseDiverge), Write("ana", PromptName, "Guild", "Forge"),
		Reach(StepName, PhaseConverge), By(Fay, OpenVote{}), Cast("ana", "Guild"), Cast("ben", "Guild"), Cast("cleo", "Guild"),
	}
	asked := []Line{community("ana", "ben", "cleo"), checking(), gives("ana", Red, Green)}
	result := func(votes int, ballots ...ballot.Ballot) VoteClosed {
		return VoteClosed{Vote: 1, Ballots: ballots, Outcome: ballot.Result{
			Tally: ballot.Tally{{Option: "n1", Votes: votes, Ballots: 3}, {Option: "n2"}}, Cast: 3, Winner: "n1",
		}}
	}
	one := ballot.Ballot{{Option: "n1", Weight: 1}}
	all := []ballot.Ballot{one, one, one}
	for name, c := range map[string]struct {
		history []Line
		by      PersonID
		forged  []Event
		want    string
	}{
		"a phase nowhere":                {people, Fay, []Event{PhaseEntered{Position: Position{Step: StepReserve}}}, "not on the agenda"},
		"a pen of another step":          {vision, "ana", []Event{PenTaken{Section: SectionHow}}, `"ana" has the pen for how`},
		"nobody facilitates":             {people, Fay, []Event{FacilitatorReleased{Person: Fay}}, "nobody facilitates"},
		"who facilitates takes part":     {people, Fay, []Event{DoneDeclared{Done: true}}, `"fay" facilitates, and takes part`},
		"two with one name":              {people, "eve", []Event{PersonJoined{Name: "Ana"}}, `two people are called "Ana"`},
		"one with two seats":             {people, "ana", []Event{PersonJoined{Name: "Anna"}}, `"ana" has two seats`},
		"who waits has a seat":           {people, "ana", []Event{PersonKnocked{Name: "Annika"}}, `"ana" waits at the door`},
		"who waits has a name of others": {people, "eve", []Event{PersonKnocked{Name: "Ben"}}, `has the name of somebody else, "Ben"`},
		"nothing, for a cluster may be emptied": {vision, Fay, []Event{
			ClusterFormed{Cluster: 1, Prompt: PromptVision, Notes: []NoteID{1, 2}}, NotesMoved{Notes: []NoteID{1, 2}, Cluster: 0},
		}, ""},
		"a leader who is gone": {people, Fay, []Event{LeaderElected{Person: "zoe", How: ByVote}}, `"zoe" leads, and can't`},
		"too many actions": {people, Fay, func() (all []Event) {
			for i := range MaxActions + 1 {
				all = append(all, ActionPlanned{Action: ActionID(i + 1), What: "Meet"})
			}
			return all
		}(), "21 actions are open"},
		"too many actions, and some of them done": {people, Fay, func() (all []Event) {
			for i := range MaxActions + 1 {
				all = append(all, ActionPlanned{Action: ActionID(i + 1), What: "Meet"})
			}
			return append(all, ActionSettled{Action: 1, As: ActionDone, Why: "Done"})
		}(), ""},
		"an action of a check that was never opened": {
			people, Fay,
			[]Event{ActionPlanned{Action: 1, What: "Meet", Check: 1}},
			"action 1 is not one that can be planned",
		},
		"an occasion that comes again": {asked, Fay, []Event{
			OccasionNoted{Occasion: 2, Form: BookClub, On: "2026-03-02", Topic: "Dune"},
			OccasionNoted{Occasion: 2, Form: BookClub, On: "2026-03-02", Topic: "Dune"},
		}, "occasion 2 is out of order"},
		"a leader without a night":    {asked, Fay, []Event{TimeGranted{Weekly: 6000}}, "the leader has 6000 minutes a week"},
		"a stranger who answered":     {asked, "zoe", []Event{AnswersGiven{Check: 1}}, `"zoe" is on the roll of health check 1 twice, or has never`},
		"somebody who answered twice": {asked, "ana", []Event{AnswersGiven{Check: 1}}, `"ana" is on the roll of health check 1 twice`},
		"answers lost": {
			asked, Fay,
			[]Event{CheckClosed{Check: 1, Took: 0, Spreads: []Spread{{Card: "safety"}, {Card: "fun"}}}},
			"health check 1: 1 names are on the roll, and 0 took part",
		},
		"another check over an open one": {
			asked, Fay,
			[]Event{CheckOpened{Check: 2, Cards: []HealthCard{card("fun")}}},
			"health check 1 is not over, and another one was opened",
		},
		"few answers that are told": {asked, Fay, []Event{CheckClosed{Check: 1, Took: 1, Spreads: []Spread{
			{Card: "safety", Answered: 1, Red: 1}, {Card: "fun"},
		}}}, "health check 1 is out of order, or not one that can be held"},
		"an agenda too short":  {people, Fay, []Event{AgendaPlanned{Agenda: shortened()}}, "and it needs"},
		"a vote of a stranger": {voted, "zoe", []Event{BallotCast{Vote: 1}}, `"zoe" is on the roll of a vote twice, or has no vote`},
		"a second vote":        {voted, "ana", []Event{BallotCast{Vote: 1}}, `"ana" is on the roll of a vote twice`},
		"a ballot lost":        {voted, Fay, []Event{result(2, one, one)}, "3 names are on the roll, and 2 ballots were counted"},
		"a wrong sum":          {voted, Fay, []Event{result(4, one, one, one)}, "vote 1: its votes are not the sum of the ballots"},
		"a ballot with too much": {
			voted, Fay,
			[]Event{result(5, one, one, ballot.Ballot{{Option: "n1", Weight: 3}})},
			"vote 1: a ballot breaks the rule",
		},
		"a tie that somebody has won": {voted, Fay, []Event{VoteClosed{Vote: 1, Ballots: all, Outcome: ballot.Result{
			Tally: ballot.Tally{{Option: "n1", Votes: 3, Ballots: 3}, {Option: "n2"}}, Winner: "n1", Tied: []string{"n1", "n2"},
		}}}, "vote 1: somebody has won, and there is a tie"},
	} {
		t.Run(name, func(t *testing.T) {
			err := tampered(t, c.history, c.by, c.forged...).Check()
			if c.want == "" {
				if err != nil {
					t.Errorf("got %v", err)
				}
				return
			}
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}

// shortened is the usual agenda, with less for its first block than that needs.
func shortened() Agenda {
	stage := NewStage()
	if err := stage.Play(Opened()); err != nil {
		panic(err)
	}
	a := append(Agenda{}, stage.State.Agenda...)
	a[1].Box = Minutes(1)
	return a
}
