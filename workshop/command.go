package workshop

import (
	"time"

	"convene/workshop/ballot"
)

// Envelope is a command with who sends it and when. Identifiers, times and chance come in with it, so that Decide is
// pure.
type Envelope struct {
	By      PersonID  // whose command it is
	Via     PersonID  // the facilitator whose keyboard it was typed on, in the booth; empty for one's own
	At      time.Time // when it was sent
	Command Command
}

// Command is a wish to change the workshop, in the imperative. Decide turns it into events or refuses it. Each
// command's gate (see gate.go) says who may send it and when.
type Command interface {
	gate() gate
	decide(s State, e Envelope) ([]Event, error)
}

// The commands about the workshop as a whole and its way through the agenda.
type (
	// OpenWorkshop creates the workshop. The sender becomes its facilitator.
	OpenWorkshop struct {
		ID          ID
		Topic       string
		Lang        Language // in which the screens, the prompts and the canvas speak; empty is English
		Facilitator string   // the sender's name
		Minutes     int      // in all; zero means DefaultTotal
		Reserve     int      // of them kept for being late, in minutes: zero, or what leaves the blocks MinTotal
		SkipForces  bool
		Offset      Span // of the place where it is held, east of UTC: it says which day the canvas bears
		Wording     Wording
		Solo        map[Step]Span // for writing alone in two hours, MinSolo to MaxSolo; the usual time where none is named
		Votes       int           // per person for the name, up to MaxNameVotes; zero means NameVotes
		From        *Origin       // the canvas that it goes on from; nil for the first workshop of a community
	}
	// Advance goes to the next phase, or to the next step after the last phase. From makes two facilitators who
	// press the key at once move once. Despite confirms what would otherwise be asked: missing hands, concerns, a
	// community without a name.
	Advance struct {
		From    Position
		Despite bool
	}
	// StepBack goes to the phase before, or at once to another that State.Agenda.Earlier lists: To, when it is not zero.
	// Nothing is lost.
	StepBack struct{ From, To Position }
	// CloseWorkshop ends it: from then on there is only looking. The canvas must have been reached.
	CloseWorkshop struct{}
	// StartClock lets the time box run.
	StartClock struct{}
	// PauseClock stops it.
	PauseClock struct{}
	// AdjustClock gives the present time box minutes, or takes them (below zero).
	AdjustClock struct{ Minutes int }
	// PlanAgenda sets how long each step is to take, before the workshop begins. The solo times follow the blocks; those
	// that come with them are not looked at. Was is the plan that the sender means to change, so that two who plan at once
	// don't undo each other's work unseen; nil when it is to change whatever it is.
	PlanAgenda struct{ Agenda, Was Agenda }
	// RepairAgenda makes up for being late.
	RepairAgenda struct {
		Repair Repair
		Was    Agenda // that the sender means to repair, so that two who do at once don't repair twice; nil: whatever it is
	}
	// UndoRepair takes the latest repair back: the one of that record, so that two who do at once don't take two back.
	UndoRepair struct{ Of Seq }
	// StartBreak lets everything rest, and the time isn't counted: for so many minutes, at most MaxBreak, or until EndBreak
	// when it is zero, be it the next day.
	StartBreak struct{ Minutes int }
	// EndBreak goes on where the group was.
	EndBreak struct{}
	// AnswerLull says what the Lull was that began then: a break that nobody had announced, or work. Either is final.
	AnswerLull struct {
		From  time.Time
		Break bool
	}
)

// The commands about people.
type (
	// AddPerson gives a seat to somebody in the room who has no terminal. They write and vote in the booth.
	AddPerson struct {
		Person PersonID
		Name   string
	}
	// Join takes a seat at one's own terminal; at a locked door it asks for one. The sender is the person.
	Join struct{ Name string }
	// JoinAsFacilitator takes a facilitator's seat at one's own terminal. The sender is a person whom the house knows as
	// a facilitator: the house sends it, never a screen.
	JoinAsFacilitator struct{ Name string }
	// RemovePerson takes a seat away. What the person wrote stays; the person can't come back by themselves.
	RemovePerson struct{ Person PersonID }
	// LockDoor makes newcomers ask for a seat, or lets them in again without asking.
	LockDoor struct{ Locked bool }
	// AdmitPerson gives a seat to somebody who asked for one at the locked door, under the name that they gave.
	AdmitPerson struct{ Person PersonID }
	// RefusePerson turns somebody away who asked for a seat. They can't ask again, nor join when the door is open.
	RefusePerson struct{ Person PersonID }
	// AppointFacilitator makes a participant a facilitator beside the others: one who guides, and neither writes nor
	// votes as long as they do. What they wrote in private stays theirs, and is revealed with everything else.
	AppointFacilitator struct{ Person PersonID }
	// ReleaseFacilitator makes a facilitator a participant. One facilitator stays.
	ReleaseFacilitator struct{ Person PersonID }
	// DeclareDone says that the sender has written (or voted) enough for now, or takes that back.
	DeclareDone struct{ Done bool }
	// AskMinute asks the facilitator for one more minute.
	AskMinute struct{}
)

// The commands about notes.
type (
	// WriteNote puts one idea on a note of the sender's own.
	WriteNote struct {
		Prompt Prompt
		Text   string
	}
	// RewordNote changes the text of an own note that nobody has seen yet.
	RewordNote struct {
		Note NoteID
		Text string
	}
	// WithdrawNote takes back an own note that nobody has seen yet.
	WithdrawNote struct{ Note NoteID }
)

// The commands about the board. Each is one action that its sender can take back with UndoLast.
type (
	// FormCluster puts lone or clustered notes together into a new cluster.
	FormCluster struct {
		Notes []NoteID
		Title string // may be empty
	}
	// DropOn puts notes where another one is, wherever that is by then: into its cluster, or together with it into a new
	// one when it stands alone.
	DropOn struct {
		Notes []NoteID
		On    NoteID
	}
	// MoveNotes puts notes into a cluster, or into the one that it was merged into meanwhile; cluster zero lets them stand
	// alone, and brings parked ones back.
	MoveNotes struct {
		Notes   []NoteID
		Cluster ClusterID
	}
	// TitleCluster gives a cluster its title, or takes it away (empty).
	TitleCluster struct {
		Cluster ClusterID
		Title   string
	}
	// MergeClusters moves everything from one cluster into another (or into what that was merged into meanwhile), which
	// keeps its title if it has one.
	MergeClusters struct{ Into, From ClusterID }
	// ParkNotes takes notes out of the canvas without losing them.
	ParkNotes struct{ Notes []NoteID }
	// PlaceCluster puts a cluster before another one of its column; before none (zero) it comes last.
	PlaceCluster struct{ Cluster, Before ClusterID }
	// KeepApart says that two notes that say nearly the same (see Pair) are two ideas: nobody is asked about them again.
	// It moves nothing, so UndoLast takes back what was done before it.
	KeepApart struct{ Notes [2]NoteID }
	// UndoLast takes back the sender's last action on the board, if nothing was built on it.
	UndoLast struct{}
	// PutSpotlight shows a note or a cluster large on every screen; the zero Spot puts it out.
	PutSpotlight struct{ On Spot }
	// WriteStatement writes the sentence that opens a section of the canvas; empty takes it away. Whoever has the pen may
	// send it, and lays the pen down with it.
	WriteStatement struct {
		Section Section
		Text    string
	}
	// TakePen takes the pen out for the sentence of a section, before everyone's eyes, or back from who has it.
	TakePen struct{ Section Section }
	// HandPen hands the pen on to somebody at their own terminal.
	HandPen struct{ To PersonID }
	// LayPen lays the pen down. The statement stays as it was.
	LayPen struct{}
	// ProposeSentence proposes a sentence, or words for one, to whoever has the pen.
	ProposeSentence struct {
		Section Section
		Text    string
	}
)

// The commands about alignment.
type (
	// ShowHand says how far the sender stands behind the outcome: 0 (no) to 5 (I will lead it). Under 3 it needs a
	// sentence. Nobody sees it before all hands are shown at the same moment.
	ShowHand struct {
		Level   int
		Concern string
	}
	// RevealHands shows the hands although some are missing.
	RevealHands struct{}
)

// The commands about votes.
type (
	// OpenVote opens the vote that the step has: dots, strengths, names or the leader.
	OpenVote struct {
		Dots   int      // of each person: 1 to 8 dots, zero is a quarter of the ideas; or 1 to 5 votes for a name, zero is two
		Single bool     // no more than one dot on an idea
		Among  []string // keys of the ideas to put dots on; empty is all of them
		Ranked bool     // the leader is elected by ranked ballots, among three candidates or more
		// Nonce is the chance for a lot, should it come to one: at least 16 bytes that nobody knows. The room puts it into the
		// command; senders leave it out. It is kept like a ballot until the lot is drawn, and everyone sees its Seal.
		Nonce []byte
	}
	// CastBallot puts the sender's ballot into the box. It is final.
	CastBallot struct {
		Vote   VoteID
		Ballot ballot.Ballot
	}
	// CloseVote counts the box. The room puts the ballots into the command; senders leave them out. Early confirms
	// closing although some have not voted.
	CloseVote struct {
		Vote    VoteID
		Early   bool
		Ballots []ballot.Ballot
	}
	// AbandonVote empties the box without counting it.
	AbandonVote struct{ Vote VoteID }
	// DrawLot decides among those who are still tied after a runoff. Nonce is the chance that was sealed when the vote was
	// opened, or fresh chance for a vote from before there were seals: at least 16 bytes that nobody could foresee. The room
	// puts it into the command; senders leave it out.
	DrawLot struct{ Nonce []byte }
)

// The commands about the leader.
type (
	// Nominate proposes somebody, or oneself, with a reason. Nobody sees it before the reveal.
	Nominate struct {
		Person PersonID
		Reason string
	}
	// WithdrawNomination takes back an own nomination that nobody has seen yet.
	WithdrawNomination struct{ Person PersonID }
	// AcceptNomination makes the sender, who was nominated, a candidate; by consent it makes whom everyone consents to the
	// leader. A leader needs dedicated time for it.
	AcceptNomination struct{ HasTime bool }
	// DeclineNomination says no, or takes an acceptance back. Nobody has to say why.
	DeclineNomination struct{}
	// RecordNoLeader records that the community has no leader yet, and why.
	RecordNoLeader struct{ Reason string }
	// ReopenElection takes back the outcome, because the leader declines after all or the group wants another vote; the
	// reason is recorded.
	ReopenElection struct{ Reason string }
	// DeclineLeadership is the leader's own no after all: it reopens the election, and the reason is recorded.
	DeclineLeadership struct{ Reason string }
)

// The commands about a leader by consent.
type (
	// ChooseMethod says how the group comes to its leader, before anybody is nominated (anew).
	ChooseMethod struct{ Method Method }
	// ChangeNomination is somebody's turn in the change round, when all reasons have been read: their nomination of To in the
	// place of that of From, at once for all to see. Without From it is one more, without To it takes back, and with the same
	// person it changes the reason.
	ChangeNomination struct {
		From, To PersonID
		Reason   string
	}
	// ProposeLeader proposes somebody who was nominated, on the terms that the group has heard or that answer an objection.
	// It takes the place of the proposal before, and everyone answers anew.
	ProposeLeader struct {
		Person PersonID
		Terms  string // may be empty
	}
	// SignalConsent answers the proposal of that number: with consent, or with an objection and its reason. Whoever is
	// proposed is asked last, with AcceptNomination or DeclineNomination.
	SignalConsent struct {
		Proposal int
		Objects  bool
		Reason   string
	}
	// RevealSignals shows the answers although some are missing.
	RevealSignals struct{ Proposal int }
)

// The commands about what follows.
type (
	// PlanAction plans an action with its owner, somebody who has a seat, and the day by which it is done: today or
	// later, within a year, or none. Everyone may, while the group converges or aligns on the forces, when it looks at
	// the canvas, and as long as the community goes on; then it may come from a card of a health check.
	PlanAction struct {
		What  string
		Owner PersonID
		Due   Day     // may be empty
		Check CheckID // that is closed; may be zero
		Card  CardID  // of it, that was turned over; may be empty
	}
	// DropAction takes a planned action away, before the workshop is finished: one's own, or, for a facilitator, any.
	DropAction struct{ Action ActionID }
)

// The commands about a health check of the community, once its workshop is finished.
type (
	// OpenCheck opens a round of answers to the cards, which everyone who takes part may give until it is closed: in one
	// sitting, or by a day.
	OpenCheck struct {
		Cards []HealthCard
		Until Day // may be empty
	}
	// GiveAnswers puts the sender's answers to all cards, in any order, into the box. Lock is the LockOf a receipt that the
	// sender keeps: fresh chance, LockSize bytes of it.
	GiveAnswers struct {
		Check CheckID
		Sheet Sheet
		Lock  []byte
	}
	// ChangeAnswers puts other answers in the place of those in the box that the receipt opens, under a new lock. The room says
	// whether they are there; senders leave it out.
	ChangeAnswers struct {
		Check CheckID
		Sheet Sheet
		Was   []byte // the receipt
		Lock  []byte // of the next one
		Found bool
	}
	// CloseCheck counts the box, card by card. The room puts the sheets into the command; senders leave them out.
	CloseCheck struct {
		Check  CheckID
		Sheets []Sheet
	}
	// AbandonCheck empties the box without counting it, and the check is gone.
	AbandonCheck struct{ Check CheckID }
	// TurnCard turns the next card over for everyone: Turned is how many are then, one more than there are to end the check;
	// where fewer than MinAnswers took part, that is possible at once.
	TurnCard struct {
		Check  CheckID
		Turned int
	}
	// PlanCheck says on which day the next check will be; without one, on none.
	PlanCheck struct{ On Day }
)

// The commands about the life of the community, once its workshop is finished.
type (
	// SettleAction says what became of an action, and why: done, dropped, or moved to another day. Its owner may, who planned
	// it, or a facilitator.
	SettleAction struct {
		Action ActionID
		As     ActionState // ActionDone, ActionMove or ActionGone
		Why    string
		Due    Day // of one that is moved
	}
	// NoteOccasion puts something that the community has held, or will hold, into its record.
	NoteOccasion struct {
		Kind    OccasionKind
		On      Day
		Topic   string
		Minutes string // a link; may be empty
	}
	// StrikeOccasion takes it out again: who noted it may, or a facilitator.
	StrikeOccasion struct{ Occasion OccasionID }
	// NameSponsor says who in the management stands behind the community; an empty name, that nobody does. A facilitator may,
	// or the leader.
	NameSponsor struct{ Name string }
	// GrantTime says how many minutes a week the leader has for the community. A facilitator may, or the leader.
	GrantTime struct{ Weekly int }
)
