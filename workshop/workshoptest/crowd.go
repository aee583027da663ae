package workshoptest

import (
	"errors"
	"fmt"

	"convene/workshop"
)

// Crowd is an opened workshop with n people, Member(0) to Member(n-1), at terminals of their own.
func Crowd(n int) Line {
	return func(s *Stage) error {
		if err := s.Play(Opened()); err != nil {
			return err
		}
		for i := range n {
			if err := s.Play(By(Member(i), workshop.Join{Name: fmt.Sprint("Member ", i)})); err != nil {
				return err
			}
		}
		return nil
	}
}

// Member is one of a crowd.
func Member(i int) workshop.PersonID { return workshop.PersonID(fmt.Sprint("member-", i)) }

// Piled takes a crowd of people to the wall of the first step, with so many notes on it: half of them stand in clusters of five,
// and each is one person's in turn. No two of them say nearly the same.
func Piled(people, notes int) Line {
	return func(s *Stage) error {
		if err := s.Play(Crowd(people), Reach(workshop.StepVision, workshop.PhaseDiverge)); err != nil {
			return err
		}
		for i := range notes {
			if err := s.Play(Write(Member(i%people), workshop.PromptVision, Idea(i))); err != nil {
				return err
			}
		}
		if err := s.Play(Reach(workshop.StepVision, workshop.PhaseConverge)); err != nil {
			return err
		}
		for first := 1; first+4 <= notes/2; first += 5 {
			var together []workshop.NoteID
			for id := first; id < first+5; id++ {
				together = append(together, workshop.NoteID(id))
			}
			form := workshop.FormCluster{Notes: together, Title: fmt.Sprint("Cluster of ", first)}
			if err := s.Play(By(Member(first%people), form)); err != nil {
				return err
			}
		}
		return nil
	}
}

// Busy is a piled crowd that goes on at the wall until the log holds so many records: most of them move notes.
func Busy(records int) Line {
	return func(s *Stage) error {
		people, notes, piles := len(s.State.Participants()), s.State.Notes.Len(), s.State.Clusters.Len()
		for i := 0; len(s.Records) < records; i++ {
			who, note := Member(i%people), workshop.NoteID(1+i%notes)
			var c workshop.Command = workshop.MoveNotes{Notes: []workshop.NoteID{note}, Cluster: workshop.ClusterID(1 + (i+i/notes)%piles)}
			switch {
			case i%7 == 3:
				c = workshop.TitleCluster{Cluster: workshop.ClusterID(1 + i%piles), Title: fmt.Sprint("Title ", i)}
			case i%5 == 2:
				p, _ := s.State.Person(who)
				c = workshop.DeclareDone{Done: !p.Done}
			}
			if _, err := s.Do(who, c); err != nil && !errors.Is(err, workshop.ErrAlreadyThere) && !errors.Is(err, workshop.ErrNoSuchCluster) {
				return fmt.Errorf("%T%+v: %w", c, c, err)
			}
		}
		return nil
	}
}

// Idea is a note of common length, another one for each number. Like what people write, it has words that are in most notes
// and words that are in few.
func Idea(i int) string {
	word := func(n int) string {
		const consonants, vowels = "bdfgklmnprstvz", "aeiou"
		var w []byte
		for n = n*7919 + 104729; len(w) < 6; n /= 14 {
			w = append(w, consonants[n%14], vowels[n%5])
		}
		return string(w)
	}
	return fmt.Sprintf("In the %s of our %s we learn to %s and to %s the %s", word(i), word(i*3), word(i%40), word(i%300), word(i/7))
}
