package tongue_test

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// verbs are what a format does with its arguments, in the order of their places: "1s 2d", and "2*" for a width that is the
// second. Flags and sizes are a language's own affair. It is stricter than fmt, which prints what it doesn't understand: a
// flag for a space is an error, because in "50 % de plus" somebody meant the sign.
func verbs(format string) (string, error) {
	f := reader{rest: format, place: 1}
	for {
		_, rest, found := strings.Cut(f.rest, "%")
		if !found {
			slices.Sort(f.used)
			return strings.Join(f.used, " "), nil
		}
		f.rest = rest
		if err := f.verb(); err != nil {
			return "", fmt.Errorf("%q: %w", format, err)
		}
	}
}

// reader is a format while it is read.
type reader struct {
	rest  string
	place int // of the next argument, from 1
	used  []string
}

// verb reads what stands after a percent sign: flags, index, width, precision, index, verb.
func (f *reader) verb() error {
	f.rest = strings.TrimLeft(f.rest, "+-#0")
	if strings.HasPrefix(f.rest, " ") {
		return errors.New("a space after a percent sign")
	}
	if err := f.size(); err != nil {
		return err
	}
	if after, dot := strings.CutPrefix(f.rest, "."); dot {
		f.rest = after
		if err := f.size(); err != nil {
			return err
		}
	}
	if err := f.index(); err != nil {
		return err
	}
	if f.rest == "" {
		return errors.New("no verb after a percent sign")
	}
	verb := f.rest[:1]
	f.rest = f.rest[1:]
	switch {
	case verb == "%":
		return nil
	case !strings.Contains("dsqvgfxc", verb):
		return fmt.Errorf("%q is no verb that anybody needs here", verb)
	}
	f.use(verb)
	return nil
}

// size reads a width or a precision: digits, a star that takes an argument, or nothing.
func (f *reader) size() error {
	if err := f.index(); err != nil {
		return err
	}
	if after, star := strings.CutPrefix(f.rest, "*"); star {
		f.rest = after
		f.use("*")
		return nil
	}
	f.rest = strings.TrimLeft(f.rest, "0123456789")
	return nil
}

// index reads the place of an argument, where it is said.
func (f *reader) index() error {
	after, open := strings.CutPrefix(f.rest, "[")
	if !open {
		return nil
	}
	digits, rest, closed := strings.Cut(after, "]")
	place, err := strconv.Atoi(digits)
	if !closed || err != nil || place < 1 {
		return errors.New("an index is a number from 1 in brackets")
	}
	f.place, f.rest = place, rest
	return nil
}

func (f *reader) use(verb string) {
	f.used = append(f.used, fmt.Sprintf("%d%s", f.place, verb))
	f.place++
}

func TestVerbsAreReadAsFmtReadsThem(t *testing.T) {
	for format, want := range map[string]string{
		"":                            "",
		"nothing":                     "",
		"100%% of it":                 "",
		"%%d":                         "",
		"%d of %d":                    "1d 2d",
		"%s has %d%%":                 "1s 2d",
		"%[2]s: %[1]d":                "1d 2s",
		"%[2]s, %d":                   "2s 3d", // it goes on behind the index
		"%04[1]d-%02[2]d":             "1d 2d",
		"%04[4]d":                     "4d",
		"%[3]04d":                     "3d",
		"%+.1f":                       "1f",
		"%-20s|":                      "1s",
		"%*d":                         "1* 2d",
		"%[3]*.[2]*[1]f":              "1f 2* 3*",
		"%.*s":                        "1* 2s",
		"%#q":                         "1q",
		"%s %s":                       "1s 2s",
		"%[1]s %[1]s":                 "1s 1s",
		"%1[2]s is the name of %[1]q": "1q 2s",
	} {
		if got, err := verbs(format); err != nil || got != want {
			t.Errorf("%q: %q, %v, want %q", format, got, err, want)
		}
	}
	for _, format := range []string{"100 % de plus", "% d", "%+ d", "100 %", "%", "%[x]d", "%[1d", "%[0]s", "%é", "%!", "%[1]"} {
		if got, err := verbs(format); err == nil {
			t.Errorf("%q is read as %q", format, got)
		}
	}
}

// Every translated form says what its original says, and no more.
func TestAFormWithOtherVerbsIsFound(t *testing.T) {
	one := message{english: "%d line of %s", many: "%d lines of %s"}
	for name, c := range map[string]struct {
		message
		forms []string
		right bool
	}{
		"as it is":             {one, []string{"%d ligne de %s", "%d lignes de %s"}, true},
		"in another order":     {one, []string{"%[2]s : %[1]d ligne", "%[2]s : %[1]d lignes"}, true},
		"one is wrong":         {one, []string{"encore %s %s ligne", "%d lignes de %s"}, false},
		"many is wrong":        {one, []string{"%d ligne de %s", "%d lignes"}, false},
		"one without a number": {one, []string{"une ligne de %[2]s", "%d lignes de %s"}, false},
		"both may leave it out": {
			message{english: "a line of %[2]s", many: one.many}, []string{"la ligne de %[2]s", "%d lignes de %s"}, true,
		},
		"only English does": {
			message{english: "a line of %[2]s", many: one.many}, []string{"%d ligne de %s", "%d lignes de %s"}, true,
		},
		"a place too many":     {message{english: "%d-%d"}, []string{"%d-%04[4]d"}, false},
		"a sign for a verb":    {message{english: "%d percent done"}, []string{"%d % d'avance"}, false},
		"a sign in a sentence": {message{english: "half of %s"}, []string{"50 % de %s"}, false},
	} {
		if got := wrongVerbs(c.message, c.forms); (got == "") != c.right {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// wrongVerbs says which form doesn't have the verbs of its original; empty when all have. The form of one may leave out what
// the original one does.
func wrongVerbs(m message, forms []string) string {
	originals := []string{m.english}
	if m.many != "" {
		originals = append(originals, m.many)
	}
	want := make([]string, len(originals))
	for i, o := range originals {
		var err error
		if want[i], err = verbs(o); err != nil {
			return err.Error()
		}
	}
	for i, form := range forms {
		own := min(i, len(want)-1)
		got, err := verbs(form)
		if err != nil {
			return err.Error()
		}
		if got != want[own] && (own > 0 || got != want[len(want)-1]) {
			return fmt.Sprintf("%q has the verbs %q, want %q", form, got, want[own])
		}
	}
	return ""
}

// A plural is part of what is said: the catalogue has one entry for an English text, with a plural or without.
func TestAKeyWithTwoPluralsIsFound(t *testing.T) {
	note := message{english: "%d note", many: "%d notes"}
	for name, c := range map[string]struct {
		second message
		right  bool
	}{
		"the same again":    {note, true},
		"another plural":    {message{english: note.english, many: "%d cards"}, false},
		"no plural":         {message{english: note.english}, false},
		"a meaning besides": {message{english: note.english, meaning: "paper"}, true},
	} {
		if got := torn([]message{note, c.second}); (len(got) == 0) != c.right {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// torn are the messages whose English and meaning were said before with another plural, or with one and now without.
func torn(said []message) []message {
	plurals := map[[2]string]string{}
	var out []message
	for _, m := range said {
		key := [2]string{m.english, m.meaning}
		if had, again := plurals[key]; again && had != m.many {
			out = append(out, m)
		}
		plurals[key] = m.many
	}
	return out
}
