//go:build unix

package main

import (
	"bufio"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

// A screenplay is what a person does at the keyboard, and what they must then see, line by line:
//
//	start [ARG ...]   run convene in a terminal, on the screenplay's own file of workshops, with no door unless it is asked for
//	press KEY ...     press keys, by name (enter, esc, ctrl+d …) or as themselves
//	type TEXT         type a text
//	paste TEXT        paste a text
//	see TEXT          wait until the screen shows the text
//	gone TEXT         wait until it no longer does
//	keep PATTERN      remember what on the screen matches the regular expression
//	again             wait until the screen shows what was remembered
//	turn NAME         take NAME's turn in the booth, which must be the one that is offered, right after another's turn too
//	back              take the keyboard back after the last turn
//	resize W H        change the window's size
//	kill              end the program as a power cut would
//	hang              close the window on the program
//	left STATUS       wait until the program has ended by itself
//
// Empty lines and lines that begin with # say nothing.
func TestScreenplays(t *testing.T) {
	plays, err := filepath.Glob("testdata/screenplay/*.txt")
	if err != nil || len(plays) == 0 {
		t.Fatalf("no screenplays: %v", err)
	}
	for _, play := range plays {
		for _, size := range [][2]int{{80, 24}, {120, 35}} {
			name := strings.TrimSuffix(filepath.Base(play), ".txt") + "/" + strconv.Itoa(size[0]) + "x" + strconv.Itoa(size[1])
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				perform(t, play, newTerminal(t, size[0], size[1]))
			})
		}
	}
}

func TestItIsAlwaysNoonAtATerminal(t *testing.T) {
	midnight := time.Date(2026, time.May, 1, 0, 31, 0, 0, time.UTC)
	for hour := range 24 {
		now := midnight.Add(time.Duration(hour) * time.Hour)
		zone, err := time.LoadLocation(noonZone(now))
		if err != nil {
			t.Fatal(err)
		}
		if got := now.In(zone).Format("15:04"); got != "12:31" {
			t.Errorf("at %s by UTC it is %s in %s", now.Format("15:04"), got, zone)
		}
	}
}

// perform plays a screenplay from its file. The program's folder is the test's own, so that exports land there.
func perform(t *testing.T, play string, term *terminal) {
	t.Helper()
	f, err := os.Open(play)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	term.folder = t.TempDir()
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		verb, rest, _ := strings.Cut(line, " ")
		if verb == "" || strings.HasPrefix(verb, "#") {
			continue
		}
		t.Logf("%s:%d: %s", filepath.Base(play), n, line)
		act(t, term, verb, rest)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
}

func act(t *testing.T, term *terminal, verb, rest string) {
	t.Helper()
	switch verb {
	case "start":
		args := append([]string{"--db", filepath.Join(term.folder, "convene.db")}, strings.Fields(rest)...)
		if !strings.Contains(rest, "--addr") {
			args = append(args, "--no-ssh")
		}
		term.start("convene", args...)
	case "press":
		term.press(strings.Fields(rest)...)
	case "type":
		term.send(rest)
	case "paste":
		term.paste(rest)
	case "see":
		term.See(rest)
	case "gone":
		term.Gone(rest)
	case "keep":
		term.keep(regexp.MustCompile(rest))
	case "again":
		term.See(term.kept)
	case "turn":
		term.Until("Whose turn is it?", func(s string) bool {
			return strings.Contains(s, "Whose turn is it?") || strings.Contains(s, "the next person")
		})
		if strings.Contains(term.Text(), "the next person") {
			term.press("o")
			term.See("Whose turn is it?")
		}
		term.press("enter")
		term.See("I am " + rest)
		term.press("enter")
		term.Gone("it is your turn")
	case "back":
		term.See("the facilitator's screen")
		term.press("esc")
		term.Gone("the facilitator's screen")
	case "resize":
		w, h, _ := strings.Cut(rest, " ")
		width, errW := strconv.Atoi(w)
		height, errH := strconv.Atoi(h)
		if errW != nil || errH != nil {
			t.Fatalf("resize needs a width and a height, not %q", rest)
		}
		term.resize(width, height)
	case "kill":
		term.kill()
	case "hang":
		term.hangUp()
	case "left":
		if want, err := strconv.Atoi(rest); err != nil || term.left() != want {
			t.Fatalf("the program ended with status %d, not %s", term.left(), rest)
		}
	default:
		t.Fatalf("no such verb: %s", verb)
	}
}
