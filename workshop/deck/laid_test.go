package deck_test

import (
	"fmt"
	"slices"
	"testing"

	"convene/workshop"
	. "convene/workshop/deck"
)

func someOf(n int, id string) (out []workshop.HealthCard) {
	for i := range n {
		out = append(out, workshop.HealthCard{ID: workshop.CardID(fmt.Sprintf("%s-%d", id, i)), About: "A", Red: "R", Green: "G"})
	}
	return out
}

// measured is a canvas with so many measures.
func measured(n int) workshop.Canvas {
	box := workshop.Box{Section: workshop.SectionMeasures}
	for i := range n {
		box.Entries = append(box.Entries, workshop.Entry{Title: fmt.Sprintf("Talks %d", i)})
	}
	return workshop.Canvas{Sections: []workshop.Box{box}}
}

func TestTheFirstCheckHasTheUsualCardsAndTheProposedOnes(t *testing.T) {
	in, beside := Laid(workshop.English, measured(2), nil, nil)
	if len(in) != len(ids)+2 || len(beside) != 0 || in[len(ids)].ID != "measure-talks-0" {
		t.Errorf("in are %v, and beside them %v", idsOf(in), idsOf(beside))
	}
}

func TestAnotherCheckHasTheCardsOfTheLast(t *testing.T) {
	last := append(someOf(2, "mine"), Standard(workshop.English)[3])
	in, beside := Laid(workshop.English, measured(1), last, nil)
	if !slices.Equal(in, last) {
		t.Errorf("in are %v", idsOf(in))
	}
	if len(beside) != len(ids)-1+1 || slices.Contains(idsOf(beside), "collaboration") {
		t.Errorf("beside are %v", idsOf(beside))
	}
}

// One's own card takes the place of that with its id, and comes into every check.
func TestOnesOwnCardsAreInEveryCheck(t *testing.T) {
	own := append(someOf(1, "mine"), workshop.HealthCard{ID: "fun", About: "Laughing", Red: "R", Green: "G"})
	for _, last := range [][]workshop.HealthCard{nil, someOf(3, "had")} {
		in, beside := Laid(workshop.English, measured(0), last, own)
		if !slices.Contains(in, own[0]) || !slices.Contains(in, own[1]) || slices.Contains(idsOf(beside), "fun") {
			t.Errorf("in are %v, and beside them %v", idsOf(in), idsOf(beside))
		}
	}
}

// A long canvas fills a check, and no more than that; what has no room lies beside it.
func TestProposedCardsFillACheckAndNoMore(t *testing.T) {
	in, beside := Laid(workshop.English, measured(40), nil, someOf(5, "mine"))
	if len(in) != workshop.MaxCards || len(beside) != len(ids)+5+40-workshop.MaxCards {
		t.Errorf("%d are in, and %d beside", len(in), len(beside))
	}
	unique(t, slices.Concat(in, beside))
	if in, _ := Laid(workshop.English, measured(40), nil, someOf(25, "mine")); len(in) != len(ids)+25 {
		t.Errorf("%d are in, and one's own are left out", len(in))
	}
}
