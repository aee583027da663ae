package tui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"convene/tui/theme"
	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// complete says whether a line leaves no style behind for the line that is written after it.
func complete(line string) bool {
	last := ""
	for at := strings.Index(line, "\x1b["); at >= 0; at = strings.Index(line, "\x1b[") {
		line = line[at+2:]
		last, line, _ = strings.Cut(line, "m")
	}
	return last == "" || last == "0"
}

// A painter writes only the lines that have changed, so that each must be complete in its styles and fit by itself; with
// dialogs in front of them too.
func TestLinesStandByThemselves(t *testing.T) {
	if complete("\x1b[1mbold") || !complete("\x1b[1mbold\x1b[m") || !complete("plain") {
		t.Fatal("this test can't tell")
	}
	for _, p := range places(t) {
		for _, keys := range []string{"", "?", "c", "K", "n"} {
			for _, size := range [][2]int{{60, 15}, {80, 24}, {120, 35}} {
				a := p.app(t)
				a.Update(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
				typeKeys(a, names(keys)...)
				lines := a.Lines()
				if len(lines) != size[1] {
					t.Errorf("%s at %v, after %q: %d lines", p.name, size, keys, len(lines))
				}
				for _, l := range lines {
					if !complete(l) || theme.Width(l) > size[0] || strings.Contains(l, "\n") {
						t.Errorf("%s at %v, after %q: %q", p.name, size, keys, l)
					}
				}
			}
		}
	}
}

func TestFarewell(t *testing.T) {
	s := gathered("Ada")
	p := &porter{stage: s, who: personCalled("Ada")}
	back := []string{"To come back: ssh -p 2222 brave-otter@192.168.1.7", "Your seat code, if you are asked who you are: k7qm-2fxd-6h"}
	a := visitorOf(t, p, "brave-otter")
	check := func(when string, a *App, want []string) {
		t.Helper()
		if diff := cmp.Diff(want, a.Farewell()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", when, diff)
		}
	}
	check("seated", a, back)
	a.Close()
	check("after closing", a, back)
	check("outside", visitorOf(t, &porter{stage: s, who: "zoe"}, "brave-otter"), back[:1])
	check("asked for the code", visitorOf(t, p, ""), nil)
	check("at the facilitator's own keyboard", hostOf(t, s, 100, 30), nil)
	check("in the lobby", lobbyOf(t, houseOf(1), 80, 24), nil)
	a = visitorOf(t, p, "brave-otter")
	play(t, a, s, By(Fay, workshop.RemovePerson{Person: personCalled("Ada")}))
	check("removed", a, nil)
}

func TestClosingGivesTheSeatUpOnce(t *testing.T) {
	p := &porter{stage: gathered("Ada"), who: personCalled("Ada")}
	a := visitorOf(t, p, "brave-otter")
	a.Close()
	a.Close()
	if p.left != 1 {
		t.Errorf("the seat was given up %d times", p.left)
	}
	visitorOf(t, p, "").Close() // there is none
	if p.left != 1 {
		t.Error("a seat was given up that nobody had")
	}
}

// A served terminal is never asked anything.
func TestAServedTerminalIsNotAsked(t *testing.T) {
	asks := func(a *App) bool {
		cmd := a.Init()
		if cmd == nil {
			return false
		}
		want := fmt.Sprintf("%T", tea.RequestBackgroundColor())
		batch, many := cmd().(tea.BatchMsg)
		return !many && fmt.Sprintf("%T", cmd()) == want ||
			slices.ContainsFunc(batch, func(c tea.Cmd) bool { return fmt.Sprintf("%T", c()) == want })
	}
	if !asks(lobbyOf(t, houseOf(1), 80, 24)) {
		t.Fatal("the local terminal is not asked, so that this test can't fail")
	}
	if asks(visitorOf(t, &porter{stage: gathered()}, "")) {
		t.Error("a served terminal is asked")
	}
}

func TestLightOrDarkByKey(t *testing.T) {
	s := SampleStage(workshop.StepVision, workshop.PhaseDiverge)
	local, code := appOf(t, s, "ada", 80, 24), visitorOf(t, &porter{stage: s, who: "zoe"}, "")
	help := appOf(t, s, Fay, 80, 24)
	typeKeys(help, "?")
	says(t, help, "ctrl+b", "light or dark")
	for _, a := range []*App{local, code, help} {
		typeText(a, "half")
		dark, words := a.draw(), bodyOf(a)
		typeKeys(a, "ctrl+b")
		if a.draw() == dark || ansi.Strip(a.draw()) != words {
			t.Errorf("%T: the colours stay, or the words don't", a.screen)
		}
		typeKeys(a, "ctrl+b")
		if a.draw() != dark {
			t.Errorf("%T: the colours don't come back", a.screen)
		}
	}
}

// The seat code is on every screen of its owner's, and in the help; on nobody else's.
func TestTheSeatCodeIsItsOwners(t *testing.T) {
	whole, _ := Sample()
	for _, at := range whole.Agenda.Positions()[1:] {
		s := SampleStage(at.Step, at.Phase)
		a := visitorOf(t, &porter{stage: s, who: "ada"}, "brave-otter")
		a.toast = toast{}
		for _, width := range []int{40, 80, 120} {
			a.Update(tea.WindowSizeMsg{Width: width, Height: 24})
			says(t, a, "seat "+seatCode)
		}
		typeKeys(a, "f1")
		says(t, a, "Your seat code is "+seatCode)
		fay := visitorOf(t, &porter{stage: s, who: Fay}, "brave-otter")
		for _, keys := range []string{"", "?"} {
			typeKeys(fay, names(keys)...)
			if strings.Contains(bodyOf(fay), seatCode) {
				t.Errorf("at %s it may be projected:\n%s", at, bodyOf(fay))
			}
		}
	}
}

// What is read after leaving is broken at spaces, so that no command is torn.
func TestFarewellFitsTheWindow(t *testing.T) {
	a := visitorOf(t, &porter{stage: gathered("Ada"), who: personCalled("Ada")}, "brave-otter")
	a.Update(tea.WindowSizeMsg{Width: 40, Height: 20})
	want := []string{
		"To come back: ssh -p 2222", "brave-otter@192.168.1.7",
		"Your seat code, if you are asked who you", "are: k7qm-2fxd-6h",
	}
	if diff := cmp.Diff(want, a.Farewell()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
