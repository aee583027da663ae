package tui

import (
	"charm.land/bubbles/v2/key"

	"convene/tui/theme"
)

// footer shows the keys that matter now, as many as fit, and always the help.
func (a *App) footer(st stage) string {
	t := a.theme
	var keys []key.Binding
	if n := len(a.dialogs); n > 0 {
		keys = a.dialogs[n-1].bindings(st)
	} else {
		keys = a.screen.bindings(st)
		if a.facilitates(st) {
			keys = append(facilitatorBindings(st), keys...)
			if b, ok := a.screen.(interface{ first() bool }); ok && b.first() {
				keys = append(a.screen.bindings(st), facilitatorBindings(st)...)
			}
		}
	}
	tail := ""
	if len(a.dialogs) == 0 && !a.screen.typing() {
		tail = keyWords(t, a.keys.help)
	}
	line := ""
	shown := 0
	for _, b := range keys {
		word := keyWords(t, b)
		if !b.Enabled() || theme.Width(line)+theme.Width(word)+theme.Width(tail)+4 > a.width {
			continue
		}
		if shown++; shown > 6 {
			break
		}
		line += " " + word + "  "
	}
	return t.Spread(line, tail, a.width-1)
}

func keyWords(t *theme.Theme, b key.Binding) string {
	return t.Key.Render(b.Help().Key) + " " + t.Muted.Render(b.Help().Desc)
}
