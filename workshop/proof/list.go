package proof

import (
	"fmt"
	"strings"

	"github.com/BurntSushi/toml"
)

// Each reads a list of tables, each under the title [[key]], with a function that gets them in their order, and the line of each
// title. Too many of them are one mistake, and none is read.
func (r *Reading) Each(t Table, key string, most int, read func(one *Reading, t Table, line int)) {
	var titles []title
	r.Value(t, key, func(v any) string {
		list, is := v.([]map[string]any)
		found := r.titles(key)
		if !is || len(list) != len(found) {
			return fmt.Sprintf("%q is no value but a list of tables, each with the title [[%s]] and its own lines below", key, key)
		}
		titles = found
		return ""
	})
	if len(titles) > most {
		r.Wrong(titles[most].line, "%q has %d tables, %d too many: there are at most %d", key, len(titles), len(titles)-most, most)
		return
	}
	for i, from := range titles {
		end := len(r.page)
		if i+1 < len(titles) {
			end = titles[i+1].at
		}
		// Empty lines stand for all that comes before, so that its lines have the numbers that they have in the file.
		part := strings.Repeat("\n", from.line-1) + r.page[from.at:end]
		var top Table
		var one []Table
		// Nothing can be wrong: the library has read it already, as a part of the whole.
		meta, _ := toml.Decode(part, &top)
		_ = meta.PrimitiveDecode(top[key], &one)
		for _, t := range one {
			read(&Reading{file: r.file, page: part, meta: meta, mistakes: r.mistakes}, t, from.line)
		}
	}
}

// title is where a table of a list begins.
type title struct{ at, line int }

// titles are those that say [[key]].
func (r *Reading) titles(key string) []title {
	var out []title
	open, first := 0, true
	for at, line := range plain(r.page) {
		c := r.page[at]
		if first && open == 0 && isTitle(r.page[at:], key) {
			out = append(out, title{at, line})
		}
		switch c {
		case '[', '{':
			open++
		case ']', '}':
			open--
		}
		first = c == '\n' || first && (c == ' ' || c == '\t')
	}
	return out
}

// isTitle says whether a text begins with the title of a table in the list that is called so.
func isTitle(page, key string) bool {
	inner, is := strings.CutPrefix(page, "[[")
	inner, _, closed := strings.Cut(inner, "]]")
	return is && closed && strings.Trim(inner, " \t\"'") == key
}
