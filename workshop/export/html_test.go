package export

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"convene/workshop"
	"convene/workshop/format"
	"convene/workshop/tongue"
)

// expectedPage is what a page of the canvas says, line by line.
func expectedPage(c workshop.Canvas) []string {
	kind, about := "Community of practice", ""
	switch {
	case !c.Named:
		kind += ", not named yet"
	case c.Topic != "":
		about = c.Topic + " · "
	}
	if !c.Date.IsZero() {
		about += c.Date.Format("2 January 2006") + " · "
	}
	crowd := "1 person"
	if n := len(c.People); n != 1 {
		crowd = fmt.Sprintf("%d people", n)
	}
	lines := []string{"title: " + c.Title, "p: " + kind, "h1: " + c.Title, "p: " + about + crowd}
	for _, b := range c.Sections {
		lines = append(lines, "h2: "+format.In("", c.Wording).Heading(b.Section))
		if b.Statement == "" && len(b.Entries) == 0 {
			lines = append(lines, "p: Nothing here yet.")
		}
		if b.Statement != "" {
			lines = append(lines, "p: "+b.Statement)
		}
		lines = append(lines, expectedEntries(b.Entries)...)
	}
	if c.Forces != nil {
		lines = append(lines, expectedField(*c.Forces)...)
	}
	lines = append(lines, "h2: Leader")
	switch {
	case c.Leader != "":
		lines = append(lines, "p: "+c.Leader)
		said := map[workshop.How]string{"vote": "Elected by vote", "runoff": "Elected by a runoff", "lot": "By lot after two ties", "consent": "By consent"}[c.LeaderHow]
		if c.LeaderTerms != "" {
			said += ", " + c.LeaderTerms
		}
		lines = append(lines, "p: "+said)
	case c.NoLeader != "":
		lines = append(lines, "p: No leader yet: "+c.NoLeader)
	default:
		lines = append(lines, "p: Not elected yet.")
	}
	lines = append(lines, "h2: People")
	for _, name := range c.People {
		lines = append(lines, "li: "+name)
	}
	if len(c.People) == 0 {
		lines = append(lines, "p: Nobody yet.")
	}
	if len(c.Actions) > 0 {
		lines = append(lines, "h2: First actions")
	}
	for _, a := range c.Actions {
		if a.Owner == "" {
			a.Owner = "nobody yet"
		}
		if a.Due != "" {
			a.Owner += ", by " + a.Due.Date().Format("Mon 2 Jan 2006")
		}
		lines = append(lines, fmt.Sprintf("li: %s (%s)", a.What, a.Owner))
	}
	if len(c.Settlements) > 0 {
		lines = append(lines, "h2: Agreement", "p: Fist to five: 5 is “I will help to lead it”, 0 is “no”.")
	}
	for _, a := range c.Agreements() {
		lines = append(lines, "li: "+format.In("", c.Wording).Step(a.Step).Heading+": "+tongue.Tongue{}.Settled(a.Settlement))
		for _, x := range a.Concerns {
			lines = append(lines, fmt.Sprintf("li: %d: %s", x.Level, x.Sentence))
		}
	}
	return append(lines, expectedFacilitators("p", c.Facilitators)...)
}

func expectedEntries(entries []workshop.Entry) []string {
	var lines []string
	for _, e := range entries {
		switch e.Dots {
		case 0:
			lines = append(lines, "p: "+e.Title)
		case 1:
			lines = append(lines, "p: "+e.Title+" 1 dot")
		default:
			lines = append(lines, fmt.Sprintf("p: %s %d dots", e.Title, e.Dots))
		}
		for _, n := range e.Notes {
			lines = append(lines, "li: "+n)
		}
	}
	return lines
}

// expectedField is the force field with one diagram; a page may have two, which say the same.
func expectedField(f workshop.ForceField) []string {
	said := func(forces []workshop.Force) string {
		var all []string
		for _, x := range forces {
			if x.Strength == 0 {
				all = append(all, x.Title+" (not weighed)")
			} else {
				all = append(all, fmt.Sprintf("%s (strength %d)", x.Title, x.Strength))
			}
		}
		if len(all) == 0 {
			return "nothing"
		}
		return strings.Join(all, "; ")
	}
	support, slowDown := f.Sums()
	lines := []string{
		"h2: Force field", "title: Force field: what supports the vision, and what slows it down",
		fmt.Sprintf("desc: What supports: %s. Sum %d. What slows down: %s. Sum %d.", said(f.Support), support, said(f.SlowDown), slowDown),
	}
	balance := "0"
	if support > slowDown {
		balance = fmt.Sprintf("+%d", support-slowDown)
	} else if support < slowDown {
		balance = fmt.Sprintf("−%d", slowDown-support)
	}
	first, others, ok := f.FirstToWeaken()
	like := ""
	if others > 0 {
		like = fmt.Sprintf(" like %d more", others)
	}
	switch {
	case ok:
		lines = append(lines, fmt.Sprintf("p: Balance: %s. Most worth weakening, with strength %d%s: %s", balance, first.Strength, like, first.Title))
	case support > 0:
		lines = append(lines, fmt.Sprintf("p: Balance: %s.", balance))
	default:
		lines = append(lines, "p: The strengths have not been weighed yet.")
	}
	for _, side := range []struct {
		heading string
		forces  []workshop.Force
	}{{"h3: Behind what supports", f.Support}, {"h3: Behind what slows down", f.SlowDown}} {
		heading := []string{side.heading}
		for _, x := range side.forces {
			if len(x.Notes) > 0 {
				lines = append(lines, append(heading, expectedEntries([]workshop.Entry{{Title: x.Title, Notes: x.Notes}})...)...)
				heading = nil
			}
		}
	}
	return lines
}

// showsOnPage checks that a page says all of a canvas as it was typed, in its order, and holds nothing else.
func showsOnPage(t rapid.TB, c workshop.Canvas) {
	t.Helper()
	source := string(written(t, FormatHTML, c))
	p := readPage(t, source)
	var got []string
	for i, l := range p.lines {
		if i < 2 || p.lines[i-2] != l || !strings.HasPrefix(l, "title: Force") && !strings.HasPrefix(l, "desc: ") {
			got = append(got, l) // all but the second diagram's words
		}
	}
	if i := strings.IndexFunc(source, isUnseen); i >= 0 {
		t.Errorf("the page has %+q in it", source[i:i+4])
	}
	var want []string
	for _, l := range expectedPage(c) {
		kind, words, _ := strings.Cut(l, ": ")
		if words = strings.Trim(words, " \n"); words != "" {
			want = append(want, kind+": "+words)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s\nof the page:\n%s", diff, source)
	}
	if len(p.extra) > 0 || p.left != "" {
		t.Errorf("on the page are also %q and %q", p.extra, p.left)
	}
	slices.Sort(p.ids)
	if n := len(p.ids); len(slices.Compact(p.ids)) != n {
		t.Errorf("an ID comes twice: %q", p.ids)
	}
	for _, id := range p.pointed {
		if !slices.Contains(p.ids, id) {
			t.Errorf("nothing is called %q", id)
		}
	}
	if c.Forces == nil {
		return
	}
	for diagram, labels := range p.labels {
		forces := c.Forces.Support
		if strings.HasSuffix(diagram, "slow-down") {
			forces = c.Forces.SlowDown
		}
		want := ""
		for _, f := range forces {
			want += strings.Join(strings.Fields(f.Title), "")
		}
		if labels != want {
			t.Errorf("%s is labelled %q, want %q", diagram, labels, want)
		}
	}
}

func TestAPageShowsWhatWasTyped(t *testing.T) {
	for name, sample := range samples {
		t.Run(name, func(t *testing.T) { showsOnPage(t, sample()) })
	}
	for _, n := range []int{3, 30, 150, 400} {
		showsOnPage(t, crowded(n))
	}
	for _, s := range nastyTexts {
		showsOnPage(t, typing{s, s, s, s, s, s, s, s, s}.fill())
	}
	t.Run("any", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) { showsOnPage(t, anyCanvas(t)) })
	})
}

func FuzzHTML(f *testing.F) {
	for _, s := range append(nastyTexts, `"><script>alert(1)</script>`, "</title><svg onload=x>", "</style>", "]]>", "javascript:x", "\u202eabc", "a\u2067b", "c\u2069", "\ue000\ue001", "אב", "{{.}}", "%s%!", "\x1b[2J") {
		f.Add(s, s, s, s, s, s, s, s, s)
	}
	f.Fuzz(func(t *testing.T, title, topic, statement, cluster, note, force, leader, person, reason string) {
		c := typing{title, topic, statement, cluster, note, force, leader, person, reason}.fill()
		showsOnPage(t, c)
		c.Named, c.Forces, c.Leader, c.LeaderHow, c.LeaderTerms, c.NoLeader = true, nil, "", "", "", c.Sections[0].Statement
		showsOnPage(t, c)
	})
}

// Whatever people typed has its own direction, and whatever stands beside it has another: nothing of it turns the words
// around that the page says, and the other way round.
func TestWhatWasTypedTurnsNothingAround(t *testing.T) {
	const typed = "שלום"
	c := typing{typed, typed, typed, typed, typed, typed, typed, typed, typed}.fill()
	c.Named = true
	c.Wording = workshop.Wording{Sections: map[workshop.Section]string{}, Steps: map[workshop.Step]workshop.StepWording{}}
	for _, s := range workshop.Sections() {
		c.Wording.Sections[s] = typed
	}
	for step := range c.Settlements {
		c.Wording.Steps[step] = workshop.StepWording{Heading: typed}
	}
	noLeader := c
	noLeader.Leader, noLeader.LeaderHow, noLeader.LeaderTerms, noLeader.NoLeader = "", "", "", typed
	for _, c := range []workshop.Canvas{c, noLeader} {
		doc, err := html.Parse(bytes.NewReader(written(t, FormatHTML, c)))
		if err != nil {
			t.Fatal(err)
		}
		seen := 0
		for n := range doc.Descendants() {
			if n.Type != html.TextNode || !strings.Contains(n.Data, typed) || slices.Contains([]string{"title", "desc", "text"}, n.Parent.Data) {
				continue
			}
			seen++
			if strings.Trim(n.Data, typed+" ") != "" {
				t.Errorf("%q stands beside what was typed in <%s>", n.Data, n.Parent.Data)
			}
			isolated := false
			for e := range n.Ancestors() {
				isolated = isolated || e.Data == "bdi" || attribute(e, "dir") == "auto"
			}
			if !isolated {
				t.Errorf("what was typed into <%s %v> has the direction of the page", n.Parent.Data, n.Parent.Attr)
			}
		}
		if seen < 30 {
			t.Errorf("only %d texts were seen", seen)
		}
	}
	if !strings.Contains(posterCSS, ".diagram text { unicode-bidi: plaintext; }") {
		t.Error("the labels of a diagram have the direction of the page")
	}
}

// A template that puts words and signs together says half sentences, which no language but English can follow.
func TestTheTemplateSaysNothing(t *testing.T) {
	_, body, _ := strings.Cut(posterHTML, "</style>")
	body = regexp.MustCompile(`(?s)\{\{.*?\}\}|<[^>]*>`).ReplaceAllString(body, "\x00")
	for _, said := range strings.FieldsFunc(body, func(r rune) bool { return r == 0 || unicode.IsSpace(r) }) {
		if !slices.Contains([]string{"·", "(", ")"}, said) {
			t.Errorf("the template says %q", said)
		}
	}
}

func TestAPageStandsAlone(t *testing.T) {
	source := string(written(t, FormatHTML, nasty()))
	if !strings.Contains(source, `content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`) {
		t.Error("the page does not forbid to load and to run anything")
	}
	if m := regexp.MustCompile(`(?i)url\(|@import|src=|href=|https?://www\.w3`).FindString(source); m != "" {
		t.Errorf("%q is on the page", m)
	}
	if strings.Contains(source, "ZgotmplZ") {
		t.Error("a value did not pass into the style")
	}
	if strings.Contains(posterCSS, "hidden") || strings.Contains(posterCSS, "clip") {
		t.Error("the style can cut something off")
	}
}

// A day comes out of the log, too: what is none there ends neither the attribute that it stands in nor its text.
func TestADayIsTextWhateverItSays(t *testing.T) {
	c := bare()
	due := workshop.Day(`2026-01-05" onclick="x"><img src=x>`)
	c.Actions = []workshop.Planned{{ID: 1, What: "Ask", Owner: "Ben", Due: due}}
	doc, err := html.Parse(bytes.NewReader(written(t, FormatHTML, c)))
	if err != nil {
		t.Fatal(err)
	}
	days := 0
	for n := range doc.Descendants() {
		switch n.Data {
		case "img":
			t.Error("the day is markup")
		case "time":
			for _, a := range n.Attr {
				if a.Key != "datetime" {
					t.Errorf("the day has made an attribute %s=%q", a.Key, a.Val)
				} else if a.Val == string(due) && n.FirstChild != nil && n.FirstChild.Data == string(due) {
					days++
				}
			}
		}
	}
	if days != 1 {
		t.Errorf("the day stands there %d times as it is", days)
	}
}
