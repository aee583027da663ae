package rehearsal_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"convene/workshop"
	"convene/workshop/rehearsal"
)

var errTaken = errors.New("somebody else leads now")

// takeOver plays until so many beats have passed, and then lets somebody else lead who gives the company time for everything.
func takeOver(t *testing.T, s *stage, c *rehearsal.Company, beats int, lead *leader) {
	t.Helper()
	err := c.Play(t.Context(), s, func(d time.Duration) error {
		if beats--; beats < 0 {
			return errTaken
		}
		return s.pace(d)
	}, func(string) {})
	if !errors.Is(err, errTaken) {
		t.Fatalf("the play ended with %v", err)
	}
	lead.t, lead.stage, lead.seat = t, s, s.Facilitator()
	err = c.Attend(t.Context(), s, lead.pace, func(err error) error { return err })
	if err != nil {
		t.Fatalf("at %v: %v", s.State().At, err)
	}
}

// leader facilitates between what the company does: as soon as nothing has happened for a while, they go on.
type leader struct {
	t       *testing.T
	stage   *stage
	seat    rehearsal.Seat
	consent bool // that the leader is found by consent
	ranked  bool
	seq     workshop.Seq
	idle    int
	beats   int
}

func (l *leader) pace(d time.Duration) error {
	if err := l.stage.pace(d); err != nil {
		return err
	}
	v := l.seat.View()
	if l.beats++; l.beats > 20_000 {
		return fmt.Errorf("it doesn't come to an end: %v", v.At)
	}
	if l.idle++; v.Seq != l.seq {
		l.seq, l.idle = v.Seq, 0
	}
	if !v.Ended.IsZero() || l.idle < 15 {
		return nil
	}
	l.idle = 0
	if err := l.seat.Do(l.t.Context(), l.decides(v)); err != nil {
		return fmt.Errorf("%T: %w", l.decides(v), err)
	}
	return nil
}

// decides is what a facilitator does when the group has nothing more to do.
func (l *leader) decides(v workshop.View) workshop.Command {
	at := func(step workshop.Step, phase workshop.Phase) bool {
		return v.At == workshop.Position{Step: step, Phase: phase}
	}
	weighed := slices.ContainsFunc(v.Results, func(r workshop.Result) bool { return r.Purpose == workshop.Strengths })
	switch {
	case v.Vote.ID != 0:
		return workshop.CloseVote{Vote: v.Vote.ID}
	case at(workshop.StepLeader, workshop.PhaseBrief) && l.consent && v.Method != workshop.Consent:
		return workshop.ChooseMethod{Method: workshop.Consent}
	case at(workshop.StepLeader, workshop.PhaseConverge) && !v.Leadership.Decided() && l.consent:
		return workshop.ProposeLeader{Person: v.Nominees[0].ID, Terms: "For a year"}
	case v.Tie.NeedsLot():
		return workshop.DrawLot{}
	case at(workshop.StepName, workshop.PhaseConverge) && v.Name.Chosen == "":
		return workshop.OpenVote{}
	case at(workshop.StepForces, workshop.PhaseConverge) && !weighed:
		return workshop.OpenVote{}
	case at(workshop.StepLeader, workshop.PhaseConverge) && !v.Leadership.Decided():
		if n := len(v.Results); n > 0 && v.Results[n-1].Purpose == workshop.ForLeader && v.Tie.Vote == 0 {
			return workshop.RecordNoLeader{Reason: "Nobody has the group behind them"}
		}
		candidates := 0
		for _, n := range v.Nominees {
			if n.Accepted {
				candidates++
			}
		}
		return workshop.OpenVote{Ranked: l.ranked && v.Tie.Vote == 0 && candidates > 2}
	case v.At.Phase == workshop.PhaseCanvas:
		return workshop.CloseWorkshop{}
	default:
		return workshop.Advance{From: v.At}
	}
}

// beatsOf counts the beats of a play that nobody interrupts.
func beatsOf(t *testing.T, seed uint64, people int) int {
	t.Helper()
	n := 0
	s := newStage(t, false)
	counted := func(d time.Duration) error { n++; return s.pace(d) }
	if err := company(t, seed, people).Play(t.Context(), s, counted, func(string) {}); err != nil {
		t.Fatal(err)
	}
	return n
}

// Wherever somebody takes the lead, the people go on, and the group comes to its canvas.
func TestWhoTakesOverLeadsToTheCanvas(t *testing.T) {
	for _, people := range []int{5, 12} {
		seed := uint64(people)
		all := beatsOf(t, seed, people)
		for i := range 8 {
			beats := all * i / 8
			t.Run(fmt.Sprintf("%d people, after %d of %d beats", people, beats, all), func(t *testing.T) {
				s := newStage(t, false)
				takeOver(t, s, company(t, seed, people), beats, &leader{ranked: i%2 == 1})
				state := s.State()
				switch c := s.canvas(); {
				case !state.Closed():
					t.Error("the workshop is not closed")
				case state.Name.Chosen == "":
					t.Error("no name was chosen")
				case !state.Leadership.Decided():
					t.Error("the election has no outcome")
				case len(state.Participants()) != people:
					t.Errorf("%d of %d took part", len(state.Participants()), people)
				case len(c.Actions) < 2 || len(c.Actions) > 3:
					t.Errorf("first actions: %+v", c.Actions)
				case len(c.Sections) != 7 || len(c.Forces.SlowDown) == 0:
					t.Errorf("the canvas has gaps: %+v", c)
				}
				for step, settled := range state.Settled {
					if len(settled.Concerns) > 0 || settled.Missing > 0 {
						t.Errorf("%s was settled with %v", step, settled)
					}
				}
			})
		}
	}
}

func TestACompanyFindsALeaderByConsentToo(t *testing.T) {
	s := newStage(t, false)
	takeOver(t, s, company(t, 3, 8), 0, &leader{consent: true})
	if how := s.State().Leadership.How; how != workshop.ByConsent {
		t.Errorf("the leader was found by %q", how)
	}
	objected := false
	for _, r := range s.records(t) {
		e, ok := r.Event.(workshop.ConsentSignalled)
		objected = objected || ok && e.Objects
	}
	if !objected {
		t.Error("nobody objected, so there was nothing to rehearse")
	}
}

// Whoever was sent away, or facilitates now, is nobody to be nominated: the rules would refuse it.
func TestACompanyNominatesThoseWhoTakePart(t *testing.T) {
	s := newStage(t, false)
	lead := &leader{t: t, stage: s, seat: s.Facilitator()}
	gone := []workshop.Command{workshop.RemovePerson{Person: "p01"}, workshop.AppointFacilitator{Person: "p02"}}
	err := company(t, 1, 9).Attend(t.Context(), s, func(d time.Duration) error {
		if lead.seat.View().At == (workshop.Position{Step: workshop.StepLeader, Phase: workshop.PhaseBrief}) {
			for _, c := range gone {
				if err := lead.seat.Do(t.Context(), c); err != nil {
					return err
				}
			}
			gone = nil
		}
		return lead.pace(d)
	}, func(err error) error { return err })
	if err != nil || gone != nil || !s.State().Closed() {
		t.Errorf("at %v: %v", s.State().At, err)
	}
	named := make(map[workshop.PersonID]bool)
	for _, m := range s.State().Nominations {
		named[m.Person] = true
	}
	if named["p01"] || named["p02"] || len(named) < 2 {
		t.Errorf("nominated are %v", named)
	}
}

func TestACompanyKnocksAtALockedDoor(t *testing.T) {
	s := newStage(t, false)
	c := company(t, 1, 5)
	lead := s.Facilitator()
	if err := lead.Do(t.Context(), workshop.LockDoor{Locked: true}); err != nil {
		t.Fatal(err)
	}
	beats := 0
	err := c.Attend(t.Context(), s, func(d time.Duration) error {
		switch beats++; {
		case beats == 20:
			if n := len(lead.View().Knocks); n != 5 {
				t.Errorf("%d people knock", n)
			}
			if err := lead.Do(t.Context(), workshop.RefusePerson{Person: "p01"}); err != nil {
				t.Error(err)
			}
			if err := lead.Do(t.Context(), workshop.LockDoor{}); err != nil {
				t.Error(err)
			}
		case beats == 60:
			return errTaken
		}
		return s.pace(d)
	}, func(err error) error { return err })
	if !errors.Is(err, errTaken) {
		t.Fatal(err)
	}
	if n := len(s.State().Participants()); n != 4 {
		t.Errorf("%d people are in, want all but the one who was turned away", n)
	}
}

// Whoever leads does things that nobody foresees: refusals are told, and end nothing.
func TestARefusalEndsNothing(t *testing.T) {
	s := newStage(t, false)
	refusing := &grumpy{stage: s}
	lead := &leader{t: t, stage: s, seat: s.Facilitator()}
	told := 0
	err := company(t, 1, 5).Attend(t.Context(), refusing, lead.pace, func(err error) error {
		if !errors.Is(err, workshop.ErrHeld) {
			t.Errorf("refused with %v", err)
		}
		told++
		return nil
	})
	if err != nil || told == 0 || told != refusing.refused || !s.State().Closed() {
		t.Errorf("%v; %d refusals, of which %d were told", err, refusing.refused, told)
	}
	boom := errors.New("the disk is full")
	s = newStage(t, false)
	err = company(t, 1, 5).Attend(t.Context(), &grumpy{stage: s}, s.pace, func(error) error { return boom })
	if !errors.Is(err, boom) {
		t.Errorf("what refused says ends it, and it ended with %v", err)
	}
}

// grumpy hands out seats that refuse every third command.
type grumpy struct {
	*stage
	sent, refused int
}

func (g *grumpy) Seat(p workshop.PersonID) rehearsal.Seat { return grumpySeat{g.stage.Seat(p), g} }

type grumpySeat struct {
	rehearsal.Seat
	of *grumpy
}

func (s grumpySeat) Do(ctx context.Context, c workshop.Command) error {
	if s.of.sent++; s.of.sent%3 == 0 {
		s.of.refused++
		return &workshop.HeldError{Person: "fay"}
	}
	return s.Seat.Do(ctx, c)
}
