package workshop

import "time"

// founding is what the canvas shows of people, as it was when the group closed its workshop: who comes and goes in the
// community or leads it later, and what becomes of an action, changes nothing of it.
type founding struct {
	facilitators, people []string
	actions              []Planned
	leadership           Leadership
}

// founders are those who have a seat now, with what they have planned.
func (s State) founders() founding {
	f := founding{actions: s.planned(), leadership: s.Leadership}
	for p := range s.People.looks() {
		switch {
		case p.Removed, p.Role == Facilitator && unnamed(p.Name):
		case p.Role == Facilitator:
			f.facilitators = append(f.facilitators, p.Name)
		case p.Role == Participant:
			f.people = append(f.people, p.Name)
		}
	}
	return f
}

// Community is what has become of the community that the workshop has founded, as everyone there may see it; false until the
// workshop is finished. It holds no answer that was not counted, and no name of who gave one where they were few.
func (s State) Community() (Community, bool) {
	if !s.Closed() {
		return Community{}, false
	}
	c := Community{
		Code: s.ID, Name: s.Called(), Lang: s.Lang, Founded: s.there(s.Ended), Heard: s.there(s.heard), NextCheck: s.NextCheck,
		Sponsor: s.Sponsor, Weekly: s.Weekly, Actions: s.followUps(), Occasions: s.held(),
	}
	if c.Name == "" {
		c.Name = s.Topic
	}
	if p, ok := s.Person(s.Leadership.Leader); ok {
		c.Leader = p.Name
	}
	for p := range s.People.looks() {
		if !p.Removed && !(p.Role == Facilitator && unnamed(p.Name)) {
			c.People = append(c.People, p.Name)
		}
	}
	for _, check := range s.Checks {
		c.Checks = append(c.Checks, s.shown(check))
	}
	return c, true
}

// shown is a check as everyone may see it.
func (s State) shown(c HealthCheck) HealthCheck {
	c.Opened, c.Closed = s.there(c.Opened), s.there(c.Closed)
	if c.Took < MinAnswers {
		c.Roll = nil
	}
	if !c.Closed.IsZero() {
		c.Spread = c.Spread[:c.Seen():c.Seen()]
	}
	return c
}

// there is a moment in the time of the place; no moment stays none.
func (s State) there(t time.Time) time.Time {
	if t.IsZero() || s.Offset == 0 {
		return t
	}
	return t.In(s.Zone())
}
