package main

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"convene/workshop"
	"convene/workshop/ballot"
	"convene/workshop/tongue"
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
		if _, err := io.WriteString(w, lotPage(tongue.In(before.Lang), before, v)); err != nil {
			return err
		}
	}
	return nil
}

// lotPage is the page about one lot.
func lotPage(l tongue.Tongue, before workshop.State, v workshop.LotDrawn) string {
	var p strings.Builder
	line := func(said string) { fmt.Fprintln(&p, said) }
	line("")
	vote, counted := lotVote(before, v.Vote)
	if !counted {
		line(l.Say("The lot among %s can't be checked: it belongs to no vote that was counted.", labels(l, v.Among)))
		return p.String()
	}
	keys, names := make([]string, len(v.Among)), make(map[string]string)
	for i, o := range v.Among {
		keys[i], names[o.Key] = o.Key, o.Label
	}
	proof := ballot.Proof(v.Nonce, vote.Ballots, keys)
	line(l.Say("The lot of %s, for everyone to check:", voteName(l, vote.Purpose, vote.Round)))
	if len(vote.Seal) > 0 {
		line("1. " + l.Say("Before the first ballot everyone could see this seal: %x", vote.Seal))
		line("   " + l.Say("It is the SHA-256 of what the lot was drawn from:"))
		line(fmt.Sprintf("   printf %x | xxd -r -p | sha256sum", v.Nonce))
		if !bytes.Equal(vote.Seal, workshop.SealOf(v.Nonce)) {
			line("   " + l.Say("IT IS NOT: this lot was drawn from something else."))
		}
	} else {
		line("1. " + l.Say("It was drawn from %x, which no seal had fixed before.", v.Nonce))
	}
	line("2. " + l.Say("That, and all ballots without names, make this text. Each line ends in one line feed:"))
	for text := range strings.Lines(proof.Text) {
		fmt.Fprintf(&p, "   %s", text)
	}
	line("3. " + l.Say("Its SHA-256 is %x", proof.Hash))
	line("   " + l.Say("The first 16 digits are a number; divided by %d it leaves %d.", len(proof.Places), proof.Place))
	drawn := ""
	if len(proof.Places) > 0 {
		drawn = proof.Places[proof.Place]
	}
	line("4. " + l.Say("Counted from 0, place %d under \"among\" is %s: %s.", proof.Place, drawn, names[drawn]))
	if drawn != v.Winner {
		line("   " + l.Say("THE RECORD SAYS OTHERWISE: %s, %s.", v.Winner, names[v.Winner]))
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
