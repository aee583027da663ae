package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"

	"convene/workshop"
	"convene/workshop/tongue"
)

func TestACommunityHasNoOtherFormats(t *testing.T) {
	var b bytes.Buffer
	if err := WriteCommunity(&b, "pdf", founded()); !errors.Is(err, ErrFormat) || b.Len() > 0 {
		t.Errorf("got %v, and %q", err, b.String())
	}
	for _, f := range Formats() {
		if err := WriteCommunity(fullDisk{}, f, flourishing()); !errors.Is(err, errDisk) {
			t.Errorf("%s: got %v, want the writer's error", f, err)
		}
	}
}

// communitySchema is the schema as people get it, and the same without room for a field that it doesn't name.
func communitySchema(t *testing.T) (open, closed *jsonschema.Schema) {
	t.Helper()
	source, err := os.ReadFile("community.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return compiled(t, source, func(any) {}), compiled(t, source, closeObjects)
}

func TestTheSchemaDescribesEveryCommunity(t *testing.T) {
	_, closed := communitySchema(t)
	for name, sample := range communities {
		t.Run(name, func(t *testing.T) { validates(t, closed, pageOf(t, FormatJSON, sample())) })
	}
	t.Run("nothing", func(t *testing.T) { validates(t, closed, pageOf(t, FormatJSON, workshop.Community{})) })
	t.Run("any", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) { validates(t, closed, pageOf(t, FormatJSON, anyCommunity(t))) })
	})
}

func TestTheSchemaRefusesWhatIsNoCommunity(t *testing.T) {
	open, _ := communitySchema(t)
	at := func(d map[string]any, list string, i int) map[string]any { return d[list].([]any)[i].(map[string]any) }
	for _, tt := range []struct {
		about string
		spoil func(d map[string]any)
	}{
		{"another format", func(d map[string]any) { d["format"] = 2 }},
		{"names of people", func(d map[string]any) { d["people"] = []any{"Ana"} }},
		{"no checks", func(d map[string]any) { delete(d, "checks") }},
		{"a day that isn't", func(d map[string]any) { d["founded"] = "2026-02-30" }},
		{"an unknown state", func(d map[string]any) { at(d, "actions", 0)["state"] = "moved" }},
		{"an unknown kind", func(d map[string]any) { at(d, "occasions", 0)["kind"] = "party" }},
		{"four answers told", func(d map[string]any) { at(at(d, "checks", 2), "cards", 0)["answered"] = 4 }},
		{"a spread of too few", func(d map[string]any) {
			cards := at(d, "checks", 5)["cards"].([]any)
			for _, c := range cards {
				if c := c.(map[string]any); c["id"] == "feedback" {
					c["spread"] = map[string]any{"red": 0, "yellow": 2, "green": 1}
				}
			}
		}},
	} {
		var d map[string]any
		if err := json.Unmarshal(pageOf(t, FormatJSON, flourishing()), &d); err != nil {
			t.Fatal(err)
		}
		if err := open.Validate(d); err != nil {
			t.Fatalf("before: %v", err)
		}
		tt.spoil(d)
		if err := open.Validate(d); err == nil {
			t.Errorf("%s is allowed", tt.about)
		}
	}
}

// tableOf reads the table of a community as RFC 4180 has it, strictly.
func tableOf(t rapid.TB, source string) [][]string {
	t.Helper()
	body, marked := strings.CutPrefix(source, byteOrderMark)
	if bare := strings.ReplaceAll(body, "\r\n", ""); !marked || strings.ContainsAny(bare, "\r\n") {
		t.Errorf("no byte order mark, or a line that doesn't end with CRLF, in %q", source)
	}
	rows, err := csv.NewReader(strings.NewReader(body)).ReadAll()
	if err != nil {
		t.Fatalf("%v in %q", err, body)
	}
	return rows
}

func TestEveryCardOfACheckIsARow(t *testing.T) {
	c := founded()
	c.Checks = flourishing().Checks[4:6]
	for i := range c.Checks {
		c.Checks[i].Cards = slices.Concat(c.Checks[i].Cards[2:3], c.Checks[i].Cards[8:10])
		c.Checks[i].Turned = 3 - i
	}
	want := [][]string{
		{"check", "date", "took", "card", "about", "state", "answered", "red", "yellow", "green", "arrow", "sentences"},
		{"5", "2026-12-07", "11", "safety", "Safety to ask and to be wrong", "told", "11", "0", "2", "9", "", ""},
		{"5", "2026-12-07", "11", "feedback", "Feedback, given and received", "too-few", "4", "", "", "", "", ""},
		{"5", "2026-12-07", "11", "deciding", "Ability to decide", "told", "11", "2", "5", "4", "", ""},
		{
			"6", "2027-02-10", "12", "safety", "Safety to ask and to be wrong", "told", "12", "0", "2", "10", "level",
			"I asked what I had been afraid to ask for a year. | Nobody laughed when the release went wrong.",
		},
		{"6", "2027-02-10", "12", "feedback", "Feedback, given and received", "too-few", "3", "", "", "", "", ""},
		{"6", "2027-02-10", "12", "deciding", "Ability to decide", "face-down", "", "", "", "", "", ""},
	}
	if diff := cmp.Diff(want, tableOf(t, string(pageOf(t, FormatCSV, c)))); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestTheTableOfACommunityIsTheSameInEveryLanguage(t *testing.T) {
	want := pageOf(t, FormatCSV, flourishing())
	for _, lang := range append(workshop.Languages(), tongue.Pseudo) {
		c := flourishing()
		c.Lang = lang
		if got := pageOf(t, FormatCSV, c); !bytes.Equal(want, got) {
			t.Errorf("%s: %s", lang, cmp.Diff(string(want), string(got)))
		}
	}
}

// The page of a community has a table, pictures of bars and lines, and links to minutes; nothing of it loads or runs something.
func TestThePageOfACommunityStandsAlone(t *testing.T) {
	for name, sample := range communities {
		source := string(pageOf(t, FormatHTML, sample()))
		p := readPage(t, source)
		own := strings.Fields("<table> <thead> <tbody> <tfoot> <tr> <th> <td> <dl> <dt> <dd> <rect> <circle> <a> " +
			"href scope x y r cx cy width height transform")
		for _, extra := range p.extra {
			if what, _, _ := strings.Cut(extra, " "); !slices.Contains(own, what) {
				t.Errorf("%s: %s", name, extra)
			}
		}
		ids := slices.Clone(p.ids)
		slices.Sort(ids)
		if len(slices.Compact(ids)) != len(p.ids) {
			t.Errorf("%s: an ID is there twice in %q", name, p.ids)
		}
		for _, id := range p.pointed {
			if !slices.Contains(p.ids, id) {
				t.Errorf("%s: nothing is called %s", name, id)
			}
		}
		if !strings.Contains(source, `content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`) {
			t.Errorf("%s: the page does not forbid to load and to run anything", name)
		}
		if m := regexp.MustCompile(`(?i)url\(|@import|src=|ZgotmplZ|href="[^h]`).FindString(source); m != "" {
			t.Errorf("%s: %q is on the page", name, m)
		}
	}
}

func TestEveryPictureSaysWhatItShows(t *testing.T) {
	lines := readPage(t, string(pageOf(t, FormatHTML, flourishing()))).lines
	for _, want := range []string{
		"title: Safety to ask and to be wrong, 2026-10-19: 2 red, 4 yellow, 4 green; level since it was told last",
		"title: Trend of Safety to ask and to be wrong, " +
			"from all red at the bottom to all green at the top: 17, 25, 33, 60, 91, 92; in all, up",
		"title: Trend of Feedback, given and received, " +
			"from all red at the bottom to all green at the top: 44, 50, 58, 65, –, –; in all, level",
	} {
		if !slices.Contains(lines, want) {
			t.Errorf("no %q in %s", want, strings.Join(lines, "\n"))
		}
	}
}

// Whatever a page says of itself to people, it says in the language of the community.
func TestNothingOnThePageOfACommunityIsSaidPastTheTongue(t *testing.T) {
	latin := regexp.MustCompile(`[A-Za-z]{2,}`)
	bare := workshop.Community{Lang: tongue.Pseudo}
	full := typedEverywhere("0")
	full.Lang, full.Checks[1].Cards = tongue.Pseudo, full.Checks[1].Cards[1:]
	full.Checks[2].Cards[1].Green = "1"
	for _, c := range []workshop.Community{bare, full} {
		p := readPage(t, string(pageOf(t, FormatHTML, c)))
		said := regexp.MustCompile(`(?m)^\w+: `).ReplaceAllString(strings.Join(p.lines, "\n"), "") + p.left
		for _, said := range []string{said, string(pageOf(t, FormatMarkdown, c))} {
			if strays := latin.FindAllString(said, -1); len(strays) > 0 {
				t.Errorf("says %q past the tongue:\n%s", strays, said)
			}
		}
	}
	_, body, _ := strings.Cut(communityPage, "</style>")
	body = regexp.MustCompile(`(?s)\{\{.*?\}\}|<[^>]*>`).ReplaceAllString(body, "\x00")
	for _, said := range strings.FieldsFunc(body, func(r rune) bool { return r == 0 || unicode.IsSpace(r) }) {
		if !slices.Contains([]string{"·", "(", ")"}, said) {
			t.Errorf("the template says %q", said)
		}
	}
}

// A year at a glance ends where the community has held something last, and does not begin before it was founded.
func TestTheYearIsTheLastOne(t *testing.T) {
	c := founded()
	for _, on := range []workshop.Day{"2026-04-01", "2026-04-30", "2027-02-28", "2027-06-01", "someday"} {
		id := workshop.OccasionID(len(c.Occasions) + 1)
		c.Occasions = append(c.Occasions, workshop.Occasion{ID: id, Kind: workshop.BookClub, On: on})
	}
	for held, want := range map[int]string{
		0: "2026-03:1", 1: "2026-03:1 2026-04:1", 2: "2026-03:1 2026-04:2",
		3: "2026-03:1 2026-04:2 2026-05:0 2026-06:0 2026-07:0 2026-08:0 2026-09:0 2026-10:0 2026-11:0 2026-12:0 2027-01:0 2027-02:1",
		5: "2026-07:0 2026-08:0 2026-09:0 2026-10:0 2026-11:0 2026-12:0 2027-01:0 2027-02:1 2027-03:0 2027-04:0 2027-05:0 2027-06:1 +2",
	} {
		l := lifeOf(c)
		l.Occasions = c.Occasions[:held]
		months, earlier := l.year()
		var got []string
		for _, m := range months {
			got = append(got, fmt.Sprintf("%s:%d", m.at.Format("2006-01"), len(m.events)))
		}
		if earlier > 0 {
			got = append(got, fmt.Sprintf("+%d", earlier))
		}
		if diff := cmp.Diff(want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%d occasions: %s", held, diff)
		}
	}
}

// What is ahead does not push out what was: the year until now is there, and what comes behind it.
func TestTheYearHasWhatIsAhead(t *testing.T) {
	c := founded()
	c.Heard = time.Date(2027, time.April, 2, 9, 0, 0, 0, time.UTC)
	for _, on := range []workshop.Day{"2026-04-01", "2026-05-30", "2027-02-28", "2028-01-10"} {
		id := workshop.OccasionID(len(c.Occasions) + 1)
		c.Occasions = append(c.Occasions, workshop.Occasion{ID: id, Kind: workshop.BookClub, On: on})
	}
	months, earlier := lifeOf(c).year()
	first, last := months[0].at.Format("2006-01"), months[len(months)-1].at.Format("2006-01")
	if first != "2026-05" || last != "2028-01" || earlier != 1 {
		t.Errorf("from %s to %s, and %d before", first, last, earlier)
	}
}

// WCAG 2.2 AA asks for 4.5 in text, and for 3 in what has to be seen of a picture: for yellow, that is its edge.
func TestEveryColourOfACommunityHasContrastAA(t *testing.T) {
	colours := map[string]string{}
	for _, m := range regexp.MustCompile(`--([a-z-]+): (#[0-9a-f]+);`).FindAllStringSubmatch(communityCSS, -1) {
		if m[1] != "paper" || colours["paper"] == "" {
			colours[m[1]] = m[2]
		}
	}
	for name, least := range map[string]float64{"ink": 4.5, "quiet": 4.5, "canvas": 4.5, "act": 4.5, "red": 3, "green": 3} {
		if c := contrast(t, colours[name], colours["paper"]); c < least {
			t.Errorf("%s on paper has a contrast of %.2f", name, c)
		}
	}
	for _, beside := range []string{"red", "green"} {
		if c := contrast(t, colours["yellow"], colours[beside]); c < 3 {
			t.Errorf("yellow beside %s has a contrast of %.2f", beside, c)
		}
	}
}
