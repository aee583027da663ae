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

// sentencesOf concerns, short and as long as they may be, in several scripts.
func sentencesOf() []string {
	return []string{
		"Who pays for it?",
		strings.Repeat("I would need to know who has the time for all of it, and from whose budget. ", 3)[:220],
		"我不知道谁有时间做这一切,也不知道这些时间每周从谁的预算里来 🦦",
		"لا أعرف من لديه الوقت لكل هذا",
		"Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung zuerst",
		"q\u0301\u0323 has to change first",
	}
}

// fiftyAgainst is fifty people of whom so many are not behind the vision: the last of them stands in the way.
func fiftyAgainst(concerns int) func() *Stage {
	return func() *Stage {
		s := NewStage()
		lines := []Line{Opened()}
		for i := range 50 {
			lines = append(lines, By(workshop.PersonID(fmt.Sprint("p", i)), workshop.Join{Name: fmt.Sprintf("%s %d", []string{"Ada", "Bernadette", "李梅", "Дмитрий"}[i%4], i)}))
		}
		lines = append(lines, Reach(workshop.StepVision, workshop.PhaseDiverge),
			Write("p1", workshop.PromptVision, "We ship code that we are proud of", "Nobody is afraid of a release"),
			Reach(workshop.StepVision, workshop.PhaseAlign))
		for i := range 50 {
			hand := workshop.ShowHand{Level: 3 + i%3}
			if i < concerns {
				hand = workshop.ShowHand{Level: 1 + i%2, Concern: fmt.Sprintf("%d. %s", i+1, sentencesOf()[i%6])}
			}
			if i == concerns-1 {
				hand.Level = 0
			}
			lines = append(lines, By(workshop.PersonID(fmt.Sprint("p", i)), hand))
		}
		if err := s.Play(lines...); err != nil {
			panic(err)
		}
		return s
	}
}

func TestManyConcernsLookAsTheyDid(t *testing.T) {
	for _, concerns := range []int{3, 50} {
		s := fiftyAgainst(concerns)()
		for name, a := range map[string]*App{
			"facilitator@80x24":  appOf(t, s, Fay, 80, 24),
			"facilitator@160x45": appOf(t, s, Fay, 160, 45),
			"participant@80x24":  appOf(t, s, "p7", 80, 24),
			"participant@40x15":  appOf(t, s, "p7", 40, 15),
			"wall@80x24":         wallOf(t, s, 80, 24),
			"wall@160x45":        wallOf(t, s, 160, 45),
		} {
			tuitest.Golden(t, fmt.Sprintf("settle/%d-%s", concerns, name), tuitest.Plain(strings.Split(a.draw(), "\n")))
		}
		a := appOf(t, s, Fay, 80, 24)
		typeKeys(a, "n")
		tuitest.Golden(t, fmt.Sprintf("settle/%d-ask@80x24", concerns), tuitest.Plain(strings.Split(a.draw(), "\n")))
	}
}

// Every concern can be read on every screen that has keys, in a phone's window too, and who stands in the way first.
func TestEveryConcernIsReached(t *testing.T) {
	s := fiftyAgainst(50)()
	for _, size := range [][2]int{{40, 15}, {80, 24}, {160, 45}} {
		a := appOf(t, s, "p7", size[0], size[1])
		seen := ""
		for range 400 {
			seen += ansi.Strip(a.draw())
			typeKeys(a, "down")
		}
		for i := range 50 {
			if !strings.Contains(seen, fmt.Sprintf("): %d.", i+1)) {
				t.Errorf("concern %d can't be read at %v", i+1, size)
			}
		}
	}
}

// The question names who stands in the way, however many there are, and can be answered: enter is safe.
func TestTheQuestionNamesWhoStandsInTheWay(t *testing.T) {
	s := fiftyAgainst(50)()
	a := appOf(t, s, Fay, 80, 24)
	typeKeys(a, "n")
	says(t, a, "50 people are not behind this yet. Go on all the same?", "(0): 50.", "y yes    n no (enter)", "The decision to go on is recorded")
	seen := ""
	for range 400 {
		seen += bodyOf(a)
		typeKeys(a, "down")
	}
	for i := range 50 {
		if !strings.Contains(seen, fmt.Sprintf("): %d.", i+1)) {
			t.Errorf("concern %d can't be read before the decision", i+1)
		}
	}
	typeKeys(a, "enter", "n", "n") // asked again, and answered no
	if s.State.At.Phase != workshop.PhaseAlign {
		t.Fatal("settled by accident")
	}
	typeKeys(a, "n", "y")
	if got := s.State.Settled[workshop.StepVision]; !got.Despite || got.Hands[0] != 1 || len(got.Concerns) != 50 {
		t.Errorf("recorded: %+v", got)
	}
}

// The wheel scrolls the concerns, as the arrows do.
func TestTheWheelScrollsTheConcerns(t *testing.T) {
	a := appOf(t, fiftyAgainst(50)(), Fay, 80, 24)
	typeKeys(a, "n")
	says(t, a, "(0): 50.")
	wheelAt(a, 40, 12, 10)
	if body := bodyOf(a); strings.Contains(body, "(0): 50.") || !strings.Contains(body, "more above and below") {
		t.Errorf("nothing is scrolled:\n%s", body)
	}
	wheelAt(a, 40, 12, -10)
	says(t, a, "(0): 50.")
}

// Before the group goes on it hears which part of the canvas would stay empty.
func TestAnEmptySectionIsSaidBeforeItIsSettled(t *testing.T) {
	s := NewStage()
	if err := s.Play(Group("ada", "ben"), Reach(workshop.StepVision, workshop.PhaseDiverge),
		Write("ada", workshop.PromptVision, "one"), Reach(workshop.StepVision, workshop.PhaseAlign),
		By("ada", workshop.ShowHand{Level: 4}), By(Fay, workshop.RevealHands{})); err != nil {
		t.Fatal(err)
	}
	a := appOf(t, s, Fay, 80, 24)
	typeKeys(a, "n")
	says(t, a, "1 person has not shown a hand. Go on all the same?", "The canvas has nothing under Importance yet.")
	typeKeys(a, "n")
	if err := s.Play(By(Fay, workshop.WriteStatement{Section: workshop.SectionImportance, Text: "It matters"})); err != nil {
		t.Fatal(err)
	}
	news(a)
	typeKeys(a, "n")
	if body := bodyOf(a); !strings.Contains(body, "Go on all the same?") || strings.Contains(body, "nothing under") {
		t.Errorf("the question is:\n%s", body)
	}
}

// A yes counts for what was there to be read: whoever changes their hand while the question is open is heard first.
func TestAYesCountsForWhatWasRead(t *testing.T) {
	s := SampleStage(workshop.StepMeasures, workshop.PhaseAlign)
	play := func(l ...Line) {
		t.Helper()
		if err := s.Play(l...); err != nil {
			t.Fatal(err)
		}
	}
	play(allExcept("ada", 4), By(Fay, workshop.RevealHands{}))
	a := appOf(t, s, Fay, 80, 24)
	typeKeys(a, "n")
	says(t, a, "1 person has not shown a hand. Go on all the same?")
	play(By("ada", workshop.ShowHand{Level: 0, Concern: "It harms the apprentices"}))
	news(a)
	typeKeys(a, "y")
	says(t, a, "Something has changed meanwhile.", "1 person is not behind this yet.", "Ada (0): It harms the apprentices")
	if s.State.At.Step != workshop.StepMeasures {
		t.Fatal("settled over a concern that nobody has read")
	}
	play(By("ada", workshop.ShowHand{Level: 3}))
	news(a)
	typeKeys(a, "y")
	says(t, a, "Everyone is behind it now. Go on?")
	typeKeys(a, "y")
	if got := s.State.Settled[workshop.StepMeasures]; got.Despite || got.Hands[0] > 0 || s.State.At.Step != workshop.StepImpact {
		t.Errorf("recorded: %+v, at %s", got, s.State.At)
	}
}

// Two who facilitate and press the same keys at once settle one step, and skip none.
func TestTwoFacilitatorsSettleOnce(t *testing.T) {
	s := SampleStage(workshop.StepMeasures, workshop.PhaseAlign)
	if err := s.Play(By(Fay, workshop.AppointFacilitator{Person: "grace"}), allExcept("ada", 4),
		By("ada", workshop.ShowHand{Level: 0, Concern: "It harms the apprentices"})); err != nil {
		t.Fatal(err)
	}
	fay, grace := appOf(t, s, Fay, 80, 24), appOf(t, s, "grace", 80, 24)
	typeKeys(fay, "n")
	typeKeys(grace, "n")
	says(t, grace, "Ada (0): It harms the apprentices")
	typeKeys(fay, "y")
	typeKeys(grace, "y") // before anything was heard of it
	if want := (workshop.Position{Step: workshop.StepImpact, Phase: workshop.PhaseBrief}); s.State.At != want {
		t.Errorf("at %s, want %s", s.State.At, want)
	}
	says(t, grace, "moved on")
	if strings.Contains(bodyOf(grace), "Go on all the same?") {
		t.Error("the question outlives the step")
	}
}

// Nobody sees a hand, or reads a concern, before all do: then everyone does. When the group comes back, hands are shown
// afresh.
func TestHandsAreShownAtTheSameMoment(t *testing.T) {
	s := SampleStage(workshop.StepMeasures, workshop.PhaseAlign)
	screens := map[string]*App{
		"facilitator": appOf(t, s, Fay, 100, 30), "participant": appOf(t, s, "jose", 100, 30), "wall": wallOf(t, s, 120, 35),
	}
	play := func(l ...Line) {
		t.Helper()
		if err := s.Play(l...); err != nil {
			t.Fatal(err)
		}
		for _, a := range screens {
			news(a)
		}
	}
	all := func(want bool, words string) {
		t.Helper()
		for name, a := range screens {
			if strings.Contains(ansi.Strip(a.draw()), words) != want {
				t.Errorf("the %s's screen: %q is there: %v, want %v\n%s", name, words, !want, want, ansi.Strip(a.draw()))
			}
		}
	}
	play(By("ada", workshop.ShowHand{Level: 0, Concern: "It harms the apprentices"}))
	all(false, "It harms the apprentices")
	all(true, "no, I stand in the way")
	play(allExcept("ada", 4))
	all(true, "Ada (0): It harms the apprentices")
	all(true, "How far we stand behind it")
	play(Back(workshop.StepMeasures, workshop.PhaseConverge), Onward(false))
	all(false, "It harms the apprentices")
	all(true, "no, I stand in the way")
	if strings.Contains(ansi.Strip(screens["participant"].draw()), "Your hand is up") {
		t.Error("the hand of before is still up")
	}
}

// The question about settling is answered in its language: in French with o, as every other question is.
func TestTheQuestionIsAnsweredInFrench(t *testing.T) {
	s := fiftyAgainst(3)()
	s.State.Lang = workshop.French
	a := appOf(t, s, Fay, 80, 24)
	typeKeys(a, "n")
	says(t, a, "o oui    n non (entrée)")
	typeKeys(a, "o")
	if !s.State.Settled[workshop.StepVision].Despite {
		t.Error("o does not say yes")
	}
}

// The question about titles is asked about the clusters as they are while it is open.
func TestTheQuestionAboutTitlesHearsOfNewOnes(t *testing.T) {
	s := NewStage()
	if err := s.Play(Group("ada", "ben"), Reach(workshop.StepVision, workshop.PhaseDiverge),
		Write("ada", workshop.PromptVision, "We learn", "We teach"), Reach(workshop.StepVision, workshop.PhaseConverge),
		By("ada", workshop.FormCluster{Notes: []workshop.NoteID{1, 2}})); err != nil {
		t.Fatal(err)
	}
	a := appOf(t, s, Fay, 80, 24)
	typeKeys(a, "n")
	says(t, a, "1 cluster has no title. Go on all the same?")
	play(t, a, s, By("ada", workshop.TitleCluster{Cluster: 1, Title: "Learning"}))
	says(t, a, "Every cluster has its title now. Go on?")
	typeKeys(a, "y")
	if s.State.At.Phase != workshop.PhaseAlign {
		t.Errorf("the group is at %s", s.State.At)
	}
}
