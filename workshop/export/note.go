package export

import "convene/workshop"

// Note is one note of the wall: of those that were revealed, none is left out, parked ones included. Nothing says whose
// it was.
type Note struct {
	ID      workshop.NoteID `json:"id"`      // as in "#42"
	Prompt  workshop.Prompt `json:"prompt"`  // under which it hangs, which for a note in a cluster is the cluster's
	Cluster *string         `json:"cluster"` // the cluster's title, or else its first note; null when it stands alone
	Text    string          `json:"text"`
	Dots    int             `json:"dots"` // of its cluster, or its own when it stands alone
	Parked  bool            `json:"parked"`
}

// notes are those of every wall, in the order in which they hang there: clusters, lone notes, parked ones.
func notes(wall []workshop.Column) []Note {
	out := []Note{}
	for _, col := range wall {
		for _, p := range col.Clusters {
			for _, n := range p.Notes {
				title := p.Label()
				out = append(out, Note{n.ID, col.Prompt, &title, n.Text, p.Dots, false})
			}
		}
		for _, n := range col.Lone {
			out = append(out, Note{n.ID, col.Prompt, nil, n.Text, n.Dots, false})
		}
		for _, n := range col.Parked {
			out = append(out, Note{n.ID, col.Prompt, nil, n.Text, n.Dots, true})
		}
	}
	return out
}
