package tui

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"convene/workshop"
	"convene/workshop/ballot"
	. "convene/workshop/workshoptest"
)

// turn is what a person's keys lead to: on the screen, then in each dialog that opens.
type turn struct {
	name    string
	from    func() *Stage
	then    []Line
	who     workshop.PersonID
	keys    string   // on the screen
	dialogs []string // in the dialogs that follow one another
	want    workshop.Command
	leaves  bool // a turn in the booth ends with it
}

func names(keys string) []string { return strings.Fields(keys) }

func turns() []turn {
	naming := sampleAt(workshop.StepName, workshop.PhaseConverge)
	nominating := sampleAt(workshop.StepLeader, workshop.PhaseDiverge)
	accepting := sampleAt(workshop.StepLeader, workshop.PhaseShare)
	leading := sampleAt(workshop.StepLeader, workshop.PhaseConverge)
	weighing := sampleAt(workshop.StepForces, workshop.PhaseConverge)
	open := By(Fay, workshop.OpenVote{})
	nameTie := voteWith([]string{"Craft Guild", "The Workbench"}, []string{"Craft Guild", "The Workbench"})
	single := []Line{electing("ben"), open}
	dots := []Line{
		Group("ada", "ben"), Reach(workshop.StepVision, workshop.PhaseDiverge),
		many(7, workshop.PromptVision), Reach(workshop.StepVision, workshop.PhaseConverge), open,
	}
	mine := ordered(fresh(), "ada", dots...) // an order of her own
	sorted := func(marks ...ballot.Mark) ballot.Ballot { return ballot.Canonical(marks) }
	cast := func(vote workshop.VoteID, marks ...ballot.Mark) workshop.Command {
		return workshop.CastBallot{Vote: vote, Ballot: marks}
	}
	mark := func(option string, weight int) ballot.Mark { return ballot.Mark{Option: option, Weight: weight} }
	name := func(label string) string { return optionKey(naming(), open, label) }
	guild, bench, tools := name("Craft Guild"), name("The Workbench"), name("Sharp Tools")
	forces := optionKeys(weighing(), open)
	first, leaderVote, nextWeigh := nextVote(naming()), nextVote(leading()), nextVote(weighing())
	return []turn{
		{"two votes for two names", naming, []Line{open}, "ada", "space down space enter", []string{"y"}, cast(first, mark(guild, 1), mark(bench, 1)), true},
		{"a vote taken back", naming, []Line{open}, "ada", "space down space space down space enter", []string{"y"}, cast(first, mark(guild, 1), mark(tools, 1)), true},
		{"one vote is enough", naming, []Line{open}, "ada", "down space enter", []string{"y"}, cast(first, mark(bench, 1)), true},
		{"a blank ballot", naming, []Line{open}, "ada", "enter", []string{"y"}, cast(first), true},
		{"no is safe", naming, []Line{open}, "ada", "space enter", []string{"enter"}, nil, false},
		{"n keeps the ballot out of the box", naming, []Line{open}, "ada", "space enter", []string{"n"}, nil, false},
		{"esc keeps the ballot out of the box", naming, []Line{open}, "ada", "space enter", []string{"esc"}, nil, false},
		{"the vote of a runoff moves", naming, []Line{nameTie, open}, "ada", "space down space enter", []string{"y"}, cast(first+1, mark(bench, 1)), true},
		{"several dots on one idea", fresh, dots, "ada", "space space enter", []string{"y"}, cast(1, mark(mine[0], 2)), true},
		{"one dot taken back", fresh, dots, "ada", "space space backspace down space enter", []string{"y"}, cast(1, sorted(mark(mine[0], 1), mark(mine[1], 1))...), true},
		{"no more dots than there are", fresh, dots, "ada", "space space space down space enter", []string{"y"}, cast(1, mark(mine[0], 2)), true},
		{"a leader marked first and then put into the box", leading, []Line{open}, "tom", "down down space enter", []string{"y"}, cast(leaderVote, mark("grace", 1)), true},
		{"a leader", leading, []Line{open}, "tom", "down down enter", []string{"y"}, cast(leaderVote, mark("grace", 1)), true},
		{"another leader after a no", leading, []Line{open}, "tom", "enter down down enter", []string{"y"}, cast(leaderVote, mark("grace", 1)), true},
		{"no leader of these", leading, []Line{open}, "tom", "down down down down enter", []string{"y"}, cast(leaderVote), true},
		{"a leader is confirmed", leading, []Line{open}, "tom", "enter", []string{"enter"}, nil, false},
		{"yes", fresh, single, "ada", "enter", []string{"y"}, cast(1, mark(ballot.Yes, 1)), true},
		{"no", fresh, single, "ada", "down enter", []string{"y"}, cast(1, mark(ballot.No, 1)), true},
		{"neither", fresh, single, "ada", "down down enter", []string{"y"}, cast(1), true},
		{
			"strengths move on by themselves", weighing,
			[]Line{open},
			"ada", "5 1 3 enter",
			[]string{"y"},
			cast(nextWeigh, mark(forces[0], 5), mark(forces[1], 1), mark(forces[2], 3)), true,
		},
		{
			"a strength taken back", weighing,
			[]Line{open},
			"ada", "5 1 up 0 enter",
			[]string{"y"},
			cast(nextWeigh, mark(forces[0], 5)), true,
		},
		{"no opinion at all", weighing, []Line{open}, "ada", "enter", []string{"y"}, cast(nextWeigh), true},

		{"accept with time", accepting, nil, "ngoc", "y", []string{"y"}, workshop.AcceptNomination{HasTime: true}, true},
		{"without time, decline", accepting, nil, "ngoc", "y", []string{"n", "y"}, workshop.DeclineNomination{}, true},
		{"without time, think it over", accepting, nil, "ngoc", "y", []string{"n", "enter"}, nil, false},
		{"decline", accepting, nil, "ngoc", "d", []string{"y"}, workshop.DeclineNomination{}, true},
		{"declining is asked", accepting, nil, "ngoc", "d", []string{"enter"}, nil, false},
		{"not nominated, nothing to accept", accepting, nil, "ada", "y", nil, nil, false},
		{"not nominated, nothing to decline", accepting, nil, "ada", "d", nil, nil, false},
		{"the facilitator answers for nobody", accepting, nil, Fay, "y", nil, nil, false},
		{"accept during the election", leading, []Line{By("ngoc", workshop.DeclineNomination{})}, "ngoc", "y", []string{"y"}, workshop.AcceptNomination{HasTime: true}, true},
		{"take an acceptance back", leading, nil, "ngoc", "d", []string{"y"}, workshop.DeclineNomination{}, true},
		{"accepted already", leading, nil, "ngoc", "y", nil, nil, false},
		{"no answer after the outcome", leading, []Line{By(Fay, workshop.RecordNoLeader{Reason: "x"})}, "ngoc", "d", nil, nil, false},

		{"nominate", nominating, nil, "ada", "down enter", []string{"k i n d enter"}, workshop.Nominate{Person: "jose", Reason: "kind"}, false},
		{"nominate oneself", nominating, nil, "ada", "enter", []string{"m e enter"}, workshop.Nominate{Person: "ada", Reason: "me"}, false},
		{
			"change a reason", nominating,
			[]Line{By("ada", workshop.Nominate{Person: "jose", Reason: "kind"})},
			"ada", "down enter",
			[]string{"e r enter"},
			workshop.Nominate{Person: "jose", Reason: "kinder"},
			false,
		},
		{
			"take a nomination back", nominating,
			[]Line{By("ada", workshop.Nominate{Person: "jose", Reason: "kind"})},
			"ada", "down x", nil,
			workshop.WithdrawNomination{Person: "jose"},
			false,
		},
		{"nothing to take back", nominating, nil, "ada", "down x", nil, nil, false},
		{"think better of it", nominating, nil, "ada", "down enter", []string{"k esc"}, nil, false},
		{"done", nominating, nil, "ada", "ctrl+d", nil, workshop.DeclareDone{Done: true}, true},
		{"not done after all", nominating, []Line{By("ada", workshop.DeclareDone{Done: true})}, "ada", "ctrl+d", nil, workshop.DeclareDone{Done: false}, false},
		{"a minute more", nominating, nil, "ada", "ctrl+t", nil, workshop.AskMinute{}, false},
	}
}

// nextVote is the number of the vote that is opened next.
func nextVote(s *Stage) workshop.VoteID { return workshop.VoteID(len(s.State.Results) + 1) }

func optionKeys(s *Stage, open Line) []string {
	if err := s.Play(open); err != nil {
		panic(err)
	}
	return s.State.Vote.Keys()
}

// ordered are the options' keys as one person sees them.
func ordered(s *Stage, who workshop.PersonID, then ...Line) []string {
	if err := s.Play(then...); err != nil {
		panic(err)
	}
	return workshop.Vote{Options: s.State.Vote.OrderFor(who)}.Keys()
}

func optionKey(s *Stage, open Line, label string) string {
	optionKeys(s, open)
	return Marked(s.State.Vote, label)[0].Option
}

func TestKeysOfElections(t *testing.T) { take(t, turns()) }

// take presses the keys of each turn.
func take(t *testing.T, turns []turn) {
	t.Helper()
	for _, c := range turns {
		t.Run(c.name, func(t *testing.T) {
			s := c.from()
			if err := s.Play(c.then...); err != nil {
				t.Fatal(err)
			}
			st := stageOf(s, c.who, 78, 19)
			act := pressed(screenOf(st), st, names(c.keys)...)
			for _, keys := range c.dialogs {
				act = answered(t, act, st, names(keys)...)
			}
			got, sends := act.(send)
			if c.want == nil {
				if _, says := act.(say); act != nil && !says {
					t.Fatalf("the keys lead to %T %+v, want nothing", act, act)
				}
				return
			}
			if !sends {
				t.Fatalf("the keys lead to %T %+v, want %T", act, act, c.want)
			}
			if diff := cmp.Diff(c.want, got.command); diff != "" {
				t.Errorf("command (-want +got):\n%s", diff)
			}
			if left := got.then == action(closeBooth{}); left != c.leaves {
				t.Errorf("the turn in the booth ends: %v, want %v", left, c.leaves)
			}
			if _, err := s.Do(c.who, got.command); err != nil {
				t.Errorf("the command is refused: %v", err)
			}
		})
	}
}

func TestWhatCannotBeDoneIsSaid(t *testing.T) {
	naming, nominating := sampleAt(workshop.StepName, workshop.PhaseConverge), sampleAt(workshop.StepLeader, workshop.PhaseDiverge)
	open := By(Fay, workshop.OpenVote{})
	shown := []Line{
		By("ada", workshop.Nominate{Person: "jose", Reason: "kind"}), Onward(true), Back(workshop.StepLeader, workshop.PhaseDiverge),
	}
	for _, c := range []struct {
		name, keys, want string
		from             func() *Stage
		then             []Line
	}{
		{"a third vote", "space down space down space", "All your votes are given", naming, []Line{open}},
		{"a reason that everyone has read", "down enter", "everyone has seen that", nominating, shown},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := c.from()
			if err := s.Play(c.then...); err != nil {
				t.Fatal(err)
			}
			st := stageOf(s, "ada", 78, 19)
			act := pressed(screenOf(st), st, names(c.keys)...)
			got, ok := act.(say)
			if !ok || !strings.Contains(strings.ToLower(fmt.Sprint(got.text, got.err)), strings.ToLower(c.want)) {
				t.Errorf("the keys lead to %T %+v, want it said: %q", act, act, c.want)
			}
		})
	}
}

// What is typed and refused stays in the dialog, with what is wrong with it.
func TestAReasonThatIsRefusedIsKept(t *testing.T) {
	a := appOf(t, SampleStage(workshop.StepLeader, workshop.PhaseDiverge), "ada", 78, 24)
	typeKeys(a, "enter", "enter")
	if got := ansi.Strip(a.draw()); !strings.Contains(got, "Why you?") || !strings.Contains(got, "Say in a sentence why.") {
		t.Errorf("no reason was taken:\n%s", got)
	}
	typeKeys(a, "x", "enter")
	if got := ansi.Strip(a.draw()); !strings.Contains(got, "Ada is nominated.") || strings.Contains(got, "Why you?") {
		t.Errorf("the reason was not taken:\n%s", got)
	}
}

// Somebody arrives or leaves while a person chooses: the person who is selected stays selected.
func TestNominatingKeepsToThePersonWhoIsSelected(t *testing.T) {
	s := SampleStage(workshop.StepLeader, workshop.PhaseDiverge)
	st := stageOf(s, "ada", 78, 19)
	sc := screenOf(st)
	pressed(sc, st, "down", "down")
	if err := s.Play(By(Fay, workshop.RemovePerson{Person: "jose"})); err != nil {
		t.Fatal(err)
	}
	st = stageOf(s, "ada", 78, 19)
	got, ok := answered(t, pressed(sc, st, "enter"), st, "x", "enter").(send)
	want := workshop.Nominate{Person: "lukasz", Reason: "x"}
	if diff := cmp.Diff(workshop.Command(want), got.command); !ok || diff != "" {
		t.Errorf("command (-want +got):\n%s", diff)
	}
}
