package workshop_test

import (
	"encoding/json"
	"testing"
	"time"

	"pgregory.net/rapid"

	. "convene/workshop"
)

func TestASpanReadsAsGoWritesDurations(t *testing.T) {
	b, err := json.Marshal(Minutes(90))
	if err != nil || string(b) != `"1h30m0s"` {
		t.Errorf("ninety minutes are %s, %v", b, err)
	}
	var s Span
	if err := json.Unmarshal([]byte(`"soon"`), &s); err == nil {
		t.Errorf(`"soon" was read as %s`, s)
	}
	rapid.Check(t, func(t *rapid.T) {
		want := Span(rapid.Int64().Draw(t, "span"))
		b, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		var got Span
		if err := json.Unmarshal(b, &got); err != nil || got != want {
			t.Fatalf("%d went through %s and came back as %d, %v", want, b, got, err)
		}
	})
}

func TestMinutesAreRoundedToTheNearest(t *testing.T) {
	for span, want := range map[time.Duration]int{
		0: 0, 29 * time.Second: 0, 30 * time.Second: 1, 90 * time.Second: 2, -30 * time.Second: -1, -5 * time.Minute: -5,
	} {
		if got := Span(span).Minutes(); got != want {
			t.Errorf("%s is %d minutes, want %d", span, got, want)
		}
	}
}
