package tui

import (
	"crypto/rand"
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"convene/workshop"
	"convene/workshop/tongue"
	. "convene/workshop/workshoptest"
)

// lobbyIn is the whole program in a lobby with so many workshops, after some keys.
func lobbyIn(lang workshop.Language, n int, keys string) func(t *testing.T) *App {
	return func(t *testing.T) *App {
		a := New(t.Context(), Config{Lobby: houseOf(n), Lang: lang, Rand: rand.Reader, Dark: true, Now: Morning})
		a.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
		typeKeys(a, names(keys)...)
		return a
	}
}

// frenchApp is the whole program of somebody in a workshop, after some keys.
func frenchApp(stage func(t *testing.T) *Stage, who workshop.PersonID, keys string) func(t *testing.T) *App {
	return func(t *testing.T) *App {
		s := stage(t)
		s.State.Lang = workshop.French
		a := appOf(t, s, who, 80, 24)
		typeKeys(a, names(keys)...)
		return a
	}
}

// The frame, the door, the lobby and the dialogs in French, where it is tight too: a sentence that is a third longer is not cut.
func TestTheShellInFrench(t *testing.T) {
	desk, tight, phone := [2]int{80, 24}, [2]int{60, 15}, [2]int{40, 15}
	for _, c := range arrivalScreens(workshop.French) {
		if c.name == "code-refused" {
			continue // the porter of the tests refuses in words of its own
		}
		sizes := [][2]int{phone, desk}
		if c.hosts {
			sizes = [][2]int{tight, desk}
		}
		for _, size := range sizes {
			looksAsItDid(t, fmt.Sprintf("french/%s@%dx%d", c.name, size[0], size[1]), c.app, size)
		}
	}
	at := func(step workshop.Step, phase workshop.Phase, then ...Line) func(t *testing.T) *Stage {
		return func(t *testing.T) *Stage {
			s := SampleStage(step, phase)
			if err := s.Play(then...); err != nil {
				t.Fatal(err)
			}
			return s
		}
	}
	writing := at(workshop.StepVision, workshop.PhaseDiverge)
	clustering := at(workshop.StepVision, workshop.PhaseConverge)
	for _, m := range []struct {
		name  string
		stage *Stage
	}{
		{"wall-gather", gathered(arrivals()...)}, {"wall-writing", writing(t)}, {"wall-board", clustering(t)},
	} {
		m.stage.State.Lang = workshop.French
		for _, size := range [][2]int{desk, {120, 35}} {
			looksAsItDid(t, fmt.Sprintf("french/%s@%dx%d", m.name, size[0], size[1]), func(t *testing.T) *App {
				return wallOf(t, m.stage, size[0], size[1])
			}, size)
		}
	}
	for _, c := range []struct {
		name string
		app  func(t *testing.T) *App
	}{
		{"lobby", lobbyIn(workshop.French, 12, "")},
		{"lobby-empty", lobbyIn(workshop.French, 0, "")},
		{"lobby-topic", lobbyIn(workshop.French, 2, "n")},
		{"lobby-minutes", lobbyIn(workshop.French, 2, "n C a f é enter")},
		{"lobby-refused", lobbyIn(workshop.French, 2, "n C enter backspace backspace backspace enter")},
		{"booth-whose", frenchApp(writing, Fay, "o")},
		{"booth-curtain", frenchApp(writing, Fay, "o enter pause")},
		{"booth-turn", frenchApp(writing, Fay, "o enter pause enter")},
		{"booth-thanks", frenchApp(writing, Fay, "o enter pause enter esc pause")},
		{"help-facilitator", frenchApp(clustering, Fay, "?")},
		{"help-participant", frenchApp(writing, "ada", "f1")},
		{"back-to", frenchApp(clustering, Fay, "B")},
		{"add", frenchApp(writing, Fay, "a")},
		{"add-refused", frenchApp(writing, Fay, "a A d a enter")},
		{"remove", frenchApp(writing, Fay, "K")},
		{"remove-sure", frenchApp(writing, Fay, "K enter")},
		{"role", frenchApp(writing, Fay, "C")},
		{"role-sure", frenchApp(writing, Fay, "C enter")},
		{"break", frenchApp(clustering, Fay, "T enter")},
		{"no-leader", frenchApp(at(workshop.StepLeader, workshop.PhaseConverge), Fay, "N")},
		{"leave", frenchApp(writing, Fay, "ctrl+c")},
	} {
		for _, size := range [][2]int{tight, desk} {
			looksAsItDid(t, fmt.Sprintf("french/%s@%dx%d", c.name, size[0], size[1]), c.app, size)
		}
	}
}

// Each phase has its words of help in French, for whoever takes part and for whoever facilitates, and none of English.
func TestTheHelpInFrench(t *testing.T) {
	for _, at := range positions(t) {
		s := SampleStage(at.Step, at.Phase)
		for _, who := range []workshop.PersonID{"ada", Fay} {
			english := helpWords(stageOf(s, who, 100, 30))
			french := *s
			french.State.Lang = workshop.French
			for i, words := range helpWords(stageOf(&french, who, 100, 30)) {
				if words == english[i] {
					t.Errorf("at %s %s is told %q", at, who, words)
				}
			}
		}
	}
}

// Whoever stands at the door, or in an empty lobby, reads nothing that has been said past the tongue.
func TestNothingAtTheDoorIsSaidPastTheTongue(t *testing.T) {
	own := map[string]bool{}
	invite := openDoors()
	for _, w := range latin.FindAllString(strings.ToLower(strings.Join(slices.Concat(
		arrivals(), invite.Commands, []string{sameEverywhere, invite.Fingerprint, seatCode, "Software Craft Zoe brave-oter Caf"},
	), " ")), -1) {
		own[w] = true
	}
	look := func(name string, a *App) {
		for _, size := range [][2]int{{40, 20}, {60, 15}, {80, 24}} {
			a.Update(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			text := ansi.Strip(a.draw())
			for _, w := range pastTheTongue(own, text) {
				t.Errorf("%s at %d×%d: %q is said past the tongue:\n%s", name, size[0], size[1], w, text)
			}
		}
	}
	for _, c := range arrivalScreens(tongue.Pseudo) {
		if a := c.app(t); !c.hosts && c.name != "welcome" {
			look(c.name, a)
		}
	}
	for _, keys := range []string{"", "?", "n", "n C a f enter", "n C enter backspace backspace backspace enter"} {
		look("lobby, "+keys, lobbyIn(tongue.Pseudo, 0, keys)(t))
	}
}

// Whoever asks in French is answered in French: o says yes, as y does everywhere.
func TestAQuestionInFrenchTakesItsOwnYes(t *testing.T) {
	for _, c := range []struct {
		lang workshop.Language
		key  string
		yes  bool
	}{
		{workshop.French, "o", true},
		{workshop.French, "y", true},
		{workshop.French, "n", false},
		{workshop.English, "o", false},
		{workshop.English, "y", true},
	} {
		s := SampleStage(workshop.StepVision, workshop.PhaseAlign)
		s.State.Lang = c.lang
		st := stageOf(s, Fay, 78, 19)
		d := &askDialog{question: "Leave convene?", yes: quit{}}
		act, _ := pressed(d, st, c.key).(dismiss)
		if _, left := act.then.(quit); left != c.yes {
			t.Errorf("in %q, %s leads to %+v", c.lang, c.key, act)
		}
	}
}

// A facilitator of whom no name is known is called what they are, in the language of the workshop.
func TestANamelessFacilitatorIsCalledInFrench(t *testing.T) {
	s := NewStage()
	s.State.Lang = workshop.French
	v := viewOf(s, "")
	v.Lang = workshop.French
	v.People = []workshop.Presence{{Name: workshop.Unnamed + " 2"}, {Name: "Facilitatorius"}, {Name: workshop.Unnamed}}
	got := called(v)
	if a, b, c := got.People[0].Name, got.People[1].Name, got.People[2].Name; a != "Facilitateur 2" || b != "Facilitatorius" || c != "Facilitateur" {
		t.Errorf("they are called %q, %q and %q", a, b, c)
	}
	if v.People[0].Name != workshop.Unnamed+" 2" {
		t.Error("the view that others share was changed")
	}
}
