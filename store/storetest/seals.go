package storetest

import (
	"bytes"
	"testing"

	"convene/workshop"
)

var nonce = []byte("sixteen bytes of it")

func opened(nonce []byte) workshop.Event {
	return workshop.VoteOpened{Vote: 1, Purpose: workshop.ForName, Nonce: nonce, Seal: workshop.SealOf(nonce)}
}

func wantNonce(t *testing.T, l Log, id workshop.ID, want []byte) {
	t.Helper()
	got, err := l.Nonce(t.Context(), id)
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("the nonce of %s is %q, %v; want %q", id, got, err, want)
	}
}

func sealed(t *testing.T, l Log) {
	wantNonce(t, l, otter, nil)
	mustAppend(t, l, otter, 0, opened(nonce))
	mustAppend(t, l, heron, 0, opened(nil))
	wantNonce(t, l, otter, nonce)
	wantNonce(t, l, heron, nil)
	kept := workshop.VoteOpened{Vote: 1, Purpose: workshop.ForName, Seal: workshop.SealOf(nonce)}
	wantRecords(t, l, otter, records(0, kept)...)
}

// The count leaves it, for a lot may follow; another vote, a lot and giving the vote up don't.
func unsealed(t *testing.T, l Log) {
	seq := mustAppend(t, l, otter, 0, opened(nonce), cast(forOption("a")), workshop.VoteClosed{Vote: 1})
	wantNonce(t, l, otter, nonce)
	other := []byte("seventeen bytes of it")
	seq = mustAppend(t, l, otter, seq, opened(other))
	wantNonce(t, l, otter, other)
	seq = mustAppend(t, l, otter, seq, workshop.LotDrawn{Vote: 1, Nonce: other})
	wantNonce(t, l, otter, nil)
	seq = mustAppend(t, l, otter, seq, opened(nonce), workshop.VoteAbandoned{Vote: 1})
	wantNonce(t, l, otter, nil)
	mustAppend(t, l, otter, seq, opened(nonce), opened(nil))
	wantNonce(t, l, otter, nil)
}

func failedSeal(t *testing.T, l Log) {
	mustAppend(t, l, otter, 0, opened(nonce))
	if err := l.Append(t.Context(), otter, 0, records(0, opened([]byte("another")))...); err == nil {
		t.Error("appended where the log doesn't end")
	}
	wantNonce(t, l, otter, nonce)
}
