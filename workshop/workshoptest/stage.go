package workshoptest

import (
	"slices"
	"time"

	"convene/workshop"
	"convene/workshop/ballot"
)

// Stage plays a workshop without a room and without a disk: it decides commands for real, folds what follows, and
// keeps what a room and its log would keep. A state on a stage is therefore always one that people can reach. The
// zero Stage is of no use; call NewStage. It is for one goroutine.
type Stage struct {
	State   workshop.State
	Records []workshop.Record
	Now     time.Time              // moves only when the script says so
	Box     []ballot.Ballot        // of the open vote, in no order that says who cast which; empty when none is open
	Sheets  []workshop.LockedSheet // of the open health check
}

// Morning is when the clock of every stage starts.
func Morning() time.Time { return time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC) }

// NewStage is an empty stage: no workshop has been opened.
func NewStage() *Stage { return &Stage{Now: Morning()} }

// Do sends a command from where the sender sits: their own terminal or, if they have none, the booth on Fay's.
func (s *Stage) Do(by workshop.PersonID, c workshop.Command) ([]workshop.Event, error) {
	return s.Send(workshop.Envelope{By: by, Via: s.via(by), At: s.Now, Command: c})
}

// via is whose keyboard somebody uses; empty for their own.
func (s *Stage) via(by workshop.PersonID) workshop.PersonID {
	if p, _ := s.State.Person(by); p.Booth {
		return Fay
	}
	return ""
}

// Send decides an envelope, and folds and keeps what follows. A refused one changes nothing. As in a room, the box
// goes into CloseVote, and that of answers into CloseCheck, unless the test has put something of its own there.
func (s *Stage) Send(e workshop.Envelope) ([]workshop.Event, error) {
	switch c := e.Command.(type) {
	case workshop.CloseVote:
		if c.Ballots == nil {
			c.Ballots = slices.Clone(s.Box)
			e.Command = c
		}
	case workshop.CloseCheck:
		if c.Sheets == nil {
			c.Sheets = workshop.Sheets(s.Sheets)
			e.Command = c
		}
	case workshop.ChangeAnswers:
		c.Found = workshop.Opens(c.Was, s.Sheets)
		e.Command = c
	}
	events, err := workshop.Decide(s.State, e)
	if err != nil {
		return events, err
	}
	records := workshop.Records(s.State.Seq, e, events...)
	s.Records = append(s.Records, records...)
	s.State = workshop.Replay(s.State, records...)
	for _, v := range events {
		s.keep(v)
	}
	return events, nil
}

// keep does to the box what the log's Append does.
func (s *Stage) keep(v workshop.Event) {
	switch v := v.(type) {
	case workshop.BallotCast:
		s.Box = slices.Insert(s.Box, len(s.Box)/2, v.Ballot)
	case workshop.VoteClosed, workshop.VoteAbandoned:
		s.Box = nil
	case workshop.AnswersGiven:
		s.Sheets = workshop.SortedSheets(append(s.Sheets, workshop.LockedSheet{Lock: v.Lock, Sheet: v.Sheet}))
	case workshop.AnswersChanged:
		changed, _ := workshop.Replaced(s.Sheets, v.Was, workshop.LockedSheet{Lock: v.Lock, Sheet: v.Sheet})
		s.Sheets = workshop.SortedSheets(changed)
	case workshop.CheckClosed, workshop.CheckAbandoned:
		s.Sheets = nil
	default:
	}
}

// Play runs lines of a script until one fails.
func (s *Stage) Play(lines ...Line) error {
	for _, l := range lines {
		if err := l(s); err != nil {
			return err
		}
	}
	return nil
}
