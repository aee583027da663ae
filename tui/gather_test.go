package tui

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/google/go-cmp/cmp"

	"convene/tui/theme"
	"convene/tui/tuitest"
	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// arrivals are twelve people, one with as long a name as there is.
func arrivals() []string {
	return strings.Split("Ada,Björk,Chidi,Dmitri,Eszter,Fatima,Grace,Hiroshi,Ines,José,Wilhelmina Featherst,Łukasz", ",")
}

// qrShown says whether a QR code is on the screen, large or small: a corner of one is.
func qrShown(a *App) bool {
	return strings.Contains(bodyOf(a), "█ ███ █") || strings.Contains(bodyOf(a), "██  ██████  ██")
}

func TestThePosterSaysHowToJoin(t *testing.T) {
	invite := openDoors()
	for _, size := range [][2]int{{60, 15}, {80, 24}, {100, 30}, {120, 35}, {160, 45}} {
		for _, n := range []int{0, 1, 12} {
			for who, role := range map[workshop.PersonID]string{Fay: "the facilitator", "": "the wall"} {
				s := gathered(arrivals()[:n]...)
				a := hostOf(t, s, size[0], size[1])
				a.sit(stageSeat{stage: s, by: who})
				says(t, a, "To join, open a terminal and type", invite.Commands[0])
				for _, name := range arrivals()[:min(n, 1)] {
					says(t, a, "✓ "+name)
				}
				switch {
				case size == [2]int{80, 24}: // the QR code needs the rows of the bar
					says(t, a, "SHA256:uNiVztksCsDhcc0u9e8BgrJXVGDOzUXHb", "120 minutes, from welcome to canvas")
				case size[0] >= 80:
					says(t, a, "SHA256:uNiVztksCsDhcc0u9e8BgrJXVGDOzUXHbt9", "Vision 24")
				}
				if qr := qrShown(a); qr != (size[0] >= 80) {
					t.Errorf("%s at %v, with %d people: a QR code: %v", role, size, n, qr)
				}
				tuitest.Fits(t, a.Lines(), size[0], size[1])
			}
		}
	}
}

// A reader may rely on four light modules around a code, which it has at the size of a small terminal too.
func TestTheQRCodeHasItsQuietZone(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {100, 30}, {120, 35}, {140, 42}, {160, 45}} {
		a := hostOf(t, gathered(arrivals()...), size[0], size[1])
		found := false
		for _, scale := range []int{1, 2} {
			want, at := a.theme.QR(theme.NewQR(openDoors().URL), 4, scale), 0
			for _, line := range a.Lines() {
				if at < len(want) && strings.Contains(line, want[at]) {
					at++
				}
			}
			found = found || at == len(want)
		}
		if !found {
			t.Errorf("at %v the code has no quiet zone of four modules:\n%s", size, bodyOf(a))
		}
	}
}

// When there is no room for everything, the QR code goes long before what has to be typed does.
func TestTheCommandOutlivesTheQRCode(t *testing.T) {
	s := gathered(arrivals()...)
	a := hostOf(t, s, 120, 35)
	long := openDoors()
	long.Commands = []string{"ssh -p 22222 adventurous-salamander@very-long-name-of-a-laptop.example.org"}
	long.URL = "ssh://adventurous-salamander@very-long-name-of-a-laptop.example.org:22222"
	for _, invite := range []Invite{openDoors(), long, {Commands: long.Commands}} {
		a.invite = invite
		for height := 15; height <= 50; height += 3 {
			for width := 65; width <= 170; width += 15 {
				a.Update(tea.WindowSizeMsg{Width: width, Height: height})
				body := bodyOf(a)
				for _, word := range strings.Fields(invite.Commands[0]) {
					if !strings.Contains(body, word) {
						t.Fatalf("at %d×%d %q is not to be seen:\n%s", width, height, word, body)
					}
				}
				tuitest.Fits(t, a.Lines(), width, height)
			}
		}
	}
}

func TestBreakingACommand(t *testing.T) {
	const command = "ssh -p 2222 brave-otter@192.168.1.7"
	for _, c := range []struct {
		width int
		want  []string
	}{
		{35, []string{command}},
		{34, []string{"ssh -p 2222", "brave-otter@192.168.1.7"}},
		{23, []string{"ssh -p 2222", "brave-otter@192.168.1.7"}},
		{12, []string{"ssh -p 2222", "brave-", "otter@192.16", "8.1.7"}},
	} {
		if diff := cmp.Diff(c.want, commandLines(command, c.width)); diff != "" {
			t.Errorf("in %d cells (-want +got):\n%s", c.width, diff)
		}
	}
}

// The picture is made for the address that is shown, also when that changes.
func TestTheQRCodeIsOfTheAddress(t *testing.T) {
	a := hostOf(t, gathered("Ada"), 120, 35)
	before := a.draw()
	a.invite.URL = "ssh://brave-otter@10.0.0.1:2222"
	if a.draw() == before {
		t.Error("the address is another, and the QR code is not")
	}
	a.invite.URL = ""
	if qrShown(a) {
		t.Error("there is no address, and a QR code")
	}
}

// Without an open door nobody is told how to join, and everyone comes to this keyboard.
func TestGatheringWithoutADoor(t *testing.T) {
	s := gathered()
	a := appOf(t, s, Fay, 80, 24)
	says(t, a, "S O F T W A R E   C R A F T", "Nobody is here yet. Press a to give the first person a seat.", "a add a person")
	if strings.Contains(bodyOf(a), "ssh") || qrShown(a) {
		t.Errorf("there is no door:\n%s", bodyOf(a))
	}
	says(t, appOf(t, s, "", 80, 24), "Nobody is here yet.")
	open := hostOf(t, s, 80, 24)
	says(t, open, "Nobody is here yet.", "n on to: Vision")
	if strings.Contains(bodyOf(open), "Press a") {
		t.Errorf("people come by themselves:\n%s", bodyOf(open))
	}
}

// Who takes part reads what will happen and can help a neighbour; the rest is for the large screen.
func TestWelcome(t *testing.T) {
	s := gathered(arrivals()...)
	for _, size := range [][2]int{{40, 15}, {40, 20}, {80, 24}, {160, 45}} {
		a := visitorOf(t, &porter{stage: s, who: personCalled("Ada")}, "brave-otter")
		a.Update(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		says(t, a, "Welcome, Ada.", "It begins when everyone is here.", "12 people are here", "✓ Ada", seatCode, "━━")
		if size[1] > 15 {
			says(t, a, "you first write", "ssh -p 2222 brave-otter@192.168.1.7")
		}
		if qrShown(a) || strings.Contains(bodyOf(a), "SHA256") {
			t.Errorf("the QR code is for the large screen:\n%s", bodyOf(a))
		}
		tuitest.Fits(t, a.Lines(), size[0], size[1])
	}
}

// absent takes somebody's terminals away from what a view says.
type absent struct {
	stageSeat
	who workshop.PersonID
}

func (s absent) View() workshop.View {
	v := s.stageSeat.View()
	delete(v.Live.Here, s.who)
	return v
}

// Who is not at their terminal is away: a sign, a word, and not counted. Nobody can tell that of people without one.
func TestWhoIsAway(t *testing.T) {
	for _, c := range []struct {
		at   workshop.Phase
		away workshop.PersonID
		said string
		here string
	}{
		{workshop.PhaseGather, personCalled("Ben"), "◌ Ben away", "2 here"},
		{workshop.PhaseDiverge, personCalled("Ben"), "◌ Ben away", "2 here"},
		{workshop.PhaseGather, "tom", "✓ Tom", "3 here"},
		{workshop.PhaseDiverge, "tom", "… Tom not yet", "3 here"},
	} {
		s := gathered("Ada", "Ben")
		step := workshop.StepVision
		if c.at == workshop.PhaseGather {
			step = workshop.StepWelcome
		}
		if err := s.Play(By(Fay, workshop.AddPerson{Person: "tom", Name: "Tom"}), Reach(step, c.at)); err != nil {
			t.Fatal(err)
		}
		a := hostOf(t, s, 120, 30)
		a.sit(absent{stageSeat{stage: s, by: Fay}, c.away})
		says(t, a, c.said, c.here)
	}
	s := gathered("Ada", "Ben")
	ben := personCalled("Ben")
	if err := s.Play(Reach(workshop.StepVision, workshop.PhaseDiverge), By(ben, workshop.DeclareDone{Done: true})); err != nil {
		t.Fatal(err)
	}
	a := hostOf(t, s, 120, 30)
	a.sit(absent{stageSeat{stage: s, by: Fay}, ben})
	says(t, a, "✓ Ben done")
}

// arrivalScreen is a screen while people come.
type arrivalScreen struct {
	name  string
	hosts bool // it is the facilitator's
	app   func(t *testing.T) *App
}

// sizes are those at which it is looked at.
func (s arrivalScreen) sizes() [][2]int {
	if s.hosts {
		return [][2]int{{80, 24}, {120, 35}, {160, 45}}
	}
	return [][2]int{{40, 20}, {80, 24}, {120, 35}}
}

// arrivalScreens are those of a workshop in a language.
func arrivalScreens(lang workshop.Language) []arrivalScreen {
	host := func(people int, then ...Line) func(t *testing.T) *App {
		return func(t *testing.T) *App {
			s := gathered(arrivals()[:people]...)
			if err := s.Play(then...); err != nil {
				t.Fatal(err)
			}
			s.State.Lang = lang
			return hostOf(t, s, 80, 24)
		}
	}
	visit := func(p porter, code, typed, keys string, then ...Line) func(t *testing.T) *App {
		return func(t *testing.T) *App {
			p := p
			p.stage = gathered(arrivals()...)
			if err := p.stage.Play(then...); err != nil {
				t.Fatal(err)
			}
			p.stage.State.Lang = lang
			a := visitorOf(t, &p, code)
			typeText(a, typed)
			typeKeys(a, names(keys)...)
			return a
		}
	}
	zoe := porter{who: "zoe"}
	return []arrivalScreen{
		{"gather-nobody", true, host(0)},
		{"gather-three", true, host(3)},
		{"gather-twelve", true, host(12)},
		{"gather-locked", true, func(t *testing.T) *App {
			a := host(12, locked(), knock("Zoe"), knock("Yan"))(t)
			typeKeys(a, names("pause esc pause esc")...)
			return a
		}},
		{"knock", true, func(t *testing.T) *App {
			a := host(12, locked(), knock("Zoe"), knock("Yan"))(t)
			typeKeys(a, "pause")
			return a
		}},
		{"welcome", false, visit(porter{who: personCalled("Ada")}, "brave-otter", "", "f1 esc")},
		{"code", false, visit(zoe, "", "", "")},
		{"code-refused", false, visit(zoe, "", "brave-oter", "enter")},
		{"name", false, visit(zoe, "brave-otter", "Zo", "")},
		{"name-refused", false, visit(zoe, "brave-otter", "Ada", "enter")},
		{"name-locked", false, visit(zoe, "brave-otter", "", "", locked())},
		{"seat-code", false, visit(zoe, "brave-otter", "", "tab k 7 q m")},
		{"waiting", false, visit(zoe, "brave-otter", "Zoe", "enter", locked())},
		{"turned", false, visit(porter{who: personCalled("Zoe")}, "brave-otter", "", "",
			locked(), knock("Zoe"), By(Fay, workshop.RefusePerson{Person: personCalled("Zoe")}))},
		{"removed", false, visit(porter{who: personCalled("Ada")}, "brave-otter", "", "",
			By(Fay, workshop.RemovePerson{Person: personCalled("Ada")}))},
		{"finished", false, visit(zoe, "brave-otter", "", "", end())},
	}
}

func TestArrivalScreensLookAsTheyDid(t *testing.T) {
	for _, c := range arrivalScreens(workshop.English) {
		for _, size := range c.sizes() {
			looksAsItDid(t, fmt.Sprintf("arrive/%s@%dx%d", c.name, size[0], size[1]), c.app, size)
		}
	}
}

// looksAsItDid compares a program's screen in a window of a size with what it was.
func looksAsItDid(t *testing.T, name string, app func(t *testing.T) *App, size [2]int) {
	t.Helper()
	t.Run(name, func(t *testing.T) {
		a := app(t)
		a.Update(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		tuitest.Fits(t, a.Lines(), size[0], size[1])
		tuitest.Golden(t, name, tuitest.Plain(a.Lines()))
	})
}

// Where there is no room for a code in large letters, it is written with a space between the letters.
func TestTheCodeIsReadFromAfar(t *testing.T) {
	for _, c := range []struct {
		code          workshop.ID
		width, height int
		want          bool
	}{{"brave-otter", 160, 45, false}, {"brave-otter", 100, 30, true}, {"fluffy-gopher", 100, 30, true}} {
		s := NewStage()
		if _, err := s.Do(Fay, workshop.OpenWorkshop{ID: c.code, Topic: "Go", Facilitator: "Fay", Minutes: 120}); err != nil {
			t.Fatal(err)
		}
		a := hostOf(t, s, c.width, c.height)
		says(t, a, "The code, if you are asked for it")
		if spaced := strings.Contains(bodyOf(a), "\n "+theme.Spaced(string(c.code))); spaced != c.want {
			t.Errorf("%s is spaced: %v\n%s", c.code, spaced, bodyOf(a))
		}
	}
}
