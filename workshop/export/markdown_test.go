package export

import (
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"pgregory.net/rapid"

	"convene/workshop"
	"convene/workshop/text"
)

// typing is one text for every place of a canvas where somebody types.
type typing struct {
	title, topic, statement, cluster, note, force, leader, person, reason string
}

// fill puts the texts, cleaned as everything that reaches a canvas is, into all their places. Those that the rules
// of a workshop never let be empty are not.
func (y typing) fill() workshop.Canvas {
	clean := text.Line
	some := func(s string) string {
		if s = clean(s); s == "" {
			s = "x"
		}
		return s
	}
	note, cluster, force := some(y.note), some(y.cluster), some(y.force)

	c := bare()
	c.Title, c.Topic = clean(y.title), clean(y.topic)
	for i := range c.Sections {
		if i%2 == 0 {
			c.Sections[i].Statement = clean(y.statement)
		}
		if i < 4 {
			c.Sections[i].Entries = []workshop.Entry{
				{Title: cluster, Notes: []string{note, note}}, {Title: note}, {Title: cluster, Notes: []string{note}},
			}
		}
	}
	c.Forces = &workshop.ForceField{
		Support: []workshop.Force{{Title: force, Notes: []string{note}}, {Title: force}, {Title: cluster}},
		SlowDown: []workshop.Force{
			{Title: cluster, Notes: []string{force, note}},
			{Title: force, ForceScore: workshop.ForceScore{Strength: 2, Low: 2, High: 2, Given: 1}},
		},
	}
	c.Leader, c.LeaderHow, c.LeaderTerms = some(y.leader), workshop.ByConsent, clean(y.reason)
	c.Actions = []workshop.Planned{{ID: 1, What: some(y.statement), Owner: some(y.person)}, {ID: 3, What: note, Due: "2026-09-30"}}
	c.Settlements = map[workshop.Step]workshop.Settlement{
		workshop.StepVision: {Hands: [6]int{1, 0, 1}, Concerns: []workshop.Concern{{Sentence: some(y.reason)}, {Level: 2, Sentence: note}}},
	}
	c.Wording = workshop.Wording{
		Sections: map[workshop.Section]string{workshop.SectionHow: some(y.topic), workshop.SectionResources: some(y.title)},
		Steps:    map[workshop.Step]workshop.StepWording{workshop.StepVision: {Heading: some(y.topic)}},
	}
	c.People = []string{some(y.person), some(y.leader), some(y.person)}
	c.Facilitators = []string{some(y.leader), some(y.person), some(y.person)}
	return c
}

// shows checks that the document looks as promised, in every program that may read it.
func (y typing) shows(t rapid.TB) {
	t.Helper()
	c := y.fill()
	showsIn(t, gfm, "GFM", c)
	showsIn(t, tablesOnly, "CommonMark with tables", c)
	c.Forces, c.Leader, c.LeaderHow, c.LeaderTerms, c.NoLeader = nil, "", "", "", text.Line(y.reason)
	showsIn(t, gfm, "GFM", c)
	showsIn(t, commonMark, "CommonMark", c)
}

func showsIn(t rapid.TB, md goldmark.Markdown, program string, c workshop.Canvas) {
	t.Helper()
	source := string(written(t, FormatMarkdown, c))
	for line := range strings.Lines(source) {
		if outside := regexp.MustCompile(isolate+"[^"+isolate+isolation+"]*"+isolation).ReplaceAllString(line, ""); strings.ContainsFunc(outside, isUnseen) {
			t.Errorf("what nobody sees, or half an isolate, is in %+q", line)
		}
	}
	if diff := cmp.Diff(expected(c), outline(md, source)); diff != "" {
		t.Errorf("%s, -want +got:\n%s\nof the source:\n%s", program, diff, source)
	}
}

func TestSamplesShowWhatWasTyped(t *testing.T) {
	for name, sample := range samples {
		t.Run(name, func(t *testing.T) {
			showsIn(t, gfm, "GFM", sample())
			showsIn(t, tablesOnly, "CommonMark with tables", sample())
		})
	}
}

// isUnseen says whether a character is one that turns text around or steers a terminal, which nobody can type into a workshop.
func isUnseen(r rune) bool {
	return unicode.Is(unicode.Bidi_Control, r) || unicode.IsControl(r) && r != '\n' || unicode.Is(unicode.Co, r)
}

// In one line with what the document says, text from right to left would turn the date around, and whatever stands beside it.
func TestTextFromRightToLeftTurnsNothingAround(t *testing.T) {
	const typed, alone = "שלום", "\u2068שלום\u2069"
	c := typing{typed, typed, typed, typed, typed, typed, typed, typed, typed}.fill()
	said := string(written(t, FormatMarkdown, c))
	for _, want := range []string{
		"\n" + alone + " · 2026-03-14 · 3 people\n", "\n" + alone + ", elected by consent, " + alone + "\n",
		"\nFacilitated by " + alone + ", " + alone + " and " + alone + "\n", "\n- " + alone + " (" + alone + ")\n",
		"\n- " + alone + " (nobody yet, by Wed 30 Sep 2026)\n", "\n- " + alone + ": 1 showed 2, 1 showed 0\n  - 0: " + alone + "\n",
		"\nBalance: −2. Most worth weakening, with strength 2: " + alone + "\n", "\n- " + typed + "\n  - " + typed + "\n", "# " + typed + "\n",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("no %+q in\n%s", want, said)
		}
	}
	c.Leader, c.NoLeader, c.Topic = "", typed, typed+" https://x.example/"+typed
	said = string(written(t, FormatMarkdown, c))
	for _, want := range []string{"\nNo leader yet: " + alone + "\n", "\n" + c.Topic + " · "} {
		if !strings.Contains(said, want) {
			t.Errorf("no %+q in\n%s", want, said)
		}
	}
}

// nastyTexts are whole texts that are markup somewhere if nobody takes care.
var nastyTexts = []string{
	"", "#", "##", "# x", "####### x", "x #", "x # #", "C#", "# #", `x \#`, "###### ",
	"-", "- x", "--", "---", "- - -", "-x", "--x", "— x", "+", "+ x", "+1", "*", "* x", "***", "* * *", "_ _ _", "___",
	"1.", "1. x", "1) x", "123456789. x", "1234567890. x", "1.5", "2026. A year", "1.x", "> x", ">x", ">", "=", "===", "x\n===",
	"*x*", "**x**", "a*b*c", "* x *", "3 * 4 * 5", "_x_", "__x__", "a_b_c", "a__b__c", "_ x _", "(_x_)", "é_é_é", "a_🙂_b",
	"~x~", "~~x~~", "~~~", "~ x ~", "~~~x~~~", "`x`", "``", "```", "``` go", "` x `", "`a|b`", "`\\`",
	"<b>x</b>", "<b", "<", "a < b", "<3", "<!-- x -->", "<!--", "<?x?>", "<![CDATA[x]]>", "<http://x.de>", "<a@b.de>", "<div>",
	"<3@b.de>", "</b>", "<-@b.de>", "<script>", "<pre>", "a<b>c",
	"&amp;", "&", "&copy", "&copy;", "&#38;", "&#x26;", "&#X26;", "&#;", "&nope;", "AT&T", "a & b;", "&amp;amp;", "&&amp;", "&#1234567890;",
	"[x](y)", "[x]", "[x]: y", "[ ] x", "[x] y", "[X] y", "![x](y)", "!", "[^1]", "[^1]: x", "]", "[", "[x][y]", "[]()", "x](y)",
	`\`, `\\`, `\\\`, `x\`, `\ x`, `\x`, `\*x\*`, `C:\temp`, `\|`, `\&amp;`, `\<b>`, `\[x\]`, `\ http://x.de *x*`, `\ a@b.de<b>`, `\ a@b.de\*x*`, `a \ b`, `\` + "`x`", `\😀`,
	"|", "||", "a|b", "| a | b |", "|---|", "| --- | --- |", "--|--", "--- | ---", ":--", ":-: | :-:", `a\|b`, `a\\|b`, "`|`", `|\`, "**a|b**",
	"http://x.de", "https://x.de/a_b_c", "http://x.de/_a_", "http://x.de/~a~", "http://x.de/a*b*", "http://x.de?a=b&c=d", "http://x.de?a=b&copy;",
	"www.x.de", "WWW.x.de/*a*", "www.x.de/(a)", "www.x.de/(a", "www.x.de.", "www.x.de/a_", "(www.x.de)", "*www.x.de*", "_www.x.de_", "~www.x.de~",
	"http://www.x.de/_", "ftp://x.de/`a`", "a@b.de", "_a@b.de", "a_b@c.de", "a_@b.de", "a@b.de_", "a*b@c.de", "*a@b.de*", "mailto:a_@b.de", "xmpp:a@b.de/_x_",
	"http://x.de|y", "http://x.de/<b>", "http://x.de/&amp;", "http://", "www.", "://", "x://_", "http://x.de/[a]", `http://x.de/\a`, `http://x.de\`,
	":tada:", ":::", "{#id}", "x {#id .class}", "$x$", "%x%", "^x^", "==x==", "\"x\" 'x'", "don't", "well-known", "e.g. this...", "a -- b --- c",
	"    four", "\tx", "a  b", "a\nb", "a\\\nb", "a\u2028b", "\u00a0x\u00a0", "1️⃣. x", "#️⃣ x", "*️⃣ x", "👩‍👩‍👧", "日本語*です*。", "*「日本」*語", "مرحبا_بك_",
	"\u0000x", "\u200bx", "\u202eabc", "a\u2067b", "c\u2069", "\u2068", "אב", "*א*", "- א", "א#", "א http://x.de/_", "א a@b.de", "א|", "1. א", "İ www.x.de/_", "Ⱥ://_x_", "+++", "%%%", "---\ntitle: x\n---", "<br>", "<br/>", "@ana", "#42", "Term\n: definition",
}

func TestTextShowsLiterallyEverywhere(t *testing.T) {
	for _, s := range nastyTexts {
		typing{s, s, s, s, s, s, s, s, s}.shows(t)
	}
}

// pieces are what markup is made of; texts put together from them are mostly almost markup.
var pieces = []string{
	" ", " ", " ", "a", "b", "é", "日", "🙂", "—", "1", "2026", ".", ")", "(", "*", "**", "_", "__", "~", "~~", "`", "``", "#", "-", "+", ">", "<", "=",
	"|", "\\", "&", ";", "&amp;", "&copy", "#38;", "[", "]", "](", "!", "[x]", "[ ]", "/", "?", ":", "://", "http://", "www.", "x.de", "@", "a@b.de",
	"<b>", "</", "<!--", "-->", "\"", "'", "{", "}", "^", ",", "$", "%",
}

func TestAnyMixtureShowsLiterally(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		one := rapid.Map(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 12), func(s []string) string { return strings.Join(s, "") })
		s := func(label string) string { return one.Draw(t, label) }
		typing{
			s("title"), s("topic"), s("statement"), s("cluster"), s("note"), s("force"), s("leader"), s("person"), s("reason"),
		}.shows(t)
	})
}

func FuzzMarkdown(f *testing.F) {
	for _, s := range nastyTexts {
		f.Add(s, s, s, s, s, s, s, s, s)
	}
	f.Fuzz(func(t *testing.T, title, topic, statement, cluster, note, force, leader, person, reason string) {
		typing{title, topic, statement, cluster, note, force, leader, person, reason}.shows(t)
	})
}
