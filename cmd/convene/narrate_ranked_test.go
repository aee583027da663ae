package main

import (
	"strings"
	"testing"

	"convene/workshop"
	"convene/workshop/ballot"
	. "convene/workshop/workshoptest"
)

// A ranked vote is told so that anyone can count along: who had how many ballots in each round, and who was dropped.
func TestEveryRoundOfARankedVoteIsTold(t *testing.T) {
	s := NewStage()
	history := []Line{Group("ada", "ben", "cleo", "dan", "eve"), Reach(workshop.StepLeader, workshop.PhaseDiverge)}
	for _, p := range []workshop.PersonID{"ada", "ben", "cleo"} {
		history = append(history, By("dan", workshop.Nominate{Person: p, Reason: "Listens"}))
	}
	history = append(history, Onward(false))
	for _, p := range []workshop.PersonID{"ada", "ben", "cleo"} {
		history = append(history, By(p, workshop.AcceptNomination{HasTime: true}))
	}
	if err := s.Play(append(history, Onward(false), By(Fay, workshop.OpenVote{Ranked: true}))...); err != nil {
		t.Fatal(err)
	}
	for who, choices := range map[workshop.PersonID][]string{
		"ada": {"ada"}, "ben": {"ben", "ada"}, "cleo": {"cleo", "ben"}, "dan": {"ben"}, "eve": {"ada"},
	} {
		var b ballot.Ballot
		for i, c := range choices {
			b = append(b, ballot.Mark{Option: c, Weight: i + 1})
		}
		if err := s.Play(By(who, workshop.CastBallot{Vote: 1, Ballot: b})); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Play(Counted()); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := writeLog(&out, s.Records); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"Fay opened the election of the leader by ranked ballots",
		"was counted: round 1 (Ada 2, Ben 2, Cleo 1) dropped Cleo, round 2 (Ben 3, Ada 2)",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("nothing says %q in\n%s", want, out.String())
		}
	}
}
