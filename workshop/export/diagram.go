package export

import (
	"fmt"
	"math"
	"strings"

	"convene/workshop"
)

// diagram is Lewin's, as it is drawn: an axis, and on both sides arrows that push against it, as long as their forces are
// strong. Ten units of it are the size of the text.
type diagram struct {
	ID                  string // unique in the document
	Width, Height, Axis float64
	Foot                float64 // where the line above the sums is
	Sides               []side
	Title, About        string // what it is, and all of it in words
}

// side is one half of the diagram.
type side struct {
	Class  string // "support" or "slow-down"
	Anchor string // "end" for what stands to the left of the axis, or "start"
	Title  string
	X      float64 // of the title and the sum
	Sum    string
	Arrows []push
}

// push is one force: its label, broken into lines, the shape, and the strength at its tail.
type push struct {
	Label   []span
	Path    string
	Number  span
	Weighed bool
	low     float64 // where the next one may begin
}

// span is a piece of text and where it stands.
type span struct {
	X, Y float64
	Text string
}

// The measures of a diagram, in its units.
const (
	em         = 10.0
	lineUnits  = 12.5 // from one line of a label to the next
	headUnits  = 20.0 // above the first arrow
	sumUnits   = 24.0 // below the last one
	clearUnits = 3.0  // between an arrow and the axis
	tailUnits  = 4.0  // between an arrow and its number
	digitUnits = 8.0  // a number
)

// How wide the diagrams are, in ems: the labels of the narrow one stand above their arrows, those of the wide one beside
// them.
const (
	narrowEms = 26.0
	wideEms   = 64.0
)

func (l speech) narrowDiagram(f workshop.ForceField) diagram {
	return l.diagram("narrow", narrowEms*em, 19, f)
}

func (l speech) wideDiagram(f workshop.ForceField) diagram {
	return l.diagram("wide", wideEms*em, 24, f)
}

// diagram draws the field; step is how much longer an arrow is for each strength.
func (l speech) diagram(id string, width, step float64, f workshop.ForceField) diagram {
	d := diagram{ID: id, Width: width, Axis: width / 2, Title: l.posterWords().ForcesTitle, About: l.inWords(f)}
	draw := d.above
	if id == "wide" {
		draw = d.beside
	}
	support, slowDown := f.Sums()
	d.Sides = []side{
		{"support", "end", l.Say("Supports"), d.Axis - 2*clearUnits, strength(support), draw(f.Support, -1, step)},
		{"slow-down", "start", l.Say("Slows down"), d.Axis + 2*clearUnits, strength(slowDown), draw(f.SlowDown, 1, step)},
	}
	d.Foot = headUnits
	for _, s := range d.Sides {
		if n := len(s.Arrows); n > 0 {
			d.Foot = math.Max(d.Foot, s.Arrows[n-1].low)
		}
	}
	d.Height = d.Foot + sumUnits
	return d
}

// above puts each label over its arrow. Way is -1 to the left of the axis and 1 to the right.
func (d diagram) above(forces []workshop.Force, way, step float64) []push {
	var out []push
	y := headUnits
	for _, f := range forces {
		var a push
		for _, l := range wrap(f.Title, (d.Axis-2*clearUnits)/em) {
			a.Label = append(a.Label, span{d.Axis + way*2*clearUnits, y + 0.8*em, l})
			y += lineUnits
		}
		a.point(d.Axis, y+0.4*em, way, step, f.Strength)
		y += 0.8*em + 0.8*em
		a.low = y
		out = append(out, a)
	}
	return out
}

// beside puts each label where the longest arrow would end.
func (d diagram) beside(forces []workshop.Force, way, step float64) []push {
	var out []push
	y := headUnits
	reach := clearUnits + workshop.MaxForce*step + tailUnits + digitUnits + 2*tailUnits
	for _, f := range forces {
		var a push
		lines := wrap(f.Title, (d.Axis-reach)/em)
		a.point(d.Axis, y+float64(len(lines))*lineUnits/2, way, step, f.Strength)
		for _, l := range lines {
			a.Label = append(a.Label, span{d.Axis + way*reach, y + 0.95*em, l})
			y += lineUnits
		}
		y += 0.35 * em
		a.low = y
		out = append(out, a)
	}
	return out
}

// point draws the arrow at a height: its head at the axis, its tail as far away as the force is strong. A force that
// nobody has weighed is a short line without a head.
func (a *push) point(axis, y, way, step float64, n int) {
	const thick, head = 3.2, 8.0 // half the bar's height; the length of the head, which is twice as high as the bar
	tip, long := axis+way*clearUnits, float64(max(n, 1))*step
	tail := tip + way*long
	a.Weighed = n > 0
	a.Path = fmt.Sprintf("M%.1f %.1fH%.1f", tip, y, tail)
	if a.Weighed {
		neck := tip + way*head
		a.Path = fmt.Sprintf("M%.1f %.1fL%.1f %.1fV%.1fH%.1fV%.1fH%.1fV%.1fZ",
			tip, y, neck, y-2*thick, y-thick, tail, y+thick, neck, y+2*thick)
	}
	a.Number = span{tail + way*tailUnits, y + 0.36*em, strength(n)}
}

// SumAt is where the sums stand, in units from the top.
func (d diagram) SumAt() float64 { return d.Foot + 0.7*sumUnits }

// inWords says what the diagram shows, for whoever cannot see it.
func (l speech) inWords(f workshop.ForceField) string {
	support, slowDown := f.Sums()
	of := func(forces []workshop.Force) string {
		var all []string
		for _, x := range forces {
			if x.Strength > 0 {
				all = append(all, l.Say("%s (strength %d)", x.Title, x.Strength))
			} else {
				all = append(all, l.Say("%s (not weighed)", x.Title))
			}
		}
		if len(all) == 0 {
			return l.Say("nothing")
		}
		return strings.Join(all, l.SayAs("list", "; "))
	}
	return l.Say("What supports: %s. Sum %d. What slows down: %s. Sum %d.", of(f.Support), support, of(f.SlowDown), slowDown)
}
