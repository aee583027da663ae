package rehearsal

import (
	"context"
	"slices"
	"time"

	"convene/workshop"
)

// group is notes of one theme that still stand alone.
type group struct {
	title string // empty for what belongs to no theme
	notes []workshop.NoteID
}

// converge brings order to the wall until it says one thing, and votes where the step does.
func (p *play) converge(ctx context.Context, step workshop.Step, box time.Duration) error {
	columns := p.facilitator.View().Columns
	var groups []group
	for _, c := range columns {
		groups = append(groups, p.groups(c)...)
	}
	beat := p.beat(box, 3*len(groups)+len(p.people))
	for _, g := range groups {
		if err := p.place(ctx, g, beat); err != nil {
			return err
		}
	}
	if err := p.mistake(ctx, beat); err != nil {
		return err
	}
	clusters := 0
	for _, c := range p.facilitator.View().Columns {
		clusters += len(c.Clusters)
	}
	p.tellf("%s: the wall has %d clusters", title(step), clusters)
	switch step {
	case workshop.StepVision:
		return p.agree(ctx, beat)
	case workshop.StepMeasures:
		return p.dots(ctx, beat)
	case workshop.StepForces:
		return p.weigh(ctx, beat)
	default:
		return nil
	}
}

// groups sorts the lone notes of a column by theme, in the order in which the themes come up.
func (p *play) groups(c workshop.Column) []group {
	var out []group
	for _, card := range c.Lone {
		t := p.themes[card.Text]
		i := slices.IndexFunc(out, func(g group) bool { return g.title == t })
		if i < 0 {
			i = len(out)
			out = append(out, group{title: t})
		}
		out[i].notes = append(out[i].notes, card.ID)
	}
	return out
}

// place puts a group where it belongs: what has no theme is parked, a single note stands alone, and the others become a
// cluster, begun by somebody with a few notes and filled up by the others.
func (p *play) place(ctx context.Context, g group, beat func() error) error {
	switch {
	case g.title == "":
		return p.do(ctx, beat, p.facilitator, workshop.ParkNotes{Notes: g.notes})
	case len(g.notes) == 1:
		return nil
	}
	begun := min(3, len(g.notes))
	first, rest := g.notes[:begun], g.notes[begun:]
	title := g.title
	if p.oneIn(4) {
		title = ""
	}
	if err := p.do(ctx, beat, p.anyone(), workshop.FormCluster{Notes: first, Title: title}); err != nil {
		return err
	}
	id := p.clusterOf(first[0])
	if len(rest) > 4 {
		if err := p.twin(ctx, id, rest[:2], beat); err != nil {
			return err
		}
		rest = rest[2:]
	}
	for some := range slices.Chunk(rest, 4) {
		if err := p.do(ctx, beat, p.anyone(), workshop.MoveNotes{Notes: some, Cluster: id}); err != nil {
			return err
		}
	}
	if title == "" {
		return p.do(ctx, beat, p.facilitator, workshop.TitleCluster{Cluster: id, Title: g.title})
	}
	return nil
}

// twin is a cluster that somebody formed without seeing that there was one already; they are merged.
func (p *play) twin(ctx context.Context, id workshop.ClusterID, notes []workshop.NoteID, beat func() error) error {
	if err := p.do(ctx, beat, p.anyone(), workshop.FormCluster{Notes: notes}); err != nil {
		return err
	}
	merge := workshop.MergeClusters{Into: id, From: p.clusterOf(notes[0])}
	return p.do(ctx, beat, p.facilitator, merge)
}

// clusterOf is where a note stands now.
func (p *play) clusterOf(id workshop.NoteID) workshop.ClusterID {
	for _, c := range p.facilitator.View().Columns {
		for _, pile := range c.Clusters {
			if slices.ContainsFunc(pile.Notes, func(n workshop.Card) bool { return n.ID == id }) {
				return pile.ID
			}
		}
	}
	return 0
}

// mistake moves a note into the wrong cluster and takes that back.
func (p *play) mistake(ctx context.Context, beat func() error) error {
	for _, c := range p.facilitator.View().Columns {
		if len(c.Clusters) < 2 {
			continue
		}
		two := shuffled(p.chance, c.Clusters)[:2]
		note := pick(p.chance, two[0].Notes)
		who := pick(p.chance, p.people)
		wrong := workshop.MoveNotes{Notes: []workshop.NoteID{note.ID}, Cluster: two[1].ID}
		if err := p.do(ctx, beat, who, wrong); err != nil {
			return err
		}
		return p.do(ctx, beat, who, workshop.UndoLast{})
	}
	return nil
}

// agree writes the sentences that open the first two sections.
func (p *play) agree(ctx context.Context, beat func() error) error {
	vision := workshop.WriteStatement{Section: workshop.SectionVision, Text: pick(p.chance, visionStatements())}
	if err := p.do(ctx, beat, p.facilitator, vision); err != nil {
		return err
	}
	p.tellf("The vision: %s", vision.Text)
	why := workshop.WriteStatement{Section: workshop.SectionImportance, Text: pick(p.chance, importanceStatements())}
	return p.do(ctx, beat, p.facilitator, why)
}
