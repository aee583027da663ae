package tui

import (
	"fmt"
	"testing"
	"time"

	"convene/tui/tuitest"
	"convene/workshop"
	"convene/workshop/ballot"
	. "convene/workshop/workshoptest"
)

// frenchTrio is a workshop in French, with a reserve, and what has happened in it.
func frenchTrio(lines ...Line) func(t *testing.T) *Stage {
	return func(t *testing.T) *Stage {
		s := threePeople(t, lines...)
		s.State.Lang = workshop.French
		return s
	}
}

// agreeing is that workshop where the group agrees on its vision, in its own words.
func agreeing(lines ...Line) func(t *testing.T) *Stage {
	before := []Line{
		Reach(workshop.StepVision, workshop.PhaseDiverge),
		Write("ada", workshop.PromptVision, "Nous publions du code dont nous sommes fiers", "Personne n’a peur d’une mise en production"),
		Write("ben", workshop.PromptVision, "Apprendre les uns des autres"),
		Reach(workshop.StepVision, workshop.PhaseAlign),
	}
	return frenchTrio(append(before, lines...)...)
}

// pushing is that workshop where some forces are written, and weighed when they are.
func pushing(weighed bool, lines ...Line) func(t *testing.T) *Stage {
	before := []Line{
		Reach(workshop.StepForces, workshop.PhaseDiverge),
		Write("ada", workshop.PromptSupport, "La directrice technique a elle-même programmé", "On nous le demande"),
		Write("ben", workshop.PromptSlowDown, "Les échéances mangent chaque vendredi", "Trois villes, trois fuseaux horaires"),
		Reach(workshop.StepForces, workshop.PhaseConverge),
	}
	if weighed {
		before = append(before, By(Fay, workshop.OpenVote{}), weighsAll("ada", 5, 2, 4, 1), weighsAll("ben", 4, 3, 1, 2), weighsAll("cleo", 5, 3, 5, 1), Counted())
	}
	return frenchTrio(append(before, lines...)...)
}

// weighsAll is a person's ballot over the strength of the forces.
func weighsAll(who workshop.PersonID, strengths ...int) Line {
	return func(s *Stage) error {
		var b ballot.Ballot
		for i, o := range s.State.Vote.Options {
			b = append(b, ballot.Mark{Option: o.Key, Weight: strengths[i]})
		}
		return s.Play(By(who, workshop.CastBallot{Vote: s.State.Vote.ID, Ballot: b}))
	}
}

// The clock, breaks, repairs, hands and forces in French, where it is tight too: a sentence that is a third longer is not cut.
func TestTheTimeInFrench(t *testing.T) {
	const wall = workshop.PersonID("")
	phone, tight, desk, hall := [2]int{40, 15}, [2]int{60, 15}, [2]int{80, 24}, [2]int{120, 35}
	writing := Reach(workshop.StepVision, workshop.PhaseDiverge)
	late, pause := []Line{writing, Wait(18 * time.Minute)}, []Line{writing, Wait(3 * time.Minute)}
	rest := func(minutes int, passed time.Duration) []Line {
		return append(pause[:2:2], By(Fay, workshop.StartBreak{Minutes: minutes}), Wait(passed))
	}
	done := By("ada", workshop.DeclareDone{Done: true})
	doubts := []Line{
		By("ada", workshop.ShowHand{Level: 1, Concern: "Qui paie tout cela ?"}), By("ben", workshop.ShowHand{Level: 4}),
	}
	agreed := []Line{AllShow(4), Onward(false), Back(workshop.StepVision, workshop.PhaseAlign)}
	for _, c := range []struct {
		name  string
		stage func(t *testing.T) *Stage
		who   workshop.PersonID
		keys  string
		sizes [][2]int
	}{
		{"plan", frenchTrio(), Fay, "g", [][2]int{tight, desk}},
		{"plan-changed", frenchTrio(), Fay, "g down down down - - - - - - - - - - - down down down space down down down down -", [][2]int{desk, hall}},
		{"plan-refused", frenchTrio(), Fay, "g space", [][2]int{desk}},
		{"late", frenchTrio(late...), Fay, "", [][2]int{tight, desk}},
		{"repairs", frenchTrio(late...), Fay, "r", [][2]int{tight, desk}},
		{"repairs-end", frenchTrio(late...), Fay, "r down down down", [][2]int{desk}},
		{"repaired", frenchTrio(late...), Fay, "r 2", [][2]int{desk}},
		{"repaired-again", frenchTrio(late...), Fay, "r 2 r", [][2]int{tight, desk}},
		{"ripe", frenchTrio(append(pause, done, By("ben", workshop.DeclareDone{Done: true}), By("cleo", workshop.DeclareDone{Done: true}))...), Fay, "pause", [][2]int{tight, desk}},
		{"lull", frenchTrio(writing, Wait(22*time.Hour)), Fay, "pause", [][2]int{tight, desk}},
		{"how-long", frenchTrio(pause...), Fay, "T", [][2]int{tight, desk}},
		{"break", frenchTrio(rest(10, 92*time.Second)...), Fay, "", [][2]int{tight, desk}},
		{"break-wall", frenchTrio(rest(10, 92*time.Second)...), wall, "", [][2]int{desk, hall}},
		{"break-over", frenchTrio(rest(10, 12*time.Minute)...), Fay, "", [][2]int{tight, desk}},
		{"break-over-wall", frenchTrio(rest(10, 12*time.Minute)...), wall, "", [][2]int{hall}},
		{"break-open", frenchTrio(rest(0, 22*time.Hour)...), Fay, "", [][2]int{tight, desk}},
		{"break-left", frenchTrio(rest(10, 92*time.Second)...), Fay, "n", [][2]int{desk}},
		{"break-writing", frenchTrio(rest(10, 92*time.Second)...), "ada", "", [][2]int{phone, desk}},
		{"reveal", frenchTrio(append(pause, done)...), Fay, "n", [][2]int{desk}},
		{"legend", agreeing(), "ada", "", [][2]int{phone, tight, desk}},
		{"concern", agreeing(), "ada", "1", [][2]int{tight, desk}},
		{"my-hand", agreeing(By("ada", workshop.ShowHand{Level: 3})), "ada", "", [][2]int{phone, desk}},
		{"hands-wall", agreeing(doubts...), wall, "", [][2]int{desk, hall}},
		{"hands", agreeing(append(doubts, By("cleo", workshop.ShowHand{Level: 5}))...), Fay, "", [][2]int{tight, desk}},
		{"settle", agreeing(append(doubts, By(Fay, workshop.RevealHands{}))...), Fay, "n", [][2]int{tight, desk}},
		{"reopened", agreeing(agreed...), "ada", "", [][2]int{desk}},
		{"weigh", pushing(false, By(Fay, workshop.OpenVote{})), "ada", "5", [][2]int{phone, desk}},
		{"weighed-some", pushing(false, By(Fay, workshop.OpenVote{})), "ada", "5 enter", [][2]int{tight, desk}},
		{"forces-unweighed", pushing(false), Fay, "n", [][2]int{desk}},
		{"forces", pushing(true, Reach(workshop.StepForces, workshop.PhaseAlign)), Fay, "", [][2]int{desk, hall}},
		{"forces-list", pushing(true, Reach(workshop.StepForces, workshop.PhaseAlign)), "ada", "", [][2]int{phone, tight}},
		{"forces-wall", pushing(true, Reach(workshop.StepForces, workshop.PhaseAlign)), wall, "", [][2]int{hall}},
	} {
		for _, size := range c.sizes {
			s := c.stage(t)
			a := appOf(t, s, c.who, size[0], size[1])
			if c.who == wall {
				a = wallOf(t, s, size[0], size[1])
			}
			typeKeys(a, names(c.keys)...)
			if c.keys == "pause" {
				pass(a, s, 0)
			}
			tuitest.Fits(t, a.Lines(), size[0], size[1])
			tuitest.Golden(t, fmt.Sprintf("french/time-%s@%dx%d", c.name, size[0], size[1]), tuitest.Plain(a.Lines()))
		}
	}
}
