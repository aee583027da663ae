package main

import (
	"net/netip"
	"time"

	"convene/workshop"
	"convene/workshop/tongue"
)

// limits keep strangers from wearing the door out, and anybody from wearing a workshop out. A whole room may share an
// address, so there is plenty for each.
type limits struct {
	codes     *budget[netip.Addr]        // workshop codes that don't exist; of the 13,000 one tries 15 a minute
	seatCodes *budget[netip.Addr]        // seat codes that don't exist
	arrivals  *budget[netip.Addr]        // new seats
	commands  *budget[workshop.PersonID] // of one person, on all of their terminals
}

func newLimits(now func() time.Time) *limits {
	return &limits{
		codes:     newBudget[netip.Addr](wrongCodes, now, 30, 4*time.Second),
		seatCodes: newBudget[netip.Addr](wrongSeatCodes, now, 30, 4*time.Second),
		arrivals:  newBudget[netip.Addr](newcomers, now, 250, time.Second),
		commands:  newBudget[workshop.PersonID](hurry, now, 60, 100*time.Millisecond),
	}
}

// excess is what there can be too much of.
type excess int

const (
	wrongCodes excess = iota
	wrongSeatCodes
	newcomers
	hurry
)

// in says that there is too much of it now, and for how many seconds to wait.
func (e excess) in(l tongue.Tongue, seconds int) string {
	switch e {
	case wrongCodes:
		return l.Count(seconds, "many codes that don't exist came from your address: wait %d second and try again",
			"many codes that don't exist came from your address: wait %d seconds and try again")
	case wrongSeatCodes:
		return l.Count(seconds, "many seat codes that don't exist came from your address: wait %d second and try again",
			"many seat codes that don't exist came from your address: wait %d seconds and try again")
	case newcomers:
		return l.Count(seconds, "very many people come in at once: wait %d second and try again",
			"very many people come in at once: wait %d seconds and try again")
	default:
		return l.Count(seconds, "that was faster than the others can follow: wait %d second and try again",
			"that was faster than the others can follow: wait %d seconds and try again")
	}
}

// allow says whether a person may send a command now.
func (l *limits) allow(from netip.Addr, who workshop.PersonID, c workshop.Command) error {
	if err := l.commands.take(who); err != nil {
		return err
	}
	if _, joining := c.(workshop.Join); joining {
		return l.arrivals.take(source(from))
	}
	return nil
}
