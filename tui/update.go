package tui

import (
	"strings"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
	"convene/workshop"
	"convene/workshop/tongue"
)

type (
	// newsMsg says that the room of a visit has something new.
	newsMsg struct{ visit int }
	// tickMsg says that the moment has come at which the screen changes by itself.
	tickMsg struct{ due time.Time }
)

// Update routes a message, and then looks whether it has led somebody away from what they were writing, and whether the
// door, the clock or the group has something to say by itself.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	a.kept = nil
	return a, a.mind(func() tea.Cmd { return a.route(msg) })
}

// Awaits is what wakes an App that is served: news from the room, and the moment at which the screen changes by itself.
func (a *App) Awaits() (news <-chan struct{}, due time.Time) {
	if a.seat != nil {
		news = a.seat.Changed()
	}
	return news, a.whenDrawn(a.nextTick)
}

// Wake takes what an App that is served awaits: news, or that the moment has come.
func (a *App) Wake(news bool) tea.Cmd {
	was := a.scene
	cmd := a.mind(func() tea.Cmd {
		switch {
		case news && a.seat != nil:
			a.news()
		case !news && !a.nextTick.IsZero() && !a.config.Now().Before(a.nextTick):
			a.second()
		}
		return nil
	})
	a.gather(news, a.scene != was)
	return cmd
}

// mind lets something happen, and looks at what it has led to.
func (a *App) mind(happens func() tea.Cmd) tea.Cmd {
	at := a.sheet()
	cmd := happens()
	a.mindWriting(at)
	a.mindLate()
	a.mindDoor()
	a.mindPrompts()
	a.mindClock()
	a.mindLobby()
	a.mindRehearsal()
	return tea.Batch(cmd, a.ring(), a.tick())
}

// route is size and colours, news, the second that passed, then keys, the mouse and pastes.
func (a *App) route(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		a.width, a.height = msg.Width, msg.Height
	case tea.BackgroundColorMsg:
		a.shade(msg.IsDark())
	case newsMsg:
		if msg.visit == a.visit {
			a.news()
			return a.listen()
		}
	case tickMsg:
		if msg.due.Equal(a.nextTick) {
			a.second()
		}
	case tea.KeyPressMsg:
		return a.acted(func() tea.Cmd { return a.press(msg) })
	case tea.MouseMsg:
		return a.acted(func() tea.Cmd { return a.pointAt(msg) })
	case tea.PasteMsg:
		return a.perform(a.front().update(a.stage(), msg))
	}
	return nil
}

// news takes what the room has to say.
func (a *App) news() {
	a.hear(a.toast)
	a.pointOut()
}

// second takes what time has led to.
func (a *App) second() {
	a.nextTick = time.Time{}
	a.creep()
}

// acted lets the person do something, tells the room that they are there, and where they are then, and listens to another
// room when they have gone there.
func (a *App) acted(do func() tea.Cmd) tea.Cmd {
	visit := a.visit
	if a.pointed.holds && a.pointed.visit == visit && a.seat != nil {
		a.seat.Touch()
	}
	cmd := do()
	a.pointOut()
	if a.visit != visit {
		cmd = tea.Batch(cmd, a.listen())
	}
	return cmd
}

// shade chooses the colours for a dark or a light background.
func (a *App) shade(dark bool) {
	a.dark, a.theme = dark, theme.New(dark, a.config.ASCII)
}

// listen waits for news from the room. It ends with the program. One that is served is woken instead.
func (a *App) listen() tea.Cmd {
	if a.seat == nil || a.config.Served {
		return nil
	}
	changed, done, visit := a.seat.Changed(), a.ctx.Done(), a.visit
	return func() tea.Msg {
		select {
		case <-changed:
			return newsMsg{visit}
		case <-done:
			return nil
		}
	}
}

// tick asks for the next full second while a clock runs, the Grace is counted or a toast is up, and for the next minute while
// the clock stands in a workshop that has begun: being late grows then too. The lobby asks for the moment at which it is listed
// anew. A rehearsal is looked at every second, because what breaks in it is no news of the room. Otherwise nothing on the screen
// changes with time.
func (a *App) tick() tea.Cmd {
	now, room := a.config.Now(), a.now()
	after := time.Second - time.Duration(room.Nanosecond())
	switch {
	case a.creeps():
		after = creepTime
	case a.hushed() && now.Sub(a.lastKey) < curtainPause:
		after = curtainPause - now.Sub(a.lastKey)
	case a.seat != nil && a.counts():
		after = a.inReal(after)
	case a.toast.fades(now), a.waitsToClose():
	case a.rehearsal != nil && a.own.Ended.IsZero():
		after = min(time.Second, a.inReal(after))
	case a.seat != nil && !a.own.Started.IsZero() && a.own.Ended.IsZero():
		after = a.inReal(after + time.Duration(59-room.Second())*time.Second)
	case !a.lobbyDue(now).IsZero():
		after = max(time.Millisecond, a.lobbyDue(now).Sub(now))
	default:
		return nil
	}
	due := now.Add(after)
	if !a.nextTick.IsZero() && !due.Before(a.nextTick) {
		return nil // one that comes early enough is on its way
	}
	if a.nextTick = due; a.config.Served {
		return nil
	}
	return tea.Tick(after, func(time.Time) tea.Msg { return tickMsg{due} })
}

// counts says whether a time on the screen changes every second.
func (a *App) counts() bool {
	return a.own.Clock.Runs() || a.own.Break.On() && !a.own.Break.Until.IsZero() ||
		len(a.dialogs) > 0 && a.view.GraceLeft(a.now()) > 0
}

// updater is what gets keys and pastes: a dialog or a screen.
type updater interface {
	update(st stage, msg tea.Msg) action
}

// front is what stands in front: the newest dialog, or the screen.
func (a *App) front() updater {
	if n := len(a.dialogs); n > 0 {
		return a.dialogs[n-1]
	}
	return a.screen
}

// press answers a key: the way out, the front dialog, the text that is being typed, help, the facilitator's keys, and
// last the screen.
func (a *App) press(msg tea.KeyPressMsg) tea.Cmd {
	if a.config.Wall {
		return a.perform(a.wallKey(msg))
	}
	a.toast = toast{}
	st := a.stage()
	a.lastKey, a.manners.asked = st.awake, false
	if key.Matches(msg, a.keys.leave) {
		return a.perform(a.leaving())
	}
	if key.Matches(msg, a.keys.shade) {
		a.shade(!a.dark)
		return nil
	}
	if key.Matches(msg, a.keys.mouse) {
		a.turnMouse()
		return nil
	}
	if key.Matches(msg, a.keys.mute) {
		a.mute()
		return nil
	}
	if a.rehearsalKey(msg) {
		return nil
	}
	if a.tooSmall() {
		return nil // nobody should do what they can't see
	}
	if len(a.dialogs) > 0 {
		if here := a.frontPage(); here != nil && key.Matches(msg, a.keys.help, a.keys.helpF1) {
			return a.perform(show{newHelpDialog(func(st stage) []helpGroup { return []helpGroup{{tongue.Mark("Here"), here.bindings(st)}} })})
		}
		return a.perform(a.front().update(st, msg))
	}
	if !a.curtain() && (key.Matches(msg, a.keys.helpF1) || !a.screen.typing() && key.Matches(msg, a.keys.help)) {
		return a.perform(show{newHelpDialog(a.helpBindings)})
	}
	if !a.screen.typing() && !a.curtain() {
		if a.facilitates(st) {
			if act := facilitate(st, msg); act != nil {
				a.takeOver(msg)
				return a.perform(act)
			}
		}
	}
	act := a.screen.update(st, msg)
	if act == nil && !a.curtain() && key.Matches(msg, a.keys.back) {
		act = a.backing()
	}
	return a.perform(act)
}

// facilitates says whether the facilitator is at the keyboard, in a room.
func (a *App) facilitates(st stage) bool {
	return a.seat != nil && a.booth == nil && st.view.MyRole == workshop.Facilitator
}

// leaving is what ctrl+c does: it ends the program at once, except that whoever facilitates, or would send others away
// from the lobby, is asked first, and goes when asked twice. From a rehearsal it leads back to the lobby that it was begun in.
func (a *App) leaving() action {
	if a.rehearsalReturns() {
		return a.leavingRehearsal()
	}
	facilitates := a.seat != nil && a.own.MyRole == workshop.Facilitator
	if !facilitates && (a.seat != nil || a.guests() == 0) {
		return quit{}
	}
	if n := len(a.dialogs); n > 0 {
		if d, ok := a.dialogs[n-1].(*askDialog); ok && d.yes == action(quit{}) {
			return quit{}
		}
	}
	switch {
	case !facilitates:
		return show{&askDialog{question: "Leave convene?", detail: a.sentAway(), yes: quit{}, stays: true}}
	case a.config.Served && !a.own.Live.Unreadable:
		return show{&askDialog{
			question: "Leave the workshop?", detail: "Everything is saved, and your seat stays yours.", yes: quit{}, stays: true,
		}}
	case a.config.Served:
		return show{&askDialog{question: "Leave the workshop?", detail: a.savedWords(), yes: quit{}, stays: true}}
	default:
		return show{&askDialog{
			question: "Leave convene?", detail: strings.TrimSpace(a.savedWords() + " " + a.sentAway()), yes: quit{}, stays: true,
		}}
	}
}

func (a *App) leavingRehearsal() action {
	if n := len(a.dialogs); n > 0 {
		if d, ok := a.dialogs[n-1].(*askDialog); ok && d.yes == action(leaveRoom{}) {
			return leaveRoom{}
		}
	}
	return show{&askDialog{question: "Leave the rehearsal?", detail: a.savedWords(), yes: leaveRoom{}, stays: true}}
}

// savedWords says what a leaving facilitator can rely on. What is typed and not added has no use any more once the
// workshop is finished.
func (a *App) savedWords() string {
	l := in(a.own)
	if a.rehearsal != nil {
		return l.Say("The rehearsal ends here.")
	}
	if a.own.Live.Unreadable {
		return unsavedWords(a.own)
	}
	if !a.own.Ended.IsZero() {
		return l.Say("Everything is saved.")
	}
	if n := len(a.drafts.all()); n > 0 {
		return l.Count(n,
			"Everything is saved. Open the workshop again to go on where you are. "+
				"Only %d unfinished note, typed and not added, would be lost when convene ends.",
			"Everything is saved. Open the workshop again to go on where you are. "+
				"Only %d unfinished notes, typed and not added, would be lost when convene ends.")
	}
	return l.Say("Everything is saved. Open the workshop again to go on where you are.")
}

// sentAway says what else happens when the program that keeps the door open ends; nothing when nobody is there.
func (a *App) sentAway() string {
	n := a.guests()
	if n == 0 {
		return ""
	}
	return in(a.own).Count(n,
		"The door closes: %d person at a terminal is sent away.", "The door closes: %d people at their terminals are sent away.")
}

// guests counts the others whose terminals close with this program: those in this workshop, or in the whole house where
// that is known.
func (a *App) guests() int {
	n := 0
	for id := range a.own.Live.Here {
		if a.invite.Open() && id != a.own.Me {
			n++
		}
	}
	if a.config.Lobby == nil {
		return n
	}
	return max(n, a.config.Lobby.Guests())
}

// backing is what esc does where nothing else takes it: out of the booth, or back to the lobby.
func (a *App) backing() action {
	switch {
	case a.booth != nil:
		return closeBooth{}
	case a.seat != nil && a.config.Lobby != nil:
		return show{&askDialog{
			question: "Back to the lobby?", detail: a.savedWords(), yes: leaveRoom{}, stays: true,
		}}
	}
	return nil
}
