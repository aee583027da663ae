//go:build unix

package main

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"image/color"
	"slices"
	"strings"
	"time"

	uv "github.com/charmbracelet/ultraviolet"

	"convene/tui/tuitest"
)

// The measures of a drawing, in pixels. Every run of text is told how long it is, so that the cells stay in their columns
// whichever monospaced font there is; lines and blocks are drawn as shapes, which no font leaves gaps between.
const (
	cellWidth  = 9
	cellHeight = 18
	baseline   = 13
	fontSize   = 15
	margin     = 18
)

// drawing is an SVG of one screen, or of several that follow each other. Lines that look the same are in it only once.
type drawing struct {
	width, height int // in cells
	title         string
	dark          bool

	lines   map[string]int // what a line looks like, and its number
	bodies  []string       // of the lines, by number
	classes map[string]int // what a style says in CSS, and its number
	styles  []string
	frames  []frame
}

// frame is one screen, and how long it is shown.
type frame struct {
	lines []int
	hold  time.Duration
	text  string
}

func newDrawing(title string, dark bool) *drawing {
	return &drawing{
		width: pictureWidth, height: pictureHeight, title: title, dark: dark,
		lines: make(map[string]int), classes: make(map[string]int),
	}
}

// add draws what is on a screen now. A screen that looks like the one before is that one, shown for longer.
func (d *drawing) add(s *tuitest.Screen, hold time.Duration) {
	f := frame{hold: hold, text: trimmed(s.Text())}
	for y := range d.height {
		body := d.line(s.Line(y))
		n, known := d.lines[body]
		if !known {
			n = len(d.bodies)
			d.lines[body], d.bodies = n, append(d.bodies, body)
		}
		f.lines = append(f.lines, n)
	}
	if last := len(d.frames) - 1; last >= 0 && slices.Equal(d.frames[last].lines, f.lines) {
		d.frames[last].hold += hold
		return
	}
	d.frames = append(d.frames, f)
}

// trimmed is a screen's text without the blanks at the end of its lines.
func trimmed(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		b.WriteString(strings.TrimRight(line, " \n") + "\n")
	}
	return strings.TrimRight(b.String(), "\n")
}

// line draws one: what is behind the text first, then lines and blocks, then the text.
func (d *drawing) line(cells []tuitest.Cell) string {
	var b strings.Builder
	for run := range runs(cells, func(c tuitest.Cell) string { _, bg := d.colours(c.Style); return bg }) {
		if _, bg := d.colours(run[0].Style); bg != "" {
			fmt.Fprintf(&b, `<rect x="%d" width="%d" height="%d" fill="%s"/>`,
				run[0].X*cellWidth, cellsOf(run)*cellWidth, cellHeight, bg)
		}
	}
	for run := range runs(cells, func(c tuitest.Cell) string { return d.css(c.Style) + kindOf(c).String() }) {
		text, at := textOf(run), run[0].X*cellWidth
		switch kindOf(run[0]) {
		case blank:
		case block:
			fmt.Fprintf(&b, `<path class="s%d" shape-rendering="crispEdges" d="%s"/>`, d.class(run[0].Style), blocks(run))
		case stroke:
			fmt.Fprintf(&b, `<path class="s%d l" d="%s"/>`, d.class(run[0].Style), strokes(run))
		case letters:
			fmt.Fprintf(&b, `<text class="s%d" x="%d" y="%d" textLength="%d">%s</text>`,
				d.class(run[0].Style), at, baseline, cellsOf(run)*cellWidth, escaped(text))
		case sign:
			fmt.Fprintf(&b, `<text class="s%d m" x="%d" y="%d">%s</text>`,
				d.class(run[0].Style), at+cellsOf(run)*cellWidth/2, baseline, escaped(text))
		}
	}
	return b.String()
}

// class is the number of a style.
func (d *drawing) class(s uv.Style) int {
	css := d.css(s)
	n, known := d.classes[css]
	if !known {
		n = len(d.styles)
		d.classes[css], d.styles = n, append(d.styles, css)
	}
	return n
}

// css is what makes text look as its style says. Its background is drawn apart.
func (d *drawing) css(s uv.Style) string {
	out, _ := d.colours(s)
	out = "color:" + out
	for _, a := range []struct {
		attr uint8
		css  string
	}{{uv.AttrBold, ";font-weight:bold"}, {uv.AttrItalic, ";font-style:italic"}, {uv.AttrFaint, ";opacity:.65"}} {
		if s.Attrs&a.attr != 0 {
			out += a.css
		}
	}
	switch {
	case s.Underline != uv.UnderlineNone:
		out += ";text-decoration:underline"
	case s.Attrs&uv.AttrStrikethrough != 0:
		out += ";text-decoration:line-through"
	}
	return out
}

func (d *drawing) ink() string {
	if d.dark {
		return "#e6e9ef"
	}
	return "#1b1f27"
}

func (d *drawing) paper() string {
	if d.dark {
		return "#11151c"
	}
	return "#ffffff"
}

// colours are those of the text and of what is behind it, which is empty where nothing is.
func (d *drawing) colours(s uv.Style) (fg, bg string) {
	fg, bg = cmp.Or(rgb(s.Fg), d.ink()), rgb(s.Bg)
	if s.Attrs&uv.AttrReverse != 0 {
		return cmp.Or(bg, d.paper()), fg
	}
	return fg, bg
}

// rgb is a colour as CSS has it; none is empty.
func rgb(c color.Color) string {
	if c == nil {
		return ""
	}
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}

func escaped(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a builder takes everything
	return b.String()
}

// String is the whole SVG. It has no script, and loads nothing. Of several screens one is shown after the other, over and
// over; whoever wants nothing to move sees the last.
func (d *drawing) String() string {
	var b strings.Builder
	width, height := d.width*cellWidth+2*margin, d.height*cellHeight+2*margin
	last := d.frames[len(d.frames)-1]
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" role="img">`+"\n", width, height, width, height)
	fmt.Fprintf(&b, "<title>%s</title>\n<desc>%s</desc>\n", escaped(d.title), escaped(last.text))
	fmt.Fprintf(&b, "<style>text{font:%dpx ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace;white-space:pre;fill:currentColor}"+
		"path{fill:currentColor}.l{fill:none;stroke:currentColor;stroke-width:1.2}.m{text-anchor:middle}\n", fontSize)
	for n, css := range d.styles {
		fmt.Fprintf(&b, ".s%d{%s}\n", n, css)
	}
	b.WriteString(d.film())
	b.WriteString("</style>\n<defs>\n")
	for n, body := range d.bodies {
		if body != "" {
			fmt.Fprintf(&b, `<g id="r%d">%s</g>`+"\n", n, body)
		}
	}
	fmt.Fprintf(&b, `</defs>`+"\n"+`<rect x=".5" y=".5" width="%d" height="%d" rx="8" fill="%s" stroke="#8b929e" stroke-opacity=".5"/>`+"\n",
		width-1, height-1, d.paper())
	for n, f := range d.frames {
		fmt.Fprintf(&b, `<g class="f f%d" transform="translate(%d %d)">`, n, margin, margin)
		for y, line := range f.lines {
			if d.bodies[line] != "" {
				fmt.Fprintf(&b, `<use href="#r%d" y="%d"/>`, line, y*cellHeight)
			}
		}
		b.WriteString("</g>\n")
	}
	b.WriteString("</svg>\n")
	return b.String()
}

// film is the CSS that shows one frame after the other.
func (d *drawing) film() string {
	if len(d.frames) == 1 {
		return ""
	}
	var b strings.Builder
	var whole, begun time.Duration
	for _, f := range d.frames {
		whole += f.hold
	}
	fmt.Fprintf(&b, ".f{visibility:hidden;animation:%.1fs step-end infinite}.f%d{visibility:visible}\n", whole.Seconds(), len(d.frames)-1)
	for n, f := range d.frames {
		from, to := percent(begun, whole), percent(begun+f.hold, whole)
		fmt.Fprintf(&b, "@keyframes k%d{0%%{visibility:%s}%s{visibility:visible}%s{visibility:hidden}}.f%d{animation-name:k%d}\n",
			n, map[bool]string{true: "visible", false: "hidden"}[n == 0], from, to, n, n)
		begun += f.hold
	}
	b.WriteString("@media(prefers-reduced-motion:reduce){.f{animation:none}}\n")
	return b.String()
}

func percent(of, whole time.Duration) string {
	return fmt.Sprintf("%.2f%%", 100*of.Seconds()/whole.Seconds())
}
