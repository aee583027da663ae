package export

import (
	"fmt"
	"io"
	"slices"
	"time"

	"convene/workshop"
	"convene/workshop/format"
	"convene/workshop/tongue"
	"convene/workshop/trend"
)

// WriteCommunity writes the page of a community in the format. It returns ErrFormat, and writes nothing, when the format does not
// exist; other errors are those of the writer.
func WriteCommunity(w io.Writer, f Format, c workshop.Community) error {
	var err error
	switch f {
	case FormatMarkdown:
		err = communityMarkdown(w, c)
	case FormatHTML:
		err = communityHTML(w, c)
	case FormatJSON:
		err = communityJSON(w, c)
	case FormatCSV:
		err = communityCSV(w, c)
	default:
		return ErrFormat
	}
	if err != nil {
		return fmt.Errorf("write community as %s: %w", f, err)
	}
	return nil
}

// Pages for people have the newest checks side by side, and the newest year; tables and documents for programs have all of them.
const (
	checksAbreast = 4
	monthsOfYear  = 12
)

// life is a community as the pages for people tell it.
type life struct {
	speech
	workshop.Community
	table trend.Table
	from  int // the first of the columns that stand abreast
}

func lifeOf(c workshop.Community) life {
	table := trend.Of(c)
	return life{
		speech{tongue.In(c.Lang), format.In(c.Lang, workshop.Wording{})}, c, table, max(0, len(table.Columns)-checksAbreast),
	}
}

// abreast are the columns that stand side by side.
func (l life) abreast() []trend.Column { return l.table.Columns[l.from:] }

// rows are the cards that were asked in one of these checks, at least.
func (l life) rows() []trend.Row {
	return slices.DeleteFunc(slices.Clone(l.table.Rows), func(r trend.Row) bool {
		return !slices.ContainsFunc(r.Cells[l.from:], func(c trend.Cell) bool { return c.State != trend.NotAsked })
	})
}

// newest is the last check, with the cells of its cards; false when none has been held.
func (l life) newest() (trend.Column, []trend.Cell, bool) {
	n := len(l.table.Columns)
	if n == 0 {
		return trend.Column{}, nil, false
	}
	var cells []trend.Cell
	for _, r := range l.table.Rows {
		if !r.Gone {
			cells = append(cells, r.Cells[n-1])
		}
	}
	return l.table.Columns[n-1], cells, true
}

// column is the one of a check.
func (l life) column(id workshop.CheckID) (int, bool) {
	i := slices.IndexFunc(l.table.Columns, func(c trend.Column) bool { return c.Check == id })
	return i, i >= 0
}

// cardIn is what a card was about in a check.
func (l life) cardIn(check int, id workshop.CardID) string {
	i := slices.IndexFunc(l.table.Rows, func(r trend.Row) bool { return r.Card.ID == id })
	if i < 0 {
		return ""
	}
	return l.table.Rows[i].Cells[check].Card.About
}

// standing are the actions that are in that state.
func (l life) standing(state workshop.ActionState) []workshop.FollowUp {
	return slices.DeleteFunc(slices.Clone(l.Actions), func(a workshop.FollowUp) bool { return a.State != state })
}

// month is one of the year, with what was held in it.
type month struct {
	at     time.Time
	events []happening
}

// happening is something that a month has: an occasion, a health check or the founding.
type happening struct {
	on      workshop.Day
	what    string            // what it was, in the language of the community
	held    workshop.Occasion // zero when it was none
	founded bool
}

// year is the months up to the last one in which the community has held something, or will: the twelve until something was recorded
// of it last, or those since it was founded, and what is ahead. It counts how many occasions came before them.
func (l life) year() (months []month, earlier int) {
	all := l.happenings()
	if len(all) == 0 {
		return nil, 0
	}
	since, last := monthOf(all[0].on), monthOf(all[len(all)-1].on)
	if now := monthOf(workshop.DayOf(l.Heard)); now.Before(last) && !l.Heard.IsZero() {
		last = now
	}
	if year := last.AddDate(0, 1-monthsOfYear, 0); since.Before(year) {
		since = year
	}
	for at, end := since, monthOf(all[len(all)-1].on); !at.After(end); at = at.AddDate(0, 1, 0) {
		months = append(months, month{at: at})
	}
	for _, h := range all {
		at := monthOf(h.on)
		i := 12*(at.Year()-since.Year()) + int(at.Month()-since.Month())
		switch {
		case i >= 0:
			months[i].events = append(months[i].events, h)
		case h.held.ID != 0:
			earlier++
		}
	}
	return months, earlier
}

// monthOf is the first day of a day's month.
func monthOf(d workshop.Day) time.Time {
	at := d.Date()
	return time.Date(at.Year(), at.Month(), 1, 0, 0, 0, 0, time.UTC)
}

// happenings are in the order of their days. What has no day, which no record has, is left out.
func (l life) happenings() []happening {
	var all []happening
	if !l.Founded.IsZero() {
		all = append(all, happening{on: workshop.DayOf(l.Founded), what: l.Say("Founded"), founded: true})
	}
	for _, c := range l.table.Columns {
		all = append(all, happening{on: workshop.DayOf(c.Closed), what: l.Say("Health check")})
	}
	for _, o := range l.Occasions {
		if o.On.Valid() {
			all = append(all, happening{on: o.On, what: l.occasion(o.Kind), held: o})
		}
	}
	slices.SortStableFunc(all, func(a, b happening) int { return a.on.Date().Compare(b.on.Date()) })
	return all
}
