package tui

import "time"

// newsPause is how long news is gathered before it is shown to those who do something alone. What five hundred others do meanwhile
// is a number on their screen, which need not be another thirty times a second.
const newsPause = time.Second / 4

// alone is a screen at which one does something alone. What comes of one's own doing is shown at once.
type alone interface{ alone() }

func (s *writeScreen) alone()    {}
func (s *nominateScreen) alone() {}
func (s *ballotScreen) alone()   {}
func (s *weighScreen) alone()    {}
func (s *rankScreen) alone()     {}
func (s *electScreen) alone()    {}
func (s *checkScreen) alone()    {}

// heldNews is the news that somebody has heard and not seen.
type heldNews struct {
	some  bool
	shown time.Time // when news was shown last
}

// gather decides whether what has been heard is shown now: what was kept of the screen goes then. It is, when the group has moved on,
// and otherwise after the pause.
func (a *App) gather(news, moved bool) {
	now := a.config.Now()
	_, waits := a.screen.(alone)
	waits = waits && !moved && now.Before(a.held.shown.Add(newsPause))
	switch {
	case news && waits:
		a.held.some = true
	case news, a.held.some && !waits:
		a.kept, a.held = nil, heldNews{shown: now}
	}
}

// whenDrawn is a moment, or that at which gathered news is shown, whichever comes first; zero is none.
func (a *App) whenDrawn(due time.Time) time.Time {
	shown := a.held.shown.Add(newsPause)
	if a.held.some && (due.IsZero() || shown.Before(due)) {
		return shown
	}
	return due
}
