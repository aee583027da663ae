package workshop

import "slices"

// Role is what a person may do in the workshop.
type Role string

// The roles. The facilitator is neutral: guides, writes no notes, has no vote. One who wants to take part as well adds
// themselves as a participant.
const (
	Facilitator Role = "facilitator"
	Participant Role = "participant"
	Observer    Role = "observer" // looks on, sends nothing; never in the log: who only looks on has the wall's seat
)

// gate says who may send a command, in which phases, whether an open vote is in the way, and whether it is for the workshop, for
// the community that goes on after it, or for both. Everything that can be said without looking at the command's fields is said here,
// so that the whole table can be read and tested.
type gate struct {
	who        Role    // empty: everyone who has a seat
	in         []Phase // empty: all
	duringVote bool    // also while a vote is open
	after      bool    // also when the workshop is finished, and the community goes on
	onlyAfter  bool    // and not before
}

// onBoard are the phases in which the wall of notes can be changed.
func onBoard() []Phase { return []Phase{PhaseShare, PhaseConverge} }

// board is the gate of everything that changes the wall.
func board() gate { return gate{in: onBoard()} }

// planning is the gate of what is done about actions; the step, and whose they are, are for their own rules to look at.
func planning() gate {
	return gate{in: []Phase{PhaseConverge, PhaseAlign, PhaseCanvas}}
}

func (OpenWorkshop) gate() gate  { return gate{} }
func (Advance) gate() gate       { return gate{who: Facilitator} }
func (StepBack) gate() gate      { return gate{who: Facilitator} }
func (CloseWorkshop) gate() gate { return gate{who: Facilitator, in: []Phase{PhaseCanvas}} }
func (StartClock) gate() gate    { return gate{who: Facilitator, duringVote: true} }
func (PauseClock) gate() gate    { return gate{who: Facilitator, duringVote: true} }
func (AdjustClock) gate() gate   { return gate{who: Facilitator, duringVote: true} }
func (PlanAgenda) gate() gate    { return gate{who: Facilitator, in: []Phase{PhaseGather}} }
func (RepairAgenda) gate() gate  { return gate{who: Facilitator, duringVote: true} }
func (UndoRepair) gate() gate    { return gate{who: Facilitator, duringVote: true} }
func (StartBreak) gate() gate    { return gate{who: Facilitator, duringVote: true} }
func (EndBreak) gate() gate      { return gate{who: Facilitator, duringVote: true} }
func (AnswerLull) gate() gate    { return gate{who: Facilitator, duringVote: true} }

func (AddPerson) gate() gate         { return gate{who: Facilitator, duringVote: true, after: true} }
func (Join) gate() gate              { return gate{duringVote: true, after: true} }
func (JoinAsFacilitator) gate() gate { return gate{duringVote: true, after: true} }
func (LockDoor) gate() gate          { return gate{who: Facilitator, duringVote: true, after: true} }

func (AdmitPerson) gate() gate { return gate{who: Facilitator, duringVote: true, after: true} }

func (RefusePerson) gate() gate       { return gate{who: Facilitator, duringVote: true, after: true} }
func (AppointFacilitator) gate() gate { return gate{who: Facilitator, after: true} }
func (ReleaseFacilitator) gate() gate { return gate{who: Facilitator, after: true} }
func (RemovePerson) gate() gate       { return gate{who: Facilitator, duringVote: true, after: true} }
func (DeclareDone) gate() gate        { return gate{who: Participant, duringVote: true} }
func (AskMinute) gate() gate          { return gate{who: Participant, duringVote: true} }

// alone are the phases in which everyone writes alone, and those after them that may still be in the grace (see mayWriteAt).
func alone() []Phase { return []Phase{PhaseDiverge, PhaseShare, PhaseConverge} }

func (WriteNote) gate() gate    { return gate{who: Participant, in: alone()} }
func (RewordNote) gate() gate   { return gate{who: Participant, in: []Phase{PhaseDiverge}} }
func (WithdrawNote) gate() gate { return gate{who: Participant, in: []Phase{PhaseDiverge}} }

func (FormCluster) gate() gate   { return board() }
func (DropOn) gate() gate        { return board() }
func (MoveNotes) gate() gate     { return board() }
func (TitleCluster) gate() gate  { return board() }
func (MergeClusters) gate() gate { return board() }
func (ParkNotes) gate() gate     { return board() }
func (PlaceCluster) gate() gate  { return board() }
func (KeepApart) gate() gate     { return board() }
func (UndoLast) gate() gate      { return board() }

func (PutSpotlight) gate() gate {
	return gate{who: Facilitator, in: onBoard(), duringVote: true}
}

// atOutcome are the phases in which the group words what it agrees on.
func atOutcome() []Phase { return []Phase{PhaseShare, PhaseConverge, PhaseAlign} }

func (WriteStatement) gate() gate  { return gate{in: atOutcome()} } // and see mayWrite
func (TakePen) gate() gate         { return gate{who: Facilitator, in: atOutcome()} }
func (HandPen) gate() gate         { return gate{in: atOutcome()} } // and see mayWrite
func (LayPen) gate() gate          { return gate{in: atOutcome()} } // and see mayWrite
func (ProposeSentence) gate() gate { return gate{who: Participant, in: atOutcome()} }

func (ShowHand) gate() gate    { return gate{who: Participant, in: []Phase{PhaseAlign}} }
func (RevealHands) gate() gate { return gate{who: Facilitator, in: []Phase{PhaseAlign}} }

func (OpenVote) gate() gate    { return gate{who: Facilitator, in: []Phase{PhaseConverge}} }
func (CastBallot) gate() gate  { return gate{who: Participant, duringVote: true} }
func (CloseVote) gate() gate   { return gate{who: Facilitator, duringVote: true} }
func (AbandonVote) gate() gate { return gate{who: Facilitator, duringVote: true} }
func (DrawLot) gate() gate     { return gate{who: Facilitator, in: []Phase{PhaseConverge}} }

func (Nominate) gate() gate           { return gate{who: Participant, in: alone()} }
func (WithdrawNomination) gate() gate { return gate{who: Participant, in: []Phase{PhaseDiverge}} }
func (AcceptNomination) gate() gate   { return gate{who: Participant, in: onBoard()} }
func (DeclineNomination) gate() gate  { return gate{who: Participant, in: onBoard()} }
func (RecordNoLeader) gate() gate     { return gate{who: Facilitator, in: onBoard()} }
func (ReopenElection) gate() gate     { return gate{who: Facilitator, after: true} }
func (DeclineLeadership) gate() gate  { return gate{who: Participant, after: true} }

func (ChooseMethod) gate() gate     { return gate{who: Facilitator, in: []Phase{PhaseBrief}} }
func (ChangeNomination) gate() gate { return gate{who: Participant, in: onBoard()} }
func (ProposeLeader) gate() gate    { return gate{who: Facilitator, in: []Phase{PhaseConverge}} }
func (SignalConsent) gate() gate    { return gate{who: Participant, in: []Phase{PhaseConverge}} }
func (RevealSignals) gate() gate    { return gate{who: Facilitator, in: []Phase{PhaseConverge}} }

func (PlanAction) gate() gate {
	g := planning()
	g.after = true
	return g
}
func (DropAction) gate() gate { return planning() }

// founded is the gate of what a community does after its workshop is finished.
func founded(who Role) gate { return gate{who: who, after: true, onlyAfter: true} }

func (OpenCheck) gate() gate     { return founded(Facilitator) }
func (GiveAnswers) gate() gate   { return founded(Participant) }
func (ChangeAnswers) gate() gate { return founded(Participant) }
func (CloseCheck) gate() gate    { return founded(Facilitator) }
func (AbandonCheck) gate() gate  { return founded(Facilitator) }
func (TurnCard) gate() gate      { return founded(Facilitator) }
func (PlanCheck) gate() gate     { return founded("") } // and see steers

func (SettleAction) gate() gate   { return founded("") } // and see settles
func (NoteOccasion) gate() gate   { return founded("") }
func (StrikeOccasion) gate() gate { return founded("") } // and see strikes
func (NameSponsor) gate() gate    { return founded("") } // and see steers
func (GrantTime) gate() gate      { return founded("") } // and see steers

// admit checks the sender against the command's gate.
func (s State) admit(e Envelope) error {
	switch e.Command.(type) {
	case OpenWorkshop:
		if s.Open() {
			return ErrAlreadyOpen
		}
		return nil
	default:
	}
	if !s.Open() {
		return ErrNotOpen
	}
	g := e.Command.gate()
	switch {
	case s.Closed() && !g.after:
		return ErrClosed
	case !s.Closed() && g.onlyAfter:
		return ErrUnfinished
	}
	full := s.Seq >= MaxRecords
	switch e.Command.(type) {
	case Join: // whoever comes in has no seat yet
		if full {
			return ErrLogFull
		}
		return nil
	case JoinAsFacilitator:
		return nil
	default:
	}
	p, ok := s.Person(e.By)
	if !ok || p.Removed {
		return ErrStranger
	}
	switch {
	case e.Via != "":
		if err := s.admitBooth(p, e.Via); err != nil {
			return err
		}
	case p.Booth:
		return ErrBoothOnly
	}
	switch {
	case g.who == Facilitator && p.Role != Facilitator:
		return ErrFacilitatorOnly
	case g.who == Participant && p.Role != Participant, p.Role == Observer:
		return ErrParticipantOnly
	case g.in != nil && !s.Closed() && !slices.Contains(g.in, s.At.Phase):
		return ErrNotNow
	case !g.duringVote && s.Vote.ID != 0:
		return ErrVoteOpen
	case full && p.Role != Facilitator:
		return ErrLogFull
	}
	return nil
}

// admitBooth checks a command that was typed on somebody else's keyboard: that of a facilitator, by a person who has
// none. A facilitator cannot speak for somebody who is at their own terminal.
func (s State) admitBooth(p Person, via PersonID) error {
	host, ok := s.Person(via)
	if !ok || host.Removed || host.Role != Facilitator {
		return ErrFacilitatorOnly
	}
	if !p.Booth {
		return ErrOwnTerminal
	}
	return nil
}
