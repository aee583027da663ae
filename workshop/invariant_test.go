package workshop_test

import (
	"reflect"
	"slices"
	"time"

	"pgregory.net/rapid"

	"convene/workshop/ballot"
	"convene/workshop/text"

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

// checkState checks what holds in every state.
func checkState(t *rapid.T, stage *Stage) {
	s := stage.State
	if !slices.Contains(s.Agenda.Positions(), s.At) {
		t.Fatalf("the group is at %s, which is not on the agenda", s.At)
	}
	if p, _ := s.Person(s.Pen.Holder); s.Pen.Out() && (p.Removed || p.Booth || s.Pen.Section.Step() != s.At.Step) {
		t.Fatalf("%+v has the pen for %s at %s", p, s.Pen.Section, s.At)
	}
	checkWall(t, s)
	checkBox(t, stage)
	if s.Break.On() && s.Clock.Runs() {
		t.Fatalf("the clock runs in the break: %+v, %+v", s.Clock, s.Break)
	}
	checkPeople(t, s)
	if len(s.Actions) > MaxActions {
		t.Fatalf("%d first actions", len(s.Actions))
	}
	if l := s.Leadership; l.Leader != "" {
		p, ok := s.Person(l.Leader)
		if !ok || p.Removed || p.Role != Participant || l.None {
			t.Fatalf("the leader is %+v, leadership %+v", p, l)
		}
	}
	if s.Clock.Runs() && s.Clock.Left != 0 {
		t.Fatalf("the clock runs and stands: %+v", s.Clock)
	}
	if s.Tie.Vote != 0 && (len(s.Tie.Options) == 0 || s.Vote.ID == 0 && s.At.Phase != PhaseConverge) {
		t.Fatalf("a tie of %+v waits at %s", s.Tie, s.At)
	}
}

// checkPeople checks that somebody facilitates and nobody who does takes part, and that a seat and a place in the queue
// at the door are two things.
func checkPeople(t *rapid.T, s State) {
	names := make(map[string]PersonID)
	named := func(name string, id PersonID) {
		if other, taken := names[text.Skeleton(name)]; taken {
			t.Fatalf("%s and %s are both called %s", other, id, name)
		}
		names[text.Skeleton(name)] = id
	}
	guides := 0
	for _, p := range s.People {
		if p.Removed {
			continue
		}
		named(p.Name, p.ID)
		if p.Role != Facilitator {
			continue
		}
		guides++
		_, hand := s.Hands.Of(p.ID)
		if hand || p.Done || p.Minute || p.Booth || slices.ContainsFunc(s.Candidates(), func(q Person) bool { return q.ID == p.ID }) {
			t.Fatalf("%+v facilitates, and takes part (hand: %v)", p, hand)
		}
	}
	if guides == 0 {
		t.Fatalf("nobody facilitates any more: %+v", s.People)
	}
	for _, k := range s.Door.Knocks {
		if s.Standing(k.Person) != Knocking {
			t.Fatalf("%+v waits at the door and is %s", k, s.Standing(k.Person))
		}
		named(k.Name, k.Person)
	}
}

// checkWall checks that every note of the step is in exactly one place of the wall, or not on it.
func checkWall(t *rapid.T, s State) {
	seen := make(map[NoteID]int)
	for _, c := range Share(s).Columns {
		for _, n := range slices.Concat(c.Lone, c.Parked) {
			seen[n.ID]++
		}
		for _, p := range c.Clusters {
			if len(p.Notes) == 0 {
				t.Fatalf("an empty cluster: %+v", p)
			}
			for _, n := range p.Notes {
				seen[n.ID]++
			}
		}
	}
	number := NoteID(0)
	for n := range s.Notes.All() {
		if number++; n.ID != number {
			t.Fatalf("note %d has the number %d", number, n.ID)
		}
		want := 0
		if n.Prompt.Step() == s.At.Step && n.Revealed && !n.Withdrawn {
			want = 1
		}
		if seen[n.ID] != want {
			t.Fatalf("note %+v is on the wall %d times, want %d", n, seen[n.ID], want)
		}
		if n.Parked && n.Cluster != 0 || n.Withdrawn && (n.Revealed && n.Cluster != 0) {
			t.Fatalf("note %+v is in two places", n)
		}
		if n.Cluster != 0 && (n.Cluster < 0 || int(n.Cluster) > s.Clusters.Len()) {
			t.Fatalf("note %+v is in no cluster that there is", n)
		}
	}
}

// checkBox checks that roll and box agree, and that nobody is on the roll twice.
func checkBox(t *rapid.T, stage *Stage) {
	v := stage.State.Vote
	if len(stage.Box) != len(v.Roll) {
		t.Fatalf("%d ballots in the box, %d names on the roll", len(stage.Box), len(v.Roll))
	}
	for i, p := range v.Roll {
		if slices.Contains(v.Roll[:i], p) {
			t.Fatalf("%s is on the roll twice", p)
		}
	}
	for _, b := range stage.Box {
		if err := v.Rule.Check(v.Keys(), b); err != nil {
			t.Fatalf("in the box: %v", err)
		}
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
