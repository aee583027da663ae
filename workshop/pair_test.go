package workshop_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

// alike has notes 1 to 5 on the wall: 1 and 3 say nearly the same, and so do 2 and 4; 5 says what 1 says, under the other
// prompt.
func alike() Line {
	return func(s *Stage) error {
		return s.Play(Group("ada", "ben"), Reach(StepVision, PhaseDiverge),
			Write("ada", PromptVision, "Learn from each other every week", "Small steps"),
			Write("ben", PromptVision, "every WEEK, learn from each other!", "steps: small"),
			Write("ben", PromptImportance, "Learn from each other every week"),
			Reach(StepVision, PhaseConverge))
	}
}

func pairs(want ...[2]NoteID) func(testing.TB, View) {
	return func(t testing.TB, v View) {
		t.Helper()
		var got [][2]NoteID
		for _, p := range v.Pairs {
			got = append(got, p.Notes)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("pairs (-want +got):\n%s", diff)
		}
	}
}

func TestNotesThatSayNearlyTheSameAreOffered(t *testing.T) {
	first, second := [2]NoteID{1, 3}, [2]NoteID{2, 4}
	Given(t, Group("ada", "ben"), Reach(StepVision, PhaseDiverge), Write("ada", PromptVision, "Same", "same")).
		ThenView("ada", pairs()) // not before the reveal: it would tell what others wrote
	Given(t, alike()).ThenView("ben", pairs(first, second))
	Given(t, alike(), form("ada", "", 1, 3)).ThenView("", pairs(second))
	Given(t, alike(), form("ada", "", 1, 2)).ThenView("", pairs(first, second))
	Given(t, alike(), form("ada", "", 1, 3), By("ada", UndoLast{})).ThenView("", pairs(first, second))
	Given(t, alike(), By("ada", ParkNotes{Notes: ids(3)})).ThenView("", pairs(second))
	Given(t, alike(), Reach(StepMeasures, PhaseConverge)).ThenView("", pairs())
}

func TestTwoIdeasAreKeptApartForGood(t *testing.T) {
	Given(t, alike()).
		When("ben", KeepApart{Notes: [2]NoteID{3, 1}}).Then(NotesKeptApart{Notes: [2]NoteID{1, 3}}).ThenView("", pairs([2]NoteID{2, 4})).
		When("ada", KeepApart{Notes: [2]NoteID{1, 3}}).ThenRefused(ErrAlreadyThere).
		When("ada", KeepApart{Notes: [2]NoteID{1, 2}}).ThenRefused(ErrAlreadyThere). // nobody was asked about those
		When("ada", KeepApart{Notes: [2]NoteID{1, 1}}).ThenRefused(ErrNoteTwice).
		When("ada", KeepApart{Notes: [2]NoteID{1, 99}}).ThenRefused(ErrNoSuchNote).
		And(Back(StepVision, PhaseDiverge), Reach(StepVision, PhaseConverge)).
		ThenView("", pairs([2]NoteID{2, 4}))
}

// It moves nothing, so what was done before it can still be taken back.
func TestKeepingApartIsNoActionOnTheBoard(t *testing.T) {
	Given(t, alike(), By("ada", ParkNotes{Notes: ids(5)}, KeepApart{Notes: [2]NoteID{1, 3}})).
		When("ada", UndoLast{}).ThenAccepted().
		ThenView("", pairs([2]NoteID{2, 4}))
}

// Fifty notes that say "yes" are no 1,225 questions.
func TestManyThatSayTheSameAreNotAskedAboutEachWithEach(t *testing.T) {
	many := func(s *Stage) error {
		for range MaxNotesPerPrompt {
			if err := s.Play(Write("ada", PromptVision, "Yes")); err != nil {
				return err
			}
		}
		return nil
	}
	Given(t, Group("ada"), Reach(StepVision, PhaseDiverge), many, Reach(StepVision, PhaseConverge)).
		ThenView("", func(t testing.TB, v View) {
			if n := len(v.Pairs); n < MaxNotesPerPrompt-1 || n > 3*MaxNotesPerPrompt {
				t.Errorf("%d pairs", n)
			}
		})
}

// What has been in the spotlight has been seen by everyone; so have a cluster's notes with it.
func TestTheSpotlightLeavesAMark(t *testing.T) {
	covered := func(opened, notes int) func(testing.TB, View) {
		return func(t testing.TB, v View) {
			t.Helper()
			if got := v.Coverage(); got != (Coverage{Notes: notes, Opened: opened}) || got.Unread() != notes-opened {
				t.Errorf("covered: %+v, want %d of %d", got, opened, notes)
			}
		}
	}
	Given(t, alike(), form("ada", "", 1, 2)).ThenView("", covered(0, 5)).
		When(Fay, PutSpotlight{On: Spot{Note: 5}}).ThenAccepted().ThenView("", covered(1, 5)).
		When(Fay, PutSpotlight{On: Spot{Cluster: 1}}).ThenAccepted().ThenView("", covered(3, 5)).
		When(Fay, PutSpotlight{}).ThenAccepted().ThenView("", covered(3, 5)).
		When("ada", ParkNotes{Notes: ids(3)}).ThenAccepted().ThenView("", covered(3, 4)).
		When("ada", UndoLast{}).ThenAccepted().ThenView("", func(t testing.TB, v View) {
		v.Live.Opened = map[NoteID]bool{3: true, 5: true}
		covered(4, 5)(t, v)
	})
}

// tab goes through what nobody has read, in the order of the board, and then through everything.
func TestTheSpotlightWalksThroughWhatIsUnread(t *testing.T) {
	Given(t, alike(), form("ada", "", 3, 4)).
		ThenView("", func(t testing.TB, v View) {
			var way []string
			at := Spot{}
			for range 5 {
				at = v.NextUnread(at)
				way = append(way, fmt.Sprintf("n%d c%d", at.Note, at.Cluster))
				if at.Note == 1 {
					v.Live.Opened = map[NoteID]bool{2: true} // somebody reads ahead
				}
			}
			want := []string{"n0 c1", "n1 c0", "n5 c0", "n0 c1", "n1 c0"}
			if diff := cmp.Diff(want, way); diff != "" {
				t.Errorf("the way (-want +got):\n%s", diff)
			}
			v.Live.Opened = map[NoteID]bool{1: true, 2: true, 3: true, 4: true, 5: true}
			if got := v.NextUnread(Spot{Note: 1}); got != (Spot{Note: 2}) {
				t.Errorf("when everything is read, the next is %+v", got)
			}
		})
	Given(t, Group("ada"), Reach(StepVision, PhaseShare)).ThenView("", func(t testing.TB, v View) {
		if got := v.NextUnread(Spot{}); got != (Spot{}) {
			t.Errorf("on an empty wall the next is %+v", got)
		}
	})
}

func TestCapacityIsEightSecondsForEachNote(t *testing.T) {
	Given(t, Group("ada"), Reach(StepVision, PhaseDiverge), Write("ada", PromptVision, "One", "Two", "Three")).
		ThenState(func(t testing.TB, s State) {
			box := s.Agenda.Box(Position{StepVision, PhaseShare})
			got := s.Timing().Capacity(60, s.Clock.Deadline)
			if got != (Capacity{Notes: 60, Needs: Minutes(8), Has: box}) || got.Fits() {
				t.Errorf("before the reveal: %+v", got)
			}
			if c := s.Timing().Capacity(3, s.Clock.Deadline); !c.Fits() {
				t.Errorf("three notes don't fit: %+v", c)
			}
		}).
		And(Onward(false)).
		ThenState(func(t testing.TB, s State) {
			c := s.Timing().Capacity(3, s.Clock.Deadline.Add(-20e9))
			if c.Fits() || c.Has != Span(20e9) {
				t.Errorf("twenty seconds before the end: %+v", c)
			}
		})
}
