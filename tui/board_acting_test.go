package tui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"convene/tui/board"
	"convene/tui/theme"
	"convene/workshop"
	. "convene/workshop/workshoptest"
)

func boardOf(t *testing.T, a *App) *boardScreen {
	t.Helper()
	s, ok := a.screen.(*boardScreen)
	if !ok {
		t.Fatalf("the screen is %T", a.screen)
	}
	return s
}

func TestWhoeverIsChosenStaysChosenWhenOthersChangeTheOrder(t *testing.T) {
	s := theWall(t)
	a := appOf(t, s, "ada", 80, 24)
	typeKeys(a, append(down(6), "i", "down")...) // the cluster without a title
	if err := s.Play(By("ben", workshop.PlaceCluster{Cluster: 2, Before: 1})); err != nil {
		t.Fatal(err)
	}
	news(a)
	typeKeys(a, "enter")
	if c := viewOf(s, "ada").Columns[0].Clusters[0]; c.ID != 2 || len(c.Notes) != 3 {
		t.Errorf("it went elsewhere: %+v", viewOf(s, "ada").Columns[0].Clusters)
	}
}

func TestNothingIsSentToWhatTookThePlaceOfTheChosen(t *testing.T) {
	s := theWall(t)
	a := appOf(t, s, "ada", 80, 24)
	typeKeys(a, append(down(6), "i")...)
	says(t, a, "▸ Craft")
	if err := s.Play(By("ben", workshop.MoveNotes{Notes: ids(1, 2)})); err != nil {
		t.Fatal(err)
	}
	news(a)
	typeKeys(a, "enter")
	says(t, a, "gone meanwhile", "Into which cluster?")
	typeKeys(a, "down", "enter")
	if c := viewOf(s, "ada").Columns[0].Clusters; len(c) != 1 || len(c[0].Notes) != 3 {
		t.Errorf("clusters: %+v", c)
	}
}

func TestATitleThatBeginsWithWhatIsTypedComesFirst(t *testing.T) {
	s := theWall(t)
	if err := s.Play(
		By("ben", workshop.TitleCluster{Cluster: 1, Title: "The Latest"}),
		By("ben", workshop.TitleCluster{Cluster: 2, Title: "Tést first"}),
	); err != nil {
		t.Fatal(err)
	}
	a := appOf(t, s, "ada", 100, 30)
	typeKeys(a, append(down(6), "i", "t", "e", "s", "enter")...)
	if c := viewOf(s, "ada").Columns[0].Clusters[1]; len(c.Notes) != 3 {
		t.Errorf("it went to the other one: %+v", c)
	}
}

func TestIntoShowsItsWordsInEverySize(t *testing.T) {
	s := theWall(t)
	if err := s.Play(
		By("ben", workshop.TitleCluster{Cluster: 1, Title: "我们一起学习并且分享我们所知道的一切我们一起学习并且分享我们所知道"}),
		By("ben", workshop.TitleCluster{Cluster: 2, Title: "👩🏽‍💻 e\u0301te\u0301 مرحبا بالعالم مرحبا بالعالم مرحبا بالعالم"}),
	); err != nil {
		t.Fatal(err)
	}
	for _, size := range [][2]int{{40, 15}, {80, 24}, {160, 45}} {
		a := appOf(t, s, "ada", size[0], size[1])
		typeKeys(a, append(down(6), "i", "e")...)
		says(t, a, "Into which", "a new cluster:", "enter send there")
		for _, l := range a.Lines() {
			if w := theme.Width(l); w > size[0] {
				t.Errorf("at %v a line has %d cells: %s", size, w, l)
			}
		}
	}
}

func TestFindingWalksOverWhatIsFound(t *testing.T) {
	a := appOf(t, theWall(t), "ada", 80, 24)
	typeKeys(a, "/", "o") // one, two, four; the title "Craft" and the one that is missing only show where they are
	for _, want := range []workshop.NoteID{1, 2, 4, 4} {
		if got := boardOf(t, a).selected; got != board.Note(want) {
			t.Errorf("on %+v, want note %d", got, want)
		}
		typeKeys(a, "down")
	}
	typeKeys(a, "up", "up")
	if got := boardOf(t, a).selected; got != board.Note(1) {
		t.Errorf("back up it is on %+v", got)
	}
}

func TestFindingNothingLeadsBack(t *testing.T) {
	a := appOf(t, theWall(t), "ada", 80, 24)
	typeKeys(a, append(down(7), "/", "z", "z", "enter")...)
	says(t, a, "Nothing says that. You are where you were.", "▸─ six")
	if a.screen.typing() {
		t.Error("it is still looked for")
	}
}

func TestTheSpotlightEndsALooking(t *testing.T) {
	s := theWall(t)
	ada := appOf(t, s, "ada", 80, 24)
	typeKeys(ada, append(down(7), "/", "t", "w", "o")...)
	if err := s.Play(By(Fay, workshop.PutSpotlight{On: workshop.Spot{Note: 5}})); err != nil {
		t.Fatal(err)
	}
	news(ada)
	says(t, ada, "f i v e")
	typeKeys(ada, "x")
	if err := s.Play(By(Fay, workshop.PutSpotlight{})); err != nil {
		t.Fatal(err)
	}
	news(ada)
	says(t, ada, "▸─ six", "eight")
}

func TestMarkingGoesOn(t *testing.T) {
	st := stageOf(theWall(t), "ada", 78, 19)
	sc := screenOf(st).(*boardScreen)
	for i, want := range []board.Ref{board.Cluster(2), board.Note(5), board.Note(6), board.Note(7), board.Note(7)} {
		if pressed(sc, st, "M"); sc.selected != want || len(sc.marked) != i+1 {
			t.Errorf("after %d marks it is on %+v, %d marked", i+1, sc.selected, len(sc.marked))
		}
	}
	pressed(sc, st, "M") // takes the last away, and stays
	if sc.selected != board.Note(7) || len(sc.marked) != 4 {
		t.Errorf("on %+v, %d marked", sc.selected, len(sc.marked))
	}
}

func TestMarkedThingsDroppedOnALoneNoteKeepTheirTitle(t *testing.T) {
	s := theWall(t)
	a := appOf(t, s, "ada", 100, 30)
	typeKeys(a, append([]string{"M"}, append(down(3), "M", "k", "space")...)...) // Craft and five, five in the hand
	says(t, a, "drop: 3 notes stay where they are")
	typeKeys(a, "j")
	says(t, a, `3 notes and this one into "Craft"`)
	typeKeys(a, "space")
	if c := viewOf(s, "ada").Columns[0].Clusters[0]; c.Title != "Craft" || len(c.Notes) != 4 {
		t.Errorf("the cluster: %+v", c)
	}
}

// The footer has the way back once there is something to take back, and finding once there is much to look through.
func TestTheFooterHasWhatIsNeededSoon(t *testing.T) {
	s := theWall(t)
	a := appOf(t, s, "ada", 80, 24)
	footer := func() string { return ansi.Strip(a.footer(a.stage())) }
	typeKeys(a, down(6)...)
	if got := footer(); strings.Contains(got, "undo") || strings.Contains(got, "/ find") {
		t.Errorf("with nothing to take back, and few notes: %q", got)
	}
	typeKeys(a, "p")
	if got := footer(); !strings.Contains(got, "u undo my last") || !strings.Contains(got, "space grab") {
		t.Errorf("after parking a note: %q", got)
	}
	typeKeys(a, "M")
	if got := footer(); strings.Contains(got, "undo") || !strings.Contains(got, "esc unmark all") {
		t.Errorf("with something marked: %q", got)
	}
	typeKeys(a, "esc", "u")
	if got := footer(); strings.Contains(got, "undo") {
		t.Errorf("after taking it back: %q", got)
	}
	for n, want := range map[int]bool{20: false, 21: true} {
		s := NewStage()
		if err := s.Play(Group("ada"), Reach(workshop.StepVision, workshop.PhaseDiverge), many(n, workshop.PromptVision),
			Reach(workshop.StepVision, workshop.PhaseConverge)); err != nil {
			t.Fatal(err)
		}
		a := appOf(t, s, "ada", 80, 24)
		a.draw()
		if got := ansi.Strip(a.footer(a.stage())); strings.Contains(got, "/ find") != want {
			t.Errorf("with %d notes: %q", n, got)
		}
	}
}

func TestWhatIsTakenBackIsSaid(t *testing.T) {
	for _, c := range []struct {
		does workshop.Command
		want string
	}{
		{workshop.MoveNotes{Notes: ids(5), Cluster: 1}, `Taken back: "five" stands alone again.`},
		{workshop.MoveNotes{Notes: ids(5, 6), Cluster: 1}, "Taken back: 2 notes stand alone again."},
		{workshop.MoveNotes{Notes: ids(1)}, `Taken back: "one" is in "Craft" again.`},
		{workshop.MoveNotes{Notes: ids(3)}, `Taken back: "three" is back in a cluster without a title.`},
		{workshop.MoveNotes{Notes: ids(7)}, `Taken back: "seven" is parked again.`},
		{workshop.FormCluster{Notes: ids(1, 5)}, "Taken back: 2 notes are where they were."},
		{workshop.MergeClusters{Into: 2, From: 1}, `Taken back: 2 notes are in "Craft" again.`},
		{workshop.TitleCluster{Cluster: 1, Title: "New"}, `Taken back: the title is "Craft" again.`},
		{workshop.TitleCluster{Cluster: 2, Title: "New"}, "Taken back: the cluster has no title again."},
		{workshop.PlaceCluster{Cluster: 2, Before: 1}, `Taken back: "three" is where it was.`},
	} {
		s := theWall(t)
		if err := s.Play(By("ada", c.does)); err != nil {
			t.Fatal(err)
		}
		on := board.Lit(viewOf(s, "ada").Undo.On)
		a := appOf(t, s, "ada", 100, 30)
		typeKeys(a, "F", "u")
		says(t, a, c.want)
		if got := boardOf(t, a).selected; got != on {
			t.Errorf("after %+v it is on %+v, want %+v", c.does, got, on)
		}
	}
}

func TestWhatIsBuiltUponIsNotTakenBack(t *testing.T) {
	s := theWall(t)
	if err := s.Play(
		By("ada", workshop.MoveNotes{Notes: ids(5), Cluster: 1}), By("ben", workshop.MoveNotes{Notes: ids(5), Cluster: 2}),
	); err != nil {
		t.Fatal(err)
	}
	a := appOf(t, s, "ada", 100, 30)
	typeKeys(a, "u")
	says(t, a, "Somebody has built on that since; change it by hand.")
}

func TestClustersChangePlacesByKey(t *testing.T) {
	s := theWall(t)
	a := appOf(t, s, "ada", 100, 30)
	first := func() workshop.ClusterID { return viewOf(s, "ada").Columns[0].Clusters[0].ID }
	typeKeys(a, ">")
	if got := boardOf(t, a).selected; first() != 2 || got != board.Cluster(1) {
		t.Errorf("cluster %d is first, on %+v", first(), got)
	}
	typeKeys(a, ">")
	says(t, a, "It is the last of its column.")
	typeKeys(a, "j", "<") // from one of its notes
	if got := boardOf(t, a).selected; first() != 1 || got != board.Note(1) {
		t.Errorf("cluster %d is first, on %+v", first(), got)
	}
	typeKeys(a, append(down(6), "<")...)
	says(t, a, "a note goes where you carry it")
}

func TestEveryKeyOfTheBoardIsInTheHelp(t *testing.T) {
	s := theWall(t)
	for _, keys := range [][]string{nil, down(1), down(6), down(8), append(down(6), "M")} {
		for _, who := range []workshop.PersonID{"ada", Fay} {
			st := stageOf(s, who, 98, 24)
			sc := screenOf(st).(*boardScreen)
			pressed(sc, st, keys...)
			var shown []string
			for _, g := range sc.helpGroups(st) {
				for _, b := range g.keys {
					shown = append(shown, b.Help().Key+" "+b.Help().Desc)
				}
			}
			for _, b := range sc.bindings(st) {
				if want := b.Help().Key + " " + b.Help().Desc; !strings.Contains(strings.Join(shown, "\n"), want) {
					t.Errorf("after %v nothing tells %s of %q", keys, who, want)
				}
			}
		}
	}
}
