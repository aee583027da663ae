package tui

import (
	"strings"

	"convene/tui/theme"
	"convene/workshop"
)

// cardLines are what a card says: what green and red mean, each behind its sign, with yellow between them.
func cardLines(st stage, c workshop.HealthCard, width int) []string {
	t := st.theme
	var out []string
	for _, part := range []struct {
		colour workshop.Colour
		words  string
		style  theme.Style
	}{
		{workshop.Green, c.Green, t.Text},
		{workshop.Yellow, st.Say("somewhere between"), t.Muted},
		{workshop.Red, c.Red, t.Text},
	} {
		lead := "  " + shadeOf(st, part.colour).sign() + "  "
		for _, l := range theme.Wrap(part.words, max(1, width-theme.Width(lead))) {
			out = append(out, lead+part.style.Render(l))
			lead = strings.Repeat(" ", theme.Width(lead))
		}
	}
	return out
}

// laidCard is what one of the cards says, in as many lines as the longest of them takes, so that what stands below stays where it is.
func laidCard(st stage, cards []workshop.HealthCard, at, width int) []string {
	var laid []string
	tall := 0
	for i, c := range cards {
		lines := cardLines(st, c, width)
		if tall = max(tall, len(lines)); i == at {
			laid = lines
		}
	}
	return append(laid, make([]string, tall-len(laid))...)
}

// openCheck is the health check whose answers are taken, or whose cards are being turned over; nil when there is none.
func openCheck(v workshop.View) *workshop.HealthCheck {
	if v.Community == nil || len(v.Community.Checks) == 0 {
		return nil
	}
	last := &v.Community.Checks[len(v.Community.Checks)-1]
	if !last.Over() {
		return last
	}
	return nil
}
