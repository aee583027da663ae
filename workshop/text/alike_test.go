package text_test

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"convene/workshop/text"
)

func TestAlikeIsTheShareOfCommonWords(t *testing.T) {
	for _, tc := range []struct {
		rule, a, b string
		want       float64
	}{
		{"the same", "Pair across teams", "Pair across teams", 1},
		{"nothing in common", "Pair across teams", "Monthly lunch", 0},
		{"case and punctuation", "Pair, across teams.", "pair ACROSS teams", 1},
		{"accents", "Café für alle", "cafe fur alle", 1},
		{"sharp s", "Spaß", "SPASS", 1},
		{"the order of words", "teams across, pair", "Pair across teams", 1},
		{"a word that is repeated", "very very good", "very good", 1},
		{"an apostrophe", "We don't know", "we dont know", 1},
		{"one word more", "Pair across teams", "Pair programming across teams", 6.0 / 7},
		{"half of them", "old code", "new code", 0.5},
		{"Chinese", "我们一起学习", "我们一起学习", 1},
		{"Chinese, one character more", "一起学习", "一起学习吧", 6.0 / 7},
		{"Chinese, other characters", "学习", "教书", 0},
		{"one Chinese character", "学", "学", 1},
		{"voiced Kana are other characters", "はは", "ばば", 0},
		{"Thai vowels make other characters", "กิน", "กัน", 0},
		{"Arabic vowels are no difference", "مُحَمَّد", "محمد", 1},
		{"Devanagari vowels are", "राम", "रमा", 0},
		{"Hangul has spaces", "함께 배우기", "함께 배우기", 1},
		{"two scripts in one text", "Go 学习会", "go学习会", 1},
		{"emoji beside words", "Lunch 🎉", "lunch", 1},
		{"emoji alone", "🎉", "🎉", 1},
		{"other emoji", "🎉", "🚀", 0},
		{"nothing and something", "", "lunch", 0},
		{"C++ is not C", "C++", "C", 0},
	} {
		t.Run(tc.rule, func(t *testing.T) {
			if got := text.Alike(tc.a, tc.b); math.Abs(got-tc.want) > 1e-9 {
				t.Errorf("%q and %q are alike by %.3f, want %.3f", tc.a, tc.b, got, tc.want)
			}
		})
	}
}

// What the measure can't see, so that nobody believes it could.
func TestAlikeUnderstandsNothing(t *testing.T) {
	for _, tc := range []struct {
		what, a, b string
		alike      bool
	}{
		{"words that mean the same", "fast cars", "quick automobiles", false},
		{"forms of one word", "meeting", "meetings", false},
		{"a word that turns the sense around", "no fear of old code", "fear of old code", true},
	} {
		if got := text.Alike(tc.a, tc.b); (got > 0.8) != tc.alike {
			t.Errorf("%s: %q and %q are alike by %.2f", tc.what, tc.a, tc.b, got)
		}
	}
}

func checkAlike(t failer, a, b string) {
	t.Helper()
	ab, ba := text.Alike(a, b), text.Alike(b, a)
	if ab != ba {
		t.Errorf("%+q and %+q are alike by %v, and the other way round by %v", a, b, ab, ba)
	}
	if ab < 0 || ab > 1 || math.IsNaN(ab) {
		t.Errorf("%+q and %+q are alike by %v", a, b, ab)
	}
	if self := text.Alike(a, a); text.Line(a) != "" && self != 1 || text.Line(a) == "" && self != 0 {
		t.Errorf("%+q is alike to itself by %v", a, self)
	}
	if clean := text.Line(a); text.Alike(a, b) != text.Alike(clean, b) {
		t.Errorf("%+q and its clean form %+q are not alike to %+q in the same way", a, clean, b)
	}
}

func TestAlikeIsAMeasure(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkAlike(t, typed().Draw(t, "a"), typed().Draw(t, "b")) })
}

func TestMoreCommonWordsAreMoreAlike(t *testing.T) {
	word := rapid.StringMatching(`[a-z]{2,6}`)
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfNDistinct(word, 2, 10, rapid.ID).Draw(t, "words")
		n := rapid.IntRange(1, len(words)-1).Draw(t, "n")
		all := strings.Join(words, " ")
		if less, more := text.Alike(strings.Join(words[:n], " "), all), text.Alike(strings.Join(words[:n+1], " "), all); less >= more {
			t.Errorf("%d words of %q are alike by %.3f, one more by %.3f", n, all, less, more)
		}
	})
}

func FuzzAlike(f *testing.F) {
	for i, s := range hostile {
		f.Add(s, hostile[(i+1)%len(hostile)])
	}
	f.Fuzz(func(t *testing.T, a, b string) { checkAlike(t, a, b) })
}
