package tui

import (
	"slices"

	"convene/workshop"
	"convene/workshop/text"
)

// doorManners is how the facilitator is asked about who waits: nobody is pestered by knocks.
type doorManners struct {
	later  bool                // "not now" was answered: until nobody waits any more, only the count is shown
	asked  bool                // a question has opened by itself, and no key was pressed since
	round  bool                // the facilitator has asked for everyone who waits, one after the other
	putOff []workshop.PersonID // whom they have put off in this round
}

// noticeKnocks rings for new knocks, and closes the questions about those that have been answered. Whoever took the
// name of somebody who waits has answered, too.
func (a *App) noticeKnocks(before []workshop.Knock) {
	now := a.own.Knocks
	if len(now) == 0 {
		a.manners.later, a.manners.round = false, false
	}
	for _, k := range before {
		if !waits(now, k.Person) && namesake(a.own, k) {
			a.say(say{text: in(a.own).Say("%s is taken by now; they are asked for another name.", k.Name), tone: plainly})
		}
	}
	a.dialogs = slices.DeleteFunc(a.dialogs, func(d dialog) bool {
		q, ok := d.(*doorDialog)
		return ok && !waits(now, q.knock.Person)
	})
	a.rings = a.rings || slices.ContainsFunc(now, func(k workshop.Knock) bool { return !waits(before, k.Person) })
}

func waits(at []workshop.Knock, who workshop.PersonID) bool {
	return slices.ContainsFunc(at, func(k workshop.Knock) bool { return k.Person == who })
}

// namesake says whether somebody else has a seat under the name of one who knocked.
func namesake(v workshop.View, k workshop.Knock) bool {
	called := func(p workshop.Presence) bool { return text.Skeleton(p.Name) == text.Skeleton(k.Name) }
	seated := func(p workshop.Presence) bool { return p.ID == k.Person }
	return slices.ContainsFunc(v.People, called) && !slices.ContainsFunc(v.People, seated)
}

// mindDoor asks about somebody at the door whom the facilitator has not put off, when nothing else is being done: once,
// until a key says that they are there.
func (a *App) mindDoor() {
	if !a.idle() || a.manners.later || a.manners.asked {
		return
	}
	for _, k := range a.own.Knocks {
		if !a.manners.round || !slices.Contains(a.manners.putOff, k.Person) {
			a.dialogs = []dialog{&doorDialog{knock: k}}
			a.lastKey = a.config.Now()
			a.manners.asked = true
			return
		}
	}
	a.manners.later, a.manners.round = a.manners.round, false
}

// putOff leaves somebody at the door: in a round the next is asked about, otherwise nobody else.
func (a *App) putOff(who workshop.PersonID) {
	if a.manners.round {
		a.manners.putOff = append(a.manners.putOff, who)
		return
	}
	a.manners.later = true
}

// openDoor asks anew about everyone at the door, one after the other.
func (a *App) openDoor() {
	a.manners = doorManners{round: true}
	if k := a.own.Knocks; len(k) > 0 {
		a.dialogs = append(a.dialogs, &doorDialog{knock: k[0], hush: hush{awake: true}})
	}
}
