package tui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"convene/tui/tuitest"
	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// twins is a wall on which notes 1 and 3, and notes 2 and 4, say nearly the same.
func twins(t *testing.T) *Stage {
	t.Helper()
	s := NewStage()
	if err := s.Play(Group("ada", "ben"), Reach(workshop.StepVision, workshop.PhaseDiverge),
		Write("ada", workshop.PromptVision, "Learn from each other every week", "Small steps", "Learn from each other, every WEEK", "Steps, small"),
		Write("ben", workshop.PromptImportance, "Something else", "And another"),
		Reach(workshop.StepVision, workshop.PhaseConverge)); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestPairsAreOfferedOneByOne(t *testing.T) {
	for _, c := range []struct {
		name string
		keys []string
		want func(v workshop.View) bool
		says []string
	}{
		{"put together", []string{"d", "y"}, func(v workshop.View) bool { return clusters(v) == 1 && len(v.Pairs) == 1 }, []string{"Together.", "Small steps", "Steps, small"}},
		{"park the second", []string{"d", "p"}, func(v workshop.View) bool { return len(v.Columns[0].Parked) == 1 && v.Columns[0].Parked[0].ID == 3 }, []string{"not lost"}},
		{"two ideas", []string{"d", "n"}, func(v workshop.View) bool { return clusters(v) == 0 && len(v.Pairs) == 1 }, []string{"Nobody is asked about them again."}},
		{"later", []string{"d", "enter"}, func(v workshop.View) bool { return len(v.Pairs) == 2 }, []string{"Small steps", "1 pair to look at"}},
		{"all of them", []string{"d", "y", "n"}, func(v workshop.View) bool { return len(v.Pairs) == 0 }, []string{"That was all of them."}},
		{"and taken back", []string{"d", "y", "esc", "u"}, func(v workshop.View) bool { return clusters(v) == 0 && len(v.Pairs) == 2 }, []string{"2 pairs say nearly the same"}},
		{"not now", []string{"d", "esc"}, func(v workshop.View) bool { return len(v.Pairs) == 2 }, []string{"2 pairs say nearly the same: press d."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := twins(t)
			a := appOf(t, s, "ada", 80, 24)
			typeKeys(a, c.keys...)
			says(t, a, c.says...)
			if v := viewOf(s, "ada"); !c.want(v) {
				t.Errorf("the wall: %+v, pairs %+v", v.Columns, v.Pairs)
			}
		})
	}
}

func TestThePairSaysWhereItsNotesStand(t *testing.T) {
	s := twins(t)
	if err := s.Play(By("ben", workshop.FormCluster{Notes: ids(3), Title: "Weekly"})); err != nil {
		t.Fatal(err)
	}
	a := appOf(t, s, "ada", 80, 24)
	typeKeys(a, "d")
	says(t, a, "Do these two say the same?", "2 pairs to look at", "alone, under VISION", `in "Weekly"`)
	typeKeys(a, "y")
	if c := viewOf(s, "ada").Columns[0].Clusters; len(c) != 1 || len(c[0].Notes) != 2 {
		t.Errorf("clusters: %+v", c)
	}
}

// Two people have the same question before them: who answers second hasn't read the next one yet.
func TestAPairThatSomebodyElseHasAnsweredIsNotAnsweredTwice(t *testing.T) {
	s := twins(t)
	a := appOf(t, s, "ada", 80, 24)
	typeKeys(a, "d")
	a.draw()
	play(t, a, s, By("ben", workshop.KeepApart{Notes: [2]workshop.NoteID{1, 3}}))
	typeKeys(a, "y")
	says(t, a, "Somebody has just answered that one.", "Small steps")
	if v := viewOf(s, "ada"); clusters(v) != 0 {
		t.Errorf("put together unread: %+v", v.Columns)
	}
	typeKeys(a, "y")
	if v := viewOf(s, "ada"); clusters(v) != 1 {
		t.Errorf("not put together: %+v", v.Columns)
	}
}

// Before the group aligns, clusters that still go by their first note are pointed out; it may go on all the same.
func TestClustersWithoutATitleArePointedOut(t *testing.T) {
	s := twins(t)
	if err := s.Play(By("ben", workshop.FormCluster{Notes: ids(1, 2)}, workshop.FormCluster{Notes: ids(3, 4)})); err != nil {
		t.Fatal(err)
	}
	a, seat := desk(t, s)
	typeKeys(a, "n")
	says(t, a, "2 clusters have no title. Go on all the same?", `"Learn from each other every week"`)
	typeKeys(a, "enter")
	says(t, a, "e gives this cluster its title.", "clustering")
	typeKeys(a, "e")
	says(t, a, "What do these notes say together?", "Learn from each other every week")
	typeKeys(a, "esc")
	if len(seat.sent) > 0 {
		t.Errorf("sent %+v", seat.sent)
	}
	typeKeys(a, "n", "y")
	want := workshop.Advance{From: workshop.Position{Step: workshop.StepVision, Phase: workshop.PhaseConverge}}
	if diff := cmp.Diff([]workshop.Command{want}, seat.sent); diff != "" {
		t.Errorf("sent (-want +got):\n%s", diff)
	}
}

func TestAdviceOnHowManyClusters(t *testing.T) {
	wall := func(clusters, alone, notes int) workshop.View {
		c := workshop.Column{Prompt: workshop.PromptVision, Lone: make([]workshop.Card, alone)}
		for range clusters {
			c.Clusters = append(c.Clusters, workshop.Pile{Title: "x", Notes: make([]workshop.Card, notes)})
		}
		return workshop.View{Shared: &workshop.Shared{Columns: []workshop.Column{c}}}
	}
	for _, c := range []struct {
		clusters, alone, notes int
		want                   string
	}{
		{3, 0, 2, "3 clusters"},
		{3, 0, 4, "3 clusters (6 to 10 read well)"},
		{6, 0, 4, "6 clusters"},
		{8, 2, 4, "2 notes stand alone · 8 clusters"},
		{8, 3, 4, "3 notes stand alone · 8 clusters (6 to 10 read well)"},
		{12, 0, 1, "12 clusters (6 to 10 read well)"},
	} {
		if got := strings.Join(advice(wall(c.clusters, c.alone, c.notes)), " · "); got != c.want {
			t.Errorf("%+v: %q", c, got)
		}
	}
}

// tab takes the spotlight through what nobody has read yet.
func TestTheSpotlightGoesOnToWhatIsUnread(t *testing.T) {
	s := SampleStage(workshop.StepMeasures, workshop.PhaseShare)
	a, seat := desk(t, s)
	says(t, a, "12 notes, none opened yet.")
	typeKeys(a, "enter", "tab")
	says(t, a, "2 of 12 notes opened, 10 nobody has read yet.", "tab next unread")
	typeKeys(a, "tab", "esc")
	var lit []workshop.Spot
	for _, c := range seat.sent {
		lit = append(lit, c.(workshop.PutSpotlight).On)
	}
	first := viewOf(s, Fay).Columns[0].Lone
	want := []workshop.Spot{{Note: first[0].ID}, {Note: first[1].ID}, {Note: first[2].ID}, {}}
	if diff := cmp.Diff(want, lit); diff != "" {
		t.Errorf("lit (-want +got):\n%s", diff)
	}
	says(t, a, "3 of 12 notes opened, 9 nobody has read yet.")
}

func TestCapacityIsSaidWithWhatToDo(t *testing.T) {
	s := SampleStage(workshop.StepMeasures, workshop.PhaseDiverge)
	v := viewOf(s, Fay)
	has := v.Agenda.Box(workshop.Position{Step: workshop.StepMeasures, Phase: workshop.PhaseShare}).Minutes()
	for notes, want := range map[int]string{
		0:   "",
		1:   "1 note at 8 seconds each: about 8 seconds, sharing has 9 min.",
		29:  "29 notes at 8 seconds each: about 4 min, sharing has 9 min.",
		30:  "30 notes at 8 seconds each: about 4 min, sharing has 9 min.",
		300: "300 notes at 8 seconds each: about 40 min, sharing has 9 min. Read in pairs, or put only what needs it into the spotlight.",
	} {
		v.Written = map[workshop.Prompt]int{workshop.PromptHow: notes}
		if got := capacityWords(v, s.Now); got != strings.Replace(want, "has 9", fmt.Sprint("has ", has), 1) {
			t.Errorf("%d notes: %q", notes, got)
		}
	}
	tight := viewOf(SampleStage(workshop.StepMeasures, workshop.PhaseShare), Fay)
	// 12 notes take 96 seconds.
	if got := capacityWords(tight, tight.Clock.Deadline.Add(-100*time.Second)); got != "12 unread at 8 seconds each: about 1 min, 1 min left." {
		t.Errorf("when it just fits: %q", got)
	}
	share := viewOf(SampleStage(workshop.StepMeasures, workshop.PhaseShare), Fay)
	if got := capacityWords(share, share.Clock.Deadline.Add(-time.Minute)); !strings.Contains(got, "1 min left.") {
		t.Errorf("a minute before the end: %q", got)
	}
	name := viewOf(SampleStage(workshop.StepName, workshop.PhaseDiverge), Fay)
	if got := capacityWords(name, s.Now); got != "" {
		t.Errorf("names are not read one by one: %q", got)
	}
	if err := s.Play(Write("ada", workshop.PromptHow, "Meet")); err != nil {
		t.Fatal(err)
	}
	says(t, appOf(t, s, Fay, 80, 24), "1 note at 8 seconds each")
}

// The pairs in windows of all sizes: long notes, and scripts of all kinds.
func TestPairsInGoldens(t *testing.T) {
	long := "Every team shows the others once a month what it has learned, what went wrong and what it would do differently, so " +
		"that nobody has to make the same mistake twice and everyone knows whom to ask when they come to the same place" +
		", wherever they are"
	for name, notes := range map[string][2]string{
		"long":    {long, long + " already"},
		"scripts": {"我们一起学习编程 🎉", "我们一起学习编程"},
	} {
		s := NewStage()
		if err := s.Play(Group("ada", "ben"), Reach(workshop.StepVision, workshop.PhaseDiverge),
			Write("ada", workshop.PromptVision, notes[0], "Something else"), Write("ben", workshop.PromptVision, notes[1]),
			Reach(workshop.StepVision, workshop.PhaseConverge),
			By("ben", workshop.FormCluster{Notes: ids(2, 3), Title: "What we have learned from each other"})); err != nil {
			t.Fatal(err)
		}
		for _, size := range [][2]int{{40, 15}, {80, 24}, {160, 45}} {
			t.Run(fmt.Sprintf("%s@%dx%d", name, size[0], size[1]), func(t *testing.T) {
				a := appOf(t, s, "ada", size[0], size[1])
				typeKeys(a, "d")
				tuitest.Fits(t, a.Lines(), size[0], size[1])
				tuitest.Golden(t, fmt.Sprintf("pairs/%s@%dx%d", name, size[0], size[1]), tuitest.Plain(a.Lines()))
			})
		}
	}
}

// Where forces have neither titles nor strengths, one question follows the other.
func TestForcesAreAskedAboutTitlesAndThenStrengths(t *testing.T) {
	s := SampleStage(workshop.StepForces, workshop.PhaseConverge)
	if c := viewOf(s, Fay).Columns[0]; len(c.Clusters) == 0 {
		if err := s.Play(By("ada", workshop.FormCluster{Notes: ids(c.Lone[0].ID, c.Lone[1].ID)})); err != nil {
			t.Fatal(err)
		}
	}
	a, seat := desk(t, s)
	typeKeys(a, "n", "y")
	says(t, a, "Go on without weighing the forces?")
	if len(seat.sent) > 0 {
		t.Errorf("sent %+v", seat.sent)
	}
	typeKeys(a, "y")
	if len(seat.sent) != 1 {
		t.Errorf("sent %+v", seat.sent)
	}
}
