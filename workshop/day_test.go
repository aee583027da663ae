package workshop_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	. "convene/workshop"
)

func TestWhatIsNoDayStaysWhatItIs(t *testing.T) {
	for _, day := range []Day{"", "soon", "2026-02-30", "2026-2-3", "2026-02-03 ", "12026-02-03"} {
		if day.Valid() || day.Plus(1) != day || !day.Date().IsZero() {
			t.Errorf("%q: valid %t, and then %q", day, day.Valid(), day.Plus(1))
		}
	}
}

func TestDaysFollowOneAnother(t *testing.T) {
	for _, c := range []struct {
		from, to Day
		n        int
	}{
		{"2026-12-31", "2027-01-01", 1},
		{"2028-02-28", "2028-02-29", 1},
		{"2027-02-28", "2027-03-01", 1},
		{"2026-11-26", "2027-11-26", 365},
		{"2026-03-29", "2026-03-28", -1},
		{"2026-03-29", "2026-03-29", 0},
	} {
		if got := c.from.Plus(c.n); got != c.to {
			t.Errorf("%s and %d days is %s, want %s", c.from, c.n, got, c.to)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		day := DayOf(time.Unix(rapid.Int64Range(0, 4e9).Draw(t, "seconds"), 0).UTC())
		n := rapid.IntRange(1, 400).Draw(t, "days")
		if later := day.Plus(n); !day.Valid() || !later.Valid() || later <= day || later.Plus(-n) != day {
			t.Fatalf("%s and %d days is %s", day, n, later)
		}
	})
}
