package workshop

import (
	"cmp"
	"maps"
	"slices"

	"convene/workshop/text"
)

const (
	// alikeFrom is from which share of common words two notes say nearly the same (see text.Alike): four words of five.
	alikeFrom = 0.8
	// maxTwins is with how many notes before it a note is paired at most, those that are most alike: fifty notes that say
	// "yes" are no 1,225 questions.
	maxTwins = 3
)

// Pair is two notes under one prompt that say nearly the same. The one with the lower number comes first.
type Pair struct {
	Notes [2]NoteID
	Alike float64 // as text.Alike measures it
}

// pairsOf finds, among the revealed notes of a step, those that say nearly the same, the most alike first. A revealed note
// never changes its words, so that this is done once for each reveal.
func (s State) pairsOf(step Step) []Pair {
	if !step.Clusters() {
		return nil // what is the same there is put together by itself
	}
	var out []Pair
	for _, p := range step.Prompts() {
		out = append(out, s.pairsUnder(p)...)
	}
	slices.SortFunc(out, closest)
	return out
}

// pairsUnder compares each note with those before it that have a rare word in common with it.
func (s State) pairsUnder(p Prompt) []Pair {
	var notes []*Note
	often := make(map[uint64]int) // in how many of the notes a word is
	for n := range s.Notes.looks() {
		if n.Prompt != p || !n.onWall() {
			continue
		}
		notes = append(notes, n)
		for _, w := range n.gist {
			often[w]++
		}
	}
	var out []Pair
	having := make(map[uint64][]int)    // which of the notes so far have a word among their rarest
	compared := make([]int, len(notes)) // with which note each was compared last
	for i, n := range notes {
		var t twins
		for _, w := range rarest(n.gist, often) {
			for _, j := range having[w] {
				if compared[j] != i {
					compared[j] = i
					t = t.with(notes[j], n)
				}
			}
			having[w] = append(having[w], i)
		}
		out = append(out, t...)
	}
	return out
}

// rarest are so many of the words of a note, those that are in the fewest notes, that another one with none of them among its
// own rarest can't be alike: of two notes that share four words of five, each shares two thirds of its own at least.
func rarest(g text.Gist, often map[uint64]int) text.Gist {
	g = slices.Clone(g)
	slices.SortFunc(g, func(a, b uint64) int { return cmp.Or(often[a]-often[b], cmp.Compare(a, b)) })
	return g[:min(len(g), len(g)/3+1)]
}

// twins are the pairs of one note with others before it, those that are most alike.
type twins []Pair

// with compares the note with one more.
func (t twins) with(before, n *Note) twins {
	alike := n.gist.Alike(before.gist)
	stood := n.Standing > 0 && before.Standing > 0 // they are two ideas on the last canvas already, or one
	if alike < alikeFrom || stood {
		return t
	}
	t = append(t, Pair{[2]NoteID{before.ID, n.ID}, alike})
	slices.SortFunc(t, closest)
	return t[:min(len(t), maxTwins)]
}

// closest orders pairs by how alike they are, and those that are so equally by their numbers.
func closest(a, b Pair) int {
	switch {
	case a.Alike > b.Alike:
		return -1
	case a.Alike < b.Alike:
		return 1
	case a.Notes[1] != b.Notes[1]:
		return int(a.Notes[1] - b.Notes[1])
	default:
		return int(a.Notes[0] - b.Notes[0])
	}
}

// openPairs are the pairs of the present step that a group could still be asked about, the most alike first: both notes
// are on the wall, they are not together yet, and nobody has said that they are two ideas.
func (s State) openPairs() []Pair {
	var out []Pair
	for _, p := range s.pairs[s.At.Step] {
		if s.apart[p.Notes] {
			continue
		}
		a, b := s.Notes.at(int(p.Notes[0])), s.Notes.at(int(p.Notes[1]))
		if !a.Parked && !b.Parked && (a.Cluster == 0 || a.Cluster != b.Cluster) {
			out = append(out, p)
		}
	}
	return out
}

func (c KeepApart) decide(s State, _ Envelope) ([]Event, error) {
	notes := [2]NoteID{min(c.Notes[0], c.Notes[1]), max(c.Notes[0], c.Notes[1])}
	if _, err := s.movable(notes[:]); err != nil {
		return nil, err
	}
	asked := slices.ContainsFunc(s.pairs[s.At.Step], func(p Pair) bool { return p.Notes == notes })
	if !asked || s.apart[notes] {
		return nil, ErrAlreadyThere
	}
	return []Event{NotesKeptApart{Notes: notes}}, nil
}

func (v NotesKeptApart) evolve(s State, _ Record) State {
	s.apart = maps.Clone(s.apart)
	if s.apart == nil {
		s.apart = make(map[[2]NoteID]bool)
	}
	s.apart[v.Notes] = true
	return s
}

// withPairs returns the state with the pairs of a step found anew.
func (s State) withPairs(step Step) State {
	s.pairs = maps.Clone(s.pairs)
	if s.pairs == nil {
		s.pairs = make(map[Step][]Pair)
	}
	s.pairs[step] = s.pairsOf(step)
	return s
}

// withPairsOf returns the state with the pairs of one note more, the last of all.
func (s State) withPairsOf(n Note) State {
	step := n.Prompt.Step()
	if !step.Clusters() {
		return s
	}
	var t twins
	for before := range s.Notes.looks() {
		if before.Prompt == n.Prompt && before.onWall() && before.ID != n.ID {
			t = t.with(before, &n)
		}
	}
	if len(t) == 0 {
		return s
	}
	s.pairs = maps.Clone(s.pairs)
	if s.pairs == nil {
		s.pairs = make(map[Step][]Pair)
	}
	s.pairs[step] = slices.Concat(s.pairs[step], t)
	slices.SortFunc(s.pairs[step], closest)
	return s
}
