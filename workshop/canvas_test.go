package workshop_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

func TestASectionIsClustersThenLoneNotes(t *testing.T) {
	Given(t, Group("ada"), Reach(StepImpact, PhaseDiverge),
		Write("ada", PromptWhat, "Reviews"), Write("ada", PromptWho, "Teams", "Leads", "Apprentices", "Nobody"),
		Reach(StepImpact, PhaseConverge), form("ada", "", 2, 3), By("ada", ParkNotes{Notes: ids(5)}),
		By(Fay, WriteStatement{Section: SectionWhoWhat, Text: "Everyone who codes"})).
		ThenView("", func(t testing.TB, v View) {
			want := Box{
				Section: SectionWhoWhat, Statement: "Everyone who codes",
				Entries: []Entry{{Title: "Teams", Notes: []string{"Leads"}}, {Title: "Apprentices"}, {Title: "Reviews"}},
			}
			if diff := cmp.Diff(want, v.Canvas.Sections[4], cmpopts.IgnoreUnexported(Entry{})); diff != "" {
				t.Errorf("who / what (-want +got):\n%s", diff)
			}
			for i, b := range v.Canvas.Sections {
				if b.Section != Sections()[i] || b.Section != SectionWhoWhat && len(b.Entries) > 0 {
					t.Errorf("section %d is %+v", i, b)
				}
			}
		})
}

func TestATitledClusterKeepsAllItsNotesUnderIt(t *testing.T) {
	Given(t, wall(), form("ada", "Numbers", 1, 2, 3)).
		ThenView("", func(t testing.TB, v View) {
			e := v.Canvas.Sections[0].Entries[0]
			if e.Title != "Numbers" || !slices.Equal(e.Notes, []string{"One", "Two", "Three"}) {
				t.Errorf("the entry: %+v", e)
			}
		})
}

func TestDotsReachTheCanvas(t *testing.T) {
	Given(t, wall(), form("ada", "Pair", 1, 2), By(Fay, OpenVote{}), Cast("ada", "Pair"), Cast("ben", "Three"), Counted()).
		ThenView("", func(t testing.TB, v View) {
			es := v.Canvas.Sections[0].Entries
			if es[0].Dots != 1 || es[1].Dots != 1 {
				t.Errorf("the entries: %+v", es)
			}
		}).
		And(By(Fay, OpenVote{}), Cast("ada", "Pair"), Cast("ben", "Pair"), Counted()).
		ThenView("", func(t testing.TB, v View) {
			es := v.Canvas.Sections[0].Entries
			if es[0].Dots != 2 || es[1].Dots != 0 {
				t.Errorf("the latest vote counts: %+v", es)
			}
		})
}

func TestTheCanvasNamesThePeopleAndTheDay(t *testing.T) {
	Given(t, Group("ada", "ben", "cal"), By(Fay, RemovePerson{Person: "ben"}), Wait(time.Hour)).
		ThenView("", func(t testing.TB, v View) {
			c := v.Canvas
			if c.Title != "Software Craft" || c.Named || c.Code != "brave-otter" || !c.Date.Equal(Morning()) {
				t.Errorf("the canvas: %+v", c)
			}
			if !slices.Equal(c.People, []string{"Ada", "Cal"}) || !slices.Equal(c.Facilitators, []string{"Fay"}) {
				t.Errorf("people %v, facilitators %v", c.People, c.Facilitators)
			}
		}).
		And(Onward(false)).
		ThenView("", func(t testing.TB, v View) {
			if !v.Canvas.Date.Equal(Morning().Add(time.Hour)) {
				t.Errorf("the date is %s, want when the group began", v.Canvas.Date)
			}
		})
}

func TestOneLeaderStandsOnTheCanvas(t *testing.T) {
	Given(t, candidates("ada", "ben"), By(Fay, OpenVote{}), Cast("ada", "yes"), Cast("ben", "yes"), Counted()).
		ThenView("", func(t testing.TB, v View) {
			if v.Canvas.Leader != "Ada" || v.Canvas.LeaderHow != ByVote || v.Canvas.NoLeader != "" {
				t.Errorf("the canvas: %+v", v.Canvas)
			}
		})
}

func TestTheTermsOfALeaderStandOnTheCanvas(t *testing.T) {
	Given(t, proposed("for a year"), consents("ben", 1), consents("cal", 1), consents("dot", 1)).
		ThenView("", func(t testing.TB, v View) {
			if v.Canvas.Leader != "" || v.Canvas.LeaderTerms != "" {
				t.Errorf("before she has said yes: %+v", v.Canvas)
			}
		}).
		And(By("ada", AcceptNomination{HasTime: true})).
		ThenView("", func(t testing.TB, v View) {
			if v.Canvas.Leader != "Ada" || v.Canvas.LeaderHow != ByConsent || v.Canvas.LeaderTerms != "for a year" {
				t.Errorf("the canvas: %+v", v.Canvas)
			}
		}).
		And(By("ada", DeclineLeadership{Reason: "I move abroad"})).
		ThenView("", func(t testing.TB, v View) {
			if v.Canvas.LeaderTerms != "" {
				t.Errorf("after she declined: %+v", v.Canvas)
			}
		})
}

func TestTheWallOfTheCanvasHasAllThatWasShownAndNothingElse(t *testing.T) {
	Given(t, Group("ada"), Reach(StepVision, PhaseDiverge),
		Write("ada", PromptVision, "One", "Two", "Three", "Four", "Taken back"), By("ada", WithdrawNote{Note: 5}),
		Reach(StepVision, PhaseConverge), form("ada", "Pair", 1, 2), By("ada", ParkNotes{Notes: ids(4)}),
		Reach(StepMeasures, PhaseDiverge), Write("ada", PromptHow, "Not shown yet")).
		ThenView("", func(t testing.TB, v View) {
			var got []string
			for _, col := range v.Canvas.Wall {
				for _, p := range col.Clusters {
					for _, n := range p.Notes {
						got = append(got, string(col.Prompt)+" "+p.Title+": "+n.Text)
					}
				}
				for _, n := range slices.Concat(col.Lone, col.Parked) {
					got = append(got, string(col.Prompt)+": "+n.Text)
				}
			}
			if diff := cmp.Diff([]string{"vision Pair: One", "vision Pair: Two", "vision: Three", "vision: Four"}, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
			if n := len(v.Canvas.Wall[0].Parked); n != 1 {
				t.Errorf("%d notes are parked", n)
			}
		})
}

// disagreed is a group that has gone on from its vision although two were not behind it, whose concerns these are.
func disagreed(ada, ben ShowHand) Line {
	return func(s *Stage) error {
		return s.Play(aligning("ada", "ben", "cal"), By("ada", ada), By("ben", ben), By("cal", ShowHand{Level: 5}), Onward(true))
	}
}

// People stand in the canvas in the order of arrival. Concerns in that order would say whose they were.
func TestACanvasDoesNotTellWhoHadAConcern(t *testing.T) {
	zeal, money, fist := ShowHand{Level: 1, Concern: "Zeal is missing"}, ShowHand{Level: 1, Concern: "Ask who pays"}, ShowHand{Concern: "Too vague"}
	for name, pair := range map[string][2]ShowHand{"of one level": {zeal, money}, "of two levels": {zeal, fist}} {
		t.Run(name, func(t *testing.T) {
			var first Canvas
			Given(t, disagreed(pair[0], pair[1])).ThenState(func(t testing.TB, s State) {
				first = s.Canvas()
				if got := s.Settled[StepVision].Concerns; len(got) != 2 || got[0].Person != "ada" || got[0].Sentence != pair[0].Concern {
					t.Errorf("in the room they are no longer told by who had them: %+v", got)
				}
			})
			got := first.Settlements[StepVision].Concerns
			want := []Concern{{Level: pair[1].Level, Sentence: pair[1].Concern}, {Level: 1, Sentence: zeal.Concern}}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("the concerns (-want +got):\n%s", diff)
			}
			Given(t, disagreed(pair[1], pair[0])).ThenState(func(t testing.TB, s State) {
				if diff := cmp.Diff(first, s.Canvas(), inside()); diff != "" {
					t.Errorf("the canvas tells who had which concern:\n%s", diff)
				}
			})
		})
	}
}
