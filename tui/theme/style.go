package theme

import (
	"strings"

	"charm.land/lipgloss/v2"
)

// Style is how a text looks: colours and weight, never a layout. It writes what Lip Gloss would write, which it asks once: a screen
// renders hundreds of texts, and everybody's at every change. The zero Style leaves texts as they are.
type Style struct {
	look   *lipgloss.Style // nil for none
	weight weight
	writes [2]pair // by the weight
}

type weight int

const (
	light weight = iota
	bold
)

func weightOf(isBold bool) weight {
	if isBold {
		return bold
	}
	return light
}

// pair is what Lip Gloss puts before a text, and behind it.
type pair struct{ open, close string }

func newStyle(look lipgloss.Style) Style {
	s := Style{look: &look, weight: weightOf(look.GetBold())}
	for w := range s.writes {
		const text = "x"
		open, after, _ := strings.Cut(look.Bold(weight(w) == bold).Render(text), text)
		s.writes[w] = pair{open, after}
	}
	return s
}

// Render is the texts in this style, with a space between them. Nothing looks like nothing.
func (s Style) Render(texts ...string) string {
	text := ""
	if len(texts) == 1 {
		text = texts[0]
	} else {
		text = strings.Join(texts, " ")
	}
	if s.look != nil && strings.ContainsAny(text, "\n\t\r") { // which Lip Gloss writes in its own way
		return s.look.Bold(s.weight == bold).Render(text)
	}
	p := s.writes[s.weight]
	if text == "" || p.open == "" {
		return text
	}
	return p.open + text + p.close
}

// Bold is the style in bold letters, or in light ones.
func (s Style) Bold(on bool) Style {
	s.weight = weightOf(on)
	return s
}

// Reverse is the style with its colours exchanged.
func (s Style) Reverse(on bool) Style {
	if s.look == nil {
		return newStyle(lipgloss.NewStyle().Reverse(on))
	}
	return newStyle(s.look.Bold(s.weight == bold).Reverse(on))
}
