package export

import (
	"time"

	"convene/workshop"
)

// boxes are the seven sections, all empty.
func boxes() []workshop.Box {
	var out []workshop.Box
	for _, s := range workshop.Sections() {
		out = append(out, workshop.Box{Section: s})
	}
	return out
}

// bare is a workshop that has only been opened.
func bare() workshop.Canvas {
	return workshop.Canvas{
		Code: "brave-otter", Title: "Software craft", Topic: "Software craft",
		Date: time.Date(2026, 3, 14, 9, 0, 0, 0, time.UTC), Sections: boxes(), Facilitators: []string{"Kim"},
	}
}

// full is a workshop that went all the way, without the force field.
func full() workshop.Canvas {
	c := bare()
	c.Title, c.Named = "Craft Circle", true
	c.Leader, c.LeaderHow = "Ana", workshop.ByVote
	c.Facilitators = []string{"Kim", "Lee"}
	c.People = []string{"Ana", "Ben", "Chidi"}
	for i, entries := range [][]workshop.Entry{
		{
			{Title: "We learn from one another", Notes: []string{"Pair across teams", "Nobody is stuck alone"}, Dots: 5},
			{Title: "Fun"},
		},
		{{Title: "Three people left last year"}},
		{{Title: "Meet every second week", Notes: []string{"Coding dojo", "Brown bag lunch"}, Dots: 3}},
		{{Title: "Who came back a second time"}},
		{{Title: "All developers"}, {Title: "The on-call rota"}},
		{{Title: "A room with a screen"}},
		{{Title: "A channel of our own", Notes: []string{"https://chat.example.org/craft_circle"}}},
	} {
		c.Sections[i].Entries = entries
	}
	c.Sections[0].Statement = "We make each other better at what we do."
	c.Time = &workshop.Ledger{
		Blocks: []workshop.Account{
			{Step: workshop.StepWelcome, Planned: workshop.Minutes(5), Actual: workshop.Span(7*time.Minute + 29*time.Second)},
			{Step: workshop.StepVision, Planned: workshop.Minutes(24), Actual: workshop.Span(20*time.Minute + 600*time.Millisecond)},
			{Step: workshop.StepForces, Planned: workshop.Minutes(15)},
			{Step: workshop.StepReserve, Planned: workshop.Minutes(10)},
		},
		Breaks: workshop.Span(22*time.Hour + 3*time.Minute), Planned: workshop.Minutes(54),
		Actual: workshop.Span(27*time.Minute + 29600*time.Millisecond),
	}
	c.Settlements = map[workshop.Step]workshop.Settlement{
		workshop.StepVision: {Hands: [6]int{3: 1, 4: 1, 5: 1}},
		workshop.StepMeasures: {
			Hands: [6]int{1: 1, 4: 1}, Missing: 1, Despite: true, Reopened: true,
			Concerns: []workshop.Concern{{Person: "p2", Level: 1, Sentence: "We can't measure <fun> & joy"}},
		},
	}
	return c
}

// noLeader is a group that found nobody who had the time.
func noLeader() workshop.Canvas {
	c := full()
	c.Leader, c.LeaderHow = "", ""
	c.NoLeader = "Ana will know in May whether she has a day a week for it."
	return c
}

// consented is a group that came to its leader by consent.
func consented() workshop.Canvas {
	c := bare()
	c.Leader, c.LeaderHow, c.LeaderTerms = "Dana", workshop.ByConsent, "for a year with half a day a week"
	c.People = []string{"Dana", "Eli"}
	return c
}

// withForces has forces in clusters and alone, weighed and not, and one side longer than the other.
func withForces() workshop.Canvas {
	c := full()
	score := func(n, low, high int) workshop.ForceScore {
		return workshop.ForceScore{Strength: n, Low: low, High: high, Given: 3}
	}
	c.Forces = &workshop.ForceField{
		Support: []workshop.Force{
			{Title: "Management asks for it", Notes: []string{"The CTO said so", "It's in the goals"}, ForceScore: score(4, 1, 5)},
			{Title: "We like each other", ForceScore: score(3, 2, 3)},
			{Title: "Free pizza"},
		},
		SlowDown: []workshop.Force{
			{Title: "No time", Notes: []string{"Release in June", "Support duty"}, ForceScore: score(5, 4, 5)},
			{Title: "Two sites", ForceScore: score(4, 3, 4)},
		},
	}
	c.Wall = hung()
	c.Actions = []workshop.Planned{
		{ID: 1, What: "Weaken: No time. Ask for two Fridays before the release", Owner: "Ben"},
		{ID: 4, What: "One video call a week", Owner: "", Due: "2026-03-16"},
	}
	return c
}

// hung is a wall with a cluster that has a title, one that has none, lone notes and a parked one.
func hung() []workshop.Column {
	card := func(id workshop.NoteID, text string, dots int) workshop.Card {
		return workshop.Card{ID: id, Text: text, Dots: dots}
	}
	return []workshop.Column{
		{
			Prompt: workshop.PromptVision,
			Clusters: []workshop.Pile{{
				ID: 1, Title: "We learn from one another", Dots: 5,
				Notes: []workshop.Card{card(1, "Pair across teams", 0), card(3, "Nobody is stuck, \"ever\"", 0)},
			}},
			Lone: []workshop.Card{card(2, "Fun", 2)}, Parked: []workshop.Card{card(4, "Fewer meetings", 0)},
		},
		{Prompt: workshop.PromptImportance},
		{Prompt: workshop.PromptHow, Clusters: []workshop.Pile{{ID: 2, Notes: []workshop.Card{card(5, "Coding dojo", 0), card(6, "Dojo", 0)}}}},
	}
}

// nasty has, wherever people type, text that looks like markup.
func nasty() workshop.Canvas {
	c := withForces()
	c.Title, c.Topic = "C#: *really* #", "1. <b>Bold</b> & [brave](http://x.example)"
	c.Leader, c.LeaderHow = "_Ana_", workshop.ByLot
	c.Facilitators = []string{"K*m", "L*e", "`Lou`"}
	c.People = []string{"_Ana_", "- Ben", "# Chidi", "4) Dee"}
	c.Sections[0].Statement = "> \"quote\" `code` ~~gone~~ C:\\temp \\* 50% | 3 * 4 < 5 &amp; &copy; AT&T"
	c.Sections[0].Entries = []workshop.Entry{
		{Title: "[ ] not a task", Notes: []string{"[x] not done", "![no](image)", "---", "* * *", "===", "+ plus"}},
		{Title: "# not a heading", Notes: []string{"#hashtag", "snake_case and __init__", "+1", "-5 °C", "2026. A year."}},
		{Title: "https://x.example/a_b?c=d&e=f", Notes: []string{"www.x.example/_a_", "http://x.example/~ana&copy;", "a_b@x.example"}},
		{Title: "<script>alert(1)</script>", Notes: []string{"<!-- not hidden", "```", "~~~", "back\\", "<3", "I > you"}},
	}
	c.Forces.Support[0].Title = "a | b || c \\| d"
	c.Forces.Support[0].Notes = []string{"| --- |", "pipe | in a note"}
	c.Forces.SlowDown[0].Title = "`a|b` **strong**"
	c.Wall[0].Clusters[0].Title = "=1+1"
	c.Wall[0].Clusters[0].Notes[1].Text = "@SUM(A1:A9)|cmd, \"x\""
	c.Wall[0].Lone[0].Text, c.Wall[0].Parked[0].Text = "-5 °C", "<b>'=bold'</b>"
	c.Actions = []workshop.Planned{{ID: 1, What: "# *Ask* [them](now)", Owner: "_Ana_", Due: "2026-12-04"}, {ID: 2, What: "1. <b>", Owner: "4) Dee"}}
	return c
}
