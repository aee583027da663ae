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
	life    context.Context // of the program: its Cmds end with it
	inbox   chan tea.Msg
	leaving chan struct{}
	leave   sync.Once
}

func newLoop(life context.Context, m *model, p *painter) *loop {
	return &loop{model: m, painter: p, life: life, inbox: make(chan tea.Msg), leaving: make(chan struct{})}
}

// send hands a message over, and returns at once when the program has ended.
func (l *loop) send(msg tea.Msg) {
	select {
	case l.inbox <- msg:
	case <-l.leaving:
	case <-l.life.Done():
	}
}

// quit ends the program, without waiting for it.
func (l *loop) quit() { l.leave.Do(func() { close(l.leaving) }) }

// run takes the terminal over and runs the Screen until somebody leaves it, its life ends or the terminal has gone. Whatever comes
// before it is the painter's turn is taken before a picture is asked for.
func (l *loop) run() {
	defer l.quit() // nobody waits any more
	defer l.survive()
	if l.painter.begin() != nil {
		return
	}
	turn, alarm := newAlarm(), newAlarm()
	defer turn.Stop()
	defer alarm.Stop()
	l.do(l.model.guarded(l.model.screen.Init))
	l.do(l.model.take(tea.WindowSizeMsg{}))
	for dirty := true; ; {
		news, due := l.model.awaits()
		alarm.set(due)
		if dirty {
			now := time.Now()
			if at := l.painter.turn(now); at.After(now) {
				turn.set(at)
			} else if dirty = false; !l.paint(now) {
				return
			}
		}
		select {
		case <-l.leaving:
			return
		case <-l.life.Done():
			return
		case msg := <-l.inbox:
			if _, quits := msg.(tea.QuitMsg); quits {
				return
			}
			l.do(l.model.take(msg))
			dirty = true
		case <-news:
			l.do(l.model.wake(true))
			dirty = true
		case <-alarm.C:
			alarm.forget()
			l.do(l.model.wake(false))
			dirty = true
		case <-turn.C:
			turn.forget()
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
	select { // by then it is known why
	case <-l.leaving:
	case <-l.life.Done():
	}
}

// paint brings the picture to the terminal, and says whether that is still there.
func (l *loop) paint(now time.Time) bool {
	f, ok := l.model.picture()
	return !ok || l.painter.paint(f, now) == nil
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
