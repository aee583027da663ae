package main

import (
	"context"
	"io"
	"log/slog"
	"maps"
	"slices"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// How many lines of one kind come into the log: so many at once, and then one each time that so long has passed. Visits are
// what an admin wants to see each of, and a busy day has thousands: so it is with all that is below a warning. What is refused
// may be an attack, which would fill the disk.
const (
	manyVisits    = 2000
	visitsRate    = 0.5 // a second
	manyRefusals  = 10
	refusalsRate  = 1.0 / 60
	kindsOfLines  = 200 // more are one kind: there are about fifty
	unwrittenName = "times"
)

// sparing is a slog.Handler that doesn't let its log grow with what somebody does at the door. A line that is one too many is
// counted, and the last of its kind is written, with how many there were, as soon as the kind may have another.
//
// A kind is a level, a message and what "why" says, all of which are ours; what visitors say is in other attributes.
type sparing struct {
	slog.Handler
	book *book
}

// book is what all handlers that were made of one sparing share.
type book struct {
	mu    sync.Mutex
	kinds map[string]*lineKind
}

// lineKind is the lines of one kind.
type lineKind struct {
	limit *rate.Limiter
	times int                   // how many were not written
	write func(times int) error // writes the last of them
}

// sparingLog is a log of what happens, from a level on, and what to call when it ends.
func sparingLog(w io.Writer, level slog.Level) (log *slog.Logger, flush func()) {
	s := newSparing(slog.NewTextHandler(w, &slog.HandlerOptions{Level: level}))
	return slog.New(s), s.flush
}

func newSparing(to slog.Handler) sparing {
	return sparing{to, &book{kinds: make(map[string]*lineKind)}}
}

// Handle writes a line or counts it.
func (s sparing) Handle(ctx context.Context, r slog.Record) error {
	s.book.mu.Lock()
	defer s.book.mu.Unlock()
	k := s.book.kind(r)
	if k.times == 0 && k.limit.Allow() {
		return s.Handler.Handle(ctx, r)
	}
	k.times++
	last := r.Clone()
	k.write = func(times int) error {
		last.AddAttrs(slog.Int(unwrittenName, times))
		return s.Handler.Handle(context.WithoutCancel(ctx), last)
	}
	if k.times == 1 {
		time.AfterFunc(k.limit.Reserve().Delay(), func() { s.book.settle(k) })
	}
	return nil
}

// settle writes how many lines of a kind were not written, if any.
func (b *book) settle(k *lineKind) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if k.times > 0 {
		_ = k.write(k.times) // as little as log/slog does it look at the error
		k.times, k.write = 0, nil
	}
}

// flush writes how many lines of all kinds were not written.
func (s sparing) flush() {
	s.book.mu.Lock()
	kinds := slices.Collect(maps.Values(s.book.kinds))
	s.book.mu.Unlock()
	for _, k := range kinds {
		s.book.settle(k)
	}
}

// WithAttrs is a handler that shares the counts.
func (s sparing) WithAttrs(attrs []slog.Attr) slog.Handler {
	return sparing{s.Handler.WithAttrs(attrs), s.book}
}

// WithGroup is a handler that shares the counts.
func (s sparing) WithGroup(name string) slog.Handler {
	return sparing{s.Handler.WithGroup(name), s.book}
}

// kind finds, or begins, the kind of a line. The caller holds mu.
func (b *book) kind(r slog.Record) *lineKind {
	name := r.Level.String() + " " + r.Message
	r.Attrs(func(a slog.Attr) bool {
		if a.Key == "why" {
			name += " " + a.Value.String()
		}
		return a.Key != "why"
	})
	k := b.kinds[name]
	if k == nil && len(b.kinds) >= kindsOfLines {
		name = r.Level.String() + " others"
		k = b.kinds[name]
	}
	if k == nil {
		k = &lineKind{limit: rate.NewLimiter(refusalsRate, manyRefusals)}
		if r.Level < slog.LevelWarn {
			k.limit = rate.NewLimiter(visitsRate, manyVisits)
		}
		b.kinds[name] = k
	}
	return k
}
