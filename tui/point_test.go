package tui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// pointSeat is a seat whose room tells where the others are, and hears where one is oneself.
type pointSeat struct {
	stageSeat
	others  []workshop.Pointer
	told    []string // "5", "5 held", "nowhere"
	touches int
}

func (s *pointSeat) View() workshop.View {
	v := s.stageSeat.View()
	v.Live.Pointers = s.others
	return v
}

// Point answers as a room does: whoever points at what somebody else carries is shown there, and hears of it.
func (s *pointSeat) Point(on workshop.Spot, holds bool) error {
	who, held := s.View().Live.Held(on)
	held = held && who != s.by
	words := fmt.Sprintf("note %d", on.Note)
	switch {
	case on == workshop.Spot{}:
		words = "nowhere"
	case on.Cluster != 0:
		words = fmt.Sprintf("cluster %d", on.Cluster)
	}
	if holds && !held {
		words += " held"
	}
	s.told = append(s.told, words)
	if held {
		return fmt.Errorf("point: %w", &workshop.HeldError{Person: who})
	}
	return nil
}

func (s *pointSeat) Touch() { s.touches++ }

// pointingAt is ada's program at the wall, and her seat.
func pointingAt(t *testing.T, s *Stage, others ...workshop.Pointer) (*App, *pointSeat) {
	t.Helper()
	seat := &pointSeat{stageSeat: stageSeat{stage: s, by: "ada"}, others: others}
	a := New(t.Context(), Config{Seat: seat, Dark: true, Now: func() time.Time { return s.Now }})
	a.Update(tea.WindowSizeMsg{Width: 100, Height: 30})
	return a, seat
}

// From the title of the first cluster down: one, two, the second cluster, three, four, five, six.
func TestTheOthersAreToldWhereOneIs(t *testing.T) {
	for _, c := range []struct {
		name, keys string
		want       []string
	}{
		{"nothing before a key", "", nil},
		{"a step", "down", []string{"note 1"}},
		{"every step once", "down down down", []string{"note 1", "note 2", "cluster 2"}},
		{"a key that leads nowhere says nothing again", "up up", []string{"cluster 1"}},
		{"grab, carry and drop", "down space down down space", []string{"note 1", "note 1 held", "note 1"}},
		{"grab, and put it back", "down space down esc", []string{"note 1", "note 1 held", "note 1"}},
		{"a cluster", "space", []string{"cluster 1 held"}},
		{"parking leads on to the next", "down p", []string{"note 1", "note 2"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, seat := pointingAt(t, theWall(t))
			a.draw()
			typeKeys(a, names(c.keys)...)
			if diff := cmp.Diff(c.want, seat.told); diff != "" {
				t.Errorf("told (-want +got):\n%s", diff)
			}
		})
	}
}

// When the hands can no longer be on the wall, they are not: nothing stays held for ever.
func TestHandsLeaveTheWallWithThePhase(t *testing.T) {
	for name, l := range map[string]Line{
		"a vote":         By(Fay, workshop.OpenVote{}),
		"the next phase": Onward(false),
	} {
		s := theWall(t)
		a, seat := pointingAt(t, s)
		a.draw()
		typeKeys(a, "down", "space")
		if err := s.Play(l); err != nil {
			t.Fatal(err)
		}
		a.Update(newsMsg{a.visit})
		if last := seat.told[len(seat.told)-1]; last != "nowhere" {
			t.Errorf("after %s the room knows %q", name, seat.told)
		}
	}
}

// What is taken away from under one's hands is held no longer.
func TestWhatIsGoneIsNotHeld(t *testing.T) {
	s := theWall(t)
	a, seat := pointingAt(t, s)
	a.draw()
	typeKeys(a, "down", "down", "down", "space")
	if err := s.Play(By("ben", workshop.MergeClusters{Into: 1, From: 2})); err != nil {
		t.Fatal(err)
	}
	a.Update(newsMsg{a.visit})
	if last := seat.told[len(seat.told)-1]; strings.Contains(last, "held") {
		t.Errorf("the room knows %q", seat.told)
	}
}

// What somebody carries is theirs until they drop it: the others see whose it is, may look at it, and are told when they
// reach for it.
func TestWhatSomebodyElseCarriesIsTheirs(t *testing.T) {
	a, seat := pointingAt(t, theWall(t), workshop.Pointer{Person: "ben", On: workshop.Spot{Note: 1}, Holds: true})
	says(t, a, "✥ Ben")
	typeKeys(a, "down")
	if a.toast.text != "" {
		t.Errorf("looking at it says %q", a.toast.text)
	}
	for _, k := range []string{"p", "x", "space"} {
		typeKeys(a, "down", "up", k)
		says(t, a, "✗ Ben is carrying that.")
	}
	if b := a.screen.(*boardScreen); b.carried.Somewhere() {
		t.Errorf("ada carries %+v", b.carried)
	}
	seat.others = nil // the room knows it before her screen does
	typeKeys(a, "space")
	if b := a.screen.(*boardScreen); !b.carried.Somewhere() {
		t.Error("ada can't take it once it is free")
	}
}

// What a facilitator has taken out of somebody's hand is in it no longer, on their screen too.
func TestWhatIsTakenOutOfOnesHandIsLetGoOf(t *testing.T) {
	on := workshop.Spot{Note: 5}
	s := theWall(t)
	a, seat := pointingAt(t, s, workshop.Pointer{Person: "ada", On: on}) // as the room had it before she grabbed it
	a.draw()
	typeKeys(a, append(down(6), "space")...)
	a.Update(newsMsg{a.visit})
	says(t, a, "space drop")
	seat.others = []workshop.Pointer{{Person: "ada", On: on, Holds: true}}
	a.Update(newsMsg{a.visit})
	says(t, a, "space drop")
	seat.others = []workshop.Pointer{{Person: "ada", On: on}}
	if err := s.Play(By(Fay, workshop.MoveNotes{Notes: ids(5), Cluster: 1})); err != nil {
		t.Fatal(err)
	}
	a.Update(newsMsg{a.visit})
	says(t, a, "That was taken out of your hand.", "▸│ · five", "space grab")
	if last := seat.told[len(seat.told)-1]; last != "note 5" {
		t.Errorf("the room knows %q", seat.told)
	}
	typeKeys(a, "space") // she may take it again
	says(t, a, "space drop")
}

// What the room puts down for somebody who is away, they hear of when they are back.
func TestWhoWasAwayIsToldThatItWasPutDown(t *testing.T) {
	const words = "Put down: you were away for two minutes."
	on := workshop.Spot{Note: 5}
	s := theWall(t)
	a, seat := pointingAt(t, s)
	a.draw()
	typeKeys(a, append(down(6), "space")...)
	seat.others = []workshop.Pointer{{Person: "ada", On: on, Lapsed: true}} // as it was before she grabbed it
	news(a)
	says(t, a, "space drop")
	seat.others = []workshop.Pointer{{Person: "ada", On: on, Holds: true}}
	news(a)
	seat.others = []workshop.Pointer{{Person: "ada", On: on, Lapsed: true}}
	news(a)
	says(t, a, words, "▸─ five", "space grab")
	if last := seat.told[len(seat.told)-1]; last != "note 5" {
		t.Errorf("the room knows %q", seat.told)
	}
	seat.others = []workshop.Pointer{{Person: "ada", On: on}}
	news(a)
	s.Now = s.Now.Add(time.Hour)
	says(t, a, words)
	typeKeys(a, "space")
	if body := bodyOf(a); strings.Contains(body, words) {
		t.Errorf("told after a key still:\n%s", body)
	}
	says(t, a, "space drop")
}

// The room hears of every key and every move of the mouse while something is carried, and of none otherwise.
func TestAHandThatCarriesIsFelt(t *testing.T) {
	a, seat := pointingAt(t, theWall(t))
	a.draw()
	typeKeys(a, "down", "down", "space")
	if seat.touches != 0 {
		t.Errorf("%d times with nothing in hand", seat.touches)
	}
	typeKeys(a, "down", "x", "up")
	a.Update(tea.MouseMotionMsg{X: 3, Y: 9, Button: tea.MouseLeft})
	if seat.touches != 4 {
		t.Errorf("%d times for three keys and the mouse", seat.touches)
	}
	news(a)
	a.Update(tickMsg{})
	if seat.touches != 4 {
		t.Error("what comes by itself counts as a touch")
	}
	typeKeys(a, "esc", "down")
	if seat.touches != 5 {
		t.Errorf("%d times, with nothing in hand again", seat.touches)
	}
}

// A cluster that is merged away from under one's hands was taken out of them as well.
func TestWhatIsMergedAwayIsTakenOutOfOnesHand(t *testing.T) {
	on := workshop.Spot{Cluster: 2}
	s := theWall(t)
	a, seat := pointingAt(t, s)
	a.draw()
	typeKeys(a, "down", "down", "down", "space")
	seat.others = []workshop.Pointer{{Person: "ada", On: on, Holds: true}}
	a.Update(newsMsg{a.visit})
	seat.others = []workshop.Pointer{{Person: "ada", On: on}}
	if err := s.Play(By(Fay, workshop.MergeClusters{Into: 1, From: 2})); err != nil {
		t.Fatal(err)
	}
	a.Update(newsMsg{a.visit})
	says(t, a, "That was taken out of your hand.", "space grab")
}

// Whoever comes back with nothing in hand is told what became of what was in it, once.
func TestWhoeverComesBackIsToldThatItWasPutDown(t *testing.T) {
	s := theWall(t)
	shared := NewDrafts()
	at := func(who workshop.PersonID) *App {
		a := New(t.Context(), Config{
			Seat: stageSeat{stage: s, by: who}, Dark: true, Now: func() time.Time { return s.Now },
			Drafts: func(workshop.ID) *Drafts { return shared },
		})
		a.Update(tea.WindowSizeMsg{Width: 100, Height: 30})
		return a
	}
	const words = "What you carried was put down"
	a := at("ada")
	typeKeys(a, append(down(7), "space")...)
	a.Close()
	if body := bodyOf(at("ben")); strings.Contains(body, words) {
		t.Errorf("somebody else is told:\n%s", body)
	}
	a = at("ada")
	says(t, a, words, "▸─ six", "space grab")
	a.Close()
	if body := bodyOf(at("ada")); strings.Contains(body, words) {
		t.Errorf("told again, with nothing in hand:\n%s", body)
	}
	a = at("ada")
	typeKeys(a, append(down(6), "space")...)
	a.Close()
	if err := s.Play(Back(workshop.StepVision, workshop.PhaseDiverge)); err != nil {
		t.Fatal(err)
	}
	if body := bodyOf(at("ada")); strings.Contains(body, words) {
		t.Errorf("told where there is no board:\n%s", body)
	}
}

// A room forgets where everybody was when the group moves on; who still carries something then says so again, and lets go
// of it when somebody else was faster.
func TestTheNextPhaseIsToldAnew(t *testing.T) {
	s := theWall(t)
	if err := s.Play(Back(workshop.StepVision, workshop.PhaseShare)); err != nil {
		t.Fatal(err)
	}
	a, seat := pointingAt(t, s)
	slow, late := pointingAt(t, s)
	for _, a := range []*App{a, slow} {
		a.draw()
		typeKeys(a, "down", "space")
	}
	if err := s.Play(Onward(false)); err != nil {
		t.Fatal(err)
	}
	a.Update(newsMsg{a.visit})
	if diff := cmp.Diff([]string{"note 1", "note 1 held", "note 1 held"}, seat.told); diff != "" {
		t.Errorf("told (-want +got):\n%s", diff)
	}
	late.others = []workshop.Pointer{{Person: "ben", On: workshop.Spot{Note: 1}, Holds: true}}
	slow.Update(newsMsg{slow.visit})
	says(t, slow, "Ben is carrying that.", "space grab")
}

// One's own pointer is the selection already; somebody who has left points at nothing.
func TestOnlyTheOthersAreDrawn(t *testing.T) {
	a, _ := pointingAt(t, theWall(t),
		workshop.Pointer{Person: "ada", On: workshop.Spot{Note: 2}}, workshop.Pointer{Person: "ben", On: workshop.Spot{Note: 2}},
		workshop.Pointer{Person: "gone", On: workshop.Spot{Note: 3}})
	got := ansi.Strip(a.draw())
	if strings.Count(got, "◂") != 1 || !strings.Contains(got, "◂ Ben") {
		t.Errorf("%s", got)
	}
}

func (s *pointSeat) Draft(string) error { return nil }
