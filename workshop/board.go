package workshop

import (
	"slices"
	"strconv"
)

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
	// Standing is the place of the entry of the last canvas in which it stood under its prompt, from 1; zero when it was
	// written in this workshop.
	Standing int
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
func (n Note) Key() string { return "n" + strconv.Itoa(int(n.ID)) }

// Key is how ballots name the card.
func (c Card) Key() string { return "n" + strconv.Itoa(int(c.ID)) }

// Key is how ballots name the cluster.
func (p Pile) Key() string { return "c" + strconv.Itoa(int(p.ID)) }

// Label is the title or, as long as nobody has given one, the first note.
func (p Pile) Label() string {
	if p.Title != "" || len(p.Notes) == 0 {
		return p.Title
	}
	return p.Notes[0].Text
}

// columnsOf are those of a whole wall that belong to a step.
func columnsOf(step Step, wall []Column) []Column {
	out := make([]Column, 0, len(step.Prompts()))
	for _, p := range step.Prompts() {
		out = append(out, wall[slices.IndexFunc(wall, func(c Column) bool { return c.Prompt == p })])
	}
	return out
}

// column is the wall under one prompt.
func (s State) column(p Prompt) Column { return s.columns(p)[0] }

// columns are the walls under the prompts, in one pass over all notes. Clusters stand in the order in which they were
// formed, or put, and notes in the order in which they were written, so that nothing moves that the group did not move.
func (s State) columns(prompts ...Prompt) []Column {
	// Every note that hangs here has a place: under a prompt, alone or parked, or in a cluster. The places are counted before
	// they are filled: the wall is drawn anew after every change of it.
	const nowhere = -1
	parked, piled := len(prompts), 2*len(prompts)
	hangs := make([][]Card, piled+s.Clusters.Len()+1)
	place := func(n *Note) int {
		switch i := slices.Index(prompts, n.Prompt); {
		case !n.onWall():
			return nowhere
		case n.Cluster != 0:
			return piled + int(n.Cluster)
		case i >= 0 && n.Parked:
			return parked + i
		default:
			return i
		}
	}
	count := make([]int, len(hangs))
	for n := range s.Notes.looks() {
		if at := place(n); at != nowhere {
			count[at]++
		}
	}
	weights := s.weights()
	for n := range s.Notes.looks() {
		at := place(n)
		if at == nowhere || at > piled && !slices.Contains(prompts, s.Clusters.look(int(n.Cluster)).Prompt) {
			continue
		}
		if hangs[at] == nil {
			hangs[at] = make([]Card, 0, count[at])
		}
		w := weights.of(n)
		hangs[at] = append(hangs[at], Card{n.ID, n.Prompt, n.Text, n.Cluster, n.Parked, w.dots, w.score, n.Standing})
	}
	out := make([]Column, len(prompts))
	for i, p := range prompts {
		out[i] = Column{Prompt: p, Lone: hangs[i], Parked: hangs[parked+i]}
	}
	for _, id := range s.order {
		c := s.Clusters.look(int(id))
		i := slices.Index(prompts, c.Prompt)
		if notes := hangs[piled+int(id)]; i >= 0 && len(notes) > 0 {
			p := Pile{ID: c.ID, Prompt: c.Prompt, Title: c.Title, Notes: notes}
			w := weights.of(p)
			p.Dots, p.Score = w.dots, w.score
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

// weights are those of ideas, by the keys that ballots name them by.
type weights map[string]weight

// of is the weight of one idea. As long as nothing was voted on there is no need to make its key.
func (w weights) of(idea interface{ Key() string }) weight {
	if len(w) == 0 {
		return weight{}
	}
	return w[idea.Key()]
}

// weights gathers what the latest votes of each step say. Keys of notes and clusters are unique in the workshop.
func (s State) weights() weights {
	out := make(weights)
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
