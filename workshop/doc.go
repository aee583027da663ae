// Package workshop is the rules: what a workshop is, who may do what and when, and what follows.
//
// A group of 5 to 50 people founds a Community of Practice in two hours and six steps. Every step has the same
// rhythm: a brief; everyone writes alone (diverge); all notes are revealed at once (share); the group clusters them
// until the wall says one thing (converge); everyone says how far they stand behind it (align). What remains is a
// [Canvas], a name and exactly one leader.
//
// # How it works
//
// The package is event-sourced and pure. A [Command], with who sends it and when, goes into [Decide], which returns
// the events that follow or refuses with a sentence for the person who asked. [Evolve] folds a [Record] (an event
// with its number, time and actor) into a new [State]. Both are total and deterministic: the same log always gives
// the same state, on any machine. There is no goroutine here, no clock, no chance and no file; times, identifiers and
// random bytes come in with the command, and the ballots of a vote with [CloseVote].
//
// A State has value semantics. Evolve copies only what it touches, so that every state that was ever handed out stays
// as it was and can be read by many goroutines without a lock.
//
// # Who takes part
//
// People come in by themselves, at a terminal of their own, or a facilitator adds them, and they write and vote in the
// booth. While the door is locked, joining is knocking: a facilitator admits whoever knocked, or turns them away for
// good. When it is unlocked again, those who wait join by themselves. [State.Standing] says where somebody stands:
// outside, knocking, turned away, seated, or removed. Nobody comes back by themselves who was turned away or removed.
// Closing the workshop locks the door: whoever comes to the community later knocks, unless a facilitator unlocks it.
//
// One person facilitates from the beginning; participants can be made facilitators beside them, and be released again,
// between votes. Whoever facilitates guides and doesn't take part: has no hand, no vote, and can't be elected. One
// facilitator always stays, and none is removed.
//
// # Who may send what
//
// What is refused to everybody in a role, or at a moment, is said by a command's gate and stands here; what depends on
// what a command says is for its topic. A vote can only be open while the group converges, and "vote" says whether the
// command passes then. A break is in the way of the clock alone. When the workshop is finished its log goes on as the
// community's, and "after" says what passes then.
//
//	stranger
//	| removed participant
//	| | observer
//	| | | wall
//	| | | | participant
//	| | | | | co-facilitator
//	| | | | | | facilitator
//	| | | | | | |   phases                  vote  after  commands
//	h h h h h h h   before there is one     -     no     OpenWorkshop
//	. . . . . + +   all                     no    no     Advance StepBack
//	. . . . . + +   canvas                  -     no     CloseWorkshop
//	. . . . . + +   all                     yes   no     StartClock PauseClock AdjustClock RepairAgenda UndoRepair EndBreak
//	                                                     AnswerLull CloseVote AbandonVote
//	. . . . . + +   gather                  -     no     PlanAgenda
//	. . . . . + +   all but gather          yes   no     StartBreak
//	. . . . . + +   all                     yes   yes    AddPerson RemovePerson LockDoor AdmitPerson RefusePerson
//	+ . . . . . .   all                     yes   yes    Join
//	h h h h h h h   all                     yes   yes    JoinAsFacilitator
//	. . . . . + +   all                     no    yes    AppointFacilitator ReleaseFacilitator ReopenElection
//	. . . . + . .   all                     yes   no     DeclareDone AskMinute CastBallot
//	. . . . + . .   diverge share converge  no    no     WriteNote Nominate
//	. . . . + . .   diverge                 -     no     RewordNote WithdrawNote WithdrawNomination
//	. . . . + + +   share converge          no    no     FormCluster DropOn MoveNotes TitleCluster MergeClusters ParkNotes
//	                                                     PlaceCluster KeepApart UndoLast
//	. . . . . + +   share converge          yes   no     PutSpotlight
//	. . . . + + +   share converge align    no    no     WriteStatement HandPen LayPen
//	. . . . . + +   share converge align    no    no     TakePen
//	. . . . + . .   share converge align    no    no     ProposeSentence
//	. . . . + . .   align                   -     no     ShowHand
//	. . . . . + +   align                   -     no     RevealHands
//	. . . . . + +   converge                no    no     OpenVote DrawLot ProposeLeader RevealSignals
//	. . . . + . .   share converge          no    no     AcceptNomination DeclineNomination ChangeNomination
//	. . . . . + +   share converge          no    no     RecordNoLeader
//	. . . . + . .   all                     no    yes    DeclineLeadership
//	. . . . . + +   brief                   -     no     ChooseMethod
//	. . . . + . .   converge                no    no     SignalConsent
//	. . . . + + +   converge align canvas   no    yes    PlanAction
//	. . . . + + +   converge align canvas   no    no     DropAction
//	. . . . . + +   none                    -     yes    OpenCheck CloseCheck AbandonCheck TurnCard
//	. . . . + . .   none                    -     yes    GiveAnswers ChangeAnswers
//	. . . . + + +   none                    -     yes    PlanCheck SettleAction NoteOccasion StrikeOccasion NameSponsor
//	                                                     GrantTime
//
// "+" may, "." may not, and "h" is for the house alone: it lets facilitators in, and no seat can send these. For a participant
// without a terminal the same holds in the booth. WriteStatement, HandPen and LayPen need the pen, or a facilitator. An action is
// dropped by who planned it, or a facilitator; what became of it, its owner says as well; an occasion is struck by who noted it, or
// a facilitator. When the next check is, who sponsors the community, and how much time there is to lead it, is for a facilitator or
// the leader. The observer is who looks on: no event makes one, and the seat that they look from is the wall's.
// testdata/gate.txt has every cell of it.
//
// # What may be seen
//
// [Share] draws what everyone may see of a state and [ViewFor] adds what only one viewer may see. Nothing else leaves
// for a screen, an export or a log, so privacy is decided in one place:
//
//   - Without a seat one sees the doorstep: which workshop it is, whether it has ended, and whether the door is locked.
//   - Who knocks is for facilitators to see.
//   - Before the reveal a note's text, and a nomination, exist only in their author's view.
//   - Hands are hidden until all are shown, or the facilitator shows them; then all at the same moment.
//   - Consent to a proposal, and objections, are hidden in the same way.
//   - While a vote is open no view holds a count. The roll (who has voted) is public, the ballot never is.
//   - What was answered to a health check is in no view before its card is turned over, and what fewer than [MinAnswers] have
//     answered in none ever. Who has answered is seen once as many have; of a check that never had them, never.
//
// # Together on the board
//
// Everyone may work on the board at the same time. What somebody carries is theirs (see [State.Taken]; the room knows
// who carries what). A drop follows what became of its target meanwhile: into the cluster that it was merged into, or that the
// note is in by now. Undo takes back the sender's last action as long as nothing was built on it.
//
// # Secret ballots
//
// A vote leaves two traces. The roll is in the log: [BallotCast], without the ballot. The ballot goes into the
// workshop's box under a random key, with no person, time or order; the log's Append takes it from the event's Ballot
// field, which is never part of the stored record. Closing reads the box into [CloseVote], checks that it holds as
// many ballots as the roll has names, and records them sorted; then the box is emptied and the log alone suffices.
//
// # After the founding
//
// When the workshop is closed its log goes on as that of the [Community]: the same code, the same seats. People come and go. The
// [Canvas] stays what it was when the group closed it.
//
// From time to time a facilitator opens a [HealthCheck]: each who takes part answers every card red, yellow or green, or not at all,
// at one sitting or by a day. [AnswersGiven] leaves two traces, as a cast ballot does: a name on the roll, and a [Sheet] in a box of
// its own, under a random key. With it lies a lock, the SHA-256 of a receipt that only the person has, and the program in its
// memory; with the receipt, and with nothing else, the sheet can be replaced until the check is closed. Closing takes the sheets
// apart card by card, so that what somebody said on one card is not linked with another, nor a sentence with a colour; and of a card
// with fewer than [MinAnswers] answers it records how many there were, and nothing else. Then the box is emptied. The cards are
// turned over one by one.
//
// An open check may stand for days, and backups, which wait for the end of a vote, don't wait for it: they leave its answers out
// (see package store). A check whose box doesn't match its roll can only be abandoned.
//
// Everybody plans actions, also from a card that was turned over, and says what became of them: done, moved to another day, or
// dropped, and why. What the community has held is noted, with a link to its minutes; so are who sponsors it, and how much time its
// leader has for it. A leader may go, by [DeclineLeadership] or a facilitator's [ReopenElection], each with a reason; then nobody leads
// the community before its next workshop has elected somebody. [Reminders] are what is lacking.
//
// # The next canvas
//
// A workshop can go on from the last canvas of its community: [Canvas.Origin] is what that leaves, and [OpenWorkshop] takes it
// along. Each step opens with what stands there. With the notes of a step that are shown for the first time, what stood there is
// hung on the wall ([StandingHung]), in its clusters, without authors, and once; nobody can take that back. From then on it is
// kept, retitled, merged or parked like any note, and only its words stay. The old statements and the name stand until others are
// chosen; the name is also one of those to choose from. What stood there of a step that the group leaves out, the next canvas
// leaves on. [Canvas.Changes] follows those notes, and says of each entry of the last canvas whether it was kept, changed or dropped.
// The leader is elected anew.
//
// Each workshop has a log of its own, and so has each stretch of a community's life. [Community.After] joins them for whoever reads:
// the checks, the events and the settled actions of before, and those of now.
//
// # One leader
//
// A group comes to its leader by secret ballot, or by consent (see [Method]); either way nominations have reasons, and nobody's
// name stands beside a reason. By ballot, those who are nominated accept and have time for it before anybody votes. By consent,
// a facilitator proposes one of them on the strength of the reasons; all others answer, and see the answers at the same moment. An
// objection leads to another proposal, or is taken back; where there is none, the one proposed is asked, last. Answers are no
// ballots: they are open words. That there is no leader yet is an outcome like any other, and a leader who declines after all
// opens the election again.
//
// # First actions
//
// What will be done first is planned by everyone, over the forces and when the group looks at its canvas: by one person, and,
// where one was set, by a [Day]. Whoever planned an action can drop it, and a facilitator can drop any.
//
// # Time
//
// An [Agenda] is a list of blocks, one for each step, whose boxes add up to its total; a block's phases have their time boxes
// from it. Time that is kept for being late is a block of its own at the end, the reserve. Until the group begins, the
// agenda can be planned; from then on it is repaired: see [Timing.Offers]. A repair is an event, and the latest can be taken
// back.
//
// The clock is a deadline in an event, and nobody counts down. When it is over nothing is cut off: a facilitator goes on. Ahead
// and behind ([Timing.Behind]) compare when the workshop will end with what was promised when it began, less the reserve that is
// not spent: a group is behind before it is too late. A clock that stands
// costs time like one that runs. A break doesn't: it moves the promise, whether it takes ten minutes or a night, and a lull,
// in which nothing happened, can be counted as one afterwards. [Timing.Ledger] says where the time went.
//
// Nobody is yanked: what somebody was writing when all notes were revealed is taken for as long as the [Grace] lasts, and
// goes straight to the wall.
//
// # Invariants
//
//   - A note is in exactly one place: withdrawn, parked, in one cluster, or standing alone.
//   - Going back, as far as one may, loses nothing; what was settled is marked as reopened.
//   - No step is settled over a hand under Support, or a missing one, unless that was decided and is on record.
//   - Nobody votes twice, and no ballot exceeds the vote's rule.
//   - There is at most one leader; the type has room for one. Nobody leads by consent over an objection that is on the table.
//   - A first action is due on the day on which it is planned, within a year after it, or on no day.
//   - Somebody facilitates, and nobody who does takes part.
//   - Nobody waits at the door who has a seat, or whose name somebody here has.
//   - The boxes of the agenda add up to its total, no block is below its floor, and a block's phases add up to it.
//   - Every moment since the group began is the work of one step or part of a break.
//   - Nobody answers a health check twice, none is opened over another, and no record tells more than a number of few answers.
//   - Every text in a record has passed package text.
//
// # Limits
//
// Nothing that people send grows without end, but for the log of those who facilitate. What is beyond a limit is refused with a
// sentence; what somebody has typed stays theirs to shorten.
//
//	    20  cells in a person's name                    text.MaxNameCells   text.ErrNameLong
//	    80  characters in a topic                       MaxTopicLen         ErrTopicLong
//	   280  characters on a note                        MaxNoteLen          ErrNoteLong
//	    40  characters in a name for the community      MaxProposalLen      ErrProposalLong
//	    60  characters in a cluster's title             MaxTitleLen         ErrTitleLong
//	   280  characters in a statement, or one proposed  MaxStatementLen     ErrStatementLong
//	   280  characters in a concern, reason, objection  MaxReasonLen        ErrReasonLong
//	   140  characters in a first action                MaxActionLen        ErrActionLong
//	    30  cards in a health check                     MaxCards            ErrCards
//	    60  characters in what a card is about          MaxCardLen          ErrCardLong
//	   280  characters in what a colour means on it     MaxCardTextLen      ErrCardTextLong
//	   280  characters in a sentence under an answer    MaxSentenceLen      ErrSentenceLong
//	   140  characters in what became of an action      MaxWhyLen           ErrWhyLong
//	   140  characters in what an occasion was about    MaxOccasionLen      ErrOccasionLong
//	   300  characters in the link to its minutes       MaxMinutesLen       ErrMinutesLong
//	    60  characters in the name of a sponsor         MaxSponsorLen       ErrSponsorLong
//	  2400  minutes a week for the leader               MaxLeaderWeekly     ErrWeekly
//	   366  days until an action is due                 maxDue              ErrDue
//	  5000  notes that the last canvas leaves           MaxStanding         ErrStandingMany
//	   240  minutes of a workshop                       MaxTotal            ErrTotal
//	   180  minutes of a break that has an end          MaxBreak            ErrBreakLong
//	     8  dots of one person                          MaxDots             ErrDots
//	     5  votes of one person for a name              MaxNameVotes        ErrNameVotes
//	     5  fingers of a hand                           MaxLevel            ErrNoSuchLevel
//	   500  people in a workshop at once                MaxPeople           ErrRoomFull
//	  5000  seats ever given out                        maxSeats            ErrRoomFull
//	    50  people waiting at the locked door           MaxKnocks           ErrDoorCrowded
//	    50  notes of one person for one question        MaxNotesPerPrompt   ErrManyNotes
//	   200  of these, with those taken back             maxWritten          ErrManyNotes
//	 10000  clusters ever formed                        MaxClusters         ErrManyClusters
//	     5  sentences of one person for a statement     MaxSentences        ErrManySentences
//	   200  ideas to vote on                            maxOptions          ErrManyOptions
//	   100  votes opened                                MaxVotes            ErrManyVotes
//	    20  nominations of one person                   MaxNominations      ErrManyNominations
//	   100  proposals of a leader                       MaxProposals        ErrManyProposals
//	    20  first actions planned at once               MaxActions          ErrManyActions
//	    20  of them open in a community                 MaxActions          ErrManyOpen
//	  1000  occasions noted by one community            MaxOccasions        ErrManyOccasions
//	   200  health checks of one community              MaxChecks           ErrManyChecks
//	200000  records, but for those who facilitate       MaxRecords          ErrLogFull
//
// Of what can be taken back, the latest is kept: of one person's actions on the board [MaxUndo], of the repairs of the
// agenda and of the lulls 20. A format has limits of its own, in cells (see [MaxRule] and those beside it), and 32
// kilobytes in all. Beside the rules, 100 workshops are held at once in one house, each with up to 10 walls; a guest
// sends ten commands in a second; a text that is being typed ends after 2000 characters.
//
// # Vocabulary
//
// Workshop, topic, language, wording (what it says in words of its own; the rest is package format's), agenda, block, reserve,
// step, phase, time box, repair, break, lull, ledger; facilitator, participant, observer; door, doorstep, knock,
// seat; prompt, note, cluster, pair, dot vote, statement, pen; alignment (fist to five), hand, concern; force and strength;
// first action, owner, day; proposal (of a name, or of a leader), nomination, candidate, acceptance; consent, objection, signal;
// ballot, roll, box, tally, tie, runoff, lot; community, health check, card, answer, colour, sheet, receipt, lock, spread, turning
// over; follow-up, occasion, sponsor, reminder; canvas, section, entry, agreement; log, record, seq, replay; booth (one person's
// private turn at a shared keyboard), wall (the projected screen).
//
// # What is not here
//
// Who is connected and where they point (package room; [Live] only names it), how things look (package tui), how they
// are stored (package store), how ballots are counted (package ballot) and typed text is cleaned (package text).
package workshop
