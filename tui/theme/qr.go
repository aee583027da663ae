package theme

import (
	"strings"

	"charm.land/lipgloss/v2"
	"rsc.io/qr"
)

// QR is a QR code that can be drawn. The zero QR is none.
type QR struct{ code *qr.Code }

// NewQR encodes a text, with as much error correction as the smallest code for it has room for. It returns the zero QR
// when the text is longer than a QR code can hold.
func NewQR(text string) QR {
	least, err := qr.Encode(text, qr.L)
	if err != nil {
		return QR{}
	}
	best := least
	for _, level := range []qr.Level{qr.M, qr.Q, qr.H} {
		if code, err := qr.Encode(text, level); err == nil && code.Size == least.Size {
			best = code
		}
	}
	return QR{best}
}

// Modules is how many modules the code has on a side, its quiet zone left out; 0 for the zero QR.
func (q QR) Modules() int {
	if q.code == nil {
		return 0
	}
	return q.code.Size
}

// QR draws a code with a quiet zone of so many modules on each side, every module so many cells wide. It is dark on
// light whatever the theme, since not every reader takes it the other way round. On a dark terminal the colours are reversed,
// so that without colours light still is light there, too. With ASCII glyphs a module is twice as wide and twice as high.
func (t *Theme) QR(q QR, quiet, scale int) []string {
	side := (q.Modules() + 2*quiet) * scale
	dark := func(x, y int) bool {
		return y < side && q.code.Black(x/scale-quiet, y/scale-quiet)
	}
	white, black := lipgloss.Color("#FFFFFF"), lipgloss.Color("#000000")
	paper := lipgloss.NewStyle().Foreground(black).Background(white)
	ink := paper.Reverse(true)
	if t.dark {
		ink = lipgloss.NewStyle().Foreground(white).Background(black)
		paper = ink.Reverse(true)
	}
	var lines []string
	if t.Fill != symbols.Fill {
		for y := range side {
			line, from := "", 0
			for x := range side {
				switch {
				case x+1 < side && dark(x+1, y) == dark(x, y):
					continue
				case dark(x, y):
					line += ink.Render(strings.Repeat("  ", x+1-from))
				default:
					line += paper.Render(strings.Repeat("  ", x+1-from))
				}
				from = x + 1
			}
			lines = append(lines, line)
		}
		return lines
	}
	for y := 0; y < side; y += 2 {
		var b strings.Builder
		for x := range side {
			b.WriteString(halves(dark(x, y), dark(x, y+1)))
		}
		lines = append(lines, paper.Render(b.String()))
	}
	return lines
}

// halves is the character with the upper or the lower half of its cell filled.
func halves(upper, lower bool) string {
	switch {
	case upper && lower:
		return "█"
	case upper:
		return "▀"
	case lower:
		return "▄"
	default:
		return " "
	}
}
