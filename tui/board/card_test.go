package board_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"convene/tui/board"
	"convene/tui/theme"
	"convene/tui/tuitest"
	"convene/workshop"
	"convene/workshop/text"
)

// titled is a wall with one cluster of one note under a title.
func titled(title string) board.Wall {
	const prompt = workshop.PromptHow
	return board.Wall{Active: prompt, Labels: []string{"HOW"}, Columns: []workshop.Column{{
		Prompt: prompt, Clusters: []workshop.Pile{{ID: 9, Prompt: prompt, Title: title, Notes: []workshop.Card{
			{ID: 1, Prompt: prompt, Text: "one", Cluster: 9},
		}}},
	}}}
}

func TestATitleStandsInTheEdgeOfItsCard(t *testing.T) {
	for _, c := range []struct {
		name  string
		title string
		focus board.Ref
		ascii bool
		want  []string
	}{
		{"short", "Learn", board.Ref{}, false, []string{
			" ╭─ Learn ───────────── 1 ─╮", " │ · one                   │", " ╰─────────────────────────╯",
		}},
		{"in ASCII", "Learn", board.Cluster(9), true, []string{
			">+- Learn ------------- 1 -+", " | - one                   |", " +-------------------------+",
		}},
		{"none", "", board.Ref{}, false, []string{
			" ╭─ (no title yet) ──── 1 ─╮", " │ · one                   │", " ╰─────────────────────────╯",
		}},
		{"too long for the edge", "Learning from one another", board.Ref{}, false, []string{
			" ╭─ Learning from one ─ 1 ─╮", " │  another                │", " │ · one                   │", " ╰─────────────────────────╯",
		}},
		{"too long for two rows", "Learning from one another every week", board.Ref{}, false, []string{
			" ╭─ Learning from one ─ 1 ─╮", " │  another every…         │", " │ · one                   │", " ╰─────────────────────────╯",
		}},
		{"selected", "Learning from one another every week", board.Cluster(9), false, []string{
			"▸╭─ Learning from one ─ 1 ─╮", " │  another every          │", " │  week                   │", " │ · one                   │",
			" ╰─────────────────────────╯",
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := titled(c.title)
			w.Focus = c.focus
			th := theme.New(true, c.ascii)
			l := board.Lay(th, w, 28)
			got := tuitest.Plain(l.Draw(th, board.Windows{}, 20))[1:]
			for i := range got {
				got[i] = strings.TrimRight(got[i], " ")
			}
			if g, want := strings.Join(got, "\n"), strings.Join(c.want, "\n"); g != want {
				t.Errorf("is\n%s\nwant\n%s", g, want)
			}
		})
	}
}

// What people wrote is there to its last character, or ends in an ellipsis.
func TestNothingIsCutWithoutAnEllipsis(t *testing.T) {
	only := func(lines []string) string {
		drop := func(r rune) rune {
			if strings.ContainsRune(" ╭─╮│╰╯·▸", r) {
				return -1
			}
			return r
		}
		return strings.Map(drop, strings.Join(lines, ""))
	}
	letters := rapid.StringOfN(rapid.RuneFrom([]rune("abcdefgh漢字éم🎉 ")), 1, 120, -1)
	rapid.Check(t, func(t *rapid.T) {
		words := text.Line(letters.Draw(t, "words"))
		if words == "" {
			return
		}
		th := theme.New(true, false)
		for _, at := range []string{"title", "note"} {
			w := titled("Q")
			if at == "title" {
				w.Columns[0].Clusters[0].Title = text.Clip(words, workshop.MaxTitleLen)
				words = w.Columns[0].Clusters[0].Title
			} else {
				w.Columns[0].Clusters[0].Notes[0].Text = words
			}
			got := only(tuitest.Plain(board.Lay(th, w, rapid.IntRange(20, 71).Draw(t, "width")).Draw(th, board.Windows{}, 30)))
			if want := only([]string{words}); !strings.Contains(strings.ReplaceAll(got, "1", ""), want) && !strings.Contains(got, "…") {
				t.Errorf("a %s %q is cut: %q", at, want, got)
			}
		}
	})
}

func TestAFoldedClusterIsOneRow(t *testing.T) {
	th, w := theme.New(true, false), wallOf(24)
	before := board.Lay(th, w, 78)
	open, _ := before.Find(board.Note(1))
	w.Folded = map[workshop.ClusterID]bool{1: true}
	w.Focus = board.Note(1)
	l := board.Lay(th, w, 78)
	b, ok := l.Find(board.Cluster(1))
	if !ok || b.Height != 1 || l.Lanes[0].Height >= before.Lanes[0].Height || open.Kind != board.Member {
		t.Errorf("%+v", b)
	}
	all := tuitest.Plain(l.Draw(th, board.Windows{}, 20))
	if got := strings.TrimRight(all[1][:strings.Index(all[1], "4")+1], " "); got != "▸▌ ⊞ Cluster 1                      4" {
		t.Errorf("the selection is not at its title: %q", got)
	}
	if got := w.Visible(board.Note(1)); got != board.Cluster(1) {
		t.Errorf("a note in it is seen at %+v", got)
	}
	if l.Rank(board.Note(1)) != 0 || l.LaneOf(board.Note(1)) != 0 || l.Move(board.Note(1), 1) == board.Note(3) {
		t.Error("from a note in it one does not go on from its title")
	}
	l.Point(th, []board.Pointer{{Name: "Ana", On: board.Note(3)}})
	if all := tuitest.Plain(l.Draw(th, board.Windows{}, 20)); !strings.Contains(all[1], "◂ Ana") {
		t.Errorf("who is on a note in it is not seen at its title: %q", all[1])
	}
}

func TestFindingKeepsWhatHasTheWords(t *testing.T) {
	const prompt = workshop.PromptHow
	card := func(id workshop.NoteID, words string, in workshop.ClusterID) workshop.Card {
		return workshop.Card{ID: id, Prompt: prompt, Text: words, Cluster: in}
	}
	w := board.Wall{Active: prompt, Labels: []string{"HOW"}, Columns: []workshop.Column{{
		Prompt: prompt,
		Clusters: []workshop.Pile{
			{ID: 1, Prompt: prompt, Title: "Café talks", Notes: []workshop.Card{card(1, "one", 1), card(2, "two", 1)}},
			{ID: 2, Prompt: prompt, Title: "Other", Notes: []workshop.Card{card(3, "A talk in the CAFE", 2), card(4, "four", 2)}},
			{ID: 3, Prompt: prompt, Notes: []workshop.Card{card(5, "five", 3)}},
		},
		Lone:   []workshop.Card{card(6, "cafe\u0301", 0), card(7, "the talk of the café", 0)},
		Parked: []workshop.Card{card(8, "Cafe, talk", 0)},
	}}}
	w.Find, w.Folded = board.NewSearch("cafe TALK"), map[workshop.ClusterID]bool{1: true}
	for _, width := range []int{40, 80, 160} {
		th := theme.New(true, false)
		l := board.Lay(th, w, width)
		seen := map[workshop.NoteID]bool{}
		for _, id := range notes(l) {
			seen[id] = true
		}
		for id := workshop.NoteID(1); id <= 8; id++ {
			if want := id == 1 || id == 2 || id == 3 || id == 7 || id == 8; seen[id] != want {
				t.Errorf("%d wide, note %d is shown: %v, want %v", width, id, seen[id], want)
			}
		}
		lines := l.Draw(th, board.Windows{}, 30)
		if plain := tuitest.Plain(lines); !strings.Contains(plain[0], "5 of 8") {
			t.Errorf("the head says %q", plain[0])
		}
		all := strings.Join(lines, "\n")
		if !strings.Contains(all, "\x1b[4mCAFE\x1b[24m") {
			t.Errorf("what is found is not underlined:\n%q", all)
		}
	}
	w.Find = board.NewSearch("nothing like it")
	th := theme.New(true, false)
	if all := strings.Join(tuitest.Plain(board.Lay(th, w, 60).Draw(th, board.Windows{}, 30)), "\n"); !strings.Contains(all, "0 of 8") || !strings.Contains(all, "Nothing here has these words.") {
		t.Errorf("%s", all)
	}
}

func TestFoldedAndFilteredLinesFit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := walls().Draw(t, "wall")
		w.Folded = map[workshop.ClusterID]bool{}
		for _, c := range w.Columns {
			for _, p := range c.Clusters {
				w.Folded[p.ID] = rapid.Bool().Draw(t, "folded")
			}
		}
		w.Find = board.NewSearch(rapid.SampledFrom([]string{"", "", "a", "learn", "天", "xyzzy"}).Draw(t, "find"))
		th := theme.New(true, rapid.Bool().Draw(t, "ascii"))
		width, height := rapid.IntRange(20, 200).Draw(t, "width"), rapid.IntRange(3, 45).Draw(t, "height")
		l := board.Lay(th, w, width)
		seen := make(board.Windows)
		l.Follow(seen, w, height)
		lines := l.Draw(th, seen, height)
		if len(lines) > 0 && w.Focus.Somewhere() {
			lines = l.Ghost(th, lines, w.Focus, rapid.IntRange(0, width).Draw(t, "x"), rapid.IntRange(0, height).Draw(t, "y"))
		}
		if len(lines) > height {
			t.Errorf("%d lines of %d", len(lines), height)
		}
		for _, line := range lines {
			if got := theme.Width(line); got > width {
				t.Errorf("%d cells of %d: %q", got, width, line)
			}
		}
	})
}

func TestFoldingAndFindingLookAsTheyDid(t *testing.T) {
	for _, size := range [][2]int{{78, 17}, {158, 38}} {
		w := wallOf(60)
		w.Focus, w.Folded = board.Note(5), map[workshop.ClusterID]bool{1: true, 9: true, 2: true}
		tuitest.Golden(t, fmt.Sprintf("folded@%dx%d", size[0], size[1]), tuitest.Plain(drawn(w, size[0], size[1])))
		w.Focus, w.Find = board.Note(3), board.NewSearch("team")
		tuitest.Golden(t, fmt.Sprintf("found@%dx%d", size[0], size[1]), tuitest.Plain(drawn(w, size[0], size[1])))
	}
}
