package room

import "sync"

// maxMemo is how many things a memo remembers. In an ordinary moment they are a handful: as many as there are sizes of windows.
const maxMemo = 256

// memo is the workshop.Memo of a moment, and goes with it. The zero one is ready for use.
type memo struct {
	mu    sync.Mutex
	known map[any]func() any
}

// Once returns what work makes for a key. All who ask for the same at the same time wait for one of them.
func (m *memo) Once(key any, work func() any) any {
	m.mu.Lock()
	result, known := m.known[key]
	if !known {
		if m.known == nil || len(m.known) >= maxMemo {
			m.known = make(map[any]func() any)
		}
		result = sync.OnceValue(work)
		m.known[key] = result
	}
	m.mu.Unlock()
	return result()
}
