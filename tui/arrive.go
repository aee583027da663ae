package tui

import (
	"strings"

	"convene/workshop"
)

// arrive leads a visitor to the workshop that they have named, or to the question for its code.
func (a *App) arrive() {
	code := a.config.Code
	if code == "" {
		a.screen = newCodeScreen("")
		return
	}
	v, err := a.config.Door.Enter(a.ctx, code)
	if err == nil {
		a.visitAt(v)
		return
	}
	if !strings.Contains(code, "-") {
		a.screen = newCodeScreen("") // it was no attempt at a code: ssh names somebody's login when they name none themselves
		return
	}
	a.screen = newCodeScreen(code)
	a.say(refuse(err))
}

// admitted goes to the place that the door gave, or says why it gave none.
func (a *App) admitted(v Visit, err error) {
	if err != nil {
		a.say(refuse(err))
		return
	}
	a.visitAt(v)
}

// visitAt takes a visitor's place, and gives up the one before.
func (a *App) visitAt(v Visit) {
	a.Close()
	a.place, a.comes, a.invite, a.drafts = v, v.Name != "", v.Invite, v.Drafts
	if v.Drafts == nil {
		a.drafts = NewDrafts()
	}
	a.sit(v.Seat)
}

// join asks for a seat under a name. Whoever has to wait at the door comes in under it as soon as the door is open.
func (a *App) join(name string) {
	a.place.Name, a.comes = name, false
	a.comes = a.do(workshop.Join{Name: name})
}

// comeIn asks for a seat for a visitor whose name is known, when there is nothing else to ask them: they have been here
// before, or the door at which they wait is open now. It returns whether it has asked.
func (a *App) comeIn() bool {
	v := a.own
	waits := v.Standing == workshop.Knocking && !v.Locked
	asks := a.comes && (v.Standing == workshop.Outside || waits)
	if asks {
		a.seen.standing = v.Standing
		a.join(a.place.Name)
	}
	return asks
}

// glimpse is what App has last seen of its person's standing, to notice when it changes.
type glimpse struct {
	standing workshop.Standing
	role     workshop.Role
	knocks   []workshop.Knock
}

// notice says what has changed for the person, and closes what was about something else.
func (a *App) notice() {
	v, was := a.own, a.seen
	a.seen = glimpse{v.Standing, v.MyRole, v.Knocks}
	switch {
	case v.Standing != workshop.Seated && was.standing == workshop.Seated:
		a.dialogs, a.booth, a.toast = nil, nil, toast{}
	case a.config.Door != nil && v.Standing == workshop.Seated && was.standing != workshop.Seated:
		a.say(say{text: welcomeWords(v, was), tone: gladly})
	case was.role == workshop.Participant && v.MyRole == workshop.Facilitator:
		a.say(say{text: "You facilitate now: you guide, and neither write nor vote meanwhile.", tone: gladly})
	case was.role == workshop.Facilitator && v.MyRole == workshop.Participant:
		a.say(say{text: "You take part now: you write and vote with the others.", tone: gladly})
	}
	a.noticeKnocks(was.knocks)
}

// welcomeWords greet whoever has come in: those who had a seat before, and those who have just got one.
func welcomeWords(v workshop.View, was glimpse) string {
	name, l := nameOf(v, v.Me), in(v)
	switch {
	case v.MyRole == workshop.Facilitator:
		return l.Say("Welcome, %s. You facilitate.", name)
	case was.standing == "":
		return l.Say("Welcome back, %s.", name)
	default:
		return l.Say("Welcome, %s.", name)
	}
}

// outside says whether somebody is on the doorstep: they have no seat, and see of the workshop no more than its topic.
func outside(v workshop.View) bool { return v.Standing != "" && v.Standing != workshop.Seated }

// doorstepOf is the kind of screen for somebody on the doorstep: where they say who they are, or where there is nothing
// to be said.
func doorstepOf(v workshop.View) string {
	switch {
	case v.Standing == workshop.Outside, v.Standing == workshop.Knocking && !v.Locked:
		return "arrive"
	default:
		return "doorstep"
	}
}
