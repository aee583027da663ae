package deck_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"convene/workshop"
	. "convene/workshop/deck"
	"convene/workshop/tongue"
)

// canvas is one with a vision and measures.
func canvas(l workshop.Language, vision string, measures ...string) workshop.Canvas {
	var entries []workshop.Entry
	for _, m := range measures {
		entries = append(entries, workshop.Entry{Title: m})
	}
	return workshop.Canvas{Lang: l, Sections: []workshop.Box{
		{Section: workshop.SectionVision, Statement: vision, Entries: []workshop.Entry{{Title: "Learn from one another"}}},
		{Section: workshop.SectionHow, Statement: "Step by step", Entries: []workshop.Entry{{Title: "Pair across teams"}}},
		{Section: workshop.SectionMeasures, Statement: "We look at them monthly", Entries: entries},
	}}
}

func TestTheCanvasSuggestsItsVisionAndItsMeasures(t *testing.T) {
	long := "Every quarter at least three teams try out something that another team has shown at one of our meetings"
	want := []workshop.HealthCard{
		{
			ID: "vision", About: "We make one another better at what we do.",
			Red:   "We seldom speak of this, and can't name what has brought us closer to it.",
			Green: "We keep coming back to this, and can name what has brought us closer to it.",
		},
		{
			ID: "measure-talks-a-month", About: "Talks a month",
			Red:   "Nobody can say where we stand on this, or it is not moving the right way.",
			Green: "We can all see where we stand on this, and it is moving the right way.",
		},
		{
			ID: "measure-every-quarter-at-least", About: "Every quarter at least three teams try out something that…",
			Red:   "“" + long + "”: Nobody can say where we stand on this, or it is not moving the right way.",
			Green: "“" + long + "”: We can all see where we stand on this, and it is moving the right way.",
		},
	}
	got := Proposed(canvas(workshop.English, want[0].About, "Talks a month", long))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestTheCardsAreProposedInTheLanguageOfTheCanvas(t *testing.T) {
	long := "Chaque trimestre, au moins trois équipes essaient ce qu’une autre a montré à l’une de nos rencontres"
	want := []workshop.HealthCard{
		{
			ID: "vision", About: "Nous nous rendons meilleurs dans ce que nous faisons.",
			Red:   "Nous en parlons rarement, et nous avons du mal à dire en quoi nous nous en rapprochons.",
			Green: "Nous y revenons régulièrement, et nous savons dire en quoi nous nous en rapprochons.",
		},
		{
			ID: "measure-exposes-par-mois", About: "Exposés par mois",
			Red:   "Personne ne peut dire où nous en sommes sur ce point, ou cela n’évolue pas dans le bon sens.",
			Green: "Tout le monde peut voir où nous en sommes sur ce point, et cela évolue dans le bon sens.",
		},
		{
			ID: "measure-chaque-trimestre-au-moins", About: "Chaque trimestre, au moins trois équipes essaient ce qu’une…",
			Red: "«\u00a0" + long + "\u00a0»\u00a0: " +
				"Personne ne peut dire où nous en sommes sur ce point, ou cela n’évolue pas dans le bon sens.",
			Green: "«\u00a0" + long + "\u00a0»\u00a0: " +
				"Tout le monde peut voir où nous en sommes sur ce point, et cela évolue dans le bon sens.",
		},
	}
	got := Proposed(canvas(workshop.French, want[0].About, "Exposés par mois", long))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestWithoutAVisionAndMeasuresNothingIsProposed(t *testing.T) {
	for name, c := range map[string]workshop.Canvas{
		"nothing":      {},
		"no statement": canvas(workshop.English, ""),
		"no words":     canvas(workshop.English, " \u200b", "", " "),
	} {
		if got := Proposed(c); len(got) > 0 {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestMeasuresWithTheSameWordsHaveIDsOfTheirOwn(t *testing.T) {
	want := []workshop.CardID{"measure-talks", "measure-talks-2", "measure-talks-2-2", "measure-talks-3", "measure", "measure-2"}
	got := idsOf(Proposed(canvas(workshop.English, "", "Talks", "talks!", "Talks 2", "TALKS", "演讲", "如何")))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Cards from the canvas and standard ones can be in the same check.
func TestNoProposedCardTakesThePlaceOfAStandardOne(t *testing.T) {
	var measures []string
	for _, c := range Standard(workshop.English) {
		measures = append(measures, string(c.ID))
	}
	proposed := Proposed(canvas(workshop.English, "We learn.", measures...))
	unique(t, append(Standard(workshop.English), proposed...))
}

func TestWhateverIsOnTheCanvasTheCardsAreValid(t *testing.T) {
	says := rapid.OneOf(
		rapid.String(),
		rapid.StringMatching(`([a-zé%"]{1,12}[ ,.]?){0,80}`),
		rapid.SampledFrom([]string{
			"Talks", "talks 2", "Talks-2", "如何", "", strings.Repeat("👩‍👩‍👧", 280), strings.Repeat("x", 280),
		}),
	)
	language := rapid.SampledFrom(append(workshop.Languages(), "", tongue.Pseudo))
	rapid.Check(t, func(t *rapid.T) {
		c := canvas(language.Draw(t, "lang"), says.Draw(t, "vision"), rapid.SliceOf(says).Draw(t, "measures")...)
		cards := Proposed(c)
		for _, card := range cards {
			valid(t, card)
		}
		unique(t, cards)
		if diff := cmp.Diff(cards, Proposed(c)); diff != "" {
			t.Errorf("the same canvas suggests other cards:\n%s", diff)
		}
	})
}
