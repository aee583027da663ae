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

// isSeatCode says whether an SSH user name is a seat code that somebody has typed in the wrong place. A workshop's code may
// have as many letters, in two words.
func isSeatCode(user string) bool {
	return len(plainSeatCode(user)) == seatLength && (strings.Count(user, "-") != 1 || strings.ContainsAny(user, "0123456789"))
}

// newSeatCode is one that nobody can foresee, "k7qm-2fxd-9h".
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
