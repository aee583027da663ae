// Package rehearsal plays whole workshops with simulated people.
//
// A [Company] is a facilitator and 5 to 50 people who found a Community of Practice about software craft. [Company.Play]
// takes them through every phase of every step, over the same seats that real people have: they join, write alone,
// cluster, weigh, show hands, vote by secret ballot, and hang up a canvas. It serves to try out an evening before it
// is held, to show the program, and to test that a whole workshop works.
//
// # What always happens
//
// Nearly everything that can happen in a workshop does: notes are reworded and withdrawn, somebody asks for a minute,
// what is off topic or said twice is parked, clusters are merged, a mistake is undone, dots are put. In one step somebody is not
// behind the outcome, is heard, and then is. The vote on the name ties, so that a runoff follows, and a lot when that
// ties too. One of those nominated declines. The outcome of the election is left to the ballots: a leader at once or
// after a runoff, or, seldom, "no leader yet". The workshop is closed in the end.
//
// # Chance and time
//
// Everything follows from the seed: the same seed and number of people send the same commands in the same order,
// until a lot decides, which is drawn from the room's own chance. There
// is no clock in here and nobody sleeps. Before each action the company calls the pace function with the time that
// people would take; the caller lets that time pass, really or on a clock of its own. The phases take about as long as
// the agenda plans. Pace can also end the play by returning an error.
//
// # What it needs
//
// A [Host] hands out seats. The facilitator's must exist already; the people join by themselves. A command that is
// refused ends the play with an error, so the group should be left alone while it plays.
package rehearsal
