package main

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"charm.land/fang/v2"

	"convene/workshop"
	"convene/workshop/room"
	"convene/workshop/workshoptest"
)

// slowLog is a log that takes its time over the first event of a kind: until it is let go on.
type slowLog struct {
	*workshoptest.Log
	kind       string
	busy, goOn chan struct{}
}

func newSlowLog(kind string) *slowLog {
	return &slowLog{workshoptest.NewLog(), kind, make(chan struct{}), make(chan struct{})}
}

// Whoever takes over finds the group where the script has left it: nothing of the script comes after them.
func TestWhatTheScriptIsDoingIsDoneBeforeThePersonLeads(t *testing.T) {
	for name, last := range map[string]workshop.Event{
		"one of the people":                   workshop.NoteWritten{},
		"one whom the facilitator answers":    workshop.MinuteAsked{},
		"the facilitator":                     workshop.VoteOpened{},
		"the facilitator, who leads them on":  workshop.NotesRevealed{},
		"the last one before they are led on": workshop.HandsRevealed{},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				log := newSlowLog(last.Kind())
				p := performedOn(t, log, 60)
				<-log.busy
				before := p.room.State()
				taken := make(chan struct{})
				go func() { p.TakeOver(); close(taken) }()
				synctest.Wait()
				select {
				case <-taken:
					t.Error("the person leads while what the script does is still to come")
				default:
				}
				close(log.goOn)
				<-taken
				records, err := log.Load(t.Context(), "brave-otter", before.Seq)
				if err != nil || len(records) == 0 || p.room.State().Seq != records[len(records)-1].Seq {
					t.Fatalf("%d records, %v; the room is at %d", len(records), err, p.room.State().Seq)
				}
				if !slices.ContainsFunc(records, func(r workshop.Record) bool { return r.Event.Kind() == last.Kind() }) {
					t.Errorf("what was begun isn't done: %v", records)
				}
				if last := records[len(records)-1]; !records[0].At.Equal(last.At) || records[0].By != last.By {
					t.Errorf("the script goes on after the person has taken over: %v", records)
				}
				if pace := p.Pace(); !pace.Led || pace.Broken != nil {
					t.Errorf("it is %+v", pace)
				}
				p.ends(t)
			})
		})
	}
}

// fullLog is a log on a disk that is full once the workshop is opened.
type fullLog struct{ *workshoptest.Log }

// toldOnce checks that an error is reported as a full disk, in one sentence.
func toldOnce(t *testing.T, err error) {
	t.Helper()
	var said strings.Builder
	report(&said, fang.Styles{}, err)
	if !errors.Is(err, errFull) || strings.Count(said.String(), errFull.Error()) != 1 || strings.Count(said.String(), "\n") != 1 {
		t.Errorf("it ends with %q", said.String())
	}
}

// Nothing of the script and nothing of the people can be saved then, and both are for the same reason.
func TestAFullDiskIsToldOnceAtTheEnd(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := performedOn(t, fullLog{workshoptest.NewLog()}, 60)
		time.Sleep(time.Minute)
		if pace := p.Pace(); !pace.Alone || !errors.Is(pace.Broken, errFull) {
			t.Errorf("before its end it is %+v", pace)
		}
		toldOnce(t, p.End())
		p.room.Close()
	})
}

// What breaks is told at the end too: nobody rehearses in a room that can't save.
func TestWhatCannotBeSavedEndsARehearsal(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := performed(t, 60)
		time.Sleep(2 * time.Second)
		p.room.Close()
		time.Sleep(time.Minute)
		if pace := p.Pace(); !pace.Led || !pace.Alone || !errors.Is(pace.Broken, room.ErrClosed) {
			t.Errorf("before its end it is %+v", pace)
		}
		if err := p.End(); !errors.Is(err, room.ErrClosed) {
			t.Errorf("it ends with %v", err)
		}
	})
	if err := unforeseen(&workshop.HeldError{Person: "p01"}); err != nil {
		t.Errorf("somebody who was too late ends it: %v", err)
	}
	if err := unforeseen(context.Canceled); err == nil {
		t.Error("nothing ends it")
	}
}
