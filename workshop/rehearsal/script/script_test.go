package script

import (
	"slices"
	"testing"

	"convene/workshop"
	"convene/workshop/text"
)

// all are the scripts of every language.
func all(t *testing.T, look func(t *testing.T, s Script)) {
	t.Helper()
	for _, l := range workshop.Languages() {
		t.Run(string(l), func(t *testing.T) { look(t, In(l)) })
	}
}

// prompts are those that have ideas.
func prompts() []workshop.Prompt {
	var out []workshop.Prompt
	for _, step := range []workshop.Step{
		workshop.StepVision, workshop.StepMeasures, workshop.StepImpact, workshop.StepResources, workshop.StepForces,
	} {
		out = append(out, step.Prompts()...)
	}
	return out
}

func TestIdeasAreEnoughAndFitOnNotes(t *testing.T) {
	all(t, func(t *testing.T, s Script) {
		seen := make(map[string]workshop.Prompt)
		for _, prompt := range prompts() {
			ideas := 0
			for _, th := range s.Themes[prompt] {
				if n := text.Len(th.Title); n == 0 || n > workshop.MaxTitleLen {
					t.Errorf("%s: title %q has %d letters", prompt, th.Title, n)
				}
				for _, idea := range th.Ideas {
					ideas++
					if before, ok := seen[idea]; ok {
						t.Errorf("%q comes for %s and for %s", idea, before, prompt)
					}
					seen[idea] = prompt
				}
			}
			if n := len(s.Themes[prompt]); n < 5 || n > 8 {
				t.Errorf("%s has %d themes", prompt, n)
			}
			if ideas < 20 {
				t.Errorf("%s has %d ideas", prompt, ideas)
			}
		}
		for _, idea := range append(s.OffTopic, s.Communities...) {
			if _, ok := seen[idea]; ok {
				t.Errorf("%q has a theme", idea)
			}
			seen[idea] = ""
		}
		for idea := range seen {
			for n := range 2 * len(s.echoes) {
				if told := s.First(s.Retell(idea, n)); text.Line(told) != told || text.Len(told) > workshop.MaxNoteLen {
					t.Errorf("%q is not clean, or too long", told)
				}
			}
		}
	})
}

func TestNamesOfPeopleArePeoplesNames(t *testing.T) {
	all(t, func(t *testing.T, s Script) {
		if len(s.People) < 60 {
			t.Errorf("%d names", len(s.People))
		}
		seen := make(map[string]string)
		for _, name := range s.People {
			if clean, err := text.Name(name); err != nil || clean != name {
				t.Errorf("%q becomes %q: %v", name, clean, err)
			}
			k := text.Skeleton(name)
			if seen[k] != "" {
				t.Errorf("%q looks like %q", name, seen[k])
			}
			seen[k] = name
		}
	})
}

func TestSomeProposalsAreTheSameName(t *testing.T) {
	all(t, func(t *testing.T, s Script) {
		different := make(map[string]bool)
		for _, name := range s.Communities {
			different[text.Skeleton(name)] = true
		}
		if all := len(s.Communities); len(different) < 12 || len(different) == all {
			t.Errorf("%d of %d proposals differ", len(different), all)
		}
	})
}

func TestSentencesAreThereAndClean(t *testing.T) {
	all(t, func(t *testing.T, s Script) {
		var intents []string
		for _, i := range s.Intents {
			intents = append(intents, i.What)
			if text.Len(i.What) > workshop.MaxActionLen || i.Weeks < 1 {
				t.Errorf("%q is too long, or never due", i.What)
			}
		}
		for _, all := range [][]string{
			s.Reasons, s.Hopes, s.Concerns, s.Visions, s.Importances, s.Objections, intents, {s.Topic}, {s.Hasty}, {s.NoLeader},
		} {
			if len(all) == 0 {
				t.Error("a list is empty")
			}
			for _, sentence := range all {
				if sentence == "" || text.Line(sentence) != sentence || text.Len(sentence) > workshop.MaxReasonLen {
					t.Errorf("%q is empty, not clean, or too long", sentence)
				}
			}
		}
	})
}

// A language has as much to say as the first one, and nothing in its words.
func TestEveryLanguageSaysAsMuchInItsOwnWords(t *testing.T) {
	first := In(workshop.English)
	size := func(s Script) []int {
		out := []int{
			len(s.People), len(s.OffTopic), len(s.Communities), len(s.Reasons), len(s.Hopes), len(s.Visions), len(s.Importances),
			len(s.Concerns), len(s.Objections), len(s.Intents), len(s.echoes),
		}
		for _, prompt := range prompts() {
			for _, th := range s.Themes[prompt] {
				out = append(out, len(th.Ideas))
			}
		}
		return out
	}
	for _, l := range workshop.Languages()[1:] {
		own := In(l)
		if got, want := size(own), size(first); !slices.Equal(got, want) {
			t.Errorf("%s has %v, want %v", l, got, want)
		}
		for _, prompt := range prompts() {
			for i, th := range own.Themes[prompt] {
				for j, idea := range th.Ideas {
					if other := first.Themes[prompt][i].Ideas[j]; idea == other {
						t.Errorf("%s: %q is said as it is in English", l, idea)
					}
				}
			}
		}
	}
}

// However often an idea comes, it comes in other words as long as there are any.
func TestAnIdeaThatComesAgainIsWordedAnew(t *testing.T) {
	all(t, func(t *testing.T, s Script) {
		began := make(map[string]bool)
		for _, prompt := range prompts() {
			idea := s.Themes[prompt][0].Ideas[0]
			told := make(map[string]bool)
			for n := range len(s.echoes) + 1 {
				told[s.Retell(idea, n)] = true
			}
			if len(told) != len(s.echoes)+1 {
				t.Errorf("%q is told in %d ways of %d", idea, len(told), len(s.echoes)+1)
			}
			i := slices.IndexFunc(s.echoes, func(e echo) bool { return e.of(idea) == s.Retell(idea, 1) })
			began[s.echoes[i].before+"|"+s.echoes[i].after] = true
		}
		if len(began) < 3 {
			t.Errorf("whoever comes second begins in %d ways only", len(began))
		}
	})
}

func TestAnAbbreviationKeepsItsCapital(t *testing.T) {
	for idea, want := range map[string]string{
		"UX designers": "UX designers", "Élan for all": "élan for all", "C# and Go": "C# and Go", "": "", "A wiki": "A wiki",
		"L’équipe": "l’équipe",
	} {
		if got := lowerFirst(idea); got != want {
			t.Errorf("%q becomes %q, want %q", idea, got, want)
		}
	}
}
