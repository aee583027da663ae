package tui

import (
	"slices"

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
	was, booth, unsent := a.scene, a.booth, a.unsent()
	a.follow()
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
	case unsent:
		a.say(say{"What you were typing is kept; it waits here if the group comes back.", plainly})
	case len(a.dialogs) < n:
		a.say(say{"The group has moved on.", plainly})
	}
}

// unsent says whether the person at the keyboard is in the middle of a note.
func (a *App) unsent() bool {
	_, writes := a.screen.(*writeScreen)
	return writes && slices.ContainsFunc(a.view.At.Step.Prompts(), func(p workshop.Prompt) bool {
		return a.drafts.of(a.view.Me, p) != ""
	})
}

// movedLines say, in a dialog that stayed because somebody is typing in it, what its keys do now.
func movedLines(st stage, width int) []string {
	return styled(st.theme.Warn, theme.Wrap("The group has moved on. enter still tries it, esc drops it.", width))
}
