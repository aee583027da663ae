package format

import "strings"

// Nothing in a format has more parts in its key than steps.vision.title, and a list of tables within a list is already more
// than anything needs. The library takes a time that grows with the square of a key's length and worse, so that this is
// looked at before it reads the file.
const (
	maxParts    = 3 // of a key
	maxBrackets = 3 // one in the other
)

// nested finds the first line on which something is nested deeper than in any format; 0 when there is none. What stands in
// texts and comments doesn't count. Of a file that is no TOML it may tell either: the library refuses it then.
func nested(page string) (line int) {
	line = 1
	dots, open := 0, 0
	for len(page) > 0 {
		n := 1
		switch page[0] {
		case '#':
			n = comment(page)
		case '"', '\'':
			n = quoted(page)
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
		line += strings.Count(page[:n], "\n")
		page = page[n:]
	}
	return 0
}

// comment is how long the comment is that a text begins with, without the end of its line.
func comment(page string) int {
	if end := strings.IndexByte(page, '\n'); end >= 0 {
		return end
	}
	return len(page)
}

// quoted is how long the text between quotes is that a text begins with, quotes included; one that is never closed ends with
// its line, and one of several lines with the file.
func quoted(page string) int {
	quote := page[:1]
	ends := quote
	if strings.HasPrefix(page, quote+quote+quote) {
		ends = quote + quote + quote
	}
	for i := len(ends); i < len(page); i++ {
		switch {
		case strings.HasPrefix(page[i:], ends):
			return i + len(ends)
		case page[i] == '\\' && quote == `"`:
			i++ // whatever comes next closes nothing
		case page[i] == '\n' && len(ends) == 1:
			return i
		}
	}
	return len(page)
}
