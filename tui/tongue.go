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
	type key struct{ of *workshop.Shared }
	s := v.Shared // or the whole view would be put on the heap for the work that is hardly ever done
	v.Shared = v.Once(key{s}, func() any { return sharedAs(s, tongue.In(s.Lang)) }).(*workshop.Shared)
	return v
}

// sharedAs is what all may see, with such names. The room's own is left as it is.
func sharedAs(s *workshop.Shared, l tongue.Tongue) *workshop.Shared {
	nameless := func(p workshop.Presence) bool { return l.Name(p.Name) != p.Name }
	if !slices.ContainsFunc(s.People, nameless) {
		return s
	}
	own := *s
	own.People = slices.Clone(s.People)
	for i := range own.People {
		own.People[i].Name = l.Name(own.People[i].Name)
	}
	return &own
}
