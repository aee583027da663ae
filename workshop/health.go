package workshop

import "time"

// Limits of a health check, and of what a community keeps of itself. Each is refused in plain words.
const (
	MaxCards       = 30  // in one check
	MaxCardLen     = 60  // what a card is about, in user-perceived characters
	MaxCardTextLen = 280 // what red and green mean on it
	MaxSentenceLen = 280 // what somebody writes under an answer
	MaxChecks      = 200 // of one community
)

// MinAnswers is how many answers a card needs before anything of them is shown, or kept at all: of fewer, one's own and what one is
// told over coffee would tell the others'. The same number must have taken part before the roll has names.
const MinAnswers = 5

type (
	// CheckID numbers the health checks of a community from 1. Zero means "no check".
	CheckID int
	// CardID names a card from check to check: what has the same is compared. A standard card's is a word of English, such as
	// "safety"; that of an own one is chosen by whoever wrote it.
	CardID string
)

// HealthCard is what people think about in a health check: what it is about, and what red and green mean; yellow is between. The form
// is that of the Squad Health Check, by Henrik Kniberg and Kristian Lindwall, 2014.
type HealthCard struct {
	ID    CardID `json:"id"`
	About string `json:"about"`
	Red   string `json:"red"`
	Green string `json:"green"`
}

// Colour is an answer to a card; its text is its stable name on disk.
type Colour string

// The answers.
const (
	Red     Colour = "red"
	Yellow  Colour = "yellow"
	Green   Colour = "green"
	Abstain Colour = "abstain"
)

// Answer is what one person says to one card.
type Answer struct {
	Card     CardID `json:"card"`
	Colour   Colour `json:"colour"`
	Sentence string `json:"sentence,omitempty"`
}

// Sheet is what one person says to all cards, in their order. It is never part of a record, and never in a view: it lies in the box
// until the check is closed, and is taken apart then, card by card.
type Sheet []Answer

// Spread is what a group has answered to a card: how many, and, where they are at least MinAnswers, which colours, and what was
// written under them, sorted. Of fewer nothing else is kept, in no record either.
type Spread struct {
	Card      CardID   `json:"card"`
	Answered  int      `json:"answered"` // without those who abstained
	Red       int      `json:"red,omitempty"`
	Yellow    int      `json:"yellow,omitempty"`
	Green     int      `json:"green,omitempty"`
	Sentences []string `json:"sentences,omitempty"`
}

// Told says whether the spread tells more than how many answered.
func (s Spread) Told() bool { return s.Answered >= MinAnswers }

// HealthCheck is one round in which a community looks at itself.
type HealthCheck struct {
	ID     CheckID
	Cards  []HealthCard
	Opened time.Time
	Until  Day        // by which everyone may come; empty when it is held at one sitting
	Roll   []PersonID // who has answered, in the order of arrival in the room, not of answering; empty in views below MinAnswers
	Took   int        // how many have answered
	Closed time.Time  // when the answers were counted; zero while they come
	Spread []Spread   // by card, once closed; in views only of the cards that were turned over
	Turned int        // how many cards were turned over, from the first; one more once the group is through with the last
	// Came and Went are how many have taken a seat or lost it since the check before was closed.
	Came, Went int
}

// Open says whether answers are still taken.
func (c HealthCheck) Open() bool { return c.ID != 0 && c.Closed.IsZero() }

// Over says whether the group is through with all of the cards.
func (c HealthCheck) Over() bool { return !c.Closed.IsZero() && c.Turned > len(c.Cards) }

// Seen is how many of the cards were turned over.
func (c HealthCheck) Seen() int { return min(c.Turned, len(c.Cards)) }
