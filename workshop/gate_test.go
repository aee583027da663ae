package workshop_test

import (
	"errors"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

var update = flag.Bool("update", false, "write testdata/gate.txt anew")

// commands lists one command of every kind, in the order of command.go.
func commands() []Command {
	return []Command{
		OpenWorkshop{},
		Advance{},
		StepBack{},
		CloseWorkshop{},
		StartClock{},
		PauseClock{},
		AdjustClock{},
		PlanAgenda{},
		RepairAgenda{},
		UndoRepair{},
		StartBreak{},
		EndBreak{},
		AnswerLull{},
		AddPerson{},
		Join{},
		JoinAsFacilitator{},
		RemovePerson{},
		LockDoor{},
		AdmitPerson{},
		RefusePerson{},
		AppointFacilitator{},
		ReleaseFacilitator{},
		DeclareDone{},
		AskMinute{},
		WriteNote{},
		RewordNote{},
		WithdrawNote{},
		FormCluster{},
		DropOn{},
		MoveNotes{},
		TitleCluster{},
		MergeClusters{},
		ParkNotes{},
		PlaceCluster{},
		KeepApart{},
		UndoLast{},
		PutSpotlight{},
		WriteStatement{},
		TakePen{},
		HandPen{},
		LayPen{},
		ProposeSentence{},
		ShowHand{},
		RevealHands{},
		OpenVote{},
		CastBallot{},
		CloseVote{},
		AbandonVote{},
		DrawLot{},
		Nominate{},
		WithdrawNomination{},
		AcceptNomination{},
		DeclineNomination{},
		RecordNoLeader{},
		ReopenElection{Reason: "Changed"},
		DeclineLeadership{},
		ChooseMethod{},
		ChangeNomination{},
		ProposeLeader{},
		SignalConsent{},
		RevealSignals{},
		PlanAction{},
		DropAction{},
	}
}

func TestNoCommandIsForgotten(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "gate.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var gated []string
	for n := range ast.Preorder(file) {
		if f, ok := n.(*ast.FuncDecl); ok && f.Name.Name == "gate" {
			gated = append(gated, f.Recv.List[0].Type.(*ast.Ident).Name)
		}
	}
	var listed []string
	for _, c := range commands() {
		listed = append(listed, reflect.TypeOf(c).Name())
	}
	slices.Sort(gated)
	slices.Sort(listed)
	if diff := cmp.Diff(gated, listed); diff != "" {
		t.Errorf("commands (-gated +listed):\n%s", diff)
	}
}

// moment is a column of the table.
type moment struct {
	name string
	line Line
}

func moments() []moment {
	in := func(phase Phase) Line {
		return func(s *Stage) error {
			return s.Play(writing("ada"), Back(StepVision, PhaseBrief), Reach(StepVision, phase))
		}
	}
	voting := func(s *Stage) error {
		return s.Play(writing("ada"), Write("ada", PromptVision, "One"), Reach(StepVision, PhaseConverge), By(Fay, OpenVote{}))
	}
	canvas := func(s *Stage) error { return s.Play(Group("ada"), Reach(StepClosing, PhaseCanvas)) }
	return []moment{
		{"none", func(*Stage) error { return nil }},
		{"gather", Group("ada")},
		{"brief", in(PhaseBrief)},
		{"diverge", in(PhaseDiverge)},
		{"share", in(PhaseShare)},
		{"converge", in(PhaseConverge)},
		{"voting", voting},
		{"align", in(PhaseAlign)},
		{"canvas", canvas},
		{"closed", func(s *Stage) error { return s.Play(canvas, By(Fay, CloseWorkshop{})) }},
	}
}

// gateOf is what the gate says about a command in a word; what comes after the gate is the topic's business.
func gateOf(err error) string {
	for _, g := range []struct {
		refusal error
		word    string
	}{
		{ErrNotOpen, "none"},
		{ErrAlreadyOpen, "open"},
		{ErrClosed, "closed"},
		{ErrStranger, "stranger"},
		{ErrFacilitatorOnly, "who"},
		{ErrParticipantOnly, "who"},
		{ErrNotNow, "phase"},
		{ErrVoteOpen, "vote"},
	} {
		if errors.Is(err, g.refusal) {
			return g.word
		}
	}
	return "+"
}

const legend = `Who may do what, and when. Each line is a command and who sends it, each column a moment of the workshop.

  +         the gate is open: what the command says decides
  who       not for this person
  stranger  this person has no seat
  phase     not in this phase
  vote      not while a vote is open
  none      there is no workshop yet
  open      there is one already
  closed    the workshop is finished

`

func TestGateTable(t *testing.T) {
	var b strings.Builder
	b.WriteString(legend)
	fmt.Fprintf(&b, "%-19s%-13s", "", "")
	stages := make([]*Stage, 0, len(moments()))
	for _, m := range moments() {
		fmt.Fprintf(&b, "%-10s", m.name)
		s := NewStage()
		if err := s.Play(m.line); err != nil {
			t.Fatal(err)
		}
		stages = append(stages, s)
	}
	for _, c := range commands() {
		for _, who := range []struct {
			id   PersonID
			role string
		}{{Fay, "facilitator"}, {"ada", "participant"}, {"eve", "stranger"}} {
			fmt.Fprintf(&b, "\n%-19s%-13s", reflect.TypeOf(c).Name(), who.role)
			for _, s := range stages {
				_, err := Decide(s.State, sent(s.State, who.id, s.Now, c))
				fmt.Fprintf(&b, "%-10s", gateOf(err))
			}
		}
	}
	got := trimLines(b.String())
	const golden = "testdata/gate.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("the table has changed; if that is meant, run with -update (-want +got):\n%s", diff)
	}
}

func trimLines(s string) string {
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return strings.TrimRight(strings.Join(lines, "\n"), "\n") + "\n"
}
