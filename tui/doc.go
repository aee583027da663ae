// Package tui is what people see and press: one Bubble Tea model, its screens and its dialogs.
//
// # How it is made
//
// [App] is the only tea.Model. update.go routes a message: size and colours, news from the room, the front dialog,
// the keys that work everywhere, the facilitator's keys, and last the screen that is shown. Which screen that is
// follows from the step, the phase and the role in the view, not from a choice of the user's; see stage.go.
//
// A screen or a dialog is a plain struct: it draws lines, lists its keys, and answers a key with an action, a value
// that says what should happen (send a command, open a dialog, say something). Only App carries actions out, so a
// screen can neither speak to the room nor open another screen behind App's back.
//
// A command is carried out before the next key is looked at: what people type is done in the order in which they
// typed it, and what they see after a key is what is on disk.
//
// # The booth
//
// A person without a terminal takes their turn at the facilitator's keyboard. The booth (booth.go) hides the
// facilitator's screen, asks who is there, and shows the person the same screens that they would have at a terminal of
// their own, on a seat of their own. Nothing of theirs is left on the screen afterwards.
//
// # Names
//
// screen_NOUN.go is a screen, dialog_NOUN.go a dialog; the noun is the domain's. wording.go holds what the screens
// say about steps, phases and prompts.
package tui
