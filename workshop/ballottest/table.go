// Package ballottest reads text tables of elections. They are written for people, who can check every one with a pencil and
// without knowing any Go; the tests count them and compare.
//
// A table is a text of paragraphs, each of them one election:
//
//	# what it is about
//	options: ana bob
//	ballots: ana | bob | ana
//	=> winner ana (ana 2, bob 1; cast 3, blank 0)
//
// Lines with # are comments, the last of which above an election says what it is about. What comes of an election stands
// after arrows, on one line or more. A paragraph of comments alone explains the table.
package ballottest

import (
	"fmt"
	"os"
	"slices"
	"strings"
)

// Entry is one election of a table.
type Entry struct {
	Line   int               // of the comment above it, from 1
	About  string            // that comment
	Fields map[string]string // by the word before the colon
	Want   string            // what comes of it, the lines separated by line feeds
}

// Read reads a table whose elections have all these fields and no others; a field with a ? after its name may be left out.
// The error says in which line something else stands.
func Read(path string, fields ...string) ([]Entry, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return parse(path, string(text), fields)
}

func parse(path, text string, fields []string) ([]Entry, error) {
	var entries []Entry
	e := Entry{Fields: map[string]string{}}
	inResult := false
	for i, line := range strings.Split(text, "\n") {
		key, value, isField := strings.Cut(line, ":")
		about, isComment := strings.CutPrefix(line, "#")
		want, isResult := strings.CutPrefix(line, "=> ")
		inResult = inResult && isResult
		switch {
		case isComment:
			e.Line, e.About = i+1, strings.TrimSpace(about)
		case inResult:
			entries[len(entries)-1].Want += "\n" + want
		case isResult:
			if missing := e.missing(fields); missing != "" {
				return nil, fmt.Errorf("%s:%d: %s is missing above this line", path, i+1, missing)
			}
			e.Want, inResult = want, true
			entries = append(entries, e)
			e = Entry{Fields: map[string]string{}}
		case line == "" && len(e.Fields) == 0:
		case line == "":
			return nil, fmt.Errorf("%s:%d: no result above this line", path, i+1)
		case !isField || !slices.Contains(fields, key) && !slices.Contains(fields, key+"?"):
			return nil, fmt.Errorf("%s:%d: cannot read %q", path, i+1, line)
		default:
			e.Fields[key] = strings.TrimSpace(value)
		}
	}
	if len(entries) == 0 || len(e.Fields) > 0 {
		return nil, fmt.Errorf("%s: empty, or cut off at its end", path)
	}
	return entries, nil
}

// missing is the first field that must be there and is not, or empty.
func (e Entry) missing(fields []string) string {
	for _, f := range fields {
		if _, there := e.Fields[f]; !there && !strings.HasSuffix(f, "?") {
			return f
		}
	}
	return ""
}
