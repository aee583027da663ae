package proof

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"
)

// Kind is what a file is expected to be, in the words of what is told about one that is not.
type Kind struct {
	Called   string // "a format"
	MaxBytes int    // how long it may be
	Deepest  string // the longest key that there is
	Begin    string // how to come by a file to begin with; a sentence without its end
}

// Table is a table of the file whose values have not been looked at yet.
type Table = map[string]toml.Primitive

// enough is how many mistakes are looked for where each takes time to be found.
const enough = 100

// Reading is a file while it is read.
type Reading struct {
	file     string
	page     string
	meta     toml.MetaData
	mistakes *Mistakes
}

// Read begins with a file, and returns all that stands in it: nothing, and a reading with a mistake, when it is none of its
// kind. The name is that of the file, for what is told about it; it may be empty.
func Read(k Kind, name string, page []byte) (*Reading, Table) {
	// Some editors on Windows put a mark in front, which is nothing that was written.
	r := &Reading{file: name, page: strings.TrimPrefix(string(page), "\ufeff"), mistakes: &Mistakes{}}
	if len(page) > k.MaxBytes {
		r.Wrong(0, "this file is too long for %s; %d kilobytes are plenty", k.Called, k.MaxBytes>>10)
		return r, nil
	}
	if line := nested(r.page); line > 0 {
		r.Wrong(line, "this is nested too deep; nothing goes deeper than %s", k.Deepest)
		return r, nil
	}
	var top Table
	meta, err := toml.Decode(r.page, &top)
	r.meta = meta
	if err != nil {
		r.broken(k, err)
		return r, nil
	}
	return r, top
}

// Mistakes are what was wrong, in the order of the lines; nil when nothing was.
func (r *Reading) Mistakes() error {
	if len(*r.mistakes) == 0 {
		return nil
	}
	return r.mistakes.inOrder()
}

// Wrong tells a mistake.
func (r *Reading) Wrong(line int, format string, args ...any) {
	*r.mistakes = append(*r.mistakes, Mistake{r.file, line, fmt.Sprintf(format, args...)})
}

// broken tells what the library says about a file that is no TOML.
func (r *Reading) broken(k Kind, err error) {
	var p toml.ParseError
	if !errors.As(err, &p) {
		r.Wrong(0, "this is no TOML (%v); %s", err, k.Begin)
		return
	}
	r.Wrong(p.Position.Line, "this is no TOML: %s", p.Message)
}

// Known tells of every key that is none of these.
func (r *Reading) Known(t Table, keys ...string) {
	for _, key := range slices.Sorted(maps.Keys(t)) {
		if !slices.Contains(keys, key) && len(*r.mistakes) < enough {
			r.Wrong(r.line(t[key]), "nothing here is called %q; there is %s", key, strings.Join(keys, ", "))
		}
	}
}

// looked is a value of the file as the library hands it over, with its line.
type looked func(value any) error

// UnmarshalTOML hands the value over.
func (f looked) UnmarshalTOML(value any) error { return f(value) }

// line is where a value stands; where its first value does, for a table that has no line of its own.
func (r *Reading) line(value toml.Primitive) int {
	var p toml.ParseError
	if err := r.meta.PrimitiveDecode(value, looked(func(any) error { return here{} })); errors.As(err, &p) && p.Position.Line > 0 {
		return p.Position.Line
	}
	var t Table
	if r.meta.PrimitiveDecode(value, &t) != nil || len(t) == 0 {
		return 0
	}
	var lines []int
	for v := range maps.Values(t) {
		lines = append(lines, r.line(v))
	}
	return slices.Min(lines)
}

// here is an error that makes the library tell where it is.
type here struct{}

func (here) Error() string { return "here" }
