package tui

import (
	"convene/tui/theme"
	"convene/workshop"
	"convene/workshop/tongue"
)

// consentMeans says what is asked of those who answer a proposal.
func consentMeans(l tongue.Tongue) string {
	return l.Say("Consent isn't “my favourite”: it is “good enough for now, and nothing speaks against it”.")
}

// reasonsQuestion is what people think about while they read the reasons.
func reasonsQuestion(v workshop.View) string {
	l := in(v)
	switch {
	case v.At.Phase == workshop.PhaseShare:
		return l.Say("Read the reasons. Has one of them changed your mind?")
	case v.Refused != "":
		return l.Say("%s has declined. Whom else do the reasons speak for?", nameOf(v, v.Refused))
	case len(v.Heard) > 0:
		return l.Say("Whom do the reasons speak for, after what we have heard?")
	default:
		return l.Say("Whom do the reasons speak for?")
	}
}

func reasonsHint(v workshop.View) string {
	if v.At.Phase == workshop.PhaseShare {
		return in(v).Say("Nobody counts: one good reason can outweigh many. Whoever thinks of somebody else by now nominates them instead.")
	}
	return in(v).Say("One person is proposed. Then everyone consents or objects, and whoever is proposed is asked last.")
}

// proposable lists those who can be proposed.
func proposable(v workshop.View) []workshop.Nominee {
	var out []workshop.Nominee
	for _, n := range v.Nominees {
		if !n.Declined {
			out = append(out, n)
		}
	}
	return out
}

// heardLines are the objections that were heard before, so that the proposal answers them.
func heardLines(st stage) []string {
	if len(st.view.Heard) == 0 {
		return nil
	}
	lines := []string{st.theme.Muted.Render(st.Say("Objections that we have heard"))}
	for _, o := range st.view.Heard {
		said := st.Say("%s, about %s: %s", nameOf(st.view, o.Person), nameOf(st.view, o.Against.Person), o.Reason)
		lines = append(lines, bulleted(st.theme, said, min(st.width, measure))...)
	}
	return lines
}

// objectionLines are objections in full: a symbol, whose it is, and why.
func objectionLines(st stage, all []workshop.Objection) []string {
	t := st.theme
	var lines []string
	for _, o := range all {
		for i, l := range theme.Wrap(st.Say("%s: %s", nameOf(st.view, o.Person), o.Reason), min(st.width, measure)-2) {
			mark := "  "
			if i == 0 {
				mark = t.Bad.Render(t.Refused) + " "
			}
			lines = append(lines, mark+t.Text.Render(l))
		}
	}
	return lines
}

// consenting lists the names of those who consent, once that is seen.
func consenting(v workshop.View) []string {
	var out []string
	for _, p := range participants(v) {
		if v.Answers.Revealed && p.Signalled && !p.Signal.Objects {
			out = append(out, p.Name)
		}
	}
	return out
}

// unanswering lists the names of those who have not answered the proposal.
func unanswering(v workshop.View) []string {
	var out []string
	for _, p := range participants(v) {
		if !p.Signalled && p.ID != v.Proposal.Person {
			out = append(out, p.Name)
		}
	}
	return out
}

// askedCount is how many are asked to answer the proposal.
func askedCount(v workshop.View) int { return len(participants(v)) - 1 }

// answersWords say how many have answered, and who has still to.
func answersWords(st stage) string {
	v := st.view
	missing, asked := unanswering(v), askedCount(v)
	switch {
	case len(missing) > 0:
		return st.Count(asked-len(missing), "%d of %d have answered; still to come: %s.", "%d of %d have answered; still to come: %s.",
			asked-len(missing), asked, atMost(st.Tongue, 6, missing))
	case v.Answers.Reached():
		return st.Say("%s is asked now, last of all.", nameOf(v, v.Proposal.Person))
	default:
		return st.Say("Everyone has answered.")
	}
}

// signalLines say what the person has answered. Once all answers are shown, the reason of an objection is seen among them.
func signalLines(st stage) []string {
	t, v := st.theme, st.view
	switch {
	case !v.Signal.Objects:
		return ticked(t, st.Say("You consent."), st.width)
	case v.Answers.Revealed:
		return []string{t.Bad.Render(t.Refused) + " " + t.Strong.Render(st.Say("You object."))}
	default:
		lines := styled(t.Strong, theme.Wrap(st.Say("You object: %s", v.Signal.Reason), max(1, st.width-2)))
		for i := range lines {
			lines[i] = "  " + lines[i]
		}
		lines[0] = t.Bad.Render(t.Refused) + lines[0][1:]
		return lines
	}
}

// answersTitle says what all answers together come to.
func answersTitle(st stage) []string {
	t, a := st.theme, st.view.Answers
	if n := len(a.Objections); n > 0 {
		return styled(t.Warn.Bold(true), wrapped(st, st.Count(n,
			"%d objection to hear. An objection makes a proposal better.", "%d objections to hear. An objection makes a proposal better.")))
	}
	if !a.Reached() {
		return []string{t.Strong.Render(st.Say("Nobody who has answered objects."))}
	}
	return []string{t.Good.Bold(true).Render(t.Done + " " + st.Say("Nobody objects."))}
}

// proposalNext is what the facilitator does about the proposal.
func proposalNext(st stage) []string {
	v, k := st.view, st.keys
	switch {
	case !v.Answers.Revealed && v.Answers.Missing < askedCount(v):
		return facilitatorWill(st, k.vote, st.Say("shows the answers; the last one shows them all by itself"),
			st.Say("The facilitator shows the answers; the last one shows them all by itself"))
	case !v.Answers.Revealed:
		return styled(st.theme.Muted, wrapped(st, st.Say("Everyone answers in silence. The last answer shows them all.")))
	case v.Answers.Reached(), v.Answers.Missing > 0 && len(v.Answers.Objections) == 0:
		return nil
	default:
		return facilitatorWill(st, k.vote, st.Say("changes the proposal, or proposes somebody else"),
			st.Say("The facilitator changes the proposal, or proposes somebody else"))
	}
}

// ruleOf is the rule of the present step; that of the last one depends on how the group comes to its leader.
func ruleOf(v workshop.View) string {
	if v.At.Step == workshop.StepLeader && v.Method == workshop.Consent {
		return in(v).Say("By consent: name a person and say why. All read the reasons, one person is proposed, and leads if nobody has an " +
			"objection.")
	}
	return wordsOf(v, v.At.Step).rule
}

// consentPhase says what a group does that comes to its leader by consent; empty where that makes no difference.
func consentPhase(v workshop.View, p workshop.Position) string {
	switch {
	case v.Method != workshop.Consent:
		return ""
	case p.Step == workshop.StepLeader && v.At == p && v.Leadership.Decided():
		return ""
	case p == workshop.Position{Step: workshop.StepLeader, Phase: workshop.PhaseShare}:
		return in(v).Say("reading the reasons")
	case p == workshop.Position{Step: workshop.StepLeader, Phase: workshop.PhaseConverge}:
		return in(v).Say("looking for consent")
	default:
		return ""
	}
}
