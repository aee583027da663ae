package text

import (
	"errors"
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// MaxNameCells is how wide a name may be, in terminal cells: it stands beside notes and cursors on every screen.
const MaxNameCells = 20

// Refusals of a name, worded to be shown to the person who typed it.
var (
	// ErrNameEmpty is returned when nothing is left that can be read out: no letter and no digit.
	ErrNameEmpty = errors.New("your name needs at least one letter or digit")

	// ErrNameLong is returned when a name is wider than [MaxNameCells].
	ErrNameLong = fmt.Errorf("a name has room for %d letters, or half as many wide ones", MaxNameCells)

	// ErrNameScripts is returned when letters of several alphabets are mixed, as in a name with one Cyrillic letter
	// that looks Latin.
	ErrNameScripts = errors.New("your name mixes letters of different alphabets; please keep to one")

	// ErrNameReserved is returned when a name would be taken for a part of the program.
	ErrNameReserved = errors.New("that name has a meaning of its own here; please choose another")
)

// Name cleans the name of a person and judges it. The result is a clean line in NFKC, so that fullwidth and other
// styled letters become plain ones. An error is one of the ErrName sentinels, and the name is then empty. Whether
// somebody in the room has that name already is for the caller to find out, by comparing skeletons.
func Name(s string) (string, error) {
	name := Line(norm.NFKC.String(Line(s)))
	switch {
	case !readable(name):
		return "", ErrNameEmpty
	case Cells(name) > MaxNameCells:
		return "", ErrNameLong
	case mixesScripts(name):
		return "", ErrNameScripts
	case reserved(name):
		return "", ErrNameReserved
	}
	return name, nil
}

// readable reports whether a name has something to call a person by.
func readable(name string) bool {
	for _, r := range name {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return true
		}
	}
	return false
}

// reserved reports whether a name looks like a word that the screens use for a role, a place, the reader, or all or none
// of the people; or has a word in it that would pass its bearer off as somebody in charge. A place within a name is none
// of these: there are people called Wall.
func reserved(name string) bool {
	skeleton := Skeleton(name)
	if strings.HasSuffix(strings.ToLower(name), "(you)") {
		return true
	}
	for _, word := range [...]string{
		"participant", "observer", "host", "you", "me",
		"wall", "booth", "lobby", "canvas",
		"convene", "system", "server", "root",
		"everyone", "everybody", "nobody", "somebody", "anonymous", "all others",
		"blank", "nobody objects", "everyone consents", "no choice left",
	} {
		if skeleton == Skeleton(word) {
			return true
		}
	}
	words := strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
	for _, charge := range [...]string{"facilitator", "co-facilitator", "moderator", "admin", "administrator"} {
		if skeleton == Skeleton(charge) {
			return true
		}
		for _, word := range words {
			if Skeleton(word) == Skeleton(charge) {
				return true
			}
		}
	}
	return false
}
