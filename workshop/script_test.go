package workshop_test

import (
	"slices"
	"testing"
	"time"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

// diverged is a step in which each person writes one note for one prompt, until the group converges.
func diverged(step Step, prompt Prompt, notes map[PersonID]string) Line {
	return func(s *Stage) error {
		if err := s.Play(Reach(step, PhaseDiverge)); err != nil {
			return err
		}
		for _, p := range s.State.Participants() {
			if text := notes[p.ID]; text != "" {
				if err := s.Play(InBooth(p.ID, WriteNote{Prompt: prompt, Text: text}, DeclareDone{Done: true})); err != nil {
					return err
				}
			}
		}
		return s.Play(Onward(false), Wait(2*time.Minute), Onward(false))
	}
}

// aligned is everyone behind the outcome, and the group going on.
func aligned() Line {
	return func(s *Stage) error { return s.Play(Onward(false), AllShow(4), Onward(false)) }
}

// elected is an election in which everybody is for one person.
func elected(leader PersonID) Line {
	return func(s *Stage) error {
		return s.Play(Reach(StepLeader, PhaseDiverge), By("ada", Nominate{Person: leader, Reason: "Everybody asks her anyway"}),
			Onward(false), By(leader, AcceptNomination{HasTime: true}), Onward(false), By(Fay, OpenVote{}),
			Cast("ada", "yes"), Cast("ben", "yes"), Cast("cal", "yes"), Cast("dan"), Counted())
	}
}

func TestAGroupFoundsACommunity(t *testing.T) {
	Given(t, Group("ada", "ben", "cal", "dan"), Onward(false),
		diverged(StepVision, PromptVision, map[PersonID]string{
			"ada": "Proud of our code", "ben": "No fear of old code", "cal": "Proud of what we ship", "dan": "Free lunch",
		}),
		form("cal", "Pride", 1, 3), By("dan", ParkNotes{Notes: ids(4)}),
		By(Fay, WriteStatement{Section: SectionVision, Text: "We are proud of our code, old code too."}), aligned(),
		diverged(StepMeasures, PromptHow, map[PersonID]string{"ada": "Dojo", "dan": "Pairing"}), aligned(),
		diverged(StepImpact, PromptWho, map[PersonID]string{"ben": "All teams"}), aligned(),
		diverged(StepResources, PromptResources, map[PersonID]string{"cal": "Two hours a week"}), aligned(),
		diverged(StepForces, PromptSlowDown, map[PersonID]string{"ada": "Deadlines"}), By(Fay, OpenVote{}),
		Cast("ada", "Deadlines", "Deadlines", "Deadlines"), Cast("ben", "Deadlines"), Cast("cal"), Cast("dan"), Counted(), aligned(),
		diverged(StepName, PromptName, map[PersonID]string{"ada": "Guild", "ben": "Forge"}), By(Fay, OpenVote{}),
		Cast("ada", "Guild"), Cast("ben", "Forge", "Guild"), Cast("cal", "Guild"), Cast("dan"), Counted(), Onward(false),
		elected("cal"), Onward(false), By(Fay, CloseWorkshop{})).
		ThenState(func(t testing.TB, s State) {
			c := s.Canvas()
			if c.Title != "Guild" || c.Leader != "Cal" || !s.Closed() || len(c.Settlements) != 5 {
				t.Errorf("the canvas: %+v", c)
			}
			vision := c.Sections[0]
			if vision.Statement == "" || len(vision.Entries) != 2 || vision.Entries[0].Title != "Pride" {
				t.Errorf("vision: %+v", vision)
			}
			if force, _, ok := c.Forces.FirstToWeaken(); !ok || force.Strength != 2 || force.Low != 1 || force.High != 3 {
				t.Errorf("first to weaken: %+v", force)
			}
		})
}

func TestALateGroupShortensAndSkipsTheForcesAndIsOnTime(t *testing.T) {
	var behind, after Span
	Given(t, Group("ada", "ben"), Onward(false), Reach(StepMeasures, PhaseShare), Wait(70*time.Minute)).
		ThenState(func(_ testing.TB, s State) { behind = s.Timing().Behind(Morning().Add(70 * time.Minute)) }).
		When(Fay, RepairAgenda{Repair: SkipForces}).ThenAccepted().
		When(Fay, RepairAgenda{Repair: Shorten}).
		ThenState(func(t testing.TB, s State) {
			after = s.Timing().Behind(Morning().Add(70 * time.Minute))
			if behind <= 0 || after != 0 {
				t.Errorf("behind by %s before, by %s after the repairs", behind, after)
			}
		}).
		And(Reach(StepName, PhaseBrief), By(Fay, StepBack{From: at(StepName, PhaseBrief)})).
		ThenState(func(t testing.TB, s State) {
			if s.At != at(StepResources, PhaseAlign) {
				t.Errorf("before the name comes %s, want the resources", s.At)
			}
		}).
		And(Reach(StepClosing, PhaseCanvas), By(Fay, CloseWorkshop{})).
		ThenState(func(t testing.TB, s State) {
			if s.Canvas().Forces != nil {
				t.Error("a step that was skipped is on the canvas")
			}
		})
}

func TestAGroupWithoutForcesFromTheStart(t *testing.T) {
	Given(t, By(Fay, OpenWorkshop{ID: "calm-heron", Topic: "Testing", Facilitator: "Fay", SkipForces: true}),
		By("ada", Join{Name: "Ada"}), Reach(StepResources, PhaseAlign)).
		When(Fay, RepairAgenda{Repair: SkipForces}).ThenRefused(ErrNoRepair).
		And(Onward(true)).
		ThenState(func(t testing.TB, s State) {
			if s.At != at(StepName, PhaseBrief) || s.Total != Minutes(120)-s.Agenda[0].Box {
				t.Errorf("at %s, promised %s", s.At, s.Total)
			}
		})
}

func TestAGroupGoesHomeWithoutALeader(t *testing.T) {
	Given(t, candidates("ada", "ben"), By(Fay, OpenVote{}), Cast("ada", "no"), Cast("ben", "no"), Counted()).
		When(Fay, Advance{From: at(StepLeader, PhaseConverge), Despite: true}).ThenRefused(ErrNoOutcome).
		And(By(Fay, RecordNoLeader{Reason: "We ask again in a month"}), Onward(false), By(Fay, CloseWorkshop{})).
		ThenState(func(t testing.TB, s State) {
			if c := s.Canvas(); c.Leader != "" || c.NoLeader != "We ask again in a month" {
				t.Errorf("the canvas: %+v", c)
			}
		})
}

func TestANameThatTiesTwiceIsDrawnByLot(t *testing.T) {
	Given(t, tied(), By(Fay, OpenVote{}), Cast("ada", "Guild"), Cast("ben", "Forge"), Cast("cal"), Counted(),
		By(Fay, DrawLot{Nonce: []byte("sixteen bytes at the very least")}), Onward(false)).
		ThenState(func(t testing.TB, s State) {
			if s.Name.How != ByLot || !slices.Contains([]string{"Guild", "Forge"}, s.Name.Chosen) || s.At.Step != StepLeader {
				t.Errorf("name %+v, at %s", s.Name, s.At)
			}
			if r, _ := s.LastResult(StepName, ForName); r.Round != 2 || len(r.Outcome.Tied) != 2 {
				t.Errorf("the last vote: %+v", r)
			}
		})
}

func TestALeaderWhoDeclinesAfterAll(t *testing.T) {
	Given(t, Group("ada", "ben", "cal", "dan"), elected("cal"), Onward(false),
		By(Fay, ReopenElection{Reason: "Cal's boss says no"}), Back(StepLeader, PhaseConverge),
		By("cal", DeclineNomination{})).
		When(Fay, Advance{From: at(StepLeader, PhaseConverge)}).ThenRefused(ErrNoOutcome).
		And(Back(StepLeader, PhaseDiverge), By("ben", Nominate{Person: "ben", Reason: "I can"}), Onward(false),
			By("ben", AcceptNomination{HasTime: true}), Onward(false), By(Fay, OpenVote{}), Cast("ada", "yes"), Cast("cal", "yes"),
			Cast("dan", "yes"), Counted(), Onward(false), By(Fay, CloseWorkshop{})).
		ThenState(func(t testing.TB, s State) {
			if got := s.Canvas().Leader; got != "Ben" {
				t.Errorf("the leader is %q", got)
			}
		})
}

func TestAGroupGoesBackAndThinksAgain(t *testing.T) {
	Given(t, wall(), form("ada", "Pair", 1, 2), aligned(), Reach(StepMeasures, PhaseDiverge),
		Write("ben", PromptHow, "Dojo"), Back(StepVision, PhaseDiverge), Write("ben", PromptVision, "Another thought"),
		Reach(StepVision, PhaseConverge), By("ben", MoveNotes{Notes: ids(7), Cluster: 1}), aligned()).
		ThenView("ben", func(t testing.TB, v View) {
			e := v.Canvas.Sections[0].Entries[0]
			if !slices.Equal(e.Notes, []string{"One", "Two", "Another thought"}) {
				t.Errorf("the cluster after going back: %+v", e)
			}
			if v.Settled[StepVision].Reopened {
				t.Error("the step is settled again, and is shown as open")
			}
			if len(v.Notes) != 1 || v.Notes[0].Text != "Dojo" || v.Canvas.Sections[2].Entries != nil {
				t.Errorf("ben's private note: %+v, on the canvas %+v", v.Notes, v.Canvas.Sections[2].Entries)
			}
		})
}
