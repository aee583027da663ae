package theme

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// LetterRows is the height of a line of letters, in rows of the screen.
const LetterRows = glyphDots / 2

// Sizes of the typeface, in dots. Two dots make a row of the screen, one dot is a cell wide.
const (
	glyphDots = 8 // with the accents above and what hangs below
	tallTop   = 1
	smallTop  = 2
	lineDots  = 6 // the first below the line
	wordSpace = 3
)

// Lettered writes a text in letters of half blocks, LetterRows rows high or a multiple of that, broken at spaces into
// lines of so many cells. It answers false where that cannot be done: nothing to write, a character that the typeface
// doesn't have, a word that is wider than a line, or a terminal that has no blocks.
func (t *Theme) Lettered(s string, cells, times int) ([]string, bool) {
	if t.Fill != symbols.Fill {
		return nil, false
	}
	var out []string
	var line dots
	for _, words := range strings.FieldsFunc(s, func(r rune) bool { return r != noBreak && unicode.IsSpace(r) }) {
		d, ok := together(words)
		if !ok || d.width()*times > cells {
			return nil, false
		}
		if line != nil && (line.width()+wordSpace+d.width())*times > cells {
			out = append(out, line.rows(times)...)
			line = nil
		}
		line = line.beside(d, wordSpace)
	}
	if line == nil {
		return nil, false
	}
	return append(out, line.rows(times)...), true
}

// noBreak is the space at which no line is broken, as before a question mark in French.
const noBreak = '\u00a0'

// together draws the words between which no line is broken.
func together(words string) (dots, bool) {
	var out dots
	for word := range strings.SplitSeq(words, string(noBreak)) {
		if word == "" {
			continue
		}
		d, ok := lettersOf(word)
		if !ok {
			return nil, false
		}
		out = out.beside(d, wordSpace)
	}
	return out, out != nil
}

// lettersOf draws one word.
func lettersOf(word string) (dots, bool) {
	var out dots
	var letter dots
	top := 0
	for _, r := range norm.NFD.String(word) {
		if m, ok := marks[r]; ok && letter != nil {
			letter = letter.accent(m, top)
			continue
		}
		if letter != nil {
			out = out.beside(letter, 1)
		}
		var ok bool
		if letter, top, ok = glyph(r); !ok {
			return nil, false
		}
	}
	if letter != nil {
		out = out.beside(letter, 1)
	}
	return out, out != nil
}

// glyph draws one letter, and says in which row it begins.
func glyph(r rune) (d dots, top int, ok bool) {
	if bare, dotted := dotless[r]; dotted {
		d, top, ok = glyph(bare)
		d[0][d.width()-1] = true
		return d, top, ok
	}
	shape, top := tallGlyphs[r], tallTop
	if shape == "" {
		shape, top = smallGlyphs[r], smallTop
	}
	if shape == "" {
		return nil, 0, false
	}
	rows := strings.Split(shape, " ")
	d = blank(len(rows[0]))
	d.ink(rows, top, 0)
	return d, top, true
}

// accent puts a mark over or under a letter that begins in a row; a letter that is narrower gets as wide.
func (d dots) accent(m mark, top int) dots {
	rows, y := strings.Split(m.below, " "), lineDots
	if m.below == "" {
		rows, y = strings.Split(m.small, " "), 0
		if top == tallTop {
			rows = []string{m.tall}
		}
		d.clear(0, top)
	}
	if lack := len(rows[0]) - d.width(); lack > 0 {
		for i := range d {
			d[i] = slices.Concat(make([]bool, (lack+1)/2), d[i], make([]bool, lack/2))
		}
	}
	d.ink(rows, y, (d.width()-len(rows[0]))/2)
	return d
}
