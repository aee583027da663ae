package tui

// hush is in a dialog that opens by itself: it hears no key until none has been pressed for a moment. Those were meant for
// something else.
type hush struct{ awake bool }

func (h *hush) hears(st stage) bool { return h.awake || st.quiet }

// wakes says whether a key that is pressed now is heard. From the first that is, all are.
func (h *hush) wakes(st stage) bool {
	h.awake = h.hears(st)
	return h.awake
}

func (h *hush) sleeps() bool { return !h.awake }

// hushed says whether App waits until no key has been pressed for a moment: what is in front has come by itself.
func (a *App) hushed() bool {
	if n := len(a.dialogs); n > 0 {
		d, ok := a.dialogs[n-1].(interface{ sleeps() bool })
		return ok && d.sleeps()
	}
	return a.curtain()
}

// idle says whether the person at the keyboard, whose terminal it is, is in the middle of nothing: something may be asked.
func (a *App) idle() bool {
	if a.seat == nil || a.booth != nil || len(a.dialogs) > 0 || a.screen.typing() {
		return false
	}
	b, ok := a.screen.(*boardScreen)
	return !ok || !b.carried.Somewhere()
}
