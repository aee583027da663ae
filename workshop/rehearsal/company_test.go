package rehearsal_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"convene/workshop"
	"convene/workshop/rehearsal"
)

// called are who leads and who takes part, by their names.
func called(s workshop.State) []string {
	var out []string
	for p := range s.People.All() {
		out = append(out, p.Name)
	}
	return out
}

// The names that a company of all fifty would have: whoever facilitates has one of those, or one that looks like it.
func namesOfAll(t *testing.T) []string {
	t.Helper()
	s, _ := play(t, 1, 50)
	return called(s.State())[1:]
}

func TestAFacilitatorMayBeCalledLikeOneOfTheCompany(t *testing.T) {
	all := namesOfAll(t)
	for _, name := range []string{all[0], all[24], all[49], "ána", "SØREN"} {
		t.Run(name, func(t *testing.T) {
			s := stageOf(t, workshop.OpenWorkshop{Facilitator: name})
			if err := company(t, 1, 50).Play(t.Context(), s, s.pace, func(string) {}); err != nil {
				t.Fatal(err)
			}
			if st := s.State(); !st.Closed() || len(st.Participants()) != 50 {
				t.Errorf("%d people came, and it is closed: %v", len(st.Participants()), st.Closed())
			}
		})
	}
}

func TestWhoAttendsComesUnderANameThatIsFree(t *testing.T) {
	all := namesOfAll(t)
	s := stageOf(t, workshop.OpenWorkshop{Facilitator: all[1]})
	lead := s.Facilitator()
	booths := 0
	err := company(t, 1, 50).Attend(t.Context(), s, func(d time.Duration) error {
		switch n := len(s.State().Participants()); {
		case n == 50+booths:
			return errTaken
		case booths == 0:
			// Whoever leads gives seats to people who are called like all of those who are still to come.
			for _, name := range all[2:18] {
				add := workshop.AddPerson{Person: workshop.PersonID("booth " + name), Name: name}
				if err := lead.Do(t.Context(), add); err != nil {
					return err
				}
				booths++
			}
		}
		return s.pace(d)
	}, func(err error) error { return err })
	if !errors.Is(err, errTaken) {
		t.Fatalf("it ends with %v, and here are %v", err, called(s.State()))
	}
}

// Between a look at the room and a step into it somebody else can take the name.
func TestWhoFindsTheirNameTakenComesUnderAnother(t *testing.T) {
	s := newStage(t, false)
	host := &jostling{stage: s}
	refusals := 0
	err := company(t, 1, 5).Attend(t.Context(), host, func(d time.Duration) error {
		if len(s.State().Participants()) == 10 {
			return errTaken
		}
		if refusals > 5 {
			return errors.New("they try again and again")
		}
		return s.pace(d)
	}, func(err error) error {
		if !errors.Is(err, workshop.ErrNameTaken) {
			t.Errorf("refused with %v", err)
		}
		refusals++
		return nil
	})
	if !errors.Is(err, errTaken) || refusals != 5 {
		t.Errorf("it ends with %v after %d refusals; here are %v", err, refusals, called(s.State()))
	}
}

// jostling gives everyone's name to somebody in a booth just before they join under it for the first time.
type jostling struct{ *stage }

func (j *jostling) Seat(p workshop.PersonID) rehearsal.Seat {
	return &jostledSeat{Seat: j.stage.Seat(p), by: j.Facilitator(), as: "other " + p}
}

type jostledSeat struct {
	rehearsal.Seat
	by   rehearsal.Seat
	as   workshop.PersonID
	been bool
}

func (s *jostledSeat) Do(ctx context.Context, c workshop.Command) error {
	if join, ok := c.(workshop.Join); ok && !s.been {
		s.been = true
		if err := s.by.Do(ctx, workshop.AddPerson{Person: s.as, Name: join.Name}); err != nil {
			return err
		}
	}
	return s.Seat.Do(ctx, c)
}
