package main

import (
	"maps"
	"sync"
	"time"

	"convene/workshop/tongue"
)

// budget is how much of something may come from each of many sources: so much at once, and then one more each time that
// one is forgiven. It is safe for concurrent use.
type budget[K comparable] struct {
	of      excess
	now     func() time.Time
	most    int           // at once
	forgive time.Duration // until one is forgotten

	mu     sync.Mutex
	spent  map[K]spent
	tidyAt int // how many are remembered when it is looked next who can be forgotten
}

// spent is how much a source had used up at a time.
type spent struct {
	much float64
	at   time.Time
}

func newBudget[K comparable](of excess, now func() time.Time, most int, forgive time.Duration) *budget[K] {
	return &budget[K]{of: of, now: now, most: most, forgive: forgive, spent: make(map[K]spent), tidyAt: leastTidy}
}

// tooMuch is the error of a source that has used up what it may. It says what people are told: see limits.go.
type tooMuch struct {
	of   excess
	wait time.Duration
}

func (e tooMuch) Error() string { return e.In(tongue.Tongue{}) }

// In says it in a language: what there was too much of, and for how many seconds to wait.
func (e tooMuch) In(l tongue.Tongue) string {
	return e.of.in(l, max(1, int(e.wait.Round(time.Second).Seconds())))
}

// take uses one up, or returns tooMuch when there is none left.
func (b *budget[K]) take(from K) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	used := b.used(from)
	if over := used + 1 - float64(b.most); over > 0 {
		return tooMuch{b.of, time.Duration(over * float64(b.forgive))}
	}
	b.spent[from] = spent{used + 1, b.now()}
	b.tidy()
	return nil
}

// back undoes one take, of something that does not count after all.
func (b *budget[K]) back(from K) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.spent[from] = spent{b.used(from) - 1, b.now()}
	b.tidy()
}

// tidy forgets, now and then, who has nothing left to be forgiven. The caller holds mu.
func (b *budget[K]) tidy() {
	if len(b.spent) < b.tidyAt {
		return
	}
	maps.DeleteFunc(b.spent, func(from K, _ spent) bool { return b.used(from) <= 0 })
	b.tidyAt = max(leastTidy, 2*len(b.spent))
}

// leastTidy is how many sources are remembered at least before it is looked who can be forgotten.
const leastTidy = 64

// used is how much of a source's use is not forgiven yet. The caller holds mu.
func (b *budget[K]) used(from K) float64 {
	s := b.spent[from]
	return max(0, s.much-float64(b.now().Sub(s.at))/float64(b.forgive))
}
