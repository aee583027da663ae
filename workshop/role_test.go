package workshop_test

import (
	"reflect"
	"strings"
	"testing"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

// private is something that is only for some to see, and where it is in a View.
type private struct {
	what  string
	line  Line   // after everybody has come
	owner string // the letters of those who see it
}

func privates() []private {
	kim := By("kim", Join{Name: "Kim"}) // one who has nothing to say, so that not everybody has said it
	secret := WriteNote{Prompt: PromptVision, Text: "secret"}
	noted := By("pat", secret)
	leading := func(phase Phase) Line {
		return lines(kim, Reach(StepLeader, PhaseBrief), By(Fay, ChooseMethod{Method: Consent}), Onward(false),
			By("pat", Nominate{Person: "boo", Reason: "nominated"}), Reach(StepLeader, phase))
	}
	return []private{
		{"a note before the reveal", lines(Reach(StepVision, PhaseDiverge), noted), "P"},
		{"a note in the booth", lines(Reach(StepVision, PhaseDiverge), By("boo", secret)), "B"},
		{"a note that was taken back", lines(Reach(StepVision, PhaseDiverge), noted, By("pat", WithdrawNote{Note: 1}), Onward(false)), ""},
		{
			"a note of who facilitates by now",
			lines(By(Fay, ReleaseFacilitator{Person: "coe"}), Reach(StepVision, PhaseDiverge),
				By("coe", secret), By(Fay, AppointFacilitator{Person: "coe"})),
			"C",
		},
		{
			"a note of who has lost the seat",
			lines(kim, Reach(StepVision, PhaseDiverge), By("kim", secret), By(Fay, RemovePerson{Person: "kim"})),
			"",
		},
		{
			"a nomination before the reveal",
			lines(Reach(StepLeader, PhaseDiverge), By("pat", Nominate{Person: "boo", Reason: "secret"})), "P",
		},
		{"a hand before all are shown", lines(Reach(StepVision, PhaseAlign), By("pat", ShowHand{Level: 1, Concern: "secret"})), "P"},
		{
			"an objection before all have answered",
			lines(leading(PhaseConverge), By(Fay, ProposeLeader{Person: "boo"}),
				By("pat", SignalConsent{Proposal: 1, Objects: true, Reason: "secret"})),
			"P",
		},
		{"who knocks", lines(By(Fay, LockDoor{Locked: true}), By("new", Join{Name: "secret"})), "FC"},
	}
}

// In every role one sees of what is private one's own and nothing else, and without a seat the doorstep and nothing else.
func TestEachRoleSeesOnlyWhatIsTheirs(t *testing.T) {
	for _, p := range privates() {
		for _, who := range Senders() {
			s := played(t, p.line)
			v := ViewFor(Share(s), s, who.Person)
			if got, want := finds(v, "secret"), strings.Contains(p.owner, who.Letter); got != want {
				t.Errorf("%s: the %s sees it: %v, want %v", p.what, who.Role, got, want)
			}
			checkOutside(t, s, who, v)
		}
	}
}

// played is a workshop with everybody whom Senders lists, after the line.
func played(t *testing.T, l Line) State {
	t.Helper()
	stage := NewStage()
	if err := stage.Play(Moments()[1].Line, l); err != nil {
		t.Fatal(err)
	}
	s := stage.State
	s = s.Seating(Person{ID: "obs", Name: "Obs", Role: Observer})
	return s
}

// checkOutside checks that those without a seat see the doorstep, and that the wall and an observer have nothing of their own.
func checkOutside(t *testing.T, s State, who Sender, v View) {
	t.Helper()
	none := map[string]Mine{
		"stranger": {Standing: Outside}, "removed participant": {Standing: Removed},
		"wall": {}, "observer": {Me: "obs", MyRole: Observer, Standing: Seated},
	}
	if len(v.Nominations) == 0 {
		v.Nominations = nil
	}
	mine, bare := none[who.Role]
	if bare && !reflect.DeepEqual(v.Mine, mine) {
		t.Errorf("the %s has of their own %+v", who.Role, v.Mine)
	}
	doorstep := Shared{ID: s.ID, Topic: s.Topic, Lang: s.Lang, Ended: s.Ended, Locked: s.Door.Locked}
	outside := who.Role == "stranger" || who.Role == "removed participant"
	if got := reflect.DeepEqual(*v.Shared, doorstep); got != outside {
		t.Errorf("the %s sees only the doorstep: %v", who.Role, got)
	}
}

// In every phase, from the opening to the end.
func TestWithoutASeatOneSeesTheDoorstepInEveryPhase(t *testing.T) {
	for _, m := range scenes(t)[1:] {
		for _, who := range Senders() {
			s := m.stage.State
			checkOutside(t, s, who, ViewFor(Share(s), s, who.Person))
		}
	}
}
