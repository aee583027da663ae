package ballot

import (
	"errors"
	"fmt"
	"slices"
)

// What a rule can find wrong with a ballot. The texts are meant for the person
// who voted.
var (
	// ErrUnknownOption is returned when a mark is for something that is not
	// among the options.
	ErrUnknownOption = errors.New("you can only choose from the options of this vote")
	// ErrTwice is returned when a ballot marks one option in two places.
	ErrTwice = errors.New("you have marked the same option twice")
	// ErrWeight is returned when a mark weighs less than 1 or more than the
	// rule allows on one option.
	ErrWeight = errors.New("that is not a number you can give to one option")
	// ErrOverBudget is returned when a ballot gives more than there is to give.
	ErrOverBudget = errors.New("you are giving more than you have")
	// ErrRank is returned when the marks of a ranked ballot are not numbered
	// 1, 2, 3 and so on, each number once.
	ErrRank = errors.New("number your choices from 1 on, each number once and none left out")
)

// Rule says what a valid ballot is. The zero Rule only asks that the ballot is
// well formed. A blank ballot is valid under every rule.
//
// Set at least one of the limits where ballots come from strangers: sums are
// plain ints, and without a limit a huge weight could overflow a tally.
type Rule struct {
	// Budget is the highest sum of weights; 0 or less means no limit.
	Budget int `json:"budget"`
	// PerOption is the highest weight on one option; 0 or less means no limit.
	PerOption int `json:"perOption"`
	// Ranked makes the weights places in an order: 1 on the first choice, 2 on
	// the second and so on, without gaps, as far as the voter likes to go. Then
	// PerOption is the number of options that can be ranked, and Budget, for
	// which ranks mean nothing, is best left at 0.
	Ranked bool `json:"ranked,omitempty"`
}

// Check returns nil when b is a valid ballot over options, in whatever order
// its marks are. Otherwise it returns [ErrUnknownOption], [ErrTwice],
// [ErrWeight], [ErrOverBudget] or [ErrRank], with detail, for the first mark
// that is wrong. A valid ballot has at most one mark for each option, so the
// work is bounded by the options, however long b is.
func (r Rule) Check(options []string, b Ballot) error {
	left := r.Budget
	for i, m := range b {
		switch {
		case !slices.Contains(options, m.Option):
			return fmt.Errorf("%w: %q is not one of them", ErrUnknownOption, m.Option)
		case slices.ContainsFunc(b[:i], func(o Mark) bool { return o.Option == m.Option }):
			return fmt.Errorf("%w: %q", ErrTwice, m.Option)
		case m.Weight < 1 && r.PerOption <= 0:
			return fmt.Errorf("%w: give 1 or more", ErrWeight)
		case m.Weight < 1 || r.PerOption > 0 && m.Weight > r.PerOption:
			return fmt.Errorf("%w: the lowest is 1, the highest %d", ErrWeight, r.PerOption)
		case r.Budget > 0 && m.Weight > left:
			return fmt.Errorf("%w: the most is %d", ErrOverBudget, r.Budget)
		case r.Ranked && m.Weight > len(b):
			return fmt.Errorf("%w: there is a %d among %d", ErrRank, m.Weight, len(b))
		case r.Ranked && slices.ContainsFunc(b[:i], func(o Mark) bool { return o.Weight == m.Weight }):
			return fmt.Errorf("%w: two have %d", ErrRank, m.Weight)
		}
		// Counting down instead of adding up cannot overflow.
		left -= m.Weight
	}
	return nil
}
