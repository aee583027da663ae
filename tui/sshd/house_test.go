package sshd_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/crypto/ssh"

	"convene/tui/sshd"
	"convene/tui/sshd/sshtest"
	"convene/workshop"
)

// house is a host in which people talk: what one says everyone sees.
type house struct {
	mu      sync.Mutex
	said    []string
	present map[*guest]struct{}
	filling string
	closed  int // guests that gave their seat up
	drawn   int // pictures
	refuse  error
	speaks  workshop.Language
	knows   string   // who it says that everyone is
	owns    []string // the users of whom it says that they belong here
	verb    func(ctx context.Context, args []string, stdout, stderr io.Writer) int
	panics  string // where: Screen, Farewell or Close
}

var errFull = errors.New("this house is full; come back tomorrow")

func (h *house) Screen(ctx context.Context, v sshd.Visitor, t sshd.Terminal) (sshd.Screen, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.trip("Screen")
	if h.refuse != nil {
		return nil, h.refuse
	}
	g := &guest{house: h, ctx: ctx, visitor: v, terminal: t, news: make(chan struct{}, 1)}
	h.present[g] = struct{}{}
	if h.knows != "" {
		v.Known(h.knows)
	}
	if slices.Contains(h.owns, v.User) {
		v.Stays()
	}
	return g, nil
}

// trip panics where it was told to.
func (h *house) trip(where string) {
	if h.panics == where {
		panic("in " + where)
	}
}

func (h *house) Verb(ctx context.Context, v sshd.Visitor, args []string, stdout, stderr io.Writer) int {
	if h.verb != nil {
		return h.verb(ctx, args, stdout, stderr)
	}
	fmt.Fprintf(stdout, "%s asks for %q\n", v.User, args)
	return 0
}

// say puts a sentence on everyone's screen.
func (h *house) say(s string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if s != "" {
		h.said = append(h.said, s)
	}
	for g := range h.present {
		select {
		case g.news <- struct{}{}:
		default:
		}
	}
}

// forget takes back what was said, with the next change.
func (h *house) forget() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.said = nil
}

// fill puts much on everyone's screen that all lines change with.
func (h *house) fill(s string) {
	h.mu.Lock()
	h.filling = s
	h.mu.Unlock()
	h.say("") // nothing but news
}

// count reads one of the house's numbers.
func (h *house) count(n *int) int {
	h.mu.Lock()
	defer h.mu.Unlock()
	return *n
}

// guest is one person's Screen.
type guest struct {
	house         *house
	ctx           context.Context
	visitor       sshd.Visitor
	terminal      sshd.Terminal
	width, height int
	typed         string
	pasted        int
	rings         bool
	mouse         bool
	trips         bool // the next time it is drawn
	slips         bool // the next time it is asked what it awaits
	news          chan struct{}
}

type newsMsg struct{}

func (g *guest) Init() tea.Cmd { return g.listen }

func (g *guest) listen() tea.Msg {
	select {
	case <-g.news:
		return newsMsg{}
	case <-g.ctx.Done():
		return nil
	}
}

func (g *guest) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case newsMsg:
		return g, g.listen
	case tea.WindowSizeMsg:
		g.width, g.height = msg.Width, msg.Height
	case tea.MouseClickMsg:
		g.typed = fmt.Sprintf("click %d,%d", msg.X, msg.Y)
	case tea.PasteMsg:
		g.pasted += len(msg.Content)
	case tea.KeyPressMsg:
		return g, g.press(msg)
	}
	return g, nil
}

func (g *guest) press(k tea.KeyPressMsg) tea.Cmd {
	switch k.String() {
	case "ctrl+c":
		return tea.Quit
	case "ctrl+z":
		return tea.Suspend
	case "ctrl+p":
		panic("in Update")
	case "ctrl+o":
		return func() tea.Msg { panic("in a Cmd") }
	case "ctrl+u":
		g.typed = ""
	case "ctrl+y":
		g.trips = true
	case "ctrl+k":
		g.slips = true
	case "ctrl+g":
		g.rings = true
	case "ctrl+e":
		g.mouse = !g.mouse
	case "enter":
		g.house.say(g.typed)
		g.typed = ""
	default:
		g.typed += k.Text
	}
	return nil
}

func (g *guest) View() tea.View { panic("nobody asks for the view") }

func (g *guest) Bell() bool {
	rang := g.rings
	g.rings = false
	return rang
}

func (g *guest) Mouse() bool { return g.mouse }

func (g *guest) Awaits() (news <-chan struct{}, due time.Time) {
	if g.slips {
		panic("in Awaits")
	}
	return nil, time.Time{}
}

func (g *guest) Wake(bool) tea.Cmd { panic("there is nothing that wakes it") }

func (g *guest) Lines() []string {
	g.house.mu.Lock()
	defer g.house.mu.Unlock()
	g.house.drawn++
	if g.trips {
		panic("in Lines")
	}
	v, t := g.visitor, g.terminal
	lines := []string{
		fmt.Sprintf("guest %s key %s from %s", v.User, v.Key, v.Address),
		fmt.Sprintf("\x1b[1;38;2;255;0;0mterm\x1b[0m %s %v ascii=%v wall=%v", t.Term, t.Profile, t.ASCII, t.Wall),
		fmt.Sprintf("window %dx%d then %dx%d", t.Width, t.Height, g.width, g.height),
		fmt.Sprintf("typed [%s] pasted %d", g.typed, g.pasted),
	}
	lines = append(lines, g.house.said...)
	if f := g.house.filling; f != "" {
		lines = append(lines[:4], "fill "+f+"end")
		for len(lines) < g.height {
			lines = append(lines, strings.Repeat(f, g.width/len(f)))
		}
	}
	return lines[:min(len(lines), max(1, g.height))]
}

func (g *guest) Speaks() workshop.Language { return g.house.speaks }

func (g *guest) Farewell() []string {
	g.house.trip("Farewell")
	return []string{"come back, " + g.visitor.User}
}

func (g *guest) Close() {
	g.house.mu.Lock()
	defer g.house.mu.Unlock()
	g.house.closed++
	delete(g.house.present, g)
	g.house.trip("Close")
}

// open opens a house to visitors until the test ends, and returns its address.
func open(t testing.TB, configure ...func(*sshd.Config)) (*house, *sshd.Server, string) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	return openAt(t, l, configure...)
}

// openAt is open for a listener of one's own.
func openAt(t testing.TB, l net.Listener, configure ...func(*sshd.Config)) (*house, *sshd.Server, string) {
	t.Helper()
	h := &house{present: make(map[*guest]struct{})}
	c := sshd.Config{Host: h, Key: sshtest.NewKey(t)}
	for _, f := range configure {
		f(&c)
	}
	server, err := sshd.New(c)
	if err != nil {
		t.Fatal(err)
	}
	served := make(chan error, 1)
	go func() { served <- server.Serve(l) }()
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), sshtest.Patience)
		defer cancel()
		if err := server.Shutdown(ctx); err != nil {
			t.Errorf("shut down: %v", err)
		}
		if err := <-served; !errors.Is(err, sshd.ErrClosed) {
			t.Errorf("serve: %v", err)
		}
	})
	return h, server, l.Addr().String()
}

// eventually waits for a condition that nothing announces.
func eventually(t testing.TB, what string, ok func() bool) {
	t.Helper()
	look := time.NewTicker(time.Millisecond)
	defer look.Stop()
	late := time.After(sshtest.Patience)
	for !ok() {
		select {
		case <-look.C:
		case <-late:
			t.Fatalf("waited in vain for %s", what)
		}
	}
}

// newSession opens a channel for a session that asks for nothing yet.
func newSession(t testing.TB, c *sshtest.Client) *ssh.Session {
	t.Helper()
	s, err := c.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// read reads everything that comes.
func read(t testing.TB, r io.Reader) string {
	t.Helper()
	b, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
