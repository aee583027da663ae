package tui

import (
	"fmt"
	"strings"

	"convene/tui/theme"
	"convene/workshop"
)

// leastDiagram is how many lines the diagram needs to say more than a list that is scrolled.
const leastDiagram = 9

// forceList is the force field where there is no room for its diagram: one side under the other, nothing cut. It takes
// as many lines as it needs, and begins with what it comes to.
func forceList(st stage, f *workshop.ForceField) []string {
	t, v := st.theme, st.view
	if f == nil {
		return styled(t.Muted, theme.Wrap(st.Say("No forces yet. They stand here as soon as there are some."), st.width))
	}
	support, slow := f.Sums()
	var lines []string
	if support+slow == 0 {
		lines = styled(t.Muted, theme.Wrap(st.Say("Nothing is weighed yet."), st.width))
	} else {
		lines = styled(t.Strong, theme.Wrap(balanceWords(st.Tongue, *f), st.width))
	}
	if worst, _, ok := f.FirstToWeaken(); ok {
		lines = append(lines, styled(t.Warn, theme.Wrap(weakenWords(st.Tongue, worst.Title, 0), st.width))...)
	}
	for _, a := range v.Canvas.Actions {
		lines = append(lines, styled(t.Good, theme.Wrap(t.Done+" "+st.Say("First action: %s", st.Planned(a)), st.width))...)
	}
	lines = append(lines, "", sideMark(t, false)+" "+sideWords(st, false)+t.Muted.Render(fmt.Sprintf(" %d", support)))
	lines = append(append(lines, forceRows(st, f.Support, false)...), "")
	lines = append(lines, sideMark(t, true)+" "+sideWords(st, true)+t.Muted.Render(fmt.Sprintf(" %d", slow)))
	return append(lines, forceRows(st, f.SlowDown, true)...)
}

// forceRows are the forces of a side, the strongest first: a bar, the strength, and the title behind them.
func forceRows(st stage, forces []workshop.Force, slows bool) []string {
	t := st.theme
	if len(forces) == 0 {
		return []string{t.Muted.Render(st.Say("nothing yet"))}
	}
	style := t.Good
	if slows {
		style = t.Bad
	}
	var lines []string
	for _, f := range strongest(forces) {
		number := "-"
		if f.Strength > 0 {
			number = fmt.Sprint(f.Strength)
		}
		title := f.Title
		if f.Disagreed() {
			title = st.Say("%s (%d-%d: talk about it)", title, f.Low, f.High)
		}
		lead := style.Render(strings.Repeat(t.Fill, f.Strength)) + t.Faint.Render(strings.Repeat(t.Empty, workshop.MaxForce-f.Strength)) +
			" " + t.Strong.Render(number) + " "
		for i, l := range theme.Wrap(title, max(1, st.width-theme.Width(lead))) {
			if i > 0 {
				lead = strings.Repeat(" ", theme.Width(lead))
			}
			lines = append(lines, lead+t.Text.Render(l))
		}
	}
	return lines
}
