package theme

// smallRows is the height of small digits.
const smallRows = 3

// smallDigit is a character three rows high.
type smallDigit [smallRows]string

// smallDigits are for places where the large ones have no room, such as a clock in a head.
var smallDigits = map[rune]smallDigit{
	'0': {"█▀█", "█ █", "▀▀▀"},
	'1': {" ▀█", "  █", "  ▀"},
	'2': {"▀▀█", "█▀▀", "▀▀▀"},
	'3': {"▀▀█", " ▀█", "▀▀▀"},
	'4': {"█ █", "▀▀█", "  ▀"},
	'5': {"█▀▀", "▀▀█", "▀▀▀"},
	'6': {"█▀▀", "█▀█", "▀▀▀"},
	'7': {"▀▀█", "  █", "  ▀"},
	'8': {"█▀█", "█▀█", "▀▀▀"},
	'9': {"█▀█", "▀▀█", "▀▀▀"},
	':': {"▄", "▄", " "},
	'-': {"  ", "▀▀", "  "},
	'+': {" ▄ ", "▀█▀", "   "},
}

// plainDigits are small digits of ASCII characters, like those of a pocket calculator.
var plainDigits = map[rune]smallDigit{
	'0': {" _ ", "| |", "|_|"},
	'1': {"   ", "  |", "  |"},
	'2': {" _ ", " _|", "|_ "},
	'3': {" _ ", " _|", " _|"},
	'4': {"   ", "|_|", "  |"},
	'5': {" _ ", "|_ ", " _|"},
	'6': {" _ ", "|_ ", "|_|"},
	'7': {" _ ", "  |", "  |"},
	'8': {" _ ", "|_|", "|_|"},
	'9': {" _ ", "|_|", " _|"},
	':': {" ", ".", "."},
	'-': {"   ", " _ ", "   "},
	'+': {"   ", "_|_", " | "},
}

// small writes digits, colons and signs three rows high; other characters are left out.
func (t *Theme) small(s string) []string {
	set := smallDigits
	if t.Fill != symbols.Fill {
		set = plainDigits
	}
	rows := make([]string, smallRows)
	for _, r := range s {
		d, ok := set[r]
		if !ok {
			continue
		}
		for i := range rows {
			if rows[i] != "" {
				rows[i] += " "
			}
			rows[i] += d[i]
		}
	}
	return rows
}
