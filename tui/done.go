package tui

import (
	"charm.land/bubbles/v2/key"

	"convene/tui/theme"
	"convene/workshop"
)

// iAmDone says whether the person at the keyboard has said that they are done.
func iAmDone(v workshop.View) bool { return me(v).Done }

// me is the person at the keyboard as everyone sees them; nobody for the wall.
func me(v workshop.View) workshop.Presence {
	for _, p := range v.People {
		if p.ID == v.Me {
			return p
		}
	}
	return workshop.Presence{}
}

// goOn takes back that the person is done.
func goOn() action {
	return send{command: workshop.DeclareDone{Done: false}, said: "Take your time."}
}

func askMinute() action {
	return send{command: workshop.AskMinute{}, said: "The facilitator knows that you would like a minute more."}
}

// minuteBindings offers to ask for a minute, to whoever is not done and has not asked yet.
func minuteBindings(st stage) []key.Binding {
	if p := me(st.view); p.Minute || p.Done {
		return nil
	}
	return []key.Binding{st.keys.minute}
}

// minuteWanted says whether so many would like a minute more that the facilitator is offered to give it.
func minuteWanted(v workshop.View) bool {
	return v.At.Phase == workshop.PhaseDiverge && v.Readiness().WantMinute()
}

// restWords says to somebody who is done what happens next, and how to go on; in the booth, how to leave it.
func restWords(st stage) string {
	n, writes := countUndone(st.view), st.view.At.Step != workshop.StepLeader
	switch {
	case st.booth && writes:
		return st.Say("You are done. esc leaves the booth; ctrl+d to go on writing.")
	case st.booth:
		return st.Say("You are done. esc leaves the booth; ctrl+d to go on.")
	case n == 0:
		return st.Say("You are done. Everyone is: the facilitator goes on in a moment.")
	case writes:
		return st.Count(n, "You are done. Waiting for %d other; ctrl+d to go on writing.", "You are done. Waiting for %d others; ctrl+d to go on writing.")
	default:
		return st.Count(n, "You are done. Waiting for %d other; ctrl+d to go on.", "You are done. Waiting for %d others; ctrl+d to go on.")
	}
}

// ticked wraps a sentence behind a tick that says that something has been done.
func ticked(t *theme.Theme, said string, width int) []string {
	lines := theme.Wrap(said, max(1, width-2))
	for i, l := range lines {
		mark := "  "
		if i == 0 {
			mark = t.Good.Bold(true).Render(t.Done + " ")
		}
		lines[i] = mark + t.Strong.Render(l)
	}
	return lines
}
