package room_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"convene/workshop"
	"convene/workshop/room"
)

// checking is a group whose workshop is finished, with a health check of one card open. There are people in the booth beside
// Boo.
func checking(t testing.TB) *group {
	t.Helper()
	g := gather(t, diverge)
	for _, p := range []workshop.PersonID{"cyd", "dee", "eli"} {
		g.do(g.fac, workshop.AddPerson{Person: p, Name: string(p)})
	}
	for g.State().At.Phase != workshop.PhaseCanvas {
		if at := g.State().At; at.Step == workshop.StepLeader && at.Phase == workshop.PhaseConverge {
			g.do(g.fac, workshop.RecordNoLeader{Reason: "Nobody has time"})
		}
		g.do(g.fac, workshop.Advance{From: g.State().At, Despite: true})
	}
	g.do(g.fac, workshop.CloseWorkshop{})
	g.do(g.fac, workshop.OpenCheck{Cards: []workshop.HealthCard{{ID: "fun", About: "Fun", Red: "None", Green: "A lot"}}})
	g.log.appends()
	return g
}

// says is what somebody answers to the card; the sentence names them.
func says(who string, c workshop.Colour) workshop.GiveAnswers {
	sheet := workshop.Sheet{{Card: "fun", Colour: c, Sentence: "canary of " + who}}
	return workshop.GiveAnswers{Check: 1, Sheet: sheet, Lock: workshop.LockOf([]byte(who))}
}

// saysNow puts other answers in the place of those to which the receipt belongs.
func saysNow(was, now string, c workshop.Colour) workshop.ChangeAnswers {
	return workshop.ChangeAnswers{
		Check: 1, Sheet: workshop.Sheet{{Card: "fun", Colour: c}}, Was: []byte(was), Lock: workshop.LockOf([]byte(now)),
	}
}

// others are those in the booth.
func (g *group) others() []*room.Seat {
	return []*room.Seat{g.boo, g.fac.Booth("cyd"), g.fac.Booth("dee"), g.fac.Booth("eli")}
}

func TestWhatIsAnsweredInTheSameBatchIsCounted(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := checking(t)
		for i, s := range g.others() {
			g.do(s, says(fmt.Sprint("b", i), workshop.Green))
		}
		release := g.log.hold()
		answers := []<-chan error{
			send(g.ann, says("ann", workshop.Red)),
			send(g.ben, says("ben", workshop.Red)),
			send(g.ann, saysNow("ann", "ann again", workshop.Yellow)),
			send(g.ann, saysNow("ann again", "ann once more", workshop.Green)),
			send(g.fac, workshop.CloseCheck{Check: 1, Sheets: []workshop.Sheet{{{Card: "fun", Colour: workshop.Red}}}}),
		}
		late := send(g.ben, saysNow("ben", "ben again", workshop.Green))
		release()
		for i, answer := range answers {
			if err := <-answer; err != nil {
				t.Fatalf("sender %d: %v", i, err)
			}
		}
		if err := <-late; !errors.Is(err, workshop.ErrNoCheck) {
			t.Errorf("who comes too late is told %v", err)
		}
		got := g.State().Checks[0].Spread[0]
		if got.Answered != 6 || got.Red != 1 || got.Green != 5 || len(got.Sentences) != 5 {
			t.Errorf("counted %+v", got)
		}
		if box, err := g.log.Sheets(t.Context(), g.ID()); err != nil || len(box) > 0 {
			t.Errorf("in the box are %v, %v", box, err)
		}
		g.isItsLog()
	})
}

func TestOnlyWhoHasTheReceiptChangesAnswers(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := checking(t)
		g.do(g.ann, says("ann", workshop.Red))
		g.do(g.ben, says("ben", workshop.Red))
		forged := saysNow("nobody", "new", workshop.Green)
		forged.Found = true
		if err := g.ben.Do(t.Context(), forged); !errors.Is(err, workshop.ErrReceipt) {
			t.Errorf("without a receipt: %v", err)
		}
		box, err := g.log.Sheets(t.Context(), g.ID())
		if err != nil {
			t.Fatal(err)
		}
		if err := g.ben.Do(t.Context(), saysNow(string(box[0].Lock), "new", workshop.Green)); !errors.Is(err, workshop.ErrReceipt) {
			t.Errorf("with a lock: %v", err)
		}
		g.do(g.ben, saysNow("ben", "new", workshop.Green))
		after, err := g.log.Sheets(t.Context(), g.ID())
		if err != nil {
			t.Fatal(err)
		}
		want := workshop.SortedSheets([]workshop.LockedSheet{
			{Lock: workshop.LockOf([]byte("ann")), Sheet: says("ann", workshop.Red).Sheet},
			{Lock: workshop.LockOf([]byte("new")), Sheet: workshop.Sheet{{Card: "fun", Colour: workshop.Green}}},
		})
		if diff := cmp.Diff(want, after); diff != "" {
			t.Errorf("the box (-want +got):\n%s", diff)
		}
	})
}

func TestAChangeThatIsNotSavedChangesNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := checking(t)
		g.do(g.ann, says("ann", workshop.Red))
		g.log.next(outcome{err: errDisk})
		if err := g.ann.Do(t.Context(), saysNow("ann", "new", workshop.Green)); !errors.Is(err, room.ErrNotSaved) {
			t.Errorf("got %v", err)
		}
		g.do(g.ann, saysNow("ann", "new", workshop.Green))
	})
}

// A backup leaves the answers out, and a file that was tampered with may have lost some.
func TestACheckWhoseBoxDoesNotMatchTheRollCanOnlyBeAbandoned(t *testing.T) {
	for _, left := range []int{0, 1} {
		g := checking(t)
		g.do(g.ann, says("ann", workshop.Red))
		g.do(g.ben, says("ben", workshop.Red))
		g.Close()
		r, err := room.Open(t.Context(), emptied{g.log, left}, "brave-otter", time.Now)
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		fac, ann, boo := r.Seat("fay"), r.Seat("ann"), r.Seat("fay").Booth("boo")
		for name, err := range map[string]error{
			"answering": boo.Do(t.Context(), says("boo", workshop.Red)),
			"changing":  ann.Do(t.Context(), saysNow("ann", "new", workshop.Red)),
			"closing":   fac.Do(t.Context(), workshop.CloseCheck{Check: 1}),
		} {
			if !errors.Is(err, workshop.ErrBox) {
				t.Errorf("%s: got %v", name, err)
			}
		}
		for _, c := range []workshop.Command{
			workshop.AbandonCheck{Check: 1},
			workshop.OpenCheck{Cards: []workshop.HealthCard{{ID: "fun", About: "Fun", Red: "None", Green: "A lot"}}},
		} {
			if err := fac.Do(t.Context(), c); err != nil {
				t.Fatalf("%T: %v", c, err)
			}
		}
		anew := says("boo", workshop.Red)
		anew.Check = 2
		if err := boo.Do(t.Context(), anew); err != nil {
			t.Errorf("the next check: %v", err)
		}
	}
}

// emptied is a log whose box of answers has lost all but so many, as long as the first check is open.
type emptied struct {
	*gate
	left int
}

func (e emptied) Sheets(ctx context.Context, id workshop.ID) ([]workshop.LockedSheet, error) {
	box, err := e.gate.Sheets(ctx, id)
	return box[:min(e.left, len(box))], err
}

// Neither the room, nor its log, nor anybody's view has an answer before the check is closed, and then without a name.
func TestTheRoomKeepsNoAnswer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := checking(t)
		g.do(g.ann, says("ann", workshop.Red))
		for i, s := range g.others() {
			g.do(s, says(fmt.Sprint("b", i), workshop.Green))
		}
		g.do(g.ann, saysNow("ann", "new", workshop.Yellow))
		g.isItsLog()
		for _, r := range g.stored() {
			switch v := r.Event.(type) {
			case workshop.AnswersGiven:
				if v.Sheet != nil || v.Lock != nil {
					t.Error("the log names somebody with their answers")
				}
			case workshop.AnswersChanged:
				if v.Sheet != nil || v.Lock != nil || v.Was != nil {
					t.Error("the log names somebody with their answers")
				}
			default:
			}
		}
		seats := append(g.others(), g.fac, g.ann, g.ben, g.Seat(""), g.Seat("eve"))
		for _, s := range seats {
			if v := s.View(); strings.Contains(printed(v), "canary") || v.Community != nil && strings.Contains(fmt.Sprintf("%+v", *v.Community), "canary") {
				t.Errorf("%s sees what was answered", v.Me)
			}
		}
		g.do(g.fac, workshop.CloseCheck{Check: 1})
		for _, s := range seats {
			if v := s.View(); v.Community != nil && strings.Contains(fmt.Sprintf("%+v", *v.Community), "canary") {
				t.Errorf("%s sees what was answered before the card is turned over", v.Me)
			}
		}
		g.do(g.fac, workshop.TurnCard{Check: 1, Turned: 1})
		if v := g.ben.View(); len(v.Community.Checks[0].Spread[0].Sentences) != 4 {
			t.Errorf("to be seen are %+v", v.Community.Checks[0].Spread)
		}
	})
}
