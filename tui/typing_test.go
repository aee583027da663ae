package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// Letters are commands only where nobody is typing.
func TestLettersAreTextWhereSomebodyTypes(t *testing.T) {
	const letters = "nbt+-aovrKwcN?hjkl 05yd"
	s := SampleStage(workshop.StepVision, workshop.PhaseDiverge)
	a := appOf(t, s, "ada", 100, 30)
	seq := s.State.Seq
	typeText(a, letters)
	says(t, a, letters)
	if s.State.Seq != seq || len(a.dialogs) > 0 {
		t.Error("a letter was a command")
	}
	typeKeys(a, "enter")
	if n := viewOf(s, "ada").Notes; len(n) != 1 || n[0].Text != letters {
		t.Errorf("the notes are %+v", n)
	}
	a = appOf(t, s, Fay, 100, 30)
	typeKeys(a, "a")
	typeText(a, "nbt aoN?")
	says(t, a, "Who is here?", "nbt aoN?")
}

func TestPastingIsCleanedAndGoesToTheField(t *testing.T) {
	const dirty, clean = "two\nlines\tand \x1b[31mred\u202e", "two lines and red"
	s := SampleStage(workshop.StepVision, workshop.PhaseDiverge)
	ada := appOf(t, s, "ada", 100, 30)
	ada.Update(tea.PasteMsg{Content: dirty})
	got := ada.screen.(*writeScreen).field.text()
	if strings.ContainsFunc(got, unseen) || !strings.HasPrefix(got, "two lines and") || !strings.HasSuffix(got, "red") {
		t.Errorf("pasted %q, want %q or near it", got, clean)
	}
	if ada.drafts.of("ada", workshop.PromptVision) != got {
		t.Error("what was pasted is not kept as a draft")
	}
	fay := appOf(t, s, Fay, 100, 30)
	seq := s.State.Seq
	fay.Update(tea.PasteMsg{Content: "n"})
	if s.State.Seq != seq || len(fay.dialogs) > 0 {
		t.Error("what was pasted was a command")
	}
	typeKeys(fay, "a")
	fay.Update(tea.PasteMsg{Content: "Zo\n"})
	says(t, fay, "Who is here?", "Zo")
	if s.State.Seq != seq {
		t.Error("a line end that was pasted was an enter")
	}
}

func TestUnseenCharactersAreNotTyped(t *testing.T) {
	a := appOf(t, SampleStage(workshop.StepVision, workshop.PhaseDiverge), "ada", 100, 30)
	for _, s := range []string{"a", "\u202e", "\x1b", "\u200b", "\ue000", "\u0085", "b", "é", "李"} {
		a.Update(tea.KeyPressMsg{Code: tea.KeyExtended, Text: s})
	}
	if got := a.screen.(*writeScreen).field.text(); got != "abé李" {
		t.Errorf("typed %q", got)
	}
}
