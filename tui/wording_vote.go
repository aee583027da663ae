package tui

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"

	"convene/tui/theme"
	"convene/workshop"
	"convene/workshop/ballot"
)

// voteQuestion is what a vote asks.
func voteQuestion(v workshop.View) string {
	runoff := v.Vote.Round > 1
	switch {
	case v.Vote.Purpose == workshop.Dots:
		return "What matters most here?"
	case v.Vote.Purpose == workshop.Strengths:
		return "How strong is each force?"
	case v.Vote.Purpose == workshop.ForName && runoff:
		return "The runoff: which of these names?"
	case v.Vote.Purpose == workshop.ForName:
		return "Which name shall we have?"
	case v.Vote.For != "":
		return fmt.Sprintf("Shall %s lead us?", nameOf(v, v.Vote.For))
	case runoff:
		return "The runoff: who shall lead us?"
	default:
		return "Who shall lead us?"
	}
}

// voteRule says how a vote is decided. It is said before the vote opens and as long as it is open.
func voteRule(vote workshop.Vote) string {
	runoff := vote.Round > 1
	switch {
	case vote.Purpose == workshop.Dots:
		how := "; several may go on one idea"
		switch {
		case vote.Rule.Budget == 1:
			how = ""
		case vote.Rule.PerOption == 1:
			how = ", on different ideas"
		}
		return fmt.Sprintf("%s each%s. The dots advise, they don't decide.", count(vote.Rule.Budget, "dot"), how)
	case vote.Purpose == workshop.Strengths:
		return "1 is weak, 5 strong. The middle score counts; leave out what you can't judge."
	case vote.Purpose == workshop.ForName && runoff:
		return "One vote each. The most votes win; if it ties again, a lot decides that everyone can check."
	case vote.Purpose == workshop.ForName:
		each := "1 vote each."
		if vote.Rule.Budget > 1 {
			each = count(vote.Rule.Budget, "vote") + " each, on different names."
		}
		return each + " The most votes win. A tie goes to a runoff with one vote each, and then, if need be, to a lot."
	case vote.Rule.Ranked && vote.Rule.PerOption < len(vote.Options):
		most := vote.Rule.PerOption
		vote.Rule.PerOption = len(vote.Options)
		return fmt.Sprintf("%s At most %d are counted on a ballot.", voteRule(vote), most)
	case vote.Rule.Ranked:
		return "Number the candidates. Whoever is in last place is dropped, and each ballot goes to its next choice, until one has more than " +
			"half of all ballots cast. If the last two have not, or only a lot could tell who is last, a runoff between those left."
	case vote.For != "":
		return "Yes, no or blank. Blank counts as cast. A yes from more than half elects."
	case runoff:
		return "One vote each. More votes elect; if it ties, a lot decides that everyone can check."
	default:
		return "One vote each; blank counts as cast. More than half of the ballots elect. Otherwise the first two go to a runoff, with all who tie for second."
	}
}

// optionWords is what people read for an option of a vote.
func optionWords(v workshop.View, vote workshop.Vote, key string) string {
	if vote.For != "" {
		switch key {
		case ballot.Yes:
			return "Yes, " + nameOf(v, vote.For)
		case ballot.No:
			return "No, not " + nameOf(v, vote.For)
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
func listed(words []string) string {
	if n := len(words); n > 1 {
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
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

// facilitatorWill says what one of the facilitator's keys does: to the facilitator with the key, to others without.
func facilitatorWill(st stage, b key.Binding, does string) []string {
	t := st.theme
	if st.view.MyRole != workshop.Facilitator {
		return styled(t.Muted, wrapped(st, "The facilitator "+does))
	}
	before := theme.Width(b.Help().Key) + 1
	lines := styled(t.Text, theme.Wrap(does, min(st.width, measure)-before))
	for i := range lines {
		if i == 0 {
			lines[i] = t.Key.Render(b.Help().Key) + " " + lines[i]
		} else {
			lines[i] = strings.Repeat(" ", before) + lines[i]
		}
	}
	return lines
}
