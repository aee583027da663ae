package workshop

// The events about health checks.
type (
	// CheckOpened opens a health check with everything that it needs.
	CheckOpened struct {
		Check CheckID      `json:"check"`
		Cards []HealthCard `json:"cards"`
		Until Day          `json:"until,omitempty"`
	}
	// AnswersGiven puts the actor on the roll. The sheet and its lock are never part of the record: they travel to the log's
	// Append, which puts them into the workshop's box of answers under a random key.
	AnswersGiven struct {
		Check CheckID `json:"check"`
		Sheet Sheet   `json:"-"`
		Lock  []byte  `json:"-"`
	}
	// AnswersChanged says that the actor has changed what they answered. Append takes the sheet with the lock Was out of the
	// box, and puts the new one in.
	AnswersChanged struct {
		Check CheckID `json:"check"`
		Sheet Sheet   `json:"-"`
		Was   []byte  `json:"-"`
		Lock  []byte  `json:"-"`
	}
	// CheckClosed is the count: how many took part, and card by card what they answered. Appending it empties the box.
	CheckClosed struct {
		Check   CheckID  `json:"check"`
		Took    int      `json:"took"`
		Spreads []Spread `json:"spreads"`
	}
	// CheckAbandoned ends a check without counting it. Appending it empties the box.
	CheckAbandoned struct {
		Check CheckID `json:"check"`
	}
	// CardTurned shows everyone what was answered to the next card: Turned are shown by now. With one more than there are cards the
	// group is through with the last of them, and the check is over.
	CardTurned struct {
		Check  CheckID `json:"check"`
		Turned int     `json:"turned"`
	}
	// CheckPlanned says when the next check will be.
	CheckPlanned struct {
		On Day `json:"on,omitempty"`
	}
)

// The events about the life of the community.
type (
	// ActionSettled says what became of an action: it was done, or dropped, or another day was set.
	ActionSettled struct {
		Action ActionID    `json:"action"`
		As     ActionState `json:"as"`
		Why    string      `json:"why"`
		Due    Day         `json:"due,omitempty"`
	}
	// OccasionNoted adds an occasion with the next number. Who noted it is the record's actor.
	OccasionNoted struct {
		Occasion OccasionID   `json:"occasion"`
		Form     OccasionKind `json:"form"`
		On       Day          `json:"on"`
		Topic    string       `json:"topic"`
		Minutes  string       `json:"minutes,omitempty"`
	}
	// OccasionStruck takes one away.
	OccasionStruck struct {
		Occasion OccasionID `json:"occasion"`
	}
	// SponsorNamed says who stands behind the community; nobody when the name is empty.
	SponsorNamed struct {
		Name string `json:"name,omitempty"`
	}
	// TimeGranted says how many minutes a week the leader has for the community.
	TimeGranted struct {
		Weekly int `json:"weekly,omitempty"`
	}
)

// The events about the canvas that a workshop goes on from.
type (
	// StandingHung hangs what stands of a step on the wall, beside the notes that have just been shown: notes of no author, in
	// the clusters in which they stood. Its statements stand until the group writes others.
	StandingHung struct {
		Step       Step               `json:"step"`
		Entries    []Hung             `json:"entries,omitempty"`
		Statements map[Section]string `json:"statements,omitempty"`
	}
)
