package workshop

import (
	"fmt"
	"time"

	"convene/workshop/ballot"
)

// Limits, in people, items and user-perceived characters. Each is refused in plain words.
const (
	MaxPeople         = 500 // in one workshop at once, facilitators included
	MaxKnocks         = 50  // who wait at the locked door at once
	MaxNoteLen        = 280 // one idea, in user-perceived characters
	MaxProposalLen    = 40  // a proposal of a name
	MaxTitleLen       = 60  // a cluster's title
	MaxTopicLen       = 80  // what the workshop is about
	MaxStatementLen   = 280 // the sentence that opens a section
	MaxReasonLen      = 280 // a concern, a nomination's reason
	MaxNotesPerPrompt = 50  // of one person, for one prompt
	MaxActionLen      = 140 // a first action
	MaxActions        = 20  // planned at once
	MaxUndo           = 20  // board actions that one person can take back

	MaxSentences = 5 // that one person proposes for one section

	MaxNominations = 20      // of one person
	MaxProposals   = 100     // of a leader, one after the other
	MaxVotes       = 100     // opened in one workshop
	MaxClusters    = 10_000  // ever formed in one workshop, those included that are gone
	MaxRecords     = 200_000 // of one workshop, from which on only those who facilitate go on; 50 people need 3,000

	maxSeats   = 10 * MaxPeople        // ever given out: whoever fills a room again and again comes to an end
	maxWritten = 4 * MaxNotesPerPrompt // notes of one person for one prompt, those included that they took back
)

type (
	// ID is a workshop's code: two words and a hyphen, "brave-otter". It is chosen by the caller and is unique in a store.
	ID string
	// Seq numbers the records of one workshop from 1, without gaps.
	Seq uint64
	// PersonID names a person for as long as the workshop exists. It is chosen by the caller, is unique within
	// the workshop, and says nothing about the person.
	PersonID string
	// NoteID numbers notes from 1 in the order in which they were written ("#42").
	NoteID int
	// ClusterID numbers clusters from 1. Zero means "in no cluster".
	ClusterID int
	// VoteID numbers votes from 1. Zero means "no vote".
	VoteID int
)

func (n NoteID) String() string { return fmt.Sprintf("#%d", int(n)) }

// State is everything that a workshop is, folded from its records. It has value semantics: Evolve copies what it
// touches, so a State that was handed out never changes and may be read by many goroutines. The zero State is a
// workshop that has not been opened.
type State struct {
	ID     ID
	Seq    Seq       // of the last record that was folded in
	Topic  string    // what the community will be about
	Lang   Language  // what everybody in it reads
	Opened time.Time // when the workshop was created
	Offset Span      // of the place where it is held, east of UTC
	Ended  time.Time // when the group closed it; zero before

	Wording Wording       // what it says in words of its own
	Solo    map[Step]Span // for writing alone, in a workshop of two hours; the steps with the usual time are not there
	Votes   int           // per person for the name, unless the group wants another number
	From    *Origin       // the canvas that it goes on from; nil for the first workshop of a community
	Hung    []Step        // whose part of it hangs on the wall

	Agenda  Agenda
	At      Position
	Clock   Clock
	Started time.Time // when the group left the gathering; ahead and behind are counted from here
	Total   Span      // promised for everything after the gathering, whatever the agenda becomes
	Plan    Agenda    // as it was when the group left the gathering; nil before

	Break    Break
	Rested   Span // all breaks that are over
	lulls    []Lull
	repairs  []repaired
	heard    time.Time     // when something happened last
	revealed time.Time     // when notes were shown last
	since    time.Time     // when the stretch of work that goes on began; zero while there is none
	spent    map[Step]Span // in the stretches before it

	People     shelf[Person]    // in the order of arrival; those who left stay, marked
	seats      map[PersonID]int // the numbers of people on their shelf
	Door       Door
	Notes      shelf[Note]
	Clusters   shelf[Cluster]
	undo       shelf[[]*change]   // what each person has done on the board last, by the number of the person
	order      []ClusterID        // all of them, as they stand in their columns
	pairs      map[Step][]Pair    // that say nearly the same, found at the reveal
	apart      map[[2]NoteID]bool // of them, those that are two ideas after all
	Spotlight  Spot
	lit        map[NoteID]bool // has been in the spotlight, alone or with its cluster
	Statements map[Section]string
	Pen        Pen
	Sentences  []Sentence // proposed, in the order of proposing

	Hands   Hands
	Settled map[Step]Settlement

	Vote    Vote // the one that is open; its ID is zero when none is
	Results []Result
	Tie     Tie    // waits for a runoff or a lot
	votes   VoteID // how many were opened

	Method      Method // in which the leader is chosen
	Nominations []Nomination
	answers     map[PersonID]bool // of those nominated: accepted or declined
	Proposal    Proposal
	Signals     Signals
	Heard       []Objection // that everyone has seen, and that no answer on the table repeats
	Refused     PersonID    // who was proposed last and declined, until the group goes on
	tabled      int         // how many proposals there were
	Name        Naming
	Leadership  Leadership

	Actions []Action // that the group has planned, in the order of planning
	actions ActionID // how many were ever planned

	Sponsor    string        // who stands behind the community; empty when none was named
	Weekly     int           // minutes a week that the leader has for it
	Occasions  []noted       // in the order of noting
	occasions  OccasionID    // how many were ever noted
	Checks     []HealthCheck // of the community, in their order; the last may be open
	NextCheck  Day           // when the next one will be; empty when none is planned
	promised   Day           // when the one that is open, or was last, should have been
	checks     CheckID       // how many were opened
	came, went int           // how many have taken a seat or lost it since the last check was closed, or else the workshop
	founding   founding      // what its canvas keeps; zero before it was closed
}

// Open says whether the workshop exists: its first record has been folded in.
func (s State) Open() bool { return s.ID != "" }

// Closed says whether the group has finished its workshop; from then on its log is that of the community.
func (s State) Closed() bool { return !s.Ended.IsZero() }

// Result is a closed vote: what was voted, never by whom.
type Result struct {
	Vote
	Ballots []ballot.Ballot // sorted, so that the order of casting is gone
	Outcome ballot.Result   // of a vote that chooses
	Scores  []ballot.Score  // of a vote that weighs
	Rounds  []ballot.Round  // of ranked ballots
}
