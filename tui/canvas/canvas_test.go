package canvas_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"convene/tui/canvas"
	"convene/tui/theme"
	"convene/tui/tuitest"
	"convene/workshop"
	"convene/workshop/text"
	"convene/workshop/workshoptest"
)

func plain(c workshop.Canvas, width int) []string {
	lines := canvas.Lines(theme.New(true, false), c, width)
	for i := range lines {
		lines[i] = ansi.Strip(lines[i])
	}
	return lines
}

// empty is the canvas of a workshop that has just been opened.
func empty(t *testing.T) workshop.Canvas {
	t.Helper()
	s := workshoptest.NewStage()
	if err := s.Play(workshoptest.Opened()); err != nil {
		t.Fatal(err)
	}
	return s.State.Canvas()
}

func TestTheCanvasLooksAsItDid(t *testing.T) {
	whole, _ := workshoptest.Sample()
	for _, width := range []int{38, 72, 78, 118, 158} {
		tuitest.Golden(t, fmt.Sprintf("sample@%d", width), plain(whole.Canvas(), width))
		tuitest.Golden(t, fmt.Sprintf("empty@%d", width), plain(empty(t), width))
	}
	tuitest.Golden(t, "styles", canvas.Lines(theme.New(false, false), empty(t), 78))
}

func TestTheFootSaysHowItEnded(t *testing.T) {
	for _, c := range []struct {
		name   string
		canvas workshop.Canvas
		want   string
	}{
		{"a vote", workshop.Canvas{Leader: "Ada", LeaderHow: workshop.ByVote}, "Ada, elected by vote"},
		{"a runoff", workshop.Canvas{Leader: "Ada", LeaderHow: workshop.ByRunoff}, "Ada, elected by a runoff"},
		{"a lot", workshop.Canvas{Leader: "Ada", LeaderHow: workshop.ByLot}, "Ada, by lot after two ties"},
		{"consent", workshop.Canvas{Leader: "Ada", LeaderHow: workshop.ByConsent}, "Ada, by consent"},
		{"consent, on terms", workshop.Canvas{Leader: "Ada", LeaderHow: workshop.ByConsent, LeaderTerms: "for a year"}, "Ada, by consent, for a year"},
		{"nobody", workshop.Canvas{NoLeader: "No time this year"}, "No leader yet: No time this year"},
		{"not yet", workshop.Canvas{}, "no leader yet"},
		{"not weighed", workshop.Canvas{Forces: &workshop.ForceField{Support: []workshop.Force{{Title: "x"}}}}, "1 supports, 0 slow down; not weighed yet"},
		{
			"weighed", workshop.Canvas{Forces: &workshop.ForceField{
				Support:  []workshop.Force{{Title: "x", ForceScore: workshop.ForceScore{Strength: 2}}},
				SlowDown: []workshop.Force{{Title: "Deadlines", ForceScore: workshop.ForceScore{Strength: 5}}},
			}}, "supports 2, slows down 5, balance -3",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if all := strings.Join(plain(c.canvas, 100), "\n"); !strings.Contains(all, c.want) {
				t.Errorf("nothing says %q:\n%s", c.want, all)
			}
		})
	}
}

// canvases makes canvases of all kinds and sizes.
func canvases() *rapid.Generator[workshop.Canvas] {
	piece := rapid.OneOf(
		rapid.SampledFrom([]string{
			"Donaudampfschifffahrtsgesellschaftskapitänsmütze", "每天都学一点新的东西", "نتعلم شيئا جديدا", "🎉", "👩\u200d🔬",
			"q\u0301\u0323", " ", "-", "Aः", "1\ufe0f\u20e3", "well-known", "हिन्दी", "한국어",
		}),
		rapid.StringN(1, 9, -1),
	)
	words := rapid.Custom(func(t *rapid.T) string {
		typed := strings.Map(func(r rune) rune {
			if '\u2500' <= r && r <= '\u257f' {
				return -1 // what looks like a frame is the frame
			}
			return r
		}, strings.Join(rapid.SliceOfN(piece, 0, 9).Draw(t, "pieces"), ""))
		return text.Clip(text.Line(typed), workshop.MaxNoteLen)
	})
	return rapid.Custom(func(t *rapid.T) workshop.Canvas {
		c := workshop.Canvas{
			Title: words.Draw(t, "title"), Topic: words.Draw(t, "topic"), Named: rapid.Bool().Draw(t, "named"),
			Date: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC), NoLeader: words.Draw(t, "reason"),
			People: rapid.SliceOfN(words, 0, 9).Draw(t, "people"),
		}
		for _, s := range workshop.Sections() {
			b := workshop.Box{Section: s, Statement: words.Draw(t, "statement")}
			for range rapid.IntRange(0, 4).Draw(t, "entries") {
				b.Entries = append(b.Entries, workshop.Entry{
					Title: words.Draw(t, "entry"), Notes: rapid.SliceOfN(words, 0, 3).Draw(t, "notes"),
				})
			}
			c.Sections = append(c.Sections, b)
		}
		return c
	})
}

func TestEveryLineFits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.IntRange(20, 160).Draw(t, "width")
		for _, l := range canvas.Lines(theme.New(true, false), canvases().Draw(t, "canvas"), width) {
			if got := theme.Width(l); got > width {
				t.Errorf("%d cells of %d: %q", got, width, ansi.Strip(l))
			}
		}
	})
}

// The frame closes: every line of it goes on in the cells that it points to.
func TestTheFrameCloses(t *testing.T) {
	const up, down, left, right = 1, 2, 4, 8
	arms := map[rune]int{
		'│': up | down, '─': left | right, '╭': down | right, '╮': down | left, '╰': up | right, '╯': up | left,
		'├': up | down | right, '┤': up | down | left, '┬': left | right | down, '┴': left | right | up,
		'┼': up | down | left | right,
	}
	rapid.Check(t, func(t *rapid.T) {
		c := canvases().Draw(t, "canvas")
		var grid [][]rune
		for _, l := range plain(c, rapid.IntRange(canvas.Wide, 160).Draw(t, "width")) {
			var row []rune
			for l != "" {
				c, cells := ansi.FirstGraphemeCluster(l, ansi.GraphemeWidth)
				l = l[len(c):]
				r := []rune(c)[0]
				if _, line := arms[r]; !line {
					r = ' '
				}
				for range cells {
					row = append(row, r)
				}
			}
			grid = append(grid, row)
		}
		at := func(y, x int) int {
			if y < 0 || y >= len(grid) || x < 0 || x >= len(grid[y]) {
				return 0
			}
			return arms[grid[y][x]]
		}
		for y, row := range grid {
			for x, r := range row {
				a := arms[r]
				if a&right != 0 && at(y, x+1)&left == 0 || a&left != 0 && at(y, x-1)&right == 0 ||
					a&down != 0 && at(y+1, x)&up == 0 || a&up != 0 && at(y-1, x)&down == 0 {
					t.Fatalf("%c at line %d, cell %d, leads nowhere:\n%s", r, y, x, strings.Join(plain(c, len(row)), "\n"))
				}
			}
		}
	})
}

// Nothing is left out, however little room there is.
func TestEverythingIsThere(t *testing.T) {
	whole, _ := workshoptest.Sample()
	c := whole.Canvas()
	squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
	stacked := squeeze(strings.Join(plain(c, 60), " "))
	for _, b := range c.Sections {
		for _, e := range b.Entries {
			for _, want := range append([]string{e.Title}, e.Notes...) {
				if !strings.Contains(stacked, squeeze(want)) {
					t.Errorf("%q is not there", want)
				}
			}
		}
	}
}

func BenchmarkLines(b *testing.B) {
	whole, _ := workshoptest.Sample()
	c, th := whole.Canvas(), theme.New(true, false)
	for b.Loop() {
		canvas.Lines(th, c, 158)
	}
}

// What the group decided is on the canvas with whoever sees to it, and so is how far they stood behind it; whose
// concern it was is not.
func TestTheFootHasActionsAndAgreements(t *testing.T) {
	c := empty(t)
	c.Actions = []workshop.Planned{{ID: 2, What: "Weaken: deadlines eat every Friday. Ask for two Fridays before the release 日本語", Owner: "Łukasz", Due: "2026-12-04"}, {ID: 3, What: "Book the room"}}
	c.Settlements = map[workshop.Step]workshop.Settlement{
		workshop.StepForces: {Hands: [6]int{4: 3}, Missing: 2, Despite: true},
		workshop.StepVision: {
			Hands: [6]int{0: 1, 2: 1, 4: 9}, Despite: true, Reopened: true,
			Concerns: []workshop.Concern{{Person: "ada", Sentence: "Who pays for it?"}, {Person: "ben", Level: 2, Sentence: "I would need to know who has the time"}},
		},
	}
	for _, width := range []int{38, 78, 118} {
		lines := plain(c, width)
		tuitest.Golden(t, fmt.Sprintf("foot@%d", width), lines[len(lines)-24:])
		if all := strings.Join(lines, "\n"); strings.Contains(all, "ada") || strings.Contains(all, "ben)") {
			t.Errorf("the canvas says whose concern it was:\n%s", all)
		}
	}
}
