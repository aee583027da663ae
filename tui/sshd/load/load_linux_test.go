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
	busy = flag.Duration("busy", 10*time.Second, "how long there are ten changes a second")

	width  = flag.Int("width", 100, "of every terminal, in cells")
	height = flag.Int("height", 30, "of every terminal, in lines")

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
	lastBusy   = "ten changes a second, p99 of the last tenth, ms"
)

// What only the program is measured in: beside those who do their worst; when everyone has gone to another note, of which all
// hear; and while a countdown runs.
const (
	without      = "p95 without hostile clients, ms"
	stalled      = "p95 beside one who reads nothing, ms"
	bombed       = "p95 beside one who bombs, ms"
	besides      = "p95 beside two who bomb, one of them deaf, ms"
	walkedByHalf = "everyone is on a note: p50, ms"
	walkedByAll  = "everyone is on a note: p99, ms"
	walkedScreen = "everyone is on a note: CPU for each screen, ms"
	walkedTick   = "everyone is on a note: CPU with a countdown, %"
	echoing      = "own key echo while a countdown runs, p99, ms"
)

// TestCrowd measures all three servers in turn, as often as -runs says, and prints a table. The raw server writes as many bytes as
// the program did right before.
func TestCrowd(t *testing.T) {
	if *size == 0 {
		t.Skip("it measures with -crowd 499")
	}
	if *size >= most {
		t.Fatalf("a workshop has seats for %d people and one who facilitates", most-1)
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
	for _, what := range []string{
		seenByHalf, seenByAll, perScreen, joining, perPerson, busyAll, lastBusy, idling, ticking, changeSize,
		without, stalled, bombed, besides, walkedByHalf, walkedByAll, walkedScreen, walkedTick, echoing,
	} {
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

	c.bytes()
	seen, perChange, err := c.changes(changes)
	must(err)
	m[seenByHalf], m[seenByAll], m[perScreen] = ms(quantile(seen, 0.5)), ms(quantile(seen, 0.99)), perChange
	m[changeSize] = float64(c.bytes()) / float64(len(seen)/len(c.clients))

	all, err := c.sees(int(*busy/(100*time.Millisecond)), 100*time.Millisecond)
	must(err)
	m[busyAll], m[lastBusy] = ms(quantile(all, 0.99)), ms(quantile(all[len(all)-len(all)/10:], 0.99))
	m[idling] = share(t, p)
	if name == "convene" {
		must(measureMore(t, p, c, m))
	}
	c.leaves()
	return m
}

// measureMore measures what only the program can do.
func measureMore(t *testing.T, p *process, c *crowd, m map[string]float64) error {
	t.Helper()
	if _, err := p.tell("clock on"); err != nil {
		return err
	}
	m[ticking] = share(t, p)
	if _, err := p.tell("clock off"); err != nil {
		return err
	}
	for what, manners := range map[string][]manner{
		without: nil, stalled: {{deaf: true}}, bombed: {{bombs: true}}, besides: {{bombs: true}, {bombs: true, deaf: true}},
	} {
		seen, err := c.beside(manners...)
		if err != nil {
			return err
		}
		m[what] = ms(quantile(seen, 0.95))
	}

	if err := c.walk(); err != nil {
		return err
	}
	seen, took, err := c.changes(changes)
	if err != nil {
		return err
	}
	m[walkedScreen] = took
	m[walkedByHalf], m[walkedByAll] = ms(quantile(seen, 0.5)), ms(quantile(seen, 0.99))
	if _, err := p.tell("clock on"); err != nil {
		return err
	}
	m[walkedTick] = share(t, p)
	if _, err := p.tell("solo"); err != nil {
		return err
	}
	<-time.After(3 * time.Second) // all have been drawn another screen
	echoes, err := c.echoes(300)  // of which three are slower than 99 of 100
	m[echoing] = ms(quantile(echoes, 0.99))
	return err
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
