package format

import (
	"fmt"
	"math"
	"strings"
	"unicode"

	"convene/workshop"
	"convene/workshop/text"
)

// value reads one value of a table with a function that says what is wrong with it, or nothing.
func (r *reading) value(t table, key string, read func(value any) string) {
	raw, has := t[key]
	if !has {
		return
	}
	says := ""
	// The error is that of the function, which has none.
	_ = r.meta.PrimitiveDecode(raw, looked(func(v any) error { says = read(v); return nil }))
	if says != "" {
		r.wrong(r.line(raw), "%s", says)
	}
}

// table is a table within another, which stands under a title of its own in the file; nil when there is none.
func (r *reading) table(t table, key, title string) table {
	var out table
	r.value(t, key, func(v any) string {
		if _, is := v.(map[string]any); !is {
			return fmt.Sprintf("%q is no value but a table, with the title [%s] and its own lines below", key, title)
		}
		// It is a table with keys of TOML, which is all that could be wrong.
		_ = r.meta.PrimitiveDecode(t[key], &out)
		return ""
	})
	return out
}

// text is one line for people; empty when the table doesn't have it.
func (r *reading) text(t table, key string, cells int) string {
	return r.shown(t, key, cells, func(line string) string { return line })
}

// rule is the rule of a step.
func (r *reading) rule(t table, step workshop.Step) string {
	return r.shown(t, "rule", workshop.MaxRule, func(line string) string { return workshop.FilledLongest(step, line) })
}

// shown is one line for people that has so many cells as it is shown.
func (r *reading) shown(t table, key string, cells int, as func(line string) string) string {
	var said string
	r.value(t, key, func(v any) string {
		typed, is := v.(string)
		line := text.Line(typed)
		shown := as(line)
		switch over := text.Cells(shown) - cells; {
		case !is:
			return fmt.Sprintf("%q is a text; put it between quotes", key)
		case strings.ContainsFunc(typed, isControl):
			return fmt.Sprintf("%q has a character in it that can't be shown; type it anew", key)
		case line == "":
			return fmt.Sprintf("%q is empty; without this line the built-in text stays", key)
		case strings.ContainsAny(shown, "{}"):
			return fmt.Sprintf("%q has braces; there is only %s, in the rule of the step of the name", key, workshop.VotesPlace)
		case over > 0 && shown != line:
			return fmt.Sprintf("%q has %d cells when %s is %d, %d too many: %d fit on the screens",
				key, cells+over, workshop.VotesPlace, workshop.MaxVotesWords, over, cells)
		case over > 0:
			return fmt.Sprintf("%q has %d cells, %d too many: %d fit on the screens", key, cells+over, over, cells)
		}
		// It is not cleaned yet: the built-in texts keep their spaces that don't break, and a copy is the same.
		said = strings.TrimSpace(typed)
		return ""
	})
	return said
}

// isControl says whether a character does something instead of being shown. The ends of lines are spaces in one line.
func isControl(c rune) bool { return unicode.IsControl(c) && !strings.ContainsRune("\n\r\t", c) }

// language is what the file is in; empty when it doesn't say.
func (r *reading) language(t table) workshop.Language {
	var l workshop.Language
	r.value(t, "lang", func(v any) string {
		s, _ := v.(string)
		for _, known := range workshop.Languages() {
			if s == string(known) {
				l = known
				return ""
			}
		}
		return `"lang" is ` + knownLanguages()
	})
	return l
}

// knownLanguages are the languages that are built in: "en" or "fr".
func knownLanguages() string {
	var all []string
	for _, l := range workshop.Languages() {
		all = append(all, fmt.Sprintf("%q", string(l)))
	}
	return strings.Join(all, " or ")
}

// votes is how many everyone has for the name; zero when the file doesn't say.
func (r *reading) votes(t table) int {
	n := 0
	r.value(t, "votes", func(v any) string {
		i, is := v.(int64)
		if !is || i < 1 || i > workshop.MaxNameVotes {
			return fmt.Sprintf(`"votes" is a whole number from 1 to %d`, workshop.MaxNameVotes)
		}
		n = int(i)
		return ""
	})
	return n
}

// solo is a step's time for writing alone; zero when the table doesn't have it.
func (r *reading) solo(t table, step workshop.Step) workshop.Span {
	most := workshop.MaxSolo(step)
	if most == 0 {
		return 0 // which field that is has been told
	}
	var solo workshop.Span
	r.value(t, "solo", func(v any) string {
		minutes := math.NaN()
		switch n := v.(type) {
		case int64:
			minutes = float64(n)
		case float64:
			minutes = n
		}
		halves := 2 * minutes
		if !(minutes >= inMinutes(workshop.MinSolo) && minutes <= inMinutes(most)) || halves != math.Trunc(halves) {
			return fmt.Sprintf(`"solo" is a number of minutes from %g to %g, in halves like 2.5`, inMinutes(workshop.MinSolo), inMinutes(most))
		}
		solo = workshop.Span(halves) * workshop.MinSolo / 2
		return ""
	})
	return solo
}

func inMinutes(s workshop.Span) float64 { return float64(s) / float64(workshop.Minutes(1)) }
