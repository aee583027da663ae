package sshd

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

// uncertain says whether terminals may disagree about a character.
func uncertain(cluster string) bool {
	r, n := utf8.DecodeRuneInString(cluster)
	return n < len(cluster) || certain(r) == 0
}

// framed is what a line of frames side by side says, and how wide each of them is.
type framed struct {
	texts []string
	rooms []int
	side  string
}

// String is the line as a layout that thinks as we do makes it.
func (f framed) String() string {
	var b strings.Builder
	for i, text := range f.texts {
		cut, cells := newPen(colorprofile.TrueColor).line(nil, text, f.rooms[i])
		b.WriteString("\x1b[34m" + f.side + reset + " " + string(cut) + reset + strings.Repeat(" ", f.rooms[i]-cells+1))
	}
	return b.String() + f.side
}

// Whatever width a terminal gives to what terminals disagree about, and whatever stood on the line before, frames stand in their
// columns, and nothing behind the last.
func TestFramesStandInTheirColumns(t *testing.T) {
	text := rapid.Map(rapid.SliceOfN(rapid.SampledFrom([]string{
		"a", "word", " ", "  ", "每", "é", "e\u0301",
		"☺️", "❤️", "1️⃣", "🏳️‍🌈", "👨🏽‍💻", "🌲", "नमस्ते", "▶", "\x1b[1m", "\x1b[48;5;4m", reset,
	}), 0, 9), func(p []string) string { return strings.Join(p, "") + reset })
	rapid.Check(t, func(t *rapid.T) {
		rooms := rapid.SliceOfN(rapid.IntRange(4, 16), 1, 4).Draw(t, "rooms")
		f := framed{rooms: rooms, side: rapid.SampledFrom([]string{"│", "|"}).Draw(t, "side")}
		all := 1
		for _, room := range rooms {
			all += room + 3
		}
		width := all + rapid.SampledFrom([]int{0, 1, 9}).Draw(t, "beside")
		shows := &row{uncertain: rapid.IntRange(1, 4).Draw(t, "cells"), width: width}
		c := newCanvas(colorprofile.TrueColor, new(stencils))
		for range rapid.IntRange(2, 5).Draw(t, "pictures") {
			f.texts = rapid.SliceOfN(text, len(rooms), len(rooms)).Draw(t, "texts")
			shows.take(t, string(c.paint(nil, window(width, 1, f.String()))))
			fresh := &row{uncertain: shows.uncertain, width: width}
			fresh.take(t, string(newCanvas(colorprofile.TrueColor, new(stencils)).paint(nil, window(width, 1, f.String()))))
			if shows.String() != fresh.String() {
				t.Fatalf("%q became\n%s, and new it is\n%s", f, shows, fresh)
			}
			at := 0
			for _, room := range append(rooms, -3) {
				if got := ansi.Strip(shows.cell(at)); got != f.side {
					t.Fatalf("%q: there is %q in column %d of\n%s", f, got, at, shows)
				}
				at += room + 3
			}
			if rest := shows.from(all); strings.TrimSpace(ansi.Strip(rest)) != "" {
				t.Fatalf("%q: %q stands behind the last frame", f, rest)
			}
		}
	})
}

// Columns that nothing but gaps sets apart begin where they should.
func TestGapsSetColumnsApart(t *testing.T) {
	for cells := 1; cells <= 4; cells++ {
		shows := &row{uncertain: cells, width: 40}
		c := newCanvas(colorprofile.TrueColor, new(stencils))
		for _, line := range []string{
			"Ann  writes", "❤️ Ann  नमस्ते  \x1b[1mwrites" + reset, "1️⃣ a word  👩🏿‍🚀    waits", "Ann  writes",
		} {
			shows.take(t, string(c.paint(nil, window(40, 1, line))))
			word := ansi.Strip(line[strings.LastIndex(line, " ")+1:])
			want := ansi.StringWidth(line) - len(word)
			if got := ansi.Strip(shows.from(want)); strings.TrimRight(got, " ") != word {
				t.Errorf("%d cells: %q ends with %q: %s", cells, line, got, shows)
			}
		}
	}
}

// A selected note has its background up to where it ends, and nothing else has it; unless it is so full that a terminal that
// finds it wider can't end it there.
func TestABackgroundEndsWhereItShould(t *testing.T) {
	const band = "\x1b[48;5;4m"
	for cells := 1; cells <= 4; cells++ {
		for _, text := range []string{"☺️ ❤️ a word      ", "👨🏽‍💻 to the end", "❤️ "} {
			shows := &row{uncertain: cells, width: 40}
			end := ansi.StringWidth(text)
			line := band + text + reset + strings.Repeat(" ", 30-end) + "waits"
			shows.take(t, string(newCanvas(colorprofile.TrueColor, new(stencils)).paint(nil, window(40, 1, line))))
			if got := shows.from(30); strings.TrimRight(got, " ") != "waits" {
				t.Errorf("%d cells: %q ends with %q", cells, line, got)
			}
			roomy := strings.HasSuffix(text, "  ")
			if (roomy || cells == 1) && strings.Contains(shows.from(end), band) {
				t.Errorf("%d cells: the background of %q goes on: %s", cells, text, shows)
			}
			for x := range end {
				if cell := shows.cell(x); roomy && cell != "" && !strings.HasPrefix(cell, band) {
					t.Errorf("%d cells: the background of %q has a hole in column %d: %s", cells, text, x, shows)
				}
			}
		}
	}
}

// Nothing is sent for columns when no terminal can be mistaken.
func TestCertainTextNeedsNoColumns(t *testing.T) {
	piece := rapid.SampledFrom([]string{"a", "  ", "│", "|", "每", "é", "●", "\x1b[1m", "\x1b[48;5;4m", reset})
	rapid.Check(t, func(t *rapid.T) {
		line := strings.Join(rapid.SliceOf(piece).Draw(t, "line"), "")
		bare, cells := newPen(colorprofile.TrueColor).line(nil, line, 30)
		in := columns{y: 3, x: 2, width: 32}
		kept, same := newPen(colorprofile.TrueColor).lineIn(&in, nil, line, 30)
		kept = in.after(kept, same)
		if string(kept) != string(bare) || same != cells || in.strayed {
			t.Fatalf("%q became %q, without columns %q", line, kept, bare)
		}
	})
}
