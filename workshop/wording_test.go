package workshop_test

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

func ownWords() Wording {
	return Wording{
		Name:     "A retrospective",
		Steps:    map[Step]StepWording{StepVision: {Title: "Where to", Rule: "One wish per note."}, StepReserve: {Title: "Spare time"}},
		Prompts:  map[Prompt]PromptWording{PromptSlowDown: {Question: "What holds us back?"}},
		Sections: map[Section]string{SectionHow: "The way"},
	}
}

func TestAWorkshopSaysWhatItsFormatSays(t *testing.T) {
	Given(t).When("fay", open(func(c *OpenWorkshop) { c.Wording, c.Votes = ownWords(), 3 })).
		ThenState(func(t testing.TB, s State) {
			shared := Share(s)
			for name, got := range map[string]Wording{"state": s.Wording, "view": shared.Wording, "canvas": s.Canvas().Wording} {
				if !reflect.DeepEqual(got, ownWords()) {
					t.Errorf("the %s says %+v", name, got)
				}
			}
			if s.Votes != 3 || shared.Votes != 3 {
				t.Errorf("%d votes, in the view %d", s.Votes, shared.Votes)
			}
			if outside := ViewFor(shared, s, "eve"); !outside.Wording.IsZero() || outside.Votes != 0 || outside.Solo != nil {
				t.Errorf("from the doorstep one sees %+v", outside.Wording)
			}
		})
}

// Texts are cleaned like all others, and what is empty then is not there.
func TestAFormatsWordsAreCleaned(t *testing.T) {
	typed := Wording{
		Name:     " A \x1b retro ",
		Steps:    map[Step]StepWording{StepVision: {Title: "Where\nto"}, StepImpact: {Title: " \x00"}, StepForces: {}},
		Prompts:  map[Prompt]PromptWording{PromptHow: {Label: "\u200b"}},
		Sections: map[Section]string{SectionVision: "\t"},
	}
	Given(t).When("fay", open(func(c *OpenWorkshop) { c.Wording = typed })).
		ThenState(func(t testing.TB, s State) {
			want := Wording{Name: "A retro", Steps: map[Step]StepWording{StepVision: {Title: "Where to"}}}
			if !reflect.DeepEqual(s.Wording, want) {
				t.Errorf("%+v, want %+v", s.Wording, want)
			}
		})
}

func TestAFormatSpeaksOfNothingThatThereIsNot(t *testing.T) {
	for name, w := range map[string]Wording{
		"a step":                {Steps: map[Step]StepWording{"lunch": {Title: "Lunch"}}},
		"no step":               {Steps: map[Step]StepWording{"": {Title: "Lunch"}}},
		"a rule of the welcome": {Steps: map[Step]StepWording{StepWelcome: {Rule: "Be on time."}}},
		"a heading of the name": {Steps: map[Step]StepWording{StepName: {Heading: "The name"}}},
		"a purpose of the end":  {Steps: map[Step]StepWording{StepClosing: {Purpose: "To end well."}}},
		"a prompt":              {Prompts: map[Prompt]PromptWording{"why": {Label: "WHY"}}},
		"a section":             {Sections: map[Section]string{"why": "Why"}},
	} {
		t.Run(name, func(t *testing.T) {
			Given(t).When("fay", open(func(c *OpenWorkshop) { c.Wording = w })).ThenRefused(ErrWording)
		})
	}
}

func TestEveryTextOfAFormatHasItsLimit(t *testing.T) {
	step := func(s StepWording) Wording { return Wording{Steps: map[Step]StepWording{StepVision: s}} }
	prompt := func(p PromptWording) Wording { return Wording{Prompts: map[Prompt]PromptWording{PromptWho: p}} }
	for name, c := range map[string]struct {
		limit int
		with  func(string) Wording
	}{
		"name":     {MaxFormatName, func(s string) Wording { return Wording{Name: s} }},
		"title":    {MaxStepTitle, func(s string) Wording { return step(StepWording{Title: s}) }},
		"short":    {MaxStepShort, func(s string) Wording { return step(StepWording{Short: s}) }},
		"heading":  {MaxStepHeading, func(s string) Wording { return step(StepWording{Heading: s}) }},
		"purpose":  {MaxPurpose, func(s string) Wording { return step(StepWording{Purpose: s}) }},
		"rule":     {MaxRule, func(s string) Wording { return step(StepWording{Rule: s}) }},
		"label":    {MaxLabel, func(s string) Wording { return prompt(PromptWording{Label: s}) }},
		"question": {MaxQuestion, func(s string) Wording { return prompt(PromptWording{Question: s}) }},
		"section":  {MaxHeading, func(s string) Wording { return Wording{Sections: map[Section]string{SectionHow: s}} }},
	} {
		t.Run(name, func(t *testing.T) {
			says := func(s string) OpenWorkshop { return open(func(o *OpenWorkshop) { o.Wording = c.with(s) }) }
			Given(t).When("fay", says(strings.Repeat("é", c.limit))).ThenAccepted()
			Given(t).When("fay", says(strings.Repeat("é", c.limit+1))).ThenRefused(ErrWordingLong)
			Given(t).When("fay", says(strings.Repeat("如", c.limit/2))).ThenAccepted() // two cells each
			Given(t).When("fay", says(strings.Repeat("如", c.limit/2+1))).ThenRefused(ErrWordingLong)
		})
	}
}

// The rule of the name is measured with the longest number of votes in its place.
func TestTheRuleOfTheNameHasRoomForItsVotes(t *testing.T) {
	says := func(rule string) OpenWorkshop {
		return open(func(o *OpenWorkshop) { o.Wording = Wording{Steps: map[Step]StepWording{StepName: {Rule: rule}}} })
	}
	fits := VotesPlace + strings.Repeat("é", MaxRule-MaxVotesWords)
	Given(t).When("fay", says(fits)).ThenAccepted()
	Given(t).When("fay", says(fits+"é")).ThenRefused(ErrWordingLong)
	Given(t).When("fay", says(strings.Repeat(VotesPlace, MaxRule/len(VotesPlace)))).ThenRefused(ErrWordingLong)
}

func TestBracesAreForTheNumberOfVotesAlone(t *testing.T) {
	for name, w := range map[string]Wording{
		"another word":       {Steps: map[Step]StepWording{StepName: {Rule: "{vote} each"}}},
		"half of it":         {Steps: map[Step]StepWording{StepName: {Rule: "{votes each"}}},
		"the rule of others": {Steps: map[Step]StepWording{StepVision: {Rule: "{votes} each"}}},
		"a title":            {Steps: map[Step]StepWording{StepName: {Title: "{votes}"}}},
		"a question":         {Prompts: map[Prompt]PromptWording{PromptHow: {Question: "How }?"}}},
		"a section":          {Sections: map[Section]string{SectionHow: "{how}"}},
		"its own name":       {Name: "{name}"},
	} {
		t.Run(name, func(t *testing.T) {
			Given(t).When("fay", open(func(c *OpenWorkshop) { c.Wording = w })).ThenRefused(ErrBraces)
		})
	}
}

// A log stays small, whatever marks its letters carry: the first record is read whenever a list of workshops is shown.
func TestAFormatTakesLittleRoom(t *testing.T) {
	piled := func(cells int) string { return strings.Repeat("ཧྐྵྨླྺྼྻྂ", cells) } // a syllable is one cell, and 9 bytes are left of it
	w := Wording{Steps: map[Step]StepWording{}, Prompts: map[Prompt]PromptWording{}, Sections: map[Section]string{}}
	for _, s := range Sections() {
		w.Sections[s] = piled(MaxHeading)
	}
	for _, s := range []Step{StepVision, StepMeasures, StepImpact, StepResources, StepForces, StepName, StepLeader} {
		said := StepWording{
			Title: piled(MaxStepTitle), Short: piled(MaxStepShort), Purpose: piled(MaxPurpose), Rule: piled(MaxRule),
		}
		if slices.Contains(Worded(s), "heading") {
			said.Heading = piled(MaxStepHeading)
		}
		w.Steps[s] = said
		for _, p := range s.Prompts() {
			w.Prompts[p] = PromptWording{Label: piled(MaxLabel), Question: piled(MaxQuestion)}
		}
	}
	Given(t).When("fay", open(func(c *OpenWorkshop) { c.Wording = w })).ThenRefused(ErrWordingLong)
}

func TestAFormatGivesOneToFiveVotesForTheName(t *testing.T) {
	for _, n := range []int{-1, MaxNameVotes + 1} {
		Given(t).When("fay", open(func(c *OpenWorkshop) { c.Votes = n })).ThenRefused(ErrNameVotes)
	}
	for n, want := range map[int]int{0: NameVotes, 1: 1, NameVotes: NameVotes, MaxNameVotes: MaxNameVotes} {
		group := By(Fay, open(func(c *OpenWorkshop) { c.Votes = n }))
		Given(t, group, By("ada", Join{Name: "Ada"}), By("ben", Join{Name: "Ben"}), Reach(StepName, PhaseDiverge), By("ada", WriteNote{Prompt: PromptName, Text: "Guild"}),
			Reach(StepName, PhaseConverge), By(Fay, OpenVote{Nonce: make([]byte, 16)})).
			ThenState(func(t testing.TB, s State) {
				if s.Vote.Rule.Budget != want {
					t.Errorf("opened with %d: %d votes each, want %d", n, s.Vote.Rule.Budget, want)
				}
			})
	}
}

// solos are the times for writing alone on an agenda.
func solos(a Agenda) map[Step]Span {
	out := make(map[Step]Span)
	for _, b := range a {
		if b.Solo != 0 {
			out[b.Step] = b.Solo
		}
	}
	return out
}

func TestAFormatsTimesForWritingAloneAreThoseOfTwoHours(t *testing.T) {
	half := Minutes(1) / 2
	opened := func(minutes int, solo map[Step]Span) OpenWorkshop {
		return open(func(c *OpenWorkshop) { c.Minutes, c.Solo = minutes, solo })
	}
	for _, c := range []struct {
		minutes        int
		vision, impact Span
	}{
		{120, Minutes(9), 3 * half},
		{240, 27 * half, 4 * half}, // half as much again, in half minutes
		{45, Minutes(6), 2 * half}, // two thirds
	} {
		Given(t).When("fay", opened(c.minutes, map[Step]Span{StepVision: Minutes(9), StepImpact: 3 * half})).
			ThenState(func(t testing.TB, s State) {
				got := solos(s.Agenda)
				if got[StepVision] != c.vision || got[StepImpact] != c.impact {
					t.Errorf("in %d minutes: vision %s, impact %s, want %s and %s", c.minutes, got[StepVision], got[StepImpact], c.vision, c.impact)
				}
				if usual := solos(plan(t, c.minutes, false)); got[StepMeasures] != usual[StepMeasures] {
					t.Errorf("in %d minutes measures has %s, usually %s", c.minutes, got[StepMeasures], usual[StepMeasures])
				}
			})
	}
	for name, solo := range map[string]map[Step]Span{
		"too short":      {StepVision: half},
		"none":           {StepVision: 0},
		"too long":       {StepVision: Minutes(12) + half},
		"in seconds":     {StepVision: Minutes(5) + 1},
		"where none is":  {StepWelcome: Minutes(1)},
		"no such step":   {"lunch": Minutes(1)},
		"of the reserve": {StepReserve: Minutes(1)},
	} {
		t.Run(name, func(t *testing.T) { Given(t).When("fay", opened(120, solo)).ThenRefused(ErrSolo) })
	}
}

// Whoever plans the time anew, or leaves step 5 out and takes it back, has the format's times for writing alone.
func TestAPlanKeepsTheFormatsTimesForWritingAlone(t *testing.T) {
	own := map[Step]Span{StepVision: Minutes(9), StepForces: Minutes(5)}
	usual := plan(t, DefaultTotal, false)
	Given(t, By(Fay, open(func(c *OpenWorkshop) { c.Solo, c.SkipForces = own, true }))).
		When(Fay, PlanAgenda{Agenda: usual}).Then(AgendaPlanned{Agenda: usual.Paced(own)}).
		ThenState(func(t testing.TB, s State) {
			if got := solos(s.Agenda); got[StepVision] != Minutes(9) || got[StepForces] != Minutes(5) || got[StepImpact] != Minutes(3) {
				t.Errorf("%v", s.Agenda)
			}
		}).
		When(Fay, PlanAgenda{Agenda: usual.Paced(own)}).ThenRefused(ErrAlreadyThere)
}

// Whatever is planned: an own time for writing alone keeps to its bounds, in half minutes, and leaves a minute to say what
// the step is for and one to talk. The other blocks are as they would be without it.
func TestOwnTimesForWritingAloneFitTheirBlocks(t *testing.T) {
	writing := []Step{StepVision, StepMeasures, StepImpact, StepResources, StepForces, StepName, StepLeader}
	rapid.Check(t, func(t *rapid.T) {
		own := make(map[Step]Span)
		for _, s := range writing {
			if rapid.Bool().Draw(t, "own") {
				halves := rapid.IntRange(2, int(MaxSolo(s)/Span(30*time.Second))).Draw(t, string(s))
				own[s] = Span(halves) * Span(30*time.Second)
			}
		}
		a, err := NewAgenda(rapid.IntRange(MinTotal, MaxTotal).Draw(t, "total"), rapid.Bool().Draw(t, "without forces"))
		if err != nil {
			t.Fatal(err)
		}
		for range rapid.IntRange(0, 5).Draw(t, "changes") {
			step, minutes := rapid.SampledFrom(writing).Draw(t, "step"), rapid.IntRange(0, 60).Draw(t, "minutes")
			if next, err := a.With(step, minutes); err == nil {
				a = next
			}
		}
		paced := a.Paced(own)
		for i, b := range paced {
			usual, has := own[b.Step]
			switch {
			case !has && b != a[i]:
				t.Fatalf("%s is %+v, was %+v", b.Step, b, a[i])
			case has && (b.Solo%Span(30*time.Second) != 0 || b.Solo > usual*3/2 || b.Solo > b.Box-Minutes(2) || b.Solo < min(usual*2/3, b.Box-Minutes(2))):
				t.Fatalf("%s of %s alone in %s", b.Step, usual, b)
			}
			var phases Span
			for _, ph := range b.Step.Phases() {
				box := paced.Box(at(b.Step, ph))
				if phases += box; box <= 0 && len(b.Step.Phases()) > 1 && ph != PhaseShare && ph != PhaseAlign {
					t.Fatalf("no time to %s in %+v", ph, b)
				}
			}
			if b.Step != StepReserve && phases != b.Box {
				t.Fatalf("the phases of %+v add up to %s", b, phases)
			}
		}
		if !slices.Equal(paced, paced.Paced(own)) || !slices.Equal(a, a.Paced(nil)) {
			t.Fatalf("pacing again changes %v", paced)
		}
	})
}

// A repair shortens the talk, never the silence: neither the usual one nor a format's own.
func TestARepairLeavesOwnTimesForWritingAlone(t *testing.T) {
	own := map[Step]Span{StepImpact: Minutes(7), StepResources: Minutes(6), StepForces: Minutes(7)}
	Given(t, By(Fay, open(func(c *OpenWorkshop) { c.Solo = own })), By("ada", Join{Name: "Ada"}), By("ben", Join{Name: "Ben"}),
		Reach(StepMeasures, PhaseShare), Wait(70*time.Minute), By(Fay, RepairAgenda{Repair: Shorten})).
		ThenState(func(t testing.TB, s State) {
			got := solos(s.Agenda)
			for step, solo := range own {
				if got[step] != solo {
					t.Errorf("%s has %s for writing alone, want %s in %v", step, got[step], solo, s.Agenda)
				}
			}
			for _, b := range s.Agenda {
				if b.Solo > 0 && b.Box < b.Solo+Minutes(2) {
					t.Errorf("%+v leaves no time to talk", b)
				}
			}
		})
}

// The built-in format in English is recorded as before there was a choice; what differs is recorded, and nothing else.
func TestOnlyWhatDiffersIsRecorded(t *testing.T) {
	stored := func(o OpenWorkshop) string {
		events, err := Decide(State{}, Envelope{By: "fay", At: Morning(), Command: o})
		if err != nil {
			t.Fatal(err)
		}
		raw, err := json.Marshal(events[0])
		if err != nil {
			t.Fatal(err)
		}
		return string(raw)
	}
	plain := stored(open(func(*OpenWorkshop) {}))
	empty := stored(open(func(c *OpenWorkshop) {
		c.Wording = Wording{Steps: map[Step]StepWording{StepVision: {}}, Sections: map[Section]string{}}
		c.Votes, c.Solo = NameVotes, map[Step]Span{}
	}))
	if empty != plain || strings.Contains(plain, "wording") || strings.Contains(plain, "votes") {
		t.Errorf("stored as\n%s, want\n%s", empty, plain)
	}
	full := stored(open(func(c *OpenWorkshop) {
		c.Wording, c.Votes, c.Solo = ownWords(), 3, map[Step]Span{StepName: Minutes(4)}
	}))
	for _, want := range []string{`"wording":{"name":"A retrospective"`, `"votes":3`, `"solo":{"name":"4m0s"}`, `"how":"The way"`} {
		if !strings.Contains(full, want) {
			t.Errorf("%s is not in %s", want, full)
		}
	}
}

// What was handed in doesn't change what was opened afterwards.
func TestAnOpenedFormatIsItsOwn(t *testing.T) {
	words, solo := ownWords(), map[Step]Span{StepVision: Minutes(9)}
	had := maps.Clone(solo)
	Given(t).When("fay", open(func(c *OpenWorkshop) { c.Wording, c.Solo = words, solo })).
		ThenState(func(t testing.TB, s State) {
			words.Steps[StepVision] = StepWording{Title: "Elsewhere"}
			solo[StepVision] = Minutes(1)
			if !reflect.DeepEqual(s.Wording, ownWords()) || !maps.Equal(s.Solo, had) {
				t.Errorf("it changed to %+v, %v", s.Wording, s.Solo)
			}
		})
}
