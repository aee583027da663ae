// Package rehearsal plays whole workshops with simulated people.
//
// A [Company] is a facilitator and 5 to 50 people who found a Community of Practice about software craft.
// [Company.Play] takes them through every phase of every step, over the same seats that real people have: they join,
// write alone, cluster, weigh, show hands, vote by secret ballot, and hang up a canvas. It serves to try out an
// evening before it is held, to show the program, and to test that a whole workshop works.
//
// # What always happens
//
// Nearly everything that can happen in a workshop does: notes are reworded and withdrawn, somebody asks for a
// minute, what is off topic or said twice is parked, clusters are merged, a mistake is undone, dots are put. In one
// step somebody is not behind the outcome, is heard, and then is. The vote on the name ties, so that a runoff
// follows, and a lot when that ties too. One of those nominated declines. The outcome of the election is left to the
// ballots: a leader at once or after a runoff, or, seldom, "no leader yet". At the closing two or three people say
// what they will do first, and by when. The workshop is closed in the end.
//
// # What they say
//
// What people are called, think and say is in package script, in the language of the workshop. Ideas are dealt like cards, so
// that few come twice as long as the group is small; whoever comes later with one words it in another way.
//
// # Chance and time
//
// Everything follows from the seed: the same seed, number of people and language send the same commands in the same order,
// until a lot decides, which is drawn from the room's own chance. Names that somebody in the room has are left out.
// There is no clock in here and nobody sleeps.
// Before each action the company calls the pace function with the time that people would take; the caller lets that
// time pass, really or on a clock of its own. The phases take about as long as the agenda plans. Pace can also end
// the play by returning an error.
//
// # Who leads
//
// Play is a script, with a simulated facilitator who leads through it. When pace ends it, somebody else can take the
// lead: [Company.Attend] has no script. From then on the people do by themselves what the present phase asks of
// those who take part, and the facilitator's decisions (when to go on or back, votes, breaks, the door) are
// whoever's who leads. The two share what people think of and how they vote, and nothing else.
//
// # What it needs
//
// A [Host] hands out seats. The facilitator's must exist already; the people join by themselves. A command that is
// refused ends the play with an error, so the group should be left alone while it plays. To Attend, a refusal is no
// more than somebody who was too late.
package rehearsal
