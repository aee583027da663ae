package sshd

import (
	"context"
	"maps"
	"slices"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// maxScreens is how many terminals one person has at a time: one or two in use, and those that a bad network has left
// behind, which keepAlive finds dead only after two minutes. So nobody is refused who opens one more: their oldest ends.
const maxScreens = 4

// person is whose terminals are counted together: a key. Who comes without one is a seat, when the Host knows that, and
// their connection until then.
type person struct {
	limit   *rate.Limiter // of their keys, on all terminals, of what they ask for besides, and of what all that takes
	screens []*visit      // the oldest first
	walls   []*visit      // which need no seat, and are the Host's to count
}

// people are those who have a terminal, and who had one, or asked for something, so lately that their limit still counts. It
// is safe for concurrent use.
type people struct {
	mu    sync.Mutex
	known map[string]*person
}

// come counts a terminal as a person's. It returns the one that has to end for it; nil when none has.
func (p *people) come(v *visit, who string) (oldest *visit) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.add(v, who)
}

// become counts a terminal as somebody else's than before, unless it is gone. Otherwise it is as come.
func (p *people) become(v *visit, who string) (oldest *visit) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !v.person.Load().drop(v) {
		return nil
	}
	return p.add(v, who)
}

// leave counts a terminal no longer.
func (p *people) leave(v *visit) {
	p.mu.Lock()
	defer p.mu.Unlock()
	v.person.Load().drop(v)
}

// await waits until a person may ask for something more, which counts as a key: it has to be acted on as well. It returns false
// when the context has ended before.
func (p *people) await(ctx context.Context, who string) bool {
	p.mu.Lock()
	place := p.as(who).limit.Reserve()
	p.mu.Unlock()
	turn := time.NewTimer(place.Delay())
	defer turn.Stop()
	select {
	case <-turn.C:
		return true
	case <-ctx.Done():
		place.Cancel() // nobody has to wait for who has gone
		return false
	}
}

// as is the person who is known as that. It needs mu. Whoever is new makes place for those who may be forgotten.
func (p *people) as(who string) *person {
	one := p.known[who]
	if one == nil {
		maps.DeleteFunc(p.known, func(_ string, one *person) bool { return one.forgettable() })
		one = &person{limit: newEventLimit()}
		p.known[who] = one
	}
	return one
}

// add needs mu.
func (p *people) add(v *visit, who string) (oldest *visit) {
	one := p.as(who)
	v.person.Store(one)
	if v.wall {
		one.walls = append(one.walls, v)
		return nil
	}
	one.screens = append(one.screens, v)
	if len(one.screens) <= maxScreens {
		return nil
	}
	oldest = one.screens[0]
	one.screens = slices.Delete(one.screens, 0, 1)
	return oldest
}

// drop says whether the terminal was counted as this person's.
func (o *person) drop(v *visit) bool {
	before := len(o.screens) + len(o.walls)
	is := func(other *visit) bool { return other == v }
	o.screens, o.walls = slices.DeleteFunc(o.screens, is), slices.DeleteFunc(o.walls, is)
	return len(o.screens)+len(o.walls) < before
}

// forgettable says whether the person has gone and nothing would be different if they came anew: whoever closes their
// terminal and opens another has typed no less.
func (o *person) forgettable() bool {
	return len(o.screens)+len(o.walls) == 0 && o.limit.Tokens() >= eventBurst
}
