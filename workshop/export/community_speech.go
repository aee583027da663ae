package export

import (
	"strings"

	"convene/workshop"
	"convene/workshop/tongue"
	"convene/workshop/trend"
)

// The shapes of the colours: none of them needs its colour to be told from the others.
const (
	redShape    = "▼"
	yellowShape = "◆"
	greenShape  = "▲"
)

// answers are a number of answers of one colour, with the letter of the colour and its shape.
type answers struct {
	Class, Letter, Shape string
	N                    int
}

// spread is what a card was answered, from red to green.
func (l life) spread(s workshop.Spread) []answers {
	return []answers{
		{"green", l.SayAs("colour", "G"), greenShape, s.Green},
		{"yellow", l.SayAs("colour", "Y"), yellowShape, s.Yellow},
		{"red", l.SayAs("colour", "R"), redShape, s.Red},
	}
}

// arrowSign is an arrow as it is drawn; empty where there is nothing to compare.
func arrowSign(a trend.Arrow) string {
	switch a {
	case trend.Up:
		return "↑"
	case trend.Down:
		return "↓"
	case trend.Level:
		return "→"
	default:
		return ""
	}
}

// untold says why a cell has no spread.
func (l life) untold(c trend.Cell) string {
	switch c.State {
	case trend.TooFew:
		return l.Count(c.Spread.Answered, "%d answer: too few", "%d answers: too few")
	case trend.FaceDown:
		return l.Say("not turned over yet")
	default:
		return l.Say("not asked")
	}
}

// marks are what else there is to say of a cell.
func (l life) marks(c trend.Cell) []string {
	var out []string
	if c.Split {
		out = append(out, l.Say("opinions split"))
	}
	if c.Reworded {
		out = append(out, l.SayAs("card", "reworded"))
	}
	return out
}

// legend is how to read the checks, a sentence each.
func (l life) legend() []string {
	out := []string{
		l.Say("Each card shows how many people said green, yellow and red."),
		l.Say("↑ and ↓: moved by more than chance explains, since the card was told last or, beside the trend, first; →: by no more."),
		l.Say("Of a card that fewer than %d people answered, nothing is shown but how many they were.", workshop.MinAnswers),
	}
	if l.from > 0 {
		out = append(out, l.Count(l.from, "%d earlier check is only in the trend.", "%d earlier checks are only in the trend."))
	}
	return out
}

// split says which cards divide the group in the newest check; nothing when none does.
func (l life) split(write writing) string {
	_, cells, _ := l.newest()
	var all []string
	for _, c := range cells {
		if c.Split {
			all = append(all, c.Card.About)
		}
	}
	if len(all) == 0 {
		return ""
	}
	return l.Say("Many red and many green, and so worth talking about first: %s", l.listed(all, write))
}

// changes say what became of people and cards between a check and the one before.
func (l life) changes(c trend.Column, write writing) string {
	var parts []string
	if c.Came > 0 {
		parts = append(parts, l.Count(c.Came, "%d person came", "%d people came"))
	}
	if c.Went > 0 {
		parts = append(parts, l.Count(c.Went, "%d person left", "%d people left"))
	}
	for _, x := range []struct {
		said  string
		cards []workshop.HealthCard
	}{{tongue.Mark("new: %s"), c.New}, {tongue.Mark("reworded: %s"), c.Reworded}, {tongue.Mark("no longer asked: %s"), c.Gone}} {
		if len(x.cards) > 0 {
			parts = append(parts, l.Say(x.said, l.listed(abouts(x.cards), write)))
		}
	}
	if len(parts) == 0 {
		parts = []string{l.Say("nobody came or left, and the cards are the same")}
	}
	return l.Say("%s: %s", l.Date(c.Closed), strings.Join(parts, l.SayAs("list", "; ")))
}

func abouts(cards []workshop.HealthCard) []string {
	var out []string
	for _, c := range cards {
		out = append(out, c.About)
	}
	return out
}

// fact is a line about the community.
type fact struct{ Label, Value string }

// facts are who leads it, with which time, who stands behind it, and when it looks at itself next. Time that was not set aside
// is a fact, too.
func (l life) facts(write writing) []fact {
	leader := l.Say("nobody yet")
	switch {
	case l.Leader != "" && l.Weekly > 0:
		leader = l.Say("%s (%s)", write(l.Leader), l.weekly())
	case l.Leader != "":
		leader = l.Say("%s, without time set aside", write(l.Leader))
	}
	sponsor := l.Say("nobody yet")
	if l.Sponsor != "" {
		sponsor = write(l.Sponsor)
	}
	out := []fact{{l.Say("Leader"), leader}, {l.Say("Sponsor"), sponsor}}
	if l.NextCheck != "" {
		out = append(out, fact{l.Say("Next health check"), l.Due(l.NextCheck)})
	}
	return out
}

// weekly is the time that the leader has.
func (l life) weekly() string {
	if l.Weekly%60 == 0 {
		return l.Count(l.Weekly/60, "%d hour a week", "%d hours a week")
	}
	return l.Count(l.Weekly, "%d minute a week", "%d minutes a week")
}

// history is where an action comes from, and what has become of it: a part of a sentence each.
func (l life) history(a workshop.FollowUp, write writing) []string {
	var parts []string
	if i, ok := l.column(a.Check); ok {
		day := l.Date(l.table.Columns[i].Closed)
		if about := l.cardIn(i, a.Card); about != "" {
			parts = append(parts, l.Say("from the card %s, %s", write(about), day))
		} else {
			parts = append(parts, l.Say("from the health check, %s", day))
		}
	}
	last := ""
	switch {
	case a.State == workshop.ActionDone && a.On != "":
		last = l.Say("done %s", l.Due(a.On))
	case a.State == workshop.ActionGone && a.On != "":
		last = l.Say("dropped %s", l.Due(a.On))
	case a.Moved > 0:
		last = l.Count(a.Moved, "moved %d time", "moved %d times")
	}
	switch {
	case last != "" && a.Why != "":
		parts = append(parts, l.Say("%s: %s", last, write(a.Why)))
	case last != "" || a.Why != "":
		parts = append(parts, last+write(a.Why))
	}
	return parts
}

// group is the actions of a kind under their heading.
type group struct {
	Class, Title string
	Actions      []workshop.FollowUp
}

// groups are the open actions, the done ones and those that were dropped, as far as there are any.
func (l life) groups() []group {
	var out []group
	for _, g := range []group{
		{"open", l.SayAs("actions", "Open"), l.standing(workshop.ActionOpen)},
		{"done", l.SayAs("actions", "Done"), l.standing(workshop.ActionDone)},
		{"dropped", l.SayAs("actions", "Dropped"), l.standing(workshop.ActionGone)},
	} {
		if len(g.Actions) > 0 {
			out = append(out, g)
		}
	}
	return out
}

// occasion is what people came together for.
func (l life) occasion(k workshop.OccasionKind) string {
	switch k {
	case workshop.BrownBag:
		return l.Say("Brown bag")
	case workshop.LightningTalks:
		return l.Say("Lightning talks")
	case workshop.LeanCoffee:
		return l.Say("Lean coffee")
	case workshop.BookClub:
		return l.Say("Book club")
	case workshop.CodeReview:
		return l.Say("Code review")
	case workshop.Retrospective:
		return l.Say("Retrospective")
	default:
		return l.Say("Get-together")
	}
}

// before is how many occasions came before the year; nothing when none did.
func (l life) before(earlier int) string {
	if earlier == 0 {
		return ""
	}
	return l.Count(earlier, "%d occasion before that.", "%d occasions before that.")
}
