package workshop

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"fmt"
	"slices"

	"convene/workshop/text"
)

// LockSize is how many bytes a lock has.
const LockSize = sha256.Size

// LockOf is the lock that a receipt opens: its SHA-256. The receipt is chance that only the person has who answered, and the
// program in its memory; it is never kept on a disk. From the lock nobody comes to the receipt, nor to the person.
func LockOf(receipt []byte) []byte {
	sum := sha256.Sum256(receipt)
	return sum[:]
}

// LockedSheet is a sheet as it lies in the box: with the lock by which whoever has its receipt can change it, and with
// nothing else.
type LockedSheet struct {
	Lock  []byte `json:"lock"`
	Sheet Sheet  `json:"sheet"`
}

// SortedSheets are the sheets of a box in the order of their locks, which is chance: nothing tells whose they are, or when
// they came.
func SortedSheets(box []LockedSheet) []LockedSheet {
	out := slices.Clone(box)
	slices.SortFunc(out, func(a, b LockedSheet) int { return bytes.Compare(a.Lock, b.Lock) })
	return out
}

// Opens says whether the receipt opens one of the sheets of a box.
func Opens(receipt []byte, box []LockedSheet) bool {
	lock := LockOf(receipt)
	return slices.ContainsFunc(box, func(one LockedSheet) bool { return bytes.Equal(one.Lock, lock) })
}

// Replaced is a box with a new sheet in the place of the one with that lock; false when there is none.
func Replaced(box []LockedSheet, was []byte, one LockedSheet) ([]LockedSheet, bool) {
	i := slices.IndexFunc(box, func(o LockedSheet) bool { return bytes.Equal(o.Lock, was) })
	if i < 0 {
		return box, false
	}
	return append(slices.Concat(box[:i], box[i+1:]), one), true
}

// HasAnswered says whether a person is on the roll.
func (c HealthCheck) HasAnswered(p PersonID) bool { return slices.Contains(c.Roll, p) }

// sheet checks that a sheet answers each card once, and returns it clean and in the order of the cards.
func (c HealthCheck) sheet(given Sheet) (Sheet, error) {
	if len(given) != len(c.Cards) {
		return nil, ErrSheet
	}
	out := make(Sheet, 0, len(c.Cards))
	for _, card := range c.Cards {
		i := slices.IndexFunc(given, func(a Answer) bool { return a.Card == card.ID })
		if i < 0 || !given[i].Colour.valid() {
			return nil, ErrSheet
		}
		a := given[i]
		if a.Sentence = text.Line(a.Sentence); text.Len(a.Sentence) > MaxSentenceLen {
			return nil, ErrSentenceLong
		}
		out = append(out, a)
	}
	return out, nil
}

// valid says whether there is such an answer.
func (c Colour) valid() bool { return c == Red || c == Yellow || c == Green || c == Abstain }

func (c GiveAnswers) decide(s State, e Envelope) ([]Event, error) {
	check, err := s.asked(c.Check)
	switch {
	case err != nil:
		return nil, err
	case check.HasAnswered(e.By):
		return nil, ErrHasAnswered
	case len(c.Lock) != LockSize:
		return nil, ErrLock
	}
	sheet, err := check.sheet(c.Sheet)
	if err != nil {
		return nil, err
	}
	return []Event{AnswersGiven{Check: c.Check, Sheet: sheet, Lock: bytes.Clone(c.Lock)}}, nil
}

func (v AnswersGiven) evolve(s State, r Record) State {
	c := s.lastCheck()
	at, _ := slices.BinarySearchFunc(c.Roll, s.number(r.By), func(p PersonID, number int) int {
		return cmp.Compare(s.number(p), number)
	})
	c.Roll = slices.Concat(c.Roll[:at], []PersonID{r.By}, c.Roll[at:])
	c.Took = len(c.Roll)
	return s.withCheck(c)
}

func (c ChangeAnswers) decide(s State, e Envelope) ([]Event, error) {
	check, err := s.asked(c.Check)
	switch {
	case err != nil:
		return nil, err
	case !check.HasAnswered(e.By):
		return nil, ErrNotAnswered
	case len(c.Lock) != LockSize:
		return nil, ErrLock
	case !c.Found:
		return nil, ErrReceipt
	}
	sheet, err := check.sheet(c.Sheet)
	if err != nil {
		return nil, err
	}
	return []Event{AnswersChanged{Check: c.Check, Sheet: sheet, Was: LockOf(c.Was), Lock: bytes.Clone(c.Lock)}}, nil
}

func (v AnswersChanged) evolve(s State, _ Record) State { return s }

// fill checks that the sheets of a box are those of the people on the roll, as far as anybody can say it.
func (c HealthCheck) fill(sheets []Sheet) error {
	if len(sheets) != len(c.Roll) {
		return fmt.Errorf("%d sheets are in the box of answers, and %d names on the roll", len(sheets), len(c.Roll))
	}
	for _, one := range sheets {
		if clean, err := c.sheet(one); err != nil || !slices.Equal(clean, one) {
			return fmt.Errorf("a sheet of %d answers is in the box, and doesn't fit the %d cards", len(one), len(c.Cards))
		}
	}
	return nil
}

// Sheets are those of a box without their locks.
func Sheets(box []LockedSheet) []Sheet {
	out := make([]Sheet, 0, len(box))
	for _, one := range box {
		out = append(out, one.Sheet)
	}
	return out
}

// spreads take the sheets apart, card by card. What the group answered to a card depends on what was answered to it alone,
// and not on who did, nor on what the same person answered to another card. Of too few answers nothing is kept but how many
// they were.
func spreads(cards []HealthCard, sheets []Sheet) []Spread {
	out := make([]Spread, 0, len(cards))
	for i, card := range cards {
		p := Spread{Card: card.ID}
		for _, one := range sheets {
			p.count(one[i])
		}
		if !p.Told() {
			p = Spread{Card: card.ID, Answered: p.Answered}
		}
		slices.Sort(p.Sentences)
		out = append(out, p)
	}
	return out
}

// count adds an answer.
func (s *Spread) count(a Answer) {
	switch a.Colour {
	case Red:
		s.Red++
	case Yellow:
		s.Yellow++
	case Green:
		s.Green++
	default:
	}
	if a.Colour != Abstain {
		s.Answered++
	}
	if a.Sentence != "" {
		s.Sentences = append(s.Sentences, a.Sentence)
	}
}

// fits says whether a spread that was read from outside is one that so many people can come to.
func (s Spread) fits(took int) bool {
	sum := s.Red + s.Yellow + s.Green
	whole := min(s.Red, s.Yellow, s.Green, s.Answered) >= 0 && s.Answered <= took && len(s.Sentences) <= took &&
		slices.IsSorted(s.Sentences)
	if s.Told() {
		return whole && sum == s.Answered
	}
	return whole && sum == 0 && len(s.Sentences) == 0
}

// is says whether it is that check, open or closed, and one that can be held.
func (c HealthCheck) is(id CheckID, open bool) bool {
	return c.ID == id && c.Open() == open && c.fits()
}

// fits says whether a check that was read from outside is one that can be held, and was counted as it can be.
func (c HealthCheck) fits() bool {
	clean, err := cleanCards(c.Cards)
	if err != nil || !slices.Equal(clean, c.Cards) || c.Until != "" && !c.Until.Valid() {
		return false
	}
	if c.Open() {
		return c.Turned == 0
	}
	if len(c.Spread) != len(c.Cards) || c.Turned < 0 || c.Turned > len(c.Cards)+1 {
		return false
	}
	for i, p := range c.Spread {
		if p.Card != c.Cards[i].ID || !p.fits(c.Took) {
			return false
		}
	}
	return true
}
