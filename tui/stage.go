package tui

import (
	"slices"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
	"convene/workshop"
	"convene/workshop/tongue"
)

// stage is what a screen plays on: what its person may see, how things look, the time, and the room that the body
// has. It is made anew for every message and frame, and never kept.
type stage struct {
	tongue.Tongue // says things in the language of the view

	view      workshop.View
	theme     *theme.Theme
	keys      *keyMap
	drafts    *Drafts
	invite    Invite                // how others join
	booth     bool                  // this is a person's turn at the facilitator's keyboard
	quiet     bool                  // no key has been pressed for a moment
	saves     bool                  // there is a folder to export to
	cards     []workshop.HealthCard // see Config
	before    *workshop.Community   // what became of the community under its earlier canvases; nil when this is the first
	mouse     bool                  // the mouse is on
	wall      bool                  // this is the wall: read-only, large
	now       time.Time             // in the room
	awake     time.Time             // at this terminal
	rehearses bool                  // these people are simulated
	returns   bool                  // esc leads back to the lobby
	width     int                   // of the body, in cells
	height    int                   // of the body, in lines

	called   string // what a visitor was called last; empty when nobody knows
	seatCode string // what brings the person back; empty where others could see it
	refusal  string // what was refused just now, in a sentence
}

// screen is one screen's body.
type screen interface {
	// update answers a key press or a paste; nil when nothing is to happen.
	update(st stage, msg tea.Msg) action
	// draw returns the body: at most st.height lines of at most st.width cells, each complete in its styles.
	draw(st stage) []string
	// bindings lists the keys that do something now, the most important first.
	bindings(st stage) []key.Binding
	// typing says whether letters go into a text, and so are not commands.
	typing() bool
}

// scene says which screen is shown. A screen is kept as long as its scene stays, with its selection and its draft.
type scene struct {
	kind  string
	step  workshop.Step
	vote  workshop.VoteID
	check workshop.CheckID
	me    workshop.PersonID
	on    int              // the number of the proposal that is on the table
	pen   workshop.Section // that a sentence is written for
	hand  bool             // it is this person who writes it
}

// community is the community that the workshop has founded, or has gone on with, with all that became of it before: to be read, and not
// to be sent commands about.
func (st stage) community() workshop.Community {
	c := *st.view.Community
	if st.before != nil {
		c = c.After(*st.before)
	}
	return c
}

// countedBy is the last health check of which no answer is taken any more, as far as a view tells that comes after a scene; zero
// when there is none. Who has lost their seat sees no check any more, and that tells nothing about the others' answers.
func countedBy(was scene, v workshop.View) workshop.CheckID {
	if v.Community == nil {
		return 0
	}
	last := was.check
	if c := openCheck(v); c != nil && c.Open() && c.ID == last {
		last = 0
	}
	for _, c := range v.Community.Checks {
		if !c.Open() {
			last = max(last, c.ID)
		}
	}
	return last
}

// sceneOf is the scene that follows from a view. While people do something alone, those who take part get the place to
// do it in; the facilitator and the wall see who is done.
func sceneOf(v workshop.View) scene {
	s := scene{step: v.At.Step, me: v.Me}
	if outside(v) {
		s.kind = doorstepOf(v)
		return s
	}
	takesPart := v.MyRole == workshop.Participant
	if c := openCheck(v); c != nil {
		s.check, s.kind = c.ID, "cards"
		switch {
		case c.Open() && takesPart:
			s.kind = "check"
		case c.Open():
			s.kind = "check-roll"
		}
		return s
	}
	switch {
	case lively(v):
		s.kind = "community"
	case v.Break.On() && !takesPart:
		s.kind = "break"
	case v.Vote.ID == 0 && v.Pen.Out():
		s.kind, s.pen, s.hand = "statement", v.Pen.Section, hasPen(v)
	case v.Vote.ID != 0:
		s.vote = v.Vote.ID
		s.kind = "roll"
		if takesPart && !v.HasVoted && slices.Contains(v.Vote.Electorate, v.Me) {
			s.kind = "ballot"
			switch {
			case v.Vote.Purpose == workshop.Strengths:
				s.kind = "weigh"
			case v.Vote.Rule.Ranked:
				s.kind = "rank"
			case v.Vote.Purpose == workshop.ForLeader:
				s.kind = "elect"
			}
		}
	case v.At.Phase == workshop.PhaseDiverge && !takesPart:
		s.kind = "quiet"
	case v.At.Phase == workshop.PhaseDiverge && v.At.Step == workshop.StepLeader:
		s.kind = "nominate"
	case v.At.Phase == workshop.PhaseDiverge:
		s.kind = "write"
	case byConsent(v):
		s.kind, s.on = "reasons", v.Proposal.Number
		if s.on > 0 {
			s.kind = "proposal"
		}
	case v.At.Step == workshop.StepLeader && v.At.Phase == workshop.PhaseShare:
		s.kind = "accept"
	case v.At.Step == workshop.StepLeader && v.At.Phase == workshop.PhaseConverge:
		s.kind = "leader"
	case v.At.Step == workshop.StepName && v.At.Phase == workshop.PhaseConverge:
		s.kind = "name"
	case v.At.Phase == workshop.PhaseShare, v.At.Phase == workshop.PhaseConverge:
		s.kind = "board"
	case v.At.Phase == workshop.PhaseAlign:
		s.kind = "align"
	default:
		s.kind = string(v.At.Phase)
	}
	return s
}

// newScreen makes the screen of a scene.
func newScreen(s scene, st stage) screen {
	if st.wall {
		return newWallScreen(s)
	}
	switch s.kind {
	case "arrive":
		return newArriveScreen(st)
	case "doorstep":
		return &doorstepScreen{}
	case "gather":
		return &gatherScreen{}
	case "break":
		return &breakScreen{}
	case "brief":
		return &briefScreen{}
	case "quiet":
		return &quietScreen{}
	case "write":
		return newWriteScreen(st)
	case "nominate":
		return newNominateScreen()
	case "board":
		return newBoardScreen()
	case "statement":
		return newStatementScreen(st)
	case "align":
		return &alignScreen{}
	case "accept":
		return &acceptScreen{}
	case "reasons":
		return &reasonsScreen{}
	case "proposal":
		return &proposalScreen{}
	case "name":
		return &nameScreen{}
	case "leader":
		return &leaderScreen{}
	case "ballot":
		return newBallotScreen(st.view)
	case "weigh":
		return newWeighScreen(st.view)
	case "elect":
		return &electScreen{}
	case "rank":
		return &rankScreen{}
	case "roll":
		return &rollScreen{}
	case "check":
		return newCheckScreen(st)
	case "check-roll":
		return &checkRollScreen{}
	case "cards":
		return &cardsScreen{}
	case "community":
		return &communityScreen{}
	default:
		return &canvasScreen{}
	}
}
