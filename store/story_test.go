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
	nonce    []byte
	marks    int // how often a mark of a ballot is in the file
}

// mark is in the file once for each mark of a ballot.
const mark = `"weight":`

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
	written, err := json.Marshal([]any{h.records, h.box})
	h.marks = bytes.Count(written, []byte(mark))
	return h, err
}
