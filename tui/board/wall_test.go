package board_test

import (
	"fmt"
	"strings"

	"pgregory.net/rapid"

	"convene/tui/board"
	"convene/workshop"
	"convene/workshop/text"
)

// sentences are what the notes of these tests are made of: long words, wide characters, emoji, letters that join, and
// marks.
func sentences() []string {
	return []string{
		"We learn from one another", "Pair across teams", "Nobody is afraid of the old billing code any more",
		"Donaudampfschifffahrtsgesellschaftskapitänsmütze", "每天都学一点新的东西，大家一起写代码", "نتعلم شيئا جديدا كل يوم مع الزملاء",
		"Chúng tôi học hỏi mỗi ngày", "Celebrate every release 🎉🚀", "a\u0323\u0302 q\u0301 marks that stack",
		"A budget for books, a room with a screen, two hours a week for everyone, and a sponsor in management who " +
			"knows why all of this is worth the time that it takes, and says so",
	}
}

// wallOf has so many notes under two prompts: the first half of each in clusters of four, every tenth one parked.
func wallOf(notes int) board.Wall {
	w := board.Wall{
		Labels:  []string{"VISION", "IMPORTANCE"},
		Columns: []workshop.Column{{Prompt: workshop.PromptVision}, {Prompt: workshop.PromptImportance}},
		Other:   "tab",
	}
	all := sentences()
	for i := range notes {
		col := &w.Columns[i%2]
		n := i / 2
		c := workshop.Card{ID: workshop.NoteID(i + 1), Prompt: col.Prompt, Text: all[n%len(all)], Dots: n % 9 / 4 * 3}
		switch {
		case n%10 == 9:
			c.Parked = true
			col.Parked = append(col.Parked, c)
		case n < notes/4:
			if n%4 == 0 || len(col.Clusters) == 0 {
				p := workshop.Pile{ID: workshop.ClusterID(i + 1), Prompt: col.Prompt, Dots: n % 7}
				if n%3 != 1 {
					p.Title = fmt.Sprintf("Cluster %d", n/4+1)
				}
				col.Clusters = append(col.Clusters, p)
			}
			p := &col.Clusters[len(col.Clusters)-1]
			c.Cluster = p.ID
			p.Notes = append(p.Notes, c)
		default:
			col.Lone = append(col.Lone, c)
		}
	}
	return w
}

// words makes clean text of all kinds.
func words() *rapid.Generator[string] {
	piece := rapid.OneOf(
		rapid.SampledFrom(sentences()),
		rapid.SampledFrom([]string{"👩\u200d🔬", "🇩🇪", "👍🏽", "漢", "ｶﾞ", "각", "क्षि", "ที่", " ", " - ", "1\ufe0f\u20e3", "Aः", "/", "-", "…", "\u0301"}),
		rapid.StringN(1, 8, -1),
	)
	return rapid.Custom(func(t *rapid.T) string {
		s := text.Clip(text.Line(strings.Join(rapid.SliceOfN(piece, 1, 12).Draw(t, "pieces"), "")), workshop.MaxNoteLen)
		if s == "" {
			return "x"
		}
		return s
	})
}

// walls makes walls of all kinds, with something selected or carried now and then.
func walls() *rapid.Generator[board.Wall] {
	return rapid.Custom(func(t *rapid.T) board.Wall {
		w := board.Wall{Labels: []string{"HOW", "MEASURES"}, Other: "tab"}
		prompts := []workshop.Prompt{workshop.PromptHow, workshop.PromptMeasures}
		var refs []board.Ref
		next := workshop.NoteID(1)
		cards := func(p workshop.Prompt, most int) []workshop.Card {
			var out []workshop.Card
			for _, s := range rapid.SliceOfN(words(), 0, most).Draw(t, "texts") {
				out = append(out, workshop.Card{ID: next, Prompt: p, Text: s, Dots: rapid.IntRange(0, 12).Draw(t, "dots")})
				refs = append(refs, board.Note(next))
				next++
			}
			return out
		}
		for _, p := range prompts[:rapid.IntRange(1, 2).Draw(t, "columns")] {
			col := workshop.Column{Prompt: p}
			for range rapid.IntRange(0, 4).Draw(t, "clusters") {
				pile := workshop.Pile{ID: workshop.ClusterID(next), Prompt: p, Notes: cards(p, 4)}
				if len(pile.Notes) == 0 {
					continue
				}
				for i := range pile.Notes {
					pile.Notes[i].Cluster = pile.ID
				}
				if rapid.Bool().Draw(t, "titled") {
					pile.Title = text.Clip(words().Draw(t, "title"), workshop.MaxTitleLen)
				}
				refs = append(refs, board.Cluster(pile.ID))
				col.Clusters = append(col.Clusters, pile)
			}
			col.Lone, col.Parked = cards(p, 6), cards(p, 3)
			for i := range col.Parked {
				col.Parked[i].Parked = true
			}
			w.Columns = append(w.Columns, col)
		}
		if len(refs) > 0 {
			w.Focus = rapid.SampledFrom(refs).Draw(t, "focus")
			w.Marked = rapid.SliceOfN(rapid.SampledFrom(refs), 0, 3).Draw(t, "marked")
			if rapid.Bool().Draw(t, "carry") {
				w.Carried = rapid.SampledFrom(refs).Draw(t, "carried")
			}
		}
		w.Active = rapid.SampledFrom(prompts).Draw(t, "active")
		return w
	})
}
