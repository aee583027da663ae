package sshd

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"pgregory.net/rapid"
)

// Whatever others have on their terminals, and whichever colours, sizes and pictures theirs had before: with what they have worked out,
// a terminal gets the very bytes that it would get if it were alone.
func TestOthersPatchesAreAsGoodAsOnesOwn(t *testing.T) {
	piece := rapid.SampledFrom([]string{"a", "b", " ", "│", "每", "🌲", "\x1b[34m", "\x1b[1m", "\x1b[38;2;12;200;99m", reset, reset})
	line := rapid.Map(rapid.SliceOfN(piece, 0, 6), func(p []string) string { return strings.Join(p, "") + reset })
	digit := rapid.SampledFrom([]string{"\x1b[34ma█" + reset, "\x1b[34mb█" + reset}) // of which one leaves its style to the next
	picture := rapid.OneOf(rapid.SliceOfN(line, 0, 3), rapid.SliceOfN(digit, 2, 3))
	var shared stencils
	rapid.Check(t, func(rt *rapid.T) {
		type terminal struct{ among, alone *canvas }
		terminals := make([]terminal, 4)
		for i := range terminals {
			profile := rapid.SampledFrom([]colorprofile.Profile{colorprofile.TrueColor, colorprofile.ANSI256, colorprofile.ASCII}).Draw(rt, "colours")
			terminals[i] = terminal{newCanvas(profile, &shared), newCanvas(profile, new(stencils))}
		}
		few := rapid.SampledFrom(rapid.SliceOfN(picture, 3, 3).Draw(rt, "pictures"))
		for range rapid.IntRange(4, 16).Draw(rt, "changes") {
			one := terminals[rapid.IntRange(0, len(terminals)-1).Draw(rt, "whose")]
			f := window(rapid.IntRange(5, 6).Draw(rt, "width"), 3, few.Draw(rt, "picture")...)
			f.forget = rapid.IntRange(0, 5).Draw(rt, "forget") == 0
			f.bell, f.mouse = rapid.Bool().Draw(rt, "bell"), rapid.Bool().Draw(rt, "mouse")
			got, want := string(one.among.paint(nil, f)), string(one.alone.paint(nil, f))
			if got != want {
				rt.Fatalf("%q: it gets %q, and alone %q", f.lines, got, want)
			}
		}
	})
	if len(shared.known) == 0 {
		t.Error("nothing is shared")
	}
}

func TestStencilsTakeNoMoreThanTheirRoom(t *testing.T) {
	var s stencils
	c := newCanvas(colorprofile.TrueColor, &s)
	for i := range 3 * maxStencils {
		c.paint(nil, window(20, 1, fmt.Sprint(i)))
		if len(s.known) > maxStencils {
			t.Fatalf("%d are remembered", len(s.known))
		}
	}
}
