package tui

import (
	"cmp"
	"encoding/base32"
	"strings"

	tea "charm.land/bubbletea/v2"

	"convene/workshop"
)

// putAnswers puts a sheet into the box of a health check. With the receipt for one that is there already it takes that one's place.
type putAnswers struct {
	check workshop.CheckID
	sheet workshop.Sheet
	had   string               // that was typed; empty for the one that is kept
	then  func(receipt string) // once it is there, at one's own terminal
	lost  func()               // when it is refused
}

func (putAnswers) isAction() {}

// receiptSize is how much chance is in a receipt, in bytes: nobody hits upon another one's, and it fits into a line.
const receiptSize = 10

// receiptLetters is how long a receipt is, with the hyphens between its groups.
const receiptLetters = 19

// newReceipt writes chance in letters that can be read out: four groups of four.
func newReceipt(chance []byte) string {
	letters := base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(chance)
	var groups []string
	for ; len(letters) > 4; letters = letters[4:] {
		groups = append(groups, letters[:4])
	}
	return strings.Join(append(groups, letters), "-")
}

// plainReceipt is a receipt that somebody has typed as newReceipt writes it.
func plainReceipt(typed string) string {
	keep := func(r rune) rune {
		if r >= 'A' && r <= 'Z' || r >= '2' && r <= '7' {
			return r
		}
		return -1
	}
	letters := strings.Map(keep, strings.ToUpper(typed))
	if b, err := base32.StdEncoding.WithPadding(base32.NoPadding).DecodeString(letters); err == nil && len(b) == receiptSize {
		return newReceipt(b)
	}
	return letters
}

// putAnswers puts them into the box under a new receipt. At one's own terminal that is kept with them; in the booth it is not, so
// that nobody finds there what the person before has said.
func (a *App) putAnswers(act putAnswers) tea.Cmd {
	chance := a.chance(receiptSize)
	if chance == nil {
		return nil
	}
	receipt, me := newReceipt(chance), a.view.Me
	var c workshop.Command = workshop.GiveAnswers{Check: act.check, Sheet: act.sheet, Lock: workshop.LockOf([]byte(receipt))}
	if a.view.HasAnswered {
		c = workshop.ChangeAnswers{Check: act.check, Sheet: act.sheet, Was: []byte(cmp.Or(act.had, a.drafts.answersOf(me, act.check).receipt)), Lock: workshop.LockOf([]byte(receipt))}
	}
	if !a.do(c) {
		act.lost()
		return nil
	}
	if a.booth != nil {
		return a.perform(closeBooth{})
	}
	a.drafts.keepReceipt(me, act.check, receipt)
	a.say(say{text: in(a.view).Say("Your answers are in the box."), tone: gladly})
	act.then(receipt)
	return nil
}
