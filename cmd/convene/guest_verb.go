package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"convene/tui/sshd"
	"convene/tui/theme"
	"convene/workshop"
	"convene/workshop/export"
	"convene/workshop/tongue"
)

// errand is one thing that a visitor does without a screen. It is answered in the language of the workshop that their code
// leads to or, without one, in that of the house.
type errand struct {
	tongue.Tongue
	guests
	door
	state  workshop.State // of the workshop
	astray error          // why there is none
}

// Verb carries out what can be done over SSH without a screen.
func (g guests) Verb(ctx context.Context, v sshd.Visitor, args []string, stdout, stderr io.Writer) int {
	e := errand{Tongue: tongue.In(g.house.begins.Lang), guests: g, door: door{g.house, g.limits, v}}
	if e.state, e.astray = e.find(ctx, v.User); e.astray == nil {
		e.Tongue = tongue.In(e.state.Lang)
	}
	var err error
	switch args[0] {
	case "help":
		_, err = io.WriteString(stdout, e.help())
	case "canvas":
		err = e.canvas(args[1:], stdout)
	case "community":
		err = e.community(ctx, args[1:], stdout)
	case "note":
		err = e.note(ctx, args[1:])
	case "happened":
		err = e.happened(ctx, args[1:], stdout)
	default:
		e.turned(whyNoVerb)
		err = usageError{errors.New(e.Say("there is no verb %q here", args[0])), ""}
	}
	if err == nil {
		return exitDone
	}
	_, hint := explain(err)
	if exitCode(err) == exitUsage {
		hint = e.Say("ssh -p PORT CODE@HOST help says what there is")
	}
	fmt.Fprintf(stderr, "convene: %s\n", e.refusal(err))
	if hint != "" {
		fmt.Fprintln(stderr, e.Say("hint: %s", hint))
	}
	return exitCode(err)
}

// refusal says what went wrong, as the first of the errors does that the language has.
func (e errand) refusal(err error) string {
	if own := (interface{ In(t tongue.Tongue) string })(nil); errors.As(err, &own) {
		return own.In(e.Tongue)
	}
	what, _ := explain(err)
	for at := err; at != nil; at = errors.Unwrap(at) {
		if said := e.Marked(at.Error()); said != at.Error() {
			return said
		}
	}
	return what
}

// help is what can be done here, each with what it does beside it.
func (e errand) help() string {
	const column, width = 33, 58
	var out strings.Builder
	for _, verb := range [][2]string{
		{"ssh -p PORT CODE@HOST", e.Say("take your seat in the workshop")},
		{"ssh -t -p PORT CODE@HOST wall", e.Say("the wall, for a second screen")},
		{"ssh -p PORT CODE@HOST canvas", e.Say("the canvas so far, as Markdown")},
		{"ssh -p PORT CODE@HOST community", e.Say("the page of the community, once it is founded")},
		{
			"ssh -p PORT CODE@HOST " + vision(e.Say("One idea")),
			e.Say("write a note of your own, while everyone writes; needs the key that you have joined with"),
		},
		{
			"ssh -p PORT CODE@HOST " + brownBag(e.Say("A topic")),
			e.Say("note what the community has held, with a day and a link to the minutes if you like; needs that key, too"),
		},
	} {
		call := verb[0]
		if len(call) >= column {
			fmt.Fprintln(&out, call)
			call = ""
		}
		for _, l := range theme.Wrap(verb[1], width) {
			fmt.Fprintf(&out, "%-*s%s\n", column, call, l)
			call = ""
		}
	}
	return out.String()
}

// vision is how a note for the vision is written.
func vision(idea string) string { return "note " + string(workshop.PromptVision) + ` "` + idea + `"` }

// canvas writes the same bytes as convene export.
func (e errand) canvas(args []string, stdout io.Writer) error {
	if len(args) > 0 {
		return usageError{errors.New(e.Say("%q is too much", args[0])), ""}
	}
	if err := cmp.Or(e.astray, e.shows(e.door, e.state)); err != nil {
		return err
	}
	var page bytes.Buffer
	if err := export.Write(&page, export.FormatMarkdown, e.state.Canvas()); err != nil {
		return err
	}
	_, err := page.WriteTo(stdout)
	return err
}

// note adds one to the visitor's own.
func (e errand) note(ctx context.Context, args []string) error {
	if len(args) < 2 {
		return usageError{errors.New(e.Say("say which question, and one idea: %s", vision(e.Say("We learn from each other")))), ""}
	}
	if e.astray != nil {
		return e.astray
	}
	if e.standing(e.state) != workshop.Seated {
		return e.noSeat()
	}
	visit, err := e.enter(ctx, e.state, byKey(e.visitor.Key))
	if err != nil {
		return err
	}
	defer visit.Seat.Leave()
	if prompts := visit.Seat.View().At.Step.Prompts(); workshop.Prompt(args[0]).Step() == "" {
		return hintedError{
			errors.New(e.Say("there is no question %q", args[0])), e.Say("now the questions are: %s", e.questions(prompts)),
		}
	}
	return e.noted(visit.Seat.Do(ctx, workshop.WriteNote{Prompt: workshop.Prompt(args[0]), Text: strings.Join(args[1:], " ")}))
}

// noSeat is what somebody is told who would write without a seat.
func (e errand) noSeat() error {
	return hintedError{
		errors.New(e.Say("a note needs an author, and your key has no seat in this workshop")),
		e.Say("join it first with the same key: %s", "ssh -p PORT CODE@HOST"),
	}
}

// noted is how it went to add a note. What came too late is kept by a screen, as the words of that refusal promise, but not here.
func (e errand) noted(err error) error {
	if errors.Is(err, workshop.ErrRevealed) {
		return hintedError{
			errors.New(e.Say("the notes are on the wall, and this one came too late")), e.Say("keep it until everyone writes again"),
		}
	}
	return err
}

func (e errand) questions(prompts []workshop.Prompt) string {
	var words []string
	for _, p := range prompts {
		words = append(words, string(p))
	}
	return cmp.Or(strings.Join(words, ", "), e.SayAs("questions", "none"))
}
