package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"convene/workshop"
	"convene/workshop/workshoptest"
)

func TestTheLogTellsWhoClusteredWhat(t *testing.T) {
	s := workshoptest.NewStage()
	by, on := workshoptest.By, workshop.Spot{Cluster: 1}
	notes := func(n ...workshop.NoteID) []workshop.NoteID { return n }
	if err := s.Play(workshoptest.Group("ada"), by("ben", workshop.Join{Name: "Ben"}),
		workshoptest.Reach(workshop.StepVision, workshop.PhaseDiverge),
		workshoptest.Write("ada", workshop.PromptVision, "One", "Two", "Three", "Four", "Five"),
		workshoptest.Reach(workshop.StepVision, workshop.PhaseConverge),
	); err != nil {
		t.Fatal(err)
	}
	before := len(s.Records)
	if err := s.Play(
		by("ben", workshop.FormCluster{Notes: notes(1, 2, 3)}, workshop.TitleCluster{Cluster: 1, Title: "Craft"}),
		by("ada", workshop.FormCluster{Notes: notes(4), Title: "Order"}, workshop.MoveNotes{Notes: notes(5), Cluster: 1}),
		by("ben", workshop.MoveNotes{Notes: notes(1, 5)}, workshop.ParkNotes{Notes: notes(5)}),
		by("ada", workshop.MergeClusters{Into: 1, From: 2}, workshop.UndoLast{}, workshop.MoveNotes{Notes: notes(5), Cluster: 2}),
		by("ben", workshop.TitleCluster{Cluster: 1}),
		by(workshoptest.Fay, workshop.PutSpotlight{On: on}, workshop.PutSpotlight{},
			workshop.WriteStatement{Section: workshop.SectionVision, Text: "We test"}),
	); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := writeLog(&out, s.Records); err != nil {
		t.Fatal(err)
	}
	var got []string
	for line := range strings.Lines(out.String()) {
		_, told, _ := strings.Cut(strings.TrimSpace(line), "  ")
		got = append(got, told)
	}
	want := []string{
		"Ben put #1, #2 and #3 together",
		"Ben gave cluster 1 its title: Craft",
		"Ada (in the booth) put #4 together: Order",
		"Ada (in the booth) moved #5 to cluster “Craft”",
		"Ben let #1 and #5 stand alone",
		"Ben parked #5",
		"Ada (in the booth) merged cluster “Order” into cluster “Craft”",
		"Ada (in the booth) took back their own last action on the board",
		"Ada (in the booth) moved #5 to cluster “Order”",
		"Ben took the title of cluster “Craft” away",
		"Fay put the spotlight on cluster 1",
		"Fay put the spotlight out",
		"Fay wrote the statement (vision): We test",
	}
	if diff := cmp.Diff(want, got[before:]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
