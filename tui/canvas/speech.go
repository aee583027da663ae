package canvas

import (
	"convene/tui/theme"
	"convene/workshop"
	"convene/workshop/format"
	"convene/workshop/tongue"
)

// speech is how a canvas speaks: in the language of its workshop, with the words of its format.
type speech struct {
	tongue.Tongue
	words format.Words
	label int // how wide the words at the left of the foot are, in cells, with the gap behind them
}

func speechOf(c workshop.Canvas) speech {
	l := speech{Tongue: tongue.In(c.Lang), words: format.In(c.Lang, c.Wording)}
	for _, name := range [...]string{
		l.Say("LEADER"), l.Say("PEOPLE"), l.Say("FACILITATION"), l.Say("FIRST ACTIONS"), l.Say("AGREEMENT"), l.Say("FORCE FIELD"),
		l.Say("FIRST WEAKEN"),
	} {
		l.label = max(l.label, theme.Width(name)+2)
	}
	return l
}
