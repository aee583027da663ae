package tui

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// A clock that runs changes the screen at each full second, and one that stands makes the group later by the minute.
func TestWhenTheScreenChangesByItself(t *testing.T) {
	writing := sampleAt(workshop.StepVision, workshop.PhaseDiverge)
	opened := func() *Stage {
		s := NewStage()
		if err := s.Play(Opened()); err != nil {
			panic(err)
		}
		return s
	}
	ended := func() *Stage {
		s := SampleStage(workshop.StepClosing, workshop.PhaseCanvas)
		if err := s.Play(By(Fay, workshop.CloseWorkshop{})); err != nil {
			panic(err)
		}
		return s
	}
	const later = 20*time.Second + 300*time.Millisecond // after a full minute
	for _, c := range []struct {
		name string
		from func() *Stage
		then []Line
		want time.Duration // zero: never
	}{
		{"a clock that runs", writing, nil, 700 * time.Millisecond},
		{"a clock that ran out", writing, []Line{Wait(20 * time.Minute)}, 700 * time.Millisecond},
		{"a clock that stands", writing, []Line{By(Fay, workshop.PauseClock{})}, 39*time.Second + 700*time.Millisecond},
		{"a break that ends", writing, []Line{By(Fay, workshop.StartBreak{Minutes: 10})}, 700 * time.Millisecond},
		{"a break without an end", writing, []Line{By(Fay, workshop.StartBreak{})}, 39*time.Second + 700*time.Millisecond},
		{"a clock that runs while people gather", opened, []Line{By(Fay, workshop.StartClock{})}, 700 * time.Millisecond},
		{"before the start", opened, nil, 0},
		{"after the end", ended, nil, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := c.from()
			if err := s.Play(c.then...); err != nil {
				t.Fatal(err)
			}
			s.Now = s.Now.Truncate(time.Minute).Add(time.Minute + later)
			a, _ := desk(t, s)
			a.Init()
			if c.want == 0 {
				if !a.nextTick.IsZero() {
					t.Errorf("the screen changes after %v", a.nextTick.Sub(s.Now))
				}
				return
			}
			if got := a.nextTick.Sub(s.Now); got != c.want {
				t.Errorf("the screen changes after %v, want %v", got, c.want)
			}
		})
	}
	a := lobbyOf(t, houseOf(3), 80, 24)
	if a.Init(); !a.nextTick.IsZero() {
		t.Error("the lobby changes by itself")
	}
}

// Each tick asks for the next; no second one is asked for while one that comes early enough is on its way.
func TestTicking(t *testing.T) {
	s := SampleStage(workshop.StepVision, workshop.PhaseDiverge)
	s.Now = s.Now.Truncate(time.Second).Add(time.Second - time.Millisecond)
	a, _ := desk(t, s)
	a.nextTick = time.Time{}
	cmd := a.tick()
	if cmd == nil {
		t.Fatal("the clock runs, and nothing ticks")
	}
	msg, ok := cmd().(tickMsg)
	if !ok || !msg.due.Equal(s.Now.Add(time.Millisecond)) {
		t.Fatalf("%+v, want a tick at the full second", msg)
	}
	if a.tick() != nil {
		t.Error("a second tick is asked for")
	}
	if _, cmd := a.Update(tickMsg{due: msg.due.Add(-time.Second)}); cmd != nil {
		t.Error("an old tick asks for one more")
	}
	s.Now = msg.due
	if _, cmd := a.Update(msg); cmd == nil || !a.nextTick.Equal(s.Now.Add(time.Second)) {
		t.Errorf("the next tick is at %v", a.nextTick)
	}
	if _, cmd := a.Update(keyPress("x")); cmd != nil {
		t.Error("a key asks for one more")
	}

	// One that is due in a minute doesn't keep an earlier one away.
	typeKeys(a, "t")
	s.Now = a.nextTick
	a.toast = toast{}
	a.Update(tickMsg{due: a.nextTick})
	minute := a.nextTick
	if minute.Sub(s.Now) <= time.Second {
		t.Fatalf("the clock stands, and the next tick is after %v", minute.Sub(s.Now))
	}
	typeKeys(a, "t")
	if !a.nextTick.Before(minute) {
		t.Error("the clock runs again, and the next tick is in a minute")
	}
}

func TestTheClockOnTheScreenGoes(t *testing.T) {
	s := SampleStage(workshop.StepVision, workshop.PhaseDiverge)
	a, _ := desk(t, s)
	says(t, a, "◷ 05:00")
	s.Now = s.Now.Add(time.Second)
	a.Update(tickMsg{due: s.Now})
	says(t, a, "◷ 04:59")
}

func TestAToastGoesAndARefusalLater(t *testing.T) {
	s := NewStage()
	if err := s.Play(Opened()); err != nil {
		t.Fatal(err)
	}
	a, _ := desk(t, s)
	typeKeys(a, "K")
	says(t, a, "› Nobody is here yet.")
	if a.nextTick.IsZero() {
		t.Error("nothing takes the toast away")
	}
	s.Now = s.Now.Add(toastTime)
	says(t, a, "› Nobody is here yet.")
	s.Now = s.Now.Add(time.Second)
	if strings.Contains(bodyOf(a), "› Nobody") {
		t.Error("the toast stays")
	}
	a.nextTick = time.Time{}
	if a.tick() != nil {
		t.Error("a toast that is gone ticks")
	}
	typeKeys(a, "n")
	says(t, a, "✗ Nobody is here yet; add the first person.")
	s.Now = s.Now.Add(refusalTime)
	says(t, a, "✗ Nobody is here yet; add the first person.")
	s.Now = s.Now.Add(time.Second)
	if strings.Contains(bodyOf(a), "✗") {
		t.Error("the refusal outlives its moment")
	}
	typeKeys(a, "n", "x")
	if strings.Contains(bodyOf(a), "✗") {
		t.Error("the refusal stays after a key")
	}
	typeKeys(a, "t")
	says(t, a, "✓ The clock is running.")
}

// waitingSeat is a seat on a stage whose news the test gives out.
type waitingSeat struct {
	stageSeat
	changed chan struct{}
}

func (s waitingSeat) Point(workshop.Spot, bool) error { return nil }
func (s waitingSeat) Changed() <-chan struct{}        { return s.changed }

func TestNewsFromTheRoomChangesTheScreen(t *testing.T) {
	s := SampleStage(workshop.StepVision, workshop.PhaseDiverge)
	seat := waitingSeat{stageSeat{stage: s, by: "ada"}, make(chan struct{}, 1)}
	ctx, end := context.WithCancel(t.Context())
	a := New(ctx, Config{Seat: seat, Dark: true, Now: func() time.Time { return s.Now }})
	says(t, a, "one idea")
	if err := s.Play(Onward(false)); err != nil {
		t.Fatal(err)
	}
	seat.changed <- struct{}{}
	msg := a.listen()()
	if diff := cmp.Diff(newsMsg{visit: a.visit}, msg, cmp.AllowUnexported(newsMsg{})); diff != "" {
		t.Fatalf("news (-want +got):\n%s", diff)
	}
	_, cmd := a.Update(msg)
	if cmd == nil {
		t.Error("nobody listens any more")
	}
	says(t, a, "reading together")
	if _, ok := a.screen.(*boardScreen); !ok || strings.Contains(bodyOf(a), "one idea") {
		t.Errorf("the screen is still %T:\n%s", a.screen, bodyOf(a))
	}
	end()
	if msg := a.listen()(); msg != nil {
		t.Errorf("the program has ended, and there is %T", msg)
	}
}

func TestNewsKeepsTheScreenThatIsRight(t *testing.T) {
	s := SampleStage(workshop.StepVision, workshop.PhaseDiverge)
	a := appOf(t, s, "ada", 100, 30)
	typeText(a, "Half an id")
	if err := s.Play(By("jose", workshop.DeclareDone{Done: true})); err != nil {
		t.Fatal(err)
	}
	before := a.screen
	a.Update(newsMsg{a.visit})
	if a.screen != before {
		t.Error("the screen is another")
	}
	says(t, a, "Half an id")
}

func TestNewsOfASeatThatWasLeftIsIgnored(t *testing.T) {
	h := houseOf(2)
	h.stages["w2"] = SampleStage(workshop.StepVision, workshop.PhaseDiverge)
	a := lobbyOf(t, h, 100, 30)
	typeKeys(a, "enter")
	old := a.visit
	typeKeys(a, names("esc y down enter")...)
	if a.visit == old {
		t.Fatal("the visits can't be told apart")
	}
	before := a.screen
	if err := h.stages["w2"].Play(Onward(false)); err != nil {
		t.Fatal(err)
	}
	if _, cmd := a.Update(newsMsg{old}); cmd != nil || a.screen != before {
		t.Error("old news is listened to")
	}
	if _, cmd := a.Update(newsMsg{a.visit}); cmd == nil || a.screen == before {
		t.Error("new news is not listened to")
	}
}

func TestWhoEntersListens(t *testing.T) {
	h := houseOf(1)
	a := lobbyOf(t, h, 100, 30)
	if a.listen() != nil {
		t.Error("the lobby waits for news")
	}
	if _, cmd := a.Update(keyPress("enter")); cmd == nil {
		t.Error("the room's news are not waited for")
	}
}

func (s waitingSeat) Draft(string) error { return nil }
