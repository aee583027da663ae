package workshop

import (
	"fmt"
	"slices"

	"convene/workshop/ballot"
)

func (c OpenVote) decide(s State, _ Envelope) ([]Event, error) {
	switch {
	case s.Tie.NeedsLot():
		return nil, ErrLotNext
	case s.votes >= MaxVotes:
		return nil, ErrManyVotes
	}
	var v VoteOpened
	var err error
	switch s.At.Step {
	case StepName:
		v, err = s.nameVote(c.Dots)
	case StepLeader:
		if s.Leadership.Decided() {
			return nil, ErrHaveOutcome
		}
		if s.Method == Consent {
			return nil, ErrByConsent
		}
		v, err = s.leaderVote(c.Ranked)
	case StepForces:
		v = s.weighing()
	default:
		v, err = s.dotVote(c)
	}
	if err != nil {
		return nil, err
	}
	if len(v.Options) == 0 {
		return nil, ErrNothingToVote
	}
	if len(v.Options) > maxOptions {
		return nil, ErrManyOptions
	}
	if err := v.seal(c.Nonce); err != nil {
		return nil, err
	}
	v.Vote, v.Step, v.Round = s.votes+1, s.At.Step, s.Tie.Round+1
	for p := range s.participants() {
		v.Electorate = append(v.Electorate, p.ID)
	}
	return []Event{v}, nil
}

func (v VoteOpened) evolve(s State, _ Record) State {
	s.votes, s.Pen = v.Vote, Pen{}
	s.Vote = Vote{
		ID: v.Vote, Purpose: v.Purpose, Step: v.Step, Round: v.Round, Options: v.Options, For: v.For, Rule: v.Rule,
		Electorate: v.Electorate, Seal: v.Seal,
	}
	return s.freshPhase()
}

func (c CastBallot) decide(s State, e Envelope) ([]Event, error) {
	switch {
	case s.Vote.ID == 0 || c.Vote != s.Vote.ID:
		return nil, ErrNoVote
	case s.Vote.HasVoted(e.By):
		return nil, ErrHasVoted
	case !slices.Contains(s.Vote.Electorate, e.By):
		return nil, ErrNotInVote
	}
	if err := s.Vote.Rule.Check(s.Vote.Keys(), c.Ballot); err != nil {
		return nil, err
	}
	return []Event{BallotCast{Vote: c.Vote, Ballot: ballot.Canonical(c.Ballot)}}, nil
}

func (v BallotCast) evolve(s State, r Record) State {
	at, _ := slices.BinarySearchFunc(s.Vote.Roll, s.number(r.By), func(p PersonID, number int) int { return s.number(p) - number })
	s.Vote.Roll = slices.Concat(s.Vote.Roll[:at], []PersonID{r.By}, s.Vote.Roll[at:])
	return s
}

func (c CloseVote) decide(s State, _ Envelope) ([]Event, error) {
	switch {
	case s.Vote.ID == 0 || c.Vote != s.Vote.ID:
		return nil, ErrNoVote
	case s.missing() > 0 && !c.Early:
		return nil, fmt.Errorf("%w (%d)", ErrVotesMissing, s.missing())
	case FewBallots(s.Vote):
		return nil, ErrFewBallots
	case len(c.Ballots) != len(s.Vote.Roll):
		return nil, fmt.Errorf("%w: %d ballots, %d on the roll", ErrBox, len(c.Ballots), len(s.Vote.Roll))
	}
	keys := s.Vote.Keys()
	for _, b := range c.Ballots {
		if err := s.Vote.Rule.Check(keys, b); err != nil {
			return nil, fmt.Errorf("%w: %w", ErrBox, err)
		}
	}
	v := VoteClosed{Vote: c.Vote, Ballots: ballot.Sorted(c.Ballots)}
	switch s.Vote.Purpose {
	case Strengths:
		v.Scores = ballot.Scores(keys, v.Ballots)
		return []Event{v}, nil
	case Dots:
		v.Outcome = ballot.Counted(keys, v.Ballots)
		return []Event{v}, nil
	case ForName:
		v.Outcome = ballot.Plurality(keys, v.Ballots)
	default:
		v.Outcome, v.Rounds = s.countLeader(v.Ballots)
	}
	how := ByVote
	if s.Vote.Round > 1 {
		how = ByRunoff
	}
	return append([]Event{v}, s.chosen(v.Outcome.Winner, how)...), nil
}

func (v VoteClosed) evolve(s State, _ Record) State {
	s.Results = append(slices.Clone(s.Results), Result{s.Vote, v.Ballots, v.Outcome, v.Scores, v.Rounds})
	s.Tie = Tie{}
	if len(v.Outcome.Tied) > 0 {
		s.Tie = Tie{Vote: v.Vote, Round: s.Vote.Round}
		for _, key := range v.Outcome.Tied {
			s.Tie.Options = append(s.Tie.Options, Option{key, s.Vote.label(key)})
		}
	}
	s.Vote = Vote{}
	return s.freshPhase()
}

func (c AbandonVote) decide(s State, _ Envelope) ([]Event, error) {
	if s.Vote.ID == 0 || c.Vote != s.Vote.ID {
		return nil, ErrNoVote
	}
	return []Event{VoteAbandoned(c)}, nil
}

func (v VoteAbandoned) evolve(s State, _ Record) State {
	s.Vote = Vote{}
	return s
}

// chosen is what follows when a vote of the present step has a winner.
func (s State) chosen(winner string, how How) []Event {
	switch {
	case winner == "":
		return nil
	case s.At.Step == StepName:
		for _, r := range slices.Concat(s.Tie.Options, s.Vote.Options) {
			if r.Key == winner {
				return []Event{NameChosen{Name: r.Label, How: how}}
			}
		}
		return nil
	default:
		return s.elected(winner, how)
	}
}

// FewBallots says whether counting the vote now would tell who voted what: when some have voted, but fewer than three,
// and fewer than were asked.
func FewBallots(v Vote) bool {
	return len(v.Roll) > 0 && len(v.Roll) < min(minCounted, len(v.Electorate))
}

// missing counts those who may vote, are still here, and have not voted.
func (s State) missing() int {
	due := make(map[PersonID]bool, len(s.Vote.Electorate))
	for _, p := range s.Vote.Electorate {
		due[p] = true
	}
	for _, p := range s.Vote.Roll {
		delete(due, p)
	}
	n := 0
	for p := range s.participants() {
		if due[p.ID] {
			n++
		}
	}
	return n
}
