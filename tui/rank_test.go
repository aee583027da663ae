package tui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"convene/tui/tuitest"
	"convene/workshop"
	"convene/workshop/ballot"
	"convene/workshop/tongue"
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
	says(t, a, "[2] Cleo", "[1] Ben", "[3] Ada", "makes somebody number 4")
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

func TestTheRankedBallotLooksAsItDid(t *testing.T) {
	a := inBoothOf(t, ranking(t), 0)
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
	if got := voteRule(tongue.Tongue{}, v); !strings.Contains(got, "At most 8 are counted on a ballot.") || !strings.HasPrefix(got, "Number the candidates.") {
		t.Errorf("%q", got)
	}
	v.Rule.PerOption = 12
	if got := voteRule(tongue.Tongue{}, v); strings.Contains(got, "At most") {
		t.Errorf("%q", got)
	}
}

// Ranked ballots are another way only where there are more than two: with one or two candidates nothing is asked, and no screen
// speaks of them.
func TestHowToElectIsAskedWhereItMakesADifference(t *testing.T) {
	for _, c := range []struct {
		candidates []workshop.PersonID
		asks       bool
	}{
		{[]workshop.PersonID{"ada"}, false},
		{[]workshop.PersonID{"ada", "ben"}, false},
		{[]workshop.PersonID{"ada", "ben", "cleo"}, true},
		{[]workshop.PersonID{"ada", "ben", "cleo", "dan"}, true},
	} {
		s := NewStage()
		if err := s.Play(electing(c.candidates...)); err != nil {
			t.Fatal(err)
		}
		const words = "Ranked ballots are the other way."
		for where, shown := range map[string]string{
			"screen": bodyOf(appOf(t, s, Fay, 80, 24)), "wall": ansi.Strip(wallOf(t, s, 80, 24).draw()),
		} {
			if strings.Contains(shown, words) != c.asks {
				t.Errorf("%d candidates: the %s speaks of ranked ballots: %v\n%s", len(c.candidates), where, !c.asks, shown)
			}
		}
		a, seat := desk(t, s)
		typeKeys(a, "v")
		if asked := strings.Contains(bodyOf(a), "How do you elect?"); asked != c.asks || (len(seat.sent) == 0) != c.asks {
			t.Errorf("%d candidates: asked %v, sent %v", len(c.candidates), asked, seat.sent)
		}
	}
}
