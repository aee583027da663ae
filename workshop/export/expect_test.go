package export

import (
	"fmt"
	"strings"
	"time"

	"convene/workshop"
	"convene/workshop/format"
	"convene/workshop/tongue"
)

// expected is the outline that the contract promises for a canvas.
func expected(c workshop.Canvas) []string {
	lines := []string{"h1: " + c.Title}
	about := []string{}
	if c.Topic != "" {
		about = append(about, c.Topic)
	}
	if !c.Date.IsZero() {
		about = append(about, c.Date.Format(time.DateOnly))
	}
	if len(c.People) == 1 {
		about = append(about, "1 person")
	} else {
		about = append(about, fmt.Sprintf("%d people", len(c.People)))
	}
	lines = append(lines, "paragraph: "+strings.Join(about, " · "))

	words := format.In("", c.Wording)
	for i, section := range workshop.Sections() {
		lines = append(lines, "h2: "+words.Heading(section))
		b := c.Sections[i]
		if b.Statement == "" && len(b.Entries) == 0 {
			lines = append(lines, "paragraph: "+emphasis(1, "Nothing here yet."))
		}
		if b.Statement != "" {
			lines = append(lines, "paragraph: "+b.Statement)
		}
		for _, e := range b.Entries {
			lines = append(lines, expectedBullets(e.Title, e.Notes)...)
		}
	}
	if c.Forces != nil {
		lines = append(lines, "h2: Force field")
		lines = append(lines, expectedForces(*c.Forces)...)
	}

	lines = append(lines, "h2: Leader")
	switch {
	case c.Leader != "":
		said := c.Leader + ", elected by " + string(c.LeaderHow)
		if c.LeaderTerms != "" {
			said += ", " + c.LeaderTerms
		}
		lines = append(lines, "paragraph: "+said)
	case c.NoLeader != "":
		lines = append(lines, "paragraph: No leader yet: "+c.NoLeader)
	default:
		lines = append(lines, "paragraph: "+emphasis(1, "Not elected yet."))
	}

	lines = append(lines, "h2: People")
	if len(c.People) == 0 {
		lines = append(lines, "paragraph: "+emphasis(1, "Nobody yet."))
	}
	for _, name := range c.People {
		lines = append(lines, "bullet: "+name)
	}
	lines = append(lines, expectedFacilitators("paragraph", c.Facilitators)...)
	if len(c.Actions) > 0 {
		lines = append(lines, "h2: First actions")
		for _, a := range c.Actions {
			if a.Owner == "" {
				a.Owner = "nobody yet"
			}
			if a.Due != "" {
				a.Owner += ", by " + a.Due.Date().Format("Mon 2 Jan 2006")
			}
			lines = append(lines, fmt.Sprintf("bullet: %s (%s)", a.What, a.Owner))
		}
	}
	if len(c.Settlements) > 0 {
		lines = append(lines, "h2: Agreement", "paragraph: Fist to five: 5 is \"I will help to lead it\", 0 is \"no\".")
		for _, a := range c.Agreements() {
			lines = append(lines, "bullet: "+words.Step(a.Step).Heading+": "+tongue.Tongue{}.Settled(a.Settlement))
			for _, x := range a.Concerns {
				lines = append(lines, fmt.Sprintf("sub-bullet: %d: %s", x.Level, x.Sentence))
			}
		}
	}
	return lines
}

// expectedFacilitators are said in the same way in every document.
func expectedFacilitators(line string, f []string) []string {
	switch len(f) {
	case 0:
		return nil
	case 1:
		return []string{line + ": Facilitated by " + f[0]}
	default:
		return []string{line + ": Facilitated by " + strings.Join(f[:len(f)-1], ", ") + " and " + f[len(f)-1]}
	}
}

func expectedBullets(title string, notes []string) []string {
	lines := []string{"bullet: " + title}
	for _, n := range notes {
		lines = append(lines, "sub-bullet: "+n)
	}
	return lines
}

func expectedForces(f workshop.ForceField) []string {
	row := func(cells ...string) string { return "row: " + strings.Join(cells, "\x1f") }
	weight := func(n int) string {
		if n == 0 {
			return "–"
		}
		return fmt.Sprint(n)
	}
	lines := []string{row("Supports", "Strength", "Slows down", "Strength")}
	for i := 0; i < len(f.Support) || i < len(f.SlowDown); i++ {
		cells := []string{"", "", "", ""}
		if i < len(f.Support) {
			cells[0], cells[1] = f.Support[i].Title, weight(f.Support[i].Strength)
		}
		if i < len(f.SlowDown) {
			cells[2], cells[3] = f.SlowDown[i].Title, weight(f.SlowDown[i].Strength)
		}
		lines = append(lines, row(cells...))
	}
	support, slowDown := f.Sums()
	sum := emphasis(2, "Sum")
	lines = append(lines, row(sum, emphasis(2, weight(support)), sum, emphasis(2, weight(slowDown))))

	first, others, weighed := f.FirstToWeaken()
	like := ""
	if others > 0 {
		like = fmt.Sprintf(" like %d more", others)
	}
	switch b := f.Balance(); {
	case support == 0 && slowDown == 0:
		lines = append(lines, "paragraph: "+emphasis(1, "The strengths have not been weighed yet."))
	case weighed && b > 0:
		lines = append(lines, fmt.Sprintf("paragraph: Balance: +%d. Most worth weakening, with strength %d%s: %s", b, first.Strength, like, first.Title))
	case weighed && b < 0:
		lines = append(lines, fmt.Sprintf("paragraph: Balance: −%d. Most worth weakening, with strength %d%s: %s", -b, first.Strength, like, first.Title))
	case weighed:
		lines = append(lines, fmt.Sprintf("paragraph: Balance: 0. Most worth weakening, with strength %d%s: %s", first.Strength, like, first.Title))
	default:
		lines = append(lines, fmt.Sprintf("paragraph: Balance: +%d.", b))
	}
	for _, side := range []struct {
		intro  string
		forces []workshop.Force
	}{
		{"The notes behind what supports:", f.Support},
		{"The notes behind what slows down:", f.SlowDown},
	} {
		intro := false
		for _, x := range side.forces {
			if len(x.Notes) == 0 {
				continue
			}
			if !intro {
				lines, intro = append(lines, "paragraph: "+side.intro), true
			}
			lines = append(lines, expectedBullets(x.Title, x.Notes)...)
		}
	}
	return lines
}
