package room

import (
	"context"

	"convene/workshop"
	"convene/workshop/ballot"
)

// Log is what a room needs of a store. Every implementation must pass the contract of package storetest.
type Log interface {
	// Load returns the records after a Seq, in order. An unknown workshop has none.
	Load(ctx context.Context, id workshop.ID, after workshop.Seq) ([]workshop.Record, error)
	// Append makes the records durable, all or none of them, if the log still ends at after; otherwise it returns a
	// *workshop.ConflictError. The ballot of a BallotCast goes into the box, not into the record; VoteClosed and
	// VoteAbandoned empty the box. The nonce of a VoteOpened is kept until the vote is abandoned, its lot drawn, or another
	// vote opened.
	Append(ctx context.Context, id workshop.ID, after workshop.Seq, records ...workshop.Record) error
	// Box returns the ballots of the open vote, sorted: nothing tells whose they are or when they came.
	Box(ctx context.Context, id workshop.ID) ([]ballot.Ballot, error)
	// Nonce returns what the lot of the latest vote is drawn from, nil when there is none.
	Nonce(ctx context.Context, id workshop.ID) ([]byte, error)
}
