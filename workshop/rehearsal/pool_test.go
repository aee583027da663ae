package rehearsal

import (
	"testing"

	"convene/workshop"
	"convene/workshop/text"
)

var steps = []workshop.Step{
	workshop.StepVision, workshop.StepMeasures, workshop.StepImpact, workshop.StepResources, workshop.StepForces,
}

func TestIdeasAreEnoughAndFitOnNotes(t *testing.T) {
	seen := make(map[string]workshop.Prompt)
	for _, step := range steps {
		for _, prompt := range step.Prompts() {
			ideas := 0
			for _, th := range pool(prompt) {
				if n := text.Len(th.title); n == 0 || n > workshop.MaxTitleLen {
					t.Errorf("%s: title %q has %d letters", prompt, th.title, n)
				}
				for _, idea := range th.ideas {
					ideas++
					if before, ok := seen[idea]; ok {
						t.Errorf("%q comes for %s and for %s", idea, before, prompt)
					}
					seen[idea] = prompt
				}
			}
			if n := len(pool(prompt)); n < 5 || n > 8 {
				t.Errorf("%s has %d themes", prompt, n)
			}
			if ideas < 12 {
				t.Errorf("%s has %d ideas", prompt, ideas)
			}
		}
	}
	for _, idea := range append(offTopic(), communityNames()...) {
		if _, ok := seen[idea]; ok {
			t.Errorf("%q has a theme", idea)
		}
		seen[idea] = ""
	}
	for idea := range seen {
		for n := range 8 {
			if told := retell(idea, n); text.Line(told) != told || text.Len(told) > workshop.MaxNoteLen {
				t.Errorf("%q is not clean, or too long", told)
			}
		}
	}
}

func TestNamesOfPeopleArePeoplesNames(t *testing.T) {
	names := firstNames()
	if len(names) < 60 {
		t.Errorf("%d names", len(names))
	}
	seen := make(map[string]string)
	for _, name := range names {
		if clean, err := text.Name(name); err != nil || clean != name {
			t.Errorf("%q becomes %q: %v", name, clean, err)
		}
		k := text.Skeleton(name)
		if seen[k] != "" {
			t.Errorf("%q looks like %q", name, seen[k])
		}
		seen[k] = name
	}
}

func TestSomeProposalsAreTheSameName(t *testing.T) {
	different := make(map[string]bool)
	for _, name := range communityNames() {
		different[text.Skeleton(name)] = true
	}
	if all := len(communityNames()); len(different) < 12 || len(different) == all {
		t.Errorf("%d of %d proposals differ", len(different), all)
	}
}

func TestSentencesAreClean(t *testing.T) {
	for _, all := range [][]string{reasons(), hopes(), concerns(), visionStatements(), importanceStatements(), objections()} {
		for _, s := range all {
			if text.Line(s) != s || text.Len(s) > workshop.MaxReasonLen {
				t.Errorf("%q is not clean, or too long", s)
			}
		}
	}
}

func TestAnAbbreviationKeepsItsCapital(t *testing.T) {
	for idea, want := range map[string]string{
		"UX designers": "UX designers", "Élan for all": "élan for all", "C# and Go": "C# and Go", "": "", "A wiki": "A wiki",
	} {
		if got := lowerFirst(idea); got != want {
			t.Errorf("%q becomes %q, want %q", idea, got, want)
		}
	}
}
