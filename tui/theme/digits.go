package theme

import "strings"

// digitRows is the height of large digits.
const digitRows = 5

// digits are drawn in half-height blocks, five rows by six cells, to be read from the back row.
var digits = map[rune][digitRows]string{
	'0': {"█▀▀▀█", "█   █", "█   █", "█   █", "█▄▄▄█"},
	'1': {"  ▄█ ", "   █ ", "   █ ", "   █ ", "  ▄█▄"},
	'2': {"▀▀▀▀█", "    █", "█▀▀▀▀", "█    ", "█▄▄▄▄"},
	'3': {"▀▀▀▀█", "    █", " ▀▀▀█", "    █", "▄▄▄▄█"},
	'4': {"█   █", "█   █", "▀▀▀▀█", "    █", "    █"},
	'5': {"█▀▀▀▀", "█    ", "▀▀▀▀█", "    █", "▄▄▄▄█"},
	'6': {"█▀▀▀▀", "█    ", "█▀▀▀█", "█   █", "█▄▄▄█"},
	'7': {"▀▀▀▀█", "    █", "   █ ", "  █  ", "  █  "},
	'8': {"█▀▀▀█", "█   █", "█▀▀▀█", "█   █", "█▄▄▄█"},
	'9': {"█▀▀▀█", "█   █", "▀▀▀▀█", "    █", "▄▄▄▄█"},
	':': {"     ", "  ▀  ", "     ", "  ▀  ", "     "},
	'-': {"     ", "     ", " ▀▀▀ ", "     ", "     "},
	'+': {"     ", "  █  ", "▀▀█▀▀", "  ▀  ", "     "},
}

// Large writes digits, colons and signs five rows high; other characters are left out. With ASCII glyphs the blocks
// become number signs.
func (t *Theme) Large(s string) []string {
	rows := make([]string, digitRows)
	for _, r := range s {
		d, ok := digits[r]
		if !ok {
			continue
		}
		for i := range rows {
			if rows[i] != "" {
				rows[i] += "  "
			}
			rows[i] += d[i]
		}
	}
	if t.Fill != symbols.Fill {
		for i := range rows {
			rows[i] = strings.NewReplacer("█", "#", "▀", "#", "▄", "#").Replace(rows[i])
		}
	}
	return rows
}
