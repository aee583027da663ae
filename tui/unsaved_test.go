package tui

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"convene/workshop"
	"convene/workshop/room"
	. "convene/workshop/workshoptest"
)

// fullSeat is a place in a workshop whose disk is full.
type fullSeat struct {
	stageSeat
	full *bool
}

func (s fullSeat) View() workshop.View {
	v := s.stageSeat.View()
	v.Live.Unsaved = *s.full
	return v
}

func (s fullSeat) Do(ctx context.Context, c workshop.Command) error {
	if *s.full {
		return fmt.Errorf("%w: no space left", room.ErrNotSaved)
	}
	return s.stageSeat.Do(ctx, c)
}

// onAFullDisk is the whole program of somebody, in a stage of its own language.
func onAFullDisk(t *testing.T, s *Stage, who workshop.PersonID, width, height int) (a *App, full *bool) {
	t.Helper()
	full = new(bool)
	*full = true
	a = appOf(t, s, who, width, height)
	a.seat = fullSeat{stageSeat{stage: s, by: who}, full}
	news(a)
	return a, full
}

func TestAFullDiskLooksAsItDid(t *testing.T) {
	for _, c := range []struct {
		name  string
		who   workshop.PersonID
		lang  workshop.Language
		sizes [][2]int
	}{
		{"facilitator", Fay, workshop.English, [][2]int{{80, 24}, {60, 15}}},
		{"participant", "ada", workshop.English, [][2]int{{80, 24}, {40, 15}}},
		{"french", Fay, workshop.French, [][2]int{{80, 24}, {60, 15}}},
	} {
		s := SampleStage(workshop.StepVision, workshop.PhaseDiverge)
		s.State.Lang = c.lang
		for _, size := range c.sizes {
			looksAsItDid(t, fmt.Sprintf("unsaved/%s@%dx%d", c.name, size[0], size[1]), func(t *testing.T) *App {
				a, _ := onAFullDisk(t, s, c.who, size[0], size[1])
				return a
			}, size)
		}
	}
	full := true
	s := SampleStage(workshop.StepVision, workshop.PhaseConverge)
	looksAsItDid(t, "unsaved/wall@120x35", func(t *testing.T) *App {
		return wallApp(t, fullSeat{stageSeat{stage: s}, &full}, s.Now, 120, 35)
	}, [2]int{120, 35})
}

// Where the end of a workshop can't be read, or is gone, nobody is told that what they see is safe, nor to try again.
func TestWhatMayBeGoneIsNotCalledSaved(t *testing.T) {
	s := SampleStage(workshop.StepVision, workshop.PhaseDiverge)
	for _, who := range []workshop.PersonID{Fay, "ada"} {
		a := appOf(t, s, who, 80, 24)
		a.seat = goneSeat{stageSeat{stage: s, by: who}}
		news(a)
		says(t, a, "can't be read")
		if screen := screenText(a); strings.Contains(screen, "safe") || strings.Contains(screen, "ry again") {
			t.Errorf("%s is told:\n%s", who, screen)
		}
		if who != Fay {
			continue
		}
		for _, served := range []bool{false, true} {
			a.config.Served = served
			typeKeys(a, "ctrl+c")
			says(t, a, "Leave")
			if screen := screenText(a); strings.Contains(screen, "Everything is saved") {
				t.Errorf("who leaves is told:\n%s", screen)
			}
			typeKeys(a, "esc")
		}
	}
}

// goneSeat is a place in a workshop whose end can't be read.
type goneSeat struct{ stageSeat }

func (s goneSeat) View() workshop.View {
	v := s.stageSeat.View()
	v.Live.Unreadable, v.Live.Unsaved = true, true
	return v
}

// Whoever writes is refused, keeps what they have typed, sees why for as long as it lasts, and goes on without doing anything else
// when the disk has room again.
func TestWritingGoesOnWhenTheDiskHasRoomAgain(t *testing.T) {
	s := SampleStage(workshop.StepVision, workshop.PhaseDiverge)
	before := s.State.Notes.Len()
	a, full := onAFullDisk(t, s, "ada", 80, 24)
	typeText(a, "Pairing on Fridays")
	typeKeys(a, "enter")
	if words := "that could not be saved"; !strings.Contains(strings.ToLower(screenText(a)), words) {
		t.Errorf("nothing says %q:\n%s", words, screenText(a))
	}
	if typed(a) != "Pairing on Fridays" {
		t.Errorf("%q is typed", typed(a))
	}
	typeKeys(a, "left")
	says(t, a, "Nothing new can be saved just now.")
	*full = false
	typeKeys(a, "enter")
	news(a)
	if strings.Contains(screenText(a), "Nothing new") || typed(a) != "" || s.State.Notes.Len() != before+1 {
		t.Errorf("%d notes, %q is typed:\n%s", s.State.Notes.Len(), typed(a), screenText(a))
	}
}
