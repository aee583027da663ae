package workshop_test

import (
	"errors"
	"testing"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

func TestAwayIsWhoHasATerminalAndIsNotAtIt(t *testing.T) {
	live := Live{Here: map[PersonID]int{"ada": 2}}
	for p, want := range map[Presence]bool{
		{ID: "ada"}: false, {ID: "ben"}: true, {ID: "cal", Booth: true}: false,
	} {
		if got := live.Away(p); got != want {
			t.Errorf("%s is away: %v", p.ID, got)
		}
	}
}

func TestHeldIsWhatSomebodyCarriesNotWhatTheyLookAt(t *testing.T) {
	live := Live{Pointers: []Pointer{
		{Person: "ada", On: Spot{Note: 1}},
		{Person: "ben", On: Spot{Note: 1}, Holds: true},
		{Person: "cal", On: Spot{Note: 2}},
	}}
	for on, want := range map[Spot]PersonID{{Note: 1}: "ben", {Note: 2}: "", {Cluster: 1}: "", {}: ""} {
		if got, held := live.Held(on); got != want || held != (want != "") {
			t.Errorf("%+v is held by %q", on, got)
		}
	}
}

func TestPeopleWithASeatPointAtWhatIsOnTheWall(t *testing.T) {
	pointing := Given(t, wall(), form("ada", "Pair", 1, 2), By(Fay, LockDoor{Locked: true}), By("eve", Join{Name: "Eve"}))
	may := func(who PersonID, on Spot, want error) {
		pointing.ThenState(func(t testing.TB, s State) {
			t.Helper()
			if got := s.MayPoint(who, on); !errors.Is(got, want) {
				t.Errorf("%q at %+v, at %s: %v, want %v", who, on, s.At, got, want)
			}
		})
	}
	note, pile := Spot{Note: 3}, Spot{Cluster: 1}
	for _, who := range []PersonID{"ada", "ben", Fay} {
		may(who, note, nil)
		may(who, pile, nil)
		may(who, Spot{}, nil)
		may(who, Spot{Note: 99}, ErrNoSuchNote)
		may(who, Spot{Cluster: 2}, ErrNoSuchCluster)
		may(who, Spot{Note: 3, Cluster: 1}, ErrNoSuchNote)
	}
	for _, who := range []PersonID{"eve", "kim", ""} {
		may(who, note, ErrStranger)
		may(who, Spot{}, ErrStranger)
	}
	pointing.And(By(Fay, RemovePerson{Person: "ben"}))
	may("ben", note, ErrStranger)
	pointing.And(By(Fay, OpenVote{}))
	may("ada", note, nil) // the group may want to read it again
	pointing.And(By(Fay, AbandonVote{Vote: 1}), Reach(StepVision, PhaseAlign))
	may("ada", note, ErrNotNow)
	may("ada", Spot{}, nil)
	pointing.And(Reach(StepMeasures, PhaseShare))
	may("ada", note, ErrOtherStep)
	may("ada", pile, ErrNoSuchCluster)
}

func TestNobodyPointsAtANoteBeforeTheReveal(t *testing.T) {
	Given(t, writing("ada"), Write("ada", PromptVision, "Secret")).
		ThenState(func(t testing.TB, s State) {
			if err := s.MayPoint("ada", Spot{Note: 1}); !errors.Is(err, ErrNotNow) {
				t.Errorf("while writing: %v", err)
			}
		})
}
