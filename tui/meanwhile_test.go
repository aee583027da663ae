package tui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"convene/tui/tuitest"
	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// Two people act at once: what somebody sends rests on a board that has changed a moment before. Whatever the two do, the
// note lands in a place that makes sense, or the second one reads what has happened. The golden file is the whole
// table: for each change, each command that may come a moment after it, and what follows.
func TestWhateverHappensMeanwhile(t *testing.T) {
	ben := func(c ...workshop.Command) Line { return By("ben", c...) }
	merge := workshop.MergeClusters{Into: 2, From: 1}
	changes := []struct {
		name string
		line Line
	}{
		{"Ben puts #5 into a new cluster with #6", ben(workshop.FormCluster{Notes: ids(5, 6), Title: "New"})},
		{"Ben moves #5 into Craft", ben(workshop.MoveNotes{Notes: ids(5), Cluster: 1})},
		{"Ben parks #5", ben(workshop.ParkNotes{Notes: ids(5)})},
		{"Ben merges Craft into Friends", ben(merge)},
		{"Ben merges Craft into Friends, and that into Order", ben(merge, workshop.MergeClusters{Into: 3, From: 2})},
		{"Ben merges Friends into Craft", ben(workshop.MergeClusters{Into: 1, From: 2})},
		{"Ben splits Craft up", ben(workshop.MoveNotes{Notes: ids(1, 2)})},
		{"Ben parks all of Craft", ben(workshop.ParkNotes{Notes: ids(1, 2)})},
		{"Ben calls Craft Skill", ben(workshop.TitleCluster{Cluster: 1, Title: "Skill"})},
		{"Ben merges Craft into Friends, and takes it back", ben(merge, workshop.UndoLast{})},
		{"Fay opens a vote", By(Fay, workshop.OpenVote{})},
		{"Fay goes on", Onward(false)},
		{"Fay goes back to where everybody writes", Back(workshop.StepVision, workshop.PhaseDiverge)},
	}
	commands := []struct {
		name    string
		command workshop.Command
	}{
		{"drops #9 on #5", workshop.DropOn{Notes: ids(9), On: 5}},
		{"drops #9 on Craft", workshop.MoveNotes{Notes: ids(9), Cluster: 1}},
		{"sends #5 and #9 to Craft", workshop.MoveNotes{Notes: ids(5, 9), Cluster: 1}},
		{"splits #5 off", workshop.MoveNotes{Notes: ids(5)}},
		{"drops Order on Craft", workshop.MergeClusters{Into: 1, From: 3}},
		{"drops Craft on Friends", workshop.MergeClusters{Into: 2, From: 1}},
		{"drops Craft on Order", workshop.MergeClusters{Into: 3, From: 1}},
		{"calls Craft Guild", workshop.TitleCluster{Cluster: 1, Title: "Guild"}},
		{"parks #5", workshop.ParkNotes{Notes: ids(5)}},
		{"takes Craft's forming back", workshop.UndoLast{}},
	}
	var table []string
	for _, change := range changes {
		table = append(table, change.name+". Ada", "")
		for _, c := range commands {
			table = append(table, fmt.Sprintf("    %-28s %s", c.name, follows(t, change.line, c.command)))
		}
		table = append(table, "")
	}
	tuitest.Golden(t, "meanwhile", table)
}

// follows is where notes and titles are that have changed because of a command that comes a moment after a change, or
// the sentence that its sender reads.
func follows(t *testing.T, change Line, c workshop.Command) string {
	t.Helper()
	s := NewStage()
	if err := s.Play(
		Group("ada", "ben"), Reach(workshop.StepVision, workshop.PhaseDiverge),
		Write("ben", workshop.PromptVision, "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
		Reach(workshop.StepVision, workshop.PhaseConverge),
		By("ada", workshop.FormCluster{Notes: ids(1, 2), Title: "Craft"}),
		By("ben", workshop.FormCluster{Notes: ids(3, 4), Title: "Friends"}),
		By("ben", workshop.FormCluster{Notes: ids(7, 8), Title: "Order"}),
	); err != nil {
		t.Fatal(err)
	}
	if err := s.Play(change); err != nil {
		t.Fatal(err)
	}
	before := whereNotesAre(s.State)
	if _, err := s.Do("ada", c); err != nil {
		return "“" + refusal(viewOf(s, "ada"), c, err) + "”"
	}
	var out []string
	for i, now := range whereNotesAre(s.State) {
		if i >= len(before) || now != before[i] {
			out = append(out, now)
		}
	}
	return strings.Join(out, ", ")
}

// whereNotesAre says where each note stands, in their order.
func whereNotesAre(s workshop.State) []string {
	titles := map[workshop.ClusterID]string{}
	for c := range s.Clusters.All() {
		titles[c.ID] = c.Title
		if c.Title == "" {
			titles[c.ID] = "a new cluster"
		}
	}
	var out []string
	for n := range s.Notes.All() {
		switch {
		case n.Parked:
			out = append(out, n.ID.String()+" parked")
		case n.Cluster == 0:
			out = append(out, n.ID.String()+" alone")
		default:
			out = append(out, n.ID.String()+" in "+titles[n.Cluster])
		}
	}
	return out
}

func TestWhoCarriesItIsNamedInTheRefusal(t *testing.T) {
	s := theWall(t)
	got := refusal(viewOf(s, "ada"), workshop.ParkNotes{Notes: ids(5)}, fmt.Errorf("do: %w", &workshop.HeldError{Person: "ben"}))
	if want := "Ben is carrying that. A facilitator can free it."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Only a facilitator's keys reach for what somebody else carries.
func TestAFacilitatorMayParkWhatIsCarried(t *testing.T) {
	s := theWall(t)
	seat := &pointSeat{
		stageSeat: stageSeat{stage: s, by: Fay},
		others:    []workshop.Pointer{{Person: "ben", On: workshop.Spot{Note: 1}, Holds: true}},
	}
	a := New(t.Context(), Config{Seat: seat, Dark: true, Now: func() time.Time { return s.Now }})
	a.Update(tea.WindowSizeMsg{Width: 100, Height: 30})
	typeKeys(a, "down", "p")
	for n := range s.State.Notes.All() {
		if n.ID == 1 && !n.Parked {
			t.Errorf("not parked, but said: %q", a.toast.text)
		}
	}
}
