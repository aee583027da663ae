package main

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"convene/workshop"
	"convene/workshop/workshoptest"
)

func TestTheLogEndsWithWhereTheTimeWent(t *testing.T) {
	fay, wait, reach := workshoptest.Fay, workshoptest.Wait, workshoptest.Reach
	s := workshoptest.NewStage()
	told := func() string {
		t.Helper()
		var out strings.Builder
		if err := writeLedger(&out, s.State); err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	play := func(lines ...workshoptest.Line) {
		t.Helper()
		if err := s.Play(lines...); err != nil {
			t.Fatal(err)
		}
	}

	play(workshoptest.Group("ada"), func(s *workshoptest.Stage) error {
		a, err := s.State.Agenda.With(workshop.StepReserve, 10)
		if err != nil {
			return err
		}
		return s.Play(workshoptest.By(fay, workshop.PlanAgenda{Agenda: a}))
	}, wait(7*time.Minute))
	if got := told(); got != "" {
		t.Errorf("before the group has begun:\n%s", got)
	}

	play(workshoptest.Onward(false), wait(123*time.Minute+29*time.Second), reach(workshop.StepMeasures, workshop.PhaseBrief), wait(time.Hour))
	halfway := `
minutes, rounded      planned  actual
welcome                     5       7
1 vision                   24     123
2 how and measures         24       0
3 impact                   15       0
4 resources                14       0
5 force field              15       0
6 name                      9       0
6 leader                    9       0
the canvas                  5       0
reserve                    10
in all                    130     130
breaks, not counted                 0
The workshop is not finished: this counts up to its last record.
`
	if diff := cmp.Diff(halfway, told()); diff != "" {
		t.Errorf("halfway (-want +got):\n%s", diff)
	}

	play(workshoptest.By(fay, workshop.RepairAgenda{Repair: workshop.SkipForces}, workshop.StartBreak{}), wait(22*time.Hour),
		reach(workshop.StepClosing, workshop.PhaseCanvas), wait(5*time.Minute+31*time.Second), workshoptest.By(fay, workshop.CloseWorkshop{}))
	end := `
minutes, rounded      planned  actual
welcome                     5       7
1 vision                   24     123
2 how and measures         24      60
3 impact                   15       0
4 resources                14       0
5 force field              15       0
6 name                      9       0
6 leader                    9       0
the canvas                  5       6
reserve                    10
in all                    130     196
breaks, not counted              1320
`
	if diff := cmp.Diff(end, told()); diff != "" {
		t.Errorf("at the end (-want +got):\n%s", diff)
	}
}
