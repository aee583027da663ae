package workshop_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

// table is the wall with Ann and Bob at their own terminals.
func table() Line {
	return func(s *Stage) error {
		return s.Play(wall(), By("ann", Join{Name: "Ann"}), By("bob", Join{Name: "Bob"}))
	}
}

// penOut has the pen out for the vision, in Fay's hand.
func penOut() Line {
	return func(s *Stage) error { return s.Play(table(), By(Fay, TakePen{Section: SectionVision})) }
}

func holds(who PersonID) func(testing.TB, State) {
	return func(t testing.TB, s State) {
		t.Helper()
		if s.Pen.Holder != who {
			t.Errorf("%q has the pen, want %q", s.Pen.Holder, who)
		}
	}
}

func TestThePenIsTakenAndHandedOn(t *testing.T) {
	Given(t, table()).
		When("ann", TakePen{Section: SectionVision}).ThenRefused(ErrFacilitatorOnly).
		When(Fay, TakePen{Section: SectionHow}).ThenRefused(ErrOtherStep).
		When(Fay, TakePen{}).ThenRefused(ErrOtherStep).
		When(Fay, HandPen{To: "ann"}).ThenRefused(ErrNoPen).
		When(Fay, LayPen{}).ThenRefused(ErrNoPen).
		When(Fay, TakePen{Section: SectionVision}).Then(PenTaken{Section: SectionVision}).
		When(Fay, TakePen{Section: SectionVision}).ThenRefused(ErrAlreadyThere).
		When("ann", HandPen{To: "ann"}).ThenRefused(ErrPenOut).
		When("ann", LayPen{}).ThenRefused(ErrPenOut).
		When(Fay, HandPen{To: "nobody"}).ThenRefused(ErrNoSuchPerson).
		When(Fay, HandPen{To: "ann"}).Then(PenHanded{To: "ann"}).
		When(Fay, HandPen{To: "ann"}).ThenRefused(ErrAlreadyThere).
		When("ann", HandPen{To: "bob"}).ThenAccepted().ThenState(holds("bob")).
		When("bob", LayPen{}).Then(PenLaid{}).ThenState(holds(""))
	// A facilitator takes it back, and may take it for another sentence.
	Given(t, penOut(), By(Fay, HandPen{To: "ann"})).
		When(Fay, TakePen{Section: SectionImportance}).ThenAccepted().ThenState(holds(Fay)).
		When("ann", WriteStatement{Section: SectionVision, Text: "Mine"}).ThenRefused(ErrPenOut)
	// The pen is handed to somebody who can write at a terminal.
	Given(t, penOut()).When(Fay, HandPen{To: "ada"}).ThenRefused(ErrBoothOnly)
}

func TestWhoeverHasThePenWritesTheStatement(t *testing.T) {
	Given(t, penOut()).
		When("ann", WriteStatement{Section: SectionVision, Text: "Mine"}).ThenRefused(ErrPenOut).
		When(Fay, HandPen{To: "ann"}).ThenAccepted().
		When("ann", WriteStatement{Section: SectionImportance, Text: "Mine"}).ThenRefused(ErrPenOut).
		When("ann", WriteStatement{Section: SectionVision, Text: "Ours"}).
		Then(StatementWritten{Section: SectionVision, Text: "Ours"}).ThenState(holds("")).
		When("ann", WriteStatement{Section: SectionVision, Text: "Mine"}).ThenRefused(ErrFacilitatorOnly)
	// A facilitator may write another section's sentence while the pen is out for this one.
	Given(t, penOut()).
		When(Fay, WriteStatement{Section: SectionImportance, Text: "Why"}).ThenAccepted().ThenState(holds(Fay))
}

func TestThePenLiesWhenItsHolderIsGoneOrTheGroupMovesOn(t *testing.T) {
	Given(t, penOut(), By(Fay, HandPen{To: "ann"}, RemovePerson{Person: "ann"})).ThenState(holds(""))
	Given(t, penOut(), By(Fay, HandPen{To: "ann"}, AppointFacilitator{Person: "bob"}, RemovePerson{Person: "ann"})).ThenState(holds(""))
	Given(t, penOut(), By(Fay, HandPen{To: "ann"}, RemovePerson{Person: "bob"})).ThenState(holds("ann"))
	Given(t, penOut(), Onward(false)).ThenState(holds(""))
	Given(t, penOut(), By(Fay, HandPen{To: "ann"}, OpenVote{})).ThenState(holds(""))
	Given(t, penOut(), Back(StepVision, PhaseShare)).ThenState(holds(""))
}

func TestWordsAreProposedToThePen(t *testing.T) {
	propose := func(words string) ProposeSentence { return ProposeSentence{Section: SectionVision, Text: words} }
	Given(t, table()).When("ann", propose("We write")).ThenRefused(ErrNoPen)
	Given(t, penOut()).
		When("ann", ProposeSentence{Section: SectionImportance, Text: "x"}).ThenRefused(ErrNoPen).
		When("ann", propose(" \n")).ThenRefused(ErrNoteEmpty).
		When("ann", propose(strings.Repeat("x", MaxStatementLen+1))).ThenRefused(ErrStatementLong).
		When(Fay, propose("We write")).ThenRefused(ErrParticipantOnly).
		When("ann", propose(" We write\ncode ")).Then(SentenceProposed{Section: SectionVision, Text: "We write code"}).
		When("bob", propose("we write CODE")).ThenRefused(ErrSaidAlready).
		When("bob", propose("We teach")).ThenAccepted().
		ThenView("", func(t testing.TB, v View) {
			if want := []string{"We write code", "We teach"}; !slices.Equal(v.Proposed, want) {
				t.Errorf("proposed: %q, want %q", v.Proposed, want)
			}
		}).
		And(By(Fay, LayPen{})).
		ThenView("", func(t testing.TB, v View) {
			if v.Proposed != nil {
				t.Errorf("proposed without a pen: %q", v.Proposed)
			}
		}).
		And(By(Fay, TakePen{Section: SectionImportance})).
		ThenView("", func(t testing.TB, v View) {
			if v.Proposed != nil {
				t.Errorf("proposed for another sentence: %q", v.Proposed)
			}
		}).
		And(By(Fay, TakePen{Section: SectionVision})).
		ThenView("", func(t testing.TB, v View) {
			if len(v.Proposed) != 2 {
				t.Errorf("what was proposed before is gone: %q", v.Proposed)
			}
		})
	many := func(s *Stage) error {
		for i := range MaxSentences {
			if err := s.Play(By("ann", propose(fmt.Sprint("sentence ", i)))); err != nil {
				return err
			}
		}
		return nil
	}
	Given(t, penOut(), many).
		When("ann", propose("One more")).ThenRefused(ErrManySentences).
		When("bob", propose("One more")).ThenAccepted()
}
