package room_test

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"testing"
	"testing/synctest"
	"time"

	"convene/workshop"
	"convene/workshop/room"
	"convene/workshop/workshoptest"
)

var (
	errDisk = errors.New("the disk is full")
	diverge = workshop.Position{Step: workshop.StepVision, Phase: workshop.PhaseDiverge}
	wall    = workshop.Position{Step: workshop.StepVision, Phase: workshop.PhaseConverge}
)

// group is a room with a facilitator, two people at terminals of their own, and one who uses the booth.
type group struct {
	*room.Room
	t                  testing.TB
	log                *gate
	fac, ann, ben, boo *room.Seat
}

// gather seats the group and takes it to a position.
func gather(t testing.TB, at workshop.Position) *group {
	t.Helper()
	return gatherWith(t, at, time.Now)
}

func gatherWith(t testing.TB, at workshop.Position, now func() time.Time) *group {
	t.Helper()
	log := &gate{Log: workshoptest.NewLog()}
	opening := workshop.OpenWorkshop{ID: "brave-otter", Topic: "Testing", Facilitator: "Fay"}
	r, err := room.Create(t.Context(), log, "fay", opening, now)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(r.Close)
	g := &group{Room: r, t: t, log: log, fac: r.Seat("fay"), ann: r.Seat("ann"), ben: r.Seat("ben")}
	g.boo = g.fac.Booth("boo")
	g.do(g.fac, workshop.AddPerson{Person: "boo", Name: "Boo"})
	g.do(g.ann, workshop.Join{Name: "Ann"})
	g.do(g.ben, workshop.Join{Name: "Ben"})
	g.goTo(at)
	for _, s := range []*room.Seat{g.fac, g.ann, g.ben, g.boo} {
		news(s)
	}
	log.appends()
	return g
}

// goTo advances until the group is there.
func (g *group) goTo(at workshop.Position) {
	g.t.Helper()
	for g.State().At != at {
		g.do(g.fac, workshop.Advance{From: g.State().At, Despite: true})
	}
}

// do sends a command that must be carried out.
func (g *group) do(s *room.Seat, c workshop.Command) {
	g.t.Helper()
	if err := s.Do(context.Background(), c); err != nil {
		g.t.Fatalf("%T: %v", c, err)
	}
}

// send queues a command behind those sent before and returns where its answer will be.
func send(s *room.Seat, c workshop.Command) <-chan error {
	answer := make(chan error, 1)
	go func() { answer <- s.Do(context.Background(), c) }()
	synctest.Wait()
	return answer
}

// stored is everything in the log.
func (g *group) stored() []workshop.Record {
	g.t.Helper()
	records, err := g.log.Log.Load(context.Background(), g.ID(), 0)
	if err != nil {
		g.t.Fatal(err)
	}
	return records
}

// isItsLog checks that the room's state is what its log says.
func (g *group) isItsLog() {
	g.t.Helper()
	if want := workshop.Replay(workshop.State{}, g.stored()...); !reflect.DeepEqual(g.State(), want) {
		g.t.Errorf("the room has strayed from its log:\nroom %+v\nlog  %+v", g.State(), want)
	}
}

// texts are the notes in the log, in its order.
func (g *group) texts() []string {
	g.t.Helper()
	var out []string
	for _, r := range g.stored() {
		if v, ok := r.Event.(workshop.NoteWritten); ok {
			out = append(out, v.Text)
		}
	}
	return out
}

// elsewhere appends to the log behind the room's back: a person takes a seat.
func (g *group) elsewhere(person workshop.PersonID) {
	g.t.Helper()
	after := workshop.Seq(len(g.stored()))
	e := workshop.Envelope{By: "fay", At: time.Now()}
	joined := workshop.PersonAdded{Person: person, Name: string(person)}
	if err := g.log.Log.Append(context.Background(), g.ID(), after, workshop.Records(after, e, joined)...); err != nil {
		g.t.Fatal(err)
	}
}

// vision is a note for the first question.
func vision(format string, args ...any) workshop.WriteNote {
	return workshop.WriteNote{Prompt: workshop.PromptVision, Text: fmt.Sprintf(format, args...)}
}

// news takes the seat's notice, if there is one.
func news(s *room.Seat) bool {
	select {
	case <-s.Changed():
		return true
	default:
		return false
	}
}

// printed is everything that a view holds.
func printed(v workshop.View) string {
	shared, forces, time := *v.Shared, v.Canvas.Forces, v.Canvas.Time
	shared.Canvas.Forces, shared.Canvas.Time = nil, nil // they would be printed as addresses
	return fmt.Sprintf("%+v %+v %+v %+v", shared, v.Mine, forces, time)
}
