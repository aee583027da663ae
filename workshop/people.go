package workshop

import (
	"iter"
	"maps"
	"slices"
	"time"

	"convene/workshop/text"
)

// Person is somebody who has, or had, a seat.
type Person struct {
	ID      PersonID
	Name    string // cleaned; unique among those who have a seat, look-alikes included
	Role    Role
	Booth   bool // has no terminal: writes and votes on the facilitator's
	Named   bool // facilitates because another facilitator said so, who may take that back
	Joined  time.Time
	Removed bool // has no seat any more; what they wrote stays
	Done    bool // has done enough in the present phase
	Minute  bool // asks for one more minute in the present phase

	bones string   // the skeleton of the name, by which the names of newcomers are compared with it
	notes []NoteID // that they wrote, in that order
}

// Person finds a person by ID, removed ones included.
func (s State) Person(id PersonID) (Person, bool) {
	number := s.number(id)
	if number == 0 {
		return Person{}, false
	}
	return s.People.at(number), true
}

// number counts a person by arrival, from 1; zero is nobody.
func (s State) number(id PersonID) int { return s.seats[id] }

// Seating is the state with one person more. It is how Evolve gives people seats, and how tests seat whom no command does.
func (s State) Seating(p Person) State {
	s.People, s.undo = s.People.add(p), s.undo.add(nil)
	if s.number(p.ID) > 0 {
		return s // in a forged log; the first of them is known
	}
	s.seats = maps.Clone(s.seats)
	if s.seats == nil {
		s.seats = make(map[PersonID]int)
	}
	s.seats[p.ID] = s.People.Len()
	return s
}

// Participants lists those who have a seat and take part, in the order of arrival: the people who write, show hands
// and vote.
func (s State) Participants() []Person {
	var out []Person
	for p := range s.participants() {
		out = append(out, *p)
	}
	return out
}

// participants walks those whom Participants lists, for looking only.
func (s State) participants() iter.Seq[*Person] {
	return func(yield func(*Person) bool) {
		for p := range s.People.looks() {
			if p.Role == Participant && !p.Removed && !yield(p) {
				return
			}
		}
	}
}

// facilitated says whether somebody facilitates.
func (s State) facilitated(id PersonID) bool {
	p, _ := s.Person(id)
	return p.Role == Facilitator
}

// takePart counts them.
func (s State) takePart() int {
	n := 0
	for range s.participants() {
		n++
	}
	return n
}

// seated counts those who have a seat.
func (s State) seated() int {
	n := 0
	for p := range s.People.looks() {
		if !p.Removed {
			n++
		}
	}
	return n
}

// SameSeats says whether the same people have seats in both states.
func (s State) SameSeats(t State) bool {
	if s.People.Len() != t.People.Len() {
		return false
	}
	for i := range s.People.differ(t.People) {
		if a, b := s.People.look(i), t.People.look(i); a.ID != b.ID || a.Removed != b.Removed {
			return false
		}
	}
	return true
}

// withPerson returns the state with one person changed.
func (s State) withPerson(id PersonID, change func(*Person)) State {
	number := s.number(id)
	if number == 0 {
		return s
	}
	p := s.People.at(number)
	change(&p)
	s.People = s.People.put(number, p)
	return s
}

// newPerson checks that a person may be seated under the name, and returns the name cleaned.
func (s State) newPerson(id PersonID, name string, clean func(string) (string, error)) (string, error) {
	if _, known := s.Person(id); known || id == "" {
		return "", ErrSeatTaken
	}
	if s.seated() >= MaxPeople || s.People.Len() >= maxSeats {
		return "", ErrRoomFull
	}
	name, err := clean(name)
	if err != nil {
		return "", err
	}
	skeleton := text.Skeleton(name)
	for p := range s.People.looks() {
		if !p.Removed && p.bones == skeleton {
			return "", ErrNameTaken
		}
	}
	return name, nil
}

func (c AddPerson) decide(s State, _ Envelope) ([]Event, error) {
	name, err := s.newPerson(c.Person, c.Name, text.Name)
	if err != nil {
		return nil, err
	}
	return []Event{PersonAdded{Person: c.Person, Name: name}}, nil
}

func (v PersonAdded) evolve(s State, r Record) State {
	return s.seat(Person{ID: v.Person, Name: v.Name, Role: Participant, Booth: true, Joined: r.At})
}

// seat gives a person a seat. Nobody waits at the door any more who has one, or whose name now is somebody else's.
func (s State) seat(p Person) State {
	if p.Role == Participant && s.Started.IsZero() && s.since.IsZero() {
		s = s.work(p.Joined) // the welcome is under way
	}
	p.bones = text.Skeleton(p.Name)
	s = s.Seating(p)
	if s.Closed() && p.Role == Participant {
		s.came++
	}
	s.Door = s.Door.without(func(k Knock) bool { return k.Person == p.ID || text.Skeleton(k.Name) == p.bones })
	return s
}

func (c RemovePerson) decide(s State, _ Envelope) ([]Event, error) {
	p, ok := s.Person(c.Person)
	switch {
	case !ok || p.Removed:
		return nil, ErrNoSuchPerson
	case p.Role == Facilitator:
		return nil, ErrKeepFacilitator
	case s.Leadership.Leader == p.ID:
		return nil, s.keepsLeader()
	case s.Vote.Purpose == ForLeader && s.nominated(p.ID):
		return nil, ErrVoteOpen
	}
	return s.revealWithout(c.Person, PersonRemoved(c)), nil
}

// revealWithout adds to an event, by which somebody stops to take part, the reveal of what all the others may have shown by
// then.
func (s State) revealWithout(leaves PersonID, event Event) []Event {
	events := s.revealIfAll([]Event{event}, s.Hands.without(leaves), leaves)
	return s.revealSignalsIfAll(events, s.Signals.without(leaves), leaves)
}

func (v PersonRemoved) evolve(s State, _ Record) State {
	if s.Closed() {
		s.went++
	}
	return s.withPerson(v.Person, func(p *Person) { p.Removed = true }).withoutPart(v.Person)
}

// withoutPart is the state after a person has stopped to take part: their hand is down, and they can't be elected, also
// not by what was said of and by them before. What they wrote stays.
func (s State) withoutPart(id PersonID) State {
	s = s.withPerson(id, func(p *Person) { p.Done, p.Minute = false, false })
	s = s.keepObjection(id)
	s.Hands, s.Signals = s.Hands.without(id), s.Signals.without(id)
	s = s.withoutPen(id)
	if s.Proposal.Person == id {
		s = s.withoutProposal()
	}
	if s.Refused == id {
		s.Refused = ""
	}
	s.answers = maps.Clone(s.answers)
	delete(s.answers, id)
	s.Nominations = slices.DeleteFunc(slices.Clone(s.Nominations), func(n Nomination) bool { return n.Person == id })
	if s.Tie.involves(string(id)) {
		s.Tie = Tie{}
	}
	return s
}

func (c DeclareDone) decide(s State, e Envelope) ([]Event, error) {
	if p, _ := s.Person(e.By); p.Done == c.Done {
		return nil, ErrAlreadySaid
	}
	return []Event{DoneDeclared(c)}, nil
}

func (v DoneDeclared) evolve(s State, r Record) State {
	return s.withPerson(r.By, func(p *Person) { p.Done = v.Done })
}

func (c AskMinute) decide(s State, e Envelope) ([]Event, error) {
	if p, _ := s.Person(e.By); p.Minute {
		return nil, ErrAlreadySaid
	}
	return []Event{MinuteAsked{}}, nil
}

func (v MinuteAsked) evolve(s State, r Record) State {
	return s.withPerson(r.By, func(p *Person) { p.Minute = true })
}

// freshPhase forgets what people said about the phase that ended.
func (s State) freshPhase() State {
	s.People = s.People.changed(func(p *Person) { p.Done, p.Minute = false, false })
	return s
}
