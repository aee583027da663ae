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
func (t *Theme) Large(s string) []string { return t.plain(blocks(s)) }

// Fitted writes digits as large as they fit into so many cells and rows: a multiple of five rows, three rows, or the
// text as it is. It never takes more rows than asked for, and more cells only where the plain text does.
func (t *Theme) Fitted(s string, cells, rows int) []string {
	large := blocks(s)
	if times := min(rows/digitRows, cells/max(1, Width(large[0]))); times > 0 {
		return t.plain(dotsOf(large).rows(times))
	}
	if small := t.small(s); rows >= smallRows && Width(small[0]) <= cells {
		return small
	}
	return []string{s}
}

// blocks puts large digits side by side.
func blocks(s string) []string {
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
	return rows
}

// plain writes blocks as number signs where the terminal has nothing else.
func (t *Theme) plain(rows []string) []string {
	if t.Fill == symbols.Fill {
		return rows
	}
	for i := range rows {
		rows[i] = strings.NewReplacer("█", "#", "▀", "#", "▄", "#").Replace(rows[i])
	}
	return rows
}
