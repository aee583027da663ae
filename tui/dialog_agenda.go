package tui

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/workshop"
	"convene/workshop/tongue"
)

// inAll is the last row of the agenda's dialog, where the others have a step.
const inAll = workshop.Step("")

// agendaDialog plans the time before the workshop begins. It changes a copy, which the group gets when it is kept.
type agendaDialog struct {
	copy   agendaCopy
	opened workshop.Agenda // the group's plan when the copy was made
	read   workshop.Agenda // somebody else's newer one, when the person has been told what keeping theirs does to it
	rows   choice
	said   string // why the last key changed nothing
}

func newAgendaDialog(v workshop.View) *agendaDialog {
	return &agendaDialog{opened: v.Agenda, copy: copyOf(v)}
}

func (d *agendaDialog) outlives(stage) bool { return false }

// take begins again from the group's plan.
func (d *agendaDialog) take(a workshop.Agenda) { d.opened, d.copy, d.read = a, d.copy.with(a), nil }

// agendaRows are the blocks that there are, also those that are left out, and the total.
func agendaRows() []workshop.Step {
	return []workshop.Step{
		workshop.StepWelcome, workshop.StepVision, workshop.StepMeasures, workshop.StepImpact, workshop.StepResources,
		workshop.StepForces, workshop.StepName, workshop.StepLeader, workshop.StepClosing, workshop.StepReserve, inAll,
	}
}

// row is the chosen one.
func (d *agendaDialog) row() workshop.Step { return agendaRows()[d.rows.at] }

// disputed says whether somebody else has planned meanwhile, and otherwise than this copy.
func (d *agendaDialog) disputed(theirs workshop.Agenda) bool {
	return !slices.Equal(theirs, d.opened) && !slices.Equal(theirs, d.copy.plan)
}

// mind takes somebody else's plan when nothing has been changed here that would be lost by it, and says so.
func (d *agendaDialog) mind(l tongue.Tongue, theirs workshop.Agenda) bool {
	if !d.disputed(theirs) || !slices.Equal(d.copy.plan, d.opened) {
		return false
	}
	d.take(theirs)
	d.said = l.Say("Somebody else has changed the plan: this is theirs.")
	return true
}

// The keys of the dialog.
func asItWas() key.Binding  { return bind("as it was", "u", "u", "0") }
func leaveOut() key.Binding { return bind("leave step 5 out, or not", "space", "space") }

func (d *agendaDialog) update(st stage, msg tea.Msg) action {
	m, ok := msg.(tea.KeyPressMsg)
	if !ok || d.mind(st.Tongue, st.view.Agenda) {
		return nil // what the key was for is no longer there
	}
	d.said = ""
	switch k := st.keys; {
	case key.Matches(m, k.back):
		return dismiss{}
	case key.Matches(m, k.enter):
		return d.keep(st.Tongue, st.view.Agenda)
	case key.Matches(m, asItWas()):
		d.take(st.view.Agenda)
	case key.Matches(m, leaveOut()) && d.row() == workshop.StepForces:
		d.said = d.copy.leaveOutOrBack(st.Tongue)
	case key.Matches(m, leaveOut()):
		d.said = st.Say("Only step 5 can be left out.")
	case key.Matches(m, k.more, k.right):
		d.change(st, 1)
	case key.Matches(m, k.less, k.left):
		d.change(st, -1)
	default:
		d.rows.step(k, m, len(agendaRows()))
	}
	return nil
}

// change gives the chosen row more, or less.
func (d *agendaDialog) change(st stage, by int) {
	if d.row() == inAll {
		d.said = d.copy.stretch(st.Tongue, by)
		return
	}
	d.said = d.copy.more(st.Tongue, d.row(), by)
}

// keep makes the copy the group's plan. What somebody else has planned meanwhile goes only when enter is pressed again.
func (d *agendaDialog) keep(l tongue.Tongue, theirs workshop.Agenda) action {
	plan := d.copy.plan
	switch {
	case slices.Equal(plan, theirs):
		return dismiss{}
	case d.disputed(theirs) && !slices.Equal(theirs, d.read):
		d.read = theirs
		return nil
	}
	return attempt{send{
		command: workshop.PlanAgenda{Agenda: plan, Was: theirs}, said: l.Say("Planned: %d minutes.", plan.Total().Minutes()),
	}}
}

func (d *agendaDialog) bindings(st stage) []key.Binding {
	k := st.keys
	keep, reset := named(k.enter, "keep"), asItWas()
	if d.disputed(st.view.Agenda) {
		keep, reset = named(keep, "keep yours"), named(reset, "take theirs")
	}
	return []key.Binding{
		keep, named(k.back, "drop"), k.upDown("choose"), bind("change", "+ -", slices.Concat(k.more.Keys(), k.less.Keys())...), reset,
	}
}
