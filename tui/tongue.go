package tui

import (
	"convene/workshop"
	"convene/workshop/tongue"
)

// in is the tongue of whoever sees a view: that of their workshop, or of the lobby and the door outside of all. What is said
// with arguments is said where it is made; what is only chosen, like a key's help, a dialog's question or a toast, is said
// when it is drawn, and may be kept in English until then.
func in(v workshop.View) tongue.Tongue { return tongue.In(v.Lang) }

// nowhere is what can be seen outside of all workshops.
func nowhere(l workshop.Language) workshop.View {
	return workshop.View{Shared: &workshop.Shared{Lang: l}}
}
