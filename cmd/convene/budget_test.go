package main

import (
	"errors"
	"testing"
	"time"
)

func TestABudgetIsUsedUpAndForgiven(t *testing.T) {
	now := time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)
	b := newBudget[string](func() time.Time { return now }, 3, 4*time.Second)
	for n := range 3 {
		if err := b.take("room"); err != nil {
			t.Fatalf("refused after %d: %v", n, err)
		}
	}
	if err := b.take("room"); !errors.Is(err, tooMuch{4 * time.Second}) {
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
	b := newBudget[int](func() time.Time { return now }, 3, 4*time.Second)
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
