package workshop_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	. "convene/workshop"
	"convene/workshop/text"
	. "convene/workshop/workshoptest"
)

// limit is one row of the table in the package comment, and the proof of it.
type limit struct {
	most     int
	what     string
	constant string
	refusal  error
	sentinel string // what the refusal is called

	given, at Line     // at goes up to the limit, and is accepted
	by        PersonID // who goes beyond
	over      Command  // and is refused
}

// long is a text of so many letters, each of two bytes.
func long(letters int) string { return strings.Repeat("é", letters) }

// times plays something so many times.
func times(n int, do func(i int) Line) Line {
	return func(s *Stage) error {
		for i := range n {
			if err := s.Play(do(i)); err != nil {
				return err
			}
		}
		return nil
	}
}

func lines(all ...Line) Line { return func(s *Stage) error { return s.Play(all...) } }

// limitsOfSize are those of one thing: it fits, or it is one more than that.
func limitsOfSize() []limit {
	opens := func(topic string, minutes int) Command {
		return OpenWorkshop{ID: "brave-otter", Topic: topic, Facilitator: "Fay", Minutes: minutes}
	}
	size := func(
		most int, what, constant string, refusal error, sentinel string, given Line, by PersonID, c func(n int) Command,
	) limit {
		return limit{most, what, constant, refusal, sentinel, given, By(by, c(most)), by, c(most + 1)}
	}
	naming := lines(Group("ada"), Reach(StepName, PhaseDiverge))
	names := lines(naming, Write("ada", PromptName, "Guild", "Forge"), Reach(StepName, PhaseConverge))
	return []limit{
		size(text.MaxNameCells, "cells in a person's name", "text.MaxNameCells", text.ErrNameLong, "text.ErrNameLong",
			Opened(), "x",
			func(n int) Command { return Join{Name: long(n)} }),
		size(MaxTopicLen, "characters in a topic", "MaxTopicLen", ErrTopicLong, "ErrTopicLong", lines(), Fay,
			func(n int) Command { return opens(long(n), 0) }),
		size(MaxNoteLen, "characters on a note", "MaxNoteLen", ErrNoteLong, "ErrNoteLong", writing("ada"), "ada",
			func(n int) Command { return WriteNote{Prompt: PromptVision, Text: long(n)} }),
		size(MaxProposalLen, "characters in a name for the community", "MaxProposalLen", ErrProposalLong, "ErrProposalLong",
			naming, "ada",
			func(n int) Command { return WriteNote{Prompt: PromptName, Text: long(n)} }),
		size(MaxTitleLen, "characters in a cluster's title", "MaxTitleLen", ErrTitleLong, "ErrTitleLong",
			lines(wall(), form("ada", "", 1)), "ada",
			func(n int) Command { return TitleCluster{Cluster: 1, Title: long(n)} }),
		size(MaxStatementLen, "characters in a statement, or one proposed", "MaxStatementLen", ErrStatementLong, "ErrStatementLong",
			wall(), Fay,
			func(n int) Command { return WriteStatement{Section: SectionVision, Text: long(n)} }),
		size(MaxReasonLen, "characters in a concern, reason, objection", "MaxReasonLen", ErrReasonLong, "ErrReasonLong",
			lines(Group("ada"), Reach(StepVision, PhaseAlign)), "ada", func(n int) Command { return ShowHand{Level: 1, Concern: long(n)} }),
		size(MaxActionLen, "characters in a first action", "MaxActionLen", ErrActionLong, "ErrActionLong", field(), "ada",
			func(n int) Command { return PlanAction{What: long(n), Owner: "ada"} }),
		size(MaxCards, "cards in a health check", "MaxCards", ErrCards, "ErrCards", community("ada"), Fay, cardsOf),
		size(MaxCardLen, "characters in what a card is about", "MaxCardLen", ErrCardLong, "ErrCardLong", community("ada"), Fay,
			func(n int) Command {
				return OpenCheck{Cards: []HealthCard{{ID: "x", About: long(n), Red: "No", Green: "Yes"}}}
			}),
		size(MaxCardTextLen, "characters in what a colour means on it", "MaxCardTextLen", ErrCardTextLong, "ErrCardTextLong",
			community("ada"), Fay,
			func(n int) Command {
				return OpenCheck{Cards: []HealthCard{{ID: "x", About: "X", Red: long(n), Green: "Yes"}}}
			}),
		size(MaxSentenceLen, "characters in a sentence under an answer", "MaxSentenceLen", ErrSentenceLong, "ErrSentenceLong",
			lines(community("ada"), checking()), "ada",
			func(n int) Command {
				return GiveAnswers{Check: 1, Lock: lockOf("ada"), Sheet: Sheet{
					{Card: "safety", Colour: Red, Sentence: long(n)}, {Card: "fun", Colour: Red},
				}}
			}),
		size(MaxWhyLen, "characters in what became of an action", "MaxWhyLen", ErrWhyLong, "ErrWhyLong", roomPlanned(), "ada",
			func(n int) Command { return SettleAction{Action: 1, As: ActionDone, Why: long(n)} }),
		size(MaxOccasionLen, "characters in what an occasion was about", "MaxOccasionLen", ErrOccasionLong, "ErrOccasionLong",
			community("ada"), "ada",
			func(n int) Command {
				return NoteOccasion{Kind: BookClub, On: DayOf(Morning()), Topic: long(n)}
			}),
		size(MaxMinutesLen, "characters in the link to its minutes", "MaxMinutesLen", ErrMinutesLong, "ErrMinutesLong",
			community("ada"), "ada",
			func(n int) Command {
				return NoteOccasion{Kind: BookClub, On: DayOf(Morning()), Topic: "Dune", Minutes: "https://" + long(n-len("https://"))}
			}),
		size(MaxSponsorLen, "characters in the name of a sponsor", "MaxSponsorLen", ErrSponsorLong, "ErrSponsorLong",
			community("ada"), Fay,
			func(n int) Command { return NameSponsor{Name: long(n)} }),
		size(MaxLeaderWeekly, "minutes a week for the leader", "MaxLeaderWeekly", ErrWeekly, "ErrWeekly", led(), "cal",
			func(n int) Command { return GrantTime{Weekly: n} }),
		size(366, "days until an action is due", "maxDue", ErrDue, "ErrDue", field(), Fay,
			func(n int) Command { return PlanAction{What: "Later", Owner: "ada", Due: DayOf(Morning()).Plus(n)} }),
		size(MaxStanding, "notes that the last canvas leaves", "MaxStanding", ErrStandingMany, "ErrStandingMany", lines(), Fay, standing),
		size(MaxTotal, "minutes of a workshop", "MaxTotal", ErrTotal, "ErrTotal", lines(), Fay,
			func(n int) Command { return opens("Craft", n) }),
		size(MaxBreak, "minutes of a break that has an end", "MaxBreak", ErrBreakLong, "ErrBreakLong",
			lines(Group("ada"), Onward(false)), Fay,
			func(n int) Command { return StartBreak{Minutes: n} }),
		size(MaxDots, "dots of one person", "MaxDots", ErrDots, "ErrDots",
			wall(), Fay, func(n int) Command { return OpenVote{Dots: n} }),
		size(MaxNameVotes, "votes of one person for a name", "MaxNameVotes", ErrNameVotes, "ErrNameVotes", names, Fay,
			func(n int) Command { return OpenVote{Dots: n} }),
		size(MaxLevel, "fingers of a hand", "MaxLevel", ErrNoSuchLevel, "ErrNoSuchLevel",
			lines(Group("ada"), Reach(StepVision, PhaseAlign)), "ada",
			func(n int) Command { return ShowHand{Level: n} }),
	}
}

// limitsOfNumber are those of how much there is of something: there is room for so many, and the next is one too many.
func limitsOfNumber() []limit {
	number := func(
		most int, what, constant string, refusal error, sentinel string, given Line, by PersonID, c func(i int) Command,
	) limit {
		return limit{most, what, constant, refusal, sentinel, given, times(most, func(i int) Line { return By(by, c(i)) }), by, c(most)}
	}
	join := func(i int) Line { return By(PersonID(fmt.Sprint("p", i)), Join{Name: fmt.Sprint("P", i)}) }
	were := func(s *Stage) error { // whoever fills a room again and again
		for range 5000 - 2 {
			s.State = s.State.Seating(Person{ID: "gone", Removed: true})
		}
		return nil
	}
	idea := func(i int) Command { return WriteNote{Prompt: PromptVision, Text: fmt.Sprint("idea ", i)} }
	tookBack := func(i int) Line { return By("ada", idea(i), WithdrawNote{Note: NoteID(i + 1)}) }
	crowd := lines(writing("ada", "ben", "cal", "dan", "eva"),
		times(200, func(i int) Line { return By([]PersonID{"ada", "ben", "cal", "dan"}[i%4], idea(i)) }),
		Write("eva", PromptImportance, "one more"), Reach(StepVision, PhaseConverge), By("eva", ParkNotes{Notes: ids(201)}))
	full := func(s *Stage) error { s.State.Seq = MaxRecords - 1; return nil }
	return []limit{
		{
			MaxPeople, "people in a workshop at once", "MaxPeople", ErrRoomFull, "ErrRoomFull",
			Opened(), times(MaxPeople-1, join),
			"late",
			Join{Name: "Late"},
		},
		{
			5000, "seats ever given out", "maxSeats", ErrRoomFull, "ErrRoomFull",
			lines(Opened(), were), By("x", Join{Name: "X"}),
			"late",
			Join{Name: "Late"},
		},
		{
			MaxKnocks, "people waiting at the locked door", "MaxKnocks", ErrDoorCrowded, "ErrDoorCrowded",
			locked(), times(MaxKnocks, join),
			"late",
			Join{Name: "Late"},
		},
		number(MaxNotesPerPrompt, "notes of one person for one question", "MaxNotesPerPrompt", ErrManyNotes, "ErrManyNotes",
			writing("ada"), "ada", idea),
		{
			200, "of these, with those taken back", "maxWritten", ErrManyNotes, "ErrManyNotes",
			writing("ada"), times(200, tookBack), "ada", idea(200),
		},
		number(MaxClusters, "clusters ever formed", "MaxClusters", ErrManyClusters, "ErrManyClusters", wall(), "ada",
			func(int) Command { return FormCluster{Notes: ids(1)} }),
		number(MaxSentences, "sentences of one person for a statement", "MaxSentences", ErrManySentences, "ErrManySentences",
			penOut(), "ann",
			func(i int) Command { return ProposeSentence{Section: SectionVision, Text: fmt.Sprint("We do ", i)} }),
		{
			200, "ideas to vote on", "maxOptions", ErrManyOptions, "ErrManyOptions", crowd,
			lines(By(Fay, OpenVote{}, AbandonVote{Vote: 1}), By("eva", MoveNotes{Notes: ids(201)})),
			Fay,
			OpenVote{},
		},
		{
			MaxVotes, "votes opened", "MaxVotes", ErrManyVotes, "ErrManyVotes", wall(),
			times(MaxVotes, func(i int) Line { return By(Fay, OpenVote{}, AbandonVote{Vote: VoteID(i + 1)}) }),
			Fay,
			OpenVote{},
		},
		number(MaxNominations, "nominations of one person", "MaxNominations", ErrManyNominations, "ErrManyNominations",
			lines(Group("ada"), times(MaxNominations+1, join), Reach(StepLeader, PhaseDiverge)), "ada",
			func(i int) Command { return Nominate{Person: PersonID(fmt.Sprint("p", i)), Reason: "Knows everyone"} }),
		number(MaxProposals, "proposals of a leader", "MaxProposals", ErrManyProposals, "ErrManyProposals",
			consenting("ada", "ben", "cal"), Fay,
			func(i int) Command { return ProposeLeader{Person: "ada", Terms: fmt.Sprint("for ", i, " years")} }),
		number(MaxActions, "first actions planned at once", "MaxActions", ErrManyActions, "ErrManyActions", field(), Fay,
			func(i int) Command { return PlanAction{What: fmt.Sprint("Step ", i), Owner: "ada"} }),
		number(MaxActions, "of them open in a community", "MaxActions", ErrManyOpen, "ErrManyOpen", community("ada"), "ada",
			func(i int) Command { return PlanAction{What: fmt.Sprint("Step ", i), Owner: "ada"} }),
		number(MaxOccasions, "occasions noted by one community", "MaxOccasions", ErrManyOccasions, "ErrManyOccasions",
			community("ada"), "ada",
			func(int) Command { return NoteOccasion{Kind: BookClub, On: DayOf(Morning()), Topic: "Dune"} }),
		{
			MaxChecks, "health checks of one community", "MaxChecks", ErrManyChecks, "ErrManyChecks",
			community("ada"), times(MaxChecks, func(i int) Line { return emptyCheck(CheckID(i + 1)) }), Fay, cardsOf(1),
		},
		{
			MaxRecords, "records, but for those who facilitate", "MaxRecords", ErrLogFull, "ErrLogFull",
			lines(writing("ada"), full), By("ada", idea(1)), "ada", idea(2),
		},
	}
}

// cardsOf opens a check with so many cards.
func cardsOf(n int) Command {
	var c OpenCheck
	for i := range n {
		c.Cards = append(c.Cards, card(CardID(fmt.Sprint("card-", i))))
	}
	return c
}

// emptyCheck is a check to which nobody answered.
func emptyCheck(id CheckID) Line {
	return By(Fay, cardsOf(1), CloseCheck{Check: id}, TurnCard{Check: id, Turned: 1}, TurnCard{Check: id, Turned: 2})
}

func TestWhatIsAtTheLimitIsAcceptedAndWhatIsBeyondIsRefused(t *testing.T) {
	for _, l := range limitsOfSize() {
		t.Run(l.constant, func(t *testing.T) {
			Given(t, l.given, l.at)
			Given(t, l.given).When(l.by, l.over).ThenRefused(l.refusal)
		})
	}
	for _, l := range limitsOfNumber() {
		t.Run(l.constant, func(t *testing.T) { Given(t, l.given, l.at).When(l.by, l.over).ThenRefused(l.refusal) })
	}
}

// The table in the package comment is that of the tests, and go test ./workshop -run Limits -update writes it anew.
func TestTheTableInThePackageCommentIsOfTheLimits(t *testing.T) {
	var b strings.Builder
	known := refusals(t)
	for _, l := range slices.Concat(limitsOfSize(), limitsOfNumber()) {
		if name, ours := strings.CutPrefix(l.sentinel, "Err"); ours && known["Err"+name][0] != l.refusal.Error() {
			t.Errorf("%s does not say %q", l.sentinel, l.refusal)
		}
		if len(l.refusal.Error()) > 75 {
			t.Errorf("%q is too long", l.refusal)
		}
		fmt.Fprintf(&b, "%6d  %-44s%-20s%s\n", l.most, l.what, l.constant, l.sentinel)
	}
	inComment(t, "# Limits", b.String())
}

// unlimited are the constants with a name like that of a limit with which nothing is refused to people, with the reason.
func unlimited() map[string]string {
	return map[string]string{
		"MaxForce": "the scale of a vote: package ballot refuses what is beyond", "MaxUndo": "older actions are forgotten",
		"maxLulls": "older ones are forgotten", "maxRepairs": "older ones are forgotten", "maxTabled": "of a record from outside",
		"maxTwins": "more of a note's pairs are not shown", "maxTop": "more than these are no result", "maxRanks": "places on a ballot",
		"MaxVotesWords": "a width", "maxOffset": "the program's own fault",
		"maxWording": "format", "MaxStepTitle": "format", "MaxStepShort": "format", "MaxStepHeading": "format", "MaxPurpose": "format",
		"MaxRule": "format", "MaxLabel": "format", "MaxQuestion": "format", "MaxHeading": "format", "MaxFormatName": "format",
	}
}

// A limit that is in no table, and so in no test, fails here.
func TestNoLimitIsForgotten(t *testing.T) {
	listed := make(map[string]bool)
	for _, l := range slices.Concat(limitsOfSize(), limitsOfNumber()) {
		listed[l.constant] = true
	}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for n := range ast.Preorder(file) {
			d, ok := n.(*ast.GenDecl)
			if !ok || d.Tok != token.CONST {
				continue
			}
			for _, spec := range d.Specs {
				for _, c := range spec.(*ast.ValueSpec).Names {
					limits := strings.HasPrefix(c.Name, "Max") || strings.HasPrefix(c.Name, "max")
					if _, why := unlimited()[c.Name]; limits && why == listed[c.Name] {
						t.Errorf("%s is in no table of limits, or is there and among those that are none", c.Name)
					}
				}
			}
		}
	}
}

func TestRefusalsNameTheLimitsThatHold(t *testing.T) {
	unnamed := []string{"maxSeats", "MaxKnocks", "maxWritten", "MaxSentences", "maxDue", "MaxDots", "MaxNameVotes", "MaxRecords"}
	for _, l := range slices.Concat(limitsOfSize(), limitsOfNumber()) {
		if names := strings.Contains(l.refusal.Error(), strconv.Itoa(l.most)); names == slices.Contains(unnamed, l.constant) {
			t.Errorf("%q and the limit of %d, %s", l.refusal, l.most, l.constant)
		}
	}
	if !strings.Contains(ErrTotal.Error(), strconv.Itoa(MinTotal)) {
		t.Errorf("%q does not name the least", ErrTotal)
	}
}

// When the log is full, a facilitator still brings the workshop to its end, and everybody sees it.
func TestAFullLogIsAFacilitatorsToEnd(t *testing.T) {
	full := func(s *Stage) error { s.State.Seq = MaxRecords; return nil }
	Given(t, Group("ada"), Reach(StepClosing, PhaseCanvas), full).
		When("ada", AskMinute{}).ThenRefused(ErrLogFull).
		When("eve", Join{Name: "Eve"}).ThenRefused(ErrLogFull).
		When(Fay, StepBack{}).ThenRefused(ErrMovedOn).
		When(Fay, CloseWorkshop{}).ThenAccepted()
}

// Somebody may change their mind as often as they like, among as many as they may name.
func TestANominationCanBeChangedWhenThereAreAsManyAsThereMayBe(t *testing.T) {
	person := func(i int) PersonID { return PersonID(fmt.Sprint("p", i)) }
	seats := func(i int) Line { return By(person(i), Join{Name: fmt.Sprint("P", i)}) }
	nominates := func(i int) Line { return By("ada", Nominate{Person: person(i), Reason: "Knows everyone"}) }
	Given(t, Group("ada"), times(MaxNominations+2, seats), Reach(StepLeader, PhaseBrief), By(Fay, ChooseMethod{Method: Consent}),
		Onward(false), times(MaxNominations, nominates)).
		When("ada", Nominate{Person: person(0), Reason: "Knows us all"}).ThenAccepted().
		And(Onward(false)).
		When("ada", ChangeNomination{To: person(MaxNominations), Reason: "Too"}).ThenRefused(ErrManyNominations).
		When("ada", ChangeNomination{From: person(1), To: person(MaxNominations), Reason: "Rather"}).ThenAccepted().
		When("ada", ChangeNomination{From: person(0), To: person(0), Reason: "Still"}).ThenAccepted()
}

// Of the repairs of the agenda, so many can be taken back.
func TestSoManyRepairsCanBeTakenBack(t *testing.T) {
	late := lines(Wait(30*60e9), func(s *Stage) error { return s.Play(By(Fay, RepairAgenda{Repair: EndLater})) })
	var repairs []Seq
	c := Given(t, Group("ada"), Onward(false))
	for range 21 {
		c.And(late).ThenState(func(_ testing.TB, s State) { repairs = append(repairs, s.Seq) })
	}
	slices.Reverse(repairs)
	for _, of := range repairs[:20] {
		c.When(Fay, UndoRepair{Of: of}).ThenAccepted()
	}
	c.When(Fay, UndoRepair{Of: repairs[20]}).ThenRefused(ErrNoRepairToUndo)
}
