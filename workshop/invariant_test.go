package workshop_test

import (
	"reflect"
	"slices"
	"time"

	"pgregory.net/rapid"

	"convene/workshop/ballot"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

// place is where a note is; a note has one, because the type has room for one.
type place struct {
	withdrawn, revealed, parked bool
	cluster                     ClusterID
}

func places(s State) map[NoteID]place {
	out := make(map[NoteID]place)
	for n := range s.Notes.All() {
		out[n.ID] = place{n.Withdrawn, n.Revealed, n.Parked, n.Cluster}
	}
	return out
}

// checkState checks what holds in every state, with its box.
func checkState(t *rapid.T, stage *Stage) {
	if err := stage.State.Check(); err != nil {
		t.Fatal(err)
	}
	if err := stage.State.CheckBox(stage.Box); err != nil {
		t.Fatal(err)
	}
}

// checkEvent checks what holds of single events of a person, given the state before and after all events of the command.
func checkEvent(t *rapid.T, before, after State, by PersonID, now time.Time, v Event) {
	switch v := v.(type) {
	case PhaseEntered:
		if !v.Back {
			return
		}
		if !reflect.DeepEqual(places(before), places(after)) {
			t.Fatalf("going back moved notes: %v, then %v", places(before), places(after))
		}
	case AgendaPlanned:
		checkAgenda(t, v.Agenda)
		if total := v.Agenda.Total(); total < Minutes(MinTotal) || total > Minutes(MaxTotal) || after.Total != total-v.Agenda[0].Box {
			t.Fatalf("planned for %s, of which %s are promised", total, after.Total)
		}
	case AgendaRepaired:
		checkAgenda(t, v.Agenda)
	case BreakCounted: // it takes its own length out of the lateness, and gives a box that is still the same its time back
		took := Span(v.Until.Sub(v.From))
		if after.Rested-before.Rested != took {
			t.Fatalf("a break of %s was counted as %s", took, after.Rested-before.Rested)
		}
	case ActionPlanned:
		today := DayOf(now.Add(time.Duration(before.Offset)).UTC())
		if v.Due != "" && (!v.Due.Valid() || v.Due < today || v.Due > today.Plus(366)) {
			t.Fatalf("planned on %s: %+v", today, v)
		}
	case ActionDropped:
		if p, _ := before.Person(by); p.Role != Facilitator && !slices.Contains(ViewFor(Share(before), before, by).Planned, v.Action) {
			t.Fatalf("%s dropped what somebody else planned: %+v", by, v)
		}
	case RepairUndone:
		checkAgenda(t, v.Agenda)
	case LeaderElected:
		if before.Leadership.Decided() {
			t.Fatalf("a second leader, after %+v", before.Leadership)
		}
		switch consent := v.How == ByConsent; {
		case consent && (before.Proposal.Person != v.Person || !Share(before).Answers.Reached()):
			t.Fatalf("%s leads by consent; on the table was %+v, with the answers %+v", v.Person, before.Proposal, Share(before).Answers)
		case !consent && !slices.ContainsFunc(before.Candidates(), func(p Person) bool { return p.ID == v.Person }):
			t.Fatalf("%s was elected and is no candidate", v.Person)
		}
	case VoteClosed:
		checkCount(t, before.Vote, v)
	default:
	}
}

func checkAgenda(t *rapid.T, a Agenda) {
	for _, b := range a {
		if b.Step == StepReserve {
			continue // it has no phases
		}
		var sum Span
		for _, phase := range b.Step.Phases() {
			sum += a.Box(Position{Step: b.Step, Phase: phase})
		}
		if sum != b.Box || b.Box < Minutes(least(b.Step)) {
			t.Fatalf("%s has %s, its phases %s", b.Step, b.Box, sum)
		}
	}
}

// checkCount checks that nobody gave more than they had, and that everybody on the roll was counted.
func checkCount(t *rapid.T, open Vote, v VoteClosed) {
	if len(v.Ballots) != len(open.Roll) || !slices.IsSortedFunc(v.Ballots, ballot.Ballot.Compare) {
		t.Fatalf("the roll is %v, the ballots %v", open.Roll, v.Ballots)
	}
	votes := 0
	for _, c := range v.Outcome.Tally {
		votes += c.Votes
	}
	if open.Rule.Budget > 0 && votes > open.Rule.Budget*len(open.Roll) {
		t.Fatalf("%d votes of %d people with %d each", votes, len(open.Roll), open.Rule.Budget)
	}
	if v.Outcome.Winner != "" && len(v.Outcome.Tied) > 0 {
		t.Fatalf("a winner and a tie: %+v", v.Outcome)
	}
}
