package text_test

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"convene/workshop/text"
)

// hostile holds seeds for fuzzing: each made some rule necessary.
var hostile = []string{
	"", " ", "a\r\nb\tc", "\x1b]0;t\x07\u009b2J", "\u202eabc\u2066\u200b\ufeff", "a\xff\xed\xa0\x80",
	"q\u0300\u0301\u0302\u0303", "\u0301\u0302", "q" + strings.Repeat("\u0335", 70), "a \u0301",
	"👨\u200d👩\u200d👧\u200d👦", "a\u200db", "❤\ufe0f\u200d\u200d🔥", "🇩🇪🇫", "1\ufe0f\u20e3", "1\ufe0f\u0301\u20e3",
	"👍🏽🏽", "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f", "🏴\U000e0067\U000e007f",
	"\u1100\u1100\u1161\u11a8\u11a8", "\u1100\u0300\u0301\u0302\u1161", "क्\u200dष्क्ष", "กำำำ", "ｶﾞﾞﾞ", "\u0d4e\u0d4e🇩🇪",
	"\u09c7\u0301\u09be", "\u0f71\u0f72\u0f74", "ﷺ", "ﬁ", "¨", "ΐ", "ᾳ", "İı", "ß", "Ⓜ\ufe0f", "㎏", "↔\u0338\ufe0f", "🔥\u200d↔\u0338",
	"Café", "Аdmin", "fаcilitator", "山田タロウ", "C++", "...", "🎉", "क!ि", "ŉ", "\u212b", "\U0001d15e",
}

// typed makes text of the pieces that the rules are about.
func typed() *rapid.Generator[string] {
	piece := rapid.OneOf(
		rapid.SampledFrom(hostile),
		rapid.SampledFrom([]string{
			"\u200d", "\ufe0f", "\u20e3", "🏽", "🇩", "👨", "❤", "1", "\u0338", "↔", "\u0301", "\u0345",
			"\u1100", "\u1161", "\u11a8", "가", "क", "्", "\u0d4e", "ﾞ", "か", "ำ", " ", "a", "!",
		}),
		rapid.StringOfN(rapid.RuneFrom(nil, unicode.M), 1, 3, -1),
		rapid.StringN(0, 4, -1),
	)
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(piece, 0, 24).Draw(t, "pieces"), "")
	})
}

// failer is what [testing.T] and [rapid.T] have in common here.
type failer interface {
	Helper()
	Errorf(format string, args ...any)
}

// mustBeClean checks what is promised about clean text, by other means than those that made it so.
func mustBeClean(t failer, s string) {
	t.Helper()
	if !utf8.ValidString(s) {
		t.Errorf("%+q is not valid UTF-8", s)
	}
	if !norm.NFC.IsNormalString(s) {
		t.Errorf("%+q is not in NFC", s)
	}
	if len(s) > text.MaxBytes {
		t.Errorf("%d bytes, more than %d", len(s), text.MaxBytes)
	}
	if strings.Contains(s, "  ") || strings.TrimSpace(s) != s {
		t.Errorf("%+q has spaces to lose", s)
	}
	if again := text.Line(s); again != s {
		t.Errorf("%+q becomes %+q when cleaned again", s, again)
	}

	runes := []rune(s)
	marks := text.MaxMarks // as if a stack stood before the start
	for i, r := range runes {
		before, after := at(runes, i-1), at(runes, i+1)
		switch {
		case r == '\u200d':
			if !endsEmoji(before) || !unicode.Is(unicode.So, after) && after != '\u2194' && after != '\u2195' {
				t.Errorf("%+q has a joiner between %+q and %+q", s, before, after)
			}
		case r == '\ufe0f':
			if before < 0x80 && after != '\u20e3' || unicode.IsLetter(before) && before != '\u2139' {
				t.Errorf("%+q has a selector after %+q", s, before)
			}
		case 0xe0020 <= r && r <= 0xe007f:
			if before != '\U0001f3f4' && (before < 0xe0020 || before > 0xe007f) {
				t.Errorf("%+q has a tag after %+q", s, before)
			}
		case 0x1f3fb <= r && r <= 0x1f3ff:
			if !unicode.Is(unicode.So, before) {
				t.Errorf("%+q has a skin tone after %+q", s, before)
			}
		case r == ' ':
			marks = text.MaxMarks
		case unicode.Is(unicode.M, r):
			if marks++; marks > text.MaxMarks {
				t.Errorf("%+q has too many marks at %+q", s, r)
			}
		case !unicode.In(r, unicode.L, unicode.N, unicode.P, unicode.S):
			t.Errorf("%+q has %U in it", s, r)
		default:
			marks = 0
		}
	}
	for g := graphemes.FromString(s); g.Next(); {
		if n := utf8.RuneCountInString(g.Value()); n > 16 {
			t.Errorf("%+q has %d code points in one cluster", s, n)
		}
	}
	if cells, n := text.Cells(s), text.Len(s); cells < n {
		t.Errorf("%+q has %d clusters in %d cells", s, n, cells)
	}
}

// endsEmoji reports whether a character can be the last of an emoji that another is joined to.
func endsEmoji(r rune) bool {
	return r == '\ufe0f' || 0x1f3fb <= r && r <= 0x1f3ff || unicode.In(r, unicode.So, unicode.Sm)
}

func at(runes []rune, i int) rune {
	if i < 0 || i >= len(runes) {
		return 0
	}
	return runes[i]
}
