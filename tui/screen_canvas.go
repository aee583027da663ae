package tui

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/canvas"
	"convene/tui/theme"
	"convene/workshop"
)

// canvasScreen is the end of the way: the canvas that the group has made, and its exports one key away.
type canvasScreen struct{ reader reader }

func (s *canvasScreen) typing() bool { return false }

func (s *canvasScreen) update(st stage, msg tea.Msg) action {
	m, ok := msg.(tea.KeyPressMsg)
	if !ok || s.reader.move(st.keys, m) {
		return nil
	}
	if goesOn(st) && key.Matches(m, communityKey()) {
		return show{&communityDialog{}}
	}
	if plans(st.view) && key.Matches(m, st.keys.plan) {
		return planAction(st)
	}
	if key.Matches(m, st.keys.unplan) {
		return dropAction(st.view)
	}
	if leads(st.view) && key.Matches(m, st.keys.decline) {
		return layDown(st.Tongue)
	}
	if st.view.MyRole != workshop.Facilitator {
		return nil
	}
	return exporting(st, m, st.view.Canvas)
}

// goesOn says whether something comes after this canvas.
func goesOn(st stage) bool { return st.view.Community != nil && !st.rehearses }

// communityKey leads from the canvas to what comes after it.
func communityKey() key.Binding { return bind("the community", "", "h") }

// exporting answers the keys that save a canvas.
func exporting(st stage, m tea.KeyPressMsg, c workshop.Canvas) action {
	switch {
	case !st.saves:
		return nil
	case key.Matches(m, st.keys.markdown):
		return exportCanvas{c, "markdown"}
	case key.Matches(m, st.keys.html):
		return exportCanvas{c, "html"}
	case key.Matches(m, st.keys.json):
		return exportCanvas{c, "json"}
	}
	return nil
}

// first puts saving before the facilitator's keys: it is what one is here for.
func (s *canvasScreen) first(st stage) int {
	if !st.view.Ended.IsZero() {
		return ownFirst(st)
	}
	return 2 + len(dropKeys(st))
}

func (s *canvasScreen) draw(st stage) []string {
	t := st.theme
	closing := closingLines(st)
	room := max(1, st.height-len(closing))
	lines := s.reader.window(st, canvas.Lines(t, st.view.Canvas, st.width), room)
	for len(lines) < room {
		lines = append(lines, "")
	}
	return append(lines, closing...)
}

// closingLines are what will be done first, what is not planned yet where there is room to say so, and what is left to do.
func closingLines(st stage) []string {
	lines := plannedLines(st, st.width)
	if plans(st.view) {
		if missing := theme.Wrap(forgottenWords(st.view), st.width); len(missing) <= st.height/9 {
			lines = append(lines, styled(st.theme.Muted, missing)...)
		}
	}
	return append(lines, styled(st.theme.Strong, theme.Wrap(closingWords(st), st.width))...)
}

// closingWords says what is left to do.
func closingWords(st stage) string {
	v := st.view
	switch {
	case st.rehearses && !v.Ended.IsZero() && st.returns:
		return st.Say("The rehearsal has come to its canvas. esc leads back to the lobby.")
	case st.rehearses && !v.Ended.IsZero():
		return st.Say("The rehearsal has come to its canvas. ctrl+c leaves.")
	case v.Ended.IsZero() && !v.Leadership.Decided() && v.MyRole == workshop.Facilitator:
		return in(v).Say("The election is open again. b goes back to it: find a leader, or record that there is none yet.")
	case v.Ended.IsZero() && !v.Leadership.Decided():
		return in(v).Say("The election is open again. The facilitator goes back to it.")
	case !st.saves && v.MyRole == workshop.Facilitator:
		return in(v).Say("This is what they made together. ctrl+c leaves.")
	case !v.Ended.IsZero() && v.MyRole == workshop.Facilitator:
		return in(v).Say("Finished. The canvas stays: m saves it, esc leads back.")
	case !v.Ended.IsZero():
		return in(v).Say("Thank you for taking part. ctrl+c leaves.")
	case v.MyRole == workshop.Facilitator:
		return in(v).Say("m saves it, n finishes the workshop. Read it out together first.")
	default:
		return in(v).Say("This is what you made together.")
	}
}

func (s *canvasScreen) bindings(st stage) []key.Binding {
	k := st.keys
	plan, drop := planKeys(st), dropKeys(st)
	if goesOn(st) {
		plan = append(plan, communityKey())
	}
	rest := slices.Concat(s.reader.bindings(st), leadBindings(st))
	switch saves := st.view.MyRole == workshop.Facilitator && st.saves; {
	case saves && len(drop) > 0: // what was planned by mistake is more pressing than a file of it
		return slices.Concat(plan, drop, []key.Binding{k.markdown, k.html, k.json}, rest)
	case saves:
		return slices.Concat([]key.Binding{k.markdown}, plan, []key.Binding{k.html, k.json}, rest)
	default:
		return slices.Concat(plan, drop, rest)
	}
}
