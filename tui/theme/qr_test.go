package theme_test

import (
	"fmt"
	"image/color"
	"strings"
	"testing"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"rsc.io/qr"

	"convene/tui/theme"
	"convene/tui/tuitest"
)

const address = "ssh://brave-otter@192.168.1.7:2222"

// modules reads a picture of half blocks back: which half cells are dark.
func modules(lines []string) [][]bool {
	var out [][]bool
	for _, l := range lines {
		var upper, lower []bool
		for _, r := range ansi.Strip(l) {
			upper = append(upper, r == '█' || r == '▀')
			lower = append(lower, r == '█' || r == '▄')
		}
		out = append(out, upper, lower)
	}
	return out
}

// What is drawn is the code, module by module, with nothing dark in the quiet zone around it.
func TestAQRCodeIsDrawnAsItIs(t *testing.T) {
	q, th := theme.NewQR(address), theme.New(true, false)
	want, err := qr.Encode(address, qr.M)
	if err != nil || q.Modules() != want.Size {
		t.Fatalf("%d modules, want those of %v with an error correction that costs nothing", q.Modules(), err)
	}
	for _, quiet := range []int{2, 4} {
		for _, scale := range []int{1, 2, 3} {
			got := modules(th.QR(q, quiet, scale))
			for y, row := range got {
				for x, dark := range row {
					if y >= (want.Size+2*quiet)*scale && dark || dark != want.Black(x/scale-quiet, y/scale-quiet) {
						t.Fatalf("quiet %d, scale %d: the module at %d, %d is dark: %v", quiet, scale, x, y, dark)
					}
				}
				if len(row) != (want.Size+2*quiet)*scale {
					t.Fatalf("quiet %d, scale %d: %d modules in a row", quiet, scale, len(row))
				}
			}
		}
	}
}

// It is dark on light whatever the theme, in colours and without, and with ASCII glyphs made of spaces.
func TestAQRCodeIsNeverTheOtherWayRound(t *testing.T) {
	q := theme.NewQR(address)
	const quiet = 4
	black := func(c color.Color) bool { r, g, b, _ := c.RGBA(); return r+g+b == 0 }
	for _, dark := range []bool{true, false} {
		for _, ascii := range []bool{true, false} {
			lines := theme.New(dark, ascii).QR(q, quiet, 1)
			screen := tuitest.NewScreen(t, theme.Width(lines[0]), len(lines))
			fmt.Fprint(screen, strings.Join(lines, "\r\n"))
			for y := range lines {
				for _, cell := range screen.Line(y) {
					reverse := cell.Style.Attrs&uv.AttrReverse != 0
					paper, ink := cell.Style.Bg, cell.Style.Fg
					if reverse {
						paper, ink = ink, paper
					}
					switch inQuiet := y < quiet/2 || cell.X < quiet; {
					case inQuiet && (cell.Content != " " || black(paper)):
						t.Fatalf("dark: %v, ASCII: %v: at %d, %d there is no quiet zone", dark, ascii, cell.X, y)
					case inQuiet && reverse != dark:
						t.Fatalf("dark: %v, ASCII: %v: at %d, %d it is not light without colours", dark, ascii, cell.X, y)
					case !ascii && (black(paper) || !black(ink)):
						t.Fatalf("dark: %v: at %d, %d it is not dark on light", dark, cell.X, y)
					}
				}
			}
		}
	}
	plain := theme.New(true, true).QR(q, 2, 1)
	if len(plain) != q.Modules()+4 {
		t.Errorf("%d rows in ASCII", len(plain))
	}
	for _, l := range plain {
		if ansi.Strip(l) != strings.Repeat(" ", 2*(q.Modules()+4)) {
			t.Errorf("in ASCII a row is %q", l)
		}
	}
}

func TestATextThatIsTooLongHasNoQRCode(t *testing.T) {
	if n := theme.NewQR(strings.Repeat("x", 3000)).Modules(); n != 0 {
		t.Errorf("it has one of %d modules", n)
	}
}
