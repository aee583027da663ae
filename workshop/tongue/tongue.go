package tongue

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"convene/workshop"
)

// Tongue says things in one language. The zero value speaks English. It is comparable, and safe for concurrent use.
type Tongue struct {
	catalogue *catalogue // nil: English
	pseudo    bool
}

// In is the tongue of a language; English for one that is not built in.
func In(l workshop.Language) Tongue {
	if read, has := catalogues[l]; has {
		return Tongue{catalogue: read()}
	}
	return Tongue{pseudo: l == Pseudo}
}

// Say says a sentence, with the arguments in the places of its verbs, as fmt.Sprintf has them. A translation may take them
// in another order, with %[2]s. Without arguments a percent sign is only that.
func (t Tongue) Say(english string, args ...any) string {
	if said, ok := t.find(english, ""); ok {
		return filled(said, args)
	}
	if len(args) == 0 {
		return english
	}
	return fmt.Sprintf(english, args...)
}

// SayAs is Say for a word that means different things in different places. The meaning tells them apart: one word, which
// nobody reads but translators ("door", "vote").
func (t Tongue) SayAs(meaning, english string, args ...any) string {
	if said, ok := t.find(english, meaning); ok {
		return filled(said, args)
	}
	return filled(english, args)
}

// Marked says a text that was marked with Mark. What no catalogue has, because it has been said already, stays as it is.
func (t Tongue) Marked(english string) string {
	said, _ := t.find(english, "")
	return said
}

// Votes is a number of votes as it stands in a sentence: "two votes". It is in words as far as people can have that many.
func (t Tongue) Votes(n int) string { return t.Marked(votes[min(max(n, 0), workshop.MaxNameVotes)]) }

var votes = [workshop.MaxNameVotes + 1]string{
	Mark("no votes"), Mark("one vote"), Mark("two votes"), Mark("three votes"), Mark("four votes"), Mark("five votes"),
}

// Count says how many, in the form that goes with the number: "1 note", "3 notes". Both forms have the same verbs; without
// arguments the number is the only one.
func (t Tongue) Count(n int, one, many string, args ...any) string {
	if len(args) == 0 {
		args = []any{n}
	}
	english := many
	if n == 1 {
		english = one
	}
	if t.catalogue != nil {
		if said, ok := t.catalogue.counted(one, n); ok {
			return filled(said, args)
		}
	}
	if t.pseudo {
		english = disguised(english)
	}
	return filled(english, args)
}

// Error says what went wrong, as a sentence: a capital first, a full stop last. Of an error that wraps another, and that
// the catalogue doesn't have as it is, the first one that it has is said; one that is not there at all is said as it is,
// because a sentence in the wrong language helps more than none. An error with a number in it, which no catalogue can have,
// says itself: with a method In(Tongue) string.
func (t Tongue) Error(err error) string {
	if own := (interface{ In(t Tongue) string })(nil); errors.As(err, &own) {
		return sentence(own.In(t))
	}
	if t.catalogue != nil {
		if said, ok := t.first(err); ok {
			return sentence(said)
		}
	}
	return sentence(t.Marked(err.Error()))
}

// first is what the catalogue has for an error or else for the first that it has of those in it, in the order of errors.Is.
func (t Tongue) first(err error) (string, bool) {
	if err == nil {
		return "", false
	}
	if said, ok := t.find(err.Error(), ""); ok {
		return said, true
	}
	if several, ok := err.(interface{ Unwrap() []error }); ok {
		for _, e := range several.Unwrap() {
			if said, ok := t.first(e); ok {
				return said, true
			}
		}
		return "", false
	}
	return t.first(errors.Unwrap(err))
}

// find is what the catalogue has for a text; the text itself when it has nothing.
func (t Tongue) find(english, meaning string) (string, bool) {
	switch {
	case t.pseudo:
		return disguised(english), true
	case t.catalogue != nil:
		if said, ok := t.catalogue.said(english, meaning); ok {
			return said, true
		}
	}
	return english, false
}

// Name is what a person is called: their name or, for a facilitator of whom none is known, what they are here.
func (t Tongue) Name(name string) string {
	number, is := strings.CutPrefix(name, workshop.Unnamed)
	if !is || strings.Trim(number, " 0123456789") != "" {
		return name
	}
	return t.SayAs("person", "Facilitator") + number
}

// Mark marks a text that is said later, so that the catalogues are checked for it. It returns the text as it is.
func Mark(english string) string { return english }

func filled(said string, args []any) string {
	if len(args) == 0 {
		return said
	}
	return fmt.Sprintf(said, args...)
}

// sentence makes a text a sentence to be read.
func sentence(s string) string {
	s = strings.TrimSpace(s)
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return ""
	}
	s = string(unicode.ToUpper(r)) + s[n:]
	if strings.ContainsRune(".?!)", rune(s[len(s)-1])) {
		return s
	}
	return s + "."
}
