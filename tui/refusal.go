package tui

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"convene/workshop"
)

// errNoFiles is said where there is no disk of the person's own to save to.
var errNoFiles = errors.New("there is no folder to save to from here")

// refusal says why a command was refused. Whoever comes in under a name that is taken may be the one who has it.
func refusal(c workshop.Command, err error) string {
	if _, joins := c.(workshop.Join); joins && errors.Is(err, workshop.ErrNameTaken) {
		return "Somebody here has that name. If it is you: tab, and your seat code. If not, add a letter."
	}
	return sentence(err)
}

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
