package tui

import (
	"cmp"
	"encoding/base32"
	"strings"

	tea "charm.land/bubbletea/v2"

	"convene/workshop"
)

// putAnswers puts what somebody says to the cards of a health check into its box. With the receipt for what
// is there already it takes the place of that.
type putAnswers struct {
	check workshop.CheckID
	cards []workshop.HealthCard
	by    byCard
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
	receipt, me, sheet := newReceipt(chance), a.view.Me, act.by.sheet(act.cards)
	lock := workshop.LockOf([]byte(receipt))
	var c workshop.Command = workshop.GiveAnswers{Check: act.check, Sheet: sheet, Lock: lock}
	if a.view.HasAnswered {
		had := cmp.Or(act.had, a.drafts.answersOf(me, act.check).receipt)
		c = workshop.ChangeAnswers{Check: act.check, Sheet: sheet, Was: []byte(had), Lock: lock}
	}
	if !a.do(c) {
		act.lost()
		return nil
	}
	if a.booth != nil {
		return a.perform(closeBooth{})
	}
	a.drafts.keepReceipt(me, act.check, act.by, receipt)
	a.say(say{text: in(a.view).Say("Your answers are in the box."), tone: gladly})
	act.then(receipt)
	return nil
}
