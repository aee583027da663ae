package board

import (
	"slices"
	"testing"

	"convene/tui/theme"
	"convene/workshop"
)

// At the end of a lane a column goes on in its next one, and stays its own.
func TestAColumnGoesOnInItsNextLane(t *testing.T) {
	card := func(id workshop.NoteID) workshop.Card { return workshop.Card{ID: id, Text: "x"} }
	w := Wall{Columns: []workshop.Column{
		{Prompt: workshop.PromptHow, Lone: []workshop.Card{card(1), card(2), card(3)}},
		{Prompt: workshop.PromptMeasures, Lone: []workshop.Card{card(4)}},
	}}
	l := Lay(theme.New(true, false), w, 158)
	var got []workshop.NoteID
	for at := Note(1); ; {
		got = append(got, at.Note)
		next := l.Move(at, 1)
		if next == at {
			next = l.Onward(at, 1)
		}
		if next == at {
			break
		}
		at = next
	}
	if want := []workshop.NoteID{1, 3, 2}; !slices.Equal(got, want) {
		t.Errorf("it goes over %v, want %v", got, want)
	}
	if at := l.Onward(Note(2), -1); at != Note(3) {
		t.Errorf("back up it is at %+v", at)
	}
	if at := l.Onward(Note(4), 1); at != Note(4) {
		t.Errorf("at the end of all it goes to %+v", at)
	}
}

func TestEverythingThatIsCarriedHasAHand(t *testing.T) {
	w := Wall{
		Columns: []workshop.Column{{Prompt: workshop.PromptHow, Lone: []workshop.Card{{ID: 1, Text: "one"}, {ID: 2, Text: "two"}, {ID: 3, Text: "three"}}}},
		Carried: Note(1), Focus: Note(3), Marked: []Ref{Note(1), Note(2)}, All: true,
	}
	th := theme.New(true, false)
	l := Lay(th, w, 40)
	for _, id := range []workshop.NoteID{1, 2} {
		if b, _ := l.Find(Note(id)); !b.ghost {
			t.Errorf("note %d has no hand", id)
		}
	}
	if b, _ := l.Find(Note(3)); b.ghost {
		t.Error("the target has one")
	}
	if got := w.carriedText(); got != "+1 one" {
		t.Errorf("says %q", got)
	}
}
