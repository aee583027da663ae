package tui

import (
	"context"
	"fmt"
	"io"
	"time"

	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
	"convene/workshop"
)

// Config is what an App is made of.
type Config struct {
	Lobby Lobby            // nil when the App starts in a room and stays there
	Seat  Seat             // the place to start in; nil starts in the lobby
	Now   func() time.Time // the clock that is shown; time.Now outside tests
	Rand  io.Reader        // chance for new people's IDs and for lots; crypto/rand outside tests
	ASCII bool             // the terminal has no other glyphs
	Dark  bool             // the background until the terminal has said what it is
}

// App is the only tea.Model of the program.
type App struct {
	config Config
	ctx    context.Context // ends with the program; waiting for news ends with it
	theme  *theme.Theme
	keys   *keyMap
	width  int
	height int

	seat     Seat // the facilitator's own; nil in the lobby
	booth    *booth
	scene    scene
	screen   screen
	dialogs  []dialog
	toast    toast
	drafts   drafts
	lastKey  time.Time // when a key was pressed last
	nextTick time.Time // when the screen next changes by itself; zero: never
	visit    int       // counts seats taken, so that news of one that was left is not waited for again
}

// toast is what App says for a few seconds, in the line above the keys.
type toast struct {
	text  string
	tone  tone
	until time.Time // zero: until the next key
}

// toastTime is how long a toast stays when no key is pressed.
const toastTime = 6 * time.Second

// New makes an App. The context ends when the program does.
func New(ctx context.Context, c Config) *App {
	a := &App{
		config: c, ctx: ctx, keys: newKeyMap(), width: 80, height: 24,
		theme: theme.New(c.Dark, c.ASCII), drafts: make(drafts),
	}
	if c.Seat != nil {
		a.sit(c.Seat)
	} else {
		a.enterLobby()
	}
	return a
}

// Run shows an App on this terminal until the person leaves or the context ends.
func Run(ctx context.Context, c Config, in io.Reader, out io.Writer) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	a := New(ctx, c)
	_, err := tea.NewProgram(a, tea.WithContext(ctx), tea.WithInput(in), tea.WithOutput(out)).Run()
	if a.seat != nil {
		a.seat.Leave()
	}
	if err != nil && ctx.Err() == nil {
		return fmt.Errorf("run screen: %w", err)
	}
	return nil
}

// Init asks the terminal for its background and begins to listen to the room.
func (a *App) Init() tea.Cmd { return tea.Batch(tea.RequestBackgroundColor, a.listen(), a.tick()) }

// curtain says whether one of the booth's curtains hides everything.
func (a *App) curtain() bool { return a.booth != nil && a.booth.part != private }

// active is the seat whose person is at the keyboard now.
func (a *App) active() Seat {
	if a.booth != nil && a.booth.part == private {
		return a.booth.seat
	}
	return a.seat
}

// sit takes a place in a room and shows what belongs there.
func (a *App) sit(s Seat) {
	a.seat = s
	a.visit++
	a.screen = nil
	a.follow()
}

// enterLobby shows the list of workshops.
func (a *App) enterLobby() {
	if a.seat != nil {
		a.seat.Leave()
	}
	a.seat, a.booth, a.dialogs, a.scene = nil, nil, nil, scene{}
	s := &lobbyScreen{}
	list, err := a.config.Lobby.List(a.ctx)
	if err != nil {
		a.say(say{sentence(err), sorry})
	}
	s.list = list
	a.screen = s
}

// follow shows the screen that belongs to the newest view, and keeps the present one when it is that.
func (a *App) follow() {
	if a.seat == nil {
		return
	}
	if a.curtain() {
		a.screen, a.scene = a.booth, scene{}
		return
	}
	v := a.active().View()
	if s := sceneOf(v); a.screen == nil || s != a.scene {
		a.scene, a.screen = s, newScreen(s, a.stage())
	}
}

// stage is what the present screen plays on.
func (a *App) stage() stage {
	st := stage{theme: a.theme, keys: a.keys, now: a.config.Now(), drafts: a.drafts, saves: a.config.Lobby != nil}
	st.quiet = st.now.Sub(a.lastKey) >= curtainPause
	if a.seat != nil {
		st.view = a.active().View()
	} else {
		st.view = workshop.View{Shared: &workshop.Shared{}}
	}
	st.width, st.height = a.bodySize()
	return st
}

// say shows a toast. A refusal stays until the next key, so that nobody misses why.
func (a *App) say(s say) {
	a.toast = toast{text: s.text, tone: s.tone}
	if s.tone != sorry {
		a.toast.until = a.config.Now().Add(toastTime)
	}
}

// over says whether a toast has been on the screen long enough.
func (t toast) over(now time.Time) bool {
	return t.text == "" || !t.until.IsZero() && now.After(t.until)
}
