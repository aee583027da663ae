package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"convene/workshop"
	"convene/workshop/workshoptest"
)

func TestTheLogTellsWhoCameInAndByWhom(t *testing.T) {
	s := workshoptest.NewStage()
	by := workshoptest.By
	if err := s.Play(workshoptest.Opened(),
		by("ada", workshop.Join{Name: "Ada"}),
		by("dan", workshop.JoinAsFacilitator{Name: "Dan"}),
		by("dan", workshop.LockDoor{Locked: true}),
		by("eve", workshop.Join{Name: "Eve"}),
		by("kim", workshop.Join{Name: "Kim"}),
		by("dan", workshop.AdmitPerson{Person: "eve"}),
		by(workshoptest.Fay, workshop.RefusePerson{Person: "kim"}, workshop.LockDoor{},
			workshop.AppointFacilitator{Person: "ada"}, workshop.ReleaseFacilitator{Person: "ada"}),
		by("dan", workshop.ReleaseFacilitator{Person: "dan"}),
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
		"Ada joined",
		"Dan joined to facilitate, too",
		"Dan locked the door",
		"Eve knocked at the locked door",
		"Kim knocked at the locked door",
		"Dan let Eve in",
		"Fay turned Kim away at the door",
		"Fay unlocked the door",
		"Fay made Ada a facilitator, too",
		"Fay let Ada take part instead of facilitating",
		"Dan no longer facilitates, and takes part",
	}
	if diff := cmp.Diff(want, got[2:]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
