package tui

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/workshop/reel"
)

// ReplayConfig is what a replay is made of.
type ReplayConfig struct {
	Reel  *reel.Reel         // of one record at least
	Tell  func(n int) string // what the n-th record was, in words, as far as everyone knew then
	Speed float64            // how many times faster than real time, LeastReplaySpeed to MostReplaySpeed
	Now   func() time.Time   // time.Now outside tests
	ASCII bool
	Dark  bool
}

// replay shows a workshop again: the wall as it was at every moment, and under it a bar that says where on the film it is. Nobody
// can do anything in it.
type replay struct {
	config  ReplayConfig
	wall    *App
	seat    *reelSeat
	keys    replayKeys
	film    time.Duration // where it is
	since   time.Time     // when it was there, in real time
	stopped bool
	speed   float64
	help    bool
	width   int
	height  int
}

// frameMsg is the next moment of a film that runs. Those of an earlier run don't count.
type frameMsg struct{ due time.Time }

// frameTime is how often a film that runs is looked at.
const frameTime = 50 * time.Millisecond

// The slowest and the fastest that a replay goes, as multiples of real time.
const (
	LeastReplaySpeed = 1
	MostReplaySpeed  = 3600
)

// replayKeys are all keys of a replay.
type replayKeys struct {
	stop, next, before, nextScene, sceneBefore, begin, end, faster, slower, tenth, help, shade, leave key.Binding
}

func newReplayKeys() replayKeys {
	return replayKeys{
		stop:        bind("pause or go on", "space", "space"),
		before:      bind("one back", "←", "left", "h"),
		next:        bind("one on", "→", "right", "l"),
		sceneBefore: bind("phase before", "↑ or [", "up", "[", "k"),
		nextScene:   bind("next phase", "↓ or ]", "down", "]", "j"),
		begin:       bind("beginning", "", "home"),
		end:         bind("end", "", "end"),
		faster:      bind("twice as fast", "+", "+", "="),
		slower:      bind("half as fast", "", "-"),
		tenth:       bind("so many tenths", "0-9", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
		help:        bind("help", "", "?", "f1"),
		shade:       bind("light or dark", "", "ctrl+b"),
		leave:       bind("leave", "q", "q", "Q", "esc", "ctrl+c"),
	}
}

func newReplay(ctx context.Context, c ReplayConfig) *replay {
	r := &replay{config: c, keys: newReplayKeys(), speed: c.Speed, since: c.Now(), width: 80, height: 24}
	r.seat = &reelSeat{reel: c.Reel}
	r.seat.turn(r.first())
	r.wall = New(ctx, Config{Seat: r.seat, Wall: true, Served: true, Now: r.clock, ASCII: c.ASCII, Dark: c.Dark})
	return r
}

// RunReplay shows a workshop again on this terminal until the person leaves or the context ends.
func RunReplay(ctx context.Context, c ReplayConfig, in io.Reader, out io.Writer) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	if err := runHere(ctx, newReplay(ctx, c), in, out); err != nil && ctx.Err() == nil {
		return fmt.Errorf("run screen: %w", err)
	}
	return nil
}

// Init asks the terminal for its background, and lets the film run.
func (r *replay) Init() tea.Cmd { return tea.Batch(tea.RequestBackgroundColor, r.frame()) }

// Update routes a message: the window, the next moment, a key.
func (r *replay) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		r.width, r.height = msg.Width, msg.Height
	case tea.BackgroundColorMsg:
		r.wall.Update(msg)
	case frameMsg:
		if r.stopped || !msg.due.Equal(r.since) {
			return r, nil
		}
		r.run()
		return r, r.frame()
	case tea.KeyPressMsg:
		return r, r.press(msg)
	}
	return r, nil
}

// frame asks for the next moment, while the film runs.
func (r *replay) frame() tea.Cmd {
	if r.stopped {
		return nil
	}
	due := r.since
	return tea.Tick(frameTime, func(time.Time) tea.Msg { return frameMsg{due} })
}

// run lets the film go on by the time that has really passed. At its end it stops.
func (r *replay) run() {
	now := r.config.Now()
	gone := float64(now.Sub(r.since)) * r.speed
	left := r.config.Reel.Length() - r.film
	r.since = now
	if gone >= float64(left) {
		r.goTo(r.config.Reel.Len())
		r.stopped = true
		return
	}
	r.film += time.Duration(gone)
	r.seat.turn(r.config.Reel.By(r.film))
	r.wall.follow()
}

// first is the first record after which the group is anywhere: it gathers as soon as the workshop is opened.
func (r *replay) first() int {
	if scenes := r.config.Reel.Scenes(); len(scenes) > 0 {
		return scenes[0].From
	}
	return 1
}

// goTo shows the moment at which the n-th record has come, and no other after it.
func (r *replay) goTo(n int) {
	n = max(r.first(), min(n, r.config.Reel.Len()))
	r.film, r.since = r.config.Reel.Comes(n), r.config.Now()
	r.seat.turn(n)
	r.wall.follow()
}

// clock is what the time was at the moment that is shown.
func (r *replay) clock() time.Time { return r.config.Reel.Clock(r.seat.n, r.film) }

func (r *replay) press(msg tea.KeyPressMsg) tea.Cmd {
	k, all := r.keys, r.config.Reel
	if !r.stopped {
		r.run()
	}
	n := r.seat.n
	switch {
	case key.Matches(msg, k.leave):
		if r.help && msg.String() == "esc" {
			r.help = false
			break
		}
		return tea.Quit
	case key.Matches(msg, k.help):
		r.help = !r.help
	case key.Matches(msg, k.shade):
		r.wall.shade(!r.wall.dark)
	case key.Matches(msg, k.stop):
		if n == all.Len() && r.stopped {
			r.goTo(r.first())
		}
		r.stopped = !r.stopped
		r.since = r.config.Now()
	case key.Matches(msg, k.next):
		r.stopped = true
		r.goTo(n + 1)
	case key.Matches(msg, k.before):
		r.stopped = true
		r.goTo(n - 1)
	case key.Matches(msg, k.nextScene):
		r.goTo(r.sceneAfter(n))
	case key.Matches(msg, k.sceneBefore):
		r.goTo(r.sceneBefore(n))
	case key.Matches(msg, k.begin):
		r.goTo(r.first())
	case key.Matches(msg, k.end):
		r.goTo(all.Len())
	case key.Matches(msg, k.faster):
		r.speed = min(MostReplaySpeed, r.speed*2)
	case key.Matches(msg, k.slower):
		r.speed = max(LeastReplaySpeed, r.speed/2)
	case key.Matches(msg, k.tenth):
		tenths, _ := strconv.Atoi(msg.String())
		r.goTo(all.By(all.Length() * time.Duration(tenths) / 10))
	}
	r.since = r.config.Now()
	return r.frame()
}

// sceneAfter is where the next phase begins, or the end.
func (r *replay) sceneAfter(n int) int {
	scenes := r.config.Reel.Scenes()
	if i := r.config.Reel.Scene(n) + 1; i < len(scenes) {
		return scenes[i].From
	}
	return r.config.Reel.Len()
}

// sceneBefore is where this phase began or, from its beginning, the one before.
func (r *replay) sceneBefore(n int) int {
	scenes := r.config.Reel.Scenes()
	i := r.config.Reel.Scene(n)
	if i >= 0 && scenes[i].From == n {
		i--
	}
	if i < 0 {
		return r.first()
	}
	return scenes[i].From
}
