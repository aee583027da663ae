package main

import "convene/workshop"

// listener is whom a record is told to. What it was is the same for all of them; whose it was is not.
type listener int

// The listeners. Where a sentence differs between them, it says so itself.
const (
	// toKeeper is to whoever has the file, in which everything stands but what is sealed: the log names whose record it is, and
	// says when it came from the booth.
	toKeeper listener = iota
	// toRoom is to everyone, at the moment of the record. They are told what the wall shows by then and did not show before, which
	// is what workshop.Share draws, and nobody is named but in the part in which the wall has them: see seen and unseen.
	toRoom
	// toPublic is to whoever reads the minute, and wasn't there. They are told who took part, who facilitated, who leads and who
	// sees to an action; whose words, concerns, objections and ideas there were, and who had to knock, stays in the room.
	toPublic
)

// seen is whose record it is as far as the wall shows it. It marks people by what they are up to: that they came, are done, have
// voted, have a hand ready, hold the pen, accepted. It says who facilitates, and so who leads on as long as only one can. It never says who moved a note, proposed words, planned an action or wrote a reason; and whatever is new here is told
// without a name until somebody finds it on the wall.
func (n narrator) seen() string {
	switch n.record.Event.(type) {
	case workshop.WorkshopOpened, workshop.PersonJoined, workshop.FacilitatorJoined, workshop.DoneDeclared, workshop.MinuteAsked,
		workshop.PenTaken, workshop.HandShown, workshop.BallotCast, workshop.NominationAccepted, workshop.NominationDeclined,
		workshop.ConsentSignalled:
		return n.name(n.record.By)
	case workshop.PhaseEntered, workshop.WorkshopClosed, workshop.ClockStarted, workshop.ClockPaused, workshop.ClockAdjusted,
		workshop.AgendaPlanned, workshop.AgendaRepaired, workshop.RepairUndone, workshop.BreakStarted, workshop.BreakEnded,
		workshop.BreakCounted, workshop.WorkCounted, workshop.PersonAdded, workshop.DoorLocked, workshop.FacilitatorAppointed,
		workshop.SpotlightPut, workshop.VoteOpened, workshop.VoteAbandoned, workshop.MethodChosen,
		workshop.CheckOpened, workshop.CheckClosed, workshop.CheckAbandoned:
		return n.lead()
	default:
		return n.Say("somebody")
	}
}

// lead is who did what only a facilitator can do. Where there are several, the wall doesn't say which of them it was.
func (n narrator) lead() string {
	var name string
	for p := range n.before.People.All() {
		switch {
		case p.Removed || p.Role != workshop.Facilitator:
		case name != "":
			return n.Say("a facilitator")
		default:
			name = p.Name
		}
	}
	if name == "" {
		return n.Say("a facilitator")
	}
	return name
}

// unseen says that the record changed nothing on the wall. Who knocks and who is turned away only facilitators see. Of a private
// note the wall shows that there is one more, or one less, and never that it has other words; of private nominations nothing at
// all; of answers to a health check that somebody has given some, and not that they are others now; of a hand, and of an answer to
// a proposal, that it is ready, and not that it is another one than before.
func (n narrator) unseen() bool {
	switch n.record.Event.(type) {
	case workshop.PersonKnocked, workshop.PersonRefused, workshop.NominationWithdrawn, workshop.AnswersChanged:
		return true
	case workshop.NoteReworded, workshop.Nominated:
		return n.private
	case workshop.HandShown:
		_, again := n.before.Hands.Of(n.record.By)
		return n.private && again
	case workshop.ConsentSignalled:
		_, again := n.before.Signals.Of(n.record.By)
		return n.private && again
	default:
		return false
	}
}
