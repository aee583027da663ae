package export

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"convene/workshop"
	"convene/workshop/format"
	"convene/workshop/tongue"
)

// french is a workshop that was held in French, with one heading of its own.
func french() workshop.Canvas {
	c := withForces()
	c.Lang, c.Title, c.Topic = workshop.French, "Le cercle des artisans", "Artisanat du logiciel"
	c.Date = time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)
	c.Sections[0].Statement = "Nous nous rendons meilleurs dans ce que nous faisons."
	c.Sections[0].Entries = []workshop.Entry{
		{Title: "Apprendre les uns des autres", Notes: []string{"Travailler à deux entre équipes", "Personne ne reste seul"}, Dots: 5},
		{Title: "Du plaisir", Dots: 1},
	}
	c.Sections[6].Entries = nil
	c.Forces.Support[0] = workshop.Force{Title: "La direction le demande", Notes: []string{"C’est dans les objectifs"}, ForceScore: c.Forces.Support[0].ForceScore}
	c.Forces.SlowDown[1] = workshop.Force{Title: "Pas le temps", ForceScore: c.Forces.SlowDown[0].ForceScore}
	c.Wording.Sections = map[workshop.Section]string{workshop.SectionHow: "Le chemin"}
	return c
}

func TestFrenchDocumentsStayAsTheyWere(t *testing.T) {
	for _, f := range Formats() {
		t.Run(string(f), func(t *testing.T) {
			asItWas(t, "french"+f.Ending(), written(t, f, french()))
		})
	}
}

// disguised is a canvas in the pseudo language, the words of its format included, on which people have written digits only.
func disguised(c workshop.Canvas) workshop.Canvas {
	l, usual := tongue.In(tongue.Pseudo), format.In(workshop.English, workshop.Wording{})
	c.Lang, c.Title, c.Topic, c.NoLeader, c.LeaderTerms = tongue.Pseudo, "1", "2", digits(c.NoLeader), digits(c.LeaderTerms)
	c.Leader = digits(c.Leader)
	c.Wording = workshop.Wording{Sections: map[workshop.Section]string{}, Steps: map[workshop.Step]workshop.StepWording{}}
	for i, b := range c.Sections {
		c.Wording.Sections[b.Section] = l.Marked(usual.Heading(b.Section))
		c.Sections[i].Statement, c.Sections[i].Entries = digits(b.Statement), nil
	}
	c.Sections[0].Entries = []workshop.Entry{{Title: "3", Notes: []string{"4"}, Dots: 1}, {Title: "5", Dots: 2}}
	c.People, c.Facilitators = []string{"6", "7"}, []string{"8", "9", "10"}
	if c.Forces != nil {
		force := workshop.Force{Title: "11", Notes: []string{"12"}}
		c.Forces.Support, c.Forces.SlowDown = []workshop.Force{force}, []workshop.Force{force, {Title: "13"}}
		if len(c.Settlements) > 0 {
			c.Forces.Support[0].Strength, c.Forces.SlowDown[0].Strength, c.Forces.SlowDown[1].Strength = 4, 4, 4
		}
	}
	for i := range c.Actions {
		c.Actions[i].What, c.Actions[i].Owner = "14", digits(c.Actions[i].Owner)
	}
	for step, s := range c.Settlements {
		c.Wording.Steps[step] = workshop.StepWording{Heading: l.Marked(usual.Step(step).Heading)}
		for i := range s.Concerns {
			s.Concerns[i].Sentence = "15"
		}
	}
	c.Wall = nil
	return c
}

// digits are written where people wrote something.
func digits(s string) string {
	if s == "" {
		return ""
	}
	return "0"
}

// Whatever a document says of itself to people, it says in the language of the workshop.
func TestNothingInADocumentIsSaidPastTheTongue(t *testing.T) {
	latin := regexp.MustCompile(`[A-Za-z]{2,}`)
	for name, sample := range samples {
		c := disguised(sample())
		page := readPage(t, string(written(t, FormatHTML, c)))
		for f, said := range map[Format]string{
			FormatMarkdown: string(written(t, FormatMarkdown, c)),
			FormatHTML:     regexp.MustCompile(`(?m)^\w+: `).ReplaceAllString(strings.Join(page.lines, "\n"), ""),
		} {
			if strays := latin.FindAllString(said, -1); len(strays) > 0 {
				t.Errorf("%s as %s says %q past the tongue:\n%s", name, f, strays, said)
			}
		}
	}
}

func TestADocumentSaysInWhichLanguageItIs(t *testing.T) {
	for lang, tag := range map[workshop.Language]string{"": "en", workshop.English: "en", workshop.French: "fr"} {
		c := bare()
		c.Lang = lang
		if page := string(written(t, FormatHTML, c)); !strings.Contains(page, `<html lang="`+tag+`"`) {
			t.Errorf("%q: a page that begins %.60s", lang, page)
		}
		if d := read(t, written(t, FormatJSON, c)); string(d.Lang) != tag {
			t.Errorf("%q: JSON in %q", lang, d.Lang)
		}
	}
}

// What a document says it says in whole sentences, with what was typed in the place that the language has for it.
func TestFrenchSentencesAreWhole(t *testing.T) {
	c := nasty()
	c.Lang, c.Facilitators, c.LeaderHow, c.LeaderTerms = workshop.French, []string{"Kim", "L*e", "Max"}, workshop.ByConsent, "pour <un> an"
	said := func(f Format) string { return strings.ReplaceAll(string(written(t, f, c)), "\u00a0", " ") }
	for _, want := range []string{
		"p: Bilan : −2. À affaiblir en premier, avec une intensité de 5 : `a|b` **strong**", "p: Par consentement, pour <un> an",
		"li: # *Ask* [them](now) (_Ana_, d’ici au ven. 4 déc. 2026)", "p: Facilitation : Kim, L*e et Max",
		"li: 1 : We can't measure <fun> & joy",
	} {
		if got := readPage(t, said(FormatHTML)).lines; !slices.Contains(got, want) {
			t.Errorf("no %q in %q", want, got)
		}
	}
	for _, want := range []string{
		"\nBilan : −2. À affaiblir en premier, avec une intensité de 5 : \\`a|b\\` \\*\\*strong\\*\\*\n",
		"\n\\_Ana\\_, par consentement, pour \\<un> an\n", "\nFacilitation : Kim, L\\*e et Max\n",
	} {
		if got := said(FormatMarkdown); !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	c.Leader, c.NoLeader = "", "<plus tard>"
	if got := readPage(t, said(FormatHTML)).lines; !slices.Contains(got, "p: Pas encore de leader : <plus tard>") {
		t.Errorf("got %q", got)
	}
}

// What a format calls its sections is text like any other: never markup.
func TestHeadingsOfAFormatAreNoMarkup(t *testing.T) {
	c := full()
	c.Wording = workshop.Wording{
		Sections: map[workshop.Section]string{workshop.SectionVision: "# <b>*Why*</b> #"},
		Steps:    map[workshop.Step]workshop.StepWording{workshop.StepVision: {Heading: "*We* <agreed>"}},
	}
	for f, want := range map[Format][]string{
		FormatMarkdown: {`## # \<b>\*Why\*\</b> \#`, `- \*We\* \<agreed>: `},
		FormatHTML:     {"# &lt;b&gt;*Why*&lt;/b&gt; #</h2>", "<b><bdi>*We* &lt;agreed&gt;</bdi></b>: "},
		FormatJSON:     {`"heading": "# <b>*Why*</b> #"`, `"heading": "*We* <agreed>"`},
	} {
		for _, w := range want {
			if page := string(written(t, f, c)); !strings.Contains(page, w) {
				t.Errorf("%s: %q is not in\n%s", f, w, page)
			}
		}
	}
}
