package tui

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"convene/tui/theme"
	"convene/tui/tuitest"
	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// attended are moments of a participant at a terminal of their own, from the first brief to the canvas.
func attended() []moment {
	at := sampleAt
	open := By(Fay, workshop.OpenVote{})
	ideas := Write("ada", workshop.PromptHow, "Monthly brown bag lunch", "A shared library of katas, which everyone adds to")
	return []moment{
		{name: "gather", from: fresh, then: []Line{Opened(), By("ada", workshop.Join{Name: "Ada"}), By("ben", workshop.Join{Name: "Ben"})}, who: "ada", lines: []string{"Software Craft", "2 people are here"}},
		{name: "brief", from: at(workshop.StepMeasures, workshop.PhaseBrief), who: "ada", lines: []string{
			"How we get there, and how we will notice that we are on our way.",
			"Which key activities will get us there?", "How will we know that we are on our way?",
		}},
		{name: "write", from: at(workshop.StepMeasures, workshop.PhaseDiverge), then: []Line{ideas}, who: "ada", keys: typing("Pair across teams"), lines: []string{
			"Which key activities will get us there?", "A shared library of", "one idea", "Pair across teams", "MEASURES", "F1",
		}},
		{name: "write-edit", from: at(workshop.StepMeasures, workshop.PhaseDiverge), then: []Line{ideas}, who: "ada", keys: names("up !"), lines: []string{
			"change it, or empty it", "which everyone adds to!",
		}},
		{name: "write-done", from: at(workshop.StepMeasures, workshop.PhaseDiverge), then: []Line{ideas}, who: "ada", keys: names("ctrl+d"), lines: []string{
			"✓ You are done. Waiting for 11 others; ctrl+d to go on writing.", "A shared library of",
		}},
		{name: "write-ask", from: at(workshop.StepMeasures, workshop.PhaseDiverge), who: "ada", keys: append(typing("Pair"), "ctrl+d"), lines: []string{
			"Add what you were writing as a note?", "Pair", "y yes (enter)",
		}},
		{name: "write-help", from: at(workshop.StepMeasures, workshop.PhaseDiverge), who: "ada", keys: names("f1"), lines: []string{"one per note.", "esc close"}},
		{name: "write-minute", from: at(workshop.StepMeasures, workshop.PhaseDiverge), who: "ada", keys: names("ctrl+t"), lines: []string{"The facilitator knows that you would like a minute more."}},
		{name: "share", from: at(workshop.StepMeasures, workshop.PhaseShare), who: "ada", lines: []string{"12 notes.", "▸─ Monthly brown bag lunch"}},
		{name: "spotlight", from: at(workshop.StepVision, workshop.PhaseShare), then: []Line{By(Fay, workshop.PutSpotlight{On: workshop.Spot{Note: 4}})}, who: "ada", lines: []string{"N o b o d y i s", "m o r e"}},
		{name: "converge", from: at(workshop.StepVision, workshop.PhaseAlign), then: []Line{Back(workshop.StepVision, workshop.PhaseConverge)}, who: "ada", keys: names("tab down"), lines: []string{"Proud of", "3 clusters"}},
		{name: "carry", from: at(workshop.StepMeasures, workshop.PhaseConverge), who: "ada", keys: names("down space down"), lines: []string{"✥ drop: a new cluster with", "space drop", "esc put it back"}},
		{name: "title", from: at(workshop.StepMeasures, workshop.PhaseConverge), who: "ada", keys: names("space down space e"), lines: []string{"What do these notes say together?", "enter keep"}},
		{name: "dots", from: at(workshop.StepMeasures, workshop.PhaseConverge), then: []Line{open}, who: "ada", keys: names("space down"), lines: []string{
			"What matters most here?", "3 dots each; several may go on one idea. The dots advise, they don't decide.", "2 of 3 dots left",
			"[● ]", "[ ]", "space put a dot", "enter into the box",
		}},
		{name: "dots-confirm", from: at(workshop.StepMeasures, workshop.PhaseConverge), then: []Line{open}, who: "ada", keys: names("space down space enter"), lines: []string{
			"Put this ballot into the box? It is final.", "1 dot: Swap seats for a day", "1 dot: Pair across teams", "1 dot not given", "n no (enter)",
		}},
		{name: "dots-result", from: at(workshop.StepMeasures, workshop.PhaseConverge), then: []Line{dots(0, 1, 1, 2, 3, 3)}, who: "ada", lines: []string{
			"What matters most here, by dots", "1 Coding dojo", "tied", "12 ballots, none of them blank.", "tab the board",
		}},
		{name: "roll", from: at(workshop.StepMeasures, workshop.PhaseConverge), then: []Line{open}, who: "ada", keys: names("space enter y"), lines: []string{
			"What matters most here?", "Your ballot is in the box. 11 others to come.", "José",
		}},
		{name: "late", from: at(workshop.StepMeasures, workshop.PhaseConverge), then: []Line{open, By("lara", workshop.Join{Name: "Lara"})}, who: "lara", lines: []string{
			"You came after this vote had begun; the next one is yours too.",
		}},
		{name: "align", from: at(workshop.StepVision, workshop.PhaseAlign), who: "ada", lines: []string{
			"We ship code that we are proud of, and learn something every day.", "How far do you stand behind it?", "love it", "0-5 raise your hand",
		}},
		{name: "hand", from: at(workshop.StepVision, workshop.PhaseAlign), who: "ada", keys: names("4"), lines: []string{
			"▸", "Your hand is up. 11 others to come",
		}},
		{name: "concern", from: at(workshop.StepVision, workshop.PhaseAlign), who: "ada", keys: append(names("2"), typing("Who pays")...), lines: []string{
			"What would have to change?", "Everyone will read it when the hands are shown. You show 2: I would need a change first.", "Who pays", "enter show my hand",
		}},
		{name: "hands", from: at(workshop.StepVision, workshop.PhaseAlign), then: []Line{AllShow(4), By("tom", workshop.ShowHand{Level: 2, Concern: "I don't see the billing code in it"})}, who: "ada", lines: []string{
			"How far we stand behind it", "▸ 4 █████", "Tom B. (2): I don't see the billing code in it",
		}},
		{name: "weigh", from: at(workshop.StepForces, workshop.PhaseConverge), then: []Line{open}, who: "ada", keys: names("3"), lines: []string{
			"How strong is each force?", "1 is weak, 5 strong. The middle score counts; leave out what you can't judge.",
			"▸ ░░░░░ - ▶ The CTO was a programmer herself", "1-5 strength", "enter into the box",
		}},
		{name: "forces", from: at(workshop.StepForces, workshop.PhaseAlign), then: []Line{Back(workshop.StepForces, workshop.PhaseConverge)}, who: "ada", lines: []string{
			"balance +1: what supports us is stronger", "Most worth weakening: Teams sit in three cities.", "tab the board",
		}},
		{name: "name-before", from: at(workshop.StepName, workshop.PhaseConverge), who: "ada", lines: []string{
			"4 names to choose from", "Craft Guild proposed 2 times", "2 votes each, on different names.", "The facilitator opens the vote",
		}},
		{name: "name-ballot", from: at(workshop.StepName, workshop.PhaseConverge), then: []Line{open}, who: "ada", keys: names("space"), lines: []string{
			"Which name shall we have?", "A tie goes to a runoff with one vote each, and then, if need be, to a lot.", "1 of 2 votes left", "▸ [●] Craft Guild", "enter into the box",
		}},
		{name: "nominate", from: at(workshop.StepLeader, workshop.PhaseDiverge), then: []Line{By("ada", workshop.Nominate{Person: "jose", Reason: "Listens before he speaks"})}, who: "ada", keys: names("down"), lines: []string{
			"Who should lead this community, and why?", "▸ José ✓ nominated", "Listens before he speaks", "enter change it", "x take back",
		}},
		{name: "nominate-done", from: at(workshop.StepLeader, workshop.PhaseDiverge), who: "ada", keys: names("ctrl+d"), lines: []string{
			"✓ You are done. Waiting for 11 others; ctrl+d to go on.",
		}},
		{name: "accept", from: at(workshop.StepLeader, workshop.PhaseShare), who: "grace", lines: []string{
			"4 people were nominated", "4 answers to come", "You are nominated, Grace.", "y accept", "d decline",
		}},
		{name: "accept-ask", from: at(workshop.StepLeader, workshop.PhaseShare), who: "grace", keys: names("y"), lines: []string{"Do you have dedicated time for it?"}},
		{name: "leader-before", from: at(workshop.StepLeader, workshop.PhaseConverge), who: "ada", lines: []string{
			"3 candidates, each with time for it", "More than half of the ballots elect.", "The facilitator opens the vote",
		}},
		{name: "leader-ballot", from: at(workshop.StepLeader, workshop.PhaseConverge), then: []Line{open}, who: "ada", keys: names("down"), lines: []string{
			"Who shall lead us?", "Otherwise the first two go to a runoff, with all who tie for second.", "▸ [ ] Ngọc", "enter into the box",
		}},
		{name: "elected", from: at(workshop.StepClosing, workshop.PhaseCanvas), then: []Line{Back(workshop.StepLeader, workshop.PhaseConverge)}, who: "ada", lines: []string{
			"G r a c e", "has dedicated time for it", "elected in the runoff, with 8 of 12 ballots",
		}},
		{name: "canvas", from: at(workshop.StepClosing, workshop.PhaseCanvas), who: "ada", lines: []string{"VISION", "This is what you made together."}},
	}
}

// typing is the keys of a text.
func typing(text string) []string { return strings.Split(text, "") }

// sat is the program at the participant's terminal after the moment's keys.
func (m moment) sat(t *testing.T, width, height int) *App {
	t.Helper()
	a := appOf(t, m.reach(t), m.who, width, height)
	a.draw()
	for _, k := range m.keys {
		typeKeys(a, k)
		a.draw()
	}
	return a
}

// running is what a screen says as running text: the lines joined, of a line with a frame only what is in it.
func running(lines []string) string {
	framed := regexp.MustCompile(`│(.*)│`)
	var words []string
	for _, l := range tuitest.Plain(lines) {
		if in := framed.FindStringSubmatch(l); in != nil {
			l = in[1]
		}
		words = append(words, strings.Fields(strings.Trim(l, " ─▌"))...)
	}
	return strings.Join(words, " ")
}

// sizes are terminals that people come with: phones upright, the least for a laptop, the usual, large ones.
func sizes() [][2]int {
	return [][2]int{{40, 15}, {40, 20}, {60, 15}, {80, 24}, {100, 30}, {160, 45}}
}

// However small the terminal is: what a participant has to read is there in whole sentences, and the two keys that
// matter most are in the footer.
func TestAParticipantCanReadAndActEverywhere(t *testing.T) {
	for _, m := range attended() {
		for _, size := range sizes() {
			t.Run(fmt.Sprintf("%s@%dx%d", m.name, size[0], size[1]), func(t *testing.T) {
				a := m.sat(t, size[0], size[1])
				lines := strings.Split(a.draw(), "\n")
				tuitest.Fits(t, lines, size[0], size[1])
				if len(lines) != size[1] {
					t.Errorf("%d lines of %d", len(lines), size[1])
				}
				for _, want := range m.lines {
					if !strings.Contains(running(lines), want) {
						t.Errorf("nothing says %q:\n%s", want, strings.Join(tuitest.Plain(lines), "\n"))
					}
				}
				keysAreShown(t, a)
			})
		}
	}
}

// keysAreShown checks that the footer has the first two of the keys that work now, and the help where there is any.
func keysAreShown(t *testing.T, a *App) {
	t.Helper()
	a.toast = toast{} // which may stand in the place of the keys until the next one
	st := a.stage()
	got := ansi.Strip(a.footer(st))
	for i, b := range a.footerKeys(st) {
		if want := b.Help().Key + " " + b.Help().Desc; i < 2 && !strings.Contains(got, want) {
			t.Errorf("the footer %q does not have %q", got, want)
		}
	}
	if help := strings.Contains(got, "?") || strings.Contains(got, "F1"); !help && len(a.dialogs) == 0 {
		t.Errorf("no help in %q", got)
	}
	if n := len(regexp.MustCompile(`\S  +\S`).FindAllString(got, -1)) + 1; n > footerMost {
		t.Errorf("%d keys: %q", n, got)
	}
}

// From the first seat to the end, wherever the group is, a participant's screens keep to the terminal, and the header
// has step, phase and clock.
func TestTheWholeWorkshopFitsAPhone(t *testing.T) {
	for _, p := range places(t) {
		if p.seat.view.MyRole != workshop.Participant {
			continue
		}
		for _, size := range sizes() {
			a := p.app(t)
			a.Update(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			lines := strings.Split(a.draw(), "\n")
			t.Run(fmt.Sprintf("%s@%dx%d", p.name, size[0], size[1]), func(t *testing.T) {
				tuitest.Fits(t, lines, size[0], size[1])
				keysAreShown(t, a)
				head := ansi.Strip(lines[0] + lines[1])
				for _, want := range []string{wordsOf(p.seat.view, p.seat.view.At.Step).short, doingWords(p.seat.view), ansi.Strip(a.clock(a.stage()))} {
					if !strings.Contains(head, want) && p.seat.view.At.Step != workshop.StepClosing {
						t.Errorf("the header does not say %q: %q", want, head)
					}
				}
			})
		}
	}
}

func TestParticipantScreensLookAsTheyDid(t *testing.T) {
	looked := names("brief write write-done share converge carry dots roll align hand concern weigh forces name-before nominate accept leader-ballot canvas")
	for _, m := range attended() {
		if !slices.Contains(looked, m.name) {
			continue
		}
		for _, size := range [][2]int{{40, 20}, {80, 24}} {
			a := m.sat(t, size[0], size[1])
			tuitest.Golden(t, fmt.Sprintf("participant/%s@%dx%d", m.name, size[0], size[1]), tuitest.Plain(strings.Split(a.draw(), "\n")))
		}
	}
}

// At a terminal of one's own nobody reads of the booth, of a keyboard to hand back, or of a key that only the facilitator
// has.
func TestNobodyReadsWhatIsMeantForTheBooth(t *testing.T) {
	foreign := regexp.MustCompile(`(?i)booth|keyboard|leaves the screen with you|[Pp]ress [nbvowc] `)
	for _, m := range attended() {
		for _, keys := range []string{"", "f1", "esc"} {
			a := m.sat(t, 100, 30)
			typeKeys(a, names(keys)...)
			if got := foreign.FindString(running(strings.Split(a.draw(), "\n"))); got != "" {
				t.Errorf("%s %s: %q is on the screen:\n%s", m.name, keys, got, bodyOf(a))
			}
		}
	}
}

// The journey has all its names where they fit, and dots where they don't; in either it says where the group is.
func TestTheJourneyShrinks(t *testing.T) {
	a := appOf(t, SampleStage(workshop.StepImpact, workshop.PhaseDiverge), "ada", 80, 24)
	for width, want := range map[int]string{
		80: " ●Vision━━●Measures━━◉Impact──○Resources──○Forces──○Name──○Leader",
		64: " ●Vision━●Measures━◉Impact─○Resources─○Forces─○Name─○Leader",
		40: " ●●◉○○○○ 3/7 Impact             12 here",
	} {
		a.Update(tea.WindowSizeMsg{Width: width, Height: 20})
		if got := strings.TrimRight(ansi.Strip(a.journey(a.stage())), " "); got != want {
			t.Errorf("at %d: %q, want %q", width, got, want)
		}
	}
	for _, c := range []struct {
		at   func() *Stage
		want string
	}{
		{sampleAt(workshop.StepClosing, workshop.PhaseCanvas), " ●●●●●●● Craft Guild"},
		{sampleAt(workshop.StepLeader, workshop.PhaseBrief), " ●●●●●●◉ 7/7 Leader"},
	} {
		a := appOf(t, c.at(), "ada", 40, 20)
		if got := ansi.Strip(a.journey(a.stage())); !strings.HasPrefix(got, c.want) {
			t.Errorf("%q, want %q first", got, c.want)
		}
	}
}

// What is said is read to its end, on a phone too: it takes the lines that it needs.
func TestALongToastIsNotCut(t *testing.T) {
	const long = "A title is for a cluster. Grab this note with space and drop it on another."
	a := appOf(t, SampleStage(workshop.StepImpact, workshop.PhaseConverge), "ada", 40, 15)
	typeKeys(a, "e")
	lines := strings.Split(a.draw(), "\n")
	tuitest.Fits(t, lines, 40, 15)
	if got := running(lines); !strings.Contains(got, long) {
		t.Errorf("%s", bodyOf(a))
	}
	typeKeys(a, "down")
	if got := bodyOf(a); strings.Contains(got, "A title is for") || !strings.Contains(got, "space grab") {
		t.Errorf("the keys are not back:\n%s", got)
	}
	a.say(say{text: strings.Repeat("word ", 100), tone: plainly})
	tuitest.Fits(t, strings.Split(a.draw(), "\n"), 40, 15)
}

// A dialog that is too long for the window keeps its first lines and its answer.
func TestATallDialogKeepsItsAnswer(t *testing.T) {
	th := theme.New(true, false)
	lines := make([]string, 15)
	inner := append([]string{"The question"}, make([]string, 30)...)
	got := over(th, lines, append(inner, "", "y yes"), 40)
	all := strings.Join(tuitest.Plain(got), "\n")
	if len(got) != 15 || !strings.Contains(all, "The question") || !strings.Contains(all, "y yes") || !strings.Contains(all, "…") {
		t.Errorf("%s", all)
	}
}
