package workshoptest

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"convene/workshop"
	"convene/workshop/ballot"
)

// Fay facilitates every workshop that Opened and Group open.
const Fay workshop.PersonID = "fay"

// Line is one line of a script: what somebody does, or how time passes.
type Line func(*Stage) error

// By is what one person does, one command after the other: at their own terminal or, if they have none, in the booth.
func By(who workshop.PersonID, commands ...workshop.Command) Line {
	return func(s *Stage) error {
		for _, c := range commands {
			if _, err := s.Do(who, c); err != nil {
				return fmt.Errorf("%s at %s: %T%+v: %w", who, s.State.At, c, c, err)
			}
		}
		return nil
	}
}

// InBooth is what one person does at the facilitator's keyboard.
func InBooth(who workshop.PersonID, commands ...workshop.Command) Line {
	return func(s *Stage) error {
		for _, c := range commands {
			if _, err := s.Send(workshop.Envelope{By: who, Via: Fay, At: s.Now, Command: c}); err != nil {
				return fmt.Errorf("%s at %s: %T%+v: %w", who, s.State.At, c, c, err)
			}
		}
		return nil
	}
}

// Wait lets time pass.
func Wait(d time.Duration) Line {
	return func(s *Stage) error {
		s.Now = s.Now.Add(d)
		return nil
	}
}

// Opened is a workshop of 120 minutes with Fay as its facilitator and nobody else.
func Opened() Line {
	return By(Fay, workshop.OpenWorkshop{ID: "brave-otter", Topic: "Software Craft", Facilitator: "Fay"})
}

// Group is an opened workshop in which people without a terminal have taken seats. Their names are their IDs with a
// capital letter.
func Group(people ...workshop.PersonID) Line {
	return func(s *Stage) error {
		if err := s.Play(Opened()); err != nil {
			return err
		}
		return s.Play(seated(people))
	}
}

// seated is Fay giving people without a terminal their seats.
func seated(people []workshop.PersonID) Line {
	return func(s *Stage) error {
		for _, p := range people {
			if err := s.Play(By(Fay, workshop.AddPerson{Person: p, Name: capital(p)})); err != nil {
				return err
			}
		}
		return nil
	}
}

func capital(p workshop.PersonID) string {
	return strings.ToUpper(string(p[:1])) + string(p[1:])
}

// Reach takes the group forward to a position in the shortest way: hands may be missing, the community may stay
// without a name, and without a leader.
func Reach(step workshop.Step, phase workshop.Phase) Line {
	return func(s *Stage) error {
		for s.State.At != (workshop.Position{Step: step, Phase: phase}) {
			if s.State.At == (workshop.Position{Step: workshop.StepLeader, Phase: workshop.PhaseConverge}) &&
				!s.State.Leadership.Decided() {
				if err := s.Play(By(Fay, workshop.RecordNoLeader{Reason: "Nobody has time this year"})); err != nil {
					return err
				}
			}
			if err := s.Play(Onward(true)); err != nil {
				return err
			}
		}
		return nil
	}
}

// Onward is Fay going to the next phase.
func Onward(despite bool) Line {
	return func(s *Stage) error {
		return s.Play(By(Fay, workshop.Advance{From: s.State.At, Despite: despite}))
	}
}

// Back is Fay going back, phase by phase, to a position.
func Back(step workshop.Step, phase workshop.Phase) Line {
	return func(s *Stage) error {
		for s.State.At != (workshop.Position{Step: step, Phase: phase}) {
			if err := s.Play(By(Fay, workshop.StepBack{From: s.State.At})); err != nil {
				return err
			}
		}
		return nil
	}
}

// Write is what one person writes for one prompt, a note each.
func Write(who workshop.PersonID, prompt workshop.Prompt, notes ...string) Line {
	return func(s *Stage) error {
		for _, n := range notes {
			if err := s.Play(By(who, workshop.WriteNote{Prompt: prompt, Text: n})); err != nil {
				return err
			}
		}
		return nil
	}
}

// AllShow is everybody showing the same hand.
func AllShow(level int) Line {
	return func(s *Stage) error {
		for _, p := range s.State.Participants() {
			if err := s.Play(By(p.ID, workshop.ShowHand{Level: level, Concern: "Too vague for me"})); err != nil {
				return err
			}
		}
		return nil
	}
}

// Cast is one person's ballot in the open vote: each choice, named by its key or by what people read, gets one. A
// choice that is named again gets one more. No choice is a blank ballot.
func Cast(who workshop.PersonID, choices ...string) Line {
	return func(s *Stage) error {
		return s.Play(By(who, workshop.CastBallot{Vote: s.State.Vote.ID, Ballot: Marked(s.State.Vote, choices...)}))
	}
}

// Marked is the ballot that gives each choice one, as Cast does.
func Marked(v workshop.Vote, choices ...string) ballot.Ballot {
	var b ballot.Ballot
	for _, choice := range choices {
		key := choice
		if i := slices.IndexFunc(v.Options, func(o workshop.Option) bool { return o.Label == choice }); i >= 0 {
			key = v.Options[i].Key
		}
		if i := slices.IndexFunc(b, func(m ballot.Mark) bool { return m.Option == key }); i >= 0 {
			b[i].Weight++
			continue
		}
		b = append(b, ballot.Mark{Option: key, Weight: 1})
	}
	return b
}

// Counted is Fay closing the open vote, whoever is missing.
func Counted() Line {
	return func(s *Stage) error {
		return s.Play(By(Fay, workshop.CloseVote{Vote: s.State.Vote.ID, Early: true}))
	}
}
