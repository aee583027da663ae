package tui

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"convene/tui/theme"
	"convene/tui/tuitest"
	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// fifty is that many people who write; every third is done, and some ask for a minute.
func fifty(t *testing.T) *Stage {
	t.Helper()
	var people []workshop.PersonID
	for i := range 50 {
		people = append(people, workshop.PersonID(fmt.Sprintf("%s%d", []string{"ana", "bernadette", "dmitri", "eve", "wilhelmina"}[i%5], i)))
	}
	s := groupOf(t, people...)
	for i, p := range people {
		l := By(p, workshop.WriteNote{Prompt: workshop.PromptVision, Text: fmt.Sprint("Idea ", i)})
		switch {
		case i%3 == 0:
			l = By(p, workshop.DeclareDone{Done: true})
		case i%17 == 1:
			l = By(p, workshop.AskMinute{})
		}
		if err := s.Play(l); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

// In a crowd nobody gets a cell of their own: people are named behind what they have in common, those first for whom the
// group waits, and whoever is not named is counted.
func TestACrowdIsCountedAndNamed(t *testing.T) {
	s := fifty(t)
	number := regexp.MustCompile(`\((\d+)\)`)
	for _, width := range []int{38, 58, 78, 98} {
		for rows := 3; rows < 20; rows++ {
			lines := tuitest.Plain(readiness(stageOf(s, Fay, width, rows), rows))
			tuitest.Fits(t, lines, width, rows)
			all := strings.Join(lines, "\n")
			sum := 0
			for _, m := range number.FindAllStringSubmatch(all, -1) {
				n, err := strconv.Atoi(m[1])
				if err != nil {
					t.Fatal(err)
				}
				sum += n
			}
			if sum != 50 {
				t.Errorf("%d of 50 are counted at %d×%d:\n%s", sum, width, rows, all)
			}
			if minute, done := strings.Index(all, "a minute ("), strings.Index(all, "done ("); minute > done {
				t.Errorf("the minute comes late at %d×%d:\n%s", width, rows, all)
			}
		}
	}
}

func TestNamesThatDontFitAreCounted(t *testing.T) {
	th := theme.New(true, false)
	names := []string{"Ana", "Ben", "Cleo", "Dan"}
	for _, c := range []struct {
		cells, rows int
		want        string
	}{
		{40, 1, "Ana, Ben, Cleo, Dan"},
		{18, 1, "Ana and 3 more"},
		{10, 2, "Ana, Ben,/Cleo, Dan"},
		{9, 1, "Ana, Ben…"},
	} {
		if got := strings.Join(namesIn(stage{theme: th}, names, c.cells, c.rows), "/"); got != c.want {
			t.Errorf("in %d×%d: %q, want %q", c.cells, c.rows, got, c.want)
		}
	}
}

// Fifty names are calm to look at: while they write, vote, and show their hands.
func TestACrowdLooksAsItDid(t *testing.T) {
	for _, c := range []struct {
		name string
		then []Line
	}{
		{"writing", nil},
		{"voting", []Line{Reach(workshop.StepVision, workshop.PhaseConverge), By(Fay, workshop.OpenVote{}), someCast(30)}},
		{"hands", []Line{Reach(workshop.StepVision, workshop.PhaseAlign), AllShow(4)}},
	} {
		s := fifty(t)
		if err := s.Play(c.then...); err != nil {
			t.Fatal(err)
		}
		a := appOf(t, s, Fay, 80, 24)
		tuitest.Golden(t, "crowd/"+c.name+"@80x24", tuitest.Plain(strings.Split(a.draw(), "\n")))
	}
}

// someCast is the first people putting blank ballots into the box.
func someCast(n int) Line {
	return func(s *Stage) error {
		for _, p := range s.State.Participants()[:n] {
			if err := s.Play(Cast(p.ID)); err != nil {
				return err
			}
		}
		return nil
	}
}

// With five hundred people each ballot would push all names along, and the first dozen say nothing: they are counted until few are
// left.
func TestACrowdIsCountedUntilFewAreLeft(t *testing.T) {
	s := crowded(t, 100, 3)
	if err := s.Play(By(Fay, workshop.OpenVote{})); err != nil {
		t.Fatal(err)
	}
	for i := range 100 {
		if i == 40 || i >= 96 {
			continue
		}
		if _, err := s.Do(workshop.PersonID(fmt.Sprintf("p%d", i)), workshop.CastBallot{Vote: s.State.Vote.ID}); err != nil {
			t.Fatal(err)
		}
		got := strings.Join(tuitest.Plain(readiness(stageOf(s, Fay, 100, 20), 20)), "\n")
		if left := strings.Count(got, "Person 99"); left > 0 != (i > 92) || strings.Count(got, "\n") != 1 {
			t.Fatalf("after %d ballots:\n%s", i+1, got)
		}
	}
	got := strings.Join(tuitest.Plain(readiness(stageOf(s, Fay, 100, 20), 20)), "\n")
	if want := "… not yet (5)         Person 40, Person 96, Person 97, Person 98, Person 99\n✓ has voted (95)"; got != want {
		t.Errorf("in the end:\n%s", got)
	}
}
