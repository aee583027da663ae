package tui

import (
	"slices"
	"time"

	"convene/tui/theme"
	"convene/workshop"
)

// passing is a dialog about what the group does now.
type passing interface {
	// outlives says whether the dialog stays when the group has moved on to something else, because somebody is typing.
	outlives(st stage) bool
}

// hear takes what the room has to say. When somebody else has moved the group on, what was said about the scene before
// goes: the toast (unless it is another than the one before), and the dialogs that nobody types in.
func (a *App) hear(before toast) {
	was, booth, unsent, rest := a.scene, a.booth, a.unsent(), a.own.Break
	a.follow()
	a.tellBreak(rest)
	if a.scene == was || was == (scene{}) || a.scene == (scene{}) || a.booth != booth {
		return
	}
	if a.toast == before {
		a.toast = toast{}
	}
	n := len(a.dialogs)
	st := a.stage()
	a.dialogs = slices.DeleteFunc(a.dialogs, func(d dialog) bool {
		p, passes := d.(passing)
		return passes && !p.outlives(st)
	})
	switch {
	case a.toast.text != "":
	case unsent: // and they hear of that in mindWriting
	case len(a.dialogs) < n:
		a.say(say{text: "The group has moved on.", tone: plainly})
	}
}

// tellBreak says that a break has begun, or is over, to those who keep what they were at.
func (a *App) tellBreak(was workshop.Break) {
	switch now := a.own.Break; {
	case a.seat == nil || a.own.MyRole != workshop.Participant || now.On() == was.On():
	case now.On() && now.Until.IsZero():
		a.say(say{text: "A break, until the facilitator goes on. What you typed stays.", tone: plainly})
	case now.On():
		st := a.stage()
		a.say(say{text: st.Say("A break: back at %s. What you typed stays.", hourWords(st, now.Until)), tone: plainly})
	default:
		a.say(say{text: "The break is over.", tone: plainly})
	}
}

// sheet is the write screen that somebody is at, and for what. The next message may lead them away from it.
type sheet struct {
	screen *writeScreen // nil when they are elsewhere
	prompt workshop.Prompt
}

func (a *App) sheet() sheet {
	s, ok := a.screen.(*writeScreen)
	if !ok {
		return sheet{}
	}
	return sheet{s, s.prompt(a.view)}
}

// unsent says whether the person at the keyboard is in the middle of a note.
func (a *App) unsent() bool {
	at := a.sheet()
	return at.screen != nil && (at.screen.field.text() != "" || a.drafts.some(a.view.Me, a.view.At.Step.Prompts()...))
}

// mindWriting looks after whoever was writing before the message came, whatever has led them away from it: they go on in a
// dialog, and from there again on the write screen when the group comes back.
func (a *App) mindWriting(was sheet) {
	now, v := a.sheet(), a.view
	if now.screen != nil {
		a.backToWriting(now.screen)
	}
	a.dropSent()
	stays := now.screen != nil && now.prompt.Step() == was.prompt.Step()
	if was.screen == nil || stays || a.seat == nil || a.curtain() || outside(v) ||
		v.Me != was.screen.me || v.MyRole != workshop.Participant {
		return
	}
	prompts, kept := was.prompt.Step().Prompts(), in(v).Say("What you were typing is kept; it waits here if the group comes back.")
	if d := newLateDialog(a.stage(), was); d != nil {
		a.dialogs = append(a.dialogs, d)
		prompts = slices.DeleteFunc(prompts, func(p workshop.Prompt) bool { return p == was.prompt })
		kept = in(v).Say("What you began for the other question is kept; it waits here if the group comes back.")
	}
	if a.toast.text == "" && a.drafts.some(v.Me, prompts...) {
		a.say(say{text: kept, tone: plainly})
	}
}

// offerDraft lets somebody whose connection broke in the middle of a sentence end it when they are back within the Grace.
func (a *App) offerDraft() {
	st := a.stage()
	v := st.view
	if outside(v) || v.MyRole != workshop.Participant || v.GraceLeft(st.now) == 0 || len(v.At.Step.Prompts()) == 0 {
		return
	}
	s := newWriteScreen(st)
	if d := newLateDialog(st, sheet{s, s.prompt(st.view)}); d != nil {
		a.dialogs = append(a.dialogs, d)
	}
}

// late finds the dialog in which somebody goes on with a note.
func (a *App) late() (int, *lateDialog) {
	for i, d := range a.dialogs {
		if late, ok := d.(*lateDialog); ok {
			return i, late
		}
	}
	return -1, nil
}

// backToWriting goes on with a note where it was begun, when the group is there again.
func (a *App) backToWriting(s *writeScreen) {
	i, d := a.late()
	if d == nil || d.draft.prompt.Step() != a.view.At.Step || d.draft.who != s.me {
		return
	}
	a.dialogs = slices.Delete(a.dialogs, i, i+1)
	s.takeOver(a.stage(), d)
}

// dropSent closes the dialog when its note was sent from another terminal of the same person.
func (a *App) dropSent() {
	i, d := a.late()
	if d == nil || !d.gone(a.drafts) {
		return
	}
	a.dialogs = slices.Delete(a.dialogs, i, i+1)
	said := in(a.view).Say("It is gone at your other terminal.")
	if d.sent(a.active().View()) { // the newest: the news of it may still be on its way
		said = in(a.view).Say("Added at your other terminal.")
	}
	a.say(say{text: said, tone: plainly})
}

// lateRest is how long somebody has typed nothing when what they can't add any more goes by itself. It is longer than the
// breath between two words.
const lateRest = 5 * time.Second

// mindLate closes the dialog when its note is taken no longer and its person has stopped typing: no letter of a sentence becomes
// a command, and a ballot that has opened meanwhile is not kept from them.
func (a *App) mindLate() {
	i, d := a.late()
	if !a.waitsToClose() || a.config.Now().Sub(a.lastKey) < lateRest {
		return
	}
	a.dialogs = slices.Delete(a.dialogs, i, i+1)
	if d.field.text() != "" {
		a.say(say{text: in(a.view).Say("What you were typing is kept; it waits here if the group comes back."), tone: plainly})
	}
}

// waitsToClose says whether the dialog closes as soon as its person has stopped typing.
func (a *App) waitsToClose() bool {
	_, d := a.late()
	return d != nil && d.tooLate(a.stage()) != ""
}

// movedLines say, in a dialog that stayed because somebody is typing in it, what its keys do now.
func movedLines(st stage, width int) []string {
	return styled(st.theme.Warn, theme.Wrap(st.Say("The group has moved on. enter still tries it, esc drops it."), width))
}
