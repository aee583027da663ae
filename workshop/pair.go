package workshop

import (
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

// pairsOf finds, among the revealed notes of a step, those that say nearly the same. A revealed note never changes its
// words, so that this is done once for each reveal. Only notes with a word in common are ever compared.
func (s State) pairsOf(step Step) []Pair {
	if !step.Clusters() {
		return nil // what is the same there is put together by itself
	}
	var out []Pair
	for _, p := range step.Prompts() {
		out = append(out, s.pairsUnder(p)...)
	}
	return out
}

// pairsUnder counts, for each note, the words that it shares with each note before it, by an index of who has which word.
func (s State) pairsUnder(p Prompt) []Pair {
	var out []Pair
	var notes []NoteID
	var gists []text.Gist
	having := make(map[string][]int) // which of the notes so far have a word
	for n := range s.Notes.All() {
		if n.Prompt != p || !n.onWall() {
			continue
		}
		g := text.GistOf(n.Text)
		shared := make(map[int]int)
		for _, w := range g {
			for _, i := range having[w] {
				shared[i]++
			}
			having[w] = append(having[w], len(notes))
		}
		var twins []Pair
		for i, both := range shared {
			if alike := g.Sharing(both, gists[i]); alike >= alikeFrom {
				twins = append(twins, Pair{[2]NoteID{notes[i], n.ID}, alike})
			}
		}
		slices.SortFunc(twins, closest)
		out = append(out, twins[:min(len(twins), maxTwins)]...)
		notes, gists = append(notes, n.ID), append(gists, g)
	}
	return out
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
	slices.SortFunc(out, closest)
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
