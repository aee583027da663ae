package export

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// place is where in a Markdown document a text stands. It decides which characters would be markup there.
type place int

const (
	inLine    place = iota // after other text of its line
	inOpening              // first in a paragraph or list item, where the markers of blocks are read
	inHeading              // the whole of a heading after its number signs
	inCell                 // the whole of a table's cell
)

// The isolates of Unicode: what stands between them has the direction of its own first letter.
const (
	isolate   = "\u2068"
	isolation = "\u2069" // its end
)

// write is how a Markdown document writes what people typed, beside what it says itself. From right to left it would turn the
// rest of its line around: a date would be read backwards. So it is isolated, unless it has an address, because programs would
// take the end of the isolate for a part of that.
func (p place) write(typed string) string {
	s := escape(typed, p)
	if !strings.ContainsFunc(s, isRightToLeft) || hasAddress(typed) {
		return s
	}
	return isolate + s + isolation
}

// hasAddress says whether a program may find an address in the text, of the web or of mail.
func hasAddress(s string) bool {
	s = strings.ToLower(s)
	return strings.Contains(s, "://") || strings.Contains(s, "www.") || strings.Contains(s, "@")
}

// isRightToLeft says whether a letter belongs to a script that is written from right to left.
func isRightToLeft(r rune) bool {
	return unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko, unicode.Samaritan,
		unicode.Mandaic, unicode.Adlam, unicode.Hanifi_Rohingya)
}

// escape writes a text so that CommonMark and GFM show it as it is, with as few backslashes as can be told from the
// text alone. What stands beside it in its line must be a space, a comma, a full stop or a bar.
func escape(s string, p place) string {
	s = strings.Join(strings.Fields(s), " ")
	at := inlineMarkup(s)
	switch p {
	case inOpening:
		at = append(at, blockMarker(s)...)
	case inHeading:
		at = append(at, closingSequence(s)...)
	case inCell:
		at = append(at, bars(s)...)
	}
	slices.Sort(at)
	at = append(at, links(s, at)...)
	slices.Sort(at)

	var b strings.Builder
	last := 0
	for _, i := range at {
		b.WriteString(s[last:i])
		b.WriteByte('\\')
		last = i
	}
	b.WriteString(s[last:])
	return b.String()
}

// inlineMarkup finds what could begin or end emphasis, code, a link, a tag, an entity or an escape (CommonMark 0.31,
// chapter 6, and the strikethrough of GFM). Brackets and braces that close need nothing when none is open.
func inlineMarkup(s string) []int {
	var at []int
	for i := 0; i < len(s); i++ {
		switch rest := s[i+1:]; s[i] {
		case '`', '[':
			at = append(at, i)
		case '\\': // before a space too: some parsers forget that it escapes nothing
			if rest == "" || rest[0] == ' ' || isPunct(rest[0]) {
				at = append(at, i)
			}
		case '<':
			if !strings.HasPrefix(rest, " ") {
				at = append(at, i)
			}
		case '&':
			if isEntity(rest) {
				at = append(at, i)
			}
		case '*', '_', '~':
			end := len(s) - len(strings.TrimLeft(s[i:], s[i:i+1]))
			if isDelimiter(s, i, end) {
				for j := i; j < end; j++ {
					at = append(at, j)
				}
			}
			i = end - 1
		}
	}
	return at
}

// isDelimiter says whether the run of asterisks, underscores or tildes s[from:to] could open or close something. It
// could not between spaces, nor could an underscore within a word. The ends of the text are taken for the worst case.
func isDelimiter(s string, from, to int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:from])
	after, _ := utf8.DecodeRuneInString(s[to:])
	switch {
	case before == ' ' && after == ' ':
		return false
	case s[from] == '_':
		return !isWord(before) || !isWord(after)
	}
	return true
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func isPunct(c byte) bool {
	return c > ' ' && c < utf8.RuneSelf && !isWord(rune(c))
}

// isEntity says whether what follows an ampersand could make it an entity, known or not: "amp;", "#38;", "#x26;".
func isEntity(rest string) bool {
	name := strings.TrimPrefix(rest, "#")
	end := strings.IndexFunc(name, func(r rune) bool { return r >= utf8.RuneSelf || !isWord(r) })
	return end > 0 && name[end] == ';'
}

// blockMarker finds what would make the first line of a block a heading, a quote, a list item or a thematic break
// (CommonMark 0.31, chapters 4 and 5). Underlines of headings and rows of tables need a line above them in the same
// paragraph, fences of code and tags are inline markup too, and indented code cannot begin with anything but spaces.
func blockMarker(s string) []int {
	word, _, _ := strings.Cut(s, " ")
	digits := len(word) - len(strings.TrimLeft(word, "0123456789"))
	switch {
	case word == "":
	case s[0] == '>', word == "-", word == "+":
		return []int{0}
	case strings.Trim(s, "- ") == "":
		return []int{0}
	case len(word) <= 6 && strings.Trim(word, "#") == "":
		return []int{0}
	case digits > 0 && digits <= 9 && (word[digits:] == "." || word[digits:] == ")"):
		return []int{digits}
	}
	return nil
}

// closingSequence finds the number signs that would close a heading instead of standing in it.
func closingSequence(s string) []int {
	start := len(strings.TrimRight(s, "#"))
	if start == len(s) || start > 0 && s[start-1] != ' ' {
		return nil
	}
	return []int{start}
}

// bars finds what would end a table's cell.
func bars(s string) []int {
	var at []int
	for i := range len(s) {
		if s[i] == '|' {
			at = append(at, i)
		}
	}
	return at
}

// links finds, in words that get a backslash already, what would make them a link all the same. Programs take
// everything up to the next space for the address, but some read backslashes in it and others show them. The positions
// of the backslashes must be sorted.
func links(s string, escaped []int) []int {
	var at []int
	for start := 0; start < len(s); {
		word, _, _ := strings.Cut(s[start:], " ")
		end := start + len(word)
		if i, _ := slices.BinarySearch(escaped, start); i < len(escaped) && escaped[i] < end {
			for j := start; j < end; j++ {
				switch rest := s[j:end]; {
				case strings.HasPrefix(rest, "://"):
					at = append(at, j)
				case len(rest) > len("www") && strings.EqualFold(rest[:len("www.")], "www."):
					at = append(at, j+len("www"))
				}
			}
		}
		start = end + 1
	}
	return at
}
