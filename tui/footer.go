package tui

import (
	"slices"

	"charm.land/bubbles/v2/key"

	"convene/tui/theme"
)

// footerMost is how many keys the footer shows at most, the help among them: more is not read.
const footerMost = 6

// footer shows the keys that matter now, as many as fit, and always the help. Whoever facilitates always sees the key that
// goes on: its place is kept, and where there is little room it has fewer words there.
func (a *App) footer(st stage) string {
	t := a.theme
	between, tail, most := "   ", "", footerMost
	if len(a.dialogs) == 0 && !a.curtain() || a.frontPage() != nil {
		help := a.keys.help
		if a.screen.typing() {
			help = a.keys.helpF1
		}
		tail, most = keyWords(st, help), most-1
		if st.narrow() {
			tail = t.Key.Render(keyName(st.Tongue, help))
		}
	}
	if st.narrow() {
		between = "  "
	}
	keys := a.footerKeys(st)
	if back := a.keys.back; a.rehearsalReturns() && tail != "" && a.booth == nil && !leadsTo(keys, back) {
		tail, most = keyWords(st, named(back, "lobby"))+between+tail, most-1
	}
	leads := a.onward(st, keys)
	kept := "" // what has its place behind whatever is put on the line before it
	if leads >= 0 {
		kept = between + keyWords(st, named(keys[leads], onwardWord(st)))
	}
	line, shown := " ", 0
	for i, b := range keys {
		if i == leads {
			kept = ""
		}
		room := most - shown
		if kept != "" {
			room--
		}
		for _, word := range a.footerWords(st, b, i == leads) {
			if shown > 0 {
				word = between + word
			}
			if room > 0 && b.Enabled() && theme.Width(line+word+kept+tail)+3 <= a.width {
				line += word
				shown++
				break
			}
		}
	}
	return t.Spread(line, tail, a.width-1)
}

// leadsTo says whether a key is among those that do something now.
func leadsTo(keys []key.Binding, k key.Binding) bool {
	return slices.ContainsFunc(keys, func(b key.Binding) bool { return b.Enabled() && slices.Equal(b.Keys(), k.Keys()) })
}

// footerWords are a key and what it does, in more words and in fewer.
func (a *App) footerWords(st stage, b key.Binding, leads bool) []string {
	words := []string{keyWords(st, b)}
	if leads {
		words = append(words, keyWords(st, named(b, onwardWord(st))))
	}
	return words
}

// onwardWord is where n leads, in a word.
func onwardWord(st stage) string {
	if _, more := st.view.Agenda.Next(st.view.At); !more {
		return st.SayAs("footer", "finish")
	}
	return st.SayAs("footer", "next")
}

// onward is which of the keys leads the group on; less than zero when none does. While a vote is open, closing it does.
func (a *App) onward(st stage, keys []key.Binding) int {
	if len(a.dialogs) > 0 || !a.facilitates(st) || a.screen.typing() || st.view.Vote.ID != 0 {
		return -1
	}
	return slices.IndexFunc(keys, func(b key.Binding) bool { return slices.Equal(b.Keys(), a.keys.advance.Keys()) })
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
	if busy, ok := a.screen.(interface{ first(stage) int }); ok {
		first = min(busy.first(st), len(here))
	}
	return slices.Concat(here[:first], facilitatorBindings(st), here[first:])
}

func keyWords(st stage, b key.Binding) string {
	return st.theme.Key.Render(keyName(st.Tongue, b)) + " " + st.theme.Muted.Render(st.Marked(b.Help().Desc))
}
