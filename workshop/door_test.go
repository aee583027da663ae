package workshop_test

import (
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	. "convene/workshop"
	"convene/workshop/text"
	. "convene/workshop/workshoptest"
)

// locked is a group behind a locked door, in front of which people wait.
func locked(waiting ...PersonID) Line {
	return func(s *Stage) error {
		if err := s.Play(Group("ada", "ben"), By(Fay, LockDoor{Locked: true})); err != nil {
			return err
		}
		for _, p := range waiting {
			if err := s.Play(By(p, Join{Name: "Guest " + string(p)})); err != nil {
				return err
			}
		}
		return nil
	}
}

// stands checks where somebody stands, and that their view says so.
func stands(who PersonID, want Standing) func(testing.TB, State) {
	return func(t testing.TB, s State) {
		t.Helper()
		if got := s.Standing(who); got != want {
			t.Errorf("%s is %s, want %s", who, got, want)
		}
		if v := ViewFor(Share(s), s, who); v.Standing != want || (v.Me == who) != (want == Seated) {
			t.Errorf("the view says that %q is %s", v.Me, v.Standing)
		}
	}
}

func TestADoorIsLockedAndUnlocked(t *testing.T) {
	seen := func(want bool) func(testing.TB, View) {
		return func(t testing.TB, v View) {
			if v.Locked != want {
				t.Errorf("locked: %v, want %v", v.Locked, want)
			}
		}
	}
	Given(t, Group("ada")).
		When(Fay, LockDoor{}).ThenRefused(ErrAlreadyThere).
		When("ada", LockDoor{Locked: true}).ThenRefused(ErrFacilitatorOnly).
		When(Fay, LockDoor{Locked: true}).Then(DoorLocked{Locked: true}).
		ThenView("ada", seen(true)).ThenView("", seen(true)).ThenView("eve", seen(true)).
		When(Fay, LockDoor{Locked: true}).ThenRefused(ErrAlreadyThere).
		When(Fay, LockDoor{}).Then(DoorLocked{}).
		ThenView("ada", seen(false)).ThenView("eve", seen(false))
}

func TestJoiningAtALockedDoorIsKnocking(t *testing.T) {
	Given(t, locked(), Wait(time.Minute)).
		When("eve", Join{Name: " Eve  "}).Then(PersonKnocked{Name: "Eve"}).
		ThenState(stands("eve", Knocking)).
		ThenState(func(t testing.TB, s State) {
			if _, known := s.Person("eve"); known {
				t.Error("a knock took a seat")
			}
			if want := []Knock{{"eve", "Eve", Morning().Add(time.Minute)}}; !slices.Equal(s.Door.Knocks, want) {
				t.Errorf("at the door: %+v", s.Door.Knocks)
			}
		}).
		When("eve", Join{Name: "Eve"}).ThenRefused(ErrAlreadySaid).
		When("eve", Join{Name: "Eve again"}).ThenRefused(ErrAlreadySaid).
		When("eve", DeclareDone{Done: true}).ThenRefused(ErrStranger).
		When("eve", AdmitPerson{Person: "eve"}).ThenRefused(ErrStranger).
		When("ben", AdmitPerson{Person: "eve"}).ThenRefused(ErrFacilitatorOnly).
		When("ben", RefusePerson{Person: "eve"}).ThenRefused(ErrFacilitatorOnly).
		When(Fay, AdmitPerson{Person: "kim"}).ThenRefused(ErrNotWaiting).
		When(Fay, AdmitPerson{Person: "eve"}).Then(PersonAdmitted{Person: "eve"}).
		ThenState(stands("eve", Seated)).
		ThenState(func(t testing.TB, s State) {
			want := Person{ID: "eve", Name: "Eve", Role: Participant, Joined: Morning().Add(time.Minute)}
			p, _ := s.Person("eve")
			if diff := cmp.Diff(want, p, cmpopts.IgnoreUnexported(want)); diff != "" || len(s.Door.Knocks) > 0 {
				t.Errorf("at the door wait %+v; eve is (-want +got):\n%s", s.Door.Knocks, diff)
			}
		}).
		When(Fay, AdmitPerson{Person: "eve"}).ThenRefused(ErrNotWaiting).
		When(Fay, RefusePerson{Person: "eve"}).ThenRefused(ErrNotWaiting).
		When("eve", Join{Name: "Eve"}).ThenRefused(ErrSeatTaken)
}

// A name that would be refused inside is refused at the door, so that nobody waits in vain.
func TestAKnockHasANameThatIsFree(t *testing.T) {
	Given(t, locked("kim")).
		When("eve", Join{Name: "Áda"}).ThenRefused(ErrNameTaken).
		When("eve", Join{Name: "GUEST KIM"}).ThenRefused(ErrNameTaken).
		When("eve", Join{Name: "Admin"}).ThenRefused(text.ErrNameReserved).
		When("eve", Join{Name: "Guest Eve"}).ThenAccepted()
}

func TestANameThatIsTakenSinceTheKnockIsAskedForAnew(t *testing.T) {
	for name, taken := range map[string]Line{
		"at the open door": func(s *Stage) error {
			return s.Play(By(Fay, LockDoor{}), By("kim", Join{Name: "guest eve"}), By(Fay, LockDoor{Locked: true}))
		},
		"in the booth":     By(Fay, AddPerson{Person: "kim", Name: "Guest Éve"}),
		"by a facilitator": By("kim", JoinAsFacilitator{Name: "Guest Eve"}),
	} {
		t.Run(name, func(t *testing.T) {
			Given(t, locked("eve", "lee"), taken).
				ThenState(stands("eve", Outside)).
				ThenState(stands("lee", Knocking)).
				When(Fay, AdmitPerson{Person: "eve"}).ThenRefused(ErrNotWaiting).
				When("eve", Join{Name: "Guest Eve"}).ThenRefused(ErrNameTaken).
				When("eve", Join{Name: "Eve L."}).Then(PersonKnocked{Name: "Eve L."}).
				When(Fay, AdmitPerson{Person: "eve"}).ThenAccepted()
		})
	}
}

func TestWhoIsTurnedAwayStaysOutside(t *testing.T) {
	Given(t, locked("eve", "kim")).
		When(Fay, RefusePerson{Person: "eve"}).Then(PersonRefused{Person: "eve"}).
		ThenState(stands("eve", Turned)).
		ThenState(stands("kim", Knocking)).
		When("eve", Join{Name: "Eve"}).ThenRefused(ErrTurnedAway).
		When(Fay, AdmitPerson{Person: "eve"}).ThenRefused(ErrNotWaiting).
		And(By(Fay, LockDoor{})).
		When("eve", Join{Name: "Eve"}).ThenRefused(ErrTurnedAway).
		And(By(Fay, LockDoor{Locked: true})).
		When("eve", Join{Name: "Somebody else"}).ThenRefused(ErrTurnedAway)
}

// The ways back lead through somebody who facilitates: a seat in the booth, or being one of them.
func TestAFacilitatorCanStillLetInWhoWasTurnedAway(t *testing.T) {
	Given(t, locked("eve"), By(Fay, RefusePerson{Person: "eve"})).
		When(Fay, AddPerson{Person: "eve", Name: "Eve"}).ThenAccepted().
		ThenState(stands("eve", Seated))
	Given(t, locked("eve"), By(Fay, RefusePerson{Person: "eve"})).
		When("eve", JoinAsFacilitator{Name: "Eve"}).ThenAccepted().
		ThenState(stands("eve", Seated))
}

func TestWhenTheDoorIsUnlockedThoseWhoWaitJoinByThemselves(t *testing.T) {
	Given(t, locked("eve", "kim"), By(Fay, LockDoor{})).
		ThenState(stands("eve", Knocking)).
		When("eve", Join{Name: "Eve"}).Then(PersonJoined{Name: "Eve"}).
		ThenState(stands("eve", Seated)).
		ThenView(Fay, func(t testing.TB, v View) {
			if len(v.Knocks) != 1 || v.Knocks[0].Person != "kim" {
				t.Errorf("at the door: %+v", v.Knocks)
			}
		}).
		When(Fay, AdmitPerson{Person: "kim"}).ThenAccepted()
}

func TestOnlyFacilitatorsSeeWhoKnocks(t *testing.T) {
	none := func(t testing.TB, v View) {
		if len(v.Knocks) > 0 || finds(v, "Guest eve") {
			t.Errorf("%q sees who knocks: %+v", v.Me, v.Knocks)
		}
	}
	Given(t, locked(), By("dan", JoinAsFacilitator{Name: "Dan"}), By("eve", Join{Name: "Guest eve"})).
		ThenView("ada", none).ThenView("", none).ThenView("eve", none).ThenView("kim", none).
		ThenView(Fay, func(t testing.TB, v View) {
			if len(v.Knocks) != 1 || v.Knocks[0].Name != "Guest eve" {
				t.Errorf("Fay sees at the door %+v", v.Knocks)
			}
		}).
		ThenView("dan", func(t testing.TB, v View) {
			if len(v.Knocks) != 1 {
				t.Errorf("Dan sees at the door %+v", v.Knocks)
			}
		}).
		And(By("dan", ReleaseFacilitator{Person: "dan"})).
		ThenView("dan", none)
}

func TestFromTheDoorstepOneSeesWhichWorkshopItIs(t *testing.T) {
	Given(t, wall(), By(Fay, LockDoor{Locked: true}), By("eve", Join{Name: "Eve"})).
		ThenView("eve", func(t testing.TB, v View) {
			want := View{
				Shared: &Shared{ID: "brave-otter", Topic: "Software Craft", Lang: English, Locked: true}, Mine: Mine{Standing: Knocking},
			}
			if !reflect.DeepEqual(v, want) {
				t.Errorf("from the doorstep: %+v, %+v", v.Shared, v.Mine)
			}
		}).
		And(Reach(StepClosing, PhaseCanvas), By(Fay, CloseWorkshop{})).
		ThenView("eve", func(t testing.TB, v View) {
			if v.Ended.IsZero() || v.Canvas.Title != "" {
				t.Errorf("after the end: %v, %+v", v.Ended, v.Canvas)
			}
		}).
		And(By(Fay, AdmitPerson{Person: "eve"})).
		ThenView("eve", func(t testing.TB, v View) {
			if v.Canvas.Title == "" || v.Standing != Seated {
				t.Errorf("whom the community has let in: %s, %+v", v.Standing, v.Canvas)
			}
		})
}

func TestTheDoorHasRoomForSoMany(t *testing.T) {
	var crowd []PersonID
	for i := range MaxKnocks {
		crowd = append(crowd, PersonID(fmt.Sprint(i)))
	}
	Given(t, locked(crowd...)).
		When("late", Join{Name: "Late"}).ThenRefused(ErrDoorCrowded).
		And(By(Fay, RefusePerson{Person: "7"})).
		When("late", Join{Name: "Late"}).ThenAccepted().
		When("later", Join{Name: "Later"}).ThenRefused(ErrDoorCrowded)
}

func TestNobodyIsAdmittedToAFullRoom(t *testing.T) {
	lines := []Line{locked("eve"), By(Fay, LockDoor{})}
	for i := range MaxPeople - 3 { // Fay, Ada and Ben are there
		lines = append(lines, By(PersonID(fmt.Sprint(i)), Join{Name: fmt.Sprint("p", i)}))
	}
	Given(t, lines...).When(Fay, AdmitPerson{Person: "eve"}).ThenRefused(ErrRoomFull)
}
