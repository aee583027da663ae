package tui

import "slices"

// While people do something alone, or each looks at another part of the wall, a clock runs on every screen: once a second each
// would be drawn for it, and only the time in the header is another. So what a screen showed is kept until something happens.

// still is a screen on whose body nothing changes with time.
type still interface {
	screen
	// still says whether that is so now.
	still(st stage) bool
}

func (s *writeScreen) still(st stage) bool { // another terminal of the person may have changed the draft
	return s.editing != 0 || st.drafts.of(s.me, s.prompt(st.view)) == s.kept
}
func (s *boardScreen) still(stage) bool  { return !s.hand.drags }
func (s *ballotScreen) still(stage) bool { return true }
func (s *weighScreen) still(stage) bool  { return true }
func (s *rankScreen) still(stage) bool   { return true }
func (s *electScreen) still(stage) bool  { return true }
func (s *alignScreen) still(stage) bool  { return true }
func (s *rollScreen) still(stage) bool   { return true }
func (s *checkScreen) still(stage) bool  { return true }

// keep remembers a picture until something happens. Others may have it too.
func (a *App) keep(lines []string, st stage) {
	if a.showsTimeAlone(st) {
		a.kept = lines
	}
}

// keptWithTime is what was kept, with the time as it is now; nil when nothing was.
func (a *App) keptWithTime(st stage) []string {
	if a.kept == nil || !a.showsTimeAlone(st) {
		return nil
	}
	lines := slices.Clone(a.kept)
	lines[0] = a.commonHeader(st)
	return lines
}

// showsTimeAlone says whether nothing but the header changes with time.
func (a *App) showsTimeAlone(st stage) bool {
	s, ok := a.screen.(still)
	return ok && a.undisturbed() && s.still(st)
}
