package room

import (
	"context"
	"crypto/rand"

	"convene/workshop"
)

// nonceSize is how much chance a lot is drawn from, in bytes: as much as its seal has room for.
const nonceSize = 32

// completed puts into a command what only the room and its log know: the ballots into the close of a vote, fresh chance into
// its opening, and into a lot what was sealed then; the answers into the close of a health check, and into their change
// whether they are in the box. A runoff keeps the chance of the vote that tied, so that the seal that everyone has seen is
// the lot's. What a sender brings of it counts for nothing.
func (r *Room) completed(s workshop.State, c workshop.Command) (workshop.Command, error) {
	switch c := c.(type) {
	case workshop.CloseVote:
		ballots, err := r.log.Box(context.Background(), r.id)
		c.Ballots = ballots
		return c, err
	case workshop.CloseCheck:
		box, err := r.log.Sheets(context.Background(), r.id)
		c.Sheets = workshop.Sheets(box)
		return c, err
	case workshop.ChangeAnswers:
		box, err := r.log.Sheets(context.Background(), r.id)
		c.Found = workshop.Opens(c.Was, box)
		return c, err
	case workshop.OpenVote:
		if s.Tie.Vote != 0 {
			kept, err := r.log.Nonce(context.Background(), r.id)
			if c.Nonce = kept; kept != nil || err != nil {
				return c, err
			}
		}
		c.Nonce = chance()
		return c, nil
	case workshop.DrawLot:
		nonce, err := r.log.Nonce(context.Background(), r.id)
		if nonce == nil { // the vote is from before there were seals
			nonce = chance()
		}
		c.Nonce = nonce
		return c, err
	default:
		return c, nil
	}
}

// chance is a fresh nonce.
func chance() []byte {
	nonce := make([]byte, nonceSize)
	rand.Read(nonce) // never fails, says its documentation
	return nonce
}

// readsDisk says whether a command takes what is on disk, so that what was decided before it has to be there.
func readsDisk(s workshop.State, c workshop.Command) bool {
	switch c.(type) {
	case workshop.CloseVote, workshop.DrawLot, workshop.CloseCheck, workshop.ChangeAnswers:
		return true
	case workshop.OpenVote:
		return s.Tie.Vote != 0
	default:
		return false
	}
}
