package theme

import (
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

// A style writes what Lip Gloss writes, whatever the text is.
func TestAStyleIsThatOfLipGloss(t *testing.T) {
	plain := lipgloss.NewStyle()
	looks := []lipgloss.Style{
		plain, plain.Bold(true), plain.Foreground(lipgloss.Color("#9AA2B1")), plain.Background(lipgloss.Color("#26384D")).Bold(true),
		plain.Foreground(lipgloss.Color("#79B8FF")).Reverse(true), plain.Bold(true).Bold(false),
	}
	text := rapid.OneOf(rapid.SampledFrom([]string{"", " ", "a b", "每天", "\x1b[1ma\x1b[m", "\t"}), rapid.String())
	rapid.Check(t, func(t *rapid.T) {
		look := rapid.SampledFrom(looks).Draw(t, "look")
		texts := rapid.SliceOfN(text, 1, 3).Draw(t, "texts")
		if all := strings.Join(texts, ""); all == "" || strings.ContainsAny(all, "\r\n") {
			return // for nothing Lip Gloss writes a style without a text, and several lines are no text of a style
		}
		if got, want := newStyle(look).Render(texts...), look.Render(texts...); got != want {
			t.Errorf("%q is written as %q, and by Lip Gloss as %q", texts, got, want)
		}
		on := rapid.Bool().Draw(t, "bold")
		if got, want := newStyle(look).Bold(on).Render(texts...), look.Bold(on).Render(texts...); got != want {
			t.Errorf("%q is written as %q, and by Lip Gloss as %q", texts, got, want)
		}
	})
}

// Cells are counted as the library counts them.
func TestAWidthIsThatOfTheLibrary(t *testing.T) {
	part := rapid.OneOf(
		rapid.SampledFrom([]string{"a", "─", "│", "…", "·", "●", "é", "e\u0301", "每", "👍🏽", "\x1b[1;38;2;1;2;3m", "\x1b[m", "\x1b", "\x1b]0;t\a", "\u00ad", "\x00", "\xff", "1\ufe0f\u20e3"}),
		rapid.String(),
	)
	rapid.Check(t, func(t *rapid.T) {
		var s string
		for _, p := range rapid.SliceOf(part).Draw(t, "parts") {
			s += p
		}
		if got, want := Width(s), ansi.StringWidth(s); got != want {
			t.Errorf("%q has %d cells, want %d", s, got, want)
		}
	})
	for r := rune(' '); r < 0x3000; r++ {
		if got, want := Width(string(r)), ansi.StringWidth(string(r)); got != want {
			t.Errorf("%U has %d cells, want %d", r, got, want)
		}
	}
}
