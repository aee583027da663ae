package workshop

import (
	"bytes"
	"errors"
	"fmt"
	"slices"

	"convene/workshop/ballot"
	"convene/workshop/text"
)

// Check says what of the promises of the package comment a state breaks, all of it in one error, a line each. Decide and
// Evolve keep them after every command; in a log that was damaged or changed from outside they may not hold. Between the
// events of one command they may not either.
func (s State) Check() error {
	if !s.Open() {
		return nil
	}
	var b breaches
	for _, check := range []func(*breaches){
		s.checkPlace, s.checkTime, s.checkPeople, s.checkDoor, s.checkNotes, s.checkWall, s.checkLeader, s.checkVotes,
		s.checkChecks, s.checkLife,
	} {
		check(&b)
	}
	return errors.Join(b...)
}

// breaches are the promises that are broken. They are told by verbs, which speak English, and never on a screen.
type breaches []error

func (b *breaches) add(format string, args ...any) { *b = append(*b, fmt.Errorf(format, args...)) }

// CheckBox says what of a box doesn't go with the vote that is open, or with there being none: a name on the roll stands
// for a ballot, and each ballot keeps to the rule.
func (s State) CheckBox(box []ballot.Ballot) error {
	if len(box) != len(s.Vote.Roll) {
		return fmt.Errorf("%d ballots are in the box, and %d names on the roll", len(box), len(s.Vote.Roll))
	}
	for _, b := range box {
		if err := s.Vote.Rule.Check(s.Vote.Keys(), b); err != nil {
			return fmt.Errorf("a ballot in the box breaks the rule of its vote: %w", err)
		}
	}
	return nil
}

// CheckSheets says what of a box of answers doesn't go with the health check that is open, or with there being none.
func (s State) CheckSheets(box []LockedSheet) error {
	c := s.lastCheck()
	if !c.Open() {
		c = HealthCheck{}
	}
	for _, one := range box {
		if len(one.Lock) != LockSize {
			return fmt.Errorf("a sheet in the box of answers has a lock of %d bytes", len(one.Lock))
		}
	}
	return c.fill(Sheets(box))
}

// AnswersLeftOut says whether a health check is open whose answers are not in the box, none of them: backups leave them out.
func (s State) AnswersLeftOut(box []LockedSheet) bool {
	c := s.lastCheck()
	return c.Open() && len(c.Roll) > 0 && len(box) == 0
}

// CheckNonce says whether the chance that is kept for a lot is what was sealed, and whether one is missing that may be
// needed. After a vote that needed no lot it stays until the next vote opens.
func (s State) CheckNonce(nonce []byte) error {
	vote, seal, waits := s.Vote.ID, s.Vote.Seal, s.Vote.ID != 0
	if !waits && len(s.Results) > 0 {
		last := s.Results[len(s.Results)-1]
		vote, seal, waits = last.ID, last.Seal, s.Tie.Vote != 0
	}
	switch {
	case nonce == nil && waits && len(seal) > 0:
		return fmt.Errorf("the chance that vote %d sealed for a lot is missing", vote)
	case nonce != nil && !bytes.Equal(seal, SealOf(nonce)):
		return fmt.Errorf("the chance that is kept for a lot is not what vote %d sealed", vote)
	}
	return nil
}

func (s State) checkPlace(b *breaches) {
	if !slices.Contains(s.Agenda.Positions(), s.At) {
		b.add("the group is at %s, which is not on the agenda", s.At)
	}
	if p, _ := s.Person(s.Pen.Holder); s.Pen.Out() && (p.Removed || p.Booth || s.Pen.Section.Step() != s.At.Step) {
		b.add("%q has the pen for %s at %s", s.Pen.Holder, s.Pen.Section, s.At)
	}
	if n := s.openActions(); n > MaxActions {
		b.add("%d actions are open, of %d at most", n, MaxActions)
	}
}

// checkTime checks the agenda and the clock.
func (s State) checkTime(b *breaches) {
	if s.Clock.Runs() && (s.Clock.Left != 0 || s.Break.On()) {
		b.add("the clock runs and stands")
	}
	for _, own := range s.Agenda {
		if own.Step == StepReserve {
			continue // it has no phases
		}
		var sum Span
		for _, phase := range own.Step.Phases() {
			sum += s.Agenda.Box(Position{Step: own.Step, Phase: phase})
		}
		if sum != own.Box || own.Box < Minutes(own.floor()) {
			b.add("%s has %s, its phases %s, and it needs %s", own.Step, own.Box, sum, Minutes(own.floor()))
		}
	}
}

// checkPeople checks that somebody facilitates and nobody who does takes part, and that nobody goes by another's name.
func (s State) checkPeople(b *breaches) {
	names := make(map[string]bool)
	guides := 0
	number := 0
	for p := range s.People.All() {
		if number++; s.number(p.ID) != number {
			b.add("%q has two seats", p.ID)
		}
		if p.Removed {
			continue
		}
		if names[text.Skeleton(p.Name)] {
			b.add("two people are called %q", p.Name)
		}
		names[text.Skeleton(p.Name)] = true
		if p.Role != Facilitator {
			continue
		}
		guides++
		_, hand := s.Hands.Of(p.ID)
		if hand || p.Done || p.Minute || p.Booth || slices.ContainsFunc(s.Candidates(), func(q Person) bool { return q.ID == p.ID }) {
			b.add("%q facilitates, and takes part", p.ID)
		}
	}
	if guides == 0 {
		b.add("nobody facilitates")
	}
}

// checkDoor checks that a seat and a place in the queue at the door are two things.
func (s State) checkDoor(b *breaches) {
	names := make(map[string]bool)
	for p := range s.People.All() {
		names[text.Skeleton(p.Name)] = !p.Removed || names[text.Skeleton(p.Name)]
	}
	for _, k := range s.Door.Knocks {
		if s.Standing(k.Person) != Knocking {
			b.add("%q waits at the door, and has a seat or was turned away", k.Person)
		}
		if names[text.Skeleton(k.Name)] {
			b.add("who waits at the door has the name of somebody else, %q", k.Name)
		}
		names[text.Skeleton(k.Name)] = true
	}
}

// checkNotes checks that each note has its number and one place.
func (s State) checkNotes(b *breaches) {
	number := NoteID(0)
	for n := range s.Notes.All() {
		if number++; n.ID != number {
			b.add("note %s has the number %s", number, n.ID)
		}
		if n.Parked && n.Cluster != 0 || n.Withdrawn && n.Revealed && n.Cluster != 0 {
			b.add("note %s is in two places", n.ID)
		}
		if n.Cluster < 0 || int(n.Cluster) > s.Clusters.Len() {
			b.add("note %s is in cluster %d, which does not exist", n.ID, n.Cluster)
		}
	}
}

// checkWall checks that every note of the step that was shown is on the wall once, and no other.
func (s State) checkWall(b *breaches) {
	seen := make(map[NoteID]int)
	for _, c := range Share(s).Columns {
		for _, n := range slices.Concat(c.Lone, c.Parked) {
			seen[n.ID]++
		}
		for _, p := range c.Clusters {
			if len(p.Notes) == 0 {
				b.add("cluster %d is empty", p.ID)
			}
			for _, n := range p.Notes {
				seen[n.ID]++
			}
		}
	}
	for n := range s.Notes.All() {
		want := 0
		if n.Prompt.Step() == s.At.Step && n.Revealed && !n.Withdrawn {
			want = 1
		}
		if seen[n.ID] != want {
			b.add("note %s is on the wall %d times, and belongs there %d times", n.ID, seen[n.ID], want)
		}
	}
}

func (s State) checkLeader(b *breaches) {
	l := s.Leadership
	if p, ok := s.Person(l.Leader); l.Leader != "" && (!ok || p.Removed || p.Role != Participant || l.None) {
		b.add("%q leads, and can't", l.Leader)
	}
}

// checkVotes checks that nobody votes twice, and that what was counted is what so many ballots can come to.
func (s State) checkVotes(b *breaches) {
	for i, p := range s.Vote.Roll {
		if slices.Contains(s.Vote.Roll[:i], p) || !slices.Contains(s.Vote.Electorate, p) {
			b.add("%q is on the roll of a vote twice, or has no vote", p)
		}
	}
	if s.Tie.Vote != 0 && (len(s.Tie.Options) == 0 || s.Vote.ID == 0 && s.At.Phase != PhaseConverge) {
		b.add("a tie of vote %d waits at %s", s.Tie.Vote, s.At)
	}
	for _, r := range s.Results {
		r.check(b)
	}
}

// checkChecks checks that a health check is one after the other, that nobody answers twice, and that what was counted is what
// so many can come to: of fewer than MinAnswers nothing but how many they were.
func (s State) checkChecks(b *breaches) {
	for i, c := range s.Checks {
		if i > 0 && c.ID <= s.Checks[i-1].ID || c.ID > s.checks || !c.fits() {
			b.add("health check %d is out of order, or not one that can be held", c.ID)
		}
		if c.Took != len(c.Roll) {
			b.add("health check %d: %d names are on the roll, and %d took part", c.ID, len(c.Roll), c.Took)
		}
		if i < len(s.Checks)-1 && !c.Over() {
			b.add("health check %d is not over, and another one was opened", c.ID)
		}
		for j, p := range c.Roll {
			if slices.Contains(c.Roll[:j], p) || s.number(p) == 0 {
				b.add("%q is on the roll of health check %d twice, or has never had a seat", p, c.ID)
			}
		}
	}
}

// checkLife checks what the community keeps of its life.
func (s State) checkLife(b *breaches) {
	for _, a := range s.Actions {
		if !a.fits() || a.Check > s.checks {
			b.add("action %d is not one that can be planned", a.ID)
		}
	}
	for i, o := range s.Occasions {
		if !o.fits() || o.ID > s.occasions || i > 0 && o.ID <= s.Occasions[i-1].ID {
			b.add("occasion %d is out of order, or not one that can be held", o.ID)
		}
	}
	if len(s.Occasions) > MaxOccasions || s.Weekly < 0 || s.Weekly > MaxLeaderWeekly {
		b.add("%d occasions are noted, and the leader has %d minutes a week", len(s.Occasions), s.Weekly)
	}
}

// check checks that everybody on the roll was counted, that nobody gave more than they had, and that the votes of those who
// choose with dots or for a name are the sum of the ballots.
func (r Result) check(b *breaches) {
	if len(r.Ballots) != len(r.Roll) || !slices.IsSortedFunc(r.Ballots, ballot.Ballot.Compare) {
		b.add("vote %d: %d names are on the roll, and %d ballots were counted", r.ID, len(r.Roll), len(r.Ballots))
	}
	for _, one := range r.Ballots {
		if err := r.Rule.Check(r.Keys(), one); err != nil {
			b.add("vote %d: a ballot breaks the rule: %w", r.ID, err)
		}
	}
	if r.Outcome.Winner != "" && len(r.Outcome.Tied) > 0 {
		b.add("vote %d: somebody has won, and there is a tie", r.ID)
	}
	sums := r.Purpose == Dots || r.Purpose == ForName
	if sums && !slices.Equal(r.Outcome.Tally, ballot.Tallied(r.Keys(), r.Ballots)) {
		b.add("vote %d: its votes are not the sum of the ballots", r.ID)
	}
}
