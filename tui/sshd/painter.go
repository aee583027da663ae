package sshd

import (
	"context"
	"io"
	"time"

	"github.com/charmbracelet/colorprofile"
)

// painter brings one program's pictures to its terminal. It is the only one that writes there, and a client that
// doesn't read stops the painter and nobody else: the program never waits for it.
type painter struct {
	out    io.Writer
	ask    func() // asks the program for a picture; returns at once when the program has ended
	dirty  <-chan struct{}
	frames <-chan frame
	canvas *canvas
	buf    []byte
}

func newPainter(out io.Writer, profile colorprofile.Profile, m *model, ask func()) *painter {
	return &painter{out: out, ask: ask, dirty: m.dirty, frames: m.frames, canvas: newCanvas(profile)}
}

// run takes the terminal over and paints until the context ends or the terminal has gone. After a change it waits for
// what else the burst brings, and for its turn: nobody reads more than thirty pictures a second.
func (p *painter) run(ctx context.Context) {
	if _, err := io.WriteString(p.out, enter); err != nil {
		return
	}
	turn := time.NewTimer(0)
	defer turn.Stop()
	var last time.Time // when something was written last
	for {
		select {
		case <-ctx.Done():
			return
		case <-p.dirty:
		}
		turn.Reset(max(gathering, frameTime-time.Since(last)))
		select {
		case <-ctx.Done():
			return
		case <-turn.C:
		}
		p.ask()
		select {
		case <-ctx.Done():
			return
		case f := <-p.frames:
			p.buf = p.canvas.paint(p.buf[:0], f)
		}
		if len(p.buf) == 0 {
			continue
		}
		if _, err := p.out.Write(p.buf); err != nil {
			return
		}
		last = time.Now()
	}
}

// goodbye gives the terminal back, after run has returned.
func (p *painter) goodbye(lines []string) error {
	_, err := p.out.Write(p.canvas.goodbye(lines))
	return err
}
