package tui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// After a restart nobody knows whose sheet is whose; the receipt does.
func TestTheReceiptChangesAnswersAfterARestart(t *testing.T) {
	s := founded()
	if err := s.Play(opened("")); err != nil {
		t.Fatal(err)
	}
	a := appOf(t, s, "ada", 100, 30)
	typeKeys(a, "g", "g", "g", "g", "g", "enter", "y")
	_, after, _ := strings.Cut(ansi.Strip(a.draw()), "started anew: ")
	receipt := strings.Fields(after)[0]

	a = appOf(t, s, "ada", 100, 30) // whose drafts are gone
	typeKeys(a, "x")
	typeKeys(a, strings.Split(strings.ToLower(receipt), "")...)
	typeKeys(a, "enter", "r", "r", "r", "r", "r", "enter", "y")
	r := workshop.Red
	inTheBox(t, s, r, r, r, r, r)

	a = appOf(t, s, "ada", 100, 30)
	typeKeys(a, "x", "w", "r", "o", "n", "g", "enter")
	says(t, a, "A receipt has 16 letters and digits, in four groups.")
	typeKeys(a, "esc", "x")
	typeKeys(a, strings.Split("AAAA-BBBB-CCCC-DDDD", "")...)
	typeKeys(a, "enter", "g", "g", "g", "g", "g", "enter", "y")
	says(t, a, "No answers in the box have that receipt")
	inTheBox(t, s, r, r, r, r, r)
	saysNot(t, a, "AAAA") // it isn't taken for theirs
	typeKeys(a, "enter")
	says(t, a, "Your receipt") // and is asked for again, with the answers as they are
}

// Two terminals of one person change the same answers: the receipt is the newest, wherever it came from.
func TestTwoTerminalsOfOnePersonHaveOneReceipt(t *testing.T) {
	s := founded()
	if err := s.Play(opened("")); err != nil {
		t.Fatal(err)
	}
	one := appOf(t, s, "ada", 100, 30)
	typeKeys(one, "g", "g", "g", "g", "g", "enter", "y")
	two := appOf(t, s, "ada", 100, 30)
	two.drafts = one.drafts
	typeKeys(one, "x")
	typeKeys(two, "x", "y", "enter", "y")
	inTheBox(t, s, workshop.Yellow, workshop.Green, workshop.Green, workshop.Green, workshop.Green)
	typeKeys(one, "r", "enter", "y") // from the answers that it had opened before
	says(t, one, "Your answers are in the box.")
	inTheBox(t, s, workshop.Red, workshop.Green, workshop.Green, workshop.Green, workshop.Green)
}

// Whoever leaves the change of their answers leaves what was typed in it, too: the next one begins with what is in the box.
func TestAChangeBeginsWithWhatIsInTheBox(t *testing.T) {
	s := founded()
	if err := s.Play(opened("")); err != nil {
		t.Fatal(err)
	}
	a := appOf(t, s, "ada", 100, 30)
	typeKeys(a, "g", "g", "g", "g", "g", "enter", "y", "x", "r", "esc", "x", "enter", "y")
	inTheBox(t, s, workshop.Green, workshop.Green, workshop.Green, workshop.Green, workshop.Green)
}

// The drafts are those of everybody in the room: one who loses their seat while a check is open takes nobody's with them.
func TestWhoLosesTheirSeatTakesNobodysAnswers(t *testing.T) {
	s := founded()
	if err := s.Play(opened("")); err != nil {
		t.Fatal(err)
	}
	ada, jose := appOf(t, s, "ada", 100, 30), appOf(t, s, "jose", 100, 30)
	jose.drafts = ada.drafts
	typeKeys(ada, "g", "g", "g", "g", "g", "enter", "y")
	if err := s.Play(By(Fay, workshop.RemovePerson{Person: "jose"})); err != nil {
		t.Fatal(err)
	}
	news(jose)
	news(ada)
	if kept := ada.drafts.answersOf("ada", 1); kept.receipt == "" || len(kept.put) != 5 {
		t.Errorf("kept are %+v", kept)
	}
	typeKeys(ada, "x", "r", "enter", "y")
	inTheBox(t, s, workshop.Red, workshop.Green, workshop.Green, workshop.Green, workshop.Green)
}
