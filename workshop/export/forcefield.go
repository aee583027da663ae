package export

import (
	"fmt"
	"strconv"
	"strings"

	"convene/workshop"
)

// unweighed stands where a force has no strength.
const unweighed = "–"

// forceField is what stands under its heading: the table, what it comes to, and the notes behind clustered forces.
func forceField(f workshop.ForceField) []string {
	blocks := []string{forceTable(f), verdict(f)}
	blocks = append(blocks, behind("The notes behind what supports:", f.Support)...)
	return append(blocks, behind("The notes behind what slows down:", f.SlowDown)...)
}

// forceTable sets both sides beside each other, each from the first force down; the last row has the sums.
func forceTable(f workshop.ForceField) string {
	rows := []string{
		"| Supports | Strength | Slows down | Strength |",
		"| --- | ---: | --- | ---: |",
	}
	for i := range max(len(f.Support), len(f.SlowDown)) {
		rows = append(rows, row(append(arrow(f.Support, i), arrow(f.SlowDown, i)...)...))
	}
	support, slowDown := f.Sums()
	rows = append(rows, row("**Sum**", bold(support), "**Sum**", bold(slowDown)))
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

func bold(n int) string { return "**" + strength(n) + "**" }

// verdict says how the sides compare, and where to begin.
func verdict(f workshop.ForceField) string {
	support, slowDown := f.Sums()
	if support+slowDown == 0 {
		return "*The strengths have not been weighed yet.*"
	}
	sign := ""
	if f.Balance() > 0 {
		sign = "+"
	}
	balance := fmt.Sprintf("Balance: %s%d.", sign, f.Balance())
	if first, others, ok := f.FirstToWeaken(); ok {
		like := ""
		if others > 0 {
			like = fmt.Sprintf(" like %d more", others)
		}
		balance += fmt.Sprintf(" Most worth weakening, with strength %d%s: %s", first.Strength, like, escape(first.Title, inLine))
	}
	return balance
}

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
