package sshd

import (
	"context"
	"maps"
	"slices"
	"sync"
)

// Shutdown stops taking people in, leaves every screen with a line that says why, and closes all connections after two
// seconds at most. It returns when everything has ended, or with the context's error before.
func (s *Server) Shutdown(ctx context.Context) error {
	s.mu.Lock()
	s.end()
	for l := range s.listeners {
		_ = l.Close()
	}
	visits := slices.Collect(maps.Keys(s.visits))
	s.mu.Unlock()

	for _, v := range visits {
		go v.dismiss(closing)
	}
	patience, cancel := context.WithTimeout(ctx, grace)
	defer cancel()
	_ = wait(patience, &s.visiting) // who is still here then doesn't listen
	s.mu.Lock()
	connections := slices.Collect(maps.Keys(s.connections))
	s.mu.Unlock()
	for _, c := range connections {
		_ = c.Close()
	}
	if err := wait(ctx, &s.visiting); err != nil {
		return err
	}
	return wait(ctx, &s.connecting)
}

// wait waits for a group, or until the context ends.
func wait(ctx context.Context, g *sync.WaitGroup) error {
	done := make(chan struct{})
	go func() {
		defer close(done)
		g.Wait()
	}()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
