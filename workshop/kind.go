package workshop

// Kinds lists one zero event of every kind, in the order of event.go. It is how a stored record finds its type again,
// and how tests make sure that none is forgotten.
func Kinds() []Event {
	return []Event{
		WorkshopOpened{},
		PhaseEntered{},
		WorkshopClosed{},
		ClockStarted{},
		ClockPaused{},
		ClockAdjusted{},
		AgendaRepaired{},
		PersonAdded{},
		PersonJoined{},
		PersonRemoved{},
		DoneDeclared{},
		MinuteAsked{},
		NoteWritten{},
		NoteReworded{},
		NoteWithdrawn{},
		NotesRevealed{},
		ClusterFormed{},
		NotesMoved{},
		ClusterTitled{},
		ClustersMerged{},
		NotesParked{},
		ActionUndone{},
		SpotlightPut{},
		StatementWritten{},
		HandShown{},
		HandsRevealed{},
		StepSettled{},
		VoteOpened{},
		BallotCast{},
		VoteClosed{},
		VoteAbandoned{},
		LotDrawn{},
		NameChosen{},
		Nominated{},
		NominationWithdrawn{},
		NominationAccepted{},
		NominationDeclined{},
		LeaderElected{},
		NoLeaderRecorded{},
		ElectionReopened{},
		FacilitatorJoined{},
		DoorLocked{},
		PersonKnocked{},
		PersonAdmitted{},
		PersonRefused{},
		FacilitatorAppointed{},
		FacilitatorReleased{},
		ActionPlanned{},
		ActionDropped{},
		ClusterPlaced{},
		PenTaken{},
		PenHanded{},
		PenLaid{},
		SentenceProposed{},
		NotesKeptApart{},
		AgendaPlanned{},
		RepairUndone{},
		BreakStarted{},
		BreakEnded{},
		BreakCounted{},
		WorkCounted{},
		MethodChosen{},
		NominationChanged{},
		LeaderProposed{},
		ConsentSignalled{},
		SignalsRevealed{},
		CheckOpened{},
		AnswersGiven{},
		AnswersChanged{},
		CheckClosed{},
		CheckAbandoned{},
		CardTurned{},
		CheckPlanned{},
		ActionSettled{},
		OccasionNoted{},
		OccasionStruck{},
		SponsorNamed{},
		TimeGranted{},
		StandingHung{},
	}
}

func (WorkshopOpened) Kind() string       { return "workshop-opened" }
func (PhaseEntered) Kind() string         { return "phase-entered" }
func (WorkshopClosed) Kind() string       { return "workshop-closed" }
func (ClockStarted) Kind() string         { return "clock-started" }
func (ClockPaused) Kind() string          { return "clock-paused" }
func (ClockAdjusted) Kind() string        { return "clock-adjusted" }
func (AgendaRepaired) Kind() string       { return "agenda-repaired" }
func (PersonAdded) Kind() string          { return "person-added" }
func (PersonJoined) Kind() string         { return "person-joined" }
func (PersonRemoved) Kind() string        { return "person-removed" }
func (DoneDeclared) Kind() string         { return "done-declared" }
func (MinuteAsked) Kind() string          { return "minute-asked" }
func (NoteWritten) Kind() string          { return "note-written" }
func (NoteReworded) Kind() string         { return "note-reworded" }
func (NoteWithdrawn) Kind() string        { return "note-withdrawn" }
func (NotesRevealed) Kind() string        { return "notes-revealed" }
func (ClusterFormed) Kind() string        { return "cluster-formed" }
func (NotesMoved) Kind() string           { return "notes-moved" }
func (ClusterTitled) Kind() string        { return "cluster-titled" }
func (ClustersMerged) Kind() string       { return "clusters-merged" }
func (NotesParked) Kind() string          { return "notes-parked" }
func (ActionUndone) Kind() string         { return "action-undone" }
func (SpotlightPut) Kind() string         { return "spotlight-put" }
func (StatementWritten) Kind() string     { return "statement-written" }
func (HandShown) Kind() string            { return "hand-shown" }
func (HandsRevealed) Kind() string        { return "hands-revealed" }
func (StepSettled) Kind() string          { return "step-settled" }
func (VoteOpened) Kind() string           { return "vote-opened" }
func (BallotCast) Kind() string           { return "ballot-cast" }
func (VoteClosed) Kind() string           { return "vote-closed" }
func (VoteAbandoned) Kind() string        { return "vote-abandoned" }
func (LotDrawn) Kind() string             { return "lot-drawn" }
func (NameChosen) Kind() string           { return "name-chosen" }
func (Nominated) Kind() string            { return "nominated" }
func (NominationWithdrawn) Kind() string  { return "nomination-withdrawn" }
func (NominationAccepted) Kind() string   { return "nomination-accepted" }
func (NominationDeclined) Kind() string   { return "nomination-declined" }
func (LeaderElected) Kind() string        { return "leader-elected" }
func (NoLeaderRecorded) Kind() string     { return "no-leader-recorded" }
func (ElectionReopened) Kind() string     { return "election-reopened" }
func (FacilitatorJoined) Kind() string    { return "facilitator-joined" }
func (DoorLocked) Kind() string           { return "door-locked" }
func (PersonKnocked) Kind() string        { return "person-knocked" }
func (PersonAdmitted) Kind() string       { return "person-admitted" }
func (PersonRefused) Kind() string        { return "person-refused" }
func (FacilitatorAppointed) Kind() string { return "facilitator-appointed" }
func (FacilitatorReleased) Kind() string  { return "facilitator-released" }
func (ClusterPlaced) Kind() string        { return "cluster-placed" }
func (PenTaken) Kind() string             { return "pen-taken" }
func (PenHanded) Kind() string            { return "pen-handed" }
func (PenLaid) Kind() string              { return "pen-laid" }
func (SentenceProposed) Kind() string     { return "sentence-proposed" }
func (ActionPlanned) Kind() string        { return "action-planned" }
func (ActionDropped) Kind() string        { return "action-dropped" }
func (NotesKeptApart) Kind() string       { return "notes-kept-apart" }
func (AgendaPlanned) Kind() string        { return "agenda-planned" }
func (RepairUndone) Kind() string         { return "repair-undone" }
func (BreakStarted) Kind() string         { return "break-started" }
func (BreakEnded) Kind() string           { return "break-ended" }
func (BreakCounted) Kind() string         { return "break-counted" }
func (WorkCounted) Kind() string          { return "work-counted" }
func (MethodChosen) Kind() string         { return "method-chosen" }
func (NominationChanged) Kind() string    { return "nomination-changed" }
func (LeaderProposed) Kind() string       { return "leader-proposed" }
func (ConsentSignalled) Kind() string     { return "consent-signalled" }
func (SignalsRevealed) Kind() string      { return "signals-revealed" }
func (CheckOpened) Kind() string          { return "check-opened" }
func (AnswersGiven) Kind() string         { return "answers-given" }
func (AnswersChanged) Kind() string       { return "answers-changed" }
func (CheckClosed) Kind() string          { return "check-closed" }
func (CheckAbandoned) Kind() string       { return "check-abandoned" }
func (CardTurned) Kind() string           { return "card-turned" }
func (CheckPlanned) Kind() string         { return "check-planned" }
func (ActionSettled) Kind() string        { return "action-settled" }
func (OccasionNoted) Kind() string        { return "occasion-noted" }
func (OccasionStruck) Kind() string       { return "occasion-struck" }
func (SponsorNamed) Kind() string         { return "sponsor-named" }
func (TimeGranted) Kind() string          { return "time-granted" }
func (StandingHung) Kind() string         { return "standing-hung" }
