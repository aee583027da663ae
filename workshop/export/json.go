package export

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"time"

	"convene/workshop"
)

// JSONFormat is the version of the layout that JSON writes.
const JSONFormat = 1

// Document is the canvas as JSON writes it. Lists are never null.
type Document struct {
	Format       int                          `json:"format"` // JSONFormat
	Code         workshop.ID                  `json:"code"`
	Name         *string                      `json:"name"` // null until the community has one
	Topic        string                       `json:"topic"`
	Lang         workshop.Language            `json:"lang"`     // in which the headings are: "en" or "fr"
	Date         *string                      `json:"date"`     // "2006-01-02", where the group is; null when it is not known
	Sections     []Section                    `json:"sections"` // the seven of them, in the order of the format
	ForceField   *ForceField                  `json:"forceField"`
	Leader       *Leader                      `json:"leader"`
	NoLeader     *string                      `json:"noLeader"` // the reason, when the group recorded that there is none
	Facilitators []string                     `json:"facilitators"`
	People       []string                     `json:"people"`            // who took part, in the order of arrival
	FirstActions []Action                     `json:"firstActions"`      // in the order of planning
	Settlements  map[workshop.Step]Settlement `json:"settlements"`       // by the step that was settled; may be empty
	Time         *Ledger                      `json:"time"`              // null before the group began
	Notes        []Note                       `json:"notes"`             // all of the wall, by prompt; those of a cluster one after the other
	Changes      *Changes                     `json:"changes,omitempty"` // missing on the first canvas of a community
}

// Section is one of the seven boxes.
type Section struct {
	ID        workshop.Section `json:"id"`
	Heading   string           `json:"heading"`
	Statement string           `json:"statement"` // may be empty
	Entries   []Entry          `json:"entries"`
}

// Entry is a cluster with its notes, or a note that stands alone (then it has none).
type Entry struct {
	Title string   `json:"title"`
	Notes []string `json:"notes"`
	Dots  int      `json:"dots"`
}

// ForceField is Lewin's diagram; it is null when the step was not run.
type ForceField struct {
	Support       []Force `json:"support"`
	SlowDown      []Force `json:"slowDown"`
	Sums          Sums    `json:"sums"`
	Balance       int     `json:"balance"`       // support minus slowDown
	FirstToWeaken *string `json:"firstToWeaken"` // the title of the strongest restraining force; null when none has a strength
}

// Force is one arrow. Strength is the median of the scores, from 1 to 5; it, Low and High are 0 when nobody gave one.
type Force struct {
	Title    string   `json:"title"`
	Notes    []string `json:"notes"`
	Strength int      `json:"strength"`
	Low      int      `json:"low"`
	High     int      `json:"high"`
	Given    int      `json:"given"` // how many weighed it
}

// Sums are the strengths of both sides, added up.
type Sums struct {
	Support  int `json:"support"`
	SlowDown int `json:"slowDown"`
}

// Leader is the one who was elected; it is null when there is none.
type Leader struct {
	Name string       `json:"name"`
	How  workshop.How `json:"how"` // "vote", "runoff", "lot" or "consent"
	// Terms are for how long, or on what conditions, the group consented; missing when there are none.
	Terms string `json:"terms,omitempty"`
}

// Action is what will be done first, by whom, and by when.
type Action struct {
	What  string  `json:"what"`
	Owner *string `json:"owner"` // null when the owner's seat was taken away
	// Due is the day by which it is done, "2006-01-02", where the group is; missing when none was set.
	Due workshop.Day `json:"due,omitempty"`
}

// Settlement is how far the group stood behind the outcome of a step. It names nobody.
type Settlement struct {
	Heading  string                     `json:"heading"` // what the step is called
	Hands    [workshop.MaxLevel + 1]int `json:"hands"`   // how many showed 0, 1 … 5
	Missing  int                        `json:"missing"` // how many showed none
	Concerns []Concern                  `json:"concerns"`
	Despite  bool                       `json:"despite"`  // somebody was not behind it, or showed no hand, and the group decided to go on
	Reopened bool                       `json:"reopened"` // the group went back into the step afterwards
}

// Concern is what somebody said who was not behind the outcome.
type Concern struct {
	Level    int    `json:"level"` // 0 to 2
	Sentence string `json:"sentence"`
}

// Ledger is where the time went, in whole seconds: until the end, or else until something happened last.
type Ledger struct {
	Planned int       `json:"plannedSeconds"` // in all, when the group began
	Actual  int       `json:"actualSeconds"`  // in all, without the breaks
	Breaks  int       `json:"breakSeconds"`
	Blocks  []Account `json:"blocks"` // in the order of the agenda
}

// Account is one block of the ledger.
type Account struct {
	Step    workshop.Step `json:"step"` // "reserve" for the time that was kept for being late, which is nobody's to take
	Planned int           `json:"plannedSeconds"`
	Actual  int           `json:"actualSeconds"` // 0 for a step that was left out, or that the group has not come to
}

// JSON writes the canvas as a Document. An error is that of the writer.
func JSON(w io.Writer, c workshop.Canvas) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(document(c)); err != nil {
		return fmt.Errorf("write json: %w", err)
	}
	return nil
}

func document(c workshop.Canvas) Document {
	l := speechOf(c)
	d := Document{
		Format: JSONFormat, Code: c.Code, Topic: c.Topic, Lang: cmp.Or(c.Lang, workshop.English), Sections: []Section{},
		NoLeader: optional(c.NoLeader), Facilitators: list(c.Facilitators), People: list(c.People),
		FirstActions: []Action{},
		Settlements:  make(map[workshop.Step]Settlement, len(c.Settlements)),
		Notes:        notes(c.Wall),
		Changes:      l.changesOf(c),
	}
	if c.Named {
		d.Name = optional(c.Title)
	}
	if !c.Date.IsZero() {
		d.Date = optional(c.Date.Format(time.DateOnly))
	}
	for _, b := range c.Sections {
		d.Sections = append(d.Sections, Section{b.Section, l.words.Heading(b.Section), b.Statement, entries(b.Entries)})
	}
	if c.Forces != nil {
		d.ForceField = field(*c.Forces)
	}
	if c.Leader != "" {
		d.Leader = &Leader{Name: c.Leader, How: c.LeaderHow, Terms: c.LeaderTerms}
	}
	for _, a := range c.Actions {
		d.FirstActions = append(d.FirstActions, Action{a.What, optional(a.Owner), a.Due})
	}
	for step, s := range c.Settlements {
		d.Settlements[step] = settlement(l.heading(step), s)
	}
	if c.Time != nil {
		d.Time = ledger(*c.Time)
	}
	return d
}

func field(f workshop.ForceField) *ForceField {
	out := ForceField{Support: arrows(f.Support), SlowDown: arrows(f.SlowDown), Balance: f.Balance()}
	out.Sums.Support, out.Sums.SlowDown = f.Sums()
	if first, _, ok := f.FirstToWeaken(); ok {
		out.FirstToWeaken = &first.Title
	}
	return &out
}

func arrows(fs []workshop.Force) []Force {
	out := []Force{}
	for _, f := range fs {
		out = append(out, Force{f.Title, list(f.Notes), f.Strength, f.Low, f.High, f.Given})
	}
	return out
}

func settlement(heading string, s workshop.Settlement) Settlement {
	out := Settlement{Heading: heading, Hands: s.Hands, Missing: s.Missing, Concerns: []Concern{}, Despite: s.Despite, Reopened: s.Reopened}
	for _, c := range s.Concerns {
		out.Concerns = append(out.Concerns, Concern{c.Level, c.Sentence})
	}
	return out
}

func ledger(l workshop.Ledger) *Ledger {
	out := Ledger{seconds(l.Planned), seconds(l.Actual), seconds(l.Breaks), []Account{}}
	for _, a := range l.Blocks {
		out.Blocks = append(out.Blocks, Account{a.Step, seconds(a.Planned), seconds(a.Actual)})
	}
	return &out
}

func seconds(s workshop.Span) int { return int(time.Duration(s).Round(time.Second) / time.Second) }

// optional is null for what is empty.
func optional(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// list is [] where a nil slice would be null.
func list(of []string) []string {
	if of == nil {
		return []string{}
	}
	return of
}
