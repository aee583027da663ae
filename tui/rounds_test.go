package tui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"convene/tui/theme"
	"convene/tui/tuitest"
	"convene/workshop"
	"convene/workshop/ballot"
	"convene/workshop/tongue"
	. "convene/workshop/workshoptest"
)

// rank is somebody's ranked ballot, the first choice first.
func rank(who workshop.PersonID, choices ...string) Line {
	return func(s *Stage) error {
		var b ballot.Ballot
		for i, c := range choices {
			b = append(b, ballot.Mark{Option: c, Weight: i + 1})
		}
		return s.Play(By(who, workshop.CastBallot{Vote: s.State.Vote.ID, Ballot: b}))
	}
}

// rankedCount is an election by ranked ballots, and what everybody has to be able to read of it.
type rankedCount struct {
	name  string
	cast  []Line
	table []string
	words []string
	low   string // on a wall that has no room for the table
}

func rankedCounts() []rankedCount {
	return []rankedCount{
		{
			"elected",
			[]Line{rank("ada", "ada", "ben"), rank("ben", "ben"), rank("cleo", "ben", "ada"), rank("dan", "ada"), rank("eve", "cleo", "ben"), Counted()},
			[]string{"round 1 2 3", "Ben 2 2 3", "Ada 2 2 2", "Cleo 1 1 out", "Dan 0 out"},
			[]string{"elected with 3 of 5", "5 ballots, none of them blank."},
			"",
		},
		{
			"runoff",
			[]Line{rank("ada", "ada"), rank("ben", "ben"), rank("cleo", "cleo"), rank("dan", "ada"), rank("eve", "ben"), Counted()},
			[]string{"round 1 2 3", "Ada 2 2 2", "Ben 2 2 2", "Cleo 1 1 out", "Dan 0 out", "no choice left 0 0 1"},
			[]string{"Nobody has that yet.", "runoff between Ada and Ben", "goes on"},
			"",
		},
		{
			"level",
			[]Line{rank("ada", "ada"), rank("ben", "ben", "ada"), rank("cleo", "cleo", "ada"), rank("dan", "ada"), rank("eve"), Counted()},
			[]string{"round 1 2", "Ada 2 2", "Ben 1 1", "Cleo 1 1", "Dan 0 out"},
			[]string{"5 ballots, 1 of them blank. Ben and Cleo share the last place; Ada wins whoever goes."},
			"",
		},
		{
			"after",
			[]Line{
				rank("ada", "ada"), rank("ben", "ben"), rank("cleo", "cleo"), rank("dan", "ada"), rank("eve", "ben"), Counted(),
				By(Fay, workshop.OpenVote{}), Cast("ada", "Ada"), Cast("ben", "Ben"), Cast("cleo", "Ada"), Cast("dan"), Cast("eve"), Counted(),
			},
			[]string{"round 1 2 3", "Ada 2 2 2", "Ben 2 2 2", "Cleo 1 1 out", "Dan 0 out", "no choice left 0 0 1"},
			[]string{"elected in the runoff", "5 ballots, 2 of them blank.", "Before the runoff, by ranked ballots. 5 ballots, none of them blank."},
			"Ranked ballots, round 3: Ada 2, Ben 2, no choice left 1",
		},
	}
}

// spoken is what stands on a screen, whatever the spaces between and the lines that it takes.
func spoken(screen string) string { return strings.Join(strings.Fields(ansi.Strip(screen)), " ") }

// readThrough is everything on a screen that can be seen by scrolling it down, which the screen has to say.
func readThrough(t *testing.T, a *App) string {
	t.Helper()
	all, before := "", ""
	for now := bodyOf(a); now != before; now = bodyOf(a) {
		if strings.Contains(now, "more below") && !strings.Contains(now, "arrows scroll") {
			t.Errorf("there is more, and nothing says how to see it:\n%s", now)
		}
		all += spoken(now) + " "
		before = now
		typeKeys(a, "down")
	}
	return all
}

// Every round of the count can be read, from the first to who wins or to the runoff that decides, on every window.
func TestEveryRoundIsShown(t *testing.T) {
	for _, c := range rankedCounts() {
		s := ranking(t)
		if err := s.Play(c.cast...); err != nil {
			t.Fatal(err)
		}
		for _, seat := range []struct {
			who           workshop.PersonID
			width, height int
		}{{"dan", 40, 15}, {"dan", 40, 20}, {Fay, 60, 15}, {"dan", 60, 15}, {Fay, 80, 24}, {"dan", 80, 24}, {Fay, 120, 35}} {
			at := fmt.Sprintf("%s@%dx%d", c.name, seat.width, seat.height)
			a := appOf(t, s, seat.who, seat.width, seat.height)
			if seat.who == Fay || seat.width < minWidth {
				tuitest.Golden(t, "rank/"+at, tuitest.Plain(a.Lines()))
			}
			got := readThrough(t, a)
			for _, want := range slices.Concat(c.table, c.words) {
				if !strings.Contains(got, want) {
					t.Errorf("%s, %s: nothing says %q:\n%s", at, seat.who, want, bodyOf(a))
				}
			}
		}
		for _, size := range [][2]int{{60, 15}, {80, 24}, {120, 35}, {240, 67}} {
			lines := wallOf(t, s, size[0], size[1]).Lines()
			tuitest.Fits(t, lines, size[0], size[1])
			got := spoken(strings.Join(lines, "\n"))
			wants := c.table
			if c.low != "" && size[1] < 30 {
				wants = []string{c.low}
			}
			for _, want := range wants {
				inLetters := size[1] > smallType && c.low == ""
				if !inLetters && !strings.Contains(got, want) {
					t.Errorf("%s: the wall at %v does not say %q:\n%s", c.name, size, want, ansi.Strip(strings.Join(lines, "\n")))
				}
			}
			tuitest.Golden(t, fmt.Sprintf("rank/wall-%s@%dx%d", c.name, size[0], size[1]), tuitest.Plain(lines))
		}
	}
}

// oneByOne is a count in which the last of so many candidates is dropped each time: the first has 40 ballots, the next 39, and
// each of them one fewer in every round.
func oneByOne(candidates int) workshop.Result {
	var r workshop.Result
	for i := range candidates {
		o := string(rune('a' + i))
		r.Options = append(r.Options, workshop.Option{Key: o, Label: "Candidate " + strings.ToUpper(o)})
	}
	for i := range candidates - 1 {
		var round ballot.Round
		for j, o := range r.Options[:candidates-i] {
			round.Tally = append(round.Tally, ballot.Count{Option: o.Key, Votes: 40 - i - j})
		}
		if i < candidates-2 {
			round.Dropped = []string{r.Options[candidates-i-1].Key}
		}
		r.Rounds = append(r.Rounds, round)
	}
	return r
}

// Where the rounds have no room side by side, the later ones come under the earlier ones, with those who still stand.
func TestRoundsOneUnderAnother(t *testing.T) {
	const n, abreast = 14, 9 // as many as 38 cells hold beside the names
	r := oneByOne(n)
	st := stage{theme: theme.New(true, false), width: 38, height: 15}
	lines := newRoundsTable(st, r).draw(st.theme, nil, 0)
	tuitest.Fits(t, lines, 38, len(lines))
	got := spoken(strings.Join(lines, "\n"))
	for i, o := range r.Options {
		rounds := min(n-i, n-1)
		for from := 0; from < rounds; from += abreast {
			want := o.Label
			for round := from; round < min(from+abreast, rounds); round++ {
				want += fmt.Sprintf(" %d", 40-round-i)
			}
			if !strings.Contains(got, want) {
				t.Errorf("nothing says %q:\n%s", want, ansi.Strip(strings.Join(lines, "\n")))
			}
		}
	}
	if heads := slices.DeleteFunc(slices.Clone(lines), func(l string) bool { return !strings.Contains(l, roundHead(tongue.Tongue{})) }); len(heads) != 2 {
		t.Errorf("%d tables:\n%s", len(heads), ansi.Strip(strings.Join(lines, "\n")))
	}
}

// A wall that has no room for everybody has those who came far, and counts the others.
func TestTheWallCountsTheRoundsThatHaveNoRoom(t *testing.T) {
	st := stage{theme: theme.New(true, false), width: 58, height: 11}
	lines := verdict{result: oneByOne(8)}.count(st, 5)
	got := spoken(strings.Join(lines, "\n"))
	for _, want := range []string{"Candidate A 40 39 38 37 36 35 34", "Candidate C 38 37 36 35 34 33 out", "and 5 more"} {
		if !strings.Contains(got, want) || len(lines) != 5 {
			t.Errorf("nothing says %q:\n%s", want, ansi.Strip(strings.Join(lines, "\n")))
		}
	}
}

// Keys that scroll are there as long as something is cut, and not after that.
func TestNothingScrollsAfterTheCount(t *testing.T) {
	s := ranking(t)
	if err := s.Play(rankedCounts()[1].cast...); err != nil {
		t.Fatal(err)
	}
	a := appOf(t, s, "dan", 40, 15)
	says(t, a, "arrows scroll", "↓ scroll")
	play(t, a, s, By(Fay, workshop.RecordNoLeader{Reason: "We wait"}))
	says(t, a, "We wait")
	if strings.Contains(bodyOf(a), "scroll") {
		t.Errorf("there is nothing to scroll:\n%s", bodyOf(a))
	}
}

// On a large wall the rounds are in letters for the back row, unless somebody's name can't be written so.
func TestTheRoundsAreInLettersForTheBackRow(t *testing.T) {
	st := stage{theme: theme.New(true, false), width: 200, height: 60}
	r := oneByOne(4)
	lines := wallRounds(st, r, 5*theme.LetterRows)
	tuitest.Fits(t, lines, 200, 5*theme.LetterRows)
	if len(lines) != 5*theme.LetterRows || strings.Contains(ansi.Strip(strings.Join(lines, "")), "Candidate") {
		t.Errorf("%d lines:\n%s", len(lines), ansi.Strip(strings.Join(lines, "\n")))
	}
	if lines := wallRounds(st, r, 5*theme.LetterRows-1); lines != nil {
		t.Errorf("%d lines where there is no room for them", len(lines))
	}
	if st.width = 80; wallRounds(st, r, 50) != nil {
		t.Error("names of more than two fifths of the wall are in letters")
	}
	st.width, r.Options[2].Label = 200, "李梅"
	if lines := wallRounds(st, r, 50); lines != nil {
		t.Errorf("in letters:\n%s", ansi.Strip(strings.Join(lines, "\n")))
	}
	r.Outcome.Tally = r.Rounds[2].Tally
	all := verdict{result: r, rows: resultRows(st.view, r, "", "goes on")}.count(st, 50)
	if got := spoken(strings.Join(all, "\n")); !strings.Contains(got, "李梅 38 37 out") {
		t.Errorf("the rounds are lost: %s", got)
	}
}
