package ballot

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"strings"
)

// Lot draws one of the options in among. The same nonce, ballots and options
// give the same answer to anybody who checks, whatever order the ballots and
// options are in, and an option that is listed twice has no better chance. The
// package documentation has the formula, and what makes it fair.
//
// Bs are the ballots of the vote that ended in the tie; they need not be
// canonical. Among nobody, nobody is drawn: the answer is empty.
func Lot(nonce []byte, bs []Ballot, among []string) string {
	if len(among) == 0 {
		return ""
	}
	tied := inOrder(among)
	text := lotText(nonce, bs, among)
	at, _ := place(len(tied), func(k int) uint64 { return draw(text, k) })
	return tied[at]
}

// inOrder are the tied options as a lot numbers them, from place 0: in the order of their bytes, without repeats.
func inOrder(among []string) []string { return slices.Compact(slices.Sorted(slices.Values(among))) }

// LotProof is a lot with everything that it takes to check it by hand.
type LotProof struct {
	Text   string   // what is hashed, its last line "draw K" included
	Hash   [32]byte // the SHA-256 of Text
	Places []string // the tied options, from place 0
	Place  int      // the one that is drawn: the first eight bytes of Hash, as a number, modulo the number of places
}

// Proof explains what Lot draws; among nobody it is zero.
func Proof(nonce []byte, bs []Ballot, among []string) LotProof {
	if len(among) == 0 {
		return LotProof{}
	}
	text, places := lotText(nonce, bs, among), inOrder(among)
	at, k := place(len(places), func(k int) uint64 { return draw(text, k) })
	p := LotProof{Text: fmt.Sprintf("%sdraw %d\n", text, k), Places: places, Place: at}
	p.Hash = sha256.Sum256([]byte(p.Text))
	return p
}

// lotText is what is hashed, all but the line that numbers the draw.
func lotText(nonce []byte, bs []Ballot, among []string) string {
	sorted, tied := Sorted(bs), inOrder(among)
	var text strings.Builder
	fmt.Fprintf(&text, "lot 1\nnonce %x\nballots %d\n", nonce, len(sorted))
	for _, b := range sorted {
		text.WriteString("ballot")
		for _, m := range b {
			fmt.Fprintf(&text, " %d %d:%s", m.Weight, len(m.Option), m.Option)
		}
		text.WriteString("\n")
	}
	fmt.Fprintf(&text, "among %d\n", len(tied))
	for _, o := range tied {
		fmt.Fprintf(&text, "%d:%s\n", len(o), o)
	}
	return text.String()
}

// draw is the number that the k-th hash of text gives, counting from 0.
func draw(text string, k int) uint64 {
	hash := sha256.Sum256(fmt.Appendf(nil, "%sdraw %d\n", text, k))
	return binary.BigEndian.Uint64(hash[:8])
}

// place maps the first draw that it can use, the k-th, to one of n places. There
// are 2^64 possible draws. Where n does not divide that, the highest few would
// favour the first places, so they are drawn again.
func place(n int, draw func(k int) uint64) (at, k int) {
	size := uint64(n)
	extra := (math.MaxUint64%size + 1) % size
	for ; ; k++ {
		if x := draw(k); x <= math.MaxUint64-extra {
			return int(x % size), k
		}
	}
}
