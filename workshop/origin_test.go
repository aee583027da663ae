package workshop_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

// opensFrom is the command that goes on from LastCanvas with one thing of it changed.
func opensFrom(change func(*Origin)) OpenWorkshop {
	from := LastCanvas()
	change(from)
	return OpenWorkshop{ID: "brave-otter", Topic: "Software Craft", Facilitator: "Fay", From: from}
}

func TestACanvasLeavesWhatHangsOnItsWall(t *testing.T) {
	Given(t, Group("ada"), Reach(StepVision, PhaseDiverge),
		Write("ada", PromptVision, "One", "Two", "Three", "Four", "Five"), Reach(StepVision, PhaseConverge),
		form("ada", "Pair", 1, 2), By("ada", ParkNotes{Notes: ids(4)}),
		By(Fay, WriteStatement{Section: SectionVision, Text: "We count"}),
		Reach(StepForces, PhaseDiverge), Write("ada", PromptSupport, "Sugar"), Reach(StepName, PhaseDiverge),
		Write("ada", PromptName, "Guild"), Reach(StepLeader, PhaseBrief)).
		ThenState(func(t testing.TB, s State) {
			want := Origin{
				Code: "brave-otter", Date: DayOf(Morning()), Statements: map[Section]string{SectionVision: "We count"},
				Entries: map[Prompt][]Stood{
					PromptVision:  {{Title: "Pair", Notes: []string{"One", "Two"}}, {Notes: []string{"Three"}}, {Notes: []string{"Five"}}},
					PromptSupport: {{Notes: []string{"Sugar"}}},
				},
			}
			if diff := cmp.Diff(want, s.Canvas().Origin()); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
}

// A group that leaves a step out loses nothing of what stood there: the canvas after it has it still.
func TestACanvasLeavesOnWhatTheGroupLeftOut(t *testing.T) {
	Given(t, Again("ada"), Reach(StepVision, PhaseConverge), By("ada", ParkNotes{Notes: ids(1)})).
		ThenState(func(t testing.TB, s State) {
			o, before := s.Canvas().Origin(), LastCanvas()
			want := maps.Clone(before.Entries)
			want[PromptVision] = []Stood{{Title: "Proud of our code", Notes: []string{"Nobody is afraid of a release"}}, before.Entries[PromptVision][1]}
			if diff := cmp.Diff(want, o.Entries); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
			if o.Name != before.Name || o.Leader != before.Leader || !maps.Equal(o.Statements, before.Statements) {
				t.Errorf("left are %+v", o)
			}
		})
}

func TestACanvasLeavesTheNameAndWhoLed(t *testing.T) {
	s, _ := Sample()
	o := s.Canvas().Origin()
	if o.Name != "Craft Guild" || o.Leader != "Grace" {
		t.Errorf("the name %q, the leader %q", o.Name, o.Leader)
	}
}

func TestAWorkshopGoesOnFromACanvas(t *testing.T) {
	Given(t, Again("ada")).ThenView("ada", func(t testing.TB, v View) {
		if diff := cmp.Diff(LastCanvas(), v.From); diff != "" {
			t.Errorf("-want +got:\n%s", diff)
		}
	})
	s, _ := Sample()
	from := s.Canvas().Origin()
	Given(t).When(Fay, OpenWorkshop{ID: "calm-heron", Topic: "Craft", Facilitator: "Fay", From: &from}).ThenAccepted()
}

func TestWhatAWorkshopGoesOnFromIsCleaned(t *testing.T) {
	Given(t).When(Fay, opensFrom(func(o *Origin) {
		o.Name = " Craft\tGuild "
		o.Entries[PromptHow] = []Stood{{Title: "Do\njo", Notes: []string{" Coding  dojo\n"}}}
	})).ThenState(func(t testing.TB, s State) {
		if got := s.From.Entries[PromptHow][0]; s.From.Name != "Craft Guild" || got.Title != "Do jo" || got.Notes[0] != "Coding dojo" {
			t.Errorf("%q, %+v", s.From.Name, got)
		}
	})
}

func TestNoWorkshopGoesOnFromWhatNoneCouldLeave(t *testing.T) {
	for name, change := range map[string]func(*Origin){
		"no code":                     func(o *Origin) { o.Code = "" },
		"no day":                      func(o *Origin) { o.Date = "soon" },
		"a name of 41 letters":        func(o *Origin) { o.Name = strings.Repeat("x", 41) },
		"a leader with a long name":   func(o *Origin) { o.Leader = strings.Repeat("x", 21) },
		"a statement of no section":   func(o *Origin) { o.Statements["tea"] = "Hot" },
		"a long statement":            func(o *Origin) { o.Statements[SectionHow] = long(MaxStatementLen + 1) },
		"an entry of no prompt":       func(o *Origin) { o.Entries["tea"] = o.Entries[PromptHow] },
		"a proposal of a name":        func(o *Origin) { o.Entries[PromptName] = o.Entries[PromptHow] },
		"a prompt without an entry":   func(o *Origin) { o.Entries[PromptHow] = nil },
		"an entry without a note":     func(o *Origin) { o.Entries[PromptHow] = []Stood{{Title: "Dojo"}} },
		"a note of spaces":            func(o *Origin) { o.Entries[PromptHow][0].Notes[0] = " \n" },
		"a note that is too long":     func(o *Origin) { o.Entries[PromptHow][0].Notes[0] = long(MaxNoteLen + 1) },
		"a title that is too long":    func(o *Origin) { o.Entries[PromptVision][0].Title = long(MaxTitleLen + 1) },
		"a code that leads elsewhere": func(o *Origin) { o.Code = "../../etc" },
	} {
		t.Run(name, func(t *testing.T) { Given(t).When(Fay, opensFrom(change)).ThenRefused(ErrOrigin) })
	}
}

// What was recorded of an origin is its own, whatever its sender does with it afterwards.
func TestAnOriginIsNotTheSendersAnyMore(t *testing.T) {
	command := opensFrom(func(*Origin) {})
	Given(t).When(Fay, command).ThenState(func(t testing.TB, s State) {
		clear(command.From.Entries[PromptVision])
		clear(command.From.Statements)
		if diff := cmp.Diff(LastCanvas(), s.From); diff != "" {
			t.Errorf("-want +got:\n%s", diff)
		}
	})
}

// standing leaves so many notes.
func standing(n int) Command {
	return opensFrom(func(o *Origin) {
		o.Entries = map[Prompt][]Stood{PromptHow: nil}
		for i := range n {
			o.Entries[PromptHow] = append(o.Entries[PromptHow], Stood{Notes: []string{fmt.Sprint("note ", i)}})
		}
	})
}

func TestAForgedOriginIsDamaged(t *testing.T) {
	log := written(t, Again("ada"))
	for name, forge := range map[string]func(*Origin){
		"a note that is too long": func(o *Origin) { o.Entries[PromptHow][0].Notes[0] = long(MaxNoteLen + 1) },
		"a name with a space":     func(o *Origin) { o.Name += " " },
	} {
		v := log[0].Event.(WorkshopOpened)
		v.From = LastCanvas()
		forge(v.From)
		changed := slices.Clone(log)
		changed[0].Event = v
		if _, err := Recall("brave-otter", changed...); err == nil {
			t.Errorf("%s is recalled", name)
		}
	}
}
