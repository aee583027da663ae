package proof

import (
	"fmt"
	"strings"
	"unicode"

	"convene/workshop"
)

// Value reads one value of a table with a function that says what is wrong with it, or nothing. It is not called when the table
// doesn't have the value.
func (r *Reading) Value(t Table, key string, read func(value any) string) {
	raw, has := t[key]
	if !has {
		return
	}
	says := ""
	// The error is that of the function, which has none.
	_ = r.meta.PrimitiveDecode(raw, looked(func(v any) error { says = read(v); return nil }))
	if says != "" {
		r.Wrong(r.line(raw), "%s", says)
	}
}

// Table is a table within another, which stands under a title of its own in the file; nil when there is none.
func (r *Reading) Table(t Table, key, title string) Table {
	var out Table
	r.Value(t, key, func(v any) string {
		if _, is := v.(map[string]any); !is {
			return fmt.Sprintf("%q is no value but a table, with the title [%s] and its own lines below", key, title)
		}
		// It is a table with keys of TOML, which is all that could be wrong.
		_ = r.meta.PrimitiveDecode(t[key], &out)
		return ""
	})
	return out
}

// Text reads a text with a function that says what is wrong with it, or nothing. The text is as it was typed.
func (r *Reading) Text(t Table, key string, read func(typed string) string) {
	r.Value(t, key, func(v any) string {
		typed, is := v.(string)
		switch {
		case !is:
			return fmt.Sprintf("%q is a text; put it between quotes", key)
		case strings.ContainsFunc(typed, isControl):
			return fmt.Sprintf("%q has a character in it that can't be shown; type it anew", key)
		}
		return read(typed)
	})
}

// isControl says whether a character does something instead of being shown. The ends of lines are spaces in one line.
func isControl(c rune) bool { return unicode.IsControl(c) && !strings.ContainsRune("\n\r\t", c) }

// Language is what the file is in, by its line "lang"; empty when it doesn't say.
func (r *Reading) Language(t Table) workshop.Language {
	var l workshop.Language
	r.Value(t, "lang", func(v any) string {
		s, _ := v.(string)
		for _, known := range workshop.Languages() {
			if s == string(known) {
				l = known
				return ""
			}
		}
		return `"lang" is ` + Languages()
	})
	return l
}

// Languages are those that are built in, as they are said: "en" or "fr".
func Languages() string {
	var all []string
	for _, l := range workshop.Languages() {
		all = append(all, fmt.Sprintf("%q", string(l)))
	}
	return strings.Join(all, " or ")
}
