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
// # Visitors
//
// Over SSH an App has a [Door]. A visitor names the workshop (screen_code.go), then themselves (screen_arrive.go), and
// may have to wait (screen_doorstep.go); arrive.go leads them on. Until they have a seat they see the doorstep, a view
// with the topic alone. A facilitator is asked about everyone who waits at a locked door (knocks.go).
//
// Package tui/sshd paints a served App itself: it takes [App.Lines] after a message, rings when [App.Bell] says so, and
// at the end calls [App.Close] and writes [App.Farewell]. All of them belong to the program's goroutine. With
// [Config.Served] the terminal is never asked anything.
//
// # Views
//
// App takes a view when there is news, and keeps it until there is more: what is drawn, and what a key does, goes by the
// view that the screen was made for, whatever others do meanwhile.
//
// When the group moves on through somebody else, what was asked and said about the scene before goes with it, and what
// somebody is typing stays; moving_on.go. Whoever is in the middle of a note goes on with it in a dialog in front of what
// comes next (dialog_late.go), may add it within the Grace, and has it as a draft afterwards. Knocks at the door open one
// question, and none any more after "later".
//
// # The clock
//
// Time is the room's: a screen shows the deadline minus now, and asks for a tick at the next full second while something on
// it counts (App.tick). A facilitator's header says how late the whole workshop is and when it will end (lateness.go); what can
// give is in dialog_repair.go. What the clock and the group give reason to ask, prompts.go asks by itself: whether to go on
// when everyone is done, and whether a lull was a break. What opens by itself hears no key until typing has paused (hush.go).
// Every terminal rings when time is up (bell.go); ctrl+o mutes it.
//
// # Sizes
//
// Whoever facilitates has at least 60×15; a participant may sit at a phone of 40×15 and can write, vote and read there
// like everybody else. Screens give way in one order: free lines, then what merely helps, then old or unselected things
// behind a line that counts them; never a question, a rule of a vote, the clock, or the keys that matter. What is longer
// than its place is wrapped or scrolled, not cut. frame.go has the least sizes, stage.narrow says when a phone's layout is
// due, and participant_test.go walks through all of it.
//
// # The others on the board
//
// After each message App tells the room where on the board the person is, when that has changed (point.go). A grab asks
// the room first: what somebody else carries is theirs until they drop it.
//
// # Votes
//
// paper.go prints the rows of every ballot, and ballot_box.go is what lies between a mark and the box; until then a ballot is
// on its screen and nowhere else. A count is drawn in bars (bars.go), an instant runoff as a table with a column for each round
// (rounds_table.go). What has no room scrolls on a screen, and is counted on the wall.
//
// # The mouse
//
// The mouse does what keys do: what is dragged is carried, and dropped by the same rule (mouse.go, board_mouse.go). It is on
// at the facilitator's own keyboard, and off over SSH until ctrl+g, because it takes the terminal's way to select text.
//
// # The statement
//
// While somebody has the pen every screen is the statement's (screen_statement.go, wall_statement.go): what is typed goes to
// the room key by key and is in no log; what is kept is a command. Words that were begun and not proposed stay a draft.
//
// # The wall
//
// A second projector shows the wall: everybody's view and nobody's, so nothing private can be on it. wall_frame.go draws
// its frame, screen_wall.go says which picture belongs to which scene, and the other wall_*.go files draw them: in the
// largest letters that fit, without anything to select or to scroll; what has no room is counted. The only keys of the
// wall lead out (q, ctrl+c), or change between dark and light colours.
//
// # Rehearsals
//
// In a rehearsal (rehearsal.go) there are two clocks: the room's, which may run many times faster or stand, is what deadlines
// are shown by ([App.now]); the terminal's own counts how long something that is said stays, and when a key was pressed last.
// The line above the keys always says that it is a rehearsal, and what is said goes above it.
//
// # The replay
//
// A replay (replay.go, replay_draw.go) is a program of its own: it turns a seat on a reel from record to record, lets an App draw
// the wall for it, and adds the bar. It can send nothing.
//
// # Names
//
// screen_NOUN.go is a screen, dialog_NOUN.go a dialog; the noun is the domain's. wording.go holds what the screens
// say about steps, phases and prompts.
package tui
