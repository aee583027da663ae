package trend

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"convene/workshop"
)

func card(id workshop.CardID, about string) workshop.HealthCard {
	return workshop.HealthCard{ID: id, About: about, Red: "no", Green: "yes"}
}

var safety, fun, help = card("safety", "Safety"), card("fun", "Fun"), card("help", "Help")

// says is a spread of so many answers.
func says(card workshop.CardID, red, yellow, green int) workshop.Spread {
	return workshop.Spread{Card: card, Answered: red + yellow + green, Red: red, Yellow: yellow, Green: green}
}

// held is a check whose cards have all been turned over, in that month.
func held(id workshop.CheckID, cards []workshop.HealthCard, spreads ...workshop.Spread) workshop.HealthCheck {
	return workshop.HealthCheck{
		ID: id, Cards: cards, Closed: time.Date(2026, time.Month(id), 1, 9, 0, 0, 0, time.UTC),
		Turned: len(cards), Spread: spreads,
	}
}

func of(checks ...workshop.HealthCheck) Table { return Of(workshop.Community{Checks: checks}) }

func TestCardsComeInTheOrderOfTheNewestCheckThenThoseThatAreGone(t *testing.T) {
	table := of(
		held(1, []workshop.HealthCard{help, safety}),
		held(2, []workshop.HealthCard{fun, safety}),
		held(3, []workshop.HealthCard{safety}),
	)
	var got []string
	for _, r := range table.Rows {
		mark := ""
		if r.Gone {
			mark = " gone"
		}
		got = append(got, string(r.Card.ID)+mark)
	}
	if diff := cmp.Diff([]string{"safety", "fun gone", "help gone"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestAColumnTellsWhatChangedInPeopleAndCards(t *testing.T) {
	first, second := held(1, []workshop.HealthCard{help, safety}), held(2, []workshop.HealthCard{card("safety", "Safe to ask"), fun})
	second.Took, second.Came, second.Went = 9, 2, 1
	want := []Column{
		{Check: 1, Closed: first.Closed},
		{
			Check: 2, Closed: second.Closed, Took: 9, Came: 2, Went: 1, New: []workshop.HealthCard{fun},
			Reworded: []workshop.HealthCard{card("safety", "Safe to ask")}, Gone: []workshop.HealthCard{help},
		},
	}
	if diff := cmp.Diff(want, of(first, second).Columns); diff != "" {
		t.Error(diff)
	}
}

func TestACellSaysWhyItTellsNothing(t *testing.T) {
	open := workshop.HealthCheck{ID: 4, Cards: []workshop.HealthCard{safety}}
	facing := held(3, []workshop.HealthCard{fun, safety}, says("fun", 0, 0, 5), says("safety", 5, 0, 0))
	facing.Turned = 1
	few := says("safety", 1, 0, 3)
	few.Sentences = []string{"a sentence"}
	table := of(
		held(1, []workshop.HealthCard{safety}, says("safety", 1, 1, 3)), held(2, []workshop.HealthCard{safety}, few), facing, open,
	)
	want := [][]Cell{
		{{}, {}, {State: Told, Card: fun, Spread: says("fun", 0, 0, 5)}},
		{
			{State: Told, Card: safety, Spread: says("safety", 1, 1, 3)},
			{State: TooFew, Card: safety, Spread: workshop.Spread{Card: "safety", Answered: 4}},
			{State: FaceDown, Card: safety, Spread: workshop.Spread{Card: "safety"}},
		},
	}
	for i, r := range table.Rows {
		if diff := cmp.Diff(want[i], r.Cells); diff != "" {
			t.Errorf("%s: %s", r.Card.ID, diff)
		}
	}
	if len(table.Columns) != 3 {
		t.Errorf("%d columns, and one of four checks is open", len(table.Columns))
	}
}

func TestArrowsLeapOverRoundsThatTellNothing(t *testing.T) {
	cards := []workshop.HealthCard{safety}
	table := of(
		held(1, cards, says("safety", 5, 0, 0)), held(2, cards, says("safety", 0, 0, 4)), held(3, nil),
		held(4, []workshop.HealthCard{card("safety", "Safe to ask")}, says("safety", 0, 0, 5)),
	)
	got := table.Rows[0].Cells[3]
	if got.Arrow != Up || got.Since != 1 || !got.Reworded {
		t.Errorf("got %+v", got)
	}
	if last, told := table.Rows[0].Last(); !told || last.Since != got.Since {
		t.Errorf("the last told cell is %+v", last)
	}
}

func TestWhatMovesALittleEveryTimeShowsAlongAllRounds(t *testing.T) {
	cards := []workshop.HealthCard{safety}
	checks := []workshop.HealthCheck{
		held(1, cards, says("safety", 1, 0, 0)), held(2, cards, says("safety", 5, 1, 0)), held(3, cards, says("safety", 3, 2, 1)),
		held(4, cards, says("safety", 1, 2, 3)), held(5, cards, says("safety", 0, 1, 5)), held(6, cards, says("safety", 0, 0, 4)),
	}
	for i, want := range []Arrow{NoArrow, NoArrow, NoArrow, Level, Up, Up, Up} {
		if rows := of(checks[:i]...).Rows; i > 0 && rows[0].Along() != want {
			t.Errorf("after %d rounds: %v", i, rows[0].Along())
		}
	}
	for _, c := range of(checks...).Rows[0].Cells {
		if c.Arrow == Up {
			t.Errorf("check %d has an arrow of its own", c.Since)
		}
	}
}

func TestASparklineHasAGapWhereNothingIsTold(t *testing.T) {
	cards := []workshop.HealthCard{safety}
	table := of(
		held(1, cards, says("safety", 5, 0, 0)), held(2, cards, says("safety", 0, 5, 0)), held(3, cards, says("safety", 0, 0, 4)),
		held(4, nil), held(5, cards, says("safety", 1, 2, 5)), held(6, cards, says("safety", 0, 0, 9)),
	)
	r := table.Rows[0]
	if r.Blocks() != "▁▅··▆█" || r.Digits() != "15..68" {
		t.Errorf("%s %s", r.Blocks(), r.Digits())
	}
	if mean, told := r.Cells[4].Mean(); mean != 0.75 || !told {
		t.Errorf("a mean of %v, %v", mean, told)
	}
	if mean, told := r.Cells[2].Mean(); mean != 0 || told {
		t.Errorf("four answers have a mean of %v", mean)
	}
}

func TestACardSplitsWhereBothEndsHaveMany(t *testing.T) {
	for _, c := range []struct {
		red, yellow, green int
		want               bool
	}{
		{2, 1, 2, true},
		{2, 4, 2, true},
		{6, 0, 6, true},
		{3, 0, 9, true},
		{1, 3, 1, false},
		{2, 5, 2, false},
		{2, 0, 7, false},
		{0, 9, 0, false},
		{0, 0, 9, false},
		{2, 0, 2, false},
	} {
		if got := Disagreement(says("x", c.red, c.yellow, c.green)); got != c.want {
			t.Errorf("%+v: %v", c, got)
		}
	}
}

var anyCards = []workshop.HealthCard{safety, card("safety", "Safe to ask"), fun, help, card("sharing", "Sharing")}

// anyRounds are checks as a community may hold them, with answers of any number in them, open and face down ones included.
func anyRounds(t *rapid.T) []workshop.HealthCheck {
	var out []workshop.HealthCheck
	for i := range rapid.IntRange(0, 5).Draw(t, "rounds") {
		id := func(c workshop.HealthCard) workshop.CardID { return c.ID }
		cards := rapid.SliceOfNDistinct(rapid.SampledFrom(anyCards), 0, 4, id).Draw(t, "cards")
		h := held(workshop.CheckID(i+1), cards)
		for _, c := range cards {
			h.Spread = append(h.Spread, anySpread(t, c.ID))
		}
		h.Turned = rapid.IntRange(0, len(cards)+1).Draw(t, "turned")
		if rapid.IntRange(0, 9).Draw(t, "open") == 0 {
			h.Closed = time.Time{}
		}
		out = append(out, h)
	}
	return out
}

func anySpread(t *rapid.T, id workshop.CardID) workshop.Spread {
	n := rapid.IntRange(0, 4)
	s := says(id, n.Draw(t, "red"), n.Draw(t, "yellow"), n.Draw(t, "green"))
	s.Sentences = rapid.SliceOfN(rapid.SampledFrom([]string{"b", "a", "c"}), 0, 3).Draw(t, "sentences")
	return s
}

// rehidden is the same community where everything that is hidden is something else.
func rehidden(t *rapid.T, checks []workshop.HealthCheck) []workshop.HealthCheck {
	out := slices.Clone(checks)
	for i, h := range out {
		out[i].Spread = slices.Clone(h.Spread)
		for j, s := range h.Spread {
			other := anySpread(t, s.Card)
			if down := j >= h.Turned || h.Closed.IsZero(); !down {
				if s.Told() {
					continue
				}
				other.Answered = s.Answered // which is known
			}
			out[i].Spread[j] = other
		}
	}
	return out
}

// Two communities that differ only in what is hidden have the same table, so that nothing hidden can be derived from it.
func TestNothingHiddenCanBeDerived(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checks := anyRounds(t)
		if diff := cmp.Diff(of(checks...), of(rehidden(t, checks)...)); diff != "" {
			t.Error(diff)
		}
	})
}
