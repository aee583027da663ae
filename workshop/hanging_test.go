package workshop_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

// again is a group that goes on from LastCanvas. Ada and Ben have written a note each for the vision, and everything hangs: the
// notes 3 and 4 in cluster 1 and note 5 alone under the vision, 6 and 7 in cluster 2 under the importance.
func again() Line {
	return lines(Again("ada", "ben"), Reach(StepVision, PhaseDiverge),
		Write("ada", PromptVision, "Old code too"), Write("ben", PromptVision, "Clean builds"), Reach(StepVision, PhaseConverge))
}

func TestWhatStandsOfAStepIsHungBesideItsNotes(t *testing.T) {
	Given(t, Again("ada", "ben"), Reach(StepVision, PhaseDiverge), Write("ada", PromptVision, "Mine")).
		When(Fay, Advance{From: at(StepVision, PhaseDiverge)}).
		Then(
			NotesRevealed{Step: StepVision},
			StandingHung{
				Step: StepVision,
				Entries: []Hung{
					{
						Prompt: PromptVision, Entry: 1, First: 2, Notes: []string{"Old code too", "Nobody is afraid of a release"},
						Cluster: 1, Title: "Proud of our code",
					},
					{Prompt: PromptVision, Entry: 2, First: 4, Notes: []string{"Fewer meetings"}},
					{
						Prompt: PromptImportance, Entry: 1, First: 5, Cluster: 2,
						Notes: []string{"Five good people left", "Good people have left, five of them"},
					},
				},
				Statements: map[Section]string{SectionVision: "We ship code that we are proud of."},
			},
			PhaseEntered{Position: at(StepVision, PhaseShare), Box: Minutes(4), Deadline: Morning().Add(4 * 60e9)},
		).
		ThenView("", func(t testing.TB, v View) {
			vision := v.Columns[0]
			if len(vision.Clusters) != 1 || vision.Clusters[0].Title != "Proud of our code" || len(vision.Clusters[0].Notes) != 2 {
				t.Errorf("the clusters: %+v", vision.Clusters)
			}
			if len(vision.Lone) != 2 || vision.Lone[0].Standing != 0 || vision.Lone[1].Standing != 2 {
				t.Errorf("the notes alone: %+v", vision.Lone)
			}
			if v.Sentence[SectionVision] != "We ship code that we are proud of." {
				t.Errorf("the statement: %q", v.Sentence[SectionVision])
			}
			if v.Written[PromptVision] != 1 {
				t.Errorf("%d notes were written", v.Written[PromptVision])
			}
		})
}

func TestNothingIsHungWhereNothingStood(t *testing.T) {
	Given(t, Again("ada"), Reach(StepImpact, PhaseShare), Back(StepImpact, PhaseDiverge)).
		When(Fay, Advance{From: at(StepImpact, PhaseDiverge)}).
		Then(NotesRevealed{Step: StepImpact},
			PhaseEntered{Position: at(StepImpact, PhaseShare), Box: Minutes(2), Deadline: Morning().Add(2 * 60e9)})
}

func TestWhatStandsIsNotHungTwice(t *testing.T) {
	Given(t, again(), By("ada", ParkNotes{Notes: ids(5)}), Back(StepVision, PhaseDiverge), Write("ben", PromptVision, "Later"),
		Reach(StepVision, PhaseConverge)).
		ThenState(func(t testing.TB, s State) {
			if n := s.Notes.Len(); n != 8 {
				t.Errorf("%d notes hang, want 7 and the one that was written later", n)
			}
			if n, _ := noteAt(s, 5); !n.Parked {
				t.Error("what was parked hangs again")
			}
		})
}

func TestNobodyTakesTheHangingBack(t *testing.T) {
	Given(t, again()).
		When(Fay, UndoLast{}).ThenRefused(ErrNothingToUndo).
		When("ada", UndoLast{}).ThenRefused(ErrNothingToUndo)
}

func TestWhatTheGroupDoesWithWhatStandsItTakesBack(t *testing.T) {
	Given(t, again(), By("ada", MergeClusters{Into: 1, From: 2}, ParkNotes{Notes: ids(5)}, UndoLast{}, UndoLast{})).
		ThenView("", func(t testing.TB, v View) {
			if len(v.Columns[0].Clusters) != 1 || len(v.Columns[0].Parked) != 0 || len(v.Columns[1].Clusters) != 1 {
				t.Errorf("the columns: %+v", v.Columns)
			}
		})
}

func TestWhatStandsIsNobodysToReword(t *testing.T) {
	Given(t, again(), Back(StepVision, PhaseDiverge)).
		When("ada", RewordNote{Note: 5, Text: "More meetings"}).ThenRefused(ErrNoSuchNote).
		When("ada", WithdrawNote{Note: 5}).ThenRefused(ErrNoSuchNote).
		When(Fay, WithdrawNote{Note: 5}).ThenRefused(ErrParticipantOnly).
		ThenView("ada", func(t testing.TB, v View) {
			if len(v.Notes) != 1 {
				t.Errorf("ada's own are %+v", v.Notes)
			}
		})
}

// Whoever writes anew what stands there is asked whether it is the same; two entries of the last canvas are two.
func TestOnlyWhatIsNewIsComparedWithWhatStands(t *testing.T) {
	Given(t, again()).ThenView("", func(t testing.TB, v View) {
		if len(v.Pairs) != 1 || v.Pairs[0].Notes != [2]NoteID{1, 3} {
			t.Errorf("the pairs: %+v", v.Pairs)
		}
	})
	twice := opensFrom(func(o *Origin) {
		o.Entries[PromptVision] = []Stood{{Notes: []string{"Old code too"}}, {Notes: []string{"Old code, too"}}}
	})
	Given(t, By(Fay, twice, AddPerson{Person: "ada", Name: "Ada"}), Reach(StepVision, PhaseShare)).
		ThenView("", func(t testing.TB, v View) {
			if len(v.Pairs) != 0 {
				t.Errorf("the pairs: %+v", v.Pairs)
			}
		})
}

func TestTheStatementThatStandsStandsUntilAnotherIsWritten(t *testing.T) {
	Given(t, again()).
		When(Fay, WriteStatement{Section: SectionVision, Text: "We ship code that we are proud of."}).ThenRefused(ErrAlreadyThere).
		When(Fay, WriteStatement{Section: SectionVision, Text: "We ship."}).ThenAccepted().
		And(Back(StepVision, PhaseDiverge), Reach(StepVision, PhaseShare)).
		ThenView("", func(t testing.TB, v View) {
			if v.Sentence[SectionVision] != "We ship." {
				t.Errorf("the statement is %q", v.Sentence[SectionVision])
			}
		})
}

// Room is kept for the clusters that are still to be hung.
func TestThereIsRoomForTheClustersThatStand(t *testing.T) {
	full := func(s *Stage) error {
		for s.State.Clusters.Len() < MaxClusters-1 {
			s.State = Evolve(s.State, Record{Seq: s.State.Seq + 1, By: "ada", Event: ClusterFormed{
				Cluster: ClusterID(s.State.Clusters.Len() + 1), Prompt: PromptVision, Notes: ids(1),
			}})
		}
		return nil
	}
	late := opensFrom(func(o *Origin) {
		o.Entries = map[Prompt][]Stood{PromptHow: {{Title: "Dojo", Notes: []string{"Katas"}}}}
	})
	Given(t, By(Fay, late, AddPerson{Person: "ada", Name: "Ada"}), Reach(StepVision, PhaseDiverge),
		Write("ada", PromptVision, "One"), Reach(StepVision, PhaseConverge), full).
		When("ada", FormCluster{Notes: ids(1)}).ThenRefused(ErrManyClusters).
		And(Reach(StepMeasures, PhaseShare)).
		ThenState(func(t testing.TB, s State) {
			if n := s.Clusters.Len(); n != MaxClusters {
				t.Errorf("there are %d clusters", n)
			}
		})
}

func TestAForgedHangingIsDamaged(t *testing.T) {
	log := written(t, Again("ada"), Reach(StepVision, PhaseDiverge), Write("ada", PromptVision, "Mine"))
	hung := func(change func(*Hung)) Event {
		h := Hung{Prompt: PromptVision, Entry: 1, First: 2, Notes: []string{"One", "Two"}, Cluster: 1, Title: "Pair"}
		change(&h)
		return StandingHung{Step: StepVision, Entries: []Hung{h}}
	}
	for name, v := range map[string]Event{
		"a note of another number":      hung(func(h *Hung) { h.First = 3 }),
		"a number that there is":        hung(func(h *Hung) { h.First = 1 }),
		"a cluster of another number":   hung(func(h *Hung) { h.Cluster = 2 }),
		"no note":                       hung(func(h *Hung) { h.Notes = nil }),
		"an entry that there wasn't":    hung(func(h *Hung) { h.Entry = 3 }),
		"an entry before the first":     hung(func(h *Hung) { h.Entry = 0 }),
		"an entry of another step":      hung(func(h *Hung) { h.Prompt = PromptHow }),
		"an entry of nothing":           hung(func(h *Hung) { h.Prompt = "tea" }),
		"a step without a wall":         StandingHung{Step: StepLeader},
		"a statement of another step":   StandingHung{Step: StepVision, Statements: map[Section]string{SectionHow: "So"}},
		"a statement of no section":     StandingHung{Step: StepVision, Statements: map[Section]string{"tea": "Hot"}},
		"a step that doesn't exist":     StandingHung{Step: "tea"},
		"a cluster of a number below 0": hung(func(h *Hung) { h.Cluster = -1 }),
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := Recall("brave-otter", forged(log, v)...); !errors.Is(err, ErrDamaged) {
				t.Errorf("it is recalled: %v", err)
			}
		})
	}
	if _, err := Recall("brave-otter", forged(log, hung(func(*Hung) {}))...); err != nil {
		t.Errorf("what isn't forged: %v", err)
	}
	first := written(t, Group("ada"), Reach(StepVision, PhaseDiverge), Write("ada", PromptVision, "Mine"))
	if _, err := Recall("brave-otter", forged(first, hung(func(*Hung) {}))...); !errors.Is(err, ErrDamaged) {
		t.Errorf("in a workshop that goes on from nothing: %v", err)
	}
}

// What is drawn after a command is what is drawn of the state.
func TestAWallWithWhatStandsIsDrawnAnewAsFromTheBeginning(t *testing.T) {
	var was State
	Given(t, Again("ada"), Reach(StepVision, PhaseDiverge)).
		ThenState(func(_ testing.TB, s State) { was = s }).
		And(Onward(false)).
		ThenState(func(t testing.TB, s State) {
			if diff := cmp.Diff(Share(s), ShareAfter(Share(was), was, s), inside()); diff != "" {
				t.Error(fmt.Sprint("-whole +after: ", diff))
			}
		})
}

// What the community was called is one of the names to choose from, and stands until another is chosen.
func TestTheNameStandsUntilAnotherIsChosen(t *testing.T) {
	called := func(want string) func(t testing.TB, s State) {
		return func(t testing.TB, s State) {
			if c := s.Canvas(); c.Title != want || !c.Named || s.Called() != want {
				t.Errorf("it is called %q (%v), and %q; want %q", c.Title, c.Named, s.Called(), want)
			}
		}
	}
	voting := Given(t, Again("ada", "ben"), Reach(StepName, PhaseDiverge), Write("ada", PromptName, "Forge", "craft  guild"),
		Reach(StepName, PhaseConverge), By(Fay, OpenVote{})).
		ThenState(called("Craft Guild")).
		ThenState(func(t testing.TB, s State) {
			var names []string
			for _, o := range s.Vote.Options {
				names = append(names, o.Label)
			}
			if !slices.Equal(names, []string{"Forge", "craft guild"}) { // what somebody has written anew is not there twice
				t.Errorf("to choose from are %q", names)
			}
		})
	voting.And(Cast("ada", "Forge"), Cast("ben", "Forge"), By(Fay, CloseVote{Vote: 1})).ThenState(called("Forge"))
	Given(t, Again("ada", "ben"), Reach(StepName, PhaseConverge), By(Fay, OpenVote{})).ThenState(func(t testing.TB, s State) {
		if len(s.Vote.Options) != 1 || s.Vote.Options[0].Label != "Craft Guild" {
			t.Errorf("to choose from are %+v", s.Vote.Options)
		}
	})
}

func TestTheChangesTellTheNameAndTheLeader(t *testing.T) {
	became := func(s State) (name, leader Became) {
		all, _ := s.Canvas().Changes()
		return all.Name, all.Leader
	}
	Given(t, Again("ada", "ben", "cal", "dan"), elected("cal")).ThenState(func(t testing.TB, s State) {
		if name, leader := became(s); name != (Became{}) || leader != (Became{Was: "Grace", Now: "Cal"}) {
			t.Errorf("the name %+v, the leader %+v", name, leader)
		}
	})
	Given(t, Again("ada"), Reach(StepLeader, PhaseConverge), By(Fay, RecordNoLeader{Reason: "Too few"})).ThenState(func(t testing.TB, s State) {
		if _, leader := became(s); leader != (Became{Was: "Grace"}) {
			t.Errorf("the leader %+v", leader)
		}
	})
	Given(t, Again("ada"), Reach(StepLeader, PhaseBrief)).ThenState(func(t testing.TB, s State) {
		if name, leader := became(s); name != (Became{}) || leader != (Became{}) {
			t.Errorf("the name %+v, the leader %+v", name, leader)
		}
	})
}
