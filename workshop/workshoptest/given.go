package workshoptest

import (
	"errors"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"

	"convene/workshop"
)

// Case is one rule under test: given a history, when somebody sends a command, then this follows. Several When can
// follow one another.
type Case struct {
	t      testing.TB
	stage  *Stage
	before workshop.State
	events []workshop.Event
	err    error
}

// Given plays the history. Every command in it must be accepted.
func Given(t testing.TB, history ...Line) *Case {
	t.Helper()
	return (&Case{t: t, stage: NewStage()}).And(history...)
}

// And plays more of the history.
func (c *Case) And(history ...Line) *Case {
	c.t.Helper()
	c.accepted()
	if err := c.stage.Play(history...); err != nil {
		c.t.Fatalf("the history was refused: %v", err)
	}
	return c
}

// When sends a command from where the sender sits: their own terminal or, if they have none, the booth on Fay's.
func (c *Case) When(by workshop.PersonID, command workshop.Command) *Case {
	c.t.Helper()
	return c.WhenInBooth(by, c.stage.via(by), command)
}

// WhenAtTerminal sends a command from a terminal of the sender's own, whether they have one or not.
func (c *Case) WhenAtTerminal(by workshop.PersonID, command workshop.Command) *Case {
	c.t.Helper()
	return c.WhenInBooth(by, "", command)
}

// WhenInBooth sends a command from somebody else's keyboard.
func (c *Case) WhenInBooth(by, via workshop.PersonID, command workshop.Command) *Case {
	c.t.Helper()
	return c.send(workshop.Envelope{By: by, Via: via, Command: command})
}

func (c *Case) send(e workshop.Envelope) *Case {
	c.t.Helper()
	c.accepted()
	e.At, c.before = c.stage.Now, c.stage.State
	c.events, c.err = c.stage.Send(e)
	return c
}

// Then checks that exactly these events followed.
func (c *Case) Then(want ...workshop.Event) *Case {
	c.t.Helper()
	c.accepted()
	if diff := cmp.Diff(want, c.events); diff != "" {
		c.t.Errorf("events (-want +got):\n%s", diff)
	}
	return c
}

// ThenAccepted checks that the command was not refused.
func (c *Case) ThenAccepted() *Case {
	c.t.Helper()
	c.accepted()
	return c
}

// accepted fails the test if the last command was refused and no ThenRefused has asked for that.
func (c *Case) accepted() {
	c.t.Helper()
	if c.err != nil {
		c.t.Fatalf("refused: %v", c.err)
	}
}

// ThenRefused checks that the command was refused with the sentinel, emitted nothing and changed nothing.
func (c *Case) ThenRefused(want error) *Case {
	c.t.Helper()
	switch {
	case c.err == nil:
		c.t.Errorf("accepted with %d events, want the refusal %q", len(c.events), want)
	case !errors.Is(c.err, want):
		c.t.Errorf("refused with %q, want %q", c.err, want)
	case len(c.events) > 0:
		c.t.Errorf("refused, and yet %d events", len(c.events))
	case !reflect.DeepEqual(c.before, c.stage.State):
		c.t.Error("refused, and yet the state has changed")
	}
	c.err = nil
	return c
}

// ThenState looks at the state that is reached.
func (c *Case) ThenState(look func(t testing.TB, s workshop.State)) *Case {
	c.t.Helper()
	c.accepted()
	look(c.t, c.stage.State)
	return c
}

// ThenView looks at what one viewer may see of the state that is reached. An empty viewer is the wall.
func (c *Case) ThenView(viewer workshop.PersonID, look func(t testing.TB, v workshop.View)) *Case {
	c.t.Helper()
	c.accepted()
	s := c.stage.State
	look(c.t, workshop.ViewFor(workshop.Share(s), s, viewer))
	return c
}
