package tui

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"
)

// errNoFiles is said where there is no disk of the person's own to save to.
var errNoFiles = errors.New("there is no folder to save to from here")

// sentence makes an error's text a sentence to be read: a capital first, a full stop last.
func sentence(err error) string {
	s := strings.TrimSpace(err.Error())
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return "That did not work."
	}
	s = string(unicode.ToUpper(r)) + s[n:]
	if strings.ContainsRune(".?!)", rune(s[len(s)-1])) {
		return s
	}
	return s + "."
}
