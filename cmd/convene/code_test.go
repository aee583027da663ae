package main

import (
	"regexp"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"convene/workshop"
)

func TestWordsAreManyAndEasy(t *testing.T) {
	easy := regexp.MustCompile(`^[a-z]{2,10}$`)
	for what, words := range map[string][]string{"adjectives": adjectives(), "animals": animals()} {
		if len(words) < 100 {
			t.Errorf("%d %s", len(words), what)
		}
		if !slices.IsSorted(words) {
			t.Errorf("the %s are not in order", what)
		}
		if len(slices.Compact(slices.Clone(words))) != len(words) {
			t.Errorf("some of the %s come twice", what)
		}
		for _, w := range words {
			if !easy.MatchString(w) {
				t.Errorf("%q is not easy to say", w)
			}
		}
	}
}

func TestAnyCodeOpensAWorkshop(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		id := code(func(n int) int { return rapid.IntRange(0, n-1).Draw(t, "word") })
		_, err := workshop.Decide(workshop.State{}, workshop.Envelope{
			By: host, Command: workshop.OpenWorkshop{ID: id, Topic: "Craft", Facilitator: hostName()},
		})
		if err != nil {
			t.Fatalf("%s: %v", id, err)
		}
	})
}
