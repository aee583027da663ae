package workshop

import "errors"

// Refusals. Each is worded to be shown to the person whose command was refused; errors.Is finds them through the
// detail that some are wrapped with.
var (
	// ErrNotOpen is returned when a workshop is used that has not been opened.
	ErrNotOpen = errors.New("there is no such workshop")
	// ErrDamaged is returned when records from outside don't fit each other. The other workshops of the file are not touched.
	ErrDamaged = errors.New("its records don't fit each other; restore it from a backup")
	// ErrUnreadable is returned for every command in a workshop of which only the beginning can be read.
	ErrUnreadable = errors.New("the end of this workshop can't be read; only a backup can go on")
	// ErrNewer is returned when records from outside are about something that this program doesn't know.
	ErrNewer = errors.New("was it written by a newer version of convene?")
	// ErrAlreadyOpen is returned when a workshop is opened a second time.
	ErrAlreadyOpen = errors.New("this workshop is open already")
	// ErrClosed is returned after the workshop was closed, for every command that isn't about the community that goes on.
	ErrClosed = errors.New("this workshop is finished; its canvas stays")
	// ErrUnfinished is returned for what is about the community, as long as its workshop is held.
	ErrUnfinished = errors.New("that comes later: this workshop isn't finished yet")
	// ErrStranger is returned when the sender has no seat, or has lost it.
	ErrStranger = errors.New("you don't have a seat in this workshop")
	// ErrFacilitatorOnly is returned when somebody else sends a facilitator's command.
	ErrFacilitatorOnly = errors.New("that is the facilitator's to do")
	// ErrParticipantOnly is returned when somebody who doesn't take part writes, shows a hand or votes.
	ErrParticipantOnly = errors.New("that is for those who take part; add yourself as a person to join in")
	// ErrOwnTerminal is returned when the booth is used for somebody who has a terminal.
	ErrOwnTerminal = errors.New("the booth is for people without a terminal of their own")
	// ErrBoothOnly is returned when a command comes from a terminal in the name of somebody who has none.
	ErrBoothOnly = errors.New("that seat has no terminal; its place is the booth")
	// ErrNotNow is returned when the present phase has no room for the command.
	ErrNotNow = errors.New("that isn't possible in this phase")
	// ErrOtherStep is returned when the command is about another step than the present one.
	ErrOtherStep = errors.New("that belongs to another step")
	// ErrVoteOpen is returned when something would change under an open vote.
	ErrVoteOpen = errors.New("a vote is open; close it first")
	// ErrLogFull is returned from MaxRecords on to everybody who doesn't facilitate.
	ErrLogFull = errors.New("this workshop's log is full; a facilitator can bring it to its end")

	// ErrCode is returned when a workshop's code isn't lower-case words with hyphens between.
	ErrCode = errors.New("a code is two words with a hyphen, like brave-otter")
	// ErrLanguage is returned when a workshop is opened in a language that is not built in.
	ErrLanguage = errors.New("convene speaks English (en) and French (fr)")
	// ErrWording is returned when a format has words for a step, a prompt or a section that does not exist, or for
	// what no screen shows of a step.
	ErrWording = errors.New("the format has words for something that no workshop has")
	// ErrWordingLong is returned when a text of a format exceeds its limit, or all of them together do.
	ErrWordingLong = errors.New("a text of the format is too long for the screens")
	// ErrBraces is returned when braces stand in a text of a format for anything but VotesPlace.
	ErrBraces = errors.New("braces are for {votes} alone, in the rule of the name")
	// ErrSolo is returned when a format's time for writing alone is out of range, or not in half minutes.
	ErrSolo = errors.New("writing alone takes a minute up to half of its step, in half minutes")
	// ErrOrigin is returned when a workshop would go on from a canvas with what no workshop could have left on it.
	ErrOrigin = errors.New("the last canvas holds something that no workshop can go on from")
	// ErrStandingMany is returned when more than MaxStanding notes stand on the canvas that a workshop would go on from.
	ErrStandingMany = errors.New("more than 5000 notes stand on the last canvas; that is too many")
	// ErrTopicEmpty is returned when a workshop is opened without a topic.
	ErrTopicEmpty = errors.New("say what the community will be about")
	// ErrTopicLong is returned when the topic exceeds MaxTopicLen.
	ErrTopicLong = errors.New("that topic is too long; 80 characters are plenty")
	// ErrOffset is returned when a place is further from UTC than any on Earth. It is the program's fault.
	ErrOffset = errors.New("no place is more than 15 hours from UTC")
	// ErrTotal is returned when the total is not between MinTotal and MaxTotal.
	ErrTotal = errors.New("a workshop takes between 45 and 240 minutes")

	// ErrMovedOn is returned when the group is no longer where the sender thought.
	ErrMovedOn = errors.New("the group has moved on already")
	// ErrAtTheEnd is returned when there is no phase after the present one.
	ErrAtTheEnd = errors.New("this is the last step")
	// ErrAtTheStart is returned when there is no phase before the present one.
	ErrAtTheStart = errors.New("this is where it begins")
	// ErrNotEarlier is returned when the group would go back to a place that is not before, or further back than the end
	// of the step before.
	ErrNotEarlier = errors.New("from here one goes back within the step, or to the end of the one before")
	// ErrNobodyHere is returned when the gathering would end without anyone who takes part.
	ErrNobodyHere = errors.New("nobody is here yet; add the first person")
	// ErrHandsMissing is returned when a step would be settled before everyone has shown a hand.
	ErrHandsMissing = errors.New("not everyone has shown a hand yet")
	// ErrHandsHidden is returned when a step would be settled while hands are up that nobody has seen.
	ErrHandsHidden = errors.New("show the hands first, so that everyone is heard")
	// ErrConcerns is returned when a step would be settled although somebody is not behind its outcome.
	ErrConcerns = errors.New("not everyone is behind this yet")
	// ErrNoName is returned when the naming would end without a name.
	ErrNoName = errors.New("the community has no name yet")
	// ErrNoOutcome is returned when the election, or the workshop, would end with neither a leader nor the record that
	// there is none.
	ErrNoOutcome = errors.New("elect a leader, or record that there is none yet")
	// ErrHaveOutcome is returned when the election has its outcome and would be gone on with.
	ErrHaveOutcome = errors.New("the election has its outcome; reopen it first")

	// ErrBlockShort is returned when a block of the agenda would have less than its floor, or no whole minutes.
	ErrBlockShort = errors.New("that step needs more time than that to be worth it")
	// ErrBegun is returned when the agenda would be planned anew after the group has begun.
	ErrBegun = errors.New("the workshop has begun; repairs can change what is still to come")

	// ErrReplanned is returned when somebody else has planned the agenda meanwhile.
	ErrReplanned = errors.New("somebody else has just changed the plan; look at theirs first")

	// ErrClockRuns is returned when the clock is started while it runs.
	ErrClockRuns = errors.New("the clock is running already")
	// ErrClockStands is returned when the clock is paused while it stands.
	ErrClockStands = errors.New("the clock is standing already")
	// ErrClockRange is returned when a time box would become negative or longer than MaxTotal.
	ErrClockRange = errors.New("the time box can't be changed by that much")
	// ErrNoRepair is returned when a repair would save nothing.
	ErrNoRepair = errors.New("that would not save any time now")
	// ErrNoRepairToUndo is returned when the repair that would be taken back is not the latest one.
	ErrNoRepairToUndo = errors.New("there is no such change of the agenda to take back")
	// ErrPastThat is returned when a step would come back that lies behind the group by now.
	ErrPastThat = errors.New("the group is past that step; it can't come back")
	// ErrOnBreak is returned for what has to wait until the break is over.
	ErrOnBreak = errors.New("the group has a break; end it first")
	// ErrNoBreak is returned when a break would be ended and there is none.
	ErrNoBreak = errors.New("there is no break to end")
	// ErrBreakLong is returned when a break's length is out of range.
	ErrBreakLong = errors.New("give the break up to 180 minutes, or leave its end open")
	// ErrAnswered is returned when somebody has said already what a lull was.
	ErrAnswered = errors.New("somebody has said already what that was")
	// ErrNoLull is returned when a time is counted as a break in which something happened.
	ErrNoLull = errors.New("something happened in that time; it was no break")

	// ErrSeatTaken is returned when a person's ID is in use, or empty.
	ErrSeatTaken = errors.New("that seat is taken")
	// ErrNameTaken is returned when a name is, or looks like, that of somebody who is here or waits at the door.
	ErrNameTaken = errors.New("somebody here has that name already; add a letter")
	// ErrRemoved is returned when somebody joins again whose seat was taken away.
	ErrRemoved = errors.New("a facilitator has taken your seat away; ask them")
	// ErrNotWaiting is returned when somebody is admitted, or turned away, who doesn't wait at the door (any more).
	ErrNotWaiting = errors.New("nobody like that is waiting at the door")
	// ErrDoorCrowded is returned when MaxKnocks people wait at the locked door.
	ErrDoorCrowded = errors.New("many people are waiting at the door already; try again in a minute")
	// ErrTurnedAway is returned when somebody asks for a seat, or joins at the open door, who was turned away before.
	ErrTurnedAway = errors.New("a facilitator has turned you away; speak to them")
	// ErrLastFacilitator is returned when the only facilitator would become a participant.
	ErrLastFacilitator = errors.New("somebody has to facilitate; make somebody else a facilitator first")
	// ErrRoomFull is returned when MaxPeople have taken seats.
	ErrRoomFull = errors.New("all 500 seats are taken")
	// ErrNoSuchPerson is returned when a command names somebody without a seat.
	ErrNoSuchPerson = errors.New("nobody like that is here")
	// ErrKeepFacilitator is returned when a facilitator would be removed.
	ErrKeepFacilitator = errors.New("a facilitator can't be removed; let them take part again first")
	// ErrOwnFacilitator is returned when a facilitator would make another a participant who came as one.
	ErrOwnFacilitator = errors.New("they facilitate in their own right; only they can give it up")
	// ErrKeepLeader is returned when the elected leader would be removed, or made a facilitator.
	ErrKeepLeader = errors.New("the leader stays and takes part; reopen the election first")
	// ErrLeads is returned when the leader of a founded community would be removed, or made a facilitator.
	ErrLeads = errors.New("they lead the community; they or a facilitator can end that first")
	// ErrAlreadySaid is returned when the sender has said just that already.
	ErrAlreadySaid = errors.New("you have said that already")

	// ErrNoteEmpty is returned when nothing is left of a note after cleaning.
	ErrNoteEmpty = errors.New("there is nothing on this note yet")
	// ErrNoteLong is returned when a note exceeds MaxNoteLen.
	ErrNoteLong = errors.New("one idea per note: 280 characters at most")
	// ErrProposalLong is returned when a proposal of a name exceeds MaxProposalLen.
	ErrProposalLong = errors.New("a name is the title of the canvas: 40 characters at most")
	// ErrManyNotes is returned when a person exceeds MaxNotesPerPrompt.
	ErrManyNotes = errors.New("you have 50 notes here; keep the best for the rest")
	// ErrNoSuchNote is returned when a note doesn't exist, or isn't the sender's to see.
	ErrNoSuchNote = errors.New("that note isn't there")
	// ErrRevealed is returned when something is written alone after everyone's notes were shown, and the Grace is over.
	ErrRevealed = errors.New("the notes are on the wall; what you typed is kept for later")
	// ErrOnTheWall is returned when an author would change what everyone has seen.
	ErrOnTheWall = errors.New("everyone has seen that already; it belongs to the group now")
	// ErrNoteTwice is returned when a command names a note twice.
	ErrNoteTwice = errors.New("the same note is named twice")
	// ErrNoSuchCluster is returned when a cluster doesn't exist, is empty, or belongs to another step.
	ErrNoSuchCluster = errors.New("that cluster is gone: its notes are elsewhere now; choose another place")
	// ErrManyClusters is returned when MaxClusters were formed.
	ErrManyClusters = errors.New("10000 clusters were formed here; put notes into those that are there")
	// ErrNoClustersHere is returned when a step has no clusters.
	ErrNoClustersHere = errors.New("names that are the same are put together by themselves")
	// ErrHeld is returned when somebody points at, or would grab or move, what somebody else carries; see HeldError.
	ErrHeld = errors.New("somebody is carrying that already")
	// ErrTitleLong is returned when a title exceeds MaxTitleLen.
	ErrTitleLong = errors.New("that title is too long; 60 characters at most")
	// ErrStatementLong is returned when a statement exceeds MaxStatementLen.
	ErrStatementLong = errors.New("one sentence: 280 characters at most")
	// ErrParked is returned when something is dropped on a note that somebody has parked.
	ErrParked = errors.New("somebody has just parked that note; drop it somewhere else")
	// ErrNotBeside is returned when a cluster would be put before one of another column.
	ErrNotBeside = errors.New("a cluster keeps its column; it can only change places there")
	// ErrPenOut is returned when somebody writes the statement, or hands the pen on, who doesn't have it.
	ErrPenOut = errors.New("somebody else has the pen; propose your words")
	// ErrNoPen is returned when there is no pen to hand on, or to propose words to.
	ErrNoPen = errors.New("nobody is writing that statement now")
	// ErrManySentences is returned when a person has proposed MaxSentences for a section.
	ErrManySentences = errors.New("you have proposed five sentences; say the rest aloud")
	// ErrSaidAlready is returned when a sentence is proposed that stands there already.
	ErrSaidAlready = errors.New("that sentence is there already")
	// ErrDots is returned when a dot vote would give more than eight dots, or fewer than one.
	ErrDots = errors.New("give everyone one to eight dots")
	// ErrFewIdeas is returned when a dot vote would be among fewer than two ideas that are on the board.
	ErrFewIdeas = errors.New("a vote needs at least two of the ideas on the board")
	// ErrAlreadyThere is returned when a command would change nothing.
	ErrAlreadyThere = errors.New("it is like that already")
	// ErrNothingToUndo is returned when the sender has done nothing on this board that could be taken back.
	ErrNothingToUndo = errors.New("there is nothing of yours to take back here")
	// ErrBuiltUpon is returned when somebody has built on what would be taken back.
	ErrBuiltUpon = errors.New("somebody has built on that since; change it by hand")

	// ErrNoSuchLevel is returned when a hand isn't 0 to 5.
	ErrNoSuchLevel = errors.New("show 0 to 5 fingers")
	// ErrConcernMissing is returned when a hand under 3 comes without a sentence.
	ErrConcernMissing = errors.New("say in a sentence what would have to change")
	// ErrNoHands is returned when hands would be revealed and there are none.
	ErrNoHands = errors.New("nobody has shown a hand yet")

	// ErrNoVote is returned when the vote isn't open (any more).
	ErrNoVote = errors.New("that vote isn't open")
	// ErrHasVoted is returned when somebody votes twice. A ballot is final.
	ErrHasVoted = errors.New("your ballot is in the box; it is final")
	// ErrNotInVote is returned when somebody votes who came after the vote was opened.
	ErrNotInVote = errors.New("this vote was opened before you came; the next one is yours too")
	// ErrFewBallots is returned when so few ballots would be counted that one could tell who voted what.
	ErrFewBallots = errors.New("with so few ballots one could tell who voted what; wait for more")
	// ErrVotesMissing is returned when a vote would be closed before everyone has voted.
	ErrVotesMissing = errors.New("not everyone has voted yet")
	// ErrNothingToVote is returned when there is nothing to choose from.
	ErrNothingToVote = errors.New("there is nothing to vote on yet")
	// ErrManyVotes is returned when MaxVotes were opened.
	ErrManyVotes = errors.New("100 votes were opened in this workshop; decide the rest by talking")
	// ErrManyOptions is returned when there is more to choose from than anybody can take in.
	ErrManyOptions = errors.New("a vote has room for 200 ideas; put some together, or park some")
	// ErrLotNext is returned when a vote would be opened after a runoff that tied.
	ErrLotNext = errors.New("the runoff tied as well; draw the lot")
	// ErrTieWaits is returned when somebody would become a candidate between the rounds of a vote.
	ErrTieWaits = errors.New("a round has been counted; the next one is among those left")
	// ErrNoLot is returned when a lot would be drawn without a tie after a runoff.
	ErrNoLot = errors.New("there is no tie that needs a lot")
	// ErrNonce is returned when a lot comes with too little chance. It is the program's fault, not the person's.
	ErrNonce = errors.New("the lot needs at least 16 random bytes")
	// ErrSeal is returned when a lot would be drawn from another chance than the one that was sealed when the vote was opened.
	// It means that the file was changed or damaged.
	ErrSeal = errors.New("that chance was not sealed; go back a phase and on, and vote anew")
	// ErrNameVotes is returned when everyone would get fewer than one vote for a name, or more than MaxNameVotes.
	ErrNameVotes = errors.New("give everyone one to five votes")
	// ErrFewToRank is returned when ranked ballots are asked for among fewer than three candidates.
	ErrFewToRank = errors.New("ranking needs three candidates or more; one vote each says it all")
	// ErrRankedRunoff is returned when ranked ballots are asked for in a runoff.
	ErrRankedRunoff = errors.New("in a runoff everyone has one vote, and nothing is ranked")
	// ErrBox is returned when the ballots in the box don't match the roll, or break the rule that they were checked against,
	// and when the answers to a health check don't. It means that the file was changed or damaged, or is a backup from the
	// time of the check; the vote, or the check, can only be abandoned.
	ErrBox = errors.New("the box doesn't match the roll; it can only be abandoned, and held anew")

	// ErrReasonMissing is returned when a nomination, or "no leader yet", comes without a reason.
	ErrReasonMissing = errors.New("say in a sentence why")
	// ErrReasonLong is returned when a reason exceeds MaxReasonLen.
	ErrReasonLong = errors.New("one sentence: 280 characters at most")
	// ErrManyNominations is returned when somebody would nominate more than MaxNominations people.
	ErrManyNominations = errors.New("you have nominated 20 people; choose among them")
	// ErrNotNominated is returned when somebody answers, or withdraws, a nomination that isn't there.
	ErrNotNominated = errors.New("there is no such nomination")
	// ErrNoTime is returned when a candidate accepts without dedicated time.
	ErrNoTime = errors.New("a leader needs dedicated time for it; decline, or find the time first")

	// ErrNotLeader is returned when somebody lays a leadership down that they don't have.
	ErrNotLeader = errors.New("only the leader can lay that down")

	// ErrNoSuchMethod is returned when a leader would be chosen by something else than a secret ballot or consent. It is the
	// program's fault.
	ErrNoSuchMethod = errors.New("a leader is chosen by secret ballot, or by consent")
	// ErrByConsent is returned when a vote on the leader would be opened in a group that decides by consent.
	ErrByConsent = errors.New("this group decides by consent; propose somebody")
	// ErrByBallot is returned when somebody is proposed, or a nomination changed, in a group that elects by secret ballot.
	ErrByBallot = errors.New("this group elects by secret ballot")
	// ErrDeclined is returned when somebody is proposed who has declined.
	ErrDeclined = errors.New("they have declined; propose somebody else")
	// ErrNobodyElse is returned when somebody would be proposed and nobody is here to consent.
	ErrNobodyElse = errors.New("nobody else is here who could consent")
	// ErrSameProposal is returned when the proposal on the table would be made again.
	ErrSameProposal = errors.New("that is on the table; change its terms, or propose somebody else")
	// ErrManyProposals is returned when MaxProposals were made.
	ErrManyProposals = errors.New("100 proposals were made; record that there is no leader yet")
	// ErrProposalOpen is returned when a nomination would be changed while everyone answers a proposal.
	ErrProposalOpen = errors.New("a proposal is on the table; answer that first")
	// ErrNoProposal is returned when there is no proposal to answer.
	ErrNoProposal = errors.New("nobody is proposed yet")
	// ErrOtherProposal is returned when an answer was given to a proposal that is no longer on the table.
	ErrOtherProposal = errors.New("the proposal has changed; read it, and answer again")
	// ErrObjectionReason is returned when an objection comes without a reason.
	ErrObjectionReason = errors.New("say in a sentence what speaks against it")
	// ErrNoSignals is returned when answers would be revealed and there are none.
	ErrNoSignals = errors.New("nobody has answered yet")
	// ErrAskedLast is returned when somebody takes the lead, or answers their own proposal, before all others have answered.
	ErrAskedLast = errors.New("whoever is proposed is asked last, when all others have answered")
	// ErrObjections is returned when somebody takes the lead while an objection stands.
	ErrObjections = errors.New("an objection stands; the proposal has to change first")

	// ErrActionEmpty is returned when an action is planned without saying what is to be done.
	ErrActionEmpty = errors.New("say what will be done first")
	// ErrActionLong is returned when an action exceeds MaxActionLen.
	ErrActionLong = errors.New("one first step: 140 characters at most")
	// ErrDue is returned when an action is due in the past, more than a year ahead, or on no day of the calendar.
	ErrDue = errors.New("choose a day from today on, within a year")
	// ErrNotYourAction is returned when a participant drops an action that somebody else has planned.
	ErrNotYourAction = errors.New("somebody else planned that; they or a facilitator can drop it")
	// ErrManyActions is returned when MaxActions are planned already.
	ErrManyActions = errors.New("20 first actions are plenty; drop one first")
	// ErrNoSuchAction is returned when an action isn't planned (any more).
	ErrNoSuchAction = errors.New("that action isn't planned any more")

	// ErrCheckOpen is returned when something has to wait until the answers to a health check are counted.
	ErrCheckOpen = errors.New("a health check is open; close it first")
	// ErrCardsLeft is returned when a health check would be opened before the group has looked at all of the last one.
	ErrCardsLeft = errors.New("turn over all cards of the last health check first")
	// ErrNoCheck is returned when the health check isn't open (any more), or isn't the latest.
	ErrNoCheck = errors.New("that health check isn't open")
	// ErrManyChecks is returned when MaxChecks were held.
	ErrManyChecks = errors.New("200 health checks were held here; there is no room for more")
	// ErrCards is returned when a health check has no cards, more than MaxCards, one twice, or one without a proper name.
	ErrCards = errors.New("a health check has 1 to 30 cards, each of them once")
	// ErrCardEmpty is returned when a card doesn't say what it is about, or what red or green mean on it.
	ErrCardEmpty = errors.New("say what the card is about, and what red and green mean")
	// ErrCardLong is returned when what a card is about exceeds MaxCardLen.
	ErrCardLong = errors.New("what a card is about: 60 characters at most")
	// ErrCardTextLong is returned when what a colour means on a card exceeds MaxCardTextLen.
	ErrCardTextLong = errors.New("what a colour means: 280 characters at most")
	// ErrSheet is returned when the answers aren't one for each card.
	ErrSheet = errors.New("give each card one answer: red, yellow, green, or none")
	// ErrSentenceLong is returned when a sentence under an answer exceeds MaxSentenceLen.
	ErrSentenceLong = errors.New("a sentence under a card: 280 characters at most")
	// ErrLock is returned when answers come without a lock. It is the program's fault, not the person's.
	ErrLock = errors.New("answers need a lock of 32 bytes")
	// ErrHasAnswered is returned when somebody answers twice, instead of changing what they answered.
	ErrHasAnswered = errors.New("you have answered already; you can change your answers")
	// ErrNotAnswered is returned when somebody changes answers and has given none.
	ErrNotAnswered = errors.New("you haven't answered yet")
	// ErrReceipt is returned when no answers in the box belong to the receipt: the program was ended since, or the person is at
	// another terminal.
	ErrReceipt = errors.New("no answers in the box have that receipt; yours stay as they are")
	// ErrOtherCard is returned when another card than the next would be turned over.
	ErrOtherCard = errors.New("that isn't the next card to turn over")
	// ErrSteering is returned when somebody else does what is for a facilitator or the leader of the community.
	ErrSteering = errors.New("that is for a facilitator, or the leader")

	// ErrManyOpen is returned when MaxActions of a community are open.
	ErrManyOpen = errors.New("20 actions are open; settle one first")
	// ErrNoSuchCard is returned when an action comes from a card that the community hasn't looked at.
	ErrNoSuchCard = errors.New("that card wasn't turned over in that health check")
	// ErrSettled is returned when an action is settled that was done or dropped before.
	ErrSettled = errors.New("that action is done or dropped already")
	// ErrSettling is returned when something else becomes of an action than there is. It is the program's fault.
	ErrSettling = errors.New("an action is done, moved or dropped")
	// ErrWhyMissing is returned when an action is settled without a word.
	ErrWhyMissing = errors.New("say in a few words what became of it")
	// ErrWhyLong is returned when what became of an action exceeds MaxWhyLen.
	ErrWhyLong = errors.New("a few words: 140 characters at most")
	// ErrNotYoursToSettle is returned when somebody settles an action that they neither see to nor have planned.
	ErrNotYoursToSettle = errors.New("that is for who sees to it, who planned it, or a facilitator")
	// ErrOccasionKind is returned when an occasion is of no kind. It is the program's fault.
	ErrOccasionKind = errors.New("choose what kind of occasion it was")
	// ErrOccasionDay is returned when an occasion is on no day, or on one long ago or far ahead.
	ErrOccasionDay = errors.New("choose a day in the last ten years, or within the next year")
	// ErrOccasionEmpty is returned when an occasion comes without a topic.
	ErrOccasionEmpty = errors.New("say what it was about")
	// ErrOccasionLong is returned when the topic of an occasion exceeds MaxOccasionLen.
	ErrOccasionLong = errors.New("what it was about: 140 characters at most")
	// ErrMinutes is returned when the minutes of an occasion aren't a link to a page.
	ErrMinutes = errors.New("a link to minutes begins with http:// or https://")
	// ErrMinutesLong is returned when the link to minutes exceeds MaxMinutesLen.
	ErrMinutesLong = errors.New("that link is too long; 300 characters at most")
	// ErrManyOccasions is returned when MaxOccasions are noted.
	ErrManyOccasions = errors.New("1000 occasions are noted here; strike one first")
	// ErrNoSuchOccasion is returned when an occasion isn't noted (any more).
	ErrNoSuchOccasion = errors.New("that occasion isn't in the record")
	// ErrNotYourOccasion is returned when a participant strikes an occasion that somebody else has noted.
	ErrNotYourOccasion = errors.New("somebody else noted that; they or a facilitator can strike it")
	// ErrSponsorLong is returned when the name of a sponsor exceeds MaxSponsorLen.
	ErrSponsorLong = errors.New("the name of a sponsor: 60 characters at most")
	// ErrNoLeaderYet is returned when time is set aside for a leader, and there is none.
	ErrNoLeaderYet = errors.New("there is no leader to have time for it")
	// ErrWeekly is returned when the leader's time is out of range.
	ErrWeekly = errors.New("give the leader up to 2400 minutes a week, which is 40 hours")
)
