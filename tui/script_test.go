package tui

import (
	"fmt"

	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// everyoneCasts is a ballot of each person in the order of arrival, from choices that repeat.
func everyoneCasts(choices ...[]string) Line {
	return func(s *Stage) error {
		for i, p := range s.State.Participants() {
			if err := s.Play(Cast(p.ID, choices[i%len(choices)]...)); err != nil {
				return err
			}
		}
		return nil
	}
}

// voteWith opens a vote, lets everyone cast, and counts.
func voteWith(choices ...[]string) Line {
	return func(s *Stage) error {
		return s.Play(By(Fay, workshop.OpenVote{}), everyoneCasts(choices...), Counted())
	}
}

func one(choices ...string) [][]string {
	out := make([][]string, len(choices))
	for i, c := range choices {
		out[i] = []string{c}
	}
	return out
}

// lot is drawn from a chance that never changes.
func lot() Line { return By(Fay, workshop.DrawLot{Nonce: []byte("sixteen bytes of it")}) }

// electing is a group of five of whom some were nominated and accepted.
func electing(candidates ...workshop.PersonID) Line {
	return func(s *Stage) error {
		if err := s.Play(Group("ada", "ben", "cleo", "dan", "eve"), Reach(workshop.StepLeader, workshop.PhaseDiverge)); err != nil {
			return err
		}
		for _, c := range candidates {
			if err := s.Play(By("ada", workshop.Nominate{Person: c, Reason: "Listens before speaking"})); err != nil {
				return err
			}
		}
		if err := s.Play(Reach(workshop.StepLeader, workshop.PhaseConverge)); err != nil {
			return err
		}
		for _, c := range candidates {
			if err := s.Play(By(c, workshop.AcceptNomination{HasTime: true})); err != nil {
				return err
			}
		}
		return nil
	}
}

// many is a board with so many notes for a prompt, long ones among them.
func many(n int, prompts ...workshop.Prompt) Line {
	return func(s *Stage) error {
		for i := range n {
			for _, p := range prompts {
				text := fmt.Sprintf("Idea %d", i+1)
				if i%3 == 1 {
					text += " that needs so many words to be understood that no single line of a small terminal can hold all of them"
				}
				if err := s.Play(Write("ada", p, text)); err != nil {
					return err
				}
			}
		}
		return nil
	}
}

// dots opens a dot vote in which the people, in the order of arrival, put a dot on the ideas with these numbers in turn, and
// counts it.
func dots(ideas ...int) Line {
	return func(s *Stage) error {
		if err := s.Play(By(Fay, workshop.OpenVote{})); err != nil {
			return err
		}
		var choices [][]string
		for _, i := range ideas {
			choices = append(choices, []string{s.State.Vote.Options[i].Label})
		}
		return s.Play(everyoneCasts(choices...), Counted())
	}
}
