// Package deck is the cards of a health check: what a community asks itself about, with what red and what green mean on each
// card. Yellow is between, and is not described. There are three sources of cards, and a check takes what it likes of each.
//
// # The standard cards
//
// [Standard] are eleven, for any community of practice: learning and growth, help, safety, collaboration, sharing knowledge,
// where the community is heading, how it works, fun, feedback, deciding, motivation. Their texts are files in TOML
// (https://toml.io), one for each language: en.toml and fr.toml, which [Page] returns as they are, with comments for whoever
// keeps a copy and changes it.
//
// # Cards of one's own
//
// [Read] reads such a file. It may be as short as
//
//	[[cards]]
//	about = "Time for the community"
//	green = "We take the hours that we agreed on, and our managers stand by it."
//	red = "Something more urgent comes up every time. Whoever comes makes up for it in the evening."
//
// Every card begins with the title [[cards]]. About says what the card is about, in at most 60 characters; green and red say
// how it is when all is well and when it needs attention, in at most 280 each. All three are plain text, one line each; there
// may be up to 30 cards.
//
// From check to check a card is known by its id, which is what answers are compared by. One that has none gets the words of
// what it is about, in lower case and without accents: the one above is "time-for-the-community". So whoever rewords what a
// card is about gives it the id that it had:
//
//	id = "time-for-the-community"
//
// A card with the id of a standard card is that card in other words. What it leaves out stays as it was, in the language that
// the file names at its top:
//
//	lang = "en"
//
//	[[cards]]
//	id = "fun"
//	about = "Laughing together"
//
// [With] puts it in the place of the other:
//
//	cards := deck.With(deck.Standard(view.Lang), own)
//
// What would not work is refused: all mistakes at once, each with its line and what to do about it, as [proof.Mistakes]. The
// file has no name here; whoever knows it puts it into them.
//
// # Cards from the canvas
//
// A community looks at itself best by what it has set out to reach. [Proposed] makes a card of the sentence of its vision and
// of each of its measures. The words are a proposal, in the language of the canvas, which a facilitator keeps, changes or
// drops. Their ids ("vision", "measure-talks-a-month") are the same as long as the canvas is.
//
// That the texts fit is checked with the limits of package workshop, in user-perceived characters.
package deck
