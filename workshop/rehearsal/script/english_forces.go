package script

// englishSupport answers: what supports the vision?
func englishSupport() []Theme {
	return []Theme{
		{"People who want it", []string{
			"Everyone here came of their own will",
			"Some of us run dojos already 💪",
			"The juniors ask for it",
			"We like each other",
		}},
		{"Management is open", []string{
			"The head of engineering suggested it",
			"Learning is one of the company's values",
			"Our team lead is in the room",
			"The last survey asked for more exchange",
		}},
		{"Tools are there", []string{
			"Chat and wiki exist",
			"Video works at all sites",
			"Room 4 is free on Thursdays",
			"We may use the innovation budget",
		}},
		{"First successes", []string{
			"The last coding dojo was full",
			"Two teams pair already, and love it",
			"The testing guild shows that it works",
			"Fewer incidents since we do reviews",
		}},
		{"A good moment", []string{
			"New projects start in spring",
			"We hire ten people this year",
			"The re-organisation makes new neighbours",
			"The old platform ends in a year anyway",
		}},
	}
}

// englishSlowDown answers: what can slow it down?
func englishSlowDown() []Theme {
	return []Theme{
		{"No time", []string{
			"Deadlines always win",
			"Project managers count every hour",
			"Everybody is in too many meetings",
			"\"Not this sprint\" 😬",
		}},
		{"It fades away", []string{
			"The last community died after three months",
			"It depends on two or three people",
			"Nobody prepares the next event",
			"Holidays in summer",
		}},
		{"Distance", []string{
			"Three time zones",
			"Remote people only listen",
			"Not everyone feels at ease in English",
			"The sites hardly know each other",
		}},
		{"Budget", []string{
			"Travel is frozen",
			"Every book needs two signatures",
			"Training money goes to certificates",
			"Nobody knows which cost centre pays",
		}},
		{"Fear and habit", []string{
			"Showing one's code takes courage",
			"\"We have always done it like this\"",
			"Experts who don't like to share",
			"Fear of being judged",
		}},
		{"Old systems", []string{
			"Legacy code that can't be tested",
			"Builds take an hour 🐌",
			"Each team has another language",
			"No access to the other teams' repositories",
		}},
	}
}
