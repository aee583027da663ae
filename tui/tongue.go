package tui

import (
	"slices"

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

// called is a view in which somebody of whom no name is known is called what they are, in its language.
func called(v workshop.View) workshop.View {
	l := in(v)
	people := slices.Clone(v.People)
	for i := range people {
		people[i].Name = l.Name(people[i].Name)
	}
	if !slices.Equal(people, v.People) {
		own := *v.Shared // the others' is left as it is
		own.People = people
		v.Shared = &own
	}
	return v
}
