package export

import (
	"math"
	"strings"

	"convene/workshop"
)

// stack is what stands one below the other under the boxes, in one of three columns or across two.
type stack struct {
	Panels []string
	Double bool
}

// panel is one of the things under the boxes, by its name in the template, with how high it is in so many columns.
type panel struct {
	name    string
	columns [2]float64 // in one, in two
}

// The panels.
const (
	forcesPanel    = "forces"
	leaderPanel    = "leader"
	peoplePanel    = "people"
	actionsPanel   = "actions"
	agreementPanel = "agreement"
)

// panels are those that the canvas has, in the order in which they are read, measured in text of a size and with lists
// in so many columns.
func (l speech) panels(c workshop.Canvas, size float64, lists int) []panel {
	one := (sheetWidth/size - 2*gutter) / 3
	measure := func(name string, needs func(width float64) float64) panel {
		frame := boxFrame + headingHigh
		return panel{name, [2]float64{frame + needs(one), frame + needs(2*one+gutter)}}
	}
	var out []panel
	if c.Forces != nil {
		out = append(out, measure(forcesPanel, func(width float64) float64 { return l.fieldNeeds(*c.Forces, width, width > one, lists) }))
	}
	out = append(out,
		measure(leaderPanel, func(width float64) float64 {
			if c.Leader != "" {
				return 1.6*lineHigh*linesOf(c.Leader, width/1.6/boldness) + lineHigh*linesOf(l.chosen(c.LeaderHow, c.LeaderTerms, plain), width)
			}
			return lineHigh * linesOf(l.Say("No leader yet: %s", c.NoLeader), width)
		}),
		measure(peoplePanel, func(width float64) float64 {
			return noteSize * lineHigh * linesOf(strings.Join(c.People, " · "), width/noteSize)
		}))
	if len(c.Actions) > 0 {
		out = append(out, measure(actionsPanel, func(width float64) float64 {
			high := 0.0
			for _, a := range c.Actions {
				high += lineHigh*linesOf(a.What+" ("+l.OwnerAndDay(a)+")", width-indent) + below
			}
			return high
		}))
	}
	if all := c.Agreements(); len(all) > 0 {
		out = append(out, measure(agreementPanel, func(width float64) float64 {
			high := noteSize*lineHigh + 0.3
			for _, a := range all {
				high += noteSize*lineHigh*linesOf(l.Say("%s: %s", l.heading(a.Step), l.Settled(a.Settlement)), (width-indent)/noteSize) + below
				for _, x := range a.Concerns {
					high += noteSize*lineHigh*linesOf(l.Say("%d: %s", x.Level, x.Sentence), (width-2*indent)/noteSize) + noteBelow
				}
			}
			return high
		}))
	}
	return out
}

// fieldNeeds is how high the force field is with its picture and the notes behind it.
func (l speech) fieldNeeds(f workshop.ForceField, width float64, wide bool, lists int) float64 {
	d, widest := l.narrowDiagram(f), narrowEms
	if wide {
		d, widest = l.wideDiagram(f), wideEms
	}
	high := d.Height / em * math.Min(1, width/widest)
	x := l.field(f)
	high += lineHigh*linesOf(l.verdict(f, plain), width) + 0.8
	most, sum := 0.0, 0.0
	for _, r := range x.Behind {
		column := width
		if wide {
			column = (width - gutter) / 2
		}
		h, _ := l.entriesNeed(r.Entries, column, lists)
		h += 1.2 * lineHigh
		most, sum = math.Max(most, h), sum+h
	}
	if wide {
		return high + most
	}
	return high + sum
}

// stackUp deals the panels out to three columns, in their order, such that the highest stack is as low as can be, and
// the others are as even as they can be then. A force field may take two of the columns. It returns the height, too.
func stackUp(all []panel) ([]stack, float64) {
	var best []stack
	lowest, evenest := math.Inf(1), math.Inf(1)
	try := func(double int, parts ...[]panel) {
		var stacks []stack
		highest, squares := 0.0, 0.0
		for i, part := range parts {
			s, high, n := stack{Double: i == double}, 0.0, 0
			if s.Double {
				n = 1
			}
			for _, p := range part {
				s.Panels = append(s.Panels, p.name)
				high += p.columns[n]
			}
			stacks, highest, squares = append(stacks, s), math.Max(highest, high), squares+high*high
		}
		if highest < lowest || highest == lowest && squares < evenest {
			best, lowest, evenest = stacks, highest, squares
		}
	}
	for i := 1; i < len(all); i++ {
		try(1, all[:i], all[i:])
		for j := i + 1; j < len(all); j++ {
			try(-1, all[:i], all[i:j], all[j:])
		}
	}
	if all[0].name == forcesPanel {
		try(0, all[:1], all[1:])
	}
	return best, lowest
}
