package main

import (
	"errors"
	"strings"
	"testing"
	"time"

	"convene/workshop"
	"convene/workshop/tongue"
)

// What is done over SSH without a screen is answered in the language of the workshop, and where there is none in that of the
// house.
func TestVerbsAreAnsweredInFrench(t *testing.T) {
	h, ids := furnished(t, 1)
	h.begins.Lang = workshop.French
	g := guests{house: h, limits: newLimits(time.Now)}
	for _, c := range []struct {
		user string
		args []string
		want string
	}{
		{string(ids[0]), []string{"help"}, "ssh -p PORT CODE@HOST            take your seat in the workshop\n"},
		{string(ids[0]), []string{"help"}, "\n                                 key that you have joined with\n"},
		{string(ids[0]), []string{"note", "vision", "x"}, "hint: join it first"},
		{"nobody", []string{"help"}, "ssh -p PORT CODE@HOST            prendre votre place dans l’atelier\n"},
		{"nobody", []string{"canvas"}, "convene: aucun atelier n’a ce code\u00a0; regardez"},
		{"nobody", []string{"note"}, "convene: dites quelle question, et une idée\u00a0: note vision \"Nous apprenons"},
		{"nobody", []string{"dance"}, "conseil\u00a0: ssh -p PORT CODE@HOST help dit ce qui existe"},
	} {
		v := doorOf(h, g.limits, "").visitor
		v.User = c.user
		var said strings.Builder
		if g.Verb(t.Context(), v, c.args, &said, &said); !strings.Contains(said.String(), c.want) {
			t.Errorf("%s %q: %q, want %q", c.user, c.args, said.String(), c.want)
		}
	}
}

// A screen keeps what was typed too late. A script has none, and must not be told so.
func TestANoteOfAScriptThatComesTooLateIsNotPromisedToBeKept(t *testing.T) {
	e := errand{Tongue: tongue.In(workshop.English)}
	if err := e.noted(workshop.ErrRevealed); err == nil || strings.Contains(err.Error(), "kept") {
		t.Errorf("it says %v", err)
	}
	if err := e.noted(workshop.ErrNotNow); !errors.Is(err, workshop.ErrNotNow) {
		t.Errorf("another refusal became %v", err)
	}
	if err := e.noted(nil); err != nil {
		t.Error(err)
	}
}
