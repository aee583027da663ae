package store

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
)

// The disk fails while a vote is held, at any call and for any while, and is well again. Then the store is, too, without being
// opened anew: everything comes to the disk that it reports, and nothing that tells who voted what. A sync that fails is taken at
// its worst: the system has given up what it was to bring to the disk, and shows it all the same.
func TestAStoreIsWellAgainWhenItsDiskIs(t *testing.T) {
	diskFails(t, taskVote, 6, "vote-closed", everySpoiler)
}

// The same holds while people answer a health check and change what they have answered, until it is counted or given up. What
// short writes leave is tried with the vote.
func TestAStoreIsWellAgainWhenItsDiskIsInAHealthCheck(t *testing.T) {
	t.Run("that is counted", func(t *testing.T) { diskFails(t, taskCheck, 3, "check-closed", everyFailure) })
	t.Run("that is given up", func(t *testing.T) { diskFails(t, taskCheck, 1, "check-abandoned", everyFailure) })
}

// diskFails lets the disk fail in the last n appends of a task up to the first of a kind.
func diskFails(t *testing.T, task string, n int, until string, spoil func([]call) []failure) {
	if testing.Short() || raceEnabled { // nothing in it happens at once
		t.Skip("it takes long")
	}
	path := filepath.Join(inMemory(t), "convene.db")
	calls, _ := watch(t, path, task, 0)
	moments, _, err := momentsOf(disk{}, story{}, calls)
	if err != nil {
		t.Fatal(err)
	}
	p := patient{path: path, restarts: newRestarts(t)}
	appends := slices.DeleteFunc(moments, func(m moment) bool { return !m.reported })
	last := slices.IndexFunc(appends, func(m moment) bool { return m.story.flight.kind() == until })
	if last < n {
		t.Fatalf("the append number %d ends with %s", last+1, until)
	}
	p.from = appends[last-n]
	for _, m := range appends[last-n+1 : last+1] {
		p.portions = append(p.portions, m.story.flight)
	}
	all := p.calls(t)
	spoilers := spoil(all)
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

// everyFailure lets each call fail, and some with those that follow.
func everyFailure(calls []call) []failure {
	var out []failure
	for n := range calls {
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
	}
	return out
}

// everySpoiler does that, and lets each write be short.
func everySpoiler(calls []call) []failure {
	out := everyFailure(calls)
	for n, c := range calls {
		n++
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
	if len(end.story.done.records) != len(end.story.then.records) || len(end.story.done.box)+len(end.story.done.sheets) > 0 {
		t.Fatalf("%s: not everything was appended", f.how)
	}
	if err := end.story.done.isAllIn(end.disk.safe, end.story.then.appended); err != nil {
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
