package main

import (
	"context"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"

	"convene/store"
	"convene/workshop"
	"convene/workshop/workshoptest"
)

// goon plays the workshop in a file that goes on from a canvas, from its first moment to its end: under the vision a note is
// written, the first cluster gets the title "Said anew", and the first note that hangs alone is parked.
func goon(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: goon FILE CODEFILE")
	}
	ctx, id := context.Background(), workshop.ID(strings.TrimSpace(ts.ReadFile(args[1])))
	s, err := store.Open(ts.MkAbs(args[0]))
	ts.Check(err)
	defer func() { ts.Check(s.Close()) }()
	records, err := s.Load(ctx, id, 0)
	ts.Check(err)
	stage := workshoptest.NewStage()
	stage.Records, stage.State = records, workshop.Replay(workshop.State{}, records...)
	host := asHost(id)
	ts.Check(stage.Play(workshoptest.By(host, workshop.AddPerson{Person: "ana", Name: "Ana"})))
	for stage.State.At.Step != workshop.StepClosing {
		switch at := stage.State.At; {
		case at == workshop.Position{Step: workshop.StepVision, Phase: workshop.PhaseDiverge}:
			write := workshop.WriteNote{Prompt: workshop.PromptVision, Text: "Written this time"}
			_, err := stage.Send(workshop.Envelope{By: "ana", Via: host, At: stage.Now, Command: write})
			ts.Check(err)
		case at == workshop.Position{Step: workshop.StepVision, Phase: workshop.PhaseConverge}:
			ts.Check(stage.Play(workshoptest.By(host, changesWhatStands(stage.State)...)))
		case at == workshop.Position{Step: workshop.StepLeader, Phase: workshop.PhaseConverge}:
			ts.Check(stage.Play(workshoptest.By(host, workshop.RecordNoLeader{Reason: "Next time"})))
		}
		ts.Check(stage.Play(workshoptest.By(host, workshop.Advance{From: stage.State.At, Despite: true})))
	}
	ts.Check(stage.Play(workshoptest.By(host, workshop.CloseWorkshop{})))
	ts.Check(s.Append(ctx, id, workshop.Seq(len(records)), stage.Records[len(records):]...))
}

// changesWhatStands gives the first cluster another title, and parks the first note of the last canvas that hangs alone.
func changesWhatStands(s workshop.State) []workshop.Command {
	for _, n := range workshop.Share(s).Columns[0].Lone {
		if n.Standing > 0 {
			return []workshop.Command{
				workshop.TitleCluster{Cluster: 1, Title: "Said anew"}, workshop.ParkNotes{Notes: []workshop.NoteID{n.ID}},
			}
		}
	}
	return []workshop.Command{workshop.TitleCluster{Cluster: 1, Title: "Said anew"}}
}
