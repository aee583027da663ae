package workshop_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

// changed is what has become of the part of the canvas that is about the section.
func changed(t testing.TB, s State, section Section) Change {
	t.Helper()
	all, ok := s.Canvas().Changes()
	if !ok || all.Since != "2025-03-14" {
		t.Fatalf("the changes since %q, %v", all.Since, ok)
	}
	for _, c := range all.Parts {
		if c.Section == section {
			return c
		}
	}
	t.Fatalf("no part about %s: %+v", section, all.Parts)
	return Change{}
}

func TestTheFirstCanvasOfACommunityHasNoChanges(t *testing.T) {
	Given(t, wall()).ThenState(func(t testing.TB, s State) {
		if all, ok := s.Canvas().Changes(); ok {
			t.Errorf("%+v", all)
		}
	})
}

func TestWhatTheGroupMakesOfWhatStands(t *testing.T) {
	proud := Entry{Title: "Proud of our code", Notes: []string{"Old code too", "Nobody is afraid of a release"}}
	meetings := Entry{Title: "Fewer meetings"}
	written := []Entry{{Title: "Old code too"}, {Title: "Clean builds"}}
	const statement = "We ship code that we are proud of."
	for name, a := range map[string]struct {
		done []Command
		want Change
	}{
		"nothing": {nil, Change{Kept: []Entry{proud, meetings}, Added: written}},
		"parks it": {
			[]Command{ParkNotes{Notes: ids(3, 4, 5)}},
			Change{Dropped: []Entry{proud, meetings}, Added: written},
		},
		"gives it another title": {
			[]Command{TitleCluster{Cluster: 1, Title: "Craft"}},
			Change{
				Kept: []Entry{meetings}, Added: written,
				Changed: []Remade{{proud, []Entry{{Title: "Craft", Notes: proud.Notes}}}},
			},
		},
		"puts a new note to it": {
			[]Command{MoveNotes{Notes: ids(2), Cluster: 1}},
			Change{
				Kept: []Entry{meetings}, Added: written[:1],
				Changed: []Remade{{proud, []Entry{{Title: proud.Title, Notes: append([]string{"Clean builds"}, proud.Notes...)}}}},
			},
		},
		"takes a note out": {
			[]Command{MoveNotes{Notes: ids(4)}},
			Change{
				Kept: []Entry{meetings}, Added: written,
				Changed: []Remade{{proud, []Entry{{Title: proud.Title, Notes: proud.Notes[:1]}, {Title: proud.Notes[1]}}}},
			},
		},
		"parks a note of it": {
			[]Command{ParkNotes{Notes: ids(4)}},
			Change{
				Kept: []Entry{meetings}, Added: written,
				Changed: []Remade{{proud, []Entry{{Title: proud.Title, Notes: proud.Notes[:1]}}}},
			},
		},
		"has a new note in the place of one": {
			[]Command{ParkNotes{Notes: ids(4)}, MoveNotes{Notes: ids(2), Cluster: 1}},
			Change{
				Kept: []Entry{meetings}, Added: written[:1],
				Changed: []Remade{{proud, []Entry{{Title: proud.Title, Notes: []string{"Clean builds", "Old code too"}}}}},
			},
		},
		"puts two into one": {
			[]Command{MoveNotes{Notes: ids(5), Cluster: 1}},
			Change{
				Added: written,
				Changed: []Remade{
					{proud, []Entry{{Title: proud.Title, Notes: append(proud.Notes[:2:2], "Fewer meetings")}}},
					{meetings, []Entry{{Title: proud.Title, Notes: append(proud.Notes[:2:2], "Fewer meetings")}}},
				},
			},
		},
		"moves it and moves it back": {
			[]Command{MoveNotes{Notes: ids(4)}, MoveNotes{Notes: ids(4), Cluster: 1}, FormCluster{Notes: ids(5)}},
			Change{Kept: []Entry{proud, meetings}, Added: written},
		},
		"writes another statement": {
			[]Command{WriteStatement{Section: SectionVision, Text: "We ship."}},
			Change{Kept: []Entry{proud, meetings}, Added: written, Now: "We ship."},
		},
	} {
		t.Run(name, func(t *testing.T) {
			a.want.Section, a.want.Was = SectionVision, statement
			if a.want.Now == "" {
				a.want.Now = statement
			}
			Given(t, again(), By(Fay, a.done...)).ThenState(func(t testing.TB, s State) {
				got := changed(t, s, SectionVision)
				if diff := cmp.Diff(a.want, got, cmpopts.IgnoreUnexported(Entry{})); diff != "" {
					t.Errorf("-want +got:\n%s", diff)
				}
				if got.Reworded() != (a.want.Now != statement) {
					t.Error("the statement is said to be another one, or isn't")
				}
			})
		})
	}
}

// A step that the group hasn't come to says nothing about what stood there.
func TestWhatIsStillToComeHasNotChanged(t *testing.T) {
	Given(t, again()).ThenState(func(t testing.TB, s State) {
		all, _ := s.Canvas().Changes()
		var got []Section
		for _, c := range all.Parts {
			got = append(got, c.Section)
		}
		if diff := cmp.Diff([]Section{SectionVision, SectionImportance}, got); diff != "" {
			t.Errorf("-want +got:\n%s", diff)
		}
	})
}

func TestWhatMovesToAnotherSectionIsChangedWhereItStood(t *testing.T) {
	Given(t, again(), By("ada", MoveNotes{Notes: ids(5), Cluster: 2})).ThenState(func(t testing.TB, s State) {
		c := changed(t, s, SectionVision)
		if len(c.Changed) != 1 || c.Changed[0].Was.Title != "Fewer meetings" || c.Changed[0].Now[0].Title != "Fewer meetings" {
			t.Errorf("the vision: %+v", c)
		}
		if c := changed(t, s, SectionImportance); len(c.Changed) != 1 || len(c.Added) != 0 {
			t.Errorf("the importance: %+v", c)
		}
	}).And(By("ada", ParkNotes{Notes: ids(6, 7)})).ThenState(func(t testing.TB, s State) { // it is alone there now
		if c := changed(t, s, SectionVision); len(c.Changed) != 1 || len(c.Kept) != 1 {
			t.Errorf("the vision: %+v", c)
		}
	})
}

func TestTheForcesAreComparedSideBySide(t *testing.T) {
	opens := opensFrom(func(o *Origin) {
		o.Entries[PromptSupport] = []Stood{{Notes: []string{"Sugar"}}}
		o.Entries[PromptSlowDown] = []Stood{{Title: "No time", Notes: []string{"Deadlines"}}}
	})
	Given(t, By(Fay, opens, AddPerson{Person: "ada", Name: "Ada"}), Reach(StepForces, PhaseDiverge),
		Write("ada", PromptSlowDown, "Meetings"), Reach(StepForces, PhaseConverge), By("ada", ParkNotes{Notes: ids(8)})).
		ThenState(func(t testing.TB, s State) {
			all, _ := s.Canvas().Changes()
			sides := all.Parts[len(all.Parts)-2:]
			if c := sides[0]; c.Side != PromptSupport || len(c.Dropped) != 1 || c.Dropped[0].Title != "Sugar" {
				t.Errorf("what supports: %+v", c)
			}
			c := sides[1]
			if c.Side != PromptSlowDown || len(c.Kept) != 1 || c.Kept[0].Title != "No time" || len(c.Added) != 1 {
				t.Errorf("what slows down: %+v", c)
			}
		})
}

// Whatever the group does on the board, each entry of the last canvas is kept, changed or dropped, and only one of them; and
// each entry of the new one is kept, new, or what another has become.
func TestEveryStandingEntryIsAccountedForOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := &walk{t: t, stage: NewStage(), choose: &chooser{t: t, bit: rapid.Bool()}}
		history := lines(Again("ada", "ben"), Reach(StepVision, PhaseDiverge),
			Write("ada", PromptVision, "Trust"), Write("ben", PromptVision, "Clean builds"), Reach(StepVision, PhaseConverge))
		if err := w.stage.Play(history); err != nil {
			t.Fatal(err)
		}
		for range rapid.IntRange(0, 30).Draw(t, "commands") {
			w.choose.s = w.stage.State
			by := oneOf(w.choose, PersonID("ada"), "ben", Fay)
			_, _ = w.stage.Do(by, w.choose.onBoard()) // many are refused
			accounted(t, w.stage.State.Canvas())
		}
	})
}

// onBoard is something that can be done on the board.
func (c *chooser) onBoard() Command {
	switch c.number(0, 7) {
	case 0, 1:
		return FormCluster{Notes: c.notes(), Title: oneOf(c, "", "Proud of our code", c.say())}
	case 2:
		return MoveNotes{Notes: c.notes(), Cluster: oneOf(c, 0, c.cluster())}
	case 3:
		return ParkNotes{Notes: c.notes()}
	case 4:
		return MergeClusters{Into: c.cluster(), From: c.cluster()}
	case 5:
		return TitleCluster{Cluster: c.cluster(), Title: oneOf(c, "", "Proud of our code", c.say())}
	case 6:
		return PlaceCluster{Cluster: c.cluster(), Before: c.cluster()}
	default:
		return UndoLast{}
	}
}

func accounted(t *rapid.T, c Canvas) {
	all, ok := c.Changes()
	if !ok {
		t.Fatal("there are no changes")
	}
	count := make(map[string]int) // of the entries of the last canvas, by title
	now := make(map[string]int)
	for _, p := range all.Parts {
		for _, e := range slices.Concat(p.Kept, p.Dropped) {
			count[e.Title]++
		}
		for _, e := range slices.Concat(p.Kept, p.Added) {
			now[said(e)]++
		}
		became := make(map[string]bool)
		for _, r := range p.Changed {
			count[r.Was.Title]++
			for _, e := range r.Now {
				became[said(e)] = true
			}
		}
		for e := range became {
			now[e] += 1000
		}
	}
	want := map[string]int{"Proud of our code": 1, "Fewer meetings": 1, "Five good people left": 1}
	if diff := cmp.Diff(want, count); diff != "" {
		t.Fatalf("how often each entry is accounted for (-want +got):\n%s", diff)
	}
	for _, b := range c.Sections {
		for _, e := range b.Entries {
			if n := now[said(e)]; n != 1 && (n == 0 || n%1000 != 0) {
				t.Fatalf("%+v is on the new canvas, and accounted for %d times: %+v", e, n, all)
			}
		}
	}
}

// said is all that an entry says. No two on a wall say the same: each note hangs once.
func said(e Entry) string { return fmt.Sprintf("%q", append(slices.Clone(e.Notes), e.Title)) }
