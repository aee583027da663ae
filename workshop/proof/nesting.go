package proof

// No file has more parts in its keys than a format with its steps.vision.title, and a list of tables within a list is already
// more than anything needs. The library takes a time that grows with the square of a key's length and worse, so that this is
// looked at before it reads the file.
const (
	maxParts    = 3 // of a key
	maxBrackets = 3 // one in the other
)

// nested finds the first line on which something is nested deeper than in any file; 0 when there is none. What stands in
// texts and comments doesn't count. Of a file that is no TOML it may tell either: the library refuses it then.
func nested(page string) int {
	dots, open := 0, 0
	for at, line := range plain(page) {
		switch page[at] {
		case '.':
			dots++
		case '[', '{':
			dots = 0
			open++
		case ']', '}':
			dots = 0
			open--
		case '\n', '=', ',':
			dots = 0
		}
		if dots >= maxParts || open > maxBrackets {
			return line
		}
	}
	return 0
}
