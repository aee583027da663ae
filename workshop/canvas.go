package workshop

import (
	"slices"
	"time"
)

// Canvas is the result: what every export and the canvas screen draw. It holds only what everyone may see.
type Canvas struct {
	Code         ID
	Title        string // the community's name, or the topic until it has one
	Named        bool
	Topic        string
	Lang         Language    // in which its headings are
	Wording      Wording     // the headings that are not the language's own
	Date         time.Time   // when the group began, or when the workshop was opened if it has not; in the place's time
	Sections     []Box       // the seven of them, in the order of Sections
	Forces       *ForceField // nil when the step was not run
	Leader       string      // empty when there is none
	LeaderHow    How
	LeaderTerms  string // that the group consented to; may be empty
	NoLeader     string // the reason, when the group recorded that there is no leader yet
	Actions      []Planned
	Facilitators []string            // those of whom a name is known
	People       []string            // who took part, in the order of arrival
	Settlements  map[Step]Settlement // their concerns are nobody's here, in an order that says nothing
	Time         *Ledger             // until the end, or else until something happened last; nil before the group began
	// Wall is what the canvas was drawn from: the wall under each prompt in the order of the format, with what was parked.
	// Only what was revealed hangs there.
	Wall []Column
	From *Origin // the canvas that the group went on from; nil when it is the first
	Hung []Step  // whose part of it the group has had before it
}

// Box is one section of the canvas.
type Box struct {
	Section   Section
	Statement string // the sentence that the group agreed on; may be empty
	Entries   []Entry
}

// Entry is a bullet: a cluster with its notes, or a note that stands alone (then Notes is empty).
type Entry struct {
	Title string
	Notes []string
	Dots  int
	score ForceScore
	bears bool // has no title of its own, and so bears the text of its first note, which is not among Notes
}

// Size is how many notes it holds; 0 for one that stands alone.
func (e Entry) Size() int {
	if e.bears {
		return len(e.Notes) + 1
	}
	return len(e.Notes)
}

// onCanvas lists the prompts whose answers come to the canvas, in the order of the format.
func onCanvas() []Prompt {
	return []Prompt{
		PromptVision, PromptImportance, PromptHow, PromptMeasures, PromptWho, PromptWhat, PromptResources, PromptCommunication,
		PromptSupport, PromptSlowDown, PromptName,
	}
}

// Canvas draws the canvas so far.
func (s State) Canvas() Canvas { return s.canvas(s.draw()) }

// canvas is the frame around a drawing of the state.
func (s State) canvas(d drawing) Canvas {
	c := Canvas{
		Code: s.ID, Title: s.Called(), Named: s.Called() != "", Topic: s.Topic, Lang: s.Lang, Wording: s.Wording, Date: s.Started,
		Settlements: unattributed(s.Settled), Time: s.account(), From: s.From, Hung: s.Hung,
	}
	if !c.Named {
		c.Title = s.Topic
	}
	if c.Date.IsZero() {
		c.Date = s.Opened
	}
	if s.Offset != 0 {
		c.Date = c.Date.In(s.Zone())
	}
	f := s.founding
	if !s.Closed() {
		f = s.founders()
	}
	c.Facilitators, c.People, c.Actions = f.facilitators, f.people, f.actions
	c.LeaderHow, c.LeaderTerms, c.NoLeader = f.leadership.How, f.leadership.Terms, f.leadership.Reason
	if p, ok := s.Person(f.leadership.Leader); ok {
		c.Leader = p.Name
	}
	c.Wall, c.Sections, c.Forces = d.wall, d.sections, d.forces
	return c
}

// sections fills the seven boxes from the wall; prompts that feed the same section follow one another in it.
func (s State) sections(wall []Column) []Box {
	var out []Box
	for _, section := range Sections() {
		out = append(out, Box{Section: section, Statement: s.Statements[section], Entries: entriesOf(section, wall)})
	}
	return out
}

// entriesOf are what the columns of the wall bring to a section.
func entriesOf(section Section, wall []Column) []Entry {
	var out []Entry
	for _, col := range wall {
		if col.Prompt.Section() == section {
			out = col.entries(out)
		}
	}
	return out
}

// entries adds the column's bullets to others: its clusters, then its lone notes.
func (c Column) entries(out []Entry) []Entry {
	out = slices.Grow(out, len(c.Clusters)+len(c.Lone))
	for _, p := range c.Clusters {
		e := Entry{Title: p.Label(), Dots: p.Dots, score: p.Score, bears: p.Title == "" && len(p.Notes) > 0}
		notes := p.Notes
		if e.bears {
			notes = notes[1:] // the first is the label already
		}
		e.Notes = slices.Grow(e.Notes, len(notes))
		for _, n := range notes {
			e.Notes = append(e.Notes, n.Text)
		}
		out = append(out, e)
	}
	for _, n := range c.Lone {
		out = append(out, Entry{Title: n.Text, Dots: n.Dots, score: n.Score})
	}
	return out
}
