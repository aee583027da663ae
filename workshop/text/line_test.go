package text_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"convene/workshop/text"
)

func TestLine(t *testing.T) {
	for _, tc := range []struct{ rule, in, want string }{
		{"plain text stays", "Pair across teams", "Pair across teams"},
		{"punctuation and symbols stay", `C# & C++: 50% <b>"fun"</b> – €5 × 3`, `C# & C++: 50% <b>"fun"</b> – €5 × 3`},
		{"nothing stays nothing", "", ""},

		{"a line break is a space", "one\ntwo", "one two"},
		{"carriage return and line feed are one space", "one\r\ntwo", "one two"},
		{"a lone carriage return is a space", "one\rtwo", "one two"},
		{"a tab is a space", "one\ttwo", "one two"},
		{"vertical tab, form feed and next line are spaces", "a\vb\fc\u0085d", "a b c d"},
		{"line and paragraph separators are spaces", "a\u2028b\u2029c", "a b c"},
		{"no-break, ideographic and other spaces are plain", "a\u00a0b\u3000c\u2003d\u1680e", "a b c d e"},
		{"an empty Braille cell is a space", "a\u2800b", "a b"},
		{"runs of spaces collapse", "a  \t  b", "a b"},
		{"spaces at the ends go", "  a  ", "a"},
		{"only spaces is nothing", " \u00a0\n\t", ""},

		{"invalid bytes go", "a\xffb\xc3", "ab"},
		{"surrogates written as bytes go", "a\xed\xa0\x80b", "ab"},
		{"an overlong slash goes", "a\xc0\xafb", "ab"},
		{"the replacement character is a character", "a\ufffdb", "a\ufffdb"},

		{"NUL, bell, backspace and delete go", "a\x00\x07\x08\x7fb", "ab"},
		{"an escape sequence loses its escape", "\x1b[2Jhello", "[2Jhello"},
		{"a C1 control in UTF-8 goes", "\u009b2Jhello", "2Jhello"},
		{"a C1 control as a byte goes", "\x9b2Jhello", "2Jhello"},
		{"a window title is left as text", "\x1b]0;owned\x07", "]0;owned"},
		{"bidirectional overrides go", "abc\u202edef\u202c", "abcdef"},
		{"bidirectional isolates go", "abc\u2066def\u2069", "abcdef"},
		{"direction marks go", "a\u200eb\u200fc\u061cd", "abcd"},
		{"zero-width spaces go", "a\u200bb\ufeffc\u2060d", "abcd"},
		{"a soft hyphen goes", "co\u00adop", "coop"},
		{"private use goes", "a\ue000b\U000f0000c", "abc"},
		{"unassigned goes", "a\u0378b\U0003ffffc", "abc"},
		{"noncharacters go", "a\ufffeb\uffffc", "abc"},
		{"letters without a shape go", "a\u3164b\u115fc\uffa0d", "abcd"},
		{"the combining grapheme joiner goes", "a\u034fb", "ab"},
		{"hidden tags go", "hi\U000e0068\U000e0069", "hi"},
		{"variation selectors of letters go", "葛\U000e0100 a\ufe0f", "葛 a"},

		{"a letter and its accent become one", "e\u0301", "é"},
		{"also when something stood between", "e\u200b\u0301", "é"},
		{"Ångström sign is a letter", "\u212b", "Å"},
		{"Hangul letters become a syllable", "\u1112\u1161\u11ab", "한"},
		{"two marks stay", "q\u0300\u0301", "q\u0300\u0301"},
		{"the third mark goes", "q\u0300\u0301\u0302", "q\u0300\u0301"},
		{"a stack is cut on every letter", zalgo("he", 40), "ĥ\u0302\u0302ê\u0302\u0302"},
		{"marks come in canonical order", "q\u0301\u0323", "q\u0323\u0301"},
		{"a mark at the start has no base", "\u0301abc", "abc"},
		{"a mark after a space has no base", "a \u0301b", "a b"},
		{"a mark on an emoji goes", "🎉\u0301", "🎉"},
		{"more than thirty marks leave nothing behind", "q" + strings.Repeat("\u0335", 200) + "z", "q\u0335\u0335z"},

		{"Arabic stays", "مرحبا بالعالم", "مرحبا بالعالم"},
		{"Arabic vowels stay", "مُحَمَّد", "مُحَمَّد"},
		{"Hebrew stays", "שלום עולם", "שלום עולם"},
		{"Devanagari stays", "नमस्ते दुनिया, हिन्दी में", "नमस्ते दुनिया, हिन्दी में"},
		{"Thai stays", "น้ำที่นี่ดี", "น้ำที่นี่ดี"},
		{"Vietnamese stays", "Nguyễn Thị Hường", "Nguyễn Thị Hường"},
		{"Japanese stays", "ラーメンを食べる、私は", "ラーメンを食べる、私は"},
		{"a joiner between letters goes", "क्\u200dष", "क्ष"},
		{"a non-joiner goes", "می\u200cخواهم", "میخواهم"},
		{"Thai am does not stack", "ก" + strings.Repeat("ำ", 9), "กำำ"},
	} {
		t.Run(tc.rule, func(t *testing.T) {
			got := text.Line(tc.in)
			if diff := cmp.Diff(tc.want, got); diff != "" {
				t.Errorf("Line(%+q) = %+q, want %+q", tc.in, got, tc.want)
			}
			mustBeClean(t, got)
		})
	}
}

func TestLineBoundsItsWork(t *testing.T) {
	for name, in := range map[string]string{
		"letters":           strings.Repeat("a", 10*text.MaxBytes),
		"half a character":  "a" + strings.Repeat("é", text.MaxBytes),
		"marks":             "a" + strings.Repeat("\u0301", text.MaxBytes),
		"spaces":            strings.Repeat(" ", 10*text.MaxBytes),
		"grows under NFC":   strings.Repeat("\U0001d160", text.MaxBytes),
		"old Hangul, chain": strings.Repeat("\u1100", text.MaxBytes),
	} {
		t.Run(name, func(t *testing.T) {
			got := text.Line(in)
			if len(got) > text.MaxBytes {
				t.Errorf("got %d bytes, want at most %d", len(got), text.MaxBytes)
			}
			mustBeClean(t, got)
		})
	}
	if got := text.Line(strings.Repeat("a", 10*text.MaxBytes)); len(got) != text.MaxBytes {
		t.Errorf("got %d bytes of plain text, want all %d that are allowed", len(got), text.MaxBytes)
	}
	if got := text.Line(strings.Repeat("\u200b", text.MaxBytes) + "a"); got != "" {
		t.Errorf("got %q from beyond the part that is looked at", got)
	}
}

// A terminal that draws the parts of a cluster one by one must not be led far beyond the cells it was counted for.
func TestLineBoundsAClusterOfLetters(t *testing.T) {
	for name, in := range map[string]string{
		"old Hangul initials":     strings.Repeat("\u1100", 500),
		"Hangul finals":           "\uac01" + strings.Repeat("\u11a8", 500),
		"Devanagari conjuncts":    strings.Repeat("क्", 500),
		"Malayalam dotted rephs":  strings.Repeat("\u0d4e", 500),
		"conjuncts after letters": "abc" + strings.Repeat("क्", 500) + "abc",
	} {
		t.Run(name, func(t *testing.T) {
			got := text.Line(in)
			if n := utf8.RuneCountInString(got); n > 30 || n < 10 {
				t.Errorf("%d code points left, want about one cluster", n)
			}
			mustBeClean(t, got)
		})
	}
}

func TestLineIsTheSameForEqualText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringMatching(`[a-zé\x{300}-\x{36f}가-힣 ]{0,40}`).Draw(t, "s")
		var b strings.Builder
		for _, r := range s {
			b.WriteRune(r)
			b.WriteString(rapid.SampledFrom([]string{"", "", "\u200b", "\x1b", "\u202e", "\xff"}).Draw(t, "noise"))
		}
		noisy := b.String()
		if a, b := text.Line(s), text.Line(noisy); a != b {
			t.Errorf("%+q is %+q, with noise %+q", s, a, b)
		}
	})
}

func TestLineOfAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		mustBeClean(t, text.Line(typed().Draw(t, "typed")))
	})
}

// zalgo puts so many circumflexes on every letter.
func zalgo(s string, marks int) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteRune(r)
		b.WriteString(strings.Repeat("\u0302", marks))
	}
	return b.String()
}

func FuzzLine(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		mustBeClean(t, text.Line(s))
	})
}
