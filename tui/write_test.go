package tui

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"convene/tui/tuitest"
	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// writing is ada at her own terminal in the vision, and what she has written.
func writing(t *testing.T, notes ...string) (*Stage, *App) {
	t.Helper()
	s := SampleStage(workshop.StepVision, workshop.PhaseDiverge)
	if err := s.Play(Write("ada", workshop.PromptVision, notes...)); err != nil {
		t.Fatal(err)
	}
	return s, appOf(t, s, "ada", 100, 30)
}

// texts are ada's notes for a prompt.
func texts(s *Stage, p workshop.Prompt) []string {
	var out []string
	for _, n := range viewOf(s, "ada").Notes {
		if n.Prompt == p {
			out = append(out, n.Text)
		}
	}
	return out
}

func typed(a *App) string { return a.screen.(*writeScreen).field.text() }

func isDone(s *Stage) bool {
	p, _ := s.State.Person("ada")
	return p.Done
}

func TestWritingNotes(t *testing.T) {
	for _, c := range []struct {
		name  string
		notes []string
		keys  string
		want  []string // for the vision
		other []string // for the importance
		field string   // what is left in it
		says  string
	}{
		{name: "a note", keys: "a b enter", want: []string{"ab"}},
		{name: "two notes", keys: "a enter b enter", want: []string{"a", "b"}},
		{name: "nothing typed", keys: "enter enter"},
		{name: "only blanks", keys: "space enter"},
		{name: "for the other question", keys: "tab a enter", other: []string{"a"}},
		{name: "and back", keys: "tab tab a enter", want: []string{"a"}},
		{name: "the latest is changed", notes: []string{"x", "y"}, keys: "up z enter", want: []string{"x", "yz"}, says: "Changed."},
		{name: "the latest is taken back", notes: []string{"x", "y"}, keys: "up backspace enter", want: []string{"x"}, says: "The note is gone."},
		{name: "it stays as it was", notes: []string{"x"}, keys: "up z esc", want: []string{"x"}, says: "The note stays as it was."},
		{name: "after a change there is a new one", notes: []string{"x"}, keys: "up z enter a enter", want: []string{"xz", "a"}},
		{name: "nothing to change", keys: "up a enter", want: []string{"a"}},
		{name: "nothing to change for this question", notes: []string{"x"}, keys: "tab up a enter", want: []string{"x"}, other: []string{"a"}},
		{name: "up does not throw away what is typed", notes: []string{"x"}, keys: "a up b", want: []string{"x"}, field: "ab"},
		{name: "tab while a note is changed", notes: []string{"x"}, keys: "up z tab", want: []string{"x"}, field: "xz", says: "Keep the change with enter"},
		{name: "esc keeps what is typed", keys: "a b esc c", field: "abc"},
		{name: "up goes on to the one before", notes: []string{"x", "y", "z"}, keys: "up up up a enter", want: []string{"xa", "y", "z"}, says: "Changed."},
		{name: "up stops at the first", notes: []string{"x", "y"}, keys: "up up up", want: []string{"x", "y"}, field: "x", says: "This is the first of your notes here."},
		{name: "down goes to the one after", notes: []string{"x", "y", "z"}, keys: "up up up down a enter", want: []string{"x", "ya", "z"}},
		{name: "down stops at the latest", notes: []string{"x", "y"}, keys: "up down", want: []string{"x", "y"}, field: "y", says: "This is the latest of your notes here"},
		{name: "up while a note is changed", notes: []string{"x", "y"}, keys: "up z up", want: []string{"x", "y"}, field: "yz", says: "Keep the change with enter"},
		{name: "down while a note is changed", notes: []string{"x", "y"}, keys: "up up z down", want: []string{"x", "y"}, field: "xz", says: "Keep the change with enter"},
		{name: "a change taken back is none", notes: []string{"x", "y"}, keys: "up z backspace up a enter", want: []string{"xa", "y"}},
		{name: "esc leaves the older one", notes: []string{"x", "y"}, keys: "up up esc a enter", want: []string{"x", "y", "a"}},
		{name: "a draft for each question", keys: "a tab b tab", field: "a"},
		{name: "and for the other one", keys: "a tab b tab tab", field: "b"},
		{name: "a note leaves no draft", keys: "a enter tab tab", want: []string{"a"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, a := writing(t, c.notes...)
			typeKeys(a, names(c.keys)...)
			if diff := cmp.Diff(c.want, texts(s, workshop.PromptVision)); diff != "" {
				t.Errorf("vision (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(c.other, texts(s, workshop.PromptImportance)); diff != "" {
				t.Errorf("importance (-want +got):\n%s", diff)
			}
			if typed(a) != c.field {
				t.Errorf("%q is in the field, want %q", typed(a), c.field)
			}
			says(t, a, c.says)
		})
	}
}

// The screen is made anew after a phase, in the booth and for another size; what was typed is still there.
func TestDraftsOutliveTheScreen(t *testing.T) {
	s, a := writing(t)
	typeText(a, "First")
	typeKeys(a, "tab")
	typeText(a, "Second")
	if err := s.Play(Onward(false)); err != nil {
		t.Fatal(err)
	}
	a.Update(newsMsg{a.visit})
	says(t, a, "reading together")
	if err := s.Play(Back(workshop.StepVision, workshop.PhaseDiverge)); err != nil {
		t.Fatal(err)
	}
	a.Update(newsMsg{a.visit})
	says(t, a, "Second")
	typeKeys(a, "tab")
	says(t, a, "First")
	typeKeys(a, "tab", "enter")
	if diff := cmp.Diff(map[draftKey]string{{who: "ada", prompt: workshop.PromptVision}: "First"}, a.drafts.all()); diff != "" {
		t.Errorf("drafts (-want +got):\n%s", diff)
	}
}

func TestANoteThatIsTooLongIsKept(t *testing.T) {
	s, a := writing(t)
	fits := strings.Repeat("x", workshop.MaxNoteLen)
	typeText(a, fits+"yz")
	says(t, a, "2 too many")
	typeKeys(a, "enter")
	says(t, a, "One idea per note: 280 characters at most.")
	if typed(a) != fits+"yz" || len(texts(s, workshop.PromptVision)) > 0 {
		t.Errorf("%d characters are left", len(typed(a)))
	}
	typeKeys(a, "backspace", "backspace", "enter")
	if diff := cmp.Diff([]string{fits}, texts(s, workshop.PromptVision)); diff != "" || typed(a) != "" {
		t.Errorf("notes (-want +got):\n%s", diff)
	}
}

func TestTheRoomThatIsLeftOnANote(t *testing.T) {
	for n, want := range map[int]string{0: "", 220: "", 221: "59 left", 279: "1 left", 280: "0 left", 281: "1 too many"} {
		_, a := writing(t)
		a.screen.(*writeScreen).field.set(strings.Repeat("é", n))
		switch got := bodyOf(a); {
		case want == "" && strings.Contains(got, " left "):
			t.Errorf("%d characters, and it says how much is left", n)
		case !strings.Contains(got, want):
			t.Errorf("%d characters, and nothing says %q", n, want)
		}
	}
}

// A refusal of any kind leaves the text in the field.
func TestWhatIsRefusedStaysInTheField(t *testing.T) {
	s, a := writing(t)
	for i := range workshop.MaxNotesPerPrompt {
		if err := s.Play(Write("ada", workshop.PromptVision, fmt.Sprint("Idea ", i))); err != nil {
			t.Fatal(err)
		}
	}
	typeText(a, "One too many")
	typeKeys(a, "enter")
	says(t, a, "You have 50 notes here; keep the best for the rest.")
	if typed(a) != "One too many" {
		t.Errorf("%q is left", typed(a))
	}
	if _, err := s.Do("ada", workshop.WriteNote{Prompt: workshop.PromptVision, Text: "x"}); !errors.Is(err, workshop.ErrManyNotes) {
		t.Errorf("refused with %v", err)
	}
}

// The newest notes are seen, and that there are older ones is said: whatever the size, no note is missing unsaid.
func TestManyNotes(t *testing.T) {
	var notes []string
	for i := range 40 {
		notes = append(notes, fmt.Sprintf("Idea <%d>", i+1))
	}
	s, _ := writing(t, notes...)
	for width := 58; width < 160; width += 50 {
		for height := 10; height < 40; height++ {
			st := stageOf(s, "ada", width, height)
			lines := screenOf(st).draw(st)
			tuitest.Fits(t, lines, width, height)
			all := ansi.Strip(strings.Join(lines, "\n"))
			if !strings.Contains(all, "Idea <40>") && height > 12 {
				t.Errorf("the newest note is not seen at %d×%d:\n%s", width, height, all)
			}
			hidden := len(notes) - strings.Count(all, "Idea <")
			if said := strings.Contains(all, st.Count(hidden, "%d note above", "%d notes above")); hidden > 0 && !said && height > 10 {
				t.Errorf("%d notes are missing unsaid at %d×%d:\n%s", hidden, width, height, all)
			}
			if hidden == 0 && strings.Contains(all, "above") {
				t.Errorf("nothing is missing at %d×%d:\n%s", width, height, all)
			}
		}
	}
}

func TestBeingDone(t *testing.T) {
	s, a := writing(t)
	if typeKeys(a, "ctrl+d"); !isDone(s) {
		t.Error("ada is not done")
	}
	typeKeys(a, "ctrl+d")
	says(t, a, "Take your time.")
	if isDone(s) {
		t.Error("ada is still done")
	}
	for _, c := range []struct {
		keys, field string
		done        bool
		want        []string
	}{
		{"enter", "", true, []string{"Last"}},
		{"y", "", true, []string{"Last"}},
		{"n", "", true, nil},
		{"esc", "Last", false, nil},
	} {
		s, a := writing(t)
		typeText(a, "Last")
		typeKeys(a, "ctrl+d")
		says(t, a, "Add what you were writing as a note?", "Last", "y yes (enter)")
		typeKeys(a, c.keys)
		if diff := cmp.Diff(c.want, texts(s, workshop.PromptVision)); diff != "" || isDone(s) != c.done || typed(a) != c.field {
			t.Errorf("after %s done is %v, %q is left, notes (-want +got):\n%s", c.keys, isDone(s), typed(a), diff)
		}
	}
	s, a = writing(t)
	typeText(a, strings.Repeat("x", workshop.MaxNoteLen+1))
	typeKeys(a, "ctrl+d", "y")
	if isDone(s) || len(typed(a)) != workshop.MaxNoteLen+1 {
		t.Error("a note that is refused is lost, and ada is done")
	}
}

func TestAskingForAMinute(t *testing.T) {
	s, a := writing(t)
	typeText(a, "Hm")
	typeKeys(a, "ctrl+t")
	says(t, a, "The facilitator knows that you would like a minute more.", "Hm")
	if p, _ := s.State.Person("ada"); !p.Minute {
		t.Error("nobody knows")
	}
	says(t, appOf(t, s, Fay, 100, 30), "+ Ada wants a minute", "o booth: write   n reveal")
	for _, p := range s.State.Participants()[1:5] { // past a third of twelve
		if err := s.Play(By(p.ID, workshop.AskMinute{})); err != nil {
			t.Fatal(err)
		}
	}
	says(t, appOf(t, s, Fay, 100, 30), "+ a minute more   o booth: write   n reveal")
}

// The note that is being changed is on the screen and marked, without a colour, whatever the size and the number of notes;
// the footer names what leads to others.
func TestTheNoteThatIsChangedIsMarked(t *testing.T) {
	var notes []string
	for i := range 40 {
		notes = append(notes, fmt.Sprintf("Idea <%d>", i+1))
	}
	for _, size := range [][2]int{{40, 15}, {60, 15}, {80, 24}, {100, 30}, {160, 45}} {
		s, _ := writing(t, notes...)
		a := appOf(t, s, "ada", size[0], size[1])
		if got := bodyOf(a); strings.Contains(got, "this one") || strings.Contains(got, "▸ Idea") {
			t.Errorf("at %v a note is marked that nobody changes:\n%s", size, got)
		}
		for i := len(notes) - 1; i >= 0; i-- {
			typeKeys(a, "up")
			tuitest.Fits(t, a.Lines(), size[0], size[1])
			got := bodyOf(a)
			if strings.Count(got, notes[i]) != 2 || !strings.Contains(got, "▸ this one") && !strings.Contains(got, "▸ "+notes[i]) {
				t.Fatalf("at %v %q is not marked among the notes:\n%s", size, notes[i], got)
			}
			if seen := strings.Count(got, "Idea <") - 1; seen < len(notes) && size[1] > 20 {
				left := 0
				for _, where := range []string{"above", "below"} {
					var n int
					if _, rest, ok := strings.Cut(got, "… "); ok && strings.Contains(rest, where) {
						at := strings.Index(got, where)
						fmt.Sscanf(got[strings.LastIndex(got[:at], "…"):at], "… %d", &n)
					}
					left += n
				}
				if seen+left != len(notes) {
					t.Errorf("at %v %d notes are seen and %d counted of %d:\n%s", size, seen, left, len(notes), got)
				}
			}
		}
	}
	s, a := writing(t, "x", "y")
	typeKeys(a, "up")
	says(t, a, "enter keep", "esc leave it as it was", "↑ the one before")
	typeKeys(a, "up")
	says(t, a, "↓ the one after")
	typeKeys(a, "z")
	if strings.Contains(bodyOf(a), "the one") {
		t.Error("a changed note has to be kept or left first, and the footer leads on")
	}
	if err := s.Play(Reach(workshop.StepName, workshop.PhaseDiverge)); err != nil {
		t.Fatal(err)
	}
	says(t, appOf(t, s, "ada", 80, 24), "one name")
}

// A note that is cut on its card ends in one ellipsis, also where the text has dots there.
func TestACutCardHasOneEllipsis(t *testing.T) {
	for _, text := range []string{"this note is... ", "so it goes… ", "one. two. "} {
		_, a := writing(t, strings.Repeat(text, 16))
		for _, l := range strings.Split(bodyOf(a), "\n") {
			if strings.Contains(l, "….") || strings.Contains(l, ".…") || strings.Contains(l, "……") {
				t.Errorf("%q", l)
			}
		}
		says(t, a, "…")
	}
}

// Two terminals of one person are one sheet of paper: a thought that was sent from one is not sent again from the other.
func TestADraftIsTheSameOnAllTerminalsOfAPerson(t *testing.T) {
	s := SampleStage(workshop.StepVision, workshop.PhaseDiverge)
	shared := NewDrafts()
	at := func() *App {
		a := New(t.Context(), Config{
			Seat: stageSeat{stage: s, by: "ada"}, Now: func() time.Time { return s.Now }, Drafts: func(workshop.ID) *Drafts { return shared },
		})
		a.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
		return a
	}
	here, there := at(), at()
	before := s.State.Notes.Len()
	typeText(here, "My idea")
	says(t, there, "My idea")
	typeText(there, " grows")
	typeKeys(here, "enter")
	typeKeys(there, "enter")
	if n := s.State.Notes.Len() - before; n != 1 {
		t.Errorf("%d notes were written", n)
	}
	news(there)
	typeText(there, "x")
	if got := shared.of("ada", workshop.PromptVision); got != "x" {
		t.Errorf("the draft is %q after the note was sent", got)
	}
}
