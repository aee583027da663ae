package export

import (
	"fmt"
	"math"
	"slices"
	"sort"
	"strings"

	"convene/workshop"
)

// The sheet: A3 in landscape within its margins, in points. The style has the same measures.
const (
	sheetWidth  = (420 - 2*12) * 72 / 25.4
	sheetHeight = (297 - 2*12) * 72 / 25.4
)

// The sizes of text, in points: the largest is read across a room, the smallest at arm's length, and that of several sheets
// like a book.
const (
	largestText  = 18.0
	smallestText = 6.0
	sheetsText   = 9.0
	textStep     = 0.25
	largestTitle = 60.0
)

// filled is how much of the sheet may be taken by what has been estimated: other typefaces run wider.
const filled = 0.96

// The measures of the style, in sizes of the text: what it leaves between and around things, and how high lines are.
const (
	gutter      = 2.0  // between the columns
	listGutter  = 1.5  // between the columns of a list
	listColumn  = 16.0 // the least width of one of these
	longList    = 8.0  // a list that is higher may have two of them
	boxFrame    = 1.7  // the rule above a box, and the room within it
	headingHigh = 1.44 // the name of a box
	lineHigh    = 1.32
	indent      = 1.1  // of a list
	below       = 0.28 // an entry
	noteSize    = 0.9  // of the notes under a cluster and of what is on record, in sizes of the text
	noteBelow   = 0.08
	headHigh    = 4.4 // what stands in the head beside the title
	tailHigh    = 2.2 // the foot of the sheet
)

// layout is how a canvas is set on the sheet.
type layout struct {
	Text, Title float64 // sizes, in points
	Spots       []spot  // in the order in which they are read
	Rows        string  // the heights of the grid's rows, for the style
	Stacks      []stack // below them, from the left to the right
	column      float64 // how wide a column is, in sizes of the text
	lists       int     // how many columns a list may take, 1 or 2
	Fits        bool    // on one sheet
}

// spot is where one of the seven boxes stands: its column, and between which lines of the grid's rows.
type spot struct {
	workshop.Box
	Column, From, To int
	Two              bool // its list stands in two columns
}

// fit finds the largest text with which the canvas takes one sheet. When none does, it goes on over several sheets, in
// text that is easy to read.
func (l speech) fit(c workshop.Canvas) layout {
	var out layout
	fits := func(smaller int) bool {
		for lists := 1; lists <= 2; lists++ {
			if out = l.lay(c, largestText-float64(smaller)*textStep, lists); out.Fits {
				return true
			}
		}
		return false
	}
	const sizes = (largestText-smallestText)/textStep + 1
	n := sort.Search(sizes, fits)
	if n == sizes {
		return l.lay(c, sheetsText, 1)
	}
	fits(n)
	return out
}

// lay sets the canvas in text of a size, on a sheet that is measured in this size, with lists in so many columns.
func (l speech) lay(c workshop.Canvas, size float64, lists int) layout {
	width, height := sheetWidth/size, filled*sheetHeight/size
	column := (width - 2*gutter) / 3
	out := layout{Text: size, Title: titleSize(c.Title, size), column: column, lists: lists}
	title := out.Title / size
	height -= headHigh + 1.1*title*linesOf(c.Title, width/title/boldness)
	if len(c.Facilitators) > 0 {
		height -= tailHigh
	}
	stacks, foot := stackUp(l.panels(c, size, lists))
	out.Stacks = stacks
	height -= foot

	columns := [3][]workshop.Section{
		{workshop.SectionVision, workshop.SectionMeasures},
		{workshop.SectionImportance, workshop.SectionWhoWhat, workshop.SectionCommunication},
		{workshop.SectionHow, workshop.SectionResources},
	}
	needs := make(map[workshop.Section]float64)
	for _, b := range c.Sections {
		needs[b.Section] = l.boxNeeds(b, column, lists)
	}
	tallest := 0.0
	for _, sections := range columns {
		sum := 0.0
		for _, s := range sections {
			sum += needs[s]
		}
		tallest = math.Max(tallest, sum)
	}
	out.Fits = tallest <= height
	out.Spots, out.Rows = grid(c.Sections, columns, needs, math.Max(tallest, height))
	for i, x := range out.Spots {
		_, out.Spots[i].Two = l.entriesNeed(x.Entries, column, lists)
	}
	return out
}

// titleSize is that of the largest title that stands in one line, within what suits the text; a longer one gets more lines.
func titleSize(title string, text float64) float64 {
	size := 0.97 * sheetWidth / boldness / math.Max(ems(title), 1)
	return math.Round(max(3*text, min(largestTitle, 5.5*text, size)))
}

// boxNeeds is how high a box is in a column of that width.
func (l speech) boxNeeds(b workshop.Box, width float64, lists int) float64 {
	high := boxFrame + headingHigh
	if b.Statement != "" {
		size := 1.25
		if b.Section == workshop.SectionVision {
			size = 1.55
		}
		high += 1.25*size*linesOf(b.Statement, width/size/boldness) + 0.5
	}
	if b.Statement == "" && len(b.Entries) == 0 {
		high += lineHigh
	}
	entries, _ := l.entriesNeed(b.Entries, width, lists)
	return high + entries
}

// entriesNeed is how high a list is, and whether it stands in two columns: where they may be two, a long one does. A cluster
// stays in one of them.
func (l speech) entriesNeed(entries []workshop.Entry, width float64, lists int) (high float64, two bool) {
	one := l.entryHeights(entries, width)
	for _, h := range one {
		high += h
	}
	half := (width - listGutter) / 2
	if lists < 2 || len(entries) < 2 || high < longList || half < listColumn {
		return high, false
	}
	left, right := 0.0, 0.0
	split := l.entryHeights(entries, half)
	for _, h := range split {
		right += h
	}
	high = right
	for _, h := range split {
		left, right = left+h, right-h
		high = min(high, math.Max(left, right))
	}
	return high, true
}

// entryHeights are how high the entries are, each with its notes.
func (l speech) entryHeights(entries []workshop.Entry, width float64) []float64 {
	var out []float64
	for _, e := range entries {
		title, wide := e.Title, width-indent
		if e.Dots > 0 {
			title += " " + l.Count(e.Dots, "%d dot", "%d dots")
		}
		if len(e.Notes) > 0 {
			wide /= boldness
		}
		high := lineHigh*linesOf(title, wide) + below
		for _, n := range e.Notes {
			high += noteSize*lineHigh*linesOf(n, (width-2*indent)/noteSize) + noteBelow
		}
		out = append(out, high)
	}
	return out
}

// grid lays the boxes of each column one below the other, and deals out what is left of the height evenly among them.
// The first boxes of the outer columns end at the same height if they can.
func grid(boxes []workshop.Box, columns [3][]workshop.Section, needs map[workshop.Section]float64, height float64) ([]spot, string) {
	var ends [3][]float64
	for i, sections := range columns {
		free := height
		for _, s := range sections {
			free -= needs[s]
		}
		at := 0.0
		for _, s := range sections {
			at += needs[s] + free/float64(len(sections))
			ends[i] = append(ends[i], at)
		}
		ends[i][len(sections)-1] = height
	}
	least := math.Max(needs[columns[0][0]], needs[columns[2][0]])
	most := height - math.Max(needs[columns[0][1]], needs[columns[2][1]])
	if least <= most {
		both := min(max((ends[0][0]+ends[2][0])/2, least), most)
		ends[0][0], ends[2][0] = both, both
	}

	lines := []float64{0}
	for _, e := range ends {
		lines = append(lines, e...)
	}
	slices.Sort(lines)
	lines = slices.CompactFunc(lines, func(a, b float64) bool { return math.Abs(b-a) < 0.1 })
	line := func(at float64) int {
		n, _ := slices.BinarySearch(lines, at-0.1)
		return min(n, len(lines)-1) + 1
	}
	var rows []string
	for i := range len(lines) - 1 {
		rows = append(rows, fmt.Sprintf("%.1ffr", lines[i+1]-lines[i]))
	}
	var spots []spot
	for _, b := range boxes {
		for i, sections := range columns {
			if j := slices.Index(sections, b.Section); j >= 0 {
				from := 0.0
				if j > 0 {
					from = ends[i][j-1]
				}
				spots = append(spots, spot{b, i + 1, line(from), line(ends[i][j]), false})
			}
		}
	}
	return spots, strings.Join(rows, " ")
}

// wideField says whether the force field takes two columns.
func (l layout) wideField() bool {
	return slices.ContainsFunc(l.Stacks, func(s stack) bool { return s.Double && slices.Contains(s.Panels, forcesPanel) })
}
