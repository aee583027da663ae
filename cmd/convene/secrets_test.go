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
	return rehearsedIn(t, seed, workshop.English)
}

// rehearsedIn is the log of a workshop in a language.
func rehearsedIn(t *testing.T, seed uint64, l workshop.Language) []workshop.Record {
	t.Helper()
	log := workshoptest.NewLog()
	time := newClock(rehearsalStart(), 0)
	opening := workshop.OpenWorkshop{ID: "brave-otter", Topic: rehearsal.Topic(l), Facilitator: "Robin", Lang: l}
	r, err := room.Create(t.Context(), log, host, opening, time.now)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	company, err := rehearsal.New(seed, rehearsal.MinPeople, l)
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

// likeTheWall compares what the log hides with what the wall has shown, after every so many records and at the end.
func likeTheWall(t *testing.T, records []workshop.Record, every int) {
	t.Helper()
	wall := make(seen)
	claims := make(map[workshop.Seq]string)
	var state workshop.State
	for i, r := range records {
		state = workshop.Evolve(state, r)
		wall.look(state)
		claims[r.Seq] = claim(state.At.Step, r)
		if i%every != 0 && i != len(records)-1 {
			continue
		}
		hidden := secrets(records[:i+1])
		for _, r := range records[:i+1] {
			switch c := claims[r.Seq]; {
			case c == "":
			case wall[c] && hidden[r.Seq]:
				t.Fatalf("record %d of %d: the wall has shown %q and the log hides it", r.Seq, i+1, c)
			case !wall[c] && !hidden[r.Seq]:
				t.Fatalf("record %d of %d: the log tells %q", r.Seq, i+1, c)
			}
		}
	}
}

func TestTheLogTellsWhatTheWallHasShownAndNothingElse(t *testing.T) {
	for seed := range uint64(3) {
		likeTheWall(t, rehearsed(t, seed), 7)
	}
}

// An answer to a proposal is told with its author where all are shown, or when it comes after that. Where it was given before,
// the log tells nothing of it, so that nobody can work out whose answer was changed.
func TestTheLogTellsAnswersWhereAllAreShown(t *testing.T) {
	fay := func(c ...workshop.Command) workshoptest.Line { return workshoptest.By(workshoptest.Fay, c...) }
	says := func(who workshop.PersonID, proposal int, reason string) workshoptest.Line {
		return workshoptest.InBooth(who, answers(proposal, reason))
	}
	propose := func(who workshop.PersonID, terms string) workshoptest.Line {
		return fay(workshop.ProposeLeader{Person: who, Terms: terms})
	}
	s := workshoptest.NewStage()
	if err := s.Play(
		workshoptest.Group("ada", "ben", "cal", "dot"), byConsent,
		propose("ben", ""), says("ada", 1, "He leaves"), says("cal", 1, ""), // another proposal takes its place
		propose("ben", "for a month"), says("ada", 2, "He leaves then"), says("ada", 2, "He leaves, I hear"), says("cal", 2, ""),
		says("dot", 2, ""), says("dot", 2, "Is that so?"), // all are shown, and one changes then
		propose("cal", ""), says("ada", 3, "Why him?"), workshoptest.InBooth("cal", workshop.DeclineNomination{}),
		propose("ben", ""), says("dot", 4, "Why?"), fay(workshop.RevealSignals{Proposal: 4}), says("cal", 4, "Not now"), // without ada's
		propose("ben", "later"), says("dot", 5, ""), // and the group goes back
		workshoptest.Back(workshop.StepLeader, workshop.PhaseShare), workshoptest.Onward(false),
		propose("ben", ""), says("ada", 6, "I object"), fay(workshop.RevealSignals{Proposal: 6}),
		propose("ben", "with a deputy"), says("dot", 7, ""), fay(workshop.RecordNoLeader{Reason: "Not yet"}, workshop.ReopenElection{Reason: "May"}),
		propose("ben", ""), says("ada", 8, "No"), says("cal", 8, ""), fay(workshop.RemovePerson{Person: "ada"}), says("dot", 8, ""),
		propose("ben", "for a week"), says("cal", 9, "No"), fay(workshop.RemovePerson{Person: "ben"}),
	); err != nil {
		t.Fatal(err)
	}
	hidden := secrets(s.Records)
	var before workshop.State
	shown := 0
	for _, r := range s.Records {
		after := workshop.Evolve(before, r)
		told := narrator{before: before, after: after, record: r, private: hidden[r.Seq]}.tell()
		switch r.Event.(type) {
		case workshop.ConsentSignalled:
			p, _ := after.Person(r.By)
			if before.Signals.Revealed != strings.HasPrefix(told, p.Name+" ") || !before.Signals.Revealed && told != "somebody answered the proposal" {
				t.Errorf("record %d is told as %q", r.Seq, told)
			}
		case workshop.SignalsRevealed:
			shown++
			want := "all answers to the proposal were shown"
			for i, a := range answersJSON(after) {
				p, _ := after.Person(a.By)
				want += map[bool]string{true: ": ", false: "; "}[i == 0] + p.Name
				want += map[bool]string{true: " objected (" + a.Reason + ")", false: " consented"}[a.Objects]
			}
			if answers := workshop.Share(after).Answers; told != want || len(answersJSON(after)) != answers.Consents+len(answers.Objections) {
				t.Errorf("record %d is told as %q, want %q; the wall shows %+v", r.Seq, told, want, answers)
			}
		}
		before = after
	}
	if shown != 4 {
		t.Errorf("all answers were shown %d times, want 4", shown)
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
		workshop.ConsentSignalled{Objects: true, Reason: secret},
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
		if authorless(want.Event, false) {
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
