package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/workshop"
	"convene/workshop/tongue"
)

// facilitate answers the keys that a facilitator has on every screen; nil when the key is none of them, or does
// nothing now.
func facilitate(st stage, msg tea.KeyPressMsg) action {
	v, k := st.view, st.keys
	if !enabled(st, msg) {
		return nil
	}
	switch {
	case key.Matches(msg, k.advance, k.stepBack) && v.Break.On():
		return askOutOfBreak(st, key.Matches(msg, k.advance))
	case key.Matches(msg, k.advance):
		return advance(st)
	case key.Matches(msg, k.stepBack):
		return goBack(v)
	case key.Matches(msg, k.farBack):
		return goFarBack(v)
	case key.Matches(msg, k.rest):
		return takeBreak(st)
	case key.Matches(msg, k.clock):
		if v.Clock.Runs() {
			return send{command: workshop.PauseClock{}, said: "The clock stands."}
		}
		return send{command: workshop.StartClock{}, said: "The clock is running."}
	case key.Matches(msg, k.more):
		return send{command: workshop.AdjustClock{Minutes: 1}, said: "One more minute."}
	case key.Matches(msg, k.less):
		return send{command: workshop.AdjustClock{Minutes: -1}, said: "One minute less."}
	case key.Matches(msg, k.add):
		return show{askWho(tongue.Mark("Who is here?"))}
	case key.Matches(msg, k.booth):
		if d := newBoothDialog(st); d != nil {
			return show{d}
		}
		return nil
	case key.Matches(msg, k.remove) && !v.Ended.IsZero():
		return show{newBelongDialog(st)}
	case key.Matches(msg, k.remove):
		if d := newRemoveDialog(st); d != nil {
			return show{d}
		}
		return say{text: "Nobody is here yet.", tone: plainly}
	case key.Matches(msg, k.lock):
		return lockDoor(v)
	case key.Matches(msg, k.atDoor):
		return openDoor{}
	case key.Matches(msg, k.role):
		return show{newRoleDialog(st)}
	case key.Matches(msg, k.agenda):
		return show{newAgendaDialog(v)}
	case key.Matches(msg, k.vote):
		return vote(v)
	case key.Matches(msg, k.revote):
		return revote(v)
	case key.Matches(msg, k.repair):
		return show{&repairDialog{}}
	case key.Matches(msg, k.statement):
		return takePen(v)
	case key.Matches(msg, k.canvas):
		return show{&canvasDialog{canvas: v.Canvas}}
	case key.Matches(msg, k.noLeader):
		return show{newInputDialog("No leader yet: why?", "a sentence for the record", "record it", "", func(reason string) action {
			return send{command: workshop.RecordNoLeader{Reason: reason}, said: "Recorded: no leader yet."}
		})}
	}
	return nil
}

// enabled says whether one of the facilitator's keys that do something now was pressed.
func enabled(st stage, msg tea.KeyPressMsg) bool {
	for _, b := range facilitatorBindings(st) {
		if key.Matches(msg, b) {
			return true
		}
	}
	return false
}

// facilitatorBindings lists the facilitator's keys that do something now, the most important first.
func facilitatorBindings(st stage) []key.Binding {
	v, k := st.view, st.keys
	if v.ID == "" {
		return nil
	}
	if !v.Ended.IsZero() {
		return communityBindings(st)
	}
	var out []key.Binding
	wanted := minuteWanted(v)
	if wanted {
		out = append(out, named(k.more, "a minute more"))
	}
	if v.Break.On() {
		out = append(out, named(k.rest, "end the break"))
	}
	if len(v.Knocks) > 0 {
		out = append(out, k.atDoor)
	}
	booth, turn := newBoothDialog(st), named(k.booth, boothTask(v).key())
	asked := booth != nil && booth.someoneWaits() && v.At.Phase != workshop.PhaseCanvas // where nobody has to
	if asked {
		out = append(out, turn)
	}
	if words := voteWords(v); words != "" {
		out = append(out, named(k.vote, words))
	}
	if n := len(revoteKeys(v)); n > 0 {
		out = append(out, named(k.revote, st.Say("again among %d", n)))
	}
	switch {
	case v.Vote.ID != 0:
		out = append(out, named(k.stepBack, "give the vote up"))
	case v.At.Phase == workshop.PhaseGather && st.invite.Open():
		out = append(append(out, named(k.advance, nextWords(v)), k.add), lockBindings(st)...)
	case v.At.Phase == workshop.PhaseGather:
		out = append([]key.Binding{k.add}, append(append(out, named(k.advance, nextWords(v))), lockBindings(st)...)...)
	default:
		out = append(out, named(k.advance, nextWords(v)))
	}
	if booth != nil && !asked {
		out = append(out, turn)
	}
	if late(v, st.now) {
		out = append(out, k.repair)
	}
	if v.Vote.ID == 0 && v.At.Phase != workshop.PhaseGather {
		out = append(out, k.stepBack)
	}
	if plansTime(v) {
		out = append(out, k.agenda)
	}
	switch {
	case v.Pen.Out():
		out = append([]key.Binding{named(k.statement, "take the pen back")}, out...)
	case writesStatements(v):
		out = append(out, k.statement)
	}
	if choosesLeader(v) {
		out = append(out, k.noLeader)
	}
	switch clock := clockBindings(st, wanted); v.At.Phase {
	case workshop.PhaseGather: // when there is nothing on the canvas yet
		out = append(append(out, clock...), k.canvas)
	case workshop.PhaseCanvas:
		out = append(out, clock...)
	default:
		out = append(append(out, k.canvas), clock...)
	}
	if v.At.Phase != workshop.PhaseGather {
		out = append(out, k.add)
	}
	if v.Vote.ID != 0 {
		out = append(out, named(k.advance, nextWords(v)))
	}
	if v.At.Phase != workshop.PhaseGather {
		out = append(out, lockBindings(st)...)
	}
	if choosesBack(v) {
		out = append(out, k.farBack)
	}
	if len(newRoleDialog(st).items) > 0 {
		out = append(out, k.role)
	}
	return append(out, k.remove)
}

// clockBindings are the keys of the time, but for those that are so important now that they come first: a minute that is
// wanted, the end of a break, and the repairs of a group that is late.
func clockBindings(st stage, wanted bool) []key.Binding {
	v, k := st.view, st.keys
	var out []key.Binding
	switch {
	case v.Break.On(), v.At.Phase == workshop.PhaseCanvas:
	case v.Clock.Runs():
		out = append(out, named(k.clock, "pause"))
	default:
		out = append(out, named(k.clock, "start the clock"))
	}
	if v.At.Phase != workshop.PhaseCanvas {
		if !wanted {
			out = append(out, k.more)
		}
		out = append(out, k.less)
	}
	if v.Started.IsZero() {
		return out
	}
	if !v.Break.On() {
		out = append(out, k.rest)
	}
	if !late(v, st.now) && hasRepairs(st) {
		out = append(out, k.repair)
	}
	return out
}

// lockBindings has the key of the door, where there is one.
func lockBindings(st stage) []key.Binding {
	switch {
	case st.view.Locked:
		return []key.Binding{named(st.keys.lock, "unlock the door")}
	case st.invite.Open():
		return []key.Binding{st.keys.lock}
	default:
		return nil
	}
}

// lockDoor is what L does. It asks nothing, because it can be taken back at once.
func lockDoor(v workshop.View) action {
	if v.Locked {
		return send{command: workshop.LockDoor{}, said: "The door is open: whoever has the code comes in."}
	}
	return send{command: workshop.LockDoor{Locked: true}, said: "The door is locked: newcomers knock, and you let them in."}
}

// plansTime says whether who sees this may plan the time anew: a facilitator may, until the workshop begins.
func plansTime(v workshop.View) bool {
	return facilitates(v) && v.At.Phase == workshop.PhaseGather && v.Started.IsZero()
}

// writesStatements says whether the group may agree on a sentence now.
func writesStatements(v workshop.View) bool {
	after := v.At.Phase == workshop.PhaseShare || v.At.Phase == workshop.PhaseConverge || v.At.Phase == workshop.PhaseAlign
	return after && v.Vote.ID == 0 && len(sectionsOf(v)) > 0
}

// choosesLeader says whether the election is under way and has no outcome yet.
func choosesLeader(v workshop.View) bool {
	after := v.At.Phase == workshop.PhaseShare || v.At.Phase == workshop.PhaseConverge
	return v.At.Step == workshop.StepLeader && after && v.Vote.ID == 0 && !v.Leadership.Decided()
}
