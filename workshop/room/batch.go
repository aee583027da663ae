package room

import (
	"context"
	"fmt"
	"slices"

	"convene/workshop"
)

// batch is a run of commands that share one append.
type batch struct {
	room     *Room
	state    workshop.State // as it will be when the append has succeeded
	records  []workshop.Record
	verdicts []verdict
	freed    []workshop.Pointer // what a facilitator takes out of somebody's hand
}

// verdict is what a sender will be told if the append succeeds.
type verdict struct {
	answer chan error
	err    error
}

// handle decides the requests in order and appends what follows. A vote is closed over what is in the box on disk, and a lot
// drawn from what is sealed there, so everything before is appended first.
func (r *Room) handle(requests []request) {
	b := batch{room: r, state: r.State()}
	for _, q := range requests {
		if readsDisk(b.state, q.envelope.Command) {
			b.commit()
		}
		if r.Unreadable() != nil { // which that may have found
			q.answer <- workshop.ErrUnreadable
			continue
		}
		b.decide(q)
	}
	b.commit()
}

// decide carries one command out on the batch's state.
func (b *batch) decide(q request) {
	e := q.envelope
	e.At = b.room.now()
	if b.room.spoils(b.state, e.Command) {
		b.verdicts = append(b.verdicts, verdict{q.answer, workshop.ErrBox})
		return
	}
	command, err := b.room.completed(b.state, e.Command)
	if err != nil {
		b.verdicts = append(b.verdicts, verdict{q.answer, &NotSavedError{err}})
		return
	}
	e.Command = command
	events, err := workshop.Decide(b.state, e)
	b.verdicts = append(b.verdicts, verdict{q.answer, err})
	if err != nil {
		return
	}
	records := workshop.Records(b.state.Seq, e, events...)
	next := workshop.Replay(b.state, records...)
	if err := b.take(e.By, next); err != nil {
		b.verdicts[len(b.verdicts)-1].err = err
		return
	}
	b.records = append(b.records, records...)
	b.state = next
}

// take says whether somebody may go on to the next state in spite of what others carry. What counts is what they carry
// when it is decided: whoever grabs something while it is being saved has it in hand wherever it then stands.
func (b *batch) take(by workshop.PersonID, next workshop.State) error {
	taken := b.state.Taken(by, next, b.room.carried(b.state))
	if len(taken) == 0 {
		return nil
	}
	if p, _ := b.state.Person(by); p.Role != workshop.Facilitator {
		return &workshop.HeldError{Person: taken[0].Person}
	}
	b.freed = append(b.freed, taken...)
	return nil
}

// commit makes the batch durable, publishes it, and answers everyone in it. It leaves the batch empty, on the newest
// state. The append runs to its end whatever happens to the senders: its outcome must be known.
func (b *batch) commit() {
	var failed error
	if len(b.records) > 0 {
		failed = b.room.log.Append(context.Background(), b.room.id, b.records[0].Seq-1, b.records...)
		if failed != nil && b.areIn(b.room.catchUp()) {
			failed = nil // whoever tried again would do it twice
		}
		b.room.saves(failed)
		if failed == nil {
			b.room.free(b.freed)
			b.room.publish(b.state)
		}
	}
	for _, v := range b.verdicts {
		if failed != nil {
			v.err = &NotSavedError{failed}
		}
		v.answer <- v.err
	}
	*b = batch{room: b.room, state: b.room.State()}
}

// areIn says whether the records that the log holds beyond the room's state are those of the batch: the log has written them,
// and failed only to say so. Nobody else appends at the same nanosecond.
func (b *batch) areIn(found []workshop.Record) bool {
	return len(found) == len(b.records) && slices.EqualFunc(found, b.records, func(f, r workshop.Record) bool {
		return f.Seq == r.Seq && f.At.Equal(r.At) && f.By == r.By && f.Via == r.Via && f.Event.Kind() == r.Event.Kind()
	})
}

// catchUp reads what the log holds beyond the room's state, and shows it: what somebody else appended, or an append of the
// room's own that was written although it failed. When that fails too, or what it reads doesn't fit, the next append
// conflicts and tries it again; but behind a record that can't be read, or one that is gone, nothing is appended any more.
func (r *Room) catchUp() []workshop.Record {
	records, err := r.log.Load(context.Background(), r.id, 0)
	if isUnreadable(err) {
		r.stops(err)
		return nil
	}
	known := r.State().Seq
	switch end := workshop.Seq(len(records)); {
	case err != nil || end == known:
		return nil
	case end < known: // what everybody sees is not on the disk any more
		r.stops(&workshop.UnreadableError{ID: r.id, Record: end + 1, Err: fmt.Errorf("the log ends at record %d", end)})
		return nil
	}
	s, err := workshop.Recall(r.id, records...)
	if err != nil {
		return nil
	}
	r.publish(s)
	return records[known:]
}

// spoils says whether a command would count on a box that doesn't match its roll.
func (r *Room) spoils(s workshop.State, c workshop.Command) bool {
	switch c := c.(type) {
	case workshop.CastBallot, workshop.CloseVote:
		return s.Vote.ID != 0 && s.Vote.ID == r.spoiled.vote
	case workshop.GiveAnswers:
		return c.Check != 0 && c.Check == r.spoiled.check
	case workshop.ChangeAnswers:
		return c.Check != 0 && c.Check == r.spoiled.check
	case workshop.CloseCheck:
		return c.Check != 0 && c.Check == r.spoiled.check
	default:
		return false
	}
}
