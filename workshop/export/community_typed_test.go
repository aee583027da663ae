package export

import (
	"bytes"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"convene/workshop"
	"convene/workshop/text"
)

// typedEverywhere is a community in which that text stands wherever somebody types one.
func typedEverywhere(s string) workshop.Community {
	c := flourishing()
	c.Name, c.Leader, c.Sponsor, c.Checks = s, s, s, c.Checks[3:6]
	for i := range c.Checks {
		var cards []workshop.HealthCard
		for _, card := range c.Checks[i].Cards[:len(c.Checks[i].Cards)-i] {
			card.About, card.Red, card.Green = s, s, s
			cards = append(cards, card)
		}
		c.Checks[i].Cards, c.Checks[i].Turned = cards, len(cards)
	}
	for i := range c.Checks[2].Spread {
		c.Checks[2].Spread[i].Sentences = []string{s, s}
	}
	for i := range c.Actions {
		c.Actions[i].What, c.Actions[i].Owner, c.Actions[i].Why = s, s, s
	}
	for i := range c.Occasions {
		c.Occasions[i].Topic, c.Occasions[i].Minutes = s, s
	}
	return c
}

// placeholder is a text that is markup nowhere, and on no page otherwise.
const placeholder = "Xq"

// harmless is what programs show of a page with the placeholder.
func harmless(t rapid.TB) map[goldmark.Markdown][]string {
	source := string(pageOf(t, FormatMarkdown, typedEverywhere(placeholder)))
	return map[goldmark.Markdown][]string{gfm: outline(gfm, source), tablesOnly: outline(tablesOnly, source)}
}

// showsAsTyped checks that a text stands in Markdown wherever a harmless one would, and as it was typed.
func showsAsTyped(t rapid.TB, harmless map[goldmark.Markdown][]string, typed string) {
	t.Helper()
	if typed = text.Line(typed); typed == "" {
		return
	}
	source := string(pageOf(t, FormatMarkdown, typedEverywhere(typed)))
	for md, lines := range harmless {
		var want []string
		for _, line := range lines {
			want = append(want, strings.ReplaceAll(line, placeholder, typed))
		}
		if diff := cmp.Diff(want, outline(md, source)); diff != "" {
			t.Errorf("%q: -want +got:\n%s", typed, diff)
		}
	}
}

func TestCommunitiesShowLiterallyWhatWasTyped(t *testing.T) {
	lines := harmless(t)
	for _, s := range nastyTexts {
		showsAsTyped(t, lines, s)
	}
}

func TestCommunitiesShowAnyMixtureLiterally(t *testing.T) {
	lines := harmless(t)
	rapid.Check(t, func(t *rapid.T) {
		showsAsTyped(t, lines, strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 12).Draw(t, "pieces"), ""))
	})
}

// On a page of HTML it is the text of as many places as a harmless one, and no element or attribute comes of it.
func TestOnAPageOfACommunityTypedTextIsNoMarkup(t *testing.T) {
	shape := func(typed string) (elements []string, texts int) {
		doc, err := html.Parse(bytes.NewReader(pageOf(t, FormatHTML, typedEverywhere(typed))))
		if err != nil {
			t.Fatal(err)
		}
		for n := range doc.Descendants() {
			switch {
			case n.Type == html.ElementNode && n.Data != "a": // an address becomes a link
				said := n.Data
				for _, a := range n.Attr {
					said += " " + a.Key
				}
				elements = append(elements, strings.Replace(said, "bdi class", "bdi", 1))
			case n.Type == html.TextNode && n.Parent.Data != "style":
				texts += strings.Count(n.Data, typed)
			}
		}
		return elements, texts
	}
	want, places := shape(placeholder)
	if places < 60 {
		t.Fatalf("only %d places", places)
	}
	for _, s := range nastyTexts {
		if s = text.Line(s); s == "" {
			continue
		}
		got, texts := shape(s)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q: -want +got:\n%s", s, diff)
		}
		if texts < places {
			t.Errorf("%q stands in %d places of %d", s, texts, places)
		}
	}
}

func TestOnAPageOfACommunityNothingIsTurnedAround(t *testing.T) {
	const typed = "שלום"
	doc, err := html.Parse(bytes.NewReader(pageOf(t, FormatHTML, typedEverywhere(typed))))
	if err != nil {
		t.Fatal(err)
	}
	for n := range doc.Descendants() {
		if n.Type != html.TextNode || !strings.Contains(n.Data, typed) || n.Parent.Data == "title" {
			continue
		}
		isolated := false
		for e := range n.Ancestors() {
			isolated = isolated || e.Data == "bdi" || attribute(e, "dir") == "auto"
		}
		if !isolated || strings.Trim(n.Data, typed+" ") != "" {
			t.Errorf("%q in <%s> has the direction of the page", n.Data, n.Parent.Data)
		}
	}
	for line := range strings.Lines(string(pageOf(t, FormatMarkdown, typedEverywhere(typed)))) {
		alone := strings.Trim(line, "#- \n") == typed
		if bare := strings.ReplaceAll(line, isolate+typed+isolation, ""); !alone && strings.Contains(bare, typed) {
			t.Errorf("%q turns around what stands beside it", line)
		}
	}
}

func TestOnlyAnAddressOfTheWebIsALink(t *testing.T) {
	for typed, want := range map[string]bool{
		"https://wiki.example.org/1": true, "http://wiki/1?a=b&c=d": true, "HTTPS://x.example": true,
		"javascript:alert(1)": false, "data:text/html,x": false, "file:///etc/passwd": false, "//x.example": false, "https:": false,
		"https://": false, "on the wiki": false, "": false, "mailto:a@b.de": false, "ssh://x.example": false,
	} {
		doc, err := html.Parse(bytes.NewReader(pageOf(t, FormatHTML, typedEverywhere(typed))))
		if err != nil {
			t.Fatal(err)
		}
		links := 0
		for n := range doc.Descendants() {
			if n.Data == "a" && n.Type == html.ElementNode {
				links++
			}
		}
		if (links > 0) != want {
			t.Errorf("%q is %d links", typed, links)
		}
	}
}

// What has been cleaned before has no character that steers a terminal, and a page adds none.
func TestAPageHasNoControlCharacters(t *testing.T) {
	for _, s := range nastyTexts {
		for _, f := range Formats() {
			page := string(pageOf(t, f, typedEverywhere(text.Line(s))))
			steers := func(r rune) bool { return unicode.IsControl(r) && r != '\n' && (r != '\r' || f != FormatCSV) }
			if i := strings.IndexFunc(page, steers); i >= 0 {
				t.Errorf("%s of %q has %q", f, s, page[i:i+2])
			}
		}
	}
}

// OWASP, "CSV Injection": whatever was typed, no spreadsheet finds a formula, and the text can be read back.
func TestNoCellOfACommunityIsAFormula(t *testing.T) {
	formulas := []string{"=1+1", "x;\"=1+1;y", "x,=1", "x;-(", "＠x", "-2+3+cmd|' /C calc'!A0", "'=1", "a; =1"}
	for _, s := range append(formulas, nastyTexts...) {
		if s = text.Line(s); s == "" {
			continue
		}
		source := string(pageOf(t, FormatCSV, typedEverywhere(s)))
		if found := computed(source); len(found) > 0 {
			t.Errorf("%q became %s", s, found[0])
		}
		rows := tableOf(t, source)
		if got := typedIn(rows[1][4]); got != s {
			t.Errorf("%q became %q, which is read as %q", s, rows[1][4], got)
		}
	}
}
