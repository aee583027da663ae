package export

import (
	"strconv"
	"strings"

	"convene/workshop"
)

// unweighed stands where a force has no strength.
const unweighed = "–"

// forceField is what stands under its heading: the table, what it comes to, and the notes behind clustered forces.
func (l speech) forceField(f workshop.ForceField) []string {
	verdict := l.verdict(f, inLine.write)
	if !isWeighed(f) {
		verdict = italic(verdict)
	}
	blocks := []string{l.forceTable(f), verdict}
	blocks = append(blocks, behind(l.Say("The notes behind what supports:"), f.Support)...)
	return append(blocks, behind(l.Say("The notes behind what slows down:"), f.SlowDown)...)
}

// forceTable sets both sides beside each other, each from the first force down; the last row has the sums.
func (l speech) forceTable(f workshop.ForceField) string {
	rows := []string{
		row(l.Say("Supports"), l.Say("Strength"), l.Say("Slows down"), l.Say("Strength")),
		"| --- | ---: | --- | ---: |",
	}
	for i := range max(len(f.Support), len(f.SlowDown)) {
		rows = append(rows, row(append(arrow(f.Support, i), arrow(f.SlowDown, i)...)...))
	}
	support, slowDown := f.Sums()
	rows = append(rows, row(bold(l.Say("Sum")), bold(strength(support)), bold(l.Say("Sum")), bold(strength(slowDown))))
	return strings.Join(rows, "\n")
}

// arrow is the cells of one side's force, empty when that side has fewer.
func arrow(side []workshop.Force, i int) []string {
	if i >= len(side) {
		return []string{"", ""}
	}
	return []string{escape(side[i].Title, inCell), strength(side[i].Strength)}
}

func row(cells ...string) string { return "| " + strings.Join(cells, " | ") + " |" }

func strength(n int) string {
	if n == 0 {
		return unweighed
	}
	return strconv.Itoa(n)
}

func bold(said string) string { return "**" + said + "**" }

// behind lists the clustered forces of one side with their notes, so that none of them is lost.
func behind(intro string, side []workshop.Force) []string {
	var bullets []string
	for _, x := range side {
		if len(x.Notes) > 0 {
			bullets = append(bullets, bullet(x.Title, x.Notes))
		}
	}
	if len(bullets) == 0 {
		return nil
	}
	return []string{intro, strings.Join(bullets, "\n")}
}
