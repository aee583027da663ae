package tui

import (
	"convene/tui/theme"
	"convene/workshop"
	"convene/workshop/ballot"
)

// wallName is the choice of a name while no vote is open: what there is to choose from, the count, the name.
func wallName(st stage) []string {
	v := st.view
	r, counted := lastResult(v, workshop.ForName)
	switch {
	case v.Tie.Vote != 0 && counted:
		said, detail, next := nameTieWords(st)
		rows := resultRows(v, r, "", st.Say("first place"))
		return verdict{said: said, details: []string{detail}, next: next, result: r, rows: rows}.draw(st)
	case v.Name.Chosen != "":
		return wallChosen(st, r).draw(st)
	default:
		return wallProposals(st, counted)
	}
}

func wallChosen(st stage, r workshop.Result) verdict {
	v := st.view
	d := verdict{
		over: st.Say("We are"), plaque: v.Name.Chosen, details: []string{chosenWords(st.Tongue, v.Name.How)},
		result: r, rows: resultRows(v, r, st.SayAs("name", "chosen"), st.Say("first place")),
	}
	if v.Name.How == workshop.ByLot {
		d.details = append(d.details, lotSentence(st.Tongue))
		drawnByLot(d.rows, v.Name.Chosen, st.SayAs("name", "drawn by lot"))
	}
	return d
}

// drawnByLot gives the one that the lot fell on its word.
func drawnByLot(rows []barRow, label, word string) {
	for i := range rows {
		if rows[i].label == label {
			rows[i].word = word
		}
	}
}

// wallProposals are the names to choose from, and how one will be chosen.
func wallProposals(st stage, counted bool) []string {
	t := st.theme
	names := proposedNames(st.view)
	if len(names) == 0 {
		return posted(st, func(l lettering) []part {
			return []part{{lines: l.write(st, t.Strong, st.Say("Nobody has proposed a name yet."), st.width)}}
		})
	}
	rule := workshop.Vote{Purpose: workshop.ForName, Round: 1, Rule: ballot.Rule{Budget: st.view.Votes}}
	return posted(st, func(l lettering) []part {
		parts := []part{{lines: l.less().write(st, t.Strong, namesWords(st, len(names)), st.width)}}
		var rows []string
		for i, n := range names {
			if l == tight && len(rows) > st.height-8 && i < len(names)-1 {
				rows = append(rows, t.Muted.Render(t.Ellipsis+" "+st.Count(len(names)-i, "%d more name", "%d more names")))
				break
			}
			lines := l.write(st, t.Title, n.text, st.width*3/5)
			beside := ""
			if len(lines) >= theme.LetterRows { // what is in letters can't be copied
				beside = "  " + n.text
			}
			if n.times > 1 {
				beside += "  " + st.Say("proposed %d times", n.times)
			}
			lines[len(lines)*5/8] += t.Muted.Render(t.Cut(beside, st.width*2/5))
			rows = append(rows, lines...)
		}
		parts = append(parts, part{lines: rows})
		if counted {
			parts = append(parts, part{lines: l.write(st, t.Warn, st.Say("All ballots were blank: no name has a vote yet."), st.width)})
		}
		return append(parts, part{lines: l.less().write(st, t.Text, voteRule(st.Tongue, rule), st.width), gives: 1},
			part{lines: opensVote(st), gives: 2})
	})
}
