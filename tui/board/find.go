package board

import (
	"convene/workshop"
	"convene/workshop/text"
)

// found is what is left of a column while something is looked for: the notes that have all its words, and the clusters
// that such notes are in; a cluster whose title has them keeps all its notes.
func (w Wall) found(col workshop.Column) workshop.Column {
	if w.Find == "" {
		return col
	}
	out := workshop.Column{Prompt: col.Prompt, Lone: w.having(col.Lone), Parked: w.having(col.Parked)}
	for _, p := range col.Clusters {
		if p.Title == "" || !text.Finds(w.Find, p.Title) {
			p.Notes = w.having(p.Notes)
		}
		if len(p.Notes) > 0 {
			out.Clusters = append(out.Clusters, p)
		}
	}
	return out
}

func (w Wall) having(cards []workshop.Card) []workshop.Card {
	var out []workshop.Card
	for _, c := range cards {
		if text.Finds(w.Find, c.Text) {
			out = append(out, c)
		}
	}
	return out
}
