package proof

import (
	"iter"
	"strings"
)

// plain are the places of a file, each with its line, that are neither in a text between quotes nor in a comment. Of a file
// that is no TOML they may be any: the library refuses it.
func plain(page string) iter.Seq2[int, int] {
	return func(yield func(at, line int) bool) {
		line := 1
		for at := 0; at < len(page); {
			n := 1
			switch page[at] {
			case '#':
				n = comment(page[at:])
			case '"', '\'':
				n = quoted(page[at:])
			default:
				if !yield(at, line) {
					return
				}
			}
			line += strings.Count(page[at:at+n], "\n")
			at += n
		}
	}
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
