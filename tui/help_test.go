package tui

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"convene/tui/tuitest"
	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// At the closing it says once that the canvas is to be read out, whether it can be saved there or not, and no longer when the
// workshop is over.
func TestTheHelpSaysOnceToReadTheCanvasOut(t *testing.T) {
	for _, saves := range []bool{true, false} {
		s := SampleStage(workshop.StepClosing, workshop.PhaseCanvas)
		for want, then := range []Line{By(Fay, workshop.CloseWorkshop{}), Wait(0)} {
			s := again(s)
			if err := s.Play(then); err != nil {
				t.Fatal(err)
			}
			st := stageOf(s, Fay, 100, 30)
			st.saves = saves
			if got := strings.Join(helpWords(st), " "); strings.Count(got, "out together") != want {
				t.Errorf("saves: %v, it says it %d times, want %d: %q", saves, strings.Count(got, "out together"), want, got)
			}
		}
	}
}

// The help says what one does in each phase, each in its own words, and to the facilitator with the keys.
func TestHelpSaysWhatOneDoesHere(t *testing.T) {
	for _, c := range []struct {
		step    workshop.Step
		phase   workshop.Phase
		votes   bool
		ada     string
		fay     string
		neither string
	}{
		{workshop.StepVision, workshop.PhaseBrief, false, "In a moment everyone writes alone.", "n lets everyone write alone.", "One idea per note"},
		{workshop.StepVision, workshop.PhaseDiverge, false, "add it with enter, one per note.", "+ gives a minute more", "spotlight:"},
		{workshop.StepVision, workshop.PhaseShare, false, "Read on your own first", "enter is the spotlight", "until all are revealed"},
		{workshop.StepVision, workshop.PhaseConverge, false, "space grabs a note", "v opens a dot vote", "until all are revealed"},
		{workshop.StepVision, workshop.PhaseConverge, true, "space gives, or takes back.", "v counts when everyone has voted", "grabs"},
		{workshop.StepVision, workshop.PhaseAlign, false, "0 to 5 shows how far", "v shows all hands", "grabs"},
		{workshop.StepForces, workshop.PhaseConverge, false, "space grabs a note", "v asks everyone how strong", "dot vote;"},
		{workshop.StepForces, workshop.PhaseConverge, true, "1 to 5 says how strong", "v counts the weights", "grabs"},
		{workshop.StepName, workshop.PhaseDiverge, false, "Type a name and add it with enter", "+ gives a minute more", "idea"},
		{workshop.StepName, workshop.PhaseConverge, false, "everyone votes in secret", "a tie leads to a runoff", "grabs"},
		{workshop.StepLeader, workshop.PhaseDiverge, false, "press enter: you nominate them", "+ gives a minute more", "grabs"},
		{workshop.StepLeader, workshop.PhaseShare, false, "accept", "N records that there is no leader yet", "grabs"},
		{workshop.StepLeader, workshop.PhaseConverge, false, "can be elected", "v opens the secret vote.", "grabs"},
		{workshop.StepLeader, workshop.PhaseConverge, true, "asks once more", "v counts when everyone has voted", "grabs"},
		{workshop.StepClosing, workshop.PhaseCanvas, false, "the canvas that you made together", "Read it out together first.", "grabs"},
	} {
		s := SampleStage(c.step, c.phase)
		if c.votes {
			if err := s.Play(By(Fay, workshop.OpenVote{})); err != nil {
				t.Fatal(err)
			}
		}
		for who, want := range map[workshop.PersonID]string{"ada": c.ada, Fay: c.fay} {
			got := strings.Join(helpWords(stageOf(s, who, 100, 30)), " ")
			if !strings.Contains(got, want) || strings.Contains(got, c.neither) {
				t.Errorf("at %s %s it tells %s %q", c.step, c.phase, who, got)
			}
			a := appOf(t, s, who, 120, 40)
			got = strings.Join(helpWords(a.stage()), " ")
			typeKeys(a, "f1")
			if first, _, _ := strings.Cut(got, "."); !strings.Contains(strings.Join(strings.Fields(strings.ReplaceAll(bodyOf(a), "│", "")), " "), firstWords(first)) {
				t.Errorf("at %s %s the help does not begin with %q:\n%s", c.step, c.phase, firstWords(first), bodyOf(a))
			}
		}
		if words := helpWords(stageOf(s, "", 100, 30)); words != nil {
			t.Errorf("the wall is told %q", words)
		}
	}
}

func firstWords(s string) string { return strings.Join(strings.Fields(s)[:4], " ") }

func TestHelpSavesTimeWhenItIsLate(t *testing.T) {
	s := SampleStage(workshop.StepVision, workshop.PhaseDiverge)
	st := stageOf(s, Fay, 100, 30)
	late := func() bool {
		return slices.ContainsFunc(helpWords(st), func(w string) bool { return strings.HasPrefix(w, "r shows what can give") })
	}
	if late() {
		t.Error("in time, and it is about saving time")
	}
	st.now = st.now.Add(30 * 60e9)
	if !late() {
		t.Error("late, and nothing says how time is saved")
	}
}

// Given the help is open, when the group moves on, then the keys are those of what it does now, as the words are.
func TestTheHelpMovesOnWithTheGroup(t *testing.T) {
	s := SampleStage(workshop.StepVision, workshop.PhaseDiverge)
	a := appOf(t, s, "ada", 120, 40)
	typeKeys(a, "f1")
	says(t, a, "Type an idea", "I'm done")
	play(t, a, s, Onward(true))
	says(t, a, "Read on your own first")
	if len(a.dialogs) != 1 || strings.Contains(strings.Join(a.dialogs[0].draw(a.stage()), "\n"), "I'm done") {
		t.Errorf("the keys are those of before:\n%s", bodyOf(a))
	}
}

// What a key does is said in whole, in a column that doesn't touch the next one.
func TestTheHelpCutsNoKey(t *testing.T) {
	whole, _ := Sample()
	for _, lang := range []workshop.Language{workshop.English, workshop.French} {
		for _, at := range whole.Agenda.Positions() {
			s := SampleStage(at.Step, at.Phase)
			s.State.Lang = lang
			for _, who := range []workshop.PersonID{Fay, "ada"} {
				for _, width := range []int{60, 80, 120} {
					a := appOf(t, s, who, width, 100)
					st := a.stage()
					page := strings.Join(tuitest.Plain(newHelpDialog(a.helpBindings).draw(st)), "\n")
					for _, g := range a.helpBindings(st) {
						for _, b := range g.keys {
							said := regexp.QuoteMeta(st.Marked(b.Help().Desc))
							if !regexp.MustCompile(`(?m) ` + said + `(  |$)`).MatchString(page) {
								t.Errorf("%s in %s at %d for %s: %q is not said in whole:\n%s", at, lang, width, who, st.Marked(b.Help().Desc), page)
							}
						}
					}
				}
			}
		}
	}
}
