package tui

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"
	"unique"

	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
	"convene/workshop"
)

// Config is what an App is made of.
type Config struct {
	Lobby     Lobby                     // nil when the App starts in a room and stays there
	Rehearsal Rehearsal                 // the one to start in, at its seat; Run ends it
	Rehearse  Rehearsals                // how the lobby begins one; nil where it can't
	Seat      Seat                      // the place to start in; nil starts in the lobby, or at the Door
	Now       func() time.Time          // the clock that is shown; time.Now outside tests
	Rand      io.Reader                 // chance for new people's IDs and for lots; crypto/rand outside tests
	Drafts    func(workshop.ID) *Drafts // those that a workshop's terminals share; nil when this is its only terminal
	Door      Door                      // how a visitor comes in; nil at the facilitator's own keyboard
	Code      string                    // what a visitor has named as the workshop's code already; empty to ask
	Wall      bool                      // Seat is the wall's: read-only, large, no keys but the way out
	Lang      workshop.Language         // of the lobby, and of the door until a workshop is named; empty is English
	Served    bool                      // over SSH: the terminal is never asked anything, and there is no folder to save in
	Invite    func(workshop.ID) Invite  // how others join a workshop; nil when no door is open
	ASCII     bool                      // the terminal has no other glyphs
	Cards     []workshop.HealthCard     // of the house, which every health check has unless somebody takes them out
	Dark      bool                      // the background until the terminal, or a key, has said what it is
}

// App is the only tea.Model of the program.
type App struct {
	config Config
	ctx    context.Context // ends with the program; waiting for news ends with it
	theme  *theme.Theme
	dark   bool // which background the theme is for
	keys   *keyMap
	width  int
	height int

	seat   Seat          // of whoever's terminal this is; nil in the lobby, and before a visitor has named a workshop
	left   bool          // the seat was given up
	visit  int           // counts seats taken, so that news of one that was left is not waited for again
	own    workshop.View // what the person whose terminal this is may see
	seen   glimpse       // of own, before it changed
	drafts *Drafts
	invite Invite
	before *workshop.Community // see stage

	rehearsal Rehearsal // what the seat is in; nil in a workshop that counts
	told      Pace      // of the rehearsal, as far as the person was told about it

	place Visit // where a visitor is
	comes bool  // a visitor asks for a seat under the name of the place as soon as they can

	booth   *booth
	view    workshop.View // what the person at the keyboard may see: own, except in the booth. The screen goes with it
	scene   scene
	screen  screen
	dialogs []dialog
	toast   toast
	manners doorManners
	pointed pointed // what the others know of where the person is

	kept    []string                // what was shown, until something happens; see still.go
	held    heldNews                // news that is not shown yet; see alone.go
	looking unique.Handle[onlooker] // how the person looked last; see onlooker.go

	mouse    bool      // is reported
	lastKey  time.Time // when a key or a button was pressed, or a dialog opened by itself, last
	nextTick time.Time // when the screen next changes by itself; zero: never
	inTime   bool      // the time box had not run out when it was looked at last
	rings    bool      // see Bell
	muted    bool      // see Bell
	prompts  prompts
}

// toast is what App says for a few seconds, in the line above the keys.
type toast struct {
	text  string
	tone  tone
	until time.Time // zero: it stays until the next key
}

// How long a toast stays when no key is pressed: a refusal longer, so that nobody misses why.
const toastTime, refusalTime = 6 * time.Second, 12 * time.Second

// New makes an App. The context ends when the program does.
func New(ctx context.Context, c Config) *App {
	a := &App{
		config: c, ctx: ctx, keys: theKeys(), width: 80, height: 24,
		theme: theme.New(c.Dark, c.ASCII), dark: c.Dark, mouse: !c.Served && !c.Wall, drafts: NewDrafts(),
		own: nowhere(c.Lang), view: nowhere(c.Lang),
	}
	switch {
	case c.Rehearsal != nil:
		a.rehearse(c.Rehearsal)
	case c.Seat != nil:
		a.host(c.Seat)
	case c.Door != nil:
		a.arrive()
	default:
		a.enterLobby()
	}
	return a
}

// Run shows an App on this terminal until the person leaves or the context ends. What went wrong in a rehearsal that it was in is
// its error too.
func Run(ctx context.Context, c Config, in io.Reader, out io.Writer) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	a := New(ctx, c)
	err := runHere(ctx, a, in, out)
	a.Close()
	failed := a.endRehearsal()
	if err != nil && ctx.Err() == nil {
		failed = errors.Join(fmt.Errorf("run screen: %w", err), failed)
	}
	return failed
}

// runHere shows a program on this terminal until it ends or the context does, which signals end: were they the program's
// too, it would wait for ever for its own handler whenever the context is faster. The end of the context asks the program to
// quit and does not kill it, for one that is killed leaves its reader at the terminal, which belongs to somebody else by then.
func runHere(ctx context.Context, m tea.Model, in io.Reader, out io.Writer) error {
	p := tea.NewProgram(m, tea.WithInput(in), tea.WithOutput(out), tea.WithoutSignalHandler())
	defer context.AfterFunc(ctx, p.Quit)()
	_, err := p.Run()
	return err
}

// Init asks a terminal that is not served for its background, and begins to listen to the room.
func (a *App) Init() tea.Cmd {
	var ask tea.Cmd
	if !a.config.Served {
		ask = tea.RequestBackgroundColor
	}
	return tea.Batch(ask, a.listen(), a.tick())
}

// curtain says whether one of the booth's curtains hides everything.
func (a *App) curtain() bool { return a.booth != nil && a.booth.part != private }

// active is the seat whose person is at the keyboard now.
func (a *App) active() Seat {
	if a.booth != nil && a.booth.part == private {
		return a.booth.seat
	}
	return a.seat
}

// host takes a place that the house has given out, with what the workshop's terminals share.
func (a *App) host(s Seat) {
	id := s.View().ID
	if a.config.Drafts != nil {
		a.drafts = a.config.Drafts(id)
	}
	if a.config.Invite != nil {
		a.invite = a.config.Invite(id)
	}
	a.sit(s)
}

// sit takes a place in a room and shows what belongs there.
func (a *App) sit(s Seat) {
	a.seat, a.left, a.before = s, false, nil
	if h, ok := s.(Heir); ok {
		a.before = h.Before()
	}
	a.visit++
	a.screen, a.dialogs, a.manners, a.prompts, a.seen = nil, nil, doorManners{}, prompts{}, glimpse{}
	a.follow()
	a.recallHand()
	a.offerDraft()
}

// enterLobby shows the list of workshops.
func (a *App) enterLobby() {
	a.Close()
	failed := a.endRehearsal()
	from := a.own.ID
	a.seat, a.booth, a.dialogs, a.scene, a.invite = nil, nil, nil, scene{}, Invite{}
	a.own, a.view = nowhere(a.config.Lang), nowhere(a.config.Lang)
	a.screen = &lobbyScreen{rehearses: a.config.Rehearse != nil, from: from}
	a.relist(0)
	if failed != nil {
		a.say(refuse(failed))
	}
}

// follow shows the screen that belongs to the newest view, and keeps the present one when it is that.
func (a *App) follow() {
	if a.seat == nil {
		return
	}
	a.own = called(a.seat.View())
	if a.comeIn() {
		return // what came of it is on the screen already
	}
	a.notice()
	a.view = a.own
	if a.booth != nil && a.booth.part == private {
		if a.view = called(a.booth.seat.View()); a.view.Me == "" || a.own.MyRole != workshop.Facilitator {
			a.closeBooth() // whoever was in it has lost their seat, or its host no longer facilitates
			return
		}
	}
	if a.curtain() {
		a.screen, a.scene = a.booth, scene{}
		return
	}
	if s := sceneOf(a.view); a.screen == nil || s != a.scene {
		a.drafts.forgetAnswers(countedBy(a.scene, a.view))
		a.scene, a.screen, a.dialogs = s, newScreen(s, a.stage()), withoutPage(a.dialogs)
	}
}

// stage is what the present screen plays on.
func (a *App) stage() stage {
	awake := a.config.Now()
	st := stage{
		Tongue: in(a.view), view: a.view, theme: a.theme, keys: a.keys, now: a.inRoom(awake), awake: awake,
		drafts: a.drafts, invite: a.invite, booth: a.booth != nil, rehearses: a.rehearsal != nil, returns: a.config.Lobby != nil,
		saves: a.config.Lobby != nil && !a.config.Served && a.rehearsal == nil, wall: a.config.Wall, mouse: a.mouse,
		called: a.place.Name, seatCode: a.seatCode(), cards: a.config.Cards, before: a.before,
	}
	st.quiet = st.awake.Sub(a.lastKey) >= curtainPause
	if a.toast.tone == sorry {
		st.refusal = a.toast.text
	}
	st.width, st.height = a.bodySize()
	return st
}

// say shows a toast for a while, at most until the next key.
func (a *App) say(s say) {
	stays := toastTime
	if s.tone == sorry {
		stays = refusalTime
	}
	text := in(a.view).Marked(s.text)
	if s.err != nil {
		text = in(a.view).Error(s.err)
	}
	a.toast = toast{text: text, tone: s.tone, until: a.config.Now().Add(stays)}
}

// over says whether a toast has been on the screen long enough.
func (t toast) over(now time.Time) bool {
	return t.text == "" || !t.until.IsZero() && now.After(t.until)
}

// fades says whether a toast is on the screen and will go by itself.
func (t toast) fades(now time.Time) bool { return !t.over(now) && !t.until.IsZero() }
