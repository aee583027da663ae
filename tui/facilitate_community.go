package tui

import (
	"math"

	"charm.land/bubbles/v2/key"

	"convene/workshop"
	"convene/workshop/tongue"
)

// communityBindings are the keys that a facilitator keeps once the workshop is finished: those of the door and of the people. All
// others are the community's own, and its screens answer them.
func communityBindings(st stage) []key.Binding {
	v, k := st.view, st.keys
	if st.rehearses || st.wall {
		return nil
	}
	var out []key.Binding
	if len(v.Knocks) > 0 {
		out = append(out, k.atDoor)
	}
	if newBoothDialog(st) != nil {
		out = append(out, named(k.booth, boothTask(v).key()))
	}
	out = append(out, named(k.remove, "people"))
	if st.invite.Open() {
		out = append(out, lockBindings(st)...)
	}
	if len(newRoleDialog(st).items) > 0 {
		out = append(out, k.role)
	}
	return out
}

// ownFirst is how many keys of a community's screen come before the facilitator's: all of them, unless somebody waits at the door.
func ownFirst(st stage) int {
	if len(st.view.Knocks) > 0 {
		return 3
	}
	return math.MaxInt
}

func (s *communityScreen) first(st stage) int { return ownFirst(st) }
func (s *cardsScreen) first(st stage) int     { return ownFirst(st) }
func (s *checkRollScreen) first(stage) int    { return math.MaxInt }

// newBelongDialog offers everyone who belongs to the community, to take their seat back; and before them a seat for somebody who
// has no terminal to come in by.
func newBelongDialog(st stage) *pickDialog {
	d := &pickDialog{title: "Who belongs to the community?"}
	newcomer := askWho(tongue.Mark("Who joins you?"))
	d.items = append(d.items, pickItem{label: st.Say("Somebody new, without a terminal"), then: show{newcomer}})
	if leave := newRemoveDialog(st); leave != nil {
		for _, it := range leave.items {
			it.label = st.Say("Take back the seat of %s", it.label)
			d.items = append(d.items, it)
		}
	}
	return d
}

// askWho asks for the name of somebody without a terminal.
func askWho(question string) *inputDialog {
	return newInputDialog(question, "their name", "add", "", func(name string) action { return addPerson{name} })
}

// answersCards says whether answers to a health check are taken now.
func answersCards(v workshop.View) bool {
	c := openCheck(v)
	return c != nil && c.Open()
}
