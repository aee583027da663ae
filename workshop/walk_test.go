package workshop_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"convene/workshop/ballot"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

// steps is how many commands a walk sends.
const steps = 250

// walk is a random workshop.
type walk struct {
	t      *rapid.T
	stage  *Stage
	choose *chooser
	known  *secrets
	states []State // after each record, the empty one first
	acts   map[Seq]act
	may    []PersonID       // vote in the open vote: who took part when it was opened
	late   int              // ballots refused of those who came later
	stood  map[Standing]int // how often a newcomer was seen to stand there
	begun  Span             // what the ledger held when the group began
}

// act is an action on the board that can be taken back.
type act struct {
	before map[NoteID]place
	notes  []NoteID
}

func newWalk(t *rapid.T) *walk {
	w := &walk{
		t: t, stage: NewStage(), choose: &chooser{t: t, bit: rapid.Bool()}, known: newSecrets(), states: []State{{}}, acts: make(map[Seq]act),
		stood: make(map[Standing]int),
	}
	var people []PersonID
	for i := range rapid.IntRange(5, 8).Draw(t, "people") {
		people = append(people, PersonID(fmt.Sprint("p", i)))
	}
	history := []Line{Group(people...)}
	switch w.choose.number(0, 11) {
	case 6, 7: // the group goes on from what it has made of its vision a year ago
		history = []Line{Again(people...), Reach(StepVision, oneOf(w.choose, PhaseDiverge, PhaseShare, PhaseConverge))}
	case 4: // the community goes on, without a leader
		history = append(history, Reach(StepClosing, PhaseCanvas), By("p0", PlanAction{What: "Meet", Owner: "p1"}), By(Fay, CloseWorkshop{}))
	case 5: // or with one
		history = append(history, Reach(StepLeader, PhaseDiverge), By("p0", Nominate{Person: "p1", Reason: "Asks"}),
			Onward(false), By("p1", AcceptNomination{HasTime: true}), Onward(false), By(Fay, OpenVote{}),
			Cast("p0", "yes"), Cast("p2", "yes"), Cast("p3", "yes"), Counted(), Onward(false), By(Fay, CloseWorkshop{}))
	case 0, 1: // the runoff has tied
		history = append(history, Reach(StepName, PhaseDiverge), Write("p0", PromptName, "Guild", "Forge"),
			Reach(StepName, PhaseConverge), By(Fay, OpenVote{}), Cast("p0", "Guild", "Forge"),
			Cast("p1"), Cast("p2"), Counted(), By(Fay, OpenVote{}), Cast("p0", "Guild"), Cast("p1", "Forge"), Cast("p2"), Counted())
	case 2, 3:
		history = append(history, Reach(oneOf(w.choose, StepVision, StepForces, StepName, StepLeader), PhaseBrief))
	default:
	}
	if err := w.stage.Play(history...); err != nil {
		t.Fatal(err)
	}
	w.follow(0)
	w.begun = w.stage.State.Timing().Ledger(w.stage.Now).Actual
	return w
}

// follow notes what the records from an index on mean.
func (w *walk) follow(from int) {
	for _, r := range w.stage.Records[from:] {
		w.known.learn(r)
		w.watchVote(r)
		w.states = append(w.states, Evolve(w.states[len(w.states)-1], r))
	}
}

// watchVote checks, from the records alone, that only those vote who took part when the vote was opened.
func (w *walk) watchVote(r Record) {
	before := w.states[len(w.states)-1]
	switch v := r.Event.(type) {
	case VoteOpened:
		w.may = nil
		for _, p := range before.Participants() {
			w.may = append(w.may, p.ID)
		}
		if !slices.Equal(v.Electorate, w.may) {
			w.t.Fatalf("%v take part, and %v may vote", w.may, v.Electorate)
		}
	case BallotCast:
		if !slices.Contains(w.may, r.By) {
			w.t.Fatalf("%s voted; the vote was opened among %v", r.By, w.may)
		}
	case VoteClosed:
		if n := len(v.Ballots); n > len(w.may) || n > 0 && n < min(3, len(w.may)) {
			w.t.Fatalf("%d ballots of %v were counted", n, w.may)
		}
	default:
	}
}

// step sends one command, and checks everything.
func (w *walk) step() {
	w.stage.Now = w.stage.Now.Add(time.Duration(w.choose.number(0, 90)) * time.Second)
	if w.choose.chance(80) {
		w.stage.Now = w.stage.Now.Add(40 * time.Minute)
	}
	w.choose.s, w.choose.now = w.stage.State, w.stage.Now
	by, command := w.choose.command()
	e := sent(w.stage.State, by, w.stage.Now, command)
	if w.choose.chance(30) {
		e.Via = w.choose.person()
	}
	before, seen := w.stage.State, len(w.stage.Records)
	events, err := w.stage.Send(e)
	switch {
	case err != nil && len(events) > 0:
		w.t.Fatalf("%T was refused (%v) and emitted %v", command, err, events)
	case err != nil:
		if errors.Is(err, ErrNotInVote) {
			w.late++
		}
		return
	case len(events) == 0:
		w.t.Fatalf("%T was accepted and emitted nothing", command)
	}
	w.follow(seen)
	for i, v := range events {
		w.checkUndo(w.stage.Records[seen+i], before)
		checkEvent(w.t, before, w.stage.State, by, w.stage.Now, v)
	}
	checkState(w.t, w.stage)
	w.checkLedger(before)
	w.checkDoorstep()
	w.checkRedrawn()
	w.known.check(w.t, w.stage.State)
	w.undoAtOnce(by, before)
	w.fork(before)
}

// checkLedger checks that since the group began every moment is either work of some step or part of a break.
func (w *walk) checkLedger(before State) {
	s, now := w.stage.State, w.stage.Now
	if s.Started.IsZero() {
		return
	}
	l := s.Timing().Ledger(now)
	if before.Started.IsZero() {
		w.begun = l.Actual
	}
	if s.Closed() {
		now = s.Ended
	}
	if sum := l.Actual - w.begun + l.Breaks; sum != Span(now.Sub(s.Started)) {
		w.t.Fatalf("%s since the group began, of which %s are accounted for: %+v", now.Sub(s.Started), sum, l)
	}
	for _, a := range l.Blocks {
		if a.Actual < 0 {
			w.t.Fatalf("%s took %s", a.Step, a.Actual)
		}
	}
}

// fork folds something else into the state before, and throws the result away. If the two futures share memory that
// one of them writes to, the replay at the end will tell.
func (w *walk) fork(before State) {
	w.choose.s = before
	by, command := w.choose.command()
	if v := before.Vote; v.ID != 0 {
		by, command = guide(before), CloseVote{Vote: v.ID, Early: true, Ballots: make([]ballot.Ballot, len(v.Roll))}
	}
	e := sent(before, by, w.stage.Now, command)
	if events, err := Decide(before, e); err == nil {
		Replay(before, Records(before.Seq, e, events...)...)
	}
}

// checkRedrawn checks that what is drawn after another state, mostly the one before, is what would be drawn anew.
func (w *walk) checkRedrawn() {
	now := w.stage.State
	was := w.states[len(w.states)-2]
	if w.choose.chance(8) {
		was = w.states[w.choose.number(0, len(w.states)-1)]
	}
	want, got := Share(now), ShareAfter(Share(was), was, now)
	if !reflect.DeepEqual(want, got) {
		w.t.Fatalf("drawn after record %d, record %d is another one (-anew +after):\n%s", was.Seq, now.Seq, cmp.Diff(want, got, inside()))
	}
}

// checkDoorstep checks that those without a seat see the doorstep and nothing else.
func (w *walk) checkDoorstep() {
	s := w.stage.State
	shared := Share(s)
	for _, id := range append(w.choose.newcomers(), "eve") {
		want := s.Standing(id)
		if w.stood[want]++; want == Seated {
			continue
		}
		doorstep := View{
			Shared: &Shared{ID: s.ID, Topic: s.Topic, Lang: s.Lang, Ended: s.Ended, Locked: s.Door.Locked},
			Mine:   Mine{Standing: want},
		}
		if got := ViewFor(shared, s, id); !reflect.DeepEqual(got, doorstep) {
			w.t.Fatalf("%s, who is %s, sees %+v %+v", id, want, got.Shared, got.Mine)
		}
	}
}

// undoAtOnce takes an action on the board back in a world of its own: the board is as it was, to the last detail.
func (w *walk) undoAtOnce(by PersonID, before State) {
	now := w.stage.State
	if _, acted := w.acts[now.Seq]; !acted {
		return
	}
	e := sent(now, by, w.stage.Now, UndoLast{})
	events, err := Decide(now, e)
	if err != nil {
		w.t.Fatalf("an action cannot be taken back at once: %v", err)
	}
	undone := Replay(now, Records(now.Seq, e, events...)...)
	if diff := cmp.Diff(before.Notes, undone.Notes, inside()); diff != "" {
		w.t.Fatalf("the notes (-before +undone):\n%s", diff)
	}
	if diff := cmp.Diff(Share(before).Columns, Share(undone).Columns); diff != "" {
		w.t.Fatalf("the board (-before +undone):\n%s", diff)
	}
}

// checkUndo remembers actions on the board, and checks that taking one back puts its notes where they were and moves
// no other.
func (w *walk) checkUndo(r Record, before State) {
	switch v := r.Event.(type) {
	case ClusterFormed:
		w.acts[r.Seq] = act{places(before), v.Notes}
	case NotesMoved:
		w.acts[r.Seq] = act{places(before), v.Notes}
	case NotesParked:
		w.acts[r.Seq] = act{places(before), v.Notes}
	case ClusterTitled, ClusterPlaced:
		w.acts[r.Seq] = act{places(before), nil}
	case ClustersMerged:
		var moved []NoteID
		for id, p := range places(before) {
			if p.cluster == v.From {
				moved = append(moved, id)
			}
		}
		w.acts[r.Seq] = act{places(before), moved}
	case ActionUndone:
		undone, want := w.acts[v.Of], places(before)
		for _, id := range undone.notes {
			want[id] = undone.before[id]
		}
		if diff := cmp.Diff(want, places(w.stage.State), cmp.AllowUnexported(place{})); diff != "" {
			w.t.Fatalf("undoing %d (-want +got):\n%s", v.Of, diff)
		}
	default:
	}
}

// replay checks that the records, after a round trip through JSON, give every state that there ever was; and so also
// that no state was changed by what was folded into it later.
func (w *walk) replay() {
	raw, err := json.Marshal(w.stage.Records)
	if err != nil {
		w.t.Fatal(err)
	}
	var records []Record
	if err := json.Unmarshal(raw, &records); err != nil {
		w.t.Fatal(err)
	}
	if !reflect.DeepEqual(w.stage.State, w.states[len(records)]) {
		w.t.Fatal("the live state differs from the fold of its records")
	}
	var got State
	for i, r := range records {
		if got = Evolve(got, r); !reflect.DeepEqual(got, w.states[i+1]) {
			w.t.Fatalf("after %d records (-live +replayed):\n%s", i+1, cmp.Diff(w.states[i+1], got, inside()))
		}
	}
	if _, err := Retrace(got.ID, records...); err != nil {
		w.t.Fatalf("it passes for damaged: %v", err)
	}
}

func TestRandomWorkshops(t *testing.T) {
	reached, stood, late := make(map[string]int), make(map[Standing]int), 0
	// A walk that never gets anywhere checks nothing. Some kinds of events are rare, so a second and a third hundred may be needed.
	missing := func() (out []string) {
		for _, v := range Kinds() {
			if reached[v.Kind()] == 0 {
				out = append(out, "no walk had a "+v.Kind())
			}
		}
		for _, standing := range []Standing{Seated, Outside, Knocking, Turned, Removed} {
			if stood[standing] == 0 {
				out = append(out, fmt.Sprint("in no walk anybody was ", standing))
			}
		}
		if late == 0 {
			out = append(out, "in no walk a latecomer tried to vote")
		}
		return out
	}
	for range 3 {
		rapid.Check(t, func(t *rapid.T) {
			w := newWalk(t)
			for range steps {
				w.step()
			}
			w.replay()
			late += w.late
			for standing, n := range w.stood {
				stood[standing] += n
			}
			for _, r := range w.stage.Records {
				reached[r.Event.Kind()]++
			}
		})
		if len(missing()) == 0 {
			return
		}
	}
	t.Error(missing())
}
