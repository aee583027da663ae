package main

import (
	"bytes"
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"convene/tui"
	"convene/tui/sshd"
	"convene/workshop"
	"convene/workshop/export"
)

// guests receives those who come over SSH. It implements sshd.Host.
type guests struct {
	house        *house
	limits       *limits
	facilitators map[string]string // the name of each key that may facilitate, by its fingerprint
}

// Screen is a visitor's own: the wall, the lobby for those who facilitate, or the way into a workshop.
func (g guests) Screen(ctx context.Context, v sshd.Visitor, t sshd.Terminal) (sshd.Screen, error) {
	c := tui.Config{
		Served: true, Now: time.Now, Rand: rand.Reader, ASCII: t.ASCII, Dark: true,
		Lang: g.house.begins.Lang, Invite: g.house.invite, Drafts: g.house.drafts,
	}
	d := door{g.house, g.limits, v}
	name, facilitates := g.facilitators[v.Key]
	switch {
	case t.Wall:
		s, err := g.look(ctx, d)
		if err != nil {
			return nil, err
		}
		visit, err := g.house.enter(ctx, s.ID, "", terms{})
		if err != nil {
			return nil, err
		}
		c.Wall, c.Seat = true, visit.Seat
	case facilitates:
		l := lobby{
			g.house, name,
			func(id workshop.ID) workshop.PersonID { return g.house.badge.person(id, byKey(v.Key)) },
			func() int { return 0 },
		}
		c.Lobby = l
		if s, ok := g.house.find(ctx, codeOf(v.User)); ok {
			at, err := l.Enter(ctx, s.ID)
			if err != nil {
				return nil, err
			}
			c.Seat = at
		}
	default:
		c.Door, c.Code = d, v.User
	}
	return tui.New(ctx, c), nil
}

// look is the workshop that somebody only wants to see. Behind a locked door, and when it is finished, only those see it
// who have a seat there; and those no longer who have lost theirs.
func (g guests) look(ctx context.Context, d door) (workshop.State, error) {
	s, err := d.find(ctx, d.visitor.User)
	if err != nil {
		return workshop.State{}, err
	}
	standing := d.standing(s)
	_, facilitates := g.facilitators[d.visitor.Key]
	switch {
	case facilitates, standing == workshop.Seated:
		return s, nil
	case standing == workshop.Removed, standing == workshop.Turned:
		return workshop.State{}, errNotYours
	case s.Door.Locked:
		return workshop.State{}, errLocked
	case s.Closed():
		return workshop.State{}, errOver
	default:
		return s, nil
	}
}

// Verb carries out what can be done over SSH without a screen.
func (g guests) Verb(ctx context.Context, v sshd.Visitor, args []string, stdout, stderr io.Writer) int {
	d := door{g.house, g.limits, v}
	var err error
	switch args[0] {
	case "help":
		_, err = io.WriteString(stdout, verbsHelp)
	case "canvas":
		err = g.canvas(ctx, d, args[1:], stdout)
	case "note":
		err = g.note(ctx, d, args[1:])
	default:
		err = usageError{fmt.Errorf("there is no verb %q here", args[0]), ""}
	}
	if err == nil {
		return exitDone
	}
	what, hint := explain(err)
	if exitCode(err) == exitUsage {
		hint = "ssh -p PORT CODE@HOST help says what there is"
	}
	fmt.Fprintf(stderr, "convene: %s\n", what)
	if hint != "" {
		fmt.Fprintf(stderr, "hint: %s\n", hint)
	}
	return exitCode(err)
}

// verbsHelp is what help says over SSH.
const verbsHelp = `ssh -p PORT CODE@HOST            take your seat in the workshop
ssh -t -p PORT CODE@HOST wall    the wall, for a second screen
ssh -p PORT CODE@HOST canvas     the canvas so far, as Markdown
ssh -p PORT CODE@HOST note vision "One idea"
                                 write a note of your own, while everyone writes; needs the
                                 key that you have joined with
`

// canvas writes the same bytes as convene export.
func (g guests) canvas(ctx context.Context, d door, args []string, stdout io.Writer) error {
	if len(args) > 0 {
		return usageError{fmt.Errorf("%q is too much", args[0]), ""}
	}
	s, err := g.look(ctx, d)
	if err != nil {
		return err
	}
	var page bytes.Buffer
	if err := export.Write(&page, export.FormatMarkdown, s.Canvas()); err != nil {
		return err
	}
	_, err = page.WriteTo(stdout)
	return err
}

// note adds one to the visitor's own.
func (g guests) note(ctx context.Context, d door, args []string) error {
	if len(args) < 2 {
		return usageError{errors.New(`say which question, and one idea: note vision "We learn from each other"`), ""}
	}
	s, err := d.find(ctx, d.visitor.User)
	if err != nil {
		return err
	}
	if d.standing(s) != workshop.Seated {
		return hintedError{
			errors.New("a note needs an author, and your key has no seat in this workshop"),
			"join it first with the same key: ssh -p PORT CODE@HOST",
		}
	}
	visit, err := d.enter(ctx, s, byKey(d.visitor.Key))
	if err != nil {
		return err
	}
	defer visit.Seat.Leave()
	if prompts := visit.Seat.View().At.Step.Prompts(); workshop.Prompt(args[0]).Step() == "" {
		return hintedError{fmt.Errorf("there is no question %q", args[0]), "now the questions are: " + promptWords(prompts)}
	}
	return visit.Seat.Do(ctx, workshop.WriteNote{Prompt: workshop.Prompt(args[0]), Text: strings.Join(args[1:], " ")})
}

func promptWords(prompts []workshop.Prompt) string {
	var words []string
	for _, p := range prompts {
		words = append(words, string(p))
	}
	return cmp.Or(strings.Join(words, ", "), "none")
}
