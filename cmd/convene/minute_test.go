package main

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"convene/tui/tuitest"
	"convene/workshop"
	"convene/workshop/text"
	"convene/workshop/workshoptest"
)

func minuteOf(t *testing.T, records []workshop.Record) string {
	t.Helper()
	var out bytes.Buffer
	if err := writeMinute(&out, records); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// The minute of the sample, as it would be published.
func TestTheMinuteReadsAsItDid(t *testing.T) {
	_, records := workshoptest.Sample()
	got := minuteOf(t, records)
	tuitest.Golden(t, "minute", strings.Split(strings.TrimSuffix(got, "\n"), "\n"))
	for line := range strings.Lines(got) {
		if n := text.Cells(strings.TrimRight(line, "\n")); n > minuteWidth {
			t.Errorf("%d cells: %s", n, line)
		}
	}
}

// In the middle of something private the minute has nothing of it.
func TestAMinuteKeepsWhatIsPrivate(t *testing.T) {
	for name, scene := range scenes() {
		stage := workshoptest.NewStage()
		if err := stage.Play(workshoptest.Group("ana", "ben", "cleo")); err != nil {
			t.Fatal(err)
		}
		if err := stage.Play(scene...); err != nil {
			t.Fatal(err)
		}
		page := minuteOf(t, stage.Records)
		if strings.Contains(page, "secret") {
			t.Errorf("%s:\n%s", name, page)
		}
		if !strings.Contains(page, "3 people took part: Ana, Ben, Cleo") {
			t.Errorf("%s: nothing says who took part:\n%s", name, page)
		}
	}
}

func TestAMinuteTellsWhoComesLaterAndBreaks(t *testing.T) {
	stage := workshoptest.SampleStage(workshop.StepVision, workshop.PhaseDiverge)
	if err := stage.Play(
		workshoptest.By("zoe", workshop.Join{Name: "Zoë"}),
		workshoptest.Wait(2*time.Minute),
		workshoptest.By(workshoptest.Fay, workshop.StartBreak{Minutes: 10}), workshoptest.Wait(10*time.Minute),
		workshoptest.By(workshoptest.Fay, workshop.EndBreak{}), workshoptest.Wait(time.Minute),
		workshoptest.Back(workshop.StepVision, workshop.PhaseBrief),
	); err != nil {
		t.Fatal(err)
	}
	page := minuteOf(t, stage.Records)
	for _, want := range []string{
		"       Zoë joined\n", "  1 vision, writing alone, 3m\n", "ended the break after 10m\n", "back to 1 vision, brief, ",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("nothing says %q:\n%s", want, page)
		}
	}
}

// Whoever had a concern, objected, wrote the sentence, had an idea, knocked, resigned or lost their seat stands in the head, if at all. What they
// said is told.
func TestAMinuteDoesNotSayWhoseWordsTheyWere(t *testing.T) {
	by, fay := workshoptest.By, workshoptest.Fay
	stage := workshoptest.NewStage()
	if err := stage.Play(
		workshoptest.Group("ada", "ben"), by("cal", workshop.Join{Name: "Cal"}),
		by(fay, workshop.AddPerson{Person: "dan", Name: "Dan"}, workshop.AddPerson{Person: "eve", Name: "Eve"}),
		workshoptest.Reach(workshop.StepVision, workshop.PhaseConverge),
		by(fay, workshop.TakePen{Section: workshop.SectionVision}, workshop.HandPen{To: "cal"}),
		by("cal", workshop.WriteStatement{Section: workshop.SectionVision, Text: "We learn"}),
		workshoptest.Reach(workshop.StepVision, workshop.PhaseAlign),
		by("ada", workshop.ShowHand{Level: 4}),
		by("ben", workshop.ShowHand{Level: 2, Concern: "Too much at once"}),
		by("cal", workshop.ShowHand{Level: 1, Concern: "Who pays for it?"}),
		by(fay, workshop.RevealHands{}), workshoptest.Onward(true),
		workshoptest.Reach(workshop.StepLeader, workshop.PhaseBrief),
		by(fay, workshop.ChooseMethod{Method: workshop.Consent}), workshoptest.Onward(false),
		by("ben", workshop.Nominate{Person: "ada", Reason: "Asks well"}),
		workshoptest.Reach(workshop.StepLeader, workshop.PhaseConverge),
		by(fay, workshop.ProposeLeader{Person: "ada"}),
		by("cal", answers(1, "She has a team already")), by("ben", answers(1, "A whole year is long")), by("dan", answers(1, "")),
		by(fay, workshop.RevealSignals{Proposal: 1}),
		by(fay, workshop.ProposeLeader{Person: "ada", Terms: "for half a year"}),
		by("ben", answers(2, "")), by("cal", answers(2, "")), by("dan", answers(2, "")), by("eve", answers(2, "")),
		by("ada", workshop.AcceptNomination{HasTime: true}), workshoptest.Onward(true),
		by("cal", workshop.PlanAction{What: "Ask the CTO", Owner: "ada", Due: "2026-03-09"}),
		by("dan", workshop.PlanAction{What: "Book a room", Owner: "ada"}), by("dan", workshop.DropAction{Action: 2}),
		by(fay, workshop.LockDoor{Locked: true}), by("gus", workshop.Join{Name: "Gus"}), by("hal", workshop.Join{Name: "Hal"}),
		by(fay, workshop.AdmitPerson{Person: "gus"}, workshop.RefusePerson{Person: "hal"}),
		by("ada", workshop.DeclineLeadership{Reason: "I move abroad"}),
		by(fay, workshop.RemovePerson{Person: "eve"}),
	); err != nil {
		t.Fatal(err)
	}
	page := minuteOf(t, stage.Records)
	for _, want := range []string{
		"the statement was written (vision): We learn",
		"with 1× 1, 1× 2, 1× 4, 2 without a hand; went on all the same, with 2 concerns: 1: Who pays for it?; 2: Too much at once",
		"leader, converging, 0s Ada was proposed as the leader all answers",
		"shown: 1 consented, 2 objected, 1 without an answer: A whole year is long; She has a team already",
		"shown: 4 consented, 0 objected",
		"Ada was elected leader (by consent): for half a year",
		"a first action was planned for Ada by Mon 9 Mar 2026: Ask the CTO",
		"dropped: the first action: Book a room Gus joined the election was reopened: I move abroad",
	} {
		if !strings.Contains(strings.Join(strings.Fields(page), " "), want) {
			t.Errorf("nothing says %q:\n%s", want, page)
		}
	}
	_, said, _ := strings.Cut(page, "took part: Ada, Ben, Cal, Dan, Gus\n")
	for _, name := range []string{"Ben", "Cal", "Dan", "Eve", "Hal", "Ada re", "Ada de", "let Gus"} {
		if said == "" || strings.Contains(said, name) {
			t.Errorf("it names %s:\n%s", name, page)
		}
	}
}

// The minute says who facilitated where a name is known, and nothing where none is.
func TestAMinuteNamesAFacilitatorWhoHasAName(t *testing.T) {
	for _, name := range []string{"Fay", workshop.Unnamed} {
		stage := workshoptest.NewStage()
		if err := stage.Play(
			workshoptest.By(workshoptest.Fay, workshop.OpenWorkshop{ID: "brave-otter", Topic: "Craft", Facilitator: name}),
			workshoptest.By(workshoptest.Fay, workshop.AddPerson{Person: "ada", Name: "Ada"}),
		); err != nil {
			t.Fatal(err)
		}
		page := minuteOf(t, stage.Records)
		if says := strings.Contains(page, "\nFacilitated by Fay\n"); says != (name == "Fay") || !says && strings.Contains(page, "Facilitated") {
			t.Errorf("of %s:\n%s", name, page)
		}
	}
}

// A workshop's day is that of its place, wherever its minute and its log are read.
func TestAMinuteAndALogHaveTheTimeOfThePlace(t *testing.T) {
	stage := workshoptest.NewStage()
	if err := stage.Play(
		workshoptest.By(workshoptest.Fay, workshop.OpenWorkshop{
			ID: "brave-otter", Topic: "Craft", Facilitator: "Fay", Offset: workshop.Minutes(-13 * 60),
		}),
		workshoptest.By(workshoptest.Fay, workshop.AddPerson{Person: "ada", Name: "Ada"}), workshoptest.Onward(false),
		workshoptest.By(workshoptest.Fay, workshop.StartBreak{Minutes: 10}),
	); err != nil {
		t.Fatal(err)
	}
	var log strings.Builder
	if err := writeLog(&log, stage.Records); err != nil {
		t.Fatal(err)
	}
	for text, all := range map[string][]string{
		minuteOf(t, stage.Records): {"1 March 2026 20:00 to 20:00\n", "20:00  1 vision, brief", "called a break until 20:10\n"},
		log.String():               {"2026-03-01 20:00:00  Fay opened", "called a break until 20:10\n"},
	} {
		for _, want := range all {
			if !strings.Contains(text, want) {
				t.Errorf("nothing says %q:\n%s", want, text)
			}
		}
	}
}

func TestManyParkedNotesAreCounted(t *testing.T) {
	stage := workshoptest.NewStage()
	if err := stage.Play(
		workshoptest.Group("ada", "ben"), workshoptest.Reach(workshop.StepVision, workshop.PhaseDiverge),
		workshoptest.Write("ada", workshop.PromptVision, "One", "Two", "Three", "Four", "Five", "Six"),
		workshoptest.Reach(workshop.StepVision, workshop.PhaseConverge),
		workshoptest.By(workshoptest.Fay, workshop.ParkNotes{Notes: []workshop.NoteID{1, 2, 3, 4, 5, 6}}),
		workshoptest.Reach(workshop.StepMeasures, workshop.PhaseBrief),
	); err != nil {
		t.Fatal(err)
	}
	if page := minuteOf(t, stage.Records); !strings.Contains(page, "parked, not lost: 6 notes, which convene export -f csv lists") {
		t.Errorf("they are not counted:\n%s", page)
	}
}

// What every kind tells fits into a minute, or is left out of it: nobody's private thing has a line.
func TestAMinuteHasNothingThatCanBePrivate(t *testing.T) {
	for _, v := range workshop.Kinds() {
		r := frozen(t, v.Kind())
		if decides(workshop.State{}, r.Event) && secretFields(r.Event) != nil {
			t.Errorf("%s can be private, and is told", v.Kind())
		}
	}
}
