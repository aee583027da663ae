package load

import (
	"flag"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

var (
	size = flag.Int("crowd", 0, "how many people come to each server; 0 measures nothing")
	runs = flag.Int("runs", 1, "how often everything is measured; the table has the medians")

	profile = flag.String("profile", "", "a file for the CPU profile of the program")
)

// What is measured, in the order of the table.
const (
	seenByHalf = "one change on all screens, p50, ms"
	seenByAll  = "one change on all screens, p99, ms"
	perScreen  = "server's CPU for each screen, ms"
	joining    = "join, from connect to first screen, p50, ms"
	perPerson  = "memory for each person, kB"
	idling     = "CPU with nothing to do, % of a core"
	ticking    = "CPU with a countdown, % of a core"
	busyAll    = "ten changes a second, p99, ms"
	changeSize = "bytes of a change"
)

// TestCrowd measures all three servers in turn, as often as -runs says, and prints a table. The raw server writes as many bytes as
// the program did right before.
func TestCrowd(t *testing.T) {
	if *size == 0 {
		t.Skip("it measures with -crowd 500")
	}
	results := map[string]map[string][]float64{"convene": {}, "raw": {}, "wish": {}}
	for range *runs {
		bytes := ""
		for _, name := range []string{"convene", "raw", "wish"} {
			m := measure(t, name, bytes)
			if name == "convene" {
				bytes = fmt.Sprintf("%s=%d %d", servesBytes, int(m["first screen"]), int(m[changeSize]))
			}
			for what, v := range m {
				results[name][what] = append(results[name][what], v)
			}
		}
	}
	var table strings.Builder
	fmt.Fprintf(&table, "%d people, medians of %d runs\n%-46s %10s %10s %10s %8s %8s\n", *size, *runs, "", "convene", "raw", "wish", "to raw", "to wish")
	for _, what := range []string{seenByHalf, seenByAll, perScreen, joining, perPerson, busyAll, idling, ticking, changeSize} {
		ours, raw, wish := median(results["convene"][what]), median(results["raw"][what]), median(results["wish"][what])
		fmt.Fprintf(&table, "%-46s %10.3f %10.3f %10.3f %8.2f %8.2f\n", what, ours, raw, wish, ours/raw, ours/wish)
	}
	t.Log(table.String())
}

// median is that of some figures.
func median(all []float64) float64 {
	if len(all) == 0 {
		return 0
	}
	return slices.Sorted(slices.Values(all))[len(all)/2]
}

// measure lets a crowd come to a server, and takes everything down.
func measure(t *testing.T, name, bytes string) map[string]float64 {
	t.Helper()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	p, err := begin(name, bytes)
	must(err)
	defer func() { must(p.end()) }()
	before, err := p.memory()
	must(err)
	c, err := gather(p, *size)
	must(err)
	m := map[string]float64{"first screen": float64(c.bytes()), joining: ms(quantile(c.joins, 0.5))}
	after, err := p.memory()
	must(err)
	m[perPerson] = float64(after-before) / float64(*size)

	const changes = 30
	c.bytes()
	began, err := p.cpu()
	must(err)
	seen, err := c.sees(changes, 300*time.Millisecond)
	must(err)
	ended, err := p.cpu()
	must(err)
	m[seenByHalf], m[seenByAll] = ms(quantile(seen, 0.5)), ms(quantile(seen, 0.99))
	m[perScreen] = ms(ended-began) / float64(changes**size)
	m[changeSize] = float64(c.bytes()) / changes

	busy, err := c.sees(100, 100*time.Millisecond)
	must(err)
	m[busyAll] = ms(quantile(busy, 0.99))
	m[idling] = share(t, p)
	if name == "convene" {
		_, err = p.tell("clock on")
		must(err)
		m[ticking] = share(t, p)
	}
	c.leaves()
	return m
}

// share is how much of a core the server takes while ten seconds pass, in per cent.
func share(t *testing.T, p *process) float64 {
	t.Helper()
	<-time.After(time.Second) // whatever was going on
	began, err := p.cpu()
	if err != nil {
		t.Fatal(err)
	}
	const while = 10 * time.Second
	<-time.After(while)
	ended, err := p.cpu()
	if err != nil {
		t.Fatal(err)
	}
	return 100 * float64(ended-began) / float64(while)
}

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
