package format

import (
	"fmt"
	"math"
	"strings"

	"convene/workshop"
	"convene/workshop/proof"
	"convene/workshop/text"
)

// text is one line for people; empty when the table doesn't have it.
func (r reading) text(t proof.Table, key string, cells int) string {
	return r.shown(t, key, cells, func(line string) string { return line })
}

// rule is the rule of a step.
func (r reading) rule(t proof.Table, step workshop.Step) string {
	return r.shown(t, "rule", workshop.MaxRule, func(line string) string { return workshop.FilledLongest(step, line) })
}

// shown is one line for people that has so many cells as it is shown.
func (r reading) shown(t proof.Table, key string, cells int, as func(line string) string) string {
	var said string
	r.Text(t, key, func(typed string) string {
		line := text.Line(typed)
		shown := as(line)
		switch over := text.Cells(shown) - cells; {
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

// votes is how many everyone has for the name; zero when the file doesn't say.
func (r reading) votes(t proof.Table) int {
	n := 0
	r.Value(t, "votes", func(v any) string {
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
func (r reading) solo(t proof.Table, step workshop.Step) workshop.Span {
	most := workshop.MaxSolo(step)
	if most == 0 {
		return 0 // which field that is has been told
	}
	var solo workshop.Span
	r.Value(t, "solo", func(v any) string {
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
