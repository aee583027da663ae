package room_test

import (
	"errors"
	"testing"
	"testing/synctest"

	"github.com/google/go-cmp/cmp"

	"convene/workshop"
	"convene/workshop/ballot"
	"convene/workshop/room"
)

// voting is a group with a dot vote open on two notes: n1 and n2. More people may have a place in the booth.
func voting(t testing.TB, more ...workshop.PersonID) *group {
	t.Helper()
	g := gather(t, diverge)
	for _, p := range more {
		g.do(g.fac, workshop.AddPerson{Person: p, Name: string(p)})
	}
	g.do(g.ann, vision("one"))
	g.do(g.ben, vision("two"))
	g.goTo(wall)
	g.do(g.fac, workshop.OpenVote{})
	g.log.appends()
	return g
}

// cast is a ballot for one option of the first vote.
func cast(option string) workshop.CastBallot {
	return workshop.CastBallot{Vote: 1, Ballot: ballot.Ballot{{Option: option, Weight: 1}}}
}

// allVote is a ballot each of the three, for the same option.
func (g *group) allVote(option string) {
	g.t.Helper()
	for _, s := range []*room.Seat{g.ann, g.ben, g.boo} {
		g.do(s, cast(option))
	}
}

func TestAVoteThatIsClosedInTheSameBatchCountsTheBallotsBeforeIt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := voting(t)
		release := g.log.hold()
		answers := []<-chan error{
			send(g.ann, cast("n1")),
			send(g.ben, cast("n2")),
			send(g.boo, cast("n2")),
			send(g.fac, workshop.CloseVote{Vote: 1}),
			send(g.fac, workshop.OpenVote{}),
			send(g.boo, workshop.CastBallot{Vote: 2}),
		}
		release()
		for i, answer := range answers {
			if err := <-answer; err != nil {
				t.Fatalf("sender %d: %v", i, err)
			}
		}
		if diff := cmp.Diff([]int{1, 2, 3}, g.log.appends()); diff != "" {
			t.Errorf("records in each append: %s", diff)
		}
		want := []ballot.Ballot{cast("n1").Ballot, cast("n2").Ballot, cast("n2").Ballot}
		if diff := cmp.Diff(want, g.State().Results[0].Ballots); diff != "" {
			t.Error(diff)
		}
		if box, err := g.log.Box(t.Context(), g.ID()); err != nil || len(box) != 1 {
			t.Errorf("the box of the next vote holds %v, %v", box, err)
		}
		g.isItsLog()
	})
}

func TestWhoComesAfterTheCloseInTheSameBatchHasNoVote(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := voting(t, "cyd")
		release := g.log.hold()
		send(g.ann, cast("n1"))
		send(g.ben, cast("n1"))
		send(g.boo, cast("n1"))
		closed := send(g.fac, workshop.CloseVote{Vote: 1, Early: true})
		late := send(g.fac.Booth("cyd"), cast("n2"))
		release()
		if err := <-closed; err != nil {
			t.Error(err)
		}
		if err := <-late; !errors.Is(err, workshop.ErrNoVote) {
			t.Errorf("got %v", err)
		}
	})
}

func TestWhenTheBallotsBeforeTheCloseAreLostTheyAreNotCounted(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := voting(t, "cyd")
		g.do(g.ben, cast("n2"))
		g.do(g.boo, cast("n2"))
		g.log.next(outcome{}, outcome{err: errDisk})
		release := g.log.hold()
		send(g.ann, cast("n1"))
		lost := send(g.fac.Booth("cyd"), cast("n1"))
		closed := send(g.fac, workshop.CloseVote{Vote: 1, Early: true})
		release()
		if err := <-lost; !errors.Is(err, room.ErrNotSaved) {
			t.Errorf("got %v", err)
		}
		if err := <-closed; err != nil {
			t.Fatal(err)
		}
		want := []ballot.Ballot{cast("n1").Ballot, cast("n2").Ballot, cast("n2").Ballot}
		if diff := cmp.Diff(want, g.State().Results[0].Ballots); diff != "" {
			t.Error(diff)
		}
	})
}

func TestOnlyTheBoxIsCounted(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := voting(t)
		g.allVote("n1")
		forged := []ballot.Ballot{cast("n2").Ballot, cast("n2").Ballot, cast("n2").Ballot}
		g.do(g.fac, workshop.CloseVote{Vote: 1, Early: true, Ballots: forged})
		want := []ballot.Ballot{cast("n1").Ballot, cast("n1").Ballot, cast("n1").Ballot}
		if diff := cmp.Diff(want, g.State().Results[0].Ballots); diff != "" {
			t.Error(diff)
		}
	})
}

func TestAVoteStaysOpenWhenTheBoxCannotBeRead(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := voting(t)
		g.allVote("n1")
		g.log.boxes = []error{errDisk}
		closing := workshop.CloseVote{Vote: 1, Early: true}
		err := g.fac.Do(t.Context(), closing)
		if !errors.Is(err, room.ErrNotSaved) || !errors.Is(err, errDisk) || g.State().Vote.ID != 1 {
			t.Fatalf("got %v, with vote %d open", err, g.State().Vote.ID)
		}
		g.do(g.fac, closing)
	})
}

func TestTheRoomKeepsNoBallot(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := voting(t)
		g.do(g.ann, cast("n2"))
		g.isItsLog()
		for _, r := range g.stored() {
			if v, ok := r.Event.(workshop.BallotCast); ok && v.Ballot != nil {
				t.Error("the log names a voter with their ballot")
			}
		}
	})
}
