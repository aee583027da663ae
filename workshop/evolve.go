package workshop

import (
	"fmt"
	"slices"
)

// Evolve folds one record into a new state and never changes its argument. It trusts the record: everything was
// checked when it was decided. A record that repeats or skips a Seq is not for Evolve to notice (the log refuses it).
func Evolve(s State, r Record) State {
	s = r.Event.evolve(s.hear(r.At), r)
	s.Seq = r.Seq
	return s
}

// Recall folds the records of a log that was read from outside, and returns an error instead of trusting them: for records
// that don't fit each other, as in a damaged or forged file, and for those of another workshop. A log that the program
// wrote itself never errs. ErrNewer says that it is in a language that this program doesn't have.
func Recall(id ID, records ...Record) (s State, err error) {
	var at Seq
	defer func() {
		if recover() != nil {
			s, err = State{}, fmt.Errorf("workshop %q is damaged at record %d: %w", id, at, ErrDamaged)
		}
	}()
	for _, r := range records {
		at = r.Seq
		s = Evolve(s, r)
	}
	Share(s) // what can't be looked at is damaged too
	if len(records) > 0 && s.ID != id {
		return State{}, fmt.Errorf("workshop %q holds the records of another one, %q: %w", id, s.ID, ErrDamaged)
	}
	if len(records) > 0 && !slices.Contains(Languages(), s.Lang) {
		return State{}, fmt.Errorf("workshop %q is in a language that isn't known here, %q: %w", id, s.Lang, ErrNewer)
	}
	if !s.fits() {
		return State{}, fmt.Errorf("workshop %q: %w", id, ErrDamaged)
	}
	return s, nil
}

// fits says whether what the records made hangs together: notes and clusters bear their own numbers, notes are in
// clusters that there are, a hand has five fingers, an action is due on a day that there is, votes can be held and were counted
// as they can be, the agenda is one for a day, and the group is on it, the format is one that could have been opened. What
// doesn't would only come to light later, in the middle of a workshop.
func (s State) fits() bool {
	clusters, notes := ClusterID(0), NoteID(0)
	for c := range s.Clusters.All() {
		if clusters++; c.ID != clusters {
			return false
		}
	}
	for n := range s.Notes.All() {
		if notes++; n.ID != notes || n.Cluster < 0 || n.Cluster > clusters {
			return false
		}
	}
	for _, hand := range s.Hands.by {
		if hand.Level < 0 || hand.Level > MaxLevel {
			return false
		}
	}
	if !s.Agenda.fits() || !s.formatFits() {
		return false
	}
	if slices.ContainsFunc(s.Actions, func(a Action) bool { return a.Due != "" && !a.Due.Valid() }) {
		return false
	}
	if !s.leaderFits() {
		return false
	}
	if s.Vote.ID != 0 && !s.Vote.fits() || slices.ContainsFunc(s.Results, func(r Result) bool { return !r.fits() }) {
		return false
	}
	return s.At == Position{} || slices.Contains(s.Agenda.Positions(), s.At)
}

// formatFits says whether a workshop could have been opened with this format. What is on the screens from its first moment on is
// in it, so that its texts are clean, too. It asks the rules of today: limits can be raised, but never lowered under a log.
func (s State) formatFits() bool {
	clean, err := s.Wording.cleaned()
	return err == nil && clean.equal(s.Wording) && checkSolo(s.Solo) == nil && s.Votes >= 0 && s.Votes <= MaxNameVotes
}

// leaderFits says whether the way to a leader is one that there is, about people that there are.
func (s State) leaderFits() bool {
	known := func(p PersonID) bool { return p == "" || s.personIndex(p) >= 0 }
	table := s.Proposal == (Proposal{}) || s.Proposal.Number == s.tabled && s.tabled > 0
	method := s.Method == SecretBallot || s.Method == Consent || s.Method == "" // of no workshop
	return method && table && s.tabled >= 0 && s.tabled <= maxTabled && known(s.Proposal.Person) && known(s.Leadership.Leader)
}

// Replay folds records into a state, oldest first.
func Replay(s State, records ...Record) State {
	for _, r := range records {
		s = Evolve(s, r)
	}
	return s
}
