package main

import (
	"encoding/json"
	"fmt"
	"io"
	"time"

	"convene/workshop"
)

// loggedJSON is a record as it is told to programs: as it is stored, but without what is secret. log.schema.json describes it,
// kind by kind, for whoever reads it.
type loggedJSON struct {
	Seq     workshop.Seq               `json:"seq"`
	At      time.Time                  `json:"at"`
	By      workshop.PersonID          `json:"by,omitempty"` // missing for notes, nominations, and answers that nobody saw
	Via     workshop.PersonID          `json:"via,omitempty"`
	Kind    string                     `json:"kind"`
	Private bool                       `json:"private,omitempty"` // fields of the event were left out
	Event   map[string]json.RawMessage `json:"event"`
	Answers []answerJSON               `json:"answers,omitempty"` // to a proposal, where all are shown; in the order of arrival
}

// answerJSON is what somebody answered to a proposal.
type answerJSON struct {
	By      workshop.PersonID `json:"by"`
	Objects bool              `json:"objects,omitempty"`
	Reason  string            `json:"reason,omitempty"`
}

// answersJSON are the answers that are shown in a state.
func answersJSON(s workshop.State) []answerJSON {
	var out []answerJSON
	for _, p := range s.Participants() {
		if signal, answered := s.Signals.Of(p.ID); answered {
			out = append(out, answerJSON{p.ID, signal.Objects, signal.Reason})
		}
	}
	return out
}

// writeLogJSON writes a line of JSON per record.
func writeLogJSON(w io.Writer, records []workshop.Record) error {
	hidden := secrets(records)
	lots := lotted(records)
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	var s workshop.State
	for _, r := range records {
		s = workshop.Evolve(s, r)
		line, err := lineOf(r, hidden[r.Seq], lots)
		if err != nil {
			return err
		}
		if _, shown := r.Event.(workshop.SignalsRevealed); shown {
			line.Answers = answersJSON(s)
		}
		if err := e.Encode(line); err != nil {
			return err
		}
	}
	return nil
}

// lineOf is a record without what is secret in it.
func lineOf(r workshop.Record, private bool, lots map[workshop.VoteID]bool) (loggedJSON, error) {
	line := loggedJSON{Seq: r.Seq, At: r.At, Kind: r.Event.Kind(), Private: private}
	if !authorless(r.Event, private) {
		line.By, line.Via = r.By, r.Via
	}
	raw, err := json.Marshal(r.Event)
	if err == nil {
		err = json.Unmarshal(raw, &line.Event)
	}
	if err != nil {
		return line, fmt.Errorf("write record %d: %w", r.Seq, err)
	}
	if private {
		for _, field := range secretFields(r.Event) {
			delete(line.Event, field)
		}
	}
	if v, ok := r.Event.(workshop.VoteClosed); ok && !lots[v.Vote] {
		delete(line.Event, "ballots")
	}
	return line, nil
}

// authorless says whether an event is told without its author, as the wall shows it. An answer to a proposal has its author
// where all answers are shown (see secrets); that to a health check, once enough have answered.
func authorless(v workshop.Event, private bool) bool {
	switch v.(type) {
	case workshop.ConsentSignalled, workshop.AnswersGiven:
		return private
	case workshop.NoteWritten, workshop.NoteReworded, workshop.NoteWithdrawn,
		workshop.Nominated, workshop.NominationWithdrawn, workshop.NominationChanged,
		workshop.AnswersChanged:
		return true
	default:
		return false
	}
}

// secretFields are the fields of an event that only its author knows while it is private.
func secretFields(v workshop.Event) []string {
	switch v.(type) {
	case workshop.NoteWritten, workshop.NoteReworded:
		return []string{"text"}
	case workshop.Nominated:
		return []string{"person", "reason"}
	case workshop.NominationWithdrawn:
		return []string{"person"}
	case workshop.HandShown:
		return []string{"level", "concern"}
	case workshop.ConsentSignalled:
		return []string{"objects", "reason"}
	case workshop.CheckClosed:
		return []string{"spreads"}
	default:
		return nil
	}
}

// lotted finds the votes that a lot decided. Their nameless ballots are told, because checking the lot takes them; each
// holds one vote, so they say no more than the count. Those of all other votes are left out: several votes on one
// ballot say more about a person than the sums do.
func lotted(records []workshop.Record) map[workshop.VoteID]bool {
	out := make(map[workshop.VoteID]bool)
	for _, r := range records {
		if v, ok := r.Event.(workshop.LotDrawn); ok {
			out[v.Vote] = true
		}
	}
	return out
}
