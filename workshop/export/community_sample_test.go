package export

import (
	"time"

	"convene/workshop"
)

// suggested are the cards of a health check, in an order of their own.
func suggested() []workshop.HealthCard {
	card := func(id workshop.CardID, about string) workshop.HealthCard {
		return workshop.HealthCard{ID: id, About: about, Red: "We seldom see it.", Green: "We see it every week."}
	}
	return []workshop.HealthCard{
		card("learning", "Learning and growth"), card("help", "Help, given and received"),
		card("safety", "Safety to ask and to be wrong"),
		card("collaboration", "Collaboration"), card("sharing", "Sharing knowledge"), card("strategy", "Long-term strategy"),
		card("work", "How we work"), card("fun", "Fun"), card("feedback", "Feedback, given and received"),
		card("deciding", "Ability to decide"), card("motivation", "Motivation"),
	}
}

// counted is what a card was answered.
func counted(card workshop.CardID, red, yellow, green int, sentences ...string) workshop.Spread {
	return workshop.Spread{Card: card, Answered: red + yellow + green, Red: red, Yellow: yellow, Green: green, Sentences: sentences}
}

// closed is a check on that day in which everyone answered all cards, with so many red, yellow and green by card.
func closed(id workshop.CheckID, at time.Time, cards []workshop.HealthCard, said [][3]int) workshop.HealthCheck {
	h := workshop.HealthCheck{ID: id, Cards: cards, Closed: at, Turned: len(cards)}
	for i, c := range cards {
		h.Spread = append(h.Spread, counted(c.ID, said[i][0], said[i][1], said[i][2]))
		h.Took = max(h.Took, h.Spread[i].Answered)
	}
	return h
}

// founded is a community that has just been founded.
func founded() workshop.Community {
	return workshop.Community{
		Code: "brave-otter", Name: "Craft Circle", Founded: time.Date(2026, 3, 14, 11, 0, 0, 0, time.UTC),
		People: []string{"Ana", "Ben", "Chidi"},
	}
}

// flourishing is one that has lived for a year: six checks, with cards that came, went and were reworded, one that few answered,
// one that splits, and one that moved by more than chance explains.
func flourishing() workshop.Community {
	c := founded()
	c.Leader, c.Weekly, c.Sponsor, c.NextCheck = "Ana", 240, "Mina Okafor", "2027-05-11"
	c.People = []string{"Ana", "Ben", "Chidi", "Dora", "Emil", "Fay", "Gus", "Hana", "Ivo", "Juno", "Kofi", "Lin"}
	day := func(month time.Month, d int) time.Time { return time.Date(2026, month, d, 16, 0, 0, 0, time.UTC) }
	cards := suggested()
	without := append(append([]workshop.HealthCard{}, cards[:7]...), cards[8:]...)
	reworded := suggested()
	reworded[2].Green = "Simple questions are welcome."
	meetings := workshop.HealthCard{ID: "meetings", About: "Meetings", Red: "Too many.", Green: "Few and good."}
	meeting := append([]workshop.HealthCard{meetings}, without...)
	c.Checks = []workshop.HealthCheck{
		closed(1, day(4, 20), meeting, [][3]int{
			{3, 4, 2}, {3, 4, 2}, {2, 4, 3}, {6, 3, 0}, {1, 4, 4}, {2, 5, 2}, {4, 3, 2}, {2, 4, 3}, {3, 4, 2}, {4, 4, 1}, {1, 3, 5},
		}),
		closed(2, day(6, 15), meeting, [][3]int{
			{3, 3, 2}, {2, 4, 2}, {1, 4, 3}, {5, 2, 1}, {1, 3, 4}, {1, 5, 2}, {4, 3, 1}, {1, 4, 3}, {2, 4, 2}, {3, 4, 1}, {1, 2, 5},
		}),
		closed(3, day(8, 24), without, [][3]int{
			{1, 2, 3}, {1, 3, 2}, {3, 2, 1}, {0, 2, 4}, {1, 3, 2}, {2, 1, 1}, {1, 3, 2}, {1, 3, 2}, {2, 3, 1}, {0, 2, 4},
		}),
		closed(4, day(10, 19), reworded, [][3]int{
			{1, 4, 5}, {1, 3, 6}, {2, 4, 4}, {0, 4, 6}, {1, 4, 5}, {3, 4, 3}, {1, 5, 4}, {2, 4, 4}, {2, 3, 5}, {3, 4, 3}, {0, 3, 7},
		}),
		closed(5, day(12, 7), reworded, [][3]int{
			{0, 4, 7}, {1, 2, 8}, {0, 2, 9}, {0, 3, 8}, {1, 5, 5}, {4, 2, 5}, {1, 5, 5}, {1, 3, 7}, {2, 2, 0}, {2, 5, 4}, {0, 1, 10},
		}),
		closed(6, day(12, 21).AddDate(0, 1, 20), reworded, [][3]int{
			{0, 3, 9}, {0, 3, 9}, {0, 2, 10}, {0, 5, 7}, {1, 4, 7}, {5, 2, 5}, {0, 4, 8}, {1, 2, 9}, {0, 2, 1}, {2, 4, 6}, {0, 2, 10},
		}),
	}
	c.Checks[1].Went, c.Checks[2].Went, c.Checks[3].Came, c.Checks[5].Came, c.Checks[5].Went = 1, 2, 4, 3, 1
	last := c.Checks[5].Spread
	last[0].Sentences = []string{"I use something from here every week.", "The dojo is where I learn most."}
	last[2].Sentences = []string{"I asked what I had been afraid to ask for a year.", "Nobody laughed when the release went wrong."}
	last[5].Sentences = []string{
		"For the first time I know where we are heading, and why.",
		"I have never seen a strategy.", "It is on the wiki; read it!", "What strategy?",
	}
	last[9].Sentences = []string{"We talk about the wiki for the third month."}
	c.Checks = append(c.Checks, workshop.HealthCheck{ID: 7, Cards: cards, Opened: day(12, 30)})
	plan := func(id workshop.ActionID, what, owner string, due workshop.Day) workshop.Planned {
		return workshop.Planned{ID: id, What: what, Owner: owner, Due: due}
	}
	c.Actions = []workshop.FollowUp{
		{
			Planned: plan(1, "Ask the CTO for two hours a week", "Ana", "2026-04-30"), State: workshop.ActionDone,
			Why: "She said yes, and four.", On: "2026-04-22",
		},
		{Planned: plan(2, "Find a room with a screen", "Ben", "2026-03-31"), State: workshop.ActionDone, On: "2026-03-27"},
		{Planned: plan(3, "Start a wiki", "Chidi", "2027-03-31"), Moved: 3, Why: "Two others started one, too", On: "2027-02-01"},
		{Planned: plan(4, "Print stickers", "", ""), State: workshop.ActionGone, Why: "Nobody wanted any", On: "2026-09-01"},
		{Planned: plan(5, "Invite the architects to explain the strategy", "Dora", "2027-03-12"), Check: 5, Card: "strategy"},
		{Planned: plan(6, "Write down how we decide", "Lin", ""), Check: 6},
	}
	held := func(kind workshop.OccasionKind, on workshop.Day, topic, minutes string) {
		id := workshop.OccasionID(len(c.Occasions) + 1)
		c.Occasions = append(c.Occasions, workshop.Occasion{ID: id, Kind: kind, On: on, Topic: topic, Minutes: minutes})
	}
	held(workshop.BrownBag, "2026-03-26", "Property-based testing", "https://wiki.example.org/craft/1")
	held(workshop.LeanCoffee, "2026-04-09", "Flaky tests", "https://wiki.example.org/craft/2")
	held(workshop.LightningTalks, "2026-05-21", "Six things we broke", "")
	held(workshop.CodeReview, "2026-06-04", "The billing module", "https://wiki.example.org/craft/4")
	held(workshop.BookClub, "2026-09-10", "A Philosophy of Software Design", "https://wiki.example.org/craft/5")
	held(workshop.Retrospective, "2026-10-19", "Half a year of us", "on the wiki")
	held(workshop.OtherOccasion, "2026-11-12", "Coding dojo with the Lyon team", "https://wiki.example.org/craft/7")
	held(workshop.BrownBag, "2026-11-26", "What a database does on Sundays", "")
	held(workshop.LeanCoffee, "2027-01-14", "Who reviews what", "https://wiki.example.org/craft/9")
	held(workshop.LightningTalks, "2027-02-11", "Tools of the year", "https://wiki.example.org/craft/10")
	return c
}

// artisans is the same in French.
func artisans() workshop.Community {
	c := flourishing()
	c.Lang, c.Name = workshop.French, "Le cercle des artisans"
	french := map[workshop.CardID]string{
		"meetings": "Réunions", "learning": "Apprendre et progresser", "help": "L’entraide, donnée et reçue",
		"safety":        "Oser demander, oser se tromper",
		"collaboration": "Collaboration", "sharing": "Partage des savoirs", "strategy": "Stratégie à long terme",
		"work": "Notre façon de travailler",
		"fun":  "Plaisir", "feedback": "Retours, donnés et reçus", "deciding": "Capacité à décider", "motivation": "Motivation",
	}
	for i := range c.Checks {
		var cards []workshop.HealthCard
		for _, card := range c.Checks[i].Cards {
			card.About = french[card.ID]
			cards = append(cards, card)
		}
		c.Checks[i].Cards = cards
	}
	return c
}

// spiteful is one in which everything that somebody typed is markup, a formula, or written from right to left.
func spiteful() workshop.Community {
	c := flourishing()
	c.Name, c.Leader, c.Sponsor = "# *Craft* <b>&amp; co</b> #", "<script>alert(1)</script>", "=1+1 | שלום"
	c.Checks = c.Checks[3:6]
	for i := range c.Checks {
		cards := append([]workshop.HealthCard{}, c.Checks[i].Cards...)
		cards[0].About, cards[1].About, cards[2].About = "| a | *b*", "=HYPERLINK(\"x\")", "מרחב בטוח"
		c.Checks[i].Cards = cards
	}
	c.Checks[2].Turned = 9
	last := c.Checks[2].Spread
	last[0].Sentences = []string{"- item", "1. item", "[x](javascript:alert(1))", "=1+1; -2", "שלום <i>"}
	c.Actions[0].Why, c.Actions[2].What, c.Actions[2].Owner = "*Yes* | <b>", "- **Ask** [them]", "שרה"
	c.Occasions[1].Topic, c.Occasions[1].Minutes = "## *Flaky* <tests>", "javascript:alert(1)"
	c.Occasions[2].Topic, c.Occasions[2].Minutes = "ערב הרצאות", "https://wiki.example.org/\"><script>?a=b&c=_d_"
	return c
}
