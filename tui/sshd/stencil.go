package sshd

import (
	"sync"

	"github.com/charmbracelet/colorprofile"
)

// maxStencils is how many patches are remembered for all terminals. What a whole group looks at has as many lines as a window.
const maxStencils = 512

// stencil is all on which a patch depends: two terminals at which it is the same get the same.
type stencil struct {
	profile  colorprofile.Profile
	y, width int
	style    string // in which the terminal writes
	old, now string
}

// patched is what a patch comes to.
type patched struct {
	bytes string
	style string // in which the terminal writes from then on
}

// stencils are the patches that were worked out last. Most terminals show, most of the time, what many others show, and what one of
// them was written changes the others as well. The zero value is ready for use, by any goroutine.
type stencils struct {
	mu    sync.Mutex
	known map[stencil]patched
}

func (s *stencils) find(of stencil) (p patched, known bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	p, known = s.known[of]
	return p, known
}

func (s *stencils) keep(of stencil, p patched) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.known == nil || len(s.known) >= maxStencils {
		s.known = make(map[stencil]patched)
	}
	s.known[of] = p
}
