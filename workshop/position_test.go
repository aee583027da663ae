package workshop_test

import (
	"strings"
	"testing"

	. "convene/workshop"
)

func TestTheWayThroughTheWorkshop(t *testing.T) {
	var way []string
	for _, p := range plan(t, DefaultTotal, false).Positions() {
		way = append(way, p.String())
	}
	want := strings.Fields(`welcome/gather
		vision/brief vision/diverge vision/share vision/converge vision/align
		measures/brief measures/diverge measures/share measures/converge measures/align
		impact/brief impact/diverge impact/share impact/converge impact/align
		resources/brief resources/diverge resources/share resources/converge resources/align
		forces/brief forces/diverge forces/share forces/converge forces/align
		name/brief name/diverge name/share name/converge
		leader/brief leader/diverge leader/share leader/converge
		closing/canvas`)
	if got := strings.Join(way, " "); got != strings.Join(want, " ") {
		t.Errorf("the way is %s", got)
	}
}

func TestEveryPositionHasItsNeighbours(t *testing.T) {
	a := plan(t, DefaultTotal, true)
	ps := a.Positions()
	for i, p := range ps {
		next, on := a.Next(p)
		before, back := a.Previous(p)
		if on != (i < len(ps)-1) || back != (i > 0) {
			t.Errorf("from %s: on %v, back %v", p, on, back)
		}
		if on && next != ps[i+1] || back && before != ps[i-1] {
			t.Errorf("%s stands between %s and %s", p, before, next)
		}
	}
	if _, ok := a.Next(at(StepForces, PhaseBrief)); ok {
		t.Error("there is a way on from a step that was skipped")
	}
}

func TestWhatComesAfterIsTheRestOfThePlan(t *testing.T) {
	a := plan(t, DefaultTotal, false)
	var passed Span
	for _, p := range a.Positions() {
		passed += a.Box(p)
		if got, want := a.After(p), a.Total()-passed; got != want {
			t.Errorf("after %s: %s, want %s", p, got, want)
		}
	}
}
