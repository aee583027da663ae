package export

import (
	"html/template"
	"strings"
)

// sentence is one on its way onto a page. It is said once, as a whole, so that every language can put the words where it
// needs them; what is markup, or was typed by people, goes into holes that are filled when the rest has been escaped.
//
//	var s sentence
//	said := l.Say("No leader yet: %s", s.typed(reason))
//	s.markup(said)
type sentence struct {
	pieces []template.HTML
}

// firstHole is what stands in a sentence for its first piece, and the characters after it for the others. They are private:
// no catalogue has them, and none of what was typed is in a sentence before its holes are filled.
const firstHole = '\ue000'

// piece keeps markup for the sentence, and returns the hole for it.
func (s *sentence) piece(markup template.HTML) string {
	s.pieces = append(s.pieces, markup)
	return string(rune(firstHole + len(s.pieces) - 1))
}

// typed keeps what people typed, which has the direction of its own first letter and does not turn its neighbours around.
func (s *sentence) typed(text string) string {
	return s.piece("<bdi>" + escaped(text) + "</bdi>")
}

// markup is the sentence with its holes filled.
func (s *sentence) markup(said string) template.HTML {
	var pairs []string
	for i, markup := range s.pieces {
		pairs = append(pairs, string(rune(firstHole+i)), string(markup))
	}
	return template.HTML(strings.NewReplacer(pairs...).Replace(string(escaped(said))))
}

func escaped(s string) template.HTML { return template.HTML(template.HTMLEscapeString(s)) }
