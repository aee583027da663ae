package tui

import (
	"slices"
	"testing"

	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// again is the same workshop once more, to be played on from here.
func again(s *Stage) *Stage {
	c := *s
	c.Records, c.Box = slices.Clip(c.Records), slices.Clone(c.Box)
	return &c
}

// dutyKeys are all keys that only a facilitator has.
const dutyKeys = "n b t T + - a o v r K w c N L A C g"

// Which keys a facilitator has follows from where the group is. The others do nothing at all: they send nothing, ask
// nothing and say nothing.
func TestWhichKeysTheFacilitatorHas(t *testing.T) {
	bound := func(step workshop.Step, phase workshop.Phase) string {
		switch (workshop.Position{Step: step, Phase: phase}) {
		case workshop.Position{Step: workshop.StepWelcome, Phase: workshop.PhaseGather}:
			return "n t + - a g K c"
		case workshop.Position{Step: workshop.StepClosing, Phase: workshop.PhaseCanvas}:
			return "n b a o K"
		case workshop.Position{Step: workshop.StepForces, Phase: workshop.PhaseShare}, workshop.Position{Step: workshop.StepName, Phase: workshop.PhaseShare}:
			return "n b t + - a K c"
		case workshop.Position{Step: workshop.StepForces, Phase: workshop.PhaseConverge}, workshop.Position{Step: workshop.StepName, Phase: workshop.PhaseConverge}:
			return "n b t + - a v K c"
		case workshop.Position{Step: workshop.StepForces, Phase: workshop.PhaseAlign}:
			return "n b t + - a o v K c"
		case workshop.Position{Step: workshop.StepLeader, Phase: workshop.PhaseBrief}:
			return "n b t + - a v K c"
		case workshop.Position{Step: workshop.StepLeader, Phase: workshop.PhaseShare}:
			return "n b t + - a o K c N"
		case workshop.Position{Step: workshop.StepLeader, Phase: workshop.PhaseConverge}:
			return "n b t + - a o v K c N"
		}
		var r string
		switch step {
		case workshop.StepVision, workshop.StepMeasures, workshop.StepImpact, workshop.StepResources:
			r = " r"
		}
		switch phase {
		case workshop.PhaseDiverge:
			return "n b t + - a o K c" + r
		case workshop.PhaseShare:
			return "n b t + - a K w c" + r
		case workshop.PhaseConverge:
			return "n b t + - a v K w c" + r
		case workshop.PhaseAlign:
			return "n b t + - a o v K w c" + r
		default:
			return "n b t + - a K c" + r
		}
	}
	whole, _ := Sample()
	for _, at := range whole.Agenda.Positions() {
		has, from := names(bound(at.Step, at.Phase)), SampleStage(at.Step, at.Phase)
		if at.Phase != workshop.PhaseGather { // nobody has come who could guide too
			has = append(has, "C", "T")
		}
		for _, k := range names(dutyKeys) {
			s := again(from)
			a, seat := desk(t, s)
			typeKeys(a, k)
			did := len(seat.sent) > 0 || len(a.dialogs) > 0 || a.toast.text != ""
			if want := slices.Contains(has, k); did != want {
				t.Errorf("at %s, %s does something: %v, want %v: sent %+v, said %q", at, k, did, want, seat.sent, a.toast.text)
			}
		}
	}
}

// While a vote is open, nothing is on offer that the rules would refuse, and nothing that would disturb it.
func TestWhichKeysTheFacilitatorHasDuringAVote(t *testing.T) {
	for _, step := range []workshop.Step{workshop.StepVision, workshop.StepForces, workshop.StepName, workshop.StepLeader} {
		has := names("n b t T + - a o v K c")
		if step == workshop.StepVision {
			has = append(has, "r")
		}
		from := SampleStage(step, workshop.PhaseConverge)
		for _, k := range names(dutyKeys) {
			s := again(from)
			if err := s.Play(By(Fay, workshop.OpenVote{})); err != nil {
				t.Fatal(err)
			}
			a, seat := desk(t, s)
			typeKeys(a, k)
			if did := len(seat.sent) > 0 || len(a.dialogs) > 0 || a.toast.text != ""; did != slices.Contains(has, k) {
				t.Errorf("at %s, %s does something: %v: sent %+v, said %q", step, k, did, seat.sent, a.toast.text)
			}
			if len(seat.refused) > 0 {
				t.Errorf("at %s, %s is refused: %v", step, k, seat.refused)
			}
		}
	}
}

// After the end nothing is led any more; and only a facilitator facilitates.
func TestKeysOfTheFacilitatorAreNobodyElses(t *testing.T) {
	ended, _ := Sample()
	var all []*Stage
	for _, at := range ended.Agenda.Positions() {
		all = append(all, SampleStage(at.Step, at.Phase))
	}
	last := SampleStage(workshop.StepClosing, workshop.PhaseCanvas)
	if err := last.Play(By(Fay, workshop.CloseWorkshop{})); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		who    workshop.PersonID
		stages []*Stage
		keys   string
	}{
		{"ada", all, "n b t + - a o v r K w N g"},
		{"", all, "n b t + - a o v r K w N g"},
		{Fay, []*Stage{last}, "n b t + - a o v r w N g"},
	} {
		for _, s := range c.stages {
			a := appOf(t, s, c.who, 100, 30)
			if a.screen.typing() {
				continue
			}
			for _, k := range names(c.keys) {
				seq := s.State.Seq
				typeKeys(a, k)
				if s.State.Seq != seq || len(a.dialogs) > 0 {
					t.Errorf("%q at %s: %s does something", c.who, s.State.At, k)
					a.dialogs = nil
				}
			}
		}
	}
}
