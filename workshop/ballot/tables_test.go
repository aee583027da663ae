package ballot

import (
	"encoding/hex"
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"convene/workshop/ballottest"
)

// readTable reads a table of testdata.
func readTable(t *testing.T, name string, fields ...string) []ballottest.Entry {
	t.Helper()
	entries, err := ballottest.Read(filepath.Join("testdata", name), fields...)
	if err != nil {
		t.Fatal(err)
	}
	return entries
}

// readBallot reads "ana bob:2", or "-" for a blank ballot.
func readBallot(t *testing.T, s string) Ballot {
	t.Helper()
	var b Ballot
	if s == "-" {
		return b
	}
	for _, word := range strings.Fields(s) {
		option, number, weighted := strings.Cut(word, ":")
		m := Mark{Option: option, Weight: 1}
		if weighted {
			weight, err := strconv.Atoi(number)
			if err != nil {
				t.Fatalf("read mark %q: %v", word, err)
			}
			m.Weight = weight
		}
		b = append(b, m)
	}
	if len(b) == 0 {
		t.Fatal("an empty ballot; write - for a blank one")
	}
	return b
}

func readBallots(t *testing.T, s string) []Ballot {
	t.Helper()
	if s == "" {
		return nil
	}
	var bs []Ballot
	for one := range strings.SplitSeq(s, "|") {
		bs = append(bs, readBallot(t, strings.TrimSpace(one)))
	}
	return bs
}

func written(r Result) string {
	head := "nobody"
	switch {
	case r.Winner != "" && r.Tied != nil:
		head = "a winner and a tie"
	case r.Winner != "":
		head = "winner " + r.Winner
	case r.Tied != nil:
		head = "tied " + strings.Join(r.Tied, " ")
	}
	var counts []string
	for _, c := range r.Tally {
		counts = append(counts, fmt.Sprintf("%s %d", c.Option, c.Votes))
	}
	all := strings.Join(counts, ", ")
	if all != "" {
		all += "; "
	}
	return fmt.Sprintf("%s (%scast %d, blank %d)", head, all, r.Cast, r.Blank)
}

func writtenScores(scores []Score) string {
	if len(scores) == 0 {
		return "nothing"
	}
	var all []string
	for _, s := range scores {
		if s == (Score{Option: s.Option}) {
			all = append(all, s.Option+" unscored")
			continue
		}
		all = append(all, fmt.Sprintf("%s %d (%d to %d, given %d)", s.Option, s.Median, s.Low, s.High, s.Given))
	}
	return strings.Join(all, " | ")
}

// TestTables counts the elections of testdata, which are there to be read.
func TestTables(t *testing.T) {
	confirm := func(_ []string, bs []Ballot) string { return written(Confirm(bs)) }
	deciding := func(decide func([]string, []Ballot) Result) func([]string, []Ballot) string {
		return func(options []string, bs []Ballot) string { return written(decide(options, bs)) }
	}
	scores := func(options []string, bs []Ballot) string { return writtenScores(Scores(options, bs)) }

	for _, table := range []struct {
		name   string
		fields []string
		got    func(options []string, bs []Ballot) string
	}{
		{"plurality.txt", []string{"options", "ballots"}, deciding(Plurality)},
		{"majority.txt", []string{"options", "ballots"}, deciding(Majority)},
		{"runoff.txt", []string{"options", "ballots"}, deciding(Runoff)},
		{"confirm.txt", []string{"ballots"}, confirm},
		{"scores.txt", []string{"options", "ballots"}, scores},
	} {
		t.Run(table.name, func(t *testing.T) {
			for _, e := range readTable(t, table.name, table.fields...) {
				options, bs := strings.Fields(e.Fields["options"]), readBallots(t, e.Fields["ballots"])
				if got := table.got(options, bs); got != e.Want {
					t.Errorf("%s:%d %s:\n got %s\nwant %s", table.name, e.Line, e.About, got, e.Want)
				}
			}
		})
	}
}

func TestRuleTable(t *testing.T) {
	for _, e := range readTable(t, "rule.txt", "rule", "options", "ballot") {
		limits, ranked := strings.CutPrefix(e.Fields["rule"], "ranked, ")
		budget, perOption, ok := strings.Cut(strings.TrimPrefix(limits, "budget "), ", per option ")
		if !ok {
			t.Fatalf("rule.txt:%d: cannot read the rule", e.Line)
		}
		r := Rule{Budget: limit(t, budget), PerOption: limit(t, perOption), Ranked: ranked}
		err := r.Check(strings.Fields(e.Fields["options"]), readBallot(t, e.Fields["ballot"]))
		got := "valid"
		if err != nil {
			got = err.Error()
		}
		if got != e.Want {
			t.Errorf("rule.txt:%d %s:\n got %s\nwant %s", e.Line, e.About, got, e.Want)
		}
		known := errors.Is(err, ErrUnknownOption) || errors.Is(err, ErrTwice) ||
			errors.Is(err, ErrWeight) || errors.Is(err, ErrOverBudget) || errors.Is(err, ErrRank)
		if err != nil && !known {
			t.Errorf("rule.txt:%d %s: %v is none of the refusals", e.Line, e.About, err)
		}
	}
}

// TestLotTable draws the lots of testdata, and says all that goes into them.
func TestLotTable(t *testing.T) {
	for _, e := range readTable(t, "lot.txt", "nonce", "ballots", "among") {
		nonce, err := hex.DecodeString(e.Fields["nonce"])
		if err != nil {
			t.Fatalf("lot.txt:%d: %v", e.Line, err)
		}
		bs, among := readBallots(t, e.Fields["ballots"]), strings.Fields(e.Fields["among"])
		got := "nobody"
		if p := Proof(nonce, bs, among); len(p.Places) > 0 {
			got = fmt.Sprintf("%s%x modulo %d is %d: %s", p.Text, p.Hash[:8], len(p.Places), p.Place, p.Places[p.Place])
		}
		if got != e.Want {
			t.Errorf("lot.txt:%d %s:\n got\n%s\nwant\n%s", e.Line, e.About, got, e.Want)
		}
		want := e.Want[strings.LastIndex(e.Want, " ")+1:]
		if e.Want == "nobody" {
			want = ""
		}
		if drawn := Lot(nonce, bs, among); drawn != want {
			t.Errorf("lot.txt:%d %s: %q is drawn, want %q", e.Line, e.About, drawn, want)
		}
	}
}

func limit(t *testing.T, s string) int {
	t.Helper()
	if s == "none" {
		return 0
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 {
		t.Fatalf("cannot read the limit %q", s)
	}
	return n
}
