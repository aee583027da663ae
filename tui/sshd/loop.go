package sshd

import (
	"context"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
)

// loop runs one Screen, as a tea.Program runs a model: messages go to Update one by one, and what a Cmd returns is a message. Its
// goroutine also asks for pictures and writes them, so that a change costs one goroutine's turn, and waits for what a Screen awaits
// without a goroutine for it.
type loop struct {
	model   *model
	painter *painter
	effort  *effort
	inbox   chan tea.Msg
	late    time.Duration // how much later than due it is woken; see stagger
	leaving chan struct{}
	leave   sync.Once
}

// newLoop makes a loop that ends with its life.
func newLoop(life context.Context, m *model, p *painter, e *effort) *loop {
	l := &loop{model: m, painter: p, effort: e, inbox: make(chan tea.Msg), leaving: make(chan struct{})}
	context.AfterFunc(life, l.quit)
	return l
}

// send hands a message over, and returns at once when the program has ended.
func (l *loop) send(msg tea.Msg) {
	select {
	case l.inbox <- msg:
	case <-l.leaving:
	}
}

// quit ends the program, without waiting for it.
func (l *loop) quit() { l.leave.Do(func() { close(l.leaving) }) }

// run takes the terminal over and runs the Screen until somebody leaves it, its life ends or the terminal has gone. Whatever comes
// before it is the painter's turn is taken before a picture is asked for. It waits for as few things as it can: each costs time at
// every turn, on every terminal.
func (l *loop) run() {
	defer l.quit() // nobody waits any more
	defer l.survive()
	if l.painter.begin() != nil {
		return
	}
	alarm := newAlarm()
	defer alarm.Stop()
	l.do(l.model.guarded(l.model.screen.Init))
	l.do(l.model.take(tea.WindowSizeMsg{}))
	for dirty := true; ; {
		news, due := l.model.awaits()
		if !due.IsZero() {
			due = due.Add(l.late)
		}
		next := due
		if dirty {
			now := time.Now()
			if turn := l.painter.turn(now); turn.After(now) {
				next = earlier(turn, due)
			} else if dirty = false; !l.paint(now) {
				return
			}
		}
		alarm.set(next)
		select {
		case <-l.leaving:
			return
		case msg := <-l.inbox:
			if _, quits := msg.(tea.QuitMsg); quits {
				return
			}
			began := time.Now()
			l.do(l.model.take(msg))
			l.effort.acted(time.Since(began))
			dirty = true
		case <-news:
			l.do(l.model.wake(true))
			dirty = true
		case <-alarm.C:
			alarm.forget()
			if next.Equal(due) {
				l.do(l.model.wake(false))
				dirty = true
			}
		}
	}
}

// survive ends the program when something in it has panicked that nothing caught before, such as the painter. Whoever ran it
// goes on, as after every other panic: the terminal is given back and the Screen closed, or its person would seem to be here for
// ever.
func (l *loop) survive() {
	r := recover()
	if r == nil {
		return
	}
	l.model.broke("loop", r)
	<-l.leaving // by then it is known why
}

// paint brings the picture to the terminal, and says whether that is still there.
func (l *loop) paint(now time.Time) bool {
	f, ok := l.model.picture()
	if !ok {
		return true
	}
	l.painter.draw(f, now)
	l.effort.drew(time.Since(now))
	return l.painter.write() == nil
}

// do runs a Cmd in a goroutine of its own, and takes what it returns as a message. Several in one are run side by side.
func (l *loop) do(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	go func() {
		defer func() {
			if r := recover(); r != nil {
				l.model.broke("command", r)
			}
		}()
		switch msg := cmd().(type) {
		case nil:
		case tea.BatchMsg:
			for _, one := range msg {
				l.do(one)
			}
		default:
			l.send(msg)
		}
	}()
}

// earlier is the first of two moments; the zero one never comes.
func earlier(a, b time.Time) time.Time {
	if b.IsZero() || a.Before(b) {
		return a
	}
	return b
}

// alarm fires at a moment, and then forgets it.
type alarm struct {
	*time.Timer
	at time.Time // zero: never
}

func newAlarm() *alarm {
	t := time.NewTimer(time.Hour)
	t.Stop()
	return &alarm{Timer: t}
}

// set changes the moment; the zero one is none.
func (a *alarm) set(at time.Time) {
	switch {
	case at.Equal(a.at):
		return
	case at.IsZero():
		a.Stop()
	default:
		a.Reset(time.Until(at))
	}
	a.at = at
}

func (a *alarm) forget() { a.at = time.Time{} }
