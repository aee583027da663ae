package text_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"convene/workshop/text"
)

func TestWhereTheWordsStandThatWereFound(t *testing.T) {
	for _, c := range []struct {
		typed, in string
		want      []string
	}{
		{"", "anything", nil},
		{"rev", "Code reviews", []string{"rev"}},
		{"teach rev", "Code reviews that teach", []string{"rev", "teach"}},
		{"cafe", "Café talks", []string{"Café"}},
		{"cafe", "Cafe\u0301 talks", []string{"Cafe\u0301"}},
		{"an nan", "banana", []string{"anan"}},
		{"dont", "We don't know", []string{"don't"}},
		{"学习", "一起学习", []string{"学习"}},
		{"가", "각", []string{"각"}},
		{"a", "aः", []string{"aः"}},
		{"know how", "know-how", []string{"know", "how"}},
	} {
		var got []string
		for _, at := range text.Found(c.typed, c.in) {
			got = append(got, c.in[at[0]:at[1]])
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q in %q: %q, want %q", c.typed, c.in, got, c.want)
		}
	}
}

func TestWhatIsFoundStandsInOrderInTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := text.Line(typed().Draw(t, "text"))
		last := 0
		for _, at := range text.Found(typed().Draw(t, "typed"), s) {
			if at[0] < last || at[1] <= at[0] || at[1] > len(s) {
				t.Errorf("%v of %d bytes, after %d", at, len(s), last)
			}
			last = at[1]
		}
	})
}
