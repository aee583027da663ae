package export

import (
	"bufio"
	"bytes"
	"fmt"
	"html"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	gmhtml "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
)

// The programs that may read a document: as GitHub does, without making links of addresses, and without any extension.
var (
	gfm        = goldmark.New(goldmark.WithExtensions(extension.GFM))
	tablesOnly = goldmark.New(goldmark.WithExtensions(extension.Table))
	commonMark = goldmark.New()
)

// outline is what somebody sees of a document, one line for each heading, paragraph, item and row. Markup within a
// line shows as its kind between characters that nobody can type, except for links with the address as their text.
func outline(md goldmark.Markdown, source string) []string {
	o := outliner{source: []byte(source)}
	o.blocks(md.Parser().Parse(text.NewReader(o.source)), 0)
	for i, l := range o.lines {
		o.lines[i] = strings.NewReplacer(isolate, "", isolation, "").Replace(l) // nobody sees them
	}
	return o.lines
}

type outliner struct {
	source []byte
	lines  []string
}

func (o *outliner) add(format string, args ...any) {
	o.lines = append(o.lines, fmt.Sprintf(format, args...))
}

func (o *outliner) blocks(parent ast.Node, depth int) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Heading:
			o.add("h%d: %s", n.Level, o.inline(n))
		case *ast.Paragraph:
			o.add("paragraph: %s", o.inline(n))
		case *ast.List:
			o.list(n, depth)
		case *extast.Table:
			o.table(n)
		default:
			o.add("unexpected: %s", n.Kind())
		}
	}
}

// list shows bullets of both levels. The text of an item, if it has any, is its first child.
func (o *outliner) list(l *ast.List, depth int) {
	if l.IsOrdered() || !l.IsTight || depth > 1 {
		o.add("unexpected: ordered, loose or deep list")
	}
	for item := l.FirstChild(); item != nil; item = item.NextSibling() {
		label := ""
		if first, ok := item.FirstChild().(*ast.TextBlock); ok {
			label = o.inline(first)
			item.RemoveChild(item, first)
		}
		o.add("%sbullet: %s", strings.Repeat("sub-", depth), label)
		o.blocks(item, depth+1)
	}
}

func (o *outliner) table(t *extast.Table) {
	for row := t.FirstChild(); row != nil; row = row.NextSibling() {
		var cells []string
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			cells = append(cells, o.inline(cell))
		}
		o.add("row: %s", strings.Join(cells, "\x1f"))
	}
}

func (o *outliner) inline(parent ast.Node) string {
	var b strings.Builder
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			if n.SoftLineBreak() || n.HardLineBreak() {
				b.WriteString("\x01break\x02")
			}
			b.WriteString(o.typed(n))
		case *ast.AutoLink:
			b.Write(n.Label(o.source))
		case *ast.Emphasis:
			b.WriteString(emphasis(n.Level, o.inline(n)))
		default:
			fmt.Fprintf(&b, "\x01%s\x02%s\x03", n.Kind(), o.inline(n))
		}
	}
	return b.String()
}

// typed resolves escapes and entities by letting goldmark write HTML, and undoing that.
func (o *outliner) typed(n *ast.Text) string {
	var b bytes.Buffer
	w := bufio.NewWriter(&b)
	if n.IsRaw() {
		gmhtml.DefaultWriter.RawWrite(w, n.Value(o.source))
	} else {
		gmhtml.DefaultWriter.Write(w, n.Value(o.source))
	}
	_ = w.Flush() // into memory
	return html.UnescapeString(b.String())
}

func emphasis(level int, s string) string { return fmt.Sprintf("\x01emphasis %d\x02%s\x03", level, s) }
