package room

import (
	"sync"
	"testing"
)

func TestAMemoWorksOnceForAll(t *testing.T) {
	var m memo
	var mu sync.Mutex
	worked := map[string]int{}
	ask := func(key string) any {
		return m.Once(key, func() any {
			mu.Lock()
			defer mu.Unlock()
			worked[key]++
			return key + "!"
		})
	}
	var all sync.WaitGroup
	for range 50 {
		for _, key := range []string{"a", "b"} {
			all.Go(func() {
				if got := ask(key); got != key+"!" {
					t.Errorf("%s gave %v", key, got)
				}
			})
		}
	}
	all.Wait()
	if worked["a"] != 1 || worked["b"] != 1 {
		t.Errorf("worked %v times", worked)
	}
}

func TestAMemoStaysSmall(t *testing.T) {
	var m memo
	worked := 0
	for range 2 {
		for i := range 10_000 {
			m.Once(i, func() any { worked++; return i })
		}
	}
	if worked != 20_000 {
		t.Errorf("it remembers %d of 10,000 things", 20_000-worked)
	}
}
