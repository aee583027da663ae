package workshop_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"convene/workshop/ballot"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

// written is the log of a group that has played these lines.
func written(t testing.TB, lines ...Line) []Record {
	t.Helper()
	s := NewStage()
	if err := s.Play(lines...); err != nil {
		t.Fatal(err)
	}
	return s.Records
}

// forged is the log with events at its end that never happened.
func forged(log []Record, events ...Event) []Record {
	return append(slices.Clone(log), Records(Seq(len(log)), Envelope{By: "ada", At: Morning()}, events...)...)
}

func TestALogThatTheProgramWroteIsRecalled(t *testing.T) {
	want, records := Sample()
	for n := range len(records) + 1 {
		got, err := Recall("brave-otter", records[:n]...)
		if err != nil {
			t.Fatalf("after %d records: %v", n, err)
		}
		if n == len(records) && !reflect.DeepEqual(want, got) {
			t.Error("the sample isn't what its records say")
		}
	}
	if s, err := Recall("brave-otter"); err != nil || s.Open() {
		t.Errorf("nothing was written, and recalled is %q, %v", s.ID, err)
	}
}

// The code becomes the name of a file, and a word of a command that people copy into a shell.
func TestAWorkshopWhoseCodeIsNoWordIsDamaged(t *testing.T) {
	_, records := Sample()
	opened := records[0]
	for code, whole := range map[ID]bool{
		"brave-otter": true, "w1": true,
		"": false, "../../otter": false, "-oProxyCommand": false, "a;reboot": false, "a b": false, "a.b": false, "otter\u212a": false,
	} {
		r, v := opened, opened.Event.(WorkshopOpened)
		v.ID = code
		r.Event = v
		if _, err := Recall(code, r); (err == nil) != whole || err != nil && !errors.Is(err, ErrDamaged) {
			t.Errorf("%q: %v", code, err)
		}
	}
}

// vote is opened on one idea.
func vote(purpose Purpose, budget, perOption int) Event {
	return VoteOpened{
		Vote: 1, Purpose: purpose, Step: StepVision, Round: 1, Options: []Option{{Key: "n1", Label: "One"}},
		Rule: ballot.Rule{Budget: budget, PerOption: perOption}, Electorate: []PersonID{"ada"},
	}
}

// tallied is a count of so many dots on that idea; scored is how strong it is.
func tallied(votes int) Event {
	return VoteClosed{Vote: 1, Outcome: ballot.Result{Tally: ballot.Tally{{Option: "n1", Votes: votes, Ballots: 1}}, Cast: 1}}
}

func scored(strength int) Event {
	return VoteClosed{Vote: 1, Scores: []ballot.Score{{Option: "n1", Median: strength, Low: strength, High: strength, Given: 1}}}
}

func planned(blocks ...Block) Event { return AgendaPlanned{Agenda: blocks} }

func TestAForgedLogIsDamaged(t *testing.T) {
	writes, walls := written(t, writing("ada"), Write("ada", PromptVision, "One")), written(t, wall())
	aligns, clustered := written(t, aligning("ada", "ben")), written(t, wall(), form("ada", "Pair", 1, 2))
	life, asked := written(t, community("ada", "ben")), written(t, community("ada", "ben"), checking())
	type log struct {
		before []Record
		events []Event
	}
	logs := map[string]log{
		"a record of nothing":              {walls, []Event{nil}},
		"a seat for nobody who knocked":    {walls, []Event{PersonAdmitted{Person: "eve"}}},
		"undo with nothing done":           {walls, []Event{ActionUndone{Of: 1}}},
		"a nomination withdrawn with none": {walls, []Event{NominationWithdrawn{Person: "ada"}}},
		"a cluster of other numbers":       {walls, []Event{ClusterFormed{Cluster: 7, Prompt: PromptVision, Notes: ids(1)}}},
		"a second cluster with its number": {clustered, []Event{ClusterFormed{Cluster: 1, Prompt: PromptVision, Notes: ids(3)}}},
		"an action due on no day":          {walls, []Event{ActionPlanned{Action: 1, What: "Ask", Owner: "ada", Due: "2026-02-30"}}},
		"a hand of six fingers":            {aligns, []Event{HandShown{Level: 6}}},
		"a hand below a fist, shown":       {aligns, []Event{HandShown{Level: -1}, HandsRevealed{}}},
		"a hand below a fist":              {aligns, []Event{HandShown{Level: -1}}},
		"a place off the agenda":           {walls, []Event{PhaseEntered{Position: at("tea", PhaseAlign)}}},
		"a phase that the step hasn't":     {walls, []Event{PhaseEntered{Position: at(StepName, PhaseAlign)}}},
		"an agenda for weeks":              {walls, []Event{AgendaRepaired{Repair: Shorten, Agenda: Agenda{{Step: StepVision, Box: 1 << 62}}}}},
		"an agenda that runs backwards":    {walls, []Event{AgendaRepaired{Repair: Shorten, Agenda: Agenda{{Step: StepVision, Box: -1}}}}},
		"a step again and again":           {walls, []Event{AgendaPlanned{Agenda: slices.Repeat(Agenda{{Step: StepVision, Box: 1}}, 1000)}}},
		"a step that the format hasn't":    {walls, []Event{planned(Block{Step: StepVision, Box: 1}, Block{Step: "tea", Box: 1})}},
		"a block of no step":               {walls, []Event{planned(Block{Step: StepVision, Box: 1}, Block{Box: 1})}},
		"a step twice":                     {walls, []Event{planned(Block{Step: StepVision, Box: 1}, Block{Step: StepVision, Box: 1})}},
		"the steps in another order":       {walls, []Event{planned(Block{Step: StepMeasures, Box: 1}, Block{Step: StepVision, Box: 1})}},
		"a step after the reserve":         {walls, []Event{planned(Block{Step: StepReserve, Box: 1}, Block{Step: StepVision, Box: 1})}},
		"a break without an agenda":        {nil, []Event{BreakStarted{}, BreakEnded{}, BreakCounted{}, RepairUndone{}}},
		"an agenda without the group":      {walls, []Event{AgendaRepaired{Repair: Shorten}}},
		"a workshop opened over it":        {walls, []Event{WorkshopOpened{ID: "calm-heron"}}},
		"a vote about nothing":             {walls, []Event{VoteOpened{Vote: 1, Purpose: Dots}}},
		"a billion dots for everyone":      {walls, []Event{vote(Dots, 1e9, 1e9)}},
		"fewer dots than none":             {walls, []Event{vote(Dots, -1, 1)}},
		"a billion dots on an idea":        {walls, []Event{vote(Dots, 2, 2), tallied(1e9)}},
		"fewer dots than none on an idea":  {walls, []Event{vote(Dots, 2, 2), tallied(-1)}},
		"a force of six":                   {walls, []Event{vote(Strengths, 0, 5), scored(6)}},
		"a force of a billion":             {walls, []Event{vote(Strengths, 0, 5), scored(1e9)}},
		"a force below none":               {walls, []Event{vote(Strengths, 0, 5), scored(-1)}},
		"a count of a vote that wasn't":    {walls, []Event{tallied(1)}},
		"a check without cards":            {life, []Event{CheckOpened{Check: 1}}},
		"a check that is none":             {life, []Event{CheckOpened{Cards: []HealthCard{card("fun")}}}},
		"a check until no day":             {life, []Event{CheckOpened{Check: 1, Cards: []HealthCard{card("fun")}, Until: "soon"}}},
		"a card twice":                     {life, []Event{CheckOpened{Check: 1, Cards: []HealthCard{card("fun"), card("fun")}}}},
		"answers to no check":              {life, []Event{AnswersGiven{Check: 1}}},
		"answers to another check":         {asked, []Event{AnswersGiven{Check: 2}}},
		"answers changed of another check": {asked, []Event{AnswersChanged{Check: 2}}},
		"the count of another check":       {asked, []Event{CheckClosed{Check: 2, Spreads: []Spread{{Card: "safety"}, {Card: "fun"}}}}},
		"a count of other cards":           {asked, []Event{CheckClosed{Check: 1, Spreads: []Spread{{Card: "love"}, {Card: "fun"}}}}},
		"a count of too few cards":         {asked, []Event{CheckClosed{Check: 1, Spreads: []Spread{{Card: "safety"}}}}},
		"few answers that are told": {asked, []Event{CheckClosed{Check: 1, Took: 4, Spreads: []Spread{
			{Card: "safety", Answered: 4, Green: 4}, {Card: "fun"},
		}}}},
		"more colours than answers": {asked, []Event{CheckClosed{Check: 1, Took: 5, Spreads: []Spread{
			{Card: "safety", Answered: 5, Green: 6}, {Card: "fun"},
		}}}},
		"sentences in the order of answering": {asked, []Event{CheckClosed{Check: 1, Took: 5, Spreads: []Spread{
			{Card: "safety", Answered: 5, Green: 5, Sentences: []string{"b", "a"}}, {Card: "fun"},
		}}}},
		"a card turned of an open check": {asked, []Event{CardTurned{Check: 1, Turned: 1}}},
		"more cards turned than there are": {asked, []Event{
			CheckClosed{Check: 1, Spreads: []Spread{{Card: "safety"}, {Card: "fun"}}}, CardTurned{Check: 1, Turned: 4},
		}},
		"no check given up":         {life, []Event{CheckAbandoned{Check: 1}}},
		"a check planned on no day": {life, []Event{CheckPlanned{On: "2026-02-30"}}},
		"no action settled":         {life, []Event{ActionSettled{Action: 9, As: ActionDone}}},
		"an action burnt":           {life, []Event{ActionPlanned{Action: 1, What: "Ask"}, ActionSettled{Action: 1, As: "burnt"}}},
		"an action moved to no day": {life, []Event{ActionPlanned{Action: 1, What: "Ask"}, ActionSettled{Action: 1, As: ActionMove, Due: "soon"}}},
		"an occasion of no kind":    {life, []Event{OccasionNoted{Occasion: 1, Form: "party", On: "2026-03-02"}}},
		"an occasion on no day":     {life, []Event{OccasionNoted{Occasion: 1, Form: BookClub, On: "2026-02-30"}}},
	}
	for _, id := range []NoteID{-1, 0, 6, 64, 65, 1 << 40, -1 << 62} {
		for kind, v := range map[string]Event{
			"reworded": NoteReworded{Note: id, Text: "x"}, "withdrawn": NoteWithdrawn{Note: id},
			"moved": NotesMoved{Notes: ids(1, id)}, "parked": NotesParked{Notes: ids(id)},
			"in a cluster": ClusterFormed{Cluster: 1, Prompt: PromptVision, Notes: ids(1, id)},
		} {
			logs[fmt.Sprintf("note %d %s", id, kind)] = log{walls, []Event{v}}
		}
		logs[fmt.Sprintf("note %d written", id)] = log{writes, []Event{NoteWritten{Note: id, Prompt: PromptVision, Text: "x"}}}
	}
	for _, id := range []ClusterID{-1, 1, 64, 1 << 40} {
		for kind, v := range map[string]Event{
			"moved to": NotesMoved{Notes: ids(1), Cluster: id}, "titled": ClusterTitled{Cluster: id, Title: "x"},
			"merged": ClustersMerged{Into: id, From: id},
		} {
			logs[fmt.Sprintf("cluster %d %s", id, kind)] = log{walls, []Event{v}}
		}
		logs[fmt.Sprintf("an unseen note moved to cluster %d", id)] = log{writes, []Event{NotesMoved{Notes: ids(1), Cluster: id}}}
	}
	for name, l := range logs {
		t.Run(name, func(t *testing.T) {
			s, err := Recall("brave-otter", forged(l.before, l.events...)...)
			isDamaged(t, s, err)
		})
	}
}

// What is gone again at the end is found all the same: a replay draws every state. The error names the record.
func TestADamagedRecordIsFoundWhateverCameAfterIt(t *testing.T) {
	opens := at(StepVision, PhaseAlign)
	onward, empty := PhaseEntered{Position: at(StepMeasures, PhaseBrief)}, PhaseEntered{Position: opens}
	aligns, walls := written(t, aligning("ada", "ben")), written(t, wall())
	for name, l := range map[string]struct {
		before []Record
		bad    Event
		after  []Event
	}{
		"a hand of nine, and the next step":      {aligns, HandShown{Level: 9}, []Event{HandsRevealed{}, onward}},
		"a hand below a fist, and the next step": {aligns, HandShown{Level: -1}, []Event{onward}},
		"a hand of nine that became a five":      {aligns, HandShown{Level: 9}, []Event{HandShown{Level: 5}}},
		"a hand of nine whose owner left":        {aligns, HandShown{Level: 9}, []Event{PersonRemoved{Person: "ada"}}},
		"a note in a cluster that came later": {
			walls, NotesMoved{Notes: ids(1), Cluster: 1}, []Event{ClusterFormed{Cluster: 1, Prompt: PromptVision, Notes: ids(2, 3)}},
		},
		"a billion dots that were never given":  {walls, vote(Dots, 1e9, 1e9), []Event{VoteAbandoned{Vote: 1}}},
		"a place off the agenda that they left": {walls, PhaseEntered{Position: at("tea", PhaseAlign)}, []Event{empty}},
		"an agenda for weeks that was taken back": {
			walls, planned(Block{Step: StepVision, Box: 1 << 62}), []Event{planned(Block{Step: StepVision, Box: 1})},
		},
		"an action due on no day that was dropped": {
			walls, ActionPlanned{Action: 1, What: "Ask", Owner: "ada", Due: "2026-02-30"}, []Event{ActionDropped{Action: 1}},
		},
	} {
		t.Run(name, func(t *testing.T) {
			log := slices.Clone(l.before)
			for i, v := range append([]Event{l.bad}, l.after...) {
				log = append(log, Record{Seq: Seq(len(l.before) + i + 1), At: Morning(), By: "ada", Event: v})
			}
			s, err := Recall("brave-otter", log...)
			isDamaged(t, s, err)
			if want := fmt.Sprintf("at record %d:", len(l.before)+1); !strings.Contains(err.Error(), want) {
				t.Errorf("it doesn't say %q: %v", want, err)
			}
		})
	}
}

// isDamaged checks that nothing was recalled, and that the error says of which workshop.
func isDamaged(t rapid.TB, s State, err error) {
	t.Helper()
	if !errors.Is(err, ErrDamaged) || !strings.Contains(err.Error(), `"brave-otter"`) {
		t.Fatalf("got %v", err)
	}
	if !reflect.DeepEqual(s, State{}) {
		t.Error("half a workshop was recalled")
	}
}

func TestTheRecordsOfAnotherWorkshopAreNoWorkshop(t *testing.T) {
	other := written(t, By(Fay, OpenWorkshop{ID: "calm-heron", Topic: "Testing", Facilitator: "Fay"}), By("ada", Join{Name: "Ada"}))
	s, err := Recall("brave-otter", other...)
	isDamaged(t, s, err)
	if !strings.Contains(err.Error(), `"calm-heron"`) {
		t.Errorf("it doesn't say whose they are: %v", err)
	}
	s, err = Recall("brave-otter", written(t, Group("ada"))[1:]...)
	isDamaged(t, s, err)
}

// usable sends what a facilitator or anybody may send next, and looks at what follows: none of it may panic.
func usable(s State, people ...PersonID) {
	commands := []Command{
		Advance{From: s.At},
		Advance{From: s.At, Despite: true},
		StepBack{From: s.At},
		StartClock{},
		PauseClock{},
		AdjustClock{Minutes: 1},
		RepairAgenda{Repair: Shorten},
		RepairAgenda{Repair: SkipForces},
		UndoLast{},
		OpenVote{},
		CloseVote{Vote: s.Vote.ID, Early: true, Ballots: make([]ballot.Ballot, len(s.Vote.Roll))},
		AbandonVote{Vote: s.Vote.ID},
		CastBallot{Vote: s.Vote.ID},
		DrawLot{Nonce: make([]byte, 16)},
		RevealHands{},
		ShowHand{Level: 5},
		MergeClusters{Into: 1, From: 2},
		MoveNotes{Notes: []NoteID{1}, Cluster: 1},
		WithdrawNomination{Person: "ada"},
		AcceptNomination{HasTime: true},
		RewordNote{Note: 1, Text: "x"},
		RemovePerson{Person: "ada"},
		Join{Name: "Somebody"},
		LockDoor{Locked: !s.Door.Locked},
		AppointFacilitator{Person: "ada"},
		ReleaseFacilitator{Person: Fay},
		CloseWorkshop{},
	}
	for _, k := range s.Door.Knocks {
		commands = append(commands, AdmitPerson{Person: k.Person}, RefusePerson{Person: k.Person})
	}
	for _, who := range people {
		ViewFor(Share(s), s, who)
		for _, c := range commands {
			e := Envelope{By: who, At: Morning().Add(time.Hour), Command: c}
			if events, err := Decide(s, e); err == nil {
				Share(Replay(s, Records(s.Seq, e, events...)...))
			}
		}
	}
}

// recalled checks that a log of any kind is refused as damaged, or gives a state that everybody can go on with.
func recalled(t rapid.TB, records []Record) {
	t.Helper()
	s, err := Recall("brave-otter", records...)
	if errors.Is(err, ErrNewer) {
		return
	}
	if err != nil {
		isDamaged(t, s, err)
		return
	}
	defer func() {
		if p := recover(); p != nil {
			raw, _ := json.Marshal(records[max(0, len(records)-5):])
			t.Fatalf("recalled, and then: %v; the last records: %s", p, raw)
		}
	}()
	usable(s, Fay, "ada", "ngoc")
}

func TestAForgedWayToALeaderIsDamaged(t *testing.T) {
	s := NewStage()
	if err := s.Play(consenting("ada", "ben", "cal")); err != nil {
		t.Fatal(err)
	}
	for name, forged := range map[string]Event{
		"a proposal below one":      LeaderProposed{Proposal: -1, Person: "ada"},
		"more proposals than a day": LeaderProposed{Proposal: math.MaxInt, Person: "ada"},
		"nobody is proposed":        LeaderProposed{Proposal: 1, Person: "zoe"},
		"another method":            MethodChosen{Method: "dice"},
		"a leader who is nobody":    LeaderElected{Person: "zoe", How: ByConsent},
	} {
		last := s.Records[len(s.Records)-1]
		if _, err := Recall(s.State.ID, append(slices.Clip(s.Records), Record{Seq: last.Seq + 1, At: last.At, By: Fay, Event: forged})...); !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// reopened is a log whose workshop was opened in another way than the rules have it.
func reopened(t testing.TB, with func(*WorkshopOpened)) []Record {
	t.Helper()
	log := written(t, Group("ada"))
	opened := log[0].Event.(WorkshopOpened)
	with(&opened)
	log[0].Event = opened
	return log
}

func TestAForgedFormatIsDamaged(t *testing.T) {
	step := func(w StepWording) func(*WorkshopOpened) {
		return func(v *WorkshopOpened) { v.Wording = Wording{Steps: map[Step]StepWording{StepVision: w}} }
	}
	solo := func(at Step, s Span) func(*WorkshopOpened) {
		return func(v *WorkshopOpened) { v.Solo = map[Step]Span{at: s} }
	}
	for name, with := range map[string]func(*WorkshopOpened){
		"a thousand votes":         func(v *WorkshopOpened) { v.Votes = 1000 },
		"fewer votes than none":    func(v *WorkshopOpened) { v.Votes = -3 },
		"less than no solo time":   solo(StepVision, -5),
		"solo time of no step":     solo("nope", Minutes(3)),
		"a day of solo time":       solo(StepVision, Minutes(24*60)),
		"a colour in a title":      step(StepWording{Title: "\x1b[31mRed"}),
		"a title of two lines":     step(StepWording{Title: "Where\nto"}),
		"a title that is too long": step(StepWording{Title: strings.Repeat("x", MaxStepTitle+1)}),
		"a step without words":     step(StepWording{}),
		"words for no step":        func(v *WorkshopOpened) { v.Wording.Steps = map[Step]StepWording{"tea": {Title: "Tea"}} },
		"words for no prompt":      func(v *WorkshopOpened) { v.Wording.Prompts = map[Prompt]PromptWording{"why": {Label: "WHY"}} },
		"words for no section":     func(v *WorkshopOpened) { v.Wording.Sections = map[Section]string{"why": "Why"} },
		"a name with a space":      func(v *WorkshopOpened) { v.Wording.Name = "Retro " },
	} {
		t.Run(name, func(t *testing.T) {
			s, err := Recall("brave-otter", reopened(t, with)...)
			isDamaged(t, s, err)
		})
	}
	whole := reopened(t, func(v *WorkshopOpened) {
		v.Votes, v.Solo, v.Wording = 5, map[Step]Span{StepVision: Minutes(9)}, ownWords()
		v.Wording.Sections[SectionVision] = "Où ça ?"
	})
	if s, err := Recall("brave-otter", whole...); err != nil || s.Votes != 5 {
		t.Errorf("a format as it is opened: %d votes, %v", s.Votes, err)
	}
}

// A language that is not built in is nothing damaged: whoever restored a backup because of it would have the same again.
func TestAWorkshopInAnotherLanguageIsOfANewerConvene(t *testing.T) {
	s, err := Recall("brave-otter", reopened(t, func(v *WorkshopOpened) { v.Lang = "xx" })...)
	if !errors.Is(err, ErrNewer) || errors.Is(err, ErrDamaged) || !reflect.DeepEqual(s, State{}) {
		t.Fatalf("%+v, %v", s, err)
	}
	want := `workshop "brave-otter" is in a language that isn't known here, "xx": was it written by a newer version of convene?`
	if err.Error() != want {
		t.Errorf("it says %q, want %q", err, want)
	}
	for _, l := range append(Languages(), "") {
		if _, err := Recall("brave-otter", reopened(t, func(v *WorkshopOpened) { v.Lang = l })...); err != nil {
			t.Errorf("in %q: %v", l, err)
		}
	}
}
