package format_test

import (
	"fmt"
	"strings"
	"testing"

	"convene/workshop"
	. "convene/workshop/format"
	"convene/workshop/text"
	"convene/workshop/workshoptest"
)

func cellsOf(s string) int { return text.Cells(s) }

func TestWhatIsNotSaidOtherwiseIsBuiltIn(t *testing.T) {
	own := workshop.Wording{
		Steps:    map[workshop.Step]workshop.StepWording{workshop.StepVision: {Title: "Where to"}},
		Prompts:  map[workshop.Prompt]workshop.PromptWording{workshop.PromptWho: {Question: "Who cares?"}},
		Sections: map[workshop.Section]string{workshop.SectionHow: "The way"},
	}
	for _, c := range []struct {
		lang                                             workshop.Language
		title, short, label, question, heading, sidelong string
	}{
		{workshop.English, "Where to", "Vision", "WHO", "Who cares?", "The way", "Measures"},
		{workshop.French, "Where to", "Vision", "QUI", "Who cares?", "The way", "Mesures"},
	} {
		w := In(c.lang, own)
		step, who := w.Step(workshop.StepVision), w.Prompt(workshop.PromptWho)
		if step.Title != c.title || step.Short != c.short || who.Label != c.label || who.Question != c.question {
			t.Errorf("%s: %+v, %+v", c.lang, step, who)
		}
		if w.Heading(workshop.SectionHow) != c.heading || w.Heading(workshop.SectionMeasures) != c.sidelong {
			t.Errorf("%s: %q, %q", c.lang, w.Heading(workshop.SectionHow), w.Heading(workshop.SectionMeasures))
		}
	}
	if got := In("", workshop.Wording{}).Heading("later"); got != "later" {
		t.Errorf("a section that this program does not know is headed %q", got)
	}
}

// Every step, question and section has its words in every language, and none exceeds what is allowed to others.
// The cleaning of texts knows only plain spaces. In French the ones at which no line may end come back where the words are read,
// whether they were typed in the file or not; in English a space stays as it is.
func TestFrenchKeepsItsSpacesThatDoNotBreak(t *testing.T) {
	page := "name = \"Le «\u00a0nôtre\u00a0»\"\n[steps.vision]\ntitle = \"Demain\u202f?\"\npurpose = \"Voir loin ; oser !\"\n" +
		"[prompts.who]\nquestion = \"Qui : vous ?\"\n[canvas]\nvision = \"Cap : 12:30\"\n"
	for lang, between := range map[workshop.Language]string{workshop.French: "\u00a0", workshop.English: " "} {
		f, err := Parse("my.toml", []byte(page), lang)
		if err != nil {
			t.Fatal(err)
		}
		s := workshoptest.NewStage()
		open := f.Of(workshop.OpenWorkshop{ID: "brave-otter", Topic: "Craft", Facilitator: "Fay"})
		if err := s.Play(workshoptest.By(workshoptest.Fay, open)); err != nil {
			t.Fatal(err)
		}
		w := In(s.State.Lang, s.State.Wording)
		step := w.Step(workshop.StepVision)
		for want, got := range map[string]string{
			"Le «_nôtre_»": w.Name(), "Demain_?": step.Title, "Voir loin_; oser_!": step.Purpose,
			"Qui_: vous_?": w.Prompt(workshop.PromptWho).Question, "Cap_: 12:30": w.Heading(workshop.SectionVision),
		} {
			if want = strings.ReplaceAll(want, "_", between); got != want {
				t.Errorf("in %s it says %q, want %q", lang, got, want)
			}
		}
	}
}

func TestTheBuiltInFormatsAreComplete(t *testing.T) {
	for _, l := range workshop.Languages() {
		w := In(l, workshop.Wording{})
		check := func(what, said string, most int) {
			if n := cellsOf(said); n == 0 || n > most {
				t.Errorf("%s: %s is %q, %d cells, want 1 to %d", l, what, said, n, most)
			}
		}
		agenda, err := workshop.NewAgenda(workshop.DefaultTotal, false)
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range append(agenda, workshop.Block{Step: workshop.StepReserve}) {
			s := w.Step(b.Step)
			check(string(b.Step)+".title", s.Title, workshop.MaxStepTitle)
			if b.Step != workshop.StepClosing {
				check(string(b.Step)+".purpose", s.Purpose, workshop.MaxPurpose)
			}
			if workshop.MaxSolo(b.Step) > 0 {
				check(string(b.Step)+".short", s.Short, workshop.MaxStepShort)
				check(string(b.Step)+".rule", w.Rule(b.Step, workshop.MaxNameVotes), workshop.MaxRule)
				solo := fmt.Sprintf("[steps.%s]\nsolo = %g\n", b.Step, float64(b.Solo)/60e9)
				if f := parsed(t, solo); f.Solo != nil {
					t.Errorf("%s: %s differs from the plan's usual time", b.Step, solo)
				}
			}
			if len(b.Step.Phases()) == 5 {
				check(string(b.Step)+".heading", s.Heading, workshop.MaxStepHeading)
			}
			for _, p := range b.Step.Prompts() {
				check(string(p)+".label", w.Prompt(p).Label, workshop.MaxLabel)
				check(string(p)+".question", w.Prompt(p).Question, workshop.MaxQuestion)
			}
		}
		for _, s := range workshop.Sections() {
			check(string(s), w.Heading(s), workshop.MaxHeading)
		}
		page := string(Page(l))
		for _, limit := range []int{
			workshop.MaxFormatName, workshop.MaxStepTitle, workshop.MaxStepShort, workshop.MaxStepHeading, workshop.MaxPurpose,
			workshop.MaxRule, workshop.MaxLabel, workshop.MaxQuestion, workshop.MaxHeading,
		} {
			if said := fmt.Sprintf(" %d c", limit); !strings.Contains(page, said) { // cells, cases
				t.Errorf("%s: no comment says that a text can have %d cells", l, limit)
			}
		}
	}
}

func TestTheRuleOfTheNameSaysHowManyVotesThereAre(t *testing.T) {
	for _, c := range []struct {
		lang  workshop.Language
		votes int
		says  string
	}{
		{workshop.English, 1, "Then one vote each"},
		{workshop.English, 2, "Then two votes each"},
		{workshop.English, 5, "Then five votes each"},
		{workshop.French, 1, "Puis un vote par personne"},
		{workshop.French, 3, "Puis trois votes par personne"},
	} {
		if got := In(c.lang, workshop.Wording{}).Rule(workshop.StepName, c.votes); !strings.Contains(got, c.says) {
			t.Errorf("%s with %d votes: %q", c.lang, c.votes, got)
		}
	}
	own := workshop.Wording{Steps: map[workshop.Step]workshop.StepWording{workshop.StepName: {Rule: "Give away {votes}."}}}
	if got := In(workshop.English, own).Rule(workshop.StepName, 4); got != "Give away four votes." {
		t.Errorf("%q", got)
	}
}

// The limit of a rule is for the longest number of votes in any language.
func TestNoNumberOfVotesIsLongerThanItsPlace(t *testing.T) {
	longest := 0
	for _, l := range workshop.Languages() {
		for n := range workshop.MaxNameVotes + 1 {
			longest = max(longest, cellsOf(In(l, workshop.Wording{}).Votes(n)))
		}
	}
	if longest != workshop.MaxVotesWords {
		t.Errorf("the longest has %d cells, the limit says %d", longest, workshop.MaxVotesWords)
	}
}
