package tui

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"convene/tui/tuitest"
	"convene/workshop"
	"convene/workshop/text"
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

// What is planned against a force is known by its title: as far as an action has room for it, and as words.
func TestAForceIsEasedOnce(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("Our teams sit in three cities. ", 9))
	for _, lang := range workshop.Languages() {
		slowed := func(title string, planned ...string) firstAction {
			v := workshop.View{Shared: &workshop.Shared{Lang: lang}}
			v.Canvas.Forces = &workshop.ForceField{SlowDown: []workshop.Force{{Title: title, ForceScore: workshop.ForceScore{Strength: 4}}}}
			for _, what := range planned {
				v.Canvas.Actions = append(v.Canvas.Actions, workshop.Planned{What: what})
			}
			return firstAction{view: v}
		}
		for _, title := range []string{"IT", "No time", "C++", "Où aller ?", "城市", long} {
			offered := slowed(title).weaken()
			if offered == "" || text.Len(offered) > workshop.MaxActionLen {
				t.Errorf("%s: against %q is offered %q", lang, title, offered)
			}
			if again := slowed(title, "Ask Ben", offered).weaken(); again != "" {
				t.Errorf("%s: %q is planned, and %q offered", lang, offered, again)
			}
			if len(title) < 20 {
				if again := slowed(title, offered+". Ask Ben").weaken(); again != "" {
					t.Errorf("%s: %q with more is planned, and %q offered", lang, offered, again)
				}
			}
		}
		for _, other := range []string{"List all ITEMS", "COMMIT", "Visit them", "IT3"} {
			if slowed("IT", other).weaken() == "" {
				t.Errorf("%s: %q is taken for an action against IT", lang, other)
			}
		}
		if slowed("IT", "COMMIT to IT").weaken() != "" {
			t.Errorf("%s: the word isn't found behind one that has it in it", lang)
		}
	}
}
