package load

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/crypto/ssh"

	"convene/tui/sshd/sshtest"
)

// ready is the last thing on a first screen of each server.
const ready = "help"

// client is one terminal at a server. It looks for words in what comes, and counts the bytes.
type client struct {
	conn    *ssh.Client
	channel ssh.Channel
	bytes   atomic.Int64
	pieces  atomic.Int64 // in which they came: a picture is one
	awaited atomic.Pointer[awaited]
	deaf    atomic.Bool // it doesn't read any more
	ended   chan struct{}
}

// types sends keys.
func (c *client) types(keys string) error {
	_, err := c.channel.Write([]byte(keys))
	return err
}

// awaited is a word, and what is to be told when it has come.
type awaited struct {
	word []byte
	came func(time.Time)
}

// comes connects, and returns when the first screen is there.
func comes(address, user string) (*client, time.Duration, error) {
	began := time.Now()
	conn, err := sshtest.TryDial(address, user)
	if err != nil {
		return nil, 0, err
	}
	c := &client{conn: conn, ended: make(chan struct{})}
	first := c.await(ready)
	channel, requests, err := conn.OpenChannel("session", nil)
	if err != nil {
		return nil, 0, err
	}
	go ssh.DiscardRequests(requests)
	c.channel = channel
	go c.read()
	pty := ssh.Marshal(struct {
		Term             string
		Cols, Rows, X, Y uint32
		Modes            string
	}{"xterm-256color", uint32(*width), uint32(*height), 0, 0, "\x00"})
	for _, q := range []struct {
		name    string
		payload []byte
	}{{"pty-req", pty}, {"shell", nil}} {
		if ok, err := channel.SendRequest(q.name, true, q.payload); err != nil || !ok {
			return nil, 0, errors.Join(err, fmt.Errorf("%s was refused", q.name))
		}
	}
	select {
	case at := <-first:
		return c, at.Sub(began), nil
	case <-time.After(sshtest.Patience):
		return nil, 0, errors.New("the first screen has not come")
	}
}

// await tells when a word comes.
func (c *client) await(word string) <-chan time.Time {
	at := make(chan time.Time, 1)
	c.awaited.Store(&awaited{[]byte(word), func(t time.Time) { at <- t }})
	return at
}

// read looks at all that comes. What was looked for may have come in two pieces.
func (c *client) read() {
	defer close(c.ended)
	buf := make([]byte, 32<<10)
	kept := 0
	for !c.deaf.Load() {
		n, err := c.channel.Read(buf[kept:])
		if err != nil {
			return
		}
		now := time.Now()
		c.bytes.Add(int64(n))
		c.pieces.Add(1)
		all := buf[:kept+n]
		if a := c.awaited.Load(); a != nil && bytes.Contains(all, a.word) && c.awaited.CompareAndSwap(a, nil) {
			a.came(now)
		}
		kept = copy(buf, all[max(0, len(all)-16):])
	}
}

// crowd are many clients at one server.
type crowd struct {
	server  *process
	clients []*client
	joins   []time.Duration
	shown   int // changes
}

// gather lets so many come, a few at a time.
func gather(p *process, people int) (*crowd, error) {
	c := &crowd{server: p, clients: make([]*client, people), joins: make([]time.Duration, people)}
	var all sync.WaitGroup
	var failed atomic.Pointer[error]
	const atOnce = 2
	for lane := range atOnce {
		all.Go(func() {
			for i := lane; i < people && failed.Load() == nil; i += atOnce {
				var err error
				if c.clients[i], c.joins[i], err = comes(p.address, string(person(i))); err != nil {
					failed.Store(&err)
				}
			}
		})
	}
	all.Wait()
	if err := failed.Load(); err != nil {
		return nil, *err
	}
	return c, nil
}

func (c *crowd) leaves() {
	for _, one := range c.clients {
		_ = one.conn.Close()
		<-one.ended
	}
}

// sees is how long each change takes until it is on each screen. They come so often, unless one takes longer: then there are fewer in
// the time that all of them should take.
func (c *crowd) sees(changes int, every time.Duration) ([]time.Duration, error) {
	var out []time.Duration
	due := time.NewTicker(every)
	defer due.Stop()
	for ends := time.Now().Add(time.Duration(changes+1) * every); changes > 0 && time.Now().Before(ends); changes-- {
		<-due.C
		c.shown++
		word := wordOf(c.shown)
		came := make([]<-chan time.Time, len(c.clients))
		for i, one := range c.clients {
			came[i] = one.await(word)
		}
		did, err := c.server.tell("change " + word)
		if err != nil {
			return nil, err
		}
		late := time.After(sshtest.Patience)
		for i := range came {
			select {
			case at := <-came[i]:
				out = append(out, at.Sub(did))
			case <-late:
				return nil, fmt.Errorf("%s is not on every screen", word)
			}
		}
	}
	return out, nil
}

// changes are how many changes one measures.
const changes = 30

// changes lets everyone see so many, one after the other in peace, and says as well how much of the server's CPU each screen takes,
// in milliseconds.
func (c *crowd) changes(n int) (seen []time.Duration, perScreen float64, err error) {
	began, err := c.server.cpu()
	if err != nil {
		return nil, 0, err
	}
	if seen, err = c.sees(n, 300*time.Millisecond); err != nil {
		return nil, 0, err
	}
	ended, err := c.server.cpu()
	return seen, ms(ended-began) / float64(len(seen)), err
}

// walk takes everyone to one of the notes that are seen together with what changes, by the keys, and returns when the server has had
// time for all of them.
func (c *crowd) walk() error {
	for i, one := range c.clients {
		if err := one.types(strings.Repeat("\x1b[B", 1+i%12)); err != nil {
			return err
		}
	}
	_, _, err := c.changes(5)
	return err
}

// echoes is how long each of so many keys of the first client takes until it stands on their screen. The letters are none that a
// terminal's commands have.
func (c *crowd) echoes(n int) ([]time.Duration, error) {
	const letters = "abcdefgijklnopqrstuvwxyz"
	var out []time.Duration
	due := time.NewTicker(70 * time.Millisecond)
	defer due.Stop()
	one := c.clients[0]
	for i := range n {
		<-due.C
		letter := letters[i%len(letters) : i%len(letters)+1]
		came := one.await(letter)
		did := time.Now()
		if err := one.types(letter); err != nil {
			return nil, err
		}
		select {
		case at := <-came:
			out = append(out, at.Sub(did))
		case <-time.After(sshtest.Patience):
			return nil, fmt.Errorf("the letter %s is not echoed", letter)
		}
	}
	return out, nil
}

// manner is how a hostile client behaves.
type manner struct {
	deaf  bool // it reads nothing of what it gets
	bombs bool // it sends keys and sizes of its window without end
}

// hostile are second terminals of people of the crowd.
type hostile struct {
	conns []*ssh.Client
	ends  chan struct{}
	all   sync.WaitGroup
}

// hostile opens one for each manner.
func (c *crowd) hostile(manners ...manner) (*hostile, error) {
	h := &hostile{ends: make(chan struct{})}
	for i, m := range manners {
		one, _, err := comes(c.server.address, string(person(i)))
		if err != nil {
			h.leave()
			return nil, err
		}
		h.conns = append(h.conns, one.conn)
		one.deaf.Store(m.deaf)
		if m.bombs {
			h.all.Go(func() { one.bombs(h.ends) })
		}
	}
	return h, nil
}

// beside measures changes beside hostile clients. Of as few as elsewhere the p95 would be that of the second slowest, and depend
// on whether the server has just collected its garbage.
func (c *crowd) beside(manners ...manner) ([]time.Duration, error) {
	h, err := c.hostile(manners...)
	if err != nil {
		return nil, err
	}
	defer h.leave()
	seen, _, err := c.changes(3 * changes)
	return seen, err
}

// bombs sends keys and sizes until it ends, or the connection does.
func (c *client) bombs(ends <-chan struct{}) {
	for size := uint32(0); ; size++ {
		select {
		case <-ends:
			return
		default:
		}
		window := ssh.Marshal(struct{ Cols, Rows, X, Y uint32 }{100 + size%50, 30 + size%20, 0, 0})
		if _, err := c.channel.SendRequest("window-change", false, window); err != nil {
			return
		}
		if c.types(strings.Repeat("\x1b[B\x1b[A", 50)) != nil {
			return
		}
	}
}

func (h *hostile) leave() {
	close(h.ends)
	for _, c := range h.conns {
		_ = c.Close()
	}
	h.all.Wait()
}

// wordOf is a word of six letters, each of which is another than that of the word before: a server that writes only what differs
// writes all of it.
func wordOf(n int) string {
	word := make([]byte, 6)
	for i := range word {
		word[i] = byte('A' + (n*(2*i+1)+5*i)%26)
	}
	return string(word)
}

// bytes is how many have come to the first client since it was asked last.
func (c *crowd) bytes() int { return int(c.clients[0].bytes.Swap(0)) }

// quantile is that of some times; 0.5 is the median.
func quantile(all []time.Duration, q float64) time.Duration {
	if len(all) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(all))
	return sorted[min(len(sorted)-1, int(q*float64(len(sorted))))]
}
