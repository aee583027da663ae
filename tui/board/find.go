package board

import (
	"convene/workshop"
	"convene/workshop/text"
)

// Search is what is looked for on a wall: words, each of which stands somewhere in what is found. It remembers how texts
// read without case and accents, so that each is folded once, however often the wall is drawn and whatever is typed
// meanwhile. Nil looks for nothing, and so does a search without words: then everything is shown. It is for one goroutine.
type Search struct {
	typed string              // as it was typed
	words string              // folded
	texts map[string]string   // folded, by what they are
	lines map[string][][2]int // where the words stand in what was drawn
}

// NewSearch looks for words.
func NewSearch(typed string) *Search {
	s := &Search{texts: make(map[string]string)}
	s.Type(typed)
	return s
}

// Type changes what is looked for.
func (s *Search) Type(typed string) {
	s.typed, s.words, s.lines = typed, text.Fold(typed), make(map[string][][2]int)
}

// narrows says whether there is anything to look for.
func (s *Search) narrows() bool { return s != nil && s.typed != "" }

// has says whether a text is found.
func (s *Search) has(words string) bool {
	folded, known := s.texts[words]
	if !known {
		folded = text.Fold(words)
		s.texts[words] = folded
	}
	return text.FindsFolded(s.words, folded)
}

// in says where in a line the words stand.
func (s *Search) in(line string) [][2]int {
	places, known := s.lines[line]
	if !known {
		places = text.Found(s.typed, line)
		s.lines[line] = places
	}
	return places
}

// titled says whether a cluster is found by its title. One without a title says nothing.
func (s *Search) titled(p workshop.Pile) bool { return p.Title != "" && s.has(p.Title) }

// Found counts the notes that are left while something is looked for, parked ones included.
func (w Wall) Found() int {
	n := 0
	for _, col := range w.Columns {
		some := w.found(col)
		notes, _ := size(some)
		n += notes + len(some.Parked)
	}
	return n
}

// Says says whether what is looked for stands at a place itself: in a note, or in the title over it.
func (w Wall) Says(r Ref) bool {
	if !w.Find.narrows() {
		return true
	}
	p, in := w.Pile(w.In(r))
	return in && w.Find.titled(p) || r.Note != 0 && w.Find.has(w.Text(r))
}

// found is what is left of a column while something is looked for: the notes that have all its words, and the clusters
// that such notes are in; a cluster whose title has them keeps all its notes.
func (w Wall) found(col workshop.Column) workshop.Column {
	if !w.Find.narrows() {
		return col
	}
	out := workshop.Column{Prompt: col.Prompt, Lone: w.having(col.Lone), Parked: w.having(col.Parked)}
	for _, p := range col.Clusters {
		if !w.Find.titled(p) {
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
		if w.Find.has(c.Text) {
			out = append(out, c)
		}
	}
	return out
}
