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
// what is on disk, and the next command can succeed. Only where that can't be read any more, or has become shorter than what
// is shown, no command is taken from then on: see [Room.Unreadable].
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
// the ordinary notice on Changed: at once when it was quiet, and from then on gathered, four times a second at most, and less
// often in a hall. Only people with a seat, and the wall, see it.
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
//
// # What it costs
//
// A command costs what it touches: one person, one note, a small page of each. The first look after it draws anew the column
// of the wall that has changed, and nothing when none has; every other look adds one person's own. So a change costs as much
// as there are people, and of the notes only those in its column count, once for all. A room keeps its state in memory, and no
// record: a note of common length takes 400 bytes, a closed vote of 200 ideas up to 50 kB, and what is done again and again
// nothing. Tests called TestTheCostOf… bound what is allocated, here and in packages workshop and store.
//
// This is for 500 people at a wall of 5,000 notes, all in one column, on two cores of an AMD EPYC on which others were at work,
// on 27 November 2026, by
//
//	go test -run - -bench . ./workshop ./workshop/room ./store
//
//	deciding a command (Decide)                           0.3 to 2 µs; the last of 500 hands 50 µs
//	folding what follows (Evolve)                         2 to 12 µs, 1.4 to 20 kB; a reveal 60 to 120 ms
//	the first look after it (ShareAfter)                  0.04 to 0.2 ms, 80 kB; 0.9 ms and 1.3 MB when a note has moved
//	every other look (ViewFor)                            1 to 2 µs, 1.2 kB
//	a command, and all 500 look (Change)                  1 to 2 ms
//	commands of all 500, made durable, in a second (Room) 80,000 to 100,000
//	opening a workshop of 100,000 records (OpenRoom)      0.6 to 0.9 s, of which 0.3 s to read them
//
// # Beyond one machine
//
// This is on paper. When one machine is outgrown, NATS JetStream can stand behind [Log]: it keeps a log by Raft on three
// machines. What follows is how it would, with nats-server 2.12 or later.
//
// One stream holds all workshops, with AllowAtomicPublish, three replicas and files. An append is one message on
// convene.<id>.log, a list of records: 256 commands fit well into the usual megabyte. Its header
// Nats-Expected-Last-Subject-Sequence is the number of the message before it on that subject, so that the server refuses
// what a log that has moved on would [1]. That number is the stream's, not a workshop.Seq: the log knows it for each
// workshop from what it has loaded, and from the server's answer to its last append; when it doesn't know it, it reads the
// last message of the subject and sees whether that ends at the Seq given. A refusal becomes a workshop.ConflictError in the
// same way. Load is an ordered consumer of that one subject, from the message in which the Seq stands, and must be answered
// by the leader of the stream: a replica may lag behind what was acknowledged. So each room needs one consumer while it
// opens or catches up, and none after.
//
// What an append does to the box or the nonce is a second message, on convene.<id>.box or .seal, in one atomic batch with
// the first (ADR-50 [2]: all or nothing, at most 1,000 messages, 50 batches at a time in a stream, dropped when nothing
// comes for 10 s). The expected sequence is checked when the batch is committed, and may stand on a message only if none
// before it in the batch has the same subject. Nats-Msg-Id, by which the server knows a message that comes twice, is refused
// in a batch. It isn't needed: what was written and not answered is found by the expected sequence, since whoever tries
// again conflicts; and the room then looks whether what it finds is its own (see the first section).
//
// Who leads. A lease, in a key-value bucket with an expiry, says which machine has the room, so that everybody's terminal is
// sent there; presence, pointers and drafts live on that one. The lease is for comfort. The fence is the expected sequence:
// a machine that has lost the lease and doesn't know it can show an old state, but its next append conflicts, writes
// nothing, and shows it what the others have done; it must then ask for the lease and, without it, close the room. What it
// can't do is notice by itself while nobody sends anything: a watch on the lease does that.
//
// What stays: this package, but for closing on a lost lease; the rules, the records byte for byte, the screens. What the
// interface asks of a log, JetStream can give. Load and Box are two reads and no snapshot: with a second machine at work a
// ballot can come between them, which is why Open looks again before it calls a vote spoiled.
//
// What it costs. An append waits for a round trip to the stream's leader, two with an atomic batch, and for the leader's to
// one of its replicas. A machine acknowledges before its disk has it: it syncs every two minutes [3], and in an analysis of
// version 2.12.1 acknowledged messages were lost when all lost power at once, or when one did while others were slow [4].
// What this package promises needs "sync_interval: always", which adds a sync. That makes an estimated 2 to 4 ms in one data
// centre, where bbolt takes 0.3 to 1 ms here: with 256 commands that share it that is more a second than a room decides,
// and a single one is felt a few milliseconds later; across a continent a tenth of a second. A message takes 30 bytes and its subject, 4
// more and its headers if it has some [5], besides its records, on each of three machines, and once more in their Raft logs
// until these are compacted.
//
// The secret. A stream keeps what it was given: each box that was laid anew, with its time, beside the roll. What one has
// more than the one before is the next ballot. Deleting a message overwrites it with random bytes [6], but not in the Raft
// logs, in snapshots, or in a replica that is down. So boxes must be encrypted, each vote's under a key that the leading
// machine keeps elsewhere and destroys when the vote is over; its loss spoils the vote. Who has that key and the stream can
// tell who voted what, as today who copies the file after each ballot.
//
// What package storetest must still prove, for any log that several machines share: that two handles on one log see each
// other's appends at once, and conflict; that of an append that was cut off, at every message, there is all or nothing, box
// and nonce included, and that Load says which; that a log knows where each workshop ends when it starts cold; that an
// append too large for one message is split without being torn; that what was acknowledged is there after the leader, and
// after a majority, has lost power; and, on the files of every machine, that no box of a closed vote can be read.
//
//	[1] https://docs.nats.io/nats-concepts/jetstream/headers
//	[2] https://github.com/nats-io/nats-architecture-and-design/blob/main/adr/ADR-50.md, revision 5
//	[3] https://github.com/nats-io/nats.docs/pull/896, "Syncing data to disk"
//	[4] https://jepsen.io/analyses/nats-2.12.1 and https://github.com/nats-io/nats-server/issues/7564
//	[5] fileStoreMsgSizeRaw in https://github.com/nats-io/nats-server/blob/main/server/filestore.go
//	[6] https://docs.nats.io/reference/jetstream/api/stream/msg-delete
package room
