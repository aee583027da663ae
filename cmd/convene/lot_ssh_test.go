package main

import (
	"context"
	"strings"
	"testing"
	"time"

	"convene/tui/sshd/sshtest"
	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// six is a hall with a workshop that has come to the naming, Fay at her terminal, and six people at theirs.
type six struct {
	*hall
	code   workshop.ID
	leads  *sshtest.Terminal
	people []*sshtest.Terminal
}

func gatherSix(t *testing.T) *six {
	t.Helper()
	s := NewStage()
	s.Now = time.Now()
	if err := s.Play(Group("oma"), Reach(workshop.StepName, workshop.PhaseDiverge), By(Fay, workshop.RemovePerson{Person: "oma"})); err != nil {
		t.Fatal(err)
	}
	e := &six{hall: openHall(t), code: s.State.ID}
	if err := e.store.Append(context.Background(), e.code, 0, s.Records...); err != nil {
		t.Fatal(err)
	}
	e.leads = sshtest.Dial(t, e.address, "fay", sshtest.Key(e.fay)).Terminal(sshtest.Window{Width: 100, Height: 30})
	e.leads.See("Software Craft")
	e.leads.Press("enter")
	e.leads.See("proposing alone")
	for _, name := range []string{"Ana", "Ben", "Cleo", "Dan", "Eve", "Finn"} {
		p := sshtest.Dial(t, e.address, string(e.code)).Terminal(sshtest.Window{Width: 80, Height: 24})
		p.See("What shall we call you?")
		p.Type(name)
		p.Press("enter")
		p.See("one name")
		e.people = append(e.people, p)
	}
	return e
}

// leader does something at Fay's terminal, once it shows a text.
func (e *six) leader(sees string, keys ...string) {
	e.t.Helper()
	e.leads.See(sees)
	e.leads.Press(keys...)
}

// halves puts three ballots into the box for the first option, and three for the second. Each screen shows the seal before.
func (e *six) halves(mark ...string) {
	e.t.Helper()
	for i, p := range e.people {
		p.Until("the seal", func(screen string) bool {
			return strings.Contains(strings.Join(strings.Fields(screen), " "), "that is sealed already, as")
		})
		p.See("[ ]")
		if i >= len(e.people)/2 {
			p.Press("down")
		}
		p.Press(mark...)
		p.See("final.")
		p.Press("y")
		p.See("Your ballot is in the box")
	}
	e.leader("Everyone has voted", "v")
}

// Six people at their own terminals choose a name, and elect a leader. Both times the vote ties, the runoff ties, and a lot
// decides, which anyone can check by the log.
func TestSixPeopleComeDownToALot(t *testing.T) {
	e := gatherSix(t)
	for i, name := range []string{"Guild", "Forge"} {
		e.people[i].Type(name)
		e.people[i].Press("enter")
		e.people[i].See("1 note")
	}
	e.leader("2 notes", "n")
	e.leader("Reveal now?", "y")
	e.leader("Guild", "n")
	e.leader("to choose from", "v")
	e.leader("A tie for the first place is normal", "enter")
	e.halves("space", "enter")
	e.leader("opens the runoff among them", "v")
	e.halves("space", "enter")
	e.leader("draw the lot", "v")
	e.leads.See("vote again")

	e.leads.Press("n")
	e.leader("One leader", "n")
	for i, p := range e.people[:2] {
		p.See("Who should lead")
		for range i {
			p.Press("down")
		}
		p.Press("enter")
		p.See("Why")
		p.Type("Listens")
		p.Press("enter")
		p.See("is nominated")
	}
	e.leader("nominating alone", "n")
	e.leader("Reveal now?", "y")
	for _, p := range e.people[:2] {
		p.See("You are nominated")
		p.Press("y")
		p.See("Do you have dedicated time for it?")
		p.Press("y")
		p.See("You are a candidate")
	}
	e.leader("accepting", "n")
	e.leader("opens the vote", "v")
	e.halves("enter")
	e.leader("opens the runoff between", "v")
	e.halves("enter")
	e.leader("draw the lot", "v")
	e.leads.See("reopen the election")

	records, err := e.store.Load(context.Background(), e.code, 0)
	if err != nil {
		t.Fatal(err)
	}
	state := workshop.Replay(workshop.State{}, records...)
	if state.Name.How != workshop.ByLot || state.Leadership.How != workshop.ByLot {
		t.Errorf("the name %+v, the leader %+v", state.Name, state.Leadership)
	}
	var page strings.Builder
	if err := writeLots(&page, records); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{": " + state.Name.Chosen + ".", ": " + state.Canvas().Leader + "."} {
		if !strings.Contains(page.String(), want) {
			t.Errorf("the log's page about the lots doesn't come to %q:\n%s", want, page.String())
		}
	}
	if n := strings.Count(page.String(), "everyone could see this seal"); n != 2 {
		t.Errorf("%d seals in\n%s", n, page.String())
	}
}
