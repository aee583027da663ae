package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"

	"convene/tui/theme"
	"convene/workshop"
	"convene/workshop/ballot"
	"convene/workshop/tongue"
)

// voteQuestion is what a vote asks.
func voteQuestion(v workshop.View) string {
	l, runoff := in(v), v.Vote.Round > 1
	switch {
	case v.Vote.Purpose == workshop.Dots:
		return l.Say("What matters most here?")
	case v.Vote.Purpose == workshop.Strengths:
		return l.Say("How strong is each force?")
	case v.Vote.Purpose == workshop.ForName && runoff:
		return l.Say("The runoff: which of these names?")
	case v.Vote.Purpose == workshop.ForName:
		return l.Say("Which name shall we have?")
	case v.Vote.For != "":
		return l.Say("Shall %s lead us?", nameOf(v, v.Vote.For))
	case runoff:
		return l.Say("The runoff: who shall lead us?")
	default:
		return l.Say("Who shall lead us?")
	}
}

// voteRule says how a vote is decided. It is said before the vote opens and as long as it is open.
func voteRule(l tongue.Tongue, vote workshop.Vote) string {
	runoff := vote.Round > 1
	switch {
	case vote.Purpose == workshop.Dots:
		return dotsRule(l, vote.Rule)
	case vote.Purpose == workshop.Strengths:
		return l.Say("1 is weak, 5 strong. The middle score counts; leave out what you can't judge.")
	case vote.Purpose == workshop.ForName && runoff:
		return l.Say("One vote each. The most votes win; if it ties again, a lot decides that everyone can check.")
	case vote.Purpose == workshop.ForName:
		if vote.Rule.Budget > 1 {
			return l.Say("%d votes each, on different names. The most votes win. A tie goes to a runoff with one vote each, "+
				"and then, if need be, to a lot.", vote.Rule.Budget)
		}
		return l.Say("1 vote each. The most votes win. A tie goes to a runoff with one vote each, and then, if need be, to a lot.")
	case vote.Rule.Ranked && vote.Rule.PerOption < len(vote.Options):
		most := vote.Rule.PerOption
		vote.Rule.PerOption = len(vote.Options)
		return voteRule(l, vote) + " " + l.Say("At most %d are counted on a ballot.", most)
	case vote.Rule.Ranked:
		return l.Say("Number the candidates. Whoever is in last place is dropped, and each ballot goes to its next choice, until one has more than " +
			"half of all ballots cast. If the last two have not, or only a lot could tell who is last, a runoff between those left.")
	case vote.For != "":
		return l.Say("Yes, no or blank. Blank counts as cast. A yes from more than half elects.")
	case runoff:
		return l.Say("One vote each. More votes elect; if it ties, a lot decides that everyone can check.")
	default:
		return l.Say("One vote each; blank counts as cast. More than half of the ballots elect. Otherwise the first two go to a runoff, " +
			"with all who tie for second.")
	}
}

// dotsRule is the rule of a dot vote.
func dotsRule(l tongue.Tongue, rule ballot.Rule) string {
	switch {
	case rule.Budget == 1:
		return l.Say("1 dot each. The dots advise, they don't decide.")
	case rule.PerOption == 1:
		return l.Say("%d dots each, on different ideas. The dots advise, they don't decide.", rule.Budget)
	default:
		return l.Say("%d dots each; several may go on one idea. The dots advise, they don't decide.", rule.Budget)
	}
}

// optionWords is what people read for an option of a vote.
func optionWords(v workshop.View, vote workshop.Vote, key string) string {
	if vote.For != "" {
		switch key {
		case ballot.Yes:
			return in(v).Say("Yes, %s", nameOf(v, vote.For))
		case ballot.No:
			return in(v).Say("No, not %s", nameOf(v, vote.For))
		}
	}
	for _, o := range vote.Options {
		if o.Key == key {
			return o.Label
		}
	}
	return key
}

// labels lists what people read for some options.
func labels(options []workshop.Option) []string {
	var out []string
	for _, o := range options {
		out = append(out, o.Label)
	}
	return out
}

// listed joins words as a sentence does: "A", "A and B", "A, B and C".
func listed(l tongue.Tongue, words []string) string {
	if n := len(words); n > 1 {
		return l.Say("%s and %s", strings.Join(words[:n-1], ", "), words[n-1])
	}
	return strings.Join(words, "")
}

// lastResult is the latest count for a purpose in the present step.
func lastResult(v workshop.View, p workshop.Purpose) (workshop.Result, bool) {
	for i := len(v.Results) - 1; i >= 0; i-- {
		if r := v.Results[i]; r.Step == v.At.Step && r.Purpose == p {
			return r, true
		}
	}
	return workshop.Result{}, false
}

// firstRound is the count that led to the runoff that was counted last.
func firstRound(v workshop.View, p workshop.Purpose) (workshop.Result, bool) {
	runoff, ok := lastResult(v, p)
	if !ok || runoff.Round == 1 {
		return workshop.Result{}, false
	}
	for i := len(v.Results) - 1; i >= 0; i-- {
		if r := v.Results[i]; r.Step == v.At.Step && r.Purpose == p && r.Round == 1 {
			return r, true
		}
	}
	return workshop.Result{}, false
}

// opensVote says that the facilitator opens the vote that comes next.
func opensVote(st stage) []string {
	return facilitatorWill(st, st.keys.vote, st.Say("opens the vote"), st.Say("The facilitator opens the vote"))
}

// drawsLot says that the facilitator draws the lot.
func drawsLot(st stage) []string {
	return facilitatorWill(st, st.keys.vote, st.Say("draws the lot"), st.Say("The facilitator draws the lot"))
}

// facilitatorWill says what one of the facilitator's keys does: to the facilitator with the key, and to others in the
// sentence that they are told instead.
func facilitatorWill(st stage, b key.Binding, does, told string) []string {
	t := st.theme
	if st.view.MyRole != workshop.Facilitator {
		return styled(t.Muted, wrapped(st, told))
	}
	name := keyName(st.Tongue, b)
	before := theme.Width(name) + 1
	lines := styled(t.Text, theme.Wrap(does, min(st.width, measure)-before))
	for i := range lines {
		if i == 0 {
			lines[i] = t.Key.Render(name) + " " + lines[i]
		} else {
			lines[i] = strings.Repeat(" ", before) + lines[i]
		}
	}
	return lines
}
