package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"convene/workshop"
	"convene/workshop/ballot"
	"convene/workshop/rehearsal"
	"convene/workshop/room"
	"convene/workshop/workshoptest"
)

// rehearsed is the log of a workshop with all kinds of things in it.
func rehearsed(t *testing.T, seed uint64) []workshop.Record {
	t.Helper()
	log := workshoptest.NewLog()
	time := &clock{time: rehearsalStart()}
	opening := workshop.OpenWorkshop{ID: "brave-otter", Topic: "Software Craft", Facilitator: "Robin"}
	r, err := room.Create(t.Context(), log, host, opening, time.now)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	company, err := rehearsal.New(seed, rehearsal.MinPeople)
	if err != nil {
		t.Fatal(err)
	}
	if err := company.Play(t.Context(), stage{r}, passing(t.Context(), time), func(string) {}); err != nil {
		t.Fatal(err)
	}
	records, err := log.Load(t.Context(), "brave-otter", 0)
	if err != nil {
		t.Fatal(err)
	}
	return records
}

func passing(ctx context.Context, c *clock) func(time.Duration) error {
	return func(d time.Duration) error { return c.pass(ctx, d) }
}

// seen is everything that the wall has shown in some state so far: the notes with their numbers, the reasons with whom
// they are about, the hands with whose they are.
type seen map[string]bool

func (s seen) look(state workshop.State) {
	v := workshop.Share(state)
	for _, c := range v.Columns {
		cards := append(append([]workshop.Card{}, c.Lone...), c.Parked...)
		for _, p := range c.Clusters {
			cards = append(cards, p.Notes...)
		}
		for _, card := range cards {
			s[fmt.Sprint("note ", card.ID, card.Text)] = true
		}
	}
	for _, n := range v.Nominees {
		for _, reason := range n.Reasons {
			s[fmt.Sprint("reason ", n.ID, reason)] = true
		}
	}
	for _, p := range v.People {
		if p.Showed && v.HandsShown {
			s[fmt.Sprint("hand ", state.At.Step, p.ID, p.Hand.Level, p.Hand.Concern)] = true
		}
	}
}

// claim is what a record of a step tells that could be private; empty for all others.
func claim(step workshop.Step, r workshop.Record) string {
	switch v := r.Event.(type) {
	case workshop.NoteWritten:
		return fmt.Sprint("note ", v.Note, v.Text)
	case workshop.NoteReworded:
		return fmt.Sprint("note ", v.Note, v.Text)
	case workshop.Nominated:
		return fmt.Sprint("reason ", v.Person, v.Reason)
	case workshop.HandShown:
		return fmt.Sprint("hand ", step, r.By, v.Level, v.Concern)
	default:
		return ""
	}
}

func TestTheLogTellsWhatTheWallHasShownAndNothingElse(t *testing.T) {
	for seed := range uint64(3) {
		records := rehearsed(t, seed)
		wall := make(seen)
		claims := make(map[workshop.Seq]string)
		var state workshop.State
		for i, r := range records {
			state = workshop.Evolve(state, r)
			wall.look(state)
			claims[r.Seq] = claim(state.At.Step, r)
			if i%7 != 0 && i != len(records)-1 {
				continue
			}
			hidden := secrets(records[:i+1])
			for _, r := range records[:i+1] {
				switch c := claims[r.Seq]; {
				case c == "":
				case wall[c] && hidden[r.Seq]:
					t.Fatalf("seed %d, record %d of %d: the wall has shown %q and the log hides it", seed, r.Seq, i+1, c)
				case !wall[c] && !hidden[r.Seq]:
					t.Fatalf("seed %d, record %d of %d: the log tells %q", seed, r.Seq, i+1, c)
				}
			}
		}
	}
}

func TestHiddenRecordsTellNothing(t *testing.T) {
	const secret = "SECRET"
	for _, v := range []workshop.Event{
		workshop.NoteWritten{Note: 1, Prompt: workshop.PromptHow, Text: secret},
		workshop.NoteReworded{Note: 1, Text: secret},
		workshop.Nominated{Person: secret, Reason: secret},
		workshop.NominationWithdrawn{Person: secret},
		workshop.HandShown{Level: 2, Concern: secret},
	} {
		told := narrator{record: workshop.Record{Seq: 1, By: "ana", Event: v}, private: true}.tell()
		if strings.Contains(told, secret) || told == v.Kind() {
			t.Errorf("%s is told as %q", v.Kind(), told)
		}
	}
}

func TestEveryKindIsToldInPlainWords(t *testing.T) {
	for _, v := range workshop.Kinds() {
		told := narrator{record: workshop.Record{Seq: 1, By: "ana", Event: v}}.tell()
		if told == "" || told == v.Kind() {
			t.Errorf("%s is told as %q", v.Kind(), told)
		}
	}
}

func TestTheLogAsJSONIsTheRecordsWhereNothingIsSecret(t *testing.T) {
	records := rehearsed(t, 5)
	var out bytes.Buffer
	if err := writeLogJSON(&out, records); err != nil {
		t.Fatal(err)
	}
	lots := lotted(records)
	hidden := secrets(records)
	lines := bufio.NewScanner(&out)
	lines.Buffer(nil, 1<<20)
	for _, want := range records {
		if !lines.Scan() {
			t.Fatal("the log is too short")
		}
		var line loggedJSON
		if err := json.Unmarshal(lines.Bytes(), &line); err != nil {
			t.Fatal(err)
		}
		if line.Seq != want.Seq || line.Kind != want.Event.Kind() || line.Private != hidden[want.Seq] {
			t.Errorf("record %d is told as %s", want.Seq, lines.Text())
		}
		v, closed := want.Event.(workshop.VoteClosed)
		if line.Private || closed && !lots[v.Vote] {
			continue
		}
		var got workshop.Record
		if err := json.Unmarshal(lines.Bytes(), &got); err != nil {
			t.Fatal(err)
		}
		if authorless(want.Event) {
			if got.By != "" || got.Via != "" {
				t.Errorf("record %d tells its author: %s", want.Seq, lines.Text())
			}
			want.By, want.Via = "", ""
		}
		if a, b := fmt.Sprintf("%+v", got), fmt.Sprintf("%+v", want); a != b {
			t.Errorf("got  %s\nwant %s", a, b)
		}
	}
	if lines.Scan() {
		t.Error("the log is too long")
	}
}

func TestWhatWasNeverShownStaysHidden(t *testing.T) {
	fay, reach, booth := workshoptest.Fay, workshoptest.Reach, workshoptest.InBooth
	reveal := workshoptest.By(fay, workshop.RevealHands{})
	gone := workshoptest.By(fay, workshop.RemovePerson{Person: "cleo"})
	dan := workshoptest.By("dan", workshop.Join{Name: "Dan"})
	guides := workshoptest.By(fay, workshop.AppointFacilitator{Person: "dan"})
	grace := workshoptest.Wait(time.Duration(workshop.Grace) - time.Second)
	for _, c := range []struct {
		name  string
		scene []workshoptest.Line
		kind  string
		want  int // of this kind, hidden
	}{
		{"hands that the group went back from before they were shown", []workshoptest.Line{
			reach(workshop.StepVision, workshop.PhaseAlign), booth("cleo", workshop.ShowHand{Level: 4}),
			workshoptest.Back(workshop.StepVision, workshop.PhaseConverge),
			reach(workshop.StepVision, workshop.PhaseAlign), booth("ana", workshop.ShowHand{Level: 3}), reveal,
		}, "hand-shown", 1},
		{"the hand of somebody who left before all were shown", []workshoptest.Line{
			reach(workshop.StepVision, workshop.PhaseAlign), booth("cleo", workshop.ShowHand{Level: 4}),
			booth("ana", workshop.ShowHand{Level: 3}), gone, reveal,
		}, "hand-shown", 1},
		{"the hand of somebody who left afterwards", []workshoptest.Line{
			reach(workshop.StepVision, workshop.PhaseAlign), booth("cleo", workshop.ShowHand{Level: 4}), reveal, gone,
		}, "hand-shown", 0},
		{"the nomination of somebody who left before the reveal", []workshoptest.Line{
			reach(workshop.StepLeader, workshop.PhaseDiverge), booth("ana", workshop.Nominate{Person: "cleo", Reason: "Why not"}),
			booth("ana", workshop.Nominate{Person: "ben", Reason: "Why not"}), gone,
			reach(workshop.StepLeader, workshop.PhaseShare),
		}, "nominated", 1},
		{"the hand of somebody who became a facilitator before all were shown", []workshoptest.Line{
			dan, reach(workshop.StepVision, workshop.PhaseAlign), workshoptest.By("dan", workshop.ShowHand{Level: 4}),
			booth("ana", workshop.ShowHand{Level: 3}), guides, reveal,
		}, "hand-shown", 1},
		{"the nomination of somebody who became a facilitator before the reveal", []workshoptest.Line{
			dan, reach(workshop.StepLeader, workshop.PhaseDiverge),
			booth("ana", workshop.Nominate{Person: "dan", Reason: "Why not"}), guides,
			reach(workshop.StepLeader, workshop.PhaseShare),
		}, "nominated", 1},
		{"the notes of somebody who left before the reveal, which stay on the wall", []workshoptest.Line{
			reach(workshop.StepVision, workshop.PhaseDiverge),
			booth("cleo", workshop.WriteNote{Prompt: workshop.PromptVision, Text: "Stay"}), gone,
			reach(workshop.StepVision, workshop.PhaseShare),
		}, "note-written", 0},
		{"a note whose author was in mid-sentence at the reveal, and got it to the wall", []workshoptest.Line{
			reach(workshop.StepVision, workshop.PhaseShare), grace,
			booth("ana", workshop.WriteNote{Prompt: workshop.PromptVision, Text: "Late"}),
		}, "note-written", 0},
		{"a note that was written after the group went back from there", []workshoptest.Line{
			reach(workshop.StepVision, workshop.PhaseShare),
			booth("ana", workshop.WriteNote{Prompt: workshop.PromptVision, Text: "Late"}),
			workshoptest.Back(workshop.StepVision, workshop.PhaseDiverge),
			booth("ana", workshop.WriteNote{Prompt: workshop.PromptVision, Text: "Later"}),
		}, "note-written", 1},
		{"a nomination whose author was in mid-sentence at the reveal, and got it to the wall", []workshoptest.Line{
			reach(workshop.StepLeader, workshop.PhaseShare), grace,
			booth("ana", workshop.Nominate{Person: "ben", Reason: "Why not"}),
		}, "nominated", 0},
	} {
		s := workshoptest.NewStage()
		if err := s.Play(append([]workshoptest.Line{workshoptest.Group("ana", "ben", "cleo")}, c.scene...)...); err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		got, hidden := 0, secrets(s.Records)
		for _, r := range s.Records {
			if r.Event.Kind() == c.kind && hidden[r.Seq] {
				got++
			}
		}
		if got != c.want {
			t.Errorf("%s: %d are hidden, want %d", c.name, got, c.want)
		}
	}
}

func TestBallotsAreToldOnlyToCheckALot(t *testing.T) {
	records := []workshop.Record{
		{Seq: 1, Event: workshop.VoteClosed{Vote: 1, Ballots: []ballot.Ballot{{{Option: "n1", Weight: 1}}}}},
		{Seq: 2, Event: workshop.VoteClosed{Vote: 2, Ballots: []ballot.Ballot{{{Option: "n2", Weight: 1}}}}},
		{Seq: 3, Event: workshop.LotDrawn{Vote: 2, Nonce: []byte("sixteen bytes ..")}},
	}
	var out strings.Builder
	if err := writeLogJSON(&out, records); err != nil {
		t.Fatal(err)
	}
	if told := out.String(); strings.Contains(told, `"option":"n1"`) || !strings.Contains(told, `"option":"n2"`) {
		t.Error(told)
	}
}
