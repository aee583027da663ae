package script

// englishHow answers: which key activities will get us there?
func englishHow() []Theme {
	return []Theme{
		{"Brown bags and talks", []string{
			"Monthly brown bag lunch",
			"Lightning talks: five minutes, one idea ⚡",
			"Invite a speaker from outside twice a year",
			"Record the talks for those who can't come",
		}},
		{"Coding dojos", []string{
			"Coding dojo every second Friday",
			"A shared library of katas",
			"Mob on a kata with people you don't know",
			"Global Day of Coderetreat, together",
		}},
		{"Pairing and reviews", []string{
			"Pair across teams for a day",
			"Open code reviews with the whole guild",
			"Swap a developer for a week",
			"Review the tests first",
		}},
		{"Book club", []string{
			"Book club: one chapter a fortnight 📚",
			"Read \"Refactoring\" together",
			"A shelf of books that everyone may take",
			"Watch a conference talk together, then discuss",
		}},
		{"Lean coffee and retrospectives", []string{
			"Lean coffee once a month: the group picks the topic",
			"A retrospective of the community every quarter",
			"Bring a problem, leave with three ideas",
			"Ask me anything with an architect",
		}},
		{"Mentoring", []string{
			"A mentor for everybody who is new",
			"Reverse mentoring: juniors teach seniors",
			"Office hours for tests and design",
			"A learning path for each role",
		}},
		{"Work on real code", []string{
			"Pick one legacy module a quarter and clean it",
			"Bug bash with pizza 🍕",
			"A common template for new services",
			"Fix one flaky test a week: `git bisect` party",
		}},
	}
}

// englishMeasures answers: how will we know that we are on our way?
func englishMeasures() []Theme {
	return []Theme{
		{"People who come", []string{
			"Number of people per event",
			"How many come a second time",
			"At least one person from every team",
			"> 50 % of developers took part once a year",
		}},
		{"Events held", []string{
			"One event a month, every month",
			"Talks given by people who never gave one",
			"Backlog of topics is never empty",
			"# of katas in the library",
		}},
		{"What people say", []string{
			"Ask after each event: was it worth your time?",
			"A thumb vote at the door 👍",
			"Score of the yearly survey: \"I learn here\"",
			"People recommend us to colleagues",
		}},
		{"Quality in numbers", []string{
			"Lead time for a change goes down",
			"Fewer bugs that customers report",
			"Share of builds that are green",
			"Time to restore after an incident < 1 h",
		}},
		{"Knowledge spreads", []string{
			"Bus factor of each service ≥ 2",
			"Number of pull requests across teams",
			"Weeks until a newcomer's first release",
			"Questions that are answered within a day",
		}},
		{"Health check", []string{
			"Self-assessment twice a year, red, yellow, green",
			"Compare the health check with the last one",
			"We check this canvas every six months",
			"We dare to stop what does not work",
		}},
	}
}
