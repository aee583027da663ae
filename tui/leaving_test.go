package tui

import (
	"image/color"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/google/go-cmp/cmp"

	"convene/workshop"
	. "convene/workshop/workshoptest"
)

func TestResizing(t *testing.T) {
	a := appOf(t, SampleStage(workshop.StepVision, workshop.PhaseDiverge), "ada", 80, 24)
	typeText(a, "An idea")
	for _, size := range [][2]int{{60, 15}, {40, 15}, {200, 50}, {61, 40}, {120, 16}} {
		a.Update(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		lines := strings.Split(bodyOf(a), "\n")
		if len(lines) != size[1] {
			t.Errorf("%d lines at %v", len(lines), size)
		}
		says(t, a, "An idea")
	}
	for _, size := range [][2]int{{39, 15}, {40, 14}} {
		a.Update(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		says(t, a, "Please make this window", "at least 40×15.")
	}
	a.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	says(t, a, "An idea")
}

// Whoever facilitates looks at what a whole group does, also while somebody else has the keyboard, and so does whoever is
// in the lobby. Somebody without a seat sits where a participant does.
func TestFacilitatingTakesAWiderWindow(t *testing.T) {
	s := SampleStage(workshop.StepVision, workshop.PhaseDiverge)
	booth := appOf(t, s, Fay, 80, 24)
	typeKeys(booth, names("o enter pause enter")...)
	for name, c := range map[string]struct {
		app   *App
		least int
	}{
		"facilitator":    {appOf(t, s, Fay, 80, 24), 60},
		"in the booth":   {booth, 60},
		"the lobby":      {lobbyOf(t, houseOf(1), 80, 24), 60},
		"a participant":  {appOf(t, s, "ada", 80, 24), 40},
		"without a seat": {appOf(t, s, "nobody", 80, 24), 40},
		"the wall":       {appOf(t, s, "", 80, 24), 40},
	} {
		for width, fits := range map[int]bool{c.least: true, c.least - 1: false} {
			c.app.Update(tea.WindowSizeMsg{Width: width, Height: 15})
			if refused := strings.Contains(bodyOf(c.app), "Please make this window"); refused == fits {
				t.Errorf("%s at %d: refused is %v", name, width, refused)
			}
		}
	}
}

func TestLightAndDark(t *testing.T) {
	a := appOf(t, SampleStage(workshop.StepVision, workshop.PhaseDiverge), Fay, 80, 24)
	dark, words := a.View().Content, bodyOf(a)
	a.Update(tea.BackgroundColorMsg{Color: color.White})
	light := a.View().Content
	if light == dark {
		t.Error("the colours stay")
	}
	if diff := cmp.Diff(words, bodyOf(a)); diff != "" {
		t.Errorf("the words are others:\n%s", diff)
	}
	a.Update(tea.BackgroundColorMsg{Color: color.Black})
	if a.View().Content != dark {
		t.Error("the colours don't come back")
	}
}

// quits says whether a command ends the program.
func quits(cmd tea.Cmd) bool {
	if cmd == nil {
		return false
	}
	switch msg := cmd().(type) {
	case tea.QuitMsg:
		return true
	case tea.BatchMsg: // what a key leads to comes first; a tick may follow
		return quits(msg[0])
	default:
		return false
	}
}

func TestLeaving(t *testing.T) {
	still := func(t *testing.T, who workshop.PersonID) *App { // in which nothing ticks
		s := NewStage()
		if err := s.Play(Group("ada")); err != nil {
			t.Fatal(err)
		}
		return appOf(t, s, who, 100, 30)
	}
	for _, c := range []struct {
		keys string
		want bool
	}{
		{"ctrl+c", false},
		{"ctrl+c ctrl+c", true},
		{"ctrl+c y", true},
		{"ctrl+c n", false},
		{"ctrl+c enter", false},
		{"ctrl+c esc", false},
		{"ctrl+c n ctrl+c", false},
		{"? ctrl+c", false},
		{"K ctrl+c", false},
		{"K ctrl+c ctrl+c", true},
		{"K enter ctrl+c", false},
	} {
		a := still(t, Fay)
		var cmd tea.Cmd
		for _, k := range names(c.keys) {
			_, cmd = a.Update(keyPress(k))
		}
		if got := quits(cmd); got != c.want {
			t.Errorf("%s ends the program: %v", c.keys, got)
		}
		if strings.HasSuffix(c.keys, "ctrl+c") {
			says(t, a, "Leave convene?", "Everything is saved.")
		}
	}
	a := still(t, "ada")
	if _, cmd := a.Update(keyPress("ctrl+c")); !quits(cmd) {
		t.Error("somebody who takes part is asked")
	}
	a = lobbyOf(t, houseOf(2), 80, 24)
	if _, cmd := a.Update(keyPress("ctrl+c")); !quits(cmd) {
		t.Error("ctrl+c does not leave the lobby")
	}
	a = still(t, Fay)
	a.Update(tea.WindowSizeMsg{Width: 20, Height: 5})
	a.Update(keyPress("ctrl+c"))
	if _, cmd := a.Update(keyPress("ctrl+c")); !quits(cmd) {
		t.Error("there is no way out of a window that is too small")
	}
}

// The program at the facilitator's keyboard keeps the door open for everyone else; a facilitator's seat over SSH does not.
func TestWhatLeavingMeansForTheOthers(t *testing.T) {
	s := gathered("Ada", "Ben")
	a := hostOf(t, s, 100, 30)
	typeKeys(a, "ctrl+c")
	says(t, a, "Leave convene?", "Everything is saved.", "The door closes: 2 people", "are sent away.")
	alone := hostOf(t, gathered(), 100, 30)
	typeKeys(alone, "ctrl+c")
	if says(t, alone, "Leave convene?"); strings.Contains(bodyOf(alone), "The door closes") {
		t.Error("nobody is there to be sent away")
	}
	served := visitorOf(t, &porter{stage: s, who: Fay}, "brave-otter")
	typeKeys(served, "ctrl+c")
	says(t, served, "Leave the workshop?", "your seat stays yours", "n no (enter)")
	if strings.Contains(bodyOf(served), "The door closes") {
		t.Error("the door stays open without her")
	}
	if _, cmd := served.Update(keyPress("ctrl+c")); !quits(cmd) {
		t.Error("asked twice, she can't leave")
	}
}

func TestEscLeadsBack(t *testing.T) {
	s := SampleStage(workshop.StepVision, workshop.PhaseShare)
	a := appOf(t, s, Fay, 100, 30)
	if typeKeys(a, "esc"); len(a.dialogs) > 0 {
		t.Error("there is no lobby to go back to")
	}
	a = lobbyOf(t, houseOf(1), 100, 30)
	if typeKeys(a, "esc"); len(a.dialogs) > 0 || a.seat != nil {
		t.Error("esc does something in the lobby")
	}
	typeKeys(a, "enter", "esc")
	says(t, a, "Back to the lobby?")
	typeKeys(a, "esc")
	says(t, a, "reading together")
}

func TestHelp(t *testing.T) {
	s := SampleStage(workshop.StepVision, workshop.PhaseShare)
	a := appOf(t, s, Fay, 100, 30)
	for _, end := range []string{"?", "esc", "enter"} {
		typeKeys(a, "?")
		says(t, a, "Look around", "Facilitating", "enter is the spotlight", "esc close")
		seq := s.State.Seq
		typeKeys(a, "n", "v")
		if s.State.Seq != seq || len(a.dialogs) != 1 {
			t.Error("keys reach what is behind the help")
		}
		if typeKeys(a, end); len(a.dialogs) > 0 {
			t.Errorf("%s does not close the help", end)
		}
	}
	a = appOf(t, s, "ada", 100, 30)
	typeKeys(a, "?")
	if strings.Contains(bodyOf(a), "Facilitating") {
		t.Errorf("the help offers ada the facilitator's keys:\n%s", bodyOf(a))
	}
	a = lobbyOf(t, houseOf(2), 80, 24)
	typeKeys(a, "?")
	says(t, a, "look at the canvas", "Everywhere")
}

// What was typed for a workshop that is finished has no use any more, and nobody is warned of losing it.
func TestLeavingAFinishedWorkshop(t *testing.T) {
	s := NewStage()
	s.State, s.Records = Sample()
	drafts := NewDrafts()
	drafts.keep("ada", workshop.PromptVision, "Half an idea")
	h := houseOf(1)
	h.stages["w1"] = s
	a := New(t.Context(), Config{
		Lobby: h, Now: func() time.Time { return s.Now }, Drafts: func(workshop.ID) *Drafts { return drafts },
	})
	a.Update(tea.WindowSizeMsg{Width: 100, Height: 30})
	for _, k := range []string{"esc", "ctrl+c"} {
		typeKeys(a, "enter", k)
		says(t, a, "Everything is saved.")
		if strings.Contains(bodyOf(a), "unfinished") {
			t.Errorf("%s warns:\n%s", k, bodyOf(a))
		}
		typeKeys(a, "y")
	}
	says(t, appOf(t, s, "ada", 40, 20), "Thank you for taking part. ctrl+c", "leaves.")
}
