package main

import (
	"errors"

	"convene/workshop"
	"convene/workshop/text"
)

// turnedAway writes down that a visitor was refused something, and returns the error. What they have typed is not in it: a
// code that is nearly right is nearly a secret, and a name is a person's.
func (d door) turnedAway(err error) error {
	if why := reason(err); why != "" {
		d.turned(why)
	}
	return err
}

// whyNoVerb is why a visitor is turned away who asks for what nobody does here.
const whyNoVerb = "there is no such verb"

func (d door) turned(why string) {
	d.house.log.Warn("turned away", "why", why, "from", d.visitor.Address, "key", d.visitor.Key)
}

// reason is why somebody is turned away, as the log says it; empty for what happens to everybody now and then. The list is
// short and fixed, so that the log can count what comes by the thousand.
func reason(err error) string {
	if much := (tooMuch{}); errors.As(err, &much) {
		return much.of.reason()
	}
	for _, r := range [...]struct {
		is  error
		why string
	}{
		{errNoSuchCode, "no workshop has that code"},
		{errNoSuchSeat, "no seat has that code"},
		{errMembers, "only its members see that community"},
		{errLocked, "the door is locked"},
		{errNotYours, "their seat was taken away"},
		{errUnlisted, "their key may not facilitate any more"},
		{errWalls, "all walls are shown"},
		{errFullHouse, "the house is full"},
		{workshop.ErrNameTaken, "somebody has that name, or one that looks like it"},
		{text.ErrNameScripts, "a name of several alphabets"},
		{text.ErrNameReserved, "a name with a meaning of its own"},
	} {
		if errors.Is(err, r.is) {
			return r.why
		}
	}
	return ""
}

// reason is what there was too much of, as the log says it.
func (e excess) reason() string {
	switch e {
	case wrongCodes:
		return "too many wrong codes from one address"
	case wrongSeatCodes:
		return "too many wrong seat codes from one address"
	case newcomers:
		return "too many new people from one address"
	default:
		return "one person was too fast"
	}
}
