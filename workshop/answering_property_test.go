package workshop_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

// round is a health check as it is drawn: who answers what, in which order, and who says something else before and changes it.
type round struct {
	cards  []HealthCard
	people []PersonID
	said   []Sheet // what counts in the end, by person
	before []Sheet // what was said before it was changed; nil for those who change nothing
	turned int     // how many cards are looked at before somebody takes a look
	ends   Command // what ends it; nil where it stays open
}

func drawRound(t *rapid.T, id CheckID, people []PersonID, last bool) round {
	r := round{people: rapid.Permutation(people).Draw(t, "order")[:rapid.IntRange(0, len(people)).Draw(t, "answer")]}
	for i := range rapid.IntRange(1, 3).Draw(t, "cards") {
		r.cards = append(r.cards, card(CardID(fmt.Sprint("card-", i))))
	}
	for range r.people {
		r.said = append(r.said, drawSheet(t, r.cards))
		var before Sheet
		if rapid.IntRange(0, 3).Draw(t, "changes") == 0 {
			before = drawSheet(t, r.cards)
		}
		r.before = append(r.before, before)
	}
	r.turned, r.ends = len(r.cards)+1, CloseCheck{Check: id}
	switch how := rapid.IntRange(0, 5).Draw(t, "end"); {
	case how == 0:
		r.turned, r.ends = 0, AbandonCheck{Check: id}
	case last && how == 1:
		r.turned, r.ends = 0, nil
	case last:
		r.turned = rapid.IntRange(0, len(r.cards)).Draw(t, "turned")
	}
	return r
}

func drawSheet(t *rapid.T, cards []HealthCard) Sheet {
	var s Sheet
	for _, c := range cards {
		s = append(s, Answer{
			Card: c.ID, Colour: rapid.SampledFrom([]Colour{Red, Yellow, Green, Green, Abstain}).Draw(t, "colour"),
			Sentence: rapid.SampledFrom([]string{"", "", "We nod", "We laugh", "Ask Ben"}).Draw(t, "sentence"),
		})
	}
	return s
}

// shuffled is the round in a world where others have said it: on each card for itself, and the colours for themselves and the
// sentences for themselves, it was said by somebody else of those who answered. What was changed before it counted was
// something else.
func (r round) shuffled(t *rapid.T) round {
	said, before := make([]Sheet, len(r.said)), make([]Sheet, len(r.said))
	whose := make([]int, len(r.said))
	for i := range whose {
		whose[i] = i
		said[i] = slices.Clone(r.said[i])
		if r.before[i] != nil {
			before[i] = drawSheet(t, r.cards)
		}
	}
	for c := range r.cards {
		colours, sentences := rapid.Permutation(whose).Draw(t, "colours"), rapid.Permutation(whose).Draw(t, "sentences")
		for i := range said {
			said[i][c].Colour, said[i][c].Sentence = r.said[colours[i]][c].Colour, r.said[sentences[i]][c].Sentence
		}
	}
	r.said, r.before = said, before
	return r
}

// hold plays the round, and shows what can be seen after each command.
func (r round) hold(t *rapid.T, s *Stage, id CheckID, look func()) {
	do := func(by PersonID, c Command) {
		s.Now = s.Now.Add(time.Minute)
		if _, err := s.Do(by, c); err != nil {
			t.Fatalf("%T: %v", c, err)
		}
		look()
	}
	do(Fay, OpenCheck{Cards: r.cards})
	for i, p := range r.people {
		first := r.said[i]
		if r.before[i] != nil {
			first = r.before[i]
		}
		do(p, GiveAnswers{Check: id, Sheet: first, Lock: LockOf(fmt.Append(nil, p, id))})
	}
	for i, p := range r.people {
		if r.before[i] != nil {
			do(p, ChangeAnswers{Check: id, Sheet: r.said[i], Was: fmt.Append(nil, p, id), Lock: LockOf(fmt.Append(nil, p, id, "again"))})
		}
	}
	if r.ends == nil {
		return
	}
	do(Fay, r.ends)
	for n := range r.turned {
		do(Fay, TurnCard{Check: id, Turned: n + 1})
	}
}

// everything is all that the community tells anybody at a moment: the view of every role, what exports have, and the log on
// the disk.
func everything(t *rapid.T, s *Stage) string {
	raw, err := json.Marshal(s.Records)
	if err != nil {
		t.Fatal(err)
	}
	shared := Share(s.State)
	all := fmt.Sprintf("%s %+v", raw, *shared.Community)
	for p := range s.State.People.All() {
		all += fmt.Sprintf(" %s: %+v", p.ID, ViewFor(shared, s.State, p.ID).Mine)
	}
	exported, _ := s.State.Community()
	return all + fmt.Sprintf("%+v %+v", exported, s.State.Checks)
}

// Nobody can find out who answered what. Whoever could tell two worlds from one another in which the same was said to each
// card, by others, would know more of somebody than that they have answered.
func TestNobodyCanTellWhoAnsweredWhat(t *testing.T) {
	enough, few := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		var crowd []PersonID
		for i := range rapid.IntRange(1, 9).Draw(t, "people") {
			crowd = append(crowd, PersonID(fmt.Sprint("p", i)))
		}
		one, other := NewStage(), NewStage()
		both := func(lines ...Line) {
			for _, s := range []*Stage{one, other} {
				if err := s.Play(lines...); err != nil {
					t.Fatal(err)
				}
			}
		}
		both(community(crowd...))
		rounds := rapid.IntRange(1, 3).Draw(t, "rounds")
		for n := range rounds {
			if n > 0 {
				new := PersonID(fmt.Sprint("new", n))
				both(By(new, Join{Name: string(new)}), By(Fay, AdmitPerson{Person: new}))
				crowd = append(crowd, new)
			}
			id := CheckID(n + 1)
			r := drawRound(t, id, crowd, n == rounds-1)
			var seen []string
			r.hold(t, one, id, func() {
				seen = append(seen, everything(t, one))
				enough, few = tellsNoFew(t, one.State, enough, few)
			})
			r.shuffled(t).hold(t, other, id, func() {
				if now := everything(t, other); now != seen[0] {
					t.Fatalf("somebody else said it, and everybody can tell:\n%s", cmp.Diff(seen[0], now))
				}
				seen = seen[1:]
			})
		}
	})
	if enough == 0 || few == 0 {
		t.Errorf("%d cards with enough answers, and %d with few", enough, few)
	}
}

// tellsNoFew checks that of few answers there is a number and nothing else, wherever one looks; it counts the cards.
func tellsNoFew(t *rapid.T, s State, enough, few int) (int, int) {
	for _, c := range s.Checks {
		for _, p := range c.Spread {
			if p.Told() {
				enough++
				continue
			}
			few++
			if want := (Spread{Card: p.Card, Answered: p.Answered}); !reflect.DeepEqual(p, want) {
				t.Fatalf("of few answers is kept %+v", p)
			}
		}
	}
	shown := Share(s).Community
	for _, c := range shown.Checks {
		if c.Took < MinAnswers && c.Roll != nil {
			t.Fatalf("of few is told who they were: %+v", c)
		}
		if len(c.Spread) != c.Seen() || c.Open() && len(c.Spread) > 0 {
			t.Fatalf("%d cards are turned over, and %d are told", c.Turned, len(c.Spread))
		}
	}
	return enough, few
}
