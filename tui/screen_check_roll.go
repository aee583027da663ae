package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/workshop"
)

// checkRollScreen is what everyone sees of an open health check who has no answers to give: how many have answered, until when the
// others may, and who, once they are enough. What was answered is not in the view at all.
type checkRollScreen struct{}

func (s *checkRollScreen) typing() bool { return false }

func (s *checkRollScreen) update(st stage, msg tea.Msg) action {
	m, ok := msg.(tea.KeyPressMsg)
	c := openCheck(st.view)
	switch {
	case !ok || c == nil:
		return nil
	case key.Matches(m, besideKey()):
		return show{&communityDialog{}}
	case !facilitates(st.view):
		return nil
	case key.Matches(m, st.keys.vote):
		return closeCheck(st, *c)
	case key.Matches(m, st.keys.stepBack):
		return show{&askDialog{
			question: "Give this health check up?", detail: "All answers are thrown away, uncounted.",
			yes: send{command: workshop.AbandonCheck{Check: c.ID}, said: "The health check is given up."},
		}}
	}
	return nil
}

// mayAnswer is how many may have answered: everyone who takes part, or more where somebody has left since they did.
func mayAnswer(v workshop.View, c workshop.HealthCheck) int { return max(c.Took, len(participants(v))) }

// closeCheck asks before the answers are counted.
func closeCheck(st stage, c workshop.HealthCheck) action {
	detail := st.Say("%d of %d have answered.", c.Took, mayAnswer(st.view, c))
	if c.Took < workshop.MinAnswers {
		detail += " " + st.Say("These are fewer than %d: nothing of what they said will be shown, and it is not kept.", workshop.MinAnswers)
	}
	return show{&askDialog{
		question: "Close the health check and count?", detail: detail,
		yes: send{command: workshop.CloseCheck{Check: c.ID}, said: "The answers are counted."},
	}}
}

func (s *checkRollScreen) draw(st stage) []string {
	if c := openCheck(st.view); c != nil {
		return s.drawn(st, *c, "")
	}
	return nil
}

// drawn is the picture; with a receipt, for whoever has put their answers into the box.
func (s *checkRollScreen) drawn(st stage, c workshop.HealthCheck, receipt string) []string {
	t, v := st.theme, st.view
	parts := []part{
		gap(),
		{lines: largeCount(st, c.Took, mayAnswer(v, c), st.SayAs("after a count", "have answered"))},
		gap(),
	}
	if v.HasAnswered {
		parts = append(parts, part{lines: styled(t.Good, wrapped(st, t.Done+" "+st.Say("Your answers are in the box.")))})
	}
	if v.HasAnswered && mayChange(st) {
		parts = append(parts, part{lines: []string{withKey(st, t.Muted, st.Say("%s changes them until the check is closed.", keyPlace), changeKey())}})
	}
	if receipt != "" {
		parts = append(parts, mutedPart(st, st.Say("Your receipt, needed only if convene is started anew: %s", receipt), 4))
	}
	switch {
	case c.Until == "":
	case c.Until < v.Today(st.now):
		parts = append(parts, part{lines: styled(t.Warn, wrapped(st, st.Say("Everyone has had until %s to answer: it is time to count.", st.Due(c.Until))))})
	default:
		parts = append(parts, part{lines: styled(t.Text, wrapped(st, st.Say("Please answer by %s.", st.Due(c.Until))))})
	}
	if st.invite.Open() {
		command := styled(t.Strong, commandLines(st.invite.Commands[0], st.width))
		words := t.Muted.Render(t.Cut(st.Say("Whoever belongs here answers at their own terminal:"), st.width))
		parts = append(parts, part{lines: append([]string{"", words}, command...), gives: 4})
	}
	parts = append(parts, gap(), part{fill: true, list: func(room int) []string { return s.people(st, c, room) }})
	return arrange(st, 2, append(parts, mutedPart(st, sheltered(st), 3))...)
}

// people are who has answered, and who may still, once the roll has names.
func (s *checkRollScreen) people(st stage, c workshop.HealthCheck, rows int) []string {
	t := st.theme
	if len(c.Roll) == 0 {
		return styled(t.Muted, wrapped(st, st.Say("Who has answered is shown when %d have.", workshop.MinAnswers)))
	}
	done := make(map[workshop.PersonID]bool, len(c.Roll))
	for _, p := range c.Roll {
		done[p] = true
	}
	var came, missing readyGroup
	came.ready = ready{t.Done, st.Say("answered"), t.Good, 2}
	missing.ready = ready{t.Waiting, st.Say("to come"), t.Muted, 1}
	for _, p := range participants(st.view) {
		if done[p.ID] {
			came.names = append(came.names, p.Name)
		} else {
			missing.names = append(missing.names, p.Name)
		}
	}
	var lines []string
	for _, g := range []readyGroup{missing, came} {
		if len(g.names) > 0 {
			lines = append(lines, g.lines(st, max(1, rows/2))...)
		}
	}
	return lines
}

func (s *checkRollScreen) bindings(st stage) []key.Binding {
	if !facilitates(st.view) {
		return []key.Binding{besideKey()}
	}
	return []key.Binding{named(st.keys.vote, "close and count"), named(st.keys.stepBack, "give it up"), besideKey()}
}
