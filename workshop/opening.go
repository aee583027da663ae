package workshop

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"time"

	"convene/workshop/text"
)

// maxOffset is further from UTC than any place on Earth, in either direction.
const maxOffset = Span(15 * time.Hour)

// codeForm is what a workshop's code looks like: lower-case words with hyphens between, "brave-otter".
var codeForm = regexp.MustCompile(`^[a-z]{2,16}(-[a-z]{2,16}){1,3}$`)

func (c OpenWorkshop) decide(_ State, e Envelope) ([]Event, error) {
	if !codeForm.MatchString(string(c.ID)) {
		return nil, ErrCode
	}
	topic, err := cleanText(c.Topic, MaxTopicLen, ErrTopicEmpty, ErrTopicLong)
	if err != nil {
		return nil, err
	}
	if !slices.Contains(Languages(), c.Lang.orEnglish()) {
		return nil, ErrLanguage
	}
	name, err := facilitatorName(c.Facilitator)
	if err != nil {
		return nil, err
	}
	if e.By == "" {
		return nil, text.ErrNameEmpty
	}
	if c.Offset < -maxOffset || c.Offset > maxOffset {
		return nil, ErrOffset
	}
	minutes := c.Minutes
	if minutes == 0 {
		minutes = DefaultTotal
	}
	if c.Reserve < 0 || c.Reserve > MaxTotal {
		return nil, ErrTotal
	}
	agenda, err := NewAgenda(minutes-c.Reserve, c.SkipForces)
	if err != nil || minutes > MaxTotal {
		return nil, ErrTotal
	}
	if c.Reserve > 0 {
		agenda = append(agenda, Block{Step: StepReserve, Box: Minutes(c.Reserve)})
	}
	if c.Lang == English {
		c.Lang = ""
	}
	wording, err := c.Wording.cleaned()
	switch {
	case err != nil:
		return nil, err
	case c.Votes < 0 || c.Votes > MaxNameVotes:
		return nil, ErrNameVotes
	case c.Votes == NameVotes:
		c.Votes = 0
	}
	if err := checkSolo(c.Solo); err != nil {
		return nil, err
	}
	if c.From != nil {
		from, err := c.From.cleaned()
		if err != nil {
			return nil, err
		}
		c.From = &from
	}
	agenda = agenda.Paced(c.Solo)
	start := Position{StepWelcome, PhaseGather}
	return []Event{
		WorkshopOpened{
			ID: c.ID, Topic: topic, Lang: c.Lang, Facilitator: name, Agenda: agenda, Offset: c.Offset,
			Wording: wording, Solo: maps.Clone(c.Solo), Votes: c.Votes, From: c.From,
		},
		PhaseEntered{Position: start, Box: agenda.Box(start)},
	}, nil
}

func (v WorkshopOpened) evolve(s State, r Record) State {
	s.Lang, s.Wording, s.Solo, s.Votes = v.Lang.orEnglish(), v.Wording, v.Solo, cmp.Or(v.Votes, NameVotes)
	s.ID, s.Topic, s.Opened, s.Offset, s.Agenda, s.From = v.ID, v.Topic, r.At, v.Offset, v.Agenda, v.From
	s.Total, s.Method = v.Agenda.afterWelcome(), SecretBallot
	return s.seat(Person{ID: r.By, Name: v.Facilitator, Role: Facilitator, Joined: r.At})
}

func (c CloseWorkshop) decide(s State, e Envelope) ([]Event, error) {
	if !s.Leadership.Decided() {
		return nil, ErrNoOutcome // the election was reopened at the canvas
	}
	return append(s.resumed(e.At), WorkshopClosed{}), nil
}

func (v WorkshopClosed) evolve(s State, r Record) State {
	s = s.rest(r.At)
	s.founding = s.founders()
	s.Ended = r.At
	s.Door.Locked = true // who comes later has not founded it, and knocks
	s.Clock.Left, s.Clock.Deadline = s.Clock.Remaining(r.At), time.Time{}
	return s
}
