package format_test

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"convene/workshop"
	. "convene/workshop/format"
	"convene/workshop/proof"
	"convene/workshop/workshoptest"
)

func parsed(t *testing.T, page string) Format {
	t.Helper()
	f, err := Parse("my.toml", []byte(page), "")
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// At the limit of MaxBytes a file is read; one byte more is among the mistakes below.
func TestAFormatMayBeAsLongAsThat(t *testing.T) {
	page := "lang = \"fr\"\n"
	if f := parsed(t, page+strings.Repeat("#", MaxBytes-len(page))); f.Lang != workshop.French {
		t.Errorf("it is read as %+v", f)
	}
}

// A copy of a built-in format is that format: nothing of it is recorded.
func TestABuiltInFormatDiffersInNothing(t *testing.T) {
	for _, l := range workshop.Languages() {
		if got := parsed(t, string(Page(l))); !reflect.DeepEqual(got, Format{Lang: l}) {
			t.Errorf("%s: %+v", l, got)
		}
	}
	if got := parsed(t, ""); !reflect.DeepEqual(got, Format{}) {
		t.Errorf("an empty file: %+v", got)
	}
	if string(Page("de")) != string(Page(workshop.English)) {
		t.Error("a language that is not built in has another page than English")
	}
}

func TestOnlyWhatDiffersIsKept(t *testing.T) {
	got := parsed(t, `
votes = 3
name = "A retrospective"
[steps.vision]
title = "Where to"
short = "Vision"
solo = 7.5
[steps.impact]
solo = 3
[steps.name]
rule = "Give {votes} away."
[prompts.slow-down]
question = """
What holds
us back?"""
[canvas]
how = "How"
who-what = "Qui ?"
`)
	want := Format{
		Votes: 3,
		Solo:  map[workshop.Step]workshop.Span{workshop.StepVision: workshop.Minutes(15) / 2},
		Wording: workshop.Wording{
			Name: "A retrospective",
			Steps: map[workshop.Step]workshop.StepWording{
				workshop.StepVision: {Title: "Where to"}, workshop.StepName: {Rule: "Give {votes} away."},
			},
			Prompts:  map[workshop.Prompt]workshop.PromptWording{workshop.PromptSlowDown: {Question: "What holds\nus back?"}},
			Sections: map[workshop.Section]string{workshop.SectionWhoWhat: "Qui ?"},
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	workshoptest.Given(t).When("fay", got.Of(opening())).ThenState(func(t testing.TB, s workshop.State) {
		if q := s.Wording.Prompts[workshop.PromptSlowDown].Question; q != "What holds us back?" {
			t.Errorf("recorded %q, want it in one line", q)
		}
		if s.Votes != 3 || s.Lang != workshop.English {
			t.Errorf("%d votes in %s", s.Votes, s.Lang)
		}
	})
}

func opening() workshop.OpenWorkshop {
	return workshop.OpenWorkshop{ID: "brave-otter", Topic: "Craft", Facilitator: "Fay"}
}

func TestEveryMistakeIsToldWithItsLine(t *testing.T) {
	long := strings.Repeat("x", 400)
	for name, c := range map[string]struct{ page, says string }{
		"no TOML":              {"lang = \"en\"\ntitle: Vision", "my.toml:2: this is no TOML: expected"},
		"an open quote":        {"\nname = \"A retro\n", "my.toml:2: this is no TOML: strings cannot contain newlines"},
		"twice":                {"[canvas]\nhow = \"A\"\nhow = \"B\"", "my.toml:3: this is no TOML: Key"},
		"a control character":  {"name = \"A\x01B\"", "my.toml:1: this is no TOML: TOML files cannot contain control characters"},
		"one that is hidden":   {"\n\nname = \"A\\u0007B\"", `my.toml:3: "name" has a character in it that can't be shown; type it anew`},
		"no UTF-8":             {"name = \"\xff\"", "my.toml:1: this is no TOML"},
		"no text at all":       {"a\x00b", "my.toml:1: this is no TOML"},
		"a language":           {`lang = "de"`, `my.toml:1: "lang" is "en" or "fr"`},
		"no language":          {`lang = 3`, `my.toml:1: "lang" is "en" or "fr"`},
		"a key":                {"# mine\n\ntitel = \"x\"", `my.toml:3: nothing here is called "titel"; there is lang, name, votes, steps, prompts, canvas`},
		"a step":               {"[steps.lunch]\ntitle = \"Lunch\"", `my.toml:1: nothing here is called "lunch"; there is welcome, vision, measures`},
		"a step nowhere":       {"steps.lunch.title = \"Lunch\"", `my.toml:1: nothing here is called "lunch"`},
		"an implied table":     {"\n[step.vision]\ntitle = \"x\"", `my.toml:2: nothing here is called "step"`},
		"a prompt":             {"[prompts.how]\nquestion = \"How?\"\nhint = \"x\"", `my.toml:3: nothing here is called "hint"; there is label, question`},
		"a prompt too many":    {"[prompts.why]\nquestion = \"Why?\"", `my.toml:1: nothing here is called "why"`},
		"a section":            {"[canvas]\nwhy = \"Why\"", `my.toml:2: nothing here is called "why"; there is vision, importance`},
		"a field of others":    {"[steps.welcome]\nsolo = 3", `my.toml:2: nothing here is called "solo"; there is title, purpose`},
		"a heading of others":  {"[steps.name]\nheading = \"x\"", `my.toml:2: nothing here is called "heading"`},
		"a number for text":    {"[steps.vision]\ntitle = 3", `my.toml:2: "title" is a text; put it between quotes`},
		"a text for a table":   {"steps = \"vision\"", `my.toml:1: "steps" is no value but a table, with the title [steps.vision]`},
		"a list of tables":     {"[[steps.vision]]\ntitle = \"x\"", `"vision" is no value but a table, with the title [steps.vision]`},
		"a table for a text":   {"[name]\nx = 1", `my.toml:1: "name" is a text`},
		"a text for a prompt":  {"[prompts]\nvision = \"Why?\"", `my.toml:2: "vision" is no value but a table, with the title [prompts.vision]`},
		"an empty title":       {"[steps.vision]\ntitle = \"  \"", `my.toml:2: "title" is empty; without this line the built-in text stays`},
		"a long title":         {"[steps.vision]\ntitle = \"" + long[:27] + "\"", `my.toml:2: "title" has 27 cells, 1 too many: 26 fit on the screens`},
		"wide letters":         {"[prompts.how]\nlabel = \"如何如何如何如何如何\"", `my.toml:2: "label" has 20 cells, 2 too many: 18 fit`},
		"a long heading":       {"[canvas]\nhow = \"" + long[:23] + "\"", `my.toml:2: "how" has 23 cells`},
		"votes of others":      {"[steps.vision]\nrule = \"No {votes} here.\"", `my.toml:2: "rule" has braces; there is only {votes}, in the rule of the step of the name`},
		"a vote":               {"[steps.name]\nrule = \"{vote} each\"", `my.toml:2: "rule" has braces`},
		"an open brace":        {"[steps.name]\nrule = \"{votes each\"", `my.toml:2: "rule" has braces`},
		"braces in a question": {"[prompts.how]\nquestion = \"{votes}?\"", `my.toml:2: "question" has braces`},
		"many votes": {
			"[steps.name]\nrule = \"" + strings.Repeat("{votes} ", 13) + "\"",
			`my.toml:2: "rule" has 168 cells when {votes} is 12, 8 too many: 160 fit on the screens`,
		},
		"no votes":             {"votes = 0", `my.toml:1: "votes" is a whole number from 1 to 5`},
		"six votes":            {"votes = 6", `my.toml:1: "votes" is a whole number from 1 to 5`},
		"half a vote":          {"votes = 1.5", `my.toml:1: "votes" is a whole number from 1 to 5`},
		"no solo time":         {"[steps.vision]\nsolo = 0", `my.toml:2: "solo" is a number of minutes from 1 to 12, in halves like 2.5`},
		"a long solo time":     {"[steps.impact]\nsolo = 8", `my.toml:2: "solo" is a number of minutes from 1 to 7.5`},
		"a third of a minute":  {"[steps.vision]\nsolo = 2.3", `my.toml:2: "solo" is a number`},
		"a solo time in words": {"[steps.vision]\nsolo = \"5\"", `my.toml:2: "solo" is a number`},
		"endless":              {"[steps.vision]\nsolo = inf", `my.toml:2: "solo" is a number`},
		"nonsense":             {"[steps.vision]\nsolo = nan", `my.toml:2: "solo" is a number`},
		"far too long":         {strings.Repeat("#", MaxBytes+1), "my.toml: this file is too long for a format; 32 kilobytes are plenty"},
	} {
		t.Run(name, func(t *testing.T) {
			f, err := Parse("my.toml", []byte(c.page), "")
			var all proof.Mistakes
			if !errors.As(err, &all) || len(all) != 1 || !strings.Contains(err.Error(), c.says) {
				t.Errorf("%v\nwant %s", err, c.says)
			}
			if !reflect.DeepEqual(f, Format{}) {
				t.Errorf("a format all the same: %+v", f)
			}
		})
	}
}

func TestAllMistakesAreToldAtOnce(t *testing.T) {
	_, err := Parse("my.toml", []byte("votes = 9\n[steps.vision]\ntitle = \"\"\nsolo = 99\n[steps.nap]\ntitle = 1\n"), "")
	want := `my.toml:1: "votes" is a whole number from 1 to 5
my.toml:3: "title" is empty; without this line the built-in text stays
my.toml:4: "solo" is a number of minutes from 1 to 12, in halves like 2.5
my.toml:5: nothing here is called "nap"; there is welcome, vision, measures, impact, resources, forces, name, leader, closing, reserve`
	if err == nil || err.Error() != want {
		t.Errorf("%v\nwant\n%s", err, want)
	}
	var many strings.Builder
	for i := range 14 {
		fmt.Fprintf(&many, "key%d = 1\n", i)
	}
	_, err = Parse("my.toml", []byte(many.String()), "")
	if lines := strings.Split(err.Error(), "\n"); len(lines) != 11 || lines[10] != "and 4 more" || !strings.HasPrefix(lines[9], "my.toml:10:") {
		t.Errorf("%v", err)
	}
}

// What a format may say, a workshop takes: there is no file that is read and cannot be used, at every limit.
func TestWhatIsReadCanBeUsed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		letter := rapid.SampledFrom([]string{"x", "é", "如", "👩‍👩‍👧", "ß ", "ก"}).Draw(t, "letter")
		fill := func(cells int) string {
			width := max(1, cellsOf(letter))
			return strings.TrimSpace(strings.Repeat(letter, rapid.IntRange(1, cells/width).Draw(t, "cells")))
		}
		var b strings.Builder
		fmt.Fprintf(&b, "lang = %q\nname = %q\n[steps.vision]\n", rapid.SampledFrom(workshop.Languages()).Draw(t, "lang"), fill(workshop.MaxFormatName))
		fmt.Fprintf(&b, "title = %q\nshort = %q\nheading = %q\npurpose = %q\nrule = %q\nsolo = %g\n",
			fill(workshop.MaxStepTitle), fill(workshop.MaxStepShort), fill(workshop.MaxStepHeading), fill(workshop.MaxPurpose),
			fill(workshop.MaxRule), float64(rapid.IntRange(2, 24).Draw(t, "halves"))/2)
		fmt.Fprintf(&b, "[prompts.what]\nlabel = %q\nquestion = %q\n[canvas]\nhow = %q\n",
			fill(workshop.MaxLabel), fill(workshop.MaxQuestion), fill(workshop.MaxHeading))
		f, err := Parse("my.toml", []byte(b.String()), "")
		if err != nil {
			t.Fatalf("%s\n%v", b.String(), err)
		}
		if _, err := workshop.Decide(workshop.State{}, workshop.Envelope{By: "fay", At: workshoptest.Morning(), Command: f.Of(opening())}); err != nil {
			t.Fatalf("%s\n%v", b.String(), err)
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, l := range workshop.Languages() {
		f.Add(Page(l))
	}
	f.Add([]byte("[steps.vision]\nsolo = 1e300\n[[prompts]]\n[steps]\nvision.title = \"\\u200b\"\n"))
	f.Add([]byte("a.b.c = [1, {d = 2}]\n[canvas]\n\"\" = 1979-05-27\nhow = '''\n'''"))
	f.Fuzz(func(t *testing.T, page []byte) {
		format, err := Parse("my.toml", page, "")
		if err != nil {
			var all proof.Mistakes
			if !errors.As(err, &all) || len(all) == 0 {
				t.Fatalf("%T: %v", err, err)
			}
			return
		}
		if _, err := workshop.Decide(workshop.State{}, workshop.Envelope{By: "fay", At: workshoptest.Morning(), Command: format.Of(opening())}); err != nil && !(errors.Is(err, workshop.ErrWordingLong) && len(page) > MaxBytes/3) {
			t.Fatalf("it was read, and can't be used: %v\n%s", err, page)
		}
	})
}
