package workshop

import (
	"maps"
	"slices"
	"time"

	"convene/workshop/text"
)

// Door is how newcomers at their own terminals get in: as they come or, while it is locked, when a facilitator admits
// them. It is unlocked again over the heads of those who wait: they stay until they join by themselves.
type Door struct {
	Locked bool
	Knocks []Knock           // who waits, in the order of knocking
	turned map[PersonID]bool // whom a facilitator turned away; they stay so
}

// Knock is somebody at the locked door who asks for a seat. It is void when somebody else takes a seat under the same
// name: then they ask anew under another one, or have been let in by other means.
type Knock struct {
	Person PersonID
	Name   string // cleaned; unique among those who wait, look-alikes included
	At     time.Time
}

// knock is where somebody waits at the door, counted from 0; -1 for nobody.
func (d Door) knock(p PersonID) int {
	return slices.IndexFunc(d.Knocks, func(k Knock) bool { return k.Person == p })
}

// called says whether somebody waits whose name looks like this one.
func (d Door) called(name string) bool {
	skeleton := text.Skeleton(name)
	return slices.ContainsFunc(d.Knocks, func(k Knock) bool { return text.Skeleton(k.Name) == skeleton })
}

// without is the door after those have left it who are not to be answered any more.
func (d Door) without(gone func(Knock) bool) Door {
	d.Knocks = slices.DeleteFunc(slices.Clone(d.Knocks), gone)
	return d
}

// newcomer checks that somebody at their own terminal may have a seat under the name, and returns the name cleaned.
func (s State) newcomer(e Envelope, name string, clean func(string) (string, error)) (string, error) {
	if e.Via != "" {
		return "", ErrOwnTerminal
	}
	if s.Standing(e.By) == Removed {
		return "", ErrRemoved
	}
	return s.newPerson(e.By, name, clean)
}

func (c Join) decide(s State, e Envelope) ([]Event, error) {
	if s.Standing(e.By) == Turned {
		return nil, ErrTurnedAway // locked or not: what a facilitator has said stands
	}
	name, err := s.newcomer(e, c.Name, text.Name)
	if err != nil {
		return nil, err
	}
	if !s.Door.Locked {
		return []Event{PersonJoined{Name: name}}, nil
	}
	switch {
	case s.Door.knock(e.By) >= 0:
		return nil, ErrAlreadySaid
	case s.Door.called(name):
		return nil, ErrNameTaken // a facilitator has to tell those who wait from one another
	case len(s.Door.Knocks) >= MaxKnocks:
		return nil, ErrDoorCrowded
	}
	return []Event{PersonKnocked{Name: name}}, nil
}

func (v PersonJoined) evolve(s State, r Record) State {
	return s.seat(Person{ID: r.By, Name: v.Name, Role: Participant, Joined: r.At})
}

func (v PersonKnocked) evolve(s State, r Record) State {
	s.Door.Knocks = append(slices.Clone(s.Door.Knocks), Knock{r.By, v.Name, r.At})
	return s
}

func (c LockDoor) decide(s State, _ Envelope) ([]Event, error) {
	if c.Locked == s.Door.Locked {
		return nil, ErrAlreadyThere
	}
	return []Event{DoorLocked(c)}, nil
}

func (v DoorLocked) evolve(s State, _ Record) State {
	s.Door.Locked = v.Locked
	return s
}

func (c AdmitPerson) decide(s State, _ Envelope) ([]Event, error) {
	i := s.Door.knock(c.Person)
	if i < 0 {
		return nil, ErrNotWaiting
	}
	// Since they knocked others may have taken the last seats.
	if _, err := s.newPerson(c.Person, s.Door.Knocks[i].Name, text.Name); err != nil {
		return nil, err
	}
	return []Event{PersonAdmitted(c)}, nil
}

func (v PersonAdmitted) evolve(s State, r Record) State {
	k := s.Door.Knocks[s.Door.knock(v.Person)]
	return s.seat(Person{ID: v.Person, Name: k.Name, Role: Participant, Joined: r.At})
}

func (c RefusePerson) decide(s State, _ Envelope) ([]Event, error) {
	if s.Door.knock(c.Person) < 0 {
		return nil, ErrNotWaiting
	}
	return []Event{PersonRefused(c)}, nil
}

func (v PersonRefused) evolve(s State, _ Record) State {
	s.Door = s.Door.without(func(k Knock) bool { return k.Person == v.Person })
	s.Door.turned = maps.Clone(s.Door.turned)
	if s.Door.turned == nil {
		s.Door.turned = make(map[PersonID]bool)
	}
	s.Door.turned[v.Person] = true
	return s
}
