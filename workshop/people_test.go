package workshop_test

import (
	"fmt"
	"slices"
	"testing"

	. "convene/workshop"
	"convene/workshop/text"
	. "convene/workshop/workshoptest"
)

func TestSomebodyWithATerminalJoinsThemselves(t *testing.T) {
	Given(t, Opened()).
		When("ada", Join{Name: " Ada  L. "}).Then(PersonJoined{Name: "Ada L."}).
		ThenState(func(t testing.TB, s State) {
			p, ok := s.Person("ada")
			if !ok || p.Role != Participant || p.Booth || p.Name != "Ada L." || p.Joined != Morning() {
				t.Errorf("ada is %+v", p)
			}
		}).
		When("ada", Join{Name: "Ada Again"}).ThenRefused(ErrSeatTaken).
		When("", Join{Name: "Nobody's"}).ThenRefused(ErrSeatTaken)
}

func TestSomebodyWithoutATerminalIsAddedAndUsesTheBooth(t *testing.T) {
	Given(t, Opened()).
		When(Fay, AddPerson{Person: "ben", Name: "Ben"}).Then(PersonAdded{Person: "ben", Name: "Ben"}).
		And(By("ada", Join{Name: "Ada"}), Reach(StepVision, PhaseDiverge)).
		WhenInBooth("ben", Fay, DeclareDone{Done: true}).ThenAccepted().
		WhenAtTerminal("ben", DeclareDone{}).ThenRefused(ErrBoothOnly).
		WhenInBooth("ada", Fay, DeclareDone{Done: true}).ThenRefused(ErrOwnTerminal).
		WhenInBooth("ben", "ada", DeclareDone{}).ThenRefused(ErrFacilitatorOnly).
		WhenInBooth("ben", "eve", DeclareDone{}).ThenRefused(ErrFacilitatorOnly).
		WhenInBooth("eve", Fay, DeclareDone{}).ThenRefused(ErrStranger).
		WhenInBooth("ben", Fay, StartClock{}).ThenRefused(ErrFacilitatorOnly).
		WhenInBooth("cal", Fay, Join{Name: "Cal"}).ThenRefused(ErrOwnTerminal)
}

func TestNamesAreUniqueToTheEye(t *testing.T) {
	given := Given(t, Group("ada"))
	for _, name := range []string{"Ada", "ADA", "ada ", "Ádá", "Аdа", "Fay"} {
		if name == "Аdа" { // two Cyrillic letters among Latin ones
			given.When("x", Join{Name: name}).ThenRefused(text.ErrNameScripts)
			continue
		}
		given.When("x", Join{Name: name}).ThenRefused(ErrNameTaken)
		given.When(Fay, AddPerson{Person: "x", Name: name}).ThenRefused(ErrNameTaken)
	}
}

func TestANameIsFreeAgainWhenItsOwnerLeaves(t *testing.T) {
	Given(t, Group("ada", "ben"), By(Fay, RemovePerson{Person: "ada"})).
		When("new", Join{Name: "Ádá"}).Then(PersonJoined{Name: "Ádá"}).
		When(Fay, AddPerson{Person: "newer", Name: "Ada"}).ThenRefused(ErrNameTaken).
		And(By(Fay, RemovePerson{Person: "new"})).
		When(Fay, AddPerson{Person: "newer", Name: "Ada"}).Then(PersonAdded{Person: "newer", Name: "Ada"}).
		ThenState(func(t testing.TB, s State) {
			if got := s.Canvas().People; !slices.Equal(got, []string{"Ben", "Ada"}) {
				t.Errorf("on the canvas took part %q", got)
			}
		})
}

func TestANameIsJudgedByPackageText(t *testing.T) {
	for name, want := range map[string]error{
		"": text.ErrNameEmpty, "Administrator": text.ErrNameReserved, "Bartholomew the Second": text.ErrNameLong,
	} {
		Given(t, Opened()).When("x", Join{Name: name}).ThenRefused(want)
		Given(t, Opened()).When(Fay, AddPerson{Person: "x", Name: name}).ThenRefused(want)
	}
}

func TestTheRoomHasRoomForSoMany(t *testing.T) {
	var seats []Line
	for i := range MaxPeople - 1 {
		seats = append(seats, By(PersonID(fmt.Sprint(i)), Join{Name: fmt.Sprint("p", i)}))
	}
	Given(t, append([]Line{Opened()}, seats...)...).When("late", Join{Name: "Late"}).ThenRefused(ErrRoomFull).
		And(By(Fay, RemovePerson{Person: "7"})).
		When("late", Join{Name: "Late"}).ThenAccepted()
}

func TestRemovingTakesTheSeatAndLeavesTheNotes(t *testing.T) {
	Given(t, Group("ada", "ben"), Reach(StepVision, PhaseDiverge), Write("ada", PromptVision, "Stays"),
		By("ada", DeclareDone{Done: true}, AskMinute{})).
		When(Fay, RemovePerson{Person: "ada"}).Then(PersonRemoved{Person: "ada"}).
		When("ada", WriteNote{Prompt: PromptVision, Text: "More"}).ThenRefused(ErrStranger).
		WhenAtTerminal("ada", Join{Name: "Ada"}).ThenRefused(ErrRemoved).
		WhenAtTerminal("ada", JoinAsFacilitator{Name: "Ada"}).ThenRefused(ErrRemoved).
		When(Fay, RemovePerson{Person: "ada"}).ThenRefused(ErrNoSuchPerson).
		When(Fay, RemovePerson{Person: "eve"}).ThenRefused(ErrNoSuchPerson).
		When(Fay, RemovePerson{Person: Fay}).ThenRefused(ErrKeepFacilitator).
		And(Onward(false)).
		ThenState(func(t testing.TB, s State) {
			p, ok := s.Person("ada")
			if !ok || !p.Removed || p.Done || p.Minute {
				t.Errorf("ada is %+v, want her kept, marked as removed, asking for nothing", p)
			}
			if got := len(s.Participants()); got != 1 {
				t.Errorf("%d take part, want 1", got)
			}
			if n, _ := noteAt(s, 1); n.Text != "Stays" || !n.Revealed {
				t.Errorf("her note is %+v", n)
			}
		}).
		ThenView("ada", func(t testing.TB, v View) {
			if v.Me != "" || len(v.Notes) > 0 {
				t.Errorf("somebody without a seat still sees %+v", v.Mine)
			}
		})
}

func TestNobodyIsRemovedFromUnderAnElection(t *testing.T) {
	Given(t, candidates("ada", "ben", "cal"), By(Fay, OpenVote{})).
		When(Fay, RemovePerson{Person: "ada"}).ThenRefused(ErrVoteOpen).
		When(Fay, RemovePerson{Person: "cal"}).ThenAccepted()
	Given(t, candidates("ada", "ben", "cal"), By(Fay, OpenVote{}), Cast("ada", "ada"), Cast("ben", "ada"), Cast("cal"), Counted()).
		When(Fay, RemovePerson{Person: "ada"}).ThenRefused(ErrKeepLeader).
		And(By(Fay, ReopenElection{Reason: "Changed"})).
		When(Fay, RemovePerson{Person: "ada"}).ThenAccepted()
}

func TestDoneAndOneMoreMinuteAreSaidOncePerPhase(t *testing.T) {
	Given(t, Group("ada"), Reach(StepVision, PhaseDiverge)).
		When("ada", DeclareDone{}).ThenRefused(ErrAlreadySaid).
		When("ada", DeclareDone{Done: true}).Then(DoneDeclared{Done: true}).
		When("ada", DeclareDone{Done: true}).ThenRefused(ErrAlreadySaid).
		When("ada", AskMinute{}).Then(MinuteAsked{}).
		When("ada", AskMinute{}).ThenRefused(ErrAlreadySaid).
		ThenView("", func(t testing.TB, v View) {
			if p := v.People[1]; !p.Done || !p.Minute {
				t.Errorf("ada is seen as %+v", p)
			}
		}).
		And(Onward(false)).
		ThenView("", func(t testing.TB, v View) {
			if p := v.People[1]; p.Done || p.Minute {
				t.Errorf("in a new phase ada is still seen as %+v", p)
			}
		}).
		When(Fay, DeclareDone{Done: true}).ThenRefused(ErrParticipantOnly)
}
