package store

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// The disk fails while a vote is held, at any call and for any while, and is well again. Then the store is, too, without being
// opened anew: everything comes to the disk that it reports, and nothing that tells who voted what. A sync that fails is taken at
// its worst: the system has given up what it was to bring to the disk, and shows it all the same.
func TestAStoreIsWellAgainWhenItsDiskIs(t *testing.T) {
	if testing.Short() || raceEnabled { // nothing in it happens at once
		t.Skip("it takes long")
	}
	path := filepath.Join(inMemory(t), "convene.db")
	calls, _ := watch(t, path, taskVote, 0)
	moments, _, err := momentsOf(disk{}, story{}, calls)
	if err != nil {
		t.Fatal(err)
	}
	p := patient{path: path, restarts: newRestarts(t)}
	for i, m := range moments {
		if next := moments[min(i+1, len(moments)-1)]; m.reported && next.story.flight.kind() == "vote-opened" {
			p.from = m
			p.portions = portionsAfter(moments[i+1:], 6)
			break
		}
	}
	if n := len(p.portions); n != 6 || p.portions[n-1].kind() != "vote-closed" {
		t.Fatalf("%d portions", n)
	}
	all := p.calls(t)
	spoilers := everySpoiler(all)
	t.Logf("%d failures of the disk, at each of the %d calls of %d appends", len(spoilers), len(all), len(p.portions))
	shards := runtime.GOMAXPROCS(0)
	for shard := range shards {
		t.Run(fmt.Sprint(shard), func(t *testing.T) {
			t.Parallel()
			q := patient{filepath.Join(inMemory(t), "convene.db"), p.from, p.portions, newRestarts(t)}
			for i := shard; i < len(spoilers); i += shards {
				q.survives(t, spoilers[i])
			}
		})
	}
}

// failure is a way in which the disk fails.
type failure struct {
	how    string
	spoils spoiler
}

// everySpoiler lets each call fail, some with those that follow, and each write be short.
func everySpoiler(calls []call) []failure {
	var out []failure
	for n, c := range calls {
		n++
		lengths := []int{1}
		if n%5 == 1 { // they overlap
			lengths = append(lengths, 8)
		}
		for _, length := range lengths {
			out = append(out, failure{fmt.Sprintf("%d calls fail from %d on", length, n), func(i int, _ call) fate {
				if i >= n && i < n+length {
					return fails
				}
				return succeeds
			}})
		}
		if c.does != writes {
			continue
		}
		out = append(out, failure{fmt.Sprintf("call %d is short, and the next fails", n), func(i int, _ call) fate {
			switch i {
			case n:
				return isShort
			case n + 1:
				return fails
			default:
				return succeeds
			}
		}})
	}
	return out
}

// portionsAfter are the first n portions that are appended in some moments.
func portionsAfter(moments []moment, n int) []portion {
	var out []portion
	for _, m := range moments {
		if m.reported && len(out) < n {
			out = append(out, m.story.flight)
		}
	}
	return out
}

// patient is a store that appends portions from a moment on, while its disk fails.
type patient struct {
	path     string
	from     moment
	portions []portion
	restarts *restarts
}

// run lets a process append all portions, in spite of everything.
func (p *patient) run(t *testing.T, spoils spoiler) []call {
	t.Helper()
	overwrite(t, p.path, p.from.disk.safe)
	page, err := json.Marshal(p.portions)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(p.path+portionsFile, page, 0o600); err != nil {
		t.Fatal(err)
	}
	w := &tracer{spoils: spoils}
	w.watch(t, p.path, taskInSpite)
	return w.done
}

// calls are those of appends with which nothing is wrong.
func (p *patient) calls(t *testing.T) []call {
	t.Helper()
	var out []call
	for _, c := range p.run(t, nil) {
		if c.does != says {
			out = append(out, c)
		}
	}
	return out
}

// survives checks what a failure of the disk leaves.
func (p *patient) survives(t *testing.T, f failure) {
	t.Helper()
	calls := p.run(t, f.spoils)
	moments, end, err := momentsOf(disk{safe: p.from.disk.safe}, story{done: p.from.story.done, then: p.from.story.done}, calls)
	if err != nil {
		t.Fatal(err)
	}
	if len(end.story.done.records) != len(end.story.then.records) || len(end.story.done.box) > 0 {
		t.Fatalf("%s: not everything was appended", f.how)
	}
	if err := end.story.done.isAllIn(end.disk.safe); err != nil {
		t.Errorf("%s: on the disk: %v", f.how, err)
	}
	for _, m := range append(moments, end) {
		if !m.reported && m.number != end.number {
			continue
		}
		if err := p.restarts.after(fault{m, f.how, nil}); err != nil {
			t.Errorf("%s, %s: what was reported doesn't survive a power cut: %v", f.how, m, err)
		}
	}
}
