package sshd

import (
	"context"
	"io"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"golang.org/x/time/rate"
)

// How much of what a terminal sends is looked at, in bytes: pastes mostly, each of which is one event to its program,
// whatever its length. What comes faster is dropped, not delayed: somebody who pastes a book by mistake can go on typing
// at once. How many events there may be is the pace's affair (pace.go).
const (
	inputRate  = 4 << 10 // a second
	inputBurst = 32 << 10
)

// readSize is how much is read at a time, in bytes.
const readSize = 1 << 10

// input brings what somebody types, what their mouse does and the sizes of their window to a program.
type input struct {
	from    io.Reader
	resized <-chan struct{}
	send    func(tea.Msg) // returns at once when the program has ended
	quit    func()        // leaves the program, because no key can come any more
	idle    *idle

	decoder uv.EventDecoder
	limit   *rate.Limiter
	pace    *pace
	mouse   *mouse
	chunks  chan []byte
	now     time.Time // when what is looked at was taken: who leans on a keyboard sends many keys in one piece
}

func newInput(
	from io.Reader, window func() size, resized <-chan struct{}, send func(tea.Msg), quit func(), i *idle,
	keys func() *rate.Limiter,
) *input {
	in := &input{
		from: from, resized: resized, send: send, quit: quit, idle: i,
		limit: rate.NewLimiter(inputRate, inputBurst), pace: newPace(send, keys), chunks: make(chan []byte),
	}
	in.mouse = newMouse(window, in.pace.take)
	return in
}

// receive reads until the terminal's channel has closed. After the program has ended it goes on reading, and what it
// reads is lost, because nothing but that end sets a read free.
func (in *input) receive(ctx context.Context) {
	var spare [2][readSize]byte // one is cut while the other is filled
	for i := 0; ; {
		n, err := in.from.Read(spare[i][:])
		if n > 0 {
			select {
			case in.chunks <- spare[i][:n]:
				i = 1 - i
			case <-ctx.Done():
			}
		}
		if err != nil {
			break
		}
	}
	close(in.chunks)
	drain(ctx, in.from) // a wall stays
}

// tell cuts what has been received and tells the program, until the context ends. Of a window that is being pulled at it
// tells once a frame: every size means a new picture, and more of them nobody sees. Each counts as an event, and those that
// follow wait for it as keys do; only the newest is kept.
func (in *input) tell(ctx context.Context) {
	cut := newCutter(in.keys, in.paste)
	silence := time.NewTimer(uv.DefaultEscTimeout)
	defer silence.Stop()
	defer in.idle.stop()
	defer in.pace.turn.Stop()
	defer in.mouse.turn.Stop()
	seen := time.NewTimer(frameTime)
	defer seen.Stop()
	chunks, resized := in.chunks, in.resized
	for {
		select {
		case <-ctx.Done():
			return
		case <-resized:
			in.send(tea.WindowSizeMsg{}) // the model knows the newest size
			resized = nil
			seen.Reset(max(frameTime, in.pace.limit().Reserve().Delay()))
		case <-seen.C:
			resized = in.resized
		case <-in.pace.turn.C:
			in.pace.next()
		case <-in.mouse.turn.C:
			in.mouse.next()
		case <-silence.C:
			in.now = time.Now()
			cut.expire()
		case b, ok := <-chunks:
			in.now = time.Now()
			if !ok {
				cut.expire()
				in.pace.finish(in.quit)
				chunks = nil
				continue
			}
			cut.take(b)
			if cut.waiting() {
				silence.Reset(uv.DefaultEscTimeout)
			} else {
				silence.Stop()
			}
		}
	}
}

// admit says whether a piece of so many bytes may pass.
func (in *input) admit(n int) bool {
	in.idle.touch(in.now)
	return in.limit.AllowN(in.now, n)
}

// keys tells the program about keys: a run of text, one other key, or what the mouse does.
func (in *input) keys(b []byte) {
	if !in.admit(len(b)) {
		return
	}
	for one := b[0] == ansi.ESC; len(b) > 0; {
		n, event := in.decoder.Decode(b)
		switch event := event.(type) {
		case uv.KeyPressEvent:
			in.pace.take(tea.KeyPressMsg(event))
		case uv.MouseEvent:
			if isReport(b) {
				in.mouse.take(event)
			}
		}
		if one {
			return
		}
		b = b[max(1, n):]
	}
}

func (in *input) paste(b []byte) {
	if in.admit(len(b)) {
		in.pace.take(tea.PasteMsg{Content: string(b)})
	}
}
