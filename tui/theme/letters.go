package theme

import "strings"

// letterRows is the height of large letters: one row above the small letters, three for them, one below the line.
const letterRows = 5

// letters are what codes and commands are made of, small letters as they have to be typed.
var letters = map[rune][letterRows]string{
	'a': {"     ", "▀▀▀▀█", "█▀▀▀█", "█▄▄▄█", "     "},
	'b': {"█    ", "█▀▀▀█", "█   █", "█▄▄▄█", "     "},
	'c': {"     ", "█▀▀▀▀", "█    ", "█▄▄▄▄", "     "},
	'd': {"    █", "█▀▀▀█", "█   █", "█▄▄▄█", "     "},
	'e': {"     ", "█▀▀▀█", "█▀▀▀▀", "█▄▄▄▄", "     "},
	'f': {" █▀▀", "▀█▀▀", " █  ", " █  ", "    "},
	'g': {"     ", "█▀▀▀█", "█   █", "█▄▄▄█", "▄▄▄▄█"},
	'h': {"█    ", "█▀▀▀█", "█   █", "█   █", "     "},
	'i': {"▀", "▄", "█", "█", " "},
	'j': {"  ▀", "  ▄", "  █", "  █", "▀▀▀"},
	'k': {"█    ", "█  ▄▀", "█▀▀▄ ", "█   █", "     "},
	'l': {"█ ", "█ ", "█ ", "█▄", "  "},
	'm': {"       ", "█▀▀█▀▀█", "█  █  █", "█  █  █", "       "},
	'n': {"     ", "█▀▀▀█", "█   █", "█   █", "     "},
	'o': {"     ", "█▀▀▀█", "█   █", "█▄▄▄█", "     "},
	'p': {"     ", "█▀▀▀█", "█   █", "█▄▄▄█", "█    "},
	'q': {"     ", "█▀▀▀█", "█   █", "█▄▄▄█", "    █"},
	'r': {"    ", "█▀▀▀", "█   ", "█   ", "    "},
	's': {"     ", "█▀▀▀▀", "▀▀▀▀█", "▄▄▄▄█", "     "},
	't': {" █  ", "▀█▀▀", " █  ", " █▄▄", "    "},
	'u': {"     ", "█   █", "█   █", "█▄▄▄█", "     "},
	'v': {"     ", "█   █", " █ █ ", "  ▀  ", "     "},
	'w': {"       ", "█  █  █", "█  █  █", "█▄▄█▄▄█", "       "},
	'x': {"     ", "▀▄ ▄▀", "  █  ", "▄▀ ▀▄", "     "},
	'y': {"     ", "█   █", "█   █", "█▄▄▄█", "▄▄▄▄█"},
	'z': {"     ", "▀▀▀█▀", " ▄▀  ", "█▄▄▄▄", "     "},
	'0': {"█▀▀▀█", "█   █", "█   █", "█▄▄▄█", "     "},
	'1': {" ▄█ ", "  █ ", "  █ ", " ▄█▄", "    "},
	'2': {"▀▀▀▀█", "▄▄▄▄█", "█    ", "█▄▄▄▄", "     "},
	'3': {"▀▀▀▀█", " ▄▄▄█", "    █", "▄▄▄▄█", "     "},
	'4': {"█   █", "█▄▄▄█", "    █", "    █", "     "},
	'5': {"█▀▀▀▀", "█▄▄▄▄", "    █", "▄▄▄▄█", "     "},
	'6': {"█▀▀▀▀", "█▄▄▄▄", "█   █", "█▄▄▄█", "     "},
	'7': {"▀▀▀▀█", "   ▄▀", "  █  ", "  █  ", "     "},
	'8': {"█▀▀▀█", "█▄▄▄█", "█   █", "█▄▄▄█", "     "},
	'9': {"█▀▀▀█", "█▄▄▄█", "    █", "▄▄▄▄█", "     "},
	'@': {"█▀▀▀▀▀█", "█ █▀█ █", "█ █▄█▄█", "█▄▄▄▄▄ ", "       "},
	'-': {"    ", "    ", "▀▀▀▀", "    ", "    "},
	'.': {" ", " ", " ", "▄", " "},
	' ': {"   ", "   ", "   ", "   ", "   "},
}

// Letters writes a code or a command five rows high. It returns nil when a character has no large letter, and with ASCII
// glyphs, which are too coarse for letters of this size.
func (t *Theme) Letters(s string) []string {
	if t.Fill != symbols.Fill {
		return nil
	}
	rows := make([]string, letterRows)
	for i, r := range s {
		letter, ok := letters[r]
		if !ok {
			return nil
		}
		for y := range rows {
			if i > 0 {
				rows[y] += " "
			}
			rows[y] += letter[y]
		}
	}
	for y := range rows {
		rows[y] = strings.TrimRight(rows[y], " ")
	}
	return rows
}
