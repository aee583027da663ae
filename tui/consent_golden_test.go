package tui

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"convene/tui/tuitest"
	"convene/workshop"
	. "convene/workshop/workshoptest"
)

func TestConsentLooksAsItDid(t *testing.T) { lookAsTheyDid(t, "consent", consentMoments()) }

func TestConsentFitsOddPlaces(t *testing.T) { fitOddPlaces(t, consentMoments()) }

// On the wall everything is large, nobody is asked, and nothing is seen that is not everyone's to see.
func TestTheWallOfConsentLooksAsItDid(t *testing.T) {
	for _, m := range consentMoments() {
		if m.who != Fay && m.name != "proposal" && m.name != "leads" {
			continue
		}
		s := m.reach(t)
		for _, size := range [][2]int{{120, 35}, {80, 24}, {200, 56}} {
			t.Run(fmt.Sprintf("%s@%dx%d", m.name, size[0], size[1]), func(t *testing.T) {
				lines := strings.Split(wallOf(t, s, size[0], size[1]).draw(), "\n")
				tuitest.Fits(t, lines, size[0], size[1])
				all := ansi.Strip(strings.Join(lines, "\n"))
				if p := s.State.Proposal; p.Number > 0 && !s.State.Signals.Revealed && strings.Contains(all, tooFew) && len(s.State.Heard) == 0 {
					t.Errorf("the wall shows an answer before all are shown:\n%s", all)
				}
				tuitest.Golden(t, fmt.Sprintf("wall/consent-%s@%dx%d", m.name, size[0], size[1]), tuitest.Plain(lines))
			})
		}
	}
}

// Until all answers are shown, nobody's screen has a trace of somebody else's.
func TestNobodySeesAnAnswerBeforeAllAreShown(t *testing.T) {
	consents, objects := (moment{from: fresh, then: []Line{proposing(terms, "")}}).reach(t), (moment{from: fresh, then: []Line{proposing(terms, "canary")}}).reach(t)
	for _, who := range []workshop.PersonID{Fay, "ben", "cleo", "finn", ""} {
		for _, size := range [][2]int{{80, 24}, {120, 35}, {40, 20}} {
			draw := func(s *Stage) string {
				if who == "" {
					return wallOf(t, s, size[0], size[1]).draw()
				}
				return appOf(t, s, who, size[0], size[1]).draw()
			}
			if one, other := draw(consents), draw(objects); one != other {
				t.Errorf("%q sees on %v whether Ada consents or objects:\n%s\n---\n%s", who, size, one, other)
			}
		}
	}
}
