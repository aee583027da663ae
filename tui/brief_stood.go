package tui

import (
	"strings"

	"convene/tui/theme"
	"convene/workshop"
)

// stoodUnder says in a few rows what the last canvas of the community says under a prompt; nothing when there is none, or it says
// nothing there.
func stoodUnder(st stage, p workshop.Prompt, width, rows int) []string {
	from := st.view.From
	if from == nil {
		return nil
	}
	var said []string
	if p == workshop.PromptName && from.Name != "" {
		said = append(said, from.Name)
	}
	if s := from.Statements[p.Section()]; s != "" && opensSection(p) {
		said = append(said, s)
	}
	for _, e := range from.Entries[p] {
		said = append(said, e.Entry().Title)
	}
	if len(said) == 0 {
		return nil
	}
	lines := theme.Wrap(st.Say("Last time, %s: %s", st.Day(from.Date.Date()), strings.Join(said, " "+st.theme.Bullet+" ")), width)
	return styled(st.theme.Muted, clipped(st.theme, lines, rows, width))
}

// whoLed says who led the community before; nothing when there is no last canvas, or nobody did.
func whoLed(st stage, width int) []string {
	from := st.view.From
	if from == nil || from.Leader == "" {
		return nil
	}
	said := theme.Wrap(st.Say("Last time, %s, it was %s.", st.Day(from.Date.Date()), from.Leader), width)
	return styled(st.theme.Muted, clipped(st.theme, said, 1, width))
}

// opensSection says whether a prompt is the first that feeds its section.
func opensSection(p workshop.Prompt) bool {
	for _, q := range p.Step().Prompts() {
		if q.Section() == p.Section() {
			return q == p
		}
	}
	return false
}
