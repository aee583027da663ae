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
	// vote opened. The sheet of an AnswersGiven goes into the box of answers with its lock, that of an AnswersChanged into the
	// place of the one whose lock is Was, without which the append is an error; CheckClosed and CheckAbandoned empty that box.
	Append(ctx context.Context, id workshop.ID, after workshop.Seq, records ...workshop.Record) error
	// Box returns the ballots of the open vote, sorted: nothing tells whose they are or when they came.
	Box(ctx context.Context, id workshop.ID) ([]ballot.Ballot, error)
	// Sheets returns the answers to the open health check, in the order of their locks: nothing tells whose they are or when
	// they came.
	Sheets(ctx context.Context, id workshop.ID) ([]workshop.LockedSheet, error)
	// Nonce returns what the lot of the latest vote is drawn from, nil when there is none.
	Nonce(ctx context.Context, id workshop.ID) ([]byte, error)
}
