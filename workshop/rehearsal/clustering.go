package rehearsal

import (
	"context"
	"slices"
	"time"

	"convene/workshop"
)

// group is notes of one theme that still stand alone.
type group struct {
	title  string // empty for what belongs to no theme
	notes  []workshop.NoteID
	ideas  []string          // of the notes, each once
	repeat []workshop.NoteID // those of the notes that repeat an idea
}

// start is what a cluster of the group begins with.
func (g group) start() []workshop.NoteID { return g.notes[:min(3, len(g.notes))] }

// twin is what a second cluster of the group begins with, if there is enough for it.
func (g group) twin() []workshop.NoteID {
	if len(g.notes) < 5 {
		return nil
	}
	return g.notes[3:5]
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
		if err := p.begin(ctx, g, beat); err != nil {
			return err
		}
	}
	begun := piles(p.facilitator.View().Columns)
	for _, g := range groups {
		if err := p.finish(ctx, g, begun, beat); err != nil {
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
	p.tell(p.tongue.Count(clusters, "%s: the wall has %d cluster", "%s: the wall has %d clusters", p.title(step), clusters))
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
		t := p.thoughts[card.Text]
		i := slices.IndexFunc(out, func(g group) bool { return g.title == t.theme })
		if i < 0 {
			i = len(out)
			out = append(out, group{title: t.theme})
		}
		g := &out[i]
		if g.notes = append(g.notes, card.ID); slices.Contains(g.ideas, t.idea) {
			g.repeat = append(g.repeat, card.ID)
		} else {
			g.ideas = append(g.ideas, t.idea)
		}
	}
	return out
}

// begin starts what a group becomes: what has no theme is parked, a single note stays alone, and the others become a
// cluster of a few notes. Of a large group somebody begins a second cluster, without seeing that there is one already.
func (p *play) begin(ctx context.Context, g group, beat func() error) error {
	switch {
	case g.title == "":
		return p.do(ctx, beat, p.facilitator, workshop.ParkNotes{Notes: g.notes})
	case len(g.notes) == 1:
		return nil
	}
	title := g.title
	if p.oneIn(4) {
		title = ""
	}
	if err := p.do(ctx, beat, p.anyone(), workshop.FormCluster{Notes: g.start(), Title: title}); err != nil {
		return err
	}
	if twin := g.twin(); twin != nil {
		return p.do(ctx, beat, p.anyone(), workshop.FormCluster{Notes: twin})
	}
	return nil
}

// finish merges a group's two clusters, brings the rest of its notes, gives it its title and takes out what says the
// same once more.
func (p *play) finish(ctx context.Context, g group, piles map[workshop.NoteID]workshop.Pile, beat func() error) error {
	if g.title == "" || len(g.notes) == 1 {
		return nil
	}
	into, rest := piles[g.notes[0]], g.notes[len(g.start()):]
	if twin := g.twin(); twin != nil {
		rest = rest[len(twin):]
		merge := workshop.MergeClusters{Into: into.ID, From: piles[twin[0]].ID}
		if err := p.do(ctx, beat, p.facilitator, merge); err != nil {
			return err
		}
	}
	for some := range slices.Chunk(rest, 4) {
		if err := p.do(ctx, beat, p.anyone(), workshop.MoveNotes{Notes: some, Cluster: into.ID}); err != nil {
			return err
		}
	}
	if into.Title == "" {
		if err := p.do(ctx, beat, p.facilitator, workshop.TitleCluster{Cluster: into.ID, Title: g.title}); err != nil {
			return err
		}
	}
	if len(g.repeat) == 0 {
		return nil
	}
	return p.do(ctx, beat, p.facilitator, workshop.ParkNotes{Notes: g.repeat})
}

// piles finds the cluster that a note stands in.
func piles(columns []workshop.Column) map[workshop.NoteID]workshop.Pile {
	out := make(map[workshop.NoteID]workshop.Pile)
	for _, c := range columns {
		for _, pile := range c.Clusters {
			for _, n := range pile.Notes {
				out[n.ID] = pile
			}
		}
	}
	return out
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

// agree writes the sentences that open the first two sections. For the vision the pen is out, and takes in what somebody
// has proposed.
func (p *play) agree(ctx context.Context, beat func() error) error {
	if err := p.do(ctx, beat, p.facilitator, workshop.TakePen{Section: workshop.SectionVision}); err != nil {
		return err
	}
	vision := workshop.WriteStatement{Section: workshop.SectionVision, Text: pick(p.chance, p.script.Visions)}
	propose := workshop.ProposeSentence{Section: workshop.SectionVision, Text: vision.Text}
	if err := p.do(ctx, beat, pick(p.chance, p.people), propose); err != nil {
		return err
	}
	if err := p.do(ctx, beat, p.facilitator, vision); err != nil {
		return err
	}
	p.tell(p.tongue.Say("The vision: %s", vision.Text))
	why := workshop.WriteStatement{Section: workshop.SectionImportance, Text: pick(p.chance, p.script.Importances)}
	return p.do(ctx, beat, p.facilitator, why)
}
