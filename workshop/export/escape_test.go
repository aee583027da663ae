package export

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestSourceHasNoMoreBackslashesThanNeeded(t *testing.T) {
	for _, tt := range []struct {
		place place
		typed string
		want  string
	}{
		{inOpening, "Don't be well-known, e.g. (100%): why? Because!", "Don't be well-known, e.g. (100%): why? Because!"},
		{inOpening, "3 * 4 ~ 12 < 13 > 5 & more", "3 * 4 ~ 12 < 13 > 5 & more"},
		{inOpening, `snake_case, C:\temp, AT&T, C#, #1, +1, -5, 1.5, x|y`, `snake_case, C:\temp, AT&T, C#, #1, +1, -5, 1.5, x|y`},
		{inOpening, "*x* _y_ ~z~ `c` [l](u) <b> &amp; \\*", "\\*x\\* \\_y\\_ \\~z\\~ \\`c\\` \\[l](u) \\<b> \\&amp; \\\\\\*"},
		{inOpening, "# x", `\# x`},
		{inOpening, "- x", `\- x`},
		{inOpening, "+ x", `\+ x`},
		{inOpening, "> x", `\> x`},
		{inOpening, "1. x", `1\. x`},
		{inOpening, "12) x", `12\) x`},
		{inOpening, "---", `\---`},
		{inOpening, "- - -", `\- - -`},
		{inOpening, "--help", "--help"},
		{inLine, "# 1. - + > x", "# 1. - + > x"},
		{inHeading, "1. x", "1. x"},
		{inHeading, "x #", `x \#`},
		{inHeading, "x ##", `x \##`},
		{inHeading, "C#", "C#"},
		{inHeading, "#", `\#`},
		{inCell, "a|b", `a\|b`},
		{inCell, `a\|b`, `a\\\|b`},
		{inCell, "- x", "- x"},
		{inLine, "https://x.de/a_b?c=d&e=f", "https://x.de/a_b?c=d&e=f"},
		{inLine, "https://x.de/_a_ and http://y.de", `https\://x.de/\_a\_ and http://y.de`},
		{inLine, "www.x.de/~ana", `www\.x.de/\~ana`},
		{inLine, "HTTP://WWW.x.de/~ana", `HTTP\://WWW\.x.de/\~ana`},
		{inCell, "www.x.de/a|b", `www\.x.de/a\|b`},
		{inLine, "www.x.de _a_", `www.x.de \_a\_`},
		{inLine, " a\r\n b\u00a0 c ", "a b c"},
	} {
		if got := escape(tt.typed, tt.place); got != tt.want {
			t.Errorf("%q: got %s, want %s", tt.typed, got, tt.want)
		}
	}
}

// unescaped hides what a backslash makes plain.
var unescaped = strings.NewReplacer(`\\`, "\x00", `\:`, "\x00", `\.`, "\x00")

// Programs disagree about backslashes in an address, so there must be none in a word that could become a link.
func TestNoLinkHasABackslashOfOurs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.SampledFrom([]place{inLine, inOpening, inHeading, inCell}).Draw(t, "place")
		typed := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 12).Draw(t, "pieces"), "")
		source := escape(typed, p)
		was := strings.Fields(typed)
		for i, word := range strings.Fields(source) {
			open := unescaped.Replace(word)
			if (strings.Contains(open, "://") || strings.Contains(open, "www.")) && word != was[i] {
				t.Errorf("%q became %q, which may be a link", was[i], word)
			}
		}
	})
}
