package main

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"convene/workshop"
	"convene/workshop/ballot"
)

// writeLots explains every lot of a workshop so that anyone can check it: by hand, with a tool that computes SHA-256, and
// without this program.
func writeLots(w io.Writer, records []workshop.Record) error {
	var s workshop.State
	for _, r := range records {
		before := s
		s = workshop.Evolve(s, r)
		v, ok := r.Event.(workshop.LotDrawn)
		if !ok {
			continue
		}
		if _, err := io.WriteString(w, lotPage(before, v)); err != nil {
			return err
		}
	}
	return nil
}

// lotPage is the page about one lot.
func lotPage(before workshop.State, v workshop.LotDrawn) string {
	var p strings.Builder
	vote, counted := lotVote(before, v.Vote)
	if !counted {
		return fmt.Sprintf("\nThe lot among %s can't be checked: it belongs to no vote that was counted.\n", labels(v.Among))
	}
	keys, names := make([]string, len(v.Among)), make(map[string]string)
	for i, o := range v.Among {
		keys[i], names[o.Key] = o.Key, o.Label
	}
	proof := ballot.Proof(v.Nonce, vote.Ballots, keys)
	fmt.Fprintf(&p, "\nThe lot of %s, for everyone to check:\n", voteName(vote.Purpose, vote.Round))
	if len(vote.Seal) > 0 {
		fmt.Fprintf(&p, "1. Before the first ballot everyone could see this seal: %x\n", vote.Seal)
		fmt.Fprintf(&p, "   It is the SHA-256 of what the lot was drawn from:\n")
		fmt.Fprintf(&p, "   printf %x | xxd -r -p | sha256sum\n", v.Nonce)
		if !bytes.Equal(vote.Seal, workshop.SealOf(v.Nonce)) {
			fmt.Fprintf(&p, "   IT IS NOT: this lot was drawn from something else.\n")
		}
	} else {
		fmt.Fprintf(&p, "1. It was drawn from %x, which no seal had fixed before.\n", v.Nonce)
	}
	fmt.Fprintf(&p, "2. That, and all ballots without names, make this text. Each line ends in one line feed:\n")
	for line := range strings.Lines(proof.Text) {
		fmt.Fprintf(&p, "   %s", line)
	}
	fmt.Fprintf(&p, "3. Its SHA-256 is %x\n", proof.Hash)
	fmt.Fprintf(&p, "   The first 16 digits are a number; divided by %d it leaves %d.\n", len(proof.Places), proof.Place)
	drawn := ""
	if len(proof.Places) > 0 {
		drawn = proof.Places[proof.Place]
	}
	fmt.Fprintf(&p, "4. Counted from 0, place %d under \"among\" is %s: %s.\n", proof.Place, drawn, names[drawn])
	if drawn != v.Winner {
		fmt.Fprintf(&p, "   THE RECORD SAYS OTHERWISE: %s, %s.\n", v.Winner, names[v.Winner])
	}
	return p.String()
}

// lotVote is the count of the vote that a lot decided. A file that somebody has changed may hold a lot without one.
func lotVote(before workshop.State, id workshop.VoteID) (workshop.Result, bool) {
	n := len(before.Results)
	if n == 0 || before.Results[n-1].ID != id {
		return workshop.Result{}, false
	}
	return before.Results[n-1], true
}
