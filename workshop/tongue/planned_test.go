package tongue_test

import (
	"testing"

	"convene/workshop"
	"convene/workshop/tongue"
)

func TestADueDayReadsLikeACalendar(t *testing.T) {
	for day, words := range map[workshop.Day]string{
		"2026-12-04": "Fri 4 Dec 2026", "2024-02-29": "Thu 29 Feb 2024", "2027-01-01": "Fri 1 Jan 2027",
		"2026-02-30": "2026-02-30", "soon": "soon", "": "",
	} {
		if got := (tongue.Tongue{}).Due(day); got != words {
			t.Errorf("%q reads %q, want %q", day, got, words)
		}
	}
}
