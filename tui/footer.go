package tui

import (
	"slices"

	"charm.land/bubbles/v2/key"

	"convene/tui/theme"
)

// footerMost is how many keys the footer shows at most, the help among them: more is not read.
const footerMost = 6

// footer shows the keys that matter now, as many as fit, and always the help.
func (a *App) footer(st stage) string {
	t := a.theme
	between, tail, most := "   ", "", footerMost
	if len(a.dialogs) == 0 && !a.curtain() {
		help := a.keys.help
		if a.screen.typing() {
			help = a.keys.helpF1
		}
		tail, most = keyWords(t, help), most-1
		if st.narrow() {
			tail = t.Key.Render(help.Help().Key)
		}
	}
	if st.narrow() {
		between = "  "
	}
	line, shown := " ", 0
	for _, b := range a.footerKeys(st) {
		word := keyWords(t, b)
		if shown > 0 {
			word = between + word
		}
		if !b.Enabled() || theme.Width(line+word+tail)+3 > a.width {
			continue
		}
		line += word
		if shown++; shown == most {
			break
		}
	}
	return t.Spread(line, tail, a.width-1)
}

// footerKeys are the keys that work now, the most important first. Where hands are busy on the screen itself, its first
// keys come before the facilitator's, and the rest after them.
func (a *App) footerKeys(st stage) []key.Binding {
	if n := len(a.dialogs); n > 0 {
		return a.dialogs[n-1].bindings(st)
	}
	here := a.screen.bindings(st)
	if a.booth != nil && a.booth.part == private {
		return append(here, named(a.keys.back, "leave the booth"))
	}
	if !a.facilitates(st) || a.screen.typing() {
		return here
	}
	first := 0
	if busy, ok := a.screen.(interface{ first() bool }); ok && busy.first() {
		first = min(2, len(here))
	}
	return slices.Concat(here[:first], facilitatorBindings(st), here[first:])
}

func keyWords(t *theme.Theme, b key.Binding) string {
	return t.Key.Render(b.Help().Key) + " " + t.Muted.Render(b.Help().Desc)
}
