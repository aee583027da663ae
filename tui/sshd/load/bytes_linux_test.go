package load

import (
	"fmt"
	"net"
	"testing"
	"time"

	"convene/tui/sshd/sshtest"
	"convene/workshop"
)

// What a bad line bears, in bytes of what the terminal gets, whatever is on the wall.
const (
	mostOfSecond = 60  // of a countdown
	mostOfVote   = 250 // of somebody else
	mostOfKey    = 120 // that one types
)

// Bytes don't depend on the machine, so that they are bounded and not only reported.
func TestLittleIsSent(t *testing.T) {
	for name, text := range map[string]func(int) string{
		"words": plain,
		"emoji": func(i int) string {
			return fmt.Sprintf("🌲👩‍👩‍👧 Wir teilen ❤️ 每天 %d 🏴󠁧󠁢󠁳󠁣󠁴󠁿", i)
		},
	} {
		t.Run(name, func(t *testing.T) {
			server, err := newConvene(t.Context(), text)
			if err != nil {
				t.Fatal(err)
			}
			l, err := net.Listen("tcp", "127.0.0.1:0")
			if err != nil {
				t.Fatal(err)
			}
			go func() { _ = server.serve(l) }()
			t.Cleanup(func() { _ = server.server.Shutdown(t.Context()) })
			one, _, err := comes(l.Addr().String(), string(person(0)))
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = one.conn.Close() })

			must(t, server.clock(true))
			seconds := one.sent(t, 4, func(int) error { return nil })
			must(t, server.clock(false))

			must(t, server.do(workshop.OpenVote{}))
			vote := server.room.State().Vote
			cast := func(i int) error {
				return server.room.Seat(person(i)).Do(t.Context(), workshop.CastBallot{Vote: vote.ID})
			}
			must(t, cast(0))
			one.settles(t)
			votes := one.sent(t, 20, func(i int) error { return cast(i + 1) })
			must(t, server.do(workshop.CloseVote{Vote: vote.ID, Early: true}))

			must(t, server.solo())
			one.settles(t)
			keys := one.sent(t, 150, func(i int) error { return one.types(string(rune('a' + i%26))) })

			t.Logf("%d bytes for a second of a countdown, %d for a vote of somebody else, %d for a key", seconds, votes, keys)
			if seconds > mostOfSecond || votes > mostOfVote || keys > mostOfKey {
				t.Errorf("at most %d, %d and %d are borne", mostOfSecond, mostOfVote, mostOfKey)
			}
		})
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// sent is how many bytes come for one of so many things that happen, each of which is seen.
func (c *client) sent(t *testing.T, n int, happens func(i int) error) int {
	t.Helper()
	c.bytes.Store(0)
	for i := range n {
		had := c.pieces.Load()
		must(t, happens(i))
		c.until(t, func() bool { return c.pieces.Load() > had })
	}
	return int(c.bytes.Load()) / n
}

// settles waits until nothing has come for a while: what has been done before is on the screen.
func (c *client) settles(t *testing.T) {
	t.Helper()
	had, since := c.pieces.Load(), time.Now()
	c.until(t, func() bool {
		if now := c.pieces.Load(); now != had {
			had, since = now, time.Now()
		}
		return time.Since(since) > 300*time.Millisecond
	})
}

// until waits for a condition.
func (c *client) until(t *testing.T, is func() bool) {
	t.Helper()
	again := time.NewTicker(time.Millisecond)
	defer again.Stop()
	late := time.After(sshtest.Patience)
	for !is() {
		select {
		case <-again.C:
		case <-late:
			t.Fatal("nothing has come")
		}
	}
}
