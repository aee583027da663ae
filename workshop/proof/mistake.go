package proof

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// most is how many mistakes are told at once: whoever has more of them has mistaken the file for another.
const most = 10

// Mistakes are what is wrong with a file, in the order of its lines.
type Mistakes []Mistake

// Mistake is one thing that is wrong, and where.
type Mistake struct {
	File string // empty when whoever reads this knows which
	Line int    // from 1; 0 when it is the file as a whole
	Says string // what is wrong, and what to do about it
}

// Error tells the mistakes, each in a line of its own that begins as compilers do: "my.toml:12: …", or with "line 12: …" when
// the file has no name.
func (m Mistakes) Error() string {
	var lines []string
	for i, one := range m {
		if i == most {
			lines = append(lines, fmt.Sprintf("and %d more", len(m)-most))
			break
		}
		lines = append(lines, one.String())
	}
	return strings.Join(lines, "\n")
}

func (m Mistake) String() string {
	switch {
	case m.File == "" && m.Line == 0:
		return m.Says
	case m.File == "":
		return fmt.Sprintf("line %d: %s", m.Line, m.Says)
	case m.Line == 0:
		return fmt.Sprintf("%s: %s", m.File, m.Says)
	default:
		return fmt.Sprintf("%s:%d: %s", m.File, m.Line, m.Says)
	}
}

// inOrder sorts the mistakes as they stand in the file; the walk through it is not in any order.
func (m Mistakes) inOrder() Mistakes {
	slices.SortFunc(m, func(a, b Mistake) int { return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Says, b.Says)) })
	return m
}
