package export

import (
	"cmp"
	"encoding/json"
	"io"
	"time"

	"convene/workshop"
	"convene/workshop/trend"
)

// CommunityFormat is the version of the layout in which a community is written as JSON.
const CommunityFormat = 1

// CommunityDocument is a community as JSON has it. Lists are never null.
type CommunityDocument struct {
	Format    int               `json:"format"` // CommunityFormat
	Code      workshop.ID       `json:"code"`
	Name      string            `json:"name"`
	Lang      workshop.Language `json:"lang"`
	Founded   *string           `json:"founded"` // "2006-01-02", where the group is; null when it is not known
	Leader    *string           `json:"leader"`  // null when there is none
	Weekly    int               `json:"leaderMinutesPerWeek"`
	Sponsor   *string           `json:"sponsor"` // null when none was named
	People    int               `json:"people"`  // how many belong to it now
	NextCheck *string           `json:"nextCheck"`
	Checks    []CheckDocument   `json:"checks"`    // those that were closed, the oldest first
	Actions   []ActionDocument  `json:"actions"`   // the open ones, then those that were done, then those that were dropped
	Occasions []OccasionItem    `json:"occasions"` // by day
}

// CheckDocument is one health check.
type CheckDocument struct {
	ID       workshop.CheckID  `json:"id"`
	Date     string            `json:"date"` // on which it was closed
	Took     int               `json:"tookPart"`
	Came     int               `json:"came"` // since the check before
	Went     int               `json:"left"`
	New      []workshop.CardID `json:"new"` // the cards that differ from the check before
	Reworded []workshop.CardID `json:"reworded"`
	Gone     []workshop.CardID `json:"gone"`
	Cards    []CardDocument    `json:"cards"`
}

// CardDocument is one card in a check.
type CardDocument struct {
	workshop.HealthCard
	State    string      `json:"state"`    // "told", "too-few" or "face-down"
	Answered *int        `json:"answered"` // null while it lies face down
	Spread   *SpreadItem `json:"spread"`   // null unless it is told
	Split    bool        `json:"split"`    // many red and many green
	// Arrow is "up", "down" or "level" since the check whose number is in Since; both are null where there is nothing to compare.
	Arrow     *string           `json:"arrow"`
	Since     *workshop.CheckID `json:"since"`
	Sentences []string          `json:"sentences"` // sorted
}

// SpreadItem is how many said what.
type SpreadItem struct {
	Red    int `json:"red"`
	Yellow int `json:"yellow"`
	Green  int `json:"green"`
}

// ActionDocument is an action and what has become of it.
type ActionDocument struct {
	What  string            `json:"what"`
	Owner *string           `json:"owner"` // null when the owner's seat was taken away
	Due   *string           `json:"due"`
	State string            `json:"state"` // "open", "done" or "dropped"
	Why   *string           `json:"why"`   // what was said when it was moved, done or dropped last
	On    *string           `json:"on"`    // when that was
	Moved int               `json:"moved"` // how often another day was set
	Check *workshop.CheckID `json:"check"` // in which it was planned; null at the founding
	Card  *string           `json:"card"`
}

// OccasionItem is something that was held.
type OccasionItem struct {
	Date    workshop.Day          `json:"date"`
	Kind    workshop.OccasionKind `json:"kind"`
	Topic   string                `json:"topic"`
	Minutes *string               `json:"minutes"` // the link to them
}

func communityJSON(w io.Writer, c workshop.Community) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(communityDocument(lifeOf(c)))
}

func communityDocument(l life) CommunityDocument {
	d := CommunityDocument{
		Format: CommunityFormat, Code: l.Code, Name: l.Name, Lang: cmp.Or(l.Lang, workshop.English), Leader: optional(l.Leader),
		Weekly: l.Weekly, Sponsor: optional(l.Sponsor), People: len(l.People), NextCheck: optional(string(l.NextCheck)),
		Checks: []CheckDocument{}, Actions: []ActionDocument{}, Occasions: []OccasionItem{},
	}
	if !l.Founded.IsZero() {
		d.Founded = optional(l.Founded.Format(time.DateOnly))
	}
	for i, c := range l.table.Columns {
		d.Checks = append(d.Checks, checkDocument(l, i, c))
	}
	for _, g := range l.groups() {
		for _, a := range g.Actions {
			x := ActionDocument{
				What: a.What, Owner: optional(a.Owner), Due: optional(string(a.Due)), State: g.Class, Why: optional(a.Why),
				On: optional(string(a.On)), Moved: a.Moved, Card: optional(string(a.Card)),
			}
			if a.Check != 0 {
				x.Check = &a.Check
			}
			d.Actions = append(d.Actions, x)
		}
	}
	for _, o := range l.Occasions {
		d.Occasions = append(d.Occasions, OccasionItem{o.On, o.Kind, o.Topic, optional(o.Minutes)})
	}
	return d
}

func checkDocument(l life, at int, c trend.Column) CheckDocument {
	d := CheckDocument{
		ID: c.Check, Date: c.Closed.Format(time.DateOnly), Took: c.Took, Came: c.Came, Went: c.Went,
		New: ids(c.New), Reworded: ids(c.Reworded), Gone: ids(c.Gone), Cards: []CardDocument{},
	}
	for _, r := range l.table.Rows {
		if cell := r.Cells[at]; cell.State != trend.NotAsked {
			d.Cards = append(d.Cards, cardDocument(cell))
		}
	}
	return d
}

func cardDocument(c trend.Cell) CardDocument {
	d := CardDocument{HealthCard: c.Card, State: standingName(c.State), Split: c.Split, Sentences: list(c.Spread.Sentences)}
	if c.State != trend.FaceDown {
		d.Answered = &c.Spread.Answered
	}
	if c.State == trend.Told {
		d.Spread = &SpreadItem{c.Spread.Red, c.Spread.Yellow, c.Spread.Green}
	}
	if name := arrowName(c.Arrow); name != "" {
		d.Arrow, d.Since = &name, &c.Since
	}
	return d
}

// standingName is the stable name of a standing, in every language.
func standingName(s trend.Standing) string {
	switch s {
	case trend.Told:
		return "told"
	case trend.TooFew:
		return "too-few"
	default:
		return "face-down"
	}
}

// arrowName is the stable name of an arrow; empty where there is none.
func arrowName(a trend.Arrow) string {
	switch a {
	case trend.Up:
		return "up"
	case trend.Down:
		return "down"
	case trend.Level:
		return "level"
	default:
		return ""
	}
}

func ids(cards []workshop.HealthCard) []workshop.CardID {
	out := []workshop.CardID{}
	for _, c := range cards {
		out = append(out, c.ID)
	}
	return out
}
