// Package room is the live room: one goroutine owns one workshop, so that everybody's commands are decided in one
// place, one after the other, against the state that the one before left.
//
// # What a room does with a command
//
// It takes what is queued, decides each command in order against the evolving state, appends all their events in one
// durable transaction (group commit: a hundred people who press a key at once cost one fsync), evolves, publishes one
// immutable snapshot, and only then answers each sender. Nothing is shown that is not on disk. When the append fails,
// nothing has changed, and everyone in the batch is told, those who would have been refused included: their refusal
// may have rested on what was never saved. The room then reads what the log holds beyond its own state, for two reasons:
// somebody else may have appended, or the log may have written and failed only to say so. Either way the views show
// what is on disk, and the next command can succeed.
//
// # What a seat owes, and is owed
//
// A [Seat] is one person's place, bound to who they are: a screen cannot speak for somebody else. Changed carries
// "something changed", never what: its one slot holds the news until the reader comes for it, and then View is the
// newest there is. A reader who never reads costs the room nothing, and a slow one misses the steps between but never
// the last.
//
// A booth is a seat on another seat's keyboard. It works only on a facilitator's, for a person without a terminal. In
// any other case its commands are refused, and its View holds nothing private: it is no way to read over a shoulder.
//
// Anybody may sit down, also who has no seat in the workshop: they see the doorstep, from where Join takes them in or
// knocks at the locked door. Who they are, and whether they facilitate, is for the house to know: it binds the seat to
// a person, and lets facilitators in with Welcome, which no seat can send.
//
// # Who is here, and where
//
// Presence and pointers are no part of the log: they live in the room, and die with it. Whoever has a seat in the
// workshop is here once for each terminal of their own; a booth and the wall count for nobody. Point says where on the
// board a person is and what they carry, which is theirs alone until they drop it, their terminal goes, the
// group moves on, or they do nothing there for two minutes: somebody may go for lunch with a note in hand. Nobody else grabs
// it, and no command of anybody else moves it (see workshop.State.Taken). Only a facilitator's does, and frees it. All of that reaches everyone as View().Live, with
// the ordinary notice on Changed: at once when it was quiet, and from then on gathered, four times a second at most.
// Only people with a seat, and the wall, see it.
//
// From the pointers the room also knows on which notes of the step somebody has rested for a moment, though not who: that
// is View().Live.Opened, forgotten with the step and when the program starts anew.
//
// What somebody carries, nobody else moves: a command that would is refused with workshop.HeldError, which names who carries
// it. Draft shows everyone a sentence while it is being written by whoever has the pen; it is View().Live.Draft.
//
// # Secret ballots
//
// The room never keeps a ballot. It passes from the sender's command into the log's box, and at the close from the
// box into the count. A room that is opened checks that an open box holds as many ballots as the roll has names; a vote
// where it doesn't can only be abandoned.
package room
