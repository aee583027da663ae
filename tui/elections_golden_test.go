package tui

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"convene/tui/tuitest"
)

// bodies are what terminals of 80×24 and 120×35 leave for a screen.
func bodies() [][2]int { return [][2]int{{78, 19}, {118, 30}} }

func TestElectionScreensLookAsTheyDid(t *testing.T) { lookAsTheyDid(t, "election", moments()) }

func TestElectionScreensFitOddPlaces(t *testing.T) { fitOddPlaces(t, moments()) }

// lookAsTheyDid compares moments with the pictures in a folder of testdata.
func lookAsTheyDid(t *testing.T, folder string, moments []moment) {
	t.Helper()
	for _, m := range moments {
		s := m.reach(t)
		for _, size := range bodies() {
			t.Run(fmt.Sprintf("%s@%dx%d", m.name, size[0], size[1]), func(t *testing.T) {
				st := stageOf(s, m.who, size[0], size[1])
				sc := screenOf(st)
				pressed(sc, st, m.keys...)
				lines := sc.draw(st)
				tuitest.Fits(t, lines, size[0], size[1])
				all := ansi.Strip(strings.Join(lines, "\n"))
				for _, want := range m.lines {
					if !strings.Contains(all, want) {
						t.Errorf("nothing says %q:\n%s", want, all)
					}
				}
				tuitest.Golden(t, fmt.Sprintf("%s/%s@%dx%d", folder, m.name, size[0], size[1]), tuitest.Plain(lines))
			})
		}
	}
}

// fitOddPlaces draws moments where hardly anything fits.
func fitOddPlaces(t *testing.T, moments []moment) {
	t.Helper()
	for _, m := range moments {
		s := m.reach(t)
		for _, size := range [][2]int{{58, 10}, {38, 25}, {158, 40}, {30, 6}} {
			t.Run(fmt.Sprintf("%s@%dx%d", m.name, size[0], size[1]), func(t *testing.T) {
				st := stageOf(s, m.who, size[0], size[1])
				sc := screenOf(st)
				pressed(sc, st, m.keys...)
				tuitest.Fits(t, sc.draw(st), size[0], size[1])
			})
		}
	}
}
