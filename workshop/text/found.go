package text

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// Found says where in a clean text the words stand that [Finds] looks for: the first byte of each and the one after its
// last, in order, without overlaps. It is whole characters as a reader sees them, with all their accents. A text in which
// not all words stand may still have some of them.
func Found(typed, s string) [][2]int {
	folded, of := foldedOf(s)
	var in [][2]int
	for word := range strings.FieldsSeq(Fold(typed)) {
		for at := 0; ; {
			i := strings.Index(folded[at:], word)
			if i < 0 {
				break
			}
			last := at + i + len(word) - 1
			in = append(in, [2]int{of[at+i][0], of[last][1]})
			at = last + 1
		}
	}
	slices.SortFunc(in, func(a, b [2]int) int { return cmp.Compare(a[0], b[0]) })
	var out [][2]int
	for _, at := range in {
		if n := len(out); n > 0 && at[0] <= out[n-1][1] {
			out[n-1][1] = max(out[n-1][1], at[1])
			continue
		}
		out = append(out, at)
	}
	return out
}

// foldedOf is the folded text and, for each byte of it, where the character begins and ends that it comes from.
func foldedOf(s string) (string, [][2]int) {
	var b strings.Builder
	var of [][2]int
	spaced := true
	for g := graphemes.FromString(s); g.Next(); {
		for _, r := range decompose(g.Value()) {
			n := b.Len()
			switch {
			case spelled(r):
				b.WriteRune(r)
				spaced = false
			case !unicode.Is(unicode.M, r) && r != '\'' && r != '’' && !spaced:
				b.WriteByte(' ')
				spaced = true
			}
			for range b.Len() - n {
				of = append(of, [2]int{g.Start(), g.End()})
			}
		}
	}
	return b.String(), of
}
