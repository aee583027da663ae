package workshop

import (
	"maps"
	"slices"

	"convene/workshop/text"
)

// Hung is an entry of the last canvas as it hangs on the wall: notes with numbers of their own, one after the other.
type Hung struct {
	Prompt  Prompt    `json:"prompt"`
	Entry   int       `json:"entry"` // its place under the prompt on the last canvas, from 1
	First   NoteID    `json:"first"` // the number of its first note
	Notes   []string  `json:"notes"`
	Cluster ClusterID `json:"cluster,omitempty"` // zero for a note that stands alone
	Title   string    `json:"title,omitempty"`
}

// hang puts what stands of a step on the wall, behind the notes that have just been shown, so that the group does with it
// whatever it does with a note. It does so once: what the group has made of it since is not to be hung beside it again.
func (s State) hang(step Step) []Event {
	statements, entries := s.From.of(step)
	if len(statements)+len(entries) == 0 || slices.Contains(s.Hung, step) {
		return nil
	}
	v := StandingHung{Step: step}
	note, cluster := NoteID(s.Notes.Len()), ClusterID(s.Clusters.Len())
	for _, p := range step.Prompts() {
		for i, e := range entries[p] {
			h := Hung{Prompt: p, Entry: i + 1, First: note + 1, Notes: e.Notes, Title: e.Title}
			note += NoteID(len(e.Notes))
			if e.Clustered() {
				cluster++
				h.Cluster = cluster
			}
			v.Entries = append(v.Entries, h)
		}
	}
	if len(statements) > 0 {
		v.Statements = statements
	}
	return []Event{v}
}

func (v StandingHung) evolve(s State, _ Record) State {
	s.Hung = append(slices.Clone(s.Hung), v.Step)
	s.order = slices.Clone(s.order)
	for _, h := range v.Entries {
		for i, said := range h.Notes {
			s.Notes = s.Notes.add(Note{
				ID: h.First + NoteID(i), Prompt: h.Prompt, Text: said, Revealed: true, Cluster: h.Cluster, Standing: h.Entry,
				gist: text.GistOf(said),
			})
		}
		if h.Cluster != 0 {
			s.Clusters = s.Clusters.add(Cluster{ID: h.Cluster, Prompt: h.Prompt, Title: h.Title})
			s.order = append(s.order, h.Cluster)
		}
	}
	if len(v.Statements) > 0 {
		all := maps.Clone(v.Statements)
		maps.Copy(all, s.Statements)
		s.Statements = all
	}
	return s.withPairs(v.Step)
}

// fits says whether what was hung of the last canvas, read from outside, bears the numbers that came next, and is of the step
// and of that canvas.
func (v StandingHung) fits(s State) bool {
	note, cluster := NoteID(s.Notes.Len()), ClusterID(s.Clusters.Len())
	for _, h := range slices.Backward(v.Entries) {
		note -= NoteID(len(h.Notes))
		if h.Cluster != 0 {
			if h.Cluster != cluster {
				return false
			}
			cluster--
		}
		_, entries := s.From.of(v.Step)
		if h.First != note+1 || len(h.Notes) == 0 || h.Entry < 1 || h.Entry > len(entries[h.Prompt]) {
			return false
		}
	}
	for section := range v.Statements {
		if section.Step() != v.Step {
			return false
		}
	}
	return v.Step.Clusters() || v.Step == StepName
}

// toHang counts the clusters that are still to be hung. Room is kept for them.
func (s State) toHang() int {
	if s.From == nil {
		return 0
	}
	n := 0
	for p, entries := range s.From.Entries {
		if slices.Contains(s.Hung, p.Step()) {
			continue
		}
		for _, e := range entries {
			if e.Clustered() {
				n++
			}
		}
	}
	return n
}
