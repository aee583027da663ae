package theme_test

import (
	"strings"

	"pgregory.net/rapid"

	"convene/workshop/text"
)

// words are what people may have typed, in whatever script, as it is after cleaning; never empty.
func words() *rapid.Generator[string] {
	piece := rapid.OneOf(
		rapid.SampledFrom([]string{
			"We learn together", "Onboarding", "一起学习", "نتعلم معا", "👩\u200d🔬", "🇩🇪", "👍🏽", "漢", "ｶﾞ", "각", "क्षि", "ที่",
			" ", " - ", "1\ufe0f\u20e3", "Aः", "/", "-", "…", "\u0301",
		}),
		rapid.StringN(1, 8, -1),
	)
	return rapid.Custom(func(t *rapid.T) string {
		if s := text.Line(strings.Join(rapid.SliceOfN(piece, 1, 12).Draw(t, "pieces"), "")); s != "" {
			return s
		}
		return "x"
	})
}
