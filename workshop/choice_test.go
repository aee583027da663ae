package workshop_test

import (
	"fmt"
	"slices"
	"time"

	"pgregory.net/rapid"

	"convene/workshop/ballot"

	. "convene/workshop"
)

// chooser draws what somebody might send now. Most of it fits the moment, so that walks get somewhere; some of it fits
// nothing.
type chooser struct {
	t     *rapid.T
	bit   *rapid.Generator[bool]
	s     State
	now   time.Time
	said  int // how many texts were made up
	added int // how many people were made up
	given int // how many receipts were
}

// number draws evenly, which rapid's ranges do not: they prefer the small, and a walk would only ever do a few things.
func (c *chooser) number(low, high int) int {
	n := 0
	for range 10 {
		n *= 2
		if c.bit.Draw(c.t, "bit") {
			n++
		}
	}
	return low + n%(high-low+1)
}

func oneOf[T any](c *chooser, choices ...T) T { return choices[c.number(0, len(choices)-1)] }

// chance is true once in so many times.
func (c *chooser) chance(in int) bool { return c.number(1, in) == 1 }

// say makes up a text that occurs nowhere else, so that it can be found wherever it turns up.
func (c *chooser) say() string {
	c.said++
	return fmt.Sprintf("canary%dx", c.said)
}

// note is the number of a note, most often of one that there is.
func (c *chooser) note() NoteID { return NoteID(c.number(-1, c.s.Notes.Len()+1)) }

func (c *chooser) notes() []NoteID {
	out := make([]NoteID, c.number(1, 3))
	for i := range out {
		out[i] = c.wallNote()
	}
	return out
}

// wallNote is a note of the present step, where there is one.
func (c *chooser) wallNote() NoteID {
	var here []NoteID
	for n := range c.s.Notes.All() {
		if n.Prompt.Step() == c.s.At.Step {
			here = append(here, n.ID)
		}
	}
	if len(here) == 0 || c.chance(20) {
		return c.note()
	}
	return here[c.number(0, len(here)-1)]
}

func (c *chooser) cluster() ClusterID {
	n := c.s.Clusters.Len()
	if c.chance(20) {
		return ClusterID(oneOf(c, -1, 0, n+1))
	}
	return ClusterID(c.number(max(1, n-4), max(1, n)))
}

func (c *chooser) prompt() Prompt {
	if ps := c.s.At.Step.Prompts(); len(ps) > 0 && !c.chance(20) {
		return ps[c.number(0, len(ps)-1)]
	}
	return oneOf(c, Prompt(""), "nonsense", PromptVision, PromptName)
}

func (c *chooser) section() Section {
	if c.chance(20) {
		return oneOf(c, Section(""), "who", "name")
	}
	return c.prompt().Section()
}

func (c *chooser) person() PersonID {
	return slices.Collect(c.s.People.All())[c.number(0, c.s.People.Len()-1)].ID
}

// ballot is most often a valid one.
func (c *chooser) ballot() ballot.Ballot {
	v := c.s.Vote
	var b ballot.Ballot
	if v.Rule.Ranked {
		options := slices.Clone(v.Options)
		for i := range c.number(0, min(len(options), v.Rule.PerOption)) {
			j := c.number(i, len(options)-1)
			options[i], options[j] = options[j], options[i]
			b = append(b, ballot.Mark{Option: options[i].Key, Weight: i + 1})
		}
		return b
	}
	left := v.Rule.Budget
	for _, o := range v.Options {
		most := v.Rule.PerOption
		if v.Rule.Budget > 0 {
			most = min(most, left)
		}
		if w := c.number(0, most); w > 0 {
			b = append(b, ballot.Mark{Option: o.Key, Weight: w})
			left -= w
		}
	}
	if c.chance(15) && len(v.Options) > 0 {
		b = append(b, ballot.Mark{Option: v.Options[0].Key, Weight: c.number(-1, 9)})
	}
	return b
}

func (c *chooser) spot() Spot {
	switch c.number(0, 3) {
	case 0:
		return Spot{Note: c.wallNote()}
	case 1:
		return Spot{Cluster: c.cluster()}
	case 2:
		return Spot{Note: c.wallNote(), Cluster: c.cluster()}
	default:
		return Spot{}
	}
}

// command draws a command, and who sends it.
func (c *chooser) command() (PersonID, Command) {
	var cmd Command
	switch {
	case c.chance(12):
		cmd = c.any()
	case c.s.Closed():
		cmd = c.after()
	case c.s.Vote.ID != 0:
		cmd = c.voting()
	case c.s.At.Phase == PhaseCanvas:
		cmd = oneOf[Command](c,
			StepBack{From: c.s.At}, StepBack{From: c.s.At}, c.back(), c.action(), c.action(), c.action(), c.action(), CloseWorkshop{})
	case c.s.Tie.NeedsLot() && c.chance(2):
		cmd = DrawLot{Nonce: []byte(fmt.Sprintf("%016d", c.said))}
	case c.s.Tie.Vote != 0 && c.chance(3):
		cmd = OpenVote{}
	case c.s.At.Phase == PhaseAlign && c.chance(12):
		cmd = Advance{From: c.s.At, Despite: !c.chance(3)}
	case c.chance(12):
		cmd = c.door()
	case c.chance(20) && !c.s.Started.IsZero():
		cmd = c.timing()
	case c.chance(16):
		cmd = Advance{From: c.s.At, Despite: !c.chance(3)}
	case c.s.At.Phase == PhaseDiverge:
		cmd = c.writing()
	case c.s.At.Phase == PhaseAlign:
		cmd = ShowHand{Level: c.number(0, 5), Concern: c.say()}
	case c.s.At == Position{StepForces, PhaseConverge} && c.chance(4):
		cmd = c.action()
	case c.s.At.Phase == PhaseShare || c.s.At.Phase == PhaseConverge:
		cmd = c.board()
	case c.s.Started.IsZero() && c.chance(2):
		cmd = c.plan()
	case c.s.At == Position{StepLeader, PhaseBrief} && c.chance(2):
		cmd = ChooseMethod{Method: oneOf(c, Consent, Consent, SecretBallot, "shouting")}
	default:
		cmd = oneOf[Command](c, Advance{From: c.s.At}, Advance{From: c.s.At}, StartClock{}, PauseClock{}, AskMinute{})
	}
	return c.sender(cmd), cmd
}

// sender is most often somebody who may.
func (c *chooser) sender(cmd Command) PersonID {
	switch cmd.(type) {
	case Join, JoinAsFacilitator:
		return c.newcomer()
	case HandPen, LayPen:
		if c.s.Pen.Out() && c.chance(2) {
			return c.s.Pen.Holder
		}
		return guide(c.s)
	case DropAction:
		if c.chance(2) {
			return guide(c.s) // to whom all are theirs
		}
	case OpenCheck, CloseCheck, AbandonCheck, TurnCard, PlanCheck, NameSponsor, GrantTime:
		if !c.chance(10) {
			return guide(c.s)
		}
	case TakePen, LockDoor, AdmitPerson, RefusePerson, AppointFacilitator, ReleaseFacilitator:
		return guide(c.s)
	case Advance, StepBack, CloseWorkshop, StartClock, PauseClock, AdjustClock, PlanAgenda, RepairAgenda, UndoRepair,
		StartBreak, EndBreak, AnswerLull, AddPerson, RemovePerson,
		PutSpotlight, WriteStatement, RevealHands, OpenVote, CloseVote, AbandonVote, DrawLot, RecordNoLeader, ReopenElection,
		ChooseMethod, ProposeLeader, RevealSignals:
		if !c.chance(30) {
			return guide(c.s)
		}
	default:
	}
	if c.chance(40) {
		return "eve"
	}
	return c.person()
}

func (c *chooser) voting() Command {
	switch id := c.s.Vote.ID; c.number(0, 29) {
	case 0:
		return AbandonVote{Vote: id}
	case 1, 2, 3:
		return CloseVote{Vote: id, Early: true}
	case 4, 5, 6:
		return CloseVote{Vote: id}
	case 7:
		return RemovePerson{Person: c.person()}
	case 10:
		return c.door()
	case 8, 9:
		c.added++
		return AddPerson{Person: PersonID(fmt.Sprint("new", c.added)), Name: fmt.Sprint("New ", c.added)}
	default:
		return CastBallot{Vote: id, Ballot: c.ballot()}
	}
}

func (c *chooser) writing() Command {
	if c.s.At.Step == StepLeader {
		if c.chance(5) {
			return WithdrawNomination{Person: c.person()}
		}
		return Nominate{Person: c.person(), Reason: c.say()}
	}
	switch c.number(0, 9) {
	case 0:
		return RewordNote{Note: c.wallNote(), Text: c.say()}
	case 1:
		return WithdrawNote{Note: c.wallNote()}
	default:
		return WriteNote{Prompt: c.prompt(), Text: c.say() + oneOf(c, "", " one two three four five")}
	}
}

func (c *chooser) board() Command {
	if c.s.At.Step == StepLeader {
		return c.leading()
	}
	switch c.number(0, 24) {
	case 15, 16:
		return OpenVote{Dots: c.number(-1, MaxDots+1), Single: c.chance(2)}
	case 17, 18:
		return PlaceCluster{Cluster: c.cluster(), Before: c.cluster()}
	case 19, 20, 21:
		return c.pen()
	case 24:
		if p := Share(c.s).Pairs; len(p) > 0 {
			return KeepApart{Notes: p[0].Notes}
		}
		return KeepApart{Notes: [2]NoteID{c.wallNote(), c.wallNote()}}
	case 22, 23:
		return DropOn{Notes: c.notes(), On: c.wallNote()}
	case 0, 1, 2:
		return FormCluster{Notes: c.notes(), Title: oneOf(c, "", "Title")}
	case 3, 5:
		return MoveNotes{Notes: c.notes(), Cluster: c.cluster()}
	case 6:
		return TitleCluster{Cluster: c.cluster(), Title: c.say()}
	case 4, 7:
		return MergeClusters{Into: c.cluster(), From: c.cluster()}
	case 8:
		return ParkNotes{Notes: c.notes()}
	case 9, 10, 11:
		return UndoLast{}
	case 12:
		return PutSpotlight{On: c.spot()}
	case 13:
		return DrawLot{Nonce: make([]byte, 16)}
	default:
		return MoveNotes{Notes: c.notes()}
	}
}

// pen is most often something that the holder of the pen, or who waits for it, would do.
func (c *chooser) pen() Command {
	if !c.s.Pen.Out() {
		return TakePen{Section: c.section()}
	}
	switch c.number(0, 6) {
	case 0:
		return LayPen{}
	case 1:
		return TakePen{Section: c.section()}
	case 2, 3:
		return HandPen{To: c.atTerminal()}
	case 4:
		return WriteStatement{Section: c.s.Pen.Section, Text: c.say()}
	default:
		return ProposeSentence{Section: c.s.Pen.Section, Text: c.say()}
	}
}

// any is everything else that can happen at any time, and some of what cannot.
func (c *chooser) any() Command {
	c.added++
	return oneOf[Command](c,
		StepBack{From: c.s.At},
		c.back(), c.action(), c.action(),
		StartClock{},
		PauseClock{},
		AdjustClock{Minutes: c.number(-3, 3)},
		RepairAgenda{Repair: Shorten},
		RepairAgenda{Repair: SkipForces},
		AddPerson{Person: PersonID(fmt.Sprint("new", c.added)), Name: fmt.Sprint("New ", c.added)},
		RemovePerson{Person: c.person()},
		DeclareDone{Done: !c.chance(3)},
		AskMinute{},
		WriteStatement{Section: c.section(), Text: c.say()},
		RevealHands{},
		RecordNoLeader{Reason: c.say()},
		ReopenElection{Reason: "Changed"}, ReopenElection{}, DeclineLeadership{Reason: "Changed"},
		c.consent(), ChooseMethod{Method: oneOf(c, Consent, SecretBallot)},
		c.board(), c.writing(), c.voting(), c.door(), c.after(),
		ShowHand{Level: c.number(-1, 6)},
		CloseWorkshop{},
		OpenWorkshop{},
		nil,
	)
}

// back is to somewhere: most often to where one may go back to.
func (c *chooser) back() Command {
	to := c.s.Agenda.Earlier(c.s.At)
	if len(to) == 0 || c.chance(8) {
		to = c.s.Agenda.Positions()
	}
	return StepBack{From: c.s.At, To: oneOf(c, append(to, Position{})...)}
}

// action is planned, or one that was planned is dropped.
func (c *chooser) action() Command {
	if n := len(c.s.Actions); n > 0 && c.chance(2) {
		return DropAction{Action: c.s.Actions[c.number(0, n-1)].ID}
	}
	return PlanAction{What: c.say(), Owner: c.person(), Due: c.day()}
}

// day is most often one on which an action may be due, or none; and there are those just out of reach, and no days at all.
func (c *chooser) day() Day {
	today := DayOf(c.now.Add(time.Duration(c.s.Offset)))
	if c.chance(10) {
		return oneOf(c, today.Plus(-1), today.Plus(367), "2026-02-30", "soon")
	}
	return oneOf(c, "", today, today.Plus(c.number(0, 366)), today.Plus(366))
}
