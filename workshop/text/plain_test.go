package text

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

// What is taken for clean at first sight stays as it is when it is looked at closely.
func TestPlainTextIsCleanAlready(t *testing.T) {
	seen := make(map[bool]int)
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOfN(rapid.Rune().Filter(func(r rune) bool { return r < 0x80 }), 0, 12, -1).Draw(t, "text")
		plain := isPlain(s)
		if seen[plain]++; !plain {
			return
		}
		if closely := limit(norm.NFC.String(drop(s))); closely != s {
			t.Fatalf("%q looks plain, and is cleaned to %q", s, closely)
		}
		if apart := strings.TrimSuffix(decompose(s+"é"), "e\u0301"); apart != decompose(s) {
			t.Fatalf("%q comes apart as %q in company, and as %q alone", s, apart, decompose(s))
		}
	})
	if seen[true] == 0 || seen[false] == 0 {
		t.Errorf("plain or not: %v", seen)
	}
}
