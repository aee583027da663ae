package export

import (
	"fmt"
	"strconv"
	"strings"

	"convene/workshop/trend"
)

// The measures of the pictures, in units of which ten are the size of their text.
const (
	barLong   = 92.0 // the bar of a spread, which has its arrow behind it
	trendWide = 92.0
	trendHigh = 24.0
	trendEdge = 3.0 // around the line
)

// crowdedTrend is how many rounds a line can have before their points would hide it.
const crowdedTrend = 24

// spreadBar is the picture of a spread: a bar, and what it consists of below it, in letters, shapes and figures.
type spreadBar struct {
	ID, Title string
	Pieces    []barPiece
	Labels    []barLabel
	Arrow     string
}

type barPiece struct {
	Class   string
	X, Wide string
}

type barLabel struct {
	Class, Text, Shape string
	X                  string
}

// shapes are those of the colours around the middle of their labels' first letter.
var shapes = map[string]string{
	"red": "M0 -3H6L3 2.5Z", "yellow": "M3 -3.4L6.2 0L3 3.4L-0.2 0Z", "green": "M0 2.5H6L3 -3Z",
}

func (l life) spreadBar(id, about string, col trend.Column, c trend.Cell) spreadBar {
	bar := spreadBar{ID: id, Title: l.inWordsOf(about, col, c), Arrow: arrowSign(c.Arrow)}
	at := 0.0
	for i, a := range l.spread(c.Spread) {
		if a.N > 0 {
			wide := barLong * float64(a.N) / float64(c.Spread.Answered)
			bar.Pieces = append(bar.Pieces, barPiece{a.Class, units(at), units(wide)})
			at += wide
		}
		x := float64(i) * barLong / 3
		bar.Labels = append(bar.Labels, barLabel{a.Class, a.Letter + " " + strconv.Itoa(a.N), shapes[a.Class], units(x)})
	}
	return bar
}

// inWordsOf says what the picture of a spread shows, for whoever cannot see it.
func (l life) inWordsOf(about string, col trend.Column, c trend.Cell) string {
	s := c.Spread
	said := l.Say("%s, %s: %d red, %d yellow, %d green", about, l.Date(col.Closed), s.Red, s.Yellow, s.Green)
	switch c.Arrow {
	case trend.Up:
		return l.Say("%s; up since it was told last", said)
	case trend.Down:
		return l.Say("%s; down since it was told last", said)
	case trend.Level:
		return l.Say("%s; level since it was told last", said)
	default:
		return said
	}
}

// trendLine is the picture of a card through all rounds: a line that has gaps where nothing is told.
type trendLine struct {
	ID, Title, Path string
	Arrow, ArrowAt  string // beside the last point
	Dots            []trendDot
}

type trendDot struct {
	X, Y, Size string
}

func (l life) trendLine(row int, r trend.Row) trendLine {
	line := trendLine{ID: fmt.Sprintf("trend-%d", row+1), Arrow: arrowSign(r.Along())}
	step, last := 0.0, -2
	if n := len(r.Cells); n > 1 {
		step = (trendWide - 2*trendEdge) / float64(n-1)
	}
	var path strings.Builder
	for i, c := range r.Cells {
		mean, ok := c.Mean()
		if !ok {
			continue
		}
		x, y := trendEdge+float64(i)*step, trendEdge+(1-mean)*(trendHigh-2*trendEdge)
		to := "M"
		if last == i-1 {
			to = "L"
		}
		fmt.Fprintf(&path, "%s%.1f %.1f", to, x, y)
		size := 1.8
		switch {
		case i == len(r.Cells)-1:
			size = 3
		case len(r.Cells) > crowdedTrend:
			size = 0.6
		}
		line.ArrowAt = units(y + 4)
		line.Dots, last = append(line.Dots, trendDot{units(x), units(y), units(size)}), i
	}
	line.Path = path.String()
	said := l.Say("Trend of %s, from all red at the bottom to all green at the top: %s", r.Card.About, l.percents(r))
	line.Title = l.along(r.Along(), said)
	return line
}

// along adds what has become of a card in all rounds to what is said of its trend.
func (l life) along(a trend.Arrow, said string) string {
	switch a {
	case trend.Up:
		return l.Say("%s; in all, up", said)
	case trend.Down:
		return l.Say("%s; in all, down", said)
	case trend.Level:
		return l.Say("%s; in all, level", said)
	default:
		return said
	}
}

// percents are the means of a row, in hundredths.
func (l life) percents(r trend.Row) string {
	var all []string
	for _, c := range r.Cells {
		if mean, ok := c.Mean(); ok {
			all = append(all, strconv.Itoa(int(100*mean+0.5)))
		} else {
			all = append(all, "–")
		}
	}
	return strings.Join(all, ", ")
}

func units(n float64) string { return strconv.FormatFloat(n, 'f', 1, 64) }
