//go:build unix

package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"convene/workshop"
	"convene/workshop/reel"
	"convene/workshop/workshoptest"
)

// The sentence about a record tells nothing that the room did not know when it came.
func TestAReplayTellsNothingTooEarly(t *testing.T) {
	_, sample := workshoptest.Sample()
	_, consent := workshoptest.SampleByConsent()
	for name, records := range map[string][]workshop.Record{"sample": sample, "consent": consent, "rehearsal": rehearsed(t, 3)} {
		film, looked, private, answered := reel.New(records), 0, 0, 0
		for n := 1; n <= film.Len(); n++ {
			said, state := tellRecord(film, n), film.State(n)
			if said == "" {
				t.Errorf("%s: nothing is said about record %d", name, n)
			}
			if strings.Contains(said, "private") || strings.Contains(said, "has a hand ready") {
				private++
			}
			for note := range state.Notes.All() {
				if looked++; !note.Revealed && strings.Contains(said, note.Text) {
					t.Errorf("%s, record %d: %q is private", name, n, said)
				}
			}
			for _, nomination := range state.Nominations {
				if !nomination.Revealed && strings.Contains(said, nomination.Reason) {
					t.Errorf("%s, record %d: %q is private", name, n, said)
				}
			}
			switch v := film.Record(n).Event.(type) {
			case workshop.HandShown:
				if !film.State(n-1).Hands.Revealed && v.Concern != "" && strings.Contains(said, v.Concern) {
					t.Errorf("%s, record %d: %q is private", name, n, said)
				}
			case workshop.ConsentSignalled:
				if answered++; !film.State(n-1).Signals.Revealed && said != "somebody answered the proposal" &&
					said != "nothing changed on the wall" {
					t.Errorf("%s, record %d: %q is private", name, n, said)
				}
			default:
			}
			for _, p := range state.Participants() {
				signal, _ := state.Signals.Of(p.ID)
				if !state.Signals.Revealed && signal.Objects && strings.Contains(said, signal.Reason) {
					t.Errorf("%s, record %d: %q is private", name, n, said)
				}
			}
		}
		if looked == 0 || private < 50 || name == "consent" && answered < 10 {
			t.Errorf("%s: %d notes were looked for, %d records are private at first, with %d answers", name, looked, private, answered)
		}
	}
}

// keptDemo plays a rehearsal in a language into a file, and returns its code.
func keptDemo(t *testing.T, db string, l workshop.Language) string {
	t.Helper()
	demo := exec.Command("convene", "demo", "--no-tui", "--speed", "0", "--people", "5", "--lang", string(l), "--db", db)
	if out, err := demo.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	out, err := exec.Command("convene", "list", "--json", "--db", db).Output()
	if err != nil {
		t.Fatal(err)
	}
	var all []listed
	if err := json.Unmarshal(out, &all); err != nil {
		t.Fatal(err)
	}
	return string(all[0].Code)
}

func TestAReplayAtATerminal(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {60, 15}} {
		t.Run(fmt.Sprint(size), func(t *testing.T) {
			term := newTerminal(t, size[0], size[1])
			term.folder = t.TempDir()
			db := filepath.Join(term.folder, "convene.db")
			code := keptDemo(t, db, workshop.English)
			before, err := os.ReadFile(db)
			if err != nil {
				t.Fatal(err)
			}
			term.start("convene", "replay", code, "--db", db, "--speed", "3600")
			term.See("closed the workshop") // the film has come to its end by itself
			term.press("home")
			term.See("people gather")
			term.press("right")
			term.See("joined")
			term.press("]")
			term.See("went on to")
			term.press("?")
			term.See("half as fast")
			term.press("?")
			term.resize(100, 30)
			term.press("end")
			term.See("record")
			term.See("closed the workshop")
			term.press("q")
			if got := term.left(); got != exitDone {
				t.Errorf("it ends with status %d", got)
			}
			if after, err := os.ReadFile(db); err != nil || string(after) != string(before) {
				t.Errorf("the file has changed: %v", err)
			}
		})
	}
}

// A workshop in French is replayed in French.
func TestAReplayInFrench(t *testing.T) {
	term := newTerminal(t, 100, 30)
	term.folder = t.TempDir()
	db := filepath.Join(term.folder, "convene.db")
	term.start("convene", "replay", keptDemo(t, db, workshop.French), "--db", db, "--speed", "3600")
	term.See("Robin a clos l’atelier") // the film has come to its end by itself
	term.press("home")
	term.See("on se retrouve")
	term.press("right")
	term.See("a rejoint l’atelier")
	term.press("]")
	term.See("Robin a fait avancer le groupe")
	term.press("?")
	term.See("deux fois moins vite")
	term.press("q")
	term.press("q")
	if got := term.left(); got != exitDone {
		t.Errorf("it ends with status %d", got)
	}
}

// However a rehearsal is left, nothing of it stays, and the terminal is as it was.
func TestALeftRehearsalLeavesNothing(t *testing.T) {
	for name, leave := range map[string]func(term *terminal){
		"ctrl+c twice": func(term *terminal) { term.press("ctrl+c"); term.See("The rehearsal ends here."); term.press("ctrl+c") },
		"SIGTERM":      func(term *terminal) { _ = term.process.Process.Signal(syscall.SIGTERM) },
		"taken over, and SIGTERM": func(term *terminal) {
			term.press("n")
			term.See("you lead")
			_ = term.process.Process.Signal(syscall.SIGTERM)
		},
		"in the lobby, and SIGTERM": func(term *terminal) { _ = term.process.Process.Signal(syscall.SIGTERM) },
	} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			t.Setenv("TMPDIR", folder)
			term := newTerminal(t, 80, 24)
			term.folder = t.TempDir()
			if strings.Contains(name, "lobby") {
				term.start("convene", "--no-ssh", "--db", filepath.Join(term.folder, "convene.db"))
				term.See("begin your first workshop")
				term.press("r")
				term.See("with how many people?")
				term.press("enter")
			} else {
				term.start("convene", "demo")
			}
			term.See("n takes over")
			if made, err := os.ReadDir(folder); err != nil || len(made) != 1 {
				t.Errorf("it plays in %v, %v", made, err)
			}
			leave(term)
			select {
			case <-term.exited:
			case <-time.After(20 * time.Second):
				t.Fatalf("it is still there:\n%s", term.Text())
			}
			if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
				t.Errorf("left behind: %v %v", left, err)
			}
			if term.InFullScreen() {
				t.Error("the terminal isn't given back")
			}
		})
	}
}
