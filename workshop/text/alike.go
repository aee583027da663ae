package text

import (
	"slices"
	"unicode"
)

// Gist is what [Alike] compares a text by: its words, each once, without case and accents. Of a script that is written
// without spaces it holds pairs of neighbouring characters instead. Each stands there as a number that is made of its letters
// and is another one for other words, as good as always; the numbers are sorted. It is for comparing only.
type Gist []uint64

// number is what stands for a word: its hash by FNV-1a, the same on every machine.
func number(words ...[]rune) uint64 {
	const offset, prime = 14695981039346656037, 1099511628211
	n := uint64(offset)
	for _, w := range words {
		for _, r := range w {
			n = (n ^ uint64(r)) * prime
		}
	}
	return n
}

// Alike says how much of their words two texts share: 1 when they have the same words, 0 when they have none in common.
// It is the coefficient of Dice ("Measures of the Amount of Ecologic Association Between Species", Ecology 26, 1945) and
// Sørensen: twice the words that both have, divided by the words of the one plus the words of the other. It is
// symmetric.
//
// A word counts once however often it stands there, and its place doesn't count. Case, accents and punctuation are no
// difference; letters that only look alike (0 and O) are one. In Chinese, Japanese, Thai, Lao, Khmer and Burmese, which
// put no spaces between words, pairs of neighbouring characters stand for the words.
//
// It looks at the letters and understands nothing. It can't see that two words mean the same ("car", "automobile"), nor
// that they are forms of one ("meet", "meetings"), nor that one small word turns the sense around ("no fear of old
// code"). What it finds is worth a look, never a reason to do something by itself.
//
// A text without any letter or digit is alike to itself alone; to an empty one nothing is.
func Alike(a, b string) float64 { return GistOf(a).Alike(GistOf(b)) }

// GistOf takes the gist of a text, for comparing it with many others.
func GistOf(s string) Gist {
	clean := Line(s)
	var g Gist
	var word []rune  // of a script with spaces
	var run [][]rune // characters of a script without: each a base with its marks
	closeWord := func() {
		if len(word) > 0 {
			g = append(g, number(word))
		}
		word = word[:0]
	}
	closeRun := func() {
		if len(run) == 1 {
			g = append(g, number(run[0]))
		}
		for i := 1; i < len(run); i++ {
			g = append(g, number(run[i-1], run[i]))
		}
		run = nil
	}
	for _, r := range decompose(clean) {
		mark := unicode.Is(unicode.M, r)
		switch {
		case mark && !spelled(r), unspaced(r) && mark && len(run) == 0:
			// an accent
		case mark && len(run) > 0:
			run[len(run)-1] = append(run[len(run)-1], r)
		case unspaced(r):
			closeWord()
			run = append(run, []rune{r})
		case spelled(r):
			closeRun()
			word = append(word, lookalike(r))
		case !silent(r):
			closeWord()
			closeRun()
		}
	}
	closeWord()
	closeRun()
	if g == nil && clean != "" {
		return Gist{number([]rune(clean))}
	}
	slices.Sort(g)
	return slices.Compact(g)
}

// Alike is the measure for two gists.
func (g Gist) Alike(h Gist) float64 {
	both := g.shared(h)
	if both == 0 {
		return 0
	}
	return float64(2*both) / float64(len(g)+len(h))
}

// shared counts the words that both have. Both are sorted.
func (g Gist) shared(h Gist) int {
	n, i, j := 0, 0, 0
	for i < len(g) && j < len(h) {
		switch {
		case g[i] < h[j]:
			i++
		case g[i] > h[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}

// silent reports whether a character stands inside a word without being spelled: an apostrophe, the Arabic stretching
// stroke, what is left of the modifier letters.
func silent(r rune) bool {
	return r == '\'' || r == '’' || r == '\u0640' || '\u02b0' <= r && r <= '\u02ff'
}

// unspaced reports whether a character belongs to a script that puts no spaces between words.
func unspaced(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}
