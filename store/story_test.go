package store

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"convene/workshop"
	"convene/workshop/ballot"
	"convene/workshop/workshoptest"
)

// What a watched process says besides the portions that it begins to append.
const (
	saysOpened = "opened"
	saysDone   = "done"
)

// story is what a watched process has said so far, and what follows from it.
type story struct {
	opened bool    // Open has returned
	flight portion // what is being appended, or was appended last
	done   holding // with what Append has reported as done
	then   holding // with what is being appended as well
}

// hear is the story with what was said next.
func (s story) hear(said []byte) (story, error) {
	switch string(said) {
	case saysOpened:
		s.opened = true
	case saysDone:
		s.done = s.then
	default:
		s.flight = portion{}
		if err := json.Unmarshal(said, &s.flight); err != nil {
			return s, fmt.Errorf("%q was said: %w", said, err)
		}
		var err error
		s.then, err = held(slices.Concat(s.done.appended, s.flight.Records))
		return s, err
	}
	return s, nil
}

// holding is what a file must hold of the workshop.
type holding struct {
	appended []workshop.Record // with the secrets
	records  []workshop.Record // as they are loaded
	state    workshop.State
	box      []ballot.Ballot
	sheets   []workshop.LockedSheet
	nonce    []byte
	written  []byte // all that a file may tell of what is secret
}

// signs are in the file once for each mark of a ballot, and once for each sheet of answers.
var signs = [2]string{`"weight":`, `"lock":`}

// held is what a log holds that got the records. It is that of the log in memory.
func held(appended []workshop.Record) (holding, error) {
	h := holding{appended: appended}
	ctx, log := context.Background(), workshoptest.NewLog()
	err := log.Append(ctx, theWorkshop, 0, appended...)
	if err != nil {
		return holding{}, err
	}
	if h.records, err = log.Load(ctx, theWorkshop, 0); err != nil {
		return holding{}, err
	}
	if h.box, err = log.Box(ctx, theWorkshop); err != nil {
		return holding{}, err
	}
	if h.nonce, err = log.Nonce(ctx, theWorkshop); err != nil {
		return holding{}, err
	}
	if h.state, err = workshop.Recall(theWorkshop, h.records...); err != nil {
		return holding{}, err
	}
	if h.sheets, err = log.Sheets(ctx, theWorkshop); err != nil {
		return holding{}, err
	}
	h.written, err = json.Marshal([]any{h.records, h.box, h.sheets})
	return h, err
}

// signsIn counts the signs in some bytes.
func signsIn(file []byte) (n [2]int) {
	for i, sign := range signs {
		n[i] = bytes.Count(file, []byte(sign))
	}
	return n
}

// isAllIn checks that each mark of a ballot and each sheet is in the bytes of a file once, whatever page it is on, and that of
// the answers in these appends there is nothing else: of those that were changed, counted or not taken, not even a piece.
func (h holding) isAllIn(file []byte, appended []workshop.Record) error {
	if got, want := signsIn(file), signsIn(h.written); got != want {
		return fmt.Errorf("marks of ballots, and sheets, are in the file %d times, want %d", got, want)
	}
	for _, a := range portionOf(appended).Answers {
		lock, err := json.Marshal(a.Lock)
		if err != nil {
			return err
		}
		for _, piece := range [][]byte{lock[1 : len(lock)-1], []byte(a.Sheet[0].Sentence)} {
			if got, want := bytes.Count(file, piece), bytes.Count(h.written, piece); got != want {
				return fmt.Errorf("%q is in the file %d times, want %d", piece, got, want)
			}
		}
	}
	return nil
}
