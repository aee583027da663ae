package export

import (
	"bytes"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"convene/workshop"
	"convene/workshop/text"
	"convene/workshop/workshoptest"
)

// canvas is the canvas that a document was written from, as far as any export shows it.
func (d Document) canvas(t rapid.TB) workshop.Canvas {
	t.Helper()
	c := workshop.Canvas{
		Code: d.Code, Title: d.Topic, Topic: d.Topic, Lang: d.Lang, Facilitators: d.Facilitators, People: d.People,
		Settlements: make(map[workshop.Step]workshop.Settlement), Wall: hangUp(d.Notes),
	}
	if d.Name != nil {
		c.Title, c.Named = *d.Name, true
	}
	if d.Date != nil {
		day, err := time.Parse(time.DateOnly, *d.Date)
		if err != nil {
			t.Fatal(err)
		}
		c.Date = day
	}
	c.Wording.Sections, c.Wording.Steps = map[workshop.Section]string{}, map[workshop.Step]workshop.StepWording{}
	for _, s := range d.Sections {
		c.Wording.Sections[s.ID] = s.Heading
		b := workshop.Box{Section: s.ID, Statement: s.Statement}
		for _, e := range s.Entries {
			b.Entries = append(b.Entries, workshop.Entry{Title: e.Title, Notes: e.Notes, Dots: e.Dots})
		}
		c.Sections = append(c.Sections, b)
	}
	if f := d.ForceField; f != nil {
		c.Forces = &workshop.ForceField{}
		for _, x := range f.Support {
			c.Forces.Support = append(c.Forces.Support, x.force())
		}
		for _, x := range f.SlowDown {
			c.Forces.SlowDown = append(c.Forces.SlowDown, x.force())
		}
	}
	if d.Leader != nil {
		c.Leader, c.LeaderHow, c.LeaderTerms = d.Leader.Name, d.Leader.How, d.Leader.Terms
	}
	if d.NoLeader != nil {
		c.NoLeader = *d.NoLeader
	}
	for _, a := range d.FirstActions {
		p := workshop.Planned{What: a.What, Due: a.Due}
		if a.Owner != nil {
			p.Owner = *a.Owner
		}
		c.Actions = append(c.Actions, p)
	}
	for step, s := range d.Settlements {
		back := workshop.Settlement{Hands: s.Hands, Missing: s.Missing, Despite: s.Despite, Reopened: s.Reopened}
		for _, x := range s.Concerns {
			back.Concerns = append(back.Concerns, workshop.Concern{Level: x.Level, Sentence: x.Sentence})
		}
		c.Settlements[step] = back
		c.Wording.Steps[step] = workshop.StepWording{Heading: s.Heading}
	}
	if l := d.Time; l != nil {
		span := func(seconds int) workshop.Span { return workshop.Span(time.Duration(seconds) * time.Second) }
		c.Time = &workshop.Ledger{Planned: span(l.Planned), Actual: span(l.Actual), Breaks: span(l.Breaks)}
		for _, a := range l.Blocks {
			c.Time.Blocks = append(c.Time.Blocks, workshop.Account{Step: a.Step, Planned: span(a.Planned), Actual: span(a.Actual)})
		}
	}
	return c
}

func (f Force) force() workshop.Force {
	return workshop.Force{
		Title: f.Title, Notes: f.Notes,
		ForceScore: workshop.ForceScore{Strength: f.Strength, Low: f.Low, High: f.High, Given: f.Given},
	}
}

// hangUp puts notes back on their walls. Neighbours in clusters of the same title come into one.
func hangUp(all []Note) []workshop.Column {
	var wall []workshop.Column
	for _, n := range all {
		if len(wall) == 0 || wall[len(wall)-1].Prompt != n.Prompt {
			wall = append(wall, workshop.Column{Prompt: n.Prompt})
		}
		col, card := &wall[len(wall)-1], workshop.Card{ID: n.ID, Text: n.Text, Dots: n.Dots, Parked: n.Parked}
		switch last := len(col.Clusters) - 1; {
		case n.Parked:
			col.Parked = append(col.Parked, card)
		case n.Cluster == nil:
			col.Lone = append(col.Lone, card)
		case last < 0 || col.Clusters[last].Title != *n.Cluster || col.Clusters[last].Dots != n.Dots:
			col.Clusters = append(col.Clusters, workshop.Pile{Title: *n.Cluster, Notes: []workshop.Card{card}, Dots: n.Dots})
		default:
			col.Clusters[last].Notes = append(col.Clusters[last].Notes, card)
		}
	}
	return wall
}

// rebuilds checks that a canvas which is read back from its document gives the same exports, byte for byte.
func rebuilds(t rapid.TB, c workshop.Canvas) {
	t.Helper()
	back := read(t, written(t, FormatJSON, c)).canvas(t)
	for _, f := range Formats() {
		if want, got := written(t, f, c), written(t, f, back); !bytes.Equal(want, got) {
			t.Errorf("%s (-written +rebuilt):\n%s", f, cmp.Diff(string(want), string(got)))
		}
	}
}

func TestTheJSONIsEnoughForEveryOtherExport(t *testing.T) {
	for name, sample := range samples {
		t.Run(name, func(t *testing.T) { rebuilds(t, sample()) })
	}
	s, _ := workshoptest.Sample()
	t.Run("workshop", func(t *testing.T) { rebuilds(t, s.Canvas()) })
	t.Run("any", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) { rebuilds(t, inAnyWords(t, anyCanvas(t))) })
	})
}

// The numbers that a workshop can be told in are all in the document: who took part, what was written, kept and parked,
// where the dots went, how the hands stood and where the time went.
func TestTheJSONHoldsTheStatistics(t *testing.T) {
	s, _ := workshoptest.Sample()
	d := read(t, written(t, FormatJSON, s.Canvas()))
	shown, parked := 0, 0
	for n := range s.Notes.All() {
		if n.Revealed && !n.Withdrawn {
			shown++
			if n.Parked {
				parked++
			}
		}
	}
	for _, n := range d.Notes {
		shown--
		if n.Parked {
			parked--
		}
	}
	if shown != 0 || parked != 0 || len(d.Notes) == 0 {
		t.Errorf("%d notes and %d parked ones are missing", shown, parked)
	}
	if len(d.People) != len(s.Participants()) || len(d.Settlements) != len(s.Settled) || d.Time == nil {
		t.Errorf("%d people, %d settlements, time %v", len(d.People), len(d.Settlements), d.Time)
	}
}

// inAnyWords is a canvas in some language, with or without headings of its own.
func inAnyWords(t *rapid.T, c workshop.Canvas) workshop.Canvas {
	c.Lang = rapid.SampledFrom(append(workshop.Languages(), "")).Draw(t, "lang")
	if rapid.Bool().Draw(t, "own words") {
		own := rapid.SampledFrom([]string{"Why us", "# Où aller | qui ?", "<b>*Who*</b>"})
		c.Wording = workshop.Wording{
			Steps:    map[workshop.Step]workshop.StepWording{workshop.StepImpact: {Heading: own.Draw(t, "step")}},
			Sections: map[workshop.Section]string{workshop.SectionHow: own.Draw(t, "section")},
		}
	}
	return c
}

// anyCanvas draws a canvas as a workshop could leave it.
func anyCanvas(t *rapid.T) workshop.Canvas {
	line := rapid.Custom(func(t *rapid.T) string {
		s := text.Line(rapid.OneOf(rapid.SampledFrom(append(nastyTexts, sentences...)), rapid.String()).Draw(t, "text"))
		if s == "" {
			return "x"
		}
		return s
	})
	maybe := rapid.OneOf(rapid.Just(""), line)
	lines := rapid.SliceOfN(line, 0, 4)
	dots := rapid.IntRange(0, 20)
	c := workshop.Canvas{
		Code: "brave-otter", Topic: line.Draw(t, "topic"), Named: rapid.Bool().Draw(t, "named"),
		Date:         time.Date(2026, 1, 1+rapid.IntRange(0, 400).Draw(t, "day"), 9, 0, 0, 0, time.UTC),
		Facilitators: lines.Draw(t, "facilitators"), People: lines.Draw(t, "people"), Sections: boxes(),
	}
	if c.Title = c.Topic; c.Named {
		c.Title = line.Draw(t, "name")
	}
	for i := range c.Sections {
		c.Sections[i].Statement = maybe.Draw(t, "statement")
		for range rapid.IntRange(0, 4).Draw(t, "entries") {
			e := workshop.Entry{Title: line.Draw(t, "entry"), Notes: lines.Draw(t, "notes"), Dots: dots.Draw(t, "dots")}
			c.Sections[i].Entries = append(c.Sections[i].Entries, e)
		}
	}
	if rapid.Bool().Draw(t, "forces") {
		side := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) workshop.Force {
			score := workshop.ForceScore{Strength: rapid.IntRange(0, workshop.MaxForce).Draw(t, "strength")}
			if n := score.Strength; n > 0 {
				score = workshop.ForceScore{Strength: n, Low: rapid.IntRange(1, n).Draw(t, "low"), High: n, Given: 3}
			}
			return workshop.Force{Title: line.Draw(t, "force"), Notes: lines.Draw(t, "notes"), ForceScore: score}
		}), 0, 5)
		c.Forces = &workshop.ForceField{Support: side.Draw(t, "support"), SlowDown: side.Draw(t, "slow-down")}
	}
	switch rapid.IntRange(0, 2).Draw(t, "leader") {
	case 0:
		c.Leader, c.LeaderHow, c.LeaderTerms = line.Draw(t, "name"), workshop.ByConsent, maybe.Draw(t, "terms")
	case 1:
		c.NoLeader = line.Draw(t, "reason")
	}
	for range rapid.IntRange(0, 3).Draw(t, "actions") {
		due := rapid.SampledFrom([]workshop.Day{"", "2026-12-04", "2027-02-28"}).Draw(t, "due")
		c.Actions = append(c.Actions, workshop.Planned{What: line.Draw(t, "action"), Owner: maybe.Draw(t, "owner"), Due: due})
	}
	if rapid.Bool().Draw(t, "settled") {
		c.Settlements = map[workshop.Step]workshop.Settlement{workshop.StepImpact: {
			Hands: [6]int{1, 0, 0, 2}, Missing: rapid.IntRange(0, 3).Draw(t, "missing"), Despite: rapid.Bool().Draw(t, "despite"),
			Concerns: []workshop.Concern{{Sentence: line.Draw(t, "concern")}},
		}}
	}
	if rapid.Bool().Draw(t, "begun") {
		c.Time = &workshop.Ledger{Planned: workshop.Minutes(120), Blocks: []workshop.Account{{Step: workshop.StepForces}}}
	}
	for i, p := range []workshop.Prompt{workshop.PromptVision, workshop.PromptSlowDown, workshop.PromptName} {
		card := workshop.Card{ID: workshop.NoteID(i + 1), Text: line.Draw(t, "note"), Dots: dots.Draw(t, "dots")}
		c.Wall = append(c.Wall, workshop.Column{Prompt: p, Lone: []workshop.Card{card}, Parked: []workshop.Card{card}})
		if rapid.Bool().Draw(t, "cluster") {
			c.Wall[i].Clusters = []workshop.Pile{{Title: maybe.Draw(t, "title"), Notes: []workshop.Card{card, card}, Dots: card.Dots}}
		}
	}
	return c
}
