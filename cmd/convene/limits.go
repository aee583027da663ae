package main

import (
	"fmt"
	"net/netip"
	"time"

	"convene/workshop"
)

// limits keep strangers from wearing the door out, and anybody from wearing a workshop out. A whole room may share an
// address, so there is plenty for each.
type limits struct {
	codes     *budget[netip.Addr]        // workshop codes that don't exist; of the 11,000 one tries 15 a minute
	seatCodes *budget[netip.Addr]        // seat codes that don't exist
	arrivals  *budget[netip.Addr]        // new seats
	commands  *budget[workshop.PersonID] // of one person, on all of their terminals
}

func newLimits(now func() time.Time) *limits {
	return &limits{
		codes:     newBudget[netip.Addr](now, 30, 4*time.Second),
		seatCodes: newBudget[netip.Addr](now, 30, 4*time.Second),
		arrivals:  newBudget[netip.Addr](now, 250, time.Second),
		commands:  newBudget[workshop.PersonID](now, 60, 100*time.Millisecond),
	}
}

// allow says whether a person may send a command now.
func (l *limits) allow(from netip.Addr, who workshop.PersonID, c workshop.Command) error {
	if err := l.commands.take(who); err != nil {
		return fmt.Errorf("that was faster than the others can follow: %w", err)
	}
	if _, joining := c.(workshop.Join); !joining {
		return nil
	}
	if err := l.arrivals.take(source(from)); err != nil {
		return fmt.Errorf("very many people come in at once: %w", err)
	}
	return nil
}
