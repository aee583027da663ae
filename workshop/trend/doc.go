// Package trend sets the health checks of a community side by side: what each card was answered from round to round, and what
// changed between them. It is pure, and imports nothing of ours but package workshop.
//
// [Of] makes a [Table]: a [Column] for each check whose answers have been counted, a [Row] for each card, and a [Cell] where they
// meet. A cell has the spread, or says why there is none: the card was not asked, it has not been turned over yet, or fewer than
// [workshop.MinAnswers] answered it. Of those nothing is kept but how many they were, and of a card that lies face down not even
// that. Whatever is drawn from a table may be shown to everyone.
//
// # What is not here
//
// Nothing is added up, or averaged, over several cards, or over all: of a sum and the cards that are told, those that are not
// could be derived by subtraction. Nor are communities compared. A check is for the people who held it.
//
// # What the numbers say
//
// The spread comes first. The mean of a card hides what matters most in a check, that some say red and others green, and is used
// for the height of a sparkline alone ([Row.Blocks], [Row.Digits]). Where a card splits the group is what to talk about:
// [Disagreement]. An arrow ([Arrow]) stands where two rounds differ by more than chance explains, and nowhere else.
package trend
