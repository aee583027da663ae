package workshop_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"convene/workshop/ballot"
	"convene/workshop/ballottest"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

// An election from the first vote to the end, as the tables tell it.
type election struct {
	stage *Stage
	lines []string // what has come of it so far
}

func (e *election) play(t *testing.T, lines ...Line) {
	t.Helper()
	if err := e.stage.Play(lines...); err != nil {
		t.Fatal(err)
	}
}

// vote holds one vote, in which the first person casts the first ballot and so on, or the last the first.
func (e *election) vote(t *testing.T, open OpenVote, box [][]string, backwards bool) {
	t.Helper()
	open.Nonce = chance
	e.play(t, By(Fay, open))
	people := e.stage.State.Participants()[:len(box)]
	if backwards {
		people = slices.Clone(people)
		slices.Reverse(people)
	}
	for i, p := range people {
		if open.Ranked {
			e.play(t, ranks(p.ID, box[i]...))
			continue
		}
		e.play(t, Cast(p.ID, box[i]...))
	}
	e.play(t, Counted())
	r := e.last()
	for _, round := range r.Rounds {
		e.lines = append(e.lines, told(r, round))
	}
	e.lines = append(e.lines, fmt.Sprintf("%s (%s; cast %d, blank %d)", e.outcome(), countsOf(r, r.Outcome.Tally), r.Outcome.Cast, r.Outcome.Blank))
}

// last is the vote that was counted last.
func (e *election) last() Result {
	return e.stage.State.Results[len(e.stage.State.Results)-1]
}

// outcome is where the last vote has led.
func (e *election) outcome() string {
	s := e.stage.State
	var tied []string
	for _, o := range s.Tie.Options {
		tied = append(tied, readable(e.last(), o.Key))
	}
	switch {
	case s.Name.Chosen != "":
		return fmt.Sprintf("%s by %s", s.Name.Chosen, s.Name.How)
	case s.Leadership.Leader != "":
		return fmt.Sprintf("%s by %s", s.Leadership.Leader, s.Leadership.How)
	case s.Tie.NeedsLot():
		return "lot " + strings.Join(tied, " ")
	case s.Tie.Vote != 0:
		return "runoff " + strings.Join(tied, " ")
	default:
		return "nobody"
	}
}

// lot draws the lot, and checks that it is the one that the ballots and the sealed chance give.
func (e *election) lot(t *testing.T) {
	t.Helper()
	var keys []string
	for _, o := range e.stage.State.Tie.Options {
		keys = append(keys, o.Key)
	}
	e.play(t, By(Fay, DrawLot{Nonce: chance}))
	want := readable(e.last(), ballot.Lot(chance, e.last().Ballots, keys)) + " by lot"
	if got := e.outcome(); got != want {
		t.Errorf("the outcome is %s, want %s", got, want)
	}
	e.lines = append(e.lines, "one of them by lot")
}

// readable is what people read for a name, and the key of a candidate, which is as short.
func readable(r Result, key string) string {
	for _, o := range r.Options {
		if o.Key == key && r.Purpose == ForName {
			return o.Label
		}
	}
	return key
}

func countsOf(r Result, tally ballot.Tally) string {
	var counts []string
	for _, c := range tally {
		counts = append(counts, fmt.Sprintf("%s %d", readable(r, c.Option), c.Votes))
	}
	return strings.Join(counts, ", ")
}

// told is one round of an instant runoff.
func told(r Result, round ballot.Round) string {
	line := countsOf(r, round.Tally)
	if round.Exhausted > 0 {
		line += fmt.Sprintf("; exhausted %d", round.Exhausted)
	}
	if len(round.Dropped) > 0 {
		line += "; drop " + strings.Join(round.Dropped, " ")
	}
	if len(round.Level) > 0 {
		line += "; level " + strings.Join(round.Level, " ")
	}
	return line
}

// box reads "ada | 2 x ben cal | -": the choices on each ballot.
func box(t *testing.T, written string) [][]string {
	t.Helper()
	if written == "" {
		return nil
	}
	var all [][]string
	for b := range strings.SplitSeq(written, "|") {
		times, choices := 1, strings.Fields(strings.ReplaceAll(b, ">", " "))
		if len(choices) > 2 && choices[1] == "x" {
			n, err := strconv.Atoi(choices[0])
			if err != nil {
				t.Fatalf("%q: %v", b, err)
			}
			times, choices = n, choices[2:]
		}
		if slices.Equal(choices, []string{"-"}) {
			choices = nil
		}
		all = append(all, slices.Repeat([][]string{choices}, times)...)
	}
	return all
}

// group has the candidates, and as many others as it takes for these boxes.
func group(candidates []string, boxes ...[][]string) []PersonID {
	var people []PersonID
	for _, c := range candidates {
		people = append(people, PersonID(c))
	}
	for _, b := range boxes {
		for len(people) < len(b) {
			people = append(people, PersonID(fmt.Sprint("voter", len(people)+1)))
		}
	}
	return people
}

// TestElectionTables holds the elections of testdata, which are there to be read, and each of them a second time with
// the ballots cast in another order and by other people.
func TestElectionTables(t *testing.T) {
	for name, table := range map[string]struct {
		fields []string
		hold   func(t *testing.T, fields map[string]string, backwards bool) []string
	}{
		"name.txt":   {[]string{"votes", "names", "ballots", "runoff?"}, nameElection},
		"leader.txt": {[]string{"candidates", "ballots?", "ranked?", "runoff?"}, leaderElection},
	} {
		entries, err := ballottest.Read(filepath.Join("testdata", name), table.fields...)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			t.Run(fmt.Sprintf("%s:%d", name, e.Line), func(t *testing.T) {
				for _, backwards := range []bool{false, true} {
					if got := strings.Join(table.hold(t, e.Fields, backwards), "\n"); got != e.Want {
						t.Errorf("%s (cast backwards: %t):\n got\n%s\nwant\n%s", e.About, backwards, got, e.Want)
					}
				}
			})
		}
	}
}

// further holds the runoff that the first vote has led to, and draws the lot that may come after it.
func (e *election) further(t *testing.T, fields map[string]string, backwards bool) []string {
	t.Helper()
	if runoff, held := fields["runoff"]; held {
		if tie := e.stage.State.Tie; tie.Vote == 0 {
			t.Fatalf("there is no runoff after %q", e.lines)
		}
		e.vote(t, OpenVote{}, box(t, runoff), backwards)
	}
	if e.stage.State.Tie.NeedsLot() {
		e.lot(t)
	}
	return e.lines
}

func nameElection(t *testing.T, fields map[string]string, backwards bool) []string {
	t.Helper()
	votes, err := strconv.Atoi(fields["votes"])
	if err != nil {
		t.Fatal(err)
	}
	people := group([]string{"voter1"}, box(t, fields["ballots"]), box(t, fields["runoff"]))
	e := election{stage: NewStage()}
	e.play(t, Group(people...), Reach(StepName, PhaseDiverge), Write(people[0], PromptName, strings.Fields(fields["names"])...),
		Reach(StepName, PhaseConverge))
	e.vote(t, OpenVote{Dots: votes}, box(t, fields["ballots"]), backwards)
	return e.further(t, fields, backwards)
}

func leaderElection(t *testing.T, fields map[string]string, backwards bool) []string {
	t.Helper()
	standing := strings.Fields(fields["candidates"])
	first, ranked := fields["ranked"]
	if !ranked {
		first = fields["ballots"]
	}
	people := group(standing, box(t, first), box(t, fields["runoff"]))
	e := election{stage: NewStage()}
	e.play(t, Group(people...), Reach(StepLeader, PhaseDiverge))
	for _, c := range standing {
		e.play(t, By(people[0], Nominate{Person: PersonID(c), Reason: "Listens"}))
	}
	e.play(t, Reach(StepLeader, PhaseShare))
	for _, c := range standing {
		e.play(t, By(PersonID(c), AcceptNomination{HasTime: true}))
	}
	e.play(t, Onward(true))
	e.vote(t, OpenVote{Ranked: ranked}, box(t, first), backwards)
	return e.further(t, fields, backwards)
}
