package board_test

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"convene/tui/board"
	"convene/tui/theme"
	"convene/tui/tuitest"
	"convene/workshop"
)

func posterOf(w board.Wall) board.Poster {
	return board.Poster{Columns: w.Columns, Labels: w.Labels, Large: true}
}

func TestPostersLookAsTheyDid(t *testing.T) {
	for _, size := range [][2]int{{114, 25}, {76, 18}, {152, 35}, {228, 56}} {
		for _, n := range []int{0, 5, 24, 60, 300} {
			p := posterOf(wallOf(n))
			p.Sentences = []string{"We ship code that we are proud of, and learn something every day.", ""}
			p.People = map[board.Ref]string{board.Note(5): "▸ Ada", board.Cluster(1): "✥ Siobhán"}
			lines := p.Draw(theme.New(true, false), size[0], size[1])
			tuitest.Golden(t, fmt.Sprintf("poster-%d@%dx%d", n, size[0], size[1]), stripped(lines))
		}
	}
}

func TestPostersFit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := posterOf(walls().Draw(t, "wall"))
		th := theme.New(true, rapid.Bool().Draw(t, "ascii"))
		width, height := rapid.IntRange(40, 400).Draw(t, "width"), rapid.IntRange(1, 150).Draw(t, "height")
		lines := p.Draw(th, width, height)
		if len(lines) > height {
			t.Errorf("%d lines of %d", len(lines), height)
		}
		for _, l := range lines {
			if w := theme.Width(l); w > width {
				t.Errorf("%d cells of %d: %q", w, width, ansi.Strip(l))
			}
		}
	})
}

// Every note can be seen, or is counted: by its cluster, or among those that have no room.
func TestPostersLoseNoNote(t *testing.T) {
	lone, count := regexp.MustCompile(`alone \d+`), regexp.MustCompile(`漢[ -]+(\d+)`)
	left := regexp.MustCompile(`~ (\d+) more notes?`)
	sum := func(r *regexp.Regexp, all string) int {
		n := 0
		for _, m := range r.FindAllStringSubmatch(all, -1) {
			k, _ := strconv.Atoi(m[1])
			n += k
		}
		return n
	}
	for _, notes := range []int{10, 30, 60, 100, 200, 1000} {
		col := workshop.Column{Prompt: workshop.PromptVision}
		for i := range notes {
			c := workshop.Card{ID: workshop.NoteID(i + 1), Text: fmt.Sprintf("alone %d", i+1)}
			if i%2 == 0 {
				col.Lone = append(col.Lone, c)
				continue
			}
			if len(col.Clusters) == 0 || len(col.Clusters[len(col.Clusters)-1].Notes) == 7 {
				col.Clusters = append(col.Clusters, workshop.Pile{ID: workshop.ClusterID(i + 1), Title: "漢"})
			}
			p := &col.Clusters[len(col.Clusters)-1]
			c.Text = "together"
			p.Notes = append(p.Notes, c)
		}
		p := board.Poster{Columns: []workshop.Column{col}, Labels: []string{"VISION"}}
		for _, size := range [][2]int{{60, 12}, {114, 25}, {152, 35}, {76, 18}, {60, 3}} {
			all := strings.Join(stripped(p.Draw(theme.New(true, true), size[0], size[1])), "\n")
			if got := len(lone.FindAllString(all, -1)) + sum(count, all) + sum(left, all); got != notes {
				t.Errorf("%d notes at %v, %d are seen or counted:\n%s", notes, size, got, all)
			}
		}
	}
}

func BenchmarkPoster(b *testing.B) {
	p := posterOf(wallOf(300))
	th := theme.New(true, false)
	for b.Loop() {
		p.Draw(th, 228, 56)
	}
}
