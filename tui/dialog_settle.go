package tui

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
	"convene/workshop"
)

// settleDialog asks whether the group goes on although hands are missing, or somebody isn't behind the outcome. It
// shows what stands against it as it is now. Hands may go up while it is open: a yes then counts only for what was there to
// be read when a key was pressed last, so that nobody goes on over a concern that they haven't seen.
type settleDialog struct {
	at     workshop.Position
	read   string // what stood against it when it was read last
	anew   bool   // something has changed since the question was asked
	bare   string // what the canvas doesn't have yet; the pen puts the question away, so that it stays true
	reader reader
}

func newSettleDialog(v workshop.View) *settleDialog {
	return &settleDialog{at: v.At, read: against(v), bare: bareWords(v)}
}

func (d *settleDialog) outlives(stage) bool { return false }

func (d *settleDialog) update(st stage, msg tea.Msg) action {
	m, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	k := st.keys
	switch now := against(st.view); {
	case agrees(st, m) && now != d.read:
		d.read, d.anew = now, true
	case agrees(st, m):
		return dismiss{send{command: workshop.Advance{From: d.at, Despite: now != ""}}}
	case key.Matches(m, k.no), key.Matches(m, k.enter), key.Matches(m, k.back):
		return dismiss{}
	default:
		d.reader.move(k, m)
	}
	return nil
}

// draw has the concerns scrolled where there are many of them; the question and the answers are always there.
func (d *settleDialog) draw(st stage) []string {
	t, v := st.theme, st.view
	width := min(st.width-6, 64)
	all := concernsOf(v)
	question, tail := settleWords(v, len(all))
	head := styled(t.Strong, theme.Wrap(question, width))
	if d.bare != "" {
		head = append(head, styled(t.Warn, theme.Wrap(d.bare, width))...)
	}
	if d.anew {
		head = append(styled(t.Warn, theme.Wrap(st.Say("Something has changed meanwhile. Please read it again."), width)), head...)
	}
	foot := append([]string{""}, styled(t.Muted, theme.Wrap(tail, width))...)
	yes, no := t.Key.Render(yesLetter(st))+" "+st.Say("yes"), t.Key.Bold(true).Render("n")+" "+t.Strong.Render(st.Say("no (enter)"))
	foot = append(foot, "", yes+"    "+no)
	var concerns []string
	for _, c := range all {
		concerns = append(concerns, concernText(t, t.Warn, concernWords(v, c), width)...)
	}
	if len(concerns) == 0 {
		return append(head, foot...)
	}
	const box = 2 // the frame that App draws around it
	room := max(1, st.height-len(head)-len(foot)-1-box)
	return slices.Concat(head, []string{""}, d.reader.window(st, concerns, room), foot)
}

func (d *settleDialog) bindings(st stage) []key.Binding {
	return append(yesOrNo(st), d.reader.bindings(st)...)
}

// bareWords say which sections of the step would stay empty on the canvas; nothing when each has something.
func bareWords(v workshop.View) string {
	var bare []string
	for _, box := range v.Canvas.Sections {
		if box.Section.Step() == v.At.Step && box.Statement == "" && len(box.Entries) == 0 {
			bare = append(bare, words(v).Heading(box.Section))
		}
	}
	if len(bare) == 0 {
		return ""
	}
	return in(v).Say("The canvas has nothing under %s yet.", listed(in(v), bare))
}

// settleWords is the question over so many concerns, and what is to be said about answering it with yes.
func settleWords(v workshop.View, concerns int) (question, tail string) {
	l, missing := in(v), countHandless(v)
	tail = l.Say("The decision to go on is recorded with the step.")
	if v.At.Step == workshop.StepVision {
		tail = l.Say("Everything builds on this step: it is worth the time until everyone agrees.") + " " + tail
	}
	doubt := l.Count(concerns, "%d person is not behind this yet", "%d people are not behind this yet")
	waited := l.Count(missing, "%d person has not shown a hand", "%d people have not shown a hand")
	switch {
	case concerns > 0 && missing > 0:
		question = l.Say("%s, and %s. Go on all the same?", doubt, waited)
	case concerns > 0:
		question = l.Say("%s. Go on all the same?", doubt)
	case missing > 0:
		question = l.Say("%s. Go on all the same?", waited)
	default:
		question, tail = l.Say("Everyone is behind it now. Go on?"), l.Say("Nothing stands against it any more.")
	}
	return question, tail
}

// concernsOf are the concerns that everyone has seen, those who stand in the way first.
func concernsOf(v workshop.View) []workshop.Concern {
	if !v.HandsShown {
		return nil
	}
	out := slices.Clone(v.Concerns)
	slices.SortStableFunc(out, func(a, b workshop.Concern) int { return cmp.Compare(a.Level, b.Level) })
	return out
}

func concernWords(v workshop.View, c workshop.Concern) string {
	return in(v).Say("%s (%d): %s", nameOf(v, c.Person), c.Level, c.Sentence)
}

// concernText wraps a concern; its further lines stand under the first, so that one sees where the next begins.
func concernText(t *theme.Theme, style theme.Style, said string, width int) []string {
	lines := styled(style, theme.Wrap(said, max(1, width-2)))
	for i := range lines {
		mark := "  "
		if i == 0 {
			mark = style.Render(t.Bullet) + " "
		}
		lines[i] = mark + lines[i]
	}
	return lines
}

// against is all that stands against settling the step, to be compared; empty when nothing does.
func against(v workshop.View) string {
	var all []string
	for _, c := range concernsOf(v) {
		all = append(all, concernWords(v, c))
	}
	if n := countHandless(v); n > 0 {
		all = append(all, fmt.Sprint(n))
	}
	return strings.Join(all, "\n")
}
