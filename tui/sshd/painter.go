package sshd

import (
	"io"
	"time"
)

// painter brings one program's pictures to its terminal. It is the only one that writes there while the program runs. A client that
// doesn't read stops its own program and nobody else's, until the wire's patience is over.
type painter struct {
	out    io.Writer
	canvas *canvas
	buf    []byte
	paid   time.Time // up to when the pictures so far have used up time
}

func newPainter(out io.Writer, c *canvas) *painter { return &painter{out: out, canvas: c} }

// begin takes the terminal over.
func (p *painter) begin() error {
	_, err := io.WriteString(p.out, enter)
	return err
}

// turn is the first moment, now at the earliest, at which a picture may be painted. Nobody reads more than thirty a second; but
// after a while without one a few may follow each other at once: a key and what it leads to belong together.
func (p *painter) turn(now time.Time) time.Time {
	if at := p.paid.Add(-frameBurst * frameTime); at.After(now) {
		return at
	}
	return now
}

// draw prepares what differs from what stands there; nothing, if nothing does, and that takes up no time.
func (p *painter) draw(f frame, now time.Time) {
	p.buf = p.canvas.paint(p.buf[:0], f)
	if len(p.buf) == 0 {
		return
	}
	if p.paid.Before(now) {
		p.paid = now
	}
	p.paid = p.paid.Add(frameTime)
}

// write brings what was drawn to the terminal, all in one write.
func (p *painter) write() error {
	if len(p.buf) == 0 {
		return nil
	}
	_, err := p.out.Write(p.buf)
	return err
}

// goodbye gives the terminal back, after run has returned.
func (p *painter) goodbye(lines []string) error {
	_, err := p.out.Write(p.canvas.goodbye(lines))
	return err
}
