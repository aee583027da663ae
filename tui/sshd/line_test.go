package sshd

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
)

func TestALineLetsTextAndStylesThrough(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"text", "Good morning, Ann", "Good morning, Ann"},
		{
			"styles", "\x1b[1;38;2;255;0;0mred\x1b[0m \x1b[4:3mcurly\x1b[m",
			"\x1b[1;38;2;255;0;0mred\x1b[0m \x1b[4:3mcurly\x1b[m",
		},
		{"accents and scripts", "é e\u0301 ß 每天 नमस्ते ไทย", "é e\u0301 ß 每天 नमस्ते ไทย"},
		{"emoji", "👩‍👩‍👧 ❤️ 🏴󠁧󠁢󠁳󠁣󠁴󠁿 👍🏽", "👩‍👩‍👧 ❤️ 🏴󠁧󠁢󠁳󠁣󠁴󠁿 👍🏽"},
		{"cursor movement", "a\x1b[2;3Hb\x1b[Kc\x1b[2Jd", "abcd"},
		{"modes", "a\x1b[?1049lb\x1b[?25hc\x1b[!pd", "abcd"},
		{"what only looks like a style", "a\x1b[>4;1mb\x1b[?4mc\x1b[1 md", "abcd"},
		{"a style that is too long", "a\x1b[" + strings.Repeat("1;", 40) + "1mb", "ab"},
		{"a title", "a\x1b]0;gotcha\ab\x1b]2;x\x1b\\c", "abc"},
		{"the clipboard", "a\x1b]52;c;aGk=\ab", "ab"},
		{"a link", "a\x1b]8;;http://x\x1b\\b\x1b]8;;\x1b\\c", "abc"},
		{"device control", "a\x1bPq#0\x1b\\b\x1b_Gx\x1b\\c", "abc"},
		{"a reset", "a\x1bcb", "ab"},
		{"a character set", "a\x1b(0b\x0ec\x0fd", "abcd"},
		{"C0", "a\r\nb\tc\bd\ae\x00f\x7fg", "abcdefg"},
		{"C1 in UTF-8", "a\u009b2Jb\u0085c\u0090d", "a2Jbcd"},
		{"C1 in a byte", "a\x9b2Jb\x85c", "a2Jbc"},
		{"broken UTF-8", "a\xc3b\xf0\x9f\x98c\xed\xa0\x80d", "abcd"},
		{"direction marks", "a\u202eb\u2066c\u200ed\u2028e", "abcde"},
		{"marks without a base", "\u0301a", "a"},
		{"a tower of marks", "a" + strings.Repeat("\u0301", 100) + "b", "b"},
		{"an end in the middle", "a\x1b[38;2", "a"},
		{"an escape alone", "a\x1b", "a"},
	} {
		got, cells := newPen(colorprofile.TrueColor).line(nil, c.in, 80)
		if c.name == "a tower of marks" {
			got = []byte(strings.TrimLeft(string(got), "\u0301a")) // its base may stand or fall with it
		}
		if string(got) != c.want {
			t.Errorf("%s: %q became %q, want %q", c.name, c.in, got, c.want)
		}
		if want := ansi.StringWidth(c.want); c.name != "a tower of marks" && cells != want {
			t.Errorf("%s: counted as %d cells, want %d", c.name, cells, want)
		}
	}
}

func TestALineEndsAtTheWindowsEdge(t *testing.T) {
	for _, c := range []struct {
		in    string
		width int
		want  string
		cells int
	}{
		{"abcdef", 3, "abc", 3},
		{"abc", 3, "abc", 3},
		{"a每天", 4, "a每", 3},
		{"\x1b[1mabc\x1b[0mdef", 3, "\x1b[1mabc\x1b[0m", 3},
		{"ae\u0301b", 2, "ae\u0301", 2},
		{"每", 1, "", 0},
	} {
		got, cells := newPen(colorprofile.TrueColor).line(nil, c.in, c.width)
		if string(got) != c.want || cells != c.cells {
			t.Errorf("%q in %d cells became %q in %d, want %q in %d", c.in, c.width, got, cells, c.want, c.cells)
		}
	}
}

// FuzzLine paints hostile lines between two others, on a terminal that would do what they say.
func FuzzLine(f *testing.F) {
	for _, s := range []string{
		"text", "\x1b[1;31mred", "\x1b[5;1Hx", "\x1b]0;t\a", "\u009b2J",
		"每天👩‍👩‍👧", "\x1b[?1049h", "\x1bc",
		"\xff\x1b\x9b", "\x1b[3g\x1bH\x1b#8",
		"a\u0301\u0302", "\r\n\x1b[6n\x1b[c", "\x1b[1",
		"\x1b(0qqq", strings.Repeat("x", 30),
		"\x1b[2\x1b[1mx", "\x1bP1$r\x1b\\", "\u2028\u202e\u0600\u0600",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		const width = 20
		term := newWatchedTerminal(t, width, 5)
		c := newCanvas(colorprofile.TrueColor, new(stencils))
		f := frame{lines: []string{"top", "above", "", "below", "bottom"}, size: size{width, 5}, forget: true}
		term.write(string(c.paint([]byte(enter), f)))
		before := term.lines()
		term.armed = true
		f = frame{lines: []string{"top", "above", s, "below", "bottom"}, size: size{width, 5}}
		out := c.paint(nil, f)
		if !utf8.Valid(out) {
			t.Errorf("%q is not UTF-8", out)
		}
		term.write(string(out))
		for y, now := range term.lines() {
			if y != 2 && now != before[y] {
				t.Errorf("%q changed line %d from %q to %q", s, y, before[y], now)
			}
		}
		f.lines = []string{"top", "above", "", "below", "bottom"}
		term.write(string(c.paint(nil, f)))
		if left := term.lines(); left[2] != before[2] {
			t.Errorf("%q left %q behind", s, left[2])
		}
	})
}
