package tui

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"convene/tui/tuitest"
	"convene/workshop"
	"convene/workshop/ballot"
	. "convene/workshop/workshoptest"
)

// ranking is an election by ranked ballots among four of five.
func ranking(t *testing.T) *Stage {
	t.Helper()
	s := NewStage()
	if err := s.Play(electing("ada", "ben", "cleo", "dan"), By(Fay, workshop.OpenVote{Ranked: true, Nonce: make([]byte, 32)})); err != nil {
		t.Fatal(err)
	}
	return s
}

// inBoothOf calls somebody to the keyboard.
func inBoothOf(t *testing.T, s *Stage, turns int) *App {
	t.Helper()
	a := appOf(t, s, Fay, 80, 24)
	typeKeys(a, "o")
	for range turns {
		typeKeys(a, "down")
	}
	typeKeys(a, names("enter pause enter")...)
	return a
}

func TestRankingCandidates(t *testing.T) {
	s := ranking(t)
	a := inBoothOf(t, s, 0)
	says(t, a, "Number the candidates.", "space makes somebody your first choice", "[ ] Ada", "sealed already")
	typeKeys(a, "down", "space", "down", "space", "up", "up", "space")
	says(t, a, "[2] Cleo", "[1] Ben", "[3] Ada", "numbers the next one 4")
	typeKeys(a, "down", "space") // Ben's number goes, and those after it move up
	says(t, a, "[1] Cleo", "[ ] Ben", "[2] Ada")
	typeKeys(a, "enter")
	says(t, a, "Put this ballot into the box? It is final.", "1 Cleo", "2 Ada")
	typeKeys(a, "n")
	says(t, a, "Not in the box yet", "[1] Cleo")
	typeKeys(a, "enter", "y")
	if len(s.Box) != 1 || len(s.Box[0]) != 2 {
		t.Fatalf("in the box: %v", s.Box)
	}
	for _, m := range s.Box[0] {
		if want := map[string]int{"cleo": 1, "ada": 2}[m.Option]; m.Weight != want {
			t.Errorf("%s is choice %d, want %d", m.Option, m.Weight, want)
		}
	}
	if strings.Contains(bodyOf(a), "[1]") {
		t.Errorf("the ballot is still on the screen:\n%s", bodyOf(a))
	}
}

func TestABlankRankingIsABallot(t *testing.T) {
	s := ranking(t)
	a := inBoothOf(t, s, 0)
	typeKeys(a, "space", "esc")
	says(t, a, "Leave without voting?")
	typeKeys(a, "n")
	says(t, a, "[1] Ada")
	typeKeys(a, "space", "enter")
	says(t, a, "Put a blank ballot into the box?", "counted as cast")
	typeKeys(a, "y")
	if len(s.Box) != 1 || len(s.Box[0]) != 0 {
		t.Errorf("in the box: %v", s.Box)
	}
}

// Every round of the count can be read, from the first to who wins, or to the runoff that decides.
func TestEveryRoundIsShown(t *testing.T) {
	rank := func(who workshop.PersonID, choices ...string) Line {
		return func(s *Stage) error {
			var b ballot.Ballot
			for i, c := range choices {
				b = append(b, ballot.Mark{Option: c, Weight: i + 1})
			}
			return s.Play(By(who, workshop.CastBallot{Vote: s.State.Vote.ID, Ballot: b}))
		}
	}
	for _, c := range []struct {
		name string
		cast []Line
		says []string
	}{
		{
			"elected",
			[]Line{rank("ada", "ada", "ben"), rank("ben", "ben"), rank("cleo", "ben", "ada"), rank("dan", "ada"), rank("eve", "cleo", "ben")},
			[]string{"Round 1: ", "dropped.", "Ben 3, Ada 2; Ben has more than half."},
		},
		{
			"runoff",
			[]Line{rank("ada", "ada"), rank("ben", "ben"), rank("cleo", "cleo"), rank("dan", "ada"), rank("eve", "ben")},
			[]string{"Round 1: ", "no choice left 1"},
		},
		{
			"level",
			[]Line{rank("ada", "ada"), rank("ben", "ben", "ada"), rank("cleo", "cleo", "ada"), rank("dan", "ada"), rank("eve")},
			[]string{"elected with 2 of 5, and more than half whoever goes next", "Ada wins whoever goes next."},
		},
	} {
		s := ranking(t)
		if err := s.Play(append(c.cast, Counted())...); err != nil {
			t.Fatal(err)
		}
		for _, size := range [][2]int{{80, 24}, {120, 35}} {
			a := appOf(t, s, Fay, size[0], size[1])
			got := strings.Join(strings.Fields(bodyOf(a)), " ")
			for _, want := range c.says {
				if !strings.Contains(got, want) {
					t.Errorf("%s at %v: nothing says %q:\n%s", c.name, size, want, bodyOf(a))
				}
			}
			tuitest.Golden(t, fmt.Sprintf("rank/%s@%dx%d", c.name, size[0], size[1]), tuitest.Plain(a.Lines()))
		}
		wall := strings.Join(strings.Fields(ansi.Strip(wallOf(t, s, 120, 35).draw())), " ")
		if !strings.Contains(wall, "Round 1: ") {
			t.Errorf("%s: the wall has no rounds:\n%s", c.name, wall)
		}
		if c.name == "runoff" {
			if err := s.Play(By(Fay, workshop.OpenVote{}), Cast("ada", "Ada"), Cast("ben", "Ben"), Cast("cleo", "Ada"), Cast("dan"), Cast("eve"), Counted()); err != nil {
				t.Fatal(err)
			}
			says(t, appOf(t, s, Fay, 80, 24), "Ranked ballots, round 3: Ada 2, Ben 2, no choice left 1")
		}
	}
	s := ranking(t)
	a := inBoothOf(t, s, 0)
	typeKeys(a, "down", "space", "down", "space")
	tuitest.Golden(t, "rank/ballot@80x24", tuitest.Plain(a.Lines()))
}

// How it is counted stands beside the candidates on a phone, too.
func TestTheRankingRuleIsSaidAtEverySize(t *testing.T) {
	s := NewStage()
	history := []Line{Opened()}
	people := []workshop.PersonID{"ada", "ben", "cleo", "dan"}
	for _, p := range people {
		history = append(history, By(p, workshop.Join{Name: strings.ToUpper(string(p[:1])) + string(p[1:])}))
	}
	history = append(history, Reach(workshop.StepLeader, workshop.PhaseDiverge))
	for _, p := range people[:3] {
		history = append(history, By("dan", workshop.Nominate{Person: p, Reason: "Listens"}))
	}
	history = append(history, Onward(true))
	for _, p := range people[:3] {
		history = append(history, By(p, workshop.AcceptNomination{HasTime: true}))
	}
	if err := s.Play(append(history, Onward(true), By(Fay, workshop.OpenVote{Ranked: true, Nonce: make([]byte, 32)}))...); err != nil {
		t.Fatal(err)
	}
	for _, size := range [][2]int{{40, 15}, {60, 15}, {80, 24}, {120, 35}} {
		a := appOf(t, s, "dan", size[0], size[1])
		got := strings.Join(strings.Fields(bodyOf(a)), " ")
		for _, want := range []string{"Number the", "dropped", "more than half", "[ ] Ada", "[ ] Ben", "[ ] Cleo", "secret"} {
			if !strings.Contains(got, want) {
				t.Errorf("at %v nothing says %q:\n%s", size, want, bodyOf(a))
			}
		}
		tuitest.Fits(t, a.Lines(), size[0], size[1])
	}
}

// Where not all can be counted, the rule says how many are.
func TestTheRuleSaysHowManyCount(t *testing.T) {
	v := workshop.Vote{Purpose: workshop.ForLeader, Round: 1, Options: make([]workshop.Option, 12), Rule: ballot.Rule{Ranked: true, PerOption: 8}}
	if got := voteRule(v); !strings.Contains(got, "At most 8 are counted on a ballot.") || !strings.HasPrefix(got, "Number the candidates.") {
		t.Errorf("%q", got)
	}
	v.Rule.PerOption = 12
	if got := voteRule(v); strings.Contains(got, "At most") {
		t.Errorf("%q", got)
	}
}
