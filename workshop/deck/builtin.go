package deck

import (
	"embed"
	"slices"
	"sync"

	"convene/workshop"
)

//go:embed *.toml
var files embed.FS

// Page is the file of a language's standard cards, with its comments; the English one for a language that is not built in.
func Page(l workshop.Language) []byte {
	page, err := files.ReadFile(string(l) + ".toml")
	if err != nil {
		return Page(workshop.English)
	}
	return page
}

// Standard are the standard cards in a language, in their order; the English ones for a language that is not built in.
func Standard(l workshop.Language) []workshop.HealthCard {
	if has, ok := decks[l]; ok {
		return slices.Clone(has())
	}
	return Standard(workshop.English)
}

// decks are the standard cards of all languages, each read once, when they are needed first. That their files can be read is
// checked by the tests.
var decks = func() map[workshop.Language]func() []workshop.HealthCard {
	all := map[workshop.Language]func() []workshop.HealthCard{}
	for _, l := range workshop.Languages() {
		all[l] = sync.OnceValue(func() []workshop.HealthCard { return builtin(l) })
	}
	return all
}()

func builtin(l workshop.Language) []workshop.HealthCard {
	cards, err := read(string(l)+".toml", Page(l), none)
	if err != nil {
		panic("deck: " + err.Error())
	}
	return cards
}

// none are the cards that the built-in ones could leave something out of.
func none(workshop.Language) []workshop.HealthCard { return nil }
