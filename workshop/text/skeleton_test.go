package text_test

import (
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"convene/workshop/text"
)

func TestSkeletonPutsTogether(t *testing.T) {
	for _, tc := range []struct{ rule, a, b string }{
		{"case", "Ada", "ADA"},
		{"sharp s", "Strauß", "STRAUSS"},
		{"final sigma", "Νίκος", "ΝΊΚΟΣ"},
		{"accents", "Zoë", "Zoe"},
		{"accents that are part of a letter", "Łódź Ørsted", "lodz orsted"},
		{"Cyrillic accents", "Фёдор", "Федор"},
		{"Arabic vowels", "مُحَمَّد", "محمد"},
		{"Arabic stretching", "محـــمد", "محمد"},
		{"Hebrew points", "דָּנָה", "דנה"},
		{"spaces", "Soft Craft", " softcraft "},
		{"punctuation", "Soft-Craft!", "“Soft Craft”"},
		{"apostrophes", "O'Neil", "OʼNeil"},
		{"emoji beside letters", "Ada 🎉", "Ada"},
		{"styles of letters", "ﬁｏｎａ", "FIONA"},
		{"styled capitals", "𝓐𝓓𝓐", "Ada"},
		{"zero and o", "B0b", "Bob"},
		{"one, l and I", "Bi11", "BIll"},
		{"a Cyrillic name that looks Latin", "Сара", "Capa"},
		{"a Cyrillic letter", "Pаul", "Paul"},
		{"a Greek name that looks Latin", "ΝΑΟΜΙ", "NAOMI"},
		{"invisible characters", "A\u200bda\u202e", "Ada"},
	} {
		t.Run(tc.rule, func(t *testing.T) {
			if a, b := text.Skeleton(tc.a), text.Skeleton(tc.b); a != b {
				t.Errorf("%+q is %+q and %+q is %+q, want them equal", tc.a, a, tc.b, b)
			}
		})
	}
}

func TestSkeletonKeepsApart(t *testing.T) {
	for _, tc := range []struct{ rule, a, b string }{
		{"different names", "Ada", "Eda"},
		{"C and C++", "C Guild", "C++ Guild"},
		{"C and C#", "C Guild", "C# Guild"},
		{"emoji names", "🎉", "🚀"},
		{"punctuation names", "!!!", "???"},
		{"something and nothing", "🎉", ""},
		{"Devanagari vowels", "राम", "रमा"},
		{"voiced Kana", "はは", "ばば"},
		{"Thai vowels", "กิน", "กัน"},
		{"Hangul", "김", "긴"},
		{"Han", "山", "川"},
		{"r n is not m", "Arno", "Amo"},
	} {
		t.Run(tc.rule, func(t *testing.T) {
			if a, b := text.Skeleton(tc.a), text.Skeleton(tc.b); a == b {
				t.Errorf("%+q and %+q are both %+q, want them different", tc.a, tc.b, a)
			}
		})
	}
}

func TestSkeletonOfEveryLetterIgnoresCase(t *testing.T) {
	for r := range unicode.MaxRune {
		if !unicode.IsLetter(r) {
			continue
		}
		want := text.Skeleton(string(r))
		for _, other := range []rune{unicode.ToUpper(r), unicode.ToLower(r), unicode.ToTitle(r)} {
			if got := text.Skeleton(string(other)); got != want {
				t.Errorf("%c (%U) is %+q but %c (%U) is %+q", r, r, want, other, other, got)
			}
		}
	}
}

func TestSkeletonIgnoresCaseAndAccents(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringMatching(`[A-Za-z][A-Za-z0-9а-яА-Яα-ωΑ-Ωéüñ ]{0,30}`).Draw(t, "s")
		want := text.Skeleton(s)
		var accented strings.Builder
		for _, r := range s {
			accented.WriteRune(r)
			if r != ' ' {
				accented.WriteString(rapid.SampledFrom([]string{"", "\u0301", "\u0308", "\u0327"}).Draw(t, "accent"))
			}
		}
		for _, other := range []string{strings.ToUpper(s), strings.ToLower(s), accented.String(), strings.ReplaceAll(s, " ", " - ")} {
			if got := text.Skeleton(other); got != want {
				t.Errorf("%+q is %+q but %+q is %+q", s, want, other, got)
			}
		}
	})
}

func FuzzSkeleton(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		mustBeASkeleton(t, s)
	})
}

func TestSkeletonOfAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		mustBeASkeleton(t, typed().Draw(t, "typed"))
	})
}

// mustBeASkeleton checks what is promised about every skeleton.
func mustBeASkeleton(t failer, s string) {
	t.Helper()
	got := text.Skeleton(s)
	mustBeClean(t, got)
	if again := text.Skeleton(got); again != got {
		t.Errorf("Skeleton(%+q) = %+q, and of that %+q", s, got, again)
	}
	if of := text.Skeleton(text.Line(s)); of != got {
		t.Errorf("Skeleton(%+q) = %+q, but when cleaned before %+q", s, got, of)
	}
	if (got == "") != (text.Line(s) == "") {
		t.Errorf("Skeleton(%+q) = %+q, but Line is %+q", s, got, text.Line(s))
	}
}
