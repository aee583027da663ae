package store

import (
	"encoding/json"
	"math"
	"slices"
	"testing"

	bolt "go.etcd.io/bbolt"

	"convene/workshop"
	"convene/workshop/ballot"
)

// inOrderOfCasting are the keys of the ballots in the box, as votes has cast them.
func inOrderOfCasting(t *testing.T, s *Store) []string {
	t.Helper()
	under := make(map[string]string)
	err := s.view(func(tx *bolt.Tx) error {
		return part(tx, "brave-otter", boxBucket).ForEach(func(k, v []byte) error {
			var b ballot.Ballot
			if err := json.Unmarshal(v, &b); err != nil {
				return err
			}
			under[b[0].Option] = string(k)
			return nil
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	keys := make([]string, len(under))
	for i := range keys {
		keys[i] = under[option(i)]
	}
	return keys
}

// laid are the boxes of a vote as each ballot left them.
func laid(t *testing.T, n int) [][]string {
	t.Helper()
	s := opened(t, newPath(t))
	var out [][]string
	var end workshop.Seq
	for i := range n {
		end = appendTo(t, s, "brave-otter", end, cast(option(i)))
		out = append(out, inOrderOfCasting(t, s))
	}
	return out
}

// six standard deviations are beyond what chance does: once in 500 million.
const six = 6

// A key is nothing but chance. No bit of it is more often set than not, as in whatever begins with a time, counts, or says what
// kind of key it is; and wherever one begins to read it, it does not rise or fall with the order of casting.
func TestAKeyOfTheBoxCarriesNoTimeAndNoOrder(t *testing.T) {
	const n = 24
	boxes := laid(t, n)
	keys := slices.Concat(boxes...)
	for bit := range 8 * ballotKeySize {
		set := 0
		for _, k := range keys {
			set += int(k[bit/8] >> (bit % 8) & 1)
		}
		if off := math.Abs(float64(set) - float64(len(keys))/2); off > six*math.Sqrt(float64(len(keys)))/2 {
			t.Errorf("bit %d of byte %d is set in %d keys of %d", bit%8, bit/8, set, len(keys))
		}
	}
	for from := range ballotKeySize {
		rising, expected, variance := 0.0, 0.0, 0.0
		for _, box := range boxes {
			m := float64(len(box))
			expected += m * (m - 1) / 4
			variance += m * (m - 1) * (2*m + 5) / 72 // of the pairs in order (Kendall 1938)
			for i := range box {
				for j := range i {
					if box[j][from:]+box[j][:from] < box[i][from:]+box[i][:from] {
						rising++
					}
				}
			}
		}
		if off := math.Abs(rising - expected); off > six*math.Sqrt(variance) {
			t.Errorf("read from byte %d, %.0f pairs of keys are in the order of casting; chance makes %.0f", from, rising, expected)
		}
	}
}

// The same ballots, cast anew in the same order, lie under other keys, and so they do whenever a box is laid: a key is made of
// nothing that comes again.
func TestNoKeyOfTheBoxComesAgain(t *testing.T) {
	const n = 12
	known := make(map[string]bool)
	for range 2 {
		for _, box := range laid(t, n) {
			for _, k := range box {
				known[k] = true
			}
		}
	}
	if want := n * (n + 1); len(known) != want {
		t.Errorf("%d keys, want %d", len(known), want)
	}
}
