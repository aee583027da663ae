package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	joiner   = "\u200d"
	selector = "\ufe0f" // variation selector 16: draw as an emoji
	keycap   = "\u20e3"

	// maxJoined is how many emoji may be joined into one. The longest that UTS #51 recommends, a family or a kiss,
	// have four; a longer chain is one cluster of two cells to us and a row of pictures to a terminal.
	maxJoined = 4
)

// emoji returns the length in bytes of the emoji that s starts with, or 0. The grammar is that of UTS #51, section 1.4.9,
// as far as it is recommended for interchange.
func emoji(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case r == '#' || r == '*' || '0' <= r && r <= '9':
		if strings.HasPrefix(s[n:], selector+keycap) {
			return n + len(selector+keycap)
		}
		return 0
	case isRegional(r):
		if next, m := utf8.DecodeRuneInString(s[n:]); isRegional(next) {
			return n + m
		}
		return 0
	}
	if n := taggedFlag(s); n > 0 {
		return n
	}

	end := element(s)
	for i := 1; i < maxJoined && end > 0 && strings.HasPrefix(s[end:], joiner); i++ {
		n := element(s[end+len(joiner):])
		if n == 0 {
			break
		}
		end += len(joiner) + n
	}
	return end
}

// element returns the length of one emoji that can be joined to others, with its selector or skin tone, or 0.
func element(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	if !unicode.Is(emojiTable, r) {
		return 0
	}
	if strings.HasPrefix(s[n:], selector) {
		return n + len(selector)
	}
	if tone, m := utf8.DecodeRuneInString(s[n:]); isSkinTone(tone) && unicode.Is(skinTable, r) {
		return n + m
	}
	return n
}

// taggedFlag returns the length of the flag of England, Scotland or Wales at the start of s, or 0. Tags are invisible
// and can spell out any hidden text, so only the three spellings that UTS #51 recommends are let in.
func taggedFlag(s string) int {
	for _, flag := range [...]string{
		"\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
		"\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
		"\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",
	} {
		if strings.HasPrefix(s, flag) {
			return len(flag)
		}
	}
	return 0
}

// isRegional reports whether a character is half of a flag.
func isRegional(r rune) bool { return '\U0001f1e6' <= r && r <= '\U0001f1ff' }

// isSkinTone reports whether a character colours the emoji before it.
func isSkinTone(r rune) bool { return '\U0001f3fb' <= r && r <= '\U0001f3ff' }
