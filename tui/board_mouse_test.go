package tui

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"convene/tui/board"
	"convene/tui/theme"
	"convene/workshop"
	"convene/workshop/tongue"
	. "convene/workshop/workshoptest"
)

// What is clicked is what is drawn there, at every size.
func TestAClickSelectsWhatIsDrawnThere(t *testing.T) {
	for _, size := range [][2]int{{40, 15}, {60, 15}, {80, 24}, {100, 30}, {120, 35}, {160, 45}} {
		a := appOf(t, theWall(t), "ada", size[0], size[1])
		for text, want := range map[string]board.Ref{
			"Craft": board.Cluster(1), "· one": board.Note(1), "two": board.Note(2), "(no title yet)": board.Cluster(2), "four": board.Note(4),
		} {
			click(t, a, text)
			if got := boardOf(t, a).selected; got != want {
				t.Errorf("at %v a click on %q selects %v, want %v:\n%s", size, text, got, want, bodyOf(a))
			}
		}
	}
}

func TestDraggingOnTheWall(t *testing.T) {
	for _, size := range [][2]int{{60, 24}, {80, 24}, {120, 35}, {160, 45}} {
		for _, c := range []struct {
			name, what, onto string
			want             workshop.Event
		}{
			{"a note on a lone note", "five", "six", workshop.ClusterFormed{Cluster: 3, Prompt: workshop.PromptVision, Notes: ids(6, 5)}},
			{"a note on a cluster's title", "five", "Craft", workshop.NotesMoved{Notes: ids(5), Cluster: 1}},
			{"a note on a note in a cluster", "five", "four", workshop.NotesMoved{Notes: ids(5), Cluster: 2}},
			{"a cluster on a cluster", "(no title yet)", "Craft", workshop.ClustersMerged{Into: 1, From: 2, Title: "Craft"}},
			{"a note on itself", "five", "five", nil},
			{"a note on its cluster", "· one", "Craft", nil},
			{"a note on a parked one", "five", "seven", nil},
			{"a note on nothing", "five", "parked, not", nil},
		} {
			s := theWall(t)
			a := appOf(t, s, "ada", size[0], size[1])
			before := len(s.Records)
			drag(t, a, c.what, c.onto)
			got := s.Records[before:]
			switch {
			case c.want == nil && len(got) != 0:
				t.Errorf("at %v, %s: %v", size, c.name, got)
			case c.want == nil:
				says(t, a, "It stays where it was.")
			case len(got) != 1 || !cmp.Equal(got[0].Event, c.want):
				t.Errorf("at %v, %s: %v, want %v", size, c.name, got, c.want)
			}
			if boardOf(t, a).carried.Somewhere() {
				t.Errorf("at %v, %s: it hangs on the mouse", size, c.name)
			}
		}
	}
}

// While a note hangs on the mouse, a ghost of it is beside the pointer, the line above the wall says what a drop would
// do, and nothing on the wall moves.
func TestTheGhostFollowsThePointer(t *testing.T) {
	for _, size := range [][2]int{{60, 20}, {80, 24}, {160, 45}} {
		a := appOf(t, theWall(t), "ada", size[0], size[1])
		x, y := lift(t, a, "five", "six")
		says(t, a, `drop: a new cluster with "six"`)
		ghost := a.theme.Hand + " five"
		row := strings.Split(bodyOf(a), "\n")[y+1]
		if at := strings.Index(row, ghost); at < 0 || theme.Width(row[:at]) != x+2 {
			t.Errorf("at %v the pointer is at %d,%d, and the ghost is not below it:\n%s", size, x, y, bodyOf(a))
		}
		where := make(map[board.Ref]int)
		note := func() {
			s := boardOf(t, a)
			for _, lane := range s.layout(a.stage()).Lanes {
				for _, b := range lane.Boxes {
					y := b.Y - s.seen[lane.LaneID].Top
					if was, known := where[b.Ref]; known && b.Ref.Somewhere() && was != y {
						t.Errorf("at %v: %v has moved from row %d to %d", size, b.Ref, was, y)
					}
					where[b.Ref] = y
				}
			}
		}
		for y := 4; y < size[1]-4; y++ {
			moveTo(a, 4, y)
			bodyOf(a)
			note()
		}
		moveTo(a, 4, 0)
		says(t, a, "drop: stays where it is")
		typeKeys(a, "esc")
		if strings.Contains(bodyOf(a), a.theme.Hand) {
			t.Errorf("at %v the ghost stays", size)
		}
	}
}

func TestEscapePutsBackWhatHangsOnTheMouse(t *testing.T) {
	s := theWall(t)
	a := appOf(t, s, "ada", 80, 24)
	before := len(s.Records)
	x, y := lift(t, a, "five", "six")
	typeKeys(a, "esc")
	says(t, a, "It stays where it was.")
	moveTo(a, x+1, y)
	letGoAt(a, x, y)
	if len(s.Records) != before || boardOf(t, a).carried.Somewhere() {
		t.Error("it was dropped all the same")
	}
}

// Turning the mouse off leaves what hangs on it in the hand, for the keys.
func TestTheKeysGoOnWithWhatTheMouseHasBegun(t *testing.T) {
	s := theWall(t)
	a := appOf(t, s, "ada", 80, 24)
	before := len(s.Records)
	lift(t, a, "five", "six")
	typeKeys(a, "ctrl+g", "space")
	if got := s.Records[before:]; len(got) != 1 || got[0].Event.Kind() != (workshop.ClusterFormed{}).Kind() {
		t.Errorf("space did %v", got)
	}
	typeKeys(a, "u", "ctrl+g", "space", "j")
	click(t, a, "Craft") // where what the keys carry goes
	if got := s.Records[len(s.Records)-1].Event; got.Kind() != (workshop.NotesMoved{}).Kind() {
		t.Errorf("a click with something in the hand did %v", got)
	}
}

func TestWhatIsDraggedIsHeld(t *testing.T) {
	a, seat := pointingAt(t, theWall(t))
	lift(t, a, "five", "six")
	if got := seat.told[len(seat.told)-1]; got != "note 5 held" {
		t.Errorf("the others were told %q", seat.told)
	}
	typeKeys(a, "esc")
	if got := seat.told[len(seat.told)-1]; got != "note 5" {
		t.Errorf("the others were told %q", seat.told)
	}

	s := theWall(t)
	before := len(s.Records)
	a, _ = pointingAt(t, s, workshop.Pointer{Person: "ben", On: workshop.Spot{Note: 5}, Holds: true})
	drag(t, a, "five", "six")
	says(t, a, "Ben is carrying that.")
	if len(s.Records) != before || boardOf(t, a).carried.Somewhere() {
		t.Error("it was taken out of Ben's hand")
	}
}

func TestADoubleClick(t *testing.T) {
	s := theWall(t)
	fay, ada := appOf(t, s, Fay, 80, 24), appOf(t, s, "ada", 80, 24)
	twice := func(a *App, text string, apart time.Duration) {
		t.Helper()
		x, y := cellOf(t, a, text)
		for range 2 {
			pressAt(a, x, y)
			letGoAt(a, x, y)
			bodyOf(a)
			s.Now = s.Now.Add(apart)
		}
	}
	twice(fay, "five", doubleClick+time.Millisecond)
	if len(fay.dialogs) != 0 || viewOf(s, Fay).Spot != (workshop.Spot{}) {
		t.Error("two slow clicks do something")
	}
	s.Now = s.Now.Add(time.Second)
	twice(fay, "six", doubleClick)
	if got := viewOf(s, Fay).Spot; got != (workshop.Spot{Note: 6}) {
		t.Errorf("the spotlight is on %v", got)
	}
	news(ada)
	pressAt(ada, 10, 10)
	if viewOf(s, Fay).Spot == (workshop.Spot{}) {
		t.Error("somebody else puts the spotlight out")
	}
	pressAt(fay, 10, 10)
	if viewOf(s, Fay).Spot != (workshop.Spot{}) {
		t.Error("a click does not put the spotlight out")
	}
	news(ada)
	twice(ada, "five", 0)
	if len(ada.dialogs) != 0 {
		t.Error("a note that stands alone asks for a title")
	}
	s.Now = s.Now.Add(time.Second)
	twice(ada, "Craft", 0)
	if len(ada.dialogs) != 1 {
		t.Fatalf("nothing asks for a title:\n%s", bodyOf(ada))
	}
	typeText(ada, " and care")
	typeKeys(ada, "enter")
	says(t, ada, "Craft and care")
}

// longWall is a wall that is much higher than a screen.
func longWall(t *testing.T) *Stage {
	t.Helper()
	s := NewStage()
	if err := s.Play(
		Group("ada", "ben"), Reach(workshop.StepVision, workshop.PhaseDiverge), many(50, workshop.PromptVision, workshop.PromptImportance),
		Reach(workshop.StepVision, workshop.PhaseConverge),
	); err != nil {
		t.Fatal(err)
	}
	return s
}

func tops(s *boardScreen) []int {
	var out []int
	for part := range 2 {
		for _, p := range []workshop.Prompt{workshop.PromptVision, workshop.PromptImportance} {
			out = append(out, s.seen[board.LaneID{Prompt: p, Part: part}].Top)
		}
	}
	return out
}

func TestTheWheelScrollsTheLaneUnderThePointer(t *testing.T) {
	a := appOf(t, longWall(t), "ada", 80, 24)
	bodyOf(a)
	s := boardOf(t, a)
	selected := s.selected
	wheelAt(a, 60, 12, 4)
	bodyOf(a)
	if got := tops(s); !cmp.Equal(got, []int{0, 4 * wheelRows, 0, 0}) || s.selected != selected {
		t.Errorf("four turns scroll to %v, and the selection is %v", got, s.selected)
	}
	wheelAt(a, 60, 12, -1)
	wheelAt(a, 5, 12, 1)
	wheelAt(a, 5, 12, -3)
	bodyOf(a)
	if got := tops(s); !cmp.Equal(got, []int{0, 3 * wheelRows, 0, 0}) {
		t.Errorf("turning back leads to %v", got)
	}
	typeKeys(a, "j")
	bodyOf(a)
	if got := tops(s); got[0] != 0 {
		t.Errorf("the keys lead to %v", got)
	}
}

// At an edge the wall scrolls on by itself, as long as something is dragged there.
func TestDraggingToAnEdgeScrolls(t *testing.T) {
	s := longWall(t)
	a := appOf(t, s, "ada", 80, 24)
	bodyOf(a)
	pressAt(a, 5, 8)
	carried := boardOf(t, a).selected
	moveTo(a, 5, 9)
	bodyOf(a)
	tick := func() {
		s.Now = s.Now.Add(creepTime)
		a.Update(tickMsg{due: a.nextTick})
		bodyOf(a)
	}
	tick()
	if got := tops(boardOf(t, a)); got[0] != 0 {
		t.Fatalf("in the middle it scrolls to %v", got)
	}
	moveTo(a, 5, 21)
	for range 10 {
		tick()
	}
	if got := tops(boardOf(t, a)); got[0] != 10*creepRows {
		t.Errorf("ten times at the lower edge: %v", got)
	}
	moveTo(a, 5, 12)
	onto := boardOf(t, a).target
	if onto == carried || !onto.Somewhere() {
		t.Fatalf("the target is %v:\n%s", onto, bodyOf(a))
	}
	letGoAt(a, 5, 12)
	if got := s.Records[len(s.Records)-1].Event; !cmp.Equal(got, workshop.Event(workshop.ClusterFormed{
		Cluster: 1, Prompt: workshop.PromptVision, Notes: []workshop.NoteID{onto.Note, carried.Note},
	})) {
		t.Errorf("the drop did %v", got)
	}
	if a.creeps() {
		t.Error("it scrolls on")
	}
}

// Where nothing is clustered nothing is dragged, and it is said why.
func TestNamesAreNotDragged(t *testing.T) {
	s := SampleStage(workshop.StepName, workshop.PhaseShare)
	a := appOf(t, s, "ada", 80, 24)
	bodyOf(a)
	before := len(s.Records)
	x, y := cellOf(t, a, viewOf(s, "ada").Columns[0].Lone[0].Text)
	pressAt(a, x, y)
	moveTo(a, x, y+1)
	says(t, a, tongue.Tongue{}.Error(workshop.ErrNoClustersHere))
	letGoAt(a, x, y+1)
	if len(s.Records) != before || boardOf(t, a).carried.Somewhere() {
		t.Error("a name is dragged")
	}
}

// A click on what is found ends the finding.
func TestAClickGoesToWhatIsFound(t *testing.T) {
	s := theWall(t)
	a := appOf(t, s, "ada", 80, 24)
	typeKeys(a, "/")
	typeText(a, "six")
	click(t, a, "six")
	if got := boardOf(t, a); got.finder != nil || got.selected != board.Note(6) {
		t.Errorf("selected %v:\n%s", got.selected, bodyOf(a))
	}
	drag(t, a, "six", "Craft")
	if got := s.Records[len(s.Records)-1].Event; !cmp.Equal(got, workshop.Event(workshop.NotesMoved{Notes: ids(6), Cluster: 1})) {
		t.Errorf("then a drag does %v", got)
	}
}

// What is marked is dragged together.
func TestWhatIsMarkedIsDraggedTogether(t *testing.T) {
	s := theWall(t)
	a := appOf(t, s, "ada", 80, 24)
	click(t, a, "five")
	typeKeys(a, "M")
	click(t, a, "six")
	typeKeys(a, "M")
	drag(t, a, "five", "Craft")
	if got := s.Records[len(s.Records)-1].Event; !cmp.Equal(got, workshop.Event(workshop.NotesMoved{Notes: ids(5, 6), Cluster: 1})) {
		t.Errorf("the drag does %v:\n%s", got, bodyOf(a))
	}
}
