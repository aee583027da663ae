package tui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// seen is everything that everybody's terminal shows: the whole program, the facilitator's with the canvas and the
// help in front as well.
func seen(t *testing.T, s *Stage, but workshop.PersonID) map[string]string {
	t.Helper()
	out := make(map[string]string)
	for p := range s.State.People.All() {
		if p.ID == but {
			continue
		}
		for _, keys := range []string{"", "?", "c"} {
			a := appOf(t, s, p.ID, 120, 35)
			typeKeys(a, names(keys)...)
			out[string(p.ID)+" "+keys] = ansi.Strip(a.draw())
		}
	}
	return out
}

// While a vote is open, what was voted changes nothing on anybody's screen: two workshops that differ only in what is
// in the box look the same to everyone, also to the voter once they have voted.
func TestWhatIsInTheBoxChangesNoScreen(t *testing.T) {
	for _, c := range []struct {
		name     string
		from     func() *Stage
		before   []Line
		one, two []string
	}{
		{"dots", sampleAt(workshop.StepMeasures, workshop.PhaseConverge), nil, []string{"Monthly brown bag lunch"}, []string{"Pair across teams"}},
		{"strengths", sampleAt(workshop.StepForces, workshop.PhaseConverge), nil, []string{"People ask for it"}, []string{"Teams sit in three cities"}},
		{"name", sampleAt(workshop.StepName, workshop.PhaseConverge), nil, []string{"Craft Guild", "Sharp Tools"}, nil},
		{"leader", sampleAt(workshop.StepLeader, workshop.PhaseConverge), nil, []string{"grace"}, []string{"ngoc"}},
		{"yes or no", fresh, []Line{electing("ben")}, []string{"yes"}, []string{"no"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			filled := func(choice []string) *Stage {
				s := c.from()
				if err := s.Play(append(c.before, By(Fay, workshop.OpenVote{}))...); err != nil {
					t.Fatal(err)
				}
				for i, p := range s.State.Participants() {
					if i%2 == 0 {
						if err := s.Play(Cast(p.ID, choice...)); err != nil {
							t.Fatal(err)
						}
					}
				}
				return s
			}
			one, two := filled(c.one), filled(c.two)
			if cmp.Equal(one.Box, two.Box) {
				t.Fatal("the boxes are alike, so that this test can't fail")
			}
			if diff := cmp.Diff(seen(t, one, ""), seen(t, two, "")); diff != "" {
				t.Errorf("the ballots can be told apart:\n%s", diff)
			}
		})
	}
}

// What a person has marked is on their own screen only, and in the booth it leaves with them.
func TestTheBoothLeavesNoTraceOfABallot(t *testing.T) {
	frame := func(keys string) string {
		s := SampleStage(workshop.StepLeader, workshop.PhaseConverge)
		if err := s.Play(By(Fay, workshop.OpenVote{})); err != nil {
			t.Fatal(err)
		}
		a := appOf(t, s, Fay, 120, 35)
		typeKeys(a, names("o enter pause enter")...)
		if at := ansi.Strip(a.draw()); !strings.Contains(at, "Who shall lead us?") || !strings.Contains(at, "booth: Yusuf") {
			t.Fatalf("this is not Yusuf's ballot:\n%s", at)
		}
		typeKeys(a, names(keys)...)
		typeKeys(a, "pause")
		got := ansi.Strip(a.draw())
		if strings.Contains(got, "["+a.theme.Dot+"]") || strings.Contains(got, "[ ]") {
			t.Errorf("the ballot is still there after %s:\n%s", keys, got)
		}
		if len(a.drafts.all()) > 0 {
			t.Errorf("drafts are kept: %v", a.drafts.all())
		}
		return got
	}
	grace, ngoc, blank := frame("down down enter y"), frame("down enter y"), frame("down down down enter y")
	if diff := cmp.Diff(grace, ngoc); diff != "" {
		t.Errorf("the facilitator can tell Grace from Ngọc:\n%s", diff)
	}
	if diff := cmp.Diff(grace, blank); diff != "" {
		t.Errorf("the facilitator can tell Grace from a blank ballot:\n%s", diff)
	}
	if !strings.Contains(grace, "Thank you, Yusuf.") {
		t.Errorf("nobody thanks Yusuf:\n%s", grace)
	}
	if diff := cmp.Diff(frame("down down enter n esc y"), frame("enter n esc y")); diff != "" {
		t.Errorf("a ballot that was not cast leaves a trace:\n%s", diff)
	}
}

// The next person in the booth, and the same person coming back, find an empty ballot.
func TestTheBoothBeginsWithAnEmptyBallot(t *testing.T) {
	s := SampleStage(workshop.StepName, workshop.PhaseConverge)
	if err := s.Play(By(Fay, workshop.OpenVote{})); err != nil {
		t.Fatal(err)
	}
	a := appOf(t, s, Fay, 120, 35)
	for _, before := range []string{"", "space down space esc y pause esc", "space down space enter y pause esc"} {
		typeKeys(a, names(before)...)
		typeKeys(a, names("o enter pause enter")...)
		if got := ansi.Strip(a.draw()); !strings.Contains(got, "2 of 2 votes left") {
			t.Errorf("after %q the ballot is not empty:\n%s", before, got)
		}
	}
}

// A ballot that is being filled in is nobody else's to see.
func TestMarksAreOnOneScreenOnly(t *testing.T) {
	s := SampleStage(workshop.StepName, workshop.PhaseConverge)
	if err := s.Play(By(Fay, workshop.OpenVote{})); err != nil {
		t.Fatal(err)
	}
	before := seen(t, s, "ada")
	ada := appOf(t, s, "ada", 120, 35)
	typeKeys(ada, names("space down space enter")...)
	if got := ansi.Strip(ada.draw()); !strings.Contains(got, "Put this ballot into the box?") {
		t.Fatalf("ada is not asked:\n%s", got)
	}
	if diff := cmp.Diff(before, seen(t, s, "ada")); diff != "" {
		t.Errorf("others see what ada marks:\n%s", diff)
	}
	if n := len(s.Box); n != 0 {
		t.Errorf("%d ballots in the box before ada has confirmed", n)
	}
}
