package tui

import (
	"slices"
	"time"

	"convene/workshop"
	. "convene/workshop/workshoptest"
)

func timing() []duty {
	gathering := sampleAt(workshop.StepWelcome, workshop.PhaseGather)
	writing := sampleAt(workshop.StepVision, workshop.PhaseDiverge)
	naming := sampleAt(workshop.StepName, workshop.PhaseConverge)
	late := []Line{Wait(20 * time.Minute)}
	reserved := func() *Stage {
		s := NewStage()
		opening := workshop.OpenWorkshop{ID: "brave-otter", Topic: "Craft", Facilitator: "Fay", Minutes: 126, Reserve: 6}
		if err := s.Play(By(Fay, opening, workshop.AddPerson{Person: "ada", Name: "Ada"}), Onward(false)); err != nil {
			panic(err)
		}
		return s
	}
	lull := func(pause bool) func(*Stage) []workshop.Command {
		return func(s *Stage) []workshop.Command {
			return []workshop.Command{workshop.AnswerLull{From: s.Records[len(s.Records)-1].At, Break: pause}}
		}
	}
	counted, worked := lull(true), lull(false)
	stepBack := func(s *Stage) []workshop.Command { return []workshop.Command{workshop.StepBack{From: s.State.At}} }
	repairing := func(r workshop.Repair) func(*Stage) []workshop.Command {
		return func(s *Stage) []workshop.Command {
			return []workshop.Command{workshop.RepairAgenda{Repair: r, Was: s.State.Agenda}}
		}
	}
	one := sends(workshop.AdjustClock{Minutes: 1})
	return []duty{
		{name: "t starts the clock", from: fresh, then: []Line{Opened()}, keys: "t", want: sends(workshop.StartClock{}), says: []string{"The clock is running."}},
		{name: "t pauses the clock", from: writing, keys: "t", want: sends(workshop.PauseClock{}), says: []string{"The clock stands.", "paused"}},
		{name: "t goes on", from: writing, then: []Line{By(Fay, workshop.PauseClock{})}, keys: "t", want: sends(workshop.StartClock{}), says: []string{"in silence"}},
		{name: "t during a vote", from: naming, then: []Line{By(Fay, workshop.OpenVote{})}, keys: "t", want: sends(workshop.PauseClock{})},
		{name: "+ gives a minute", from: writing, keys: "+", want: one, says: []string{"One more minute.", "06:00"}},
		{name: "= is + without shift", from: writing, keys: "=", want: one, says: []string{"06:00"}},
		{name: "- takes a minute", from: writing, keys: "-", want: sends(workshop.AdjustClock{Minutes: -1}), says: []string{"One minute less.", "04:00"}},
		{name: "a minute at the gathering", from: gathering, then: []Line{}, keys: "+ +", want: sends(workshop.AdjustClock{Minutes: 1}, workshop.AdjustClock{Minutes: 1})},
		{name: "no more minutes to take", from: fresh, then: []Line{Opened()}, keys: "- - - - - -", want: func(*Stage) []workshop.Command {
			return slices.Repeat([]workshop.Command{workshop.AdjustClock{Minutes: -1}}, 6)
		}, no: workshop.ErrClockRange, says: []string{"The time box can't be changed by that much."}},
		{name: "r shortens", from: writing, then: late, keys: "r", asks: []string{"What can give?", "1 Shorten the rest", "2 Leave out step 5", "3 Promise 11:14", "Leave it"}, more: "enter", want: repairing(workshop.Shorten), says: []string{"Shortened: the workshop ends at 10:59."}},
		{name: "r leaves out the forces", from: writing, then: late, keys: "r", more: "down enter", want: repairing(workshop.SkipForces), says: []string{"Step 5 left out: the workshop ends at 10:59."}},
		{name: "r takes one at once by its number", from: writing, then: late, keys: "r", more: "3", want: repairing(workshop.EndLater), says: []string{"Promised: the workshop ends by 11:14."}},
		{name: "r leaves it", from: writing, then: late, keys: "r", more: "down down down down enter", says: []string{"time is up"}},
		{name: "r has no more numbers than ways", from: writing, then: late, keys: "r", more: "4 0 esc", says: []string{"time is up"}},
		{name: "r takes the last one back", from: writing, then: slices.Concat(late, []Line{By(Fay, workshop.RepairAgenda{Repair: workshop.EndLater})}), keys: "r", asks: []string{"u take back: another end promised"}, more: "u", want: func(s *Stage) []workshop.Command {
			return []workshop.Command{workshop.UndoRepair{Of: s.State.Timing().RepairAt}}
		}, says: []string{"Taken back: the agenda is as it was."}},
		{name: "r has nothing to take back", from: writing, then: late, keys: "r", more: "u esc", says: []string{"time is up"}},
		{name: "r spends the reserve", from: reserved, then: late, keys: "r", asks: []string{"18 min behind the plan, and 6 min in reserve.", "1 Spend the reserve", "6 min that were kept for being late, none stays"}, more: "1", want: repairing(workshop.SpendReserve), says: []string{"Reserve spent"}},
		{name: "r asks about a lull", from: writing, then: []Line{Wait(2 * time.Hour)}, keys: "pause esc r", asks: []string{"4 Was that a break?", "2 h"}, more: "4 y", want: counted, says: []string{"Not counted. Welcome back."}},
		{name: "r takes a lull for work", from: writing, then: []Line{Wait(2 * time.Hour)}, keys: "pause n", want: worked, says: []string{"Counted as work."}},
		{name: "r in time", from: writing, keys: "r", asks: []string{"In time: it ends at 10:59"}, more: "esc"},
		{name: "r before it begins", from: gathering, keys: "r"},

		{name: "T takes a break", from: writing, keys: "T", asks: []string{"A break. The clock rests", "10 minutes", "Open end"}, more: "down enter", want: sends(workshop.StartBreak{Minutes: 10}), says: []string{"A break until", "break 10:00"}},
		{name: "T takes a break without an end", from: writing, keys: "T", more: "down down down down enter", want: sends(workshop.StartBreak{}), says: []string{"break since"}},
		{name: "T thought over", from: writing, keys: "T", more: "esc", says: []string{"in silence"}},
		{name: "T ends the break", from: writing, then: []Line{By(Fay, workshop.StartBreak{})}, keys: "T", want: sends(workshop.EndBreak{}), says: []string{"Welcome back."}},
		{name: "t in a break", from: writing, then: []Line{By(Fay, workshop.StartBreak{})}, keys: "t", says: []string{"break since"}},
		{name: "n in a break asks", from: sampleAt(workshop.StepVision, workshop.PhaseShare), then: []Line{By(Fay, workshop.StartBreak{})}, keys: "n", asks: []string{"End the break and go on?"}, more: "y", want: onward(false), says: []string{"clustering", "09:00"}},
		{name: "b in a break asks", from: sampleAt(workshop.StepVision, workshop.PhaseConverge), then: []Line{By(Fay, workshop.StartBreak{})}, keys: "b", asks: []string{"End the break and go back?"}, more: "y", want: stepBack, says: []string{"reading together"}},
		{name: "n in a break thought over", from: writing, then: []Line{By(Fay, workshop.StartBreak{})}, keys: "n", more: "enter", says: []string{"break since"}},
		{name: "T before it begins", from: gathering, keys: "T"},
	}
}
