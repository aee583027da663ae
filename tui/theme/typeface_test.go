package theme_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"convene/tui/theme"
	"convene/tui/tuitest"
)

// everyLetter has every character of the typeface.
const everyLetter = "ABCDEFGHIJKLM NOPQRSTUVWXYZ abcdefghijklm nopqrstuvwxyz 0123456789 ŁØÆŒĐßłøæœđ .,:;!?'’‘\"“” -–—+=/() &%@*…_# " +
	"áàâãāăȧäåǎạą ÁÀÂÃÄÅẠĄ őçñüžřľů ČŠŽŘŇŮÇ íìîï éèêëěę ÉÈÊËĘ ŚŹŻĆŃ"

func TestTheTypefaceLooksAsItDid(t *testing.T) {
	th := theme.New(true, false)
	for _, c := range []struct {
		name  string
		times int
	}{{"typeface", 1}, {"typeface-twice", 2}} {
		lines, ok := th.Lettered(everyLetter, 118, c.times)
		if !ok {
			t.Fatal("a letter is missing")
		}
		tuitest.Golden(t, c.name, lines)
	}
}

// No two characters may look alike, or a name would be read as another.
func TestLettersCanBeToldApart(t *testing.T) {
	th := theme.New(true, false)
	seen := make(map[string]string)
	alike := strings.NewReplacer("'", "’", "‘", "’", "\"", "”", "“", "”")
	for c := range strings.SplitSeq(alike.Replace(strings.ReplaceAll(everyLetter, " ", "")), "") {
		lines, ok := th.Lettered(c, 20, 1)
		if !ok {
			continue // half of a letter that is written with a mark of its own
		}
		picture := strings.Join(lines, "\n")
		if other, known := seen[picture]; known && other != c {
			t.Errorf("%s looks like %s:\n%s", c, other, picture)
		}
		seen[picture] = c
	}
}

func TestLettersKeepToTheirPlace(t *testing.T) {
	th := theme.New(true, false)
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(words(), rapid.StringOfN(rapid.RuneFrom([]rune("abc defg éï Łj W")), 1, 60, -1)).Draw(t, "text")
		cells, times := rapid.IntRange(1, 200).Draw(t, "cells"), rapid.IntRange(1, 4).Draw(t, "times")
		lines, ok := th.Lettered(s, cells, times)
		if !ok {
			return
		}
		if len(lines) == 0 || len(lines)%(theme.LetterRows*times) != 0 {
			t.Errorf("%q takes %d rows", s, len(lines))
		}
		for _, l := range lines {
			if w := theme.Width(l); w > cells {
				t.Errorf("%q takes %d cells of %d", s, w, cells)
			}
		}
	})
}

func TestWhatCannotBeLettered(t *testing.T) {
	th := theme.New(true, false)
	for _, s := range []string{"李梅", "Дмитрий", "we 每天", "🎉", "நி", "\u0301"} {
		if lines, ok := th.Lettered(s, 200, 1); ok {
			t.Errorf("%q is written as\n%s", s, strings.Join(lines, "\n"))
		}
	}
	if _, ok := th.Lettered("incomprehensibility", 40, 1); ok {
		t.Error("a word is wider than its line")
	}
	if _, ok := theme.New(true, true).Lettered("word", 200, 1); ok {
		t.Error("there are blocks on a terminal that has none")
	}
}

func TestDigitsAreAsLargeAsTheyFit(t *testing.T) {
	for _, c := range []struct{ cells, rows, want int }{
		{33, 5, 5}, {32, 5, 3}, {66, 10, 10}, {66, 9, 5}, {65, 10, 5}, {200, 17, 15}, {17, 4, 3}, {16, 4, 1}, {40, 2, 1},
	} {
		for _, ascii := range []bool{false, true} {
			lines := theme.New(true, ascii).Fitted("03:42", c.cells, c.rows)
			if len(lines) != c.want {
				t.Errorf("%d rows in %d cells and %d rows, want %d:\n%s", len(lines), c.cells, c.rows, c.want, strings.Join(lines, "\n"))
			}
			for _, l := range lines {
				if theme.Width(l) > c.cells {
					t.Errorf("%d cells of %d: %q", theme.Width(l), c.cells, l)
				}
			}
		}
	}
}

func TestDigitsLookAsTheyDid(t *testing.T) {
	for _, ascii := range []bool{false, true} {
		th := theme.New(true, ascii)
		var lines []string
		for _, rows := range []int{3, 5, 10, 15} {
			lines = append(lines, th.Fitted("+0123456789:-", 250, rows)...)
			lines = append(lines, "")
		}
		tuitest.Golden(t, map[bool]string{false: "digits", true: "digits-ascii"}[ascii], lines)
	}
}

// A line is not broken where a text has a space for that: before a question mark in French.
func TestLettersKeepTogetherWhatDoesNotBreak(t *testing.T) {
	th := theme.New(true, false)
	width := func(s string) int {
		lines, ok := th.Lettered(s, 200, 1)
		if !ok || len(lines) != theme.LetterRows {
			t.Fatalf("%q takes %d lines", s, len(lines))
		}
		return theme.Width(strings.TrimRight(lines[1], " "))
	}
	plain, kept := "On y va ?", "On y va\u00a0?"
	if width(plain) != width(kept) {
		t.Errorf("%d cells, with a space that doesn't break %d", width(plain), width(kept))
	}
	wide := 0
	for _, l := range first(th.Lettered(plain, 200, 1)) {
		wide = max(wide, theme.Width(strings.TrimRight(l, " ")))
	}
	narrow := wide - 1
	a, b := first(th.Lettered(plain, narrow, 1)), first(th.Lettered(kept, narrow, 1))
	if len(a) != 2*theme.LetterRows || len(b) != 2*theme.LetterRows || slices.Equal(a, b) {
		t.Errorf("in %d cells:\n%s\nand\n%s", narrow, strings.Join(a, "\n"), strings.Join(b, "\n"))
	}
}

func first(lines []string, _ bool) []string { return lines }
