package tui

import (
	"crypto/rand"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// lived is a community half a year on: actions of all kinds, events, a sponsor, and two health checks between which people and cards
// have changed.
func lived() []Line {
	plan := func(what string, owner workshop.PersonID, due workshop.Day) Line {
		return By(Fay, workshop.PlanAction{What: what, Owner: owner, Due: due})
	}
	second := func(s *Stage) error {
		cards := append(someCards()[1:], workshop.HealthCard{ID: "time", About: "Time for it", Green: "We have it.", Red: "We have none."})
		if err := s.Play(By(Fay, workshop.OpenCheck{Cards: cards})); err != nil {
			return err
		}
		for i, p := range s.State.Participants() {
			var sheet workshop.Sheet
			for j, c := range cards {
				colour := []workshop.Colour{workshop.Green, workshop.Green, workshop.Yellow, workshop.Red}[(i*i+j)%4]
				sheet = append(sheet, workshop.Answer{Card: c.ID, Colour: colour})
			}
			if err := s.Play(By(p.ID, workshop.GiveAnswers{Check: 2, Sheet: sheet, Lock: workshop.LockOf([]byte(p.ID))})); err != nil {
				return err
			}
		}
		if err := s.Play(By(Fay, workshop.CloseCheck{Check: 2})); err != nil {
			return err
		}
		for i := range len(cards) + 1 {
			if err := s.Play(By(Fay, workshop.TurnCard{Check: 2, Turned: i + 1})); err != nil {
				return err
			}
		}
		return nil
	}
	return then([]Line{
		plan("Talk to the CTO about time for the dojo", "ada", "2026-03-30"), plan("Book the large room", "jose", ""),
		plan("Write down who knows what", "mei", "2026-05-04"), plan("Buy books", "grace", "2026-06-01"),
		By(Fay, workshop.NameSponsor{Name: "Miriam Weber"}, workshop.GrantTime{Weekly: 150}),
		By("ada", workshop.NoteOccasion{Kind: workshop.BrownBag, On: "2026-03-02", Topic: "Mutation testing", Minutes: "https://wiki.example.org/mutation"}),
		opened(""),
	}, manyAnswer(), turned(6), []Line{
		Wait(90 * 24 * time.Hour),
		By("mei", workshop.SettleAction{Action: 3, As: workshop.ActionDone, Why: "It is a page in the wiki now"}),
		By("grace", workshop.SettleAction{Action: 4, As: workshop.ActionGone, Why: "The library has them"}),
		By("ada", workshop.SettleAction{Action: 1, As: workshop.ActionMove, Why: "She is on leave", Due: "2026-06-05"}),
		By("jose", workshop.NoteOccasion{Kind: workshop.LeanCoffee, On: "2026-05-29", Topic: "Flaky tests"}),
		By("nora", workshop.Join{Name: "Nora"}), By(Fay, workshop.AdmitPerson{Person: "nora"}), second,
		By(Fay, workshop.PlanCheck{On: "2026-09-01"}), Wait(10 * 24 * time.Hour),
	})
}

func communities() []moment {
	begun := []Line{By("ada", workshop.NoteOccasion{Kind: workshop.BrownBag, On: "2026-03-02", Topic: "Mutation testing"})}
	return []moment{
		{name: "begun", from: founded, then: begun, who: Fay, lines: []string{
			"! The leader has no time set aside for this: w writes down how much.",
			"! Nobody in management is named", "! No health check is planned: t chooses a day.", "Brown bag: Mutation testing",
		}},
		{name: "lived", from: founded, then: lived(), who: "ada", lines: []string{
			"Led by Grace, 2 h 30 a week", "sponsor: Miriam Weber", "2 open actions", "! An action is late", "Talk to the CTO",
			"2 held, the last on", "The next one is on Tue 1 Sep 2026.", "Lean coffee: Flaky tests",
		}},
	}
}

func TestTheCommunitysPageLooksAsItDid(t *testing.T) { lookAsTheyDid(t, "community", communities()) }

func TestTheCommunitysPageFitsOddPlaces(t *testing.T) { fitOddPlaces(t, communities()) }

func livedAt(t *testing.T, who workshop.PersonID, width, height int) (*Stage, *App) {
	t.Helper()
	s := founded()
	if err := s.Play(lived()...); err != nil {
		t.Fatal(err)
	}
	return s, appOf(t, s, who, width, height)
}

// Everything in full is one key away, and one back.
func TestChecksAndRecordAreOneKeyAway(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 45}} {
		_, a := livedAt(t, "ada", size[0], size[1])
		typeKeys(a, "d")
		says(t, a, "Health checks", "Help, given and received", "too few (4)", "13 answered")
		if size[1] > 40 {
			says(t, a, "Learning and growth", "new: Time for it; gone: Learning and growth", "1 person came",
				"✓ Write down who knows what", "done on", "dropped on", "moved on", "She is on leave", "https://wiki.example.org/mutation")
		}
		typeKeys(a, "esc")
		saysNot(t, a, "https://wiki.example.org/mutation")
	}
}

// What becomes of an action takes a word why, and comes from those whose it is.
func TestAnActionIsSettledWithAWordWhy(t *testing.T) {
	s, a := livedAt(t, "ada", 100, 30)
	typeKeys(a, "enter")
	says(t, a, "It is done", "It takes longer", "We drop it")
	typeKeys(a, "enter", "enter")
	says(t, a, "A word or two say enough.")
	typeKeys(a, "Y", "e", "s", "enter")
	says(t, a, "Done.", "1 open action")
	c, _ := s.State.Community()
	if one := c.Actions[0]; one.State != workshop.ActionDone || one.Why != "Yes" || one.Moved != 1 {
		t.Errorf("it is %+v", one)
	}
	typeKeys(a, "enter")
	says(t, a, "José sees to it.")
}

func TestAnActionIsMovedToAnotherDay(t *testing.T) {
	s, a := livedAt(t, Fay, 100, 30)
	typeKeys(a, "down", "enter", "down", "enter", "down", "enter", "S", "o", "o", "n", "enter")
	c, _ := s.State.Community()
	if one := c.Actions[1]; one.State != workshop.ActionOpen || one.Why != "Soon" || one.Due == "" {
		t.Errorf("it is %+v", one)
	}
	says(t, a, "Moved to")
}

// The list grows and shrinks under people's hands: what they have selected stays so, and enter is about that.
func TestTheSelectionStaysWithItsAction(t *testing.T) {
	s, a := livedAt(t, Fay, 100, 30)
	typeKeys(a, "down")
	if err := s.Play(By("ada", workshop.PlanAction{What: "Ask for a room", Owner: "ada", Due: "2026-06-20"})); err != nil {
		t.Fatal(err)
	}
	news(a)
	says(t, a, "▸ Book the large room")
	if err := s.Play(By("jose", workshop.SettleAction{Action: 2, As: workshop.ActionDone, Why: "Booked"})); err != nil {
		t.Fatal(err)
	}
	news(a)
	says(t, a, "▸ Ask for a room")
	typeKeys(a, "up", "up", "down", "enter")
	says(t, a, "Ask for a room", "It is done")
}

// Whoever leads lays the lead down, or a facilitator says that they have gone; the next workshop elects somebody.
func TestTheLeadIsLaidDown(t *testing.T) {
	for _, who := range []workshop.PersonID{Fay, "grace"} {
		s, a := livedAt(t, who, 100, 30)
		typeKeys(a, "w", "down", "down", "enter", "G", "o", "n", "e", "enter")
		says(t, a, "No leader yet", "Nobody leads the community")
		if c, _ := s.State.Community(); c.Leader != "" {
			t.Errorf("%s leads still", c.Leader)
		}
		if who == Fay {
			typeKeys(a, "w")
			saysNot(t, a, "Time for the leader", "no longer leads")
		}
	}
}

// While answers are taken and cards turned over, the page is one key away, with all that can be done on it but another check.
func TestThePageIsThereDuringAHealthCheck(t *testing.T) {
	for name, then := range map[string][]Line{"answers": {opened("")}, "cards": then([]Line{opened("")}, manyAnswer(), turned(2))} {
		s := founded()
		if err := s.Play(append([]Line{By(Fay, workshop.PlanAction{What: "Meet", Owner: "ada"})}, then...)...); err != nil {
			t.Fatal(err)
		}
		a := appOf(t, s, Fay, 100, 30)
		typeKeys(a, "d")
		says(t, a, "1 open action", "esc health check")
		saysNot(t, a, "hold a health check")
		typeKeys(a, "h", "enter", "enter", "W", "e", "enter")
		if c, _ := s.State.Community(); len(c.Checks) != 1 || c.Actions[0].State != workshop.ActionDone {
			t.Errorf("%s: %d checks, and the action is %+v", name, len(c.Checks), c.Actions[0])
		}
		typeKeys(a, "esc")
		saysNot(t, a, "Nothing is left to do.")
	}
}

// A line in the record takes four answers, and each question leads back to the one before.
func TestAnEventIsNoted(t *testing.T) {
	s, a := livedAt(t, "jose", 100, 30)
	typeKeys(a, "e")
	says(t, a, "What have you held?", "one speaker, one topic")
	typeKeys(a, "down", "enter", "X", "enter")
	says(t, a, "When was it? X", "today", "yesterday")
	typeKeys(a, "esc", "Y", "enter", "down", "enter")
	says(t, a, "Where are the minutes?")
	typeKeys(a, "n", "o", "enter")
	says(t, a, "Where are the minutes?") // no address: refused, and still there
	typeKeys(a, "backspace", "backspace", "enter")
	says(t, a, "Noted: Lightning talks on", "Lightning talks: XY")
	c, _ := s.State.Community()
	if last := c.Occasions[len(c.Occasions)-1]; last.Kind != workshop.LightningTalks || last.Topic != "XY" || last.Minutes != "" {
		t.Errorf("noted is %+v", last)
	}
}

// Whoever noted something by mistake strikes it; nobody else's is on offer.
func TestAnEventNotedByMistakeIsStruck(t *testing.T) {
	s, a := livedAt(t, "jose", 100, 30)
	typeKeys(a, "x")
	says(t, a, "Which event was noted by mistake?", "Lean coffee: Flaky tests")
	saysNot(t, a, "▸   Brown bag")
	typeKeys(a, "enter")
	says(t, a, "Struck from the record.")
	if c, _ := s.State.Community(); len(c.Occasions) != 1 || c.Occasions[0].Kind != workshop.BrownBag {
		t.Errorf("noted are %+v", c.Occasions)
	}
	typeKeys(a, "x")
	saysNot(t, a, "Which event was noted by mistake?")
}

// What the community lives on is for the leader and those who facilitate to write down.
func TestSponsorAndTimeAreWrittenDown(t *testing.T) {
	s, a := livedAt(t, "grace", 100, 30) // who leads
	typeKeys(a, "w", "down", "enter", "backspace", "backspace", "backspace", "4", ",", "5", "enter")
	says(t, a, "Led by Grace, 4 h 30 a week")
	typeKeys(a, "w", "enter", "!", "enter")
	if s.State.Sponsor != "Miriam Weber!" {
		t.Errorf("the sponsor is %q", s.State.Sponsor)
	}
	typeKeys(a, "t", "enter")
	says(t, a, "Planned: the next health check on")
	other := appOf(t, s, "ada", 100, 30)
	typeKeys(other, "w")
	saysNot(t, other, "What the community lives on")
}

// Right after the closing everyone looks at the canvas; the community is one key away from there, and the canvas from the community.
func TestTheCommunityComesAfterTheCanvas(t *testing.T) {
	s := founded()
	a := appOf(t, s, "ada", 100, 30)
	says(t, a, "Thank you for taking part.", "h the community")
	typeKeys(a, "h")
	says(t, a, "Led by Grace", "none yet")
	typeKeys(a, "e", "enter", "X", "enter", "enter", "enter")
	says(t, a, "Brown bag: X")
	typeKeys(a, "esc", "esc", "c")
	says(t, a, "VISION")
}

// An action can follow from a card, and says so.
func TestAnActionIsPlannedFromACard(t *testing.T) {
	s := founded()
	if err := s.Play(then([]Line{opened("")}, manyAnswer(), turned(1))...); err != nil {
		t.Fatal(err)
	}
	a := appOf(t, s, "ada", 100, 30)
	typeKeys(a, "enter")
	says(t, a, "What will be done?")
	typeKeys(a, "P", "a", "i", "r", "enter", "enter", "enter")
	says(t, a, "Planned: Ada sees to it by")
	c, _ := s.State.Community()
	if last := c.Actions[len(c.Actions)-1]; last.Card != "learning" || last.Check != 1 || last.What != "Pair" {
		t.Errorf("planned is %+v", last)
	}
}

// heir is a seat in a workshop that went on from the canvas of a community.
type heir struct {
	stageSeat
	before *workshop.Community
}

func (h heir) Before() *workshop.Community { return h.before }

// After its next canvas a community still has its sponsor, its checks, and what it has held, on its page and in full.
func TestThePageGoesOnAfterTheNextCanvas(t *testing.T) {
	old, _ := livedAt(t, Fay, 120, 45)
	before, _ := old.State.Community()
	s := founded()
	s.Now = old.Now
	if err := s.Play(By("ada", workshop.NoteOccasion{Kind: workshop.BookClub, On: "2026-06-09", Topic: "Chapter one"})); err != nil {
		t.Fatal(err)
	}
	seat := heir{stageSeat{stage: s, by: Fay}, &before}
	a := New(t.Context(), Config{Seat: seat, Rand: rand.Reader, Dark: true, Now: func() time.Time { return s.Now }})
	a.Update(tea.WindowSizeMsg{Width: 120, Height: 45})
	says(t, a, "sponsor: Miriam Weber", "2 held, the last on", "too few (4)", "Chapter one", "Mutation testing", "Nothing is left to do.")
	saysNot(t, a, "Nobody in management", "Talk to the CTO")
	typeKeys(a, "d")
	says(t, a, "Write down who knows what", "Chapter one", "https://wiki.example.org/mutation")
	saysNot(t, a, "Talk to the CTO") // which is still open, on the page where it was planned
}
