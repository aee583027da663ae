package tui

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"convene/tui/tuitest"
	"convene/workshop"
	"convene/workshop/reel"
	. "convene/workshop/workshoptest"
)

// player is a replay at a keyboard, and a clock that the test moves.
type player struct {
	*replay
	now time.Time
}

func playerOf(t *testing.T, records []workshop.Record, width, height int) *player {
	t.Helper()
	p := &player{now: time.Date(2026, 5, 1, 12, 0, 0, 0, time.UTC)}
	film := reel.New(records)
	p.replay = newReplay(t.Context(), ReplayConfig{
		Reel: film, Speed: 60, Dark: true, Now: func() time.Time { return p.now },
		Tell: func(n int) string { return fmt.Sprintf("record %d: %s", n, film.Record(n).Event.Kind()) },
	})
	p.Update(tea.WindowSizeMsg{Width: width, Height: height})
	return p
}

func samplePlayer(t *testing.T, width, height int) *player {
	t.Helper()
	_, records := Sample()
	return playerOf(t, records, width, height)
}

func (p *player) press(keys ...string) {
	for _, k := range keys {
		p.Update(keyPress(k))
	}
}

// pass lets real time pass, and a frame come after it.
func (p *player) pass(d time.Duration) {
	p.now = p.now.Add(d)
	p.Update(frameMsg{p.since})
}

func (p *player) text() string { return ansi.Strip(strings.Join(p.Lines(), "\n")) }

// seek goes to where the group came to a position first.
func (p *player) seek(t *testing.T, step workshop.Step, phase workshop.Phase) {
	t.Helper()
	at := workshop.Position{Step: step, Phase: phase}
	i := slices.IndexFunc(p.config.Reel.Scenes(), func(s reel.Scene) bool { return s.At == at })
	if i < 0 {
		t.Fatalf("nobody came to %v", at)
	}
	p.stopped = true
	p.goTo(p.config.Reel.Scenes()[i].From)
}

func TestTheReplayLooksAsItDid(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 35}, {60, 15}} {
		for _, c := range []struct {
			name string
			at   func(p *player)
		}{
			{"begins", func(*player) {}},
			{"quiet", func(p *player) {
				p.seek(t, workshop.StepVision, workshop.PhaseDiverge)
				p.press("space")
				p.pass(3 * time.Second)
			}},
			{"board", func(p *player) { p.seek(t, workshop.StepMeasures, workshop.PhaseConverge) }},
			{"hands", func(p *player) { p.seek(t, workshop.StepMeasures, workshop.PhaseBrief); p.press("left", "left") }},
			{"leader", func(p *player) { p.seek(t, workshop.StepClosing, workshop.PhaseCanvas); p.press("left") }},
			{"end", func(p *player) { p.press("space", "end") }},
			{"help", func(p *player) { p.press("5", "?") }},
		} {
			name := fmt.Sprintf("replay/%s@%dx%d", c.name, size[0], size[1])
			t.Run(name, func(t *testing.T) {
				p := samplePlayer(t, size[0], size[1])
				c.at(p)
				lines := p.Lines()
				tuitest.Fits(t, lines, size[0], size[1])
				tuitest.Golden(t, name, tuitest.Plain(lines))
			})
		}
	}
}

// A workshop in French is replayed in French: its bar and its help, and what the film is told to say of a record.
func TestTheReplayLooksAsItDidInFrench(t *testing.T) {
	_, records := Sample()
	opened := records[0].Event.(workshop.WorkshopOpened)
	opened.Lang = workshop.French
	records = slices.Clone(records)
	records[0].Event = opened
	for _, size := range [][2]int{{80, 24}, {60, 15}} {
		for name, at := range map[string]func(p *player){
			"runs": func(p *player) {
				p.seek(t, workshop.StepVision, workshop.PhaseDiverge)
				p.press("space")
				p.pass(3 * time.Second)
			},
			"ended": func(p *player) { p.press("space", "end") },
			"help":  func(p *player) { p.press("5", "?") },
		} {
			name := fmt.Sprintf("replay/french_%s@%dx%d", name, size[0], size[1])
			t.Run(name, func(t *testing.T) {
				p := playerOf(t, records, size[0], size[1])
				p.config.Tell = func(int) string { return "Fay a clos l’atelier" }
				at(p)
				lines := p.Lines()
				tuitest.Fits(t, lines, size[0], size[1])
				tuitest.Golden(t, name, tuitest.Plain(lines))
			})
		}
	}
}

func TestTheReplayFitsEveryWindow(t *testing.T) {
	for _, size := range [][2]int{{60, 15}, {79, 19}, {80, 20}, {100, 30}, {160, 45}, {240, 67}} {
		p := samplePlayer(t, size[0], size[1])
		for n := 1; n <= p.config.Reel.Len(); n += 7 {
			p.goTo(n)
			p.help = n%3 == 0
			p.stopped = n%2 == 0
			lines := p.Lines()
			tuitest.Fits(t, lines, size[0], size[1])
			if len(lines) != size[1] {
				t.Fatalf("at %v, record %d: %d lines", size, n, len(lines))
			}
		}
	}
	for _, size := range [][2]int{{59, 15}, {60, 14}, {1, 1}} {
		if all := strings.Join(strings.Fields(samplePlayer(t, size[0], size[1]).text()), ""); all != "Areplayneedsawindowofatleast60×15." {
			t.Errorf("at %v it says %q", size, all)
		}
	}
}

// hidden are the texts that nobody but their authors knows in a state, and that nobody says anywhere else.
func hidden(s workshop.State) []string {
	var out []string
	shown := fmt.Sprintf("%+v", s.Canvas())
	for n := range s.Notes.All() {
		if !n.Revealed && !strings.Contains(shown, n.Text) {
			out = append(out, n.Text)
		}
	}
	for _, n := range s.Nominations {
		if !n.Revealed && !strings.Contains(shown, n.Reason) {
			out = append(out, n.Reason)
		}
	}
	for _, p := range s.Participants() {
		if hand, ok := s.Hands.Of(p.ID); ok && !s.Hands.Revealed && hand.Concern != "" && !strings.Contains(shown, hand.Concern) {
			out = append(out, hand.Concern)
		}
		if signal, ok := s.Signals.Of(p.ID); ok && !s.Signals.Revealed && signal.Objects {
			out = append(out, signal.Reason)
		}
	}
	return out
}

// At no record does the replay know more than the room did: neither in what it draws from, nor on the screen.
func TestTheReplayShowsNothingBeforeItWasShown(t *testing.T) {
	_, ballot := Sample()
	_, consent := SampleByConsent()
	for name, records := range map[string][]workshop.Record{"ballot": ballot, "consent": consent} {
		t.Run(name, func(t *testing.T) { showsNothingTooEarly(t, records) })
	}
}

func showsNothingTooEarly(t *testing.T, records []workshop.Record) {
	p := playerOf(t, records, 240, 67)
	looked, answers := 0, 0
	for n := 1; n <= p.config.Reel.Len(); n++ {
		p.goTo(n)
		state := p.config.Reel.State(n)
		raw, err := json.Marshal(p.seat.View())
		if err != nil {
			t.Fatal(err)
		}
		screen := p.text()
		for _, text := range hidden(state) {
			looked++
			if quoted, _ := json.Marshal(text); strings.Contains(string(raw), strings.Trim(string(quoted), `"`)) {
				t.Errorf("record %d: the view has %q, which is private", n, text)
			}
			if strings.Contains(screen, text) {
				t.Errorf("record %d: the screen has %q, which is private", n, text)
			}
		}
		if v := p.seat.View(); v.Me != "" || len(v.Notes)+len(v.Knocks)+len(v.Nominations) > 0 {
			t.Errorf("record %d: somebody's own view is shown", n)
		}
		if !state.Hands.Revealed && strings.Contains(string(raw), `"Level":`) {
			for _, person := range p.seat.View().People {
				if person.Hand != (workshop.Hand{}) {
					t.Errorf("record %d: %s's hand is shown", n, person.Name)
				}
			}
		}
		if !state.Signals.Revealed {
			for _, person := range p.seat.View().People {
				if _, answered := state.Signals.Of(person.ID); answered {
					answers++
				}
				if person.Signal != (workshop.Signal{}) {
					t.Errorf("record %d: the answer of %s is shown", n, person.Name)
				}
			}
			if a := p.seat.View().Answers; a.Consents+len(a.Objections) > 0 {
				t.Errorf("record %d: %d consents and %d objections are counted", n, a.Consents, len(a.Objections))
			}
		}
		for _, r := range p.seat.View().Results {
			if len(r.Ballots) > 0 {
				t.Errorf("record %d: there are ballots", n)
			}
		}
	}
	if looked < 100 || (p.config.Reel.State(p.config.Reel.Len()).Method == workshop.Consent) != (answers > 0) {
		t.Errorf("only %d private texts and %d answers were looked for", looked, answers)
	}
}
