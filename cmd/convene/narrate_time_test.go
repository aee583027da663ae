package main

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"convene/workshop"
	"convene/workshop/workshoptest"
)

func TestTheLogTellsHowTheTimeWasPlannedAndSpent(t *testing.T) {
	s := workshoptest.NewStage()
	fay, wait := workshoptest.Fay, workshoptest.Wait
	by := func(c ...workshop.Command) workshoptest.Line { return workshoptest.By(fay, c...) }
	plan := func(step workshop.Step, minutes int) workshoptest.Line {
		return func(s *workshoptest.Stage) error {
			a, err := s.State.Agenda.With(step, minutes)
			if err != nil {
				return err
			}
			return s.Play(by(workshop.PlanAgenda{Agenda: a}))
		}
	}
	repaired := func(r workshop.Repair) workshoptest.Line { // and taken back
		return func(s *workshoptest.Stage) error {
			if err := s.Play(by(workshop.RepairAgenda{Repair: r})); err != nil {
				return err
			}
			return s.Play(by(workshop.UndoRepair{Of: s.State.Timing().RepairAt}))
		}
	}
	if err := s.Play(workshoptest.Group("ada")); err != nil {
		t.Fatal(err)
	}
	before := len(s.Records)
	night := workshoptest.Morning().Add(59*time.Minute + 14*time.Second)
	if err := s.Play(
		plan(workshop.StepVision, 30), plan(workshop.StepReserve, 5), plan(workshop.StepForces, 0), plan(workshop.StepForces, 15),
		workshoptest.Onward(false), wait(14*time.Second),
		by(workshop.StartBreak{Minutes: 15}), wait(18*time.Minute), by(workshop.EndBreak{}), wait(10*time.Minute),
		repaired(workshop.SpendReserve),
		repaired(workshop.EndLater),
		repaired(workshop.SkipForces),
		repaired(workshop.Shorten),
		by(workshop.StartBreak{}), wait(31*time.Minute), by(workshop.EndBreak{}), by(workshop.PauseClock{}, workshop.StartClock{}),
		by(workshop.AdjustClock{Minutes: 2}, workshop.AdjustClock{Minutes: -1}),
		wait(22*time.Hour), by(workshop.AnswerLull{From: night, Break: true}),
	); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := writeLog(&out, s.Records); err != nil {
		t.Fatal(err)
	}
	var got []string
	for line := range strings.Lines(out.String()) {
		_, told, _ := strings.Cut(strings.TrimSpace(line), "  ")
		got = append(got, told)
	}
	clock := func(at time.Time, layout string) string { return at.UTC().Format(layout) }
	want := []string{
		"Fay planned 126 minutes: 1 vision 30m",
		"Fay planned 131 minutes, 5 of them in reserve",
		"Fay planned 116 minutes, 5 of them in reserve: without 5 force field",
		"Fay planned 131 minutes, 5 of them in reserve: 5 force field 15m",
		"Fay went on to 1 vision, brief (2m)",
		"Fay called a break until " + clock(workshoptest.Morning().Add(15*time.Minute), "15:04"),
		"Fay ended the break after 18m",
		"Fay spent 5m of the reserve, to be on time again",
		"Fay put 5m back into the reserve",
		"Fay moved the end of the workshop by 4m, to later, and spent the reserve",
		"Fay moved the end of the workshop back by 4m",
		"Fay left out the force field, to be on time again",
		"Fay took the force field in again",
		"Fay shortened what is to come, to be on time again",
		"Fay gave what is to come its time back",
		"Fay called a break, with an open end",
		"Fay ended the break after 31m",
		"Fay stopped the clock, 8m14s after the time was over",
		"Fay started the clock",
		"Fay gave 2m more",
		"Fay took 1m",
		"Fay said that it was a break from " + clock(night, "2006-01-02 15:04") + " to " +
			clock(night.Add(22*time.Hour), "2006-01-02 15:04") + " (22h0m)",
	}
	if diff := cmp.Diff(want, got[before:]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
