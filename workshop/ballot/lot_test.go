package ballot

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func lotBallots() []Ballot {
	return []Ballot{{{"Zoë", 1}}, {{"Ana", 1}}, {}, {{"Zoë", 1}, {"Ana", 2}}}
}

// The text is what people check by hand, so not a byte of it may change. With
// the line "draw 0" or "draw 1" under it, sha256sum prints hashes that begin
// with the numbers below.
func TestLotText(t *testing.T) {
	want := `lot 1
nonce 0001feff
ballots 4
ballot
ballot 1 3:Ana
ballot 2 3:Ana 1 4:Zoë
ballot 1 4:Zoë
among 2
3:Ana
4:Zoë
`
	got := lotText([]byte{0x00, 0x01, 0xfe, 0xff}, Sorted(lotBallots()), []string{"Ana", "Zoë"})
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for k, number := range []uint64{0x537fa850f9782478, 0xdd2b7a15269d9e15} {
		if x := draw(want, k); x != number {
			t.Errorf("draw %d: got %x, want %x", k, x, number)
		}
	}
}

func TestLotAmongNobodyAndOne(t *testing.T) {
	if got := Lot([]byte("nonce"), lotBallots(), nil); got != "" {
		t.Errorf("among nobody, %q was drawn", got)
	}
	if got := Lot([]byte("nonce"), nil, []string{"Ana"}); got != "Ana" {
		t.Errorf("among Ana alone, %q was drawn", got)
	}
}

func TestLotIsTheSameForAnybodyWhoChecks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		nonce := rapid.SliceOf(rapid.Byte()).Draw(t, "nonce")
		options := drawnOptions(t)
		bs := drawnBallots(t, options)
		drawn := Lot(nonce, bs, options)
		if !slices.Contains(options, drawn) {
			t.Fatalf("%q is not among %v", drawn, options)
		}
		if got := Lot(nonce, shuffled(t, bs), options); got != drawn {
			t.Fatalf("%q, but %q with the ballots in another order", drawn, got)
		}
		others := append(rapid.Permutation(options).Draw(t, "other options"), options[0])
		if got := Lot(nonce, bs, others); got != drawn {
			t.Fatalf("%q, but %q with the options in another order, and one twice", drawn, got)
		}
	})
}

func TestLotLeavesWhatItIsGivenAlone(t *testing.T) {
	bs, among := lotBallots(), []string{"Zoë", "Ana", "Zoë"}
	Lot([]byte("nonce"), bs, among)
	if diff := cmp.Diff(lotBallots(), bs); diff != "" {
		t.Errorf("ballots (-before +after):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"Zoë", "Ana", "Zoë"}, among); diff != "" {
		t.Errorf("options (-before +after):\n%s", diff)
	}
}

// Names that look like the text around them must not make two votes read alike.
func TestDifferentLotsReadDifferently(t *testing.T) {
	texts := map[string]string{}
	for about, text := range map[string]string{
		"two marks":          lotText(nil, []Ballot{{{"a", 1}, {"b", 1}}}, []string{"a"}),
		"a name like a mark": lotText(nil, []Ballot{{{"a 1 1:b", 1}}}, []string{"a"}),
		"two ballots":        lotText(nil, []Ballot{{{"a", 1}}, {{"b", 1}}}, []string{"a"}),
		"a name like a line": lotText(nil, []Ballot{{{"a\nballot 1 1:b", 1}}}, []string{"a"}),
		"two tied":           lotText(nil, nil, []string{"a", "b"}),
		"one tied":           lotText(nil, nil, []string{"a\n1:b"}),
		"one blank":          lotText(nil, []Ballot{nil}, []string{"a"}),
		"two blank":          lotText(nil, []Ballot{nil, nil}, []string{"a"}),
		"a nonce":            lotText([]byte{1}, []Ballot{nil}, []string{"a"}),
		"a weight":           lotText(nil, []Ballot{{{"a", 2}, {"b", 1}}}, []string{"a"}),
	} {
		if other, taken := texts[text]; taken {
			t.Errorf("%s and %s read alike:\n%s", about, other, text)
		}
		texts[text] = about
	}
}

func TestPlaceDrawsAgainWhatWouldBeUnfair(t *testing.T) {
	const top = math.MaxUint64 // of 2^64 draws, the last
	for _, c := range []struct {
		about string
		n     int
		draws []uint64
		want  int
	}{
		{"the remainder", 3, []uint64{7}, 1},
		{"one place", 1, []uint64{top}, 0},
		{"two places: all draws are of use", 2, []uint64{top}, 1},
		{"three places: 2^64 is one more than a multiple", 3, []uint64{top, 2}, 2},
		{"three places: the last of use", 3, []uint64{top - 1}, 2},
		{"five places: the same one more", 5, []uint64{top, top, 3}, 3},
		{"seven places: two more", 7, []uint64{top - 1, 4}, 4},
		{"seven places: the last of use", 7, []uint64{top - 2}, 6},
	} {
		got, k := place(c.n, func(k int) uint64 { return c.draws[k] })
		if got != c.want || k != len(c.draws)-1 {
			t.Errorf("%s: place %d by draw %d, want %d by draw %d", c.about, got, k, c.want, len(c.draws)-1)
		}
	}
}

// The nonces are fixed, so this either always passes or never. The limits are
// those that a fair lot exceeds once in a thousand such tests (chi-square).
func TestLotIsFair(t *testing.T) {
	for _, c := range []struct {
		among []string
		limit float64
	}{
		{[]string{"ana", "bob"}, 10.83},
		{[]string{"ana", "bob", "cem"}, 13.82},
		{[]string{"ana", "bob", "cem", "dan", "eva", "fay", "gus"}, 22.46},
	} {
		const lots = 7000
		drawn := map[string]int{}
		for i := range lots {
			drawn[Lot(fmt.Appendf(nil, "nonce %d", i), lotBallots(), c.among)]++
		}
		expected := float64(lots) / float64(len(c.among))
		chiSquare := 0.0
		for _, o := range c.among {
			chiSquare += (float64(drawn[o]) - expected) * (float64(drawn[o]) - expected) / expected
		}
		if chiSquare > c.limit {
			t.Errorf("among %d: chi-square %.1f is above %.1f: %v", len(c.among), chiSquare, c.limit, drawn)
		}
	}
}

// Whoever changes one vote, or one byte of the nonce, draws anew.
func TestEverythingGoesIntoTheLot(t *testing.T) {
	among := []string{"ana", "bob"}
	var byNonce, byBallots, byWeight int
	for i := range 200 {
		nonce := fmt.Appendf(nil, "nonce %d", i)
		before := Lot(nonce, []Ballot{{{"ana", 1}}}, among)
		if Lot(append(nonce, 0), []Ballot{{{"ana", 1}}}, among) != before {
			byNonce++
		}
		if Lot(nonce, []Ballot{{{"ana", 1}}, nil}, among) != before {
			byBallots++
		}
		if Lot(nonce, []Ballot{{{"ana", 2}}}, among) != before {
			byWeight++
		}
	}
	for about, changed := range map[string]int{"nonce": byNonce, "ballots": byBallots, "weight": byWeight} {
		if changed < 70 || changed > 130 {
			t.Errorf("another %s changed %d of 200 lots, want about half", about, changed)
		}
	}
}
