package workshop

import (
	"bytes"
	"crypto/sha256"
)

// SealOf is what everyone sees of a lot's nonce before it is drawn: its SHA-256. It tells nothing of the nonce, and no other
// nonce has it, so that nobody can choose the lot once the ballots are known.
func SealOf(nonce []byte) []byte {
	sum := sha256.Sum256(nonce)
	return sum[:]
}

// seal seals the chance of a vote that may come down to a lot, after its runoff. The others need none: dots and strengths decide
// nothing, and yes and no don't tie.
func (v *VoteOpened) seal(nonce []byte) error {
	if v.Purpose != ForName && v.Purpose != ForLeader || v.For != "" || nonce == nil {
		return nil
	}
	if len(nonce) < minNonce {
		return ErrNonce
	}
	v.Nonce, v.Seal = bytes.Clone(nonce), SealOf(nonce)
	return nil
}

// unseals checks that a lot is drawn from the chance that the vote has sealed.
func (r Result) unseals(nonce []byte) error {
	switch {
	case len(nonce) < minNonce:
		return ErrNonce
	case len(r.Seal) > 0 && !bytes.Equal(r.Seal, SealOf(nonce)):
		return ErrSeal
	}
	return nil
}
