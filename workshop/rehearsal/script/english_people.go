package script

// englishPeople are who comes to a rehearsal. They differ in more than accents, so that nobody's name is taken.
func englishPeople() []string {
	return []string{
		"Ana", "Björn", "Chiara", "Dmitri", "Elif", "Farid", "Grace", "Hiroshi", "Ines", "Jamal",
		"Katarzyna", "Léa", "Mateo", "Nadia", "Oluwaseun", "Priya", "Quentin", "Rosa", "Sven", "Tomás",
		"Ulrike", "Valentina", "Wei", "Ximena", "Yusuf", "Zoë", "Amara", "Bruno", "Carmen", "Đorđe",
		"Emeka", "Fatima", "Giulia", "Hanna", "Ivan", "Jun", "Kofi", "Łukasz", "Miriam", "Noor",
		"Ömer", "Paula", "Rania", "Søren", "Thandiwe", "Uma", "Viktor", "Wanjiru", "Xavier", "Yara",
		"Žiga", "Aoife", "Bogdan", "Camille", "Diego", "Esra", "Fiona", "Goran", "Hye-jin", "Ibrahim",
		"Joana", "Kenji", "Lerato", "Malik", "Nils", "Oksana",
	}
}

// englishCommunities are what people propose. Some of them come twice, spelt differently.
func englishCommunities() []string {
	return []string{
		"Craft Collective", "The Workbench", "Code & Company", "Clean Circle", "The Refactory", "Green Bar Guild",
		"Kata Club", "Sharp Tools", "Makers' Table", "The Guild of Small Steps", "Pair Programmers Anonymous",
		"Red Green Refactor", "Café Craft ☕", "The Boy Scouts of Code", "Better Every Day", "Open Workshop",
		"CRAFT COLLECTIVE", "The Re-Factory", "kata club", "Cafe Craft",
	}
}

// englishIntents are what somebody will do first.
func englishIntents() []Intent {
	return []Intent{
		{What: "Set the date of the first event: a brown bag about tests", Weeks: 1},
		{What: "Agree the leader's dedicated time with their manager", Weeks: 2, Leader: true},
		{What: "Find a sponsor in management", Weeks: 4},
		{What: "Publish the minutes and the measures on the wiki", Weeks: 1},
		{What: "Hang the canvas up on both floors", Weeks: 1},
	}
}

// englishReasons are why somebody should lead.
func englishReasons() []string {
	return []string{
		"Listens before talking",
		"Started the last dojo, and people came back",
		"Knows somebody in every team",
		"Keeps promises",
		"Has the energy for it 🔥",
		"Explains things so that I understand them",
		"Not afraid to ask management for time",
		"Brings people together who don't talk otherwise",
		"Has organised three brown bags",
		"Calm when things get hot",
		"Would be fair to the small teams",
		"Writes things down",
	}
}

// englishHopes are why people nominate themselves.
func englishHopes() []string {
	return []string{
		"I would like to learn how to lead a community",
		"I have wanted this for years",
		"My team lead gives me a day a week for it",
	}
}

// englishVisionStatements are sentences on which a group can agree.
func englishVisionStatements() []string {
	return []string{
		"We are the place where everyone who builds software here learns from each other, every month.",
		"In two years nobody here solves a hard problem alone, and we are proud of what we hand over.",
		"We make good craft the normal way of working: shared, visible, and without heroics.",
		"Across all teams and sites we learn together, so that our software and we ourselves get better.",
	}
}

// englishImportanceStatements say in a sentence why it matters now.
func englishImportanceStatements() []string {
	return []string{
		"What we know must not leave with those who leave.",
		"If we don't learn together, each of us repeats the others' mistakes.",
		"We want to stay, and to be proud of where we stay.",
	}
}

// englishConcerns are what somebody misses who is not behind an outcome yet.
func englishConcerns() []string {
	return []string{
		"I don't see the colleagues who work remotely in this yet.",
		"This is a lot for the first year; let us begin with less.",
		"It says nothing about the time that we get for it.",
		"The testers are missing here.",
	}
}

// englishObjections are what speaks against a proposal of a leader, and helps to make it better.
func englishObjections() []string {
	return []string{
		"I would like us to ask again after half a year",
		"Who stands in when the first release is due?",
		"It needs somebody from the second site beside it",
	}
}
