package store

import (
	"encoding/json"

	"convene/workshop"
	"convene/workshop/ballot"
)

// portion is one append as a process is given it, and as it says it: with the secrets that records don't hold.
type portion struct {
	Records []workshop.Record
	Ballots []ballot.Ballot // of the casts among the records, in order
	Nonces  [][]byte        // of the votes that they open, in order
	Answers []given         // to a health check, in order
}

// given is what somebody answers, and what that takes the place of.
type given struct {
	Was []byte // the lock of what they said before; nil the first time
	workshop.LockedSheet
}

// kind is that of its first event.
func (p portion) kind() string { return p.Records[0].Event.Kind() }

// secrets are how many ballots and sheets it brings.
func (p portion) secrets() int { return len(p.Ballots) + len(p.Answers) }

func portionOf(records []workshop.Record) portion {
	p := portion{Records: records}
	for _, r := range records {
		switch v := r.Event.(type) {
		case workshop.BallotCast:
			p.Ballots = append(p.Ballots, v.Ballot)
		case workshop.VoteOpened:
			p.Nonces = append(p.Nonces, v.Nonce)
		case workshop.AnswersGiven:
			p.Answers = append(p.Answers, given{nil, workshop.LockedSheet{Lock: v.Lock, Sheet: v.Sheet}})
		case workshop.AnswersChanged:
			p.Answers = append(p.Answers, given{v.Was, workshop.LockedSheet{Lock: v.Lock, Sheet: v.Sheet}})
		default:
		}
	}
	return p
}

// UnmarshalJSON puts the secrets back into the records.
func (p *portion) UnmarshalJSON(b []byte) error {
	type plain portion
	if err := json.Unmarshal(b, (*plain)(p)); err != nil {
		return err
	}
	ballots, nonces, answers := p.Ballots, p.Nonces, p.Answers
	for i, r := range p.Records {
		switch v := r.Event.(type) {
		case workshop.BallotCast:
			v.Ballot, ballots = ballots[0], ballots[1:]
			p.Records[i].Event = v
		case workshop.VoteOpened:
			v.Nonce, nonces = nonces[0], nonces[1:]
			p.Records[i].Event = v
		case workshop.AnswersGiven:
			v.Lock, v.Sheet, answers = answers[0].Lock, answers[0].Sheet, answers[1:]
			p.Records[i].Event = v
		case workshop.AnswersChanged:
			v.Was, v.Lock, v.Sheet, answers = answers[0].Was, answers[0].Lock, answers[0].Sheet, answers[1:]
			p.Records[i].Event = v
		default:
		}
	}
	return nil
}
