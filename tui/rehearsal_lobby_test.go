package tui

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"convene/workshop"
	. "convene/workshop/workshoptest"
)

func TestTheLobbyRehearsesWhatHasNotBegun(t *testing.T) {
	h := houseOf(2)
	h.list[0].Begun = true
	h.list = append([]Listing{{ID: "new-one", Title: "Gardening", At: workshop.Position{Step: workshop.StepWelcome, Phase: workshop.PhaseGather}}}, h.list...)
	var begun []string
	var last *practice
	refuse := error(nil)
	a := New(t.Context(), Config{
		Lobby: h, Dark: true, Now: Morning, Rehearse: func(_ context.Context, id workshop.ID, people int) (Rehearsal, error) {
			if refuse != nil {
				return nil, refuse
			}
			begun = append(begun, fmt.Sprintf("%s with %d", id, people))
			last = newPractice(SampleStage(workshop.StepVision, workshop.PhaseBrief))
			return last, nil
		},
	})
	if !strings.Contains(screenText(a), "r rehearse") {
		t.Errorf("nothing offers a rehearsal:\n%s", screenText(a))
	}
	for range 2 { // what has begun, and what is finished
		typeKeys(a, "down")
		if !strings.Contains(screenText(a), "r rehearse") {
			t.Errorf("nothing offers a rehearsal:\n%s", screenText(a))
		}
		typeKeys(a, "r")
		if !strings.Contains(screenText(a), "Rehearse the usual two hours: with how many people?") {
			t.Fatalf("the usual two hours can't be rehearsed:\n%s", screenText(a))
		}
		typeKeys(a, "esc")
	}
	typeKeys(a, "up", "up", "r")
	if !strings.Contains(screenText(a), "Rehearse Gardening: with how many people?") {
		t.Fatalf("nothing asks how many:\n%s", screenText(a))
	}
	typeKeys(a, "x", "enter")
	if len(a.dialogs) != 1 || a.toast.tone != sorry || len(begun) > 0 {
		t.Errorf("no number begins %v", begun)
	}
	refuse = errors.New("a rehearsal takes between 5 and 50 people")
	typeKeys(a, "backspace", "enter")
	if len(a.dialogs) != 1 || !strings.Contains(a.toast.text, "between 5 and 50") {
		t.Errorf("a refusal says %q", a.toast.text)
	}
	refuse = nil
	typeKeys(a, "enter")
	if diff := cmp.Diff([]string{"new-one with 12"}, begun); diff != "" || a.seat == nil {
		t.Fatalf("it doesn't begin: %s", diff)
	}
	// Nothing of it is saved, and esc leads back.
	if a.stage().saves || a.invite.Open() {
		t.Error("something of a rehearsal can be saved, or joined")
	}
	typeKeys(a, "esc")
	if !strings.Contains(screenText(a), "The rehearsal ends here.") {
		t.Errorf("esc doesn't say what happens:\n%s", screenText(a))
	}
	last.failed = errors.New("the folder could not be removed")
	typeKeys(a, "y")
	if a.lobby() == nil || a.rehearsal != nil || last.asked[len(last.asked)-1] != "end" || !strings.Contains(a.toast.text, "could not be removed") {
		t.Errorf("it has not ended: %v, %q", last.asked, a.toast.text)
	}
	// The workshop that counts is entered as ever.
	typeKeys(a, "down", "enter")
	if a.unled() || strings.Contains(screenText(a), "ehearsal") {
		t.Errorf("the real workshop passes for a rehearsal:\n%s", screenText(a))
	}
}

func TestAnEmptyLobbyRehearsesTheUsual(t *testing.T) {
	begun := ""
	a := New(t.Context(), Config{Lobby: &house{}, Dark: true, Now: Morning, Rehearse: func(_ context.Context, id workshop.ID, people int) (Rehearsal, error) {
		begun = fmt.Sprintf("%q with %d", id, people)
		return newPractice(SampleStage(workshop.StepVision, workshop.PhaseBrief)), nil
	}})
	if !strings.Contains(screenText(a), "r  rehearse one with simulated people first") {
		t.Errorf("a newcomer isn't offered a rehearsal:\n%s", screenText(a))
	}
	if typeKeys(a, "r", "enter"); begun != `"" with 12` {
		t.Errorf("it begins %s", begun)
	}
}

// Where no rehearsals can be begun, as over SSH, nothing offers them.
func TestALobbyWithoutRehearsalsOffersNone(t *testing.T) {
	for _, h := range []*house{{}, houseOf(3)} {
		a := New(t.Context(), Config{Lobby: h, Dark: true, Now: Morning})
		typeKeys(a, "r")
		if len(a.dialogs) > 0 || strings.Contains(screenText(a), "rehearse") {
			t.Errorf("a rehearsal is offered:\n%s", screenText(a))
		}
	}
}

// In French the lobby has more to say, and offers a rehearsal all the same.
func TestTheLobbyOffersARehearsalInFrench(t *testing.T) {
	for _, size := range [][2]int{{60, 15}, {80, 24}} {
		a := New(t.Context(), Config{
			Lobby: houseOf(2), Lang: workshop.French, Dark: true, Now: Morning,
			Rehearse: func(context.Context, workshop.ID, int) (Rehearsal, error) { return nil, errors.New("not now") },
		})
		a.Update(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		if got := ansi.Strip(a.footer(a.stage())); !strings.Contains(got, " r ") {
			t.Errorf("at %v: %q", size, got)
		}
	}
}

// Given a rehearsal that was begun from the lobby, when ctrl+c is pressed, then it leads back there, once it was said so, and from
// there out of the program. Its footer shows the way on every screen, the last one too.
func TestARehearsalLeadsBackToItsLobby(t *testing.T) {
	finished := SampleStage(workshop.StepClosing, workshop.PhaseCanvas)
	if err := finished.Play(By(Fay, workshop.CloseWorkshop{})); err != nil {
		t.Fatal(err)
	}
	for _, s := range []*Stage{SampleStage(workshop.StepVision, workshop.PhaseDiverge), SampleStage(workshop.StepVision, workshop.PhaseConverge), finished} {
		for _, yes := range []string{"y", "ctrl+c"} {
			a, p, _ := rehearsing(t, s, 80, 24)
			a.config.Lobby = houseOf(1)
			a.draw()
			if got := ansi.Strip(a.footer(a.stage())); !strings.Contains(got, "esc lobby") {
				t.Errorf("at %s: %q", s.State.At, got)
			}
			if typeKeys(a, "ctrl+c"); !strings.Contains(screenText(a), "Leave the rehearsal?") {
				t.Fatalf("at %s nothing asks:\n%s", s.State.At, screenText(a))
			}
			_, cmd := a.Update(keyPress(yes))
			if quits(cmd) || a.lobby() == nil || a.rehearsal != nil || !slices.Contains(p.asked, "end") {
				t.Fatalf("%s doesn't lead back to the lobby: quits %v, asked %v", yes, quits(cmd), p.asked)
			}
			if _, cmd = a.Update(keyPress("ctrl+c")); !quits(cmd) {
				t.Error("ctrl+c in the lobby doesn't leave")
			}
		}
	}
	// Without a lobby there is nowhere else to go.
	a, _, _ := rehearsing(t, SampleStage(workshop.StepVision, workshop.PhaseDiverge), 80, 24)
	if got := ansi.Strip(a.footer(a.stage())); strings.Contains(got, "lobby") {
		t.Errorf("there is no lobby: %q", got)
	}
	if typeKeys(a, "ctrl+c"); !strings.Contains(screenText(a), "Leave convene?") {
		t.Errorf("nothing asks:\n%s", screenText(a))
	}
	if _, cmd := a.Update(keyPress("y")); !quits(cmd) {
		t.Error("it stays")
	}
}
