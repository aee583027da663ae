package room_test

import (
	"errors"
	"reflect"
	"testing"
	"time"

	"convene/workshop"
	"convene/workshop/room"
	"convene/workshop/workshoptest"
)

func TestOpenFindsTheWorkshopAsItWasLeft(t *testing.T) {
	g := voting(t)
	g.allVote("n1")
	before := g.State()
	g.Close()
	r, err := room.Open(t.Context(), g.log, "brave-otter", time.Now)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if r.ID() != "brave-otter" || !reflect.DeepEqual(before, r.State()) {
		t.Errorf("before %+v\nafter  %+v", before, r.State())
	}
	if err := r.Seat("fay").Do(t.Context(), workshop.CloseVote{Vote: 1, Early: true}); err != nil {
		t.Error(err)
	}
}

// A file that was tampered with in the middle of a vote must not take the whole workshop with it.
func TestABoxThatDoesNotMatchTheRollCanOnlyBeAbandoned(t *testing.T) {
	g := voting(t)
	g.do(g.ann, cast("n1"))
	g.do(g.ben, cast("n1"))
	g.Close()
	g.log.lost = 1
	r, err := room.Open(t.Context(), g.log, "brave-otter", time.Now)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if err := r.Seat("fay").Do(t.Context(), workshop.CloseVote{Vote: 1, Early: true}); !errors.Is(err, workshop.ErrBox) {
		t.Errorf("closing: got %v", err)
	}
	if err := r.Seat("boo").Do(t.Context(), cast("n1")); !errors.Is(err, workshop.ErrBox) {
		t.Errorf("casting: got %v", err)
	}
	if err := r.Seat("fay").Do(t.Context(), workshop.AbandonVote{Vote: 1}); err != nil {
		t.Fatalf("abandoning: %v", err)
	}
	if err := r.Seat("fay").Do(t.Context(), workshop.OpenVote{}); err != nil {
		t.Errorf("opening it anew: %v", err)
	}
}

// Where several machines share a log, another room may have it open.
func TestABallotThatComesWhileTheRoomOpensSpoilsNothing(t *testing.T) {
	g := voting(t)
	g.do(g.ann, cast("n1"))
	g.log.meanwhile = func() { g.do(g.ben, cast("n1")) }
	r, err := room.Open(t.Context(), g.log, "brave-otter", time.Now)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if err := r.Seat("fay").Booth("boo").Do(t.Context(), cast("n2")); err != nil {
		t.Errorf("casting: %v", err)
	}
	if err := r.Seat("fay").Do(t.Context(), workshop.CloseVote{Vote: 1}); err != nil {
		t.Errorf("closing: %v", err)
	}
}

func TestOpenRefuses(t *testing.T) {
	cases := []struct {
		name  string
		id    workshop.ID
		spoil func(*gate)
		want  error
	}{
		{"what isn't there", "sly-fox", func(*gate) {}, workshop.ErrNotOpen},
		{"a log that can't be read", "brave-otter", func(l *gate) { l.loads = []error{errDisk} }, errDisk},
		{"a box that can't be read", "brave-otter", func(l *gate) { l.boxes = []error{errDisk} }, errDisk},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			g := voting(t)
			g.do(g.ann, cast("n1"))
			g.do(g.ben, cast("n1"))
			g.Close()
			c.spoil(g.log)
			if _, err := room.Open(t.Context(), g.log, c.id, time.Now); !errors.Is(err, c.want) {
				t.Errorf("got %v", err)
			}
		})
	}
}

// What was forged into a log is not shown, and takes no program down: the room shows what comes before.
func TestAForgedLogIsOnlyLookedAt(t *testing.T) {
	g := gather(t, diverge)
	g.Close()
	before := g.State()
	after := workshop.Seq(len(g.stored()))
	e := workshop.Envelope{By: "ann", At: time.Now()}
	note := workshop.NoteWritten{Note: 99, Prompt: workshop.PromptVision, Text: "forged"}
	if err := g.log.Append(t.Context(), "brave-otter", after, workshop.Records(after, e, note)...); err != nil {
		t.Fatal(err)
	}
	onlyLookedAt(t, g.log, before)
}

func TestCreateRefusesACodeThatIsTaken(t *testing.T) {
	g := gather(t, diverge)
	before := len(g.stored())
	opening := workshop.OpenWorkshop{ID: "brave-otter", Topic: "Another", Facilitator: "Eve"}
	if _, err := room.Create(t.Context(), g.log, "eve", opening, time.Now); !errors.Is(err, workshop.ErrAlreadyOpen) {
		t.Errorf("got %v", err)
	}
	if len(g.stored()) != before {
		t.Error("the first workshop was changed")
	}
	g.do(g.ann, vision("undisturbed"))
}

func TestCreateThatFailsLeavesNothing(t *testing.T) {
	good := workshop.OpenWorkshop{ID: "brave-otter", Topic: "Testing", Facilitator: "Fay"}
	bad := good
	bad.ID = "Otter"
	for _, c := range []struct {
		name    string
		opening workshop.OpenWorkshop
		outcome outcome
		want    error
	}{
		{"because the rules refuse", bad, outcome{}, workshop.ErrCode},
		{"because the disk is full", good, outcome{err: errDisk}, errDisk},
	} {
		t.Run(c.name, func(t *testing.T) {
			log := &gate{Log: workshoptest.NewLog(), outcomes: []outcome{c.outcome}}
			if _, err := room.Create(t.Context(), log, "fay", c.opening, time.Now); !errors.Is(err, c.want) {
				t.Errorf("got %v", err)
			}
			if records, err := log.Load(t.Context(), c.opening.ID, 0); err != nil || len(records) > 0 {
				t.Errorf("the log holds %v, %v", records, err)
			}
		})
	}
}

// What was appended is created: nothing that fails afterwards may say otherwise, or the code would be taken by a
// workshop that nobody was told of.
func TestCreateDependsOnNothingAfterTheAppend(t *testing.T) {
	log := &gate{Log: workshoptest.NewLog(), loads: []error{errDisk}}
	opening := workshop.OpenWorkshop{ID: "brave-otter", Topic: "Testing", Facilitator: "Fay"}
	r, err := room.Create(t.Context(), log, "fay", opening, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if p, here := r.State().Person("fay"); !here || p.Role != workshop.Facilitator {
		t.Errorf("got %+v", p)
	}
}
