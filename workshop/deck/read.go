package deck

import (
	"slices"

	"convene/workshop"
	"convene/workshop/proof"
)

// MaxBytes is how long a file may be: enough for the longest cards in any script.
const MaxBytes = 64 << 10

// Read reads cards from a file. The error, if there is one, is [proof.Mistakes], in which the file has no name yet.
func Read(file []byte) ([]workshop.HealthCard, error) { return read("", file, Standard) }

// With puts cards into others: one takes the place of that with the same id, and the rest comes after all.
func With(cards, own []workshop.HealthCard) []workshop.HealthCard {
	out := slices.Clone(cards)
	for _, c := range own {
		if at := slices.IndexFunc(out, func(o workshop.HealthCard) bool { return o.ID == c.ID }); at >= 0 {
			out[at] = c
		} else {
			out = append(out, c)
		}
	}
	return out
}

// reading is a file of cards while it is read.
type reading struct {
	*proof.Reading
	lang  workshop.Language                               // empty when the file doesn't say
	usual func(l workshop.Language) []workshop.HealthCard // which a card with the same id may leave something out of
	lines map[workshop.CardID]int                         // of the cards that have an id
}

func read(name string, file []byte, usual func(workshop.Language) []workshop.HealthCard) ([]workshop.HealthCard, error) {
	whole, top := proof.Read(proof.Kind{
		Called: "a deck of cards", MaxBytes: MaxBytes, Deepest: "a line below [[cards]]", Begin: "begin with a line [[cards]]",
	}, name, file)
	r := reading{whole, whole.Language(top), usual, map[workshop.CardID]int{}}
	r.Known(top, "lang", "cards")
	var cards []card
	r.Each(top, "cards", workshop.MaxCards, func(one *proof.Reading, t proof.Table, line int) {
		cards = append(cards, cardOf(one, t, line))
	})
	r.identify(cards)
	var out []workshop.HealthCard
	for _, c := range cards {
		out = append(out, r.completed(c))
	}
	err := r.Mistakes()
	if err == nil && len(out) == 0 {
		r.Wrong(0, "this file has no cards; each begins with a line [[cards]]")
		err = r.Mistakes()
	}
	if err != nil {
		return nil, err
	}
	return out, nil
}

// identify sees to it that every card has an id of its own. Those that were written come first, wherever they stand.
func (r reading) identify(cards []card) {
	for _, c := range cards {
		if c.ID == "" {
			continue
		}
		if line, has := r.lines[c.ID]; has {
			r.Wrong(c.line, "the card in line %d has the id %q too; each needs one of its own", line, c.ID)
		} else {
			r.lines[c.ID] = c.line
		}
	}
	for i := range cards {
		c := &cards[i]
		if c.writes("id") || c.About == "" {
			continue // what is wrong with it has been told, or will be
		}
		c.ID = workshop.CardID(words(c.About, maxID))
		line, has := r.lines[c.ID]
		switch {
		case c.ID == "":
			r.Wrong(c.line, `nothing in "about" makes an id; write one, such as id = "onboarding"`)
		case has:
			r.Wrong(c.line, `"about" makes the id %q, which the card in line %d has; write an id of its own`, c.ID, line)
		default:
			r.lines[c.ID] = c.line
		}
	}
}

// completed is a card with what it leaves out of the usual one with the same id.
func (r reading) completed(c card) workshop.HealthCard {
	var had workshop.HealthCard
	for _, u := range r.usual(r.lang) {
		if u.ID == c.ID {
			had = u
		}
	}
	for _, part := range []struct {
		key  string
		says *string
		had  string
		what string
	}{
		{"about", &c.About, had.About, "say in a few words what the card is about"},
		{"green", &c.Green, had.Green, "say how it is when all is well"},
		{"red", &c.Red, had.Red, "say how it is when it needs attention"},
	} {
		switch {
		case c.writes(part.key):
		case had.ID == "":
			r.Wrong(c.line, "%q is missing; %s", part.key, part.what)
		case r.lang == "":
			r.Wrong(c.line, "%q is missing; write it, or put lang = %s at the top to keep that of the standard card",
				part.key, proof.Languages())
		default:
			*part.says = part.had
		}
	}
	if c.Green != "" && c.Green == c.Red {
		r.Wrong(c.line, `"green" and "red" say the same; say of each what is different then`)
	}
	return c.HealthCard
}
