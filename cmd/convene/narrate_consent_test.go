package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// lines are what the log tells of what the lines do after everyone has come in, without when.
func lines(t *testing.T, did ...Line) []string {
	t.Helper()
	var out []string
	for line := range strings.Lines(told(t, did...)) {
		_, what, _ := strings.Cut(strings.TrimSpace(line), "  ")
		out = append(out, what)
	}
	return out
}

// byConsent is a group in which everyone has read why Ben and Cal were nominated.
func byConsent(s *Stage) error {
	return s.Play(
		Reach(workshop.StepLeader, workshop.PhaseBrief), By(Fay, workshop.ChooseMethod{Method: workshop.Consent}), Onward(false),
		By("ada", workshop.Nominate{Person: "ben", Reason: "Asks well"}),
		By("ben", workshop.Nominate{Person: "cal", Reason: "Is calm"}),
		Reach(workshop.StepLeader, workshop.PhaseConverge))
}

func answers(proposal int, reason string) workshop.Command {
	return workshop.SignalConsent{Proposal: proposal, Objects: reason != "", Reason: reason}
}

func TestTheLogTellsHowAGroupConsented(t *testing.T) {
	change := func(from, to workshop.PersonID, reason string) workshop.Command {
		return workshop.ChangeNomination{From: from, To: to, Reason: reason}
	}
	before := lines(t, byConsent)
	if want := "Fay chose that the group comes to its leader by consent"; !strings.Contains(strings.Join(before, "\n"), want) {
		t.Errorf("nothing tells %q in %q", want, before)
	}
	got := lines(t, byConsent,
		By("ada", change("ben", "cal", "Has the time")),
		By("ben", change("cal", "cal", "Stays calm")),
		By("cal", change("", "ada", "Knows us all"), change("ada", "", "")),
		By(Fay, workshop.ProposeLeader{Person: "cal"}),
		By("ada", answers(1, "He leaves in May"), answers(1, "Who does his job?")), By("ben", answers(1, "")),
		By(Fay, workshop.ProposeLeader{Person: "cal", Terms: "with half a day a week"}),
		By("ada", answers(2, "")), By("ben", answers(2, "Too little")), By("ben", answers(2, "")),
		By("cal", workshop.AcceptNomination{HasTime: true}, workshop.DeclineLeadership{Reason: "I move abroad"}))
	want := []string{
		"a nomination of Ben became one of Cal: Has the time",
		"a nomination of Cal got another reason: Stays calm",
		"Ada was nominated: Knows us all",
		"a nomination of Ada was taken back",
		"Fay proposed Cal as the leader",
		"somebody answered the proposal",
		"somebody answered the proposal",
		"somebody answered the proposal",
		"all answers to the proposal were shown: Ada objected (Who does his job?); Ben consented",
		"Fay proposed Cal as the leader: with half a day a week",
		"somebody answered the proposal",
		"somebody answered the proposal",
		"all answers to the proposal were shown: Ada consented; Ben objected (Too little)",
		"Ben (in the booth) consented",
		"Cal (in the booth) accepted, and has the time for it",
		"Cal was elected leader (by consent): with half a day a week",
		"Cal (in the booth) declined to lead after all",
		"Cal (in the booth) reopened the election: I move abroad",
	}
	if diff := cmp.Diff(want, got[len(before):]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A text in a forged file can neither clear the reader's screen nor add a line to the log.
func TestTheLogPrintsNoControlCharacters(t *testing.T) {
	s := NewStage()
	if err := s.Play(Group("ada", "ben", "cal"), byConsent); err != nil {
		t.Fatal(err)
	}
	last := s.Records[len(s.Records)-1]
	forged := workshop.Record{Seq: last.Seq + 1, At: last.At, By: Fay, Event: workshop.LeaderProposed{
		Proposal: 1, Person: "ben", Terms: "A\x1b[2J\x1b]0;owned\x07\n2026-01-01 00:00:00  Ada consented\u202e",
	}}
	var out strings.Builder
	if err := writeLog(&out, append(s.Records, forged)); err != nil {
		t.Fatal(err)
	}
	if got := out.String(); strings.ContainsAny(got, "\x1b\x07\u202e") || strings.Count(got, "\n") != len(s.Records)+1 {
		t.Errorf("the log prints %q", got[strings.LastIndex(got, "proposed"):])
	}
}
