package tui

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// knocking is a locked workshop at whose door people wait.
func knocking(t *testing.T, who ...string) *Stage {
	t.Helper()
	s := gathered("Ada")
	if err := s.Play(locked()); err != nil {
		t.Fatal(err)
	}
	for _, name := range who {
		if err := s.Play(knock(name)); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

func knock(name string) Line { return By(personCalled(name), workshop.Join{Name: name}) }

func TestAnsweringTheDoor(t *testing.T) {
	for _, c := range []struct {
		keys string
		says []string
		want workshop.Standing
	}{
		{"y", []string{"✓ Zoe is in.", "2 people are here"}, workshop.Seated},
		{"d", []string{"Turn Zoe away?", "n no (enter)"}, workshop.Knocking},
		{"n", []string{"Zoe is at the door. Let them in?"}, workshop.Knocking}, // n goes on, everywhere else
		{"n y", []string{"✓ Zoe is in."}, workshop.Seated},
		{"d y", []string{"Zoe was turned away."}, workshop.Turned},
		{"d n", []string{"Zoe is at the door. Let them in?"}, workshop.Knocking},
		{"d enter y", []string{"✓ Zoe is in."}, workshop.Seated},
		{"esc", []string{"A answer the door", "1 at the door", "door locked"}, workshop.Knocking},
		{"enter", []string{"Zoe is at the door. Let them in?"}, workshop.Knocking},
		{"esc A", []string{"Zoe is at the door. Let them in?"}, workshop.Knocking},
		{"esc A y", []string{"✓ Zoe is in."}, workshop.Seated},
		{"x", []string{"Zoe is at the door. Let them in?"}, workshop.Knocking},
	} {
		s := knocking(t)
		a := hostOf(t, s, 100, 30)
		play(t, a, s, knock("Zoe"))
		says(t, a, "Zoe is at the door. Let them in?")
		typeKeys(a, names("pause "+c.keys)...)
		says(t, a, c.says...)
		if got := viewOf(s, personCalled("Zoe")).Standing; got != c.want {
			t.Errorf("after %s she is %q, want %q", c.keys, got, c.want)
		}
	}
}

// In French the door is answered with the keys that the question shows.
func TestAnsweringTheDoorInFrench(t *testing.T) {
	s := knocking(t)
	s.State.Lang = workshop.French
	a := hostOf(t, s, 100, 30)
	play(t, a, s, knock("Zoe"))
	typeKeys(a, "pause")
	says(t, a, "o laisser entrer", "d refuser")
	typeKeys(a, "o")
	if got := viewOf(s, personCalled("Zoe")).Standing; got != workshop.Seated {
		t.Errorf("after o she is %q", got)
	}
}

// The question opens by itself, so that keys which were meant for something else must not answer it; it hears them again
// when none has been pressed for a moment.
func TestKeysDontRunOverIntoTheDoor(t *testing.T) {
	for _, over := range []string{"y", "d y", "n y", "enter", "esc", "y y y", "A", "d pause"} {
		s := knocking(t)
		a := hostOf(t, s, 100, 30)
		play(t, a, s, knock("Zoe"))
		if got := ansi.Strip(a.draw()); strings.Contains(got, "let in") {
			t.Fatalf("it says what keys do that do nothing:\n%s", got)
		}
		seq := s.State.Seq
		typeKeys(a, names(over)...)
		if s.State.Seq != seq || len(a.dialogs) != 1 {
			t.Errorf("%s: %d records more, %d dialogs", over, s.State.Seq-seq, len(a.dialogs))
		}
		typeKeys(a, "pause")
		says(t, a, "y let in", "d turn away", "esc later")
		typeKeys(a, "y")
		says(t, a, "✓ Zoe is in.")
	}
}

// Nothing opens in front of somebody who is in the middle of something. The header and a key say who is there.
func TestADoorThatCanWait(t *testing.T) {
	s := SampleStage(workshop.StepVision, workshop.PhaseShare)
	for _, busy := range []string{"a", "?", "c", "K", "j space"} {
		s := again(s)
		a := hostOf(t, s, 120, 30)
		typeKeys(a, names(busy)...)
		before, toast := len(a.dialogs), a.toast.text
		play(t, a, s, locked(), knock("Zoe"))
		if strings.Contains(bodyOf(a), "Let them in?") || len(a.dialogs) != before {
			t.Errorf("after %q the door is asked about", busy)
		}
		says(t, a, "1 at the door")
		if a.toast.text != toast {
			t.Errorf("after %q it says %q", busy, a.toast.text)
		}
		typeKeys(a, "esc")
		if len(a.dialogs) == 0 { // esc has put down what was carried, or closed what was open
			typeKeys(a, "esc")
		}
		says(t, a, "Zoe is at the door. Let them in?")
	}
	s = knocking(t)
	a := hostOf(t, s, 100, 30)
	play(t, a, s, By(Fay, workshop.AddPerson{Person: "tom", Name: "Tom"}), Reach(workshop.StepVision, workshop.PhaseDiverge))
	typeKeys(a, names("o enter pause enter")...)
	play(t, a, s, knock("Zoe"))
	says(t, a, "one idea", "booth: Tom")
	typeKeys(a, names("ctrl+d pause esc")...)
	says(t, a, "Zoe is at the door. Let them in?")
}

// Several are asked about one after the other, as long as they are answered.
func TestSeveralAtTheDoor(t *testing.T) {
	s := knocking(t, "Zoe", "Yan", "Xi")
	a := hostOf(t, s, 120, 30)
	says(t, a, "Zoe is at the door. Let them in?", "2 people wait too.", "3 at the door")
	typeKeys(a, names("pause y")...)
	says(t, a, "Yan is at the door. Let them in?", "✓ Zoe is in.")
	typeKeys(a, "y")
	says(t, a, "Yan is at the door. Let them in?")
	typeKeys(a, names("pause y")...)
	says(t, a, "Xi is at the door. Let them in?", "✓ Yan is in.")
}

// closed checks that nothing is asked.
func closed(t *testing.T, a *App, when string) {
	t.Helper()
	if len(a.dialogs) > 0 {
		t.Fatalf("%s it is asked:\n%s", when, bodyOf(a))
	}
}

// Whoever says "later" is left alone, however many knock, until they ask or nobody waits any more. A leads through
// everyone who waits, once.
func TestLaterMeansLater(t *testing.T) {
	s := knocking(t, "Zoe", "Yan")
	a := hostOf(t, s, 120, 30)
	typeKeys(a, names("pause esc")...)
	for _, name := range []string{"Xi", "Wu", "Vi"} {
		play(t, a, s, knock(name))
		closed(t, a, "after later, when "+name+" knocks,")
		typeKeys(a, names("pause down")...)
		closed(t, a, "after a key")
	}
	says(t, a, "A answer the door", "5 at the door")
	typeKeys(a, "A")
	for _, name := range []string{"Zoe", "Yan", "Xi", "Wu", "Vi"} {
		says(t, a, name+" is at the door. Let them in?", "4 people wait too.")
		typeKeys(a, names("pause esc")...)
	}
	closed(t, a, "after all were put off")
	play(t, a, s, knock("Ula"))
	closed(t, a, "after a round")
	play(t, a, s, open(), locked())
	for _, name := range []string{"Zoe", "Yan", "Xi", "Wu", "Vi", "Ula"} {
		play(t, a, s, By(Fay, workshop.RefusePerson{Person: personCalled(name)}))
	}
	play(t, a, s, knock("Tia"))
	says(t, a, "Tia is at the door. Let them in?")
}

// Knocks open one question, and no second one before a key has been pressed.
func TestKnocksDontOpenQuestionsInARow(t *testing.T) {
	s := knocking(t)
	a := hostOf(t, s, 120, 30)
	play(t, a, s, knock("Zoe"))
	says(t, a, "Zoe is at the door.")
	play(t, a, s, By(Fay, workshop.RefusePerson{Person: personCalled("Zoe")}), knock("Yan"))
	closed(t, a, "without a key in between")
	typeKeys(a, "down")
	says(t, a, "Yan is at the door.")
}

// A question that somebody else has answered goes by itself.
func TestADoorThatSomebodyElseAnswered(t *testing.T) {
	for name, line := range map[string]Line{
		"let in":      By(Fay, workshop.AdmitPerson{Person: personCalled("Zoe")}),
		"turned away": By(Fay, workshop.RefusePerson{Person: personCalled("Zoe")}),
		"opened":      func(s *Stage) error { return s.Play(open(), knock("Zoe")) },
	} {
		s := knocking(t, "Zoe")
		a := hostOf(t, s, 100, 30)
		says(t, a, "Zoe is at the door.")
		play(t, a, s, line)
		if len(a.dialogs) > 0 {
			t.Errorf("%s: it is still asked:\n%s", name, bodyOf(a))
		}
		if strings.Contains(bodyOf(a), "at the door") {
			t.Errorf("%s: somebody is still at the door:\n%s", name, bodyOf(a))
		}
	}
}

// Somebody whose name is taken while they wait does not wait any more: the facilitator is told why, whether they were
// about to let them in or not.
func TestLettingInANameThatIsTaken(t *testing.T) {
	for _, answered := range []bool{false, true} {
		s := knocking(t, "Zoe")
		a := hostOf(t, s, 100, 30)
		if err := s.Play(By(Fay, workshop.AddPerson{Person: "p", Name: "Zoe"})); err != nil {
			t.Fatal(err)
		}
		if answered {
			typeKeys(a, names("pause y")...)
		} else {
			news(a)
		}
		says(t, a, "› Zoe is taken by now; they are asked for another name.")
		closed(t, a, "when they are asked for another name")
	}
}

// Only those who facilitate know who knocks.
func TestKnocksAreTheFacilitators(t *testing.T) {
	s := knocking(t, "Zoe")
	for _, who := range []workshop.PersonID{"", personCalled("Ada"), personCalled("Yan")} {
		a := appOf(t, s, who, 120, 30)
		typeKeys(a, "A")
		if got := bodyOf(a); strings.Contains(got, "Zoe") || strings.Contains(got, "at the door") {
			t.Errorf("%q knows:\n%s", who, got)
		}
	}
}

func TestLockingTheDoor(t *testing.T) {
	s := gathered("Ada")
	a := hostOf(t, s, 120, 30)
	says(t, a, "L lock the door")
	typeKeys(a, "L")
	says(t, a, "✓ The door is locked: newcomers knock, and you let them in.", "L unlock the door", "door locked")
	if !s.State.Door.Locked || len(a.dialogs) > 0 {
		t.Error("the door is not locked, or it was asked")
	}
	typeKeys(a, "L")
	says(t, a, "✓ The door is open: whoever has the code comes in.")
	if s.State.Door.Locked {
		t.Error("the door is still locked")
	}
	for _, who := range []workshop.PersonID{"", personCalled("Ada")} {
		other := appOf(t, s, who, 120, 30)
		if typeKeys(other, "L"); s.State.Door.Locked {
			t.Errorf("%q locked the door", who)
		}
	}
	quiet := appOf(t, s, Fay, 120, 30) // where nobody can join from elsewhere there is no door
	typeKeys(quiet, "L")
	if s.State.Door.Locked || strings.Contains(bodyOf(quiet), "the door") {
		t.Error("there is no door, and it was locked")
	}
}

// In every phase a facilitator can lock the door, let somebody in, and take a seat away.
func TestTheDoorWorksInEveryPhase(t *testing.T) {
	whole, _ := Sample()
	for _, at := range whole.Agenda.Positions() {
		s := SampleStage(at.Step, at.Phase)
		a := hostOf(t, s, 120, 30)
		typeKeys(a, "L")
		play(t, a, s, knock("Zoe"))
		typeKeys(a, names("pause y")...)
		says(t, a, "✓ Zoe is in.")
		if t.Failed() {
			t.Fatal(fmt.Sprint("at ", at))
		}
	}
}
