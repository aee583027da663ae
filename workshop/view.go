package workshop

import (
	"slices"
	"time"
)

// View is what one viewer may see now, and the only thing that leaves for a screen. Privacy is decided here, once:
// what is not in a View cannot leak from a screen, an export or a log.
type View struct {
	*Shared
	Mine
	Live Live // from the room, not from the log
	Memo Memo // of this moment, for all who see it; nil where nobody else does
}

// Shared is what everyone may see. It is the same for all viewers of a state, so that it is made once for all of them.
// It is immutable.
type Shared struct {
	ID     ID
	Seq    Seq
	Topic  string
	Lang   Language
	Opened time.Time
	Ended  time.Time
	Offset Span // of the place where it is held, east of UTC

	Wording Wording
	Solo    map[Step]Span // as in State
	Votes   int           // per person for the name, unless the group wants another number
	From    *Origin       // as in State

	Timing
	Locked   bool // newcomers have to ask
	People   []Presence
	Written  map[Prompt]int // how many notes the present step has, private ones included: a number, nothing else
	Columns  []Column       // the wall of the present step
	Pairs    []Pair         // of notes that say nearly the same, as long as they are on the wall and not together
	Spot     Spot
	Lit      map[NoteID]bool // the notes that have been in the spotlight, alone or with their cluster
	Sentence map[Section]string
	Pen      Pen
	Proposed []string // words for the sentence that the pen is out for, in the order of proposing, without names

	HandsShown bool // all hands are on the table
	Concerns   []Concern
	Settled    map[Step]Settlement

	Vote    Vote     // the open one; its ID is zero when none is. It holds no ballots.
	Missing int      // how many have still to vote
	Results []Result // without their ballots
	Tie     Tie

	Method     Method    // in which the leader is chosen
	Nominees   []Nominee // of the leader's step, once revealed
	Proposal   Proposal  // of a leader, by consent; its number is zero while there is none
	Answers    Answers
	Heard      []Objection // that everyone has seen before
	Refused    PersonID    // who was proposed last and declined
	Name       Naming
	Leadership Leadership
	Canvas     Canvas
	Community  *Community // that the workshop has founded; nil until it is finished
}

// Presence is a person as everyone sees them: what they are up to, never what they wrote or voted.
type Presence struct {
	ID        PersonID
	Name      string
	Role      Role
	Booth     bool
	Named     bool // facilitates because another facilitator said so
	Done      bool
	Minute    bool
	Voted     bool   // is on the roll of the open vote
	Showed    bool   // has shown a hand
	Hand      Hand   // zero until all hands are shown
	Signalled bool   // has answered the proposal
	Signal    Signal // zero until all signals are revealed
}

// Nominee is a person whom others, or they themselves, proposed.
type Nominee struct {
	ID       PersonID
	Name     string
	Reasons  []string // without names: a reason counts, not its author
	Accepted bool
	Declined bool
}

// Mine is what only the viewer may see. It is zero for the wall.
type Mine struct {
	Me          PersonID // empty for the wall, and for everyone without a seat
	MyRole      Role
	Standing    Standing
	Knocks      []Knock // who waits at the door; for facilitators only
	Notes       []Note  // of the present step, withdrawn ones left out
	Hand        Hand
	HasHand     bool
	Signal      Signal
	HasSignal   bool
	HasVoted    bool
	HasAnswered bool // is on the roll of the open health check
	Nominations []Nomination
	Planned     []ActionID   // the first actions that the viewer has planned
	Settles     []ActionID   // the open actions of a community of which the viewer may say what became
	Strikes     []OccasionID // the occasions that the viewer may take out of the record
	CanUndo     bool
	Undo        Undoing // zero when it can take nothing back
}

// Share draws what everyone may see of a state.
func Share(s State) *Shared { return s.share(s.draw()) }

// share completes a drawing of the state.
func (s State) share(d drawing) *Shared {
	v := &Shared{
		ID: s.ID, Seq: s.Seq, Topic: s.Topic, Lang: s.Lang, Opened: s.Opened, Ended: s.Ended, Offset: s.Offset,
		Wording: s.Wording, Solo: s.Solo, Votes: s.Votes, From: s.From,
		Timing: s.Timing(), Locked: s.Door.Locked, Spot: s.Spotlight, Sentence: s.Statements,
		HandsShown: s.Hands.Revealed, Settled: s.Settled,
		Vote: s.Vote, Results: d.results, Tie: s.Tie,
		Method: s.Method, Proposal: s.Proposal, Answers: s.answered(), Heard: s.Heard, Refused: s.Refused,
		Name: s.Name, Leadership: s.Leadership, Canvas: s.canvas(d),
		Columns: columnsOf(s.At.Step, d.wall),
		Pen:     s.Pen, Proposed: s.proposed(),
		Pairs: d.pairs, Lit: s.lit, Written: d.written,
	}
	voted := make(map[PersonID]bool, len(s.Vote.Roll))
	for _, p := range s.Vote.Roll {
		voted[p] = true
	}
	v.People = make([]Presence, 0, s.seated())
	for p := range s.People.looks() {
		if p.Removed {
			continue
		}
		seen := Presence{
			ID: p.ID, Name: p.Name, Role: p.Role, Booth: p.Booth, Named: p.Named, Done: p.Done, Minute: p.Minute,
			Voted: voted[p.ID],
		}
		hand, showed := s.Hands.Of(p.ID)
		if seen.Showed = showed; s.Hands.Revealed {
			seen.Hand = hand
		}
		signal, signalled := s.Signals.Of(p.ID)
		if seen.Signalled = signalled; s.Signals.Revealed {
			seen.Signal = signal
		}
		v.People = append(v.People, seen)
	}
	if s.Vote.ID != 0 {
		v.Missing = s.missing()
	}
	if s.Hands.Revealed {
		v.Concerns = s.tally().Concerns
	}
	if s.At.Step == StepLeader {
		v.Nominees = s.nominees()
	}
	if c, founded := s.Community(); founded {
		v.Community = &c
	}
	return v
}

// withoutBallots are the counts alone. Several marks on one ballot say more about a person than the sums do.
func withoutBallots(results []Result) []Result {
	out := slices.Clone(results)
	for i := range out {
		out[i].Ballots = nil
	}
	return out
}

// nominees lists those with a revealed nomination, in the order of arrival.
func (s State) nominees() []Nominee {
	var out []Nominee
	for p := range s.participants() {
		n := Nominee{ID: p.ID, Name: p.Name}
		for _, m := range s.Nominations {
			if m.Person == p.ID && m.Revealed {
				n.Reasons = append(n.Reasons, m.Reason)
			}
		}
		if len(n.Reasons) == 0 {
			continue
		}
		slices.Sort(n.Reasons) // the order of writing would tell whose they are
		yes, answered := s.answers[p.ID]
		n.Accepted, n.Declined = yes, answered && !yes
		out = append(out, n)
	}
	return out
}

// ViewFor adds what only the viewer may see to what everyone may see of the same state. The empty viewer is the wall.
// Somebody without a seat sees the doorstep and no more.
func ViewFor(shared *Shared, s State, viewer PersonID) View {
	if viewer == "" {
		return View{Shared: shared}
	}
	number := s.number(viewer)
	if number == 0 || s.People.look(number).Removed {
		return View{Shared: shared.doorstep(), Mine: Mine{Standing: s.Standing(viewer)}}
	}
	p := s.People.look(number)
	v := View{Shared: shared, Mine: Mine{Me: p.ID, MyRole: p.Role, Standing: Seated}}
	if p.Role == Facilitator {
		v.Knocks = s.Door.Knocks
	}
	here := s.At.Step.Prompts()
	for i, id := range p.notes {
		n := s.Notes.look(int(id))
		if n.Withdrawn || !slices.Contains(here, n.Prompt) {
			continue
		}
		if v.Notes == nil {
			v.Notes = make([]Note, 0, len(p.notes)-i) // those of the present step are the last
		}
		v.Notes = append(v.Notes, *n)
	}
	v.Hand, v.HasHand = s.Hands.Of(viewer)
	v.Signal, v.HasSignal = s.Signals.Of(viewer)
	v.HasVoted = s.Vote.HasVoted(viewer)
	if c := s.lastCheck(); c.Open() {
		v.HasAnswered = c.HasAnswered(viewer)
	}
	for _, n := range s.Nominations {
		if n.By == viewer {
			v.Nominations = append(v.Nominations, n)
		}
	}
	v.Planned = s.plannedBy(viewer)
	v.Settles, v.Strikes = s.settledBy(viewer), s.struckBy(viewer)
	last, some := s.last(viewer)
	if v.CanUndo = some && last.step == s.At.Step; v.CanUndo {
		v.Undo = s.undoing(last)
	}
	return v
}
