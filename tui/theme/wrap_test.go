package theme_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"convene/tui/theme"
)

func TestWrapBreaksWhereAReaderWould(t *testing.T) {
	for _, c := range []struct {
		text  string
		cells int
		want  []string
	}{
		{"", 9, []string{""}},
		{"one two three", 9, []string{"one two", "three"}},
		{"a well-known thing", 8, []string{"a well-", "known", "thing"}},
		{"Donaudampfschiff fährt", 8, []string{"Donaudam", "pfschiff", "fährt"}},
		{"we 每天都学一点，好", 9, []string{"we 每天都", "学一点，", "好"}},
		{"aAः", 1, []string{"a", "Aः"}},
		{"x 1\ufe0f\u20e3\u200a", 3, []string{"x", "1\ufe0f\u20e3\u200a"}},
		{"e\u0301e\u0301e\u0301", 2, []string{"e\u0301e\u0301", "e\u0301"}},
	} {
		if diff := cmp.Diff(c.want, theme.Wrap(c.text, c.cells)); diff != "" {
			t.Errorf("%q in %d cells (-want +got):\n%s", c.text, c.cells, diff)
		}
	}
}

func TestWrapLosesNothing(t *testing.T) {
	solid := func(s string) string { return strings.ReplaceAll(s, " ", "") }
	rapid.Check(t, func(t *rapid.T) {
		s, cells := words().Draw(t, "text"), rapid.IntRange(2, 60).Draw(t, "cells")
		lines := theme.Wrap(s, cells)
		if got := strings.Join(lines, ""); solid(got) != solid(s) {
			t.Errorf("%q became %q", s, got)
		}
		sum := 0
		for _, l := range lines {
			if w := theme.Width(l); w > cells || w == 0 {
				t.Errorf("%q takes %d cells of %d", l, w, cells)
			}
			sum += theme.Width(solid(l))
		}
		if want := theme.Width(solid(s)); sum != want {
			t.Errorf("%q takes %d cells, its lines %d: a character was taken apart", s, want, sum)
		}
	})
}

func TestCutEndsInAnEllipsis(t *testing.T) {
	th := theme.New(true, false)
	rapid.Check(t, func(t *rapid.T) {
		s, cells := words().Draw(t, "text"), rapid.IntRange(2, 60).Draw(t, "cells")
		got := th.Cut(s, cells)
		switch {
		case theme.Width(got) > cells:
			t.Errorf("%q takes %d cells of %d", got, theme.Width(got), cells)
		case theme.Width(s) <= cells && got != s:
			t.Errorf("%q fits and became %q", s, got)
		case theme.Width(s) > cells && !strings.HasSuffix(got, "…"):
			t.Errorf("%q became %q", s, got)
		}
	})
}
