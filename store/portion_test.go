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
}

// kind is that of its first event.
func (p portion) kind() string { return p.Records[0].Event.Kind() }

func portionOf(records []workshop.Record) portion {
	p := portion{Records: records}
	for _, r := range records {
		switch v := r.Event.(type) {
		case workshop.BallotCast:
			p.Ballots = append(p.Ballots, v.Ballot)
		case workshop.VoteOpened:
			p.Nonces = append(p.Nonces, v.Nonce)
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
	ballots, nonces := p.Ballots, p.Nonces
	for i, r := range p.Records {
		switch v := r.Event.(type) {
		case workshop.BallotCast:
			v.Ballot, ballots = ballots[0], ballots[1:]
			p.Records[i].Event = v
		case workshop.VoteOpened:
			v.Nonce, nonces = nonces[0], nonces[1:]
			p.Records[i].Event = v
		default:
		}
	}
	return nil
}
