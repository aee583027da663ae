package canvas_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"convene/tui/canvas"
	"convene/tui/theme"
	"convene/tui/tuitest"
	"convene/workshop"
	"convene/workshop/workshoptest"
)

func TestTheFittedCanvasLooksAsItDid(t *testing.T) {
	whole, _ := workshoptest.Sample()
	for _, size := range [][2]int{{58, 11}, {76, 19}, {114, 25}, {152, 35}} {
		lines := canvas.Fitted(theme.New(true, false), whole.Canvas(), size[0], size[1])
		tuitest.Golden(t, fmt.Sprintf("fitted@%dx%d", size[0], size[1]), tuitest.Plain(lines))
	}
}

// From the back row one reads what is done first, by whom and by when; what has no room is counted.
func TestTheFittedCanvasSaysWhatIsDoneFirst(t *testing.T) {
	whole, _ := workshoptest.Sample()
	c := whole.Canvas()
	for i, what := range []string{"Find a sponsor in management", "Set the date of the first event: " + strings.Repeat("and invite 城市 ", 9), "Book a room", "Ask", "Go"} {
		c.Actions = append(c.Actions, workshop.Planned{ID: workshop.ActionID(i + 1), What: what, Owner: "Łukasz", Due: "2026-12-04"})
	}
	for _, size := range [][2]int{{58, 11}, {76, 19}, {114, 25}, {152, 35}} {
		lines := tuitest.Plain(canvas.Fitted(theme.New(true, false), c, size[0], size[1]))
		tuitest.Golden(t, fmt.Sprintf("actions@%dx%d", size[0], size[1]), lines)
		if all := strings.Join(lines, "\n"); size[1] > 11 && !strings.Contains(all, "(Łukasz, by Fri 4 Dec 2026)") {
			t.Errorf("%v: nothing says by whom and by when:\n%s", size, all)
		}
	}
}

// manyEntries is a canvas whose sections have so many entries each, some with notes.
func manyEntries(n int) workshop.Canvas {
	c := workshop.Canvas{Title: "Many", Leader: "Ada", People: []string{"Ada", "Björk"}}
	for _, s := range workshop.Sections() {
		b := workshop.Box{Section: s, Statement: strings.Repeat("one sentence ", n%4)}
		for i := range n {
			b.Entries = append(b.Entries, workshop.Entry{Title: fmt.Sprintf("entry %d %s", i, strings.Repeat("of words ", i%7)), Notes: []string{"a note"}})
		}
		c.Sections = append(c.Sections, b)
	}
	return c
}

func TestTheFittedCanvasFits(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		width, height := rapid.IntRange(40, 400).Draw(rt, "width"), rapid.IntRange(8, 150).Draw(rt, "height")
		c := manyEntries(rapid.IntRange(0, 40).Draw(rt, "entries"))
		for i := range rapid.IntRange(0, 4).Draw(rt, "actions") {
			c.Actions = append(c.Actions, workshop.Planned{What: strings.Repeat("Ask every 城市 ", 1+9*i), Owner: "Łukasz", Due: "2026-12-04"})
		}
		lines := canvas.Fitted(theme.New(true, rapid.Bool().Draw(rt, "ascii")), c, width, height)
		if len(lines) != height {
			rt.Errorf("%d lines of %d", len(lines), height)
		}
		for _, l := range lines {
			if w := theme.Width(l); w > width {
				rt.Errorf("%d cells of %d", w, width)
			}
		}
	})
}

// What has no room in a section is counted.
func TestASectionSaysWhatIsLeftOut(t *testing.T) {
	b := manyEntries(12).Sections[0]
	for height := 2; height < 60; height++ {
		lines := tuitest.Plain(canvas.Section(theme.New(true, false), workshop.Canvas{}, b, 30, height))
		if len(lines) > height {
			t.Fatalf("%d lines of %d", len(lines), height)
		}
		all := strings.Join(lines, "\n")
		shown, more := strings.Count(all, "entry "), 0
		if i := strings.LastIndex(all, "… "); i >= 0 {
			fmt.Sscanf(all[i:], "… %d more", &more)
		}
		if shown+more != 12 {
			t.Errorf("%d shown and %d counted in %d lines:\n%s", shown, more, height, all)
		}
	}
}
