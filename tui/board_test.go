package tui

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"convene/tui/board"
	"convene/tui/tuitest"
	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// theWall has notes 1 and 2 in cluster 1 ("Craft"), notes 3 and 4 in cluster 2 (no title), notes 5 and 6 alone and
// note 7 parked under the first prompt; notes 8 and 9 alone under the second. Ada is at the keyboard.
func theWall(t *testing.T) *Stage {
	t.Helper()
	s := NewStage()
	if err := s.Play(
		Group("ada", "ben"), Reach(workshop.StepVision, workshop.PhaseDiverge),
		Write("ada", workshop.PromptVision, "one", "two", "three", "four", "five", "six", "seven"),
		Write("ben", workshop.PromptImportance, "eight", "nine"),
		Reach(workshop.StepVision, workshop.PhaseConverge),
		By("ben", workshop.FormCluster{Notes: ids(1, 2), Title: "Craft"}),
		By("ben", workshop.FormCluster{Notes: ids(3, 4)}),
		By("ben", workshop.ParkNotes{Notes: ids(7)}),
	); err != nil {
		t.Fatal(err)
	}
	return s
}

func ids(n ...workshop.NoteID) []workshop.NoteID { return n }

// down and up are the keys pressed so often.
func down(n int) []string { return strings.Split(strings.Repeat("j", n), "") }
func up(n int) []string   { return strings.Split(strings.Repeat("k", n), "") }

// sent lists the commands that an action sends, one after the other.
func sent(act action) []workshop.Command {
	switch act := act.(type) {
	case send:
		return append([]workshop.Command{act.command}, sent(act.then)...)
	case both:
		return append(sent(act.first), sent(act.second)...)
	}
	return nil
}

// The selection begins at the first cluster's title. From there down: one, two, the second cluster, three, four, five,
// six, seven; to the right: eight, nine.
func TestKeysOfTheBoard(t *testing.T) {
	for _, c := range []struct {
		name string
		keys []string
		want []workshop.Command
	}{
		{"grab five, carry it to six, drop it", append(down(6), "space", "j", "space"), []workshop.Command{workshop.DropOn{Notes: ids(5), On: 6}}},
		{"grab six, carry it up over five to the second cluster", append(down(7), "space", "k", "k", "enter"), []workshop.Command{workshop.MoveNotes{Notes: ids(6), Cluster: 2}}},
		{"grab one, carry it past the second cluster into the gap", append(down(1), "space", "j", "j", "space"), []workshop.Command{workshop.MoveNotes{Notes: ids(1)}}},
		{"grab five, carry it over to eight", append(down(6), "space", "l", "k", "k", "k", "space"), []workshop.Command{workshop.DropOn{Notes: ids(5), On: 8}}},
		{"grab the first cluster, carry it to the second", []string{"space", "j", "space"}, []workshop.Command{workshop.MergeClusters{Into: 2, From: 1}}},
		{"grab and drop at once", append(down(6), "space", "space"), nil},
		{"grab, carry, put it back", append(down(6), "space", "j", "esc"), nil},
		{"grabbing moves nothing", append(down(6), "space", "j"), nil},
		{"split a note off", append(down(1), "x"), []workshop.Command{workshop.MoveNotes{Notes: ids(1)}}},
		{"split a cluster up", []string{"x"}, []workshop.Command{workshop.MoveNotes{Notes: ids(1, 2)}}},
		{"a lone note has nothing to split off", append(down(6), "x"), nil},
		{"park a note", append(down(6), "p"), []workshop.Command{workshop.ParkNotes{Notes: ids(5)}}},
		{"park a cluster", []string{"p"}, []workshop.Command{workshop.ParkNotes{Notes: ids(1, 2)}}},
		{"bring a parked note back", append(down(8), "p"), []workshop.Command{workshop.MoveNotes{Notes: ids(7)}}},
		{"merge two marked notes", append(down(6), "M", "M", "m"), []workshop.Command{workshop.FormCluster{Notes: ids(5, 6)}}},
		{
			"merge clusters and notes: the first marked cluster is kept", append([]string{"j", "j", "j", "M"}, append(append(up(6), "M"), append(down(3), "M", "m")...)...),
			[]workshop.Command{workshop.MergeClusters{Into: 2, From: 1}, workshop.MoveNotes{Notes: ids(5), Cluster: 2}},
		},
		{
			"marked notes are carried together", append(down(6), "M", "M", "k", "space", "k", "k", "space"),
			[]workshop.Command{workshop.MoveNotes{Notes: ids(5, 6), Cluster: 2}},
		},
		{
			"marked notes are dropped on a third", append(down(6), "M", "M", "k", "space", "l", "k", "k", "k", "space"),
			[]workshop.Command{workshop.DropOn{Notes: ids(5, 6), On: 8}},
		},
		{"marked notes dropped on one of them stay", append(down(6), "M", "M", "k", "space", "k", "space"), nil},
		{"what isn't marked is carried alone", append(down(6), "M", "M", "k", "k", "k", "space", "k", "k", "k", "space"), []workshop.Command{workshop.MoveNotes{Notes: ids(4), Cluster: 1}}},
		{"a cluster is put after the next", []string{">"}, []workshop.Command{workshop.PlaceCluster{Cluster: 1}}},
		{"a cluster is put before the one above, from a note in it", append(down(4), "<"), []workshop.Command{workshop.PlaceCluster{Cluster: 2, Before: 1}}},
		{"the first has nothing above it", []string{"<"}, nil},
		{"a lone note has no place among clusters", append(down(6), "<"), nil},
		{"folded notes are out of the way", []string{"f", "j", "x"}, []workshop.Command{workshop.MoveNotes{Notes: ids(3, 4)}}},
		{"folding from within goes to the title", append(down(1), "f", "x"), []workshop.Command{workshop.MoveNotes{Notes: ids(1, 2)}}},
		{"fold and unfold", append([]string{"f", "f"}, append(down(3), "x")...), []workshop.Command{workshop.MoveNotes{Notes: ids(3, 4)}}},
		{"fold all", []string{"F", "j", "j", "p"}, []workshop.Command{workshop.ParkNotes{Notes: ids(5)}}},
		{"fold all, unfold all", append([]string{"F", "F"}, append(down(1), "x")...), []workshop.Command{workshop.MoveNotes{Notes: ids(1)}}},
		{"find, and go there", []string{"/", "s", "i", "x", "enter", "p"}, []workshop.Command{workshop.ParkNotes{Notes: ids(6)}}},
		{"find the second that says it", []string{"/", "n", "i", "n", "e", "enter", "p"}, []workshop.Command{workshop.ParkNotes{Notes: ids(9)}}},
		{"found by its title, a cluster has all its notes", []string{"/", "c", "r", "a", "f", "t", "down", "down", "enter", "p"}, []workshop.Command{workshop.ParkNotes{Notes: ids(2)}}},
		{"find, and leave it", append(down(6), "/", "n", "i", "n", "e", "esc", "p"), []workshop.Command{workshop.ParkNotes{Notes: ids(5)}}},
		{"letters are text while one looks for something", []string{"/", "p", "x", "m", "esc"}, nil},
		{"one marked is not enough", append(down(6), "M", "m"), nil},
		{"a mark can be taken away", append(down(6), "M", "M", "k", "M", "m"), nil},
		{"a cluster with a note of its own is together already", []string{"M", "k", "k", "M", "m"}, nil},
		{"taking back is for the rules to refuse", []string{"u"}, []workshop.Command{workshop.UndoLast{}}},
		{"only the facilitator lights", []string{"enter"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			st := stageOf(theWall(t), "ada", 78, 19)
			got := sent(pressed(screenOf(st), st, c.keys...))
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("commands (-want +got):\n%s", diff)
			}
		})
	}
}

func bodyOf(a *App) string { return ansi.Strip(a.View().Content) }

// says checks what is on the screen.
func says(t *testing.T, a *App, want ...string) {
	t.Helper()
	for _, w := range want {
		if !strings.Contains(bodyOf(a), w) {
			t.Errorf("nothing says %q:\n%s", w, bodyOf(a))
		}
	}
}

func TestATitleThatIsRefusedStaysInTheDialog(t *testing.T) {
	s := theWall(t)
	a := appOf(t, s, "ada", 100, 30)
	typeKeys(a, "e")
	typeKeys(a, strings.Split(strings.Repeat("x", workshop.MaxTitleLen), "")...)
	typeKeys(a, "enter")
	says(t, a, "That title is too long", "Craftxxxx")
	for range workshop.MaxTitleLen - 3 {
		typeKeys(a, "backspace")
	}
	typeKeys(a, "enter")
	says(t, a, "╭─ Craftxxx ")
}

func TestWhatALoneNoteCannotDoIsSaid(t *testing.T) {
	for _, k := range []string{"e", "x", "m"} {
		st := stageOf(theWall(t), "ada", 78, 19)
		sc := screenOf(st)
		pressed(sc, st, down(6)...)
		if act, ok := pressed(sc, st, k).(say); !ok || act.text == "" {
			t.Errorf("%s on a lone note says nothing", k)
		}
	}
}

// The selection is by ID: it stays on its note while others work above it, and follows it into a cluster.
func TestTheSelectionStaysOnItsNote(t *testing.T) {
	s := theWall(t)
	st := stageOf(s, "ada", 78, 19)
	sc := screenOf(st).(*boardScreen)
	pressed(sc, st, down(6)...)
	for _, l := range []Line{
		By("ben", workshop.MoveNotes{Notes: ids(7)}),
		By("ben", workshop.MoveNotes{Notes: ids(8, 9), Cluster: 1}),
		By("ben", workshop.MoveNotes{Notes: ids(5), Cluster: 2}),
	} {
		if err := s.Play(l); err != nil {
			t.Fatal(err)
		}
		sc.draw(stageOf(s, "ada", 78, 19))
		if sc.selected != board.Note(5) {
			t.Fatalf("the selection is on %+v", sc.selected)
		}
	}
}

func TestMergingTakesStepsThatCanBeTakenBack(t *testing.T) {
	s := theWall(t)
	a := appOf(t, s, "ada", 100, 30)
	typeKeys(a, "M", "M", "M", "m")
	says(t, a, "▸╭─ Craft", "Put together.")
	if c := viewOf(s, "ada").Columns[0]; len(c.Clusters) != 1 || len(c.Clusters[0].Notes) != 5 {
		t.Errorf("%+v", c.Clusters)
	}
	typeKeys(a, "u", "u")
	if c := viewOf(s, "ada").Columns[0]; len(c.Clusters) != 2 || len(c.Lone) != 2 {
		t.Errorf("taken back: %+v", c.Clusters)
	}
}

func TestParkingGoesOnToTheNext(t *testing.T) {
	s := theWall(t)
	a := appOf(t, s, "ada", 100, 30)
	typeKeys(a, append(down(6), "p", "p")...)
	if c := viewOf(s, "ada").Columns[0]; len(c.Parked) != 3 || len(c.Lone) != 0 {
		t.Errorf("%d parked, %d alone", len(c.Parked), len(c.Lone))
	}
	typeKeys(a, "k", "p") // four
	typeKeys(a, strings.Split("kkkkkkkkp", "")...)
	if c := viewOf(s, "ada").Columns[0]; len(c.Clusters) != 1 || len(c.Parked) != 6 {
		t.Errorf("%d clusters, %d parked", len(c.Clusters), len(c.Parked))
	}
}

func TestTheSpotlightIsTheFacilitators(t *testing.T) {
	s := theWall(t)
	fay, ada := appOf(t, s, Fay, 100, 30), appOf(t, s, "ada", 100, 30)
	typeKeys(fay, "j", "enter")
	news(ada)
	for _, a := range []*App{fay, ada} {
		says(t, a, "o n e")
	}
	typeKeys(fay, "down")
	news(ada)
	says(t, ada, "t w o")
	typeKeys(ada, "esc", "enter", "j")
	says(t, ada, "t w o")
	typeKeys(fay, "esc")
	if on := viewOf(s, "ada").Spot; on != (workshop.Spot{}) {
		t.Error("the spotlight is still on")
	}
	says(t, fay, "▸│ · two")
}

func TestNothingMovesWhileAVoteIsOpen(t *testing.T) {
	s := theWall(t)
	st := stageOf(s, "ada", 78, 19)
	sc := screenOf(st)
	pressed(sc, st, append(down(6), "space")...)
	if err := s.Play(By(Fay, workshop.OpenVote{})); err != nil {
		t.Fatal(err)
	}
	st = stageOf(s, "ada", 78, 19)
	if act := sent(pressed(sc, st, "j", "space")); act != nil || sc.typing() {
		t.Errorf("sent %+v", act)
	}
	if act := sent(pressed(sc, st, "p")); act != nil {
		t.Errorf("sent %+v", act)
	}
}

func TestTheNameIsOnlyRead(t *testing.T) {
	s := SampleStage(workshop.StepName, workshop.PhaseShare)
	st := stageOf(s, Fay, 78, 19)
	sc := screenOf(st)
	for _, k := range []string{"space", "M", "m", "x", "e"} {
		if act := pressed(sc, st, k); len(sent(act)) > 0 || sc.typing() {
			t.Errorf("%s does %+v", k, act)
		}
	}
	if got := sent(pressed(sc, st, "p")); len(got) != 1 {
		t.Errorf("p sends %+v", got)
	}
}

func TestAfterTheWeighingTheDiagramComesFirst(t *testing.T) {
	s := SampleStage(workshop.StepForces, workshop.PhaseAlign)
	if err := s.Play(Back(workshop.StepForces, workshop.PhaseConverge)); err != nil {
		t.Fatal(err)
	}
	a := appOf(t, s, Fay, 100, 30)
	says(t, a, "balance")
	typeKeys(a, "tab")
	says(t, a, "SUPPORTS", "3 notes", "4/5")
	typeKeys(a, "tab")
	says(t, a, "balance")
}

func TestAdviceIsGivenNotForced(t *testing.T) {
	for _, c := range []struct {
		name   string
		column workshop.Column
		want   string
	}{
		{"nothing", workshop.Column{}, ""},
		{"no cluster yet", workshop.Column{Lone: make([]workshop.Card, 3)}, "3 notes stand alone"},
		{"some", workshop.Column{Lone: make([]workshop.Card, 1), Clusters: []workshop.Pile{{Title: "x"}, {}}}, "1 note stands alone · 2 clusters · 1 has no title"},
		{"many", workshop.Column{Lone: make([]workshop.Card, 12), Clusters: make([]workshop.Pile, 7)}, "12 notes stand alone · 7 clusters (6 to 10 read well) · 7 have no title"},
		{"too many", workshop.Column{Clusters: make([]workshop.Pile, 11)}, "11 clusters (6 to 10 read well) · 11 have no title"},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := workshop.View{Shared: &workshop.Shared{Columns: []workshop.Column{c.column}}}
			if got := strings.Join(advice(v), " · "); got != c.want {
				t.Errorf("says %q, want %q", got, c.want)
			}
		})
	}
}

func TestTheBoardLooksAsItDid(t *testing.T) {
	for _, c := range []struct {
		name string
		who  workshop.PersonID
		keys []string
	}{
		{"first", "ada", nil},
		{"carrying", "ada", append(down(6), "space", "j")},
		{"marked", Fay, append(down(6), "M", "M", "k")},
	} {
		for _, size := range [][2]int{{78, 19}, {118, 30}, {38, 19}, {58, 10}} {
			st := stageOf(theWall(t), c.who, size[0], size[1])
			sc := screenOf(st)
			sc.draw(st)
			pressed(sc, st, c.keys...)
			lines := sc.draw(st)
			tuitest.Fits(t, lines, size[0], size[1])
			if size[0] > 60 {
				tuitest.Golden(t, fmt.Sprintf("board/%s@%dx%d", c.name, size[0], size[1]), tuitest.Plain(lines))
			}
		}
	}
}
