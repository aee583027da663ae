package export

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"pgregory.net/rapid"
)

// The only elements and attributes that a page has. There is none that loads, links or runs something.
const (
	pageElements = "html head meta title style body header main footer section div h1 h2 h3 p ul li b bdi time span " +
		"svg desc path g text"
	pageAttributes = "lang class style charset content http-equiv name id dir datetime aria-labelledby aria-describedby role " +
		"viewbox d x y text-anchor"
)

// page is what somebody finds on a page.
type page struct {
	lines   []string          // its headings, paragraphs and items, with their elements
	labels  map[string]string // of the diagrams' sides, without spaces
	ids     []string
	pointed []string // what is named by its ID
	extra   []string // that should not be there
	left    string   // text outside of all lines
}

// readPage reads a page as a browser does.
func readPage(t rapid.TB, source string) page {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(source))
	if err != nil {
		t.Fatal(err)
	}
	p := page{labels: make(map[string]string)}
	p.element(doc, "")
	return p
}

func (p *page) element(n *html.Node, diagram string) {
	switch n.Type {
	case html.CommentNode:
		p.extra = append(p.extra, "a comment")
	case html.TextNode:
		p.left += strings.TrimSpace(n.Data)
	case html.ElementNode:
		if !slices.Contains(strings.Fields(pageElements), n.Data) {
			p.extra = append(p.extra, "<"+n.Data+">")
		}
		for _, a := range n.Attr {
			switch {
			case !slices.Contains(strings.Fields(pageAttributes), strings.ToLower(a.Key)):
				p.extra = append(p.extra, a.Key+" of <"+n.Data+">")
			case a.Key == "id":
				p.ids = append(p.ids, a.Val)
			case strings.HasPrefix(a.Key, "aria-"):
				p.pointed = append(p.pointed, a.Val)
			}
		}
		switch n.Data {
		case "style":
			return
		case "svg":
			diagram = attribute(n, "class") + " "
		case "g":
			diagram += attribute(n, "class")
		case "text":
			if attribute(n, "class") == "" {
				p.labels[diagram] += strings.ReplaceAll(inner(n), " ", "")
			}
			return
		case "title", "desc", "h1", "h2", "h3", "p", "li":
			if line := inner(n); line != "" {
				p.lines = append(p.lines, n.Data+": "+line)
			}
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.TextNode || !isLine(n.Data) {
			p.element(c, diagram)
		}
	}
}

func isLine(element string) bool {
	return slices.Contains([]string{"title", "desc", "h1", "h2", "h3", "p", "li", "b", "bdi", "time", "span"}, element)
}

// inner is the text of a line without that of the lines in it.
func inner(n *html.Node) string {
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			b.WriteString(c.Data)
		case c.Data != "ul" && c.Data != "p":
			b.WriteString(inner(c))
		}
	}
	return strings.Trim(b.String(), " \n")
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// The test of the test: what must never be on a page is seen when it is there.
func TestAPageIsReadAsItIs(t *testing.T) {
	p := readPage(t, `<html><head><title>x</title></head><body><p onclick="x">a <b>b</b></p><script>1</script><a href="x">y</a><!-- z -->q</body></html>`)
	for _, want := range []string{"onclick of <p>", "<script>", "<a>", "href of <a>", "a comment"} {
		if !slices.Contains(p.extra, want) {
			t.Errorf("%s is not seen: %q", want, p.extra)
		}
	}
	if !strings.HasSuffix(p.left, "q") || !slices.Contains(p.lines, "p: a b") {
		t.Errorf("%q, %q", p.lines, p.left)
	}
}
