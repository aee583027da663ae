package tui

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/google/go-cmp/cmp"

	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// house is a lobby that remembers what it was asked for. Its workshops are played on stages of their own.
type house struct {
	list    []Listing
	broken  error // what List, Enter, Canvas and Export answer with when it is set
	stages  map[workshop.ID]*Stage
	asked   []string
	left    int // seats that were given up
	guests  int
	lists   int // how often it was listed
	changes map[workshop.ID]chan struct{}
}

// houseOf has so many workshops: "w1", the newest, is at a vision; the others are finished.
func houseOf(n int) *house {
	h := &house{stages: make(map[workshop.ID]*Stage), changes: make(map[workshop.ID]chan struct{})}
	for i := range n {
		l := Listing{
			ID: workshop.ID(fmt.Sprintf("w%d", i+1)), Title: fmt.Sprintf("Topic %d.", i+1), Opened: Morning().AddDate(0, 0, -i),
			At: workshop.Position{Step: workshop.StepClosing, Phase: workshop.PhaseCanvas}, Closed: true, People: 12,
		}
		if i == 0 {
			l.At, l.Closed = workshop.Position{Step: workshop.StepVision, Phase: workshop.PhaseBrief}, false
		}
		h.list = append(h.list, l)
		h.stages[l.ID] = SampleStage(workshop.StepVision, workshop.PhaseShare)
	}
	return h
}

func (h *house) List(context.Context) ([]Listing, error) {
	h.lists++
	return h.list, h.broken
}

func (h *house) Create(_ context.Context, topic string, minutes int) (workshop.ID, error) {
	h.asked = append(h.asked, fmt.Sprintf("create %q for %d", topic, minutes))
	s := NewStage()
	if _, err := s.Do(Fay, workshop.OpenWorkshop{ID: "new-one", Topic: topic, Facilitator: "Fay", Minutes: minutes}); err != nil {
		return "", err
	}
	h.stages["new-one"] = s
	return "new-one", nil
}

func (h *house) Next(_ context.Context, after workshop.ID, minutes int) (workshop.ID, error) {
	h.asked = append(h.asked, fmt.Sprintf("go on from %s for %d", after, minutes))
	s := NewStage()
	if err := s.Play(Again()); err != nil {
		return "", err
	}
	h.stages["next-one"] = s
	return "next-one", h.broken
}

func (h *house) Enter(_ context.Context, id workshop.ID) (Seat, error) {
	h.asked = append(h.asked, "enter "+string(id))
	if h.broken != nil {
		return nil, h.broken
	}
	h.changes[id] = make(chan struct{}, 1)
	return &houseSeat{stageSeat{stage: h.stages[id], by: Fay}, h, h.changes[id]}, nil
}

func (h *house) Canvas(_ context.Context, id workshop.ID) (workshop.Canvas, error) {
	h.asked = append(h.asked, "look at "+string(id))
	if h.broken != nil {
		return workshop.Canvas{}, h.broken
	}
	return h.stages[id].State.Canvas(), nil
}

func (h *house) Export(_ context.Context, c workshop.Canvas, format string) (string, error) {
	h.asked = append(h.asked, fmt.Sprintf("export %s as %s", c.Title, format))
	return c.Title + "." + format, h.broken
}

func (h *house) Guests() int { return h.guests }

// houseSeat is the facilitator's place in one of the house's workshops.
type houseSeat struct {
	stageSeat
	house   *house
	changed chan struct{}
}

func (s *houseSeat) Point(workshop.Spot, bool) error { return nil }
func (s *houseSeat) Changed() <-chan struct{}        { return s.changed }
func (s *houseSeat) Leave()                          { s.house.left++ }

// lobbyOf is the whole program in a lobby.
func lobbyOf(t *testing.T, h *house, width, height int) *App {
	t.Helper()
	a := New(t.Context(), Config{Lobby: h, Rand: rand.Reader, Dark: true, Now: Morning})
	a.Update(tea.WindowSizeMsg{Width: width, Height: height})
	return a
}

// typeText presses a key for each letter.
func typeText(a *App, text string) {
	for _, r := range text {
		a.Update(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
}

func TestAnEmptyLobbyWelcomes(t *testing.T) {
	h := houseOf(0)
	a := lobbyOf(t, h, 80, 24)
	says(t, a, "Welcome to convene.", "n  begin your first workshop", "n new workshop", "ctrl+c quit", "? help")
	typeKeys(a, names("up down pgup pgdn enter c esc")...)
	if len(h.asked) > 0 || len(a.dialogs) > 0 {
		t.Errorf("an empty list was asked for %v", h.asked)
	}
}

func TestTheLobbyListsWorkshops(t *testing.T) {
	for _, size := range [][2]int{{60, 15}, {80, 24}, {120, 35}} {
		a := lobbyOf(t, houseOf(30), size[0], size[1])
		says(t, a, "Your workshops", "1 of 30", "▸ Topic 1.", "w1 ", "Vision", "✓ finished", "12 seats", "enter open", "n new workshop", "? help")
		if lines := strings.Split(a.draw(), "\n"); len(lines) != size[1] {
			t.Errorf("%d lines at %v", len(lines), size)
		}
	}
}

// Wherever the selection goes, it is on the screen, and what is opened is what is selected.
func TestMovingInTheLobby(t *testing.T) {
	for _, c := range []struct {
		keys string
		want int
	}{
		{"", 1},
		{"down", 2},
		{"j j j", 4},
		{"down down up", 2},
		{"down k", 1},
		{"up", 1},
		{"pgdown", 11},
		{"pgdown pgdown pgup", 11},
		{"pgdown pgdown pgdown pgdown", 30},
		{"pgdown pgdown pgdown pgdown down", 30},
		{"pgdown pgdown pgdown pgdown up up up", 27},
		{"pgdown pgup pgup", 1},
	} {
		h := houseOf(30)
		a := lobbyOf(t, h, 80, 24)
		for _, k := range names(c.keys) {
			typeKeys(a, k)
			a.draw()
		}
		says(t, a, fmt.Sprintf("%d of 30", c.want), fmt.Sprintf("▸ Topic %d.", c.want))
		typeKeys(a, "c", "esc", "enter")
		if diff := cmp.Diff([]string{fmt.Sprintf("look at w%d", c.want), fmt.Sprintf("enter w%d", c.want)}, h.asked); diff != "" {
			t.Errorf("after %q (-want +got):\n%s", c.keys, diff)
		}
	}
}

func TestOpeningAndComingBack(t *testing.T) {
	h := houseOf(3)
	a := lobbyOf(t, h, 100, 30)
	typeKeys(a, "enter")
	says(t, a, "1 Vision / Importance", "reading together")
	h.list = h.list[:2]
	typeKeys(a, "esc")
	says(t, a, "Back to the lobby?", "Everything is saved.")
	typeKeys(a, "n")
	says(t, a, "reading together")
	if h.left != 0 {
		t.Error("the seat was given up")
	}
	typeKeys(a, "esc", "y")
	says(t, a, "Your workshops", "1 of 2")
	if h.left != 1 {
		t.Errorf("%d seats were given up, want 1", h.left)
	}
}

func TestLookingFromTheLobby(t *testing.T) {
	h := houseOf(2)
	a := lobbyOf(t, h, 100, 30)
	typeKeys(a, "down", "c")
	says(t, a, "the canvas so far", "m save as Markdown")
	typeKeys(a, "m")
	says(t, a, "Saved as Software Craft.markdown")
	typeKeys(a, "H")
	says(t, a, "Saved as Software Craft.html")
	typeKeys(a, "J")
	says(t, a, "Saved as Software Craft.json")
	typeKeys(a, "esc")
	says(t, a, "Your workshops", "2 of 2")
	want := []string{
		"look at w2", "export Software Craft as markdown", "export Software Craft as html", "export Software Craft as json",
	}
	if diff := cmp.Diff(want, h.asked); diff != "" {
		t.Errorf("asked (-want +got):\n%s", diff)
	}
}

func TestANewWorkshop(t *testing.T) {
	for _, c := range []struct {
		name, topic, keys, want string
	}{
		{"two hours are offered", "Testing", "enter", `create "Testing" for 120`},
		{"another time", "Testing", "backspace backspace backspace 9 0 enter", `create "Testing" for 90`},
		{"topics are cleaned by the rules", "  Testing ", "enter", `create "Testing" for 120`},
		{"the longest topic", strings.Repeat("x", workshop.MaxTopicLen), "enter", fmt.Sprintf("create %q for 120", strings.Repeat("x", workshop.MaxTopicLen))},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := houseOf(2)
			a := lobbyOf(t, h, 100, 30)
			typeKeys(a, "n")
			says(t, a, "What will the community be about?")
			typeText(a, c.topic)
			typeKeys(a, "enter")
			says(t, a, "How many minutes do you have?", "120")
			if strings.Contains(bodyOf(a), "What will the community be about?") {
				t.Error("the first question stays")
			}
			typeKeys(a, names(c.keys)...)
			says(t, a, "gathering", "Nobody is here yet.")
			if len(a.dialogs) > 0 {
				t.Errorf("%d dialogs are left", len(a.dialogs))
			}
			if diff := cmp.Diff([]string{c.want, "enter new-one"}, h.asked); diff != "" {
				t.Errorf("asked (-want +got):\n%s", diff)
			}
		})
	}
}

// A topic that the rules would refuse is refused before anybody is asked for the time, and nothing that was typed is
// lost.
func TestATopicThatIsRefusedIsKept(t *testing.T) {
	for topic, want := range map[string]string{
		"":    "Say what the community will be about.",
		"   ": "Say what the community will be about.",
		strings.Repeat("long ", workshop.MaxTopicLen/5) + "er": "That topic is too long; 80 characters are plenty.",
	} {
		h := houseOf(1)
		a := lobbyOf(t, h, 100, 30)
		typeKeys(a, "n")
		typeText(a, topic)
		typeKeys(a, "enter")
		says(t, a, want, "What will the community be about?", strings.TrimSpace(topic[:min(len(topic), 20)]))
		typeKeys(a, names("backspace backspace backspace backspace backspace o k enter")...)
		says(t, a, "How many minutes do you have?")
		if len(h.asked) > 0 {
			t.Errorf("asked %v", h.asked)
		}
	}
}

func TestMinutesThatAreRefusedAreKept(t *testing.T) {
	const want = "A workshop takes between 45 and 240 minutes."
	for _, typed := range []string{"", "44", "241", "two", "-60", "1e2", "99999999999999999999"} {
		h := houseOf(1)
		a := lobbyOf(t, h, 100, 30)
		typeKeys(a, "n")
		typeText(a, "Testing")
		typeKeys(a, names("enter backspace backspace backspace")...)
		typeText(a, typed)
		typeKeys(a, "enter")
		says(t, a, want, "How many minutes do you have?", typed)
		typeKeys(a, strings.Split(strings.Repeat("backspace ", len(typed))+"6 0 enter", " ")...)
		says(t, a, "gathering")
		if got := h.asked[len(h.asked)-2]; got != `create "Testing" for 60` {
			t.Errorf("after %q: %s", typed, got)
		}
	}
}

func TestThinkingBetterOfANewWorkshop(t *testing.T) {
	h := houseOf(1)
	a := lobbyOf(t, h, 100, 30)
	typeKeys(a, "n")
	typeText(a, "Testing")
	typeKeys(a, "esc")
	says(t, a, "Your workshops")
	typeKeys(a, "n")
	typeText(a, "Testing")
	typeKeys(a, "enter", "esc")
	says(t, a, "Your workshops")
	if len(h.asked) > 0 || len(a.dialogs) > 0 {
		t.Errorf("asked %v, %d dialogs", h.asked, len(a.dialogs))
	}
}

// A file that can't be read in whole is no reason to hide the rest of it.
func TestALobbyThatCantListShowsWhatItCan(t *testing.T) {
	h := houseOf(2)
	h.broken = errors.New("open w3: its records don't fit each other")
	a := lobbyOf(t, h, 100, 30)
	says(t, a, "▸ Topic 1.", "Topic 2.", "✗ Open w3: its records don't fit each other.")
	typeKeys(a, "down")
	says(t, a, "▸ Topic 2.")
	for _, k := range []string{"enter", "c"} {
		typeKeys(a, "up")
		typeKeys(a, k)
		says(t, a, "✗ Open w3: its records don't fit each other.", "Your workshops")
		if a.seat != nil || len(a.dialogs) > 0 {
			t.Errorf("%s leads somewhere", k)
		}
	}
	h.list = nil
	says(t, lobbyOf(t, h, 100, 30), "Welcome to convene.", "✗ Open w3")
}

// ctrl+c in the lobby would send everyone away who sits at a terminal of the house, and asks as it does in a workshop.
func TestLeavingTheLobbyWithGuests(t *testing.T) {
	for guests, want := range map[int]string{
		1: "The door closes: 1 person at a terminal is sent away.",
		5: "The door closes: 5 people at their terminals are sent away.",
	} {
		h := houseOf(2)
		h.guests = guests
		a := lobbyOf(t, h, 120, 30)
		if _, cmd := a.Update(keyPress("ctrl+c")); quits(cmd) {
			t.Fatal("they are sent away unasked")
		}
		says(t, a, "Leave convene?", want, "n no (enter)")
		if _, cmd := a.Update(keyPress("enter")); quits(cmd) || len(a.dialogs) > 0 {
			t.Error("enter is not the safe answer")
		}
		a.Update(keyPress("ctrl+c"))
		if _, cmd := a.Update(keyPress("ctrl+c")); !quits(cmd) {
			t.Error("asked twice, it does not leave")
		}
		typeKeys(a, "esc", "enter", "ctrl+c")
		says(t, a, "Leave convene?", "Everything is saved.", want)
	}
}

// The list is read anew as somebody moves in it, and by itself while somebody is there; what is selected stays selected.
func TestTheLobbyKeepsUpWithTheHouse(t *testing.T) {
	h := houseOf(3)
	now := Morning()
	a := New(t.Context(), Config{Lobby: h, Now: func() time.Time { return now }})
	a.Update(tea.WindowSizeMsg{Width: 100, Height: 30})
	if a.Init(); !a.nextTick.IsZero() {
		t.Error("nobody is there, and the lobby ticks")
	}
	another := func(id workshop.ID) {
		h.list = append([]Listing{{ID: id, Title: "New " + string(id), Opened: now}}, h.list...)
	}
	another("w8")
	now = now.Add(2 * time.Second)
	typeKeys(a, "down")
	says(t, a, "New w8", "3 of 4", "▸ Topic 2.")
	lists := h.lists
	typeKeys(a, "up", "up", "down", "down")
	if h.lists != lists {
		t.Error("each key reads all workshops anew")
	}
	another("w9")
	now = a.nextTick
	if now.Sub(Morning()) != 2*time.Second+listEvery {
		t.Errorf("it is listed anew after %v", now.Sub(Morning()))
	}
	a.Update(tickMsg{due: now})
	says(t, a, "New w9", "4 of 5", "▸ Topic 2.")
	now = now.Add(lobbyAwake)
	a.Update(tickMsg{due: a.nextTick})
	if !a.nextTick.IsZero() {
		t.Error("nobody has pressed a key for long, and it still ticks")
	}
	another("w10")
	typeKeys(a, "c", "esc")
	says(t, a, "New w10", "▸ Topic 2.")
	h.list = h.list[:1]
	now = now.Add(listEvery)
	typeKeys(a, "down")
	says(t, a, "▸ New w10", "1 of 1")
}

func (s *houseSeat) Draft(string) error { return nil }
