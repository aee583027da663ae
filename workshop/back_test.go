package workshop_test

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

func TestBackLeadsAtOnceToAnyEarlierPhaseOfTheStep(t *testing.T) {
	from := at(StepMeasures, PhaseConverge)
	for to, box := range map[Position]Span{
		at(StepMeasures, PhaseShare):   Minutes(4),
		at(StepMeasures, PhaseDiverge): Minutes(5),
		at(StepMeasures, PhaseBrief):   Minutes(2),
		at(StepVision, PhaseAlign):     Minutes(4),
	} {
		Given(t, Group("ada"), Reach(from.Step, from.Phase)).
			When(Fay, StepBack{From: from, To: to}).
			Then(PhaseEntered{Position: to, Box: box, Deadline: Morning().Add(time.Duration(box)), Back: true})
	}
}

func TestBackLeadsNowhereElse(t *testing.T) {
	from := at(StepMeasures, PhaseConverge)
	for _, to := range []Position{
		from, at(StepMeasures, PhaseAlign), at(StepVision, PhaseConverge), at(StepWelcome, PhaseGather),
		at(StepImpact, PhaseBrief),
		{Step: StepVision},
		at(StepClosing, PhaseGather),
	} {
		Given(t, Group("ada"), Reach(from.Step, from.Phase)).When(Fay, StepBack{From: from, To: to}).ThenRefused(ErrNotEarlier)
	}
	Given(t, Group("ada"), Reach(from.Step, from.Phase)).
		When(Fay, StepBack{From: at(StepMeasures, PhaseAlign), To: at(StepMeasures, PhaseBrief)}).ThenRefused(ErrMovedOn).
		When("ada", StepBack{From: from, To: at(StepMeasures, PhaseBrief)}).ThenRefused(ErrFacilitatorOnly).
		And(Back(StepWelcome, PhaseGather)).
		When(Fay, StepBack{From: at(StepWelcome, PhaseGather), To: at(StepWelcome, PhaseGather)}).ThenRefused(ErrAtTheStart)
}

func TestGoingFarBackLeavesWhatBelongsToThePhaseBehind(t *testing.T) {
	far := at(StepVision, PhaseBrief)
	Given(t, wall(), By(Fay, PutSpotlight{On: Spot{Note: 1}}), By(Fay, OpenVote{})).
		When(Fay, StepBack{From: at(StepVision, PhaseConverge), To: far}).ThenRefused(ErrVoteOpen).
		And(By(Fay, AbandonVote{Vote: 1})).
		When(Fay, StepBack{From: at(StepVision, PhaseConverge), To: far}).ThenAccepted().
		ThenState(func(t testing.TB, s State) {
			if s.Spotlight != (Spot{}) {
				t.Errorf("the spotlight is still on %+v", s.Spotlight)
			}
		})
	Given(t, tied()).
		When(Fay, StepBack{From: at(StepName, PhaseConverge), To: at(StepName, PhaseDiverge)}).ThenAccepted().
		ThenState(func(t testing.TB, s State) {
			if s.Tie.Vote != 0 {
				t.Errorf("the tie is still there: %+v", s.Tie)
			}
		})
	Given(t, aligning("ada", "ben"), By("ada", ShowHand{Level: 1, Concern: "Too vague"})).
		When(Fay, StepBack{From: at(StepVision, PhaseAlign), To: at(StepVision, PhaseShare)}).ThenAccepted().
		And(Reach(StepVision, PhaseAlign)).
		ThenView("ada", func(t testing.TB, v View) {
			if v.HasHand || v.HandsShown {
				t.Error("a hand of before is still up")
			}
		})
}

// A step that was settled is reopened however the group comes back into it, and has to be settled anew when it was
// worked on.
func TestWhatWasSettledIsReopenedFromFarAway(t *testing.T) {
	settled := func() Line {
		return func(s *Stage) error {
			return s.Play(Group("ada", "ben"), Reach(StepVision, PhaseAlign), AllShow(4), Onward(false),
				Reach(StepMeasures, PhaseAlign), AllShow(5), Onward(false))
		}
	}
	Given(t, settled()).
		When(Fay, StepBack{From: at(StepImpact, PhaseBrief), To: at(StepMeasures, PhaseAlign)}).ThenAccepted().
		When(Fay, StepBack{From: at(StepMeasures, PhaseAlign), To: at(StepMeasures, PhaseDiverge)}).ThenAccepted().
		When(Fay, StepBack{From: at(StepMeasures, PhaseDiverge), To: at(StepVision, PhaseAlign)}).ThenAccepted().
		When(Fay, StepBack{From: at(StepVision, PhaseAlign), To: at(StepVision, PhaseBrief)}).ThenAccepted().
		ThenState(func(t testing.TB, s State) {
			for _, step := range []Step{StepVision, StepMeasures} {
				if got := s.Settled[step]; !got.Reopened || !got.Revised || got.Hands == [6]int{} {
					t.Errorf("%s is %+v, want reopened, with the hands of before", step, got)
				}
			}
		}).
		And(Reach(StepVision, PhaseAlign)).
		When(Fay, Advance{From: at(StepVision, PhaseAlign)}).ThenRefused(ErrHandsMissing)
}

// kept is what no way back may lose.
func kept(s State) map[string]any {
	notes := make(map[NoteID]Note)
	for n := range s.Notes.All() {
		notes[n.ID] = n
	}
	clusters := make(map[ClusterID]Cluster)
	for c := range s.Clusters.All() {
		clusters[c.ID] = c
	}
	hands := make(map[Step][MaxLevel + 1]int)
	for step, v := range s.Settled {
		hands[step] = v.Hands
	}
	return map[string]any{
		"notes": notes, "clusters": clusters, "statements": maps.Clone(s.Statements), "hands": hands, "name": s.Name,
		"leadership": s.Leadership, "actions": slices.Clone(s.Actions), "results": slices.Clone(s.Results),
		"nominations": slices.Clone(s.Nominations),
	}
}

// From any phase to any earlier one that there is a way to: nothing is lost, and the way forward is open again.
func TestGoingBackLosesNothing(t *testing.T) {
	whole, _ := Sample()
	all := whole.Agenda.Positions()
	rapid.Check(t, func(rt *rapid.T) {
		from := all[rapid.IntRange(1, len(all)-1).Draw(rt, "from")]
		s := SampleStage(from.Step, from.Phase)
		if s.State.At.Plan() {
			if err := s.Play(By(Fay, PlanAction{What: "Ask the CTO", Owner: "ada", Due: DayOf(s.Now).Plus(7)})); err != nil {
				rt.Fatal(err)
			}
		}
		before := kept(s.State)
		for i := range rapid.IntRange(1, 6).Draw(rt, "ways") {
			ways := s.State.Agenda.Earlier(s.State.At)
			if len(ways) == 0 {
				break
			}
			to := rapid.SampledFrom(ways).Draw(rt, fmt.Sprint("to", i))
			if err := s.Play(By(Fay, StepBack{From: s.State.At, To: to})); err != nil {
				rt.Fatal(err)
			}
			if diff := cmp.Diff(before, kept(s.State), inside()); diff != "" {
				rt.Fatalf("from %s back to %s (-before +after):\n%s", from, to, diff)
			}
			if s.State.At != to || s.State.Clock.Box != s.State.Agenda.Box(to) {
				rt.Fatalf("at %s with a clock of %+v, want %s", s.State.At, s.State.Clock, to)
			}
			if v, ok := s.State.Settled[to.Step]; ok && !v.Reopened {
				rt.Fatalf("%s was settled, and isn't marked as reopened", to.Step)
			}
		}
		if err := s.Play(Reach(from.Step, from.Phase)); err != nil {
			rt.Fatalf("forward again: %v", err)
		}
		after := kept(s.State)
		for _, what := range []string{"clusters", "statements", "name", "actions", "results", "nominations"} {
			if !reflect.DeepEqual(before[what], after[what]) {
				rt.Fatalf("forward again, %s (-before +after):\n%s", what, cmp.Diff(before[what], after[what], inside()))
			}
		}
	})
}
