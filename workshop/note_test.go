package workshop_test

import (
	"fmt"
	"strings"
	"testing"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

// noteAt finds a note by its number.
func noteAt(s State, id NoteID) (Note, bool) {
	for n := range s.Notes.All() {
		if n.ID == id {
			return n, true
		}
	}
	return Note{}, false
}

func writing(people ...PersonID) Line {
	return func(s *Stage) error { return s.Play(Group(people...), Reach(StepVision, PhaseDiverge)) }
}

func TestANoteIsCleanedAndNumbered(t *testing.T) {
	Given(t, writing("ada", "ben")).
		When("ada", WriteNote{Prompt: PromptVision, Text: " proud\tof\x1b[31m code\n"}).
		Then(NoteWritten{Note: 1, Prompt: PromptVision, Text: "proud of[31m code"}).
		When("ben", WriteNote{Prompt: PromptImportance, Text: "now"}).
		Then(NoteWritten{Note: 2, Prompt: PromptImportance, Text: "now"}).
		ThenState(func(t testing.TB, s State) {
			if n, _ := noteAt(s, 2); n.Author != "ben" || n.Revealed || n.ID.String() != "#2" {
				t.Errorf("ben's note is %+v", n)
			}
		})
}

func TestANoteHoldsOneIdea(t *testing.T) {
	full := strings.Repeat("é", MaxNoteLen)
	Given(t, writing("ada")).
		When("ada", WriteNote{Prompt: PromptVision, Text: " \u200b\n"}).ThenRefused(ErrNoteEmpty).
		When("ada", WriteNote{Prompt: PromptVision, Text: full + "x"}).ThenRefused(ErrNoteLong).
		When("ada", WriteNote{Prompt: PromptVision, Text: full}).ThenAccepted().
		When("ada", RewordNote{Note: 1}).ThenRefused(ErrNoteEmpty).
		When("ada", RewordNote{Note: 1, Text: full + "x"}).ThenRefused(ErrNoteLong)
}

func TestAPersonWritesSoManyNotesPerPrompt(t *testing.T) {
	var many []string
	for i := range MaxNotesPerPrompt {
		many = append(many, fmt.Sprint("idea ", i))
	}
	Given(t, writing("ada", "ben"), Write("ada", PromptVision, many...)).
		When("ada", WriteNote{Prompt: PromptVision, Text: "one more"}).ThenRefused(ErrManyNotes).
		When("ada", WriteNote{Prompt: PromptImportance, Text: "another question"}).ThenAccepted().
		When("ben", WriteNote{Prompt: PromptVision, Text: "another person"}).ThenAccepted().
		And(By("ada", WithdrawNote{Note: 1})).
		When("ada", WriteNote{Prompt: PromptVision, Text: "in its place"}).ThenAccepted()
}

// Whoever writes and takes back for ever comes to an end; nobody else notices.
func TestNotesThatWereTakenBackCountInTheEnd(t *testing.T) {
	lines := []Line{writing("ada", "ben")}
	for i := range 4 * MaxNotesPerPrompt {
		lines = append(lines, Write("ada", PromptVision, "again"), By("ada", WithdrawNote{Note: NoteID(i + 1)}))
	}
	Given(t, lines...).
		When("ada", WriteNote{Prompt: PromptVision, Text: "again"}).ThenRefused(ErrManyNotes).
		When("ada", WriteNote{Prompt: PromptImportance, Text: "elsewhere"}).ThenAccepted().
		When("ben", WriteNote{Prompt: PromptVision, Text: "first"}).ThenAccepted()
}

func TestNotesAreForTheQuestionsOfTheStep(t *testing.T) {
	Given(t, writing("ada")).
		When("ada", WriteNote{Prompt: PromptHow, Text: "later"}).ThenRefused(ErrOtherStep).
		When("ada", WriteNote{Prompt: "nonsense", Text: "never"}).ThenRefused(ErrOtherStep).
		When("ada", WriteNote{Text: "nowhere"}).ThenRefused(ErrOtherStep)
	Given(t, Group("ada"), Reach(StepLeader, PhaseDiverge)).
		When("ada", WriteNote{Text: "nothing is written here"}).ThenRefused(ErrOtherStep)
}

func TestBeforeTheRevealANoteIsItsAuthorsToChange(t *testing.T) {
	Given(t, writing("ada", "ben"), Write("ada", PromptVision, "One", "Two")).
		When("ben", RewordNote{Note: 1, Text: "Mine"}).ThenRefused(ErrNoSuchNote).
		When("ben", WithdrawNote{Note: 1}).ThenRefused(ErrNoSuchNote).
		When("ada", RewordNote{Note: 1, Text: " One  better "}).Then(NoteReworded{Note: 1, Text: "One better"}).
		When("ada", WithdrawNote{Note: 2}).Then(NoteWithdrawn{Note: 2}).
		When("ada", WithdrawNote{Note: 2}).ThenRefused(ErrNoSuchNote).
		When("ada", RewordNote{Note: 2, Text: "Back"}).ThenRefused(ErrNoSuchNote).
		And(Onward(false)).
		ThenView("", func(t testing.TB, v View) {
			if lone := v.Columns[0].Lone; len(lone) != 1 || lone[0].Text != "One better" {
				t.Errorf("on the wall: %+v", lone)
			}
		})
}

func TestAfterTheRevealANoteBelongsToTheGroup(t *testing.T) {
	Given(t, writing("ada"), Write("ada", PromptVision, "One"), Reach(StepVision, PhaseShare)).
		When("ada", RewordNote{Note: 1, Text: "x"}).ThenRefused(ErrNotNow).
		And(Back(StepVision, PhaseDiverge)).
		When("ada", RewordNote{Note: 1, Text: "x"}).ThenRefused(ErrOnTheWall).
		When("ada", WithdrawNote{Note: 1}).ThenRefused(ErrOnTheWall).
		When("ada", WriteNote{Prompt: PromptVision, Text: "late"}).ThenAccepted().
		ThenView("", func(t testing.TB, v View) {
			if lone := v.Columns[0].Lone; len(lone) != 1 {
				t.Errorf("the late note is seen before the next reveal: %+v", lone)
			}
		}).
		And(Onward(false)).
		ThenView("", func(t testing.TB, v View) {
			if lone := v.Columns[0].Lone; len(lone) != 2 {
				t.Errorf("the late note is not on the wall: %+v", lone)
			}
		})
}

func TestAnUnseenNoteOfAnotherStepIsLeftAlone(t *testing.T) {
	Given(t, Group("ada"), Reach(StepMeasures, PhaseDiverge), Write("ada", PromptHow, "Private"), Back(StepVision, PhaseDiverge)).
		When("ada", RewordNote{Note: 1, Text: "x"}).ThenRefused(ErrOtherStep).
		When("ada", WithdrawNote{Note: 1}).ThenRefused(ErrOtherStep)
}

func TestNotesThatDoNotExistAreRefused(t *testing.T) {
	for _, id := range []NoteID{-1, 0, 2, 1 << 40} {
		Given(t, writing("ada"), Write("ada", PromptVision, "One")).
			When("ada", RewordNote{Note: id, Text: "x"}).ThenRefused(ErrNoSuchNote).
			When("ada", WithdrawNote{Note: id}).ThenRefused(ErrNoSuchNote)
	}
}

func TestTheRevealShowsTheStepAndNoOther(t *testing.T) {
	Given(t, Group("ada"), Reach(StepMeasures, PhaseDiverge), Write("ada", PromptHow, "Still private"),
		Back(StepVision, PhaseDiverge), Write("ada", PromptVision, "Shown")).
		When(Fay, Advance{From: Position{Step: StepVision, Phase: PhaseDiverge}}).
		ThenState(func(t testing.TB, s State) {
			how, _ := noteAt(s, 1)
			vision, _ := noteAt(s, 2)
			if how.Revealed || !vision.Revealed {
				t.Errorf("how revealed: %v, vision revealed: %v", how.Revealed, vision.Revealed)
			}
		})
}

func TestANameHasTheRoomOfATitle(t *testing.T) {
	full := strings.Repeat("é", MaxProposalLen)
	Given(t, Group("ada"), Reach(StepName, PhaseDiverge)).
		When("ada", WriteNote{Prompt: PromptName, Text: full + "x"}).ThenRefused(ErrProposalLong).
		When("ada", WriteNote{Prompt: PromptName, Text: full}).ThenAccepted().
		When("ada", RewordNote{Note: 1, Text: full + "x"}).ThenRefused(ErrProposalLong)
}

func TestWhoeverGoesOnWritingIsNotDone(t *testing.T) {
	for _, more := range []Command{WriteNote{Prompt: PromptVision, Text: "More"}, RewordNote{Note: 1, Text: "Better"}} {
		Given(t, writing("ada", "ben"), Write("ada", PromptVision, "One"), By("ada", DeclareDone{Done: true}),
			By("ben", DeclareDone{Done: true})).
			When("ada", more).
			ThenView("", func(t testing.TB, v View) {
				if v.People[1].Done || !v.People[2].Done {
					t.Errorf("after %T: ada %+v, ben %+v", more, v.People[1], v.People[2])
				}
			}).
			When("ada", DeclareDone{Done: true}).ThenAccepted()
	}
}
