package workshop

import (
	"cmp"
	"slices"
	"strings"

	"convene/workshop/text"
)

// Days around today on which an occasion can have been, or will be.
const (
	occasionBefore = 3653 // ten years, three of them leap years
	occasionAfter  = maxDue
)

// OccasionKinds lists the kinds of occasions, in the order in which they are offered.
func OccasionKinds() []OccasionKind {
	return []OccasionKind{BrownBag, LightningTalks, LeanCoffee, BookClub, CodeReview, Retrospective, OtherOccasion}
}

// noted is an occasion with who noted it.
type noted struct {
	Occasion
	By PersonID
}

func (c NoteOccasion) decide(s State, e Envelope) ([]Event, error) {
	today := s.today(e.At)
	switch {
	case !slices.Contains(OccasionKinds(), c.Kind):
		return nil, ErrOccasionKind
	case !c.On.Valid() || c.On < today.Plus(-occasionBefore) || c.On > today.Plus(occasionAfter):
		return nil, ErrOccasionDay
	case len(s.Occasions) >= MaxOccasions:
		return nil, ErrManyOccasions
	}
	topic, err := cleanText(c.Topic, MaxOccasionLen, ErrOccasionEmpty, ErrOccasionLong)
	if err != nil {
		return nil, err
	}
	minutes, err := cleanLink(c.Minutes)
	if err != nil {
		return nil, err
	}
	return []Event{OccasionNoted{Occasion: s.occasions + 1, Form: c.Kind, On: c.On, Topic: topic, Minutes: minutes}}, nil
}

// cleanLink cleans a link to a page, which may be missing.
func cleanLink(typed string) (string, error) {
	link := text.Line(typed)
	if link == "" {
		return "", nil
	}
	if text.Len(link) > MaxMinutesLen {
		return "", ErrMinutesLong
	}
	scheme, rest, _ := strings.Cut(link, "://")
	web := strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https")
	if !web || rest == "" || strings.ContainsAny(rest[:1], "/?#:@.") || strings.ContainsAny(link, " \"<>\\`") {
		return "", ErrMinutes
	}
	return link, nil
}

func (v OccasionNoted) evolve(s State, r Record) State {
	s.occasions = v.Occasion
	o := Occasion{ID: v.Occasion, Kind: v.Form, On: v.On, Topic: v.Topic, Minutes: v.Minutes}
	s.Occasions = append(slices.Clone(s.Occasions), noted{o, r.By})
	return s
}

func (c StrikeOccasion) decide(s State, e Envelope) ([]Event, error) {
	i := slices.IndexFunc(s.Occasions, func(o noted) bool { return o.ID == c.Occasion })
	switch {
	case i < 0:
		return nil, ErrNoSuchOccasion
	case !s.strikes(e.By, s.Occasions[i]):
		return nil, ErrNotYourOccasion
	}
	return []Event{OccasionStruck(c)}, nil
}

func (v OccasionStruck) evolve(s State, _ Record) State {
	s.Occasions = slices.DeleteFunc(slices.Clone(s.Occasions), func(o noted) bool { return o.ID == v.Occasion })
	return s
}

// strikes says whether somebody may take an occasion out of the record: who noted it, or a facilitator.
func (s State) strikes(id PersonID, o noted) bool {
	return o.By == id || s.facilitated(id)
}

// struckBy are the numbers of the occasions that somebody may take out of the record.
func (s State) struckBy(id PersonID) []OccasionID {
	var out []OccasionID
	all := s.facilitated(id)
	for _, o := range s.Occasions {
		if all || o.By == id {
			out = append(out, o.ID)
		}
	}
	return out
}

// held are the occasions by day, and those of a day in the order of noting; who noted one is nobody else's business.
func (s State) held() []Occasion {
	var out []Occasion
	for _, o := range s.Occasions {
		out = append(out, o.Occasion)
	}
	slices.SortStableFunc(out, func(a, b Occasion) int { return cmp.Compare(a.On, b.On) })
	return out
}

// fits says whether an occasion that was read from outside is one that can be noted.
func (o Occasion) fits() bool {
	return slices.Contains(OccasionKinds(), o.Kind) && o.On.Valid()
}
