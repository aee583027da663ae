package export

import (
	"cmp"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"net/url"
	"strings"
	"time"

	"convene/workshop"
	"convene/workshop/trend"
)

//go:embed community.html
var communityPage string

//go:embed community.css
var communityCSS string

func communityHTML(w io.Writer, c workshop.Community) error {
	l := lifeOf(c)
	t, err := template.New("community").Parse(communityPage)
	if err != nil {
		return err
	}
	return t.Execute(w, l.page())
}

// communitySheet is what the template fills in.
type communitySheet struct {
	Tag      workshop.Language
	Style    template.CSS
	Says     communityWords
	Name     string
	Founded  template.HTML
	Crowd    string
	Facts    []markedFact
	Columns  []columnHead
	Cards    []cardLine
	Legend   []string
	Split    template.HTML
	Changes  []template.HTML
	Written  string // under which cards of which check; empty when nothing was
	Under    []noted
	Groups   []actionGroup
	Months   []monthBox
	Earlier  string
	Narrow   bool // there are so few checks that the table need not take the whole width
	HasTrend bool
}

// communityWords is what stands on every page, in its language.
type communityWords struct {
	Kind, Checks, NoChecks, Card, Trend, TookPart, Changed, WhatWasWritten, Actions, NoActions, Year, Nothing string
}

type (
	markedFact struct {
		Label string
		Value template.HTML
	}
	columnHead struct {
		Day, Datetime string
		Took          int
	}
	// cardLine is the row of a card: what it was answered in the checks, and its trend.
	cardLine struct {
		About string
		Cells []cardCell
		Trend trendLine
	}
	// cardCell has a picture, or says why there is none.
	cardCell struct {
		Untold string
		Bar    spreadBar
		Marks  []string
	}
	noted struct {
		About     string
		Sentences []string
	}
	actionGroup struct {
		Class, Title string
		Lines        []actionLine
	}
	actionLine struct {
		What    string
		Owner   template.HTML
		History []template.HTML
	}
	monthBox struct {
		Name, Datetime string
		Events         []eventLine
	}
	eventLine struct {
		Day            int
		Datetime, What string
		Class          string
		Topic          string
		Link, Minutes  string // an address of the web, or else what is there in its place
	}
)

func (l life) page() communitySheet {
	p := communitySheet{
		Tag: cmp.Or(l.Lang, workshop.English), Style: template.CSS(communityCSS), Name: l.Name,
		Crowd: l.Count(len(l.People), "%d person", "%d people"), Legend: l.legend(), Narrow: len(l.table.Columns) < 3,
		HasTrend: len(l.table.Columns) > 1,
		Says: communityWords{
			Kind: l.Say("Community of practice"), Checks: l.Say("Health checks"), NoChecks: l.Say("No health check has been held yet."),
			Card: l.Say("Card"), Trend: l.Say("Trend"), TookPart: l.Say("Took part"),
			Changed:        l.Say("What changed since the check before:"),
			WhatWasWritten: l.Say("What was written"), Actions: l.Say("Actions"), NoActions: l.Say("No actions yet."),
			Year:    l.Say("The year"),
			Nothing: l.Say("Nothing here yet."),
		},
	}
	if !l.Founded.IsZero() {
		var s sentence
		p.Founded = s.markup(l.Say("founded %s", s.piece(timeOf(l.Founded, l.Day(l.Founded)))))
	}
	var facts sentence
	for _, f := range l.facts(facts.typed) {
		p.Facts = append(p.Facts, markedFact{f.Label, facts.markup(f.Value)})
	}
	for _, c := range l.abreast() {
		p.Columns = append(p.Columns, columnHead{l.Date(c.Closed), c.Closed.Format(time.DateOnly), c.Took})
	}
	for i, r := range l.rows() {
		p.Cards = append(p.Cards, l.cardLine(i, r))
	}
	var split sentence
	p.Split = split.markup(l.split(split.typed))
	for i := max(1, l.from); i < len(l.table.Columns); i++ {
		var s sentence
		p.Changes = append(p.Changes, s.markup(l.changes(l.table.Columns[i], s.typed)))
	}
	p.write(l)
	for _, g := range l.groups() {
		p.Groups = append(p.Groups, l.actionGroup(g))
	}
	months, earlier := l.year()
	for _, m := range months {
		p.Months = append(p.Months, l.monthBox(m))
	}
	p.Earlier = l.before(earlier)
	return p
}

// write puts on the page what people wrote under the cards of the newest check.
func (p *communitySheet) write(l life) {
	newest, cells, _ := l.newest()
	for _, c := range cells {
		if len(c.Spread.Sentences) > 0 {
			p.Written = l.Say("In the health check of %s, without names and in the order of the alphabet.", l.Date(newest.Closed))
			p.Under = append(p.Under, noted{c.Card.About, c.Spread.Sentences})
		}
	}
}

func (l life) cardLine(row int, r trend.Row) cardLine {
	out := cardLine{About: r.Card.About, Trend: l.trendLine(row, r)}
	for i, c := range r.Cells[l.from:] {
		if c.State != trend.Told {
			out.Cells = append(out.Cells, cardCell{Untold: l.untold(c)})
			continue
		}
		id := fmt.Sprintf("spread-%d-%d", row+1, i+1)
		out.Cells = append(out.Cells, cardCell{Bar: l.spreadBar(id, r.Card.About, l.abreast()[i], c), Marks: l.marks(c)})
	}
	return out
}

func (l life) actionGroup(g group) actionGroup {
	out := actionGroup{Class: g.Class, Title: g.Title}
	for _, a := range g.Actions {
		line := actionLine{What: a.What, Owner: l.owner(a.Planned)}
		var s sentence
		for _, part := range l.history(a, s.typed) {
			line.History = append(line.History, s.markup(part))
		}
		out.Lines = append(out.Lines, line)
	}
	return out
}

func (l life) monthBox(m month) monthBox {
	out := monthBox{Name: l.Month(m.at), Datetime: m.at.Format("2006-01")}
	for _, h := range m.events {
		e := eventLine{Day: h.on.Date().Day(), Datetime: string(h.on), What: h.what, Class: "held", Topic: h.held.Topic}
		switch {
		case h.founded:
			e.Class = "founded"
		case h.held.ID == 0:
			e.Class = "check"
		}
		if isWebAddress(h.held.Minutes) {
			e.Link = h.held.Minutes
		} else {
			e.Minutes = h.held.Minutes
		}
		out.Events = append(out.Events, e)
	}
	return out
}

// isWebAddress says whether a link leads to a page of the web. Nothing else becomes one that can be clicked.
func isWebAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (strings.EqualFold(u.Scheme, "https") || strings.EqualFold(u.Scheme, "http")) && u.Host != ""
}

func timeOf(at time.Time, said string) template.HTML {
	return "<time" + ` datetime="` + escaped(at.Format(time.DateOnly)) + `">` + escaped(said) + `</time>`
}
