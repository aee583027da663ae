package tongue_test

import (
	"errors"
	"fmt"
	"testing"

	"convene/workshop"
	"convene/workshop/tongue"
)

func TestEnglishIsSaidAsItIsWritten(t *testing.T) {
	for _, lang := range []workshop.Language{"", workshop.English, "de"} {
		en := tongue.In(lang)
		for want, got := range map[string]string{
			"100% of it":         en.Marked("100% of it"),
			"Ada has 3":          en.Say("%s has %d", "Ada", 3),
			"1 note":             en.Count(1, "%d note", "%d notes"),
			"0 notes":            en.Count(0, "%d note", "%d notes"),
			"2 of Ada's":         en.Count(2, "%d of %s's", "%d of %s's", 2, "Ada"),
			"Open":               en.SayAs("vote", "Open"),
			"That is too late.":  en.Error(errors.New("that is too late")),
			"Is it: yes?":        en.Error(errors.New("is it: yes?")),
			"Votes missing (3).": en.Error(fmt.Errorf("%w (%d).", errors.New("votes missing"), 3)),
		} {
			if got != want {
				t.Errorf("in %q: %q, want %q", lang, got, want)
			}
		}
	}
}

func TestFrenchCountsZeroAsOne(t *testing.T) {
	fr := tongue.In(workshop.French)
	for n, want := range map[int]string{0: "0 note", 1: "1 note", 2: "2 notes"} {
		if got := fr.Count(n, "%d note", "%d notes"); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

func TestARefusalIsSaidInFrench(t *testing.T) {
	fr := tongue.In(workshop.French)
	want := "Convene parle anglais (en) et français (fr)"
	for _, err := range []error{workshop.ErrLanguage, fmt.Errorf("create workshop: %w", workshop.ErrLanguage)} {
		if got := fr.Error(err); got != want {
			t.Errorf("%v: %q, want %q", err, got, want)
		}
	}
	several := fmt.Errorf("%w: %w", errors.New("count"), fmt.Errorf("%w: %w", workshop.ErrLanguage, errors.New("two")))
	if got := fr.Error(several); got != want {
		t.Errorf("one of several: %q, want %q", got, want)
	}
	if got, want := fr.Error(errors.New("disk full")), "Disk full."; got != want {
		t.Errorf("an error that no catalogue has: %q, want %q", got, want)
	}
}

func TestPseudoKeepsVerbsAndWidths(t *testing.T) {
	ps := tongue.In(tongue.Pseudo)
	for want, got := range map[string]string{
		"Ada хас 03 (100%)": ps.Say("%s has %02d (%d%%)", "Ada", 3, 100),
		"б а":               ps.Say("%[2]s a", "z", "б"),
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// How a step ended is one sentence, whatever came together in it, in every language.
func TestHowAStepEndedIsOneSentence(t *testing.T) {
	hands := [workshop.MaxLevel + 1]int{5: 3, 4: 1}
	for _, c := range []struct {
		s      workshop.Settlement
		en, fr string
	}{
		{workshop.Settlement{Hands: hands}, "3 showed 5, 1 showed 4", "3 ont montré 5, 1 a montré 4"},
		{
			workshop.Settlement{Hands: hands, Missing: 2, Despite: true},
			"3 showed 5, 1 showed 4, 2 showed no hand; the group went on all the same",
			"3 ont montré 5, 1 a montré 4, 2 n’ont rien montré\u00a0; le groupe a continué malgré tout",
		},
		{workshop.Settlement{Hands: hands, Reopened: true}, "3 showed 5, 1 showed 4; reopened since", "3 ont montré 5, 1 a montré 4\u00a0; rouverte depuis"},
		{
			workshop.Settlement{Missing: 1, Despite: true, Reopened: true},
			"1 showed no hand; the group went on all the same; reopened since",
			"1 n’a rien montré\u00a0; le groupe a continué malgré tout\u00a0; rouverte depuis",
		},
		{workshop.Settlement{}, "nobody showed a hand", "personne n’a montré de main"},
		{
			workshop.Settlement{Despite: true},
			"nobody showed a hand; the group went on all the same", "personne n’a montré de main\u00a0; le groupe a continué malgré tout",
		},
		{workshop.Settlement{Reopened: true}, "nobody showed a hand; reopened since", "personne n’a montré de main\u00a0; rouverte depuis"},
		{
			workshop.Settlement{Despite: true, Reopened: true},
			"nobody showed a hand; the group went on all the same; reopened since",
			"personne n’a montré de main\u00a0; le groupe a continué malgré tout\u00a0; rouverte depuis",
		},
	} {
		if got := tongue.In(workshop.English).Settled(c.s); got != c.en {
			t.Errorf("%q, want %q", got, c.en)
		}
		if got := tongue.In(workshop.French).Settled(c.s); got != c.fr {
			t.Errorf("%q, want %q", got, c.fr)
		}
	}
}

// What, who and by when stand in one sentence, in the order of the language.
func TestAnActionIsOneSentence(t *testing.T) {
	due := workshop.Planned{What: "Ask", Owner: "Ada", Due: "2026-12-04"}
	for l, want := range map[workshop.Language]string{
		workshop.English: "Ask (Ada, by Fri 4 Dec 2026)", workshop.French: "Ask (Ada, d’ici au ven. 4 déc. 2026)",
	} {
		if got := tongue.In(l).Planned(due); got != want {
			t.Errorf("%s: %q, want %q", l, got, want)
		}
	}
}
