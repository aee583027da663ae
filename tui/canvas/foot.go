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
	default:
		return ""
	}
}
