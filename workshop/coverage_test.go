package workshop_test

import (
	"testing"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

// covers checks how many notes there are, and how many of them were opened.
func covers(notes, opened int) func(testing.TB, View) {
	return func(t testing.TB, v View) {
		t.Helper()
		if got := v.Coverage(); got != (Coverage{Notes: notes, Opened: opened}) {
			t.Errorf("covered is %+v, want %d of %d", got, opened, notes)
		}
	}
}

func TestWhatWasInTheSpotlightIsRead(t *testing.T) {
	Given(t, wall(), form("ada", "", 1, 2)).ThenView("", covers(5, 0)).
		And(By(Fay, PutSpotlight{On: Spot{Note: 3}})).ThenView("", covers(5, 1)).
		And(By(Fay, PutSpotlight{On: Spot{Cluster: 1}})).ThenView("", covers(5, 3)).
		And(By(Fay, PutSpotlight{})).ThenView("", covers(5, 3)).
		And(By("ada", MoveNotes{Notes: ids(2)}), By("ada", UndoLast{})).ThenView("", covers(5, 3)).
		And(By("ada", ParkNotes{Notes: ids(3)})).ThenView("", covers(4, 2)).
		And(Back(StepVision, PhaseDiverge), Reach(StepVision, PhaseShare)).ThenView("", covers(4, 2))
}

func TestWhatSomebodyRestedOnIsRead(t *testing.T) {
	Given(t, wall()).ThenView("ada", func(t testing.TB, v View) {
		v.Live.Opened = map[NoteID]bool{4: true, 99: true}
		covers(5, 1)(t, v)
	})
}

// On the wall are cluster 1 (notes 1 and 2) and note 3, and under the other prompt the notes 4 and 5.
func TestTheSpotlightWalksToWhatIsUnread(t *testing.T) {
	pile, three, four, five := Spot{Cluster: 1}, Spot{Note: 3}, Spot{Note: 4}, Spot{Note: 5}
	for _, c := range []struct {
		name string
		read []NoteID
		from Spot
		want Spot
	}{
		{"from nowhere to the first", nil, Spot{}, pile},
		{"to the next", nil, pile, three},
		{"from a note in a cluster, past the cluster", nil, Spot{Note: 1}, three},
		{"past what was read", ids(3, 4), pile, five},
		{"into a cluster of which one note was read", ids(1, 3, 4), five, pile},
		{"round to the beginning", ids(5), four, pile},
		{"on to the next when all was read", ids(1, 2, 3, 4, 5), three, four},
		{"and round", ids(1, 2, 3, 4, 5), five, pile},
		{"from a place that is gone", ids(1, 2), Spot{Note: 99}, three},
	} {
		Given(t, wall(), form("ada", "", 1, 2)).ThenView("", func(t testing.TB, v View) {
			v.Live.Opened = make(map[NoteID]bool)
			for _, id := range c.read {
				v.Live.Opened[id] = true
			}
			if got := v.NextUnread(c.from); got != c.want {
				t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
			}
		})
	}
	Given(t, Group("ada"), Reach(StepVision, PhaseShare)).ThenView("", func(t testing.TB, v View) {
		if got := v.NextUnread(Spot{}); got != (Spot{}) {
			t.Errorf("on an empty wall the next is %+v", got)
		}
	})
}
