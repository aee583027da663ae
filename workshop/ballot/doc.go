// Package ballot counts votes.
//
// It knows options, ballots and rules, and nothing about who votes, when, or
// what for. It has no clock, no chance and no files in it: the same options
// and the same ballots give the same answer on every machine, so anybody who
// holds the ballots can count again.
//
// # Ballots
//
// A [Ballot] is a list of marks, each of which gives an option a weight: one
// for a plain vote, more for several dots or for a score. A ballot with no
// marks is blank. It was cast, and it is counted as cast.
//
// An option is any text that is not empty; the caller chooses names or
// numbers. The options of a vote differ from each other, and their order
// matters in one place only: options with equally many votes are listed in
// that order. It never decides who wins.
//
// [Rule.Check] says whether a ballot may go into the box. Everything that
// counts takes ballots that have passed it, with the same options. A mark for
// something that is not an option, or that weighs less than one, has not
// passed and is left out of the count; nothing here panics.
//
// [Sorted] forgets the order of casting. Together with a box that keeps no
// names, it is what makes a ballot secret once the box is open.
//
// # Ways to decide
//
//	Plurality   most votes wins; a shared first place is a tie
//	Majority    more than half of the ballots cast, or else a second round
//	Runoff      that second round: more votes wins; equal at the top is a tie
//	Confirm     one candidate, yes or no
//	Lot         the last resort among those who are still tied
//	Scores      no winner at all: the median and the spread of each option
//
// A [Result] either has a winner, or names those who are tied and go on to a
// runoff or a lot, or has neither. It never has both. Nothing breaks a tie in
// silence: each next round is a call that somebody makes.
//
// # Majorities and blank ballots
//
// In [Majority] and [Confirm] a blank ballot counts as cast. It helps nobody
// and raises the number that is needed, so that people can say "none of
// these". This is stricter than Robert's Rules of Order, where a majority is
// more than half of the votes cast without the blanks (Newly Revised, 12th
// edition, 44:1; in the 1915 edition section 46).
//
// Where nobody has a majority, Robert's Rules repeat the ballot with all
// candidates until somebody has one (46:32). This package follows the
// two-round system instead, as most countries with a directly elected
// president do: the two with the most votes go to a second round, and there
// the one with more votes is elected. All who tie for second place go along,
// since dropping one of them would need a lot that nobody asked for.
//
// # The lot
//
// [Lot] can be checked by anyone with the nonce, the ballots and a tool that
// computes SHA-256. Write this text, each line ended by one line feed:
//
//	lot 1
//	nonce HEX
//	ballots N
//	ballot WEIGHT LENGTH:OPTION WEIGHT LENGTH:OPTION ...
//	among N
//	LENGTH:OPTION
//	draw K
//
// There is one "ballot" line for each ballot, as [Sorted] orders them (a
// blank one is the word alone), and one line after "among" for each tied
// option, without repeats, in the order of their bytes. HEX is the nonce in
// lower-case hexadecimal. LENGTH is the number of bytes in OPTION, so that no
// two different votes can ever read the same. K is 0 at first. Numbers are
// plain decimals.
//
// Take the SHA-256 of the text, and its first eight bytes as one number X,
// highest byte first. With N options tied, the one at place X modulo N is
// drawn, the first being at place 0. So that none has an advantage, X must be
// below the highest multiple of N that is not above 2 to the 64th; if it is
// not, raise K by one and take the hash again. With a handful of options that
// hardly ever happens.
//
// A lot is fair as long as nobody who knows the nonce can still change a
// ballot. Keeping it secret until then, and showing beforehand that it is
// fixed, is up to the caller. RFC 3797 explains the idea at length.
package ballot
