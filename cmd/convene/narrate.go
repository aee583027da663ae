package main

import (
	"strings"

	"convene/workshop"
	"convene/workshop/format"
	"convene/workshop/text"
	"convene/workshop/tongue"
)

// narrator tells one record in plain words, in the language of its workshop.
type narrator struct {
	tongue.Tongue // of the workshop; tell sets it

	before, after workshop.State
	record        workshop.Record
	private       bool // nobody but the actor has seen what the record holds
	to            listener
}

// tell is a sentence without a full stop.
func (n narrator) tell() string {
	n.Tongue = tongue.In(n.after.Lang)
	if n.to == toRoom && n.unseen() {
		return n.Say("nothing changed on the wall")
	}
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
	case workshop.CheckOpened, workshop.AnswersGiven, workshop.AnswersChanged, workshop.CheckClosed, workshop.CheckAbandoned,
		workshop.CardTurned, workshop.CheckPlanned:
		return n.checked()
	case workshop.ActionSettled, workshop.OccasionNoted, workshop.OccasionStruck, workshop.SponsorNamed, workshop.TimeGranted:
		return n.life()
	case workshop.ClockStarted, workshop.ClockPaused, workshop.ClockAdjusted, workshop.AgendaPlanned,
		workshop.AgendaRepaired, workshop.RepairUndone, workshop.BreakStarted, workshop.BreakEnded, workshop.BreakCounted,
		workshop.WorkCounted:
		return n.time()
	case workshop.WorkshopOpened:
		return n.opened(v)
	case workshop.PhaseEntered:
		return n.phase(v)
	case workshop.WorkshopClosed:
		return n.Say("%s closed the workshop", n.actor())
	case workshop.NotesRevealed:
		return n.Say("everything written alone was revealed: %s", stepName(n.after, v.Step))
	case workshop.StandingHung:
		return n.hung(v)
	case workshop.HandsRevealed:
		return n.Say("all hands were shown")
	default:
		return n.record.Event.Kind()
	}
}

func (n narrator) opened(v workshop.WorkshopOpened) string {
	out := n.Say("%s opened the workshop: %s (%s)", n.actor(), v.Topic, n.length(v.Agenda))
	if v.Lang != "" {
		out = n.Say("%s, in %s", out, n.language(v.Lang))
	}
	if v.Wording.Name != "" {
		out = n.Say("%s, format: %s", out, v.Wording.Name)
	}
	if v.From != nil {
		out = n.Say("%s, which goes on from the canvas of %s", out, n.Date(v.From.Date.Date()))
	}
	return out
}

// language is what a language calls itself in a sentence.
func (n narrator) language(l workshop.Language) string {
	if l == workshop.French {
		return n.Say("French")
	}
	return string(l)
}

func (n narrator) phase(v workshop.PhaseEntered) string {
	switch {
	case v.Step == workshop.StepWelcome && !v.Back:
		return n.Say("people gather")
	case v.Back:
		return n.Say("%s went back to %s (%s)", n.actor(), place(n.after, v.Position), round(n.Tongue, v.Box))
	default:
		return n.Say("%s went on to %s (%s)", n.actor(), place(n.after, v.Position), round(n.Tongue, v.Box))
	}
}

// actor is whose record it is, as far as that is told.
func (n narrator) actor() string {
	if n.to == toRoom {
		return n.seen()
	}
	who := n.name(n.record.By)
	if n.record.Via != "" && n.to == toKeeper {
		return n.Say("%s (in the booth)", who)
	}
	return who
}

// name is what somebody is called, or what they called themselves at the door.
func (n narrator) name(id workshop.PersonID) string {
	if p, ok := n.after.Person(id); ok {
		return n.Name(p.Name)
	}
	for _, k := range n.before.Door.Knocks {
		if k.Person == id {
			return k.Name
		}
	}
	return string(id)
}

// prompt is what a prompt is called in a sentence. In English it has the name that it has on disk.
func (n narrator) prompt(p workshop.Prompt) string {
	if isEnglish(n.after) {
		return string(p)
	}
	return strings.ToLower(format.In(n.after.Lang, n.after.Wording).Prompt(p).Label)
}

// section is what a section of the canvas is called in a sentence. In English it has the name that it has on disk.
func (n narrator) section(s workshop.Section) string {
	if isEnglish(n.after) {
		return string(s)
	}
	return format.In(n.after.Lang, n.after.Wording).Heading(s)
}

// oneLine is what is told as a line that does nothing to a terminal, whatever a forged file says. Unlike what people type, a
// translation keeps its no-break spaces.
func oneLine(told string) string {
	parts := strings.Split(told, noBreak)
	for i, p := range parts {
		parts[i] = text.Line(p)
	}
	return strings.Join(parts, noBreak)
}

const noBreak = "\u00a0"
