package tui

import (
	"context"
	"crypto/rand"
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/google/go-cmp/cmp"

	"convene/tui/tuitest"
	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// penSeat is a person at the table while a sentence is written.
type penSeat struct {
	stageSeat
	draft string // as the room has it
	shown []string
	sent  []workshop.Command
}

func (s *penSeat) View() workshop.View {
	v := s.stageSeat.View()
	if v.Pen.Out() {
		v.Live.Draft, v.Live.Drafting = s.draft, s.draft != ""
	}
	return v
}

func (s *penSeat) Draft(sentence string) error {
	s.draft = sentence
	s.shown = append(s.shown, sentence)
	return nil
}

func (s *penSeat) Do(ctx context.Context, c workshop.Command) error {
	err := s.stageSeat.Do(ctx, c)
	if err == nil {
		s.sent = append(s.sent, c)
	}
	return err
}

// table has Kim and Lee at their own terminals while the vision's notes are clustered, and the pen out in Fay's hand.
func table(t *testing.T, then ...Line) *Stage {
	t.Helper()
	s := SampleStage(workshop.StepMeasures, workshop.PhaseConverge)
	if err := s.Play(By("kim", workshop.Join{Name: "Kim"}), By("lee", workshop.Join{Name: "Lee"}), By(Fay, workshop.TakePen{Section: workshop.SectionHow})); err != nil {
		t.Fatal(err)
	}
	if err := s.Play(then...); err != nil {
		t.Fatal(err)
	}
	return s
}

func propose(who workshop.PersonID, words ...string) Line {
	return func(s *Stage) error {
		for _, w := range words {
			if err := s.Play(By(who, workshop.ProposeSentence{Section: workshop.SectionHow, Text: w})); err != nil {
				return err
			}
		}
		return nil
	}
}

// writes is the program at somebody's terminal, and the seat under it.
func writes(t *testing.T, s *Stage, who workshop.PersonID, draft string, width, height int) (*App, *penSeat) {
	t.Helper()
	seat := &penSeat{stageSeat: stageSeat{stage: s, by: who}, draft: draft}
	a := New(t.Context(), Config{Seat: seat, Rand: rand.Reader, Dark: true, Now: func() time.Time { return s.Now }, Wall: who == ""})
	a.Update(tea.WindowSizeMsg{Width: width, Height: height})
	return a, seat
}

func TestEveryWordIsShownAsItIsWritten(t *testing.T) {
	a, seat := writes(t, table(t), Fay, "", 80, 24)
	typeWords(a, "We")
	if diff := cmp.Diff([]string{"W", "We"}, seat.shown); diff != "" {
		t.Errorf("shown (-want +got):\n%s", diff)
	}
	typeKeys(a, "enter")
	if diff := cmp.Diff([]workshop.Command{workshop.WriteStatement{Section: workshop.SectionHow, Text: "We"}}, seat.sent); diff != "" {
		t.Errorf("sent (-want +got):\n%s", diff)
	}
	says(t, a, "The statement is on the canvas.", "clustering")
}

func TestWhoeverTakesThePenNextGoesOnFromThere(t *testing.T) {
	a, seat := writes(t, table(t, By(Fay, workshop.HandPen{To: "kim"})), "kim", "We meet", 80, 24)
	says(t, a, "You have the pen", "We meet")
	typeWords(a, "!")
	if seat.draft != "We meet!" {
		t.Errorf("the room has %q", seat.draft)
	}
}

// One key takes a proposal in: as the whole sentence, or after what is there.
func TestAProposalIsTakenInWithOneKey(t *testing.T) {
	s := table(t, propose("kim", "We meet every month"), propose("lee", "and learn"))
	a, seat := writes(t, s, Fay, "", 80, 24)
	says(t, a, "Proposed", "▸ · We meet every month", "and learn", "tab take in")
	typeKeys(a, "tab", "down", "tab")
	if seat.draft != "We meet every month and learn" {
		t.Errorf("the room has %q", seat.draft)
	}
	typeKeys(a, "down", "down", "up", "up", "up", "enter")
	if got := seat.sent[len(seat.sent)-1]; got != (workshop.WriteStatement{Section: workshop.SectionHow, Text: "We meet every month and learn"}) {
		t.Errorf("sent %+v", got)
	}
}

// A second tab takes nothing in twice; a check mark shows everyone what the sentence has already.
func TestAProposalIsTakenInOnce(t *testing.T) {
	s := table(t, propose("kim", "We meet every month"), propose("lee", "and learn", "🚀"))
	a, seat := writes(t, s, Fay, "", 80, 24)
	typeKeys(a, "tab")
	says(t, a, "▸ ✓ We meet every month", "· and learn")
	typeKeys(a, "tab")
	says(t, a, "That is in the sentence already.")
	if diff := cmp.Diff([]string{"We meet every month"}, seat.shown); diff != "" {
		t.Errorf("shown (-want +got):\n%s", diff)
	}
	typeWords(a, ",")
	typeKeys(a, "down", "tab", "tab", "down", "tab", "tab")
	if seat.draft != "We meet every month, and learn 🚀" {
		t.Errorf("the room has %q", seat.draft)
	}
	kim, _ := writes(t, s, "kim", seat.draft, 80, 24)
	says(t, kim, "✓ We meet every month", "✓ and learn", "✓ 🚀")
	for range 2 * len("learn and ") { // taken out again, it can be taken in again
		typeKeys(a, "backspace")
	}
	typeKeys(a, "up")
	says(t, a, "▸ · and learn")
}

// Words that only begin as a proposal does are not it.
func TestAPartOfAWordIsNotTakenIn(t *testing.T) {
	in := takenIn("We meet monthly, and learn.")
	for proposal, want := range map[string]bool{"we meet": true, "Monthly and learn": true, "We meet month": false, "learn and": false, "🚀": false} {
		if in(proposal) != want {
			t.Errorf("%q is in the sentence: %v, want %v", proposal, !want, want)
		}
	}
}

func TestWhatWouldBeTooLongIsNotTakenIn(t *testing.T) {
	s := table(t, propose("kim", strings.Repeat("word ", 50)))
	a, seat := writes(t, s, Fay, "and some more than there is room for", 80, 24)
	typeKeys(a, "tab")
	says(t, a, "longer than 280 characters")
	if len(seat.shown) > 0 {
		t.Errorf("shown: %q", seat.shown)
	}
}

// A long sentence can be read to its end on a telephone.
func TestALongSentenceIsReadToItsEnd(t *testing.T) {
	long := strings.Repeat("We meet every month and learn from one another. ", 5) + "The end"
	a, _ := writes(t, table(t), "kim", long, 40, 15)
	if strings.Contains(bodyOf(a), "The end") {
		t.Fatal("the sentence is too short for this test")
	}
	typeKeys(a, "pgdown")
	a.draw()
	typeKeys(a, "pgdown")
	says(t, a, "The end")
}

func TestWithoutProposalsThereIsNothingToTakeIn(t *testing.T) {
	a, _ := writes(t, table(t), Fay, "", 80, 24)
	typeKeys(a, "tab")
	says(t, a, "Nobody has proposed anything yet.")
}

func TestThePenIsHandedToSomebodyAtATerminal(t *testing.T) {
	a, seat := writes(t, table(t, By(Fay, workshop.AddPerson{Person: "bo", Name: "Bo Booth"})), Fay, "", 80, 24)
	typeKeys(a, "ctrl+p")
	body := bodyOf(a)
	if !strings.Contains(body, "Who writes on?") || !strings.Contains(body, "Kim") {
		t.Fatalf("nobody is offered:\n%s", body)
	}
	if strings.Contains(body, "Bo Booth") {
		t.Errorf("somebody in the booth is offered:\n%s", body)
	}
	typeKeys(a, "enter")
	if got := seat.sent[0]; got != (workshop.HandPen{To: "ada"}) {
		t.Errorf("sent %+v", got)
	}
	says(t, a, "Ada has the pen.", "w take the pen back")
}

func TestWordsAreProposedWithoutAName(t *testing.T) {
	s := table(t)
	a, seat := writes(t, s, "kim", "We", 80, 24)
	says(t, a, "Fay has the pen.", "W e", "propose a sentence")
	typeWords(a, "We meet")
	typeKeys(a, "enter")
	if got := seat.sent[0]; got != (workshop.ProposeSentence{Section: workshop.SectionHow, Text: "We meet"}) {
		t.Errorf("sent %+v", got)
	}
	says(t, a, "Everyone sees your words, without your name.", "· We meet")
	typeWords(a, "we MEET")
	typeKeys(a, "enter")
	says(t, a, "That sentence is there already.", "we MEET")
}

// What was begun and not proposed waits for the next time.
func TestBegunWordsAreKept(t *testing.T) {
	s := table(t)
	a, seat := writes(t, s, "kim", "", 80, 24)
	typeWords(a, "Half a th")
	if err := s.Play(By(Fay, workshop.LayPen{})); err != nil {
		t.Fatal(err)
	}
	news(a)
	says(t, a, "clustering")
	if err := s.Play(By(Fay, workshop.TakePen{Section: workshop.SectionHow})); err != nil {
		t.Fatal(err)
	}
	news(a)
	says(t, a, "Half a th")
	if len(seat.sent) > 0 {
		t.Errorf("sent %+v", seat.sent)
	}
}

func TestStatementScreensLookAsTheyDo(t *testing.T) {
	long := "We are the people who care how software is made here, and we meet every month to learn from one another, so that every team ships code that it is proud of 一起学习"
	s := table(t, propose("kim", "We meet every month", long), propose("lee", "نتعلم معا كل أسبوع", "Learn, teach, repeat 🚀"),
		By(Fay, workshop.WriteStatement{Section: workshop.SectionMeasures, Text: "Something else"}))
	for name, c := range map[string]struct {
		who   workshop.PersonID
		draft string
		keys  []string
	}{
		"pen":         {Fay, "We meet every month, and every team ships co", []string{"down"}},
		"participant": {"kim", "We meet every month, and every team ships co", []string{"A", "n", "d"}},
		"wall":        {"", long, nil},
		"empty":       {"kim", "", nil},
	} {
		for _, size := range [][2]int{{80, 24}, {120, 35}, {40, 15}, {160, 45}} {
			if size[0] < 60 && (c.who == Fay || c.who == "") {
				continue
			}
			t.Run(fmt.Sprintf("%s@%dx%d", name, size[0], size[1]), func(t *testing.T) {
				a, _ := writes(t, s, c.who, c.draft, size[0], size[1])
				typeKeys(a, c.keys...)
				lines := strings.Split(a.draw(), "\n")
				tuitest.Fits(t, lines, size[0], size[1])
				tuitest.Golden(t, fmt.Sprintf("statement/%s@%dx%d", name, size[0], size[1]), tuitest.Plain(lines))
			})
		}
	}
}
