package rehearsal

import (
	"cmp"
	"slices"

	"convene/workshop"
)

// sort brings a bit more order to the wall: what belongs together comes together, a cluster gets its title, what is off topic is
// parked. It leaves alone what somebody has written who is none of the company, and what somebody carries.
func (a *attendance) sort(v workshop.View, here []person) errand {
	for _, column := range shuffled(a.chance, v.Columns) {
		if c := a.tidy(v, column); c != nil {
			return errand{here[0], c}
		}
	}
	return errand{}
}

// tidy is the next thing to do in a column; nil when it is in order.
func (a *attendance) tidy(v workshop.View, column workshop.Column) workshop.Command {
	lone := make(map[string][]workshop.NoteID) // by theme
	for _, card := range column.Lone {
		t, ours := a.thoughts[card.Text]
		switch {
		case !ours || carried(v, workshop.Spot{Note: card.ID}):
			continue
		case t.theme == "":
			return workshop.ParkNotes{Notes: []workshop.NoteID{card.ID}}
		}
		if into, ok := a.pileOf(column, t.theme); ok && !carried(v, workshop.Spot{Cluster: into}) {
			return workshop.MoveNotes{Notes: []workshop.NoteID{card.ID}, Cluster: into}
		}
		lone[t.theme] = append(lone[t.theme], card.ID)
		if two := lone[t.theme]; len(two) == 2 {
			return workshop.FormCluster{Notes: two}
		}
	}
	for _, pile := range column.Clusters {
		if pile.Title == "" && !carried(v, workshop.Spot{Cluster: pile.ID}) {
			if title := cmp.Or(a.themeOf(pile), pile.Notes[0].Text); len([]rune(title)) <= workshop.MaxTitleLen {
				return workshop.TitleCluster{Cluster: pile.ID, Title: title}
			}
		}
	}
	return nil
}

// pileOf finds a cluster of a theme.
func (a *attendance) pileOf(column workshop.Column, theme string) (workshop.ClusterID, bool) {
	i := slices.IndexFunc(column.Clusters, func(p workshop.Pile) bool { return a.themeOf(p) == theme })
	if i < 0 {
		return 0, false
	}
	return column.Clusters[i].ID, true
}

// themeOf is what the first note of a cluster that one of the company wrote is about; empty when none of them did.
func (a *attendance) themeOf(p workshop.Pile) string {
	for _, n := range p.Notes {
		if t, ours := a.thoughts[n.Text]; ours {
			return t.theme
		}
	}
	return ""
}

// carried says whether somebody carries something on the board.
func carried(v workshop.View, on workshop.Spot) bool {
	return slices.ContainsFunc(v.Live.Pointers, func(p workshop.Pointer) bool { return p.Holds && p.On == on })
}

// word lets somebody propose a sentence to whoever writes, and whoever of them has the pen write it.
func (a *attendance) word(v workshop.View, here []person) errand {
	section := v.Pen.Section
	words := pick(a.chance, a.script.Visions)
	if section != workshop.SectionVision {
		words = pick(a.chance, a.script.Importances)
	}
	for _, one := range here {
		if one.id != v.Pen.Holder {
			continue
		}
		if section == workshop.SectionVision || section == workshop.SectionImportance {
			return errand{one, workshop.WriteStatement{Section: section, Text: words}}
		}
		return errand{one, workshop.LayPen{}}
	}
	fits := section == workshop.SectionVision || section == workshop.SectionImportance
	if !fits || len(v.Proposed) > 0 {
		return errand{}
	}
	return errand{here[0], workshop.ProposeSentence{Section: section, Text: words}}
}
