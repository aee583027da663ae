package sshd

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
	"pgregory.net/rapid"
)

func TestALineIsPatched(t *testing.T) {
	const blue, red = "\x1b[34m", "\x1b[31m"
	for _, c := range []struct{ name, old, now, want string }{
		{"a second has passed", " Vision " + blue + "◷ 08:57" + reset, " Vision " + blue + "◷ 08:56" + reset, "\x1b[1;15H" + blue + "6" + reset},
		{"a word in the middle", "│ Sharing │", "│ Helping │", "\x1b[1;3HHelp"},
		{"a letter is added", "│ Shar    │", "│ Share   │", "\x1b[1;7He"},
		{"more words at the end", "one", "one two", "\x1b[1;4H two" + reset + erase},
		{"fewer", "one two", "one", "\x1b[1;4H" + reset + erase},
		{"another colour", blue + "one" + reset + " two", red + "one" + reset + " two", "\x1b[1H" + red + "one" + reset},
		{"bold in the middle", "a" + blue + "bcd" + reset, "a" + blue + "b\x1b[1mc" + reset, "\x1b[1;3H" + blue + "\x1b[1mc" + reset + reset + erase},
		{"behind an emoji", "🌲 Ann: 1", "🌲 Ann: 2", "\x1b[1H" + erase + "🌲 Ann: 2" + reset + erase},
		{"before an emoji", "1 🌲 Ann", "2 🌲 Ann", "\x1b[1H2"},
		{"an emoji for another", "a 🌲 Ann", "a 🌳 Ann", "\x1b[1;2H " + erase + "🌳 Ann" + reset + erase},
		{"behind Chinese", "每天 1", "每天 2", "\x1b[1;6H2"},
		{"an accent on its own", "e1", "e\u03011", "\x1b[1H" + erase + "e\u03011" + reset + erase},
		{"what fills the window", strings.Repeat("a", 40), strings.Repeat("a", 38) + "🌲", "\x1b[1;38Ha" + erase + "🌲" + reset},
		{"a frame behind an emoji", "│ 🌲 │ Ann │", "│ 🌳 │ Ann │", "\x1b[1;2H " + erase + "🌳 \x1b[1;6H│ Ann │" + reset + erase},
		{"a frame of ASCII", "| 🌲 |", "| 🌳 |", "\x1b[1;2H " + erase + "🌳 \x1b[1;6H|" + reset + erase},
		{"a gap behind an emoji", "🌲 Ann  Bob  Cy", "🌳 Ann  Bob  Cy", "\x1b[1H" + erase + "🌳 Ann  \x1b[1;9HBob  Cy" + reset + erase},
		{
			"a background behind an emoji", "\x1b[48;5;4m🌲  " + reset + "  Bob", "\x1b[48;5;4m🌳  " + reset + "  Bob",
			"\x1b[1H\x1b[48;5;4m" + erase + "🌳  \x1b[1;5H" + reset + "  Bob" + reset + erase,
		},
		{
			"a background that ends at once", "\x1b[48;5;4m🌲" + reset + "  Bob", "\x1b[48;5;4m🌳" + reset + "  Bob",
			"\x1b[1H\x1b[48;5;4m" + erase + "🌳" + reset + erase + "  \x1b[1;5HBob" + reset + erase,
		},
		{
			"a background behind the last cell", "\x1b[48;5;4m" + strings.Repeat("a", 38) + "🌲" + reset,
			"\x1b[48;5;4m" + strings.Repeat("a", 38) + "🌳" + reset, "\x1b[1;38H\x1b[48;5;4ma" + erase + "🌳" + reset + reset,
		},
		{"a style in a gap", "🌲  " + blue + "  Bob", "🌳  " + blue + "  Bob", "\x1b[1H" + erase + "🌳  " + blue + "  \x1b[1;7HBob" + reset + erase},
		{"a gap at the end", "🌲  ", "🌳  ", "\x1b[1H" + erase + "🌳  \x1b[1;5H" + reset + erase},
		{"an emoji in each column", "🌲  🌲 │", "🌳  🌲 │", "\x1b[1H" + erase + "🌳  \x1b[1;5H" + erase + "🌲 \x1b[1;8H│" + reset + erase},
		{"what is too long", strings.Repeat("a", 50), strings.Repeat("a", 49) + "b", "\x1b[1;40H" + erase + "a" + reset},
	} {
		canvas := newCanvas(colorprofile.TrueColor, new(stencils))
		canvas.paint(nil, window(40, 1, c.old))
		if got := string(canvas.paint(nil, window(40, 1, c.now))); got != c.want {
			t.Errorf("%s:\n%q, want\n%q", c.name, got, c.want)
		}
	}
}

// row is a line of a terminal that takes so many cells more than others for an emoji; or so many for whatever is not certain.
type row struct {
	cells     []string
	at        int
	style     string
	strange   int
	uncertain int // 0 when it is as strange as that
	width     int // behind which nothing wraps; 0 when there is no end
}

func (r *row) put(cluster string, cells int) {
	if cells == 0 { // a mark belongs to what stands before it
		r.cells[r.at-1] += cluster
		return
	}
	if r.width > 0 {
		cells = min(cells, r.width)
		r.at = min(r.at, r.width-cells)
	}
	for len(r.cells) < r.at+cells {
		r.cells = append(r.cells, " ")
	}
	for i := range cells {
		r.cells[r.at+i] = ""
	}
	r.cells[r.at] = r.style + cluster
	r.at += cells
}

// take does what a terminal does.
func (r *row) take(t interface{ Fatalf(string, ...any) }, out string) {
	var state byte
	for len(out) > 0 {
		seq, width, n, next := ansi.DecodeSequence(out, state, nil)
		state, out = next, out[n:]
		switch {
		case seq == reset:
			r.style = ""
		case strings.HasPrefix(seq, "\x1b[") && strings.HasSuffix(seq, "m"):
			r.style += seq
		case seq == erase:
			r.cells = r.cells[:min(len(r.cells), r.at)]
			for r.style != "" && len(r.cells) < r.width {
				r.cells = append(r.cells, r.style+" ")
			}
		case seq == wipe[len(reset):]:
			r.cells = nil
		case strings.HasPrefix(seq, "\x1b[") && strings.HasSuffix(seq, "H"):
			_, column, _ := strings.Cut(strings.TrimSuffix(seq, "H"), ";")
			x, _ := strconv.Atoi(column)
			r.at = max(0, x-1)
		case seq[0] < ' ':
			t.Fatalf("the terminal got %q", seq)
		default:
			switch {
			case r.uncertain > 0 && uncertain(seq):
				width = r.uncertain
			case strings.ContainsAny(seq, "🌲👩❤✔⏸"): // of which terminals think differently
				width = max(1, width+r.strange)
			}
			r.put(seq, width)
		}
	}
}

// cell is what begins in a cell, in its style.
func (r *row) cell(x int) string {
	if x < len(r.cells) {
		return r.cells[x]
	}
	return ""
}

// from is what stands from a cell on.
func (r *row) from(x int) string { return strings.Join(r.cells[min(x, len(r.cells)):], "") }

func (r *row) String() string { return strings.TrimRight(fmt.Sprintf("%q", r.cells), " ") }

// Whatever a terminal thinks of emoji, a patched line looks as if it had been written anew, through any number of changes.
func TestAPatchedLineIsAsIfItWereNew(t *testing.T) {
	piece := rapid.SampledFrom([]string{
		"a", "b", "e\u0301", " ", "│", "●", "◷", "08:5", "6", "每", "天", "🌲", "👩‍👩‍👧", "❤️", "✔", "⏸", "é", "\u0301", "\x1b[34m", "\x1b[1m", reset, reset,
	})
	rapid.Check(t, func(t *rapid.T) {
		pieces := rapid.SliceOfN(piece, 0, 14).Draw(t, "first")
		width := rapid.IntRange(4, 20).Draw(t, "width")
		patched := newCanvas(colorprofile.TrueColor, new(stencils))
		strange := rapid.IntRange(-1, 1).Draw(t, "strange")
		shows := &row{strange: strange}
		for range rapid.IntRange(1, 6).Draw(t, "changes") {
			line := strings.Join(pieces, "") + reset
			shows.take(t, string(patched.paint(nil, window(width, 1, line))))
			fresh := &row{strange: strange}
			fresh.take(t, string(newCanvas(colorprofile.TrueColor, new(stencils)).paint(nil, window(width, 1, line))))
			if shows.String() != fresh.String() || shows.style != "" {
				t.Fatalf("%q became\n%s, and new it is\n%s", line, shows, fresh)
			}
			at := 0
			if len(pieces) > 0 {
				at = rapid.IntRange(0, len(pieces)-1).Draw(t, "at")
			}
			switch rapid.IntRange(0, 2).Draw(t, "how") {
			case 0:
				pieces = slices.Insert(slices.Clone(pieces), at, piece.Draw(t, "new"))
			case 1:
				if len(pieces) > 0 {
					pieces = slices.Delete(slices.Clone(pieces), at, at+1)
				}
			default:
				if len(pieces) > 0 {
					pieces = slices.Clone(pieces)
					pieces[at] = piece.Draw(t, "other")
				}
			}
		}
	})
}

// Several lines change at once, in whatever styles: a terminal shows what it would show if all of it were painted anew.
func TestAPatchedPictureIsAsIfItWereNew(t *testing.T) {
	piece := rapid.SampledFrom([]string{"a", "b", " ", "│", "●", "每", "\x1b[34m", "\x1b[1m", "\x1b[44m", reset, reset})
	any := rapid.Map(rapid.SliceOfN(piece, 0, 9), func(p []string) string { return strings.Join(p, "") + reset })
	digit := rapid.SampledFrom([]string{"\x1b[34ma█" + reset, "\x1b[34ma█ █" + reset, "\x1b[34ma" + reset, "\x1b[34mab" + reset + " c"})
	line := rapid.OneOf(any, digit, digit)
	rapid.Check(t, func(rt *rapid.T) {
		const width, height = 8, 3
		patched, shows := newCanvas(colorprofile.TrueColor, new(stencils)), vt.NewEmulator(width, height)
		for range rapid.IntRange(1, 5).Draw(rt, "pictures") {
			lines := rapid.SliceOfN(line, 0, height).Draw(rt, "lines")
			_, _ = shows.Write(patched.paint(nil, window(width, height, lines...)))
			fresh := vt.NewEmulator(width, height)
			_, _ = fresh.Write(newCanvas(colorprofile.TrueColor, new(stencils)).paint(nil, window(width, height, lines...)))
			for y := range height {
				for x := range width {
					if got, want := shows.CellAt(x, y), fresh.CellAt(x, y); !got.Equal(want) {
						rt.Fatalf("%q: cell %d of line %d is %+v, and new it is %+v", lines, x, y, got, want)
					}
				}
			}
		}
	})
}
