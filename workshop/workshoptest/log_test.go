package workshoptest_test

import (
	"errors"
	"testing"
	"time"

	"convene/store/storetest"
	"convene/workshop"
	"convene/workshop/workshoptest"
)

func TestLogPassesTheContract(t *testing.T) {
	storetest.Run(t, func(*testing.T) storetest.Log { return workshoptest.NewLog() })
}

func TestFailIsForOneAppend(t *testing.T) {
	l := workshoptest.NewLog()
	full := errors.New("disk full")
	l.Fail(full)
	records := workshop.Records(0, workshop.Envelope{By: "p-ada", At: time.Unix(0, 0)}, workshop.MinuteAsked{})
	if err := l.Append(t.Context(), "brave-otter", 0, records...); !errors.Is(err, full) {
		t.Fatalf("got %v, want %v", err, full)
	}
	got, err := l.Load(t.Context(), "brave-otter", 0)
	if err != nil || len(got) != 0 {
		t.Fatalf("the failed append left %v, %v", got, err)
	}
	if err := l.Append(t.Context(), "brave-otter", 0, records...); err != nil {
		t.Fatalf("the next one: %v", err)
	}
}
