package rehearsal_test

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"

	"convene/workshop"
	"convene/workshop/rehearsal"
	"convene/workshop/rehearsal/script"
	"convene/workshop/room"
	"convene/workshop/workshoptest"
)

// stage is a live room on a clock that only the play moves.
type stage struct {
	*room.Room
	log *workshoptest.Log
	now time.Time
}

func newStage(t *testing.T, skipForces bool) *stage {
	t.Helper()
	return stageOf(t, workshop.OpenWorkshop{Facilitator: "Fay", SkipForces: skipForces})
}

// stageOf is the stage of a workshop that is opened in another way.
func stageOf(t *testing.T, opening workshop.OpenWorkshop) *stage {
	t.Helper()
	opening.ID, opening.Topic = "brave-otter", "Software Craft"
	s := &stage{log: workshoptest.NewLog(), now: time.Date(2026, 1, 15, 9, 0, 0, 0, time.UTC)}
	r, err := room.Create(t.Context(), s.log, "host", opening, func() time.Time { return s.now })
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(r.Close)
	s.Room = r
	return s
}

func (s *stage) Facilitator() rehearsal.Seat             { return s.Room.Seat("host") }
func (s *stage) Seat(p workshop.PersonID) rehearsal.Seat { return s.Room.Seat(p) }
func (s *stage) pace(d time.Duration) error              { s.now = s.now.Add(d); return nil }
func (s *stage) canvas() workshop.Canvas                 { return s.State().Canvas() }
func (s *stage) records(t *testing.T) []workshop.Record  { t.Helper(); return load(t, s.log) }
func (s *stage) minutes() int                            { st := s.State(); return int(st.Ended.Sub(st.Opened).Minutes()) }

func company(t *testing.T, seed uint64, n int) *rehearsal.Company {
	t.Helper()
	return speaking(t, workshop.English, seed, n)
}

// speaking is a company that speaks a language.
func speaking(t *testing.T, l workshop.Language, seed uint64, n int) *rehearsal.Company {
	t.Helper()
	c, err := rehearsal.New(seed, n, l)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func load(t *testing.T, log *workshoptest.Log) []workshop.Record {
	t.Helper()
	rs, err := log.Load(t.Context(), "brave-otter", 0)
	if err != nil {
		t.Fatal(err)
	}
	return rs
}

func play(t *testing.T, seed uint64, people int) (*stage, []string) {
	t.Helper()
	var told []string
	s := newStage(t, false)
	err := company(t, seed, people).Play(t.Context(), s, s.pace, func(line string) { told = append(told, line) })
	if err != nil {
		t.Fatalf("seed %d with %d people: %v", seed, people, err)
	}
	return s, told
}

// outcome is how an election can end.
func outcome(l workshop.Leadership) string {
	if l.None {
		return "no leader yet"
	}
	return "by " + string(l.How)
}

func TestEveryRehearsalComesToAnEnd(t *testing.T) {
	ends := make(map[string]int)
	lots := 0
	sizes := []int{5, 6, 7, 8, 9, 5, 6, 7, 8, 12}
	large := map[uint64]int{40: 16, 80: 23, 120: 36, 160: 50}
	for seed := range uint64(200) {
		people := cmp.Or(large[seed], sizes[seed%uint64(len(sizes))])
		s, _ := play(t, seed, people)
		state := s.State()
		at := fmt.Sprintf("seed %d with %d people", seed, people)
		switch {
		case !state.Closed():
			t.Errorf("%s: not closed", at)
		case state.Name.Chosen == "":
			t.Errorf("%s: no name", at)
		case state.Name.How == workshop.ByVote:
			t.Errorf("%s: the name did not tie first", at)
		case !state.Leadership.Decided():
			t.Errorf("%s: neither a leader nor the record that there is none", at)
		case len(state.Actions) < 2 || len(state.Actions) > 3:
			t.Errorf("%s: planned are %+v", at, state.Actions)
		case slices.ContainsFunc(state.Actions, func(a workshop.Action) bool { return a.Due < "2026-01-22" || a.Owner == "" || a.By == "" }):
			t.Errorf("%s: not each with an owner and a day: %+v", at, state.Actions)
		case len(state.Participants()) != people:
			t.Errorf("%s: %d took part", at, len(state.Participants()))
		}
		ends[outcome(state.Leadership)]++
		if state.Name.How == workshop.ByLot {
			lots++
		}
	}
	for _, end := range []string{"by vote", "by runoff", "no leader yet"} {
		if ends[end] == 0 {
			t.Errorf("no election ends %s; they end %v", end, ends)
		}
	}
	if lots == 0 {
		t.Error("no name is drawn by lot")
	}
}

// withoutSeals are the records but for the seals, which are the room's chance and no seed's.
func withoutSeals(records []workshop.Record) []workshop.Record {
	for i, r := range records {
		if v, ok := r.Event.(workshop.VoteOpened); ok {
			v.Seal = nil
			records[i].Event = v
		}
	}
	return records
}

// The seed is one with which nothing comes down to a lot.
func TestSameSeedSameLog(t *testing.T) {
	one, told := play(t, 7, 9)
	two, toldAgain := play(t, 7, 9)
	if diff := gocmp.Diff(withoutSeals(one.records(t)), withoutSeals(two.records(t))); diff != "" {
		t.Error(diff)
	}
	if diff := gocmp.Diff(told, toldAgain); diff != "" {
		t.Error(diff)
	}
	other, _ := play(t, 8, 9)
	if reflect.DeepEqual(one.canvas(), other.canvas()) {
		t.Error("another seed gives the same canvas")
	}
}

func TestNearlyEverythingHappens(t *testing.T) {
	// Five people write too few notes to form a cluster twice.
	for _, people := range []int{12, 50} {
		s, _ := play(t, 3, people)
		happened := make(map[string]bool)
		for _, r := range s.records(t) {
			happened[r.Event.Kind()] = true
		}
		// What a company does not do, because it has booths, latecomers and changes of the plan for it in no script; and
		// because it has one facilitator and is complete from the start, so that nobody comes to its door; it elects by ballot.
		for _, kind := range []string{
			"facilitator-joined", "door-locked", "person-knocked", "person-admitted", "person-refused",
			"facilitator-appointed", "facilitator-released",
			"clock-started", "clock-paused", "agenda-repaired", "person-added", "person-removed", "vote-abandoned",
			"lot-drawn", "no-leader-recorded", "leader-elected", "election-reopened",
			"action-dropped", "cluster-placed", "pen-handed", "pen-laid", "notes-kept-apart",
			"agenda-planned", "repair-undone", "break-started", "break-ended", "break-counted", "work-counted",
			"method-chosen", "nomination-changed", "leader-proposed", "consent-signalled", "signals-revealed",
			// It goes home when its workshop is finished.
			"check-opened", "answers-given", "answers-changed", "check-closed", "check-abandoned", "card-turned", "check-planned",
			"action-settled", "occasion-noted", "occasion-struck", "sponsor-named", "time-granted",
			"standing-hung", // it has no canvas to go on from
		} {
			happened[kind] = true
		}
		for _, e := range workshop.Kinds() {
			if !happened[e.Kind()] {
				t.Errorf("%d people: no %s", people, e.Kind())
			}
		}
	}
}

func TestTheWallSaysOneThing(t *testing.T) {
	for _, people := range []int{5, 12, 50} {
		s, _ := play(t, 11, people)
		for _, b := range s.canvas().Sections {
			clusters := 0
			for _, e := range b.Entries {
				if len(e.Notes) > 0 {
					clusters++
				}
			}
			if clusters < 3 || clusters > 10 {
				t.Errorf("%d people: %s has %d clusters", people, b.Section, clusters)
			}
		}
		if s.canvas().Forces == nil || s.canvas().Forces.SlowDown[0].Strength == 0 {
			t.Errorf("%d people: the forces are not weighed", people)
		}
	}
}

// What people do follows from the seed alone: in another language they do the same, in other words.
func TestACompanyDoesTheSameInEveryLanguage(t *testing.T) {
	kinds := make(map[workshop.Language][]string)
	said := make(map[workshop.Language]map[string]bool)
	for _, l := range workshop.Languages() {
		s := stageOf(t, workshop.OpenWorkshop{Facilitator: "Fay", Lang: l})
		var told []string
		tell := func(line string) { told = append(told, line) }
		if err := speaking(t, l, 7, 9).Play(t.Context(), s, s.pace, tell); err != nil {
			t.Fatal(err)
		}
		said[l] = make(map[string]bool)
		for _, line := range told {
			said[l][line] = true
		}
		for _, r := range s.records(t) {
			kinds[l] = append(kinds[l], r.Event.Kind())
			switch v := r.Event.(type) {
			case workshop.NoteWritten:
				said[l][v.Text] = true
			case workshop.Nominated:
				said[l][v.Reason] = true
			case workshop.StatementWritten:
				said[l][v.Text] = true
			case workshop.ActionPlanned:
				said[l][v.What] = true
			case workshop.ClusterTitled:
				said[l][v.Title] = true
			case workshop.HandShown:
				said[l][v.Concern] = v.Concern != ""
			default:
			}
		}
	}
	if diff := gocmp.Diff(kinds[workshop.English], kinds[workshop.French]); diff != "" {
		t.Errorf("they do other things (-en +fr):\n%s", diff)
	}
	for sentence, really := range said[workshop.French] {
		if really && said[workshop.English][sentence] {
			t.Errorf("%q is said in both languages", sentence)
		}
	}
	if len(said[workshop.French]) < 150 {
		t.Errorf("only %d sentences are said", len(said[workshop.French]))
	}
}

// A wall that says everything three times is none that anybody wants to cluster.
func TestFewNotesSayTheSame(t *testing.T) {
	for people, most := range map[int]int{5: 5, 12: 10, 20: 30} { // of a hundred notes
		s, _ := play(t, 1, people)
		words := script.In(workshop.English)
		first := make(map[string]string) // the idea behind every way in which it can be told
		for _, themes := range words.Themes {
			for _, th := range themes {
				for _, idea := range th.Ideas {
					for n := range 20 {
						first[words.Retell(idea, n)] = idea
					}
				}
			}
		}
		notes, again, had := 0, 0, make(map[string]bool)
		for _, r := range s.records(t) {
			v, ok := r.Event.(workshop.NoteWritten)
			idea := first[v.Text]
			if !ok || idea == "" {
				continue
			}
			if notes++; had[idea] {
				again++
			}
			had[idea] = true
		}
		if notes < 12*people || again == 0 && people > 5 || again*100 > most*notes {
			t.Errorf("%d people: of %d notes %d say again what others have said", people, notes, again)
		}
	}
}

func TestAConcernIsHeardAndTakenUp(t *testing.T) {
	s, told := play(t, 5, 12)
	low := 0
	for _, r := range s.records(t) {
		if h, ok := r.Event.(workshop.HandShown); ok && h.Level < workshop.Support {
			low++
		}
	}
	if low != 1 {
		t.Errorf("%d concerns, want 1", low)
	}
	for step, settled := range s.State().Settled {
		if len(settled.Concerns) > 0 || settled.Missing > 0 {
			t.Errorf("%s was settled with %v", step, settled)
		}
	}
	if !strings.Contains(strings.Join(told, "\n"), "is heard") {
		t.Error("nobody tells that a concern was heard")
	}
}

func TestItTakesAboutAsLongAsPlanned(t *testing.T) {
	for _, people := range []int{5, 12, 50} {
		s, _ := play(t, 2, people)
		if m := s.minutes(); m < 90 || m > 150 {
			t.Errorf("%d people take %d minutes", people, m)
		}
	}
}

func TestForcesMayBeLeftOut(t *testing.T) {
	s := newStage(t, true)
	if err := company(t, 1, 6).Play(t.Context(), s, s.pace, func(string) {}); err != nil {
		t.Fatal(err)
	}
	if s.canvas().Forces != nil {
		t.Error("there is a force field")
	}
}

func TestPaceCanEndThePlay(t *testing.T) {
	s := newStage(t, false)
	stop := errors.New("time is up")
	beats := 0
	err := company(t, 1, 6).Play(t.Context(), s, func(time.Duration) error {
		if beats++; beats == 40 {
			return stop
		}
		return nil
	}, func(string) {})
	if !errors.Is(err, stop) {
		t.Errorf("got %v", err)
	}
	if s.State().Closed() {
		t.Error("the workshop was closed all the same")
	}
}

func TestACancelledContextEndsThePlay(t *testing.T) {
	s := newStage(t, false)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	err := company(t, 1, 6).Play(ctx, s, s.pace, func(string) {})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestACompanyIsNeitherTooSmallNorTooLarge(t *testing.T) {
	for people, want := range map[int]error{
		-1: rehearsal.ErrPeople, 0: rehearsal.ErrPeople, 4: rehearsal.ErrPeople, 5: nil, 50: nil, 51: rehearsal.ErrPeople,
	} {
		if _, err := rehearsal.New(1, people, workshop.English); !errors.Is(err, want) {
			t.Errorf("%d people: %v, want %v", people, err, want)
		}
	}
}

func TestNoBallotIsInTheLog(t *testing.T) {
	s, _ := play(t, 4, 7)
	for _, r := range s.records(t) {
		if r.Event.Kind() != "ballot-cast" {
			continue
		}
		raw, err := json.Marshal(r.Event)
		if err != nil || strings.Contains(string(raw), "option") {
			t.Errorf("%s %v", raw, err)
		}
	}
}
