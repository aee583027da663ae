package main

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"convene/workshop"
)

// badge is the house's secret, which makes people's identifiers of what they prove: their key, or a seat code. Nobody
// without the secret can tell whose an identifier is, and the same person has another one in every workshop.
type badge []byte

// person is who somebody is in a workshop.
func (b badge) person(id workshop.ID, proof proof) workshop.PersonID {
	return workshop.PersonID(b.mark("person", string(id), string(proof)))
}

// guest is who somebody is in the guestbook, where their name is kept for the next workshop.
func (b badge) guest(proof proof) string { return b.mark("guest", string(proof)) }

// mark is a keyed hash of the parts, 80 bits of it: enough for no two people ever to share one.
func (b badge) mark(parts ...string) string {
	m := hmac.New(sha256.New, b)
	m.Write([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(m.Sum(nil)[:10])
}

// proof is what shows that somebody is who they were before.
type proof string

// byKey is the proof of somebody who has a key, of which this is the fingerprint.
func byKey(fingerprint string) proof { return proof("key:" + fingerprint) }

// bySeatCode is the proof of somebody without a key, however they have typed it.
func bySeatCode(typed string) proof { return proof("seat:" + plainSeatCode(typed)) }

// seatLength is how many letters a seat code has: 32^10 of them can't be guessed at a door that counts.
const seatLength = 10

// holdsSeatCode says whether a seat code may be in an SSH user name: somebody has typed theirs in the wrong place, and may have
// put something before or behind it. A code is any ten letters, so whatever has as many may be one; but a workshop's code has
// two words.
func holdsSeatCode(user string) bool {
	one, other, two := strings.Cut(user, "-")
	return len(plainSeatCode(user)) >= seatLength && !(two && isCodeWord(one) && isCodeWord(other))
}

// isCodeWord says whether that may be one of the words of a workshop's code, of which none is as long as a seat code.
func isCodeWord(s string) bool {
	return len(s) < seatLength && strings.Trim(strings.ToLower(s), "abcdefghijklmnopqrstuvwxyz") == ""
}

// newSeatCode is one that nobody can foresee, "k7qm-2fxd-6h".
func newSeatCode() string {
	return spelled(strings.ToLower(rand.Text())[:seatLength])
}

// spelled is a plain seat code as people read it: in groups. What is no seat code stays as it is.
func spelled(plain string) string {
	if len(plain) != seatLength {
		return plain
	}
	return plain[:4] + "-" + plain[4:8] + "-" + plain[8:]
}

// plainSeatCode is a seat code without what people put between the letters. Its alphabet has no 0, 1 and 8, so whoever
// types one means the letter that it looks like.
func plainSeatCode(typed string) string {
	looks := strings.NewReplacer("0", "o", "1", "l", "8", "b")
	return strings.Map(func(r rune) rune {
		if 'a' <= r && r <= 'z' || '2' <= r && r <= '7' {
			return r
		}
		return -1
	}, looks.Replace(strings.ToLower(typed)))
}
