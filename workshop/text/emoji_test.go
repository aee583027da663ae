package text_test

import (
	"testing"
	"unicode"

	"convene/workshop/text"
)

func TestEmojiStayWhole(t *testing.T) {
	for name, s := range map[string]string{
		"a face":                   "😀",
		"a text symbol":            "☂",
		"a selector":               "❤\ufe0f",
		"a family":                 "👨\u200d👩\u200d👧\u200d👦",
		"a profession":             "👩🏾\u200d🚀",
		"a gender":                 "🤷🏽\u200d♀\ufe0f",
		"the longest":              "👩🏻\u200d❤\ufe0f\u200d💋\u200d👩🏻",
		"a burning heart":          "❤\ufe0f\u200d🔥",
		"a shaken head":            "🙂\u200d↔\ufe0f",
		"a skin tone":              "👍🏽",
		"a flag":                   "🇩🇪",
		"a rainbow flag":           "🏳\ufe0f\u200d🌈",
		"the flag of Scotland":     "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
		"a keycap":                 "1\ufe0f\u20e3",
		"a keycap of an asterisk":  "*\ufe0f\u20e3",
		"a sign that is a letter":  "ℹ\ufe0f",
		"a black flag that is all": "🏴",
	} {
		t.Run(name, func(t *testing.T) {
			if got := text.Line(s); got != s {
				t.Errorf("Line(%+q) = %+q, want all of it", s, got)
			}
			if n := text.Len(s); n != 1 {
				t.Errorf("Len = %d, want one character", n)
			}
			mustBeClean(t, s)
		})
	}
}

func TestEmojiPartsStayInside(t *testing.T) {
	for _, tc := range []struct{ rule, in, want string }{
		{"a joiner alone goes", "\u200d", ""},
		{"a joiner after the last emoji goes", "👨\u200d", "👨"},
		{"a joiner before a letter goes", "👨\u200da", "👨a"},
		{"a joiner after a letter goes", "a\u200d👨", "a👨"},
		{"of two joiners both go", "👨\u200d\u200d👩", "👨👩"},
		{"five are not one", "👨\u200d👨\u200d👨\u200d👨\u200d👨", "👨\u200d👨\u200d👨\u200d👨👨"},
		{"a selector after a letter goes", "a\ufe0f", "a"},
		{"a selector after a symbol that is no emoji goes", "★\ufe0f", "★"},
		{"a second selector goes", "❤\ufe0f\ufe0f", "❤\ufe0f"},
		{"a text selector goes", "❤\ufe0e", "❤"},
		{"a selector without its keycap goes", "1\ufe0f", "1"},
		{"a skin tone alone goes", "🏽", ""},
		{"a skin tone on a letter goes", "a🏽", "a"},
		{"a skin tone on what has no skin goes", "🚀🏽", "🚀"},
		{"a second skin tone goes", "👍🏽🏽", "👍🏽"},
		{"half a flag goes", "🇩", ""},
		{"half a flag after a flag goes", "🇩🇪🇫", "🇩🇪"},
		{"two halves with something between go", "🇩\u200b🇪", ""},
		{"tags with another spelling go", "🏴\U000e0068\U000e0069\U000e007f", "🏴"},
		{"tags on another base go", "👍\U000e0067\U000e0062\U000e007f", "👍"},
		{"a keycap takes no mark", "1\ufe0f\u20e3\u0301", "1\ufe0f\u20e3"},
		{"a composed arrow is no emoji", "↔\u0338\ufe0f", "↮"},
		{"nor is it joined to one", "🙂\u200d↔\u0338", "🙂↮"},
	} {
		t.Run(tc.rule, func(t *testing.T) {
			got := text.Line(tc.in)
			if got != tc.want {
				t.Errorf("Line(%+q) = %+q, want %+q", tc.in, got, tc.want)
			}
			mustBeClean(t, got)
		})
	}
}

// The totals are those of emoji-data.txt, Unicode 15.0: 1424 with the property Emoji, of which 43 are only parts, and 134
// that take a skin tone.
func TestEmojiTables(t *testing.T) {
	joined, toned := 0, 0
	for r := range unicode.MaxRune {
		if s := "👨\u200d" + string(r); text.Line(s) == s {
			joined++
			if text.Len(s) != 1 {
				t.Errorf("%U joins an emoji but does not make one character with it", r)
			}
		}
		if s := string(r) + "🏽"; text.Line(s) == s {
			toned++
		}
	}
	if want := 1424 - 43; joined != want {
		t.Errorf("%d characters can be joined, want %d", joined, want)
	}
	if want := 134; toned != want {
		t.Errorf("%d characters take a skin tone, want %d", toned, want)
	}
}
