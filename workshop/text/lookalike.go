package text

// lookalike returns the Latin letter that a case-folded letter or digit can be mistaken for, or the letter itself.
//
// This is a subset of confusables.txt (UTS #39, section 4): the digits 0 and 1, and the Greek and Cyrillic letters that
// have a Latin double, and a few Latin letters that do not decompose into a base and an accent. Other scripts, and
// pairs of letters such as rn and m, are not covered.
//
// Because case is folded before, a letter counts as its double when either its capital or its small form does; where
// the two disagree (Greek Ν and ν) the capital decides, as names begin with one. For the same reason I, l and 1 draw
// i with them: Ian and Lan cannot both be in a room.
func lookalike(r rune) rune {
	switch r {
	case 'а', 'α', 'ɑ':
		return 'a'
	case 'в', 'β':
		return 'b'
	case 'с':
		return 'c'
	case 'ԁ', 'đ':
		return 'd'
	case 'е', 'ε':
		return 'e'
	case 'ɡ':
		return 'g'
	case 'н', 'һ', 'η', 'ħ':
		return 'h'
	case 'ј', 'ϳ':
		return 'j'
	case 'к', 'κ':
		return 'k'
	case 'i', '1', 'і', 'ι', 'ı', 'ӏ', 'ł', 'ǀ':
		return 'l'
	case 'м', 'μ':
		return 'm'
	case 'ν':
		return 'n'
	case '0', 'о', 'ο', 'ø':
		return 'o'
	case 'р', 'ρ':
		return 'p'
	case 'ԛ':
		return 'q'
	case 'ѕ':
		return 's'
	case 'т', 'τ':
		return 't'
	case 'ԝ':
		return 'w'
	case 'х', 'χ':
		return 'x'
	case 'у', 'ү', 'υ':
		return 'y'
	case 'ζ':
		return 'z'
	}
	return r
}
