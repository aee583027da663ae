package tui

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"convene/tui/tuitest"
	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// frenchWall is a wall in French on which nothing is put together yet. Notes 1 and 3 say nearly the same.
func frenchWall(t *testing.T, then ...Line) *Stage {
	t.Helper()
	s := NewStage()
	if err := s.Play(Group("ada", "ben", "chloé"), Reach(workshop.StepVision, workshop.PhaseDiverge),
		Write("ada", workshop.PromptVision, "Apprendre les uns des autres", "Du code dont nous sommes fiers", "Apprendre, les uns des autres"),
		Write("ben", workshop.PromptVision, "Une communauté où chacun ose poser une question, même si elle paraît simple", "Moins de réunions"),
		Write("chloé", workshop.PromptImportance, "Trop de bugs reviennent", "Les équipes travaillent dans trois villes"),
		Wait(3*time.Minute)); err != nil {
		t.Fatal(err)
	}
	if err := s.Play(then...); err != nil {
		t.Fatal(err)
	}
	s.State.Lang = workshop.French
	return s
}

// clustered is that wall with two clusters, one of them without a title, and a parked note.
func clustered(t *testing.T, then ...Line) *Stage {
	t.Helper()
	return frenchWall(t, append([]Line{
		Reach(workshop.StepVision, workshop.PhaseConverge),
		By("ada", workshop.FormCluster{Notes: ids(1, 3), Title: "Apprendre ensemble"}, workshop.FormCluster{Notes: ids(6, 7)}, workshop.ParkNotes{Notes: ids(5)}),
	}, then...)...)
}

// frenchBoard are moments of writing, of the wall and of the statement.
func frenchBoard() []frenchMoment {
	reach := func(p workshop.Phase) Line { return Reach(workshop.StepVision, p) }
	share, converge := reach(workshop.PhaseShare), reach(workshop.PhaseConverge)
	pen := By(Fay, workshop.TakePen{Section: workshop.SectionVision})
	offered := By("ben", workshop.ProposeSentence{Section: workshop.SectionVision, Text: "Nous apprenons les uns des autres"})
	done := By("ada", workshop.DeclareDone{Done: true})
	return []frenchMoment{
		{"write", "first", "ada", frenchWall, nil, names("u n e")},
		{"write", "editing", "ada", frenchWall, nil, names("up")},
		{"write", "done", "ada", frenchWall, []Line{done}, nil},
		{"write", "quiet", Fay, frenchWall, []Line{done}, nil},
		{"write", "too long", "ada", frenchWall, nil, slices.Repeat(names("é"), workshop.MaxNoteLen+1)},
		{"write", "unsent", "ada", frenchWall, nil, names("u n e ctrl+d")},
		{"board", "share, facilitator", Fay, frenchWall, []Line{share}, nil},
		{"board", "share, opened", Fay, frenchWall, []Line{share, By(Fay, workshop.PutSpotlight{On: workshop.Spot{Note: 4}}, workshop.PutSpotlight{})}, nil},
		{"board", "share, spotlight", Fay, frenchWall, []Line{share}, names("j j j enter")},
		{"board", "share", "ada", frenchWall, []Line{share}, nil},
		{"board", "alone", "ada", frenchWall, []Line{converge}, nil},
		{"board", "alone, one pair less", "ada", frenchWall, []Line{converge, By("ada", workshop.KeepApart{Notes: [2]workshop.NoteID{1, 3}})}, nil},
		{"board", "clusters", "ada", clustered, nil, nil},
		{"board", "nothing to the right", "ada", clustered, nil, names("l")},
		{"board", "carrying to a cluster", "ada", clustered, nil, names("j j j space k k")},
		{"board", "carrying out", "ada", clustered, nil, names("j space j")},
		{"board", "carried, put back", "ada", clustered, nil, names("j space esc")},
		{"board", "carried onto a note", "ada", clustered, nil, names("j j j space j space")},
		{"board", "marked", "ada", clustered, nil, names("j j j M")},
		{"board", "two marked", "ada", clustered, nil, names("j j j M M")},
		{"board", "finding", "ada", clustered, nil, names("/ a p p")},
		{"board", "found nothing", "ada", clustered, nil, names("/ x y z")},
		{"board", "taken back", "ada", clustered, nil, names("u")},
		{"board", "into", "ada", clustered, nil, names("j j j i")},
		{"board", "into a new one", "ada", clustered, nil, names("j j j M M i f i e r s")},
		{"board", "title", "ada", clustered, nil, names("e")},
		{"board", "pairs", "ada", frenchWall, []Line{converge}, names("d")},
		{"board", "no more pairs", "ada", frenchWall, []Line{converge}, names("d n")},
		{"statement", "pen", Fay, clustered, []Line{pen, offered}, nil},
		{"statement", "taken in", Fay, clustered, []Line{pen, offered}, names("tab")},
		{"statement", "to propose", "ada", clustered, []Line{pen}, nil},
		{"statement", "proposed", "ada", clustered, []Line{pen, offered}, names("N o u s")},
		{"statement", "whom to give the pen", Fay, clustered, []Line{pen}, names("ctrl+p")},
		{"wall", "quiet", "", frenchWall, []Line{done}, nil},
		{"wall", "share", "", frenchWall, []Line{share}, nil},
		{"wall", "clusters", "", clustered, nil, nil},
		{"wall", "statement", "", clustered, []Line{pen, offered}, nil},
	}
}

// frenchMoment is a moment of a workshop in French, seen by a person or, when it is nobody's terminal, on the wall.
type frenchMoment struct {
	page, name string
	who        workshop.PersonID
	from       func(*testing.T, ...Line) *Stage
	then       []Line
	keys       []string
}

// body is what the moment shows between the header and the footer: the screen, the dialog over it by itself, and the toast.
func (m frenchMoment) body(t *testing.T, width, height int) []string {
	t.Helper()
	s := m.from(t, m.then...)
	var a *App
	if m.who == "" {
		a = wallOf(t, s, width, height)
	} else {
		a = appOf(t, s, m.who, width, height)
	}
	a.draw()
	typeKeys(a, m.keys...)
	st := a.stage()
	lines := a.screen.draw(st)
	if n := len(a.dialogs); n > 0 {
		lines = a.dialogs[n-1].draw(st)
	}
	tuitest.Fits(t, lines, st.width, height)
	if a.toast.text != "" {
		lines = append(lines, "", "("+a.toast.text+")")
	}
	return lines
}

func TestTheBoardInFrench(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {60, 15}, {40, 15}} {
		pages := map[string][]string{}
		for _, m := range frenchBoard() {
			if size[0] < 60 && (m.who == Fay || m.who == "") {
				continue // facilitating and the wall take more
			}
			pages[m.page] = append(pages[m.page], "=== "+m.name)
			pages[m.page] = append(append(pages[m.page], tuitest.Plain(m.body(t, size[0], size[1]))...), "")
		}
		for page, lines := range pages {
			tuitest.Golden(t, fmt.Sprintf("french/%s@%dx%d", page, size[0], size[1]), lines)
		}
	}
}

// Given somebody in the middle of a sentence, when the notes are revealed, then what they can do with it is said in French,
// and what they could have done once it is too late.
func TestTypingThroughTheRevealInFrench(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {40, 15}} {
		s := frenchWall(t)
		a := appOf(t, s, "ada", size[0], size[1])
		typeText(a, "Nous apprenons les uns des autres, et nous nous aidons quand quelqu’un est bl")
		play(t, a, s, Onward(false), Wait(2*time.Second))
		soon := a.dialogs[0].draw(a.stage())
		ticks(a, s, 6*time.Second)
		typeKeys(a, "tab") // no text, but somebody is there
		ticks(a, s, 3*time.Second)
		late := a.dialogs[0].draw(a.stage())
		lines := slices.Concat([]string{"=== in time"}, soon, []string{"", "=== too late"}, late)
		tuitest.Fits(t, lines, a.stage().width, 2*size[1])
		tuitest.Golden(t, fmt.Sprintf("french/late@%dx%d", size[0], size[1]), tuitest.Plain(lines))
	}
}

// A word that means two things has two words in French: a note is dropped by letting go of it, a change by giving it up.
func TestDroppingANoteIsNoGivingUp(t *testing.T) {
	a := appOf(t, clustered(t), "ada", 80, 24)
	typeKeys(a, names("j j j space")...)
	says(t, a, "déposer   esc remettre en place")
}
