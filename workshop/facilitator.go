package workshop

import (
	"strings"

	"convene/workshop/text"
)

// Unnamed is what a facilitator is called of whom no name is known; where there are several, a number follows. It is no name
// that anybody would want to read on the canvas.
const Unnamed = "Facilitator"

// unnamed says whether somebody is called so for want of a name.
func unnamed(name string) bool {
	number, is := strings.CutPrefix(name, Unnamed)
	return is && strings.Trim(number, " 0123456789") == ""
}

// facilitators counts those who facilitate now. None of them is ever removed.
func (s State) facilitators() int {
	n := 0
	for p := range s.People.looks() {
		if p.Role == Facilitator {
			n++
		}
	}
	return n
}

// facilitatorName cleans what a facilitator is called. They may be called what the program calls them; nobody else may.
func facilitatorName(typed string) (string, error) {
	name := text.Clip(text.Line(typed), text.MaxNameCells)
	if name == "" {
		return "", text.ErrNameEmpty
	}
	return name, nil
}

func (c JoinAsFacilitator) decide(s State, e Envelope) ([]Event, error) {
	name, err := s.newcomer(e, c.Name, facilitatorName)
	if err != nil {
		return nil, err
	}
	return []Event{FacilitatorJoined{Name: name}}, nil
}

func (v FacilitatorJoined) evolve(s State, r Record) State {
	return s.seat(Person{ID: r.By, Name: v.Name, Role: Facilitator, Joined: r.At})
}

func (c AppointFacilitator) decide(s State, _ Envelope) ([]Event, error) {
	p, ok := s.Person(c.Person)
	switch {
	case !ok || p.Removed:
		return nil, ErrNoSuchPerson
	case p.Role == Facilitator:
		return nil, ErrAlreadyThere
	case p.Booth:
		return nil, ErrBoothOnly // one who guides needs a terminal to do it at
	case s.Leadership.Leader == p.ID:
		return nil, s.keepsLeader()
	}
	// Whoever guides shows nothing, so that the others may all have shown theirs now.
	return s.revealWithout(c.Person, FacilitatorAppointed(c)), nil
}

func (v FacilitatorAppointed) evolve(s State, _ Record) State {
	return s.withPerson(v.Person, func(p *Person) { p.Role, p.Named = Facilitator, true }).withoutPart(v.Person)
}

func (c ReleaseFacilitator) decide(s State, e Envelope) ([]Event, error) {
	p, ok := s.Person(c.Person)
	switch {
	case !ok || p.Removed:
		return nil, ErrNoSuchPerson
	case p.Role != Facilitator:
		return nil, ErrAlreadyThere
	case !p.Named && p.ID != e.By:
		return nil, ErrOwnFacilitator // a guest who was asked to help can't turn the owner out
	case s.facilitators() == 1:
		return nil, ErrLastFacilitator
	}
	return []Event{FacilitatorReleased(c)}, nil
}

func (v FacilitatorReleased) evolve(s State, _ Record) State {
	return s.withPerson(v.Person, func(p *Person) { p.Role, p.Named = Participant, false })
}
