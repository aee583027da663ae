package store

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"convene/workshop"
	"convene/workshop/ballot"
	"convene/workshop/room"
	"convene/workshop/workshoptest"
)

const (
	theWorkshop workshop.ID = "brave-otter"
	facilitator             = workshoptest.Fay
)

// voters are as many as it takes to fill a box that has pages of its own, and their identifiers are as long as those of
// people who come over ssh.
const voters = 12

func voter(i int) workshop.PersonID {
	return workshop.PersonID(fmt.Sprintf("k-%d-bq3vmn5cdz2wtxle7rkuo4sayh6j", i))
}

// assembly is a room with people in it.
type assembly struct {
	t    *testing.T
	room *room.Room
	log  *watched
}

// assemble opens a workshop, and lets everyone come in.
func assemble(t *testing.T, log *watched) *assembly {
	a := &assembly{t: t, log: log}
	opening := workshop.OpenWorkshop{ID: theWorkshop, Topic: "Software Craft", Facilitator: "Fay"}
	var err error
	if a.room, err = room.Create(t.Context(), log, facilitator, opening, time.Now); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.room.Close() })
	a.together(func(i int) workshop.Command { return workshop.Join{Name: fmt.Sprint("Voter ", i)} })
	return a
}

// holdVotes holds the votes of a workshop: a name by vote, runoff and lot, and a leader after an election that was given up.
func holdVotes(t *testing.T, log *watched) {
	a := assemble(t, log)
	a.play(workshoptest.Reach(workshop.StepName, workshop.PhaseDiverge),
		workshoptest.Write(voter(0), workshop.PromptName, "Guild", "Forge", "Circle", "Harbour", "Lantern"),
		workshoptest.Reach(workshop.StepName, workshop.PhaseConverge))
	a.fill()
	a.vote(workshop.OpenVote{Dots: 5}, voters, func(i int, options []string) ballot.Ballot {
		b := marks(options[0], options[1]) // which tie
		for j, option := range options[2:] {
			if i>>j&1 == 1 {
				b = append(b, marks(option)...)
			}
		}
		return b
	})
	a.count()
	a.vote(workshop.OpenVote{}, voters, func(i int, options []string) ballot.Ballot {
		if i >= voters-2 {
			return nil // which is a ballot too
		}
		return marks(options[i%2]) // which tie again
	})
	a.count()
	a.do(facilitator, workshop.DrawLot{})

	a.play(workshoptest.Reach(workshop.StepLeader, workshop.PhaseDiverge))
	for i := range 3 {
		a.do(voter(i+3), workshop.Nominate{Person: voter(i), Reason: "Brings people together"})
	}
	a.play(workshoptest.Reach(workshop.StepLeader, workshop.PhaseConverge))
	for i := range 3 {
		a.do(voter(i), workshop.AcceptNomination{HasTime: true})
	}
	a.vote(workshop.OpenVote{Ranked: true}, voters-2, func(i int, options []string) ballot.Ballot {
		return ballot.Ballot{{Option: options[i%3], Weight: 1}, {Option: options[(i+1)%3], Weight: 2}}
	})
	a.do(facilitator, workshop.AbandonVote{Vote: a.room.State().Vote.ID})
	a.vote(workshop.OpenVote{}, voters, func(i int, options []string) ballot.Ballot { return marks(options[i/8]) })
	a.count()
	if s := a.room.State(); s.Name.How != workshop.ByLot || s.Leadership.Leader != voter(0) {
		t.Errorf("the name is %+v, and who leads %+v", s.Name, s.Leadership)
	}
}

// marks is a ballot that gives each option one.
func marks(options ...string) ballot.Ballot {
	var b ballot.Ballot
	for _, o := range options {
		b = append(b, ballot.Mark{Option: o, Weight: 1})
	}
	return b
}

func (a *assembly) do(who workshop.PersonID, c workshop.Command) {
	a.t.Helper()
	if err := a.room.Seat(who).Do(context.Background(), c); err != nil {
		a.t.Fatalf("%s: %T: %v", who, c, err)
	}
}

// play is what happens between the votes. It comes in one append, so that there are not too many to try.
func (a *assembly) play(lines ...workshoptest.Line) {
	a.t.Helper()
	a.room.Close()
	stage := workshoptest.NewStage()
	stage.State, stage.Now = a.room.State(), time.Now()
	if err := stage.Play(lines...); err != nil {
		a.t.Fatal(err)
	}
	if err := a.log.Append(a.t.Context(), theWorkshop, stage.Records[0].Seq-1, stage.Records...); err != nil {
		a.t.Fatal(err)
	}
	var err error
	if a.room, err = room.Open(a.t.Context(), a.log, theWorkshop, time.Now); err != nil {
		a.t.Fatal(err)
	}
}

// fill leaves so few pages at the end of the file that it must grow during the next vote: another workshop gets a long record.
func (a *assembly) fill() {
	a.t.Helper()
	pages, err := a.log.pages()
	if err != nil {
		a.t.Fatal(err)
	}
	m, err := readMeta(a.log.file, a.log.pageSize)
	if err != nil {
		a.t.Fatal(err)
	}
	if n := int(pages) - int(m.pages) - 4; n > 0 {
		long := strings.Repeat("x", n*a.log.pageSize)
		appendTo(a.t, a.log.Store, "quiet-heron", 0, workshop.StatementWritten{Section: "vision", Text: long})
	}
}

// vote opens a vote in which the first n cast their ballots: two of them alone, the others so that one append holds several.
func (a *assembly) vote(opening workshop.OpenVote, n int, choice func(i int, options []string) ballot.Ballot) {
	a.t.Helper()
	a.do(facilitator, opening)
	v := a.room.State().Vote
	cast := func(i int) workshop.Command {
		return workshop.CastBallot{Vote: v.ID, Ballot: choice(i, v.Keys())}
	}
	a.do(voter(0), cast(0))
	a.do(voter(1), cast(1))
	a.together(func(i int) workshop.Command {
		if i < 2 || i >= n {
			return nil
		}
		return cast(i)
	})
}

func (a *assembly) count() {
	a.t.Helper()
	a.do(facilitator, workshop.CloseVote{Vote: a.room.State().Vote.ID})
}

// together lets every voter send something while the append of the first is held up, so that the others share the next one.
func (a *assembly) together(what func(i int) workshop.Command) {
	a.t.Helper()
	held := make(chan struct{})
	a.log.held = held
	answers := make(chan error, voters)
	sent := 0
	for i := range voters {
		if c := what(i); c != nil {
			sent++
			go func() { answers <- a.room.Seat(voter(i)).Do(context.Background(), c) }()
			synctest.Wait()
		}
	}
	a.log.held = nil
	close(held)
	for range sent {
		if err := <-answers; err != nil {
			a.t.Fatal(err)
		}
	}
}
