package sshd

import (
	"io"
	"time"

	"github.com/charmbracelet/colorprofile"
)

// painter brings one program's pictures to its terminal. It is the only one that writes there while the program runs. A client that
// doesn't read stops its own program and nobody else's, until the wire's patience is over.
type painter struct {
	out    io.Writer
	canvas *canvas
	buf    []byte
	paid   time.Time // up to when the pictures so far have used up time
}

func newPainter(out io.Writer, profile colorprofile.Profile) *painter {
	return &painter{out: out, canvas: newCanvas(profile)}
}

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

// paint writes what differs from what stands there, all in one write; nothing, if nothing does, and that takes up no time.
func (p *painter) paint(f frame, now time.Time) error {
	p.buf = p.canvas.paint(p.buf[:0], f)
	if len(p.buf) == 0 {
		return nil
	}
	if p.paid.Before(now) {
		p.paid = now
	}
	p.paid = p.paid.Add(frameTime)
	_, err := p.out.Write(p.buf)
	return err
}

// goodbye gives the terminal back, after run has returned.
func (p *painter) goodbye(lines []string) error {
	_, err := p.out.Write(p.canvas.goodbye(lines))
	return err
}
