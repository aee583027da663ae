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
//	Plurality      most votes wins; a shared first place is a tie
//	Majority       more than half of the ballots cast, or else a second round
//	Runoff         that second round: more votes wins; equal at the top is a tie
//	InstantRunoff  a majority again, from ballots that rank the options
//	Confirm        one candidate, yes or no
//	Lot            the last resort among those who are still tied
//	Scores         no winner at all: the median and the spread of each option
//
// A [Result] or [RankedResult] either has a winner, or names those who are tied
// and go on to a runoff or a lot, or has neither. It never has both. Nothing
// breaks a tie in silence: each next round is a call that somebody makes.
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
// # Ranked ballots
//
// With [Rule.Ranked] the weight of a mark is its rank: 1 on the first choice, 2
// on the second and so on, each rank once and none left out, as far as the
// voter likes. So one order can be written in one way only. Such ballots are
// for [InstantRunoff] alone; everything else would add their ranks up, and give
// most to those who are ranked last.
//
// They are less secret than others. Five options can be put in 120 full orders,
// and in a small group somebody may know an order again once the box is open.
//
// [InstantRunoff] is the preferential voting of Robert's Rules (Newly Revised,
// 10th edition, section 45, pages 411 to 414): it drops the last and gives each
// ballot to its next choice until somebody has more than half. Three things are
// said there otherwise, or not at all.
//
// An exhausted ballot, which ranks nobody who still stands, counts as cast, like
// a blank one: who ranks only Ana has said "none of these" of all others. Public
// elections often leave such ballots out of the last count, and so can elect
// with less than half of the ballots cast, as happened in all four that Burnett
// and Kogan looked at (Ballot and Voter "Exhaustion" under Instant Runoff
// Voting, Electoral Studies 37, 2015). Here the last two then go to a real
// runoff, as they do after [Majority].
//
// A tie for last place goes by the first choices, and then by each later round,
// as in the rules that Britain made for the alternative vote and never used
// (Parliamentary Voting System and Constituencies Act 2011, schedule 10,
// paragraph 7). Those rules draw a lot if that does not help, and Robert's drop
// all who are tied. Here they are dropped together only where it can be shown
// that no lot would change the end, as it is when together they have fewer votes
// than the next one up; and what the rounds after that say breaks no later tie,
// as a lot could have made it otherwise. Where it cannot be shown, all go to a
// real runoff. That is on the careful side: now and then every lot would have
// given the same.
//
// A tie for first place is a tie, which no earlier round breaks.
//
// The method fails in known ways: more first choices can make an option lose
// (Miller, Public Choice 173, 2017, doi 10.1007/s11127-017-0465-5), and an
// option that would beat each other one alone can be dropped (Burlington 2009,
// in Ornstein and Norman, Public Choice 161, 2014, doi
// 10.1007/s11127-013-0118-2). The tests count an example of each.
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
// [Proof] writes all of that out. A lot is fair as long as nobody who knows the
// nonce can still change a ballot. Keeping it secret until then, and showing
// beforehand that it is fixed, is up to the caller. RFC 3797 explains the idea at length.
package ballot
