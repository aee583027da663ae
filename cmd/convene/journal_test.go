package main

import (
	"errors"
	"log/slog"
	"strings"
	"testing"

	"charm.land/fang/v2"

	"convene/workshop"
	"convene/workshop/room"
	"convene/workshop/tongue"
)

// Why nothing can be saved is for whoever looks after the house; whoever is in a workshop is told that it is so, in their language.
func TestWhyNothingIsSavedIsForTheHouse(t *testing.T) {
	h, ids := furnished(t, 1)
	var log strings.Builder
	h.log = slog.New(slog.NewTextHandler(&log, nil))
	fay := enter(t, h, ids[0], host).Seat
	if err := h.store.Close(); err != nil {
		t.Fatal(err)
	}
	err := fay.Do(t.Context(), workshop.LockDoor{Locked: true})
	if !errors.Is(err, room.ErrNotSaved) {
		t.Errorf("got %v", err)
	}
	j := journal{h.store, h.log}
	_, noBox := j.Box(t.Context(), ids[0])
	_, noNonce := j.Nonce(t.Context(), ids[0])
	for _, err := range []error{noBox, noNonce} {
		if err == nil {
			t.Error("a closed file was read")
		}
	}
	for _, says := range []string{"append to workshop", "read box", "read nonce", "not open", string(ids[0])} {
		if !strings.Contains(log.String(), says) {
			t.Errorf("the log does not say %q: %s", says, log.String())
		}
	}
	for lang, want := range map[workshop.Language]string{
		workshop.English: "That could not be saved, so nothing has changed; try again.",
		workshop.French:  "L’enregistrement a échoué, rien n’a donc changé\u00a0; réessayez.",
	} {
		if got := tongue.In(lang).Error(err); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	said := &strings.Builder{}
	report(said, fang.Styles{}, err)
	if !strings.Contains(said.String(), "not open") {
		t.Errorf("whoever has the file is told %q", said)
	}
}
