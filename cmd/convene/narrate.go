package main

import (
	"fmt"

	"convene/workshop"
)

// narrator tells one record in plain words.
type narrator struct {
	before, after workshop.State
	record        workshop.Record
	private       bool // nobody but the actor has seen what the record holds
	nameless      bool // it is told to people who weren't there: whose words they were stays in the room
}

// tell is a sentence without a full stop.
func (n narrator) tell() string {
	switch v := n.record.Event.(type) {
	case workshop.NoteWritten, workshop.NoteReworded, workshop.NoteWithdrawn, workshop.ClusterFormed, workshop.NotesMoved,
		workshop.ClusterTitled, workshop.ClustersMerged, workshop.NotesParked, workshop.NotesKeptApart, workshop.ActionUndone,
		workshop.SpotlightPut, workshop.StatementWritten, workshop.ClusterPlaced, workshop.PenTaken, workshop.PenHanded,
		workshop.PenLaid, workshop.SentenceProposed:
		return n.wall()
	case workshop.HandShown, workshop.StepSettled, workshop.VoteOpened, workshop.BallotCast, workshop.VoteClosed,
		workshop.VoteAbandoned, workshop.LotDrawn, workshop.NameChosen:
		return n.decision()
	case workshop.Nominated, workshop.NominationWithdrawn, workshop.NominationAccepted, workshop.NominationDeclined,
		workshop.LeaderElected, workshop.NoLeaderRecorded, workshop.ElectionReopened:
		return n.election()
	case workshop.MethodChosen, workshop.NominationChanged, workshop.LeaderProposed, workshop.ConsentSignalled,
		workshop.SignalsRevealed:
		return n.consent()
	case workshop.PersonAdded, workshop.PersonJoined, workshop.FacilitatorJoined, workshop.DoorLocked,
		workshop.PersonKnocked, workshop.PersonAdmitted, workshop.PersonRefused, workshop.FacilitatorAppointed,
		workshop.FacilitatorReleased, workshop.PersonRemoved, workshop.DoneDeclared, workshop.MinuteAsked:
		return n.people()
	case workshop.ActionPlanned, workshop.ActionDropped:
		return n.action()
	case workshop.ClockStarted, workshop.ClockPaused, workshop.ClockAdjusted, workshop.AgendaPlanned,
		workshop.AgendaRepaired, workshop.RepairUndone, workshop.BreakStarted, workshop.BreakEnded, workshop.BreakCounted,
		workshop.WorkCounted:
		return n.time()
	case workshop.WorkshopOpened:
		opened := fmt.Sprintf("%s opened the workshop: %s (%s)", n.actor(), v.Topic, length(v.Agenda))
		if v.Lang != "" {
			opened += fmt.Sprintf(", in %s", v.Lang)
		}
		if v.Wording.Name != "" {
			opened += ", format: " + v.Wording.Name
		}
		return opened
	case workshop.PhaseEntered:
		return n.phase(v)
	case workshop.WorkshopClosed:
		return n.actor() + " closed the workshop"
	case workshop.NotesRevealed:
		return "everything written alone was revealed: " + stepName(n.after, v.Step)
	case workshop.HandsRevealed:
		return "all hands were shown"
	default:
		return n.record.Event.Kind()
	}
}

func (n narrator) phase(v workshop.PhaseEntered) string {
	switch {
	case v.Step == workshop.StepWelcome && !v.Back:
		return "people gather"
	case v.Back:
		return fmt.Sprintf("%s went back to %s (%s)", n.actor(), place(n.after, v.Position), round(v.Box))
	default:
		return fmt.Sprintf("%s went on to %s (%s)", n.actor(), place(n.after, v.Position), round(v.Box))
	}
}

// actor is whose record it is.
func (n narrator) actor() string {
	who := n.name(n.record.By)
	if n.record.Via != "" {
		who += " (in the booth)"
	}
	return who
}

// name is what somebody is called, or what they called themselves at the door.
func (n narrator) name(id workshop.PersonID) string {
	if p, ok := n.after.Person(id); ok {
		return p.Name
	}
	for _, k := range n.before.Door.Knocks {
		if k.Person == id {
			return k.Name
		}
	}
	return string(id)
}
