package canvas

import (
	"fmt"
	"strings"

	"convene/tui/theme"
	"convene/workshop"
)

// label is the width of the words at the left of the foot, in cells.
const label = 15

// foot is what stands under the boxes: the force field, the leader, the people.
func foot(t *theme.Theme, c workshop.Canvas, width int) []string {
	lines := []string{""}
	if c.Forces != nil {
		lines = append(lines, forces(t, *c.Forces, width)...)
	}
	lines = append(lines, line(t, "LEADER", leader(c), width)...)
	people := "nobody yet"
	if len(c.People) > 0 {
		people = strings.Join(c.People, ", ")
	}
	lines = append(lines, line(t, "PEOPLE", people, width)...)
	if len(c.Facilitators) > 0 {
		lines = append(lines, line(t, "FACILITATION", strings.Join(c.Facilitators, ", "), width)...)
	}
	lines = append(lines, actions(t, c, width)...)
	return append(lines, agreements(t, c, width)...)
}

// actions are what will be done first, with whoever sees to it.
func actions(t *theme.Theme, c workshop.Canvas, width int) []string {
	var items []string
	for _, a := range c.Actions {
		owner := a.Owner
		if owner == "" {
			owner = "nobody yet"
		}
		items = append(items, fmt.Sprintf("%s (%s)", a.What, owner))
	}
	return list(t, "FIRST ACTIONS", items, width)
}

// agreements are how far the group stood behind each step, with the concerns that were heard; whose, stays in the room.
func agreements(t *theme.Theme, c workshop.Canvas, width int) []string {
	var items []string
	for _, a := range c.Agreements() {
		items = append(items, a.Step.Heading()+": "+a.Summary())
		for _, x := range a.Concerns {
			items = append(items, fmt.Sprintf("concern (%d): %s", x.Level, x.Sentence))
		}
	}
	return list(t, "AGREEMENT", items, width)
}

// list is a label with one thing under the other beside it, or all of them under it where there is no room; nothing for
// nothing.
func list(t *theme.Theme, name string, items []string, width int) []string {
	if len(items) == 0 {
		return nil
	}
	var lines []string
	if width < 3*label {
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
		lines = append(lines, hanging(t.Title.Render(t.Pad(name, label)), it, width, t.Text.Render)...)
	}
	return lines
}

// line is a label with what stands beside it, or under it where there is no room.
func line(t *theme.Theme, name, words string, width int) []string {
	if width < 3*label {
		return append(append([]string{t.Title.Render(t.Cut(name, width))}, theme.Wrap(words, width)...), "")
	}
	return hanging(t.Title.Render(t.Pad(name, label)), words, width, t.Text.Render)
}

// forces says what the force field comes to.
func forces(t *theme.Theme, f workshop.ForceField, width int) []string {
	support, slowDown := f.Sums()
	if support+slowDown == 0 {
		return line(t, "FORCE FIELD", fmt.Sprintf("%s, %s; not weighed yet",
			many(len(f.Support), "supports", "support"), many(len(f.SlowDown), "slows down", "slow down")), width)
	}
	words := fmt.Sprintf("supports %d, slows down %d, balance %+d", support, slowDown, f.Balance())
	lines := line(t, "FORCE FIELD", words, width)
	if first, others, ok := f.FirstToWeaken(); ok {
		strength := fmt.Sprint(first.Strength)
		if others > 0 {
			strength += fmt.Sprintf(", like %d more", others)
		}
		lines = append(lines, line(t, "FIRST WEAKEN", fmt.Sprintf("%s (%s)", first.Title, strength), width)...)
	}
	return lines
}

func many(n int, one, more string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, more)
}

// leader says who leads, or why nobody does yet.
func leader(c workshop.Canvas) string {
	switch {
	case c.Leader != "" && c.LeaderTerms != "":
		return c.Leader + how(c.LeaderHow) + ", " + c.LeaderTerms
	case c.Leader != "":
		return c.Leader + how(c.LeaderHow)
	case c.NoLeader != "":
		return "No leader yet: " + c.NoLeader
	default:
		return "no leader yet"
	}
}

// how says in which way the leader was chosen.
func how(h workshop.How) string {
	switch h {
	case workshop.ByVote:
		return ", elected by vote"
	case workshop.ByRunoff:
		return ", elected by a runoff"
	case workshop.ByLot:
		return ", by lot after two ties"
	case workshop.ByConsent:
		return ", by consent"
	default:
		return ""
	}
}
