package rehearsal

// firstNames are who comes to a rehearsal. They differ in more than accents, so that nobody's name is taken.
func firstNames() []string {
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

// communityNames are what people propose. Some of them come twice, spelt differently.
func communityNames() []string {
	return []string{
		"Craft Collective", "The Workbench", "Code & Company", "Clean Circle", "The Refactory", "Green Bar Guild",
		"Kata Club", "Sharp Tools", "Makers' Table", "The Guild of Small Steps", "Pair Programmers Anonymous",
		"Red Green Refactor", "Café Craft ☕", "The Boy Scouts of Code", "Better Every Day", "Open Workshop",
		"CRAFT COLLECTIVE", "The Re-Factory", "kata club", "Cafe Craft",
	}
}

// intents are what somebody will do first.
func intents() []intent {
	return []intent{
		{what: "Set the date of the first event: a brown bag about tests", weeks: 1},
		{what: "Agree the leader's dedicated time with their manager", weeks: 2, leader: true},
		{what: "Find a sponsor in management", weeks: 4},
		{what: "Publish the minutes and the measures on the wiki", weeks: 1},
		{what: "Hang the canvas up on both floors", weeks: 1},
	}
}

// reasons are why somebody should lead.
func reasons() []string {
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

// hopes are why people nominate themselves.
func hopes() []string {
	return []string{
		"I would like to learn how to lead a community",
		"I have wanted this for years",
		"My team lead gives me a day a week for it",
	}
}

// visionStatements are sentences on which a group can agree.
func visionStatements() []string {
	return []string{
		"We are the place where everyone who builds software here learns from each other, every month.",
		"In two years nobody here solves a hard problem alone, and we are proud of what we hand over.",
		"We make good craft the normal way of working: shared, visible, and without heroics.",
		"Across all teams and sites we learn together, so that our software and we ourselves get better.",
	}
}

// importanceStatements say in a sentence why it matters now.
func importanceStatements() []string {
	return []string{
		"What we know must not leave with those who leave.",
		"If we don't learn together, each of us repeats the others' mistakes.",
		"We want to stay, and to be proud of where we stay.",
	}
}

// concerns are what somebody misses who is not behind an outcome yet.
func concerns() []string {
	return []string{
		"I don't see the colleagues who work remotely in this yet.",
		"This is a lot for the first year; let us begin with less.",
		"It says nothing about the time that we get for it.",
		"The testers are missing here.",
	}
}

// objections are what speaks against a proposal of a leader, and helps to make it better.
func objections() []string {
	return []string{
		"I would like us to ask again after half a year",
		"Who stands in when the first release is due?",
		"It needs somebody from the second site beside it",
	}
}
