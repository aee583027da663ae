package tui

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
	"convene/workshop"
)

// gatherScreen is where people arrive: what they come for, who is here, and the two hours as one bar.
type gatherScreen struct{}

func (s *gatherScreen) typing() bool                 { return false }
func (s *gatherScreen) update(stage, tea.Msg) action { return nil }
func (s *gatherScreen) bindings(stage) []key.Binding { return nil }

func (s *gatherScreen) draw(st stage) []string {
	t, v := st.theme, st.view
	lines := []string{
		"",
		t.Muted.Render("Founding a community of practice for"),
		t.Accent.Render(t.Cut(headline(strings.ToUpper(v.Topic), st.width), st.width)),
		"",
	}
	here := participants(v)
	switch {
	case len(here) == 0:
		lines = append(lines, t.Text.Render("Nobody is here yet. Press ")+t.Key.Render("a")+t.Text.Render(" to give the first person a seat."))
	default:
		lines = append(lines, t.Strong.Render(people(len(here), "is here", "are here")))
	}
	lines = append(lines, "")
	lines = append(lines, nameColumns(st, here, max(1, st.height-len(lines)-5))...)
	for len(lines) < st.height-4 {
		lines = append(lines, "")
	}
	lines = append(lines, t.Muted.Render(fmt.Sprintf("%d minutes, from welcome to canvas", v.Agenda.Total().Minutes())))
	return append(lines, agendaBar(st, st.width)...)
}

// headline writes a title with a space between the letters when there is room: it reads from further away.
func headline(s string, width int) string {
	if wide := theme.Spaced(s); theme.Width(wide) <= width {
		return wide
	}
	return s
}

// nameColumns lists people in as many columns as fit, each with a tick.
func nameColumns(st stage, here []workshop.Presence, rows int) []string {
	t := st.theme
	const cell = 24
	columns := max(1, st.width/cell)
	var lines []string
	for i := 0; i < len(here); i += columns {
		if len(lines) == rows-1 && len(here)-i > columns {
			return append(lines, t.Muted.Render(fmt.Sprintf("and %d more", len(here)-i)))
		}
		line := ""
		for _, p := range here[i:min(len(here), i+columns)] {
			line += t.Pad(t.Good.Render(t.Done)+" "+t.Text.Render(t.Cut(p.Name, cell-4)), cell)
		}
		lines = append(lines, line)
	}
	return lines
}
