package export

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// palettes are the colours of the style in its order: light, dark, and what print changes.
func palettes(t *testing.T) []map[string]string {
	t.Helper()
	var all []map[string]string
	for _, block := range regexp.MustCompile(`(?s):root \{(.*?)\}`).FindAllStringSubmatch(posterCSS, -1) {
		p := make(map[string]string)
		if len(all) > 0 {
			for name, colour := range all[0] {
				p[name] = colour
			}
		}
		for _, m := range regexp.MustCompile(`--([a-z-]+): (#[0-9a-f]+);`).FindAllStringSubmatch(block[1], -1) {
			p[m[1]] = m[2]
		}
		all = append(all, p)
	}
	if len(all) != 3 {
		t.Fatalf("%d palettes, want light, dark and print", len(all))
	}
	return all
}

// luminance is that of WCAG 2.2.
func luminance(t *testing.T, colour string) float64 {
	t.Helper()
	digits := strings.TrimPrefix(colour, "#")
	if len(digits) == 3 {
		digits = string([]byte{digits[0], digits[0], digits[1], digits[1], digits[2], digits[2]})
	}
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, err := strconv.ParseUint(digits[2*i:2*i+2], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		c := float64(n) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}

func contrast(t *testing.T, a, b string) float64 {
	x, y := luminance(t, a), luminance(t, b)
	return (math.Max(x, y) + 0.05) / (math.Min(x, y) + 0.05)
}

// WCAG 2.2 AA asks for 4.5 in text, whatever its size here.
func TestEveryColourOfTextHasContrastAA(t *testing.T) {
	if c := contrast(t, "#777777", "#ffffff"); math.Abs(c-4.48) > 0.01 {
		t.Fatalf("the measure is off: %.2f", c)
	}
	for i, p := range palettes(t) {
		for _, name := range []string{"ink", "quiet", "canvas", "act", "support", "slow-down"} {
			if c := contrast(t, p[name], p["paper"]); c < 4.5 {
				t.Errorf("palette %d: %s on paper has a contrast of %.2f", i, name, c)
			} else {
				t.Logf("palette %d: %s %.1f", i, name, c)
			}
		}
	}
}
