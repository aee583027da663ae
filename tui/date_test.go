package tui

import (
	"testing"
	"time"

	"convene/workshop"
	"convene/workshop/tongue"
)

// In English a time on another day is written as Go writes it, on every day of a year.
func TestDatesAreThoseOfEveryDay(t *testing.T) {
	var english tongue.Tongue
	for day := range 366 {
		at := time.Date(2024, time.January, 1+day, 9, 5, 0, 0, time.UTC)
		if got, want := dayAndHour(english, at), at.Format("2 Jan 15:04"); got != want {
			t.Errorf("%s, want %s", got, want)
		}
		if got, want := weekdayAndHour(english, at), at.Format("Mon 15:04"); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

func TestDatesInFrench(t *testing.T) {
	french := tongue.In(workshop.French)
	at := time.Date(2026, time.August, 14, 17, 30, 0, 0, time.UTC)
	if got := dayAndHour(french, at); got != "14 août 17:30" {
		t.Errorf("the day is %s", got)
	}
	if got := weekdayAndHour(french, at); got != "ven. 17:30" {
		t.Errorf("the weekday is %s", got)
	}
}
