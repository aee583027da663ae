package text_test

import (
	"testing"

	"convene/workshop/text"
)

func TestFindingAsksForEveryWordInWhateverOrder(t *testing.T) {
	for _, c := range []struct {
		typed, in string
		want      bool
	}{
		{"", "anything", true},
		{"rev", "Code reviews that teach", true},
		{"teach rev", "Code reviews that teach", true},
		{"teach nothing", "Code reviews that teach", false},
		{"CAFE", "Café talks", true},
		{"cafe\u0301", "CAFÉ", true},
		{"学习", "一起学习", true},
		{"نتعلم", "نتعلّم معا", true},
		{"dont", "We don't know", true},
		{"know-how", "Share know how", true},
		{"c++", "Less C++", true},
		{"🚀", "Release 🚀", true},
	} {
		if got := text.Finds(c.typed, c.in); got != c.want {
			t.Errorf("%q in %q: %v", c.typed, c.in, got)
		}
	}
}
