package tui

import (
	"crypto/sha256"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"convene/workshop"
	"convene/workshop/deck"
	. "convene/workshop/workshoptest"
)

// founded is the sample group, whose workshop is finished.
func founded() *Stage {
	s := SampleStage(workshop.StepClosing, workshop.PhaseCanvas)
	if err := s.Play(By(Fay, workshop.CloseWorkshop{})); err != nil {
		panic(err) // it is the tests' own
	}
	return s
}

// someCards are four of the usual ones, with one whose words are long.
func someCards() []workshop.HealthCard {
	all := deck.Standard(workshop.English)
	cards := append(all[:3:3], all[7])
	return append(cards, workshop.HealthCard{
		ID: "vision", About: "Everyone here is proud of the code they ship, old code too",
		Green: "Whoever has to touch old code leaves it better than it was, and is glad that somebody looks; nobody asks why that took an hour longer.",
		Red:   "We are ashamed of most of it, and would rather build everything anew.",
	})
}

// opened is an open check of these cards, until a day or at one sitting.
func opened(until workshop.Day) Line {
	return By(Fay, workshop.OpenCheck{Cards: someCards(), Until: until})
}

// answered is what somebody says to all cards; a sentence goes with the first.
func answersAll(who workshop.PersonID, sentence string, colours ...workshop.Colour) Line {
	var sheet workshop.Sheet
	for i, c := range someCards() {
		sheet = append(sheet, workshop.Answer{Card: c.ID, Colour: colours[i%len(colours)]})
	}
	sheet[0].Sentence = sentence
	lock := sha256.Sum256([]byte(who))
	return By(who, workshop.GiveAnswers{Check: 1, Sheet: sheet, Lock: lock[:]})
}

// manyAnswer is what six say: they are of one mind about nothing, and too few have an opinion on the second card.
func manyAnswer() []Line {
	g, y, r, a := workshop.Green, workshop.Yellow, workshop.Red, workshop.Abstain
	return []Line{
		answersAll("ada", "I learn most when we pair on something that is broken.", g, a, r, g, y),
		answersAll("jose", "", g, y, g, g, y),
		answersAll("lukasz", "There is no time for it unless somebody asks on Monday morning who takes Friday afternoon off from the tickets", r, a, r, g, y),
		answersAll("aicha", "", y, g, g, g, y),
		answersAll("mei", "No time.", r, r, g, g, y),
		answersAll("ngoc", "", g, y, r, g, g),
	}
}

// turned are so many cards turned over, after the count.
func turned(n int) []Line {
	lines := []Line{By(Fay, workshop.CloseCheck{Check: 1})}
	for i := range n {
		lines = append(lines, By(Fay, workshop.TurnCard{Check: 1, Turned: i + 1}))
	}
	return lines
}

func then(lines ...[]Line) []Line {
	var out []Line
	for _, l := range lines {
		out = append(out, l...)
	}
	return out
}

// checks are moments of a health check.
func checks() []moment {
	open := []Line{opened("2026-03-20")}
	many := then(open, manyAnswer())
	return []moment{
		{name: "answering", from: founded, then: open, who: "ada", keys: []string{"g", "r"}, lines: []string{
			"▲ G", "◆ Y  somewhere between", "▼ R", "2 of 5 answered", "Nobody can tell who answered what.",
		}},
		{name: "long-card", from: founded, then: open, who: "ada", keys: []string{"g", "r", "y", "a"}, lines: []string{
			"Everyone here is proud of the code", "old code leaves it better", "[─ A]",
		}},
		{name: "few-answered", from: founded, then: then(open, manyAnswer()[:3]), who: "ada", lines: []string{
			"have answered", "✓ Your answers are in the box.", "x changes them until the check is closed.", "Who has answered is shown when 5 have.",
			"Please answer by Fri 20 Mar 2026.",
		}},
		{name: "roll", from: founded, then: many, who: Fay, lines: []string{"✓ answered (6)", "Ada, José", "… to come (6)", "Дмитрий"}},
		{name: "counted", from: founded, then: then(many, turned(0)), who: Fay, lines: []string{
			"The answers are counted.", "6 people have answered.", "n turns the next card over",
		}},
		{name: "counted-actions", from: founded, then: then([]Line{
			By(Fay, workshop.PlanAction{What: "Talk to the CTO", Owner: "ada", Due: "2026-03-20"}, workshop.PlanAction{What: "Book the large room", Owner: "jose"}),
		}, many, turned(0)), who: "ada", lines: []string{
			"First the 2 actions that are still open: what has become of them?", "▸ Talk to the CTO", "Ada, by Fri 20 Mar 2026",
		}},
		{name: "too-few", from: founded, then: then([]Line{opened("")}, manyAnswer()[:4], turned(0)), who: "ada", lines: []string{
			"4 people have answered.", "too few for any card to be shown",
		}},
		{name: "split", from: founded, then: then(many, turned(1)), who: "ada", lines: []string{
			"▲ G  ████████████ 3", "◆ Y  ████ 1", "▼ R  ████████ 2", "You see this differently.", "· No time.", "card 1 of 5 · 6 answers",
			"The facilitator turns the next card over.",
		}},
		{name: "hidden", from: founded, then: then(many, turned(2)), who: Fay, lines: []string{"4 answers. They stay hidden"}},
		{name: "looking-back", from: founded, then: then(many, turned(3)), who: "ada", keys: []string{"left", "left"}, lines: []string{
			"card 1 of 5", "The group is further on",
		}},
		{name: "last", from: founded, then: then(many, turned(5)), who: Fay, lines: []string{"card 5 of 5", "n ends the health check"}},
	}
}

func TestCheckScreensLookAsTheyDid(t *testing.T) { lookAsTheyDid(t, "check", checks()) }

func TestCheckScreensFitOddPlaces(t *testing.T) { fitOddPlaces(t, checks()) }

func TestTheWallShowsAHealthCheck(t *testing.T) {
	for _, m := range checks() {
		s := m.reach(t)
		for _, size := range [][2]int{{60, 15}, {80, 24}, {120, 35}, {200, 60}} {
			a := wallOf(t, s, size[0], size[1])
			for i, l := range a.Lines() {
				if w := ansi.StringWidth(l); w > size[0] || i >= size[1] {
					t.Errorf("%s at %v: line %d has %d cells", m.name, size, i, w)
				}
			}
		}
	}
	at := slices.IndexFunc(checks(), func(m moment) bool { return m.name == "split" })
	s := checks()[at].reach(t)
	says(t, wallOf(t, s, 120, 35), "what we have answered", "No time.", "card 1 of 5", "You see this differently.")
}

// A person answers by keys, changes their mind, and changes what is in the box; the receipt is theirs.
func TestAnswersGoIntoTheBoxAndCanBeChanged(t *testing.T) {
	s := founded()
	if err := s.Play(opened("")); err != nil {
		t.Fatal(err)
	}
	a := appOf(t, s, "ada", 100, 30)
	typeKeys(a, "g", "G", "r", "up", "y", "y", "e", "N", "o", "space", "t", "i", "m", "e", "enter")
	says(t, a, "4 of 5 answered")
	typeKeys(a, "enter")
	says(t, a, "Put your answers into the box?", "1 card has no answer yet: you abstain there.")
	typeKeys(a, "y")
	says(t, a, "Your answers are in the box.", "Your receipt, needed only if convene is started anew:")
	g, y, r := workshop.Green, workshop.Yellow, workshop.Red
	inTheBox(t, s, g, g, y, y, workshop.Abstain)
	typeKeys(a, "x", "r", "enter", "y")
	says(t, a, "Your answers are in the box.")
	inTheBox(t, s, r, g, y, y, workshop.Abstain)
	typeKeys(a, "x", "g", "esc")
	says(t, a, "What is in the box stays as it was.")
	inTheBox(t, s, r, g, y, y, workshop.Abstain)
	if n := len(s.State.Checks[0].Roll); n != 1 {
		t.Errorf("the roll has %d names", n)
	}
}

// inTheBox checks what the only sheet in the box says.
func inTheBox(t *testing.T, s *Stage, want ...workshop.Colour) {
	t.Helper()
	if len(s.Sheets) != 1 {
		t.Fatalf("%d sheets are in the box", len(s.Sheets))
	}
	var got []workshop.Colour
	for _, a := range s.Sheets[0].Sheet {
		got = append(got, a.Colour)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("in the box (-want +got):\n%s", d)
	}
}

// Whoever looks back at a card stays there when the group goes on.
func TestLookingBackStaysAtItsCard(t *testing.T) {
	s := founded()
	if err := s.Play(then([]Line{opened("")}, manyAnswer(), turned(3))...); err != nil {
		t.Fatal(err)
	}
	a := appOf(t, s, "ada", 100, 30)
	says(t, a, "card 3 of 5")
	typeKeys(a, "left", "left")
	says(t, a, "card 1 of 5")
	if err := s.Play(By(Fay, workshop.TurnCard{Check: 1, Turned: 4})); err != nil {
		t.Fatal(err)
	}
	news(a)
	says(t, a, "card 1 of 5")
	typeKeys(a, "right", "right", "right")
	says(t, a, "card 4 of 5")
}

// Where the days of a check are over, those who still look at it are told so.
func TestACheckSaysWhenItsDaysAreOver(t *testing.T) {
	s := founded()
	if err := s.Play(opened("2026-03-16"), Wait(30*24*time.Hour)); err != nil {
		t.Fatal(err)
	}
	says(t, appOf(t, s, Fay, 100, 30), "it is time to count")
}

// Where too few have answered there is nothing to see on any card: one key ends the check.
func TestACheckOfTooFewEndsAtOnce(t *testing.T) {
	s := founded()
	if err := s.Play(then([]Line{opened("")}, manyAnswer()[:3], turned(0))...); err != nil {
		t.Fatal(err)
	}
	a := appOf(t, s, Fay, 100, 30)
	says(t, a, "n ends the health check")
	typeKeys(a, "n", "y")
	says(t, a, "1 held")
	if last := s.State.Checks[0]; !last.Over() {
		t.Errorf("it isn't over: %+v", last)
	}
}

// Once it is counted, nothing of what anybody answered is kept, nor which sheet was theirs.
func TestAnswersAreForgottenWhenTheyAreCounted(t *testing.T) {
	s := founded()
	if err := s.Play(opened("")); err != nil {
		t.Fatal(err)
	}
	a := appOf(t, s, "ada", 100, 30)
	typeKeys(a, "g", "r", "enter", "y")
	if kept := a.drafts.answersOf("ada", 1); len(kept.by) != 2 || kept.receipt == "" {
		t.Fatalf("kept are %+v", kept)
	}
	if err := s.Play(By(Fay, workshop.CloseCheck{Check: 1})); err != nil {
		t.Fatal(err)
	}
	news(a)
	a.drafts.keepAnswers("ada", 1, byCard{"fun": {}}) // by whoever was still typing
	if kept := a.drafts.answersOf("ada", 1); len(kept.by) > 0 || kept.receipt != "" {
		t.Errorf("kept are %+v", kept)
	}
}

// While a check is open, what was answered changes nothing on anybody's screen, not even on that of whoever answered.
func TestWhatIsAnsweredChangesNoScreen(t *testing.T) {
	filled := func(c workshop.Colour, sentence string) *Stage {
		s := founded()
		if err := s.Play(opened(""), answersAll("ada", sentence, c), answersAll("jose", "", c), answersAll("mei", sentence, c)); err != nil {
			t.Fatal(err)
		}
		return s
	}
	one, two := seen(t, filled(workshop.Red, ""), ""), seen(t, filled(workshop.Green, "I am afraid of Mondays"), "")
	if d := cmp.Diff(one, two); d != "" {
		t.Errorf("screens differ:\n%s", d)
	}
}

func TestAFacilitatorClosesAndEndsACheck(t *testing.T) {
	s := founded()
	if err := s.Play(then([]Line{opened("")}, manyAnswer())...); err != nil {
		t.Fatal(err)
	}
	a := appOf(t, s, Fay, 100, 30)
	typeKeys(a, "v")
	says(t, a, "Close the health check and count?", "6 of 12 have answered.")
	typeKeys(a, "y", "n", "n", "n", "n", "n")
	says(t, a, "card 5 of 5")
	typeKeys(a, "n")
	says(t, a, "End the health check?")
	typeKeys(a, "y")
	says(t, a, "1 held")
	if last := s.State.Checks[0]; !last.Over() {
		t.Errorf("it isn't over: %+v", last)
	}
}

// What was planned before comes before the first card, and not any more once that is turned over.
func TestOpenActionsComeBeforeTheCards(t *testing.T) {
	s := founded()
	if err := s.Play(then([]Line{By(Fay, workshop.PlanAction{What: "Talk to the CTO", Owner: "ada"}), opened("")}, manyAnswer(), turned(0))...); err != nil {
		t.Fatal(err)
	}
	a := appOf(t, s, "ada", 100, 30)
	typeKeys(a, "enter")
	says(t, a, "It is done", "It takes longer", "We drop it")
	typeKeys(a, "enter", "Y", "e", "s", "enter")
	saysNot(t, a, "still open")
	if c, _ := s.State.Community(); c.Actions[0].State != workshop.ActionDone {
		t.Errorf("it is %+v", c.Actions[0])
	}
	if err := s.Play(By(Fay, workshop.TurnCard{Check: 1, Turned: 1})); err != nil {
		t.Fatal(err)
	}
	news(a)
	typeKeys(a, "enter")
	says(t, a, "What will be done?")
}

func TestAFacilitatorLaysOutTheCards(t *testing.T) {
	s := founded()
	a := appOf(t, s, Fay, 100, 30)
	typeKeys(a, "h", "h")
	says(t, a, "The cards of this health check", "✓ Learning and growth")
	typeKeys(a, "space", "down", "e", "!", "enter", "enter", "enter", "enter")
	says(t, a, "How long are answers taken?")
	typeKeys(a, "down", "down", "down", "enter") // at one sitting
	c, open := s.State.OpenCheck()
	if !open || c.Until != "" || c.Cards[0].ID != "help" || !strings.HasSuffix(c.Cards[0].About, "!") {
		t.Errorf("open %v: %+v", open, c)
	}
}

// While a check is open, those who look at it see how the others come in, in one piece; and the page says that one is open.
func TestAnOpenCheckSaysHowToComeIn(t *testing.T) {
	s := founded()
	if err := s.Play(opened("2026-03-16")); err != nil {
		t.Fatal(err)
	}
	command := "ssh -p 2222 brave-otter@192.168.1.7"
	a := New(t.Context(), Config{
		Seat: stageSeat{stage: s, by: Fay}, Dark: true, Now: func() time.Time { return s.Now },
		Invite: func(workshop.ID) Invite { return Invite{Commands: []string{command}} },
	})
	a.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	says(t, a, command)
	typeKeys(a, "d")
	says(t, a, "none yet", "One is open now.")
	saysNot(t, a, "1 held", "No health check was held")
}

// One open action is asked about in whole words, too.
func TestOneOpenActionComesBeforeTheCards(t *testing.T) {
	s := founded()
	if err := s.Play(then([]Line{By(Fay, workshop.PlanAction{What: "Meet", Owner: "ada"}), opened("")}, manyAnswer(), turned(0))...); err != nil {
		t.Fatal(err)
	}
	a := appOf(t, s, Fay, 80, 24)
	says(t, a, "First the 1 action that is still open: what has become of it?")
	saysNot(t, a, "EXTRA")
}
