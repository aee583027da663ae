package canvas

import (
	"strings"

	"convene/tui/theme"
	"convene/workshop"
)

// foot is what stands under the boxes: the force field, the leader, the people.
func (l speech) foot(t *theme.Theme, c workshop.Canvas, width int) []string {
	lines := []string{""}
	if c.Forces != nil {
		lines = append(lines, l.forces(t, *c.Forces, width)...)
	}
	lines = append(lines, l.line(t, l.Say("LEADER"), l.leader(c), width)...)
	people := l.Say("nobody yet")
	if len(c.People) > 0 {
		people = strings.Join(c.People, ", ")
	}
	lines = append(lines, l.line(t, l.Say("PEOPLE"), people, width)...)
	if len(c.Facilitators) > 0 {
		lines = append(lines, l.line(t, l.Say("FACILITATION"), strings.Join(c.Facilitators, ", "), width)...)
	}
	lines = append(lines, l.actions(t, c, width)...)
	return append(lines, l.agreements(t, c, width)...)
}

// actions are what will be done first, with whoever sees to it.
func (l speech) actions(t *theme.Theme, c workshop.Canvas, width int) []string {
	var items []string
	for _, a := range c.Actions {
		items = append(items, l.Planned(a))
	}
	return l.list(t, l.Say("FIRST ACTIONS"), items, width)
}

// agreements are how far the group stood behind each step, with the concerns that were heard; whose, stays in the room.
func (l speech) agreements(t *theme.Theme, c workshop.Canvas, width int) []string {
	var items []string
	for _, a := range c.Agreements() {
		items = append(items, l.Say("%s: %s", l.words.Step(a.Step).Heading, l.Settled(a.Settlement)))
		for _, x := range a.Concerns {
			items = append(items, l.Say("concern (%d): %s", x.Level, x.Sentence))
		}
	}
	return l.list(t, l.Say("AGREEMENT"), items, width)
}

// list is a label with one thing under the other beside it, or all of them under it where there is no room; nothing for
// nothing.
func (l speech) list(t *theme.Theme, name string, items []string, width int) []string {
	if len(items) == 0 {
		return nil
	}
	var lines []string
	if width < 3*l.label {
		lines = append(lines, t.Title.Render(t.Cut(name, width)))
		for _, it := range items {
			lines = append(lines, hanging(t.Accent.Render(t.Bullet)+" ", it, width, t.Text.Render)...)
		}
		return append(lines, "")
	}
	for i, it := range items {
		if i > 0 {
			name = ""
		}
		lines = append(lines, hanging(t.Title.Render(t.Pad(name, l.label)), it, width, t.Text.Render)...)
	}
	return lines
}

// line is a label with what stands beside it, or under it where there is no room.
func (l speech) line(t *theme.Theme, name, words string, width int) []string {
	if width < 3*l.label {
		return append(append([]string{t.Title.Render(t.Cut(name, width))}, theme.Wrap(words, width)...), "")
	}
	return hanging(t.Title.Render(t.Pad(name, l.label)), words, width, t.Text.Render)
}

// forces says what the force field comes to.
func (l speech) forces(t *theme.Theme, f workshop.ForceField, width int) []string {
	support, slowDown := f.Sums()
	if support+slowDown == 0 {
		return l.line(t, l.Say("FORCE FIELD"), l.Say("%s, %s; not weighed yet",
			l.Count(len(f.Support), "%d supports", "%d support"), l.Count(len(f.SlowDown), "%d slows down", "%d slow down")), width)
	}
	words := l.Say("supports %d, slows down %d, balance %+d", support, slowDown, f.Balance())
	lines := l.line(t, l.Say("FORCE FIELD"), words, width)
	if first, others, ok := f.FirstToWeaken(); ok {
		words = l.Say("%s (%d)", first.Title, first.Strength)
		if others > 0 {
			words = l.Count(others, "%s (%d, like %d more)", "%s (%d, like %d more)", first.Title, first.Strength, others)
		}
		lines = append(lines, l.line(t, l.Say("FIRST WEAKEN"), words, width)...)
	}
	return lines
}

// leader says who leads, how they came to it and on what terms, or why nobody does yet.
func (l speech) leader(c workshop.Canvas) string {
	switch {
	case c.Leader != "" && c.LeaderTerms != "":
		return l.elected(c) + ", " + c.LeaderTerms
	case c.Leader != "":
		return l.elected(c)
	case c.NoLeader != "":
		return l.Say("No leader yet: %s", c.NoLeader)
	default:
		return l.Say("no leader yet")
	}
}

// elected says who the leader is, and how the group came to them where that is known.
func (l speech) elected(c workshop.Canvas) string {
	switch c.LeaderHow {
	case workshop.ByVote:
		return l.Say("%s, elected by vote", c.Leader)
	case workshop.ByRunoff:
		return l.Say("%s, elected by a runoff", c.Leader)
	case workshop.ByLot:
		return l.Say("%s, by lot after two ties", c.Leader)
	case workshop.ByConsent:
		return l.Say("%s, by consent", c.Leader)
	default:
		return c.Leader
	}
}
