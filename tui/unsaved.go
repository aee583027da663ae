package tui

import "convene/workshop"

// unsavedWords say that nothing new can be saved, as long as that is so: to everyone, since who is about to write must know, and
// to whoever can do something about it, what that is.
func unsavedWords(v workshop.View) string {
	switch {
	case v.Live.Unreadable && facilitates(v):
		return in(v).Say("Nothing new can be saved: the end of this workshop can't be read. Only a backup can go on: convene restore.")
	case v.Live.Unreadable:
		return in(v).Say("Nothing new can be saved: the end of this workshop can't be read. Only a backup can go on.")
	case !v.Live.Unsaved:
		return ""
	case facilitates(v):
		return in(v).Say("Nothing new can be saved: the disk is full, or fails. What you see is safe. Make room, then try again.")
	default:
		return in(v).Say("Nothing new can be saved just now. What you see is safe. Try again soon.")
	}
}

// ruleLines are the rule above the keys or, in its place, that nothing new can be saved: then the screen has as much less room. The
// badge of a rehearsal stays.
func (a *App) ruleLines() []string {
	words := unsavedWords(a.view)
	if words == "" {
		return []string{a.rule()}
	}
	said := a.inTheRule(words, a.theme.Bad, a.theme.Refused)
	if a.rehearsal != nil {
		said = append(said, a.rule())
	}
	return said
}

// wallUnsaved is what the wall has in its bottom line instead of the way, as long as nothing new can be saved.
func wallUnsaved(st stage) string {
	t := st.theme
	if words := unsavedWords(st.view); words != "" {
		return t.Bad.Bold(true).Render(t.Cut(t.Refused+" "+words, st.width))
	}
	return ""
}
