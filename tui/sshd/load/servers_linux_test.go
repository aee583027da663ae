package load

import (
	"bufio"
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"charm.land/ssh"
	"charm.land/wish/v2"
	"charm.land/wish/v2/bubbletea"
	gossh "golang.org/x/crypto/ssh"

	"convene/tui"
	"convene/tui/sshd"
	"convene/workshop"
	"convene/workshop/room"
	"convene/workshop/workshoptest"
)

// A process of the tests becomes a server with this in its environment: the server's name.
const servesAs = "CONVENE_LOAD_SERVER"

// notes are as many as hang on the wall.
const notes = 40

// served is what the crowd comes to. It changes something that everybody sees, with a word that was on no screen before.
type served interface {
	serve(net.Listener) error
	change(word string) error
	clock(on bool) error
	solo() error // everyone writes
}

// TestServe is what a server's process does: it is not a test of its own. It is told on its standard input what to do, and says when
// it did.
func TestServe(t *testing.T) {
	name := os.Getenv(servesAs)
	if name == "" {
		t.Skip("it is for TestCrowd, which begins a process with it")
	}
	s, err := newServed(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	go func() { _ = s.serve(l) }()
	fmt.Printf("\nat %s\n", l.Addr())
	// A goroutine that waits for standard input in the ordinary way keeps one of two processors to itself, for milliseconds, until
	// the runtime takes it away: right when everyone is to be told. No server waits like that.
	if err := syscall.SetNonblock(syscall.Stdin, true); err != nil {
		t.Fatal(err)
	}
	for lines := bufio.NewScanner(os.NewFile(uintptr(syscall.Stdin), "orders")); lines.Scan(); {
		now := time.Now().UnixNano()
		switch do, with, _ := strings.Cut(lines.Text(), " "); do {
		case "change":
			err = s.change(with)
		case "clock":
			err = s.clock(with == "on")
		case "solo":
			err = s.solo()
		}
		if err != nil {
			t.Fatal(err)
		}
		fmt.Printf("did %d\n", now)
	}
}

func newServed(ctx context.Context, name string) (served, error) {
	switch name {
	case "convene":
		return newConvene(ctx, plain)
	case "raw":
		return newRaw()
	case "wish":
		return newWish()
	default:
		return nil, fmt.Errorf("there is no server %q", name)
	}
}

func newHostKey() (gossh.Signer, error) {
	_, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return nil, err
	}
	return gossh.NewSignerFromSigner(key)
}

// convene is this program, with everyone at the wall of one workshop.
type convene struct {
	room   *room.Room
	fay    *room.Seat // who changes things
	server *sshd.Server
}

// most is how many people have a seat in it.
const most = 500

// plain is what an ordinary note says.
func plain(i int) string { return fmt.Sprintf("We share what we learn, number %d", i) }

// newConvene has such notes on its wall.
func newConvene(ctx context.Context, text func(i int) string) (*convene, error) {
	stage := workshoptest.NewStage()
	stage.Now = time.Now()
	lines := []workshoptest.Line{workshoptest.By(workshoptest.Fay,
		workshop.OpenWorkshop{ID: "brave-otter", Topic: "Software Craft", Facilitator: "Fay", Minutes: 120})}
	for i := range most - 1 {
		lines = append(lines, workshoptest.By(person(i), workshop.Join{Name: fmt.Sprintf("Person %d", i)}))
	}
	lines = append(lines, workshoptest.Reach(workshop.StepVision, workshop.PhaseDiverge))
	for i := range notes {
		lines = append(lines, workshoptest.Write(person(i), workshop.PromptVision, text(i)))
	}
	lines = append(lines, workshoptest.Reach(workshop.StepVision, workshop.PhaseConverge),
		workshoptest.By(workshoptest.Fay, workshop.FormCluster{Notes: []workshop.NoteID{1, 2}, Title: "Sharing"}, workshop.PauseClock{}))
	if err := stage.Play(lines...); err != nil {
		return nil, err
	}
	log := workshoptest.NewLog()
	if err := log.Append(ctx, "brave-otter", 0, stage.Records...); err != nil {
		return nil, err
	}
	c := &convene{}
	var err error
	if c.room, err = room.Open(ctx, log, "brave-otter", time.Now); err != nil {
		return nil, err
	}
	c.fay = c.room.Seat(workshoptest.Fay)
	key, err := newHostKey()
	if err != nil {
		return nil, err
	}
	c.server, err = sshd.New(sshd.Config{Host: c, Key: key})
	return c, err
}

func person(i int) workshop.PersonID { return workshop.PersonID(fmt.Sprintf("p%d", i)) }

func (c *convene) serve(l net.Listener) error { return c.server.Serve(l) }

func (c *convene) do(command workshop.Command) error {
	return c.fay.Do(context.Background(), command)
}

func (c *convene) change(word string) error {
	return c.do(workshop.TitleCluster{Cluster: 1, Title: word})
}

func (c *convene) clock(on bool) error {
	if on {
		return c.do(workshop.StartClock{})
	}
	return c.do(workshop.PauseClock{})
}

func (c *convene) solo() error {
	for c.room.State().At.Phase != workshop.PhaseDiverge {
		if err := c.do(workshop.Advance{From: c.room.State().At, Despite: true}); err != nil {
			return err
		}
	}
	return nil
}

// Screen seats whoever comes in the place of their user name.
func (c *convene) Screen(ctx context.Context, v sshd.Visitor, t sshd.Terminal) (sshd.Screen, error) {
	return tui.New(ctx, tui.Config{
		Seat: seat{c.room.Seat(workshop.PersonID(v.User))}, Served: true, Now: time.Now, Rand: rand.Reader, ASCII: t.ASCII, Dark: true,
	}), nil
}

// Verb has none.
func (c *convene) Verb(context.Context, sshd.Visitor, []string, io.Writer, io.Writer) int { return 1 }

// seat is a room's seat as the screens know it.
type seat struct{ *room.Seat }

func (s seat) Booth(p workshop.PersonID) tui.Seat { return seat{s.Seat.Booth(p)} }

// raw writes as many bytes to everyone as the program does, and knows nothing of what they are.
type raw struct {
	config *gossh.ServerConfig
	mu     sync.Mutex
	open   []gossh.Channel
}

// firstScreen and oneChange are how many bytes a first screen and a change take in the program; see TestCrowd.
var firstScreen, oneChange = 3000, 200

func newRaw() (*raw, error) {
	key, err := newHostKey()
	if err != nil {
		return nil, err
	}
	r := &raw{config: &gossh.ServerConfig{NoClientAuth: true}}
	r.config.AddHostKey(key)
	if sizes := os.Getenv(servesBytes); sizes != "" {
		_, err = fmt.Sscan(sizes, &firstScreen, &oneChange)
	}
	return r, err
}

// servesBytes tells the raw server how many bytes to write.
const servesBytes = "CONVENE_LOAD_BYTES"

func (r *raw) serve(l net.Listener) error {
	for {
		conn, err := l.Accept()
		if err != nil {
			return err
		}
		go r.visit(conn)
	}
}

func (r *raw) visit(conn net.Conn) {
	_, channels, requests, err := gossh.NewServerConn(conn, r.config)
	if err != nil {
		return
	}
	go gossh.DiscardRequests(requests)
	for asked := range channels {
		channel, requests, err := asked.Accept()
		if err != nil {
			return
		}
		go func() {
			for q := range requests {
				_ = q.Reply(true, nil)
				if q.Type == "shell" {
					_, _ = channel.Write([]byte(strings.Repeat(".", firstScreen-len(ready)) + ready))
					r.mu.Lock()
					r.open = append(r.open, channel)
					r.mu.Unlock()
				}
			}
		}()
		go func() { _, _ = io.Copy(io.Discard, channel) }()
	}
}

// change writes to one after the other, from as many goroutines as there are processors.
func (r *raw) change(word string) error {
	page := []byte(strings.Repeat(".", max(0, oneChange-len(word))) + word)
	r.mu.Lock()
	defer r.mu.Unlock()
	var errs error
	for _, c := range r.open {
		_, err := c.Write(page)
		errs = errors.Join(errs, err)
	}
	return errs
}

func (r *raw) clock(bool) error { return nil }
func (r *raw) solo() error      { return nil }

// wishes is a plain program with Wish and Bubble Tea, as its examples are: one program for each terminal, and a message to each of
// them when something changes.
type wishes struct {
	server   *ssh.Server
	mu       sync.Mutex
	programs []*tea.Program
}

func newWish() (*wishes, error) {
	w := &wishes{}
	key, err := newHostKey()
	if err != nil {
		return nil, err
	}
	w.server, err = wish.NewServer(
		wish.WithMiddleware(bubbletea.MiddlewareWithProgramHandler(w.program)),
		func(s *ssh.Server) error { s.AddHostKey(key); return nil },
		wish.WithKeyboardInteractiveAuth(func(ssh.Context, gossh.KeyboardInteractiveChallenge) bool { return true }),
	)
	return w, err
}

func (w *wishes) serve(l net.Listener) error { return w.server.Serve(l) }

func (w *wishes) program(s ssh.Session) *tea.Program {
	p := tea.NewProgram(&chat{title: "Sharing"}, bubbletea.MakeOptions(s)...)
	w.mu.Lock()
	defer w.mu.Unlock()
	w.programs = append(w.programs, p)
	return p
}

func (w *wishes) change(word string) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, p := range w.programs {
		go p.Send(titled(word))
	}
	return nil
}

func (w *wishes) clock(bool) error { return nil }
func (w *wishes) solo() error      { return nil }

// chat shows as many notes as the wall of the workshop does.
type chat struct{ title string }

type titled string

func (c *chat) Init() tea.Cmd { return nil }

func (c *chat) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if title, is := msg.(titled); is {
		c.title = string(title)
	}
	return c, nil
}

func (c *chat) View() tea.View {
	head := lipgloss.NewStyle().Bold(true).Foreground(lipgloss.Color("#7aa2f7"))
	note := lipgloss.NewStyle().Foreground(lipgloss.Color("#c0caf5")).Width(*width/2 - 2).MaxHeight(1)
	left, right := []string{head.Render(c.title)}, []string{head.Render("IMPORTANCE")}
	for i := range notes {
		line := note.Render(fmt.Sprintf("- We share what we learn, number %d", i))
		if i%2 == 0 {
			left = append(left, line)
		} else {
			right = append(right, line)
		}
	}
	body := lipgloss.JoinHorizontal(lipgloss.Top, strings.Join(left, "\n"), "  ", strings.Join(right, "\n"))
	v := tea.NewView(lipgloss.NewStyle().Border(lipgloss.RoundedBorder()).Render(body) + "\n" + ready)
	v.AltScreen = true
	return v
}
