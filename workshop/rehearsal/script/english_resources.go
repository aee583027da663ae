package script

// englishResources answers: what do we need?
func englishResources() []Theme {
	return []Theme{
		{"Time", []string{
			"Four hours a month for everybody",
			"A day a week for the leader",
			"Time in the sprint plan, not after work",
			"A fixed slot: Thursdays after lunch ⏰",
		}},
		{"Rooms and equipment", []string{
			"A room with a projector and space to stand",
			"Sticky notes, lots of them",
			"A good microphone for those who are remote",
			"A laptop for the dojo",
		}},
		{"Money", []string{
			"A small budget for books",
			"Pizza and drinks 🍕",
			"Travel to one conference a year",
			"A fee for speakers from outside",
		}},
		{"Sponsorship", []string{
			"A sponsor in management who defends our time",
			"A clear line: what may we decide ourselves?",
			"Team leads who say yes",
			"A word from the CTO at the kick-off",
		}},
		{"Know-how", []string{
			"A coach for the first months",
			"Trainers for TDD & refactoring",
			"People who like to give talks",
			"Somebody who knows video streaming",
		}},
		{"Tools", []string{
			"A wiki that all may edit",
			"A repository for katas and slides",
			"Somewhere to collect topics and vote on them",
			"Licences for a video platform",
		}},
	}
}

// englishCommunication answers: which channels can help?
func englishCommunication() []Theme {
	return []Theme{
		{"Chat", []string{
			"A channel in the company chat",
			"#craft: questions welcome",
			"A bot that reminds of events 🤖",
			"A thread per book chapter",
		}},
		{"Mail and newsletter", []string{
			"A short newsletter every month",
			"Invitations by calendar, not by mail",
			"One mailing list that anybody can join",
			"Minutes to everyone within a day",
		}},
		{"Wiki", []string{
			"Public pages: nothing behind a log-in",
			"A page with all recordings",
			"The canvas on the first page of the wiki",
			"A log of what we decided, and why",
		}},
		{"Face to face", []string{
			"A poster of the canvas in every kitchen",
			"Tell it in the all-hands meeting 📣",
			"Ambassadors in each team",
			"Coffee with people from other sites",
		}},
		{"Outside the company", []string{
			"A blog for what we learn",
			"Meet-ups in our rooms in the evening",
			"Show it at the university: \"Software Craft à la carte\"",
			"Share our katas as open source",
		}},
		{"Screens", []string{
			"Events on the screens in the lobby",
			"A dashboard with our measures",
			"Stickers for laptops",
			"Show the next event on the intranet's home page",
		}},
	}
}
