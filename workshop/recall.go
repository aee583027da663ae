package workshop

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Recall folds the records of a log that was read from outside, and returns an error instead of trusting them: for records
// that don't fit each other, as in a damaged or forged file, and for those of another workshop. A log that the program
// wrote itself never errs. ErrNewer says that it is in a language that this program doesn't have.
func Recall(id ID, records ...Record) (State, error) { return State{}.recall(id, records...) }

// recall goes on from a state.
func (s State) recall(id ID, records ...Record) (_ State, err error) {
	var at Seq
	defer func() {
		if recover() != nil {
			err = damaged(id, at)
		}
	}()
	for _, r := range records {
		at = r.Seq
		if s = Evolve(s, r); !s.fits(r.Event) {
			return State{}, cmp.Or(newer(id, s), damaged(id, at))
		}
	}
	Share(s) // what can't be looked at is damaged too
	if len(records) > 0 && s.ID != id {
		return State{}, fmt.Errorf("workshop %q holds the records of another one, %q: %w", id, s.ID, ErrDamaged)
	}
	if len(records) > 0 && !s.ID.isWord() {
		return State{}, fmt.Errorf("no workshop has the code %q: %w", id, ErrDamaged)
	}
	if err := newer(id, s); err != nil {
		return State{}, err
	}
	return s, nil
}

// isWord says whether a code is made of letters and digits of ASCII, and hyphens between them. Files are called by it, and it
// stands in a command that people copy into a shell: in a file that somebody has forged it could be the way to another folder,
// or another command.
func (id ID) isWord() bool {
	const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
	return id != "" && id[0] != '-' && strings.Trim(string(id), letters+"-") == ""
}

// newer is the error of a workshop in a language that this program doesn't have; nil for all others.
func newer(id ID, s State) error {
	if !s.Open() || slices.Contains(Languages(), s.Lang) {
		return nil
	}
	return fmt.Errorf("workshop %q is in a language that isn't known here, %q: %w", id, s.Lang, ErrNewer)
}

// damaged is the error of a log that is damaged at that record.
func damaged(id ID, at Seq) error {
	return fmt.Errorf("workshop %q is damaged at record %d: %w", id, at, ErrDamaged)
}

// fits says whether what a record has just made of the state hangs together: notes and clusters bear their own numbers, notes
// are in clusters that there are, a hand has five fingers, an action is due on a day that there is, votes and health checks
// can be held and were counted as they can be, the agenda is one for a day, and the group is on it, the format is one that
// could have been opened. What doesn't would only come to light later, in the middle of a workshop; or in a replay, if it is
// gone again at the end.
func (s State) fits(v Event) bool {
	switch v := v.(type) {
	case WorkshopOpened:
		return s.agendaFits() && s.formatFits() && s.From.fits()
	case AgendaPlanned, AgendaRepaired, RepairUndone, PhaseEntered:
		return s.agendaFits()
	case NoteWritten:
		return int(v.Note) == s.Notes.Len()
	case ClusterFormed:
		return int(v.Cluster) == s.Clusters.Len()
	case StandingHung:
		return v.fits(s)
	case NotesMoved:
		return v.Cluster == 0 || s.Clusters.has(int(v.Cluster))
	case HandShown:
		return Hand(v).fits()
	case VoteOpened:
		return s.Vote.fits()
	case VoteClosed:
		return s.Results[len(s.Results)-1].fits()
	case MethodChosen, LeaderProposed, LeaderElected:
		return s.leaderFits()
	case CheckOpened:
		return s.lastCheck().is(v.Check, true)
	case AnswersGiven:
		return s.lastCheck().is(v.Check, true)
	case AnswersChanged:
		return s.lastCheck().is(v.Check, true)
	case CheckClosed:
		return s.lastCheck().is(v.Check, false)
	case CardTurned:
		return s.lastCheck().is(v.Check, false)
	case CheckPlanned:
		return v.On == "" || v.On.Valid()
	case ActionPlanned:
		return s.Actions[len(s.Actions)-1].fits()
	case ActionSettled:
		return !slices.ContainsFunc(s.Actions, func(a Action) bool { return !a.fits() })
	case OccasionNoted:
		return s.Occasions[len(s.Occasions)-1].fits()
	default:
		return true
	}
}

// agendaFits says whether a group could follow the agenda, and is on it.
func (s State) agendaFits() bool {
	return s.Agenda.fits() && (s.At == Position{} || slices.Contains(s.Agenda.Positions(), s.At))
}

// formatFits says whether a workshop could have been opened with this format. What is on the screens from its first moment on is
// in it, so that its texts are clean, too. It asks the rules of today: limits can be raised, but never lowered under a log.
func (s State) formatFits() bool {
	clean, err := s.Wording.cleaned()
	return err == nil && clean.equal(s.Wording) && checkSolo(s.Solo) == nil && s.Votes >= 0 && s.Votes <= MaxNameVotes
}

// leaderFits says whether the way to a leader is one that there is, about people that there are.
func (s State) leaderFits() bool {
	known := func(p PersonID) bool { return p == "" || s.number(p) > 0 }
	table := s.Proposal == (Proposal{}) || s.Proposal.Number == s.tabled && s.tabled > 0
	method := s.Method == SecretBallot || s.Method == Consent || s.Method == "" // of no workshop
	return method && table && s.tabled >= 0 && s.tabled <= maxTabled && known(s.Proposal.Person) && known(s.Leadership.Leader)
}
