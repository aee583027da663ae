package tui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"convene/workshop"
	. "convene/workshop/workshoptest"
)

func consentTurns() []turn {
	reading := []Line{byReasons(workshop.PhaseShare)}
	on := func(answers ...string) []Line { return []Line{proposing(terms, answers...)} }
	everyone := on("", "", "", "", "")
	objected := on("", tooFew, "", "", "")
	change := func(from, to workshop.PersonID, reason string) workshop.Command {
		return workshop.ChangeNomination{From: from, To: to, Reason: reason}
	}
	signal := func(reason string) workshop.Command {
		return workshop.SignalConsent{Proposal: 1, Objects: reason != "", Reason: reason}
	}
	yes := workshop.AcceptNomination{HasTime: true}
	twice := append(reading, By("ada", workshop.ChangeNomination{To: "eve", Reason: "calm"}))
	return []turn{
		{"somebody else instead", fresh, reading, "ada", "down enter", []string{"k i n d enter"}, change("ben", "cleo", "kind"), true},
		{"somebody whom nobody has named", fresh, reading, "ada", "down down down enter", []string{"k enter"}, change("ben", "dan", "k"), true},
		{"other words for the same", fresh, reading, "ada", "enter", []string{"! enter"}, change("ben", "ben", "Asks the questions that nobody else asks!"), true},
		{"a first nomination", fresh, reading, "eve", "enter", []string{"k enter"}, change("", "ben", "k"), true},
		{"one more, beside two", fresh, twice, "ada", "down enter", []string{"k enter"}, change("", "cleo", "k"), true},
		{"taken back", fresh, reading, "ada", "x", nil, change("ben", "", ""), false},
		{"nothing to take back", fresh, reading, "eve", "x", nil, nil, false},
		{"think better of it", fresh, reading, "ada", "enter", []string{"k esc"}, nil, false},
		{"a facilitator nominates nobody", fresh, reading, Fay, "enter", nil, nil, false},
		{"it can't be me", fresh, reading, "ben", "d", []string{"y"}, workshop.DeclineNomination{}, true},
		{"declining is asked", fresh, reading, "ben", "d", []string{"enter"}, nil, false},
		{"it can be me after all", fresh, append(reading, By("ben", workshop.DeclineNomination{})), "ben", "y", []string{"y"}, yes, true},
		{"no yes before one is asked", fresh, reading, "ben", "y", nil, nil, false},
		{"not nominated, nothing to decline", fresh, reading, "ada", "d", nil, nil, false},

		{"consent", fresh, on(), "ada", "c", nil, signal(""), true},
		{"an objection", fresh, on(), "ada", "o", []string{"n o enter"}, signal("no"), true},
		{"an objection that is thought over", fresh, on(), "ada", "o", []string{"n esc"}, nil, false},
		{"consent already", fresh, on(""), "ada", "c", nil, nil, false},
		{"object after all", fresh, on(""), "ada", "o", []string{"n o enter"}, signal("no"), true},
		{"consent after all", fresh, objected, "cleo", "c", nil, signal(""), true},
		{"the facilitator answers for nobody", fresh, on(), Fay, "c", nil, nil, false},
		{"whoever is proposed does not answer", fresh, on(), "ben", "c", nil, nil, false},
		{"no yes before all have answered", fresh, on("", ""), "ben", "y", nil, nil, false},
		{"no yes over an objection", fresh, objected, "ben", "y", nil, nil, false},
		{"a no at any time", fresh, on(), "ben", "d", []string{"y"}, workshop.DeclineNomination{}, true},
		{"yes, with time", fresh, everyone, "ben", "y", []string{"y"}, yes, true},
		{"without time, declined", fresh, everyone, "ben", "y", []string{"n", "y"}, workshop.DeclineNomination{}, true},
		{"without time, think it over", fresh, everyone, "ben", "y", []string{"n", "enter"}, nil, false},
		{
			"not after all", fresh, append(everyone, By("ben", yes)), "ben", "d",
			[]string{"m o v i n g enter"},
			workshop.DeclineLeadership{Reason: "moving"},
			false,
		},
		{"others don't lay it down", fresh, append(everyone, By("ben", yes)), "ada", "d", nil, nil, false},
		{
			"not after all, before the canvas", fresh, append(everyone, By("ben", yes), Onward(false)), "ben", "d",
			[]string{"m o v i n g enter"},
			workshop.DeclineLeadership{Reason: "moving"},
			false,
		},
	}
}

func TestKeysOfConsent(t *testing.T) { take(t, consentTurns()) }

// What v does for the facilitator, from choosing how to the leader.
func TestTheFacilitatorLeadsToConsentWithOneKey(t *testing.T) {
	s := NewStage()
	play := func(then ...Line) {
		t.Helper()
		if err := s.Play(then...); err != nil {
			t.Fatal(err)
		}
	}
	v := func(want workshop.Command, dialogs ...string) {
		t.Helper()
		st := stageOf(s, Fay, 78, 19)
		act := vote(st.view)
		for _, keys := range dialogs {
			act = answered(t, act, st, names(keys)...)
		}
		got, ok := act.(send)
		if !ok || got.command != want {
			t.Fatalf("v leads to %T %+v, want %+v", act, act, want)
		}
		play(By(Fay, got.command))
	}
	play(Group("ada", "ben", "cleo"), Reach(workshop.StepLeader, workshop.PhaseBrief))
	v(workshop.ChooseMethod{Method: workshop.Consent}, "enter")
	v(workshop.ChooseMethod{Method: workshop.SecretBallot}, "enter")
	v(workshop.ChooseMethod{Method: workshop.Consent}, "enter")
	play(Onward(false), By("ada", workshop.Nominate{Person: "ben", Reason: "calm"}), By("ben", workshop.Nominate{Person: "cleo", Reason: "kind"}),
		Reach(workshop.StepLeader, workshop.PhaseConverge))
	v(workshop.ProposeLeader{Person: "cleo", Terms: "1y"}, "down enter", "1 y enter")
	if words := voteWords(stageOf(s, Fay, 78, 19).view); words != "" {
		t.Errorf("before anybody has answered v is to %q", words)
	}
	play(By("ada", workshop.SignalConsent{Proposal: 1, Objects: true, Reason: "She leaves"}))
	v(workshop.RevealSignals{Proposal: 1}, "y")
	v(workshop.ProposeLeader{Person: "ben", Terms: ""}, "up enter", "enter")
	play(By("ada", workshop.SignalConsent{Proposal: 2}), By("cleo", workshop.SignalConsent{Proposal: 2}))
	if words := voteWords(stageOf(s, Fay, 78, 19).view); words != "" {
		t.Errorf("while the one proposed is asked v is to %q", words)
	}
	play(By("ben", workshop.AcceptNomination{HasTime: true}))
	v(workshop.ReopenElection{Reason: "moved"}, "m o v e d enter")
}

// Terms that are amended start from the ones on the table.
func TestAmendedTermsStartFromThoseOnTheTable(t *testing.T) {
	s := (moment{from: fresh, then: []Line{proposing(terms, tooFew, "", "", "", "")}}).reach(t)
	a := appOf(t, s, Fay, 80, 24)
	typeKeys(a, "v", "enter")
	if got := ansi.Strip(a.draw()); !strings.Contains(got, "You propose Ben. On what terms?") || !strings.Contains(got, terms) {
		t.Errorf("the dialog does not begin with %q:\n%s", terms, got)
	}
}

// An objection that is being typed when the proposal changes is not sent against another one.
func TestAnObjectionIsNotSentAgainstAnotherProposal(t *testing.T) {
	s := (moment{from: fresh, then: []Line{proposing(terms)}}).reach(t)
	a := appOf(t, s, "ada", 80, 24)
	typeKeys(a, "o", "n", "o")
	if err := s.Play(By(Fay, workshop.ProposeLeader{Person: "ben", Terms: "for a month"})); err != nil {
		t.Fatal(err)
	}
	a.Update(struct{}{})
	typeKeys(a, "enter")
	if got := ansi.Strip(a.draw()); !strings.Contains(got, "The proposal has changed; read it, and answer again.") {
		t.Errorf("nothing says that the proposal is another one:\n%s", got)
	}
	if _, answered := s.State.Signals.Of("ada"); answered {
		t.Error("the objection went to a proposal that Ada has not seen")
	}
}

// Going back takes the proposal off the table, and the answers with it. That is asked.
func TestGoingBackFromAProposalIsAsked(t *testing.T) {
	s := (moment{from: fresh, then: []Line{proposing(terms, tooFew)}}).reach(t)
	a := appOf(t, s, Fay, 80, 24)
	typeKeys(a, "b")
	if got := bodyOf(a); !strings.Contains(got, "Take the proposal off the table?") || s.State.Proposal.Number != 1 {
		t.Errorf("nothing asks:\n%s", got)
	}
	typeKeys(a, "y")
	if s.State.At.Phase != workshop.PhaseShare || s.State.Proposal.Number != 0 {
		t.Errorf("the group is at %s, with %+v on the table", s.State.At, s.State.Proposal)
	}
}

// Whoever looks at the canvas when the leader lays it down is told, and where to go.
func TestTheCanvasSaysThatTheElectionIsOpenAgain(t *testing.T) {
	s := (moment{from: fresh, then: []Line{
		proposing(terms, "", "", "", "", ""), By("ben", workshop.AcceptNomination{HasTime: true}), Onward(false),
		By("ben", workshop.DeclineLeadership{Reason: "moving"}),
	}}).reach(t)
	for who, want := range map[workshop.PersonID]string{Fay: "b goes back to it", "ada": "The election is open again."} {
		if got := strings.Join(strings.Fields(bodyOf(appOf(t, s, who, 80, 24))), " "); !strings.Contains(got, want) {
			t.Errorf("%s is not told %q:\n%s", who, want, got)
		}
	}
}

// Somebody who declined can't come back between the rounds of an election, and isn't offered to.
func TestNobodyStandsBetweenTheRounds(t *testing.T) {
	tied := func(s *Stage) error {
		return s.Play(electing("ada", "ben", "cleo"), By("cleo", workshop.DeclineNomination{}), voteWith([]string{"ada"}, []string{"ben"}, nil))
	}
	for between, then := range map[bool][]Line{
		false: {electing("ada", "ben", "cleo"), By("cleo", workshop.DeclineNomination{})},
		true:  {Line(tied)},
	} {
		s := (moment{from: fresh, then: then}).reach(t)
		a := appOf(t, s, "cleo", 80, 24)
		if offered := strings.Contains(bodyOf(a), "y accept"); offered == between {
			t.Errorf("between the rounds: %v; y is offered: %v", between, offered)
		}
		typeKeys(a, "y")
		if asked := strings.Contains(bodyOf(a), "dedicated time for it?"); asked == between {
			t.Errorf("between the rounds: %v; y asks: %v", between, asked)
		}
	}
}
