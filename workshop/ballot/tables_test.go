package ballot

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// entry is one paragraph of a text table: its fields, and what comes of them
// after the arrow, on one line or more.
type entry struct {
	line   int
	about  string
	fields map[string]string
	want   string
}

// readTable reads a table of paragraphs that have all the given fields, and no
// others. A paragraph of comments alone is the table's introduction.
func readTable(t *testing.T, name string, fields ...string) []entry {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	var entries []entry
	e := entry{fields: map[string]string{}}
	inResult := false
	for i, line := range strings.Split(string(text), "\n") {
		at := fmt.Sprintf("%s:%d", name, i+1)
		inResult = inResult && strings.HasPrefix(line, "=> ")
		if about, ok := strings.CutPrefix(line, "#"); ok {
			e.line, e.about = i+1, strings.TrimSpace(about)
			continue
		}
		if want, ok := strings.CutPrefix(line, "=> "); ok {
			if inResult {
				entries[len(entries)-1].want += "\n" + want
				continue
			}
			inResult = true
			if len(e.fields) != len(fields) {
				t.Fatalf("%s: want the fields %q, have %q", at, fields, e.fields)
			}
			e.want = want
			entries = append(entries, e)
			e = entry{fields: map[string]string{}}
			continue
		}
		if line == "" {
			if len(e.fields) > 0 {
				t.Fatalf("%s: no result above this line", at)
			}
			continue
		}
		key, value, ok := strings.Cut(line, ":")
		if !ok || !strings.Contains(" "+strings.Join(fields, " ")+" ", " "+key+" ") {
			t.Fatalf("%s: cannot read %q", at, line)
		}
		e.fields[key] = strings.TrimSpace(value)
	}
	if len(entries) == 0 || len(e.fields) > 0 {
		t.Fatalf("%s: empty, or cut off at its end", name)
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
				options, bs := strings.Fields(e.fields["options"]), readBallots(t, e.fields["ballots"])
				if got := table.got(options, bs); got != e.want {
					t.Errorf("%s:%d %s:\n got %s\nwant %s", table.name, e.line, e.about, got, e.want)
				}
			}
		})
	}
}

func TestRuleTable(t *testing.T) {
	for _, e := range readTable(t, "rule.txt", "rule", "options", "ballot") {
		limits, ranked := strings.CutPrefix(e.fields["rule"], "ranked, ")
		budget, perOption, ok := strings.Cut(strings.TrimPrefix(limits, "budget "), ", per option ")
		if !ok {
			t.Fatalf("rule.txt:%d: cannot read the rule", e.line)
		}
		r := Rule{Budget: limit(t, budget), PerOption: limit(t, perOption), Ranked: ranked}
		err := r.Check(strings.Fields(e.fields["options"]), readBallot(t, e.fields["ballot"]))
		got := "valid"
		if err != nil {
			got = err.Error()
		}
		if got != e.want {
			t.Errorf("rule.txt:%d %s:\n got %s\nwant %s", e.line, e.about, got, e.want)
		}
		known := errors.Is(err, ErrUnknownOption) || errors.Is(err, ErrTwice) ||
			errors.Is(err, ErrWeight) || errors.Is(err, ErrOverBudget) || errors.Is(err, ErrRank)
		if err != nil && !known {
			t.Errorf("rule.txt:%d %s: %v is none of the refusals", e.line, e.about, err)
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
