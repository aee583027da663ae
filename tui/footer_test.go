package tui

import (
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"convene/tui/theme"
	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// Help is the last word of every footer; where a question mark is text, another key leads to it. A key is shown in whole
// or not at all, and never more than can be read.
func TestTheFooterEndsInHelp(t *testing.T) {
	for _, p := range places(t) {
		a := p.app(t)
		a.draw()
		st := a.stage()
		for _, width := range widths() {
			st := a.at(width, st)
			got := strings.TrimRight(ansi.Strip(a.footer(st)), " ")
			want := "? help"
			if a.screen.typing() {
				want = "F1 help"
			}
			if !strings.HasSuffix(got, want) {
				t.Errorf("%s at %d: %q", p.name, width, got)
			}
			if n := len(regexp.MustCompile(`\S {3,}\S`).FindAllString(got, -1)) + 1; n > 6 {
				t.Errorf("%s at %d: %d keys: %q", p.name, width, n, got)
			}
			if strings.Contains(got, "…") {
				t.Errorf("%s at %d: a key is cut: %q", p.name, width, got)
			}
		}
	}
	a := lobbyOf(t, houseOf(1), 60, 15)
	says(t, a, "? help")
}

// Whoever facilitates sees the key that goes on, wherever it does something, in every window and language: also with a note
// in the spotlight. On a wall that hands are busy on, the first key of the wall still comes before it.
func TestTheFooterNeverLosesTheWayOn(t *testing.T) {
	whole, _ := Sample()
	for _, lang := range []workshop.Language{workshop.English, workshop.French} {
		for _, at := range whole.Agenda.Positions() {
			from := SampleStage(at.Step, at.Phase)
			from.State.Lang = lang
			for _, size := range [][2]int{{60, 15}, {80, 24}, {120, 35}} {
				moments := [][]string{nil}
				if at.Phase == workshop.PhaseShare || at.Phase == workshop.PhaseConverge {
					moments = append(moments, names("enter"))
				}
				for _, keys := range moments {
					a := appOf(t, again(from), Fay, size[0], size[1])
					a.config.Lobby = houseOf(0)
					a.draw()
					if typeKeys(a, keys...); len(a.dialogs) > 0 {
						continue
					}
					got := " " + strings.TrimSpace(ansi.Strip(a.footer(a.stage())))
					if !strings.Contains(got, " n ") || strings.Contains(got, "…") || theme.Width(got) > size[0] {
						t.Errorf("%s in %s at %v after %v: %q", at, lang, size, keys, got)
					}
					if at.Phase == workshop.PhaseConverge && at.Step.Clusters() && keys == nil && !strings.HasPrefix(got, " "+keyName(in(a.view), a.screen.bindings(a.stage())[0])) {
						t.Errorf("%s in %s at %v: the hands' first key is not first: %q", at, lang, size, got)
					}
				}
			}
		}
	}
}

func TestTheFooterOfADialogIsTheDialogs(t *testing.T) {
	a := appOf(t, SampleStage(workshop.StepVision, workshop.PhaseDiverge), Fay, 100, 30)
	typeKeys(a, "n")
	if got := strings.TrimSpace(ansi.Strip(a.footer(a.stage()))); got != "y yes   n no" {
		t.Errorf("the footer is %q", got)
	}
}

// What matters most comes first and stays longest: the facilitator's keys before the screen's, save where hands are
// busy on the screen itself.
func TestWhatTheFooterShowsFirst(t *testing.T) {
	for _, c := range []struct {
		step  workshop.Step
		phase workshop.Phase
		who   workshop.PersonID
		want  string
	}{
		{workshop.StepWelcome, workshop.PhaseGather, Fay, "a add a person   n on to: Vision"},
		{workshop.StepVision, workshop.PhaseBrief, Fay, "n next: writing alone   b back"},
		{workshop.StepVision, workshop.PhaseDiverge, Fay, "o booth: write   n reveal   b back"},
		{workshop.StepVision, workshop.PhaseAlign, Fay, "o booth: show a hand   v show the hands   n on to: How / Measures"},
		{workshop.StepName, workshop.PhaseConverge, Fay, "v open the vote   n on to: Leader   b back"},
		{workshop.StepClosing, workshop.PhaseCanvas, Fay, "m save as Markdown   enter plan a first action   n finish the workshop"},
		{workshop.StepVision, workshop.PhaseDiverge, "ada", "enter add"},
		{workshop.StepVision, workshop.PhaseAlign, "ada", "0-5 raise your hand"},
		{workshop.StepVision, workshop.PhaseBrief, "ada", "? help"},
	} {
		s := SampleStage(c.step, c.phase)
		a := appOf(t, s, c.who, 120, 30)
		a.config.Lobby = houseOf(0)
		a.draw()
		if got := strings.TrimSpace(ansi.Strip(a.footer(a.stage()))); !strings.HasPrefix(got, c.want) {
			t.Errorf("%s/%s for %s: %q, want %q first", c.step, c.phase, c.who, got, c.want)
		}
	}
}

// The booth comes first while somebody without a terminal is awaited there, and behind what the group does next after that.
func TestTheBoothComesFirstWhileSomebodyIsAwaited(t *testing.T) {
	leading := sampleAt(workshop.StepLeader, workshop.PhaseConverge)
	for _, c := range []struct {
		name string
		from func() *Stage
		then []Line
		want string
	}{
		{"nobody at the booth was nominated", leading, nil, "v open the vote   n on to: The canvas   o booth: accept or decline"},
		{"Yusuf has not voted", leading, []Line{By(Fay, workshop.OpenVote{}), Cast("ada", "grace")}, "o booth: vote   v close the vote"},
		{"everyone has voted", leading, []Line{By(Fay, workshop.OpenVote{}), everyoneCasts([]string{"grace"})}, "v close the vote   b give the vote up   o booth: vote"},
		{"one alone has votes", fresh, []Line{electing("ada", "ben"), voteWith([]string{"ada"}, nil, nil)}, "v ask about Ada"},
	} {
		s := c.from()
		if err := s.Play(c.then...); err != nil {
			t.Fatal(err)
		}
		a := appOf(t, s, Fay, 120, 30)
		if got := strings.TrimSpace(ansi.Strip(a.footer(a.stage()))); !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: %q, want %q first", c.name, got, c.want)
		}
	}
}

func TestTheFooterOfTheBoothLeadsOut(t *testing.T) {
	a := appOf(t, SampleStage(workshop.StepVision, workshop.PhaseDiverge), Fay, 160, 30)
	typeKeys(a, names("o enter pause enter")...)
	if got := ansi.Strip(a.footer(a.stage())); !strings.Contains(got, "esc leave the booth") {
		t.Errorf("the footer is %q", got)
	}
}

// idle are keys that are shown where they could do something, and do nothing just there: there may be nothing to
// scroll, no note to change, nothing typed to add.
func idle(key string) bool {
	return strings.Contains(" up down pgup pgdown ", " "+key+" ")
}

// A key that does nothing now is not shown: each sends, asks, says or changes something.
func TestKeysThatAreShownWork(t *testing.T) {
	ready := map[string]string{"backspace": "space", "0": "3 up"} // there is something to take back
	for _, p := range places(t) {
		first := p.app(t)
		first.draw()
		for _, b := range first.footerKeys(first.stage()) {
			k := b.Keys()[0]
			if !b.Enabled() || idle(k) {
				continue
			}
			a := p.app(t)
			if a.config.Lobby = houseOf(0); a.screen.typing() {
				typeKeys(a, "x")
			}
			typeKeys(a, names(ready[k])...)
			before := a.draw()
			p.seat.heard = 0
			typeKeys(a, k)
			if p.seat.heard == 0 && len(a.dialogs) == 0 && a.toast.text == "" && a.draw() == before {
				t.Errorf("%s: %s is shown (%s) and does nothing", p.name, k, b.Help().Desc)
			}
		}
	}
}

// Whoever writes can always say that they are done, and sees with which key: with a note that they could edit, while they edit
// it, and in a step with two questions.
func TestTheFooterOfAWriterNamesTheKeyThatEndsIt(t *testing.T) {
	for _, lang := range []workshop.Language{workshop.English, workshop.French} {
		for _, step := range []workshop.Step{workshop.StepVision, workshop.StepMeasures, workshop.StepForces, workshop.StepName} {
			for _, keys := range [][]string{nil, names("x enter"), names("x enter up"), names("x enter y enter up up"), names("x enter ctrl+d")} {
				s := SampleStage(step, workshop.PhaseDiverge)
				s.State.Lang = lang
				a := appOf(t, s, "ada", 80, 24)
				typeKeys(a, keys...)
				if got := ansi.Strip(a.footer(a.stage())); !strings.Contains(got, "ctrl+d ") {
					t.Errorf("%s in %s after %v: %q", step, lang, keys, got)
				}
			}
		}
	}
	s := SampleStage(workshop.StepVision, workshop.PhaseDiverge)
	s.State.Lang = workshop.French
	a := appOf(t, s, "ada", 120, 30)
	typeKeys(a, names("x enter")...)
	if got := ansi.Strip(a.footer(a.stage())); !strings.Contains(got, "↑ modifier") || strings.Contains(got, "haut") {
		t.Errorf("the key of an arrow has a name: %q", got)
	}
}

// What somebody may drop is theirs to drop with a key that they see, right behind the one that plans.
func TestTheFooterOffersToDropAFirstAction(t *testing.T) {
	for _, lang := range []workshop.Language{workshop.English, workshop.French} {
		for _, who := range []workshop.PersonID{Fay, "ada", "ben"} {
			s := atClosing()
			s.State.Lang = lang
			a := appOf(t, s, who, 80, 24)
			a.config.Lobby = houseOf(0)
			if got := ansi.Strip(a.footer(a.stage())); strings.Contains(got, " x ") {
				t.Errorf("%s: with nothing to drop: %q", who, got)
			}
			if err := s.Play(By("ada", workshop.PlanAction{What: "Ask", Owner: "ada"})); err != nil {
				t.Fatal(err)
			}
			news(a)
			plan, drop := "enter plan a first action   x drop a first action", " x "
			if lang == workshop.French {
				plan = "entrée prévoir une action   x retirer une action"
			}
			got := ansi.Strip(a.footer(a.stage()))
			if shown := strings.Contains(got, plan); shown != (who != "ben") || strings.Contains(got, drop) != shown {
				t.Errorf("%s in %s: %q", who, lang, got)
			}
		}
	}
}
