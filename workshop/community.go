package workshop

import "time"

// Limits of what a community keeps of its life. Each is refused in plain words.
const (
	MaxWhyLen       = 140  // why an action was moved or dropped, or what came of it
	MaxOccasions    = 1000 // noted by one community
	MaxOccasionLen  = 140  // what an occasion was about
	MaxMinutesLen   = 300  // the link to its minutes
	MaxSponsorLen   = 60   // the name of a sponsor
	MaxLeaderWeekly = 2400 // minutes a week for the leader: forty hours
)

// Standing of a planned action; its text is its stable name on disk.
type ActionState string

// What becomes of an action. One that is moved is open, with another day.
const (
	ActionOpen ActionState = ""
	ActionDone ActionState = "done"
	ActionMove ActionState = "moved"
	ActionGone ActionState = "dropped"
)

// FollowUp is an action as the community looks after it.
type FollowUp struct {
	Planned
	Check CheckID     // in which it was planned; zero at the founding
	Card  CardID      // from which; may be empty
	State ActionState // ActionOpen, ActionDone or ActionGone
	Why   string      // what was said when it was moved, done or dropped last
	On    Day         // when that was
	Moved int         // how often another day was set
}

// OccasionKind is what people came together for; its text is its stable name on disk.
type OccasionKind string

// The kinds of FORMAT's varied events.
const (
	BrownBag       OccasionKind = "brown-bag"       // one speaker, one topic
	LightningTalks OccasionKind = "lightning-talks" // everyone a few minutes
	LeanCoffee     OccasionKind = "lean-coffee"     // problems solved together
	BookClub       OccasionKind = "book-club"
	CodeReview     OccasionKind = "code-review"
	Retrospective  OccasionKind = "retrospective"
	OtherOccasion  OccasionKind = "other"
)

// OccasionID numbers occasions from 1.
type OccasionID int

// Occasion is something that the community has held: a line in its record.
type Occasion struct {
	ID      OccasionID
	Kind    OccasionKind
	On      Day
	Topic   string
	Minutes string // a link; may be empty
}

// Community is what a workshop has founded, and what has become of it, as everyone there may see it.
type Community struct {
	Code      ID
	Name      string
	Lang      Language
	Founded   time.Time // when the founding workshop ended; in the place's time
	Heard     time.Time // when something was recorded of it last; in the place's time
	Leader    string    // empty when there is none
	Weekly    int       // minutes a week that the leader has for it; zero when none were set aside
	Sponsor   string    // empty when none was named
	People    []string  // who belong to it now, in the order of arrival
	NextCheck Day       // empty when none is planned
	Checks    []HealthCheck
	Actions   []FollowUp // all of them, in the order of planning
	Occasions []Occasion // by day, and then in the order of noting
}
