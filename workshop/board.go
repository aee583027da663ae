package workshop

import "fmt"

// Column is the wall under one prompt: the clusters that stand in it, the notes that stand alone, and the parked ones.
type Column struct {
	Prompt   Prompt
	Clusters []Pile
	Lone     []Card
	Parked   []Card
}

// Card is a note as everyone sees it, without its author: an idea is judged by itself.
type Card struct {
	ID      NoteID
	Prompt  Prompt // where it was written; it may stand in another column's cluster
	Text    string
	Cluster ClusterID
	Parked  bool
	Dots    int        // from the latest dot vote of the step
	Score   ForceScore // from the latest weighing
}

// Pile is a cluster as everyone sees it.
type Pile struct {
	ID     ClusterID
	Prompt Prompt
	Title  string // may be empty
	Notes  []Card
	Dots   int
	Score  ForceScore
}

// Key is how ballots name the note.
func (n Note) Key() string { return fmt.Sprintf("n%d", n.ID) }

// Key is how ballots name the card.
func (c Card) Key() string { return fmt.Sprintf("n%d", c.ID) }

// Key is how ballots name the cluster.
func (p Pile) Key() string { return fmt.Sprintf("c%d", p.ID) }

// Label is the title or, as long as nobody has given one, the first note.
func (p Pile) Label() string {
	if p.Title != "" || len(p.Notes) == 0 {
		return p.Title
	}
	return p.Notes[0].Text
}

// column is the wall under one prompt.
func (s State) column(p Prompt) Column { return s.columns(p)[0] }

// columns are the walls under the prompts, in one pass over all notes. Clusters stand in the order in which they were
// formed, or put, and notes in the order in which they were written, so that nothing moves that the group did not move.
func (s State) columns(prompts ...Prompt) []Column {
	out := make([]Column, len(prompts))
	at := make(map[Prompt]int, len(prompts))
	for i, p := range prompts {
		out[i].Prompt = p
		at[p] = i
	}
	piles := make([][]Card, s.Clusters.Len()+1)
	weights := s.weights()
	for n := range s.Notes.All() {
		if !n.onWall() {
			continue
		}
		w := weights[n.Key()]
		c := Card{n.ID, n.Prompt, n.Text, n.Cluster, n.Parked, w.dots, w.score}
		i, here := at[n.Prompt]
		switch {
		case n.Cluster != 0:
			piles[n.Cluster] = append(piles[n.Cluster], c)
		case here && n.Parked:
			out[i].Parked = append(out[i].Parked, c)
		case here:
			out[i].Lone = append(out[i].Lone, c)
		}
	}
	for _, id := range s.order {
		c := s.Clusters.at(int(id))
		i, here := at[c.Prompt]
		if notes := piles[c.ID]; here && len(notes) > 0 {
			p := Pile{ID: c.ID, Prompt: c.Prompt, Title: c.Title, Notes: notes}
			p.Dots, p.Score = weights[p.Key()].dots, weights[p.Key()].score
			out[i].Clusters = append(out[i].Clusters, p)
		}
	}
	return out
}

// weight is what votes say about one idea.
type weight struct {
	dots  int
	score ForceScore
}

// weights gathers what the latest votes of each step say. Keys of notes and clusters are unique in the workshop.
func (s State) weights() map[string]weight {
	out := make(map[string]weight)
	for _, step := range []Step{StepVision, StepMeasures, StepImpact, StepResources, StepForces} {
		if r, ok := s.LastResult(step, Dots); ok {
			for _, c := range r.Outcome.Tally {
				out[c.Option] = weight{dots: c.Votes}
			}
		}
	}
	if r, ok := s.LastResult(StepForces, Strengths); ok {
		for _, c := range r.Scores {
			out[c.Option] = weight{score: ForceScore{c.Median, c.Low, c.High, c.Given}}
		}
	}
	return out
}
