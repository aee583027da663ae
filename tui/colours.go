package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
	"convene/workshop"
)

// shade is how an answer to a card looks: a shape and a letter beside the colour, so that it reads without one, and a word.
type shade struct {
	colour              workshop.Colour
	shape, letter, word string
	style               theme.Style
}

// shades are the four answers, from green to none. The letter is the key that gives the answer, too.
func shades(st stage) []shade {
	t := st.theme
	return []shade{
		{workshop.Green, t.High, st.SayAs("colour", "g"), st.SayAs("colour", "green"), t.Good},
		{workshop.Yellow, t.Even, st.SayAs("colour", "y"), st.SayAs("colour", "yellow"), t.Warn},
		{workshop.Red, t.Low, st.SayAs("colour", "r"), st.SayAs("colour", "red"), t.Bad},
		{workshop.Abstain, t.Rule, st.SayAs("colour", "a"), st.Say("abstain"), t.Muted},
	}
}

// shadeOf is how one of them looks; zero for no answer.
func shadeOf(st stage, c workshop.Colour) shade {
	for _, s := range shades(st) {
		if s.colour == c {
			return s
		}
	}
	return shade{}
}

// sign is the shape with the letter, three cells wide; so many empty ones for no answer.
func (s shade) sign() string {
	if s.colour == "" {
		return "   "
	}
	return s.style.Bold(true).Render(s.shape + " " + strings.ToUpper(s.letter))
}

// shadeKeys is the key that gives an answer.
func shadeKeys(st stage) key.Binding {
	var letters []string
	for _, s := range shades(st) {
		letters = append(letters, s.letter)
	}
	return bind("answer", strings.Join(letters, " "), letters...)
}

// answerFor is the answer that a key gives; empty for any other key.
func answerFor(st stage, m tea.KeyPressMsg) workshop.Colour {
	for _, s := range shades(st) {
		if strings.EqualFold(m.Text, s.letter) {
			return s.colour
		}
	}
	return ""
}
