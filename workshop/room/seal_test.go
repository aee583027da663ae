package room_test

import (
	"bytes"
	"context"
	"testing"
	"testing/synctest"
	"time"

	"convene/workshop"
	"convene/workshop/ballot"
	"convene/workshop/room"
	"convene/workshop/workshoptest"
)

// tiedTwice is a room in which the vote on the name has tied, and its runoff as well.
func tiedTwice(t *testing.T) *group {
	t.Helper()
	g := gather(t, workshop.Position{Step: workshop.StepName, Phase: workshop.PhaseDiverge})
	g.do(g.ann, workshop.WriteNote{Prompt: workshop.PromptName, Text: "Guild"})
	g.do(g.ben, workshop.WriteNote{Prompt: workshop.PromptName, Text: "Forge"})
	g.goTo(workshop.Position{Step: workshop.StepName, Phase: workshop.PhaseConverge})
	for range 2 {
		g.do(g.fac, workshop.OpenVote{})
		v := g.State().Vote
		g.do(g.ann, workshop.CastBallot{Vote: v.ID, Ballot: ballot.Ballot{{Option: v.Options[0].Key, Weight: 1}}})
		g.do(g.ben, workshop.CastBallot{Vote: v.ID, Ballot: ballot.Ballot{{Option: v.Options[1].Key, Weight: 1}}})
		g.do(g.boo, workshop.CastBallot{Vote: v.ID})
		g.do(g.fac, workshop.CloseVote{Vote: v.ID})
	}
	return g
}

// The chance of a lot is the room's: sealed where everyone sees it before the first ballot, the same for the runoff, and on
// disk, so that whoever facilitates can't choose it and a crash can't change it.
func TestTheRoomSealsTheLot(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := tiedTwice(t)
		results := g.State().Results
		first, second := results[0].Seal, results[1].Seal
		if len(first) != 32 || !bytes.Equal(first, second) {
			t.Fatalf("the vote is sealed with %x, its runoff with %x", first, second)
		}
		g.Close()
		again, err := room.Open(t.Context(), g.log, "brave-otter", time.Now)
		if err != nil {
			t.Fatal(err)
		}
		defer again.Close()
		mine := bytes.Repeat([]byte{7}, 32)
		if err := again.Seat("fay").Do(context.Background(), workshop.DrawLot{Nonce: mine}); err != nil {
			t.Fatalf("the lot after a restart: %v", err)
		}
		records, err := g.log.Load(t.Context(), "brave-otter", 0)
		if err != nil {
			t.Fatal(err)
		}
		drawn := 0
		for _, r := range records {
			v, ok := r.Event.(workshop.LotDrawn)
			if !ok {
				continue
			}
			if drawn++; bytes.Equal(v.Nonce, mine) || !bytes.Equal(workshop.SealOf(v.Nonce), second) {
				t.Errorf("drawn from %x, whose seal is %x, want %x", v.Nonce, workshop.SealOf(v.Nonce), second)
			}
		}
		if drawn != 1 || again.State().Name.How != workshop.ByLot {
			t.Errorf("%d lots, and the name is %+v", drawn, again.State().Name)
		}
	})
}

// Who opens a vote can't say from what its lot is drawn.
func TestNobodyBringsTheirOwnChance(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := gather(t, workshop.Position{Step: workshop.StepName, Phase: workshop.PhaseDiverge})
		g.do(g.ann, workshop.WriteNote{Prompt: workshop.PromptName, Text: "Guild"})
		g.goTo(workshop.Position{Step: workshop.StepName, Phase: workshop.PhaseConverge})
		mine := bytes.Repeat([]byte{7}, 32)
		g.do(g.fac, workshop.OpenVote{Nonce: mine})
		if seal := g.State().Vote.Seal; len(seal) != 32 || bytes.Equal(seal, workshop.SealOf(mine)) {
			t.Errorf("the seal is %x", seal)
		}
	})
}

// Another vote has another chance.
func TestEachVoteHasItsOwnChance(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := gather(t, workshop.Position{Step: workshop.StepName, Phase: workshop.PhaseDiverge})
		g.do(g.ann, workshop.WriteNote{Prompt: workshop.PromptName, Text: "Guild"})
		g.goTo(workshop.Position{Step: workshop.StepName, Phase: workshop.PhaseConverge})
		var seals [][]byte
		for range 2 {
			g.do(g.fac, workshop.OpenVote{})
			seals = append(seals, g.State().Vote.Seal)
			g.do(g.fac, workshop.AbandonVote{Vote: g.State().Vote.ID})
		}
		if bytes.Equal(seals[0], seals[1]) {
			t.Errorf("both votes are sealed with %x", seals[0])
		}
	})
}

// A vote that was opened before there were seals gets fresh chance for its lot: whoever draws it could count the ballots, and
// choose.
func TestNobodyBringsTheChanceOfAnOldVoteEither(t *testing.T) {
	s := workshoptest.NewStage()
	cast, by := workshoptest.Cast, workshoptest.By
	lines := []workshoptest.Line{
		workshoptest.Group("ada", "ben", "cleo"), workshoptest.Reach(workshop.StepName, workshop.PhaseDiverge),
		workshoptest.Write("ada", workshop.PromptName, "Guild", "Forge"), workshoptest.Reach(workshop.StepName, workshop.PhaseConverge),
	}
	for range 2 {
		lines = append(lines, by(workshoptest.Fay, workshop.OpenVote{}), cast("ada", "Guild"), cast("ben", "Forge"), cast("cleo"), workshoptest.Counted())
	}
	if err := s.Play(lines...); err != nil {
		t.Fatal(err)
	}
	log := workshoptest.NewLog()
	if err := log.Append(t.Context(), s.State.ID, 0, s.Records...); err != nil {
		t.Fatal(err)
	}
	r, err := room.Open(t.Context(), log, s.State.ID, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	mine := bytes.Repeat([]byte{7}, 32)
	if err := r.Seat(workshoptest.Fay).Do(t.Context(), workshop.DrawLot{Nonce: mine}); err != nil {
		t.Fatal(err)
	}
	records, err := log.Load(t.Context(), s.State.ID, s.State.Seq)
	if err != nil {
		t.Fatal(err)
	}
	if v, ok := records[0].Event.(workshop.LotDrawn); !ok || len(v.Nonce) != 32 || bytes.Equal(v.Nonce, mine) {
		t.Errorf("the first record after it: %+v", records[0].Event)
	}
}
