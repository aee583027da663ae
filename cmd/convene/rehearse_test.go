package main

import (
	"context"
	"errors"
	"os"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"convene/tui"
	"convene/workshop"
	"convene/workshop/format"
	"convene/workshop/rehearsal"
	"convene/workshop/room"
)

// frenchFormat is a format in which everything differs from the built-in one.
func frenchFormat(t *testing.T) format.Format {
	t.Helper()
	page := "lang = \"fr\"\nvotes = 3\n[steps.vision]\ntitle = \"Où aller\"\nsolo = 7\n"
	f, err := format.Parse("my.toml", []byte(page), "")
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// lobbyWith is that of a house in a folder of its own, with the workshop of the opening in it when that has a code.
func lobbyWith(t *testing.T, o workshop.OpenWorkshop, then ...workshop.Command) lobby {
	t.Helper()
	t.Setenv("TMPDIR", t.TempDir())
	h, _ := furnished(t, 0)
	if o.ID == "" {
		return localLobby(h)
	}
	r, err := room.Create(t.Context(), h.store, host, o, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	for _, c := range then {
		if err := r.Seat(host).Do(t.Context(), c); err != nil {
			t.Fatal(err)
		}
	}
	return localLobby(h)
}

// kept is everything in the house's file.
func kept(t *testing.T, l lobby) map[workshop.ID][]workshop.Record {
	t.Helper()
	ids, err := l.house.store.IDs(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	out := make(map[workshop.ID][]workshop.Record)
	for _, id := range ids {
		if out[id], err = l.house.store.Load(t.Context(), id, 0); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// endsWithNothing ends a rehearsal, of which nothing may be left: not even its room, whoever has kept a seat in it.
func endsWithNothing(t *testing.T, r tui.Rehearsal) {
	t.Helper()
	seat := r.Seat()
	if err := r.End(); err != nil {
		t.Error(err)
	}
	if err := seat.Do(t.Context(), workshop.AdjustClock{Minutes: 1}); !errors.Is(err, room.ErrClosed) {
		t.Errorf("a command after its end: %v", err)
	}
	if left, err := os.ReadDir(os.TempDir()); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}

// plan is what is settled about a workshop before it begins.
type plan struct {
	Topic   string
	Lang    workshop.Language
	Wording workshop.Wording
	Agenda  workshop.Agenda
	Solo    map[workshop.Step]workshop.Span
	Votes   int
}

func planOf(v *workshop.Shared) plan {
	return plan{v.Topic, v.Lang, v.Wording, v.Agenda, v.Solo, v.Votes}
}

// stretched is an agenda with a longer vision, and a shorter measures step.
func stretched(t *testing.T, o workshop.OpenWorkshop) workshop.Agenda {
	t.Helper()
	minutes := o.Minutes
	if minutes == 0 {
		minutes = workshop.DefaultTotal
	}
	a, err := workshop.NewAgenda(minutes-o.Reserve, o.SkipForces)
	if err != nil {
		t.Fatal(err)
	}
	for i := range a {
		switch a[i].Step {
		case workshop.StepVision:
			a[i].Box += workshop.Minutes(3)
		case workshop.StepMeasures:
			a[i].Box -= workshop.Minutes(2)
		}
	}
	return a
}

func TestARehearsalOfAWorkshopIsOneOfThatWorkshop(t *testing.T) {
	mine := workshop.OpenWorkshop{ID: "calm-otter", Topic: "Artisanat", Facilitator: "Fay", Offset: workshop.Minutes(330)}
	inFrench := frenchFormat(t).Of(mine)
	short := inFrench
	short.Minutes, short.SkipForces = 90, true
	late := inFrench
	late.Reserve = 10
	for name, c := range map[string]struct {
		opening workshop.OpenWorkshop
		then    []workshop.Command
	}{
		"as it comes":            {mine, nil}, // its plan is the usual one: workshop.ErrAlreadyThere
		"in a French format":     {inFrench, nil},
		"planned anew":           {inFrench, []workshop.Command{workshop.PlanAgenda{Agenda: stretched(t, inFrench)}}},
		"short, without forces":  {short, nil},
		"short and planned anew": {short, []workshop.Command{workshop.PlanAgenda{Agenda: stretched(t, short)}}},
		"with a reserve":         {late, nil},
	} {
		t.Run(name, func(t *testing.T) {
			l := lobbyWith(t, c.opening, c.then...)
			before := kept(t, l)
			s, err := l.house.state(t.Context(), mine.ID)
			if err != nil {
				t.Fatal(err)
			}
			r, err := l.rehearse(t.Context(), mine.ID, 6)
			if err != nil {
				t.Fatal(err)
			}
			seat := r.Seat()
			v := seat.View()
			if diff := cmp.Diff(planOf(workshop.Share(s)), planOf(v.Shared)); diff != "" {
				t.Errorf("the rehearsal differs (-original +rehearsal):\n%s", diff)
			}
			if v.ID == mine.ID {
				t.Error("it has the workshop's own code")
			}
			if got := r.(*aside).room.State().Offset; got != s.Offset {
				t.Errorf("it is held %v east, want %v", got, s.Offset)
			}
			if err := seat.Do(t.Context(), workshop.AdjustClock{Minutes: 1}); err != nil {
				t.Error(err)
			}
			seat.Leave()
			endsWithNothing(t, r)
			if diff := cmp.Diff(before, kept(t, l)); diff != "" {
				t.Errorf("the house's own file has changed:\n%s", diff)
			}
		})
	}
}

func TestARehearsalOfTheUsualIsInTheFormatOfTheHouse(t *testing.T) {
	l := lobbyWith(t, workshop.OpenWorkshop{})
	l.house.begins = frenchFormat(t)
	id, err := l.Create(t.Context(), "Artisanat du logiciel", 0)
	if err != nil {
		t.Fatal(err)
	}
	s, err := l.house.state(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	before := kept(t, l)
	r, err := l.rehearse(t.Context(), "", 5)
	if err != nil {
		t.Fatal(err)
	}
	seat := r.Seat()
	if diff := cmp.Diff(planOf(workshop.Share(s)), planOf(seat.View().Shared)); diff != "" {
		t.Errorf("the rehearsal differs from what the lobby begins (-begun +rehearsed):\n%s", diff)
	}
	seat.Leave()
	endsWithNothing(t, r)
	if diff := cmp.Diff(before, kept(t, l)); diff != "" {
		t.Errorf("the house's own file has changed:\n%s", diff)
	}
}

func TestWhatCannotBeRehearsedIsRefused(t *testing.T) {
	o := workshop.OpenWorkshop{ID: "calm-otter", Topic: "Craft", Facilitator: "Fay"}
	start := workshop.Position{Step: workshop.StepWelcome, Phase: workshop.PhaseGather}
	l := lobbyWith(t, o, workshop.AddPerson{Person: "ada", Name: "Ada"}, workshop.Advance{From: start})
	before := kept(t, l)
	stopped, stop := context.WithCancel(t.Context())
	stop()
	for name, c := range map[string]struct {
		ctx    context.Context
		id     workshop.ID
		people int
		want   error
	}{
		"one that has begun":   {t.Context(), o.ID, 6, errHasBegun},
		"one that isn't there": {t.Context(), "no-such", 6, workshop.ErrNotOpen},
		"with too few":         {t.Context(), "", 4, rehearsal.ErrPeople},
		"with too many":        {t.Context(), "", 51, rehearsal.ErrPeople},
		"when all is over":     {stopped, "", 6, context.Canceled},
	} {
		if r, err := l.rehearse(c.ctx, c.id, c.people); r != nil || !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
	if diff := cmp.Diff(before, kept(t, l)); diff != "" {
		t.Errorf("the house's own file has changed:\n%s", diff)
	}
	if left, err := os.ReadDir(os.TempDir()); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}
