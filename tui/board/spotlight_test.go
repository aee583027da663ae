package board_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"convene/tui/board"
	"convene/tui/theme"
	"convene/tui/tuitest"
)

func TestSpotlightIsLargeWhereThereIsRoom(t *testing.T) {
	w := wallOf(24)
	lit := func(r board.Ref, width, height int) string {
		return ansi.Strip(strings.Join(board.Spotlight(theme.New(true, false), w, r, width, height), "\n"))
	}
	for _, c := range []struct {
		name          string
		at            board.Ref
		width, height int
		want          []string
	}{
		{"letters stand apart", board.Note(1), 78, 19, []string{"W e   l e a r n   f r o m"}},
		{"not where they would not fit", board.Note(5), 30, 8, []string{"Nobody is afraid of"}},
		{"not where they join", board.Note(11), 78, 19, []string{"نتعلم شيئا جديدا"}},
		{"a cluster shows its notes", board.Cluster(1), 78, 19, []string{"C l u s t e r   1", "· Pair across teams"}},
		{"as many as there is room for", board.Cluster(1), 78, 11, []string{"… 2 more"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := lit(c.at, c.width, c.height)
			for _, want := range c.want {
				if !strings.Contains(got, want) {
					t.Errorf("nothing says %q:\n%s", want, got)
				}
			}
		})
	}
	tuitest.Golden(t, "spotlight", strings.Split(lit(board.Cluster(1), 78, 19), "\n"))
}

func TestSpacedLeavesJoiningScriptsAlone(t *testing.T) {
	for in, want := range map[string]string{
		"Ab c": "A b   c", "漢字": "漢 字", "e\u0323\u0302 x": "e\u0323\u0302   x", "👩\u200d🔬!": "👩\u200d🔬 !",
		"كل يوم": "كل يوم", "हिन्दी": "हिन्दी",
	} {
		if got := theme.Spaced(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}
