package main

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"convene/workshop"
	"convene/workshop/tongue"
)

func TestABudgetIsUsedUpAndForgiven(t *testing.T) {
	now := time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)
	b := newBudget[string](hurry, func() time.Time { return now }, 3, 4*time.Second)
	for n := range 3 {
		if err := b.take("room"); err != nil {
			t.Fatalf("refused after %d: %v", n, err)
		}
	}
	if err := b.take("room"); !errors.Is(err, tooMuch{hurry, 4 * time.Second}) {
		t.Errorf("a fourth at once: %v", err)
	}
	if err := b.take("other"); err != nil {
		t.Errorf("another source pays for it: %v", err)
	}
	b.back("room")
	if err := b.take("room"); err != nil {
		t.Errorf("one that did not count: %v", err)
	}
	now = now.Add(4 * time.Second)
	if err := b.take("room"); err != nil {
		t.Errorf("4 seconds later: %v", err)
	}
	if b.take("room") == nil {
		t.Error("more than one is forgiven in 4 seconds")
	}
}

func TestABudgetRemembersNobodyWhoIsForgiven(t *testing.T) {
	now := time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)
	b := newBudget[int](hurry, func() time.Time { return now }, 3, 4*time.Second)
	for source := range 1000 {
		if err := b.take(source); err != nil {
			t.Fatal(err)
		}
	}
	now = now.Add(time.Minute)
	for source := range 1000 {
		if err := b.take(-source); err != nil {
			t.Fatal(err)
		}
	}
	if len(b.spent) > 1024 {
		t.Errorf("%d sources are remembered, 1000 of which were forgiven", len(b.spent))
	}
}

// Whoever was too fast is told in their language for how long to wait; so is whoever is turned away at the door.
func TestWhatWasTooMuchIsSaidInALanguage(t *testing.T) {
	for _, c := range []struct {
		of              excess
		wait            time.Duration
		english, french string
	}{
		{
			wrongCodes, 4 * time.Second, "Many codes that don't exist came from your address: wait 4 seconds and try again.",
			"Trop de codes inexistants sont venus de votre adresse\u00a0; attendez 4 secondes, puis réessayez.",
		},
		{
			wrongSeatCodes, time.Second, "Many seat codes that don't exist came from your address: wait 1 second and try again.",
			"Trop de codes de place inexistants sont venus de votre adresse\u00a0; attendez 1 seconde, puis réessayez.",
		},
		{
			newcomers, 1500 * time.Millisecond, "Very many people come in at once: wait 2 seconds and try again.",
			"Beaucoup de monde entre à la fois\u00a0; attendez 2 secondes, puis réessayez.",
		},
		{
			hurry, 100 * time.Millisecond, "That was faster than the others can follow: wait 1 second and try again.",
			"C’était plus vite que les autres ne peuvent suivre\u00a0; attendez 1 seconde, puis réessayez.",
		},
	} {
		err := fmt.Errorf("enter: %w", tooMuch{c.of, c.wait})
		if got := tongue.In(workshop.English).Error(err); got != c.english {
			t.Errorf("in English: %q, want %q", got, c.english)
		}
		if got := tongue.In(workshop.French).Error(err); got != c.french {
			t.Errorf("in French: %q, want %q", got, c.french)
		}
	}
}
