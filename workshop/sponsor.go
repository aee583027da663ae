package workshop

func (c NameSponsor) decide(s State, e Envelope) ([]Event, error) {
	if !s.steers(e.By) {
		return nil, ErrSteering
	}
	name, err := cleanText(c.Name, MaxSponsorLen, nil, ErrSponsorLong)
	switch {
	case err != nil:
		return nil, err
	case name == s.Sponsor:
		return nil, ErrAlreadyThere
	}
	return []Event{SponsorNamed{Name: name}}, nil
}

func (v SponsorNamed) evolve(s State, _ Record) State {
	s.Sponsor = v.Name
	return s
}

func (c GrantTime) decide(s State, e Envelope) ([]Event, error) {
	switch {
	case !s.steers(e.By):
		return nil, ErrSteering
	case s.Leadership.Leader == "":
		return nil, ErrNoLeaderYet
	case c.Weekly < 0 || c.Weekly > MaxLeaderWeekly:
		return nil, ErrWeekly
	case c.Weekly == s.Weekly:
		return nil, ErrAlreadyThere
	}
	return []Event{TimeGranted(c)}, nil
}

func (v TimeGranted) evolve(s State, _ Record) State {
	s.Weekly = v.Weekly
	return s
}
