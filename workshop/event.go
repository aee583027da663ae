package workshop

import (
	"time"

	"convene/workshop/ballot"
)

// Event is something that happened, in the past tense. Kind is its stable name on disk. Fields that a person did not
// type are decided when the event is, never recomputed on replay.
type Event interface {
	// Kind is the event's stable name on disk.
	Kind() string
	evolve(s State, r Record) State
}

// The events about the workshop as a whole and its way through the agenda.
type (
	// WorkshopOpened is the first record of every log; its actor is the facilitator.
	WorkshopOpened struct {
		ID          ID       `json:"id"`
		Topic       string   `json:"topic"`
		Lang        Language `json:"lang,omitempty"` // empty is English
		Facilitator string   `json:"facilitator"`
		Agenda      Agenda   `json:"agenda"`
		Offset      Span     `json:"offset,omitempty"` // of the place where it is held, east of UTC
		Wording     Wording  `json:"wording,omitzero"`
		// Solo are the times for writing alone that differ from the usual ones, in a workshop of two hours: the agenda's own
		// follow from them, and so do those of every plan that is made later.
		Solo  map[Step]Span `json:"solo,omitempty"`
		Votes int           `json:"votes,omitempty"` // per person for the name; zero is NameVotes
		From  *Origin       `json:"from,omitempty"`  // the canvas that it goes on from; nil for the first of a community
	}
	// PhaseEntered moves everyone to a position and starts its clock (standing, while people gather).
	PhaseEntered struct {
		Position
		Box      Span      `json:"box"`
		Deadline time.Time `json:"deadline,omitzero"`
		Back     bool      `json:"back,omitempty"` // the group went back
	}
	// WorkshopClosed ends the workshop.
	WorkshopClosed struct{}
	// ClockStarted lets the time box run until the deadline.
	ClockStarted struct {
		Deadline time.Time `json:"deadline"`
	}
	// ClockPaused stops the clock with so much left (below zero when the time was over).
	ClockPaused struct {
		Left Span `json:"left"`
	}
	// ClockAdjusted gives or takes time; Deadline is set when the clock runs, Left when it stands.
	ClockAdjusted struct {
		By       Span      `json:"by"`
		Deadline time.Time `json:"deadline,omitzero"`
		Left     Span      `json:"left,omitempty"`
	}
	// AgendaRepaired replaces the plan from here on.
	AgendaRepaired struct {
		Repair Repair `json:"repair"`
		Agenda Agenda `json:"agenda"`
		Later  Span   `json:"later,omitempty"` // by how much the promised end moves
	}
)

// The events about people.
type (
	// PersonAdded gives a seat to somebody without a terminal.
	PersonAdded struct {
		Person PersonID `json:"person"`
		Name   string   `json:"name"`
	}
	// PersonJoined is somebody taking a seat at a terminal; the actor is the person.
	PersonJoined struct {
		Name string `json:"name"`
	}
	// PersonRemoved takes a seat away.
	PersonRemoved struct {
		Person PersonID `json:"person"`
	}
	// DoneDeclared says that the actor is done with the present phase, or is not after all.
	DoneDeclared struct {
		Done bool `json:"done"`
	}
	// MinuteAsked is the actor's wish for one more minute.
	MinuteAsked struct{}
)

// The events about notes. The actor is the author.
type (
	// NoteWritten adds a private note with the next number.
	NoteWritten struct {
		Note   NoteID `json:"note"`
		Prompt Prompt `json:"prompt"`
		Text   string `json:"text"`
	}
	// NoteReworded changes a private note's text.
	NoteReworded struct {
		Note NoteID `json:"note"`
		Text string `json:"text"`
	}
	// NoteWithdrawn takes a private note back.
	NoteWithdrawn struct {
		Note NoteID `json:"note"`
	}
	// NotesRevealed shows all notes and nominations of the step to everyone.
	NotesRevealed struct {
		Step Step `json:"step"`
	}
)

// The events about the board. Each is one action, which UndoLast can take back.
type (
	// ClusterFormed puts notes into a new cluster with the next number.
	ClusterFormed struct {
		Cluster ClusterID `json:"cluster"`
		Prompt  Prompt    `json:"prompt"`
		Title   string    `json:"title,omitempty"`
		Notes   []NoteID  `json:"notes"`
	}
	// NotesMoved puts notes into a cluster, or lets them stand alone (zero).
	NotesMoved struct {
		Notes   []NoteID  `json:"notes"`
		Cluster ClusterID `json:"cluster,omitempty"`
	}
	// ClusterTitled gives a cluster its title.
	ClusterTitled struct {
		Cluster ClusterID `json:"cluster"`
		Title   string    `json:"title"`
	}
	// ClustersMerged empties From into Into, which then has the title.
	ClustersMerged struct {
		Into  ClusterID `json:"into"`
		From  ClusterID `json:"from"`
		Title string    `json:"title,omitempty"`
	}
	// NotesParked takes notes out of the canvas.
	NotesParked struct {
		Notes []NoteID `json:"notes"`
	}
	// NotesKeptApart says that two notes that say nearly the same are two ideas, the one with the lower number first.
	NotesKeptApart struct {
		Notes [2]NoteID `json:"notes"`
	}
	// ActionUndone takes back what the actor did in record Of.
	ActionUndone struct {
		Of Seq `json:"of"`
	}
	// SpotlightPut shows something large on every screen, or nothing.
	SpotlightPut struct {
		On Spot `json:"on"`
	}
	// StatementWritten sets the sentence that opens a section.
	StatementWritten struct {
		Section Section `json:"section"`
		Text    string  `json:"text"`
	}
)

// The events about alignment.
type (
	// HandShown is how far the actor stands behind the outcome. It replaces the actor's earlier hand.
	HandShown struct {
		Level   int    `json:"level"`
		Concern string `json:"concern,omitempty"`
	}
	// HandsRevealed shows all hands at the same moment.
	HandsRevealed struct{}
	// StepSettled is the end of a step: with which hands, and which concerns the group heard.
	StepSettled struct {
		Step     Step      `json:"step"`
		Hands    [6]int    `json:"hands"`              // how many showed 0, 1 … 5
		Missing  int       `json:"missing,omitempty"`  // how many showed none
		Concerns []Concern `json:"concerns,omitempty"` // those under 3
		Despite  bool      `json:"despite,omitempty"`  // the group went on all the same; before it was recorded: false
	}
)

// The events about votes.
type (
	// VoteOpened opens a vote with everything that it needs.
	VoteOpened struct {
		Vote    VoteID      `json:"vote"`
		Purpose Purpose     `json:"purpose"`
		Step    Step        `json:"step"`
		Round   int         `json:"round"`
		Options []Option    `json:"options"`
		For     PersonID    `json:"for,omitempty"` // the only candidate, when the options are yes and no
		Rule    ballot.Rule `json:"rule"`
		// Electorate are those who may vote: who took part when the vote was opened, in the order of arrival.
		Electorate []PersonID `json:"electorate"`
		// Seal is the SHA-256 of the nonce from which a lot would be drawn; empty where there can be none. Nonce is never part
		// of the record: it travels to the log's Append, which keeps it until LotDrawn tells it.
		Seal  []byte `json:"seal,omitempty"`
		Nonce []byte `json:"-"`
	}
	// BallotCast puts the actor on the roll. The ballot itself is never part of the record: it travels in this field
	// from Decide to the log's Append, which puts it into the workshop's box under a random key.
	BallotCast struct {
		Vote   VoteID        `json:"vote"`
		Ballot ballot.Ballot `json:"-"`
	}
	// VoteClosed is the count: all ballots, sorted, and what follows from them. Appending it empties the box.
	VoteClosed struct {
		Vote    VoteID          `json:"vote"`
		Ballots []ballot.Ballot `json:"ballots"`
		Outcome ballot.Result   `json:"outcome,omitzero"`
		Scores  []ballot.Score  `json:"scores,omitempty"`
		Rounds  []ballot.Round  `json:"rounds,omitempty"` // of ranked ballots, the first to the last; Outcome has the last one's tally
	}
	// VoteAbandoned ends a vote without counting it. Appending it empties the box.
	VoteAbandoned struct {
		Vote VoteID `json:"vote"`
	}
	// LotDrawn decides among the tied by a lot that anyone can repeat from the nonce (see ballot.Lot), whose SHA-256 is the
	// Seal of the vote.
	LotDrawn struct {
		Vote   VoteID   `json:"vote"`
		Among  []Option `json:"among"`
		Nonce  []byte   `json:"nonce"`
		Winner string   `json:"winner"`
	}
	// NameChosen gives the community its name.
	NameChosen struct {
		Name string `json:"name"`
		How  How    `json:"how"`
	}
)

// The events about the leader.
type (
	// Nominated proposes a person; private until the reveal. It replaces the actor's earlier reason for that person.
	Nominated struct {
		Person PersonID `json:"person"`
		Reason string   `json:"reason"`
	}
	// NominationWithdrawn takes a private nomination back.
	NominationWithdrawn struct {
		Person PersonID `json:"person"`
	}
	// NominationAccepted makes the actor a candidate, with dedicated time for the role.
	NominationAccepted struct{}
	// NominationDeclined is the actor's no.
	NominationDeclined struct{}
	// LeaderElected makes one person the leader.
	LeaderElected struct {
		Person PersonID `json:"person"`
		How    How      `json:"how"`
	}
	// NoLeaderRecorded is the other valid outcome.
	NoLeaderRecorded struct {
		Reason string `json:"reason"`
	}
	// ElectionReopened takes the outcome back.
	ElectionReopened struct {
		Reason string `json:"reason"`
	}
)

// The events about the door, and about who facilitates beside the one who opened the workshop.
type (
	// FacilitatorJoined is somebody taking a facilitator's seat at a terminal; the actor is the person.
	FacilitatorJoined struct {
		Name string `json:"name"`
	}
	// DoorLocked says that newcomers have to ask from now on, or no longer have to.
	DoorLocked struct {
		Locked bool `json:"locked"`
	}
	// PersonKnocked is somebody asking for a seat at the locked door; the actor is the person.
	PersonKnocked struct {
		Name string `json:"name"`
	}
	// PersonAdmitted gives a seat to somebody who knocked.
	PersonAdmitted struct {
		Person PersonID `json:"person"`
	}
	// PersonRefused turns somebody away who knocked.
	PersonRefused struct {
		Person PersonID `json:"person"`
	}
	// FacilitatorAppointed makes a participant a facilitator.
	FacilitatorAppointed struct {
		Person PersonID `json:"person"`
	}
	// FacilitatorReleased makes a facilitator a participant.
	FacilitatorReleased struct {
		Person PersonID `json:"person"`
	}
)

// The events about what follows.
type (
	// ActionPlanned adds a first action with the next number. Whose idea it was is the record's actor.
	ActionPlanned struct {
		Action ActionID `json:"action"`
		What   string   `json:"what"`
		Owner  PersonID `json:"owner"`
		Due    Day      `json:"due,omitempty"`
		Check  CheckID  `json:"check,omitempty"` // of the community, in which it was planned
		Card   CardID   `json:"card,omitempty"`  // from which
	}
	// ActionDropped takes one away.
	ActionDropped struct {
		Action ActionID `json:"action"`
	}
)

// The events about the order of clusters, and about the pen. A placed cluster is an action on the board, which UndoLast can
// take back.
type (
	// ClusterPlaced puts a cluster before another one, or last (zero).
	ClusterPlaced struct {
		Cluster ClusterID `json:"cluster"`
		Before  ClusterID `json:"before,omitempty"`
	}
	// PenTaken says that the actor writes the sentence of a section now, before everyone's eyes.
	PenTaken struct {
		Section Section `json:"section"`
	}
	// PenHanded gives the pen to somebody else.
	PenHanded struct {
		To PersonID `json:"to"`
	}
	// PenLaid lays the pen down without changing the statement.
	PenLaid struct{}
	// SentenceProposed adds the actor's words to what the pen can take in.
	SentenceProposed struct {
		Section Section `json:"section"`
		Text    string  `json:"text"`
	}
)

// The events about the plan and about time that counts for nothing.
type (
	// AgendaPlanned sets the plan, before the workshop begins.
	AgendaPlanned struct {
		Agenda Agenda `json:"agenda"`
	}
	// RepairUndone takes the latest repair back.
	RepairUndone struct {
		Repair Repair `json:"repair"`
		Agenda Agenda `json:"agenda"`           // as it was before
		Sooner Span   `json:"sooner,omitempty"` // by how much the promised end moves back
	}
	// BreakStarted lets everything rest, with so much of the time box left.
	BreakStarted struct {
		Until time.Time `json:"until,omitzero"`
		Left  Span      `json:"left"`
	}
	// BreakEnded goes on; Deadline is set when the clock runs again, Left when it stands.
	BreakEnded struct {
		Deadline time.Time `json:"deadline,omitzero"`
		Left     Span      `json:"left,omitempty"`
	}
	// BreakCounted says afterwards that a time in which nothing happened was a break; WorkCounted, that it was not.
	BreakCounted struct {
		From  time.Time `json:"from"`
		Until time.Time `json:"until"`
	}
	WorkCounted struct {
		From  time.Time `json:"from"`
		Until time.Time `json:"until"`
	}
)

// The events about a leader by consent.
type (
	// MethodChosen says how the group comes to its leader.
	MethodChosen struct {
		Method Method `json:"method"`
	}
	// NominationChanged takes the actor's nomination of From back, and puts one of To in its place, for all to see. Either may
	// be empty; they are the same when only the reason is another.
	NominationChanged struct {
		From   PersonID `json:"from,omitempty"`
		To     PersonID `json:"to,omitempty"`
		Reason string   `json:"reason,omitempty"`
	}
	// LeaderProposed puts a proposal on the table, in the place of the one before.
	LeaderProposed struct {
		Proposal int      `json:"proposal"`
		Person   PersonID `json:"person"`
		Terms    string   `json:"terms,omitempty"`
	}
	// ConsentSignalled is the actor's consent to the proposal, or objection; private until all are revealed. It replaces what
	// the actor signalled before.
	ConsentSignalled struct {
		Proposal int    `json:"proposal"`
		Objects  bool   `json:"objects,omitempty"`
		Reason   string `json:"reason,omitempty"`
	}
	// SignalsRevealed shows all signals at the same moment.
	SignalsRevealed struct {
		Proposal int `json:"proposal"`
	}
)
