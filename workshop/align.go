package workshop

import (
	"maps"
	"time"
)

// Levels of the fist to five: 0 is a fist, "no"; 5 is "I will help to lead it". Below Support somebody is not behind
// the outcome and is heard before the group goes on.
// The method is known as fist to five (or fist of five) in consensus facilitation.
const (
	MaxLevel = 5
	Support  = 3
)

// Hand is how far one person stands behind the outcome of the step.
type Hand struct {
	Level   int
	Concern string // what would have to change; needed under Support
}

// fits says whether a hand has five fingers.
func (h Hand) fits() bool { return h.Level >= 0 && h.Level <= MaxLevel }

// Hands are everyone's in the present step. Before they are revealed, each is seen by its owner only.
type Hands = Shown[Hand]

// Concern is what somebody who is not behind an outcome said.
type Concern struct {
	Person   PersonID `json:"person"`
	Level    int      `json:"level"`
	Sentence string   `json:"sentence"`
}

// Settlement is how a step ended.
type Settlement struct {
	At       time.Time
	Hands    [MaxLevel + 1]int // how many showed 0, 1 … 5
	Missing  int               // how many showed none
	Concerns []Concern         // of those under Support, in the order of arrival
	Despite  bool              // hands were missing, or somebody was not behind it, and the group decided to go on
	Reopened bool              // the group went back into the step
	Revised  bool              // what was agreed on may have changed since: the hands no longer stand for it
}

// tally counts the hands of those who take part.
func (s State) tally() StepSettled {
	v := StepSettled{Step: s.At.Step}
	for p := range s.participants() {
		hand, ok := s.Hands.Of(p.ID)
		if !ok {
			v.Missing++
			continue
		}
		v.Hands[hand.Level]++
		if hand.Level < Support {
			v.Concerns = append(v.Concerns, Concern{p.ID, hand.Level, hand.Concern})
		}
	}
	return v
}

func (c ShowHand) decide(s State, e Envelope) ([]Event, error) {
	if !Hand(c).fits() {
		return nil, ErrNoSuchLevel
	}
	v := HandShown{Level: c.Level}
	if c.Level < Support {
		var err error
		if v.Concern, err = cleanText(c.Concern, MaxReasonLen, ErrConcernMissing, ErrReasonLong); err != nil {
			return nil, err
		}
	}
	if had, ok := s.Hands.Of(e.By); ok && had == Hand(v) {
		return nil, ErrAlreadySaid
	}
	return s.revealIfAll([]Event{v}, s.Hands.with(e.By, Hand(v)), ""), nil
}

// revealIfAll adds the reveal to the events after which the hands will be these, if everyone but the person who leaves
// has shown one then.
func (s State) revealIfAll(events []Event, after Hands, leaves PersonID) []Event {
	if !after.complete(s.participants(), leaves) {
		return events
	}
	return append(events, HandsRevealed{})
}

func (v HandShown) evolve(s State, r Record) State {
	s.Hands = s.Hands.with(r.By, Hand(v))
	return s
}

func (c RevealHands) decide(s State, _ Envelope) ([]Event, error) {
	switch {
	case s.Hands.Revealed:
		return nil, ErrAlreadySaid
	case len(s.Hands.by) == 0:
		return nil, ErrNoHands
	}
	return []Event{HandsRevealed{}}, nil
}

func (v HandsRevealed) evolve(s State, _ Record) State {
	s.Hands.Revealed = true
	return s
}

// settle ends the step if its outcome stands: all hands are shown and nobody is under Support, or the facilitator has
// confirmed that the group goes on all the same. Either way it is recorded with the hands and the concerns. A step that
// was settled before and only looked at again stays settled as it was; one that was worked on again needs hands anew.
func (s State) settle(despite bool) ([]Event, error) {
	v := s.tally()
	before, settled := s.Settled[s.At.Step]
	switch {
	case settled && !before.Revised && len(s.Hands.by) == 0: // looked at again, and left as it was
		return []Event{StepSettled{s.At.Step, before.Hands, before.Missing, before.Concerns, before.Despite}}, nil
	case !s.Hands.Revealed && len(s.Hands.by) > 0:
		return nil, ErrHandsHidden // whoever isn't behind it is heard before the group goes on
	case despite:
		v.Despite = v.Missing > 0 || len(v.Concerns) > 0
	case v.Missing > 0:
		return nil, ErrHandsMissing
	case len(v.Concerns) > 0:
		return nil, ErrConcerns
	}
	return []Event{v}, nil
}

func (v StepSettled) evolve(s State, r Record) State {
	return s.withSettlement(v.Step, Settlement{
		At: r.At, Hands: v.Hands, Missing: v.Missing, Concerns: v.Concerns, Despite: v.Despite,
	})
}

func (s State) withSettlement(step Step, t Settlement) State {
	all := maps.Clone(s.Settled)
	if all == nil {
		all = make(map[Step]Settlement)
	}
	all[step] = t
	s.Settled = all
	return s
}
