// Package theme is how things look: one set of styles and glyphs for one session.
//
// For what is read from the back row there are large digits and a typeface of half blocks; see [Theme.Fitted] and
// [Theme.Lettered].
//
// Styles belong to a session, because its colours depend on its terminal: ask [New] for them, never keep them in a
// package variable. Every colour has one meaning, and no meaning is carried by a colour alone: a symbol or a word
// stands beside it, so that NO_COLOR, a projector and a colour-blind reader lose nothing.
package theme

import (
	"image/color"
	"sync"

	"charm.land/lipgloss/v2"
)

// Theme is the styles and glyphs of one session.
type Theme struct {
	Glyphs

	Text   Style // what is to be read
	Strong Style // what is to be read first
	Muted  Style // what may be read
	Faint  Style // lines and frames
	Accent Style // here: the present step, the selection, the key to press
	Good   Style // done, agreed, supports
	Bad    Style // refused, against, slows down
	Warn   Style // time that runs out, a tie, something to look at
	Title  Style // the title of a cluster or a section
	Select Style // the selected line
	Carry  Style // what is being carried
	Key    Style // a key in the footer

	dark bool // the background
}

// New is the theme for a dark or a light background, with the plain ASCII glyphs when the terminal has no others. Nobody changes a
// theme, so that all terminals of a kind share it: two of them draw the same when their themes are the same.
func New(dark, onlyASCII bool) *Theme {
	switch {
	case dark && onlyASCII:
		return darkASCII()
	case dark:
		return darkSymbols()
	case onlyASCII:
		return lightASCII()
	default:
		return lightSymbols()
	}
}

// The four themes there are, each made when it is asked for first.
var (
	darkSymbols  = sync.OnceValue(func() *Theme { return newTheme(true, false) })
	lightSymbols = sync.OnceValue(func() *Theme { return newTheme(false, false) })
	darkASCII    = sync.OnceValue(func() *Theme { return newTheme(true, true) })
	lightASCII   = sync.OnceValue(func() *Theme { return newTheme(false, true) })
)

func newTheme(dark, onlyASCII bool) *Theme {
	pick := func(light, darkColour string) color.Color {
		return lipgloss.LightDark(dark)(lipgloss.Color(light), lipgloss.Color(darkColour))
	}
	var (
		muted  = pick("#5F6673", "#9AA2B1")
		faint  = pick("#C3C8D0", "#4A5160")
		accent = pick("#0B62A8", "#79B8FF")
		good   = pick("#1A7F37", "#8BD49C")
		bad    = pick("#B3261E", "#FF9B93")
		warn   = pick("#8A5A00", "#F2C879")
		band   = pick("#DCE9F7", "#26384D")
		held   = pick("#FFF0C2", "#4A3E1E")
	)
	s := lipgloss.NewStyle()
	t := &Theme{
		dark:   dark,
		Glyphs: symbols,
		Text:   newStyle(s),
		Strong: newStyle(s.Bold(true)),
		Muted:  newStyle(s.Foreground(muted)),
		Faint:  newStyle(s.Foreground(faint)),
		Accent: newStyle(s.Foreground(accent).Bold(true)),
		Good:   newStyle(s.Foreground(good)),
		Bad:    newStyle(s.Foreground(bad)),
		Warn:   newStyle(s.Foreground(warn)),
		Title:  newStyle(s.Foreground(accent).Bold(true)),
		Select: newStyle(s.Background(band).Bold(true)),
		Carry:  newStyle(s.Background(held).Bold(true)),
		Key:    newStyle(s.Foreground(accent)),
	}
	if onlyASCII {
		t.Glyphs = ascii
	}
	return t
}
