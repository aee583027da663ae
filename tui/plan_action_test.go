package tui

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"convene/tui/tuitest"
	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// plannedForces is the sample aligning on its forces with first actions planned, the last as long as one may be.
func plannedForces(t *testing.T) *Stage {
	t.Helper()
	s := SampleStage(workshop.StepForces, workshop.PhaseAlign)
	long := "Weaken: Teams sit in three cities 城市 🦦. Ask every team lead for one day a month together, " + strings.Repeat("and a room ", 9)
	if err := s.Play(By(Fay, workshop.PlanAction{What: "Ask for two Fridays", Owner: "jose"},
		workshop.PlanAction{What: long[:130], Owner: "mei"})); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestPlannedActionsLookAsTheyDid(t *testing.T) {
	s := plannedForces(t)
	for name, a := range map[string]*App{
		"facilitator@80x24":  appOf(t, s, Fay, 80, 24),
		"facilitator@160x45": appOf(t, s, Fay, 160, 45),
		"participant@80x24":  appOf(t, s, "ada", 80, 24),
		"participant@40x20":  appOf(t, s, "ada", 40, 20),
		"wall@80x24":         wallOf(t, s, 80, 24),
		"wall@160x45":        wallOf(t, s, 160, 45),
	} {
		tuitest.Golden(t, "plan/"+name, tuitest.Plain(strings.Split(a.draw(), "\n")))
	}
	a := appOf(t, s, Fay, 80, 24)
	typeKeys(a, "enter")
	tuitest.Golden(t, "plan/list@80x24", tuitest.Plain(strings.Split(a.draw(), "\n")))
	typeKeys(a, "enter")
	tuitest.Golden(t, "plan/what@80x24", tuitest.Plain(strings.Split(a.draw(), "\n")))
	typeKeys(a, "x", "enter")
	tuitest.Golden(t, "plan/owner@80x24", tuitest.Plain(strings.Split(a.draw(), "\n")))
	typeKeys(a, "enter")
	tuitest.Golden(t, "plan/day@80x24", tuitest.Plain(strings.Split(a.draw(), "\n")))
	a = appOf(t, s, Fay, 80, 24)
	typeKeys(a, "B")
	tuitest.Golden(t, "plan/back-to@80x24", tuitest.Plain(strings.Split(a.draw(), "\n")))
}

// Wherever the diagram is drawn, everyone reads what is done first and by whom; only who facilitates plans.
func TestEveryoneReadsTheFirstAction(t *testing.T) {
	s := SampleStage(workshop.StepForces, workshop.PhaseAlign)
	if err := s.Play(By(Fay, workshop.PlanAction{What: "Ask for two Fridays", Owner: "jose"})); err != nil {
		t.Fatal(err)
	}
	for name, a := range map[string]*App{
		"facilitator": appOf(t, s, Fay, 80, 24), "participant": appOf(t, s, "ada", 80, 24), "wall": wallOf(t, s, 80, 24),
		"phone": appOf(t, s, "ada", 40, 30),
	} {
		if all := strings.Join(strings.Fields(ansi.Strip(a.draw())), " "); !strings.Contains(all, "First action: Ask for two Fridays (José)") {
			t.Errorf("%s: nothing says what is done first:\n%s", name, ansi.Strip(a.draw()))
		}
	}
	a := appOf(t, s, "ada", 80, 24)
	typeKeys(a, "enter")
	if strings.Contains(bodyOf(a), "Plan another") {
		t.Error("somebody plans who doesn't facilitate")
	}
}

// The diagram keeps to its place with actions under it.
func TestTheDiagramWithActionsFits(t *testing.T) {
	s := plannedForces(t)
	for width := 38; width < 160; width += 11 {
		for height := 6; height < 40; height += 5 {
			t.Run(fmt.Sprintf("%dx%d", width, height), func(t *testing.T) {
				st := stageOf(s, Fay, width, height)
				tuitest.Fits(t, forceDiagram(st, st.view.Canvas.Forces, width, height), width, height)
			})
		}
	}
}
