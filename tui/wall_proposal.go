package tui

import (
	"convene/tui/theme"
	"convene/workshop"
)

// wallProposal is who is proposed, large, and how many have answered; then the objections, or that there is none.
func wallProposal(st stage) []string {
	t, v := st.theme, st.view
	lines := centred(st, t.Muted, []string{headline(st.Say("Proposed as our leader"), st.width)})
	lines = append(lines, wallPlaque(st, nameOf(v, v.Proposal.Person), st.height*2/5)...)
	if v.Proposal.Terms != "" {
		lines = append(lines, inMiddle(st, large.within(st, t.Strong, v.Proposal.Terms, st.width, max(1, st.height/6)))...)
	}
	lines = append(lines, "")
	foot := proposalNext(st)
	room := max(1, st.height-len(lines)-len(foot)-1)
	body := wallAnswers(st, room)
	lines = append(lines, body[:min(len(body), room)]...)
	lines = append(lines, make([]string, max(0, st.height-len(lines)-len(foot)))...)
	return append(lines, foot...)
}

// wallAnswers is what the group looks at while it answers, and then the answers.
func wallAnswers(st stage, rows int) []string {
	t, v := st.theme, st.view
	var lines []string
	switch {
	case !v.Answers.Revealed:
		all := askedCount(v)
		lines = wallCount(st, all-v.Answers.Missing, all, st.SayAs("after a count", "have answered"), st.width, max(1, rows/2))
		for _, n := range v.Nominees {
			if n.ID == v.Proposal.Person && len(lines)+len(n.Reasons) < rows {
				lines = append(append(reasonLines(st, n), ""), lines...)
			}
		}
		return lines
	case len(v.Answers.Objections) == 0 && !v.Answers.Reached():
		lines = answersTitle(st)
		return append(append(lines, ""), styled(t.Strong, theme.Wrap(answersWords(st), st.width))...)
	case v.Answers.Reached():
		lines = inMiddle(st, large.within(st, t.Good.Bold(true), st.Say("Nobody objects."), st.width, rows/2))
		return append(append(lines, ""), centred(st, t.Strong, theme.Wrap(answersWords(st), st.width))...)
	}
	toHear := st.Count(len(v.Answers.Objections), "%d objection to hear", "%d objections to hear")
	lines = large.within(st, t.Warn.Bold(true), toHear, st.width, rows/2)
	lines = append(lines, wallObjections(st, v.Answers.Objections, rows-len(lines)-1)...)
	if n := v.Answers.Consents; n > 0 {
		lines = append(lines, t.Good.Render(t.Done+" "+st.Count(n, "%d person consents", "%d people consent")))
	}
	return lines
}

// wallObjections are the objections, as large as all of them fit; the last line says how many do not.
func wallObjections(st stage, all []workshop.Objection, rows int) []string {
	t := st.theme
	for l := large; l >= tight; l-- {
		var lines []string
		for _, o := range all {
			lines = append(lines, "")
			lines = append(lines, l.write(st, t.Text, st.Say("%s: %s", nameOf(st.view, o.Person), o.Reason), st.width-2)...)
		}
		if len(lines) <= rows {
			return lines
		}
	}
	lines := objectionLines(st, all)
	if len(lines) > rows && rows > 0 {
		lines = append(lines[:rows-1], t.Muted.Render(t.Ellipsis+" "+st.Say("and more, on everyone's own screen")))
	}
	return lines
}
