package text_test

import (
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"convene/workshop/text"
)

func TestLenAndCells(t *testing.T) {
	for _, tc := range []struct {
		s             string
		length, cells int
	}{
		{"", 0, 0},
		{"abc", 3, 3},
		{"é", 1, 1},
		{"q\u0323\u0301", 1, 1},
		{"漢字", 2, 4},
		{"ｱ", 1, 1},
		{"한국", 2, 4},
		{"น้ำ", 1, 1},
		{"👍🏽", 1, 2},
		{"👨\u200d👩\u200d👧\u200d👦", 1, 2},
		{"🇩🇪🇫🇷", 2, 4},
		{"❤", 1, 1},
		{"❤\ufe0f", 1, 2},
		{"1\ufe0f\u20e3", 1, 2},
	} {
		if got := text.Len(tc.s); got != tc.length {
			t.Errorf("Len(%+q) = %d, want %d", tc.s, got, tc.length)
		}
		if got := text.Cells(tc.s); got != tc.cells {
			t.Errorf("Cells(%+q) = %d, want %d", tc.s, got, tc.cells)
		}
	}
}

func TestClip(t *testing.T) {
	for _, tc := range []struct {
		s    string
		n    int
		want string
	}{
		{"abc", 3, "abc"},
		{"abc", 9, "abc"},
		{"abc", 2, "ab"},
		{"abc", 0, ""},
		{"abc", -1, ""},
		{"", 5, ""},
		{"ab cd", 3, "ab"},
		{"q\u0323\u0301z", 1, "q\u0323\u0301"},
		{"👨\u200d👩\u200d👧 and us", 1, "👨\u200d👩\u200d👧"},
		{"🇩🇪🇫🇷", 1, "🇩🇪"},
	} {
		if got := text.Clip(tc.s, tc.n); got != tc.want {
			t.Errorf("Clip(%+q, %d) = %+q, want %+q", tc.s, tc.n, got, tc.want)
		}
	}
}

func TestClippedCleanTextIsClean(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		line := text.Line(typed().Draw(t, "typed"))
		n := rapid.IntRange(0, 12).Draw(t, "n")
		got := text.Clip(line, n)
		if again := text.Line(got); again != got {
			t.Errorf("clipped %+q becomes %+q when cleaned", got, again)
		}
		if text.Len(got) > n {
			t.Errorf("Clip(%+q, %d) has %d characters", line, n, text.Len(got))
		}
	})
}

func TestCellsAgreeWithTheScreen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		line := text.Line(typed().Draw(t, "typed"))
		if got, want := text.Cells(line), ansi.StringWidth(line); got != want {
			t.Errorf("Cells(%+q) = %d, the UI counts %d", line, got, want)
		}
	})
}
